"""Lengths of time in words and digits: «от 1 года», «1–3 года», “2+ years”, «полугода»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMBERS = {
    "одного": 1, "один": 1, "года": 1, "двух": 2, "два": 2, "трех": 3, "трёх": 3, "три": 3,
    "пяти": 5, "полугода": 0.5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
}  # fmt: skip
DURATION = re.compile(
    r"(?:от|не менее|минимум|более|свыше|at least|minimum(?: of)?|over)?\s*"
    r"(?P<low>\d{1,2}(?:[.,]5)?|"
    + "|".join(sorted(NUMBERS, key=len, reverse=True))
    + r")(?:-?х)?(?:\s*\(\d+\))?\s*\+?\s*"
    r"(?:(?:год\w*\s|years?\s)?(?:[-–—]|до|to|or)\s*(?:(?P<high>\d{1,2})|more)\s*\+?\s*)?"
    r"(?P<unit>год\w*|лет\b|years?\b|yrs?\b|мес\w*|months?\b)?",
    re.IGNORECASE,
)
MOST_YEARS = 20


@dataclass(frozen=True, slots=True)
class Duration:
    """Half-open offsets, the least months, and the most where the text gives them."""

    start: int
    stop: int
    min_months: int
    max_months: int | None


def find_durations(text: str, start: int = 0, stop: int | None = None) -> Iterator[Duration]:
    """Durations between two offsets of a clean view.

    Examples
    --------
    >>> [(d.min_months, d.max_months) for d in find_durations("опыт от 1 года, продажи 1-3 года")]
    [(12, None), (12, 36)]
    >>> list(find_durations("график 2/2, смена 12 часов"))
    []
    """
    for match in DURATION.finditer(text, start, len(text) if stop is None else stop):
        least = _months(match["low"], match["unit"])
        if least is not None:
            most = _months(match["high"], match["unit"]) if match["high"] else None
            lead = len(match.group()) - len(match.group().lstrip())
            end = match.start() + len(match.group().rstrip())
            yield Duration(match.start() + lead, end, least, most)


def _months(number: str, unit: str | None) -> int | None:
    low, unit = number.lower(), (unit or "").lower()
    if not unit and low not in {"года", "полугода"}:
        return None
    amount = float(NUMBERS[low]) if low in NUMBERS else float(low.replace(",", "."))
    if unit.startswith(("мес", "month")):
        return int(amount)
    return int(amount * 12) if 0 < amount <= MOST_YEARS else None
