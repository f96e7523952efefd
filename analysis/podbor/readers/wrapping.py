"""Lines of a page to lines of the text: what the page's width broke is joined again.

A producer breaks a line where the next word would not fit.  So two lines belong together when the
first is about as wide as the page's widest, does not end a sentence, and the first word of the next
would not have fitted.  Widths are counted in characters, which is right to a tenth for running
text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

FULL = 0.82  # of the widest line: less is no full line
FITS = 0.94  # of the widest line that line and word together must exceed
LEAST_WIDTH = 50  # characters of the widest line; narrower pages are columns or lists
SLACK = 0.1  # of the height by which letters of one size may differ
ENDED = (".", ";", ":", "!", "?", "…")
NEW_LINE = re.compile(  # a bullet, a number, a label («Interests: …»)
    r"[-–—•·●▪■✓*]|\d{1,2}[.)]\s|[A-ZА-ЯЁ][^\W\d_]+(?:[ &/][^\W\d_]+){0,2}:\s"
)


def rejoined(lines: list[str], *, heights: Sequence[float] = ()) -> list[str]:
    """Join lines that the width of the page broke.

    Parameters
    ----------
    lines : list of str
        In the order of the page.
    heights : sequence of float, optional
        Height of each line's letters; lines of different size are not joined.

    >>> rejoined(["Отвечать на вопросы покупателей по телефону и в чате компании",
    ...           "Ромашка, вести базу.", "Требования"])
    ['Отвечать на вопросы покупателей по телефону и в чате компании Ромашка, вести базу.',
     'Требования']
    >>> rejoined(["Опыт работы", "Оператор"])
    ['Опыт работы', 'Оператор']
    """
    widest = max((len(line) for line in lines), default=0)
    if widest < LEAST_WIDTH:
        return lines
    found: list[str] = []
    last = ""  # the line before, as it stood on the page
    sized = heights if len(heights) == len(lines) else [0.0] * len(lines)
    for number, line in enumerate(lines):
        same = number > 0 and abs(sized[number] - sized[number - 1]) <= SLACK * sized[number]
        if last and same and _goes_on(last, line, widest):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
        last = line
    return found


def _goes_on(line: str, after: str, widest: int) -> bool:
    if line.endswith(ENDED) and not after[:1].islower():
        return False
    if len(line) < FULL * widest or NEW_LINE.match(after):
        return False
    word = after.split(" ", 1)[0]
    return len(line) + 1 + len(word) > FITS * widest
