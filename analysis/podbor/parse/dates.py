"""Periods of time in a resume: «Март 2017 — настоящее время», "Aug 2013 to Current", 2015-2018."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from podbor.normalize import Text
from podbor.records import Date

EARLIEST_YEAR = 1950
_LATEST_YEAR = 2100  # when nobody says what today is

_STEMS = (
    "янв jan|фев feb|мар mar|апр apr|май мая мае may|июн jun|июл jul|авг aug|сен sep|окт oct"
    "|ноя nov|дек dec"
)
_MONTHS = {
    stem: number
    for number, stems in enumerate(_STEMS.split("|"), start=1)
    for stem in stems.split(" ")
}
MONTH = (
    r"(?:янв(?:ар[ьяе])?|фев(?:р(?:ал[ьяе])?)?|мар(?:т[ае]?)?|апр(?:ел[ьяе])?|ма[йяе]|июн[ьяе]?"
    r"|июл[ьяе]?|авг(?:уст[ае]?)?|сент?(?:ябр[ьяе])?|окт(?:ябр[ьяе])?|ноя(?:б(?:р[ьяе])?)?"
    r"|дек(?:абр[ьяе])?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
_GAP = r"[ \t]*+(?:\n[ \t]*+)?+"  # a period may be wrapped over two lines
_YEAR_WORD = r"(?:[ \t]?(?:гг?\b\.?|год(?:а|у|ом|ы|ов)?\b))?"
_FOUR = r"(?:19|20)\d\d(?!\d)"

NOW = (
    r"(?:настоящ(?:ее|его|ий|им)\s(?:время|времени|момент|моменту)|наст\.?\s?(?:время|вр\.?)"
    r"|н\.\s?в(?:р)?\.?(?!\w)|н/вр?\.?(?!\w)|нв(?!\w)|сейчас|сегодня(?:шний\sдень)?|сей\sдень"
    r"|текущ(?:ее\sвремя|ий\sмомент)"
    r"|present|current(?:ly)?|now|today|to\sdate|till\sdate|(?<=to\s)date|date(?=\W|$)|ongoing)(?![^\W\d_])"
)
_JOINT = (
    rf"(?:{_GAP}(?:[-–—−→~]+>?(?:{_GAP}(?:по|до|to|till|until)(?=\s))?"
    rf"|,?(?<=\s)(?:и\s)?(?:по|до)(?=\s)|,?(?<=\s)и(?=\s(?:сейчас|сегодня))"
    rf"|(?<=\s)(?:to|till|until|through|thru|up\sto)(?=\s)){_GAP}|[ ]*+(?:\t|\|)[ \t]*+)"
)


def _date(name: str) -> str:
    """Pattern of one date; its groups begin with ``name``."""
    return (
        rf"(?:(?:\d\d?[ \t])?(?P<{name}_word>{MONTH})(?:,?{_GAP}|-)(?:of\s|(?:\d\d?(?:st|nd|rd"
        rf"|th)?,\s))?"
        rf"['’]?(?P<{name}_word_year>{_FOUR}|\d\d(?![\d.,:])(?!\s?%)){_YEAR_WORD}"
        rf"|(?P<{name}_early_year>{_FOUR}),?\s(?P<{name}_late_word>{MONTH})"
        rf"|(?:[0-3]?\d[./])?(?P<{name}_number>0?[1-9]|1[0-2])\s?[./-]\s?"
        rf"(?P<{name}_number_year>{_FOUR}){_YEAR_WORD}"
        rf"|(?P<{name}_iso_year>(?:19|20)\d\d)[-./](?P<{name}_iso>0[1-9]|1[0-2])(?:[-.]\d\d)?(?!\d)"
        rf"|(?P<{name}_short>0[1-9](?=[./])|1[0-2](?=[./])|[1-9](?=/))[./](?P<{name}_short_year>\d\d)"
        rf"(?![\d:.,/])"
        rf"|(?P<{name}_roman>VI{{0,3}}|I[VX]|XI{{0,2}}|I{{1,3}})\.(?P<{name}_roman_year>{_FOUR})"
        rf"|(?P<{name}_year>{_FOUR}){_YEAR_WORD}(?:\s\((?P<{name}_after_word>{MONTH})\))?)"
    )


_PERIOD = re.compile(
    rf"(?<![^\W_])(?<![\d][.,/–-])(?<![+$])(?:(?P<from>с|from)\s)?"
    rf"(?:(?P<whole>(?P<whole_year>{_FOUR})[-–—](?P<whole_end>\d\d)(?![\d./-]|\s?[-–—]))"
    rf"|(?:{_date('a')}|(?:\d\d?[ \t])?(?P<a_bare>{MONTH})){_JOINT}"
    rf"(?:(?P<now>{NOW})|{_date('b')}))(?![-–/]?\d)",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    rf"(?<![^\W_])(?:\d\d?\s)?(?P<a_word>{MONTH}),?\s?(?P<a_word_year>{_FOUR}){_YEAR_WORD}",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"(?<![^\W_])(?:с|со|since|from)\s{_date('a')}(?!\s?(?:по|до|to|till|until|[-–—]\s?\d)\b)",
    re.IGNORECASE,
)
_PHONE_BEFORE = re.compile(r"(?:\+\d|\b8|\(\d{3,4}\)|\d{3})[\d ()-]{0,12}[ (-]\Z")
_AMOUNT_AFTER = re.compile(
    r"[ \t]?(?:руб|р\.|₽|\$|€|%|шт|чел|usd\b|eur\b|км\b|тыс|знаков|клиент|звонк|заявок)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From when to when.

    Parameters
    ----------
    start, stop : int
        Half-open offsets.
    begin : Date
    end : Date or None
        ``None`` while it lasts.
    current : bool
        It lasts to this day.
    """

    start: int
    stop: int
    begin: Date
    end: Date | None = None
    current: bool = False


