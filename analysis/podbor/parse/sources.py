"""What a caller may give where a posting or a resume is wanted: a path, a text or a record."""

from __future__ import annotations

import os
import re
from pathlib import Path

from podbor.errors import MissingFileError
from podbor.readers import SUFFIXES, read, read_text
from podbor.records import Document

LONGEST_PATH = 1024  # characters; a longer string is a text
FILE_NAME = re.compile(r"[^\s\\/][^\n\\/]*\.\w{1,5}$")


def to_document(source: str | os.PathLike[str] | Document) -> Document:
    """Read a path, or take a text or a document as it is.

    A string is a path when it has one line and names an existing file; a string that ends like a
    file name podbor reads but names no file is refused rather than taken for a text.

    Raises
    ------
    ReadError
        If the file cannot be read or is missing.
    TypeError
        If it is something else altogether.

    Examples
    --------
    >>> to_document("Ищем оператора").format
    'txt'
    >>> to_document("posting.docx")
    Traceback (most recent call last):
    podbor.errors.MissingFileError: posting.docx: no such file; check the path
    """
    if isinstance(source, Document):
        return source
    if isinstance(source, os.PathLike):
        return read(source)
    if not isinstance(source, str):
        message = f"a posting or resume is a path, a text or a record, got {type(source).__name__}"
        raise TypeError(message)
    if _names_file(source):
        return read(Path(source))
    return read_text(source)


def _names_file(source: str) -> bool:
    if not source or len(source) > LONGEST_PATH or "\n" in source or "\0" in source:
        return False
    if Path(source).is_file():
        return True
    name = re.split(r"[\\/]", source)[-1]
    if " " not in name and FILE_NAME.fullmatch(name) and Path(name).suffix.lower() in SUFFIXES:
        raise MissingFileError(name)
    return False
