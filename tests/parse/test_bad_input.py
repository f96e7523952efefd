"""What is no resume, or a broken one: a warning or nothing, no exception, nothing invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from podbor.export.values import plain, values_of
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date, Resume

from strategies import ru_en_text

TODAY = Date(year=2026, month=11)
NOVEL = """\
Вечером 14 октября 1912 года старый смотритель поднялся на маяк и долго глядел на серую воду. \
Дочь его, Варвара, сидела внизу и штопала сети. «Опять туман, — сказал он, — корабля не будет».
Она не ответила. В печи трещали дрова, кот лежал на сундуке, и где-то за стеной скреблась мышь. \
Тридцать лет он зажигал этот огонь, и тридцать лет никто не спрашивал его имени.
Утром туман разошёлся. На берегу стояла лодка, пустая, с одним веслом, и чайки кричали над ней.
"""
STORY = """\
It had rained for three days when the letter came. Margaret put it on the shelf by the clock and \
did not open it. Her brother, who had walked from the village, watched her over his cup.
"You will read it," he said. "You always do." Outside, the orchard dripped, and a fox crossed \
the lane without hurry. In 1874 their father had planted those trees; by now nobody remembered why.
She laughed, and the clock struck nine, and the fire sank slowly to a red line.
"""
RECIPE = """\
Суп из тыквы с имбирём
Тыква — 800 г
Сливки 20% — 200 мл
Имбирь — 10 г
Тыкву нарезать кубиками, запечь 40 минут при 180 градусах. Взбить с горячими сливками, посолить.
Подавать с семечками. На 4 порции, 350 ккал.
"""
CAKE = """\
Lemon cake
2 cups flour, 1 cup sugar, 3 eggs, 2 lemons
Beat the eggs with the sugar until pale. Fold in the flour and the juice. Bake 45 minutes at 350 F.
Cool in the tin for 10 minutes. Serves 8.
"""
OTHERS = {"novel": NOVEL, "story": STORY, "recipe": RECIPE, "cake": CAKE}


def said(record: Resume) -> list[str]:
    return [f"{name} {plain(value.value)}" for name, value in values_of(record)]


def codes(record: Resume) -> list[str]:
    return [notice.code for notice in record.notices]


GOOD = """\
Кротова Анна Львовна
тел. +7 900 000-00-12

Опыт работы
Февраль 2023 — Январь 2025
АО «Лесной банк»
Оператор входящей линии
- Отвечала на звонки держателей карт

Образование
2018
Псковский университет

