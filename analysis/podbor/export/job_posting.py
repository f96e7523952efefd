"""A posting as a schema.org JobPosting (https://schema.org/JobPosting), JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from podbor.records import Hours, Pay, Posting, Statement, Value

EMPLOYMENT = {
    "full_time": "FULL_TIME",
    "part_time": "PART_TIME",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "project": "CONTRACTOR",
    "internship": "INTERN",
    "volunteer": "VOLUNTEER",
}
UNITS = {
    "hour": "HOUR",
    "shift": "DAY",
    "day": "DAY",
    "week": "WEEK",
    "month": "MONTH",
    "year": "YEAR",
}
CREDENTIALS = {
    "secondary": "high school",
    "vocational": "professional certificate",
    "incomplete_higher": "associate degree",
    "bachelor": "bachelor degree",
    "higher": "bachelor degree",
    "master": "postgraduate degree",
    "doctorate": "postgraduate degree",
}  # the values that Google's guide for JobPosting allows


def job_posting_of(posting: Posting) -> dict[str, Any]:
    r"""The posting in schema.org's terms; properties without a value are left out.

    Examples
    --------
    >>> from podbor.parse.posting import parse_posting
    >>> text = "Оператор чата\nОплата: от 40 000 ₽ на руки\nТребования:\n- опыт от 1 года"
    >>> found = parse_posting(text).to_job_posting()
    >>> found["baseSalary"]["value"], found["experienceRequirements"]["monthsOfExperience"]
    ({'@type': 'QuantitativeValue', 'minValue': 40000, 'unitText': 'MONTH'}, 12)
    """
    found = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": _words(posting.title),
        "description": posting.document.text.strip(),
        "hiringOrganization": _named("Organization", posting.employer),
        "jobLocation": _place(posting),
        "jobLocationType": "TELECOMMUTE" if _has(posting.workplace, "remote") else None,
        "employmentType": sorted({EMPLOYMENT[value.value] for value in posting.employment}),
        "baseSalary": _salary(posting.salary.value) if posting.salary else None,
        "incentiveCompensation": posting.salary.text
        if posting.salary and posting.salary.value.bonus
        else None,
        "workHours": _work_hours(posting),
        "responsibilities": _lines(posting.duties),
        "skills": _lines(
            s for s in posting.requirements if s.kind in {"skill", "knowledge", "tool"}
        ),
        "qualifications": _lines(posting.requirements),
        "experienceRequirements": _experience(posting),
        "educationRequirements": _education(posting),
        "jobBenefits": _lines(posting.conditions),
        "totalJobOpenings": posting.openings.value if posting.openings else None,
        "datePosted": _words(posting.published),
        "validThrough": _words(posting.until),
        "applicationContact": _contact(posting),
    }
    return {key: value for key, value in found.items() if value not in (None, [], {}, "")}


def _words(value: Value[str] | None) -> str | None:
    return value.value if value else None


def _named(kind: str, value: Value[str] | None) -> dict[str, Any] | None:
    return {"@type": kind, "name": value.value} if value else None


def _has(values: tuple[Value[str], ...], wanted: str) -> bool:
    return any(value.value == wanted for value in values)


def _place(posting: Posting) -> dict[str, Any] | None:
    if posting.location is None:
        return None
    address = {"@type": "PostalAddress", "addressLocality": posting.location.value}
    return {"@type": "Place", "address": address}


def _salary(pay: Pay) -> dict[str, Any]:
    value: dict[str, Any] = {"@type": "QuantitativeValue"}
    if pay.minimum is not None and pay.minimum == pay.maximum:
        value["value"] = pay.minimum
    else:
        value |= {"minValue": pay.minimum} if pay.minimum is not None else {}
        value |= {"maxValue": pay.maximum} if pay.maximum is not None else {}
    if pay.period in UNITS:
        value["unitText"] = UNITS[pay.period]
    found = {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}
    return {key: each for key, each in found.items() if each is not None}


def _work_hours(posting: Posting) -> str:
    words = [value.text for value in posting.schedule]
    if posting.hours:
        words.append(hours_words(posting.hours.value))
    words += [posting.times.value] if posting.times else []
    return "; ".join(dict.fromkeys(words))


def hours_words(hours: Hours) -> str:
    """Hours in words.

    Examples
    --------
    >>> hours_words(Hours(minimum=8, maximum=8, per="day"))
    '8 hours a day'
    """
    low, high = f"{hours.minimum:g}", f"{hours.maximum:g}"
    return f"{low if low == high else f'{low}-{high}'} hours a {hours.per}"


def _lines(statements: Iterable[Statement]) -> list[str]:
    return [" ".join(s.text.split()) for s in statements if s.kind != "heading"]


def _experience(posting: Posting) -> dict[str, Any] | None:
    if posting.required_months is None:
        return None
    return {
        "@type": "OccupationalExperienceRequirements",
        "monthsOfExperience": posting.required_months,
    }


def _education(posting: Posting) -> dict[str, Any] | None:
    if posting.education is None:
        return None
    return {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": CREDENTIALS[posting.education.value],
    }


def _contact(posting: Posting) -> dict[str, Any] | None:
    if not posting.phones and not posting.emails:
        return None
    found: dict[str, Any] = {"@type": "ContactPoint"}
    found |= {"telephone": posting.phones[0].value} if posting.phones else {}
    found |= {"email": posting.emails[0].value} if posting.emails else {}
    return found
