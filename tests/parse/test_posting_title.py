from __future__ import annotations

import pytest
from hypothesis import given

from podbor.parse.posting_title import title_of
from podbor.parse.reading import read, read_text
from podbor.records import Block, Date, Document

from strategies import ru_en_text

TITLES = """
Оператор чата|Требования: Excel -> Оператор чата
Оператор чата (удалённо)|Обязанности: чат -> Оператор чата
Водитель-экспедитор — Тверь|Условия: 5/2 -> Водитель-экспедитор
Кассир, график 2/2|Обязанности: касса -> Кассир
Вакансия: Бухгалтер|ООО «Ромашка» -> Бухгалтер
Должность:|Секретарь|Оплата 40 000 руб. -> Секретарь
СРОЧНО!|Требуется кладовщик на склад -> кладовщик
Срочно требуется повар, от 50 000 руб. -> повар
Здравствуйте! Ищем администратора в салон. -> администратора
В кофейню нужен бариста на полный день. -> бариста
Продавец-консультант, от 45 000 руб.|Магазин «Шар» -> Продавец-консультант
# Менеджер по продажам|Обязанности: звонки -> Менеджер по продажам
Sales Associate|Green Store LLC -> Sales Associate
Line Cook - Full Time|Red Kitchen Inc -> Line Cook
Night Auditor|Pay: $18 an hour -> Night Auditor
Now hiring: Delivery Driver|$20 an hour -> Delivery Driver
We are hiring a receptionist to greet our guests. -> receptionist
Warehouse Associate (Night Shift)|Pay: $19 -> Warehouse Associate
Registered Nurse | Remote|Apply today -> Registered Nurse
"""


@pytest.mark.parametrize("case", TITLES.strip().splitlines())
def test_title_is_read_without_what_is_set_apart(case):
    text, _, expected = case.rpartition(" -> ")
    # « | » with blanks stays a bar, «|» is a new line
    lines = text.replace(" | ", "\0").replace("|", "\n").replace("\0", " | ")
    title = title_of(read_text(lines))
    assert title is not None
    assert title.text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Обязанности:\nприём звонков",
        "Здравствуйте!",
        "Тверь",
        "от 40 000 руб. на руки",
        "ООО «Ромашка»",
        "Опубликовано 3 ноября 2026",
        "Вы любите людей?",
        "Dear all,",
        "$18 an hour",
        "Posted 3 days ago",
        "Are you ready for more?",
        "",
        "***\n---",
    ],
)
def test_no_title_is_made_up(text):
    assert title_of(read_text(text)) is None


def test_named_field_is_the_title():
    document = Document(
        name="a.json",
        format="json",
        text="Тверь\nНочной аудитор",
        blocks=(Block(start=6, stop=20, kind="field:title"),),
    )
    title = title_of(read(document, Date(year=2026, month=11)))
    assert title is not None
    assert (title.value, title.start, title.stop) == ("Ночной аудитор", 6, 20)


@given(ru_en_text())
def test_title_quotes_the_text(text):
    reading = read_text(f"{text}\nВакансия: Кассир {text}\n{text}")
    title = title_of(reading)
    if title:
        assert reading.document.text[title.start : title.stop] == title.text
        assert title.value == " ".join(title.text.split())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Оператор чата 45000-55000 руб\nОбязанности", "Оператор чата"),
        ("Учитель пения, 0,75 ставки\nОбязанности", "Учитель пения"),
    ],
)
def test_pay_and_share_of_a_post_are_no_part_of_the_title(text, title):
    found = title_of(read_text(text))
    assert found is not None
    assert found.text == title


def test_a_labelled_line_is_no_title():
    assert title_of(read_text("Требования: Excel")) is None
