from __future__ import annotations

import pytest
from hypothesis import given

from podbor.parse.reading import read_text
from podbor.parse.study import courses, education, find_levels, level_of_school
from podbor.records import Study

from strategies import ru_en_text

Brief = tuple[str | None, str | None, str | None, int | None]


def brief(study: Study) -> Brief:
    return (
        study.level.value if study.level else None,
        study.institution.text if study.institution else None,
        study.name.text if study.name else None,
        study.end,
    )


def schools(text: str) -> list[Brief]:
    return [brief(study) for study in education(read_text(text))]


def taken(text: str) -> list[tuple[str | None, str | None, int | None]]:
    return [
        brief(course)[2:3] + brief(course)[1:2] + (course.end,)
        for course in courses(read_text(text))
    ]


EDUCATION = [
    pytest.param(
        "Образование\nВысшее\n2014\nПсковский университет связи\nМенеджмент организации",
        [("higher", "Псковский университет связи", "Менеджмент организации", 2014)],
        id="hh",
    ),
    pytest.param(
        "Образование\nСреднее специальное\n2012\nТверской колледж сервиса\nТехнология питания\n"
        "2009\nШкола № 14",
        [
            ("vocational", "Тверской колледж сервиса", "Технология питания", 2012),
            ("secondary", "Школа № 14", None, 2009),
        ],
        id="two schools",
    ),
    pytest.param(
        "ОБРАЗОВАНИЕ\n2008–2013 Лесной институт, бухгалтерский учёт, высшее",
        [("higher", "Лесной институт", "бухгалтерский учёт", 2013)],
        id="one line",
    ),
    pytest.param(
        "Образование: ПТУ № 8, сварочное дело, 2010",
        [("vocational", "ПТУ № 8", "сварочное дело", 2010)],
        id="in the heading",
    ),
    pytest.param(
        "Образование\nУчебное заведение: Псковский техникум\n"
        "Специальность: логистика\nГод окончания: 2016",
        [("vocational", "Псковский техникум", "логистика", 2016)],
        id="labels",
    ),
    pytest.param(
        "Швея. Окончила Псковский колледж моды, 2011.",
        [("vocational", "Псковский колледж моды", None, 2011)],
        id="sentence",
    ),
    pytest.param(
        "Education\nBachelor of Arts in History\nHill State University\n2012",
        [("bachelor", "Hill State University", "History", 2012)],
        id="english",
    ),
    pytest.param(
        "EDUCATION\nHigh school diploma\nOld Town High School, 2009",
        [("secondary", "Old Town High School", None, 2009)],
        id="high school",
    ),
    pytest.param(
        "Education\nM.S. in Statistics, Hill University, 2018\nB.S. in Physics, Lake College, 2015",
        [
            ("master", "Hill University", "Statistics", 2018),
            ("bachelor", "Lake College", "Physics", 2015),
        ],
        id="two degrees",
    ),
]


@pytest.mark.parametrize(("text", "found"), EDUCATION)
def test_schools_are_read(text, found):
    assert schools(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Опыт работы\n2014 — 2018\nПсковский университет связи\nЛаборант",
        "Опыт работы\n2019 — 2021\nШкола № 14\nПовар",
        "Преподавал в колледже связи с 2014 года",
        "Обо мне\nспокойная, люблю порядок",
        "Навыки\nExcel, Word",
        "Образование",
        "Курсы\nExcel, 2019",
        "Experience\nLibrarian, Lake College, 2015 - 2019",
        "I worked at a school for three years.",
        "Skills\nTeaching, planning",
        "",
    ],
)
def test_no_school_is_made_up(text):
    assert schools(text) == []


def test_years_of_study_are_both_kept():
    (study,) = education(read_text("Образование\n2008 — 2013\nЛесной институт"))
    assert (study.begin, study.end) == (2008, 2013)


def test_level_by_the_school_is_marked_as_a_guess():
    (study,) = education(read_text("Образование\nТверской колледж сервиса, 2012"))
    assert study.level is not None
    assert (study.level.value, study.level.inferred) == ("vocational", True)


COURSES = [
    pytest.param(
        "Курсы\n2019\nДеловая переписка\nУчебный центр «Мост»",
        [("Деловая переписка", "Учебный центр «Мост»", 2019)],
        id="hh",
    ),
    pytest.param(
        "Курсы\n- «Excel для склада», УЦ «Мост», 2021\n- «Касса», УЦ «Луч», 2022",
        [("Excel для склада", "УЦ «Мост»", 2021), ("Касса", "УЦ «Луч»", 2022)],
        id="bullets",
    ),
    pytest.param(
        "Повышение квалификации, курсы\nОхрана труда — Тверской учебный центр — 2020",
        [("Охрана труда", "Тверской учебный центр", 2020)],
        id="dashes",
    ),
    pytest.param("Курсы\n1С: Склад", [("1С: Склад", None, None)], id="name only"),
    pytest.param(
        "Certifications\nFood Handler, Reno Training Center, 2018",
        [("Food Handler", "Reno Training Center", 2018)],
        id="english",
    ),
    pytest.param(
        "Courses\n- First Aid (Hill Academy), 2022\n- Forklift, 2023",
        [("First Aid", "Hill Academy", 2022), ("Forklift", None, 2023)],
        id="bracket",
    ),
]


@pytest.mark.parametrize(("text", "found"), COURSES)
def test_courses_are_read(text, found):
    assert taken(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Образование\nТверской колледж сервиса, 2012",
        "Опыт работы\n2019 — 2021\nшвея",
        "Навыки\nExcel",
        "Курсы",
        "Курсы\nнет",
        "Education\nLake College, 2015",
        "Certifications\nNone",
        "",
    ],
)
def test_no_course_is_made_up(text):
    assert taken(text) == []


LEVELS = """
высшее образование -> higher
неоконченное высшее -> incomplete_higher
среднее специальное -> vocational
среднее профессиональное образование -> vocational
полное среднее образование -> secondary
магистр экономики -> master
бакалавр -> bachelor
кандидат технических наук -> doctorate
high school diploma or GED -> secondary secondary
Bachelor's degree in History -> bachelor
Master of Science -> master
MBA -> master
Ph.D. in Physics -> doctorate
Associate degree -> vocational
высшее или среднее специальное -> higher vocational
выше среднего по отделу ->
старший мастер цеха ->
средний чек за смену ->
школа продаж ->
опыт работы ->
higher pay than before ->
"""


@pytest.mark.parametrize("case", LEVELS.strip().splitlines())
def test_levels_in_words_are_found(case):
    text, _, names = case.partition(" ->")
    assert [level.name for level in find_levels(text)] == names.split()


@pytest.mark.parametrize(
    ("school", "level"),
    [
        ("Тверской колледж связи", "vocational"),
        ("Псковский техникум", "vocational"),
        ("Школа № 14", "secondary"),
        ("Псковский университет", "higher"),
        ("Hill State University", "bachelor"),
        ("Old Town High School", "secondary"),
        ("ООО «Ромашка»", None),
        ("Green Store LLC", None),
        ("", None),
    ],
)
def test_kind_of_school_suggests_a_level(school, level):
    assert level_of_school(school) == level


@given(ru_en_text())
def test_studies_quote_the_text(text):
    resume = f"Образование\n2014 Лесной институт {text}\n{text}\nКурсы\n{text}\n2019 {text}"
    reading = read_text(resume)
    for study in [*education(reading), *courses(reading)]:
        assert 0 <= study.start <= study.stop <= len(resume)
        for value in (study.level, study.institution, study.name):
            if value:
                assert resume[value.start : value.stop] == value.text
