"""What the statement classifier looks at: hashed, so no word of a real text is stored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from zlib import crc32

from podbor.statements.split import Piece

N_FEATURES = 1 << 16
WORD = re.compile(r"[^\W\d_]+|\d+")
DIGITS = re.compile(r"\d")
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
    names = {*_words(text, pieces[index]), *_context(text, pieces, index, seen)}
    return sorted({crc32(name.encode()) % N_FEATURES for name in names})


def _words(text: str, piece: Piece) -> Iterator[str]:
    line = DIGITS.sub("0", text[piece.start : piece.stop].lower().replace("ё", "е"))
    words = WORD.findall(line)
    yield from (f"w {word}" for word in words)
    yield from (f"b {first} {second}" for first, second in pairwise(words))
    if words:
        yield f"first {words[0]}"
        yield f"last {words[-1]}"
        yield f"open {words[0][-3:]}"
    for word in words:
        marked = f"<{word}>"
        for size in range(SHORT, min(LONG, len(marked)) + 1):
            yield from (f"c {marked[i : i + size]}" for i in range(len(marked) - size + 1))


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
