import pytest

import podbor
from podbor.errors import MissingFileError
from podbor.ranking import COLUMNS, collect
from podbor.records import Date

POSTING = """Оператор горячей линии
Обязанности:
- приём входящих звонков;
- консультирование клиентов;
- ведение базы в CRM.
Требования:
- опыт работы в колл-центре от 1 года;
- грамотная речь.
"""
GOOD = """Анна Пробная
Оператор колл-центра
Опыт работы
Март 2021 — Февраль 2024
Оператор входящей линии
Принимала входящие звонки, консультировала клиентов, вела базу в CRM.
Навыки: грамотная речь, стрессоустойчивость
"""
OTHER = """Иван Пробный
Сварщик
Опыт работы
Март 2015 — Февраль 2024
Сварка труб, монтаж металлоконструкций.
"""
MONTH = Date(year=2026, month=11)


def folder(tmp_path, **files):
    for name, content in files.items():
        (tmp_path / name.replace("__", ".")).write_bytes(content)
    return tmp_path


def test_better_fit_comes_first():
    table = podbor.rank(POSTING, [OTHER, GOOD], today=MONTH)
    assert table["candidate"].tolist() == ["Анна Пробная", "Иван Пробный"]
    assert table["rank"].tolist() == [1, 2]
    assert "duty/handle_inbound_calls" in table["matched"][0]
    assert "duty/handle_inbound_calls" in table["missing"][1]


def test_table_has_the_columns_of_the_contract():
    table = podbor.rank(POSTING, [GOOD], today=MONTH)
    assert tuple(table.columns) == COLUMNS
    assert {"rank", "score", "file", "candidate", "status", "reason"} <= set(COLUMNS)
    assert {"matched", "missing", "knockouts", "warnings"} <= set(COLUMNS)


def test_score_is_that_of_the_pair():
    table = podbor.rank(POSTING, [GOOD], today=MONTH)
    assert table["score"][0] == podbor.score(POSTING, GOOD, today=MONTH).score


def test_bad_files_become_rows_and_the_rest_is_ranked(tmp_path):
    folder(
        tmp_path,
        a__txt=GOOD.encode("cp1251"),
        b__txt=b"",
        c__pdf=bytes(range(256)) * 40,
        d__docx=b"PK\x03\x04 cut",
        e__xyz=b"?",
    )
    table = podbor.rank(POSTING, tmp_path, today=MONTH)
    assert table["file"].tolist() == ["a.txt", "b.txt", "c.pdf", "d.docx", "e.xyz"]
    assert table["status"].tolist() == ["ok", "empty", "wrong_type", "truncated", "unsupported"]
    assert all(
        name in reason for name, reason in zip(table["file"][1:], table["reason"][1:], strict=True)
    )
    assert table["score"].notna().tolist() == [True, False, False, False, False]


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
def test_order_of_input_changes_nothing(tmp_path, order):
    folder(tmp_path, a__txt=GOOD.encode(), b__txt=OTHER.encode(), c__txt=b"")
    files = sorted(tmp_path.iterdir())
    want = podbor.rank(POSTING, files, today=MONTH).drop(columns="match")
    got = podbor.rank(POSTING, [files[i] for i in order], today=MONTH).drop(columns="match")
    assert got.to_json() == want.to_json()


def test_workers_change_nothing(tmp_path):
    folder(tmp_path, a__txt=GOOD.encode(), b__txt=OTHER.encode(), c__txt=b"", d__txt=GOOD.encode())
    want = podbor.rank(POSTING, tmp_path, today=MONTH).drop(columns="match")
    got = podbor.rank(POSTING, tmp_path, jobs=2, today=MONTH).drop(columns="match")
    assert got.to_json() == want.to_json()


def test_same_text_is_noted_as_a_duplicate(tmp_path):
    folder(tmp_path, a__txt=GOOD.encode(), b__txt=GOOD.encode("cp1251"))
    table = podbor.rank(POSTING, tmp_path, today=MONTH)
    assert table["warnings"].tolist() == [[], ["duplicate_of a.txt"]]


def test_files_of_one_name_are_both_ranked(tmp_path):
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "cv.txt").write_text(GOOD, encoding="utf-8")
    found = collect([tmp_path / "x" / "cv.txt", tmp_path / "y" / "cv.txt"])
    assert [c.file for c in found] == ["cv.txt", "cv.txt (2)"]
    assert [c.file for c in collect(tmp_path)] == ["x/cv.txt", "y/cv.txt"]


def test_file_given_twice_is_ranked_once(tmp_path):
    folder(tmp_path, a__txt=GOOD.encode())
    assert len(collect([tmp_path / "a.txt", tmp_path])) == 1


def test_missing_posting_is_refused(tmp_path):
    with pytest.raises(MissingFileError, match=r"none\.txt: no such file"):
        podbor.rank(tmp_path / "none.txt", [GOOD])


def test_missing_resume_becomes_a_row(tmp_path):
    table = podbor.rank(POSTING, [tmp_path / "none.txt"], today=MONTH)
    assert table["status"].tolist() == ["missing"]


def test_progress_is_told():
    seen = []
    podbor.rank(POSTING, [GOOD, OTHER], today=MONTH, progress=lambda *at: seen.append(at))
    assert seen == [(1, 2), (2, 2)]
