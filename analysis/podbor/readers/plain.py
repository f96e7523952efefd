"""Plain text and Markdown: the decoded bytes, untouched."""

from __future__ import annotations

from podbor.errors import EmptyFileError
from podbor.readers.encoding import decoded
from podbor.readers.limits import Limits
from podbor.records import Block, Document


def read_txt(name: str, data: bytes, limits: Limits) -> Document:  # noqa: ARG001
    """Read a text file; line ends stay as they are.

    Raises
    ------
    EmptyFileError
        If it holds nothing but white space.
    WrongTypeError
        If it is binary.
    """
    return _read(name, data, file_format="txt")


def read_md(name: str, data: bytes, limits: Limits) -> Document:  # noqa: ARG001
    """Read a Markdown file; its marks stay in the text.

    Raises
    ------
    EmptyFileError
        If it holds nothing but white space.
    WrongTypeError
        If it is binary.
    """
    return _read(name, data, file_format="md")


def _read(name: str, data: bytes, *, file_format: str) -> Document:
    text, encoding = decoded(name, data)
    if not text.strip():
        raise EmptyFileError(name, "only white space")
    return Document(
        name=name, format=file_format, text=text, blocks=tuple(line_blocks(text)), encoding=encoding
    )


def line_blocks(text: str) -> list[Block]:
    r"""One block per line that holds something.

    >>> [(block.start, block.stop) for block in line_blocks("  Опыт\r\n\r\nCRM")]
    [(2, 6), (10, 13)]
    """
    blocks = []
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            begin = start + len(line) - len(line.lstrip())
            blocks.append(Block(start=begin, stop=begin + len(words)))
        start += len(line)
    return blocks
