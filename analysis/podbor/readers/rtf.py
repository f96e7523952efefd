r"""RTF to text through striprtf; hidden (``\v``) groups are cut out first."""

from __future__ import annotations

import re

from podbor.errors import EmptyFileError, TruncatedFileError, WrongTypeError
from podbor.readers.plain import line_blocks
from podbor.records import Document, Notice

HIDDEN_GROUP = re.compile(r"\{[^{}]*\\v(?![a-z0-9-])[^{}]*\}")
HIDDEN_RUN = re.compile(r"\\v(?![a-z0-9-])\s?(?P<text>[^{}]*?)(?=\\v0|[{}]|\\plain)")
CONTROL = re.compile(r"\\'[0-9a-f]{2}|\\[a-z]+-?\d* ?|\s", re.IGNORECASE)
DEEPEST = 200  # nested groups


def read_rtf(name: str, data: bytes) -> Document:
    """Read a Rich Text document.

    Raises
    ------
    WrongTypeError
        If it does not begin as RTF does.
    TruncatedFileError
        If it cannot be read.
    EmptyFileError
        If it holds no words.
    """
    if not data.lstrip()[:5] == b"{\\rtf":
        raise WrongTypeError(name, "no RTF header")
    source, n_hidden = _visible(data.decode("latin-1"))
    if _depth(source) > DEEPEST:
        raise TruncatedFileError(name, "groups nested too deep")
    text = _striprtf(name, source)
    if not text.strip():
        raise EmptyFileError(name, "no words in the document")
    notices = (Notice(code="hidden_text", detail=f"{n_hidden} characters"),) if n_hidden else ()
    return Document(
        name=name, format="rtf", text=text, blocks=tuple(line_blocks(text)), notices=notices
    )


def _striprtf(name: str, source: str) -> str:
    from striprtf.striprtf import rtf_to_text

    try:
        return str(rtf_to_text(source, errors="ignore"))  # type: ignore[no-untyped-call]
    except Exception as error:  # striprtf raises whatever it meets
        raise TruncatedFileError(name, type(error).__name__) from error


def _visible(source: str) -> tuple[str, int]:
    """The source without hidden text, and how many characters that was."""
    n_hidden = 0

    def count(match: re.Match[str]) -> str:
        nonlocal n_hidden
        n_hidden += len(CONTROL.sub("", match.group()).strip("{}\\v "))
        return ""

    source = HIDDEN_GROUP.sub(count, source)
    return HIDDEN_RUN.sub(count, source), n_hidden


def _depth(source: str) -> int:
    deepest = depth = 0
    for mark in re.findall(r"(?<!\\)[{}]", source):
        depth += 1 if mark == "{" else -1
        deepest = max(deepest, depth)
    return deepest
