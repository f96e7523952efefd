"""What the statement classifier looks at: hashed, so no word of a real text is stored."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from podbor.matching.matcher import Found
from podbor.sections.split import Piece

N_FEATURES = 1 << 16
WORD = re.compile(r"[^\W\d_]+|\d+")
DIGITS = re.compile(r"\d")
MEMO_SIZE = 100_000  # words remembered
CYRILLIC, LATIN = re.compile(r"[а-яё]"), re.compile(r"[a-z]")
SAMPLE = 2_000  # characters that tell the language
FEW_LINES = 3  # of a flattened text
SHORT_LINE = 60  # characters
SHORT, LONG = 3, 5  # of the character n-grams, inside words


Hits = tuple[tuple[str, float], ...]  # concepts in a piece, and the share of it that each takes


@dataclass(frozen=True, slots=True)
class View:
    """A text as the classifier sees it.

    Parameters
    ----------
    text : str
        The clean view.
    pieces : list of Piece
    seen : frozenset of str
        Families of all headings of the text: postings and resumes differ by them.
    hits : list of Hits
        Concepts found in each piece: they mean the same in both languages.
    paper : str
        What sort of text it looks like: language, flattened or in lines, with long lines or not.
    opens : list of (str or None, str or None)
        Heading and first word of each piece.
    """

    text: str
    pieces: list[Piece]
    seen: frozenset[str]
    hits: list[Hits]
    paper: str
    opens: list[tuple[str | None, str | None]]


def view_of(text: str, pieces: list[Piece], found: Iterable[Found]) -> View:
    """Put together what the features need.

    Parameters
    ----------
    found : iterable of Found
        Concepts in the text, sorted by offset.
    """
    seen = frozenset(piece.heading for piece in pieces if piece.heading)
    hits: list[list[tuple[str, float]]] = [[] for _ in pieces]
    starts = [piece.start for piece in pieces]
    for hit in found:
        at = bisect_right(starts, hit.start) - 1
        if at >= 0 and hit.stop <= pieces[at].stop:
            share = (hit.stop - hit.start) / (pieces[at].stop - pieces[at].start)
            hits[at].append((hit.concept, share))
    opens = [_opening(text, piece) for piece in pieces]
    return View(text, pieces, seen, [tuple(row) for row in hits], _paper(text, pieces), opens)


def _paper(text: str, pieces: list[Piece]) -> str:
    n_lines = sum(piece.first for piece in pieces)
    russian = len(CYRILLIC.findall(text, 0, SAMPLE)) > len(LATIN.findall(text, 0, SAMPLE))
    length = len(text) // max(1, n_lines)
    few = n_lines <= FEW_LINES
    return f"{'ru' if russian else 'en'} {few} {sum(length > bound for bound in (50, 100, 200))}"


def piece_features(view: View, index: int) -> list[int]:
    """Numbers of the features that one piece has; what it has twice stands there twice.

    Parameters
    ----------
    view : View
    index : int
        Which piece.
    """
    piece = view.pieces[index]
    words = _words(view.text, piece)
    known = [word_features(word) for word in words]
    found = [number for _, numbers in known for number in numbers]
    found += [_pair(first, second) for (first, _), (second, _) in pairwise(known)]
    found += [number_of(name) for name in _ends(words)]
    found += [number_of(name) for name in _context(view, index)]
    found += [number_of(name) for name in _concepts(view, index)]
    found += [number_of(f"doc {family}") for family in view.seen]
    for step in (-2, -1, 1, 2):
        if 0 <= index + step < len(view.pieces):
            found += _near(step, *view.opens[index + step])
    return found


@lru_cache(maxsize=MEMO_SIZE)
def _near(step: int, heading: str | None, first: str | None) -> tuple[int, ...]:
    """Numbers of what a piece ``step`` further begins with."""
    names = [f"near {step} heading {heading}"]
    if first is not None:
        names += [f"near {step} {first}", f"near {step} open {first[-3:]}"]
    return tuple(number_of(name) for name in names)


def _concepts(view: View, index: int) -> Iterator[str]:
    hits = view.hits[index]
    best: dict[str, float] = {}
    for concept, share in hits:
        facet = concept.partition("/")[0]
        best[facet] = max(best.get(facet, 0.0), share)
        yield f"concept {concept}"
    yield from (f"facet {facet}" for facet in best)
    yield from (f"facet {facet} {min(int(share * 4), 3)}" for facet, share in best.items())
    yield f"facets {' '.join(sorted(best))}"
    for step in (-1, 1):
        if 0 <= index + step < len(view.pieces):
            facets = {concept.partition("/")[0] for concept, _ in view.hits[index + step]}
            yield f"near {step} facets {' '.join(sorted(facets))}"


@lru_cache(maxsize=MEMO_SIZE)
def number_of(name: str) -> int:
    """Number of a feature, 0..N_FEATURES-1."""
    return crc32(name.encode(errors="surrogatepass")) % N_FEATURES


@lru_cache(maxsize=MEMO_SIZE)
def word_features(word: str) -> tuple[int, tuple[int, ...]]:
    """Hash of a word, and the numbers of its features: itself and its character n-grams."""
    names = {f"w {word}"}
    marked = f"<{word}>"
    for size in range(SHORT, min(LONG, len(marked)) + 1):
        names.update(f"c {marked[i : i + size]}" for i in range(len(marked) - size + 1))
    return crc32(word.encode(errors="surrogatepass")), tuple(
        sorted({number_of(name) for name in names})
    )


def _pair(first: int, second: int) -> int:
    """Number of two neighbours, from their hashes."""
    return ((first * 0x9E3779B1 + second * 0x85EBCA6B) >> 17) % N_FEATURES


def _words(text: str, piece: Piece) -> list[str]:
    line = DIGITS.sub("0", text[piece.start : piece.stop].lower().replace("ё", "е"))
    return WORD.findall(line)


def _ends(words: list[str]) -> Iterator[str]:
    if words:
        yield f"first {words[0]}"
        yield f"last {words[-1]}"
        yield f"open {words[0][-3:]}"


def _context(view: View, index: int) -> Iterator[str]:
    text, pieces = view.text, view.pieces
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
    yield from _layout(view, index)


def _layout(view: View, index: int) -> Iterator[str]:
    """How the piece stands on its line, and its line among the others."""
    text, piece = view.text, view.pieces[index]
    mark = mark_of(text, piece)
    closes = text[piece.stop : piece.stop + 3].split("\n", 1)[0].strip()
    alone = piece.first and not closes
    yield f"mark {mark if piece.first else 'inside'} {piece.section}"
    yield f"alone {alone}"
    gap = text[view.pieces[index - 1].stop : piece.start] if index else "\n\n"
    yield f"gap {min(gap.count(chr(10)), 2)}"
    sizes = [_size(view, index + step) for step in (-1, 0, 1)]
    yield f"sizes {alone} {sizes}"
    yield f"sizes next {alone} {sizes[1:]} {text[piece.stop - 1]}"
    yield f"paper {view.paper}"
    yield f"paper {view.paper} {piece.section} {mark}"
    if piece.stop - piece.start < SHORT_LINE:
        yield f"short {alone} {sizes[2]} {mark} {text[piece.stop - 1].isalnum()}"


def mark_of(text: str, piece: Piece) -> str:
    """What the line of a piece opens with: ``bullet``, ``digit`` or ``none``."""
    opens = text[text.rfind("\n", 0, piece.start) + 1 : piece.start].strip()
    if not opens:
        return "none"
    return "digit" if opens[0].isdigit() else "bullet"


def _size(view: View, index: int) -> int:
    """Length of a piece in five steps; -1 outside the text."""
    if not 0 <= index < len(view.pieces):
        return -1
    length = view.pieces[index].stop - view.pieces[index].start
    return sum(length > bound for bound in (15, 40, 80, 160))


def _opening(text: str, piece: Piece) -> tuple[str | None, str | None]:
    """Heading of a piece and its first word."""
    found = WORD.search(text[piece.start : piece.start + 80].lower())
    return piece.heading, found[0] if found else None
