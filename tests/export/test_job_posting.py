from __future__ import annotations

import json

import pytest
from hypothesis import given

from podbor.export.job_posting import EMPLOYMENT, hours_words
from podbor.parse.posting import parse_posting
from podbor.records import Hours

from strategies import ru_en_text

POSTING = """\
Оператор чата
Компания: ООО «Ромашка»
Город: Казань
Оплата: от 40 000 до 60 000 руб. в месяц на руки + премия
Полная занятость, удалённая работа
График 2/2

Обязанности:
- отвечать на вопросы в чате

Требования:
- опыт работы от 1 года
- знание Excel
- среднее специальное образование

Условия:
- бесплатное обучение

Телефон: +7 900 000-00-12
E-mail: hr@example.com
"""


@pytest.fixture(scope="module")
def full():
    return parse_posting(POSTING).to_job_posting()


PARTS = [
    ("@context", "https://schema.org/"),
    ("@type", "JobPosting"),
    ("title", "Оператор чата"),
    ("description", POSTING.strip()),
    ("hiringOrganization", {"@type": "Organization", "name": "ООО «Ромашка»"}),
    (
        "jobLocation",
        {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Казань"}},
    ),
    ("jobLocationType", "TELECOMMUTE"),
    ("employmentType", ["FULL_TIME"]),
    (
        "baseSalary",
        {
            "@type": "MonetaryAmount",
            "currency": "RUB",
            "value": {
                "@type": "QuantitativeValue",
                "minValue": 40000,
                "maxValue": 60000,
                "unitText": "MONTH",
            },
        },
    ),
    ("workHours", "2/2"),
    ("responsibilities", ["отвечать на вопросы в чате"]),
    (
        "experienceRequirements",
        {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 12},
    ),
    (
        "educationRequirements",
        {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": "professional certificate",
        },
    ),
    (
        "qualifications",
        ["опыт работы от 1 года", "знание Excel", "среднее специальное образование"],
    ),
    ("skills", ["знание Excel"]),
    (
        "applicationContact",
        {"@type": "ContactPoint", "telephone": "+79000000012", "email": "hr@example.com"},
    ),
]


@pytest.mark.parametrize(("key", "expected"), PARTS, ids=[key for key, _ in PARTS])
def test_property_says_what_the_posting_says(full, key, expected):
    assert full[key] == expected


def test_bonus_is_incentive_in_the_words_of_the_posting(full):
    assert full["incentiveCompensation"] in POSTING


PAY = """
Оплата 45 000 руб. -> value=45000 unitText=MONTH
Оплата до 45 000 руб. -> maxValue=45000 unitText=MONTH
Pay: $17 per hour -> value=17 unitText=HOUR
Pay: $17.50 - $19 an hour -> minValue=17.5 maxValue=19 unitText=HOUR
Salary: $52,000 per year -> value=52000 unitText=YEAR
Оплата 2 500 руб. за смену -> value=2500 unitText=DAY
"""


@pytest.mark.parametrize("case", PAY.strip().splitlines())
def test_pay_has_bounds_and_a_unit(case):
    text, _, expected = case.partition(" -> ")
    amount = parse_posting(f"Оператор чата\n{text}").to_job_posting()["baseSalary"]["value"]
    assert amount.pop("@type") == "QuantitativeValue"
    assert " ".join(f"{key}={amount[key]}" for key in amount) == expected


ABSENT = """
Оплата по договорённости -> baseSalary
Pay: competitive -> baseSalary
Оплата 45 000 руб. -> incentiveCompensation
Работа в офисе -> jobLocationType
Звонить по базе -> experienceRequirements
Требования: опыт от 2 лет будет плюсом -> experienceRequirements
Опыт от 1 года -> educationRequirements
График 2/2 -> employmentType
Компания на рынке 15 лет -> datePosted
Телефон не указан -> applicationContact
Ждём ваших откликов -> totalJobOpenings
"""


@pytest.mark.parametrize("case", ABSENT.strip().splitlines())
def test_property_is_left_out_where_the_posting_is_silent(case):
    text, _, key = case.partition(" -> ")
    assert key not in parse_posting(f"Оператор чата\n{text}").to_job_posting()


def test_no_experience_needed_is_zero_months():
    found = parse_posting("Оператор чата\nОпыт не требуется").to_job_posting()
    assert found["experienceRequirements"]["monthsOfExperience"] == 0


def test_employment_has_a_word_for_each_value_of_the_record():
    assert set(EMPLOYMENT) == {
        "full_time",
        "part_time",
        "project",
        "temporary",
        "contract",
        "internship",
        "volunteer",
    }


HOURS = [
    (Hours(minimum=8, maximum=8, per="day"), "8 hours a day"),
    (Hours(minimum=20, maximum=30, per="week"), "20-30 hours a week"),
    (Hours(minimum=7.5, maximum=7.5, per="day"), "7.5 hours a day"),
]


@pytest.mark.parametrize(("hours", "expected"), HOURS)
def test_hours_are_said_in_words(hours, expected):
    assert hours_words(hours) == expected


@pytest.mark.parametrize("key", ["title", "baseSalary", "experienceRequirements", "jobLocation"])
def test_export_is_read_back_as_the_same_posting(full, key, tmp_path):
    path = tmp_path / "posting.json"
    path.write_text(json.dumps(full, ensure_ascii=False), encoding="utf-8")
    assert parse_posting(path).to_job_posting()[key] == full[key]


@given(text=ru_en_text())
def test_any_text_gives_an_object_without_empty_properties(text):
    found = json.loads(json.dumps(parse_posting(text).to_job_posting()))
    assert [key for key, value in found.items() if value in (None, [], {}, "")] == []
