"""Figures of the parsers: fields of records against truth files (``corpus/parsing/README.md``)."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from podbor.errors import DataError
from podbor.export.values import values_of
from podbor.parse.dates import month_range
from podbor.parse.place import is_place
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date, Hours, Job, Pay, Posting, Resume, Spoken, Study

TOLERANCE = 1  # months
TODAY = Date(year=2026, month=11)
Row = dict[str, list[Any]]  # field → values, each of which can be equal or not


@dataclass(slots=True)
class Count:
    """How many values were right, too many and missing.

    Examples
    --------
    >>> round(Count(right=8, wrong=1, missing=3).f1, 2)
    0.8
    """

    right: int = 0
    wrong: int = 0
    missing: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was found; None if nothing was."""
        found = self.right + self.wrong
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """Share of what the truth has; None if it has nothing."""
        wanted = self.right + self.missing
        return self.right / wanted if wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean; None where there was nothing to find and nothing was found."""
        every = 2 * self.right + self.wrong + self.missing
        return 2 * self.right / every if every else None


@dataclass(slots=True)
class Mistake:
    """Values of one field of one document that were too many or missing."""

    document: str
    field: str
    wrong: list[Any]
    missing: list[Any]


@dataclass(slots=True)
class Figures:
    """Counts by field, and the mistakes."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, document: str, truth: Row, found: Row, fields: Iterable[str]) -> None:
        """Compare one document's values as multisets."""
        for name in fields:
            wanted, got = _counter(truth.get(name, [])), _counter(found.get(name, []))
            right = wanted & got
            wrong, missing = got - right, wanted - right
            count = self.counts[name]
            count.right += right.total()
            count.wrong += wrong.total()
            count.missing += missing.total()
            if wrong or missing:
                self.mistakes.append(
                    Mistake(document, name, list(wrong.elements()), list(missing.elements()))
                )


def _counter(values: Iterable[Any]) -> Counter[Any]:
    return Counter(value for value in values if value is not None)


def folded(words: str | None) -> str | None:
    """Words without what does not matter: case, ё, kinds of quotation marks, ends.

    Examples
    --------
    >>> folded(' ООО  "Ёлка". '), folded("")
    ('ооо елка', None)
    """
    if not words:
        return None
    small = words.casefold().replace("ё", "е").replace("–", "-").replace("—", "-").replace("’", "'")
    small = re.sub(r"[«»\"“”„]", "", small)
    return " ".join(small.split()).strip(" .,;:-|") or None


def resume_row(record: Resume) -> Row:
    """Values of a resume that truth files know."""
    row: Row = {
        "name": [folded(record.name.value)] if record.name else [],
        "phones": [value.value for value in record.phones],
        "emails": [value.value for value in record.emails],
        "links": [_link(value.value) for value in record.links],
        "location": [folded(record.location.value)] if record.location else [],
        "relocation": [record.relocation.value] if record.relocation else [],
        "travel": [record.travel.value] if record.travel else [],
        "citizenship": [folded(value.value) for value in record.personal.citizenship],
        "work_permit": [folded(value.value) for value in record.personal.work_permit],
        "positions": [folded(value.value) for value in record.positions],
        "salary": [_pay(record.salary.value)] if record.salary else [],
        "languages": [(v.value.code, v.value.level) for v in record.languages],
        "licences": [value.value for value in record.licences],
        "skills": [folded(value.value) for value in record.skills],
        "education": [_study(study) for study in record.education],
        "education level": [study.level.value for study in record.education if study.level],
        "courses": [folded(study.name.value) for study in record.courses if study.name],
        "job count": [len(record.jobs)],
        "experience months": [record.experience_months],
        "updated": [str(record.dated)] if record.dated else [],
        **_times(record),
    }
    return row | _jobs([_job(job) for job in record.jobs])


