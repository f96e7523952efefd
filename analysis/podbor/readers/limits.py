"""How much a reader takes before it refuses: resumes come from strangers."""

from __future__ import annotations

from dataclasses import dataclass

from podbor.errors import TooLargeError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of one file.

    Parameters
    ----------
    max_bytes : int
        Size on disk.
    max_pages : int
        Pages of a PDF.
    max_unpacked_bytes : int
        What a DOCX or ODT may unpack to, all parts together.
    max_characters : int
        Length of the text.
    """

    max_bytes: int = 20_000_000
    max_pages: int = 200
    max_unpacked_bytes: int = 100_000_000
    max_characters: int = 2_000_000


def check(name: str, value: int, limit: int, unit: str) -> None:
    """Refuse what is over a limit.

    Raises
    ------
    TooLargeError
        If ``value`` is above ``limit``.
    """
    if value > limit:
        detail = f"{value:,} {unit}, the limit is {limit:,}"
        raise TooLargeError(name, detail)
