"""What is said of a concept beside it: years, level, frequency, alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.matching.tokens import Tokens
from podbor.matching.trie import Hit, PhraseTrie
from podbor.records import Mention
from podbor.sections.durations import Duration, find_durations

CLAUSE = re.compile(r"[,;.!?:\n]|\b(?:и|но|and|but)\b", re.IGNORECASE)
EITHER = re.compile(r"\s*(?:,\s*)?(?:/|\bили\b|\bлибо\b|\bor\b)\s*", re.IGNORECASE)
LONGEST_LINK = 40  # characters between two alternatives
REACH = 30  # characters between a word of level or frequency and what it describes
TIMED = frozenset({"experience", "tool", "knowledge", "duty", "skill"})
LEVELLED = frozenset({"skill", "knowledge", "tool", "language"})
FREQUENT = frozenset({"duty", "tool"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of level or frequency: offsets, which of both, and its value."""

    start: int
    stop: int
    group: str
    value: str


@cache
def _lexicon() -> tuple[PhraseTrie, tuple[tuple[str, str], ...]]:
    groups = read_yaml(resource("corpus", "lexicon/attributes.yaml"))
    rows = [
        (pattern, group, str(value))
        for group, values in groups.items()
        for value, patterns in values.items()
        for pattern in patterns
    ]
    return PhraseTrie(row[0] for row in rows), tuple(row[1:] for row in rows)


def attribute_hits(text: str, tokens: Tokens | None = None) -> list[Hit]:
    """Words of level and frequency in a text, sorted."""
    return _lexicon()[0].find(text, tokens)


def describe(text: str, mentions: Sequence[Mention], hits: Iterable[Hit]) -> list[Mention]:
    """Attach attributes to the mentions of a statement.

    Parameters
    ----------
    text : str
        The statement's text in the clean view.
    mentions : sequence of Mention
        Offsets into ``text``, sorted.
    hits : iterable of Hit
        What :func:`attribute_hits` finds in ``text``.

    Examples
    --------
    >>> text = "уверенное знание Excel или Google Sheets, опыт продаж от 2 лет"
    >>> def mention(word, concept):
    ...     start = text.index(word)
    ...     return Mention(
    ...         start=start,
    ...         stop=start + len(word),
    ...         concept=concept,
    ...         modality="must",
    ...         text=word,
    ...     )
    >>> mentions = [mention("Excel", "tool/excel"), mention("опыт продаж", "experience/sales")]
    >>> found = describe(text, mentions, attribute_hits(text))
    >>> found[0].level, found[1].min_months
    ('confident', 24)
    """
    if not mentions:
        return []
    found = list(mentions)
    for place, duration in _timed(text, found):
        found[place] = replace(
            found[place], min_months=duration.min_months, max_months=duration.max_months
        )
    for word in _words(hits):
        nearest = _nearest(text, found, word)
        if nearest is not None:
            found[nearest] = _with_word(found[nearest], word)
    return _alternatives(text, found)


def _timed(text: str, mentions: list[Mention]) -> list[tuple[int, Duration]]:
    """Durations, each to the experience of its clause or else to the nearest concept before."""
    found = []
    for duration in find_durations(text):
        places = [
            (facet_rank(m), abs(m.start - duration.start), place)
            for place, m in enumerate(mentions)
            if m.facet in TIMED and _together(text, m, duration.start, duration.stop)
        ]
        if places:
            found.append((min(places)[2], duration))
    return found


def _with_word(mention: Mention, word: Word) -> Mention:
    """Set the level or the frequency, unless a nearer word has."""
    if word.group == "level":
        return replace(mention, level=mention.level or word.value)
    return replace(mention, frequency=mention.frequency or word.value)


def facet_rank(mention: Mention) -> int:
    """Experience first: «опыт работы с 1С от года» says how long the experience is."""
    return 0 if mention.facet == "experience" else 1


def _together(text: str, mention: Mention, start: int, stop: int) -> bool:
    """No clause ends between a mention and other words."""
    if mention.start < stop and start < mention.stop:
        return True
    between = (mention.stop, start) if mention.stop <= start else (stop, mention.start)
    return not CLAUSE.search(text, *between)


def _words(hits: Iterable[Hit]) -> list[Word]:
    rows = _lexicon()[1]
    names = {"levels": "level", "frequencies": "frequency"}
    return [Word(h.start, h.stop, names[rows[h.form][0]], rows[h.form][1]) for h in hits]


def _nearest(text: str, mentions: Sequence[Mention], word: Word) -> int | None:
    """The mention that a word describes: what follows it, else what stands before it."""
    facets = LEVELLED if word.group == "level" else FREQUENT
    places = []
    for place, mention in enumerate(mentions):
        if mention.facet not in facets or not _together(text, mention, word.start, word.stop):
            continue
        after = mention.stop > word.start
        gap = max(0, mention.start - word.stop) if after else word.start - mention.stop
        if gap <= REACH:
            places.append((not after, gap, place))
    return min(places)[2] if places else None


def _alternatives(text: str, mentions: list[Mention]) -> list[Mention]:
    """Number the groups of mentions that «или», “or” or a slash joins."""
    found = list(mentions)
    group = 0
    for place, here in enumerate(found):
        joined = [i for i, before in enumerate(found[:place]) if _joined(text, before, here)]
        if not joined:
            continue
        if found[joined[-1]].either is None:
            group += 1
            found[joined[-1]] = replace(found[joined[-1]], either=group)
        found[place] = replace(here, either=found[joined[-1]].either)
    return found


def _joined(text: str, before: Mention, here: Mention) -> bool:
    between = text[before.stop : here.start]
    return 0 < len(between) <= LONGEST_LINK and bool(EITHER.fullmatch(between))
