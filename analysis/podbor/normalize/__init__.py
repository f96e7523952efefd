"""A clean view of a text for searching, with every change listed and offsets both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from podbor.normalize.call_centre import call_centre
from podbor.normalize.characters import characters, composed_letters, entities
from podbor.normalize.layout import glued, line_ends, tags
from podbor.normalize.text import Edit, Text, compose, replay
from podbor.normalize.words import fold_yo, homoglyphs

__all__ = ["STEPS", "Edit", "Text", "fold_yo", "normalize", "replay"]

STEPS: tuple[Callable[[str], Iterable[Edit]], ...] = (
    entities,
    tags,
    characters,
    composed_letters,
    line_ends,
    homoglyphs,
    glued,
    call_centre,
)
_MOST_ROUNDS = 20  # deeper nesting such as «<b<b<b…>>>» is no text; what is left of it stays


def normalize(text: str) -> Text:
    """Clean view of a text.

    The steps run until none of them finds anything, so the view of a view is the view.

    Parameters
    ----------
    text : str
        Exactly as read.

    Returns
    -------
    Text
        With edits that point into ``text``.

    Examples
    --------
    >>> clean = normalize("оператор Сall-центра&nbsp;(Exсel)")
    >>> clean.text
    'оператор коллцентра (Excel)'
    >>> [edit.rule for edit in clean.edits]
    ['homoglyph+call_centre', 'entity+space', 'homoglyph']
    >>> start, stop = clean.span(9, 19)
    >>> clean.original[start:stop]
    'Сall-центра'
    """
    edits: list[Edit] = []
    view = text
    for _ in range(_MOST_ROUNDS):
        before = view
        for step in STEPS:
            found = list(step(view))
            if found:
                edits = compose(text, edits, found)
                view = replay(view, found)
        if view == before:
            break
    return Text(text, view, tuple(edits))
