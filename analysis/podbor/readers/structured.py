"""JSON with named fields: schema.org JobPosting, JSON Resume, hh.ru API vacancy.

The text is made of the values, one a line, under headings in the language of the data; blocks of
kind ``field:NAME`` say where each value stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from podbor.errors import EmptyFileError, TruncatedFileError, WrongTypeError
from podbor.readers.drafting import Draft
from podbor.readers.encoding import decoded
from podbor.readers.html import html_draft
from podbor.readers.limits import Limits
from podbor.records import Document, Notice

SHAPES = "podbor reads schema.org JobPosting, JSON Resume and hh.ru vacancies"
HEADINGS = {
    "duties": ("Обязанности:", "Responsibilities:"),
    "requirements": ("Требования:", "Requirements:"),
    "conditions": ("Условия:", "Conditions:"),
    "skills": ("Ключевые навыки:", "Key skills:"),
    "work": ("Опыт работы", "Work experience"),
    "volunteer": ("Волонтёрство", "Volunteering"),
    "projects": ("Проекты", "Projects"),
    "education": ("Образование", "Education"),
    "languages": ("Знание языков", "Languages"),
    "about": ("Обо мне", "Summary"),
    "certificates": ("Сертификаты", "Certificates"),
    "updated": ("Резюме обновлено", "Resume updated"),
    "present": ("настоящее время", "present"),
    "from": ("от", "from"),
    "to": ("до", "up to"),
    "gross": ("до вычета налогов", "before tax"),
    "net": ("на руки", "after tax"),
}
RUSSIAN_SHARE = 0.2
MONTH = re.compile(r"(\d{4}(?:-\d{2})?)(?:-\d{2}(?:T.*)?)?")
MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
MOST_RECORDS = 1000  # looked at for a JobPosting


def read_json(name: str, data: bytes, limits: Limits) -> Document:  # noqa: ARG001
    """Read one of the three shapes.

    Raises
    ------
    TruncatedFileError
        If it is no JSON.
    WrongTypeError
        If it has another shape.
    EmptyFileError
        If none of the known fields holds words.
    """
    text, encoding = decoded(name, data)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TruncatedFileError(name, "not valid JSON") from error
    lines = _lines(name, found)
    draft = lines.draft
    if not draft.text:
        raise EmptyFileError(name, "none of the known fields holds words")
    notices = [Notice(code="hidden_text", detail=f"{lines.n_hidden} characters")]
    return Document(
        name=name,
        format="json",
        text=draft.text,
        blocks=draft.blocks,
        encoding=encoding,
        notices=tuple(notices if lines.n_hidden else ()),
    )


def _lines(name: str, found: Any) -> _Lines:
    try:
        writer, record = _shape(found)
        lines = _Lines(record)
        writer(lines, record)
    except (_UnknownShapeError, AttributeError, TypeError, RecursionError) as error:
        raise WrongTypeError(name, SHAPES) from error
    return lines


class _UnknownShapeError(Exception):
    """The data are none of the three shapes."""


def _shape(found: Any) -> tuple[Callable[[_Lines, dict[str, Any]], None], dict[str, Any]]:
    for record in _records(found):
        kinds = record.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(re.split(r"[/:#]", str(kind))[-1] == "JobPosting" for kind in kinds):
            return _job_posting, record
    if isinstance(found, dict):
        if isinstance(found.get("basics"), dict) or isinstance(found.get("work"), list):
            return _json_resume, found
        if "name" in found and ("description" in found or "key_skills" in found):
            return _hh_vacancy, found
    raise _UnknownShapeError


def _records(found: Any) -> Iterator[dict[str, Any]]:
    """The object itself, those of a list, and those of an ``@graph``."""
    if isinstance(found, list):
        for item in found[:MOST_RECORDS]:
            if isinstance(item, dict):
                yield from _records(item)
    elif isinstance(found, dict):
        yield found
        if isinstance(found.get("@graph"), list):
            yield from (item for item in found["@graph"] if isinstance(item, dict))


class _Lines:
    """Writes values as lines under headings of the data's language."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.draft = Draft()
        self.n_hidden = 0
        letters = [c for c in json.dumps(record, ensure_ascii=False) if c.isalpha()]
        cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
        self._language = 0 if cyrillic >= RUSSIAN_SHARE * len(letters) else 1

    def word(self, key: str) -> str:
        """A heading or word in the language of the data."""
        return HEADINGS[key][self._language]

    def heading(self, key: str) -> None:
        self.draft.add(self.word(key), kind="heading")

    def value(self, field: str, value: Any) -> None:
        """One line."""
        for text in strings(value):
            lines = [line for line, _ in self._text_lines(text)]
            self.draft.add(" ".join(" ".join(lines).split()), kind=f"field:{field}")

    def values(self, key: str, field: str, value: Any) -> None:
        """A heading and a line per value, nothing if there are none."""
        found = [line for text in strings(value) for line, _ in self._text_lines(text)]
        if found:
            self.heading(key)
        for line in found:
            mark = "" if line.startswith(("-", "•", "–", "—")) else "- "
            self.draft.add(f"{mark}{line}", kind=f"field:{field}")

    def markup(self, field: str, value: Any) -> None:
        """Text with its own lines, items and headings, HTML or plain."""
        for text in strings(value):
            for line, kind in self._text_lines(text):
                mark = "- " if kind == "item" else ""
                own = "heading" if kind == "heading" else f"field:{field}"
                self.draft.add(f"{mark}{line}", kind=own)

    def _text_lines(self, text: str) -> list[tuple[str, str]]:
        if not MARKUP.search(text):
            return [(line.strip(), "paragraph") for line in text.splitlines() if line.strip()]
        draft, n_hidden = html_draft(text.replace("\n", "<br>") if "<" not in text else text)
        self.n_hidden += n_hidden
        return [(draft.text[b.start : b.stop], b.kind) for b in draft.blocks]


