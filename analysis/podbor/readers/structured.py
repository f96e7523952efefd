"""JSON with named fields: schema.org JobPosting, JSON Resume, hh.ru API vacancy.

The text is made of the values, one a line, under headings in the language of the data; blocks of
kind ``field:NAME`` say where each value stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from podbor.errors import EmptyFileError, TruncatedFileError, WrongTypeError
from podbor.readers.drafting import Draft
from podbor.readers.encoding import decode
from podbor.readers.html import html_draft
from podbor.records import Document

SHAPES = "podbor reads schema.org JobPosting, JSON Resume and hh.ru vacancies"
HEADINGS = {
    "duties": ("Обязанности:", "Responsibilities:"),
    "requirements": ("Требования:", "Requirements:"),
    "conditions": ("Условия:", "Conditions:"),
    "skills": ("Ключевые навыки:", "Key skills:"),
    "work": ("Опыт работы", "Work experience"),
    "education": ("Образование", "Education"),
    "languages": ("Знание языков", "Languages"),
    "about": ("Обо мне", "Summary"),
    "certificates": ("Сертификаты", "Certificates"),
    "present": ("настоящее время", "present"),
}
RUSSIAN_SHARE = 0.2


def read_json(name: str, data: bytes) -> Document:
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
    try:
        text, encoding = decode(data)
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TruncatedFileError(name, "not valid JSON") from error
    draft = Draft()
    try:
        writer, record = _shape(found)
        writer(_Lines(draft, record), record)
    except (_UnknownShapeError, AttributeError, TypeError, RecursionError) as error:
        raise WrongTypeError(name, SHAPES) from error
    if not draft.text:
        raise EmptyFileError(name, "none of the known fields holds words")
    return Document(
        name=name, format="json", text=draft.text, blocks=draft.blocks, encoding=encoding
    )


class _UnknownShapeError(Exception):
    """The data are none of the three shapes."""


def _shape(found: Any) -> tuple[Any, dict[str, Any]]:
    for record in _records(found):
        kind = record.get("@type")
        if kind == "JobPosting" or (isinstance(kind, list) and "JobPosting" in kind):
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
        for item in found[:1000]:
            if isinstance(item, dict):
                yield from _records(item)
    elif isinstance(found, dict):
        yield found
        if isinstance(found.get("@graph"), list):
            yield from (item for item in found["@graph"] if isinstance(item, dict))


class _Lines:
    """Writes values as lines under headings of the data's language."""

    def __init__(self, draft: Draft, record: dict[str, Any]) -> None:
        self._draft = draft
        letters = [c for c in json.dumps(record, ensure_ascii=False) if c.isalpha()]
        cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
        self._language = 0 if cyrillic >= RUSSIAN_SHARE * len(letters) else 1

    def word(self, key: str) -> str:
        """A heading or word in the language of the data."""
        return HEADINGS[key][self._language]

    def heading(self, key: str) -> None:
        self._draft.add(self.word(key), kind="heading")

    def value(self, field: str, value: Any) -> None:
        """One line."""
        for text in strings(value):
            self._draft.add(" ".join(text.split()), kind=f"field:{field}")

    def values(self, key: str, field: str, value: Any) -> None:
        """A heading and a line per value, nothing if there are none."""
        found = [line for text in strings(value) for line in _html_lines(text)]
        if found:
            self.heading(key)
        for line in found:
            self._draft.add(f"- {line}", kind=f"field:{field}")

    def markup(self, field: str, value: Any) -> None:
        """Text with its own lines and headings, HTML or plain."""
        for text in strings(value):
            for line in _html_lines(text):
                self._draft.add(line, kind=f"field:{field}")


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


def _html_lines(text: str) -> list[str]:
    if "<" in text and ">" in text:
        return html_draft(text)[0].text.split("\n")
    return text.split("\n")


def _job_posting(lines: _Lines, record: dict[str, Any]) -> None:
    lines.value("title", record.get("title"))
    lines.value("employer", record.get("hiringOrganization"))
    lines.value("employment", record.get("employmentType"))
    lines.markup("description", record.get("description"))
    lines.values("duties", "duties", record.get("responsibilities"))
    lines.values(
        "requirements",
        "requirements",
        [
            record.get(key)
            for key in (
                "qualifications",
                "skills",
                "experienceRequirements",
                "educationRequirements",
            )
        ],
    )
    lines.values("conditions", "conditions", [record.get("workHours"), record.get("jobBenefits")])


def _hh_vacancy(lines: _Lines, record: dict[str, Any]) -> None:
    lines.value("title", record.get("name"))
    lines.value("employer", record.get("employer"))
    lines.value("salary", _salary(record.get("salary")))
    experience = strings(record.get("experience"))
    lines.value("experience", [f"{lines.word('work')}: {text}" for text in experience])
    lines.value("schedule", record.get("schedule"))
    lines.value("employment", record.get("employment"))
    lines.markup("description", record.get("description"))
    lines.values("skills", "skills", record.get("key_skills"))


def _salary(value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    low, high, currency = (value.get(key) for key in ("from", "to", "currency"))
    bounds = " – ".join(str(bound) for bound in (low, high) if bound)
    return f"{bounds} {currency or ''}".strip() if bounds else ""


def _json_resume(lines: _Lines, record: dict[str, Any]) -> None:
    basics = record.get("basics") or {}
    lines.value("name", basics.get("name"))
    lines.value("title", basics.get("label"))
    lines.value("email", basics.get("email"))
    lines.value("phone", basics.get("phone"))
    if strings(basics.get("summary")):
        lines.heading("about")
        lines.markup("summary", basics.get("summary"))
    _entries(lines, "work", record.get("work"), _job)
    _entries(lines, "education", record.get("education"), _study)
    lines.values("skills", "skills", [_skill(item) for item in _dicts(record.get("skills"))])
    lines.values(
        "languages",
        "languages",
        [
            " — ".join(strings([item.get("language"), item.get("fluency")]))
            for item in _dicts(record.get("languages"))
        ],
    )
    lines.values("certificates", "certificates", record.get("certificates"))


def _dicts(value: Any) -> Iterable[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _entries(lines: _Lines, key: str, value: Any, write: Any) -> None:
    items = _dicts(value)
    if items:
        lines.heading(key)
    for item in items:
        write(lines, item)


def _job(lines: _Lines, item: dict[str, Any]) -> None:
    lines.value("job", " — ".join(strings([item.get("position"), item.get("name")])))
    lines.value("dates", _dates(lines, item))
    lines.markup("job_summary", item.get("summary"))
    for text in strings(item.get("highlights")):
        lines.markup("job_highlight", f"- {text}")


def _study(lines: _Lines, item: dict[str, Any]) -> None:
    parts = strings([item.get("studyType"), item.get("area"), item.get("institution")])
    lines.value("study", ", ".join(parts))
    lines.value("study_dates", _dates(lines, item, current=False))


def _dates(lines: _Lines, item: dict[str, Any], *, current: bool = True) -> str:
    begin, end = (str(item.get(key) or "")[:7] for key in ("startDate", "endDate"))
    if begin and not end and current:
        end = lines.word("present")
    return " — ".join(part for part in (begin, end) if part)


def _skill(item: dict[str, Any]) -> str:
    keywords = ", ".join(strings(item.get("keywords")))
    return ": ".join(part for part in (*strings(item.get("name")), keywords) if part)
