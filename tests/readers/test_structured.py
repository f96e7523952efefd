"""JSON of three shapes: the words of each field, where they stand, the language of headings."""

from __future__ import annotations

import json

import pytest

from podbor.errors import WrongTypeError
from podbor.readers import read
from podbor.readers.structured import strings
from podbor.records import Notice
from samples_files import saved

VACANCY = {
    "name": "Оператор чата",
    "employer": {"name": "ООО «Ромашка»"},
    "salary": {"from": 50000, "to": 70000, "currency": "RUR", "gross": False},
    "experience": {"id": "between1And3", "name": "От 1 года до 3 лет"},
    "schedule": {"name": "Сменный график"},
    "employment": {"name": "Полная занятость"},
    "description": "<strong>Обязанности:</strong><ul><li>ответы в <b>чате</b></li></ul>",
    "key_skills": [{"name": "CRM"}, {"name": "Грамотная речь"}],
}
VACANCY_TEXT = """\
Оператор чата
ООО «Ромашка»
от 50000 до 70000 RUR на руки
Опыт работы: От 1 года до 3 лет
Сменный график
Полная занятость
Обязанности:
- ответы в чате
Ключевые навыки:
- CRM
- Грамотная речь"""
POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Call centre agent",
    "hiringOrganization": {"@type": "Organization", "name": "Daisy Ltd"},
    "description": "<p>We help people.</p>",
    "responsibilities": ["Answer calls", "Log requests &amp; complaints"],
    "qualifications": "One year of experience",
    "skills": "Excel",
    "jobBenefits": "Paid training",
}
POSTING_TEXT = """\
Call centre agent
Daisy Ltd
We help people.
Responsibilities:
- Answer calls
- Log requests & complaints
Requirements:
- One year of experience
- Excel
Conditions:
- Paid training"""
RESUME = {
    "basics": {
        "name": "Вера Крылова",
        "label": "Оператор",
        "email": "vera@example.com",
        "phone": "+7 900 000-00-12",
        "summary": "Спокойна и точна",
    },
    "work": [
        {
            "name": "ООО «Ромашка»",
            "position": "Старший оператор",
            "startDate": "2022-01-10",
            "summary": "Линия поддержки",
            "highlights": ["обучила троих новичков"],
        },
        {
            "company": "ООО «Мак»",
            "position": "Оператор",
            "startDate": "2019-03",
            "endDate": "2021-05",
        },
    ],
    "education": [{"institution": "Колледж связи", "area": "Связь", "endDate": "2019"}],
    "skills": [{"name": "Программы", "keywords": ["CRM", "Excel"]}],
    "languages": [{"language": "Английский", "fluency": "B1"}],
}
RESUME_TEXT = """\
Вера Крылова
Оператор
vera@example.com
+7 900 000-00-12
Обо мне
Спокойна и точна
Опыт работы
Старший оператор
ООО «Ромашка»
2022-01 — настоящее время
Линия поддержки
- обучила троих новичков
Оператор
ООО «Мак»
2019-03 — 2021-05
Образование
Колледж связи
2019
Ключевые навыки:
- Программы: CRM, Excel
Знание языков
- Английский — B1""".replace("\nКолледж связи\n", "\nКолледж связи\nСвязь\n")


def read_data(folder, data):
    return read(saved(folder, "data.json", json.dumps(data, ensure_ascii=False)))


SHAPES = [
    ("hh.ru vacancy", VACANCY, VACANCY_TEXT),
    ("JobPosting", POSTING, POSTING_TEXT),
    ("JobPosting in a list", [{"@type": "Thing"}, POSTING], POSTING_TEXT),
    ("JobPosting in a graph", {"@graph": [{"@type": "WebPage"}, POSTING]}, POSTING_TEXT),
    ("JobPosting by address", POSTING | {"@type": ["https://schema.org/JobPosting"]}, POSTING_TEXT),
    ("JSON Resume", RESUME, RESUME_TEXT),
]


@pytest.mark.parametrize(("shape", "data", "text"), SHAPES, ids=[row[0] for row in SHAPES])
def test_a_shape_becomes_lines(tmp_path, shape, data, text):
    document = read_data(tmp_path, data)
    assert document.text == text, shape
    assert (document.format, document.notices) == ("json", ())


