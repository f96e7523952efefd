from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given

from podbor.parse.lines import (
    DURATION,
    after_heading,
    has_legal_form,
    heading_section,
    is_bullet,
    is_duration,
    is_employer,
    is_title,
    read_duration,
    read_lines,
    without_bullet,
)

from strategies import ru_en_text

HEADINGS = """
Опыт работы -> experience
ОПЫТ РАБОТЫ -> experience
== Места работы == -> experience
Опыт работы — 3 года 2 месяца -> experience
Work Experience -> experience
EMPLOYMENT HISTORY: -> experience
12. Трудовая деятельность: -> experience
Образование -> education
Учёба: техникум связи -> education
Education & Training -> education
Повышение квалификации, курсы -> courses
Certifications -> courses
Ключевые навыки -> skills
TECHNICAL SKILLS -> skills
Знание языков -> languages
Languages -> languages
Обо мне -> about
Professional Summary -> about
Желаемая должность и зарплата -> desired
Контактная информация -> personal
Водительские права -> driving
References -> references
Хобби -> other
Работала в отделе образования -> None
Опыт работы с кассой и терминалом оплаты -> None
Навыки и опыт помогли мне. -> None
• Образование -> None
Ищем опытного сварщика на завод -> None
Managed education projects for three schools -> None
Skilled in Excel and Word -> None
Languages of the Caucasus, a reading course in two parts at the public library -> None
ООО «Образование» -> None
Анна Кротова -> None
 -> None
"""


@pytest.mark.parametrize("case", HEADINGS.strip("\n").splitlines())
def test_heading_opens_its_section(case):
    line, _, section = case.partition(" -> ")
    assert str(heading_section(line)) == section


@pytest.mark.parametrize(
    ("line", "after_blank", "section"),
    [
        ("Достижения:", False, None),
        ("Tools: Excel", False, None),
        ("Навыки:", False, None),
        ("Навыки", True, "skills"),
        ("Образование", True, "education"),
    ],
)
def test_labels_of_a_job_are_no_headings(line, after_blank, section):
    assert heading_section(line, within="experience", after_blank=after_blank) == section


SECTIONS = [
    (
        "Анна Кротова\n\nОпыт работы\nшвея\nОбразование: ПТУ\nНавыки\nExcel",
        [None, "experience", "experience", "education", "skills", "skills"],
    ),
    (
        "Dana Brook\nSKILLS\nExcel\n\nEDUCATION\n2015",
        [None, "skills", "skills", "education", "education"],
    ),
    (
        "Опыт работы\nМарт 2020 — Май 2021\nООО «Лютик»\nОбразование\nМетодист\n- вела группы",
        ["experience"] * 6,  # the industry of the employer
    ),
    (
        "Опыт работы\n2010–2020\nповар\n\nОбразование\n2009 Кулинарный колледж",
        ["experience", "experience", "experience", "education", "education"],
    ),
    ("Звонить вечером\nписать утром", [None, None]),
    ("", []),
]


@pytest.mark.parametrize(("text", "sections"), SECTIONS)
def test_lines_stand_in_the_section_above_them(text, sections):
    assert [line.section for line in read_lines(text)] == sections


def test_furniture_of_pages_is_left_out():
    text = "Анна\nРезюме обновлено 8 октября 2026\nСтр. 2\nPage 1 of 3\nПоказать ещё\nшвея"
    assert [line.text for line in read_lines(text)] == ["Анна", "швея"]


def test_line_has_no_blanks_at_its_ends():
    line, *_ = read_lines("\n   Анна Кротова \t\nшвея")
    assert (line.start, line.stop, line.text) == (4, 16, "Анна Кротова")


def test_blank_line_above_is_remembered():
    lines = read_lines("Анна\nшвея\n\n  \nТверь")
    assert [line.after_blank for line in lines] == [True, False, True]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Образование: колледж связи", "колледж связи"),
        ("Учёба — техникум", "техникум"),
        ("Skills:  Excel, Word", "Excel, Word"),
        ("Образование", ""),
        ("Образование:", ""),
    ],
)
def test_words_after_the_heading_are_found(line, rest):
    start, words = after_heading(read_lines(line)[0])
    assert (start, words) == ((line.index(rest) if rest else len(line)), rest)


