from __future__ import annotations

import pytest
from hypothesis import given, settings

from podbor.parse.person import citizenship, licences, relocation, travel, work_permit
from podbor.parse.reading import read_text

from strategies import ru_en_text


@pytest.mark.parametrize(
    ("text", "ready"),
    [
        ("Готова к переезду", True),
        ("Готов к переезду: Казань, Уфа", True),
        ("Псков, готова к переезду, готова к командировкам", True),
        ("Рассматриваю переезд", True),
        ("Переезд возможен", True),
        ("Переезд: да", True),
        ("Готов переехать", True),
        ("Не готова к переезду", False),
        ("Псков, не готов к переезду, не готов к командировкам", False),
        ("Переезд не рассматриваю", False),
        ("Переезд: нет", False),
        ("Willing to relocate: Anywhere", True),
        ("Open to relocation", True),
        ("Relocation: yes", True),
        ("Not willing to relocate", False),
        ("Relocation: no", False),
        ("I won't relocate", False),
        ("Организация переездов офиса", None),
        ("Компания оплачивает переезд", None),
        ("Готова к командировкам", None),
        ("Handled relocation of the office", None),
        ("Willing to travel", None),
        ("Псков", None),
        ("", None),
    ],
)
def test_relocation_is_read(text, ready):
    found = relocation(read_text(text))
    assert (found and found.value) is ready


@pytest.mark.parametrize(
    ("text", "ready"),
    [
        ("Готова к командировкам", True),
        ("Готов к редким командировкам", True),
        ("Псков, не готова к переезду, готова к командировкам", True),
        ("Командировки: да", True),
        ("Командировки возможны", True),
        ("Не готова к командировкам", False),
        ("Псков, готов к переезду, не готов к командировкам", False),
        ("Командировки: нет", False),
        ("Командировки не рассматриваю", False),
        ("Willing to travel", True),
        ("Ready for business trips", True),
        ("Travel: yes", True),
        ("Not willing to travel", False),
        ("Travel: no", False),
        ("Оформляла командировки сотрудников", None),
        ("Командировочные отчёты", None),
        ("Готова к переезду", None),
        ("Booked travel for the sales team", None),
        ("Travel agent", None),
        ("Willing to relocate", None),
        ("", None),
    ],
)
def test_travel_is_read(text, ready):
    found = travel(read_text(text))
    assert (found and found.value) is ready


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Гражданство: Россия", ["Россия"]),
        ("Гражданство: Россия, есть разрешение на работу: Россия", ["Россия"]),
        ("Гражданство: Россия, Казахстан", ["Россия", "Казахстан"]),
        ("Гражданство РФ", ["РФ"]),
        ("Гражданин РФ", ["РФ"]),
        ("Гражданин России", ["России"]),
        ("Citizenship: Ireland", ["Ireland"]),
        ("Citizenship: Russia and Serbia", ["Russia", "Serbia"]),
        ("Nationality: Irish", ["Irish"]),
        ("US citizen", ["US"]),
        ("Есть разрешение на работу: Россия", []),
        ("Помогаю получить гражданство", []),
        ("Консультировала граждан по телефону", []),
        ("Гражданское право", []),
        ("Senior citizen care", []),
        ("Citizens Bank, teller", []),
        ("", []),
    ],
)
def test_citizenship_is_read_as_written(text, countries):
    assert [value.value for value in citizenship(read_text(text))] == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Разрешение на работу: Россия", ["Россия"]),
        (
            "Гражданство: Казахстан, есть разрешение на работу: Россия, Казахстан",
            ["Россия", "Казахстан"],
        ),
        ("Authorized to work in the US", ["US"]),
        ("Work permit: Ireland", ["Ireland"]),
        ("Right to work in the UK", ["UK"]),
        ("Eligible to work in Canada", ["Canada"]),
        ("Гражданство: Россия", []),
        ("Оформляла разрешения на работу", []),
        ("Разрешение споров с клиентами", []),
        ("Citizenship: Ireland", []),
        ("Managed user permissions in CRM", []),
        ("", []),
    ],
)
def test_work_permit_is_read_as_written(text, countries):
    assert [value.value for value in work_permit(read_text(text))] == countries


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Права категории В", ["B"]),
        ("Права категории B, C", ["B", "C"]),
        ("Водительские права кат. В и С", ["B", "C"]),
        ("Водительское удостоверение: категории B, C, E", ["B", "C", "E"]),
        ("Права категории В, стаж 10 лет. Права категории В", ["B"]),
        ("Права категорий B/C/D", ["B", "C", "D"]),
        ("Driver's license: class B", ["B"]),
        ("Driving licence categories B and C", ["B", "C"]),
        ("CDL class A", ["A"]),
        ("Учитель высшей категории", []),
        ("Повар 4 разряда, категория В", []),
        ("Горничная категории А", []),
        ("Права человека", []),
        ("Витамины группы В", []),
        ("Водительских прав нет", []),
        ("Без прав категории В", []),
        ("Категории товаров: А, В, С", []),
        ("Class A office building", []),
        ("No driver's license", []),
        ("Driver's license", []),
        ("Licensed Practical Nurse", []),
        ("", []),
    ],
)
def test_licences_are_read_in_latin_letters(text, categories):
    assert [value.value for value in licences(read_text(text))] == categories


@settings(deadline=None)  # the first text loads tables
@given(ru_en_text())
def test_answers_quote_the_text(text):
    document = (
        f"{text} Готова к переезду, не готова к командировкам {text}\nПрава категории В, С {text}\n"
        f"Гражданство: Россия, {text}\nРазрешение на работу: Россия {text}"
    )
    reading = read_text(document)
    yes_or_no = [each for each in (relocation(reading), travel(reading)) if each]
    listed = (*citizenship(reading), *work_permit(reading), *licences(reading))
    for value in (*yes_or_no, *listed):
        assert document[value.start : value.stop] == value.text
