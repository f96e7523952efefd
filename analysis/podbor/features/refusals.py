"""What a resume refuses (calls, sales, nights …) and how much of it a posting's work is.

A topic is refused where one of its words and a cue stand near each other in one sentence, under a
heading that is a cue itself («Чего не хочу»), or where only something else is wanted («только
переписка»).  Words and cues are data: ``corpus/lexicon/refusals.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.matching.trie import Hit, PhraseTrie
from podbor.normalize import normalize
from podbor.records import Quote

SENTENCE = re.compile(r"[^.;!?\n]+")
NEAR = 60  # characters between a cue and what it refuses
HEADING_REACH = 4  # lines below a heading that is a cue
SHORT = 4  # words of a heading
_ONLY_OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A topic that a resume refuses, and the words that say so."""

    topic: str
    quote: Quote


@cache
def _rows() -> Mapping[str, Any]:
    rows: Mapping[str, Any] = read_yaml(resource("corpus", "lexicon/refusals.yaml"))
    return rows


@cache
def _lexicon() -> tuple[PhraseTrie, tuple[tuple[str, str], ...]]:
    """All patterns with what they are: cue, exempt, topic or only, and the topic."""
    rows = _rows()
    found = [(pattern, ("cue", "")) for pattern in rows["cues"]]
    found += [(pattern, ("weak", "")) for pattern in rows["weak"]]
    found += [(pattern, ("exempt", "")) for pattern in rows["exempt"]]
    for topic, row in rows["topics"].items():
        found += [(pattern, ("topic", topic)) for pattern in row["words"]]
    for topic, patterns in rows["only"].items():
        found += [(pattern, ("only", topic)) for pattern in patterns]
    return PhraseTrie(pattern for pattern, _ in found), tuple(kind for _, kind in found)


def topics() -> tuple[str, ...]:
    """Topics that can be refused."""
    rows = _rows()
    return tuple(dict.fromkeys([*rows["topics"], *rows["only"]]))


def refusals_of(text: str, jobs: Sequence[tuple[int, int]] = ()) -> list[Refusal]:
    """Topics that a text refuses, each with the first sentence that does.

    Parameters
    ----------
    text : str
    jobs : sequence of (int, int)
        Stretches that tell of jobs, where «не дозвонился» and the like are no refusals.

    Examples
    --------
    >>> [r.topic for r in refusals_of("Продажи не предлагать. Не боюсь звонков.")]
    ['sales']
    >>> [r.topic for r in refusals_of("Только переписка")]
    ['calls']
    """
    clean = normalize(text)
    found: dict[str, Refusal] = {}
    for start, stop, hits in _sentences(clean.text):
        first, last = clean.span(start, stop)
        told = any(begin <= first < end for begin, end in jobs)
        for topic in _refused(hits, told=told):
            if topic not in found:
                quote = Quote(start=first, stop=last, text=text[first:last])
                found[topic] = Refusal(topic, quote)
    return sorted(found.values(), key=_topic)


def _topic(refusal: Refusal) -> str:
    return refusal.topic


def _sentences(text: str) -> Iterator[tuple[int, int, list[tuple[str, str, int, int]]]]:
    """Sentences with what stands in them; a heading's cue is handed to the lines below it."""
    trie, kinds = _lexicon()
    hits = trie.find(text)
    at, below = 0, 0
    for match in SENTENCE.finditer(text):
        start, stop = match.start() + _indent(match.group()), match.end()
        while at < len(hits) and hits[at].start < start:
            at += 1
        inside = [(*kinds[h.form], h.start, h.stop) for h in _until(hits, at, stop)]
        cue = any(kind == "cue" for kind, *_ in inside)
        if (
            cue
            and len(match.group().split()) <= SHORT
            and not any(kind == "topic" for kind, *_ in inside)
        ):
            below = HEADING_REACH
            continue
        if below:
            below -= 1
            inside.append(("cue", "", start, start))
        if inside:
            yield start, stop, inside


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _until(hits: list[Hit], at: int, stop: int) -> Iterator[Hit]:
    for hit in hits[at:]:
        if hit.start >= stop:
            return
        if hit.stop <= stop:
            yield hit


def _refused(hits: list[tuple[str, str, int, int]], *, told: bool) -> Iterator[str]:
    wanted = {"cue"} if told else {"cue", "weak"}
    exempt = [(start, stop) for kind, _, start, stop in hits if kind == "exempt"]
    cues = [
        (start, stop)
        for kind, _, start, stop in hits
        if kind in wanted and not any(a < stop and start < b for a, b in exempt)
    ]
    for kind, topic, start, stop in hits:
        if kind == "only" or (
            kind == "topic" and any(start - b <= NEAR and a - stop <= NEAR for a, b in cues)
        ):
            yield topic


def involvement_of(
    chances: Mapping[str, float],
    concepts: frozenset[str],
    schedule: frozenset[str],
    workplace: frozenset[str],
    employment: frozenset[str],
) -> dict[str, float]:
    """How much of a posting's work is of each topic, 0..1.

    Parameters
    ----------
    chances : mapping of str to float
        Of each trade.
    concepts : frozenset of str
        Asked for.
    schedule, workplace, employment : frozenset of str
        As in :class:`podbor.records.Posting`.
    """
    found: dict[str, float] = {}
    for topic, row in _rows()["topics"].items():
        share = sum(chances.get(t, 0.0) * w for t, w in (row.get("trades") or {}).items())
        if concepts & set(row.get("concepts") or ()):
            share = max(share, 0.8)
        if schedule & set(row.get("schedules") or ()):
            share = 1.0
        found[topic] = min(1.0, share)
    found[_ONLY_OFFICE] = 0.0 if workplace & {"remote", "hybrid"} else 1.0 if workplace else 0.6
    found["days"] = 0.0 if schedule & {"night", "evening", "rotating"} else 0.8
    found["full_time"] = 0.0 if "part_time" in employment else 0.8
    return found