def named(document, field):
    kind = f"field:{field}"
    return [document.text[b.start : b.stop] for b in document.blocks if b.kind == kind]


FIELDS = [
    (VACANCY, "title", ["Оператор чата"]),
    (VACANCY, "employer", ["ООО «Ромашка»"]),
    (VACANCY, "salary", ["от 50000 до 70000 RUR на руки"]),
    (VACANCY, "skills", ["- CRM", "- Грамотная речь"]),
    (POSTING, "title", ["Call centre agent"]),
    (POSTING, "duties", ["- Answer calls", "- Log requests & complaints"]),
    (RESUME, "name", ["Вера Крылова"]),
    (RESUME, "title", ["Оператор"]),
    (RESUME, "job_dates", ["2022-01 — настоящее время", "2019-03 — 2021-05"]),
    (RESUME, "salary", []),
]


@pytest.mark.parametrize(
    ("data", "field", "values"), FIELDS, ids=[f"{i}-{row[1]}" for i, row in enumerate(FIELDS)]
)
def test_a_field_tells_where_its_words_stand(tmp_path, data, field, values):
    assert named(read_data(tmp_path, data), field) == values


def test_a_job_still_held_is_present_in_english(tmp_path):
    data = {"basics": {"name": "Ann Reed"}, "work": [{"name": "Daisy", "startDate": "2022-01-01"}]}
    assert read_data(tmp_path, data).text.splitlines()[-1] == "2022-01 — present"


SALARIES = [
    (
        {"from": 50000, "to": None, "currency": "RUR", "gross": True},
        "от 50000 RUR до вычета налогов",
    ),
    ({"from": None, "to": 70000, "currency": "RUR"}, "до 70000 RUR"),
    ({"from": 60000, "to": 60000, "currency": "RUR"}, "60000 RUR"),
    ({"from": None, "to": None, "currency": "RUR"}, None),
    (None, None),
]


@pytest.mark.parametrize(
    ("salary", "text"), SALARIES, ids=[str(row[1]) + str(row[0]) for row in SALARIES]
)
def test_a_salary_is_told_in_words(tmp_path, salary, text):
    found = named(read_data(tmp_path, VACANCY | {"salary": salary}), "salary")
    assert found == ([text] if text else [])


def test_hidden_words_of_a_description_are_left_out_and_told(tmp_path):
    data = VACANCY | {"description": "<p>Звонки</p><p hidden>Excel</p>"}
    document = read_data(tmp_path, data)
    assert named(document, "description") == ["Звонки"]
    assert document.notices == (Notice(code="hidden_text", detail="5 characters"),)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_data(tmp_path, codec):
    data = json.dumps(VACANCY, ensure_ascii=False).encode(codec)
    assert read(saved(tmp_path, "data.json", data)).text == VACANCY_TEXT


OTHER = [{}, [], [[POSTING]], "text", 7, None, {"items": [VACANCY]}, {"name": "a"}, {"basics": []}]


@pytest.mark.parametrize("data", OTHER, ids=[f"{i}" for i in range(len(OTHER))])
def test_another_shape_is_refused_with_the_three_names(tmp_path, data):
    with pytest.raises(WrongTypeError, match=r"JobPosting, JSON Resume and hh\.ru vacancies"):
        read_data(tmp_path, data)


ODD = [
    VACANCY | {"employer": [1, {"name": ["a", {"b": 1}]}], "key_skills": "CRM"},
    {"basics": {"name": {"x": 1}}, "work": [None, 1, {"position": [], "highlights": {"a": 1}}]},
    {"basics": {"name": "a"}, "work": "none", "skills": {"name": "x"}, "languages": [[]]},
    POSTING | {"baseSalary": {"value": [1, 2]}, "title": True, "skills": {"a": 1}},
]


@pytest.mark.parametrize("data", ODD, ids=[f"{i}" for i in range(len(ODD))])
def test_fields_of_odd_types_do_no_harm(tmp_path, data):
    document = read_data(tmp_path, data)
    assert [b for b in document.blocks if not document.text[b.start : b.stop].strip()] == []


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, []), (True, []), ("  ", []), (3.5, ["3.5"]), ([["a"], {"title": "b"}], ["a", "b"])],
    ids=str,
)
def test_strings_are_the_words_of_a_value(value, words):
    assert strings(value) == words
