from __future__ import annotations

import pytest
from hypothesis import given, settings

from podbor.parse.fields import field_words, language_name
from podbor.parse.reading import read_text
from podbor.parse.worktime import field_values, hours, schedule, times

from strategies import ru_en_text


def words_of(text: str, field: str) -> list[str]:
    """Values of one field of few values, each once, in the order of the text."""
    reading = read_text(text)
    return [v.value for v in field_values(reading, field_words(text).get(field, []), field)]


EMPLOYMENT = """
Полная занятость -> full_time
Занятость полная -> full_time
Занятость: частичная занятость, проектная работа -> part_time project
Подработка на 0,5 ставки -> part_time
Сезонная работа -> temporary
Оформление по ГПХ -> contract
Работа для самозанятых -> contract
Стажировка в банке -> internship
Волонтёрство -> volunteer
Full-time -> full_time
Part-time or full time -> part_time full_time
Temporary position -> temporary
Independent contractor -> contract
Internship -> internship
Volunteer at a shelter -> volunteer
Оплачиваемая стажировка ->
Полная сумма заказа ->
Работа с проектной документацией ->
Оформление по ТК ->
Contract negotiations with clients ->
Full of energy ->
"""


@pytest.mark.parametrize("case", EMPLOYMENT.strip().splitlines())
def test_employment_is_read(case):
    text, _, values = case.partition(" ->")
    assert words_of(text, "employment") == values.split()


WORKPLACE = """
Удалённая работа -> remote
Формат работы: удалённо или гибрид -> remote hybrid
Работа из дома -> remote
Работа в офисе -> office
Разъездной характер работы -> field
Fully remote -> remote
Work from home -> remote
Hybrid, on-site two days a week -> hybrid office
Не удалёнка ->
Удалённый доступ к рабочему столу ->
Офис-менеджер ->
MS Office ->
Remote desktop support ->
No remote work ->
"""


@pytest.mark.parametrize("case", WORKPLACE.strip().splitlines())
def test_workplace_is_read(case):
    text, _, values = case.partition(" ->")
    assert words_of(text, "workplace") == values.split()


SCHEDULE = """
График 2/2 -> 2/2
График 5/2 или 2/2 -> 5/2 2/2
График работы: 2 через 2 -> 2/2
График 2х2 -> 2/2
Сменный график 3/3, ночные смены -> rotating 3/3 night
Сутки через трое -> 1/3
Сутки/двое -> 1/2
Пятидневка -> 5/2
Пн-Пт -> 5/2
Гибкий график -> flexible
Вахта 60/30 -> rotation
Полный день -> full_day
Вечерние смены, работа в выходные -> evening weekend
График 2/2, смены 2/2 -> 2/2
Monday to Friday -> 5/2
Mon-Fri, day shift -> 5/2 day
Night shift -> night
Rotating shifts -> rotating
Flexible schedule -> flexible
4x10 schedule -> 4/3
Без ночных смен ->
Не вахта ->
Доступность 24/7 ->
Занятость 1/2 ставки ->
Скидка 3/4% ->
Дата 5/2/2024 ->
Этаж 2/5 этажей, 3 на 4 м ->
Два раза в месяц ->
No nights ->
Since 5/2024 ->
Available 24/7 ->
Team of 5 x 2 desks ->
"""


@pytest.mark.parametrize("case", SCHEDULE.strip().splitlines())
def test_schedule_is_read(case):
    text, _, values = case.partition(" ->")
    reading = read_text(text)
    found = schedule(reading, field_words(text).get("schedule", []))
    assert [value.value for value in found] == values.split()


