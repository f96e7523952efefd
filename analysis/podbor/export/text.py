"""Records as a few lines to read: what ``repr`` and the terminal show."""

from __future__ import annotations

from collections.abc import Iterator

from podbor.export.values import plain, values_of
from podbor.records import Job, Notice, Posting, Resume

LONGEST = 100  # characters of a line
GROUPED = ("jobs", "education", "courses", "skills")


def resume_text(resume: Resume) -> str:
    r"""A resume in a few lines.

    Examples
    --------
    >>> from podbor.parse.resume import parse_resume
    >>> print(resume_text(parse_resume("Оператор чата\nтел. +7 900 000-00-12")))
    Resume(experience: unknown, statements: 2, likelihood: ...)
      phones[0]: +79000000012
      positions[0]: Оператор чата
      warning: not_a_resume (...)
    """
    months = resume.experience_months
    years = "unknown" if months is None else f"{months} months"
    head = (
        f"Resume(experience: {years}, statements: {len(resume.statements)}, "
        f"likelihood: {resume.likelihood:.2f})"
    )
    return "\n".join([head, *_lines(resume)])


def posting_text(posting: Posting) -> str:
    """A posting in a few lines."""
    asked = "silent" if posting.required_months is None else f"{posting.required_months} months"
    head = (
        f"Posting(experience asked: {asked}, duties: {len(posting.duties)}, "
        f"requirements: {len(posting.requirements)}, likelihood: {posting.likelihood:.2f})"
    )
    return "\n".join([head, *_lines(posting)])


def _lines(record: Resume | Posting) -> Iterator[str]:
    for name, value in values_of(record):
        if not name.startswith(GROUPED):
            yield _cut(f"  {name}: {plain(value.value)}")
    if isinstance(record, Resume):
        yield from (_cut(f"  job: {_job(job)}") for job in record.jobs)
        for study in record.education:
            parts = [study.level, study.institution, study.name]
            words = [plain(part.value) for part in parts if part]
            words += [str(study.end)] if study.end else []
            yield _cut(f"  education: {', '.join(words)}")
        if record.skills:
            yield _cut(f"  skills: {', '.join(skill.value for skill in record.skills)}")
    yield from (f"  warning: {_notice(notice)}" for notice in record.notices)


def _job(job: Job) -> str:
    parts = [job.dates.value if job.dates else None, job.title and job.title.value]
    parts += [job.employer.value if job.employer else None]
    return " | ".join(str(part) for part in parts if part)


def _notice(notice: Notice) -> str:
    return f"{notice.code} ({notice.detail})" if notice.detail else notice.code


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
