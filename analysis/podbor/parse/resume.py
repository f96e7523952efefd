"""A document to a :class:`Resume`; the order of steps is in ``docs/parsing.md``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from podbor.parse import career, contacts, json_resume, person, worktime
from podbor.parse.dates import document_date
from podbor.parse.fields import Word, field_words
from podbor.parse.jobs import find_jobs, stated_total
from podbor.parse.languages import as_native, languages
from podbor.parse.likelihood import resume_likelihood, warnings_of
from podbor.parse.lines import Line
from podbor.parse.pay import salary
from podbor.parse.place import home
from podbor.parse.positions import desired_positions
from podbor.parse.reading import Reading, read
from podbor.parse.resume_header import candidate_name
from podbor.parse.role import related, role_of
from podbor.parse.skills import listed_skills
from podbor.parse.sources import to_document
from podbor.parse.study import courses, education
from podbor.records import (
    Date,
    Document,
    Job,
    Personal,
    Quote,
    Resume,
    Spoken,
    Statement,
    Value,
)
from podbor.sections import analyse

MOST_DOUBT = 0.2  # of a stated total that dated jobs may differ by
_WISH_LABEL = re.compile(
    r"(?:тип занятости|занятость|график|формат|режим|место работы|желаемый график|employment"
    r"|schedule"
    r"|work(?:place| schedule| mode| format| type| setting)?|availability|desired schedule"
    r"|job type)\b[^:\n]{0,20}(?::|\t|\|)",
    re.IGNORECASE,
)
WISHES = frozenset({"desired", "personal", "about", "other", None})  # where wishes are said


def parse_resume(
    source: str | os.PathLike[str] | Document | Resume, *, today: Date | None = None
) -> Resume:
    r"""Read a resume.

    Parameters
    ----------
    source : path, str, Document or Resume
        A path, the text itself, or a record.
    today : Date, optional
        What «по настоящее время» counts to when the resume carries no date of its own; the current
        month by default.

    Raises
    ------
    ReadError
        If a file cannot be read; names the file and says what to do.

    Examples
    --------
    >>> resume = parse_resume("Опыт работы\nМарт 2020 — Февраль 2022\nОператор колл-центра")
    >>> resume.experience_months
    24
    """
    if isinstance(source, Resume):
        return source
    document = to_document(source)
    reading = read(document, today or this_month())
    dated = document_date(reading.clean)
    if dated:
        reading = replace(reading, today=dated)
    return _resume(reading, dated)


def _resume(reading: Reading, dated: Date | None) -> Resume:
    document = reading.document
    named = json_resume.has_fields(reading)
    name = reading.field("name") or (None if named else candidate_name(reading))
    words = field_words(reading.text, reading.tokens)
    positions = tuple(reading.fields("title")) or desired_positions(reading, words)
    statements = tuple(_nameless_statements(document, name))
    found_jobs = json_resume.jobs(reading) if named else find_jobs(reading)
    jobs = tuple(_with_concepts(job, statements) for job in found_jobs)
    months, quote = total_experience(reading, jobs)
    wished = {field: list(_wished(found, reading)) for field, found in words.items()}
    record = Resume(
        document=document,
        name=name,
        phones=contacts.phones(reading),
        emails=contacts.emails(reading),
        links=contacts.links(reading),
        location=_home(reading, name, positions),
        relocation=person.relocation(reading),
        travel=person.travel(reading),
        personal=Personal(
            citizenship=person.citizenship(reading), work_permit=person.work_permit(reading)
        ),
        positions=positions,
        salary=salary(reading, wanted=True),
        employment=_terms(reading, wished, "employment"),
        workplace=_terms(reading, wished, "workplace"),
        schedule=_terms(reading, wished, "schedule"),
        statements=statements,
        jobs=jobs,
        experience_months=months,
        experience_quote=quote,
        relevant_months=_relevant(jobs, positions, reading.today),
        gaps=career.gaps(jobs, today=reading.today),
        overlaps=career.overlaps(jobs, today=reading.today),
        education=json_resume.studies(reading) if named else education(reading),
        courses=json_resume.certificates(reading) if named else courses(reading, name),
        languages=_spoken(reading, words),
        licences=person.licences(reading),
        skills=json_resume.skills(reading) if named else listed_skills(reading),
        about=_about(reading),
        dated=dated,
        today=reading.today,
        likelihood=resume_likelihood(reading),
    )
    return replace(record, notices=warnings_of(record))


def _terms(reading: Reading, wished: dict[str, list[Word]], name: str) -> tuple[Value[str], ...]:
    """Employment, workplace or schedule that the person wants."""
    named = json_resume.terms(reading, name)
    if named or name != "schedule":
        return named or worktime.field_values(reading, wished.get(name, []), name)
    found = worktime.schedule(reading, wished.get("schedule", []))
    return tuple(value for value in found if _is_wish(reading, value.start))


def _nameless_statements(document: Document, name: Value[str] | None) -> Iterator[Statement]:
    """Statements found as if the name stood nowhere: it must not sway how its neighbours read.

    A line that holds nothing but the name is no statement.
    """
    text = document.text
    if name:
        blank = "".join("\n" if character == "\n" else " " for character in name.text)
        text = text[: name.start] + blank + text[name.stop :]
    for statement in analyse(text, blocks=document.blocks):
        yield replace(statement, text=document.text[statement.start : statement.stop])


def _with_concepts(job: Job, statements: tuple[Statement, ...]) -> Job:
    """Job with its role and the concepts that its statements show."""
    shown = {
        mention.concept
        for statement in statements
        if job.start <= statement.start and statement.stop <= job.stop
        for mention in statement.mentions
        if mention.modality != "not"
    }
    role = role_of(job.title.text) if job.title else None
    return replace(job, role=role, concepts=tuple(sorted(shown)))


def total_experience(reading: Reading, jobs: tuple[Job, ...]) -> tuple[int | None, Quote | None]:
    """Months of work: of the dated jobs, else a total that the resume states.

    A total in the heading of jobs goes before the dates where it differs by more than a fifth: the
    resume shows a part of the jobs then.  A sentence («5 years of sales experience») speaks of a
    part as often as of the whole, so dates go before it.
    """
    headed = stated_total(reading, headings_only=True)
    months = career.months_of(jobs, today=reading.today)
    if headed and (months is None or abs(headed[0] - months) > MOST_DOUBT * headed[0]):
        return headed
    if months is not None:
        return months, headed[1] if headed else None
    return stated_total(reading) or (None, None)


def _relevant(jobs: tuple[Job, ...], positions: tuple[Value[str], ...], today: Date) -> int | None:
    """Months in jobs of the wanted role or one beside it; None where no role is named."""
    wanted = next((role for value in positions if (role := role_of(value.text))), None)
    if wanted is None or not jobs:
        return None
    return career.months_of([job for job in jobs if related(job.role, wanted)], today=today) or 0


def _home(
    reading: Reading, name: Value[str] | None, positions: tuple[Value[str], ...]
) -> Value[str] | None:
    field = reading.field("location")
    if field:
        return field
    taken = [value for value in (name, *positions) if value]
    skip = tuple(reading.clean.view(value.start, value.stop) for value in taken)
    lines = list(reading.header)
    lines += [
        line
        for line in reading.lines
        if line.section in {"personal", "desired"} and line not in lines
    ]
    return home(reading, lines, skip)


def _wished(words: list[Word], reading: Reading) -> Iterator[Word]:
    """Words that stand where people say what they want, not in jobs or skills."""
    for word in words:
        if _is_wish(reading, reading.clean.span(word.start, word.stop)[0]):
            yield word


def _is_wish(reading: Reading, place: int) -> bool:
    line = _line_at(reading, reading.clean.view(place, place)[0])
    return line is None or line.section in WISHES or bool(_WISH_LABEL.match(line.text))


def _line_at(reading: Reading, place: int) -> Line | None:
    return next((line for line in reading.lines if line.start <= place < line.stop), None)


_NATIVE = re.compile(r"(?:родн(?:ой|ые) язык|mother tongue|first language)", re.IGNORECASE)


def _spoken(reading: Reading, words: dict[str, list[Word]]) -> tuple[Value[Spoken], ...]:
    """Languages of the part about them, else of any line that names one with its level."""
    found: dict[str, Value[Spoken]] = {}
    for start, stop in _language_parts(reading):
        native = _NATIVE.match(reading.text, start)
        for value in languages(reading, words, [(start, stop)], sure=True):
            spoken = as_native(value) if native and value.value.level is None else value
            known = found.get(spoken.value.code)
            if known is None or (known.value.level is None and spoken.value.level):
                found[spoken.value.code] = spoken
    if found:
        return tuple(found.values())
    elsewhere = [
        (line.start, line.stop)
        for line in reading.lines
        if line.section not in {"experience", "education"}
    ]
    return languages(reading, words, elsewhere, sure=False)


def _language_parts(reading: Reading) -> Iterator[tuple[int, int]]:
    """Stretches of lines under a heading of languages, the heading with them."""
    part: tuple[int, int] | None = None
    for line in reading.lines:
        if line.section == "languages" and part and not line.is_heading:
            part = part[0], line.stop
            continue
        if part:
            yield part
        part = (line.start, line.stop) if line.section == "languages" else None
    if part:
        yield part


def _about(reading: Reading) -> Value[str] | None:
    lines = [line for line in reading.lines if line.section == "about"]
    lines = [line for line in lines if not line.is_heading]
    if not lines:
        return None
    last = lines[0]
    for line in lines[1:]:
        if any(
            last.stop < other.start < line.start
            for other in reading.lines
            if other.section != "about"
        ):
            break
        last = line
    return reading.words(lines[0].start, last.stop, "about")


def this_month() -> Date:
    """The current month, UTC."""
    now = datetime.now(UTC)
    return Date(year=now.year, month=now.month)
