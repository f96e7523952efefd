from __future__ import annotations

import pytest
from hypothesis import given

from podbor.parse.career import months_of
from podbor.parse.jobs import find_jobs, stated_total
from podbor.parse.reading import read_text
from podbor.records import Date, Job

from strategies import ru_en_text

TODAY = Date(year=2026, month=11)


def jobs(text: str) -> tuple[Job, ...]:
    return find_jobs(read_text(text, TODAY))


def brief(job: Job) -> tuple[str | None, str | None, int | None]:
    return (
        job.title.text if job.title else None,
        job.employer.text if job.employer else None,
        job.months,
    )


HH = """\
Кротова Анна Львовна
Женщина, 30 лет, родилась 2 мая 1996
Желаемая должность и зарплата
Оператор чата
50 000 ₽

Опыт работы — 4 года 2 месяца

Февраль 2023 — настоящее время
3 года 10 месяцев
АО «Лесной банк»
Псков
Оператор входящей линии
Отвечаю на звонки держателей карт, до 90 за смену.

Сентябрь 2021 — Январь 2023
1 год 5 месяцев
ООО «Ромашка»
Псков, example.com
Информационные технологии
• Связь
Специалист справочной
Искала лекарства по базе, называла цены.

Образование

Высшее
2014 — 2018
Псковский университет
"""


def test_jobs_of_the_hh_layout_are_read():
    assert [brief(job) for job in jobs(HH)] == [
        ("Оператор входящей линии", "АО «Лесной банк»", 46),
        ("Специалист справочной", "ООО «Ромашка»", 17),
    ]


def test_entry_runs_to_the_next_job_or_section():
    first, second = jobs(HH)
    assert HH[first.start : first.stop].splitlines()[0] == "Февраль 2023 — настоящее время"
    assert HH[first.start : first.stop].endswith("до 90 за смену.")
    assert HH[second.start : second.stop].endswith("называла цены.")


def test_current_job_has_no_end():
    first, second = jobs(HH)
    assert (first.current, first.end) == (True, None)
    assert (second.current, second.end) == (False, Date(year=2023, month=1))
    assert first.dates is not None
    assert first.dates.text == "Февраль 2023 — настоящее время"


LAYOUTS = [
    pytest.param(
        "Experience\nSales Clerk \nAug 2013 to Jul 2014 Green Store LLC - Reno\nSold seeds.\n"
        "Cook \nMay 2012 to Jul 2013 Red Kitchen Inc\nCooked.\nEducation\nB.A., 2008 - 2012",
        [("Sales Clerk", "Green Store LLC", 12), ("Cook", "Red Kitchen Inc", 15)],
        id="title above, company beside",
    ),
    pytest.param(
        "Work History\nGreen Store LLC July 2011 to November 2012 Accountant\nCity\nKept books.",
        [("Accountant", "Green Store LLC", 17)],
        id="company, dates, title",
    ),
    pytest.param(
        "EXPERIENCE\n\nHill Net, provider, Reno\nSupport Agent, First Line — Feb 2022 to Aug 2025\n"
        "- 55 calls per shift\n\nFix Kiosk, Reno\nReception — Jun 2020 to Jan 2022\n- took phones",
        [("Support Agent, First Line", "Hill Net", 43), ("Reception", "Fix Kiosk", 20)],
        id="company above, title beside",
    ),
    pytest.param(
        "Experience\nMar 2021 - Present\n • Staff Engineer, Hill Systems LLC\n• Led a migration",
        [("Staff Engineer", "Hill Systems LLC", 69)],
        id="title in a bullet below",
    ),
    pytest.param(
        "ПРОФЕССИОНАЛЬНЫЙ ОПЫТ\n08.2021 – 09.2025   ООО «Дон» (площадка, 140 мест)\n"
        "Должность: специалист линии, с 2023 г. – ведущий специалист\n\n• Звонил по базам.",
        [("специалист линии", "ООО «Дон»", 50)],
        id="label",
    ),
    pytest.param(
        "СТАЖ\nс 11.2016 по 05.2025 | УК «Дом», служба | Диспетчер. Приём заявок по двум линиям.\n"
        "с 2009 по 2016 | Завод «Луч» | Дежурный по КПП",
        [("Диспетчер", "УК «Дом»", 103), ("Дежурный по КПП", "Завод «Луч»", 84)],
        id="table",
    ),
    pytest.param(
        "Опыт работы\nС 2008 г. по 2020 г. — АО «Нить», приёмная директора, секретарь.\nПисьма.",
        [("секретарь", "АО «Нить»", 144)],
        id="title last",
    ),
    pytest.param(
        "Места работы\nБанк «Север», сервис\nмарт 2023 — июнь 2024\nВедущий планировщик\n\nСчёт.",
        [("Ведущий планировщик", "Банк «Север»", 16)],
        id="company above the dates",
    ),
    pytest.param(
        "ОПЫТ\n* ларёк «Свисток» — 1,5 года (с мая 23 по окт 24). чинил зонты\n"
        '* Магазин "Шар" , кладовщик - 5 мес 2023',
        [(None, "ларёк «Свисток»", 18), ("кладовщик", 'Магазин "Шар"', 5)],
        id="bullets",
    ),
    pytest.param(
        "СВАРЩИК\nГде работал:\n- вахта, обвязка, 2019–2025, 30/30\n- «Строй», цех, 2011–2018",
        [(None, None, 72), (None, "«Строй»", 84)],
        id="years in bullets",
    ),
    pytest.param(
        "повар\n5 лет кафе «Сад» - плов\n2 года столовая, раздача\n1,5 г. стройка",
        [(None, "кафе «Сад»", 60), (None, "столовая", 24), (None, None, 18)],
        id="no dates",
    ),
    pytest.param(
        'ОПЕРАТОР\nтакси "Ель" - с 2017 и по сей день (до нового года).\nДо этого:\n2003-07 швея',
        [(None, 'такси "Ель"', 113), ("швея", None, 48)],
        id="first job above the heading",
    ),
    pytest.param(
        "Опыт работы\nиюнь 2025 (три недели)\nБанк «Луг», карты\n\nмарт 2024\nАвтосалон, менеджер",
        [(None, "Банк «Луг»", 1), ("менеджер", "Автосалон", 1)],
        id="single months",
    ),
]


