"""A small network: hashed words and form hits of a stretch of text to a chance for each concept.

One hidden layer.  Because the first layer is a sum over words, the sums of any clause come from
running totals, and the words of a text are looked up once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from podbor.linking.words import features_of

HIT_VALUE = 2.0  # of a form hit in the input; a word has LEAST_VALUE..MOST_VALUE
LEAST_VALUE, MOST_VALUE = 0.25, 0.5
TOTAL = 4.0  # length of the vector of words, between these bounds


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of words: a statement or a clause of it.

    Parameters
    ----------
    first, last : int
        Half-open range of words.
    hits : tuple of int
        Concepts whose forms stand there, by number.
    """

    first: int
    last: int
    hits: tuple[int, ...]


@dataclass(frozen=True)
class Encoder:
    """Weights of the network.

    Parameters
    ----------
    concepts : tuple of str
        What it can name, sorted.
    words : array of float, shape (N_FEATURES, n_hidden)
    hits : array of float, shape (n_concepts, n_hidden)
    bias : array of float, shape (n_hidden,)
    out : array of float, shape (n_hidden, n_concepts)
    out_bias : array of float, shape (n_concepts,)
    """

    concepts: tuple[str, ...]
    words: Any
    hits: Any
    bias: Any
    out: Any
    out_bias: Any

    def log_odds(
        self, words: Sequence[str], parts: Sequence[int], stretches: Sequence[Stretch]
    ) -> Any:
        """Log-odds of each concept in each stretch, shape (n_stretches, n_concepts).

        Parameters
        ----------
        words : sequence of str
            All words of a text.
        parts : sequence of int
            The statement that each belongs to.
        stretches : sequence of Stretch
        """
        import numpy as np

        numbers, owners = features_of(words, parts)
        firsts = np.array([stretch.first for stretch in stretches])
        lasts = np.array([stretch.last for stretch in stretches])
        n_features = np.bincount(owners, minlength=len(words)).astype(np.float32)
        counts = _running(n_features)
        totals = _running(_by_owner(self.words, numbers, owners, len(words)))
        value = value_of(counts[lasts] - counts[firsts])
        hidden = (totals[lasts] - totals[firsts]) * value[:, None] + self.bias
        for row, stretch in enumerate(stretches):
            if stretch.hits:
                hidden[row] += HIT_VALUE * self.hits[list(stretch.hits)].sum(axis=0)
        return np.maximum(hidden, 0, out=hidden) @ self.out + self.out_bias


def value_of(n_features: Any) -> Any:
    """Value in the input of each of so many word features."""
    import numpy as np

    return np.clip(TOTAL / np.sqrt(np.maximum(n_features, 1)), LEAST_VALUE, MOST_VALUE)


def _by_owner(weights: Any, numbers: Any, owners: Any, n_owners: int) -> Any:
    """Sum the weights of each owner's features."""
    import numpy as np

    found = np.zeros((n_owners, weights.shape[1]), dtype=np.float32)
    if len(owners):
        order = np.argsort(owners, kind="stable")
        present, starts = np.unique(owners[order], return_index=True)
        found[present] = np.add.reduceat(weights[numbers[order]], starts, axis=0)
    return found


def _running(values: Any) -> Any:
    """Totals before each row and after the last."""
    import numpy as np

    found = np.zeros((values.shape[0] + 1, *values.shape[1:]), dtype=np.float32)
    np.cumsum(values, axis=0, out=found[1:])
    return found
