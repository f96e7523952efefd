"""Entities, line ends, spaces, invisible characters, letters written as two code points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from podbor.normalize.text import Edit

_ENTITY = re.compile(
    r"&(?:amp;)*+(?:(?P<number>#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});)"
    r"|(?P<name>[A-Za-z][A-Za-z0-9]{1,31};)|(?P<nbsp>nbsp(?![A-Za-z0-9;])))?"
)

# \x1c-\x1e and \x85 end a line for str.splitlines too
_LINE_END = r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
_SPACE = r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
# a soft hyphen before a line end belongs to layout.line_ends, like U+FFFE (a hyphen in PDF)
_INVISIBLE = r"[\u200b-\u200f\u2060\ufeff]|\xad(?![ \t]{0,9}(?:[\n\r\x0b\x0c\x85\u2028\u2029]))"
_HYPHEN = r"[\u2010\u2011]"
_CHARACTER = re.compile(
    f"(?P<line_end>{_LINE_END})|(?P<space>{_SPACE})"
    f"|(?P<zero_width>{_INVISIBLE})|(?P<hyphen>{_HYPHEN})"
)
_CLEAN = {"line_end": "\n", "space": " ", "zero_width": "", "hyphen": "-"}

_COMBINING = re.compile(r"[^\W\d_][\u0300-\u036f]+")


def entities(text: str) -> Iterator[Edit]:
    r"""Characters for the HTML entities left in a text; unknown names stay.

    Examples
    --------
    >>> [edit.replacement for edit in entities("R&D &laquo;A&amp;amp;B&raquo; &foo; &#8212; &nbsp")]
    ['«', '&', '»', '—', '\xa0']
    """
    if "&" not in text:
        return
    for found in _ENTITY.finditer(text):
        body = found["number"] or found["name"]
        if found["nbsp"]:
            new = "\xa0"
        elif body and (body[0] == "#" or body in html5):
            new = unescape(f"&{body}")
        elif found[0].startswith("&amp;"):
            new = "&" + (body or "")
        else:
            continue
        yield Edit(found.start(), found.end(), new, "entity")


def characters(text: str) -> Iterator[Edit]:
    r"""One kind of line end, space and hyphen; nothing that has no width.

    Examples
    --------
    >>> [edit.rule for edit in characters("a\r\nb\xa0c\u200b")]
    ['line_end', 'space', 'zero_width']
    """
    if text.isascii() and not re.search("[\r\x0b\x0c\x1c-\x1e]", text):
        return
    for found in _CHARACTER.finditer(text):
        rule = found.lastgroup or ""
        yield Edit(found.start(), found.end(), _CLEAN[rule], rule)


def composed_letters(text: str) -> Iterator[Edit]:
    r"""One code point for a letter and the mark over it (NFC of letters with marks).

    Examples
    --------
    >>> list(composed_letters("и\u0306од"))
    [Edit(start=0, stop=2, replacement='й', rule='composed')]
    """
    if text.isascii():
        return
    for found in _COMBINING.finditer(text):
        new = unicodedata.normalize("NFC", found[0])
        if new != found[0]:
            yield Edit(found.start(), found.end(), new, "composed")
