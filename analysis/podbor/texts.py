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
TEXTS = ("text", "job_description")
TITLES = ("title", "job_title")
PARTS = {"duties": "Обязанности:", "requirements": "Требования:", "conditions": "Условия:"}
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


def records_of(path: Path) -> Iterator[tuple[str, str]]:
    """Title and text of each record of a collection; HTML is turned to text.

    Parameters
    ----------
    path : Path
        ``.jsonl`` or ``.csv`` with columns ``text`` or ``job_description`` and perhaps ``title`` or
        ``job_title`` (where there is no text, ``duties``, ``requirements`` and ``conditions``
        together), ``.json`` (a list of ``{"text"}``), or a folder of ``.txt`` (searched through).

    Raises
    ------
    DataError
        If it has another form.
    """
    try:
        if path.is_dir():
            for file in sorted(path.rglob("*.txt")):
                yield "", file.read_text(encoding="utf-8")
            return
        for row in _rows(path):
            text = _first(row, TEXTS) or "\n".join(
                f"{heading}\n{row[part]}" for part, heading in PARTS.items() if row.get(part)
            )
            if text:
                yield _first(row, TITLES), html_text(text) if TAG.search(text) else text
    except (ValueError, TypeError, AttributeError, OSError) as error:
        message = f"{path.name}: not a collection of texts ({type(error).__name__}: {error})"
        raise DataError(message) from error


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    if path.suffix == ".json":
        yield from json.loads(path.read_text(encoding="utf-8"))
    elif path.suffix == ".csv":
        csv.field_size_limit(LONGEST_CELL)
        with path.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)
    else:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)
