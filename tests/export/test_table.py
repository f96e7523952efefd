from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from podbor.export.table import FORMULA, as_csv, row_of, to_frame
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date, Document, Posting, Resume, Value

from strategies import ru_en_text

TODAY = Date(year=2026, month=11)
RESUME = """\
Кротова Анна Львовна
тел. +7 900 000-00-12, +7 900 000-00-13
anna.krotova@example.com
Желаемая должность: оператор чата
Желаемая зарплата: от 50 000 руб. на руки

Опыт работы
Февраль 2023 — Январь 2025
АО «Лесной банк»
Оператор входящей линии

Навыки
Excel, CRM
"""


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


CELLS = [
    ("name", "Кротова Анна Львовна"),
    ("phones", "+79000000012; +79000000013"),
    ("emails", "anna.krotova@example.com"),
    ("positions", "оператор чата"),
    ("salary_minimum", 50000),
    ("salary_maximum", None),
    ("salary_currency", "RUB"),
    ("salary_period", "month"),
    ("salary_gross", False),
    ("jobs", 1),
    ("last_title", "Оператор входящей линии"),
    ("last_employer", "АО «Лесной банк»"),
    ("experience_months", 24),
    ("skills", "Excel; CRM"),
    ("location", None),
    ("relocation", None),
    ("languages", ""),
    ("education", ""),
]


@pytest.mark.parametrize(("column", "expected"), CELLS)
def test_frame_has_a_cell_for_the_field(column, expected):
    frame = to_frame([parse_resume(RESUME, today=TODAY)])
    assert frame.loc[0, column] == expected


POSTING_CELLS = [
    ("title", "Call center agent"),
    ("salary_minimum", 17.5),
    ("salary_maximum", 19),
    ("salary_period", "hour"),
    ("required_months", 24),
    ("schedule", ""),
    ("employer", None),
]


@pytest.mark.parametrize(("column", "expected"), POSTING_CELLS)
def test_frame_has_a_cell_for_the_field_of_a_posting(column, expected):
    text = "Call center agent\nPay: $17.50 - $19 per hour\nRequirements: 2 years of experience"
    assert row_of(parse_posting(text))[column] == expected


def test_frame_has_a_row_a_record_in_the_order_given():
    records = [parse_posting(text) for text in ("Оператор чата", "Повар", "Call center agent")]
    assert to_frame(records)["title"].tolist() == ["Оператор чата", "Повар", "Call center agent"]


def test_frame_of_nothing_is_empty():
    assert to_frame([]).empty


def test_csv_has_a_header_and_a_row_a_record():
    found = rows(as_csv([parse_posting("Повар"), parse_posting("Оператор чата")]))
    assert [len(found), found[0][:2]] == [3, ["file", "title"]]
    assert [row[1] for row in found[1:]] == ["Повар", "Оператор чата"]


def test_csv_without_header_has_rows_only():
    assert [row[1] for row in rows(as_csv([parse_posting("Повар")], header=False))] == ["Повар"]


def test_csv_of_nothing_is_empty():
    assert as_csv([]) == ""


def test_absent_is_an_empty_cell():
    found = dict(zip(*rows(as_csv([parse_posting("Повар")])), strict=True))
    assert (found["salary_minimum"], found["employer"]) == ("", "")


def named(title: str) -> Posting:
    value = Value(value=title, start=0, stop=len(title), text=title)
    return Posting(document=Document(name="p.txt", format="txt", text=title), title=value)


FORMULAS = [
    ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
    ("+7 звонков", "'+7 звонков"),
    ("-1+1", "'-1+1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\tоператор", "'\tоператор"),
    ("оператор = чат", "оператор = чат"),
    ("C++ developer", "C++ developer"),
    ("'оператор'", "'оператор'"),
]


@pytest.mark.parametrize(("title", "cell"), FORMULAS)
def test_cell_that_would_run_as_a_formula_gets_an_apostrophe(title, cell):
    assert rows(as_csv([named(title)]))[1][1] == cell


def test_telephone_of_a_resume_is_no_formula():
    found = rows(as_csv([parse_resume("Анна Кротова\nтел. +7 900 000-00-12", today=TODAY)]))
    assert dict(zip(*found, strict=True))["phones"] == "'+79000000012"


def test_quotes_and_line_ends_stay_in_their_cell():
    title = 'оператор; "чат", связь\nвторая линия'
    assert rows(as_csv([named(title)]))[1][1] == title


def test_number_stays_a_number():
    negative = Resume(document=Document(name="", format="txt", text=""), experience_months=12)
    assert dict(zip(*rows(as_csv([negative])), strict=True))["experience_months"] == "12"


@given(text=ru_en_text())
def test_no_cell_of_any_text_begins_a_formula(text):
    cells = rows(as_csv([parse_resume(text, today=TODAY)], header=False))[0]
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []
