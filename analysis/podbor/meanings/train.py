"""Making of the background: rarities by counting, meanings by factorizing word pairs.

Words that stand near each other are counted (window of :data:`WINDOW` words), turned into
positive pointwise mutual information (context frequencies to the power 0.75, shift log 2; Levy,
Goldberg, Dagan 2015) and cut to :data:`N_DIMENSIONS` by a truncated SVD.  Russian and English
words have few neighbours in common, so the English half of the space is turned onto the Russian
one (orthogonal Procrustes) by the forms of the taxonomy's concepts, which exist in both.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from podbor.matching.tokens import tokenize
from podbor.meanings import words
from podbor.meanings.background import Background
from podbor.meanings.words import Meanings
from podbor.normalize import normalize
from podbor.parse.reading import is_cyrillic
from podbor.taxonomy import Concept
from podbor.taxonomy.roles import Role

WINDOW = 6
LEAST_SEEN = 8
LONGEST = 60  # words of a sentence that are looked at
N_DIMENSIONS = 96
SHIFT = math.log(2)
SMOOTHING = 0.75
SENTENCE = re.compile(r"[\n.;!?•●]+")


def make_background(documents: Iterable[tuple[str, Sequence[str]]], *, seed: int = 0) -> Background:
    """Rarity and meanings from a collection; the texts are not kept.

    Parameters
    ----------
    documents : iterable of (str, sequence of str)
        A text and the concepts found in it.
    seed : int
        Of the truncated SVD.
    """
    sentences: set[str] = set()
    word_sets: list[list[int]] = []
    concept_sets: list[Sequence[str]] = []
    for text, concepts in documents:
        found = {part.strip() for part in SENTENCE.split(text)}
        sentences |= found
        word_sets.append(sorted(words.counts(text)))
        concept_sets.append(sorted(set(concepts)))
    rarity, common = words.rarity_of(word_sets)
    return Background(
        rarity, common, *_concept_rarity(concept_sets), make_meanings(sorted(sentences), seed=seed)
    )


def _concept_rarity(documents: list[Sequence[str]]) -> tuple[dict[str, float], float]:
    names = sorted({concept for document in documents for concept in document})
    number = {name: i for i, name in enumerate(names)}
    rarity, common = words.rarity_of([number[name] for name in document] for document in documents)
    return {names[i]: value for i, value in rarity.items()}, common


def make_meanings(sentences: Sequence[str], *, seed: int = 0) -> Meanings:
    """Space of meanings from sentences of both languages.

    Raises
    ------
    ValueError
        If fewer words than dimensions are seen often enough.
    """
    import numpy as np

    lines = [words.buckets(sentence)[:LONGEST] for sentence in sentences]
    cyrillic: dict[int, bool] = {}
    for sentence in sentences:
        _note_script(sentence, cyrillic)
    seen = Counter(bucket for line in lines for bucket in line)
    keys = sorted(bucket for bucket, n in seen.items() if n >= LEAST_SEEN)
    if len(keys) <= N_DIMENSIONS:
        message = f"only {len(keys)} words are seen {LEAST_SEEN} times; more texts are needed"
        raise ValueError(message)
    vectors = _factorized(_cooccurrences(lines, keys), seed)
    russian = np.array([cyrillic.get(key, False) for key in keys])
    frequency = np.array([seen[key] for key in keys]) / sum(seen.values())
    weights = words.SMOOTH / (words.SMOOTH + frequency)
    space = Meanings(np.array(keys), (vectors * weights[:, None]).astype(np.float32))
    turn = _turn(space, _anchors())
    space.vectors[~russian] = space.vectors[~russian] @ turn
    return space


def _note_script(sentence: str, cyrillic: dict[int, bool]) -> None:
    for word in tokenize(normalize(sentence).text).words:
        if len(word) >= words.LEAST_LETTERS and not word[0].isdigit():
            cyrillic.setdefault(words.buckets(word)[0], is_cyrillic(word))


def _cooccurrences(lines: list[list[int]], keys: list[int]) -> Any:
    """Symmetric matrix of how often words stand near each other, near ones counting more."""
    import numpy as np
    from scipy.sparse import coo_matrix

    row_of = {key: row for row, key in enumerate(keys)}
    pairs: Counter[tuple[int, int]] = Counter()
    for line in lines:
        rows = [row_of[key] for key in line if key in row_of]
        for at, row in enumerate(rows):
            for step, other in enumerate(rows[at + 1 : at + 1 + WINDOW], 1):
                pairs[row, other] += 1 / math.sqrt(step)  # type: ignore[assignment]  # weights
    places = np.array(sorted(pairs))
    values = np.array([pairs[first, second] for first, second in places.tolist()])
    matrix = coo_matrix((values, (places[:, 0], places[:, 1])), shape=(len(keys), len(keys)))
    return (matrix + matrix.T).tocoo()


def _factorized(near: Any, seed: int) -> Any:
    """Unit vectors of words: positive pointwise mutual information cut to a few dimensions."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.utils.extmath import randomized_svd

    total = np.asarray(near.sum(axis=1)).ravel()
    context = total**SMOOTHING
    context /= context.sum()
    information = np.log(near.data / (total[near.row] * context[near.col])) - SHIFT
    kept = information > 0
    matrix = csr_matrix((information[kept], (near.row[kept], near.col[kept])), shape=near.shape)
    left, sizes, _ = randomized_svd(matrix, N_DIMENSIONS, n_iter=4, random_state=seed)
    return words.normed(left * np.sqrt(sizes))


def _anchors() -> list[tuple[str, str]]:
    """The same said in Russian and in English, from the taxonomy."""
    from podbor.taxonomy.files import shipped_taxonomy

    taxonomy = shipped_taxonomy()
    things: list[Concept | Role] = [*taxonomy.values(), *taxonomy.roles.values()]
    pairs = [(thing.label_ru, thing.label_en) for thing in things]
    pairs += [(thing.definition_ru, thing.definition_en) for thing in things]
    pairs += [(" ".join(thing.alt_ru), " ".join(thing.alt_en)) for thing in things]
    forms = ((" ".join(c.forms_ru), " ".join(c.forms_en)) for c in taxonomy.values())
    return [pair for pair in (*pairs, *forms) if all(pair)]


def _turn(space: Meanings, anchors: list[tuple[str, str]]) -> Any:
    """Rotation that lays English anchors on Russian ones."""
    import numpy as np
    from scipy.linalg import orthogonal_procrustes

    russian = np.array([space.unit(words.counts(pair[0])) for pair in anchors])
    english = np.array([space.unit(words.counts(pair[1])) for pair in anchors])
    return orthogonal_procrustes(english, russian)[0]
