from __future__ import annotations

import pytest
from hypothesis import given, settings

from podbor.parse.fields import field_words
from podbor.parse.languages import as_native, languages
from podbor.parse.reading import read_text
from podbor.records import Spoken, Value

from strategies import ru_en_text


def spoken(text: str, *, sure: bool) -> tuple[Value[Spoken], ...]:
    reading = read_text(text)
    words = field_words(reading.text)
    return languages(reading, words, [(0, len(reading.text))], sure=sure)


def brief(text: str, *, sure: bool) -> str:
    """Languages with their levels, ``en B1, ru native``."""
    found = [value.value for value in spoken(text, sure=sure)]
    return ", ".join(f"{each.code} {each.level or '?'}" for each in found)


LISTED = """
Русский — Родной -> ru native
Английский — B2 — Средне-продвинутый -> en B2
Английский — A1 — Начальный -> en A1
Русский — родной, английский — B1 -> ru native, en B1
Русский (родной), Английский (базовый), Немецкий (разговорный) -> ru native, en A2, de B1
Английский -> en ?
Английский, немецкий -> en ?, de ?
Английский язык — свободно -> en C1
Английский: выше среднего -> en B2
Английский в совершенстве -> en C2
Английский, читаю со словарём -> en A2
Английский С1 -> en C1
Татарский — родной -> tt native
Английский|Средний -> en B1
English -> en ?
English - Fluent, Spanish - Basic -> en C1, es A2
English (native), German (intermediate) -> en native, de B1
English (Native or Bilingual)|French (Limited Working) -> en native, fr B1
Spanish (Professional Working) -> es B2
French (Full Professional) -> fr C1
German (Elementary) -> de A2
German: upper-intermediate -> de B2
German: pre-intermediate -> de A2
Native English speaker -> en native
Fluent in Spanish -> es C1
English C1, English -> en C1
Аккуратность, внимательность ->
Уровень: средний ->
Знание 1С ->
Excel, advanced ->
B2 and C1 ->
"""


@pytest.mark.parametrize("case", LISTED.strip().splitlines())
def test_languages_of_their_own_part_are_read(case):
    text, _, expected = case.partition(" ->")
    assert brief(text.replace("|", "\n"), sure=True) == expected.strip()


NAMED = """
Знание английского языка -> en ?
Английский язык на уровне B2 -> en B2
Английский не ниже B1 -> en B1
Свободное владение английским языком -> en C1
Свободный английский -> en C1
Разговорный английский -> en B1
Русский язык — родной -> ru native
Fluent English required -> en C1
English level B2 or above -> en B2
Bilingual Spanish a plus -> es ?
Английский завтрак, немецкое качество ->
Учитель английского языка ->
Репетитор по немецкому языку ->
Факультет иностранных языков, кафедра немецкого языка ->
Китайский рынок ->
Итальянская кухня ->
English teacher ->
BA in English ->
English literature, major ->
Excel на уровне продвинутого пользователя ->
"""


@pytest.mark.parametrize("case", NAMED.strip().splitlines())
def test_languages_elsewhere_need_a_level_or_the_word(case):
    text, _, expected = case.partition(" ->")
    assert brief(text, sure=False) == expected.strip()


@pytest.mark.parametrize(
    ("text", "words", "guessed"),
    [
        ("Псков. Английский — B2, права", "Английский — B2", False),
        ("Псков. Русский — родной, права", "Русский — родной", False),
        ("Псков. Английский — средний, права", "Английский — средний", True),
        ("Reno. Fluent Spanish, driver", "Fluent Spanish", True),
        ("Reno. English, driver", "English", False),
    ],
)
def test_level_by_its_words_is_a_guess(text, words, guessed):
    assert [(v.text, v.inferred) for v in spoken(text, sure=True)] == [(words, guessed)]


def test_only_the_parts_given_are_looked_at():
    text = "Английский — B2\nНемецкий — A1"
    reading = read_text(text)
    found = languages(reading, field_words(text), [(16, len(text))], sure=True)
    assert [value.value for value in found] == [Spoken(code="de", level="A1")]


def test_later_level_completes_a_language_named_without():
    text = "English\nEnglish C1"
    reading = read_text(text)
    found = languages(reading, field_words(text), [(0, 7), (8, 18)], sure=True)
    assert [value.value for value in found] == [Spoken(code="en", level="C1")]


def test_language_under_native_language_is_native():
    (value,) = spoken("Русский", sure=True)
    assert as_native(value).value == Spoken(code="ru", level="native")


@settings(deadline=None)  # the first text loads tables
@given(ru_en_text())
def test_languages_quote_the_text(text):
    document = f"{text} Английский — B2 {text}, English (fluent) {text} Русский {text}"
    for sure in (True, False):
        for value in spoken(document, sure=sure):
            assert document[value.start : value.stop] == value.text
