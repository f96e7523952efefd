"""Texts out of collections: a column of CSV, a key of JSON Lines, a whole text file."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from podbor.errors import DataError
from podbor.readers.html import html_text

LONGEST_CELL = 10_000_000  # characters
TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def texts_of(path: Path, *, fields: Sequence[str] = ("text",)) -> Iterator[str]:
    """Texts of one file, in its order; HTML is turned to text, rows without a text are left out.

    Parameters
    ----------
    path : Path
        ``.jsonl``, ``.csv`` or anything else, which is read as one text in UTF-8.
    fields : sequence of str
        Keys or columns that may hold the text; the first that does is taken.

    Raises
    ------
    DataError
        If a row is no JSON, or no row holds any of the fields.
    """
    empty = True
    try:
        for text in _raw(path, fields):
            if text:
                empty = False
                yield html_text(text) if TAG.search(text) else text
    except (ValueError, TypeError, AttributeError) as error:
        message = f"{path.name}: not rows of texts ({type(error).__name__}: {error})"
        raise DataError(message) from error
    if empty:
        message = f"{path.name}: no row holds any of the fields {', '.join(fields)}"
        raise DataError(message)


def _first(row: Mapping[str, Any], fields: Sequence[str]) -> str:
    return next((str(row[field]) for field in fields if row.get(field)), "")


def _raw(path: Path, fields: Sequence[str]) -> Iterator[str]:
    if path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield _first(json.loads(line), fields)
    elif path.suffix == ".csv":
        csv.field_size_limit(LONGEST_CELL)
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield _first(row, fields)
    else:
        yield path.read_text(encoding="utf-8")
