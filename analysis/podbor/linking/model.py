"""Linker: network, reliability of forms and judge, as ``models/linker`` holds them (no pickle)."""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from podbor._resources import resource
from podbor.errors import ModelError
from podbor.linking.clauses import clauses_of
from podbor.linking.encoder import Encoder, Stretch
from podbor.linking.judge import LIKELY, NO_FORM, Candidate, Judge, Reliability
from podbor.linking.words import N_FEATURES
from podbor.matching.matcher import Found
from podbor.matching.tokens import WORD

FLOOR = 0.05  # chance below which the network names nothing
BATCH = 256  # statements: bounds the memory that a book takes
LEAST_CLAUSE = 0.5  # of the whole statement's chance, for a clause to be the evidence


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement to link.

    Parameters
    ----------
    text : str
        Of the clean view.
    kind : str
    russian : bool
    found : tuple of Found
        Its form hits, offsets into ``text``.
    """

    text: str
    kind: str
    russian: bool
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Linked:
    """A concept of a statement: its evidence (offsets into the statement), chance and form.

    ``form`` is None where no form was found: the words of the clause told.
    """

    start: int
    stop: int
    concept: str
    score: float
    form: str | None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch with the offsets of its evidence and the number of its statement."""

    stretch: Stretch
    start: int
    stop: int
    statement: int


@dataclass(frozen=True)
class Linker:
    """Names the concepts of statements.

    Parameters
    ----------
    encoder : Encoder
    reliability : Reliability
    judge : Judge

    Examples
    --------
    >>> linker = shipped_linker()
    >>> text = "Учить новых операторов"
    >>> asked = Asked(text, "duty", russian=True)
    >>> [[linked.concept for linked in row] for row in linker.link([asked])]
    [['duty/train_staff']]
    >>> linker.link([])
    []
    """

    encoder: Encoder
    reliability: Reliability
    judge: Judge

    def link(self, asked: Sequence[Asked]) -> list[list[Linked]]:
        """Concepts of each statement, sorted by offset."""
        batches = (asked[first : first + BATCH] for first in range(0, len(asked), BATCH))
        return [row for batch in batches for row in self._link(batch)]

    def _link(self, asked: Sequence[Asked]) -> list[list[Linked]]:
        rows: list[list[Linked]] = [[] for _ in asked]
        weighed = self.weigh(asked)
        if not weighed:
            return rows
        candidates = [candidate for _, candidate, _ in weighed]
        scores = self.judge.scores(candidates, [self._shares(c) for c in candidates])
        for (number, candidate, span), score in zip(weighed, scores.tolist(), strict=True):
            hit = candidate.form is not None
            least = self.judge.threshold if hit else self.judge.learned_threshold
            if score >= least:
                found = Linked(*span, candidate.concept, round(score, 3), candidate.form)
                rows[number].append(found)
        return [sorted(row) for row in rows]

    def _shares(self, candidate: Candidate) -> tuple[float, float]:
        if candidate.form is None:
            return NO_FORM
        return self.reliability.of(candidate.concept, candidate.form)

    def weigh(self, asked: Sequence[Asked]) -> list[tuple[int, Candidate, tuple[int, int]]]:
        """Candidates: number of the statement, what is known, offsets of the evidence."""
        words, parts, spans = lay_out(asked, self.numbers)
        if not words:
            return []
        stretches = [span.stretch for span in spans]
        scores = self.encoder.log_odds(words, parts, stretches)
        found = []
        first = 0
        for number, statement in enumerate(asked):
            last = first
            while last < len(spans) and spans[last].statement == number:
                last += 1
            if first < last:
                rows = self._candidates(statement, spans[first:last], scores[first:last])
                found += [(number, *row) for row in rows]
            first = last
        return found

    @property
    def numbers(self) -> dict[str, int]:
        """Number of each concept that the network knows."""
        return _numbers(self.encoder.concepts)

    def _candidates(
        self, asked: Asked, spans: Sequence[Span], scores: Any
    ) -> list[tuple[Candidate, tuple[int, int]]]:
        """Form hits, and what the network names in the statement or in a clause of it."""
        whole, best = scores[0], scores.max(axis=0)
        hits = _longest_hits(asked.found)
        named = {self.encoder.concepts[i] for i in (best > log_odds_of(FLOOR)).nonzero()[0]}
        n_likely = int((whole > log_odds_of(LIKELY)).sum())
        found = []
        for concept in sorted(named | set(hits)):
            at = self.numbers.get(concept)
            hit = hits.get(concept)
            clause = int(scores[:, at].argmax()) if at is not None else 0
            chance = chance_of(whole[at]) if at is not None else 0.0
            clause_chance = chance_of(best[at]) if at is not None else 0.0
            if clause_chance < LEAST_CLAUSE * chance:
                clause = 0
            evidence = hit or spans[clause]
            candidate = Candidate(
                concept=concept,
                chance=chance,
                clause_chance=clause_chance,
                form=hit.form if hit else None,
                cover=(hit.stop - hit.start) / len(asked.text) if hit else 0.0,
                n_characters=len(asked.text),
                n_hits=len(hits),
                n_likely=n_likely,
                kind=asked.kind,
                russian=asked.russian,
            )
            found.append((candidate, (evidence.start, evidence.stop)))
        return found


