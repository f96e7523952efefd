"""All spellings of call centre and contact centre become one word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podbor.normalize.text import Edit

WORD = "коллцентр"

_ANCHOR = re.compile("центр|центер|cent(?:er|re)|кц|цов", re.IGNORECASE)
_GAP = r"[ \t]?[-–—]?[ \t]?\n?"
_FIRST = (
    r"call|колл?|контакт|contact"
    r"|контактн(?:ый|ого|ому|ым|ом|ые|ых|ыми)"
)
_BEFORE = re.compile(
    rf"(?<![^\W_])(?P<first>{_FIRST})(?:[ \t]?\((?:{_FIRST})\))?(?P<gap>{_GAP})\Z", re.IGNORECASE
)
_ENDINGS = "ами|ам|ах|ов|ом|а|у|е|ы"
_RUSSIAN = re.compile(rf"цент(?:р|ер)(?P<ending>{_ENDINGS})?(?![^\W_])", re.IGNORECASE)
_ENGLISH = re.compile(r"cent(?:er|re)s?(?![^\W_])", re.IGNORECASE)
_HANDLING = re.compile(
    rf"центр(?P<ending>{_ENDINGS})? (?:по )?обработк[ие] (?:(?:телефонных|входящих|исходящих) )?"
    r"(?:вызовов|звонков)(?![^\W_])",
    re.IGNORECASE,
)
_STANDS_ALONE = re.compile(r"(?:КЦ|кц|Кц|ЦОВ)(?![^\W_])")
_STAFF = r"(?:оператор|специалист|сотрудник|менеджер|руководител)[а-яё]*"
_STAFF_BEFORE = re.compile(rf"(?<![^\W_]){_STAFF}[ \t-]+\Z", re.IGNORECASE)
_STAFF_AFTER = re.compile(rf"[ \t-]+{_STAFF}", re.IGNORECASE)
_WINDOW = 40


def call_centre(text: str) -> Iterator[Edit]:
    """One word, with the Russian ending that «центр» carried, for every spelling.

    Examples
    --------
    >>> from podbor.normalize.text import replay
    >>> line = "оператор контактного центра, в call-центре, Call Centers, ЦОВ, оператор кц"
    >>> replay(line, call_centre(line))
    'оператор коллцентра, в коллцентре, коллцентр, коллцентр, оператор коллцентр'
    >>> list(call_centre("протокол центра, контакт с центром, 40 кц"))
    []
    """
    at = 0
    for anchor in _ANCHOR.finditer(text):
        edit = _fold(text, anchor.start()) if anchor.start() >= at else None
        if edit is None:
            continue
        at = edit.stop
        if text[edit.start : edit.stop] != edit.replacement:
            yield edit


def _fold(text: str, at: int) -> Edit | None:
    if text[at] in "КкЦц" and (alone := _STANDS_ALONE.match(text, at)):
        return _fold_short(text, at, alone.end())
    second = _RUSSIAN.match(text, at) or _ENGLISH.match(text, at)
    if second and (first := _BEFORE.search(text[max(0, at - _WINDOW) : at])):
        if "\n" in first["gap"] and text[at].isupper():  # a new line that begins with «Центр»
            return None
        start = at - len(first[0])
        return Edit(start, second.end(), WORD + _ending(second), "call_centre")
    handling = _HANDLING.match(text, at)
    if handling and not (at and (text[at - 1].isalnum() or text[at - 1] == "-")):
        return Edit(at, handling.end(), WORD + _ending(handling), "call_centre")
    return None


def _ending(found: re.Match[str]) -> str:
    return (found.groupdict().get("ending") or "").lower()


def _fold_short(text: str, start: int, stop: int) -> Edit | None:
    """КЦ and ЦОВ; «кц» only beside those who work there."""
    before = text[max(0, start - _WINDOW) : start]
    if before and (before[-1].isalnum() or before[-1] == "_"):
        return None
    is_acronym = text[start:stop].isupper()
    if is_acronym or _STAFF_BEFORE.search(before) or _STAFF_AFTER.match(text, stop):
        return Edit(start, stop, WORD, "call_centre")
    return None
