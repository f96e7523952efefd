"""Files to documents: the text exactly as read, the map of its blocks, notices.

Each format has its module; libraries are imported when the first file of the format comes.  No
file, however broken, raises anything but a :class:`podbor.errors.ReadError`.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from podbor.errors import (
    EmptyFileError,
    MissingFileError,
    ReadError,
    TruncatedFileError,
    UnsupportedFormatError,
)
from podbor.readers.limits import Limits, check
from podbor.readers.sniff import refuse_disguise
from podbor.records import Document

__all__ = ["SUFFIXES", "Limits", "read", "read_text"]

Reader = Callable[[str, bytes, Limits], Document]

FORMATS = {
    ".txt": "txt",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".rtf": "rtf",
    ".odt": "odt",
    ".json": "json",
}
SUFFIXES = tuple(FORMATS)
READERS = {
    "txt": ("plain", "read_txt"),
    "md": ("plain", "read_md"),
    "html": ("html", "read_html"),
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "rtf": ("rtf", "read_rtf"),
    "odt": ("odt", "read_odt"),
    "json": ("structured", "read_json"),
}
SURROGATE = re.compile("[\ud800-\udfff]")  # half a character; no codec writes it


def read(path: str | os.PathLike[str], *, limits: Limits | None = None) -> Document:
    """Read a posting or resume from a file.

    Parameters
    ----------
    path : str or PathLike
        Ending in one of :data:`SUFFIXES`.
    limits : Limits, optional
        Sizes to refuse; those of ``Limits()`` if left out.

    Returns
    -------
    Document

    Raises
    ------
    ReadError
        One of its kinds: missing, empty, encrypted, scanned, truncated, of a wrong type,
        unsupported, too large.  The text names the file and says what to do.

    Examples
    --------
    >>> read("resume.doc")
    Traceback (most recent call last):
    podbor.errors.MissingFileError: resume.doc: no such file; check the path
    """
    path = Path(path)
    limits = limits or Limits()
    data = _bytes(path, limits)
    file_format = FORMATS.get(path.suffix.lower())
    if file_format is None:
        raise UnsupportedFormatError(path.name, path.suffix or "no ending")
    if not data.strip():
        raise EmptyFileError(path.name, "only white space" if data else "0 bytes")
    refuse_disguise(path.name, data, file_format)
    document = _guarded(path.name, data, file_format, limits)
    check(path.name, len(document.text), limits.max_characters, "characters")
    if SURROGATE.search(document.text):
        return replace(document, text=SURROGATE.sub("\ufffd", document.text))
    return document


def read_text(text: str) -> Document:
    """Take a text that came from no file.

    >>> read_text("Приём звонков").text
    'Приём звонков'
    """
    from podbor.readers.plain import line_blocks

    return Document(name="", format="txt", text=text, blocks=tuple(line_blocks(text)))


def _bytes(path: Path, limits: Limits) -> bytes:
    """Content of a regular file, refused by its size before it is opened."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise ReadError(path.name, "not a file")
        check(path.name, found.st_size, limits.max_bytes, "bytes")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFileError(path.name) from error
    except (OSError, ValueError) as error:
        raise ReadError(path.name, type(error).__name__) from error


def _guarded(name: str, data: bytes, file_format: str, limits: Limits) -> Document:
    """Read, and turn whatever a library raises on a hostile file to an error of ours."""
    module, function = READERS[file_format]
    reader: Reader = getattr(import_module(f"podbor.readers.{module}"), function)
    try:
        return reader(name, data, limits)
    except ReadError:
        raise
    except Exception as error:  # a hostile file may raise anything in a library
        raise TruncatedFileError(name, type(error).__name__) from error
