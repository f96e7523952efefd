"""Read job postings and resumes in Russian and English, find duties and skills, rank with reasons.

Names are imported when first used: ``import podbor`` itself loads nothing heavy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podbor.api import extract, load, statements
    from podbor.export.table import to_frame
    from podbor.fit.score import score
    from podbor.parse.posting import parse_posting
    from podbor.parse.resume import parse_resume
    from podbor.ranking import rank
    from podbor.readers import read
    from podbor.taxonomy import Taxonomy

__version__ = "0.1.0"
__all__ = [
    "Taxonomy",
    "extract",
    "load",
    "parse_posting",
    "parse_resume",
    "rank",
    "read",
    "score",
    "statements",
    "to_frame",
]

_HOMES = {
    "Taxonomy": "podbor.taxonomy",
    "extract": "podbor.api",
    "load": "podbor.api",
    "parse_posting": "podbor.parse.posting",
    "parse_resume": "podbor.parse.resume",
    "rank": "podbor.ranking",
    "read": "podbor.readers",
    "score": "podbor.fit.score",
    "statements": "podbor.api",
    "to_frame": "podbor.export.table",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _HOMES:
        message = f"module 'podbor' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
