"""A resume as JSON Resume 1.0.0 (https://jsonresume.org/schema).

What that format has no place for (pay, schedule, further telephones …) goes to ``meta.podbor``;
podbor reads both back.
"""

from __future__ import annotations

from typing import Any

from podbor.parse.fields import language_name
from podbor.parse.jobs import iso_date
from podbor.parse.lines import is_duration, without_bullet
from podbor.records import Job, Pay, Resume, Study, Value

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def json_resume_of(resume: Resume) -> dict[str, Any]:
    r"""The resume in the JSON Resume format; keys without a value are left out.

    Examples
    --------
    >>> from podbor.parse.resume import parse_resume
    >>> record = parse_resume("Анна Кротова\nтел. +7 900 000-00-12\nОператор чата")
    >>> record.to_json_resume()["basics"]["phone"]
    '+79000000012'
    """
    found: dict[str, Any] = {
        "$schema": SCHEMA,
        "basics": _basics(resume),
        "work": [_job(resume, job) for job in resume.jobs],
        "education": [_study(study) for study in resume.education],
        "certificates": [_certificate(course) for course in resume.courses],
        "skills": [{"name": skill.value} for skill in resume.skills],
        "languages": [
            _known({"language": language_name(value.value.code), "fluency": value.value.level})
            for value in resume.languages
        ],
        "meta": _meta(resume),
    }
    return _known(found)


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [], {}, "")}


def _basics(resume: Resume) -> dict[str, Any]:
    return _known(
        {
            "name": _words(resume.name),
            "label": " / ".join(position.value for position in resume.positions),
            "email": _words(resume.emails[0]) if resume.emails else None,
            "phone": _words(resume.phones[0]) if resume.phones else None,
            "location": _known({"city": _words(resume.location)}),
            "profiles": [
                {"url": url} for url in dict.fromkeys(_url(link.value) for link in resume.links)
            ],
            "summary": _words(resume.about),
        }
    )


def _words(value: Value[str] | None) -> str | None:
    return value.value if value else None


def _url(link: str) -> str:
    """Link as an address: the schema asks for one."""
    return link if "://" in link else f"https://{link}"


def _job(resume: Resume, job: Job) -> dict[str, Any]:
    return _known(
        {
            "name": _words(job.employer),
            "position": _words(job.title),
            "startDate": iso_date(job.begin) if job.begin else None,
            "endDate": iso_date(job.end) if job.end else None,
            "summary": " ".join(_of_field(resume, job, "job_summary")),
            "highlights": _highlights(resume, job),
        }
    )


def _of_field(resume: Resume, job: Job, name: str) -> list[str]:
    """Lines of a named field within a job, where the document names its fields."""
    return [
        resume.document.text[block.start : block.stop].removeprefix("- ")
        for block in resume.document.blocks
        if block.kind == f"field:{name}" and job.start <= block.start and block.stop <= job.stop
    ]


def _highlights(resume: Resume, job: Job) -> list[str]:
    """Lines of the job's description, as written, without bullets."""
    if resume.document.format == "json":
        return _of_field(resume, job, "job_highlight")
    names = [value for value in (job.title, job.employer, job.dates) if value]
    found, at = [], job.start
    for line in resume.document.text[job.start : job.stop].split("\n"):
        stop = at + len(line)
        is_name = any(value.start < stop and at < value.stop for value in names)
        words = without_bullet(" ".join(line.split())).strip("| ")
        if words and not is_name and not is_duration(words):
            found.append(words)
        at = stop + 1
    return found


def _study(study: Study) -> dict[str, Any]:
    return _known(
        {
            "institution": _words(study.institution),
            "area": _words(study.name),
            "studyType": _words(study.level),
            "startDate": str(study.begin) if study.begin else None,
            "endDate": str(study.end) if study.end else None,
        }
    )


def _certificate(course: Study) -> dict[str, Any]:
    return _known(
        {
            "name": _words(course.name),
            "issuer": _words(course.institution),
            "date": str(course.end) if course.end else None,
        }
    )


def _meta(resume: Resume) -> dict[str, Any]:
    personal = resume.personal
    extra = {
        "positions": [value.value for value in resume.positions],
        "phones": [value.value for value in resume.phones],
        "emails": [value.value for value in resume.emails],
        "salary": pay_words(resume.salary.value) if resume.salary else None,
        "employment": [words_of(value.value) for value in resume.employment],
        "workplace": [words_of(value.value) for value in resume.workplace],
        "schedule": [words_of(value.value) for value in resume.schedule],
        "relocation": _answer("relocation", resume.relocation),
        "travel": _answer("travel", resume.travel),
        "citizenship": _countries("Citizenship", personal.citizenship),
        "work_permit": _countries("Work permit", personal.work_permit),
        "licences": "Driving licence: category " + ", ".join(v.value for v in resume.licences)
        if resume.licences
        else None,
    }
    modified = f"{iso_date(resume.dated)}" if resume.dated else None
    return _known({"version": "v1.0.0", "lastModified": modified, "podbor": _known(extra)})


def _answer(name: str, value: Value[bool] | None) -> str | None:
    if value is None:
        return None
    if name == "relocation":
        return "willing to relocate" if value.value else "not willing to relocate"
    return "ready for business trips" if value.value else "not ready for business trips"


def _countries(label: str, values: tuple[Value[str], ...]) -> str | None:
    return f"{label}: {', '.join(value.value for value in values)}" if values else None


WORDS = {
    "full_day": "full day (полный день)",
    "day": "day shift",
    "night": "night shift",
    "evening": "evening shift",
    "rotating": "rotating shifts",
    "weekend": "weekends",
    "rotation": "вахта (rotation)",
    "flexible": "flexible schedule",
    "field": "field work",
    "office": "in office",
    "project": "project work",
    "contract": "contractor",
}


def words_of(value: str) -> str:
    """Words for a value that podbor reads as that value again.

    Examples
    --------
    >>> words_of("part_time"), words_of("night"), words_of("2/2")
    ('part time', 'night shift', '2/2')
    """
    return WORDS.get(value, value.replace("_", " "))


def value_of(words: str) -> str:
    """The value that :func:`words_of` made these words of.

    Examples
    --------
    >>> value_of("part time"), value_of("night shift"), value_of("2/2")
    ('part_time', 'night', '2/2')
    """
    known = next((value for value, each in WORDS.items() if each == words), None)
    return known or words.replace(" ", "_")


def pay_words(pay: Pay) -> str:
    """Pay in words that podbor reads as that pay again.

    Examples
    --------
    >>> pay_words(Pay(minimum=40000, currency="RUB", period="month", gross=False, bonus=True))
    'pay from 40000 RUB per month net plus bonus'
    """
    low, high = pay.minimum, pay.maximum
    if low is not None and low == high:
        bounds = _number(low)
    elif low is not None and high is not None:
        bounds = f"{_number(low)} to {_number(high)}"
    elif low is not None:
        bounds = f"from {_number(low)}"
    else:
        bounds = f"up to {_number(high or 0)}"
    parts = ["pay", bounds, pay.currency or ""]
    parts += [f"per {pay.period}"] if pay.period else []
    parts += [] if pay.gross is None else ["gross" if pay.gross else "net"]
    parts += ["plus bonus"] if pay.bonus else []
    return " ".join(part for part in parts if part)


def _number(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else str(amount)
