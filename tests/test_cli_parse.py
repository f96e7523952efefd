from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings

from podbor.cli import main

from strategies import ru_en_text

POSTING = "Оператор чата\nОплата от 40 000 руб. на руки\nТребования:\n- опыт работы от 1 года\n"
ENGLISH = "Call center agent\nPay: $17 per hour\nRequirements:\n- 2 years of experience\n"
RESUME = """\
Кротова Анна Львовна
тел. +7 900 000-00-12
Желаемая должность: оператор чата
Опыт работы
Февраль 2023 — настоящее время
АО «Лесной банк»
Оператор входящей линии
"""


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


def objects(done: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "posting.txt").write_text(POSTING, encoding="utf-8")
    (tmp_path / "english.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "resume.txt").write_text(RESUME, encoding="utf-8")
    (tmp_path / "bad.pdf").write_bytes(b"\x00\x01" * 900)
    (tmp_path / "empty.txt").write_text("  \n", encoding="utf-8")
    return tmp_path


def test_posting_is_one_json_line_a_file(folder):
    done = run("parse", "posting", folder / "posting.txt", folder / "english.txt")
    found = [(row["file"], row["title"]["text"], row["required_months"]) for row in objects(done)]
    assert found == [("posting.txt", "Оператор чата", 12), ("english.txt", "Call center agent", 24)]
    assert (done.exit_code, done.stderr) == (0, "")


def test_value_of_a_json_line_stands_at_its_offsets(folder):
    (row,) = objects(run("parse", "posting", folder / "posting.txt"))
    pay = row["salary"]
    assert POSTING[pay["start"] : pay["stop"]] == pay["text"]
    assert pay["value"]["minimum"] == 40000


def test_jsonl_is_the_default(folder):
    plain = run("parse", "resume", folder / "resume.txt", "--today", "2026-11")
    named = run("parse", "resume", folder / "resume.txt", "--today", "2026-11", "--format", "jsonl")
    assert plain.stdout == named.stdout


def test_schema_org_is_a_job_posting(folder):
    (row,) = objects(run("parse", "posting", folder / "posting.txt", "--format", "schema-org"))
    assert (row["@type"], row["title"]) == ("JobPosting", "Оператор чата")
    assert row["experienceRequirements"]["monthsOfExperience"] == 12


def test_json_resume_has_basics_and_work(folder):
    (row,) = objects(run("parse", "resume", folder / "resume.txt", "--format", "json-resume"))
    assert row["basics"]["name"] == "Кротова Анна Львовна"
    assert [job["name"] for job in row["work"]] == ["АО «Лесной банк»"]


def table(done: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_csv_has_one_header_for_all_files(folder):
    files = (folder / "posting.txt", folder / "english.txt")
    done = run("parse", "posting", *files, "--format", "csv")
    assert [row["title"] for row in table(done)] == ["Оператор чата", "Call center agent"]


def test_csv_of_a_resume_holds_no_formula(folder):
    (row,) = table(run("parse", "resume", folder / "resume.txt", "--format", "csv"))
    assert (row["name"], row["phones"]) == ("Кротова Анна Львовна", "'+79000000012")


def test_csv_keeps_its_header_where_the_first_file_is_bad(folder):
    done = run("parse", "posting", folder / "bad.pdf", folder / "posting.txt", "--format", "csv")
    assert [row["title"] for row in table(done)] == ["Оператор чата"]


def test_explain_says_the_file_and_a_line_a_value(folder):
    done = run("parse", "posting", folder / "posting.txt", "--explain")
    heads = [line.partition(" = ")[0] for line in done.stdout.splitlines()]
    assert heads == ["# posting.txt", "title", "salary"]


def test_explain_says_words_and_place(folder):
    lines = run("parse", "posting", folder / "posting.txt", "--explain").stdout.splitlines()
    assert "  «от 40 000 руб.» 21:35 (" in lines[2]


MONTHS = """
2023-02 1
2023-12 11
2026-11 46
"""


@pytest.mark.parametrize("case", MONTHS.strip().splitlines())
def test_today_is_what_the_present_counts_to(folder, case):
    month, months = case.split()
    (row,) = objects(run("parse", "resume", folder / "resume.txt", "--today", month))
    assert row["experience_months"] == int(months)


@pytest.mark.parametrize("month", ["2026-13", "2026", "11.2026", "вчера", "2026-00", ""])
def test_today_that_is_no_month_is_refused(folder, month):
    done = run("parse", "resume", folder / "resume.txt", "--today", month)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "give a year and a month, such as 2026-11" in done.stderr


@pytest.mark.parametrize("kind", ["posting", "resume"])
@pytest.mark.parametrize("bad", ["bad.pdf", "empty.txt", "none.txt"])
def test_bad_file_is_named_and_the_good_ones_are_read(folder, kind, bad):
    done = run("parse", kind, folder / "posting.txt", folder / bad, folder / "resume.txt")
    assert [row["file"] for row in objects(done)] == ["posting.txt", "resume.txt"]
    assert done.exit_code == 0
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == ["podbor"]
    assert bad in done.stderr


@pytest.mark.parametrize("kind", ["posting", "resume"])
def test_only_bad_files_end_with_two(folder, kind):
    done = run("parse", kind, folder / "bad.pdf", folder / "none.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 2


WRONG = [
    ("posting", "json-resume"),
    ("resume", "schema-org"),
    ("posting", "xlsx"),
]


@pytest.mark.parametrize(("kind", "form"), WRONG)
def test_form_of_the_other_kind_is_refused(folder, kind, form):
    done = run("parse", kind, folder / "posting.txt", "--format", form)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"'{form}' is not one of" in done.stderr


def test_no_files_are_refused():
    assert run("parse", "posting").exit_code == 2


def test_same_file_gives_the_same_bytes(folder):
    first, second = (
        run("parse", "resume", folder / "resume.txt", "--today", "2026-11") for _ in range(2)
    )
    assert first.stdout == second.stdout


@given(text=ru_en_text())
@settings(max_examples=40)
def test_any_file_with_words_gives_one_line(text):
    with TemporaryDirectory() as name:
        path = Path(name, "cv.txt")
        path.write_text(f"Анна{text}", encoding="utf-8", newline="")
        (row,) = objects(run("parse", "resume", path, "--today", "2026-11"))
    assert row["file"] == "cv.txt"
    for phone in row["phones"]:
        assert f"Анна{text}"[phone["start"] : phone["stop"]] == phone["text"]
