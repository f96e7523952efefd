"""Which statements of a posting or resume speak of the work, and which are mere lists or names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from podbor.features.personal import impersonal_text
from podbor.records import Job, Posting, Resume, Statement

DURATION = re.compile(
    r"[\d\s,.()—–-]*(?:(?:год[а-я]*|лет|г|мес[а-я]*|years?|yrs?|months?|mos?)[\d\s,.()—–-]*)*",
    re.IGNORECASE,
)
LONG_LIST = 10  # marks between items in a statement that is a list of keywords
COLUMNS = ((4, 6, 12), (7, 20, 25))  # words of an item; such items in a row, and the same in a job
LEAST_TOLD = 4  # words of a statement outside of jobs that tells something
LEAST_IN_HEADER = 8  # the same above the first heading or job, where names and towns stand
NO_WORK = frozenset({"skills", "education", "languages", "contacts", "personal", "desired"})
MARKS = ",;·•|/"
WORK_KINDS = frozenset(
    {"duty", "skill", "knowledge", "tool", "education", "experience", "role_info", "title"}
)


def is_list(statement: Statement) -> bool:
    """Tell whether a statement is a mere list of keywords.

    >>> from podbor.sections import analyse
    >>> text = "CRM, чат, звонки, Excel, 1С, речь, письма, отчёты, IVR, SLA, NPS"
    >>> [is_list(s) for s in analyse(text)]
    [True]
    """
    return sum(statement.text.count(mark) for mark in MARKS) >= LONG_LIST


def impersonal(resume: Resume) -> list[Statement]:
    """Statements of a resume but for those that say who and where the person is.

    Name, town, move, citizenship, permit and contacts; inside jobs only the name counts, since
    work is told there.
    """
    personal = [
        *(value for value in (resume.location, resume.relocation) if value),
        *resume.personal.citizenship,
        *resume.personal.work_permit,
        *resume.phones,
        *resume.emails,
        *resume.links,
    ]
    who = [(value.start, value.stop) for value in personal]
    name = [(resume.name.start, resume.name.stop)] if resume.name else []
    spans = job_spans(resume)
    return [
        statement
        for statement in resume.statements
        if not _overlaps(statement, name)
        and (in_spans(statement, spans) or not _overlaps(statement, who))
    ]


def _overlaps(statement: Statement, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < statement.stop and statement.start < stop for start, stop in spans)


def posting_work_text(posting: Posting) -> str:
    """Words of a posting's statements that speak of the work."""
    return "\n".join(
        s.text for s in posting.statements if s.kind in WORK_KINDS and s.language != "other"
    )


def job_spans(resume: Resume) -> list[tuple[int, int]]:
    """Stretches of the jobs."""
    return [(job.start, job.stop) for job in resume.jobs]


def in_spans(statement: Statement, spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a statement starts in one of some stretches."""
    return any(start <= statement.start < stop for start, stop in spans)


def told_statements(resume: Resume) -> list[Statement]:
    """Statements that tell of work: no names, no lists, nothing personal, no schools.

    Sections and lengths decide, not the kind: people tell of their work in words that are easily
    taken for conditions or talk of the company, and a word elsewhere may turn the kind.
    """
    spans = job_spans(resume)
    columns = keyword_columns(resume)
    begins = _body(resume)
    return [
        statement
        for statement in impersonal(resume)
        if statement.start not in columns and _tells(statement, spans, begins)
    ]


def told_text(statement: Statement) -> str:
    """What a statement tells, without clauses about the person."""
    return impersonal_text(statement.text)


def _body(resume: Resume) -> int:
    """Where the header ends: at the first section or job; a text without either has none."""
    places = [statement.start for statement in resume.statements if statement.section]
    return min([*places, *(job.start for job in resume.jobs)], default=0)


def _tells(statement: Statement, spans: Sequence[tuple[int, int]], begins: int) -> bool:
    if is_list(statement):
        return False
    text = told_text(statement)
    n_words = 0 if DURATION.fullmatch(text) else len(text.split())
    if in_spans(statement, spans):
        return n_words > 0
    if statement.section in NO_WORK or statement.language == "other":
        return False
    return n_words >= (LEAST_TOLD if statement.start >= begins else LEAST_IN_HEADER)


def keyword_columns(resume: Resume) -> set[int]:
    """Starts of statements that stand in a column of keywords: many short ones in a row.

    Inside a job a column has to be longer, since tasks are listed in few words too.
    """
    found: set[int] = set()
    for most_words, outside, inside in COLUMNS:
        for run, told in _runs_of_short(resume, most_words):
            if len(run) >= (inside if told else outside):
                found |= {each.start for each in run}
    return found


def _runs_of_short(resume: Resume, most_words: int) -> Iterator[tuple[list[Statement], bool]]:
    """Short statements in a row, in one job or outside of jobs, and whether in a job."""
    spans = job_spans(resume)
    run: list[Statement] = []
    place: int | None = None  # start of the job around the run
    for statement in resume.statements:
        job = next((start for start, stop in spans if start <= statement.start < stop), None)
        short = len(statement.text.split()) <= most_words
        if not short or job != place:
            yield run, place is not None
            run = []
        place = job
        run += [statement] if short else []
    yield run, place is not None


def job_statements(told: Iterable[Statement], job: Job) -> list[Statement]:
    """Those of the statements that tell of work that stand in a job."""
    return [statement for statement in told if job.start <= statement.start < job.stop]


def job_text(told: Iterable[Statement], job: Job) -> str:
    """What statements tell of a job, without its title, employer and dates.

    Parameters
    ----------
    told : iterable of Statement
        From :func:`told_statements`.
    job : Job
    """
    names = sorted((v.start, v.stop) for v in (job.title, job.employer, job.dates) if v)
    return "\n".join(
        impersonal_text(_without(statement, names)) for statement in job_statements(told, job)
    ).strip()


def _without(statement: Statement, spans: Iterable[tuple[int, int]]) -> str:
    """Text of a statement but for some stretches of the document."""
    kept, at = [], 0
    for start, stop in spans:
        first, last = start - statement.start, stop - statement.start
        if 0 <= first < len(statement.text) and last > at:
            kept.append(statement.text[at : max(at, first)])
            at = last
    return " ".join([*kept, statement.text[at:]])