Навыки
Excel, CRM
"""


@pytest.mark.parametrize("name", OTHERS)
def test_text_that_is_no_resume_carries_a_warning(name):
    assert codes(parse_resume(OTHERS[name], today=TODAY)) == ["not_a_resume"]


@pytest.mark.parametrize("name", OTHERS)
def test_text_that_is_no_posting_asks_and_offers_nothing(name):
    found = parse_posting(OTHERS[name])
    assert (found.salary, found.required_months, found.schedule, found.phones) == (
        None,
        None,
        (),
        (),
    )


@pytest.mark.parametrize("text", [GOOD, RECIPE], ids=["resume", "recipe"])
def test_text_that_is_no_posting_carries_a_warning(text):
    assert [notice.code for notice in parse_posting(text).notices] == ["not_a_posting"]


@pytest.mark.parametrize("name", OTHERS)
def test_text_that_is_no_resume_has_no_career(name):
    found = parse_resume(OTHERS[name], today=TODAY)
    assert (found.jobs, found.experience_months, found.education, found.salary) == (
        (),
        None,
        (),
        None,
    )


@pytest.mark.parametrize("name", OTHERS)
def test_text_that_is_no_resume_has_no_contacts(name):
    found = parse_resume(OTHERS[name], today=TODAY)
    assert (found.phones, found.emails, found.links, found.skills) == ((), (), (), ())


def test_resume_carries_no_warning():
    assert codes(parse_resume(GOOD, today=TODAY)) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", " \t \r\n \n", "\u200b", "—", "…", "1", "?!"])
def test_empty_text_says_nothing(text):
    assert said(parse_resume(text, today=TODAY)) == []


@pytest.mark.parametrize("text", ["", "\n\n\n", " \t \r\n \n", "—", "?!"])
def test_empty_posting_says_nothing(text):
    found = parse_posting(text)
    assert list(values_of(found)) == []


def test_empty_lines_change_nothing():
    spaced = GOOD.replace("\n", "\n \n\n")
    assert said(parse_resume(spaced, today=TODAY)) == said(parse_resume(GOOD, today=TODAY))


IMPOSSIBLE = """
31.02.2021 – 45.17.2022
Май 2022 — Март 2020
2099 — 2101
Март 2099 — настоящее время
13.2020 – 15.2021
00.2020 – 00.2021
1802 — 1815
May 2022 - March 2020
Mar 2099 - Present
"""


@pytest.mark.parametrize("dates", IMPOSSIBLE.strip().splitlines())
def test_impossible_dates_give_no_months(dates):
    text = GOOD.replace("Февраль 2023 — Январь 2025", dates)
    found = parse_resume(text, today=TODAY)
    assert [job.months for job in found.jobs if job.months is not None] == []
    assert found.experience_months is None


def test_impossible_dates_spoil_no_other_job():
    entry = "2099 — 2101\nООО «Ромашка»\nСпециалист справочной\n\nОбразование"
    found = parse_resume(GOOD.replace("Образование", entry), today=TODAY)
    assert found.experience_months == 24


NO_PHONES = """
2018 2019 2020
2015-2018
2015 – 2018, 2019 – 2021
01.03.2019 - 05.05.2021
2019.2020.2021
ИНН 7700000000
ИНН 770000000012
Стаж с 2010 2015 гг.
100 000 – 150 000 руб.
ГОСТ 12.0.004-2015
Years: 2015 2016 2017 2018
Order 10000000001
"""


@pytest.mark.parametrize("line", NO_PHONES.strip().splitlines())
def test_years_and_numbers_are_no_telephones(line):
    assert parse_resume(f"Анна Кротова\n{line}", today=TODAY).phones == ()


PHONES = """
2015-2018, +7 900 000-00-12
тел. 8 900 000 00 12, 2019
"""


@pytest.mark.parametrize("line", PHONES.strip().splitlines())
def test_telephone_beside_years_is_found(line):
    found = parse_resume(f"Анна Кротова\n{line}", today=TODAY).phones
    assert [phone.value for phone in found] == ["+79000000012"]


def test_table_of_five_thousand_rows_is_read_in_seconds():
    table = "\n".join(f"Товар {i}\t{i * 3} шт.\tсклад {i % 7}" for i in range(5000))
    began = time.perf_counter()
    found = parse_resume(table, today=TODAY)
    assert time.perf_counter() - began < 10
    assert codes(found) == ["not_a_resume"]
    assert (found.jobs, found.phones, found.experience_months) == ((), (), None)


LONG = {
    "letters": "а" * 100_000,
    "words": "звонки " * 14_300,
    "numbers": "1 " * 50_000,
    "dashes": "-" * 100_000,
    "dots": "." * 100_000,
}


@pytest.mark.parametrize("name", LONG)
def test_very_long_line_is_read_in_seconds(name):
    began = time.perf_counter()
    found = parse_resume(LONG[name], today=TODAY)
    assert len(LONG[name]) >= 100_000
    assert time.perf_counter() - began < 10
    assert codes(found) == ["not_a_resume"]
    assert (found.name, found.phones, found.emails, found.jobs, found.salary) == (
        None,
        (),
        (),
        (),
        None,
    )


@given(text=ru_en_text())
def test_values_of_any_text_quote_it(text):
    found = parse_resume(text, today=TODAY)
    values = [value for _, value in values_of(found)]
    assert [text[v.start : v.stop] for v in values] == [v.text for v in values]
