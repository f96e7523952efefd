import pytest

import podbor
from podbor.records import Document

TITLES = """
Оператор чата|Требования: Excel -> Оператор чата
Оператор. Требования: знание Excel. -> Оператор
Обязанности:|приём звонков -> None
Call center agent|Requirements: Excel -> Call center agent
"""


@pytest.mark.parametrize("case", TITLES.strip().splitlines())
def test_title_is_found(case):
    text, _, title = case.partition(" -> ")
    found = podbor.parse_posting(text.replace("|", "\n")).title
    assert str(found and found.text) == title


def test_title_asks_for_nothing():
    posting = podbor.parse_posting("Оператор колл-центра\nТребования: Excel")
    assert [mention.concept for mention in posting.mentions] == ["tool/excel"]


MONTHS = """
Требования: опыт работы от 1 года -> 12 от 1 года
Требования: опыт от полугода -> 6 от полугода
Требования: стаж не менее 3 лет -> 36 не менее 3 лет
Требования: опыт продаж от 6 месяцев -> 6 от 6 месяцев
Requirements: at least 2 years of customer service experience -> 24 at least 2 years
Requirements: 1-3 years of experience -> 12 1-3 years
Требования: опыт не требуется -> 0 опыт не требуется
Требования: грамотная речь -> None
Требования: опыт от 2 лет будет плюсом -> None
Условия: компания на рынке 15 лет -> None
"""


@pytest.mark.parametrize("case", MONTHS.strip().splitlines())
def test_required_experience_is_read_with_its_words(case):
    text, _, expected = case.partition(" -> ")
    posting = podbor.parse_posting(f"Оператор\n{text}")
    quote = posting.required_months_quote
    found = f"{posting.required_months} {quote.text}" if quote else str(posting.required_months)
    assert found == expected


def test_quotes_stand_in_the_text():
    posting = podbor.parse_posting("Оператор\nТребования:\n- опыт работы от 1 года")
    quote = posting.required_months_quote
    assert posting.document.text[quote.start : quote.stop] == quote.text


def test_record_is_taken_as_it_is():
    posting = podbor.parse_posting("Оператор")
    assert podbor.parse_posting(posting) is posting


def test_document_is_taken_as_it_is():
    document = Document(name="a.txt", format="txt", text="Оператор")
    assert podbor.parse_posting(document).document is document


def test_something_else_is_refused():
    with pytest.raises(TypeError, match="a path, a text or a record, got int"):
        podbor.parse_posting(7)
