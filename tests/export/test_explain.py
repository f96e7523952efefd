from __future__ import annotations

import re

import pytest
from hypothesis import given

from podbor.export.explain import LONGEST, explain
from podbor.export.values import values_of
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date, Document, Posting, Value

from strategies import ru_en_text

TODAY = Date(year=2026, month=11)
LINE = re.compile(
    r"(?P<name>[\w.\[\]]+) = (?P<value>.*?)  «(?P<words>.*)» (?P<start>\d+):(?P<stop>\d+)"
    r"(?P<page> page \d+)? \((?P<confidence>[01]\.\d\d)(?P<inferred> inferred)?\) (?P<why>.*)",
    re.DOTALL,
)


def brief(line: str) -> str:
    found = LINE.fullmatch(line)
    assert found, line
    return f"{found['name']} = {found['value']} «{found['words']}» {found['start']}:{found['stop']}"


LINES = [
    (
        "Оператор чата\nОплата от 40 000 ₽ на руки",
        [
            "title = Оператор чата «Оператор чата» 0:13",
            "salary = from 40000 RUB/month net «от 40 000 ₽» 21:32",
        ],
    ),
    (
        "Call center agent\nCall (312) 555-0142",
        [
            "title = Call center agent «Call center agent» 0:17",
            "phones[0] = +13125550142 «(312) 555-0142» 23:37",
        ],
    ),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_line_says_value_words_and_place(text, expected):
    assert [brief(line) for line in explain(parse_posting(text))] == expected


def test_every_line_names_a_rule():
    text = "Анна Кротова\nтел. +7 900 000-00-12\nanna@example.com\nОператор чата\nГрафик: 2/2"
    found = [LINE.fullmatch(line) for line in explain(parse_resume(text, today=TODAY))]
    assert [each["name"] for each in found if each and not each["why"]] == []
    assert len(found) == 5


def lone(value: Value[str], text: str) -> list[str]:
    document = Document(name="p.pdf", format="pdf", text=text)
    return list(explain(Posting(document=document, title=value)))


def test_page_and_guess_are_said():
    value = Value(
        value="чат",
        start=0,
        stop=3,
        text="чат",
        page=2,
        confidence=0.7,
        why="a rule",
        inferred=True,
    )
    assert lone(value, "чат") == ["title = чат  «чат» 0:3 page 2 (0.70 inferred) a rule"]


def test_long_words_are_cut():
    text = "оператор " * 20
    value = Value(value="оператор", start=0, stop=len(text), text=text, why="a rule")
    (line,) = lone(value, text)
    found = LINE.fullmatch(line)
    assert found
    assert (len(found["words"]), found["words"][-1]) == (LONGEST, "…")


def test_words_over_two_lines_are_one_line():
    value = Value(value="оператор чата", start=0, stop=13, text="оператор\nчата", why="a rule")
    assert lone(value, "оператор\nчата") == [
        "title = оператор чата  «оператор чата» 0:13 (1.00) a rule"
    ]


@given(text=ru_en_text())
def test_any_text_has_a_line_a_value_and_every_value_its_words(text):
    record = parse_resume(text, today=TODAY)
    values = [value for _, value in values_of(record)]
    assert [record.document.text[v.start : v.stop] for v in values] == [v.text for v in values]
    assert len(list(explain(record))) == len(values)
