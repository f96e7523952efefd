from __future__ import annotations

import pytest
from hypothesis import given

from podbor.parse.reading import read_text
from podbor.parse.skills import listed_skills

from strategies import ru_en_text


def names(text: str) -> list[str]:
    return [skill.value for skill in listed_skills(read_text(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Навыки\nExcel, Word, 1С", ["Excel", "Word", "1С"]),
        ("Навыки: Excel, Word", ["Excel", "Word"]),
        ("Ключевые навыки\n• Excel\n• деловая переписка", ["Excel", "деловая переписка"]),
        ("НАВЫКИ\n- Excel;\n- Word.", ["Excel", "Word"]),
        ("Навыки\nExcel · Word · касса", ["Excel", "Word", "касса"]),
        ("Навыки\nExcel    Word    касса", ["Excel", "Word", "касса"]),
        ("Навыки\nПрограммы: Excel, Word", ["Excel", "Word"]),
        ("Навыки\nExcel (сводные, формулы), Word", ["Excel (сводные, формулы)", "Word"]),
        ("Навыки\nExcel, excel, EXCEL, Word", ["Excel", "Word"]),
        ("Навыки\nC++, C#, Node.js", ["C++", "C#", "Node.js"]),
        ("Навыки\nSQL\nОпыт работы\nшвея\nДополнительные навыки\nкасса", ["SQL", "касса"]),
        ("SKILLS\nCash register, Spanish", ["Cash register", "Spanish"]),
        ("Core Competencies\n* Scheduling\n* Front desk", ["Scheduling", "Front desk"]),
        ("Technical Skills: Excel, SAP", ["Excel", "SAP"]),
        ("Skills\nOffice: Word, Excel\nCRM: Zoho", ["Word", "Excel", "Zoho"]),
        ("Skills\nTeam-work; problem-solving", ["Team-work", "problem-solving"]),
    ],
)
def test_names_of_the_list_are_read(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Excel, Word, касса",
        "Анна Кротова\nзнаю Excel",
        "Опыт работы\n2019 — 2021\nшвея\nExcel, Word",
        "Образование\nТверской колледж, 2012",
        "Навыки",
        "Навыки:",
        "Навыки\nПродвинутый уровень",
        "Навыки\n-\n•",
        "Обо мне\nспокойная, люблю порядок",
        "Work Experience\nCook, Red Kitchen Inc, 2019 - 2021",
        "Skills\n \n",
        "Skills\nKept the books of a small shop for many years and trained the new people there",
        "",
    ],
)
def test_nothing_is_listed_outside_of_a_list(text):
    assert names(text) == []


def test_list_ends_at_the_next_heading():
    assert names("Навыки\nExcel\nОбразование\nколледж, 2012") == ["Excel"]


def test_short_sentence_stays_whole():
    assert names("Навыки\nУмею работать с возражениями") == ["Умею работать с возражениями"]


def test_name_is_quoted_as_written():
    found = listed_skills(read_text("Навыки\n•  MS\xa0Excel ,  Word"))
    assert [(s.value, s.text) for s in found] == [("MS Excel", "MS\xa0Excel"), ("Word", "Word")]


def test_name_broken_by_the_page_is_joined():
    text = (
        "Навыки\nприём входящих звонков, работа с кассой, ведение документов, деловая\n"
        "переписка, Excel"
    )
    assert names(text) == [
        "приём входящих звонков",
        "работа с кассой",
        "ведение документов",
        "деловая переписка",
        "Excel",
    ]


@given(ru_en_text())
def test_skills_quote_the_text(text):
    reading = read_text(f"Навыки\n{text}\nExcel, {text}")
    for skill in listed_skills(reading):
        assert reading.document.text[skill.start : skill.stop] == skill.text
        assert skill.value == " ".join(skill.text.split())
