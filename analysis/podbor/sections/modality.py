"""Required, nice to have or not wanted: by section, by cue in the clause, by the cue's scope."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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


class Cue(NamedTuple):
    """A cue, and the bracket with words of its own beyond which it says nothing."""

    start: int
    stop: int
    bracket: tuple[int, int] | None = None


class Cues(NamedTuple):
    """Cues in one text, by what they say, and where its clauses part."""

    nice: Sequence[Cue]
    before: Sequence[Cue]
    after: Sequence[Cue]
    breaks: Sequence[tuple[int, int]]


@cache
def _lexicon() -> tuple[PhraseTrie, tuple[str, ...]]:
    groups = read_yaml(resource("corpus", "lexicon/modality.yaml"))
    rows = [(pattern, group) for group, patterns in groups.items() for pattern in patterns]
    return PhraseTrie(row[0] for row in rows), tuple(row[1] for row in rows)


def cue_hits(text: str, tokens: Tokens | None = None) -> list[Hit]:
    """All cues of a text, sorted; :func:`sort_cues` sorts those of one piece by what they say."""
    return _lexicon()[0].find(text, tokens)


def sort_cues(text: str, hits: Iterable[Hit]) -> Cues:
    """Cues by what they say, without those inside an exempt phrase («не менее года»)."""
    groups = _lexicon()[1]
    by_group: dict[str, list[Hit]] = {name: [] for name in ("nice", "not_before", "not_after")}
    exempt: list[Hit] = []
    for hit in hits:
        group = groups[hit.form]
        (exempt if group == "not_exempt" else by_group[group]).append(hit)
    inside = [(hit.start, hit.stop) for hit in exempt]
    kept = [_outside(by_group[name], inside) for name in by_group]
    if not any(kept):
        return Cues((), (), (), ())
    brackets = _telling_brackets(text, [hit for row in kept for hit in row])
    nice, before, after = ([_cue(hit, brackets) for hit in row] for row in kept)
    return Cues(nice, before, after, _breaks(text))


def _telling_brackets(text: str, cues: Sequence[Hit]) -> list[tuple[int, int]]:
    """Brackets that hold more than cues and little words.

    «Опыт от года (желательно в общепите)», but not «Excel (желательно)».
    """
    said = {place for cue in cues for place in range(cue.start, cue.stop)}
    return [
        bracket.span()
        for bracket in BRACKET.finditer(text)
        if any(
            len(word.group()) > LITTLE_WORD and word.start() not in said
            for word in WORD.finditer(text, *bracket.span())
        )
    ]


def _cue(hit: Hit, brackets: Sequence[tuple[int, int]]) -> Cue:
    around = (row for row in brackets if row[0] < hit.start < row[1])
    return Cue(hit.start, hit.stop, next(around, None))


def _breaks(text: str) -> list[tuple[int, int]]:
    """Where clauses part, in order; long lines part at capitals too."""
    breaks = [CLAUSE, GLUED] if len(text) > LONG else [CLAUSE]
    return sorted(match.span() for pattern in breaks for match in pattern.finditer(text))


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
    start, stop = clause_of(text, found, cues.breaks)
    if any(_softens(text, cue, found, start, stop) for cue in _reaching(cues.nice, found)):
        return "nice"
    if any(_denies_before(text, cue, found) for cue in _reaching(cues.before, found)):
        return "not"
    if any(_denies_after(text, cue, found, stop) for cue in _reaching(cues.after, found)):
        return "not"
    return "nice" if section == "nice" else "must"


def clause_of(text: str, found: Found, breaks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Offsets of the clause around a concept; a bracket after it belongs to it."""
    start, stop = 0, len(text)
    for first, last in breaks:
        if last <= found.start:
            start = last
        elif first >= found.stop:
            stop = first
            break
    return start, stop


def _reaching(cues: Sequence[Cue], found: Found) -> Iterator[Cue]:
    """Cues that no bracket keeps from a concept."""
    for cue in cues:
        if cue.bracket is None or cue.bracket[0] < found.start < cue.bracket[1]:
            yield cue


def _softens(text: str, cue: Cue, found: Found, start: int, stop: int) -> bool:
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


def _opens(text: str, cue: Cue, found: Found) -> bool:
    """«Желательно: Excel, 1С» — a cue that opens the sentence covers all of it."""
    return cue.start < 3 and cue.stop <= found.start and text[cue.stop : cue.stop + 1] in {":", " "}


def _denies_before(text: str, cue: Cue, found: Found) -> bool:
    if found.start - cue.stop > FAR:
        return False
    if cue.stop > found.start:  # after the concept, or among its own words («не боишься»)
        return False
    between = text[cue.stop : found.start]
    return not STOPPERS.search(between) and len(WORD.findall(between)) <= BEFORE_REACH


def _denies_after(text: str, cue: Cue, found: Found, clause_stop: int) -> bool:
    if not found.stop <= cue.start < min(clause_stop, found.stop + FAR):
        return False
    return len(WORD.findall(text[found.stop : cue.start])) <= AFTER_REACH
