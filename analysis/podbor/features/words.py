"""Word vectors of texts: hashed lemmas, weighted by how rare they are; no text is stored."""

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

N_BUCKETS = 1 << 15
LEAST_LETTERS = 3

Vector = Mapping[Any, float]  # by bucket, or by concept id


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer()


def bucket(lemma: str) -> int:
    """Number of a lemma's bucket, 0..N_BUCKETS-1."""
    return crc32(lemma.encode()) % N_BUCKETS


@lru_cache(maxsize=512)
def counts(text: str) -> Mapping[int, int]:
    """Occurrences of each bucket in a text; short words and numbers are left out."""
    lemmas = _lemmatizer()
    found: Counter[int] = Counter()
    for word in tokenize(normalize(text).text).words:
        if len(word) >= LEAST_LETTERS and not word[0].isdigit():
            found[bucket(lemmas.lemmas(word)[0])] += 1
    return found


def weigh(found: Mapping[int, int], rarity: Mapping[int, float], common: float) -> Vector:
    """Sublinear counts times rarity; ``common`` is the rarity of a bucket never seen before."""
    return {key: (1 + math.log(n)) * rarity.get(key, common) for key, n in found.items()}


def cosine(left: Vector, right: Vector) -> float:
    """Cosine of two vectors, 0 when either is empty.

    >>> round(cosine({1: 1.0, 2: 1.0}, {1: 1.0}), 3)
    0.707
    """
    norms = math.hypot(*left.values()) * math.hypot(*right.values())
    return _dot(left, right) / norms if norms else 0.0


def share(left: Vector, right: Vector) -> float:
    """Share of the left vector's weight that the right one has too, 0 when it is empty.

    >>> share({1: 3.0, 2: 1.0}, {1: 0.5})
    0.75
    """
    total = math.fsum(left.values())
    return math.fsum(left[key] for key in sorted(left) if key in right) / total if total else 0.0


def _dot(left: Vector, right: Vector) -> float:
    return math.fsum(left[key] * right[key] for key in sorted(left.keys() & right.keys()))


def meaning_cosine(left: Vector, right: Vector, meanings: Any) -> float:
    """Cosine of two vectors in the space of latent meanings, 0 where there is none."""
    import numpy as np

    if meanings is None or not left or not right:
        return 0.0
    first, second = (_in_space(vector, meanings) for vector in (left, right))
    norms = float(np.linalg.norm(first) * np.linalg.norm(second))
    return round(float(first @ second) / norms, 6) if norms else 0.0


def _in_space(vector: Vector, meanings: Any) -> Any:
    import numpy as np

    keys = sorted(vector)
    weights = np.array([vector[key] for key in keys])
    return weights @ meanings[keys]


def rarity_of(documents: Iterable[Iterable[int]]) -> tuple[dict[int, float], float]:
    """Inverse document frequency of each key, and of a key never seen."""
    seen: Counter[int] = Counter()
    n_documents = 0
    for document in documents:
        seen.update(set(document))
        n_documents += 1
    common = math.log(1 + n_documents)
    return {key: math.log((1 + n_documents) / (0.5 + n)) for key, n in seen.items()}, common
