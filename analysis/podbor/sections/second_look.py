"""What the classifier sees when it looks again: the kinds that its first look gave to neighbours.

Lines of one kind come together and articles, postings and resumes have their own order, so a second
classifier reads the first one's answers around a piece, over the section and over the document
(stacked sequential learning, Cohen and Carvalho 2005).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from podbor.sections.features import MEMO_SIZE, number_of
from podbor.sections.split import Piece

REACH = 3  # pieces each way, one by one
WINDOW = 5  # pieces each way, together
MOST_MARGIN = 3  # log-odds between the two likeliest kinds, in whole steps
SHARES = 5  # steps of the share that a kind has of the document
EDGE = "edge"


def context_features(pieces: Sequence[Piece], scores: Any, kinds: Sequence[str]) -> list[list[int]]:
    """Numbers of the features that the first look gives to each piece.

    Parameters
    ----------
    pieces : sequence of Piece
    scores : array of float, shape (n_pieces, n_kinds)
        Log-odds of the first look.
    kinds : sequence of str
        Names of the columns.
    """
    import numpy as np

    order = np.argsort(scores, axis=1, kind="stable")
    first, second = order[:, -1].tolist(), order[:, -2].tolist()
    best = np.sort(scores, axis=1)
    margins = np.minimum(best[:, -1] - best[:, -2], MOST_MARGIN).astype(int).tolist()
    tops = [kinds[number] for number in first]
    document = list(_document(scores, kinds))
    opened = _opened(pieces, tops)
    found = []
    for place, top in enumerate(tops):
        margin = margins[place]
        names = [
            f"2 {top} {margin}",
            f"2 {top} {kinds[second[place]]} {margin}",
            f"2 {top} in {pieces[place].section}",
            f"2 {document[0]} {top} {margin}",
            f"2 under {opened[place]}",
            f"2 under {opened[place]} {top}",
            *document,
            *_on_line(pieces, tops, place),
        ]
        found.append([*(number_of(name) for name in names), *_around(tops, place)])
    return found


def _document(scores: Any, kinds: Sequence[str]) -> Iterator[str]:
    """The commonest kind of the document, then the share of each."""
    import numpy as np

    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = (chances / chances.sum(axis=1, keepdims=True)).mean(axis=0)
    yield f"2 mostly {kinds[int(shares.argmax())]}"
    for kind, share in zip(kinds, np.rint(shares * SHARES).astype(int).tolist(), strict=True):
        if share:
            yield f"2 share {kind} {share}"


def _opened(pieces: Sequence[Piece], tops: Sequence[str]) -> list[str]:
    """For each piece the kind of what follows the heading above it."""
    found, here = [], EDGE
    for place, piece in enumerate(pieces):
        found.append(here)
        if piece.heading or tops[place] == "heading":
            here = tops[place + 1] if place + 1 < len(tops) else EDGE
    return found


def _around(tops: Sequence[str], place: int) -> tuple[int, ...]:
    near = tuple(_at(tops, place + step) for step in range(-REACH, REACH + 1))
    window = Counter([*tops[max(0, place - WINDOW) : place], *tops[place + 1 : place + 1 + WINDOW]])
    common = tuple(kind for kind, _ in window.most_common(2))
    return _numbers_near(near) + _numbers_of_window(common, tops[place])


@lru_cache(maxsize=MEMO_SIZE)
def _numbers_near(kinds: tuple[str, ...]) -> tuple[int, ...]:
    """Numbers of the kinds around the one in the middle."""
    top = kinds[REACH]
    near = {step: kinds[REACH + step] for step in range(-REACH, REACH + 1) if step}
    names = [
        name
        for step, kind in near.items()
        for name in (f"2 at {step} {kind}", f"2 at {step} {kind} {top}")
    ]
    names += [
        f"2 between {near[-1]} {near[1]}",
        f"2 between {near[-1]} {top} {near[1]}",
        f"2 before {near[-2]} {near[-1]}",
        f"2 after {near[1]} {near[2]}",
    ]
    return tuple(number_of(name) for name in names)


@lru_cache(maxsize=MEMO_SIZE)
def _numbers_of_window(common: tuple[str, ...], top: str) -> tuple[int, ...]:
    """Numbers of the two commonest kinds around."""
    names = (
        f"2 window {' '.join(common)}",
        f"2 window {common[0] if common else EDGE} here {top}",
    )
    return tuple(number_of(name) for name in names)


def _on_line(pieces: Sequence[Piece], tops: Sequence[str], place: int) -> Iterator[str]:
    """Sentences of one line tend to share their kind."""
    yield f"2 line {pieces[place].first} {_at(tops, place - 1)} {tops[place]}"
    if place + 1 < len(pieces):
        yield f"2 next line {pieces[place + 1].first} {tops[place + 1]} {tops[place]}"


def _at(tops: Sequence[str], place: int) -> str:
    return tops[place] if 0 <= place < len(tops) else EDGE
