"""HTML to text: one line per block, boilerplate and hidden elements dropped."""

from __future__ import annotations

import re
from typing import Any

from podbor.errors import EmptyFileError
from podbor.readers.drafting import Draft
from podbor.readers.encoding import decode
from podbor.records import Document, Notice

BOILERPLATE = (
    "script,style,noscript,template,nav,header,footer,aside,form,svg,iframe,object,button,select,"
    "head title"
)
HIDDEN = "[hidden],[aria-hidden=true]"
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
BLOCKS = frozenset(
    "address article blockquote body dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5"
    " h6 hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
HEAD_BYTES = 2048
SPACES = re.compile(r"[ \t\r\n\f]+")  # as HTML folds them; NBSP stays
DEEPEST = 400  # nested elements; deeper ones are read as one line


def read_html(name: str, data: bytes) -> Document:
    """Read a page or a fragment.

    Raises
    ------
    EmptyFileError
        If it holds no words.
    """
    markup, encoding = _decode(data)
    draft, n_hidden = html_draft(markup)
    if not draft.text:
        raise EmptyFileError(name, "no words on the page")
    notices = (Notice(code="hidden_text", detail=f"{n_hidden} characters"),) if n_hidden else ()
    return Document(
        name=name,
        format="html",
        text=draft.text,
        blocks=draft.blocks,
        encoding=encoding,
        notices=notices,
    )


def html_text(markup: str) -> str:
    r"""Text of a page or fragment, one line per block.

    >>> html_text("<p>Приём <b>звон</b>ков</p><ul><li>CRM<li>чат</ul>")
    'Приём звонков\nCRM\nчат'
    """
    return html_draft(markup)[0].text


def html_draft(markup: str) -> tuple[Draft, int]:
    """Lines of a page with their blocks, and the number of hidden characters left out."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(markup)
    n_hidden = _drop_hidden(tree)
    for node in tree.css(BOILERPLATE):
        if node.tag != "header" or not _holds_main(node):
            node.decompose()
    draft = Draft()
    if tree.body is not None:
        _Walker(draft).walk(tree.body)
    return draft, n_hidden


def _holds_main(node: Any) -> bool:
    """Tell whether a header is the resume's own: it has the page's main heading."""
    return node.css_first("h1") is not None and node.css_first("nav,a[href='/']") is None


def _drop_hidden(tree: Any) -> int:
    hidden = list(tree.css(HIDDEN))
    hidden += [
        node for node in tree.css("[style]") if HIDING.search(node.attributes["style"] or "")
    ]
    n_hidden = 0
    for node in hidden:
        n_hidden += len("".join((node.text() or "").split()))
        node.decompose()
    return n_hidden


def _decode(data: bytes) -> tuple[str, str]:
    declared = CHARSET.search(data[:HEAD_BYTES])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        codec = declared[1].decode("ascii")
        try:
            return data.decode(codec), codec.lower()
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


class _Walker:
    """Goes through the tree in order and closes a line at every block's edge."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._line: list[str] = []
        self._kind = "paragraph"

    def walk(self, root: Any) -> None:
        stack: list[tuple[Any, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            tag = node.tag
            if leaving:
                self._close()
                self._kind = "paragraph"
            elif tag == "-text":
                self._line.append(node.text_content or "")
            elif tag == "br":
                kind = self._kind
                self._close()
                self._kind = kind
            else:
                if tag in BLOCKS:
                    self._close()
                    self._kind = _kind_of(tag, self._kind)
                    stack.append((node, True))
                stack += [(child, False) for child in reversed(_children(node))]
        self._close()

    def _close(self) -> None:
        text = SPACES.sub(" ", "".join(self._line))
        self._line.clear()
        self._draft.add(text, kind=self._kind)


def _children(node: Any) -> list[Any]:
    return list(node.iter(include_text=True))


def _kind_of(tag: str, inherited: str) -> str:
    if tag in HEADINGS:
        return "heading"
    if tag == "li":
        return "item"
    if tag in {"td", "th"}:
        return "cell"
    return inherited if tag in {"p", "div"} and inherited in {"item", "cell"} else "paragraph"
