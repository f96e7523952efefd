"""What the linker sees of words: numbers of hashed features, so that no word of a text is stored.

Each word has its dictionary form, its sense (``corpus/lexicon/senses.yaml``: «приём», «принимать»
and “answer” share one, which is what carries over between languages) and the beginnings of the
longer words; each pair of neighbours and each pair of senses not far apart has a number too.  Pair
features belong to the later word, so a stretch of words is a stretch of the rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from zlib import crc32

from podbor.matching.lemmas import MEMO_SIZE, Lemmatizer
from podbor.matching.senses import Senses
from podbor.matching.trie import fold

N_FEATURES = 1 << 15
BEGINNINGS = (3, 4, 5)  # letters
LEAST_LENGTH = 5  # letters of a word whose beginning tells something
REACH = 3  # senses that a pair may lie apart
FIRST, SECOND, SHIFT = 0x9E3779B1, 0x85EBCA6B, 15  # multiplicative hashing of pairs


@dataclass(frozen=True, slots=True)
class Word:
    """Numbers of one word: its own features, its dictionary form, its sense (0: says nothing)."""

    own: tuple[int, ...]
    lemma: int
    sense: int


class Words:
    """Numbers of words, remembered.

    Examples
    --------
    >>> words = Words()
    >>> words.of("звонков").sense == words.of("Calls").sense != 0
    True
    """

    def __init__(self) -> None:
        self._lemmatizer = Lemmatizer()
        self._senses = Senses()
        self._memo: dict[str, Word] = {}

    def of(self, word: str) -> Word:
        """Numbers of a word as written."""
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) >= MEMO_SIZE:
                self._memo.clear()
            known = self._memo[word] = self._find(fold(word))
        return known

    def _find(self, word: str) -> Word:
        lemma = self._lemmatizer.lemmas(word)[0]
        sense = self._senses.of(word)
        names = [f"lemma {lemma}"]
        if sense.role != "stop":
            names.append(f"sense {sense.name}")
        if len(word) >= LEAST_LENGTH:
            names += [f"opens {word[:size]}" for size in BEGINNINGS]
        return Word(
            own=tuple(_hash(name) % N_FEATURES for name in names),
            lemma=_hash(lemma),
            sense=_hash(sense.name) if sense.role != "stop" else 0,
        )


def _hash(name: str) -> int:
    return crc32(name.encode(errors="surrogatepass"))  # texts may hold half of a pair


@cache
def shared_words() -> Words:
    """The memo of this process."""
    return Words()


def features_of(words: Sequence[str], parts: Sequence[int]) -> tuple[Any, Any]:
    """Numbers of the features of a text's words.

    Parameters
    ----------
    words : sequence of str
        As written.
    parts : sequence of int
        For each word, the statement it belongs to, ascending; pairs do not cross statements.

    Returns
    -------
    numbers : array of int, shape (n_found,)
        0..N_FEATURES-1.
    owners : array of int, shape (n_found,)
        Which word each belongs to.
    """
    import numpy as np

    known = [shared_words().of(word) for word in words]
    numbers = [number for word in known for number in word.own]
    owners = [at for at, word in enumerate(known) for _ in word.own]
    found = [(np.array(numbers, dtype=np.int64), np.array(owners, dtype=np.int64))]
    part = np.asarray(parts, dtype=np.int64)
    lemmas = np.array([word.lemma for word in known], dtype=np.uint64)
    found.append(_neighbours(lemmas, part))
    senses = np.array([word.sense for word in known], dtype=np.uint64)
    places = np.flatnonzero(senses)
    found += [_pairs(senses[places], places, part, apart) for apart in range(1, REACH + 1)]
    return tuple(np.concatenate(column) for column in zip(*found, strict=True))  # type: ignore[return-value]


def _neighbours(lemmas: Any, parts: Any) -> tuple[Any, Any]:
    import numpy as np

    same = np.flatnonzero(parts[1:] == parts[:-1])
    mixed = lemmas[same] * np.uint64(FIRST) + lemmas[same + 1] * np.uint64(SECOND)
    return _number(mixed), same + 1


def _pairs(senses: Any, places: Any, parts: Any, apart: int) -> tuple[Any, Any]:
    """Pairs of senses in any order: «звонки принимать» is «принимать звонки»."""
    import numpy as np

    left, right = senses[:-apart], senses[apart:]
    same = parts[places[:-apart]] == parts[places[apart:]]
    low, high = np.minimum(left, right)[same], np.maximum(left, right)[same]
    mixed = low * np.uint64(SECOND) + high * np.uint64(FIRST) + np.uint64(1)
    return _number(mixed), places[apart:][same]


def _number(mixed: Any) -> Any:
    import numpy as np

    folded = (mixed ^ (mixed >> np.uint64(29))) >> np.uint64(SHIFT)
    return (folded % np.uint64(N_FEATURES)).astype(np.int64)
