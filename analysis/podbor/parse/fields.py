"""Words of fields with few values: employment, workplace, schedule, levels of education."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml
from podbor.matching.tokens import Tokens
from podbor.matching.trie import PhraseTrie

BLOCK = "block"


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """A word of a field: half-open offsets into the clean view, the field's name and value."""

    start: int
    stop: int
    field: str
    value: str


@cache
def _lexicon() -> tuple[PhraseTrie, tuple[tuple[str, str], ...]]:
    """Trie of all patterns; for each its field and value."""
    fields = read_yaml(resource("corpus", "lexicon/fields.yaml"))
    rows = [
        (pattern, field, value)
        for field, values in fields.items()
        for value, patterns in values.items()
        for pattern in patterns
    ]
    rows += _language_rows()
    return PhraseTrie(row[0] for row in rows), tuple(row[1:] for row in rows)


def _language_rows() -> Iterator[tuple[str, str, str]]:
    for code, names in read_yaml(resource("corpus", "lexicon/languages.yaml")).items():
        for name in names["adjective"]:
            yield name, "adjective", code
            yield f"{name} язык", "language", code
            yield f"язык {name}", "language", code
        for name in names["plain"]:
            yield name, "language", code


@cache
def _language_names() -> dict[str, str]:
    named = read_yaml(resource("corpus", "lexicon/languages.yaml"))
    return {
        code: next((name for name in names["plain"] if name.isascii()), names["plain"][-1]).title()
        for code, names in named.items()
    }


def language_name(code: str) -> str:
    """English name of a language by its code; the code itself where it is not known.

    Examples
    --------
    >>> language_name("kk"), language_name("xx")
    ('Kazakh', 'xx')
    """
    return _language_names().get(code, code)


def field_words(text: str, tokens: Tokens | None = None) -> dict[str, list[Word]]:
    """Words of all fields in a clean view, by field, sorted; the longest at a place wins.

    Examples
    --------
    >>> found = field_words("Полная занятость, сменный график, без ночных смен")
    >>> [(word.field, word.value) for words in found.values() for word in words]
    [('employment', 'full_time'), ('schedule', 'rotating'), ('conditions', 'schedule'),
     ('conditions', 'schedule')]
    """
    trie, rows = _lexicon()
    found: dict[str, list[Word]] = {}
    if LABEL.search(text):
        text = LABEL.sub(_joined, text)
        tokens = None
    for hit in trie.find(text, tokens):
        field, value = rows[hit.form]
        found.setdefault(field, []).append(Word(hit.start, hit.stop, field, value))
    return {field: list(_longest(words)) for field, words in found.items()}


LABEL = re.compile(
    r"(?:занятость|график(?: работы)?|режим(?: работы)?|формат(?: работы)?|график|employment"
    r"|schedule|смены)\s?[:|\t]",
    re.IGNORECASE,
)


def _joined(found: re.Match[str]) -> str:
    """Label without the colon that would part it from its value («Занятость: полная»)."""
    return found[0][:-1] + " "


def _longest(words: list[Word]) -> Iterator[Word]:
    """Words that no longer one of the field covers; blocks cover and go."""
    last = 0
    for word in sorted(words, key=_length_first):
        if word.start >= last:
            last = word.stop
            if word.value != BLOCK:
                yield word


def _length_first(word: Word) -> tuple[int, int, str]:
    return word.start, -word.stop, word.value