TITLES = """
Оператор чата -> True
Старший специалист поддержки -> True
медсестра -> True
Помощник повара -> True
Автослесарь -> True
Cashier -> True
Senior Software Engineer, Payments -> True
Customer Service Representative -> True
Диспетчерская служба -> False
Логистика и склад -> False
отвечал операторам на вопросы -> False
приёмная директора -> False
Саратов -> False
ООО «Ромашка» -> False
helped the manager with all orders -> False
Kept the books and called the customers -> False
Ищете оператора? -> False
Green Store -> False
 -> False
"""


@pytest.mark.parametrize("case", TITLES.strip("\n").splitlines())
def test_title_is_told_from_other_words(case):
    text, _, answer = case.partition(" -> ")
    assert str(is_title(text)) == answer


EMPLOYERS = """
ООО «Ромашка» -> True
ИП Лютикова -> True
Банк «Луг» -> True
завод -> True
кафе «Сад» -> True
"Шар" -> True
Globex Systems LLC -> True
Hill Hospital -> True
Green Store -> True
Саратов -> False
Оператор чата -> False
приём звонков -> False
Анна Кротова -> False
2019 — 2021 -> False
Sales Clerk -> False
Took calls from customers -> False
 -> False
"""


@pytest.mark.parametrize("case", EMPLOYERS.strip("\n").splitlines())
def test_employer_is_told_from_other_words(case):
    text, _, answer = case.partition(" -> ")
    assert str(is_employer(text)) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("АО Лесной банк", True),
        ("«Ромашка»", True),
        ("Globex Inc", True),
        ("Лесной банк", False),
        ("Green Store", False),
        ("ПАОло", False),
    ],
)
def test_legal_form_is_told_from_other_names(text, answer):
    assert has_legal_form(text) is answer


BULLETS = """
- приём звонков -> приём звонков
•чат -> чат
2) касса -> касса
3. отчёты -> отчёты
✓ Excel -> Excel
приём звонков -> приём звонков
2.5 года -> 2.5 года
2019 год -> 2019 год
C++ -> C++
- -> -
"""


@pytest.mark.parametrize("case", BULLETS.strip().splitlines())
def test_bullet_is_taken_off(case):
    line, _, bare = case.rpartition(" -> ")
    assert without_bullet(line) == bare


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("- чат", True),
        ("1. чат", True),
        ("• чат", True),
        ("чат", False),
        ("2.5 года", False),
        ("", False),
    ],
)
def test_bullet_is_told(line, answer):
    assert is_bullet(line) is answer


DURATIONS = """
2 года 9 месяцев -> 33
1 год -> 12
(8 мес.) -> 8
1,5 года -> 18
12 лет -> 144
2 years 3 months -> 27
1 yr 2 mos -> 14
10 months -> 10
"""


@pytest.mark.parametrize("case", DURATIONS.strip().splitlines())
def test_months_of_a_duration_are_counted(case):
    text, _, months = case.partition(" -> ")
    found = re.search(DURATION, text)
    assert is_duration(text)
    assert found is not None
    assert read_duration(found) == int(months)


@pytest.mark.parametrize(
    "text",
    [
        "Март 2020",
        "2 года в банке",
        "2019 год",
        "5",
        "2 недели",
        "годы",
        "two cats",
        "5 monthly reports",
        "",
    ],
)
def test_other_text_is_no_duration(text):
    assert not is_duration(text)


@given(ru_en_text())
def test_lines_quote_the_text_in_order(text):
    lines = read_lines(text)
    assert all(
        text[line.start : line.stop] == line.text == line.text.strip() != "" for line in lines
    )
    assert all(above.stop < below.start for above, below in pairwise(lines))
    assert all(line.section for line in lines if line.is_heading)


@given(ru_en_text())
def test_rest_of_a_heading_stands_where_it_says(text):
    for line in read_lines(f"Навыки: {text}"):
        start, words = after_heading(line)
        assert line.text[start - line.start :] == words
