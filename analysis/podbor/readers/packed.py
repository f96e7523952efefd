"""Zip containers (DOCX, ODT), opened as if they came from an enemy."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from podbor.errors import EncryptedFileError, TooLargeError, TruncatedFileError
from podbor.readers.limits import Limits

CHUNK = 1 << 16
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    KeyError,
)
MOST_TAGS = 3_000_000  # of one XML part; a tree takes some hundred bytes for each
ENCRYPTED = 0x1  # flag of a zip member
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # «Strict Open XML» of Word
USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    """Parts of a zip, read within a budget that all of them share.

    The sizes that a zip states are not believed: bytes are counted while they unpack.
    """

    def __init__(self, name: str, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._name = name
        self._archive = archive
        self._left = limits.max_unpacked_bytes
        self._limit = limits.max_unpacked_bytes
        self.names = frozenset(archive.namelist())

    def read(self, part: str) -> bytes:
        """Bytes of one part.

        Raises
        ------
        TooLargeError
            If the parts read so far unpack to more than the limit.
        TruncatedFileError
            If the part is damaged.
        EncryptedFileError
            If a password is needed.
        """
        chunks = []
        if self._archive.getinfo(part).flag_bits & ENCRYPTED:
            raise EncryptedFileError(self._name)
        try:
            with self._archive.open(part) as stream:
                while chunk := stream.read(CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        detail = f"unpacks to more than {self._limit:,} bytes"
                        raise TooLargeError(self._name, detail)
                    chunks.append(chunk)
        except BROKEN as error:
            raise TruncatedFileError(self._name, f"part {part}") from error
        return b"".join(chunks)

    def tree(self, part: str) -> Any:
        """Root element of an XML part, parsed without entities and network.

        Raises
        ------
        TruncatedFileError
            If it is no XML.
        TooLargeError
            If it has millions of tags.
        """
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        data = self.read(part).replace(STRICT, USUAL)
        if data.count(b"<") > MOST_TAGS:
            raise TooLargeError(self._name, f"over {MOST_TAGS:,} tags in a part")
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise TruncatedFileError(self._name, f"part {part} is no XML") from error


@contextmanager
def opened(name: str, data: bytes, limits: Limits) -> Iterator[Package]:
    """Open a zip.

    Raises
    ------
    TruncatedFileError
        If it is cut off or damaged.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise TruncatedFileError(name, "the archive does not open") from error
    with archive:
        yield Package(name, archive, limits)
