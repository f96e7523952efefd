"""Clauses of a resume that say who a person is: never part of what is told of the work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.matching.trie import PhraseTrie
from podbor.normalize import normalize
from podbor.records import Resume
from podbor.sections import analyse
from podbor.trades.lexicon import trades_of_title

CLAUSE = re.compile(r"[^,;.!?()|\n•·–—]+")
AGE = re.compile(
    r"^\W*(?:мне\s+)?\d{2}\s*(?:года?|лет|г\.|years?|y\.?o\.?|yrs)?\W*$", re.IGNORECASE
)
LINE = re.compile(r"[^\n]*\S[^\n]*")
CONTACT_LINE = 12  # words of a line that is all about contacts
NAME_LINES = 3  # first lines of a resume among which the name stands
SHORTEST_TOWN = 4  # letters of a town that is blanked wherever it stands


@cache
def _lexicon() -> PhraseTrie:
    rows = read_yaml(resource("corpus", "lexicon/personal.yaml"))
    return PhraseTrie(pattern for patterns in rows.values() for pattern in patterns)


@lru_cache(maxsize=20_000)
def impersonal_text(text: str) -> str:
    """:func:`blanked` of a line, remembered."""
    return blanked(text)


def blanked(text: str) -> str:
    """The text without clauses that tell family, age, sex or origin; spaces stand in their place.

    Examples
    --------
    >>> blanked("Замужем, двое детей. Принимала звонки").strip(" ,.")
    'Принимала звонки'
    """
    clean = normalize(text)
    hits = _lexicon().find(clean.text)
    spans = [clean.span(hit.start, hit.stop) for hit in hits]
    kept = list(text)
    for clause in CLAUSE.finditer(text):
        start, stop = clause.span()
        named = any(start <= first < stop for first, _ in spans)
        if named or AGE.match(clause.group()):
            kept[start:stop] = " " * (stop - start)
    return "".join(kept)


def unnamed(resume: Resume) -> Resume:
    """The resume with its statements found anew in a text without anything personal.

    Name, town, school, contacts, citizenship and the clauses of :func:`blanked` are blanked
    with spaces of the same length, so every offset stays.  Statements are found again because the
    words around a line help to tell its kind: a name must not, not even so.
    """
    text = masked_text(resume)
    if text == resume.document.text:
        return resume
    document = replace(resume.document, text=text)
    return replace(resume, statements=analyse(text, blocks=document.blocks), document=document)


def masked_text(resume: Resume) -> str:
    """Text of a resume with all that is personal blanked."""
    text = resume.document.text
    kept = list(blanked(text))
    for start, stop in _personal_spans(resume):
        kept[start:stop] = " " * (stop - start)
    return "".join(kept)


def _personal_spans(resume: Resume) -> Iterator[tuple[int, int]]:
    text = resume.document.text
    values = [
        *(value for value in (resume.name, resume.location, resume.relocation) if value),
        *resume.personal.citizenship,
        *resume.personal.work_permit,
        *(study.institution for study in resume.education if study.institution),
    ]
    for value in values:
        yield value.start, value.stop
    for value in (*resume.phones, *resume.emails, *resume.links):
        yield _line_around(text, value.start, value.stop)
    if resume.name is None:
        yield from _like_names(text)
    towns = {resume.location.value, resume.location.text} if resume.location else set()
    for town in sorted(town for town in towns if len(town) >= SHORTEST_TOWN):
        for found in re.finditer(re.escape(town), text):
            yield found.span()


def _line_around(text: str, start: int, stop: int) -> tuple[int, int]:
    """The line of a contact if it is short: what else stands there is a town or a label."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", stop)
    last = len(text) if last < 0 else last
    return (first, last) if len(text[first:last].split()) <= CONTACT_LINE else (start, stop)


def _like_names(text: str) -> Iterator[tuple[int, int]]:
    """First lines that could be a name the parser does not know: capitalized words, no trade."""
    for number, line in enumerate(LINE.finditer(text)):
        if number >= NAME_LINES:
            return
        first = line.group().partition(",")[0]
        words = first.split()
        capital = all(word[0].isupper() and word.strip(".-").isalpha() for word in words)
        if 2 <= len(words) <= 4 and capital and not trades_of_title(first.lower()):
            yield line.start(), line.start() + len(first)
            return
