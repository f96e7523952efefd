"""Files to documents: the text exactly as read, the map of its blocks, notices.

Each format has its module; libraries are imported when the first file of the format comes.  No
file, however broken, raises anything but a :class:`podbor.errors.ReadError`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from podbor.errors import (
    EmptyFileError,
    EncryptedFileError,
    MissingFileError,
    ReadError,
    TruncatedFileError,
    UnsupportedFormatError,
    WrongTypeError,
)
from podbor.readers.limits import Limits, check
from podbor.records import Document

__all__ = ["SUFFIXES", "Limits", "read", "read_text"]

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
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office files, and DOCX under a password
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
ZIP = b"PK\x03\x04"
PDF = b"%PDF-"
PLAIN = frozenset({"txt", "md", "html", "json", "rtf"})


def read(path: str | os.PathLike[str], *, limits: Limits | None = None) -> Document:
    """Read a posting or resume from a file.

    Parameters
    ----------
    path : str or PathLike
        Ending in one of :data:`SUFFIXES`.
    limits : Limits, optional
        Sizes to refuse; sane ones if left out.

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
    if not data:
        raise EmptyFileError(path.name, "0 bytes")
    _refuse_disguise(path.name, data, file_format)
    document = _guarded(path.name, data, file_format, limits)
    check(path.name, len(document.text), limits.max_characters, "characters")
    return document


def read_text(text: str) -> Document:
    """Take a text that came from no file.

    >>> read_text("Приём звонков").text
    'Приём звонков'
    """
    from podbor.readers.plain import line_blocks

    return Document(name="", format="txt", text=text, blocks=tuple(line_blocks(text)))


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        check(path.name, path.stat().st_size, limits.max_bytes, "bytes")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFileError(path.name) from error
    except (OSError, ValueError) as error:
        raise ReadError(path.name, type(error).__name__) from error


def _refuse_disguise(name: str, data: bytes, file_format: str) -> None:
    """Refuse a file whose first bytes are another format's."""
    if data.startswith(OLE):
        if ENCRYPTED_PACKAGE in data:
            raise EncryptedFileError(name)
        raise UnsupportedFormatError(name, "an old Office file")
    if file_format in PLAIN and data.startswith((ZIP, PDF)):
        raise WrongTypeError(name, f"a {'zip' if data.startswith(ZIP) else 'PDF'} inside")
    if file_format in {"docx", "odt"} and not data.startswith(b"PK"):
        raise WrongTypeError(name, "not a zip, as every document of this kind is")


def _guarded(name: str, data: bytes, file_format: str, limits: Limits) -> Document:
    """Read, and turn whatever a library raises on a hostile file to an error of ours."""
    try:
        return _reader(file_format)(name, data, limits)
    except ReadError:
        raise
    except Exception as error:  # a hostile file may raise anything in a library
        raise TruncatedFileError(name, type(error).__name__) from error


def _reader(file_format: str) -> Callable[[str, bytes, Limits], Document]:
    if file_format == "pdf":
        from podbor.readers.pdf import read_pdf

        return read_pdf
    if file_format == "docx":
        from podbor.readers.docx import read_docx

        return read_docx
    if file_format == "odt":
        from podbor.readers.odt import read_odt

        return read_odt
    return _unlimited(file_format)


def _unlimited(file_format: str) -> Callable[[str, bytes, Limits], Document]:
    """Readers whose only limits are those on bytes and characters."""

    def read_it(name: str, data: bytes, limits: Limits) -> Document:  # noqa: ARG001
        if file_format == "html":
            from podbor.readers.html import read_html

            return read_html(name, data)
        if file_format == "rtf":
            from podbor.readers.rtf import read_rtf

            return read_rtf(name, data)
        if file_format == "json":
            from podbor.readers.structured import read_json

            return read_json(name, data)
        from podbor.readers.plain import read_plain

        return read_plain(name, data, file_format=file_format)

    return read_it