def strings(value: Any) -> list[str]:
    """Words of a value: a string, a number, a named object, or a list of those.

    >>> strings(["CRM", {"name": "Excel"}, None, 3])
    ['CRM', 'Excel', '3']
    """
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    if isinstance(value, dict):
        named = (value.get(key) for key in ("name", "title", "credentialCategory", "description"))
        return next((strings(item) for item in named if item), [])
    if value is None or isinstance(value, bool):
        return []
    return [str(value)] if str(value).strip() else []


def _job_posting(lines: _Lines, record: dict[str, Any]) -> None:
    lines.value("title", record.get("title") or record.get("name"))
    lines.value("employer", record.get("hiringOrganization"))
    lines.value("salary", _base_salary(lines, record.get("baseSalary")))
    lines.value("employment", record.get("employmentType"))
    lines.markup("description", record.get("description"))
    lines.values("duties", "duties", record.get("responsibilities"))
    asked = ("qualifications", "skills", "experienceRequirements", "educationRequirements")
    lines.values("requirements", "requirements", [_asked(record.get(key)) for key in asked])
    offered = [record.get("workHours"), record.get("jobBenefits")]
    lines.values("conditions", "conditions", offered)


def _asked(value: Any) -> Any:
    """Months of an OccupationalExperienceRequirements as words, anything else as it is."""
    if isinstance(value, dict) and value.get("monthsOfExperience"):
        return f"{value['monthsOfExperience']} months of experience"
    return value


def _base_salary(lines: _Lines, value: Any) -> str:
    if not isinstance(value, dict):
        return "; ".join(strings(value))
    amount = value.get("value")
    if not isinstance(amount, dict):
        amount = {"value": amount}
    low, high = amount.get("minValue"), amount.get("maxValue")
    if not low and not high:
        low = high = amount.get("value")
    return _pay(lines, low, high, value.get("currency"))


def _pay(lines: _Lines, low: Any, high: Any, currency: Any) -> str:
    """Bounds as words.

    >>> _pay(_Lines({"name": "Оператор"}), 50000, None, "RUR")
    'от 50000 RUR'
    """
    low_text, high_text, unit = ("".join(strings(value)) for value in (low, high, currency))
    if low_text and low_text == high_text:
        bounds = [low_text]
    else:
        bounds = [f"{lines.word('from')} {low_text}"] if low_text else []
        bounds += [f"{lines.word('to')} {high_text}"] if high_text else []
    return " ".join([*bounds, unit]).strip() if bounds else ""


def _hh_vacancy(lines: _Lines, record: dict[str, Any]) -> None:
    lines.value("title", record.get("name"))
    lines.value("employer", record.get("employer"))
    lines.value("salary", _salary(lines, record.get("salary")))
    experience = strings(record.get("experience"))
    lines.value("experience", [f"{lines.word('work')}: {text}" for text in experience])
    lines.value("schedule", record.get("schedule"))
    lines.value("employment", record.get("employment"))
    lines.markup("description", record.get("description"))
    lines.values("skills", "skills", record.get("key_skills"))


