import csv
import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from podbor.cli import main

POSTING = "Оператор\nТребования:\n- знание Excel\n- опыт работы от 1 года\n"
RESUME = "Анна Пробная\nНавыки: Excel\nОпыт работы\nМарт 2021 — Февраль 2024\nОператор\n"


def run(*args):
    return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


@pytest.fixture
def files(tmp_path):
    (tmp_path / "posting.txt").write_text(POSTING, encoding="utf-8")
    folder = tmp_path / "resumes"
    folder.mkdir()
    (folder / "a.txt").write_text(RESUME, encoding="utf-8")
    (folder / "b.txt").write_text("Иван Пробный\nСварщик\nСварка труб.", encoding="utf-8")
    (folder / "bad.pdf").write_bytes(b"\x00\x01" * 900)
    return tmp_path


def test_rank_prints_a_table_and_the_unread_files(files):
    done = run("rank", files / "posting.txt", files / "resumes", "--lang", "ru")
    assert done.exit_code == 0
    assert "2 из 3 резюме" in done.stdout
    assert "Анна Пробная" in done.stdout
    assert "bad.pdf: содержимое не соответствует расширению" in done.stdout
    assert done.stderr == ""


def test_rank_speaks_the_language_of_the_posting(files):
    (files / "p.txt").write_text("Call center agent\nRequirements: Excel", encoding="utf-8")
    assert "2 of 3 resumes ranked" in run("rank", files / "p.txt", files / "resumes").stdout


def test_rank_says_what_to_look_at(files):
    (files / "resumes" / "copy.txt").write_text(RESUME, encoding="utf-8")
    done = run("rank", files / "posting.txt", files / "resumes", "--lang", "ru")
    assert "copy.txt: тот же текст, что в a.txt" in done.stdout


def test_rank_writes_jsonl_with_quotes(files):
    out = files / "table.jsonl"
    run("rank", files / "posting.txt", files / "resumes", "--out", out)
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(r["rank"], r["file"], r["status"]) for r in rows] == [
        (1, "a.txt", "ok"),
        (2, "b.txt", "ok"),
        (None, "bad.pdf", "wrong_type"),
    ]
    quotes = {e["concept"]: e["resume"]["text"] for e in rows[0]["matched"] if e["resume"]}
    assert quotes["tool/excel"] == "Excel"


def test_rank_writes_csv_with_safe_cells(files):
    (files / "resumes" / "=cmd.txt").write_text(RESUME, encoding="utf-8")
    out = files / "table.csv"
    run("rank", files / "posting.txt", files / "resumes", "--out", out)
    with out.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert "'=cmd.txt" in [row["file"] for row in rows]
    assert {"rank", "score", "file", "candidate", "status", "reason"} <= set(rows[0])
    assert {"matched", "missing", "knockouts", "warnings"} <= set(rows[0])


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_rank_writes_the_same_bytes_with_workers(files, suffix):
    one, two = files / f"one.{suffix}", files / f"two.{suffix}"
    run("rank", files / "posting.txt", files / "resumes", "--out", one)
    resumes = sorted((files / "resumes").iterdir(), reverse=True)
    run("rank", files / "posting.txt", *resumes, "--out", two, "--jobs", 2)
    assert one.read_bytes() == two.read_bytes()


def test_unreadable_posting_ends_with_two(files):
    done = run("rank", files / "none.txt", files / "resumes")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "none.txt: no such file; check the path" in done.stderr


def test_no_readable_resume_ends_with_two(files):
    done = run("rank", files / "posting.txt", files / "resumes" / "bad.pdf")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "bad.pdf" in done.stderr


def test_unknown_ending_of_out_is_refused_before_the_work(files):
    done = run("rank", files / "posting.txt", files / "resumes", "--out", files / "t.xlsx")
    assert done.exit_code == 2
    assert "t.xlsx: a ranking is written as .csv or .jsonl" in done.stderr


def test_wrong_month_is_refused(files):
    done = run("rank", files / "posting.txt", files / "resumes", "--today", "yesterday")
    assert done.exit_code == 2
    assert "such as 2026-11" in done.stderr


def test_score_gives_one_object(files):
    done = run("score", files / "posting.txt", files / "resumes" / "a.txt")
    row = json.loads(done.stdout)
    assert 0 <= row["score"] <= 1
    assert row["model"].startswith("podbor-fit")


def test_statements_are_json_lines(files):
    done = run("statements", files / "posting.txt")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["kind"], r["text"]) for r in rows][1] == ("heading", "Требования:")


def test_extract_gives_mentions_and_goes_on_after_a_bad_file(files):
    done = run("extract", files / "resumes" / "bad.pdf", files / "posting.txt")
    assert done.exit_code == 0
    assert "tool/excel" in [json.loads(line)["concept"] for line in done.stdout.splitlines()]
    assert "bad.pdf" in done.stderr


def test_parse_resume_gives_jobs_and_months(files):
    row = json.loads(run("parse", "resume", files / "resumes" / "a.txt").stdout)
    assert row["experience_months"] == 36
    assert row["name"]["text"] == "Анна Пробная"


def test_parse_posting_gives_title_and_months(files):
    row = json.loads(run("parse", "posting", files / "posting.txt").stdout)
    assert (row["title"]["text"], row["required_months"]) == ("Оператор", 12)


def test_only_bad_files_end_with_two(files):
    assert run("statements", files / "resumes" / "bad.pdf").exit_code == 2


def test_help_loads_nothing_heavy():
    code = (
        "import sys; sys.argv = ['podbor', '--help']\n"
        "from podbor.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'pandas', 'sklearn', 'spacy', 'pymorphy3', 'lxml', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_library_does_not_load_spacy():
    code = "import podbor, sys; podbor.extract('знание Excel'); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
