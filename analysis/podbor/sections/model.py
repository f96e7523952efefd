"""The statement classifier: two linear models over hashed features, run without scikit-learn.

``models/statements/`` holds ``weights.npz`` (no pickle) and ``card.json``; ``podbor train
statements`` makes both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from podbor._resources import resource
from podbor.errors import ModelError
from podbor.sections.features import N_FEATURES, View, mark_of, piece_features
from podbor.sections.second_look import context_features

REQUIREMENTS = ("skill", "knowledge", "tool", "education", "experience")
SAID = {  # kinds that the headings of a family announce
    "duties": ("duty",),
    "requirements": REQUIREMENTS,
    "nice": REQUIREMENTS,
    "conditions": ("condition",),
    "company": ("company",),
    "skills": ("skill", "knowledge", "tool"),
    "education": ("education",),
    "right": ("right",),
    "liability": ("liability",),
    "advice": ("advice",),
    "knowledge": ("knowledge",),
}
BATCH = 512  # pieces: bounds the memory that a book takes
LISTED = 2.0  # harmless on held-out documents; it carries professions that the words do not know
LOOKS = ("first", "second")


@dataclass(frozen=True)
class Look:
    """Weights of a linear classifier.

    Parameters
    ----------
    weights : array of float, shape (N_FEATURES, n_kinds)
    bias : array of float, shape (n_kinds,)
    """

    weights: Any
    bias: Any

    def log_odds(self, rows: Sequence[Sequence[int]]) -> Any:
        """Scores of each row of feature numbers, none empty, for each kind: (n_rows, n_kinds)."""
        return sums_of(self.weights, rows) + self.bias


def sums_of(weights: Any, rows: Sequence[Sequence[int]]) -> Any:
    """Sum the weights of each row of feature numbers; no row is empty."""
    import numpy as np

    starts = np.cumsum([0, *(len(row) for row in rows)])[:-1]
    numbers = np.fromiter(chain.from_iterable(rows), dtype=np.int64)
    return np.add.reduceat(weights[numbers], starts, axis=0)


@dataclass(frozen=True)
class StatementModel:
    """Two looks at the pieces of a text: at each by itself, then at what the first one said around.

    Parameters
    ----------
    kinds : tuple of str
        The classes.
    first, second : Look
    """

    kinds: tuple[str, ...]
    first: Look
    second: Look

    def predict(self, view: View) -> list[str]:
        """Kind of each piece."""
        if not view.pieces:
            return []
        alone = self._alone(view)
        n_kinds = len(self.kinds)
        scores = alone[:, :n_kinds] + self.first.bias
        around = context_features(view.pieces, scores, self.kinds)
        answers = self.second.log_odds(around) + alone[:, n_kinds:]
        for place, piece in enumerate(view.pieces):
            if piece.first and mark_of(view.text, piece) == "bullet":
                answers[place] += self._said_by(piece.section)
        return [self.kinds[number] for number in answers.argmax(axis=1)]

    def _alone(self, view: View) -> Any:
        """Sums of both looks over the features of each piece by itself, a batch at a time."""
        import numpy as np

        batches = [
            range(first, min(first + BATCH, len(view.pieces)))
            for first in range(0, len(view.pieces), BATCH)
        ]
        return np.concatenate(
            [sums_of(self._both, [piece_features(view, i) for i in batch]) for batch in batches]
        )

    @cached_property
    def _both(self) -> Any:
        """Weights of both looks side by side: the features of a piece are looked up once."""
        import numpy as np

        return np.hstack([self.first.weights, self.second.weights])

    def _said_by(self, section: str | None) -> Any:
        """Log-odds that a bulleted line gains for being what the heading above it says."""
        import numpy as np

        said = SAID.get(section or "", ())
        return np.array([LISTED if kind in said else 0.0 for kind in self.kinds])


@cache
def shipped_model() -> StatementModel:
    """The model under ``models/statements``, loaded once per process."""
    return load_model(resource("models", "statements"))


def load_model(folder: Path) -> StatementModel:
    """Read a model without pickle.

    Raises
    ------
    ModelError
        If a file is missing, damaged or of another shape.
    """
    import numpy as np

    try:
        with np.load(folder / "weights.npz", allow_pickle=False) as arrays:
            kinds = tuple(str(kind) for kind in arrays["kinds"])
            looks = [
                Look(arrays[f"{name}_weights"].astype(np.float32), arrays[f"{name}_bias"])
                for name in LOOKS
            ]
    except (OSError, KeyError, ValueError) as error:
        message = f"{folder}: no statement model here ({error}); run `podbor train statements`"
        raise ModelError(message) from error
    for look in looks:
        if look.weights.shape != (N_FEATURES, len(kinds)):
            message = (
                f"{folder}: weights of shape {look.weights.shape}; run `podbor train statements`"
            )
            raise ModelError(message)
    return StatementModel(kinds, *looks)