HOURS = """
График 2/2 по 12 часов -> 12..12 day
8-часовой рабочий день -> 8..8 day
8 часов в день -> 8..8 day
По 4-6 часов в день -> 4..6 day
Смены по 12 часов -> 12..12 day
12 ч. в смену -> 12..12 day
Восьмичасовой рабочий день -> 8..8 day
40 часов в неделю -> 40..40 week
40-часовая рабочая неделя -> 40..40 week
от 20 до 30 часов в неделю -> 20..30 week
Рабочие часы: 12 -> 12..12 day
Занятость 7,5 часов в день -> 7.5..7.5 day
40 hours per week -> 40..40 week
20-30 hours a week -> 20..30 week
37.5 hrs/week -> 37.5..37.5 week
8 hours a day -> 8..8 day
12-hour shifts -> 12..12 day
8 hour shift -> 8..8 day
Forty hours a week -> 40..40 week
10-hour days -> 10..10 day
Ответ клиенту за 24 часа -> None
Доставка за 2 часа -> None
Курс 72 часа -> None
Линия работает 24 часа -> None
Обработка 90 звонков в день -> None
График 2/2 -> None
Отчёты за 100 часов в неделю -> None
Answer within 24 hours -> None
120 hours of training -> None
80 calls a day -> None
Happy hours on Fridays -> None
"""


@pytest.mark.parametrize("case", HOURS.strip().splitlines())
def test_hours_are_read(case):
    text, _, expected = case.partition(" -> ")
    found = hours(read_text(text))
    brief = found and f"{found.value.minimum}..{found.value.maximum} {found.value.per}"
    assert str(brief) == expected


def test_first_hours_of_the_text_are_kept():
    found = hours(read_text("Смены по 12 часов, не более 40 часов в неделю"))
    assert found is not None
    assert (found.value.minimum, found.value.per) == (12, "day")


TIMES = """
График с 9:00 до 18:00 -> 09:00-18:00
Работа 09:00–18:00 -> 09:00-18:00
5/2, 9.00-18.00 -> 09:00-18:00
Пн-пт с 9 до 18 -> 09:00-18:00
График: с 8 до 20 -> 08:00-20:00
Ночные смены 20:00-08:00 -> 20:00-08:00
9am-5pm -> 09:00-17:00
8:30 a.m. to 5 p.m. -> 08:30-17:00
Monday to Friday 9:00 - 17:30 -> 09:00-17:30
From 12 pm to 9 pm -> 12:00-21:00
10pm-12am -> 22:00-00:00
Опыт 5-6 лет -> None
5-6 звонков -> None
Штат 10-15 человек -> None
Работала с 9 до 11 класса -> None
2/2, 5/2 -> None
+7 900 000-00-12 -> None
Оплата 10-20 тыс. -> None
Смена 10-12 часов -> None
2-3 years of experience -> None
Call 312-555-0112 -> None
$15-18 -> None
8-10 hours -> None
"""


@pytest.mark.parametrize("case", TIMES.strip().splitlines())
def test_times_of_the_day_are_read(case):
    text, _, expected = case.partition(" -> ")
    found = times(read_text(text))
    assert str(found and found.value) == expected


@pytest.mark.parametrize(
    ("code", "name"),
    [("kk", "Kazakh"), ("en", "English"), ("ru", "Russian"), ("he", "Hebrew"), ("xx", "xx")],
)
def test_language_has_an_english_name(code, name):
    assert language_name(code) == name


@settings(deadline=None)  # the first text loads tables
@given(ru_en_text())
def test_work_time_quotes_the_text(text):
    document = f"{text} График 2/2 по 12 часов, с 9:00 до 21:00 {text} Удалённая работа {text}"
    reading = read_text(document)
    words = field_words(reading.text)
    single = [each for each in (hours(reading), times(reading)) if each]
    listed = [
        *schedule(reading, words.get("schedule", [])),
        *field_values(reading, words.get("workplace", []), "workplace"),
    ]
    for value in (*single, *listed):
        assert document[value.start : value.stop] == value.text


@settings(deadline=None)  # the first text loads tables
@given(ru_en_text())
def test_words_of_a_field_stand_in_order_and_apart(text):
    document = f"Полная занятость {text} удалённо, сменный график {text}"
    for words in field_words(document).values():
        places = [place for word in words for place in (word.start, word.stop)]
        assert places == sorted(places)
        assert all(0 <= place <= len(document) for place in places)