def _times(record: Resume | Posting) -> Row:
    return {
        "employment": [value.value for value in record.employment],
        "workplace": [value.value for value in record.workplace],
        "schedule": [value.value for value in record.schedule],
    }


def _job(job: Job) -> dict[str, Any]:
    return {
        "title": job.title.value if job.title else None,
        "employer": job.employer.value if job.employer else None,
        "begin": _month(job.begin),
        "end": _month(job.end),
        "current": job.current,
    }


def _month(date: Date | None) -> str | None:
    if date is None:
        return None
    return f"{date.year}-{date.month:02}" if date.month else str(date.year)


def _jobs(jobs: list[dict[str, Any]]) -> Row:
    """Titles and employers count with the dates beside them, so that a shift is an error."""
    row: Row = {"job titles": [], "employers": [], "job dates": []}
    for job in jobs:
        dates = (job.get("begin"), job.get("end"), bool(job.get("current")))
        row["job dates"].append(dates)
        row["job titles"].append(folded(job.get("title")))
        row["employers"].append(folded(job.get("employer")))
    return row


def _link(words: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", words.lower())


def _pay(pay: Pay) -> tuple[Any, ...]:
    return pay.minimum, pay.maximum, pay.currency, pay.period, pay.gross


def _study(study: Study) -> tuple[Any, ...]:
    level = study.level.value if study.level else None
    return level, _school(study.institution.value if study.institution else None), study.end


def _school(words: str | None) -> str | None:
    """Name of a school without the town behind it."""
    head, comma, tail = (words or "").rpartition(", ")
    return folded(head if comma and is_place(tail) else words)


def truth_row(truth: Mapping[str, Any]) -> Row:
    """Values of a truth file, of a resume or a posting."""
    if "title" in truth or "employer" in truth:
        return _posting_truth(truth)
    jobs = truth.get("jobs") or []
    studies = truth.get("education") or []
    row: Row = {
        "name": [folded(truth.get("name"))],
        "phones": truth.get("phones") or [],
        "emails": [email.lower() for email in truth.get("emails") or []],
        "links": [_link(link) for link in truth.get("links") or []],
        "location": [folded(truth.get("location"))],
        "relocation": [truth.get("relocation")],
        "travel": [truth.get("travel")],
        "citizenship": [folded(each) for each in truth.get("citizenship") or []],
        "work_permit": [folded(each) for each in truth.get("work_permit") or []],
        "positions": [folded(each) for each in truth.get("positions") or []],
        "education": [
            (s.get("level"), _school(s.get("institution")), s.get("end")) for s in studies
        ],
        "education level": [study.get("level") for study in studies],
        "courses": [folded(each.get("name")) for each in truth.get("courses") or []],
        "job count": [len(jobs)],
        "skills": list(dict.fromkeys(folded(each) for each in truth.get("skills") or [])),
        "updated": [_updated(truth["updated"])] if truth.get("updated") else [],
        **_common_truth(truth),
    }
    return row | _jobs(jobs)


def _updated(day: str) -> str:
    return str(Date(year=int(day[:4]), month=int(day[5:7])))


def _common_truth(truth: Mapping[str, Any]) -> Row:
    pay = truth.get("salary")
    return {
        "salary": [
            (
                pay.get("minimum"),
                pay.get("maximum"),
                pay["currency"],
                pay["period"],
                pay.get("gross"),
            )
        ]
        if pay
        else [],
        "employment": truth.get("employment") or [],
        "workplace": truth.get("workplace") or [],
        "schedule": truth.get("schedule") or [],
        "languages": [(each["code"], each.get("level")) for each in truth.get("languages") or []],
        "licences": truth.get("licences") or [],
    }


def total_months(truth: Mapping[str, Any], today: Date) -> int | None:
    """Months of a truth file's jobs, each month counted once."""
    months: set[int] = set()
    for job in truth.get("jobs") or []:
        if job.get("begin"):
            end = _date(job["end"]) if job.get("end") else None
            months |= set(range(*month_range(_date(job["begin"]), end, today=today)))
    return len(months) or None


def _date(words: str) -> Date:
    year, _, month = words.partition("-")
    return Date(year=int(year), month=int(month) if month else None)


def posting_row(record: Posting) -> Row:
    """Values of a posting that truth files know."""
    hours = record.hours.value if record.hours else None
    return {
        "title": [folded(record.title.value)] if record.title else [],
        "employer": [folded(record.employer.value)] if record.employer else [],
        "agency": [record.agency.value] if record.agency else [],
        "location": [folded(record.location.value)] if record.location else [],
        "hours": [(hours.minimum, hours.maximum, hours.per)] if hours else [],
        "times": [record.times.value] if record.times else [],
        "salary": [_pay(record.salary.value)] if record.salary else [],
        "bonus": [record.salary.value.bonus] if record.salary else [],
        "years": [(record.required_months, record.most_months)]
        if record.required_months is not None or record.most_months is not None
        else [],
        "education": [record.education.value] if record.education else [],
        "languages": [(v.value.code, v.value.level) for v in record.languages],
        "licences": [value.value for value in record.licences],
        "openings": [record.openings.value] if record.openings else [],
        "phones": [value.value for value in record.phones],
        "emails": [value.value for value in record.emails],
        "published": [record.published.value] if record.published else [],
        "until": [record.until.value] if record.until else [],
        "flags": sorted({value.value for value in record.flags}),
        **_times(record),
    }


def _posting_truth(truth: Mapping[str, Any]) -> Row:
    hours, times = truth.get("hours"), truth.get("times")
    years = (truth.get("min_months"), truth.get("max_months"))
    return {
        "title": [folded(truth.get("title"))],
        "employer": [folded(truth.get("employer"))],
        "agency": [truth.get("agency") or None],
        "location": [folded(truth.get("location"))],
        "hours": [(hours["minimum"], hours["maximum"], hours["per"])] if hours else [],
        "times": ["-".join(times)] if times else [],
        "bonus": [bool(truth["salary"].get("bonus"))] if truth.get("salary") else [],
        "years": [years] if years != (None, None) else [],
        "education": [truth.get("education")],
        "openings": [truth.get("openings")],
        "phones": truth.get("phones") or [],
        "emails": [email.lower() for email in truth.get("emails") or []],
        "published": [truth.get("published")],
        "until": [truth.get("until")],
        "flags": sorted({flag["kind"] for flag in truth.get("flags") or []}),
        **_common_truth(truth),
    }


RESUME_FIELDS = (
    "name", "phones", "emails", "links", "location", "positions", "salary", "employment",
    "workplace", "schedule", "relocation", "travel", "citizenship", "work_permit", "languages",
    "licences", "skills", "education", "education level", "courses", "job count", "job titles",
    "employers", "job dates", "experience months", "updated",
)  # fmt: skip
POSTING_FIELDS = (
    "title", "employer", "agency", "location", "workplace", "employment", "schedule", "hours",
    "times", "salary", "bonus", "years", "education", "languages", "licences", "openings", "phones",
    "emails", "published", "until", "flags",
)  # fmt: skip


def compare(
    figures: Figures, name: str, truth: Mapping[str, Any], record: Resume | Posting,
    shown: Iterable[str] | None = None,
) -> None:  # fmt: skip
    """Add one document's comparison.

    Parameters
    ----------
    figures : Figures
        Counts are added here.
    name : str
        Of the document, for the list of mistakes.
    truth : mapping
        A truth file.
    record : Resume or Posting
    shown : iterable of str, optional
        Truth keys that the document shows; all of them if left out.
    """
    if isinstance(record, Posting):
        figures.add(name, truth_row(truth), posting_row(record), POSTING_FIELDS)
        return
    wanted, found = truth_row(truth), resume_row(record)
    today = record.today or Date(year=2026, month=11)
    months = total_months(truth, today)
    got = record.experience_months
    if months is not None and got is not None and abs(months - got) <= TOLERANCE:
        got = months
    wanted["experience months"], found["experience months"] = [months], [got]
    keys = None if shown is None else set(shown)
    figures.add(name, wanted, found, [f for f in RESUME_FIELDS if keys is None or _KEY[f] in keys])


def evaluate_folder(folder: Path, *, split: str | None = None) -> Figures:
    """Figures on texts with truth files beside them.

    Parameters
    ----------
    folder : Path
        With ``NAME.txt`` and ``NAME.json``, or ``NAME.pdf`` and ``NAME.json``.
    split : str, optional
        Only files whose truth names this split.

    Raises
    ------
    DataError
        If a truth file is no JSON object; names the file.
    """
    figures = Figures()
    for path in sorted(folder.glob("*.json")):
        truth = read_truth(path)
        if split and truth.get("split") != split:
            continue
        text = next((t for t in _texts_of(path) if t.is_file()), None)
        if text is None:
            continue
        is_posting = "title" in truth or "employer" in truth
        record = parse_posting(text) if is_posting else parse_resume(text, today=TODAY)
        compare(figures, path.stem, truth, record)
    return figures


def _texts_of(path: Path) -> list[Path]:
    return [
        path.with_suffix(suffix) for suffix in (".txt", ".pdf", ".docx", ".html", ".rtf", ".odt")
    ]


def read_truth(path: Path) -> dict[str, Any]:
    """Truth of one document.

    Raises
    ------
    DataError
        If the file is no JSON object.
    """
    try:
        truth = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        msg = f"{path.name}: no JSON: {error}"
        raise DataError(msg) from error
    if not isinstance(truth, dict):
        msg = f"{path.name}: a truth file is a JSON object (corpus/parsing/README.md)"
        raise DataError(msg)
    return truth


def lines_of(figures: Figures) -> list[str]:
    """One line a field: F1, precision, recall and counts."""
    return [
        f"{name}: F1 {count.f1:.3f} (right {count.right}, too many {count.wrong}, "
        f"missing {count.missing})"
        for name, count in figures.counts.items()
        if count.f1 is not None
    ]


_KEY = {
    "education level": "education", "job count": "jobs", "job titles": "jobs", "employers": "jobs",
    "job dates": "jobs", "experience months": "jobs",
}  # fmt: skip
_KEY |= {name: name for name in RESUME_FIELDS if name not in _KEY}


def judged(record: Resume | Posting, truth: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """For each value that truth files know: the rule that gave it, and whether it was right."""
    wanted = truth_row(truth)
    for name, value in values_of(record):
        field_name, comparable = _comparable(name, value.value)
        if field_name in wanted:
            yield value.why.partition(";")[0], comparable in wanted[field_name]


def _comparable(name: str, value: Any) -> tuple[str, Any]:
    """Field of the truth row, and the value as it stands there."""
    first, _, last = re.sub(r"\[\d+\]", "", name).partition(".")
    if first == "jobs":
        fields = {"title": "job titles", "employer": "employers"}
        return fields.get(last, ""), folded(str(value))
    if first in {"education", "courses"} and last:
        fields = {"education.level": "education level", "courses.name": "courses"}
        return fields.get(f"{first}.{last}", ""), value if last == "level" else folded(str(value))
    if isinstance(value, (Pay, Spoken, Hours)):
        return _comparable_record(value)
    if first == "links":
        return first, _link(value)
    is_words = first in {"name", "title", "employer", "location", "positions", "skills"}
    return (last or first), folded(value) if is_words or last else value


def _comparable_record(value: Pay | Spoken | Hours) -> tuple[str, Any]:
    """Field of the truth row for a value of several parts, and the parts."""
    if isinstance(value, Pay):
        return "salary", _pay(value)
    if isinstance(value, Spoken):
        return "languages", (value.code, value.level)
    return "hours", (value.minimum, value.maximum, value.per)
