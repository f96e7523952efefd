"""What a posting offers, by kind: pay, schedule, training, benefits, place, contract."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from podbor.normalize import normalize
from podbor.parse.fields import field_words
from podbor.records import Statement

_MONEY = re.compile(r"\d\s?(?:₽|руб|тыс|\$|€|£)|[$€£]\s?\d|на руки", re.IGNORECASE)
KINDS = ("pay", "schedule", "training", "benefits", "place", "contract")


def kind_of(text: str) -> str | None:
    """Kind of a condition by its words; the one with most words, the earlier of equal ones.

    Examples
    --------
    >>> kind_of("оплачиваемое обучение и наставник"), kind_of("ДМС и скидки на абонементы")
    ('training', 'benefits')
    >>> kind_of("дружный коллектив") is None, kind_of("52 000 – 68 000 ₽ за месяц")
    (True, 'pay')
    """
    counts = Counter(word.value for word in field_words(normalize(text).text).get("conditions", []))
    if not counts:
        return "pay" if _MONEY.search(text) else None
    most = max(counts.values())
    return next(kind for kind in KINDS if counts[kind] == most)


def by_kind(conditions: Iterable[Statement]) -> dict[str, tuple[Statement, ...]]:
    """Conditions by kind, those of no kind under ``other``; kinds without any are left out."""
    found: dict[str, list[Statement]] = {}
    for statement in conditions:
        found.setdefault(kind_of(statement.text) or "other", []).append(statement)
    return {kind: tuple(found[kind]) for kind in (*KINDS, "other") if kind in found}
