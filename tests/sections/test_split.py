from itertools import pairwise

import pytest
from hypothesis import given

from podbor.normalize import normalize
from podbor.sections.split import split, unwrap

from strategies import ru_en_text


def pieces(text):
    return [text[p.start : p.stop] for p in split(unwrap(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Приём звонков. Ввод данных", ["Приём звонков.", "Ввод данных"]),
        ("Приём звонков; ввод данных", ["Приём звонков;", "ввод данных"]),
        ("- Приём звонков\n- Ввод данных", ["Приём звонков", "Ввод данных"]),
        ("• Приём звонков • Ввод данных", ["Приём звонков", "Ввод данных"]),
        ("1. Приём звонков\n2) Ввод данных", ["Приём звонков", "Ввод данных"]),
        ("Задачи - Приём звонков - Ввод данных", ["Задачи", "Приём звонков", "Ввод данных"]),
        ("Оклад 40 тыс. руб. на руки", ["Оклад 40 тыс. руб. на руки"]),
        ("Знание Word, Excel и т.д. Опыт 2 года", ["Знание Word, Excel и т.д. Опыт 2 года"]),
        ("Работа в г. Москва", ["Работа в г. Москва"]),
        ("Answer calls. Log tickets.", ["Answer calls.", "Log tickets."]),
        ("Use tools, e.g. Excel", ["Use tools, e.g. Excel"]),
        ("Условия:\n2/2", ["Условия:", "2/2"]),
        ("", []),
        (" \n\t\n ", []),
        ("***", []),
    ],
)
def test_text_is_cut_to_pieces(text, expected):
    assert pieces(text) == expected


FLAT = (
    "Мы молодая команда. Обязанности: Приём звонков. Требования Опыт от 1 года. "
    "Будет плюсом: английский. Условия работы: график 2/2"
)


def test_flattened_text_has_sections():
    assert [(FLAT[p.start : p.stop], p.heading or p.section) for p in split(FLAT)] == [
        ("Мы молодая команда.", None),
        ("Обязанности:", "duties"),
        ("Приём звонков.", "duties"),
        ("Требования", "requirements"),
        ("Опыт от 1 года.", "requirements"),
        ("Будет плюсом:", "nice"),
        ("английский.", "nice"),
        ("Условия работы:", "conditions"),
        ("график 2/2", "conditions"),
    ]


HEADINGS = """
Обязанности -> duties
*Чем предстоит заниматься:* -> duties
Что нужно будет делать -> duties
В ваши обязанности будет входить: -> duties
Требования к кандидату -> requirements
Что мы ждём от тебя -> requirements
Наш идеальный кандидат -> requirements
Вы подходите, если: -> requirements
Будет плюсом -> nice
Преимуществом будет: -> nice
Что мы предлагаем -> conditions
Мы гарантируем: -> conditions
О компании -> company
Опыт работы -> experience
Образование -> education
Ключевые навыки -> skills
Обо мне -> about
What you'll do -> duties
What You’ll Do -> duties
Key Responsibilities: -> duties
What we're looking for -> requirements
Nice to have: -> nice
Benefits -> conditions
About us -> company
Work Experience -> experience
"""


@pytest.mark.parametrize("case", HEADINGS.strip().splitlines())
def test_line_is_a_heading_of_its_family(case):
    line, _, family = case.partition(" -> ")
    assert [p.heading for p in split(f"{line}\nтекст")][:1] == [family]


@pytest.mark.parametrize(
    "line",
    [
        "Выполняю требования регламента и обязанности старшего",
        "Опыт работы от 1 года",
        "Условия труда комфортные, график удобный.",
        "Образование высшее или среднее специальное",
        "Answer customers' requirements in chat and phone quickly",
        "приём звонков",
    ],
)
def test_line_is_no_heading(line):
    assert [p.heading for p in split(line)] == [None]


def test_wrapped_line_is_one_piece():
    text = "Отвечать на вопросы покупателей по телефону и\nв чате поддержки\nВести базу клиентов"
    assert len(split(unwrap(text))) == 2


def test_short_lines_are_not_joined():
    assert unwrap("приём звонков\nввод данных") == "приём звонков\nввод данных"


@given(ru_en_text())
def test_pieces_are_in_order_and_inside_the_text(text):
    view = unwrap(normalize(text).text)
    found = split(view)
    assert all(0 <= p.start < p.stop <= len(view) for p in found)
    assert all(a.stop <= b.start for a, b in pairwise(found))


@given(ru_en_text())
def test_every_letter_is_in_a_piece(text):
    view = unwrap(normalize(text).text)
    found = "".join(view[p.start : p.stop] for p in split(view))
    assert sum(c.isalpha() for c in found) == sum(c.isalpha() for c in view)
