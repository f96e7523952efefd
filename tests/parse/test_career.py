from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import podbor
from podbor.parse.career import gaps, merged, months_of, overlaps
from podbor.parse.jobs import find_jobs
from podbor.parse.reading import read_text
from podbor.records import Date, Job, Stretch

from strategies import ru_en_text

TODAY = Date(year=2026, month=11)


def date(iso: str) -> Date:
    year, _, month = iso.partition("-")
    return Date(year=int(year), month=int(month) if month else None)


def jobs(spans: str) -> list[Job]:
    """Jobs of «2020-01/2020-06 2021/», an open one is held now."""
    made = []
    for i, span in enumerate(spans.split()):
        begin, _, end = span.partition("/")
        last = date(end) if end else None
        made.append(Job(start=i, stop=i, begin=date(begin), end=last, current=not end))
    return made


def brief(stretches: tuple[Stretch, ...]) -> list[str]:
    return [
        f"{s.begin.year}-{s.begin.month:02}/{s.end.year}-{s.end.month:02} {s.months}"
        for s in stretches
    ]


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ("2020-01/2020-06 2020-10/2021-01", ["2020-07/2020-09 3"]),
        ("2020-10/2021-01 2020-01/2020-06", ["2020-07/2020-09 3"]),
        ("2019-01/2019-10 2020-01/2020-03", ["2019-11/2019-12 2"]),
        ("2019-03/2019-11 2020-03/2020-05 2021-01/", ["2019-12/2020-02 3", "2020-06/2020-12 7"]),
        ("2018-01/2018-02 2018-01/2019-06 2020-01/", ["2019-07/2019-12 6"]),
    ],
)
def test_gap_is_found_between_jobs(spans, found):
    assert brief(gaps(jobs(spans), today=TODAY)) == found


@pytest.mark.parametrize(
    "spans",
    [
        "",
        "2020-01/2020-06",
        "2020-01/2020-06 2020-07/2020-09",
        "2020-01/2020-06 2020-08/2020-09",  # one month without a job
        "2020-01/2021-06 2020-03/2020-05 2021-07/2022-01",
        "2015/2016 2019/2020",  # bare years say nothing of months
        "2019-01/",
    ],
)
def test_no_gap_is_found_where_none_is_sure(spans):
    assert gaps(jobs(spans), today=TODAY) == ()


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ("2020-01/2020-06 2020-04/2020-12", ["2020-04/2020-06 3"]),
        ("2020-04/2020-12 2020-01/2020-06", ["2020-04/2020-06 3"]),
        ("2018-01/2020-12 2019-03/2019-08", ["2019-03/2019-08 6"]),
        ("2026-01/ 2026-06/", ["2026-06/2026-11 6"]),
        (
            "2018-01/2020-12 2018-02/2018-05 2019-02/2019-05",
            ["2018-02/2018-05 4", "2019-02/2019-05 4"],
        ),
        ("2018-01/2018-12 2018-01/2018-12 2018-01/2018-12", ["2018-01/2018-12 12"]),
    ],
)
def test_overlap_is_found(spans, found):
    assert brief(overlaps(jobs(spans), today=TODAY)) == found


@pytest.mark.parametrize(
    "spans",
    [
        "",
        "2020-01/",
        "2020-01/2020-06 2020-07/2020-12",
        "2020-01/2020-06 2020-06/2020-12",  # the month of the change
        "2020-01/2020-06 2021-06/2021-12",
        "2018/2020 2019/2021",
    ],
)
def test_no_overlap_is_found_where_none_is_sure(spans):
    assert overlaps(jobs(spans), today=TODAY) == ()


@pytest.mark.parametrize(
    ("ranges", "joined"),
    [
        ([(1, 5), (5, 8)], [(1, 8)]),
        ([(6, 8), (1, 5)], [(1, 5), (6, 8)]),
        ([(1, 9), (2, 3), (4, 5)], [(1, 9)]),
        ([], []),
    ],
)
def test_ranges_that_touch_are_joined(ranges, joined):
    assert merged(ranges) == joined


@pytest.mark.parametrize(
    ("spans", "months"),
    [
        ("2020-01/2020-01", 1),
        ("2020-01/2020-06 2020-04/2020-12", 12),
        ("2020-01/2020-06 2021-01/2021-06", 12),
        ("2026-09/", 3),
        ("2019/2021", 24),
    ],
)
def test_months_are_whole_with_both_ends(spans, months):
    assert months_of(jobs(spans), today=TODAY) == months


def test_job_without_an_end_has_no_months():
    job = Job(start=0, stop=1, begin=date("2020-01"))
    assert months_of([job], today=TODAY) is None


RESUME = """Пробный Олег
Опыт работы
Январь 2024 — Июнь 2024
ООО «Лютик»
Оператор колл-центра
- приём входящих звонков

Январь 2022 — Декабрь 2022
ООО «Клевер»
Оператор колл-центра
- приём входящих звонков

Навыки
Excel
"""


def test_ability_adds_up_the_jobs_that_show_it():
    abilities = {each.concept: each for each in podbor.parse_resume(RESUME).abilities}
    calls = abilities["duty/handle_inbound_calls"]
    assert (calls.shown, calls.months, calls.last_used) == (True, 18, date("2024-06"))


def test_listed_ability_has_no_months():
    abilities = {each.concept: each for each in podbor.parse_resume(RESUME).abilities}
    excel = abilities["tool/excel"]
    assert (excel.listed, excel.shown, excel.months, excel.last_used) == (True, False, None, None)


def test_abilities_are_sorted_by_concept():
    concepts = [each.concept for each in podbor.parse_resume(RESUME).abilities]
    assert concepts == sorted(set(concepts))


MONTHS = st.integers(2000 * 12, 2026 * 12)


@given(st.lists(st.tuples(MONTHS, st.integers(0, 60))), ru_en_text())
def test_gaps_and_months_fill_the_career(spans, text):
    made = [
        Job(
            start=0,
            stop=len(text),
            begin=Date(year=first // 12, month=first % 12 + 1),
            end=Date(year=(first + more) // 12, month=(first + more) % 12 + 1),
        )
        for first, more in spans
    ]
    worked = months_of(made, today=TODAY) or 0
    length = max((a + more + 1 for a, more in spans), default=0) - min(
        (a for a, _ in spans), default=0
    )
    missing = sum(gap.months for gap in gaps(made, today=TODAY))
    assert worked + missing <= length < worked + missing + len(made) + 1 or not spans


@given(ru_en_text())
def test_jobs_of_any_text_add_up(text):
    found = find_jobs(
        read_text(f"Опыт работы\nМарт 2019 — Май 2020\n{text}\n2015-2018 {text}", TODAY)
    )
    total = months_of(found, today=TODAY)
    assert (total or 0) <= sum(job.months or 0 for job in found)
    assert all(gap.months >= 2 for gap in gaps(found, today=TODAY))
