from __future__ import annotations

import pytest
from hypothesis import given

from podbor.export.text import LONGEST
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date, Document, Notice, Posting, Resume

from strategies import ru_en_text

TODAY = Date(year=2026, month=11)
RESUME = """\
Кротова Анна Львовна
тел. +7 900 000-00-12
Желаемая должность: оператор чата
Желаемая зарплата: от 50 000 руб. на руки

Опыт работы
Февраль 2023 — Январь 2025
АО «Лесной банк»
Оператор входящей линии

Образование
2018
Псковский университет
Экономика

Навыки
Excel, CRM
"""


def lines(record: Resume | Posting) -> list[str]:
    return repr(record).splitlines()


def test_repr_of_a_resume_is_a_line_a_field():
    assert lines(parse_resume(RESUME, today=TODAY))[1:] == [
        "  name: Кротова Анна Львовна",
        "  phones[0]: +79000000012",
        "  positions[0]: оператор чата",
        "  salary: from 50000 RUB/month net",
        "  job: 2023-02/2025-01 | Оператор входящей линии | АО «Лесной банк»",
        "  education: higher, Псковский университет, Экономика, 2018",
        "  skills: Excel, CRM",
    ]


def test_repr_of_a_resume_begins_with_its_experience():
    assert lines(parse_resume(RESUME, today=TODAY))[0].startswith("Resume(experience: 24 months, ")


def test_repr_of_a_posting_is_a_line_a_field():
    text = (
        "Call center agent\nPay: $17.50 - $19 per hour\nCall (312) 555-0142\n"
        "Responsibilities:\n- answer calls\n- help customers\nRequirements:\n- know Excel\n"
    )
    assert lines(parse_posting(text))[1:] == [
        "  title: Call center agent",
        "  salary: 17.5-19 USD/hour",
        "  phones[0]: +13125550142",
    ]


HEADS = """
Оператор чата|Требования:|- опыт от 2 лет -> Posting(experience asked: 24 months,
Оператор чата|Опыт не требуется -> Posting(experience asked: 0 months,
Оператор чата -> Posting(experience asked: silent,
"""


@pytest.mark.parametrize("case", HEADS.strip().splitlines())
def test_repr_of_a_posting_begins_with_what_it_asks(case):
    text, _, head = case.partition(" -> ")
    assert lines(parse_posting(text.replace("|", "\n")))[0].startswith(head)


def test_unknown_experience_is_said():
    assert repr(parse_resume("Анна Кротова", today=TODAY)).startswith("Resume(experience: unknown,")


DOCUMENT = Document(name="a.txt", format="txt", text="")


@pytest.mark.parametrize(
    ("notice", "line"),
    [
        (
            Notice(code="hidden_text", detail="12 characters"),
            "  warning: hidden_text (12 characters)",
        ),
        (Notice(code="scanned_page"), "  warning: scanned_page"),
    ],
)
def test_warning_is_a_line(notice, line):
    assert lines(Resume(document=DOCUMENT, notices=(notice,)))[1:] == [line]


def test_record_without_values_is_one_line():
    assert len(lines(Resume(document=DOCUMENT))) == 1


def test_long_value_is_cut():
    skills = ", ".join(f"программа {i}" for i in range(40))
    record = parse_resume(f"{RESUME.rstrip()}, {skills}\n", today=TODAY)
    last = next(line for line in lines(record) if line.startswith("  skills: "))
    assert (len(last), last[-1]) == (LONGEST, "…")


@given(text=ru_en_text())
def test_no_line_of_any_repr_is_longer_than_promised(text):
    record = parse_resume(text, today=TODAY)
    assert [line for line in lines(record) if len(line) > LONGEST] == []
