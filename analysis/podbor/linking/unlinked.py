"""Clear duties and skills that no concept covers: candidates for the taxonomy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from podbor.linking.clauses import clauses_of
from podbor.matching.lemmas import names_a_process
from podbor.matching.senses import Sense, Senses
from podbor.matching.tokens import WORD

NAMING = frozenset({"duty", "skill", "knowledge", "tool"})
LONGEST = 12  # words of a candidate: prose names nothing
LEAST = 2  # words of a duty


def find_unlinked(text: str, kind: str, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Offsets of clauses that name something which no mention covers.

    Parameters
    ----------
    text : str
        A statement in the clean view.
    kind : str
        Its kind; only duties, skills, knowledge and tools name anything.
    taken : sequence of (int, int)
        Offsets of the mentions.

    Examples
    --------
    >>> text = "приём звонков, нарезка овощей"
    >>> [text[start:stop] for start, stop in find_unlinked(text, "duty", [(0, 13)])]
    ['нарезка овощей']
    >>> find_unlinked("График 2/2", "condition", [])
    []
    """
    if kind not in NAMING:
        return []
    found = []
    for start, stop in clauses_of(text) or [(0, len(text))]:
        if any(first < stop and start < last for first, last in taken):
            continue
        if _names_something(text[start:stop], kind):
            found.append((start, stop))
    return found


def _names_something(clause: str, kind: str) -> bool:
    words = WORD.findall(clause)
    if len(words) > LONGEST:
        return False
    senses = [_senses().of(word) for word in words]
    telling = [sense for sense in senses if sense.role != "stop"]
    if kind != "duty":
        return bool(telling)
    return len(telling) >= LEAST and _acts(words, senses)


def _acts(words: Sequence[str], senses: Sequence[Sense]) -> bool:
    """An action, or a noun of a process that no row lists: «нарезка овощей»."""
    if any(sense.role == "action" for sense in senses):
        return True
    first = next(i for i, sense in enumerate(senses) if sense.role != "stop")
    return not senses[first].listed and names_a_process(words[first])


@cache
def _senses() -> Senses:
    return Senses()
