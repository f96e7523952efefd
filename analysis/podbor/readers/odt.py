"""ODT to text: every paragraph and heading in order, hidden ones left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from podbor.errors import EmptyFileError, EncryptedFileError, ScannedFileError, WrongTypeError
from podbor.readers.drafting import Draft
from podbor.readers.limits import Limits
from podbor.readers.packed import Package, opened
from podbor.records import Document, Notice

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
ASIDE = frozenset(  # not the text of the page: notes, comments, deleted passages
    {f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}tracked-changes"}
)
SKIPPED = ASIDE | {f"{TEXT}p", f"{TEXT}h", f"{SVG}title", f"{SVG}desc"}
ALWAYS_HIDDEN = frozenset({f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"})
PAINTED = frozenset({f"{TABLE}table-cell", f"{DRAW}text-box", f"{DRAW}custom-shape"})
SPACES = re.compile(r"[ \t\r\n]+")
POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")
TINY_POINTS = 4
WHITE = re.compile(r"#(?:f[0-9a-f]){3}", re.IGNORECASE)
MOST_SPACES = 100  # that one text:s element may stand for
DEEPEST_STYLE = 12

Properties = dict[str, str]


def read_odt(name: str, data: bytes, limits: Limits) -> Document:
    """Read an OpenDocument text.

    Raises
    ------
    EncryptedFileError
        If a password is needed.
    WrongTypeError, EmptyFileError, ScannedFileError, ReadError
        If it is another kind of zip, has no words, only pictures, is damaged or too large.
    """
    with opened(name, data, limits) as package:
        if "META-INF/manifest.xml" in package.names:
            manifest = package.read("META-INF/manifest.xml")
            if b"encryption-data" in manifest:
                raise EncryptedFileError(name)
        if "content.xml" not in package.names:
            raise WrongTypeError(name, "a zip without content.xml")
        reader = _read_parts(package)
        pictures = any(part.startswith("Pictures/") for part in package.names)
    draft = reader.draft
    if not draft.text:
        raise ScannedFileError(name) if pictures else EmptyFileError(name, "no words in it")
    notices = [Notice(code="hidden_text", detail=f"{reader.n_hidden} characters")]
    return Document(
        name=name,
        format="odt",
        text=draft.text,
        blocks=draft.blocks,
        notices=tuple(notices if reader.n_hidden else ()),
    )


def _read_parts(package: Package) -> _Reader:
    """Headers of the pages, the text, footers of the pages."""
    content = package.tree("content.xml")
    styles = package.tree("styles.xml") if "styles.xml" in package.names else None
    reader = _Reader(_Styles([root for root in (styles, content) if root is not None]))
    if styles is not None:
        for header in styles.iter(f"{STYLE}header"):
            reader.read(header, kind="header")
    reader.read(content)
    if styles is not None:
        for footer in styles.iter(f"{STYLE}footer"):
            reader.read(footer, kind="footer")
    return reader


class _Reader:
    """Writes paragraphs as lines and counts what they hide."""

    def __init__(self, styles: _Styles) -> None:
        self.draft = Draft()
        self.n_hidden = 0
        self._styles = styles

    def read(self, root: Any, *, kind: str | None = None) -> None:
        for element in root.iter(f"{TEXT}p", f"{TEXT}h"):
            above = {parent.tag for parent in element.iterancestors()}
            if above & ASIDE:
                continue
            painted = bool(above & PAINTED)
            text = "".join(self._texts(element, {}, painted=painted))
            for line in text.split("\n"):
                self.draft.add(line, kind=kind or _kind(element, above))

    def _texts(self, element: Any, outer: Properties, *, painted: bool) -> Iterator[str]:
        found = outer | self._styles.of(element.get(f"{TEXT}style-name") or "")
        hidden = element.tag in ALWAYS_HIDDEN or _hides(found, painted=painted)
        yield self._seen(element.text, hidden=hidden)
        for child in element:
            if child.tag == f"{TEXT}s":
                count = child.get(f"{TEXT}c", "1")
                yield " " * min(int(count) if count.isdecimal() else 1, MOST_SPACES)
            elif child.tag == f"{TEXT}tab":
                yield "\t"
            elif child.tag == f"{TEXT}line-break":
                yield "\n"
            elif isinstance(child.tag, str) and child.tag not in SKIPPED:
                yield from self._texts(child, found, painted=painted)
            yield self._seen(child.tail, hidden=hidden)

    def _seen(self, text: str | None, *, hidden: bool) -> str:
        if hidden:
            self.n_hidden += len("".join((text or "").split()))
            return ""
        return SPACES.sub(" ", text or "")


class _Styles:
    """Properties of named styles that can hide text, parents included."""

    def __init__(self, roots: list[Any]) -> None:
        self._styles = {
            style.get(f"{STYLE}name", ""): style
            for root in roots
            for style in root.iter(f"{STYLE}style")
        }
        self._cache: dict[str, Properties] = {}

    def of(self, name: str, depth: int = 0) -> Properties:
        """Effective properties of a style; none for an unknown one."""
        style = self._styles.get(name)
        if style is None or depth > DEEPEST_STYLE:
            return {}
        if name not in self._cache:
            below = self.of(style.get(f"{STYLE}parent-style-name") or "", depth + 1)
            own: Properties = {}
            for tag in ("paragraph-properties", "text-properties"):
                for properties in style.iterchildren(f"{STYLE}{tag}"):
                    own |= {str(key): str(value) for key, value in properties.items()}
            self._cache[name] = below | own
        return self._cache[name]


def _hides(found: Properties, *, painted: bool) -> bool:
    """Tell whether text of these properties is undisplayed, tiny, or white on nothing."""
    size = POINTS.fullmatch(found.get(f"{FO}font-size", ""))
    background = found.get(f"{FO}background-color", "transparent")
    bare = background == "transparent" or WHITE.fullmatch(background)
    white = WHITE.fullmatch(found.get(f"{FO}color", ""))
    return bool(
        found.get(f"{TEXT}display") == "none"
        or (size and float(size[1]) < TINY_POINTS)
        or (white and bare and not painted)
    )


def _kind(element: Any, above: set[Any]) -> str:
    if element.tag == f"{TEXT}h":
        return "heading"
    if f"{TEXT}list-item" in above:
        return "item"
    return "cell" if f"{TABLE}table-cell" in above else "paragraph"
