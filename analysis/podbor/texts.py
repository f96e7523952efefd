"""Texts out of collections: a column of CSV, a key of JSON Lines, a whole text file."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

from podbor.errors import DataError
from podbor.readers.html import html_text

LONGEST_CELL = 10_000_000  # characters
TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def texts_of(path: Path, *, field: str = "text") -> Iterator[str]:
    """Texts of one file, in its order; HTML is turned to text.

    Parameters
    ----------
    path : Path
        ``.jsonl``, ``.csv`` or anything else, which is read as one text in UTF-8.
    field : str
        Key or column that holds the text.

    Raises
    ------
    DataError
        If a row lacks the field or is no JSON.
    """
    try:
        for text in _raw(path, field):
            yield html_text(text) if TAG.search(text) else text
    except (ValueError, KeyError, TypeError) as error:
        message = f"{path.name}: no texts under {field!r} ({type(error).__name__}: {error})"
        raise DataError(message) from error


def _raw(path: Path, field: str) -> Iterator[str]:
    if path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield str(json.loads(line)[field])
    elif path.suffix == ".csv":
        csv.field_size_limit(LONGEST_CELL)
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield row[field]
    else:
        yield path.read_text(encoding="utf-8")
