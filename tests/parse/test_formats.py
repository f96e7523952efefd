"""The same resume in every format gives the same record."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from podbor.export.values import plain, values_of
from podbor.parse.resume import parse_resume
from podbor.records import Date, Resume
from samples_files import odt, rtf, saved

import build_samples
from strategies import ru_en_text

TODAY = Date(year=2026, month=11)
RUSSIAN = """\
# Кротова Анна Львовна
Телефон: +7 900 000-00-12
anna.krotova@example.com
## Желаемая должность и зарплата
Оператор чата
50 000 руб. на руки
## Опыт работы
Февраль 2023 — настоящее время
АО «Лесной банк»
Оператор входящей линии
- Отвечаю на звонки держателей карт
- Веду карточки обращений в CRM
Сентябрь 2021 — Январь 2023
ООО «Ромашка»
Специалист справочной
- Искала лекарства по базе, называла цены
## Образование
Высшее
2018
Псковский университет
## Знание языков
Русский — Родной
Английский — B1
## Навыки
Excel, CRM, Слепая печать
"""
ENGLISH = """\
# Nora Whitfield
(312) 555-0142
nora.whitfield@example.com
## Desired position
Call center agent
Desired salary: $42,000 per year
## Work experience
March 2021 - Present
Customer Service Representative
Hill Net LLC
- Take 60 calls a day on billing
- Coach new hires
June 2018 - February 2021
Cashier
Green Store Inc.
- Ran a register
## Education
Bachelor of Arts, Communication
Lakeside University, 2018
## Languages
English - native
Spanish - B2
## Skills
Excel, Zendesk, Typing 70 WPM
"""
TEXTS = {"ru": RUSSIAN, "en": ENGLISH}


def as_rtf(lines: list[build_samples.Line]) -> bytes:
    return rtf("".join(f"{text}\\par\n" for _, text in lines))


def as_odt(lines: list[build_samples.Line]) -> bytes:
    shown = []
    for kind, text in lines:
        words = escape(text)
        if kind in {"title", "heading"}:
            shown.append(f'<text:h text:outline-level="1">{words}</text:h>')
        elif kind == "item":
            item = f"<text:list-item><text:p>{words}</text:p></text:list-item>"
            shown.append(f"<text:list>{item}</text:list>")
        else:
            shown.append(f"<text:p>{words}</text:p>")
    return odt("".join(shown))


WRITERS = {
    "txt": build_samples.as_txt,
    "html": lambda lines: build_samples.as_html(lines, posting=False, columns=False),
    "docx": lambda lines: build_samples.as_docx(lines, columns=False),
    "pdf": lambda lines: build_samples.as_pdf(lines, columns=False),
    "rtf": as_rtf,
    "odt": as_odt,
}


@cache
def record(language: str, suffix: str) -> Resume:
    data = WRITERS[suffix](build_samples.parse(TEXTS[language]))
    with TemporaryDirectory() as folder:
        return parse_resume(saved(Path(folder), f"cv.{suffix}", data), today=TODAY)


def shown(found: Resume) -> dict[str, object]:
    """What the record says, without offsets."""
    fields = "name phones emails positions salary education languages skills".split(" ")
    said = [(name, plain(value.value)) for name, value in values_of(found)]
    return {
        "values": [(name, value) for name, value in said if name.startswith(tuple(fields))],
        "jobs": [
            (j.title and j.title.value, j.employer and j.employer.value, j.begin, j.end, j.months)
            for j in found.jobs
        ],
        "studies": [(study.begin, study.end) for study in found.education],
        "months": found.experience_months,
    }


def month(year: int, number: int) -> Date:
    return Date(year=year, month=number)


EXPECTED = {
    "ru": {
        "values": [
            ("name", "Кротова Анна Львовна"),
            ("phones[0]", "+79000000012"),
            ("emails[0]", "anna.krotova@example.com"),
            ("positions[0]", "Оператор чата"),
            ("salary", "50000 RUB/month net"),
            ("education[0].level", "higher"),
            ("education[0].institution", "Псковский университет"),
            ("languages[0]", "ru native"),
            ("languages[1]", "en B1"),
            ("skills[0]", "Excel"),
            ("skills[1]", "CRM"),
            ("skills[2]", "Слепая печать"),
        ],
        "jobs": [
            ("Оператор входящей линии", "АО «Лесной банк»", month(2023, 2), None, 46),
            ("Специалист справочной", "ООО «Ромашка»", month(2021, 9), month(2023, 1), 17),
        ],
        "studies": [(None, 2018)],
        "months": 63,
    },
    "en": {
        "values": [
            ("name", "Nora Whitfield"),
            ("phones[0]", "+13125550142"),
            ("emails[0]", "nora.whitfield@example.com"),
            ("positions[0]", "Call center agent"),
            ("salary", "42000 USD/year"),
            ("education[0].level", "bachelor"),
            ("education[0].institution", "Lakeside University"),
            ("education[0].name", "Communication"),
            ("languages[0]", "en native"),
            ("languages[1]", "es B2"),
            ("skills[0]", "Excel"),
            ("skills[1]", "Zendesk"),
            ("skills[2]", "Typing 70 WPM"),
        ],
        "jobs": [
            ("Customer Service Representative", "Hill Net LLC", month(2021, 3), None, 69),
            ("Cashier", "Green Store Inc.", month(2018, 6), month(2021, 2), 33),
        ],
        "studies": [(None, 2018)],
        "months": 102,
    },
}


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("language", TEXTS)
def test_record_says_the_same_in_every_format(language, suffix):
    assert shown(record(language, suffix)) == EXPECTED[language]


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("language", TEXTS)
def test_values_quote_the_text_of_their_file(language, suffix):
    found = record(language, suffix)
    values = [value for _, value in values_of(found)]
    assert [found.document.text[v.start : v.stop] for v in values] == [v.text for v in values]


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("language", TEXTS)
def test_format_is_named_and_gives_no_warning(language, suffix):
    found = record(language, suffix)
    assert (found.document.format, found.notices) == (suffix, ())


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("language", TEXTS)
def test_only_a_paged_format_has_pages(language, suffix):
    pages = {value.page for _, value in values_of(record(language, suffix))}
    assert pages == ({1} if suffix == "pdf" else {None})


def said_in(suffix: str, words: str) -> str:
    """Words that the writer can write: no controls, and for RTF none outside its code page."""
    kept = "".join(c for c in words if c.isprintable() and c not in "{}\\")
    return kept.encode("cp1251", "ignore").decode("cp1251") if suffix == "rtf" else kept


@pytest.mark.parametrize("suffix", ["txt", "html", "rtf", "odt"])
@given(text=ru_en_text())
@settings(max_examples=20)
def test_values_of_any_text_quote_their_file(suffix, text):
    lines = [("title", "Анна Кротова"), *(("text", line) for line in text.split("\n"))]
    data = WRITERS[suffix]([(kind, said_in(suffix, words)) for kind, words in lines])
    with TemporaryDirectory() as folder:
        found = parse_resume(saved(Path(folder), f"cv.{suffix}", data), today=TODAY)
    values = [value for _, value in values_of(found)]
    assert [found.document.text[v.start : v.stop] for v in values] == [v.text for v in values]
