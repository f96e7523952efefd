import pytest

from podbor.matching.lemmas import Lemmatizer


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("звонков", "звонок"),
        ("данных", "данные"),
        ("отчётности", "отчетность"),
        ("коллцентрах", "коллцентр"),
        ("холодных", "холодный"),
        ("КЛИЕНТЫ", "клиент"),
        ("calls", "call"),
        ("handling", "handle"),
        ("escalated", "escalate"),
        ("planning", "plan"),
        ("AWS", "aws"),
        ("1С", "1с"),
    ],
)
def test_word_has_lemma(word, lemma):
    assert lemma in Lemmatizer().lemmas(word)


@pytest.mark.parametrize(("word", "lemma"), [("css", "cs"), ("thing", "th"), ("string", "str")])
def test_word_has_not_a_false_lemma(word, lemma):
    assert lemma not in Lemmatizer().lemmas(word)
