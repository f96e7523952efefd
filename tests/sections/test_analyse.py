import pytest
from hypothesis import given, settings

import podbor
from podbor.records import Block
from podbor.sections import analyse

from strategies import ru_en_text

POSTING = """Оператор горячей линии
Обязанности:
- приём входящих звонков;
- ведение базы клиентов в CRM.
Требования:
- грамотная речь;
- опыт работы от 1 года.
Условия:
- график 2/2, обучение английскому языку за счёт компании
"""


def test_posting_has_kinds():
    assert [s.kind for s in podbor.statements(POSTING)] == [
        "title",
        "heading",
        "duty",
        "duty",
        "heading",
        "skill",
        "experience",
        "heading",
        "condition",
    ]


def test_offered_training_is_not_asked_for():
    assert "language/english" not in [m.concept for m in podbor.extract(POSTING)]


def test_mentions_quote_their_words():
    found = podbor.extract(POSTING)
    assert [POSTING[m.start : m.stop] for m in found] == [m.text for m in found] != []


def test_offsets_point_into_the_text_as_given():
    text = "Требования:\r\n•\u00a0опыт работы в сall-центре\u200b\r\n"
    (mention,) = [m for m in podbor.extract(text) if m.concept == "experience/call_centre"]
    assert "сall-центре" in text[mention.start : mention.stop] == mention.text


def test_hidden_blocks_are_skipped():
    text = "Навыки: Excel\nCRM"
    hidden = [Block(start=14, stop=17, kind="hidden")]
    assert "CRM" in [s.text for s in analyse(text)]
    assert "CRM" not in [s.text for s in analyse(text, blocks=hidden)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "\ufeff", "12345"])
def test_text_without_words_gives_no_concepts(text):
    assert podbor.extract(text) == ()


@settings(deadline=None, max_examples=60)
@given(ru_en_text())
def test_statements_quote_the_text(text):
    found = podbor.statements(text)
    assert [text[s.start : s.stop] for s in found] == [s.text for s in found]
    assert all(
        text[m.start : m.stop] == m.text and s.start <= m.start <= m.stop <= s.stop
        for s in found
        for m in s.mentions
    )


def test_statements_are_the_same_twice():
    assert podbor.statements(POSTING) == podbor.statements(POSTING)