@pytest.mark.parametrize(("text", "found"), LAYOUTS)
def test_title_employer_and_months_are_read(text, found):
    assert [brief(job) for job in jobs(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Образование\n2014 — 2018\nКолледж связи",
        "2014 — 2018 Псковский университет, экономист",
        "2014 — 2018\nState University, Bachelor of Arts",
        "Опыт работы\n2015 – 2017\nОтпуск по уходу за ребёнком",
        "Опыт работы\n2017–2022 не работала: двое детей",
        "Обо мне\nВ 2014–2018 два декрета подряд",
        "Опыт работы\nПолучала премии и грамоты от начальства с 2015 по 2018, затем нет.",
        "Анна, 22 года, Тверь\n28 лет\n35 лет, живу в Твери",
        "5 лет опыта в продажах",
        "",
    ],
)
def test_study_breaks_and_ages_are_no_jobs(text):
    assert jobs(text) == ()


def test_education_heading_ends_the_experience():
    text = (
        "Experience\nCook\n01/2012 - 02/2014\nEducation and Training\n2008 - 2012\nOld Town School"
    )
    assert [brief(job)[2] for job in jobs(text)] == [26]


@given(ru_en_text())
def test_jobs_stand_in_the_text_in_order(text):
    resume = f"Опыт работы\n2015-2018 {text}\nМарт 2019 — н.в.\n{text}"
    found = jobs(resume)
    assert [job.start for job in found] == sorted(job.start for job in found)
    for job in found:
        quotes = [quote for quote in (job.title, job.employer, job.dates) if quote]
        assert all(resume[quote.start : quote.stop] == quote.text for quote in quotes)
        assert all(job.start <= quote.start <= quote.stop <= job.stop for quote in quotes)


def job(begin: int | None, end: int | None, *, months: int | None = None) -> Job:
    """Job from January of one year to December of the other."""
    return Job(
        start=0,
        stop=0,
        begin=Date(year=begin, month=1) if begin else None,
        end=Date(year=end, month=12) if end else None,
        current=bool(begin and not end),
        months=months,
    )


@pytest.mark.parametrize(
    ("held", "months"),
    [
        ([job(2015, 2016), job(2018, 2018)], 36),
        ([job(2015, 2016), job(2016, 2017)], 36),
        ([job(2015, 2020), job(2016, 2017)], 72),
        ([job(2025, None)], 23),
        ([job(2015, 2015), job(None, None, months=6)], 18),
        ([job(None, None)], None),
        ([], None),
    ],
)
def test_total_counts_overlaps_once(held, months):
    assert months_of(held, today=TODAY) == months


@pytest.mark.parametrize(
    ("text", "months", "words"),
    [
        ("Опыт работы — 4 года 2 месяца", 50, "Опыт работы — 4 года 2 месяца"),
        ("Опыт работы —3 года 4 месяца\nМай", 40, "Опыт работы —3 года 4 месяца"),
        ("Опыт — 2 г. 3 мес.", 27, "Опыт — 2 г. 3 мес."),
        ("Опыт работы 8 месяцев", 8, "Опыт работы 8 месяцев"),
        ("Общий стаж: более 12 лет", 144, "Общий стаж: более 12 лет"),
        ("В продажах 5 лет опыта", 60, "5 лет опыта"),
        ("Work experience — 5 years", 60, "Work experience — 5 years"),
        ("Cook with 10+ years of experience", 120, "with 10+ years of experience"),
        ("7 years' sales experience", 84, "7 years' sales experience"),
    ],
)
def test_stated_total_is_read(text, months, words):
    found = stated_total(read_text(text))
    assert found is not None
    assert (found[0], found[1].text) == (months, words)


@pytest.mark.parametrize(
    "text",
    ["Стаж вождения 10 лет", "Женщина, 30 лет", "Опыт работы", "5 years old", "опыт 900 лет"],
)
def test_other_numbers_are_no_total(text):
    assert stated_total(read_text(text)) is None


def test_sentences_can_be_left_out_of_the_total():
    assert stated_total(read_text("5 years of sales experience"), headings_only=True) is None
