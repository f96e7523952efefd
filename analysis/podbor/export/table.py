"""Records as rows of a table: one row a record, one column a field."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from podbor.export.values import plain
from podbor.records import Pay, Posting, Resume, Value

if TYPE_CHECKING:
    import pandas as pd

PAY = ("salary_minimum", "salary_maximum", "salary_currency", "salary_period", "salary_gross")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # beginnings that spreadsheets run as formulas


def to_frame(records: Iterable[Resume | Posting]) -> pd.DataFrame:
    r"""Table of records: one row each, in the order given.

    Parameters
    ----------
    records : iterable of Resume or Posting

    Returns
    -------
    pandas.DataFrame
        Columns of :func:`row_of`; lists of words joined by «; », amounts as numbers, absent as
        None.

    Examples
    --------
    >>> from podbor.parse.posting import parse_posting
    >>> frame = to_frame([parse_posting("Оператор чата\nОплата от 40 000 руб. на руки")])
    >>> frame.loc[0, ["title", "salary_minimum", "salary_currency"]].tolist()
    ['Оператор чата', 40000, 'RUB']
    """
    import pandas as pd

    return pd.DataFrame([row_of(record) for record in records], dtype=object)


def row_of(record: Resume | Posting) -> dict[str, Any]:
    """Fields of a record, one value each."""
    return _resume(record) if isinstance(record, Resume) else _posting(record)


def _posting(posting: Posting) -> dict[str, Any]:
    return {
        "file": posting.document.name,
        "title": _words(posting.title),
        "role": posting.role,
        "employer": _words(posting.employer),
        "agency": posting.agency.value if posting.agency else None,
        "location": _words(posting.location),
        **_terms(posting),
        "hours": plain(posting.hours.value) if posting.hours else None,
        "times": _words(posting.times),
        **_pay(posting.salary),
        "required_months": posting.required_months,
        "most_months": posting.most_months,
        "education": _words(posting.education),
        "languages": _joined(posting.languages),
        "licences": _joined(posting.licences),
        "openings": posting.openings.value if posting.openings else None,
        "phones": _joined(posting.phones),
        "emails": _joined(posting.emails),
        "published": _words(posting.published),
        "until": _words(posting.until),
        "flags": _joined(posting.flags),
        "duties": len(posting.duties),
        "requirements": len(posting.requirements),
        "likelihood": posting.likelihood,
        "warnings": "; ".join(notice.code for notice in posting.notices),
    }


def _resume(resume: Resume) -> dict[str, Any]:
    last = resume.jobs[0] if resume.jobs else None
    return {
        "file": resume.document.name,
        "name": _words(resume.name),
        "phones": _joined(resume.phones),
        "emails": _joined(resume.emails),
        "links": _joined(resume.links),
        "location": _words(resume.location),
        "relocation": resume.relocation.value if resume.relocation else None,
        "travel": resume.travel.value if resume.travel else None,
        "positions": _joined(resume.positions),
        **_terms(resume),
        **_pay(resume.salary),
        "jobs": len(resume.jobs),
        "last_title": _words(last.title) if last else None,
        "last_employer": _words(last.employer) if last else None,
        "experience_months": resume.experience_months,
        "relevant_months": resume.relevant_months,
        "education": "; ".join(
            " ".join(part for part in (_words(s.level), _words(s.institution)) if part)
            for s in resume.education
        ),
        "courses": len(resume.courses),
        "languages": _joined(resume.languages),
        "licences": _joined(resume.licences),
        "skills": _joined(resume.skills),
        "dated": str(resume.dated.year) if resume.dated else None,
        "likelihood": resume.likelihood,
        "warnings": "; ".join(notice.code for notice in resume.notices),
    }


def _words(value: Value[str] | None) -> str | None:
    return value.value if value else None


def _joined(values: tuple[Value[Any], ...]) -> str:
    return "; ".join(plain(value.value) for value in values)


def _terms(record: Resume | Posting) -> dict[str, str]:
    return {
        "employment": _joined(record.employment),
        "workplace": _joined(record.workplace),
        "schedule": _joined(record.schedule),
    }


def _pay(value: Value[Pay] | None) -> dict[str, Any]:
    if value is None:
        return dict.fromkeys(PAY)
    pay = value.value
    return dict(
        zip(PAY, (pay.minimum, pay.maximum, pay.currency, pay.period, pay.gross), strict=True)
    )


def as_csv(records: Iterable[Resume | Posting], *, header: bool = True) -> str:
    """Rows as CSV; cells that a spreadsheet would run as formulas get an apostrophe in front."""
    rows = [row_of(record) for record in records]
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
        if header:
            writer.writeheader()
        writer.writerows({key: _safe(cell) for key, cell in row.items()} for row in rows)
    return out.getvalue()


def _safe(cell: Any) -> Any:
    """Cell that no spreadsheet runs.

    >>> _safe("=HYPERLINK(1)"), _safe("Анна"), _safe(None)
    ("'=HYPERLINK(1)", 'Анна', None)
    """
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return cell
