"""Graded pairs of postings and resumes: files to records."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from podbor.errors import DataError
from podbor.texts import records_of

FIT_GRADE = 1.5  # a mean grade from which a pair counts as a fit
KEY = 12  # hexadecimal digits of a text's checksum


@dataclass(frozen=True, slots=True)
class Pair:
    """A graded pair: ids, texts and the mean grade 0..3."""

    posting_id: str
    resume_id: str
    posting: str
    resume: str
    grade: float


def load_pairs(path: Path, *, collections: Mapping[str, str] | None = None) -> list[Pair]:
    """Read graded pairs.

    Parameters
    ----------
    path : Path
        JSON ``{"postings": {id: text}, "resumes": {id: text}, "pairs": [{"posting", "resume",
        "grades"}]}``; JSON Lines with ``posting``, ``resume`` (texts), ``grade`` or ``grades`` and
        optionally ``posting_id``, ``resume_id``; or a folder with ``postings/*.txt``,
        ``resumes/*.txt`` and ``grades.csv`` (columns ``posting``, ``resume`` and ``grade`` or
        ``grade_1``, ``grade_2`` …).
    collections : mapping of str to str, optional
        Texts by :func:`key_of`, for ids of a folder that no file of it holds.

    Raises
    ------
    DataError
        If it has another form or a text is not there; names the file and what is wrong.
    """
    try:
        if path.is_dir():
            return list(_from_folder(path, collections or {}))
        if path.suffix == ".jsonl":
            return list(_from_lines(path))
        return list(_from_json(path))
    except (OSError, KeyError, TypeError, ValueError) as error:
        message = f"{path}: not graded pairs ({type(error).__name__}: {error})"
        raise DataError(message) from error


def key_of(text: str) -> str:
    """Checksum by which a text that lies elsewhere is named; spaces do not count.

    >>> key_of("a  b") == key_of(" a b ")
    True
    """
    return sha256("".join(text.split()).encode()).hexdigest()[:KEY]


def digest_of(rows: Iterable[tuple[str, str, float]]) -> str:
    """Checksum of graded pairs, whatever their order.

    Parameters
    ----------
    rows : iterable of (str, str, float)
        Ids of the posting and of the resume, and the mean grade.
    """
    lines = sorted(f"{posting} {resume} {grade:.2f}" for posting, resume, grade in rows)
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def load_collections(paths: Iterable[Path]) -> dict[str, str]:
    """Texts of collections by their checksum, each behind its title where it has one.

    Parameters
    ----------
    paths : iterable of Path
        ``.jsonl``, ``.csv``, ``.json`` (a list of documents) or folders of ``.txt``.

    Raises
    ------
    DataError
        If a file has another form.
    """
    found: dict[str, str] = {}
    for path in paths:
        for title, text in records_of(path):
            found[key_of(text)] = f"{title}\n{text}" if title else text
    return found


def _from_json(path: Path) -> Iterator[Pair]:
    data = json.loads(path.read_text(encoding="utf-8"))
    for row in data["pairs"]:
        posting, resume = row["posting"], row["resume"]
        left, right = data["postings"][posting], data["resumes"][resume]
        yield Pair(posting, resume, left, right, _mean(row["grades"]))


def _from_lines(path: Path) -> Iterator[Pair]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        row = json.loads(line)
        posting, resume = row["posting"], row["resume"]
        grades = row["grades"] if "grades" in row else [row["grade"]]
        yield Pair(
            row.get("posting_id") or key_of(posting),
            row.get("resume_id") or key_of(resume),
            posting,
            resume,
            _mean(grades),
        )


def _from_folder(path: Path, collections: Mapping[str, str]) -> Iterator[Pair]:
    texts = {
        (kind, file.stem): file.read_text(encoding="utf-8")
        for kind in ("postings", "resumes")
        for file in sorted((path / kind).glob("*.txt"))
    }
    with (path / "grades.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            grades = [row[column] for column in row if column.startswith("grade") and row[column]]
            posting, resume = (
                texts.get((f"{kind}s", row[kind])) or collections[row[kind]]
                for kind in ("posting", "resume")
            )
            yield Pair(row["posting"], row["resume"], posting, resume, _mean(grades))


def _mean(grades: Iterable[float | str]) -> float:
    values = [float(grade) for grade in grades]
    if not values or not all(0 <= value <= 3 for value in values):
        message = f"grades are numbers 0..3, not {values}"
        raise ValueError(message)
    return sum(values) / len(values)
