"""A document to a :class:`Posting`; the order of steps is in ``docs/parsing.md``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace

from podbor.normalize import Text, normalize
from podbor.parse import contacts, posting_header, worktime
from podbor.parse.fields import Word, field_words
from podbor.parse.flags import flags
from podbor.parse.languages import languages
from podbor.parse.likelihood import posting_likelihood, warnings_of
from podbor.parse.pay import salary
from podbor.parse.person import licences
from podbor.parse.posting_title import title_of
from podbor.parse.reading import Reading, read
from podbor.parse.resume import this_month
from podbor.parse.role import role_of
from podbor.parse.sources import to_document
from podbor.parse.study import find_levels
from podbor.records import Document, Posting, Quote, Spoken, Statement, Value
from podbor.sections import analyse
from podbor.sections.durations import find_durations

EXPERIENCE = re.compile(r"опыт|стаж|experience", re.IGNORECASE)
OFFERED = frozenset({"conditions", "company"})  # sections that ask nothing
LOWEST_FIRST = (
    "secondary",
    "vocational",
    "incomplete_higher",
    "bachelor",
    "higher",
    "master",
    "doctorate",
)


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
    return _posting(read(document, this_month()))


def _posting(reading: Reading) -> Posting:
    document = reading.document
    statements = analyse(document.text, blocks=document.blocks)
    title = title_of(reading)
    least, most, quote = required_months(statements, reading)
    words = field_words(reading.text, reading.tokens)
    record = Posting(
        document=document,
        title=title,
        role=role_of(title.text) if title else None,
        employer=posting_header.employer(reading, title),
        agency=posting_header.agency(reading),
        location=posting_header.town(reading),
        workplace=_one_workplace(
            worktime.field_values(reading, words.get("workplace", []), "workplace")
        ),
        employment=worktime.field_values(reading, words.get("employment", []), "employment"),
        schedule=worktime.schedule(reading, words.get("schedule", [])),
        hours=worktime.hours(reading),
        times=worktime.times(reading),
        salary=salary(reading),
        statements=tuple(_without_title(statements, title)),
        required_months=least,
        most_months=most,
        required_months_quote=quote,
        education=_education(reading, statements),
        languages=_languages(reading, statements, words),
        licences=licences(reading),
        openings=posting_header.openings(reading),
        phones=contacts.phones(reading),
        emails=contacts.emails(reading),
        published=posting_header.published(reading),
        until=posting_header.until(reading),
        flags=flags(reading),
        likelihood=posting_likelihood(reading),
    )
    return replace(record, notices=warnings_of(record))


def _one_workplace(found: tuple[Value[str], ...]) -> tuple[Value[str], ...]:
    """An office named beside remote or hybrid work is where part of that work is done."""
    values = {value.value for value in found}
    if values & {"remote", "hybrid"}:
        return tuple(value for value in found if value.value != "office")
    return found


def _without_title(
    statements: tuple[Statement, ...], title: Value[str] | None
) -> Iterator[Statement]:
    """A title names the role («Оператор горячей линии»); it does not ask for it."""
    for statement in statements:
        if title and title.start <= statement.start and statement.stop <= title.stop:
            yield replace(statement, kind="title", modality="-", mentions=())
        else:
            yield statement


_NONE_NEEDED = re.compile(
    r"(?:опыт|стаж)[^.,;\n]{0,15}(?:не имеет значения|не важен|не нужен|не обязателен)"
    r"|без опыта(?: работы)?\b|опыт(?: работы)?:? (?:не (?:требуется|нужен|обязателен|важен)"
    r"|не имеет значения)|можно без опыта"
    r"|no (?:prior |previous )?experience (?:is )?(?:necessary|required|needed)"
    r"|experience (?:is )?not (?:required|necessary|needed)",
    re.IGNORECASE,
)
_NO_EXPERIENCE_MEANT = re.compile(
    r"назад|ago\b|возраст|на рынке|гаранти|договор|контракт|испытат|обучени|курс|лет(?:ия|ие)"
    r"|year[- ]old|стаж[иу]ров",
    re.IGNORECASE,
)
ASKING_KINDS = frozenset({"experience", "skill", "knowledge", "education", "tool"})
REQUIREMENTS = frozenset({"requirements", "experience"})


def required_months(
    statements: tuple[Statement, ...], reading: Reading | None = None
) -> tuple[int | None, int | None, Quote | None]:
    """Least and most experience that a posting asks for as a must, in months.

    The least is 0 when it asks for none.

    Examples
    --------
    >>> from podbor.sections import analyse
    >>> required_months(analyse("Требования: опыт от полугода"))[:2]
    (6, None)
    >>> required_months(analyse("Требования: грамотная речь"))
    (None, None, None)
    """
    none_needed = _none_needed(statements, reading)
    for statement in statements:
        if not _may_ask_years(statement):
            continue
        if none_needed and none_needed.start <= statement.start:
            break
        found = _months_in(statement)
        if found:
            return found
    if none_needed is None and reading is not None:
        return _months_anywhere(reading) or (None, None, None)
    return (0, None, none_needed) if none_needed else (None, None, None)


_LABELLED = re.compile(
    r"(?:опыт(?: работы)?|стаж(?: работы)?|experience)\s?(?P<years>\(лет\))?\s?[:—–-]\s?",
    re.IGNORECASE,
)


def _months_anywhere(reading: Reading) -> tuple[int, int | None, Quote] | None:
    """Experience behind «Опыт:», or beside that word, whatever kind of line it stands in."""
    text = reading.text
    for label in _LABELLED.finditer(text):
        number = re.match(r"\d{1,2}(?![\d\w])", text[label.end() :]) if label["years"] else None
        if number:
            span = (label.end(), label.end() + len(number[0]))
            return int(number[0]) * 12, None, reading.quote(*span)
    for word in EXPERIENCE.finditer(text):
        stop = next(
            (i for i in range(word.end(), min(len(text), word.end() + 60)) if text[i] in ".;\n|"),
            word.end() + 60,
        )
        found = next(find_durations(text, word.start(), min(stop, len(text))), None)
        if found is None:
            continue
        around = text[max(0, word.start() - 25) : min(stop + 25, len(text))]
        if not _NO_EXPERIENCE_MEANT.search(around) and not _NICE.search(around):
            return found.min_months, found.max_months, reading.quote(found.start, found.stop)
    return None


def _may_ask_years(statement: Statement) -> bool:
    """Experience counts under any heading; other kinds not under what is offered."""
    if statement.modality == "not":
        return False
    return statement.kind == "experience" or (
        statement.section not in OFFERED and statement.kind not in {"condition", "company"}
    )


def _none_needed(statements: tuple[Statement, ...], reading: Reading | None) -> Quote | None:
    """Words that say no experience is needed."""
    for statement in statements:
        for mention in statement.mentions:
            if mention.concept == "experience/none_required":
                return Quote(start=mention.start, stop=mention.stop, text=mention.text)
    found = _NONE_NEEDED.search(reading.text) if reading else None
    return reading.quote(*found.span()) if reading and found else None


def _months_in(statement: Statement) -> tuple[int, int | None, Quote] | None:
    """Years or months near the word «опыт» in one statement, or where experience is asked for."""
    clean = normalize(statement.text)
    text = clean.text
    near = [(max(0, word.start() - 40), word.end() + 60) for word in EXPERIENCE.finditer(text)]
    asks = statement.section in REQUIREMENTS and statement.kind in ASKING_KINDS
    if statement.kind == "experience" or asks or statement.section == "experience":
        near.append((0, len(text)))
    near += [(word.start(), word.end() + 30) for word in _AT_LEAST.finditer(text)]
    for start_near, stop_near in near:
        for duration in find_durations(text, start_near, stop_near):
            if _is_other_time(text, duration.start, duration.stop, statement):
                continue
            return (
                duration.min_months,
                duration.max_months,
                _quoted(clean, statement, duration.start, duration.stop),
            )
    year = _A_YEAR.search(text) if near else None
    if year and not _is_other_time(text, *year.span(), statement):
        return 12, None, _quoted(clean, statement, *year.span())
    return None


_AT_LEAST = re.compile(r"at least|minimum of|не менее|не меньше", re.IGNORECASE)
_A_YEAR = re.compile(
    r"(?:минимум|не менее|хотя бы|больше|от|свыше)\s(?:одного\s)?года?\b", re.IGNORECASE
)
_NICE = re.compile(r"preferred|a plus|desirable|плюс|желател|приветств|преимуществ", re.IGNORECASE)


def _is_other_time(text: str, start: int, stop: int, statement: Statement) -> bool:
    """Tell whether a length of time is no experience, or only wished for."""
    if _NO_EXPERIENCE_MEANT.search(text, max(0, start - 25), stop + 15):
        return True
    end = next((i for i in range(stop, len(text)) if text[i] in ",;."), len(text))
    return statement.modality == "nice" and (
        end == len(text) or _NICE.search(text, max(0, start - 40), end) is not None
    )


def _quoted(clean: Text, statement: Statement, start: int, stop: int) -> Quote:
    start, stop = clean.span(start, stop)
    words = statement.text[start:stop]
    begin = statement.start + start
    return Quote(start=begin, stop=begin + len(words), text=words)


def _education(reading: Reading, statements: tuple[Statement, ...]) -> Value[str] | None:
    """The lowest of the levels that a statement about education names."""
    for statement in statements:
        if statement.modality in {"nice", "not"} or (
            statement.kind != "education" and statement.section in OFFERED
        ):
            continue
        start, stop = reading.clean.view(statement.start, statement.stop)
        found = find_levels(reading.text[start:stop])
        found = tuple(
            level for level in found if level.name != "incomplete_higher" or len(found) == 1
        )
        if found and (statement.kind == "education" or _is_about_education(statement.text)):
            lowest = min(found, key=_rank)
            return reading.value(
                start + lowest.start, start + lowest.stop, lowest.name, "education asked"
            )
    return None


def _is_about_education(text: str) -> bool:
    return bool(
        re.search(
            r"образован|диплом|колледж|educat|degree|diploma|ged\b|qualification|квалификац",
            text,
            re.IGNORECASE,
        )
    )


def _rank(level: object) -> int:
    name: str = getattr(level, "name", "")
    return LOWEST_FIRST.index(name)


def _languages(
    reading: Reading, statements: tuple[Statement, ...], words: dict[str, list[Word]]
) -> tuple[Value[Spoken], ...]:
    """Languages asked for; outside of what reads like a requirement only with a level."""
    found: dict[str, Value[Spoken]] = {}
    for statement in statements:
        if statement.modality in {"nice", "not"} or statement.kind in {"company", "heading"}:
            continue
        part = reading.clean.view(statement.start, statement.stop)
        for value in languages(reading, words, [part], sure=False):
            asks = statement.kind in ASKING_KINDS and statement.section not in OFFERED
            if asks or value.value.level:
                found.setdefault(value.value.code, value)
    heading = [line for line in reading.lines if line.section == "languages"]
    for line in heading if not found else ():
        for value in languages(reading, words, [(line.start, line.stop)], sure=True):
            found.setdefault(value.value.code, value)
    return tuple(found.values())
