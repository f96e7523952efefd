"""Clauses of a statement: what stands between commas, brackets and conjunctions."""

from __future__ import annotations

import re

LEAST = 3  # characters
CUT = re.compile(
    r"[,;.!?:•·|/()\n]+\s*"
    r"|\s+(?:and|or|as well as|but|и|или|а также|но)\s+"
    r"|\s+[–—-]\s+"
    r"|(?<=[a-z])\s+(?=[A-Z][a-z])",  # “Answer phones Greet guests”, a list without marks
)


def clauses_of(text: str) -> list[tuple[int, int]]:
    """Offsets of the clauses of a statement, in order; none if it is a single one.

    >>> text = "приём звонков, ввод данных и отчёты"
    >>> [text[start:stop] for start, stop in clauses_of(text)]
    ['приём звонков', 'ввод данных', 'отчёты']
    >>> clauses_of("приём звонков")
    []
    """
    found, at = [], 0
    for match in CUT.finditer(text):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, len(text)))
    kept = [(start, stop) for start, stop in found if stop - start > LEAST]
    return kept if len(found) > 1 else []
