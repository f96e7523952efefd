from __future__ import annotations

import pytest
from hypothesis import given

from podbor.parse.posting_header import agency, employer, openings, published, town, until
from podbor.parse.posting_title import title_of
from podbor.parse.reading import read_text
from podbor.records import Value

from strategies import ru_en_text


def hires(text: str) -> str | None:
    reading = read_text(text)
    found = employer(reading, title_of(reading))
    return found and found.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Кассир\nООО «Ромашка»\nТверь", "ООО «Ромашка»"),
        ("Кассир\nКомпания: Лесной двор\nТверь", "Лесной двор"),
        ("Кассир\nРаботодатель: ИП Лютикова", "ИП Лютикова"),
        ("АО «Лесной двор» ищет кассира в Твери", "АО «Лесной двор»"),
        ("Повар\nТребования: опыт\nМы — кафе «Ель» в центре Твери", "кафе «Ель»"),
        ("Швея\nШвейная фабрика «Нить»\nПсков", "Швейная фабрика «Нить»"),
        ("Sales Clerk\nGreen Store LLC\nReno, NV", "Green Store LLC"),
        ("Cook\nCompany: Red Kitchen\nPay: $18 an hour", "Red Kitchen"),
        ("Nurse\nHill Hospital is a quiet place. Hill Hospital seeks a nurse.", "Hill Hospital"),
        ("Support Agent\nJoin Hill Systems and grow with us.", "Hill Systems"),
    ],
)
def test_employer_is_read_as_written(text, name):
    assert hires(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Кассир\nТребования: опыт работы с кассой",
        "Кассир\n40 000 руб. на руки\nТверь",
        "Требуется повар в кафе, график 2/2",
        "Оператор чата\nПолная занятость\nГрафик 5/2",
        "Sales Clerk\nFull-time\n$18 an hour",
        "Cook\nReno, NV\nWe need a cook for the night shift.",
        "Driver\nThe schedule is flexible. You must have a licence.",
        "",
    ],
)
def test_no_employer_is_made_up(text):
    assert hires(text) is None


AGENCIES = """
Кадровое агентство «Мост» ищет кассира -> Кадровое агентство
Для нашего клиента ищем бухгалтера -> Для нашего клиента
Агентство по подбору персонала -> Агентство по подбору
Our client is a bakery in Reno -> Our client
A staffing agency is looking for a cook -> staffing agency
On behalf of our client we seek a nurse -> On behalf of our client
Наши клиенты любят нас -> None
Агентство недвижимости ищет риелтора -> None
Консультировать клиентов в зале -> None
Answer calls from our clients -> None
Travel agency seeks a manager -> None
Client service manager -> None
"""


@pytest.mark.parametrize("case", AGENCIES.strip().splitlines())
def test_agency_is_told_by_its_words(case):
    text, _, words = case.partition(" -> ")
    found = agency(read_text(text))
    assert str(found and found.text) == words


def test_agency_is_true_where_its_words_stand():
    found = agency(read_text("Our client is a bakery"))
    assert found is not None
    assert found.value is True


OPENINGS = """
Требуется 5 операторов -> 5
Требуется двое операторов -> 2
Количество вакансий: 3 -> 3
Нужны три продавца -> 3
Ищем 10 человек на склад -> 10
Возьмём двух поваров -> 2
Openings: 4 -> 4
Number of positions: 12 -> 12
We have three open positions -> 3
We are hiring 6 drivers -> 6
2 full-time openings at our shop -> 2
Требуется оператор -> None
Опыт от 2 лет -> None
В команде 40 человек -> None
График 2/2 -> None
Нужны документы и 2 фотографии -> None
We need a cook -> None
Candidates with 3 years of experience -> None
Hiring since 1998 -> None
Shift of 8 hours -> None
"""


@pytest.mark.parametrize("case", OPENINGS.strip().splitlines())
def test_number_of_people_is_read(case):
    text, _, number = case.partition(" -> ")
    found = openings(read_text(text))
    assert str(found and found.value) == number


PUBLISHED = """
Вакансия опубликована 3 ноября 2026 в Твери -> 2026-11-03
Размещено 03.11.2026 -> 2026-11-03
Опубликовано: 12 мая -> 2026-05-12
Дата публикации: 2026-10-08 -> 2026-10-08
Posted on November 3, 2026 -> 2026-11-03
Date posted: 11/03/2026 -> 2026-11-03
Posted Oct 8, 2026 -> 2026-10-08
Приём откликов до 3 ноября 2026 года, звоните -> None
Работаем с 1 мая 2010 года, звоните -> None
Опубликовано недавно -> None
Опубликовано 45.13.2026 -> None
Posted 3 days ago -> None
Apply by November 3, 2026 at noon -> None
"""


@pytest.mark.parametrize("case", PUBLISHED.strip().splitlines())
def test_day_of_publication_is_read(case):
    text, _, day = case.partition(" -> ")
    found = published(read_text(f"Кассир\n{text}\nЗвоните"))
    assert str(found and found.value) == day


def test_last_line_may_be_the_day_of_publication():
    found = published(read_text("Ищем кассира в Тверь.\nС уважением, Вера\n08.10.2026"))
    assert found is not None
    assert (found.value, found.text) == ("2026-10-08", "08.10.2026")


UNTIL = """
Приём резюме до 15 декабря 2026 -> 2026-12-15
Вакансия действует до 30.11.2026 -> 2026-11-30
Отклики принимаем до 20 ноября -> 2026-11-20
Apply by December 1, 2026 -> 2026-12-01
Closing date: 12/15/2026 -> 2026-12-15
Deadline: 2026-12-15 -> 2026-12-15
Опубликовано 3 ноября 2026 -> None
Смена до 20 часов -> None
Оклад до 50 000 руб. -> None
Posted on November 3, 2026 -> None
Apply by phone -> None
"""


@pytest.mark.parametrize("case", UNTIL.strip().splitlines())
def test_last_day_of_application_is_read(case):
    text, _, day = case.partition(" -> ")
    found = until(read_text(f"Кассир\n{text}\nЗвоните"))
    assert str(found and found.value) == day


TOWNS = """
Кассир|ООО «Ромашка»|Тверь -> Тверь
Кассир|Город: Казань -> Казань
Кассир|г. Псков, ул. Лесная, 5 -> Псков
Sales Clerk|Green Store LLC|Reno, NV -> Reno, NV
Cook|Location: Austin, TX -> Austin, TX
Кассир|ООО «Ромашка» -> None
Оператор чата|Требования: Excel -> None
Cook|Red Kitchen Inc -> None
Cook|Pay: $18 an hour -> None
"""


@pytest.mark.parametrize("case", TOWNS.strip().splitlines())
def test_town_of_the_work_is_read(case):
    text, _, name = case.partition(" -> ")
    found = town(read_text(text.replace("|", "\n")))
    assert str(found and found.text) == name


@given(ru_en_text())
def test_values_quote_the_text(text):
    reading = read_text(
        f"{text}\nКомпания: {text}\nТребуется 5 {text}\nразмещено 03.11.2026 {text}"
    )
    found: list[Value[object] | None] = [
        employer(reading, title_of(reading)),
        agency(reading),
        openings(reading),
        published(reading),
        until(reading),
        town(reading),
    ]
    for value in found:
        if value:
            assert reading.document.text[value.start : value.stop] == value.text
