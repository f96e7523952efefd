"""Candidates for a field, scored by their features.

As in OpenResume and price-parser: each candidate has named features, each feature has points in
``corpus/lexicon/scoring.yaml``, the best candidate above the field's threshold wins, and the points
are kept in ``Value.why``, so a reader sees what decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A stretch of the clean view that may be the field's value.

    Parameters
    ----------
    start, stop : int
        Half-open offsets into the clean view.
    value : T
    features : tuple of str
        Names that ``scoring.yaml`` gives points for.
    """

    start: int
    stop: int
    value: T
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen(Generic[T]):
    """The winner, its points, how far the next one is behind, and the account of it."""

    candidate: Candidate[T]
    points: float
    why: str


@cache
def _weights() -> dict[str, dict[str, float]]:
    weights: dict[str, dict[str, float]] = read_yaml(resource("corpus", "lexicon/scoring.yaml"))
    return weights


def choose(field: str, candidates: Iterable[Candidate[T]]) -> Chosen[T] | None:
    """Best candidate, the first of equal ones; ``None`` if none reaches the threshold.

    Examples
    --------
    >>> choose("pay", [Candidate(0, 5, "500", ("amount",))]) is None
    True
    """
    ranked = rank(field, candidates)
    return ranked[0] if ranked else None


def rank(field: str, candidates: Iterable[Candidate[T]]) -> list[Chosen[T]]:
    """Candidates that reach the threshold, best first."""
    weights = _weights()[field]
    scored = [(points_of(field, each), each) for each in candidates]
    kept = sorted(
        (pair for pair in scored if pair[0] >= weights["threshold"]),
        key=_best_first,
    )
    return [Chosen(each, points, _account(field, each, points)) for points, each in kept]


def points_of(field: str, candidate: Candidate[T]) -> float:
    """Sum of the points of a candidate's features.

    Raises
    ------
    KeyError
        If ``scoring.yaml`` does not know a feature.
    """
    weights = _weights()[field]
    return sum(weights[feature] for feature in candidate.features)


def _best_first(pair: tuple[float, Candidate[T]]) -> tuple[float, int]:
    return -pair[0], pair[1].start


def _account(field: str, candidate: Candidate[T], points: float) -> str:
    """«name scored 6; first line +3, given name +3»."""
    weights = _weights()[field]
    features = ", ".join(f"{name} {weights[name]:+g}" for name in candidate.features)
    above = points - weights["threshold"]
    rule = f"{field} {'clear' if above >= weights['clear'] else 'narrow'}"
    return f"{rule}; {points:g} points: {features}"
