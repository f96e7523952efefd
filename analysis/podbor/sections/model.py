"""The statement classifier: a linear model over hashed features, run without scikit-learn.

``models/statements/`` holds ``weights.npz`` (no pickle) and ``card.json``; ``podbor train
statements`` makes both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from podbor._resources import resource
from podbor.errors import ModelError
from podbor.sections.features import N_FEATURES, piece_features
from podbor.sections.split import Piece

STAY = 0.35  # log-odds that neighbours on lines without a heading between them share their kind


@dataclass(frozen=True)
class StatementModel:
    """Weights of the classes.

    Parameters
    ----------
    kinds : tuple of str
        The classes.
    weights : array of float, shape (N_FEATURES, n_kinds)
    bias : array of float, shape (n_kinds,)
    """

    kinds: tuple[str, ...]
    weights: Any
    bias: Any

    def predict(self, text: str, pieces: list[Piece]) -> list[str]:
        """Kind of each piece, the most likely sequence over the whole text."""
        if not pieces:
            return []
        return [self.kinds[i] for i in best_path(self.log_odds(text, pieces), _linked(pieces))]

    def log_odds(self, text: str, pieces: list[Piece]) -> Any:
        """Scores of each piece for each kind, shape (n_pieces, n_kinds)."""
        import numpy as np

        seen = frozenset(piece.heading for piece in pieces if piece.heading)
        rows = [
            self.weights[piece_features(text, pieces, i, seen)].sum(axis=0, dtype=np.float64)
            for i in range(len(pieces))
        ]
        return np.array(rows) + self.bias


def _linked(pieces: list[Piece]) -> list[bool]:
    """For each piece, whether it goes on where the one before left off."""
    return [False, *(not (a.heading or b.heading) for a, b in pairwise(pieces))]


def best_path(scores: Any, linked: list[bool]) -> list[int]:
    """Viterbi over the pieces: linked neighbours gain :data:`STAY` when they share their kind."""
    import numpy as np

    total = scores[0]
    back = []
    for row, link in zip(scores[1:], linked[1:], strict=True):
        best = int(total.argmax())
        stay = total + (STAY if link else 0.0)
        from_best = stay < total[best]
        back.append(np.where(from_best, best, np.arange(len(row))))
        total = np.where(from_best, total[best], stay) + row
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


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
            weights = arrays["weights"].astype(np.float32)
            bias = arrays["bias"].astype(np.float64)
    except (OSError, KeyError, ValueError) as error:
        message = f"{folder}: no statement model here ({error}); run `podbor train statements`"
        raise ModelError(message) from error
    if weights.shape != (N_FEATURES, len(kinds)):
        message = f"{folder}: weights of shape {weights.shape}; run `podbor train statements`"
        raise ModelError(message)
    return StatementModel(kinds, weights, bias)