def chance_of(score: float) -> float:
    """Chance of log-odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, float(score)))))


@cache
def log_odds_of(chance: float) -> float:
    """Log-odds of a chance."""
    return math.log(chance / (1 - chance))


def _longest_hits(found: Sequence[Found]) -> dict[str, Found]:
    """Longest hit of each concept, the first of equals."""
    hits: dict[str, Found] = {}
    for hit in found:
        known = hits.get(hit.concept)
        if known is None or hit.stop - hit.start > known.stop - known.start:
            hits[hit.concept] = hit
    return hits


@cache
def _numbers(concepts: tuple[str, ...]) -> dict[str, int]:
    return {concept: number for number, concept in enumerate(concepts)}


def lay_out(
    asked: Sequence[Asked], numbers: dict[str, int]
) -> tuple[list[str], list[int], list[Span]]:
    """Words of all statements, the statement of each, and the stretches to look at.

    Of each statement with words the whole comes first, then its clauses.
    """
    words: list[str] = []
    parts: list[int] = []
    spans: list[Span] = []
    for number, statement in enumerate(asked):
        matches = list(WORD.finditer(statement.text))
        base = len(words)
        words += [match.group() for match in matches]
        parts += [number] * len(matches)
        if matches:
            starts = [match.start() for match in matches]
            spans += _spans(statement, number, base, starts, numbers)
    return words, parts, spans


def _spans(
    statement: Asked, number: int, base: int, starts: list[int], numbers: dict[str, int]
) -> list[Span]:
    found = []
    for start, stop in [(0, len(statement.text)), *clauses_of(statement.text)]:
        first, last = bisect_left(starts, start), bisect_left(starts, stop)
        if first == last:
            continue
        hits = {
            numbers[hit.concept]
            for hit in statement.found
            if hit.start < stop and start < hit.stop and hit.concept in numbers
        }
        stretch = Stretch(base + first, base + last, tuple(sorted(hits)))
        found.append(Span(stretch, start, stop, number))
    return found


@cache
def shipped_linker() -> Linker:
    """The linker under ``models/linker``, loaded once per process."""
    return load_linker(resource("models", "linker"))


def load_linker(folder: Path) -> Linker:
    """Read a linker without pickle.

    Raises
    ------
    ModelError
        If a file is missing, damaged or of another shape.
    """
    import numpy as np

    try:
        with np.load(folder / "weights.npz", allow_pickle=False) as arrays:
            encoder = Encoder(
                concepts=tuple(str(concept) for concept in arrays["concepts"]),
                words=arrays["words"].astype(np.float32) * arrays["scale"].astype(np.float32),
                **{
                    name: arrays[name].astype(np.float32)
                    for name in ("hits", "bias", "out", "out_bias")
                },
            )
        text = (folder / "judge.json").read_text(encoding="utf-8")
        linker = _linker(encoder, json.loads(text))
    except (OSError, KeyError, ValueError, TypeError) as error:
        message = f"{folder}: no linker here ({error}); run `podbor train linker`"
        raise ModelError(message) from error
    if encoder.words.shape[0] != N_FEATURES:
        message = f"{folder}: weights of shape {encoder.words.shape}; run `podbor train linker`"
        raise ModelError(message)
    return linker


def _linker(encoder: Encoder, stored: dict[str, Any]) -> Linker:
    import numpy as np

    counts = {
        concept: {form: (right, seen) for form, (right, seen) in forms.items()}
        for concept, forms in stored["forms"].items()
    }
    judge = Judge(
        weights=np.array(stored["weights"], dtype=float),
        bias=float(stored["bias"]),
        threshold=float(stored["threshold"]),
        learned_threshold=float(stored["learned_threshold"]),
    )
    return Linker(encoder, Reliability(counts), judge)
