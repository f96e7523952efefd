"""Our fields against the structured fields of real postings.

``python benchmarks/posting_fields.py ../shared``: hh.ru's employers choose experience, schedule and
employment from lists, beside the text.  Where the text is silent the two cannot agree, so agreement
is given over postings whose text says something, and the disagreements are counted by class.
Prints counts only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from podbor.parse.posting import parse_posting
from podbor.readers.html import html_text
from podbor.records import Posting

EXPERIENCE = {
    "Без опыта": (0, 0),
    "Нет опыта": (0, 0),
    "От 1 года до 3 лет": (12, 36),
    "От 3 до 6 лет": (36, 72),
    "Более 6 лет": (72, 999),
}
SCHEDULE = {
    "Полный день": {"full_day", "5/2", "day"},
    "Сменный график": {
        "rotating",
        "2/2",
        "3/3",
        "4/4",
        "1/3",
        "night",
        "4/2",
        "2/1",
        "3/2",
        "6/1",
        "1/2",
    },
    "Гибкий график": {"flexible"},
    "Удаленная работа": {"remote"},
    "Вахтовый метод": {"rotation"},
}
EMPLOYMENT = {
    "Полная занятость": "full_time",
    "Частичная занятость": "part_time",
    "Проектная работа": "project",
    "Стажировка": "internship",
    "Волонтерство": "volunteer",
}
MOST = 1200  # postings of a file


def main() -> None:
    """Print agreement by file and field."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    wanted = parser.parse_args()
    for name in ("callcentre_postings", "other_postings"):
        classes: dict[str, Counter[str]] = {
            field: Counter() for field in ("experience", "schedule", "employment", "area")
        }
        for row in rows(wanted.shared / "data/ru" / f"{name}.jsonl"):
            text = html_text(row["text"]) if "<" in row["text"] else row["text"]
            posting = parse_posting(f"{row['title']}\n{text}")
            classes["experience"][experience(row.get("experience"), posting)] += 1
            classes["schedule"][schedule(row.get("schedule"), posting)] += 1
            classes["employment"][employment(row.get("employment"), posting)] += 1
            classes["area"][area(row.get("area"), posting)] += 1
        for field, found in classes.items():
            found.pop("not given", None)
            said = sum(count for key, count in found.items() if key != "text silent")
            agree = found["agree"] / said if said else 0.0
            print(
                f"{name} {field}: agree {agree:.2f} of {said} that say "
                f"it; {dict(found.most_common())}"
            )


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Postings with their full text, evenly drawn from a file."""
    with path.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    full = [row for row in found if row.get("text") and row.get("level") == "full"]
    yield from full[:: max(1, len(full) // MOST)]


def experience(given: str | None, posting: Posting) -> str:
    """Class of agreement on the experience asked for."""
    if given not in EXPERIENCE:
        return "not given"
    low, high = EXPERIENCE[given]
    found = posting.required_months
    if found is None:
        return "text silent"
    if low <= found < max(high, 1) or (found == low):
        return "agree"
    if found == 0:
        return "text: none needed, list: some"
    if low == 0:
        return "text: some, list: none"
    return "text asks less" if found < low else "text asks more"


def schedule(given: str | None, posting: Posting) -> str:
    """Class of agreement on the schedule, remote work included."""
    if given not in SCHEDULE:
        return "not given"
    found = {value.value for value in (*posting.schedule, *posting.workplace)} - {"office"}
    if not found:
        return "text silent"
    if found & SCHEDULE[given]:
        return "agree"
    other = sorted(key for key, values in SCHEDULE.items() if values & found)
    return f"list {given}, text like {other[0] if other else 'something else'}"


def employment(given: str | None, posting: Posting) -> str:
    """Class of agreement on full or part time and the like."""
    if given not in EMPLOYMENT:
        return "not given"
    found = {value.value for value in posting.employment}
    if not found:
        return "text silent"
    if EMPLOYMENT[given] in found:
        return "agree"
    return f"list {EMPLOYMENT[given]}, text {min(found)}"


def area(given: str | None, posting: Posting) -> str:
    """Class of agreement on the town."""
    if not given:
        return "not given"
    if posting.location is None:
        return "text silent"
    stem = given.lower().replace("ё", "е")[: max(4, len(given) - 2)]
    if stem in posting.location.value.lower().replace("ё", "е"):
        return "agree"
    return "another town in the text"


if __name__ == "__main__":
    main()
