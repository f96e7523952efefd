"""Rankings as files: CSV for spreadsheets, JSON Lines with every quote for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from podbor.ranking import COLUMNS, Ranked
from podbor.records import Evidence
from podbor.report.messages import Lang, knockout, label, reason
from podbor.report.reasons import change_text, reason_text

FORMULA = ("=", "+", "-", "@", "\t", "\r")
FIELDS = tuple(column for column in COLUMNS if column != "match")

Places = Sequence[tuple[int | None, Ranked]]


def write_ranking(places: Places, path: Path, *, lang: Lang = "en") -> None:
    """Write a ranking by the ending of the path.

    Parameters
    ----------
    places : sequence of (int or None, Ranked)
        As :func:`podbor.ranking.rank_all` gives them.
    path : Path
        ``.csv`` or ``.jsonl``.
    lang : str
        Language of labels and reasons.

    Raises
    ------
    ValueError
        If the path ends otherwise.
    """
    writers = {".csv": as_csv, ".jsonl": as_jsonl}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        message = f"{path.name}: a ranking is written as .csv or .jsonl"
        raise ValueError(message)
    path.write_bytes(writer(places, lang=lang).encode("utf-8"))


def as_csv(places: Places, *, lang: Lang) -> str:
    """One row per resume; lists are joined by ``; ``, cells cannot act as formulas."""
    buffer = io.StringIO()
    buffer.write("\ufeff")  # Excel reads UTF-8 only with it
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(FIELDS)
    for place, item in places:
        row = plain_row(place, item, lang=lang)
        writer.writerow([_cell(row[field]) for field in FIELDS])
    return buffer.getvalue()


def _cell(value: Any) -> str:
    text = "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    text = " ".join(text.split("\n"))
    return f"'{text}" if text.startswith(FORMULA) else text


def plain_row(place: int | None, item: Ranked, *, lang: Lang) -> dict[str, Any]:
    """Fields of one row with concepts as labels."""
    match = item.match
    return {
        "rank": place,
        "score": match.score if match else None,
        "file": item.file,
        "candidate": item.candidate,
        "position": item.position,
        "experience_months": item.experience_months,
        "matched": [label(e.concept, lang) for e in match.matched] if match else [],
        "missing": [label(e.concept, lang) for e in match.missing] if match else [],
        "not_wanted": [label(e.concept, lang) for e in match.not_wanted] if match else [],
        "knockouts": [knockout(k, lang) for k in match.knockouts] if match else [],
        "status": item.status,
        "reason": reason(item.status, item.reason, lang),
        "warnings": list(item.warnings),
    }


def as_jsonl(places: Places, *, lang: Lang) -> str:
    """One object per resume; concepts come with id, label and the quotes of both texts."""
    rows = []
    for place, item in places:
        row = plain_row(place, item, lang=lang)
        match = item.match
        if match:
            row |= {
                "matched": [evidence_row(e, lang) for e in match.matched],
                "missing": [evidence_row(e, lang) for e in match.missing],
                "not_wanted": [evidence_row(e, lang) for e in match.not_wanted],
                "knockouts": [asdict(k) | {"text": knockout(k, lang)} for k in match.knockouts],
                "low": match.low,
                "high": match.high,
                "grade": match.grade,
                "reasons": [asdict(r) | {"text": reason_text(r, lang)} for r in match.reasons],
                "changes": [asdict(c) | {"text": change_text(c, lang)} for c in match.changes],
                "contributions": dict(match.contributions),
                "bias": match.bias,
                "model": match.model,
            }
        rows.append(json.dumps(row, ensure_ascii=False))
    return "".join(f"{row}\n" for row in rows)


def evidence_row(evidence: Evidence, lang: Lang) -> dict[str, Any]:
    """One concept with its label and quotes."""
    return {"concept": evidence.concept, "label": label(evidence.concept, lang)} | {
        key: value for key, value in asdict(evidence).items() if key != "concept"
    }
