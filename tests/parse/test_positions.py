from __future__ import annotations

import pytest
from hypothesis import given

from podbor.parse.fields import field_words
from podbor.parse.positions import desired_positions
from podbor.parse.reading import read_text

from strategies import ru_en_text


def positions(text: str) -> list[str]:
    reading = read_text(text)
    return [each.text for each in desired_positions(reading, field_words(reading.text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Анна Кротова\nЖелаемая должность и зарплата\nОператор чата\n50 000 ₽", ["Оператор чата"]),
        ("Анна Кротова\nДолжность: Бухгалтер", ["Бухгалтер"]),
        ("Анна Кротова\nЦель: администратор / хостес", ["администратор", "хостес"]),
        ("Анна Кротова\nЦель: администратор или кассир", ["администратор", "кассир"]),
        ("Анна Кротова\nЦель: Секретарь, полная занятость", ["Секретарь"]),
        ("Анна Кротова\nЦель: Сварщик, 90 000 руб.", ["Сварщик"]),
        ("Анна Кротова\nИнженер-сметчик\nТверь", ["Инженер-сметчик"]),
        ("Олег Лунин\nТверь\nИщу работу водителем", ["водителем"]),
        ("Здравствуйте!\nПретендую на должность кладовщика.", ["кладовщика"]),
        ("Dana Brook\nDesired position: Night Auditor", ["Night Auditor"]),
        ("Dana Brook\nSales Associate\nReno, NV", ["Sales Associate"]),
        ("Dana Brook\nObjective\nFront Desk Clerk", ["Front Desk Clerk"]),
        ("Dana Brook\nSeeking a position as a cook in a small kitchen.", ["cook"]),
        ("Dana Brook\nObjective: Cashier or Barista", ["Cashier", "Barista"]),
    ],
)
def test_position_is_read_as_written(text, found):
    assert positions(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Анна Кротова\nТверь",
        "Анна Кротова\n+7 900 000-00-51\nanna@example.com",
        "Анна Кротова\nОпыт работы\n2019 — 2021\nДолжность: кассир",
        "Анна Кротова\nОбразование\nКолледж связи, 2012",
        "Анна Кротова\nЖелаемая должность и зарплата\nОбразование\nПТУ",
        "Dana Brook\nReno, NV",
        "Dana Brook\n(312) 555-0151 | dana@example.com",
        "Dana Brook\nExperience\nCook, Red Kitchen Inc, 2019 - 2021",
        "Dana Brook\nSkills\nExcel, Word",
        "",
    ],
)
def test_no_position_is_made_up(text):
    assert positions(text) == []


def test_label_beats_the_headline():
    text = "Анна Кротова\nОператор\nЖелаемая должность: Старший оператор"
    assert positions(text) == ["Старший оператор"]


def test_four_positions_are_the_most():
    text = "Анна Кротова\nЦель: швея / повар / кассир / курьер / няня"
    assert positions(text) == ["швея", "повар", "кассир", "курьер"]


@given(ru_en_text())
def test_positions_quote_the_text(text):
    reading = read_text(f"{text}\nДолжность: {text}\n{text}")
    for each in desired_positions(reading, field_words(reading.text)):
        assert reading.document.text[each.start : each.stop] == each.text
        assert each.value == " ".join(each.text.split()) != ""
