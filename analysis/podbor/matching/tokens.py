"""Words with offsets, and the places that a phrase does not cross."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+[+#]*")  # C++, C#
BREAK = re.compile(r"[.!?;:•·●▪\[\](){}|\n\r…]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, as parallel lists.

    Parameters
    ----------
    words : list of str
        As written.
    starts, stops : list of int
        Half-open offsets in code points.
    reach : list of int
        For each word, the index after the last word that one phrase can reach from it.
    """

    words: list[str]
    starts: list[int]
    stops: list[int]
    reach: list[int]


def tokenize(text: str) -> Tokens:
    """Split a text into words.

    Examples
    --------
    >>> tokens = tokenize("приём звонков; 1С, C++")
    >>> tokens.words
    ['приём', 'звонков', '1С', 'C++']
    >>> tokens.reach
    [2, 2, 4, 4]
    """
    words: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    first_after_break: list[int] = []
    last = 0
    for match in WORD.finditer(text):
        start = match.start()
        if words and BREAK.search(text, last, start):
            first_after_break.append(len(words))
        words.append(match.group())
        starts.append(start)
        last = match.end()
        stops.append(last)
    return Tokens(words, starts, stops, _reach(len(words), first_after_break))


def _reach(n_words: int, first_after_break: list[int]) -> list[int]:
    reach: list[int] = []
    for boundary in [*first_after_break, n_words]:
        reach += [boundary] * (boundary - len(reach))
    return reach
