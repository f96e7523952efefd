from __future__ import annotations

import pytest
from hypothesis import given

from podbor.parse.fields import field_words
from podbor.parse.positions import desired_positions
from podbor.parse.reading import read_text
from podbor.parse.resume_header import candidate_name
from podbor.records import Value

from strategies import ru_en_text


def desired_position(text: str) -> Value[str] | None:
    found = desired_positions(read_text(text), field_words(text))
    return found[0] if found else None


CONTACT = "\n+7 900 000-00-12, "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Кротова Анна Львовна\nЖенщина, 30 лет", "Кротова Анна Львовна"),
        ("КРОТОВА АННА ЛЬВОВНА", "КРОТОВА АННА ЛЬВОВНА"),
        ("Артём Вдовин\nМужчина", "Артём Вдовин"),
        ("Гайсин Ринат, 41 год, г. Уфа. Тел. 8 900 000-00-12", "Гайсин Ринат"),
        ("Зуев Олег тел 8900 000 00 12", "Зуев Олег"),
        ("Настя Рогова ☕ официант / бариста", "Настя Рогова"),
        ("Оператор чата\n\nКротова Анна, Псков", "Кротова Анна"),
        ("СВАРЩИК\n\nЗуев Олег Львович", "Зуев Олег Львович"),
        ("Резюме обновлено 3 сентября 2025\nЗуев Олег", "Зуев Олег"),
        ("РЕЗЮМЕ\n\nМирзоян Давид Артурович", "Мирзоян Давид Артурович"),
        ("Кротова\nАнна Львовна\nПсков", "Кротова\nАнна Львовна"),
        ("Анкета на работу\nфио  Зуев Олег\nвозраст - 22", "Зуев Олег"),
        ("ФИО: зуев олег\nвозраст 22", "зуев олег"),
        ("Фамилия Имя Отчество | Зуев Олег Львович", "Зуев Олег Львович"),
        ("Здравствуйте! Меня зовут Оксана Белоус, мне 29 лет.", "Оксана Белоус"),
        ("О себе\n\nЯ, Кротова Анна Львовна, 43 года", "Кротова Анна Львовна"),
        ("JANE DOE" + CONTACT + "jane.doe@example.com", "JANE DOE"),
        ("Anna Wiśniewska\n(312) 555-0112 | anna@example.com", "Anna Wiśniewska"),
        ("Etta\netta@example.com", "Etta"),
        ("Sales Clerk\nJohn Q. Hallow | 555-0112 | jq.hallow@example.com", "John Q. Hallow"),
        ("Name: Jane Doe\nCity: Reno", "Jane Doe"),
    ],
)
def test_name_is_found(text, name):
    found = candidate_name(read_text(text))
    assert found is not None
    assert found.text == name
    assert text[found.start : found.stop] == name


@pytest.mark.parametrize(
    "text",
    [
        "ACCOUNTANT\nSummary\nFinancial accountant",
        "СВАРЩИК\nТел. 8 900 000-00-12",
        "СВАРЩИК\n\nНижний Новгород\nstrong@example.com",
        "Желаемая должность\nОператор",
        "CUSTOMER SERVICE" + CONTACT + "me@example.com",
        "Digital Media" + CONTACT + "me@example.com",
        "Jane Doe and the team\nSummary",
        "Опыт работы\nООО «Анна»",
        "Москва, Тверская улица",
        "",
    ],
)
def test_resume_without_a_name_has_none(text):
    assert candidate_name(read_text(text)) is None


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Зуев Олег\nЖелаемая должность и зарплата\n\nОператор чата\n50 000 ₽", "Оператор чата"),
        ("Желаемая должность и зарплата\nОператор чата   50 000 ₽ на руки", "Оператор чата"),
        ("Jane Doe\nDesired position and salary\nChat Agent\n$900", "Chat Agent"),
        ("Зуев Олег\nЖелаемая должность: администратор, кассир\nПсков", "администратор"),
        ("Цель: менеджер по продажам. Доход от 80 000 руб.", "менеджер по продажам"),
        ("Желаемая работа | Диспетчер (охрана)", "Диспетчер (охрана)"),
        ("Зуев Олег\nищу работу Продавец, можно склад\nОПЫТ", "Продавец"),
        ("Резюме на должность секретаря\nЗуев Олег", "секретаря"),
        ("СВАРЩИК\nЗуев Олег", "СВАРЩИК"),
        ("Зуев Олег\nтренер, специалист по качеству", "тренер"),
        ("Настя Рогова ☕ официант / бариста", "официант"),
        ("DIRECTOR OF ENGINEERING\nSummary\nLeader", "DIRECTOR OF ENGINEERING"),
        ("SALES\nSummary\nHard worker", "SALES"),
        (
            "JANE DOE\nSupport Specialist (First Line)\njane@example.com",
            "Support Specialist (First Line)",
        ),
        ("Objective: Bookkeeper in a small firm\nSkills", "Bookkeeper"),
    ],
)
def test_desired_position_is_found(text, position):
    found = desired_position(text)
    assert found is not None
    assert found.text == position


@pytest.mark.parametrize(
    "text",
    [
        "Зуев Олег\nПсков, 30 лет",
        "Зуев Олег\nОпыт работы\n2015-2018 ООО «Дон»\nДолжность: швея",
        "Зуев Олег\nОпыт работы\nООО «Дон»\nДолжность: швея",
        "Обучал операторов и вёл базу",
        "",
    ],
)
def test_resume_without_a_position_has_none(text):
    assert desired_position(text) is None


@given(ru_en_text())
def test_quotes_stand_in_the_text(text):
    for quote in (candidate_name(read_text(text)), desired_position(text)):
        assert quote is None or text[quote.start : quote.stop] == quote.text
