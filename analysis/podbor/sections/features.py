"""What the statement classifier looks at: hashed, so no word of a real text is stored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from podbor.sections.split import Piece

N_FEATURES = 1 << 16
WORD = re.compile(r"[^\W\d_]+|\d+")
DIGITS = re.compile(r"\d")
MEMO_SIZE = 100_000  # words remembered
SHORT, LONG = 3, 5  # of the character n-grams, inside words


def piece_features(text: str, pieces: list[Piece], index: int, seen: frozenset[str]) -> list[int]:
    """Numbers of the features that one piece has, sorted, each once.

    Parameters
    ----------
    text : str
        The clean view.
    pieces : list of Piece
        All of its pieces.
    index : int
        Which of them.
    seen : frozenset of str
        Families of all headings of the text: postings and resumes differ by them.
    """
    found = {number for word in _words(text, pieces[index]) for number in word_features(word)}
    names = {*_pairs(text, pieces[index]), *_context(text, pieces, index, seen)}
    return sorted(found | {number_of(name) for name in names})


def number_of(name: str) -> int:
    """Number of a feature, 0..N_FEATURES-1."""
    return crc32(name.encode()) % N_FEATURES


@lru_cache(maxsize=MEMO_SIZE)
def word_features(word: str) -> tuple[int, ...]:
    """Features of one word: itself and its character n-grams."""
    names = {f"w {word}"}
    marked = f"<{word}>"
    for size in range(SHORT, min(LONG, len(marked)) + 1):
        names.update(f"c {marked[i : i + size]}" for i in range(len(marked) - size + 1))
    return tuple(sorted({number_of(name) for name in names}))


def _words(text: str, piece: Piece) -> list[str]:
    line = DIGITS.sub("0", text[piece.start : piece.stop].lower().replace("ё", "е"))
    return WORD.findall(line)


def _pairs(text: str, piece: Piece) -> Iterator[str]:
    words = _words(text, piece)
    yield from (f"b {first} {second}" for first, second in pairwise(words))
    if words:
        yield f"first {words[0]}"
        yield f"last {words[-1]}"
        yield f"open {words[0][-3:]}"


def _context(text: str, pieces: list[Piece], index: int, seen: frozenset[str]) -> Iterator[str]:
    piece = pieces[index]
    line = text[piece.start : piece.stop]
    yield f"section {piece.section}"
    yield f"heading {piece.heading}"
    yield f"long {min(len(line) // 20, 10)}"
    yield f"ends {line[-1]}" if not line[-1].isalnum() else "ends word"
    yield f"upper {line.isupper()} {line[:1].isupper()}"
    yield f"digits {bool(DIGITS.search(line))}"
    yield f"line {piece.first}"
    yield f"place {min(index, 4)} {piece.section}"
    yield from (f"doc {family}" for family in seen)
    for step in (-1, 1):
        if 0 <= index + step < len(pieces):
            yield from _neighbour(text, pieces[index + step], step)


def _neighbour(text: str, other: Piece, step: int) -> Iterator[str]:
    words = WORD.findall(text[other.start : other.start + 80].lower())
    yield f"near {step} heading {other.heading}"
    if words:
        yield f"near {step} {words[0]}"
        yield f"near {step} open {words[0][-3:]}"
