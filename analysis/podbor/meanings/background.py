"""How rare words and concepts are, and where words stand in the space of meanings.

Made from collections of texts by ``podbor train background``; kept as plain arrays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from podbor._resources import resource
from podbor.errors import ModelError
from podbor.meanings.words import Meanings

DIGITS = 4


@dataclass(frozen=True)
class Background:
    """What a collection of texts says of words and concepts.

    Parameters
    ----------
    words : mapping of int to float
        Rarity (inverse document frequency, natural logarithm) of each bucket.
    common_word : float
        Of a bucket that the collection has not.
    concepts : mapping of str to float
        Rarity of each concept.
    common_concept : float
        Of a concept that the collection has not.
    meanings : Meanings
        Russian and English words in one space.
    """

    words: Mapping[int, float]
    common_word: float
    concepts: Mapping[str, float]
    common_concept: float
    meanings: Meanings

    def rarity(self, concept: str) -> float:
        """Rarity of a concept."""
        return self.concepts.get(concept, self.common_concept)


@cache
def shipped_background() -> Background:
    """The background under ``models/fit``, loaded once per process."""
    return load_background(resource("models", "fit/background.npz"))


def load_background(path: Path) -> Background:
    """Read a background without pickle.

    Raises
    ------
    ModelError
        If it is missing or damaged.
    """
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as arrays:
            return Background(
                words=_mapping(arrays["buckets"].tolist(), arrays["word_rarity"]),
                common_word=float(arrays["common"][0]),
                concepts=_mapping(arrays["concepts"].tolist(), arrays["concept_rarity"]),
                common_concept=float(arrays["common"][1]),
                meanings=Meanings(arrays["meaning_keys"], arrays["meanings"].astype(np.float32)),
            )
    except (OSError, KeyError, ValueError, EOFError) as error:
        message = f"{path}: no background here ({error}); run `podbor train background`"
        raise ModelError(message) from error


def _mapping(keys: list[Any], values: Any) -> dict[Any, float]:
    return dict(zip(keys, (round(float(value), DIGITS) for value in values), strict=True))


def save_background(background: Background, path: Path) -> None:
    """Write a background as arrays, sorted by key."""
    import numpy as np

    buckets, concepts = sorted(background.words), sorted(background.concepts)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        buckets=np.array(buckets, dtype=np.int32),
        word_rarity=np.array([background.words[key] for key in buckets], dtype=np.float32),
        concepts=np.array(concepts),
        concept_rarity=np.array([background.concepts[key] for key in concepts], dtype=np.float32),
        common=np.array([background.common_word, background.common_concept]),
        meaning_keys=np.asarray(background.meanings.keys, dtype=np.int32),
        meanings=np.asarray(background.meanings.vectors, dtype=np.float16),
    )
