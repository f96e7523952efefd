"""A clean view cut to headings, list items, sentences and clauses.

Lines are cut at headings inside them, then at sentence ends, semicolons and bullets.  A line break
inside a sentence (a wrapped line) is read as a space: :func:`unwrap` puts one there, so offsets
stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from podbor.matching.tokens import Tokens
from podbor.sections.headings import Heading, find_headings, strip_bullets

LONGEST_PIECE = 2_000  # characters
LEAST_WRAPPED = 45  # characters of a line that can be the first part of a wrapped one
WRAP = re.compile(r"(?<=[^\s.;:!?•])[ \t]*\n[ \t]*(?=[(«\"]?[a-zа-яё])")
SENTENCE_END = re.compile(
    r"(?<![.!?…])[.!?…]++[»\")]*\s+"
    r"(?=[*_]*[«\"(]?[A-ZА-ЯЁ\d•·●▪✓✔✅➢►*–—-])"  # a capital opens the next
    r"|;\s*(?=\S)"
    r"|\s+[•·●▪■✓✔✅➢►▶○◦]\s*(?=\S)"
    r"|(?<=[\w.,;:!?)»\"])[•●▪■✓✔✅➢►▶]\s*(?=\w)"  # «отказы.• Умеете слушать»
    r"|(?<=[^\W\d_])\s+[–—-]\s+(?=[А-ЯЁ])"  # « - Приём звонков - Ввод данных»
    r"|(?<=[a-zа-яё)])\s+\*\s*(?=[A-ZА-ЯЁ])"
)
DASH_ITEM = re.compile(r"\s*[–—-]\s")  # «Обязанности: - приём звонков - ввод данных» on one line
SENTENCE_OR_DASH = re.compile(SENTENCE_END.pattern + r"|\s+[–—-]\s+(?=\S)")
ABBREVIATION = re.compile(
    r"(?:^|[\s(«\"])(?:т\.\s?[дпке]|г|ул|д|стр|руб|тыс|млн|мин|ст|м|им|пр|см|напр|тел|доп|ООО|р"
    r"|e\.g|i\.e|etc|inc|vs|no|st|mr|ms|mrs|dr|co|ltd|approx|[A-ZА-ЯЁ])$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, an item, a sentence or a clause.

    Parameters
    ----------
    start, stop : int
        Half-open offsets into the clean view.
    heading : str or None
        Family, if it is a heading.
    section : str or None
        Family of the heading above.
    first : bool
        It begins a line.
    """

    start: int
    stop: int
    heading: str | None
    section: str | None
    first: bool


def unwrap(text: str) -> str:
    r"""Replace line breaks inside sentences by spaces; the length stays.

    >>> unwrap("Отвечать на вопросы покупателей по телефону и\nв чате\nТребования")
    'Отвечать на вопросы покупателей по телефону и в чате\nТребования'
    """
    parts: list[str] = []
    last = 0
    for match in WRAP.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if len(line) >= LEAST_WRAPPED:
            parts += [text[last : match.start()], " " * (match.end() - match.start())]
            last = match.end()
    return "".join([*parts, text[last:]])


def split(text: str, tokens: Tokens | None = None) -> list[Piece]:
    """Cut a clean, unwrapped view to pieces, in order, not overlapping.

    Parameters
    ----------
    text : str
    tokens : Tokens, optional
        Its words, where they are known already.

    Examples
    --------
    >>> text = "Обязанности: Приём звонков. Ввод данных; отчёты"
    >>> [(text[p.start : p.stop], p.heading, p.section) for p in split(text)]
    [('Обязанности:', 'duties', None), ('Приём звонков.', None, 'duties'),
     ('Ввод данных;', None, 'duties'), ('отчёты', None, 'duties')]
    >>> split("  ")
    []
    """
    lines = _lines(text)
    headings = find_headings(text, lines, tokens)
    pieces: list[Piece] = []
    section: str | None = None
    at = 0
    for start, stop in lines:
        inside: list[Heading] = []
        while at < len(headings) and headings[at].start < stop:
            inside.append(headings[at])
            at += 1
        here = _line_pieces(text, start, stop, inside, section)
        pieces += here
        lasting = [heading.family for heading in inside if heading.lasting]
        section = lasting[-1] if lasting else section
    return pieces


def _lines(text: str) -> list[tuple[int, int]]:
    lines = []
    start = 0
    for line in text.split("\n"):
        span = strip_bullets(text, start, start + len(line))
        if span[0] < span[1]:
            lines.append(span)
        start += len(line) + 1
    return lines


def _line_pieces(
    text: str, start: int, stop: int, headings: list[Heading], section: str | None
) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    for heading in headings:
        pieces += _sentences(text, at, heading.start, section, first=at == start)
        end = _trimmed(text, heading.start, heading.stop)
        pieces.append(Piece(heading.start, end, heading.family, section, heading.start == start))
        at, section = heading.stop, heading.family
    return pieces + _sentences(text, at, stop, section, first=at == start)


def _sentences(
    text: str, start: int, stop: int, section: str | None, *, first: bool
) -> list[Piece]:
    pieces = []
    at = start
    listed = not first and DASH_ITEM.match(text, start, stop)
    ends = SENTENCE_OR_DASH if listed else SENTENCE_END
    for match in ends.finditer(text, start, stop):
        if listed and match.start() <= start:
            continue
        if text[match.start()] == "." and _abbreviated(text, at, match.start()):
            continue
        end = match.start() + len(match.group().rstrip(" \t•·●▪■✓✔✅➢►▶○◦–—-*"))
        pieces.append((at, end))
        at = match.end()
    pieces.append((at, stop))
    found = []
    for piece_start, piece_stop in _short(text, pieces):
        span = strip_bullets(text, piece_start, piece_stop)
        if any(character.isalnum() for character in text[span[0] : span[1]]):
            found.append(Piece(*span, None, section, first and piece_start == start))
    return found


def _short(text: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence at spaces: work per piece grows with its square."""
    for start, stop in pieces:
        at = start
        while stop - at > LONGEST_PIECE:
            space = text.rfind(" ", at, at + LONGEST_PIECE)
            end = space if space > at else at + LONGEST_PIECE
            yield at, end
            at = end
        yield at, stop


def _abbreviated(text: str, start: int, dot: int) -> bool:
    return bool(ABBREVIATION.search(text[max(start, dot - 8) : dot]))


def _trimmed(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return stop
