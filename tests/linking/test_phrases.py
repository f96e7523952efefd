import pytest

from podbor.linking.phrases import PhraseFinder
from podbor.matching.senses import Senses, lexicon, stop_words
from podbor.records import Statement

FINDER = PhraseFinder()


def forms(text, language="ru"):
    statement = Statement(
        start=100, stop=100 + len(text), text=text, kind="duty", modality="must", language=language
    )
    found = FINDER.find(statement)
    for phrase in found:
        assert text[phrase.start - 100 : phrase.stop - 100] == phrase.text
    return [" ".join(phrase.form) for phrase in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("приём и обработка звонков, ввод данных", ["receive call", "handle call", "enter data"]),
        ("принимать звонки", ["receive call"]),
        ("принимайте звонки", ["receive call"]),
        ("приём звонков", ["receive call"]),
        ("консультирование клиентов и партнёров", ["advise customer", "advise partner"]),
        ("устная и письменная речь", ["oral speech", "speech written"]),
        ("работа с нашей компанией", []),
    ],
)
def test_coordination_and_word_forms_meet(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("приём звонков", "receiving calls"),
        ("анализ данных", "analyze data"),
        ("внутреннее обучение сотрудников", "internal training of employees"),
        ("холодные звонки", "cold calls"),
    ],
)
def test_the_same_thing_has_one_form_in_both_languages(russian, english):
    assert FINDER.form_of(russian) == FINDER.form_of(english)


@pytest.mark.parametrize(
    "text", ["оператор call-центра", "контакт-центр", "центр обработки вызовов"]
)
def test_the_name_of_the_workplace_is_no_call(text):
    assert "call" not in FINDER.form_of(text.replace("оператор ", "")) or forms(text) == []


def test_other_languages_give_nothing():
    assert forms("Atención al cliente", language="other") == []


def test_a_word_stands_in_one_row():
    assert len(lexicon()) > 1500  # a repeated one raises


def test_no_stop_word_has_a_sense():
    assert sorted(stop_words() & set(lexicon())) == []


def test_unlisted_words_are_their_own_sense():
    assert [Senses().of(word).name for word in ("смету", "сметы", "Welding")] == [
        "смета",
        "смета",
        "weld",
    ]
