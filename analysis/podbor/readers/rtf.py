r"""RTF to text through striprtf; hidden (``\v``) and tiny (``\fs2``) text is cut out first.

The same pass takes out pictures, field codes and other groups without text: they hold nothing to
read, and patterns inside striprtf take very long over some of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from podbor.errors import EmptyFileError, TooLargeError, TruncatedFileError, WrongTypeError
from podbor.readers.limits import Limits
from podbor.readers.plain import line_blocks
from podbor.records import Document, Notice

HEADER = b"{\\rtf"
TOKEN = re.compile(
    r"\\bin(?P<size>\d{1,9}) ?"
    r"|(?P<hex>\\'[0-9a-fA-F]{2})"
    r"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|(?P<symbol>\\[^a-zA-Z])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}]+)"
    r"|\\",
    re.DOTALL,
)
CELLS = frozenset({"cell", "nestcell"})
FOOTERS = frozenset({"footer", "footerf", "footerl", "footerr"})  # hh.ru dates its resumes there
ROWS = frozenset({"row", "nestrow"})
SILENT = frozenset(
    "colortbl stylesheet info pict object objdata fldinst themedata datastore latentstyles"
    " listtable listoverridetable revtbl rsidtbl xmlnstbl generator footnote annotation shpinst"
    " sp do".split()
)
TINY_HALF_POINTS = 8
DEEPEST = 500  # nested groups
FONT_TABLE = 30_000  # characters; striprtf's pattern is slow on longer ones
BYTES_PER_CHARACTER = 8  # «\\u1087?» is one letter


def read_rtf(name: str, data: bytes, limits: Limits) -> Document:
    """Read a Rich Text document.

    Raises
    ------
    WrongTypeError
        If it does not begin as RTF does.
    TruncatedFileError
        If it cannot be read.
    TooLargeError
        If its text is over the limit.
    EmptyFileError
        If it holds no words.
    """
    if not data.lstrip().startswith(HEADER):
        raise WrongTypeError(name, "no RTF header")
    visible = _Visible()
    try:
        visible.feed(data.decode("latin-1"))
    except ValueError as error:
        raise TruncatedFileError(name, str(error)) from error
    source = "".join(visible.parts) + "}" * visible.n_open
    if len(source) > BYTES_PER_CHARACTER * limits.max_characters:
        raise TooLargeError(name, f"over {limits.max_characters:,} characters")
    text = _striprtf(name, source)
    if not text.strip():
        raise EmptyFileError(name, "no words in the document")
    notices = []
    if visible.n_hidden:
        notices.append(Notice(code="hidden_text", detail=f"{visible.n_hidden} characters"))
    if visible.n_open:
        notices.append(Notice(code="cut_off", detail="the end of the file is missing"))
    return Document(
        name=name, format="rtf", text=text, blocks=tuple(line_blocks(text)), notices=tuple(notices)
    )


def _striprtf(name: str, source: str) -> str:
    from striprtf.striprtf import rtf_to_text

    convert: Any = rtf_to_text  # has no types
    try:
        return str(convert(source, errors="ignore"))
    except Exception as error:  # striprtf raises whatever it meets
        raise TruncatedFileError(name, type(error).__name__) from error


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a pair of braces."""

    hidden: bool = False
    tiny: bool = False
    silent: bool = False
    fonts: bool = False


@dataclass(slots=True)
class _Visible:
    """Goes through the source once and keeps what a reader of the document sees."""

    parts: list[str] = field(default_factory=list)
    n_hidden: int = 0
    _now: _Group = field(default_factory=_Group)
    _outer: list[_Group] = field(default_factory=list)
    _font_room: int = FONT_TABLE

    @property
    def n_open(self) -> int:
        """Groups that no brace closed."""
        return len(self._outer)

    def feed(self, source: str) -> None:
        at = 0
        while match := TOKEN.match(source, at):
            at = match.end()
            if match["brace"]:
                self._brace(match["brace"])
            elif match["size"]:
                at += int(match["size"])  # a picture's bytes
            elif match["word"]:
                self._word(match["word"].lower(), match["number"], match.group())
            elif match["symbol"] == "\\*":
                self._now = replace(self._now, silent=True)
            else:
                self._text(match.group(), n_characters=_length(match))

    def _brace(self, brace: str) -> None:
        if brace == "{":
            self._outer.append(self._now)
            if len(self._outer) > DEEPEST:
                message = "groups nested too deep"
                raise ValueError(message)
        elif self._outer:
            if self._now.fonts:
                self.parts.append("\n")  # bounds striprtf's search for a font
            self._now = self._outer.pop()
        self.parts.append(brace)

    def _word(self, word: str, number: str | None, token: str) -> None:
        if word == "v":
            self._now = replace(self._now, hidden=number != "0")
        elif word == "fs" and number:
            self._now = replace(self._now, tiny=0 <= int(number) < TINY_HALF_POINTS)
        elif word == "plain":
            self._now = replace(self._now, hidden=False, tiny=False)
        elif word in SILENT:
            self._now = replace(self._now, silent=True)
        elif word == "fonttbl":
            self._now = replace(self._now, fonts=True)
        if word == "u":
            self._text(token, n_characters=1)
        elif word in CELLS | FOOTERS and not self._now.silent:
            self._emit("\\par ")  # striprtf writes bars and drops footers
        elif word not in ROWS and not self._now.silent:
            self._emit(token)

    def _text(self, token: str, *, n_characters: int) -> None:
        if self._now.silent:
            return
        if self._now.hidden or self._now.tiny:
            self.n_hidden += n_characters
        else:
            self._emit(token)

    def _emit(self, token: str) -> None:
        if self._now.fonts:
            self._font_room -= len(token)
            if self._font_room < 0:
                return
        self.parts.append(token)


def _length(match: re.Match[str]) -> int:
    return 1 if match["hex"] else len("".join((match["text"] or "").split()))
