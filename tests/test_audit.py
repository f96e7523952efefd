"""Audit of rankings: rates, impact ratios, what is left out, what is refused."""

from __future__ import annotations

import json
import math

import pytest
from click.testing import CliRunner

from podbor.audit import ERRORS, NOT_CATEGORIES, audit, rate_of, ratio_of
from podbor.cli_audit import RUSSIAN_ERRORS
from podbor.cli_audit import audit as command
from podbor.errors import DataError
from podbor.ranking import COLUMNS, Ranked
from podbor.report.files import write_ranking

HEAD = "rank,score,file,candidate,status"


def write_scores(path, scores):
    """Write a ranking of (file, score) pairs, best first; no score means unread."""
    lines = [HEAD]
    for place, (file, score) in enumerate(scores, 1):
        name = "Кротова Анна"
        lines.append(f",,{file},,empty" if score is None else f"{place},{score},{file},{name},ok")
    path.write_text("\ufeff" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_groups(path, rows, *, head="file,sex"):
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


def by_name(breakdown):
    return {group.values: group for group in breakdown.groups}


def descending(files):
    return [(file, round(1 - place / 1000, 3)) for place, file in enumerate(files)]


@pytest.fixture
def worked(tmp_path):
    """100 people, 40 f and 60 m; the first 30 are 10 f, 20 m; the first 50 are 15 f, 35 m."""
    order = ["f"] * 10 + ["m"] * 20 + ["f"] * 5 + ["m"] * 15 + ["f"] * 25 + ["m"] * 25
    files = [f"{sex}{place}.txt" for place, sex in enumerate(order)]
    ranking = write_scores(tmp_path / "ranking.csv", descending(files))
    groups = write_groups(tmp_path / "groups.csv", [f"{file},{file[0]}" for file in files])
    return ranking, groups


def test_selection_and_scoring_rates_of_the_worked_example(worked):
    report = audit([worked[0]], worked[1], selected=30)
    found = [
        (g.values, g.n, g.selection.hits, g.selection.value, g.scoring.hits, g.scoring.value)
        for g in report.breakdowns[0].groups
    ]
    assert found == [(("f",), 40, 10, 0.25, 15, 0.375), (("m",), 60, 20, 20 / 60, 35, 35 / 60)]
    assert (report.sample, report.n_selected, report.n_above_median) == (100, 30, 50)


def test_impact_ratios_of_the_worked_example(worked):
    women, men = audit([worked[0]], worked[1], selected=30).breakdowns[0].groups
    # 10/40 over 20/60 = 0.75; log error sqrt(1/10 - 1/40 + 1/20 - 1/60) = √0.108333 = 0.329140
    # 0.75 * exp(-1.959964 * 0.329140) = 0.75 * 0.524617; 0.75 / 0.524617
    ratio = women.selection_ratio
    assert (ratio.value, ratio.corrected, ratio.below_four_fifths) == (0.75, False, True)
    assert (ratio.low, ratio.high) == pytest.approx((0.39346, 1.42962), abs=2e-5)
    assert women.scoring_ratio.value == pytest.approx(9 / 14)  # 15/40 over 35/60
    best = men.selection_ratio
    assert (best.value, best.low, best.high, best.below_four_fifths) == (1.0, None, None, False)


def test_rate_has_the_wilson_interval():
    # z² = 3.841459; middle (0.25 + 0.048018) / 1.096036 = 0.271905
    # spread 1.959964 * sqrt(0.25 * 0.75 / 40 + 3.841459 / 6400) / 1.096036 = 0.130040
    rate = rate_of(10, 40)
    assert (rate.low, rate.high) == pytest.approx((0.141865, 0.401945), abs=2e-5)


@pytest.mark.parametrize(("hits", "bounds"), [(0, (0, 0.277533)), (10, (0.722467, 1))])
def test_wilson_interval_of_none_and_all_ends_at_0_and_1(hits, bounds):
    rate = rate_of(hits, 10)  # z² / (10 + z²) = 0.277533
    assert (rate.low, rate.high) == pytest.approx(bounds, abs=1e-6)
    assert 0 <= rate.low <= rate.value <= rate.high <= 1


def test_ratio_with_a_zero_count_adds_a_half_to_all_cells():
    ratio = ratio_of(rate_of(0, 20), rate_of(10, 20))
    # (0.5/21) / (10.5/21) = 1/21; error sqrt(1/0.5 - 1/21 + 1/10.5 - 1/21) = sqrt(2) = 1.414214
    assert (ratio.value, ratio.low, ratio.corrected, ratio.below_four_fifths) == (0, 0, True, True)
    assert ratio.high == pytest.approx(math.exp(1.959964 * math.sqrt(2)) / 21, rel=1e-6)


def test_ratio_of_two_full_groups_has_an_interval_around_1():
    ratio = ratio_of(rate_of(5, 5), rate_of(8, 8))
    assert (ratio.value, ratio.corrected) == (1.0, True)
    assert 0.5 < ratio.low < 1 < ratio.high < 2


@pytest.mark.parametrize(
    ("hits", "below"),
    [((4, 10), False), ((8, 20), False), ((39, 100), True), ((12, 30), False)],  # best: 5 of 10
)
def test_four_fifths_itself_is_not_flagged(hits, below):
    assert ratio_of(rate_of(*hits), rate_of(5, 10)).below_four_fifths is below


@pytest.mark.parametrize(("rate", "best"), [((0, 0), (1, 2)), ((0, 2), (0, 2))])
def test_ratio_of_nothing_is_refused(rate, best):
    with pytest.raises(ValueError, match="no ratio of"):
        ratio_of(rate_of(*rate), rate_of(*best))


def test_top_half_is_selected_when_nothing_is_said(worked):
    report = audit([worked[0]], worked[1])
    assert [g.selection.hits for g in report.breakdowns[0].groups] == [15, 35]


def test_half_of_an_odd_ranking_is_rounded_down(tmp_path):
    ranking = write_scores(tmp_path / "r.csv", [("a", 0.9), ("b", 0.8), ("c", 0.7)])
    groups = write_groups(tmp_path / "g.csv", ["a,f", "b,f", "c,f"])
    assert audit([ranking], groups).n_selected == 1


def test_cut_selects_scores_of_at_least_it(tmp_path):
    ranking = write_scores(tmp_path / "r.csv", [("a", 0.9), ("b", 0.5), ("c", 0.49)])
    groups = write_groups(tmp_path / "g.csv", ["a,f", "b,m", "c,m"])
    report = audit([ranking], groups, cut=0.5)
    assert [(g.values, g.selection.hits) for g in report.breakdowns[0].groups] == [
        (("f",), 1),
        (("m",), 1),
    ]


@pytest.mark.parametrize(("selected", "expected"), [(1, [0, 0, 1]), (2, [0, 1, 1])])
def test_first_are_taken_by_rank_however_the_table_is_sorted(tmp_path, selected, expected):
    ranking = tmp_path / "r.csv"
    ranking.write_text("rank,score,file\n10,0.1,a\n2,0.5,b\n1,0.5,c\n", encoding="utf-8")
    groups = write_groups(tmp_path / "g.csv", ["a,x", "b,y", "c,z"])
    report = audit([ranking], groups, selected=selected)
    assert [g.selection.hits for g in report.breakdowns[0].groups] == expected


def test_first_are_taken_by_score_where_there_is_no_rank(tmp_path):
    ranking = tmp_path / "r.csv"
    ranking.write_text("score,file\n0.1,a\n0.5,b\n0.9,c\n", encoding="utf-8")
    groups = write_groups(tmp_path / "g.csv", ["a,x", "b,y", "c,z"])
    hits = [g.selection.hits for g in audit([ranking], groups, selected=1).breakdowns[0].groups]
    assert hits == [0, 0, 1]


def test_scores_equal_to_the_median_are_not_above_it(tmp_path):
    ranking = write_scores(
        tmp_path / "r.csv", [("a", 0.9), ("b", 0.5), ("c", 0.5), ("d", 0.5), ("e", 0.1)]
    )
    groups = write_groups(tmp_path / "g.csv", ["a,f", "b,f", "c,m", "d,m", "e,m"])
    report = audit([ranking], groups)
    women, men = report.breakdowns[0].groups
    assert (report.median, report.n_above_median) == (0.5, 1)
    assert (women.scoring.hits, men.scoring.hits, men.scoring_ratio.value) == (1, 0, 0.0)


def test_no_ratios_where_nobody_is_above_the_median(tmp_path):
    ranking = write_scores(tmp_path / "r.csv", [("a", 0.5), ("b", 0.5)])
    groups = write_groups(tmp_path / "g.csv", ["a,f", "b,m"])
    found = audit([ranking], groups).breakdowns[0].groups
    assert [(g.scoring.value, g.scoring_ratio) for g in found] == [(0.0, None), (0.0, None)]
    assert [g.selection_ratio.value for g in found] == [1.0, 0.0]


def test_median_is_that_of_everybody_unknown_included(tmp_path):
    ranking = write_scores(
        tmp_path / "r.csv", [("a", 0.9), ("b", 0.8), ("c", 0.7), ("d", 0.2), ("e", 0.1)]
    )
    groups = write_groups(tmp_path / "g.csv", ["d,f", "e,m", "c,"])
    report = audit([ranking], groups)
    assert (report.median, report.unnamed, report.breakdowns[0].unknown) == (0.7, 2, 3)
    assert [g.scoring.hits for g in report.breakdowns[0].groups] == [0, 0]


def test_rankings_are_pooled_and_each_gives_its_first(tmp_path):
    first = write_scores(tmp_path / "a.csv", [("a", 0.9), ("b", 0.8)])
    second = write_scores(tmp_path / "b.csv", [("c", 0.3), ("a", 0.2)])
    groups = write_groups(tmp_path / "g.csv", ["a,f", "b,m", "c,m"])
    report = audit([first, second], groups, selected=1)
    women, men = report.breakdowns[0].groups
    assert (report.rankings, report.sample, report.repeated) == (("a.csv", "b.csv"), 4, 1)
    assert report.median == pytest.approx(0.55)
    assert (women.n, women.selection.hits, women.scoring.hits) == (2, 1, 1)
    assert (men.n, men.selection.hits, men.scoring.hits) == (2, 1, 1)


def test_unread_rows_are_counted_and_enter_no_rate(tmp_path):
    ranking = write_scores(
        tmp_path / "r.csv", [("a", 0.9), ("b", 0.8), ("c", None), ("d", None), ("e", None)]
    )
    groups = write_groups(tmp_path / "g.csv", ["a,f", "b,m", "c,m", "d,"])
    report = audit([ranking], groups, selected=5)
    women, men = report.breakdowns[0].groups
    assert (report.sample, report.unread, report.unnamed) == (2, 3, 0)
    assert [(g.n, g.unread, g.selection.value) for g in (women, men)] == [(1, 0, 1.0), (1, 1, 1.0)]
    assert (report.breakdowns[0].unknown, report.breakdowns[0].unknown_unread) == (0, 2)


def test_group_without_a_scored_row_has_no_rate(tmp_path):
    ranking = write_scores(tmp_path / "r.csv", [("a", 0.9), ("b", 0.8), ("c", None)])
    groups = write_groups(tmp_path / "g.csv", ["a,f", "b,f", "c,m"])
    men = by_name(audit([ranking], groups).breakdowns[0])[("m",)]
    assert (men.n, men.unread, men.selection.value, men.selection_ratio) == (0, 1, None, None)
    assert men.under_two_percent


def test_intersections_are_counted_for_each_pair_of_columns(tmp_path):
    scores = descending("abcdefgh")
    ranking = write_scores(tmp_path / "r.csv", scores)
    rows = ["a,f,x,1", "b,f,x,1", "c,m,x,1", "d,m,y,1", "e,f,y,1", "f,f,y,2", "g,m,,2", "h,,y,2"]
    groups = write_groups(tmp_path / "g.csv", rows, head="file,sex,origin,band")
    report = audit([ranking], groups, selected=3)
    assert [b.columns for b in report.breakdowns] == [
        ("sex",),
        ("origin",),
        ("band",),
        ("sex", "origin"),
        ("sex", "band"),
        ("origin", "band"),
    ]
    pair = report.breakdowns[3]
    assert [(g.values, g.n, g.selection.hits) for g in pair.groups] == [
        (("f", "x"), 2, 2),
        (("f", "y"), 2, 0),
        (("m", "x"), 1, 1),
        (("m", "y"), 1, 0),
    ]
    assert [b.unknown for b in report.breakdowns] == [1, 1, 0, 2, 1, 1]
    best = [g.values for g in pair.groups if g.selection_ratio.low is None]
    assert best == [("f", "x")]  # of two full groups the larger one


@pytest.mark.parametrize(("n_rare", "left_out"), [(1, True), (2, False)])
def test_group_under_two_percent_is_counted_but_left_out_of_ratios(tmp_path, n_rare, left_out):
    files = [f"rare{i}" for i in range(n_rare)] + [f"often{i}" for i in range(100 - n_rare)]
    ranking = write_scores(tmp_path / "r.csv", descending(files))
    groups = write_groups(tmp_path / "g.csv", [f"{f},{f.rstrip('0123456789')}" for f in files])
    found = by_name(audit([ranking], groups, selected=10).breakdowns[0])
    rare, often = found[("rare",)], found[("often",)]
    assert (rare.n, rare.selection.value) == (n_rare, 1.0)
    assert (rare.under_two_percent, rare.selection_ratio is None) == (left_out, left_out)
    expected = 1.0 if left_out else (8 / 98) / 1.0  # the highest rate is that of a group kept
    assert often.selection_ratio.value == pytest.approx(expected)


@pytest.mark.parametrize(("n", "small"), [(29, True), (30, False)])
def test_group_below_thirty_is_small(tmp_path, n, small):
    files = [str(i) for i in range(n)]
    ranking = write_scores(tmp_path / "r.csv", descending(files))
    groups = write_groups(tmp_path / "g.csv", [f"{file},f" for file in files])
    assert [g.small for g in audit([ranking], groups).breakdowns[0].groups] == [small]


def test_unread_people_of_a_written_ranking_are_matched_by_guarded_names(tmp_path):
    ranking = tmp_path / "r.csv"
    write_ranking([(None, Ranked("=x.txt", "empty")), (None, Ranked("b.txt", "empty"))], ranking)
    text = ranking.read_text(encoding="utf-8-sig")
    assert "'=x.txt" in text
    ranking.write_text(text.replace(",,b.txt", "1,0.5,b.txt"), encoding="utf-8")
    groups = write_groups(tmp_path / "g.csv", ["=x.txt,'-", "b.txt,f"])
    found = [(g.values, g.n, g.unread) for g in audit([ranking], groups).breakdowns[0].groups]
    assert found == [(("-",), 0, 1), (("f",), 1, 0)]


def test_table_that_excel_saved_in_russian_is_read(tmp_path):
    ranking = tmp_path / "r.csv"
    ranking.write_text('\ufeff"score";file;rank\r\n0,9;Йод.txt;1\r\n0,1;b.txt;2\r\n', "utf-8")
    decomposed = "И" + chr(0x306) + "од.txt"  # й as macOS writes it
    groups = tmp_path / "g.csv"
    groups.write_text(f"\ufeffFile;Пол;\r\n{decomposed};жен;\r\nb.txt; Жен ;\r\n;;\r\n", "utf-8")
    report = audit([ranking], groups)
    assert report.median == pytest.approx(0.5)
    assert [b.columns for b in report.breakdowns] == [("Пол",)]
    assert [(g.values, g.n) for g in report.breakdowns[0].groups] == [(("жен",), 2)]


def test_columns_of_a_ranking_are_no_categories(tmp_path):
    assert set(COLUMNS) == NOT_CATEGORIES
    ranking = write_scores(tmp_path / "r.csv", [("a", 0.9), ("b", 0.8)])
    rows = ["a,Кротова Анна,f", "b,Белов Пётр,m"]
    groups = write_groups(tmp_path / "g.csv", rows, head="file,candidate,sex")
    report = audit([ranking], groups)
    assert (report.ignored, [b.columns for b in report.breakdowns]) == (("candidate",), [("sex",)])


def test_lines_that_no_ranking_has_are_counted(tmp_path):
    ranking = write_scores(tmp_path / "r.csv", [("a", 0.9), ("b", 0.8)])
    groups = write_groups(tmp_path / "g.csv", ["a,f", "y,f", "z,m"])
    report = audit([ranking], groups)
    assert (report.unused, [g.values for g in report.breakdowns[0].groups]) == (2, [("f",)])


def test_order_of_lines_does_not_matter(worked, tmp_path):
    ranking, groups = worked
    shuffled = []
    for path in (ranking, groups):
        head, *lines = path.read_text(encoding="utf-8-sig").splitlines()
        copy = tmp_path / "copy" / path.name
        copy.parent.mkdir(exist_ok=True)
        copy.write_text("\n".join([head, *reversed(lines)]), encoding="utf-8")
        shuffled.append(copy)
    assert audit([shuffled[0]], shuffled[1], selected=30) == audit([ranking], groups, selected=30)


GOOD_RANKING = "rank,score,file\n1,0.9,a.txt\n2,0.8,b.txt\n"
GOOD_GROUPS = "file,sex\na.txt,f\nb.txt,m\n"
NAMES = "file,fio\n" + "".join(f"{i},Имя {i}\n" for i in range(6))
YEARS = "file,born\n" + "".join(f"{i},{1970 + i % 31}\n" for i in range(99))
BAD = [
    (None, GOOD_GROUPS, "r.csv: no such file; check the path"),
    (GOOD_RANKING, None, "g.csv: no such file; check the path"),
    ("rank,file\n1,a.txt\n", GOOD_GROUPS, "r.csv: has no column “score” .* podbor rank"),
    ("rank,score\n1,0.9\n", GOOD_GROUPS, "r.csv: has no column “file”"),
    ("", GOOD_GROUPS, "r.csv: has no column “score”"),
    ("score,file\nhigh,a.txt\n", GOOD_GROUPS, "r.csv: line 2: the score is no number"),
    ("score,file\nnan,a.txt\n", GOOD_GROUPS, "r.csv: line 2: the score is no number"),
    ("score,file\n,a.txt\n", GOOD_GROUPS, "r.csv: no row has a score"),
    ("score,file\n0.9,a.txt\n0.8,a.txt\n", GOOD_GROUPS, "r.csv: line 3 names the same file"),
    ("score,file\n0.9,\n", GOOD_GROUPS, "r.csv: line 2 names no file"),
    (GOOD_RANKING, "name,sex\na.txt,f\n", "g.csv: has no column “file” .* copy the column"),
    (GOOD_RANKING, "file\na.txt\n", "g.csv: has no column of categories"),
    (GOOD_RANKING, "file,sex\nc.txt,f\n", "g.csv: names no file of the rankings"),
    (GOOD_RANKING, "file,sex\n\na.txt,f\na.txt,m\n", "g.csv: line 4 names the same .* line 3"),
    (GOOD_RANKING, "file,sex,sex\na.txt,f,m\n", "g.csv: has two columns “sex”"),
    (GOOD_RANKING, "file,sex\na.txt,f,m\n", "g.csv: line 2 has more cells"),
    (GOOD_RANKING, NAMES, "g.csv: column “fio” has 6 different values for 6 people"),
    (GOOD_RANKING, YEARS, "g.csv: column “born” has 31 different values for 99 people"),
    (GOOD_RANKING, 'file,sex\n"' + "a" * 140_000 + '",f\n', "g.csv: cannot be read as a table"),
]


@pytest.mark.parametrize(("ranking", "groups", "message"), BAD)
def test_bad_table_is_refused_by_name_with_advice(tmp_path, ranking, groups, message):
    for name, text in (("r.csv", ranking), ("g.csv", groups)):
        if text is not None:
            (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=f"^{message}"):
        audit([tmp_path / "r.csv"], tmp_path / "g.csv")


def test_table_in_another_encoding_is_refused(tmp_path):
    ranking = write_scores(tmp_path / "r.csv", [("a", 0.9)])
    groups = tmp_path / "g.csv"
    groups.write_bytes("file,пол\na,жен\n".encode("cp1251"))
    with pytest.raises(DataError, match=r"^g\.csv: is not UTF-8; save it as CSV UTF-8$"):
        audit([ranking], groups)


def test_folder_instead_of_a_table_is_refused(tmp_path):
    with pytest.raises(DataError, match="cannot be read as a table"):
        audit([tmp_path], tmp_path / "g.csv")


def test_ranking_given_twice_is_refused(worked):
    with pytest.raises(DataError, match=r"^ranking\.csv: is given twice"):
        audit([worked[0], worked[0]], worked[1])


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"selected": 1, "cut": 0.5}, "exclude each other"),
        ({"selected": 0}, "selected is 0; give 1 or more"),
        ({"cut": math.nan}, "cut is nan; give a number"),
    ],
)
def test_impossible_request_is_refused(worked, request_, message):
    with pytest.raises(ValueError, match=message):
        audit([worked[0]], worked[1], **request_)


