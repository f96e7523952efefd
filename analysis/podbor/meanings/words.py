"""Words of texts as hashed lemmas: counted, weighted by rarity, placed in a space of meanings.

No text and no vocabulary is stored: a model knows a word only by the number of its bucket.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any
from zlib import crc32

from podbor.matching.lemmas import Lemmatizer
from podbor.matching.tokens import tokenize
from podbor.normalize import normalize

N_BUCKETS = 1 << 17
LEAST_LETTERS = 3
SMOOTH = 1e-3  # frequency from which a word counts half (Arora et al. 2017, SIF)

Counts = Mapping[int, int]
Vector = Mapping[int, float]


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer()


def bucket(lemma: str) -> int:
    """Number of a lemma's bucket, 0..N_BUCKETS-1."""
    return crc32(lemma.encode()) % N_BUCKETS


@lru_cache(maxsize=200_000)
def _bucket_of(word: str) -> int:
    return bucket(_lemmatizer().lemmas(word)[0])


def buckets(text: str) -> list[int]:
    """Bucket of each word in the order of the text; short words and numbers are left out.

    >>> buckets("Приём звонков в CRM") == [bucket("прием"), bucket("звонок"), bucket("crm")]
    True
    """
    return [
        _bucket_of(word)
        for word in tokenize(normalize(text).text).words
        if len(word) >= LEAST_LETTERS and not word[0].isdigit()
    ]


def counts(text: str) -> Counts:
    """Occurrences of each bucket in a text."""
    return Counter(buckets(text))


def weigh(found: Counts, rarity: Mapping[int, float], common: float) -> dict[int, float]:
    """Sublinear counts times rarity; ``common`` is the rarity of a bucket never seen before."""
    return {key: (1 + math.log(n)) * rarity.get(key, common) for key, n in found.items()}


def rarity_of(documents: Iterable[Iterable[int]]) -> tuple[dict[int, float], float]:
    """Inverse document frequency of each key, and of a key never seen."""
    seen: Counter[int] = Counter()
    n_documents = 0
    for document in documents:
        seen.update(set(document))
        n_documents += 1
    common = math.log(1 + n_documents)
    return {key: math.log((1 + n_documents) / (0.5 + n)) for key, n in seen.items()}, common


class Meanings:
    """Places of words in a space where words of like use lie near each other.

    Parameters
    ----------
    keys : array of int, shape (n_words,)
        Buckets, sorted.
    vectors : array of float, shape (n_words, n_dimensions)
        Unit vectors, each scaled by how much the word says.
    """

    def __init__(self, keys: Any, vectors: Any) -> None:
        self.keys = keys
        self.vectors = vectors
        self._row = {int(key): row for row, key in enumerate(keys)}

    @property
    def n_dimensions(self) -> int:
        """Length of a vector."""
        return int(self.vectors.shape[1])

    def of(self, found: Counts) -> Any:
        """Sum of the vectors of some words, shape (n_dimensions,); zeros if none is known."""
        import numpy as np

        rows = [(self._row[key], found[key]) for key in sorted(found) if key in self._row]
        if not rows:
            return np.zeros(self.n_dimensions, dtype=np.float32)
        index, times = zip(*rows, strict=True)
        return np.asarray(times, dtype=np.float32) @ self.vectors[list(index)]

    def unit(self, found: Counts) -> Any:
        """:meth:`of` at length 1, or zeros."""
        return normed(self.of(found))


def normed(vectors: Any) -> Any:
    """Vectors at length 1 along the last axis; zeros stay zeros."""
    import numpy as np

    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 0)