def find_periods(text: Text, *, today: Date | None = None) -> list[Period]:
    """Periods of a text, in its order.

    Refused: years before 1950 or after the year that follows ``today``, an end before its
    beginning, parts of telephone numbers, amounts of money or things.

    Parameters
    ----------
    text : Text
        Offsets of the answer point into ``text.original``.
    today : Date or None
        The resume's own date or the day of reading; without it any year to 2100 is believed.

    Examples
    --------
    >>> from podbor.normalize import normalize
    >>> for period in find_periods(normalize("Март 2017 — настоящее время; 2011-2015 слесарь")):
    ...     print(period.begin, period.end, period.current)
    Date(year=2017, month=3) None True
    Date(year=2011, month=None) Date(year=2015, month=None) False
    >>> find_periods(normalize("тел. 8 (900) 2015-2018, оклад 1990-2000 руб."))
    []
    """
    periods = []
    for period in scan_periods(text.text, today=today):
        start, stop = text.span(period.start, period.stop)
        periods.append(replace(period, start=start, stop=stop))
    return periods


_DAY_DATE = (
    rf"(?:(?P<day_first>\d\d?)\s(?P<word>{MONTH})\s(?P<year>{_FOUR})"
    rf"|(?P<word_first>{MONTH})\s\d\d?(?:st|nd|rd|th)?,?\s(?P<word_year>{_FOUR})"
    rf"|(?:\d\d?\.)?(?P<number>0[1-9]|1[0-2])[./](?P<number_year>{_FOUR})"
    rf"|(?P<iso_year>{_FOUR})-(?P<iso>0[1-9]|1[0-2])(?:-\d\d)?(?!\d))"
)
_UPDATED_WORD = re.compile(
    r"[Оо]бновл|[Дд]ата |[Аа]ктуально|[Рр]езюме (?:от|созд)|[Uu]pdate|[Dd]ate of|ОБНОВЛ|UPDATE"
)
_UPDATED = re.compile(
    r"(?:резюме\s(?:обновлено|создано|от)|(?:последнее\s)?обновлен(?:о|ие|ия)|дата\s(?:обновления"
    r"|публикации|размещения|заполнения|составления)|актуально на"
    r"|(?:resume\s|cv\s|last\s)?updated(?:\son)?|date\sof\s(?:resume|update))"
    rf"[:,]?\s{_DAY_DATE}",
    re.IGNORECASE,
)