def test_audit_of_no_ranking_is_refused(worked):
    with pytest.raises(ValueError, match="no ranking to audit"):
        audit([], worked[1])


def run(*args):
    return CliRunner().invoke(command, [str(arg) for arg in args], catch_exceptions=False)


ENGLISH = """\
Sample: 100 scored, 0 without a score; rankings: ranking.csv
Selected, the first 30 of each ranking: 30
Median score of the sample 0.9505, above it: 50

== sex ==
Selected
group   n  of them  rate, %  95 % interval  impact ratio  95 % interval  notes
f      40       10     25.0      14.2–40.2          0.75      0.39–1.43  below four fifths
m      60       20     33.3      22.7–45.9          1.00              -  highest rate
Score above the median
group   n  of them  rate, %  95 % interval  impact ratio  95 % interval  notes
f      40       15     37.5      24.2–53.0          0.64      0.41–1.01  below four fifths
m      60       35     58.3      45.7–69.9          1.00              -  highest rate
unknown: 0

"""


def test_text_is_a_plain_table(worked):
    done = run(worked[0], "--groups", worked[1], "--selected", 30)
    assert done.stdout.startswith(ENGLISH)
    assert done.stdout.endswith(
        "“Below four fifths” (under 0.80) is a flag and no verdict: people judge.\n"
    )
    assert (done.exit_code, done.stderr) == (0, "")


