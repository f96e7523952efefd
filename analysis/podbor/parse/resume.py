"""A document to a :class:`Resume`: statements, jobs with dates, months of experience."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from podbor.normalize import Text, normalize
from podbor.parse.dates import document_date
from podbor.parse.jobs import find_jobs, stated_total, total_months
from podbor.parse.resume_header import candidate_name, desired_position
from podbor.parse.sources import to_document
from podbor.records import Date, Document, Job, Quote, Resume, Statement
from podbor.sections import analyse


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
    clean = normalize(document.text)
    dated = document_date(clean)
    now = dated or today or this_month()
    jobs = find_jobs(clean, today=now)
    name = _field(document, "name") or candidate_name(clean)
    months, quote = total_experience(clean, jobs, now)
    return Resume(
        document=document,
        name=name,
        position=_field(document, "title") or desired_position(clean),
        statements=tuple(_nameless_statements(document, name)),
        jobs=jobs,
        experience_months=months,
        experience_quote=quote,
        dated=dated,
    )


def _nameless_statements(document: Document, name: Quote | None) -> Iterator[Statement]:
    """Statements found as if the name stood nowhere: it must not sway how its neighbours read.

    A line that holds nothing but the name is no statement.
    """
    text = document.text
    if name:
        blank = "".join("\n" if character == "\n" else " " for character in name.text)
        text = text[: name.start] + blank + text[name.stop :]
    for statement in analyse(text, blocks=document.blocks):
        yield replace(statement, text=document.text[statement.start : statement.stop])


def total_experience(
    clean: Text, jobs: tuple[Job, ...], today: Date
) -> tuple[int | None, Quote | None]:
    """Months of work: a total in a heading, else the dated jobs, else a total in a sentence.

    A sentence («5 years of sales experience») speaks of a part as often as of the whole, so dates
    go before it.
    """
    headed = stated_total(clean, headings_only=True)
    if headed:
        return headed
    months = total_months(jobs, today=today)
    if months is not None:
        return months, None
    return stated_total(clean) or (None, None)


def this_month() -> Date:
    """The current month, UTC."""
    now = datetime.now(UTC)
    return Date(year=now.year, month=now.month)


def _field(document: Document, name: str) -> Quote | None:
    for block in document.blocks:
        if block.kind == f"field:{name}":
            text = document.text[block.start : block.stop]
            return Quote(start=block.start, stop=block.stop, text=text)
    return None
