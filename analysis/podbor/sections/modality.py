"""Required, nice to have or not wanted: by section, by cue in the clause, by the cue's scope."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.matching.matcher import Found
from podbor.matching.tokens import Tokens
from podbor.matching.trie import Hit, PhraseTrie
from podbor.records import Modality

CLAUSE = re.compile(
    r"[,;!?\n]|\.(?!\w)|\s[–—-]\s(?=[А-ЯЁA-Z])|\b(?i:но|but)\b"
    r"|(?<=\))\s+(?=[A-ZА-ЯЁ])"  # “English (Required) Spanish (Preferred)”
)
GLUED = re.compile(r"(?<=[a-z0-9%])\s+(?=[A-Z][a-z])")  # “… preferred Must be able to lift”
LONG = 120  # characters of a line whose items stand glued; shorter ones hold names
LISTED_WORDS = 2  # of one thing in a list that a cue ends
BRACKET = re.compile(r"\([^()]*\)")
LITTLE_WORD = 3  # letters of words such as «но», «это», “but”
STOPPERS = re.compile(r"[,;.!?:()\n]|\b(?:но|а|but)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
BEFORE_REACH = 4  # words between a cue and what it denies
AFTER_REACH = 3
FAR = 100  # characters that so few words never fill
ALWAYS_NOT = frozenset({"experience/none_required", "education/no_degree_required"})


class Cues(NamedTuple):
    """Cues in one text, by what they say."""

    nice: Sequence[Hit]
    before: Sequence[Hit]
    after: Sequence[Hit]


@cache
def _lexicon() -> tuple[PhraseTrie, tuple[str, ...]]:
    groups = read_yaml(resource("corpus", "lexicon/modality.yaml"))
    rows = [(pattern, group) for group, patterns in groups.items() for pattern in patterns]
    return PhraseTrie(row[0] for row in rows), tuple(row[1] for row in rows)


def cue_hits(text: str, tokens: Tokens | None = None) -> list[Hit]:
    """All cues of a text, sorted; :func:`sort_cues` sorts those of one piece by what they say."""
    return _lexicon()[0].find(text, tokens)


def find_cues(text: str) -> Cues:
    """Cues of a clean view, without those inside an exempt phrase («не менее года»)."""
    return sort_cues(cue_hits(text))


def sort_cues(hits: Iterable[Hit]) -> Cues:
    """Cues by what they say, without those inside an exempt phrase."""
    groups = _lexicon()[1]
    by_group: dict[str, list[Hit]] = {name: [] for name in ("nice", "not_before", "not_after")}
    exempt: list[Hit] = []
    for hit in hits:
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
    near = Cues(*([cue for cue in row if not _aside(text, cue, found, cues)] for row in cues))
    if any(_softens(text, cue, found, start, stop) for cue in near.nice):
        return "nice"
    if any(_denies_before(text, cue, found) for cue in near.before):
        return "not"
    if any(_denies_after(text, cue, found, stop) for cue in near.after):
        return "not"
    return "nice" if section == "nice" else "must"


def clause_of(text: str, found: Found) -> tuple[int, int]:
    """Offsets of the clause around a concept; a bracket after it belongs to it."""
    start, stop = 0, len(text)
    breaks = [CLAUSE, GLUED] if len(text) > LONG else [CLAUSE]
    for match in sorted((m for b in breaks for m in b.finditer(text)), key=_where):
        if match.end() <= found.start:
            start = match.end()
        elif match.start() >= found.stop:
            stop = match.start()
            break
    return start, stop


def _where(match: re.Match[str]) -> int:
    return match.start()


def _aside(text: str, cue: Hit, found: Found, cues: Cues) -> bool:
    """A cue in a bracket with words of its own says nothing of what stands outside.

    «Опыт от года (желательно в общепите)», but «Excel (желательно)».
    """
    for bracket in BRACKET.finditer(text):
        if not bracket.start() < cue.start < bracket.end():
            continue
        if bracket.start() < found.start < bracket.end():
            return False
        said = [(hit.start, hit.stop) for row in cues for hit in row]
        words = WORD.finditer(text, bracket.start(), bracket.end())
        return any(
            len(word.group()) > LITTLE_WORD
            and not any(start <= word.start() < stop for start, stop in said)
            for word in words
        )
    return False


def _softens(text: str, cue: Hit, found: Found, start: int, stop: int) -> bool:
    """The cue stands in the concept's clause, opens the sentence, or ends the list it is in."""
    if start <= cue.start < stop or _opens(text, cue, found):
        return True
    return found.stop <= cue.start and _one_list(text[found.stop : cue.start])


def _one_list(between: str) -> bool:
    """Short things parted by commas and a conjunction: “Excel, Word, and PowerPoint a plus”."""
    if not re.match(r"\s*,", between) or re.search(r"[.;:!?()\n]", between):
        return False
    parts = re.split(r",|\bи\b|\bили\b|\band\b|\bor\b", between)
    if len(parts) <= between.count(",") + 1:  # no conjunction before the last thing
        return False
    return all(len(WORD.findall(part)) <= LISTED_WORDS for part in parts)


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