def document_date(text: Text) -> Date | None:
    """Month in which a resume says it was updated.

    Examples
    --------
    >>> from podbor.normalize import normalize
    >>> document_date(normalize("Иванова Анна • Резюме обновлено 8 октября 2026 в 12:34"))
    Date(year=2026, month=10)
    >>> document_date(normalize("Родилась 8 октября 1996")) is None
    True
    """
    if not _UPDATED_WORD.search(text.text):
        return None
    found = _UPDATED.search(text.text)
    if not found:
        return None
    groups = found.groupdict()
    year = next(groups[name] for name in _YEAR_GROUPS if groups[name])
    word = groups["word"] or groups["word_first"]
    month = read_month(word) if word else int(groups["number"] or groups["iso"])
    return Date(year=int(year), month=month)


_YEAR_GROUPS = ("year", "word_year", "number_year", "iso_year")


def scan_periods(view: str, *, today: Date | None = None) -> Iterator[Period]:
    """Periods with offsets into a plain string."""
    latest = today.year + 1 if today else _LATEST_YEAR
    at = 0
    while found := _PERIOD.search(view, at):
        period = _read(found, latest)
        if period and not _is_number_of_something(view, found):
            yield period
        at = found.end()


_DAY = re.compile(r"(?<![\d.])(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>(?:19|20)\d\d)(?![\d.])")
_LONG_MONTHS = frozenset({1, 3, 5, 7, 8, 10, 12})


def count_impossible(view: str) -> int:
    """How many stretches of time end before they begin or lie far off, and days that do not exist.

    Examples
    --------
    >>> count_impossible("31.02.2020; март 2021 — январь 2019; 2015-2099; 2015-2018")
    3
    """
    n_periods = 0
    for found in _PERIOD.finditer(view):
        groups = found.groupdict()
        begin, end = _read_date(groups, "a", _LATEST_YEAR), _read_date(groups, "b", _LATEST_YEAR)
        if begin and end and not _is_number_of_something(view, found):
            n_periods += not _is_plausible(begin, end, SOON)
    return n_periods + sum(_is_no_day(found) for found in _DAY.finditer(view))


SOON = 2040  # the last year that plans of a resume reach


def _is_no_day(found: re.Match[str]) -> bool:
    day, month = int(found["day"]), int(found["month"])
    longest = 29 if month == 2 else 31 if month in _LONG_MONTHS else 30
    return not (1 <= month <= 12 and 1 <= day <= longest)


@lru_cache(maxsize=8192)
def line_periods(line: str) -> tuple[Period, ...]:
    """Periods of one line; remembered, since every field asks for them."""
    return tuple(scan_periods(line))


def scan_months(view: str, *, today: Date | None = None) -> Iterator[Period]:
    """Single months («март 2024») with offsets into a plain string."""
    latest = today.year + 1 if today else _LATEST_YEAR
    for found in _SINGLE.finditer(view):
        date = _read_date(found.groupdict(), "a", latest)
        if date and EARLIEST_YEAR <= date.year <= latest:
            yield Period(start=found.start(), stop=found.end(), begin=date, end=date)


def scan_since(view: str, *, today: Date | None = None) -> Iterator[Period]:
    """Periods that last («since May 2022», «с апреля 2021 г.») with offsets into a plain string.

    Examples
    --------
    >>> [period.begin for period in scan_since("since May 2022, Acme")]
    [Date(year=2022, month=5)]
    """
    latest = today.year + 1 if today else _LATEST_YEAR
    for found in _SINCE.finditer(view):
        date = _read_date(found.groupdict(), "a", latest)
        if date and EARLIEST_YEAR <= date.year <= latest:
            yield Period(start=found.start(), stop=found.end(), begin=date, current=True)


