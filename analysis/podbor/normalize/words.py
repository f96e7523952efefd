"""Letters of the wrong alphabet inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podbor.normalize.text import Edit

_CYRILLIC = "А-Яа-яЁё"
_MIXED = re.compile(
    rf"(?<![A-Za-z{_CYRILLIC}])(?:[A-Za-z]++[{_CYRILLIC}]|[{_CYRILLIC}]++[A-Za-z])[A-Za-z{_CYRILLIC}]*"
)
_CYRILLIC_TWINS = "асеорхуАВСЕНКМОРТХ"
_LATIN_TWINS = "aceopxyABCEHKMOPTX"
_TO_LATIN = dict(zip(_CYRILLIC_TWINS, _LATIN_TWINS, strict=True))
_TO_CYRILLIC = dict(zip(_LATIN_TWINS, _CYRILLIC_TWINS, strict=True))
_LATIN = re.compile("[A-Za-z]")

# names that are often typed in Cyrillic letters only
_NAMES = {
    "СРМ": "CRM",  # «ведение СРМ»
    "РС": "PC",  # «пользователь РС»
    "ЕХСЕЛ": "EXCEL",
    "Ехсел": "Excel",
    "С": "C",  # «С#», «С++»
}
_NAME = re.compile(r"(?<![\w/])(?:СРМ|РС|ЕХСЕЛ|Ехсел)(?![\w/])|(?<!\w)С(?=#|\+\+)")


def homoglyphs(text: str) -> Iterator[Edit]:
    """One alphabet for each word, between hyphens, that mixes look-alike letters.

    If every Cyrillic letter has a Latin twin and there is a letter that only Latin has, the word
    is Latin; otherwise it is Cyrillic, provided every Latin letter has a twin there.

    Examples
    --------
    >>> [edit.replacement for edit in homoglyphs("Сall-центр, Exсel, paбoты, CРМ, ведение СРМ")]
    ['Call', 'Excel', 'работы', 'CRM', 'CRM']
    >>> list(homoglyphs("1С, Java-разработчик, СберKids, C#"))
    []
    """
    if text.isascii():
        return
    edits = [*_mixed_words(text), *_names(text)]
    edits.sort(key=_start)
    yield from edits


def _start(edit: Edit) -> int:
    return edit.start


def _mixed_words(text: str) -> Iterator[Edit]:
    for found in _MIXED.finditer(text):
        new = one_alphabet(found[0])
        if new != found[0]:
            yield Edit(found.start(), found.end(), _NAMES.get(new, new), "homoglyph")


def _names(text: str) -> Iterator[Edit]:
    for found in _NAME.finditer(text):
        yield Edit(found.start(), found.end(), _NAMES[found[0]], "homoglyph")


def one_alphabet(word: str) -> str:
    """Word in one alphabet, or as it is when no alphabet has all its letters.

    Examples
    --------
    >>> one_alphabet("Linuх"), one_alphabet("pуб"), one_alphabet("СберKids")
    ('Linux', 'руб', 'СберKids')
    """
    latin = _LATIN.findall(word)
    cyrillic = [letter for letter in word if not letter.isascii()]
    only_latin = any(letter not in _TO_CYRILLIC for letter in latin)
    if only_latin and all(letter in _TO_LATIN for letter in cyrillic):
        return "".join(_TO_LATIN.get(letter, letter) for letter in word)
    if not only_latin:
        return "".join(_TO_CYRILLIC.get(letter, letter) for letter in word)
    return word


def fold_yo(word: str) -> str:
    """Word with е for ё: for comparing, never for the clean view.

    Examples
    --------
    >>> fold_yo("приём")
    'прием'
    """
    return word.replace("ё", "е").replace("Ё", "Е")
