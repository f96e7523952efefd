from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given

from podbor.export.html import LONGEST, record_html
from podbor.export.values import values_of
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date

from strategies import ru_en_text

TODAY = Date(year=2026, month=11)
MARK = re.compile(r"<mark title='([^']*)'>(.*?)</mark>", re.DOTALL)
TAGS = {"div", "b", "table", "tr", "th", "td", "ul", "li", "mark"}


class Tags(HTMLParser):
    """Names of the elements of a page, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.names.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def marked(page: str) -> list[tuple[str, str]]:
    return [(name, unescape(words)) for name, words in MARK.findall(page)]


MARKED = [
    (
        "Оператор чата\nОплата от 40 000 ₽ на руки",
        [("title", "Оператор чата"), ("salary", "от 40 000 ₽")],
    ),
    (
        "Call center agent\nPay: $17 per hour\nE-mail: hr@example.com",
        [("title", "Call center agent"), ("salary", "$17"), ("emails[0]", "hr@example.com")],
    ),
    ("Оператор чата", [("title", "Оператор чата")]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_evidence_is_marked_with_its_field(text, expected):
    assert marked(record_html(parse_posting(text))) == expected


def test_evidence_of_a_resume_is_marked():
    text = "Анна Кротова\nтел. +7 900 000-00-12\nanna@example.com"
    assert marked(record_html(parse_resume(text, today=TODAY))) == [
        ("name", "Анна Кротова"),
        ("phones[0]", "+7 900 000-00-12"),
        ("emails[0]", "anna@example.com"),
    ]


HOSTILE = """
Оператор <script>alert(1)</script>
<img src=x onerror=alert(1)>
Оператор' onmouseover='alert(1)
</div></table><iframe src="https://example.com"></iframe>
<mark title='salary'>от 900 000 руб.</mark>
&lt;script&gt;alert(1)&lt;/script&gt;
"""


@pytest.mark.parametrize("line", HOSTILE.strip().splitlines())
def test_markup_of_the_text_is_shown_and_not_run(line):
    text = f"Оператор чата\n{line}\nОплата от 40 000 ₽"
    page = Tags(record_html(parse_posting(text)))
    assert page.names <= TAGS
    assert line in "".join(page.words)


def test_markup_of_a_value_is_escaped_in_the_table():
    page = record_html(parse_posting("Компания: ООО «Ромашка & <b>Ко</b>»\nОператор чата"))
    assert "<b>Ко" not in page


def test_table_has_a_row_a_value():
    record = parse_posting("Оператор чата\nОплата от 40 000 ₽ на руки")
    assert "<td>salary</td><td>from 40000 RUB/month net</td>" in record_html(record)


def test_warning_is_listed():
    page = record_html(parse_resume("Кошка спит на окне и видит сны.", today=TODAY))
    assert "<li>not_a_resume" in page


def test_resume_without_warnings_lists_none():
    text = "Анна Кротова\nОпыт работы\nМарт 2020 — Май 2022\nООО «Дон»\nОператор\nНавыки\nExcel"
    assert "<li>" not in record_html(parse_resume(text, today=TODAY))


def test_long_text_is_cut():
    page = record_html(parse_posting("Оператор чата\n" + "приём звонков\n" * (LONGEST // 10)))
    shown = "".join(Tags(page).words)
    assert (len(shown) < LONGEST + 1000, shown.count("приём звонков") > 1000) == (True, True)


def test_notebook_shows_the_same_page():
    record = parse_posting("Оператор чата")
    assert record._repr_html_() == record_html(record)


@given(text=ru_en_text())
def test_marks_of_any_text_are_words_of_its_values(text):
    record = parse_resume(text, today=TODAY)
    known = {(name, value.text) for name, value in values_of(record)}
    assert set(marked(record_html(record))) <= known
