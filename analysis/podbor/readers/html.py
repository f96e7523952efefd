"""HTML to text: one line per block, boilerplate and hidden elements dropped.

The tree is only walked, never changed: the parser's nodes may be freed with their parents.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Any

from podbor.errors import EmptyFileError, ScannedFileError, TruncatedFileError
from podbor.readers.drafting import Draft
from podbor.readers.encoding import BOMS, checked, decoded
from podbor.readers.limits import Limits
from podbor.records import Document, Notice

SILENT = frozenset(
    "head title script style noscript template svg iframe object button select datalist textarea"
    " input canvas audio video math".split()
)
BOILERPLATE = frozenset({"nav", "header", "footer", "aside", "form"})
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|font-size\s*:\s*[12](?:\.\d+)?\s*(?:px|pt)",  # letters nobody reads
    re.IGNORECASE,
)
BLOCKS = frozenset(
    "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section"
    " summary table tbody td tfoot th thead tr ul".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
HEAD_BYTES = 2048
WEB_CODECS = re.compile(r"utf-8|cp125\d|iso8859-\d+|koi8-[rut]|cp866|mac-cyrillic|ascii")
SPACES = re.compile(r"[ \t\r\n\f]+")  # as HTML folds them; NBSP stays
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>")
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
CLOSED_BY_OTHERS = frozenset("p li dt dd tr td th thead tbody tfoot option".split())
DEEPEST = 3000  # open elements; the parser's time grows with the square of them
MOST_ATTRIBUTES = 2_000  # words in one tag, for the same reason


def read_html(name: str, data: bytes, limits: Limits) -> Document:  # noqa: ARG001
    """Read a page or a fragment.

    Raises
    ------
    EmptyFileError
        If it holds no words.
    ScannedFileError
        If all it holds is a picture.
    """
    markup, encoding = _decode(name, data)
    try:
        draft, n_hidden = html_draft(markup)
    except NestingError as error:
        raise TruncatedFileError(name, str(error)) from error
    if not draft.text:
        if re.search(r"<img\b", markup, re.IGNORECASE):
            raise ScannedFileError(name)
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


class NestingError(ValueError):
    """Markup nested so deep that it can only be hostile."""


def html_draft(markup: str) -> tuple[Draft, int]:
    """Lines of a page with their blocks, and the number of hidden characters left out.

    Raises
    ------
    NestingError
        If elements are nested thousands deep.
    """
    from selectolax.lexbor import LexborHTMLParser

    _refuse_nesting(markup)
    body = LexborHTMLParser(markup).body
    if body is None:
        return Draft(), 0
    walker = _Walker(boilerplate=BOILERPLATE)
    walker.walk(body)
    if not walker.draft.text:  # a page that is all form or sidebar
        walker = _Walker(boilerplate=frozenset())
        walker.walk(body)
    return walker.draft, walker.n_hidden


def _refuse_nesting(markup: str) -> None:
    depth = 0
    for match in TAG.finditer(markup):
        closing, tag, attributes = match.groups()
        if len(attributes) > MOST_ATTRIBUTES and attributes.count("=") > MOST_ATTRIBUTES:
            message = "too many attributes in a tag"
            raise NestingError(message)
        if tag.lower() in VOID or tag.lower() in CLOSED_BY_OTHERS or attributes.endswith("/"):
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > DEEPEST:
            message = "elements nested too deep"
            raise NestingError(message)


def _decode(name: str, data: bytes) -> tuple[str, str]:
    """Decode by the mark, by the declared charset if it fits, or by the looks of the text."""
    declared = CHARSET.search(data[:HEAD_BYTES])
    if declared and not data.startswith(tuple(mark for mark, _ in BOMS)):
        try:
            codec = _web_codec(declared[1].decode("ascii"))
            return checked(name, data.decode(codec)), codec
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(name, data)


def _web_codec(declared: str) -> str:
    """Python's name of a charset, and only of those that pages have.

    >>> _web_codec("Windows-1251")
    'cp1251'
    """
    codec = codecs.lookup(declared).name
    if codec in {"iso8859-1", "ascii"}:
        return "cp1252"  # as browsers take it
    if not WEB_CODECS.fullmatch(codec):
        message = f"not a charset of pages: {codec}"
        raise LookupError(message)
    return codec


@dataclass(frozen=True, slots=True)
class _Leave:
    """The end of a block element, and the kind of its parent."""

    kind: str


class _Walker:
    """Goes through the tree in order and closes a line at every block's edge."""

    def __init__(self, *, boilerplate: frozenset[str]) -> None:
        self.draft = Draft()
        self.n_hidden = 0
        self._boilerplate = boilerplate
        self._line: list[str] = []
        self._kind = "paragraph"

    def walk(self, root: Any) -> None:
        stack: list[Any] = [root]
        while stack:
            node = stack.pop()
            if isinstance(node, _Leave):
                self._close()
                self._kind = node.kind
            elif node.tag == "-text":
                self._add(node)
            elif node.tag == "br":
                self._close()
            elif not self._skipped(node):
                if node.tag in BLOCKS:
                    self._close()
                    stack.append(_Leave(self._kind))
                    self._kind = _kind_of(node.tag, self._kind)
                stack += reversed(list(node.iter(include_text=True)))
        self._close()

    def _add(self, node: Any) -> None:
        text = node.text_content or ""
        if "\n" in text and _inside_pre(node):
            *lines, text = text.split("\n")
            for line in lines:
                self._line.append(line)
                self._close()
        self._line.append(text)

    def _skipped(self, node: Any) -> bool:
        if node.tag in SILENT or node.tag.startswith(("-", "!")):
            return True
        if _hidden(node):
            words = "".join((node.text() or "").split())
            if any(character.isalnum() for character in words):
                self.n_hidden += len(words)
            return True
        return node.tag in self._boilerplate and not _holds_main(node)

    def _close(self) -> None:
        text = SPACES.sub(" ", "".join(self._line))
        self._line.clear()
        self.draft.add(text, kind=self._kind)


def _hidden(node: Any) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or (attributes.get("aria-hidden") or "").strip().lower() == "true"
        or bool(HIDING.search(attributes.get("style") or ""))
    )


def _holds_main(node: Any) -> bool:
    """Tell whether a header or form is the page's own: it has the main heading and no menu."""
    if node.tag not in {"header", "form"}:
        return False
    return node.css_first("h1") is not None and node.css_first("nav,a[href='/']") is None


def _inside_pre(node: Any) -> bool:
    parent = node.parent
    while parent is not None and parent.tag not in BLOCKS:
        parent = parent.parent
    return parent is not None and parent.tag == "pre"


def _kind_of(tag: str, inherited: str) -> str:
    if tag in HEADINGS:
        return "heading"
    if tag == "li":
        return "item"
    if tag in {"td", "th"}:
        return "cell"
    return inherited if tag in {"p", "div"} and inherited in {"item", "cell"} else "paragraph"
