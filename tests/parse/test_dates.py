from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podbor.normalize import normalize
from podbor.parse.dates import document_date, find_periods, months_between
from podbor.records import Date

from strategies import ru_en_text

TODAY = Date(year=2026, month=11)


def brief(date: Date | None) -> str:
    if date is None:
        return "now"
    return f"{date.year}" if date.month is None else f"{date.year}-{date.month}"


PERIODS = """
[Март 2017 — настоящее время](2017-3..now)
[Март 2017 — по настоящее время](2017-3..now)
работала [с марта 2020 по настоящее время](2020-3..now)
[03.2019 – 05.2021] ООО «Ромашка» (2019-3..2021-5)
[01.03.2019 - 05.05.2021](2019-3..2021-5)
[2015-2018](2015..2018)
[2019-03 — present](2019-3..now)
[2019-03 - 2020-05](2019-3..2020-5)
Clerk, [Aug 2013 to Current] Company (2013-8..now)
[01/2012 - 02/2014](2012-1..2014-2)
[January 2012 to December 2014](2012-1..2014-12)
[Sept. 2012 – Apr. 2013](2012-9..2013-4)
[Jan 1, 2015 to Feb 3, 2016](2015-1..2016-2)
[Aug '13 to Oct '14](2013-8..2014-10)
[с 2019 г. по н.в.](2019..now)
[с 2017 и по сей день](2017..now)
[с 10.2023 — сейчас](2023-10..now)
[2021, март — сейчас](2021-3..now)
[июнь 2024 → сейчас]: кафе (2024-6..now)
[2006 — сентябрь 2025]. Библиотека (2006..2025-9)
[С 2014 по 2020 год] работала (2014..2020)
[2000-2008 гг.](2000..2008)
[2003-07] швея (2003..2007)
(было [с мая 23 по окт 24]) (2023-5..2024-10)
[25 августа — 12 сентября 2025](2025-8..2025-9)
[апрель – май 2025](2025-4..2025-5)
""".strip().splitlines()


@pytest.mark.parametrize("case", PERIODS)
def test_period_is_found_where_marked(case):
    marked, _, answer = case.rpartition("(")
    start, stop = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = find_periods(normalize(text), today=TODAY)
    assert [(p.start, p.stop, f"{brief(p.begin)}..{brief(p.end)})") for p in found] == [
        (start, stop, answer)
    ]
    assert [p.current for p in found] == [answer.endswith("now)")]


@pytest.mark.parametrize(
    "text",
    ["Март 2017 —\nнастоящее время", "Март\n2017 — настоящее\nвремя", "April 2013\nto\nCurrent"],
)
def test_period_may_be_wrapped(text):
    assert [(p.start, p.stop) for p in find_periods(normalize(text))] == [(0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "тел. 8 (900) 2015-2018",
        "+7 900 000-00-12, 8 900 000 2015",
        "555-0112",
        "2018 - 2015",
        "декабрь 2020 — март 2020",
        "1945 - 1949",
        "2030 - 2035",
        "труба 57–426, смена 9-18",
        "2019-20-21",
        "оклад от 1990 до 2000 руб.",
        "зарплата 2000-2010 $",
        "родился 24.11.1994",
        "с 2023 г. ведущий специалист",
        "15–18 договоров в месяц",
        "May I help you to present it",
        "№ 12015-2018",
    ],
)
def test_numbers_that_are_no_period_are_refused(text):
    assert find_periods(normalize(text), today=TODAY) == []


def test_offsets_point_into_the_original():
    text = "ra&nbsp;Март&nbsp;2017\u00a0—&nbsp;Июнь 2019, при\u00adём"
    (period,) = find_periods(normalize(text))
    assert text[period.start : period.stop] == "Март&nbsp;2017\u00a0—&nbsp;Июнь 2019"


def test_several_periods_keep_the_order_of_the_text():
    text = "2015-2018, 03.2019 - 05.2021, с 2022 по н.в."
    assert [brief(p.begin) for p in find_periods(normalize(text))] == ["2015", "2019-3", "2022"]


@given(ru_en_text() | st.text("0123456789.-–/ майпоto\n", max_size=40))
def test_periods_lie_in_the_text_and_end_after_they_begin(text):
    for period in find_periods(normalize(text), today=TODAY):
        assert 0 <= period.start < period.stop <= len(text)
        assert period.current == (period.end is None)
        assert 1950 <= period.begin.year <= (period.end or TODAY).year <= 2027


@pytest.mark.parametrize(
    ("begin", "end", "months"),
    [
        ((2019, 3), (2021, 5), 27),
        ((2019, 3), (2019, 3), 1),
        ((2015, None), (2018, None), 36),
        ((2015, None), (2015, None), 12),
        ((2015, None), (2018, 6), 36),
        ((2015, 7), (2018, None), 36),
        ((2025, None), (2025, 3), 3),
        ((2026, 9), None, 3),
        ((2027, 1), None, 0),
    ],
)
def test_months_count_both_ends_and_take_bare_years_at_the_middle(begin, end, months):
    first = Date(year=begin[0], month=begin[1])
    last = Date(year=end[0], month=end[1]) if end else None
    assert months_between(first, last, today=TODAY) == months


@pytest.mark.parametrize(
    "text",
    [
        "Анна Кротова • Резюме обновлено 8 октября 2026 в 12:34",
        "Резюме обновлено 08.10.2026 16:24",
        "Дата обновления: 08.10.2026",
        "Resume updated 8 October 2026",
        "Updated on October 8, 2026",
        "Last updated: 2026-10-08",
    ],
)
def test_document_date_is_read(text):
    assert document_date(normalize(text)) == Date(year=2026, month=10)


@pytest.mark.parametrize("text", ["родилась 8 октября 1996", "обновил базу", "8 October 2026", ""])
def test_other_dates_are_no_document_date(text):
    assert document_date(normalize(text)) is None
