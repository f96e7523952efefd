"""DOCX to text: paragraphs, tables, text boxes, headers and footnotes; hidden runs left out.

Read as XML, because the usual libraries lose tables, text boxes and hidden formatting
(handbook, engineering §5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from podbor.errors import EmptyFileError, ScannedFileError, WrongTypeError
from podbor.readers.drafting import Draft
from podbor.readers.limits import Limits
from podbor.readers.packed import Package, opened
from podbor.records import Document, Notice

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARTS = re.compile(r"word/(header|document|footer|footnotes|endnotes)\d*\.xml")
MAIN = re.compile(r"word/document\d*\.xml")  # SharePoint numbers it
PART_ORDER = ("header", "document", "footnotes", "endnotes", "footer")
BREAKS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}ptab": "\t",
}
DELETED = (f"{W}del", f"{W}moveFrom")  # passages that a tracked change took away
OFF = frozenset({"0", "false", "off", "none"})
TINY_POINTS = 4
NARROW_PERCENT = 5
WHITE = 0.93  # relative luminance
DEEPEST_STYLE = 12  # steps of basedOn

Properties = dict[str, Any]


def read_docx(name: str, data: bytes, limits: Limits) -> Document:
    """Read a Word document.

    Raises
    ------
    WrongTypeError
        If it is another kind of zip.
    EmptyFileError
        If it holds no words.
    ScannedFileError
        If all it holds is pictures.
    ReadError
        If it is damaged or too large.
    """
    draft = Draft()
    with opened(name, data, limits) as package:
        if not any(MAIN.fullmatch(part) for part in package.names):
            raise WrongTypeError(name, "a zip without word/document.xml")
        pictures = any(part.startswith("word/media/") for part in package.names)
        reader = _Reader(draft, _Styles(package))
        for part in sorted(filter(PARTS.fullmatch, package.names), key=_part_order):
            reader.read(package.tree(part), _part_kind(part))
    if not draft.text:
        raise ScannedFileError(name) if pictures else EmptyFileError(name, "no words in it")
    hidden = reader.n_hidden
    notices = (Notice(code="hidden_text", detail=f"{hidden} characters"),) if hidden else ()
    return Document(name=name, format="docx", text=draft.text, blocks=draft.blocks, notices=notices)


def _part_order(part: str) -> tuple[int, str]:
    stem = part.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
    return PART_ORDER.index(stem), part


def _part_kind(part: str) -> str:
    return next((kind for kind in ("header", "footer") if kind in part), "paragraph")


class _Reader:
    """Goes through the paragraphs of a part; a text box is its own paragraph, read once."""

    def __init__(self, draft: Draft, styles: _Styles) -> None:
        self._draft = draft
        self._styles = styles
        self.n_hidden = 0

    def read(self, root: Any, kind: str) -> None:
        for fallback in list(root.iter(FALLBACK)):
            fallback.getparent().remove(fallback)
        for paragraph in root.iter(f"{W}p"):
            text = "".join(self._runs(paragraph))
            own = self._styles.kind(paragraph) if kind == "paragraph" else kind
            for line in text.split("\n"):
                self._draft.add(line, kind=own)

    def _runs(self, paragraph: Any) -> Iterator[str]:
        for run in paragraph.iter(f"{W}r"):
            above = [parent.tag for parent in run.iterancestors(f"{W}p", *DELETED)]
            if above[:1] != [f"{W}p"] or next(run.iterancestors(f"{W}p")) is not paragraph:
                continue
            text = "".join(_run_text(run))
            if text.strip() and self._styles.hidden(run, paragraph):
                self.n_hidden += len("".join(text.split()))
            else:
                yield text


def _run_text(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]


class _Styles:
    """Effective properties of runs: document defaults, paragraph style, run style, the run."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, Any] = {}
        self._default: dict[str, str] = {}
        self._base: Properties = {}
        self._cache: dict[str, Properties] = {}
        if "word/styles.xml" in package.names:
            self._load(package.tree("word/styles.xml"))

    def _load(self, root: Any) -> None:
        self._base = _properties(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in root.iter(f"{W}style"):
            style_id = style.get(f"{W}styleId", "")
            self._styles[style_id] = style
            if style.get(f"{W}default") == "1":
                self._default[style.get(f"{W}type", "")] = style_id

    def kind(self, paragraph: Any) -> str:
        """Heading, item, cell or paragraph."""
        style = self._styles.get(_value(paragraph, f"{W}pPr/{W}pStyle") or "")
        name = style.find(f"{W}name").get(f"{W}val", "") if style is not None else ""
        if name.lower().startswith(("heading", "title", "заголовок")):
            return "heading"
        if name.lower().startswith("list") or paragraph.find(f"{W}pPr/{W}numPr") is not None:
            return "item"
        return "cell" if next(paragraph.iterancestors(f"{W}tc"), None) is not None else "paragraph"

    def hidden(self, run: Any, paragraph: Any) -> bool:
        """Tell whether a run is vanished, tiny, squeezed, or white on nothing."""
        style = _value(paragraph, f"{W}pPr/{W}pStyle") or self._default.get("paragraph", "")
        character = _value(run, f"{W}rPr/{W}rStyle") or ""
        own = _properties(run.find(f"{W}rPr"))
        found = self._base | self._of(style) | self._of(character) | own
        shaded = found.get("shd") or _is_dark(paragraph.find(f"{W}pPr/{W}shd"))
        return bool(
            found.get("vanish")
            or found.get("size", TINY_POINTS) < TINY_POINTS
            or found.get("width", 100) <= NARROW_PERCENT
            or (found.get("white") and not shaded and not self._painted(paragraph))
        )

    def _painted(self, paragraph: Any) -> bool:
        """Tell whether a paragraph may stand on a color: in a text box or a shaded table."""
        for above in paragraph.iterancestors(f"{W}txbxContent", f"{W}tc", f"{W}tbl"):
            if above.tag == f"{W}txbxContent":
                return True
            place = "tcPr" if above.tag == f"{W}tc" else "tblPr"
            if _is_dark(above.find(f"{W}{place}/{W}shd")):
                return True
            style = self._styles.get(_value(above, f"{W}tblPr/{W}tblStyle") or "")
            if style is not None and any(_is_dark(shade) for shade in style.iter(f"{W}shd")):
                return True
        return False

    def _of(self, style_id: str, depth: int = 0) -> Properties:
        if style_id in self._cache:
            return self._cache[style_id]
        style = self._styles.get(style_id)
        if style is None or depth > DEEPEST_STYLE:
            return {}
        below = self._of(_value(style, f"{W}basedOn") or "", depth + 1)
        self._cache[style_id] = below | _properties(style.find(f"{W}rPr"))
        return self._cache[style_id]


def _value(element: Any, path: str) -> str | None:
    found = element.find(path)
    return None if found is None else found.get(f"{W}val")


def _properties(element: Any) -> Properties:
    """Those run properties that can hide text."""
    found: Properties = {}
    if element is None:
        return found
    vanish = element.find(f"{W}vanish")
    if vanish is not None:
        found["vanish"] = vanish.get(f"{W}val", "1") not in OFF
    for key, tag, share in (("size", "sz", 0.5), ("width", "w", 1.0)):
        value = _value(element, f"{W}{tag}")
        if value and value.isdigit():
            found[key] = int(value) * share
    color = _value(element, f"{W}color")
    if color:
        found["white"] = _luminance(color) > WHITE
    if _is_dark(element.find(f"{W}shd")) or element.find(f"{W}highlight") is not None:
        found["shd"] = True
    return found


def _is_dark(shade: Any) -> bool:
    """Tell whether a shading has a color that white can be seen on."""
    if shade is None:
        return False
    fill = shade.get(f"{W}fill", "auto")
    return fill != "auto" and _luminance(fill) <= WHITE


def _luminance(color: str) -> float:
    """Relative luminance of a hex color, 0..1; ``auto`` is black."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", color):
        return 0.0
    red, green, blue = (int(color[i : i + 2], 16) for i in (0, 2, 4))
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
