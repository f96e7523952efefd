"""Plain text and Markdown: the decoded bytes, untouched."""

from __future__ import annotations

from podbor.errors import EmptyFileError, WrongTypeError
from podbor.readers.encoding import decode
from podbor.records import Block, Document


def read_plain(name: str, data: bytes, *, file_format: str = "txt") -> Document:
    """Read a text file; line ends stay as they are.

    Raises
    ------
    EmptyFileError
        If it holds nothing but white space.
    WrongTypeError
        If it is binary.
    """
    try:
        text, encoding = decode(data)
    except ValueError as error:
        raise WrongTypeError(name, str(error)) from error
    if not text.strip():
        raise EmptyFileError(name, "only white space")
    return Document(
        name=name, format=file_format, text=text, blocks=tuple(line_blocks(text)), encoding=encoding
    )


def line_blocks(text: str) -> list[Block]:
    """One block per line that holds something."""
    blocks = []
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            begin = start + line.index(words[0])
            blocks.append(Block(start=begin, stop=begin + len(words)))
        start += len(line)
    return blocks