def test_text_in_russian_says_what_is_left_out(tmp_path):
    files = ["a", *(f"b{i}" for i in range(59)), "c"]
    scores = [*descending(files), ("d", None)]
    ranking = write_scores(tmp_path / "r.csv", scores)
    rows = ["a,х", *(f"{file},y" for file in files if file[0] == "b"), "d,y", "e,y"]
    groups = write_groups(tmp_path / "g.csv", rows, head="file,пол")
    lines = run(ranking, "--groups", groups, "--cut", 0.99, "--lang", "ru").stdout.splitlines()
    assert "В выборке 61 (с оценкой), без оценки 1; рейтинги: r.csv" in lines
    assert "Отобраны с оценкой от 0.99: 11" in lines
    assert "Нет в таблице групп, считаются неизвестными: 1" in lines
    assert "Строк таблицы групп, которых нет в рейтингах: 1" in lines
    assert "неизвестно: 1" in lines
    (rare, _) = [line for line in lines if line.startswith("х")]
    assert rare.endswith("меньше 2 % выборки, без отношения; меньше 30 человек")
    (often, _) = [line for line in lines if line.startswith("y")]
    assert often.endswith("наибольшая доля; без оценки 1")
    assert lines[-1] == "«Ниже четырёх пятых» (меньше 0,80) — сигнал, а не вывод: решают люди."


