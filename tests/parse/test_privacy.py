"""Scores never see who a person is: read in the code, and seen in the numbers."""

from __future__ import annotations

import ast

import pytest

import podbor
from podbor.parse.resume import parse_resume
from podbor.records import Date

from support import ROOT

TODAY = Date(year=2026, month=11)
CODE = ROOT / "analysis/podbor"
PERSONAL = frozenset(
    {"personal", "phones", "emails", "links", "location", "citizenship", "work_permit"}
)
SCORING = sorted(
    path.relative_to(CODE).as_posix()
    for folder in ("features", "fit")
    for path in (CODE / folder).glob("*.py")
)


BLANKING = {"impersonal", "_personal_spans", "_like_names"}  # what takes personal words away
APART = {"_apart"}  # a knock-out that is told and never scored


def seen(source: str) -> list[str]:
    """Personal fields that code reads, outside what blanks them."""
    found = []
    for top in ast.parse(source).body:
        for node in ast.walk(top):
            if not isinstance(node, ast.Attribute):
                continue
            owner = node.value
            holder = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            of_resume = node.attr == "name" and "resume" in holder
            allowed = isinstance(top, ast.FunctionDef) and top.name in BLANKING | APART
            if not allowed and (node.attr in PERSONAL or of_resume):
                found.append(f"{holder}.{node.attr}")
    return found


READ = [
    ("def f(resume): return resume.phones", ["resume.phones"]),
    (
        "def f(resume): return len(resume.personal.citizenship)",
        ["personal.citizenship", "resume.personal"],
    ),
    ("def f(pair): return pair.resume.name", ["resume.name"]),
    ("def f(r): return [e.text for e in r.emails]", ["r.emails"]),
    ("def impersonal(resume): return resume.name, resume.phones", []),
    ("def profile(resume): return resume.location", ["resume.location"]),
    ("def f(path): return path.name", []),
    ("def f(resume): return resume.jobs, resume.statements", []),
    ("# resume.phones\nTEXT = 'resume.emails'", []),
]


@pytest.mark.parametrize(("source", "expected"), READ)
def test_reading_the_code_finds_personal_fields(source, expected):
    assert sorted(seen(source)) == expected


@pytest.mark.parametrize("module", SCORING)
def test_scoring_code_reads_no_personal_field(module):
    assert seen((CODE / module).read_text(encoding="utf-8")) == []


def test_scoring_code_is_there():
    assert {"features/pair.py", "features/evidence.py", "fit/score.py"} <= set(SCORING)


POSTING = "Оператор чата\nТребования:\n- опыт работы от 1 года\n- знание Excel"
RESUME = """\
{name}
{contacts}
{personal}
Желаемая должность: оператор чата
Опыт работы
Февраль 2023 — настоящее время
АО «Лесной банк»
Оператор входящей линии
- Отвечаю на звонки держателей карт, веду таблицы в Excel.
"""


def score(name: str, contacts: str, personal: str) -> float:
    text = RESUME.format(name=name, contacts=contacts, personal=personal)
    return podbor.score(POSTING, parse_resume(text, today=TODAY), today=TODAY).score


PEOPLE = [
    ("Рахимов Тимур Олегович", "тел. +7 900 000-00-13", "Гражданство: Россия"),
    ("Гульнара Ахметова", "тел. +7 900 000-00-12", "Гражданство: Россия"),
    ("Кротова Анна Львовна", "тел. +7 900 000-77-77, anna@example.com", "Гражданство: Россия"),
    ("Кротова Анна Львовна", "тел. +7 900 000-00-12", "Гражданство: Казахстан"),
]


@pytest.mark.parametrize("person", PEOPLE, ids=["man", "other name", "contacts", "citizenship"])
def test_score_does_not_depend_on_who_it_is(person):
    first = score("Кротова Анна Львовна", "тел. +7 900 000-00-12", "Гражданство: Россия")
    assert score(*person) == first


def test_score_depends_on_the_work():
    text = RESUME.format(name="Кротова Анна Львовна", contacts="", personal="")
    poorer = text.replace("Отвечаю на звонки держателей карт, веду таблицы в Excel", "Мою полы")
    first, second = (
        podbor.score(POSTING, parse_resume(each, today=TODAY), today=TODAY).score
        for each in (text, poorer)
    )
    assert second < first
