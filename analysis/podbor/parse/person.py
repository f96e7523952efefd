"""What a person is ready for and may do: moving, travel, citizenship, licences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podbor.parse.reading import Reading
from podbor.records import Value

_MOVE = re.compile(
    r"(?P<no>готов[а-яё]*(?:\sли)?\s(?:к|на)\sпереезд[а-яё]*\s?[:—–-]\s?(?:нет|не\b|невозм)|(?:переезд|релокация)\s?[:|—–-]?\s?(?:невозм|не\b)"
    r"|не\s(?:готов[аы]?|рассматриваю|планирую|хочу|могу)(?:\s(?:к|на))?\s(?:переезд[а-яё]*|релокаци[а-яё]*)"
    r"|(?:переезд|релокация)\s?[:|—–-]?\s?(?:не\s|нет|без|исключ)|not (?:willing|open|ready"
    r"|able) to (?:relocat|move)"
    r"|relocation\s?[:|—–-]\s?no|no relocation|unwilling to relocate|not prepared to relocate"
    r"|won['’]t relocate)"
    r"|(?P<yes>(?:готов[аы]?|рассматриваю|согласен|согласна|возможен|могу|хочу)(?:\s(?:к|на))?\s"
    r"(?:переезд[а-яё]*|переехать|релокаци[а-яё]*)"
    r"|(?:переезд|релокация)\s?[:|—–-]?\s?(?:да\b|возмож|готов|рассм|ок\b|не проблема)"
    r"|(?:willing|open|ready|able|happy|prepared) to (?:relocat|move)|relocation\s?[:|—–-]\s?yes"
    r"|(?:open|available) (?:to|for) relocation|will relocate|can relocate|relocatable)",
    re.IGNORECASE,
)
_TRAVEL = re.compile(
    r"(?P<no>готов[а-яё]*(?:\sли)?\s(?:к|на)\sкомандировк[а-яё]*\s?[:—–-]\s?(?:нет|не\b|невозм)|(?:не\s(?:готов[аы]?|рассматриваю|могу|хочу)|неготов[аы]?)(?:\s(?:к|на|в|ездить))*\s(?:[а-яё]+\s)?командировк[а-яё]*"
    r"|командировк[а-яё]*\s?[:|—–-]?\s?(?:не\s|нет|без|исключ)|без командировок"
    r"|к командировкам не готов"
    r"|no (?:business )?travel|not (?:willing|ready|open|able) to travel|travel\s?[:|—–-]\s?no"
    r"|not (?:prepared|ready) for business trips)"
    r"|(?P<yes>(?:готов[аы]?|рассматриваю|согласен|согласна|могу|возможны)(?:\s(?:к|на|в|ездить))*\s"
    r"(?:[а-яё]+\s){0,2}командировк[а-яё]*|командировк[а-яё]*\s?[:|—–-]?\s?(?:да\b|возмож|готов"
    r"|ок\b|редк|не пугают|не проблема)"
    r"|(?:willing|open|ready|able|happy|prepared) (?:to|for) (?:occasional |business "
    r"|frequent )*(?:travel|trips|business trips)"
    r"|travel\s?[:|—–-]\s?yes|will travel|prepared for (?:rare |occasional )?business trips"
    r"|ready for (?:rare )?business trips)",
    re.IGNORECASE,
)
_CITIZEN = re.compile(
    r"(?i:гражданство|citizenship|nationality|citizen of)[ \t]?[:"
    r"|—–\t-]?\s?(?P<countries>[А-ЯЁA-Z][^\n;.|•(\t]*)"
    r"|(?P<adjective>US|U\.S\.|UK|British|Canadian|Irish|EU|Australian)\s(?P<word>[Cc]itizen)\b"
    r"|(?i:гражданин|гражданка)\s(?P<of>[А-ЯЁ][А-ЯЁа-яё]+(?:\s[А-ЯЁ][а-яё]+)?)",
)
_PERMIT = re.compile(
    r"(?i:(?:есть\s)?(?:разрешение на работу|permission to work|work permit(?: at)?"
    r"|authori[sz]ed to work in"
    r"|right to work(?: in)?|work authori[sz]ation|permit to work|eligible to work in))"
    r"[ \t]?[:|—–-]?[ \t]?(?i:the\s)?(?P<countries>[А-ЯЁA-Z][^\n;.|•(]*)",
)
_PERMIT_WORD = re.compile(r"[Рр]азрешение|[Pp]erm|[Aa]uthori|[Rr]ight to|[Ee]ligible")
_STOP = re.compile(
    r",?\s(?:есть разрешение|разрешение|permission|work permit|готов|не готов|родил|born|valid"
    r"|without"
    r"|no sponsor|have permission|has permission)|\s[—–-]\s|\.\s",
    re.IGNORECASE,
)
_CATEGORY = r"(?:[A-EАВСДЕ]1?E?)"
_LICENCE = re.compile(
    rf"(?i:категори[яийею]+|кат\.|categor(?:y|ies)|class|licen[cs]e|удостоверение|права|прав|cdl)"
    rf"\s?[:|\t—–-]?\s?(?i:\(?(?:категори[яийею]+|кат\.|class|categor(?:y|ies))\s?:?\s?)?[«\"(]?"
    rf"(?P<list>{_CATEGORY}(?:(?:\s?[,/+;]\s?|\s?[-–—]\s?|\s(?:и|and|or|или)\s|\s)[«\"]?{_CATEGORY}[»\"]?)*)[»\")]?(?![\w'’])",
)  # fmt: skip
_LICENCE_WORD = re.compile(
    r"прав[ао]?\b|водит|вождени|driv|licen[cs]e|CDL|удостовер|удостоверени|категори|кат\.|категория",
    re.IGNORECASE,
)
_NOT_LICENCE = re.compile(
    r"нет|отсутств|без прав|no driv|клас[са]|разряд|горнич|учител|педагог|врач|специалист|повар",
    re.IGNORECASE,
)
_LATIN = str.maketrans("АВСДЕ", "ABCDE")


def relocation(reading: Reading) -> Value[bool] | None:
    """Whether the person is ready to move."""
    return _yes_or_no(reading, _MOVE, _MOVE_WORD, "relocation")


def travel(reading: Reading) -> Value[bool] | None:
    """Whether the person is ready for business trips."""
    return _yes_or_no(reading, _TRAVEL, _TRAVEL_WORD, "travel")


_MOVE_WORD = re.compile(r"переезд|переехать|релокац|relocat|to move", re.IGNORECASE)
_TRAVEL_WORD = re.compile(r"командиров|travel|business trip", re.IGNORECASE)
_AROUND = 90  # characters before such a word in which its sentence begins


def _yes_or_no(
    reading: Reading, pattern: re.Pattern[str], word: re.Pattern[str], why: str
) -> Value[bool] | None:
    """Answer around the first of the words that has one; the words are found faster."""
    text = reading.text
    for near in word.finditer(text):
        start = max(text.rfind("\n", 0, near.start()) + 1, near.start() - _AROUND)
        found = pattern.search(text, start, near.end() + _AROUND)
        if found:
            return reading.value(*found.span(), found["yes"] is not None, why)
    return None


def citizenship(reading: Reading) -> tuple[Value[str], ...]:
    """Countries the person is a citizen of, as written."""
    for found in _CITIZEN.finditer(reading.text):
        name = next((n for n in ("countries", "of", "adjective") if found[n]), None)
        if name:
            return tuple(_countries(reading, found.start(name), found[name], "citizenship"))
    return ()


def work_permit(reading: Reading) -> tuple[Value[str], ...]:
    """Countries the person may work in, as written."""
    if not _PERMIT_WORD.search(reading.text):
        return ()
    found = _PERMIT.search(reading.text)
    if not found:
        return ()
    return tuple(_countries(reading, found.start("countries"), found["countries"], "work permit"))


def _countries(reading: Reading, start: int, words: str, why: str) -> Iterator[Value[str]]:
    end = _STOP.search(words)
    words = words[: end.start()] if end else words
    at = 0
    for part in re.split(r",\s?|\s/\s|/|\sи\s|\sand\s", words):
        name = part.strip(" .:;")
        if name and name[0].isupper() and len(name) <= 40:
            begin = start + words.index(part, at) + part.index(name)
            yield reading.words(begin, begin + len(name), why)
        at += len(part)


def licences(reading: Reading) -> tuple[Value[str], ...]:
    """Categories of a driving licence, in Latin letters.

    Examples
    --------
    >>> from podbor.parse.reading import read_text
    >>> [value.value for value in licences(read_text("Права категории В, С"))]
    ['B', 'C']
    >>> licences(read_text("Учитель высшей категории"))
    ()
    """
    found: dict[str, Value[str]] = {}
    for match in _LICENCE.finditer(reading.text):
        line = reading.text.rfind("\n", 0, match.start()) + 1
        before = reading.text[max(line, match.start() - 40) : match.start("list")]
        if not _LICENCE_WORD.search(before) or _NOT_LICENCE.search(before):
            continue
        for each in re.finditer(_CATEGORY, match["list"]):
            start = match.start("list") + each.start()
            name = each[0].translate(_LATIN)
            found.setdefault(name, reading.value(start, start + len(each[0]), name, "licence"))
    return tuple(found.values())