def _salary(lines: _Lines, value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    pay = _pay(lines, value.get("from"), value.get("to"), value.get("currency"))
    gross = value.get("gross")
    if not pay or not isinstance(gross, bool):
        return pay
    return f"{pay} {lines.word('gross' if gross else 'net')}"


def _json_resume(lines: _Lines, record: dict[str, Any]) -> None:
    basics = record.get("basics") or {}
    extra = _extra(record)
    lines.value("name", basics.get("name"))
    lines.value("title", extra.get("positions") or basics.get("label"))
    lines.value("email", extra.get("emails") or basics.get("email"))
    lines.value("phone", extra.get("phones") or basics.get("phone"))
    lines.value("location", _place(basics.get("location")))
    profiles = [item.get("url") or item.get("username") for item in _dicts(basics.get("profiles"))]
    lines.value("link", [*strings(basics.get("url")), *strings(profiles)])
    for name in PODBOR_FIELDS:
        lines.value(name, extra.get(name))
    if strings(basics.get("summary")):
        lines.heading("about")
        lines.markup("summary", basics.get("summary"))
    for key in ("work", "volunteer", "projects"):
        _entries(lines, key, record.get(key), _job)
    _entries(lines, "education", record.get("education"), _study)
    lines.values("skills", "skills", [_skill(item) for item in _dicts(record.get("skills"))])
    spoken = [
        " — ".join(strings([item.get("language"), item.get("fluency")]))
        for item in _dicts(record.get("languages"))
    ]
    lines.values("languages", "languages", spoken)
    _entries(lines, "certificates", record.get("certificates"), _certificate)
    modified = _month((record.get("meta") or {}).get("lastModified"))
    if modified:
        lines.value("updated", f"{lines.word('updated')} {modified}")


PODBOR_FIELDS = (  # of ``meta.podbor``, what JSON Resume itself has no place for
    "salary",
    "employment",
    "workplace",
    "schedule",
    "relocation",
    "travel",
    "citizenship",
    "work_permit",
    "licences",
)


def _extra(record: dict[str, Any]) -> dict[str, Any]:
    """What podbor's own export keeps in ``meta.podbor``."""
    meta = record.get("meta")
    extra = meta.get("podbor") if isinstance(meta, dict) else None
    return extra if isinstance(extra, dict) else {}


def _place(value: Any) -> str:
    """Town, region and country of a location."""
    if not isinstance(value, dict):
        return "".join(strings(value))
    parts = [value.get(key) for key in ("city", "region")]
    found = strings(parts) or strings(value.get("address"))
    return ", ".join(found)


def _certificate(lines: _Lines, item: dict[str, Any]) -> None:
    lines.value("certificate", item.get("name"))
    lines.value("issuer", item.get("issuer"))
    lines.value("certificate_date", _month(item.get("date")))


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _entries(
    lines: _Lines, key: str, value: Any, write: Callable[[_Lines, dict[str, Any]], None]
) -> None:
    items = _dicts(value)
    if items:
        lines.heading(key)
    for item in items:
        write(lines, item)


def _job(lines: _Lines, item: dict[str, Any]) -> None:
    lines.value("job_title", item.get("position"))
    lines.value("job_employer", item.get("name") or item.get("company") or item.get("organization"))
    lines.value("job_location", item.get("location"))
    lines.value("job_dates", _dates(lines, item))
    lines.markup("job_summary", item.get("summary") or item.get("description"))
    for text in strings(item.get("highlights")):
        lines.value("job_highlight", f"- {text}")


def _study(lines: _Lines, item: dict[str, Any]) -> None:
    lines.value("study_school", item.get("institution"))
    lines.value("study_level", item.get("studyType"))
    lines.value("study_name", item.get("area"))
    lines.value("study_dates", _dates(lines, item, current=False))


def _dates(lines: _Lines, item: dict[str, Any], *, current: bool = True) -> str:
    begin, end = (_month(item.get(key)) for key in ("startDate", "endDate"))
    if begin and not end:
        return f"{begin} — {lines.word('present')}" if current else f"{begin} —"
    return " — ".join(part for part in (begin, end) if part)


def _month(value: Any) -> str:
    """Year and month of an ISO date; anything else stays as it is written.

    >>> _month("2019-03-15"), _month("март 2019")
    ('2019-03', 'март 2019')
    """
    text = "".join(strings(value)).strip()
    match = MONTH.fullmatch(text)
    return match[1] if match else text


def _skill(item: dict[str, Any]) -> str:
    keywords = ", ".join(strings(item.get("keywords")))
    return ": ".join(part for part in (*strings(item.get("name")), keywords) if part)