def test_json_is_one_object_with_everything(tmp_path):
    ranking = write_scores(tmp_path / "r.csv", [("a", 0.9), ("b", 0.5), ("c", None)])
    groups = write_groups(tmp_path / "g.csv", ["a,f", "b,f", "c,m"])
    done = run(ranking, "--groups", groups, "--format", "json", "--lang", "ru")
    (line,) = done.stdout.splitlines()
    report = json.loads(line)
    women, men = report["breakdowns"][0]["groups"]
    assert (report["sample"], report["unread"], report["median"]) == (2, 1, 0.7)
    assert (women["values"], women["selection"]["hits"], women["small"]) == (["f"], 1, True)
    assert women["selection_ratio"]["low"] is None
    assert men["selection"] == {"hits": 0, "n": 0, "value": None, "low": None, "high": None}


@pytest.mark.parametrize("form", ["text", "json"])
def test_names_of_candidates_and_files_are_never_printed(worked, form):
    done = run(worked[0], "--groups", worked[1], "--format", form)
    assert "Кротова" in worked[0].read_text(encoding="utf-8")
    assert "Кротова" not in done.output
    assert ".txt" not in done.output


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("en", "podbor: g.csv: line 3 names the same file as line 2; keep one of them\n"),
        ("ru", "podbor: g.csv: в строке 3 тот же файл, что в строке 2; оставьте одну из них\n"),
    ],
)
def test_error_is_told_in_both_languages_without_the_file_of_a_person(tmp_path, lang, message):
    ranking = write_scores(tmp_path / "r.csv", [("Кротова.txt", 0.9)])
    groups = write_groups(tmp_path / "g.csv", ["Кротова.txt,f", "Кротова.txt,m"])
    done = run(ranking, "--groups", groups, "--lang", lang)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", message)


def test_missing_column_is_told_in_russian_with_advice(tmp_path):
    ranking = write_scores(tmp_path / "r.csv", [("a", 0.9)])
    groups = write_groups(tmp_path / "g.csv", ["a,f"], head="name,sex")
    done = run(ranking, "--groups", groups, "--lang", "ru")
    assert done.stderr == (
        "podbor: g.csv: в первой строке нет столбца «file»; скопируйте столбец «file» из рейтинга\n"
    )


def test_every_error_has_its_russian_text():
    assert list(RUSSIAN_ERRORS) == list(ERRORS)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--selected", 3, "--cut", 0.5], "podbor: give only one of --selected and --cut\n"),
        (["--cut", "nan"], "podbor: --cut: give a number\n"),
    ],
)
def test_impossible_options_are_refused(worked, options, message):
    done = run(worked[0], "--groups", worked[1], *options)
    assert (done.exit_code, done.stderr) == (2, message)
