"""Concepts in a text: the trie's hits, less those that a block covers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from podbor.matching.tokens import Tokens
from podbor.matching.trie import Hit, PhraseTrie
from podbor.taxonomy.model import Concept, Taxonomy


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A concept in a text: half-open offsets, its id and the form that matched."""

    start: int
    stop: int
    concept: str
    form: str


class ConceptMatcher:
    """Finds the concepts of a taxonomy.

    Parameters
    ----------
    taxonomy : Taxonomy
        Groups are not matched.

    Examples
    --------
    >>> matcher = shipped_matcher()
    >>> [found.concept for found in matcher.find("Работа в CRM")]
    ['tool/crm']
    >>> matcher.find("Кошка спит")
    []
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._forms: list[tuple[Concept, str, bool]] = []
        for concept in taxonomy.matchable:
            self._forms += [(concept, form, False) for form in concept.forms]
            self._forms += [(concept, form, True) for form in concept.blocks]
        self._trie = PhraseTrie(form for _, form, _ in self._forms)

    @property
    def n_forms(self) -> int:
        """Forms and blocks of all concepts."""
        return len(self._forms)

    def find(self, text: str, tokens: Tokens | None = None) -> list[Found]:
        """Concepts sorted by offset; of overlapping hits of one concept the longest is kept.

        Parameters
        ----------
        text : str
        tokens : Tokens, optional
            The text's words, where they are known already.
        """
        hits: dict[str, list[Hit]] = {}
        blocked: dict[str, list[Hit]] = {}
        for hit in self._trie.find(text, tokens):
            concept, _, block = self._forms[hit.form]
            (blocked if block else hits).setdefault(concept.id, []).append(hit)
        found = []
        for concept_id, rows in hits.items():
            covered = longest(blocked.get(concept_id, []))
            starts = [block.start for block in covered]
            free = [hit for hit in rows if not _overlaps(hit, covered, starts)]
            found += [
                Found(hit.start, hit.stop, concept_id, self._forms[hit.form][1])
                for hit in longest(free)
            ]
        return sorted(found)


def _overlaps(hit: Hit, others: list[Hit], starts: list[int]) -> bool:
    """Tell whether a hit meets any of the others, which are sorted and do not overlap."""
    at = bisect_left(starts, hit.stop)  # the last that begins before the hit ends
    return at > 0 and others[at - 1].stop > hit.start


def longest(hits: list[Hit]) -> list[Hit]:
    """Of hits that overlap keep the longest, the first of equals.

    >>> longest([Hit(0, 5, 0), Hit(3, 12, 1), Hit(20, 22, 0)])
    [Hit(start=3, stop=12, form=1), Hit(start=20, stop=22, form=0)]
    """
    kept: list[Hit] = []
    for hit in sorted(hits, key=_by_start):
        if kept and hit.start < kept[-1].stop:
            if hit.stop - hit.start > kept[-1].stop - kept[-1].start:
                kept[-1] = hit
        else:
            kept.append(hit)
    return kept


def _by_start(hit: Hit) -> tuple[int, int, int]:
    return hit.start, -hit.stop, hit.form


@cache
def shipped_matcher() -> ConceptMatcher:
    """The matcher of the shipped taxonomy, built once per process (about 0.5 s)."""
    return ConceptMatcher(Taxonomy.load())
