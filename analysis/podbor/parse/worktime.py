"""Employment, workplace, schedule, working hours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from podbor.parse.fields import Word
from podbor.parse.reading import Reading
from podbor.records import Hours, Value

_PATTERN = re.compile(
    r"(?<![\d/.,])(?P<on>[1-7])\s?(?:/|\\|х|x|через|\bна\b)\s?(?P<off>[1-7])(?![\d/%]|[.,]\d|\s?ставк)"
)
_DAYS = re.compile(
    r"сутк[иа]\s?(?:/|через|на)\s?(?P<off>тро[ея]|двое|[123])|(?P<four>4)\s?(?:x|×|by)\s?10\b",
    re.IGNORECASE,
)
_OFF = {"трое": 3, "троя": 3, "двое": 2}
_NO_PATTERN = re.compile(
    r"^\s?(?:ставк|га\b|этаж|комнат|раз[а]?\b|балл|года|лет|курс|мест)", re.IGNORECASE
)
_NUMBER = r"\d{1,2}(?:[.,]\d)?"
_WORDS = {  # «восьмичасовой день»
    "четырех": 4, "четырёх": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9,
    "десяти": 10, "двенадцати": 12,
    "восемь": 8, "двенадцать": 12, "шесть": 6, "четыре": 4, "сорока": 40, "сорок": 40,
    "eight": 8, "twelve": 12, "ten": 10, "forty": 40,
}  # fmt: skip
_SPOKEN = re.compile(
    rf"(?P<number>{'|'.join(_WORDS)})[\s-]?(?:часов[а-яё]*|час[а-яё]*"
    rf"|hours?)(?P<week>\s(?:рабочая недел|недел|в недел|a week|per week|week))?",
    re.IGNORECASE,
)
_HOURS = (
    ("week", re.compile(
        rf"(?P<low>{_NUMBER})(?:\s?(?:-|–|—|to|до)\s?(?P<high>{_NUMBER}))?\+?[\s-]?"
        r"(?:час[а-яё]*|ч\.?|hours?|hrs?\.?)(?:\s(?:of work|работы))?"
        r"\s?(?:в неделю|/\s?нед[а-яё]*|per week|a week|/\s?week|/\s?wk|weekly|each week|pw\b"
        r"|work ?week)", re.IGNORECASE)),
    ("week", re.compile(rf"(?P<low>{_NUMBER})-часов[а-яё]+ (?:рабочая )?недел", re.IGNORECASE)),
    ("day", re.compile(
        rf"(?P<low>{_NUMBER})(?:\s?(?:-|–|—|to|до)\s?(?P<high>{_NUMBER}))?[\s-]?"
        r"(?:час[а-яё]*|ч\.?|hours?|hrs?\.?)(?:\s(?:работы))?"
        r"\s?(?:в день|в сутки|в смену|/\s?день|per day|a day|per shift|/\s?day|daily|shifts?"
        r"|days\b)",
        re.IGNORECASE)),
    ("day", re.compile(
        rf"(?:смен[а-яё]*|график|день|дня|[1-7]/[1-7]|shifts?)[\s,:(—–-]{{1,4}}(?:(?:по|of|—|are|is)\s)?"
        rf"(?P<low>{_NUMBER})(?:\s?(?:-|–|—|to|до|или|or)\s?(?P<high>{_NUMBER}))?[\s-]?"
        r"(?:час[а-яё]*|ч(?![а-яё])\.?|hours?|hrs?\.?)", re.IGNORECASE)),
    ("day", re.compile(
        rf"(?:рабочие часы|часы работы|hours)\s?:\s?(?P<low>{_NUMBER})(?:\s?(?:-|–|—|to"
        rf"|или)\s?(?P<high>{_NUMBER}))?(?![:\d.])"
        , re.IGNORECASE)),
    ("day", re.compile(
        rf"(?P<low>{_NUMBER})[\s-]?(?:часов(?:ой|ая|ые|ых|ого)|ч\.)\s?(?:рабоч|смен|день)",
        re.IGNORECASE)),
    ("day", re.compile(
        rf"по\s(?P<low>{_NUMBER})(?:\s?(?:-|–|—|до)\s?(?P<high>{_NUMBER}))?"
        r"\s?(?:час[а-яё]*|ч(?![а-яё]))(?!\s?в\s?нед)", re.IGNORECASE)),
)  # fmt: skip
_CLOCK = r"(?:[01]?\d|2[0-4])"
_TIMES = re.compile(
    rf"(?<![\d.,:+/-])(?:(?:с|from)\s)?(?P<h1>{_CLOCK})(?:[:.\-](?P<m1>[0-5]\d))?\s?(?P<a1>[ap]\.?m\.?)?"
    rf"\s?(?:-|–|—|до|to|till)\s?(?P<h2>{_CLOCK})(?:[:.\-](?P<m2>[0-5]\d))?\s?(?P<a2>[ap]\.?m\.?)?"
    r"(?![\d:/%]|[.,]\d|\s?(?:₽|\$|%|руб|лет|год|час|ч\b|тыс|чел|years?|hours?|hrs|мес|months?|days|дн))",
    re.IGNORECASE,
)
FRACTIONS = {(1, 2), (1, 3), (1, 4), (2, 3), (3, 4), (3, 5), (4, 5)}  # «3/4 цены» too
MOST_DAY, MOST_WEEK = 24, 90


def field_values(reading: Reading, words: Iterable[Word], name: str) -> tuple[Value[str], ...]:
    """Values of words, each once, in the order of the text."""
    found: dict[str, Value[str]] = {}
    for word in words:
        if word.value not in found:
            found[word.value] = reading.value(word.start, word.stop, word.value, f"{name} words")
    return tuple(found.values())


def schedule(reading: Reading, words: Iterable[Word]) -> tuple[Value[str], ...]:
    """Patterns («2/2») and shifts, each once, in the order of the text."""
    found = [*_patterns(reading), *field_values(reading, words, "schedule")]
    once: dict[str, Value[str]] = {}
    for value in sorted(found, key=_start):
        once.setdefault(value.value, value)
    return tuple(once.values())


def _start(value: Value[str]) -> int:
    return value.start


def _patterns(reading: Reading) -> Iterator[Value[str]]:
    text = reading.text
    for found in _PATTERN.finditer(text):
        on, off = int(found["on"]), int(found["off"])
        if on + off > 8 or _NO_PATTERN.match(text[found.end() : found.end() + 12]):
            continue
        spoken = "/" not in found[0] or (on, off) in FRACTIONS
        around = text[max(0, found.start() - 40) : found.end() + 25].lower()
        if spoken and not re.search(r"график|смен|режим|сутк|schedule|shift|дежур|работ", around):
            continue
        yield reading.value(*found.span(), f"{on}/{off}", "schedule pattern")
    for found in _DAYS.finditer(text):
        if found["four"]:
            yield reading.value(*found.span(), "4/3", "schedule pattern", inferred=True)
        else:
            off = _OFF.get(found["off"].lower()) or int(found["off"])
            yield reading.value(*found.span(), f"1/{off}", "schedule pattern")


def hours(reading: Reading) -> Value[Hours] | None:
    """Working hours of a day or a week, the first that the text gives.

    Examples
    --------
    >>> from podbor.parse.reading import read
    >>> from podbor.records import Date, Document
    >>> text = "График 2/2 по 12 часов"
    >>> reading = read(Document(name="", format="txt", text=text), Date(year=2026, month=11))
    >>> hours(reading).value
    Hours(minimum=12, maximum=12, per='day')
    """
    text = reading.text
    found: list[tuple[int, Value[Hours]]] = []
    for per, pattern in _HOURS:
        for match in pattern.finditer(text):
            low = _number(match["low"])
            high = _number(match["high"]) if "high" in match.groupdict() and match["high"] else low
            most = MOST_DAY if per == "day" else MOST_WEEK
            least = 2 if per == "day" else 4
            if least <= low <= high <= most:
                value = Hours(minimum=low, maximum=high, per=per)
                found.append((match.start(), reading.value(*match.span(), value, "hours")))
                break
    spoken = _SPOKEN.search(text)
    if spoken and not found:
        number = _WORDS[spoken["number"].lower()]
        per = "week" if spoken["week"] or number > MOST_DAY else "day"
        return reading.value(
            *spoken.span(), Hours(minimum=number, maximum=number, per=per), "hours in words"
        )
    return min(found, key=_first)[1] if found else None


def _first(pair: tuple[int, Value[Hours]]) -> int:
    return pair[0]


def _number(words: str) -> float:
    amount = float(words.replace(",", "."))
    return int(amount) if amount == int(amount) else amount


def times(reading: Reading) -> Value[str] | None:
    """Beginning and end of the working day, ``09:00-18:00``, where the text gives one span."""
    for found in _TIMES.finditer(reading.text):
        begin, end = _clock(found, "1"), _clock(found, "2")
        if begin and end and begin != end and _is_marked(reading.text, found):
            return reading.value(*found.span(), f"{begin}-{end}", "times")
    return None


def _clock(found: re.Match[str], name: str) -> str | None:
    hour, minute = int(found[f"h{name}"]), found[f"m{name}"] or "00"
    half = (found[f"a{name}"] or "").lower().replace(".", "")
    if half and hour > 12:
        return None
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute}"


def _is_marked(text: str, found: re.Match[str]) -> bool:
    """Minutes, am and pm or words of schedules tell times from «5-6 звонков»."""
    if found["m1"] or found["m2"] or found["a1"] or found["a2"]:
        return True
    around = text[max(0, found.start() - 40) : found.end() + 10].lower()
    is_framed = found[0].lower().startswith(("с ", "from ")) and " до " in f"{found[0]} "
    return bool(re.search(r"график|смен|schedule|shift|пн|monday|mon\b|будн", around)) and (
        is_framed or re.search(r"пн|monday|mon\b|будн|fri", around) is not None
    )