def months_between(begin: Date, end: Date | None, *, today: Date) -> int:
    """Whole months of a job, both ends included; ``end=None`` is a job that lasts to ``today``.

    A bare year is taken at its middle, so «2015–2018» is 36 months and not the 48 from January to
    December, and years that touch («2011–2015», «2015–2018») add up; within one year it is 12.

    Examples
    --------
    >>> months_between(Date(year=2019, month=3), Date(year=2021, month=5), today=Date(year=2026))
    27
    >>> months_between(Date(year=2015), Date(year=2018), today=Date(year=2026))
    36
    """
    start, stop = month_range(begin, end, today=today)
    return stop - start


def month_range(begin: Date, end: Date | None, *, today: Date) -> tuple[int, int]:
    """Half-open range of months counted from year 0; see :func:`months_between`."""
    last = end or today
    if begin.year == last.year and begin.month is None and last.month is None:
        return begin.year * 12, begin.year * 12 + 12
    start = begin.year * 12 + (6 if begin.month is None else begin.month - 1)
    stop = last.year * 12 + (6 if last.month is None else last.month)
    if begin.year == last.year and begin.month is None:
        start = begin.year * 12  # «2025 – март 2025»
    return start, max(start, stop)


def read_month(word: str) -> int:
    """Give the number of a month by its Russian or English name.

    Examples
    --------
    >>> read_month("Сентября"), read_month("Aug.")
    (9, 8)
    """
    return _MONTHS[word.lower()[:3]]


def _read(found: re.Match[str], latest: int) -> Period | None:
    groups = found.groupdict()
    begin: Date | None
    end: Date | None
    if groups["whole"]:  # «2008-10 продавец»
        begin = Date(year=int(groups["whole_year"]))
        end = Date(year=begin.year // 100 * 100 + int(groups["whole_end"]))
    else:
        end = _read_date(groups, "b", latest)
        begin = _read_date(groups, "a", latest)
        if groups["a_bare"] and end and end.month:  # «апрель – май 2025»
            begin = Date(year=end.year, month=read_month(groups["a_bare"]))
    if begin is None or (end is None and not groups["now"]):
        return None
    if not _is_plausible(begin, end, latest):
        return None
    current = bool(groups["now"])
    return Period(start=found.start(), stop=found.end(), begin=begin, end=end, current=current)


def _read_date(  # noqa: PLR0911 - one answer per rule
    groups: dict[str, str | None], name: str, latest: int
) -> Date | None:
    """Begin or end of a period, by the way of writing that matched."""

    def group(part: str) -> str:
        return groups.get(f"{name}_{part}") or ""

    if word := group("word"):
        return Date(year=_full_year(group("word_year"), latest), month=read_month(word))
    if word := group("late_word"):
        return Date(year=int(group("early_year")), month=read_month(word))
    if number := group("number"):
        return Date(year=int(group("number_year")), month=int(number))
    if number := group("iso"):
        return Date(year=int(group("iso_year")), month=int(number))
    if number := group("short"):  # «08.08 – 11.13»
        return Date(year=_full_year(group("short_year"), latest), month=int(number))
    if number := group("roman"):
        return Date(year=int(group("roman_year")), month=_ROMAN.index(number.upper()) + 1)
    year, word = group("year"), group("after_word")
    return Date(year=int(year), month=read_month(word) if word else None) if year else None


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _full_year(digits: str, latest: int) -> int:
    """Year of «март 24»: of this century unless that is still to come."""
    if len(digits) == 4:
        return int(digits)
    year = 2000 + int(digits)
    limit = latest if latest != _LATEST_YEAR else 2000 + EARLIEST_YEAR % 100
    return year if year <= limit else year - 100


def _is_plausible(begin: Date, end: Date | None, latest: int) -> bool:
    last = end or begin
    if not EARLIEST_YEAR <= begin.year <= latest or not begin.year <= last.year <= latest:
        return False
    if begin.month is None or last.month is None:
        return True
    return (begin.year, begin.month) <= (last.year, last.month)


def _is_number_of_something(view: str, found: re.Match[str]) -> bool:
    before = view[max(0, found.start() - 24) : found.start()]
    return bool(_PHONE_BEFORE.search(before) or _AMOUNT_AFTER.match(view, found.end()))
