"""Languages with levels of the Common European Framework."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from podbor.parse.fields import Word
from podbor.parse.reading import Reading
from podbor.records import Spoken, Value

BESIDE = 2  # characters between a level and the language right behind it
REACH = 45  # characters between a language and its level
FRAMEWORK = re.compile(r"[ABCАВС][12]", re.IGNORECASE)
_BEFORE_OTHER = re.compile(r"[;\n]|\d\)|,(?=\s[A-ZА-ЯЁ])")
_NEXT_OTHER = re.compile(r";|\d\)|,(?=\s[A-ZА-ЯЁ])|\n[^\n]*\n")
_SCHOOL = re.compile(
    r"gcse|учител|преподават|репетитор|факультет|кафедр|филолог|teacher|tutor|department|литератур"
    r"|speaking (?:market|countr|client|customer)|кухн|рын[ок]|literature|major|degree in"
    r"|b\.?a\.? in"
    r"|lessons|тексты|клиент[а-яё]* на|переводчик",
    re.IGNORECASE,
)


def languages(
    reading: Reading, words: dict[str, list[Word]], parts: Iterable[tuple[int, int]], *, sure: bool
) -> tuple[Value[Spoken], ...]:
    """Languages named in some parts of a text, each once, with the level beside it.

    Parameters
    ----------
    reading : Reading
    words : dict of str to list of Word
        From :func:`~podbor.parse.fields.field_words`.
    parts : iterable of (int, int)
        Where to look, offsets into the clean view.
    sure : bool
        The parts are about languages, so «английский» alone names one and no level is needed.
    """
    found: dict[str, Value[Spoken]] = {}
    for start, stop in parts:
        for value in _in_part(reading, words, start, stop, sure=sure):
            known = found.get(value.value.code)
            if known is None or (known.value.level is None and value.value.level):
                found[value.value.code] = value
    return tuple(sorted(found.values(), key=_start))


def as_native(value: Value[Spoken]) -> Value[Spoken]:
    """A language under «Родной язык»."""
    return replace(value, value=Spoken(code=value.value.code, level="native"))


def _start(value: Value[Spoken]) -> int:
    return value.start


def _in_part(
    reading: Reading, words: dict[str, list[Word]], start: int, stop: int, *, sure: bool
) -> Iterator[Value[Spoken]]:
    names = _names(words, start, stop)
    levels = [w for w in words.get("language_levels", []) if start <= w.start and w.stop <= stop]
    for i, name in enumerate(names):
        after = names[i + 1].start if i + 1 < len(names) else stop
        before = names[i - 1].stop if i else start
        level = _level(reading.text, name, levels, (before, after), sure=sure)
        is_plain = name.field == "language"
        if not sure and not is_plain and level is None:
            continue
        if not sure and _SCHOOL.search(
            reading.text, max(start, name.start - 25), min(stop, name.stop + 25)
        ):
            continue
        first = min(name.start, level.start) if level else name.start
        last = max(name.stop, level.stop) if level else name.stop
        code = level.value if level else None
        written = level is not None and (
            FRAMEWORK.search(reading.text[level.start : level.stop]) is not None or code == "native"
        )
        why = "language; " + (
            "level as written" if written else "level by its words" if level else "no level"
        )
        yield reading.value(
            first,
            last,
            Spoken(code=name.value, level=code),
            why,
            inferred=bool(level) and not written,
        )


def _names(words: dict[str, list[Word]], start: int, stop: int) -> list[Word]:
    """Names of languages, those with «язык» before bare adjectives at the same place."""
    plain = [w for w in words.get("language", []) if start <= w.start and w.stop <= stop]
    taken = {place for word in plain for place in range(word.start, word.stop)}
    bare = [
        word
        for word in words.get("adjective", [])
        if start <= word.start and word.stop <= stop and word.start not in taken
    ]
    return sorted([*plain, *bare])


def _level(
    text: str, name: Word, levels: list[Word], bounds: tuple[int, int], *, sure: bool
) -> Word | None:
    """Level that belongs to a name: after it up to the next one, else close before it.

    In a part about languages it may stand in the next line.
    """
    before, after = bounds
    other = _NEXT_OTHER if sure else _BEFORE_OTHER
    beside = [w for w in levels if before <= w.start and 0 <= name.start - w.stop <= BESIDE]
    if beside and not sure:
        return beside[-1]  # "fluent English and conversational Spanish"
    behind = [
        level
        for level in levels
        if name.stop <= level.start < min(after, name.stop + REACH)
        and not other.search(text, name.stop, level.start)
    ]
    if behind:
        written = [level for level in behind if FRAMEWORK.fullmatch(text[level.start : level.stop])]
        return (written or behind)[0]
    ahead = [
        level
        for level in levels
        if max(before, name.start - REACH // 2) <= level.start
        and level.stop <= name.start
        and not re.search(r"[.;:\n]", text[level.stop : name.start])
    ]
    return ahead[-1] if ahead else None
