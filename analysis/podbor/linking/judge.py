"""The last word on a concept in a statement: a logistic regression over a few readable numbers.

What it weighs: the network's chance for the whole statement and for the likeliest clause; whether a
form was found, how often that form and that concept's forms were right on labelled texts, how much
of the statement it covers; the kind of the statement, the facet of the concept, the language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from podbor.records import Kind

FACETS = ("duty", "skill", "knowledge", "tool", "education", "experience", "language")
KINDS: tuple[str, ...] = get_args(Kind)
LEAST_CHANCE = 1e-4
PRIOR_RIGHT, PRIOR_WEIGHT = 0.65, 4.0  # of a form never seen on labelled texts
NO_FORM = 0.5, 0.5  # stands where there is no form; the judge does not look at it
LIKELY = 0.3  # chance from which a concept counts as another likely one


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept that a statement may ask for.

    Parameters
    ----------
    concept : str
    chance : float
        Of the whole statement, 0..1.
    clause_chance : float
        Of its likeliest clause, 0..1.
    form : str or None
        The taxonomy form that was found.
    cover : float
        Share of the statement that the form's words take, 0..1.
    n_characters, n_hits, n_likely : int
        Of the statement: its length, its form hits, its concepts with a chance over 0.3.
    kind : str
        Of the statement.
    russian : bool
    """

    concept: str
    chance: float
    clause_chance: float
    form: str | None
    cover: float
    n_characters: int
    n_hits: int
    n_likely: int
    kind: str
    russian: bool


@dataclass(frozen=True)
class Reliability:
    """How often each form was right on labelled texts: concept to form to (right, seen)."""

    counts: Mapping[str, Mapping[str, tuple[int, int]]]
    _memo: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict, repr=False)

    def of(self, concept: str, form: str) -> tuple[float, float]:
        """Smoothed share of right hits of the form and of all forms of the concept."""
        key = concept, form
        if key not in self._memo:
            forms = self.counts.get(concept, {})
            right = sum(row[0] for row in forms.values())
            seen = sum(row[1] for row in forms.values())
            self._memo[key] = smoothed(right, seen, *forms.get(form, (0, 0)))
        return self._memo[key]


def smoothed(right: int, seen: int, form_right: int, form_seen: int) -> tuple[float, float]:
    """Shares of a form and of its concept, drawn to the concept's and to the prior's."""
    concept = (right + PRIOR_RIGHT * PRIOR_WEIGHT) / (seen + PRIOR_WEIGHT)
    return (form_right + concept * PRIOR_WEIGHT) / (form_seen + PRIOR_WEIGHT), concept


@dataclass(frozen=True)
class Judge:
    """Weights of the numbers of :func:`numbers_of`, and the scores from which a concept counts.

    Parameters
    ----------
    weights : array of float
    bias : float
    threshold : float
        For concepts with a form hit.
    learned_threshold : float
        For those that only the network names.
    """

    weights: Any
    bias: float
    threshold: float
    learned_threshold: float

    def scores(self, candidates: Sequence[Candidate], shares: Sequence[tuple[float, float]]) -> Any:
        """Calibrated chance of each candidate."""
        import numpy as np

        scores = numbers_of(candidates, shares) @ self.weights + self.bias
        return 1 / (1 + np.exp(-scores))


def numbers_of(candidates: Sequence[Candidate], shares: Sequence[tuple[float, float]]) -> Any:
    """Numbers of candidates, shape (n_candidates, n_numbers).

    Parameters
    ----------
    candidates : sequence of Candidate
    shares : sequence of (float, float)
        What :class:`Reliability` says of the form; not looked at where there is none.
    """
    import numpy as np

    chance = _log_odds([c.chance for c in candidates])
    clause = _log_odds([c.clause_chance for c in candidates])
    hit = np.array([float(c.form is not None) for c in candidates])
    form, concept = (hit * _log_odds(column) for column in zip(*shares, strict=True))
    russian = np.array([float(c.russian) for c in candidates])
    facets = np.eye(len(FACETS))[[_facet_number(c.concept) for c in candidates]]
    kinds = np.eye(len(KINDS))[[_kind_number(c.kind) for c in candidates]]
    fits = [c.kind == c.concept.partition("/")[0] for c in candidates]
    plain = [
        chance,
        clause,
        np.maximum(chance, clause),
        hit,
        form,
        concept,
        hit * [c.cover for c in candidates],
        np.log([max(1, c.n_characters) for c in candidates]),
        np.minimum([c.n_hits for c in candidates], 8),
        np.minimum([c.n_likely for c in candidates], 8),
        russian,
        hit * chance,
        hit * clause,
        russian * hit,
        russian * chance,
        np.array(fits, dtype=float),
        form * chance,
    ]
    return np.column_stack([*plain, facets, hit[:, None] * facets, kinds, hit[:, None] * kinds])


@cache
def _facet_number(concept: str) -> int:
    return FACETS.index(concept.partition("/")[0])


@cache
def _kind_number(kind: str) -> int:
    return KINDS.index(kind)


def _log_odds(chances: Sequence[float]) -> Any:
    import numpy as np

    bounded = np.clip(np.asarray(chances, dtype=float), LEAST_CHANCE, 1 - LEAST_CHANCE)
    return np.log(bounded / (1 - bounded))
