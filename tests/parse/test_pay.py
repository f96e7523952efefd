from __future__ import annotations

import pytest
from hypothesis import given, settings

from podbor.parse.pay import salary
from podbor.parse.reading import read_text
from podbor.records import Pay

from strategies import ru_en_text


def brief(pay: Pay) -> str:
    """All of a pay as ``minimum..maximum currency period tax +``; one amount has no dots."""
    low = "" if pay.minimum is None else f"{pay.minimum}"
    high = "" if pay.maximum is None else f"{pay.maximum}"
    amount = low if low == high else f"{low}..{high}"
    tax = {None: "", True: "gross", False: "net"}[pay.gross]
    words = (amount, pay.currency, pay.period, tax, "+" if pay.bonus else "")
    return " ".join(word for word in words if word)


def offered(text: str) -> str | None:
    found = salary(read_text(text))
    return found and brief(found.value)


def wanted(text: str) -> str | None:
    found = salary(read_text(text), wanted=True)
    return found and brief(found.value)


RUSSIAN = """
от 40 000 до 60 000 ₽ на руки -> 40000..60000 RUB month net
от 40\xa0000 до 60\xa0000\xa0₽ за\xa0месяц, на\xa0руки -> 40000..60000 RUB month net
Зарплата 35-50 т.р. -> 35000..50000 RUB month
З/п 35-50 тыс. руб. -> 35000..50000 RUB month
Зарплата: 35 – 50 тысяч рублей -> 35000..50000 RUB month
Оклад 45 т. р. -> 45000 RUB month
Зп 45к -> 45000 RUB month
Зп 45-55к на руки -> 45000..55000 RUB month net
З.п. 45тр -> 45000 RUB month
Оклад от 90 тыс. руб. -> 90000.. RUB month
Зарплата до 80 000 руб. до вычета налогов -> ..80000 RUB month gross
Зарплата: от 55000 руб. -> 55000.. RUB month
Заработная плата: 45000 - 60000 -> 45000..60000 RUB month
Заработная плата 45.000 рублей -> 45000 RUB month
Доход 1,5 млн руб. в год -> 1500000 RUB year
Оплата 250 руб./час -> 250 RUB hour
Ставка 300 ₽ в час -> 300 RUB hour
Оплата 2 500 руб. за смену -> 2500 RUB shift
Платим 3000 р. в день -> 3000 RUB day
Оплата 20 000 рублей в неделю -> 20000 RUB week
Вознаграждение 50 000 рублей за проект -> 50000 RUB project
Оклад 40 000 ₽ + премия -> 40000 RUB month +
Оклад 40 000 руб. плюс процент от продаж -> 40000 RUB month +
Оклад 50 000 ₽ gross -> 50000 RUB month gross
Зарплата 50 000 ₽ чистыми -> 50000 RUB month net
Зарплата 50 000 ₽ после вычета НДФЛ -> 50000 RUB month net
Зарплата от 1000 до 1500 $ -> 1000..1500 USD month
Зарплата 250 000 – 300 000 тенге -> 250000..300000 KZT month
Зарплата 1500 бел. руб. -> 1500 BYN month
Зарплата 2000 евро -> 2000 EUR month
"""

ENGLISH = """
$12.25 an hour plus tips -> 12.25 USD hour +
$15 - $18 per hour -> 15..18 USD hour
Pay: $15.50 - $18.75 per hour -> 15.5..18.75 USD hour
Starting at $17 per hour -> 17.. USD hour
Salary: $60K - $75K per year -> 60000..75000 USD year
Salary: $60,000 to $75,000 annually -> 60000..75000 USD year
$60-75K a year -> 60000..75000 USD year
Up to $20 per hour -> ..20 USD hour
From $45,000 a year -> 45000.. USD year
Salary £24,000 per annum -> 24000 GBP year
Salary €2,500 per month net -> 2500 EUR month net
Base salary $50,000 per year plus commission -> 50000 USD year +
$800 weekly -> 800 USD week
Salary 4,500 USD gross per month -> 4500 USD month gross
Pay rate $120 per day -> 120 USD day
Salary: PHP 25,000 - 30,000 per month -> 25000..30000 PHP month
CA$55,000 per year -> 55000 CAD year
Salary: $55,000 -> 55000 USD
"""


@pytest.mark.parametrize("case", [*RUSSIAN.strip().splitlines(), *ENGLISH.strip().splitlines()])
def test_pay_is_read_with_its_terms(case):
    text, _, pay = case.partition(" -> ")
    assert offered(text) == pay


