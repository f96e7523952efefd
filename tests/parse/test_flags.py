from __future__ import annotations

import pytest
from hypothesis import given

from podbor.parse.flags import flags
from podbor.parse.reading import read_text

from strategies import ru_en_text

KINDS = {"age", "sex", "appearance", "nationality", "family", "habits"}


def brief(text: str) -> list[tuple[str, str]]:
    return [(flag.value, flag.text) for flag in flags(read_text(text))]


FOUND = """
Возраст от 20 до 35 лет. -> age: Возраст от 20 до 35 лет
Требования: не старше 40 лет -> age: не старше 40 лет
Ждём в команду кандидатов до 30 лет -> age: до 30 лет
Age limit 25-35 -> age: Age limit 25-35
Candidates 20 to 30 years old -> age: 20 to 30 years old
We want young people -> age: young people
Требуется мужчина -> sex: Требуется мужчина
Пол: женский -> sex: Пол: женский
Строго мужчины -> sex: Строго мужчины
Females only -> sex: Females only
Gender: male -> sex: Gender: male
Male candidates for the night desk -> sex: Male candidates
Нужна приятная внешность -> appearance: приятная внешность
Рост от 170 см -> appearance: Рост от 170 см
Без татуировок, пожалуйста -> appearance: Без татуировок
Attractive appearance is a must -> appearance: Attractive appearance
Good looks, good voice -> appearance: Good looks
Только граждане РФ -> nationality: Только граждане РФ
Гражданство РФ -> nationality: Гражданство РФ
Прописка в Твери -> nationality: Прописка в Твери
US citizens only -> nationality: US citizens only
Замужние не рассматриваются -> family: Замужние
Unmarried preferred -> family: Unmarried
Applicants with no small children -> family: no small children
Без вредных привычек -> habits: Без вредных привычек
Ищем некурящего помощника -> habits: некурящего
Non-smokers only -> habits: Non-smokers only
"""


@pytest.mark.parametrize("case", FOUND.strip().splitlines())
def test_limit_is_flagged_with_its_words(case):
    text, _, flag = case.partition(" -> ")
    kind, _, words = flag.partition(": ")
    assert brief(text) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "регистрация обращений в журнале",
        "Регистрация заявок и входящих звонков",
        "женская одежда и обувь",
        "мужской зал парикмахерской",
        "молодая компания с дружным коллективом",
        "молодая и дружная команда",
        "возраст компании 12 лет",
        "Компания на рынке 25 лет",
        "Опыт работы от 10 лет",
        "Дети 6-12 лет занимаются в нашей студии",
        "Семейное кафе у парка",
        "возрастные группы покупателей",
        "рост продаж от 10 процентов",
        "без опыта работы, обучим",
        "внешний вид товара на полке",
        "Смена до 20 часов",
        "age verification at the register",
        "women's shoes and bags",
        "Men's clothing department",
        "a young company with a big plan",
        "family-owned bakery",
        "single point of contact for guests",
        "registration of patients",
        "paid family leave",
        "5 years of experience",
        "under 20 employees",
        "we serve men, women and children alike",
        "manage the appearance of the shop window",
        "",
    ],
)
def test_look_alike_is_no_flag(text):
    assert brief(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ищем девушку до 25 лет без вредных привычек",
            [
                ("sex", "Ищем девушку"),
                ("age", "до 25 лет"),
                ("habits", "без вредных привычек"),
            ],
        ),
        (
            "Продавец женской одежды, гражданство РФ, не старше 45 лет",
            [("nationality", "гражданство РФ"), ("age", "не старше 45 лет")],
        ),
        (
            "Non-smokers only. Females only. Women's shoes and bags.",
            [("habits", "Non-smokers only"), ("sex", "Females only")],
        ),
    ],
)
def test_flags_stand_in_the_order_of_the_text(text, found):
    assert brief(text) == found


def test_flag_says_which_rule_found_it():
    assert [flag.why for flag in flags(read_text("Некурящие"))] == ["flag habits"]


@given(ru_en_text())
def test_flags_quote_the_text(text):
    words = text.replace("<", " ")  # no tag that hides the words between
    reading = read_text(f"{words}.\nНе старше 40 лет. {words}")
    found = flags(reading)
    assert "age" in {flag.value for flag in found} <= KINDS
    assert [flag.start for flag in found] == sorted(flag.start for flag in found)
    for flag in found:
        assert reading.document.text[flag.start : flag.stop] == flag.text
