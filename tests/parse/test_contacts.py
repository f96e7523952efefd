from __future__ import annotations

import pytest
from hypothesis import given, settings

from podbor.parse.contacts import emails, links, phones
from podbor.parse.reading import read_text

from strategies import ru_en_text


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Почта: anna.krotova@example.com", ["anna.krotova@example.com"]),
        ("Пишите на Anna@Example.COM.", ["anna@example.com"]),
        ("(anna_k-1+hr@mail.example.com)", ["anna_k-1+hr@mail.example.com"]),
        ("anna@example.com, oleg@example.com", ["anna@example.com", "oleg@example.com"]),
        ("anna@example.com\nAnna@example.com", ["anna@example.com"]),
        ("E-mail:jane.doe@example.com|Reno", ["jane.doe@example.com"]),
        ("mailto:jane@example.com", ["jane@example.com"]),
        ("анна@почта", []),
        ("Telegram: @example_anna", []),
        ("anna@example", []),
        ("@example.com", []),
        ("5 шт. @ 100 ₽", []),
        ("", []),
    ],
)
def test_emails_are_read_once_in_small_letters(text, addresses):
    assert [value.value for value in emails(read_text(text))] == addresses


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Портфолио: https://example.com/anna.", ["https://example.com/anna"]),
        ("«https://example.com/anna»", ["https://example.com/anna"]),
        ("(https://example.com/anna)", ["https://example.com/anna"]),
        ("www.example.com, Псков", ["www.example.com"]),
        ("t.me/example_anna", ["t.me/example_anna"]),
        ("Telegram: @example_anna", ["@example_anna"]),
        ("linkedin.com/in/example-jane", ["linkedin.com/in/example-jane"]),
        ("www.linkedin.com/in/example-jane", ["www.linkedin.com/in/example-jane"]),
        ("GitHub: github.com/example-jane | Reno", ["github.com/example-jane"]),
        (
            "github.com/example-jane t.me/example_jane",
            ["github.com/example-jane", "t.me/example_jane"],
        ),
        ("github.com/example-jane\ngithub.com/example-jane", ["github.com/example-jane"]),
        ("jane@example.com", []),
        ("Скидки и/или бонусы", []),
        ("Node.js/React, ASP.NET", []),
        ("График 2/2, с 9.00/10.00", []),
        ("Работала с клиентами.Отвечала на звонки", []),
        ("Опыт работы\n2015 – 2018\nООО «Ромашка»\nПсков, www.example.com\nПродавец", []),
        ("Education\nState University, www.example.com\n2008 - 2012", []),
        ("", []),
    ],
)
def test_links_are_read_once_as_written(text, addresses):
    assert [value.value for value in links(read_text(text))] == addresses


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Телефон: +7 900 000-00-12", ["+79000000012"]),
        ("Телефон +7 (900) 000-00-12", ["+79000000012"]),
        ("Тел. 8 900 000-00-12, Псков, ищу работу оператором чата", ["+79000000012"]),
        ("Тел. 8(900)000-00-12, Псков, ищу работу оператором чата", ["+79000000012"]),
        ("тел 8900 000 00 12, Псков, ищу работу оператором чата", ["+79000000012"]),
        ("тел 89000000012, Псков, ищу работу оператором чата", ["+79000000012"]),
        ("тел +79000000012", ["+79000000012"]),
        ("тел 8-900-000-00-12, Псков, ищу работу оператором чата", ["+79000000012"]),
        ("тел 8.900.000.00.12, Псков, ищу работу оператором чата", ["+79000000012"]),
        ("Мой номер 900 000-00-12", ["+79000000012"]),
        ("+7\xa0900\xa0000\u201100\u201112 — предпочитаемый способ связи", ["+79000000012"]),
        ("+7 900 000-00-12, +7 900 000-00-13", ["+79000000012", "+79000000013"]),
        ("+7 900 000-00-12\n8 (900) 000-00-12", ["+79000000012"]),
        ("Phone: (312) 555-0112", ["+13125550112"]),
        ("Phone: 312-555-0112", ["+13125550112"]),
        ("Phone: 312.555.0112", ["+13125550112"]),
        ("Phone: +1 312 555 0112", ["+13125550112"]),
        ("Jane Doe | (312) 555-0112 | jane@example.com", ["+13125550112"]),
    ],
)
def test_telephones_are_read_as_e164(text, numbers):
    assert [value.value for value in phones(read_text(text))] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Работала с 2015 по 2018",
        "Опыт работы\n2015-2018 2019-2021 магазин",
        "Experience\n01/2012 - 02/2014 Cook\n2014 - 2018 2019 - 2021",
        "Родилась 12.05.1996",
        "Период 01.02.2015-03.04.2018",
        "Обновлено 2026-10-08 12:30",
        "Зарплата 40 000 - 60 000 ₽",
        "Оборот 1 200 000 000 рублей",
        "Salary $60,000 - $75,000",
        "Revenue of $1,200,000,000",
        "ИНН 1234567890123456789",
        "График 2/2, 12 часов, 9:00-21:00",
        "example.com/id/89000000012",
        "Ext. 5550112",
        "",
    ],
)
def test_years_dates_and_amounts_are_no_telephones(text):
    assert phones(read_text(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Рекомендации\nЗуев Олег, ООО «Ромашка», +7 900 000-00-13",
        "Рекомендатель: Зуев Олег, 8 900 000-00-13",
        "Руководитель Зуев Олег, тел. 8 900 000-00-13",
        "References\nJohn Hallow, Red Kitchen Inc, (312) 555-0113",
        "Supervisor: John Hallow, (312) 555-0113",
        "Emergency contact: John Hallow (312) 555-0113",
    ],
)
def test_telephones_of_others_are_left_out(text):
    own = "Анна Кротова\n+7 900 000-00-12\n"
    assert [value.value for value in phones(read_text(own + text))] == ["+79000000012"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Телефон: +7 (900) 000-00-12, Псков", "+7 (900) 000-00-12"),
        ("тел. 8 900 000-00-12 (WhatsApp), Псков, ищу работу", "8 900 000-00-12"),
        ("Phone - (312) 555-0112.", "(312) 555-0112"),
    ],
)
def test_telephone_is_quoted_without_what_is_around(text, words):
    assert [value.text for value in phones(read_text(text))] == [words]


@settings(deadline=None)  # the first text loads tables
@given(ru_en_text())
def test_contacts_quote_the_text(text):
    document = f"{text} +7 900 000-00-12 anna@example.com {text} https://example.com/anna {text}"
    reading = read_text(document)
    for value in (*emails(reading), *links(reading), *phones(reading)):
        assert document[value.start : value.stop] == value.text
