from __future__ import annotations

import pytest
from hypothesis import given, settings

from podbor.parse.place import home, is_place, work_place
from podbor.parse.reading import read_text

from strategies import ru_en_text


def home_of(text: str) -> str | None:
    reading = read_text(text)
    found = home(reading, reading.lines, ())
    return found and found.value


def work_place_of(text: str) -> str | None:
    reading = read_text(text)
    found = work_place(reading, reading.lines)
    return found and found.value


HOMES = """
Кротова Анна|Проживает: Псков -> Псков
Кротова Анна|Проживает: Тверь, м. Речная -> Тверь
Зуев Олег|Город: Нижний Новгород -> Нижний Новгород
Зуев Олег|Город:|Пермь -> Пермь
Зуев Олег|г. Уфа, ул. Лесная, 5 -> Уфа
Зуев Олег, 41 год, г. Уфа. -> Уфа
Зуев Олег|Живу в г. Кашин -> Кашин
Зуев Олег|Адрес: г. Ростов-на-Дону, ул. Лесная -> Ростов-на-Дону
Зуев Олег|Псков, готов к переезду -> Псков
Зуев Олег|Место жительства: Кашин -> Кашин
Jane Doe|Oakland, CA -> Oakland, CA
Jane Doe|12 Lake St, Oakland, CA 94600 -> Oakland, CA
Jane Doe|Location: Reno, NV -> Reno, NV
Jane Doe|Reno, NV / (312) 555-0112 -> Reno, NV
Jane Doe|Lives in Dublin -> Dublin
Jane Doe|Salt Lake City, UT -> Salt Lake City, UT
Кротова Анна Львовна -> None
Женщина, 30 лет, родилась 2 мая 1996 -> None
Оператор чата, 50 000 ₽ -> None
Гражданин, работник, оператор -> None
Работала в городских аптеках -> None
Jane Doe|Sales Clerk -> None
Jane Doe|jane@example.com -> None
Excel, SQL, CRM -> None
Sales, HR -> None
"""


@pytest.mark.parametrize("case", HOMES.strip().splitlines())
def test_home_is_read(case):
    text, _, expected = case.partition(" -> ")
    assert str(home_of(text.replace("|", "\n"))) == expected


def test_labelled_home_wins_over_another_town():
    assert home_of("Казань, ООО «Ромашка»\nПроживает: Псков") == "Псков"


def test_name_is_no_home():
    text = "Владимир Рига\nПроживание не указано"
    reading = read_text(text)
    assert home(reading, reading.lines, ((0, 13),)) is None


WORK = """
Оператор чата|Город: Казань -> Казань
Оператор чата|Адрес: г. Казань, ул. Лесная, 5 -> Казань
Оператор чата|Место работы: Тула -> Тула
Оператор чата в г. Уфа -> Уфа
Оператор чата|ООО «Ромашка», Санкт-Петербург -> Санкт-Петербург
Оператор чата, Минск, Беларусь -> Минск, Беларусь
Cook|Location: Austin, TX -> Austin, TX
Cook|Austin, TX 78700 -> Austin, TX
Cook|Job location: Manila, Philippines -> Manila, Philippines
Cook in Dublin -> Dublin
Оператор чата|Обязанности: приём звонков -> None
Ищем оператора в дружную команду -> None
Адрес сообщим по телефону -> None
Зарплата от 40 000 ₽ на руки -> None
Cook|Red Kitchen Inc -> None
We are a family company -> None
"""


@pytest.mark.parametrize("case", WORK.strip().splitlines())
def test_place_of_the_work_is_read(case):
    text, _, expected = case.partition(" -> ")
    assert str(work_place_of(text.replace("|", "\n"))) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Псков",
        "Нижний Новгород",
        "Ростов-на-Дону",
        "Минск, Беларусь",
        "Россия",
        "Oakland, CA",
        "New York",
        "Dublin, Ireland",
    ],
)
def test_known_town_is_a_place(words):
    assert is_place(words)


@pytest.mark.parametrize(
    "words",
    ["Анна Кротова", "оператор чата", "Псков и Уфа", "Псковский", "Sales Clerk", "Oakland, QQ", ""],
)
def test_other_words_are_no_place(words):
    assert not is_place(words)


@settings(deadline=None)  # the first text loads tables
@given(ru_en_text())
def test_places_quote_the_text(text):
    document = f"{text} Анна, г. Псков {text}\nГород: {text} Уфа\n{text} Oakland, CA {text}"
    reading = read_text(document)
    for value in (home(reading, reading.lines, ()), work_place(reading, reading.lines)):
        assert value is None or document[value.start : value.stop] == value.text
