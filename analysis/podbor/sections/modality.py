"""Required, nice to have or not wanted: by section, by cue in the clause, by the cue's scope."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.matching.matcher import Found
from podbor.matching.trie import Hit, PhraseTrie
from podbor.records import Modality

CLAUSE = re.compile(r"[,;.!?\n]|\s[–—-]\s(?=[А-ЯЁA-Z])|\b(?:но|but)\b", re.IGNORECASE)
STOPPERS = re.compile(r"[,;.!?:\n]|\b(?:но|а|but)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
BEFORE_REACH = 4  # words between a cue and what it denies
AFTER_REACH = 3
FAR = 100  # characters that so few words never fill
ALWAYS_NOT = frozenset({"experience/none_required", "education/no_degree_required"})


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues in one text, by what they say."""

    nice: tuple[Hit, ...]
    before: tuple[Hit, ...]
    after: tuple[Hit, ...]


@cache
def _lexicon() -> tuple[PhraseTrie, tuple[str, ...]]:
    groups = read_yaml(resource("corpus", "lexicon/modality.yaml"))
    rows = [(pattern, group) for group, patterns in groups.items() for pattern in patterns]
    return PhraseTrie(row[0] for row in rows), tuple(row[1] for row in rows)


def find_cues(text: str) -> Cues:
    """Cues of a clean view, without those inside an exempt phrase («не менее года»)."""
    trie, groups = _lexicon()
    by_group: dict[str, list[Hit]] = {name: [] for name in ("nice", "not_before", "not_after")}
    exempt: list[Hit] = []
    for hit in trie.find(text):
        group = groups[hit.form]
        (exempt if group == "not_exempt" else by_group[group]).append(hit)
    inside = [(hit.start, hit.stop) for hit in exempt]
    return Cues(*(tuple(_outside(by_group[name], inside)) for name in by_group))


def _outside(hits: list[Hit], spans: list[tuple[int, int]]) -> list[Hit]:
    return [
        hit
        for hit in hits
        if not any(start <= hit.start and hit.stop <= stop for start, stop in spans)
    ]


def modality_of(text: str, found: Found, cues: Cues, *, section: str | None) -> Modality:
    """Modality of one concept in its clause.

    Parameters
    ----------
    text : str
        The piece's text.
    found : Found
        Offsets into ``text``.
    cues : Cues
        Of the same text.
    section : str or None
        Family of the heading above.
    """
    if found.concept in ALWAYS_NOT:
        return "not"
    start, stop = clause_of(text, found)
    if any(start <= cue.start < stop or _opens(text, cue, found) for cue in cues.nice):
        return "nice"
    if any(_denies_before(text, cue, found) for cue in cues.before):
        return "not"
    if any(_denies_after(text, cue, found, stop) for cue in cues.after):
        return "not"
    return "nice" if section == "nice" else "must"


def clause_of(text: str, found: Found) -> tuple[int, int]:
    """Offsets of the clause around a concept; a bracket after it belongs to it."""
    start, stop = 0, len(text)
    for match in CLAUSE.finditer(text):
        if match.end() <= found.start:
            start = match.end()
        elif match.start() >= found.stop:
            stop = match.start()
            break
    return start, stop


def _opens(text: str, cue: Hit, found: Found) -> bool:
    """«Желательно: Excel, 1С» — a cue that opens the sentence covers all of it."""
    return cue.start < 3 and cue.stop <= found.start and text[cue.stop : cue.stop + 1] in {":", " "}


def _denies_before(text: str, cue: Hit, found: Found) -> bool:
    if found.start - cue.stop > FAR:
        return False
    if cue.stop > found.start:  # after the concept, or among its own words («не боишься»)
        return False
    between = text[cue.stop : found.start]
    return not STOPPERS.search(between) and len(WORD.findall(between)) <= BEFORE_REACH


def _denies_after(text: str, cue: Hit, found: Found, clause_stop: int) -> bool:
    if not found.stop <= cue.start < min(clause_stop, found.stop + FAR):
        return False
    return len(WORD.findall(text[found.stop : cue.start])) <= AFTER_REACH
