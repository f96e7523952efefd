"""The trained classifier of trades: what kind of work a description tells of.

Multinomial logistic regression on hashed words of the description, hashed words of the title, the
concepts found, and the meaning of both texts (:class:`podbor.meanings.words.Meanings`), in which
Russian and English words stand in one space, so that jobs told in one language teach the other.
All of it is plain arrays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from podbor._resources import resource
from podbor.errors import ModelError
from podbor.meanings import words
from podbor.meanings.background import shipped_background
from podbor.meanings.words import Meanings
from podbor.trades.lexicon import shipped_trades, trades_of_title

BY_TITLE = 0.6  # of the answer, where the text is long
FEW_WORDS = 20  # of a text from which it is heard as much as the title
TITLE_BUCKETS = 1 << 17  # keys of title words stand behind those of descriptions
CONCEPT_KEYS = 1 << 18
DIGITS = 5


@dataclass(frozen=True)
class TradeModel:
    """Weights of words and concepts for each trade.

    Parameters
    ----------
    ids : tuple of str
        Trades, in the order of the columns.
    keys : array of int, shape (n_keys,)
        Sorted keys of features, see :func:`features_of`.
    weights : array of float, shape (n_keys, n_trades)
    bias : array of float, shape (n_trades,)
    dense : array of float, shape (2 * n_dimensions, n_trades)
        Weights of the meaning of the text, then of the title.
    meanings : Meanings
    """

    ids: tuple[str, ...]
    keys: Any
    weights: Any
    bias: Any
    dense: Any
    meanings: Meanings

    def __post_init__(self) -> None:
        rows = {int(key): row for row, key in enumerate(self.keys)}
        object.__setattr__(self, "_rows", rows)

    def chances(self, title: str, text: str, concepts: Iterable[str] = ()) -> Any:
        """Chance of each trade, shape (n_trades,), adding up to 1.

        Title and text are asked apart, since titles lie: a «менеджер колл-центра» may sell, answer
        or lead.

        Parameters
        ----------
        title : str
            Name of the job; may be empty.
        text : str
            What was or is to be done; may be empty.
        concepts : iterable of str
            Ids of concepts found in it.
        """
        import numpy as np

        n_words = len(text.split())
        by_title = 1.0 if not n_words else BY_TITLE * (1 + FEW_WORDS / (n_words + FEW_WORDS)) / 2
        told = self.learned("", text, concepts) if n_words else 0.0
        if not title:
            return np.round(told if n_words else self.learned("", ""), DIGITS)
        return np.round(by_title * self._of_title(title) + (1 - by_title) * told, DIGITS)

    def _of_title(self, title: str) -> Any:
        """Chances by the title alone: the lexicon's, or the classifier's where it knows none."""
        import numpy as np

        named = trades_of_title(title.lower())
        if not named:
            return self.learned(title, "")
        found = np.zeros(len(self.ids))
        found[list(named)] = 1 / len(named)
        return found

    def learned(self, title: str, text: str, concepts: Iterable[str] = ()) -> Any:
        """Chances by the classifier alone, whatever the lexicon says of the title."""
        import numpy as np

        features = features_of(title, text, concepts)
        rows: dict[int, int] = self._rows  # type: ignore[attr-defined]  # set in __post_init__
        known = [(rows[key], features[key]) for key in sorted(features) if key in rows]
        sums = self.bias + dense_of(title, text, self.meanings) @ self.dense
        if known:
            index, values = zip(*known, strict=True)
            sums = sums + np.asarray(values) @ self.weights[list(index)]
        powers = np.exp(sums - sums.max())
        return powers / powers.sum()


def features_of(title: str, text: str, concepts: Iterable[str] = ()) -> dict[int, float]:
    """Features of a job by key: words of the text, of the title, concepts; each block of length 1.

    Keys below ``TITLE_BUCKETS`` are words of the text, then words of the title, then concepts.
    """
    found: dict[int, float] = {}
    blocks = (
        (0, set(words.buckets(text))),
        (TITLE_BUCKETS, set(words.buckets(title))),
        (CONCEPT_KEYS, {words.bucket(concept) for concept in concepts}),
    )
    for offset, keys in blocks:
        share = len(keys) ** -0.5 if keys else 0.0
        found |= {offset + key: share for key in keys}
    return found


def dense_of(title: str, text: str, meanings: Meanings) -> Any:
    """Meaning of the text, then of the title, shape (2 * n_dimensions,)."""
    import numpy as np

    found = [meanings.unit(words.counts(part)) for part in (text, title)]
    return np.concatenate(found)


@cache
def shipped_trade_model() -> TradeModel:
    """The model under ``models/trades``, loaded once per process."""
    return load_trade_model(resource("models", "trades/model.npz"), shipped_background().meanings)


def load_trade_model(path: Path, meanings: Meanings) -> TradeModel:
    """Read a model without pickle.

    Parameters
    ----------
    path : Path
    meanings : Meanings
        The space that it was trained with.

    Raises
    ------
    ModelError
        If it is missing, damaged, or made for other trades than the lexicon's.
    """
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as arrays:
            model = TradeModel(
                tuple(arrays["ids"].tolist()),
                arrays["keys"],
                arrays["weights"].astype(np.float32),
                arrays["bias"].astype(np.float32),
                arrays["dense"].astype(np.float32),
                meanings,
            )
    except (OSError, KeyError, ValueError, EOFError) as error:
        message = f"{path}: no model of trades here ({error}); run `podbor train trades`"
        raise ModelError(message) from error
    same_space = len(model.dense) == 2 * meanings.n_dimensions
    if model.ids != shipped_trades().ids or not same_space:
        message = f"{path}: made for other trades or meanings; run `podbor train trades`"
        raise ModelError(message)
    return model


def save_trade_model(model: TradeModel, path: Path) -> None:
    """Write a model as arrays."""
    import numpy as np

    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        ids=np.array(model.ids),
        keys=np.asarray(model.keys, dtype=np.int32),
        weights=np.asarray(model.weights, dtype=np.float16),
        bias=np.asarray(model.bias, dtype=np.float32),
        dense=np.asarray(model.dense, dtype=np.float16),
    )
