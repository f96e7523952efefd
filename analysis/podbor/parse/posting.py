"""A document to a :class:`Posting`: title, statements, the experience it asks for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace

from podbor.normalize import normalize
from podbor.parse.sources import to_document
from podbor.records import Document, Posting, Quote, Statement
from podbor.sections import analyse
from podbor.sections.durations import find_durations

LONGEST_TITLE = 120  # characters
EXPERIENCE = re.compile(r"опыт|стаж|experience", re.IGNORECASE)


def parse_posting(source: str | os.PathLike[str] | Document | Posting) -> Posting:
    r"""Read a posting.

    Parameters
    ----------
    source : path, str, Document or Posting
        A path, the text itself, or a record.

    Raises
    ------
    ReadError
        If a file cannot be read; names the file and says what to do.

    Examples
    --------
    >>> posting = parse_posting("Оператор чата\nТребования:\n- опыт работы от 2 лет")
    >>> posting.title.text, posting.required_months, posting.required_months_quote.text
    ('Оператор чата', 24, 'от 2 лет')
    """
    if isinstance(source, Posting):
        return source
    document = to_document(source)
    statements = analyse(document.text, blocks=document.blocks)
    title = title_of(document, statements)
    months, quote = required_months(statements)
    return Posting(
        document=document,
        title=title,
        statements=tuple(_without_title(statements, title)),
        required_months=months,
        required_months_quote=quote,
    )


def title_of(document: Document, statements: tuple[Statement, ...]) -> Quote | None:
    """Title from a named field, else the first line that can be one."""
    for block in document.blocks:
        if block.kind == "field:title":
            return quote(document.text, block.start, block.stop)
    for block in document.blocks:
        if block.kind == "heading" and block.stop - block.start <= LONGEST_TITLE:
            return quote(document.text, block.start, block.stop)
    return _first_line(document.text, statements)


def _first_line(text: str, statements: tuple[Statement, ...]) -> Quote | None:
    """The first line, or its first sentence, unless it is long, a heading or a label."""
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words and not words.isdigit():
            begin = start + line.index(words[0])
            stop = begin + len(words)
            inside = [s for s in statements if begin <= s.start and s.stop <= stop]
            if len(inside) > 1:
                stop = inside[0].stop
            fits = stop - begin <= LONGEST_TITLE and text[stop - 1] not in ":;"
            heading = statements and statements[0].kind == "heading"
            return quote(text, begin, stop) if fits and not heading else None
        start += len(line)
    return None


def _without_title(statements: tuple[Statement, ...], title: Quote | None) -> Iterator[Statement]:
    """A title names the role («Оператор горячей линии»); it does not ask for it."""
    for statement in statements:
        if title and title.start <= statement.start and statement.stop <= title.stop:
            yield replace(statement, kind="title", modality="-", mentions=())
        else:
            yield statement


def quote(text: str, start: int, stop: int) -> Quote:
    """Quote the words at these offsets."""
    return Quote(start=start, stop=stop, text=text[start:stop])


def required_months(statements: tuple[Statement, ...]) -> tuple[int | None, Quote | None]:
    """Least experience that a posting asks for as a must, in months; 0 when it asks for none.

    Examples
    --------
    >>> from podbor.sections import analyse
    >>> required_months(analyse("Требования: опыт от полугода"))[0]
    6
    >>> required_months(analyse("Требования: грамотная речь"))
    (None, None)
    """
    none_needed: Quote | None = None
    for statement in statements:
        for mention in statement.mentions:
            if mention.concept == "experience/none_required" and none_needed is None:
                none_needed = Quote(start=mention.start, stop=mention.stop, text=mention.text)
        if statement.modality in {"nice", "not"} or statement.section in {"conditions", "company"}:
            continue
        found = _months_in(statement)
        if found and none_needed is None:
            return found
    return (0, none_needed) if none_needed else (None, None)


def _months_in(statement: Statement) -> tuple[int, Quote] | None:
    """Years or months near the word «опыт» in one statement, or under a heading that says so."""
    clean = normalize(statement.text)
    text = clean.text
    near = [(max(0, word.start() - 40), word.end() + 60) for word in EXPERIENCE.finditer(text)]
    if statement.section == "experience":
        near.append((0, len(text)))
    for start_near, stop_near in near:
        for duration in find_durations(text, start_near, stop_near):
            start, stop = clean.span(duration.start, duration.stop)
            words = statement.text[start:stop]
            begin = statement.start + start
            return duration.min_months, Quote(start=begin, stop=begin + len(words), text=words)
    return None