@pytest.mark.parametrize(
    "text",
    [
        "З/п по результатам собеседования",
        "Зарплата по договорённости",
        "Зарплата: договорная, высокая",
        "Достойная оплата труда, выплаты два раза в месяц",
        "Оклад плюс премия",
        "Скидка 5 000 ₽ на товары компании",
        "Средний чек 15 000 ₽",
        "Стоимость обучения 30 000 рублей",
        "Цена абонемента 12 000 руб.",
        "Продажа техники по цене от 20 000 руб.",
        "Приведи друга и получи подарок 10 000 ₽",
        "Оборот магазина 3 млн рублей",
        "Компания на рынке с 1998 года",
        "Сезон 2025-2026",
        "Зарплата пересмотрена в 2025 году",
        "Зарплата по телефону 8 900 000-00-12",
        "Узнать про оплату: +7 900 000-00-12",
        "Опыт работы от 3 лет, смены по 12 часов, график 2/2",
        "Зарплата: 2 раза в месяц",
        "В штате 12000 сотрудников",
        "Competitive salary",
        "Salary: depends on experience",
        "Pay is discussed at the interview",
        "Manage a budget of $50,000",
        "Grew revenue to $2M",
        "$500 referral discount on orders",
        "Employee discount of $1,000",
        "Tuition reimbursement up to $5,250",
        "Founded in 1998, over 12,000 employees",
        "Call (312) 555-0112 about pay",
        "Pay questions: (312) 555-0112",
        "2+ years of experience, 40 hours per week",
        "401(k) match up to 5%",
        "",
    ],
)
def test_talk_prices_years_and_telephones_are_no_pay(text):
    assert offered(text) is None


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Оператор чата\nСкидка 5 000 ₽ на товары\nЗарплата: 45 000 ₽", "45000 RUB month"),
        ("Оператор чата\nОклад 45 000 ₽, за друга 20 000 ₽", "45000 RUB month"),
        ("Повар\nЗарплата от 60 000 руб.\nТел. 8 900 000-00-12", "60000.. RUB month"),
        ("Кассир\nРаботаем с 2004 года\nЗарплата от 50 тыс. руб.", "50000.. RUB month"),
        ("Cook\nPay: $17 per hour\nTuition reimbursement up to $5,250", "17 USD hour"),
        ("Buyer\nManage a budget of $90,000\nSalary: $52,000 per year", "52000 USD year"),
    ],
)
def test_pay_wins_over_other_amounts(text, pay):
    assert offered(text) == pay


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Оператор чата\nОклад 45 000 ₽\nГодовая премия", "45000 RUB month +"),
        ("Cook\nPay: $17 per hour\nAnnual bonus", "17 USD hour +"),
        ("Оператор чата\nОклад 45 000 ₽\nОформление по ТК", "45000 RUB month"),
        ("Cook\nPay: $17 per hour\nFree meals", "17 USD hour"),
    ],
)
def test_bonus_may_stand_elsewhere_in_a_posting(text, pay):
    assert offered(text) == pay


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Зарплата от 40 000 до 60 000 ₽ на руки", "от 40 000 до 60 000 ₽"),
        ("Зарплата 35-50 т.р. и обед", "35-50 т.р."),
        ("We pay $15 - $18 per hour", "$15 - $18"),
        ("Salary: up to $20 per hour", "up to $20"),
    ],
)
def test_pay_quotes_its_amounts(text, words):
    found = salary(read_text(text))
    assert found is not None
    assert found.text == words


RESUME = """\
Кротова Анна Львовна
Желаемая должность и зарплата
Оператор чата
50 000 ₽ на руки

Опыт работы

Февраль 2023 — настоящее время
АО «Лесной банк»
Оператор
Средний чек 90 000 ₽, продажи на 200 000 ₽ в месяц.
"""


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        (RESUME, "50000 RUB month net"),
        ("Зуев Олег\nСварщик\nЖелаемая зарплата: от 120 т.р.", "120000.. RUB month"),
        ("Jane Doe\nCook\nDesired salary: $45,000 per year", "45000 USD year"),
    ],
)
def test_pay_that_a_resume_asks_for_is_read(text, pay):
    assert wanted(text) == pay


@pytest.mark.parametrize(
    "text",
    [
        "Зуев Олег\nОпыт работы\n2015 – 2018 Магазин «Луч», продавец\nПродажи на 200 000 ₽.",
        "Jane Doe\nExperience\nMay 2012 to Jul 2013\nRed Kitchen Inc\nCook\nSaved $20,000 on food.",
        "Зуев Олег\nТел. 8 900 000-00-12\nРодился в 1990 году",
    ],
)
def test_results_of_jobs_are_no_wish(text):
    assert wanted(text) is None


@settings(deadline=None)  # the first text loads tables
@given(ru_en_text())
def test_pay_quotes_the_text(text):
    document = f"{text} Зарплата 40 000 ₽ {text}"
    found = salary(read_text(document))
    assert found is None or document[found.start : found.stop] == found.text
