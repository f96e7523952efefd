"""RTF: code pages, paragraphs, tables, hidden text."""

from __future__ import annotations

import pytest

from podbor.readers import read
from podbor.records import Notice
from samples_files import RESUME, rtf, saved


def read_body(folder, body):
    return read(saved(folder, "cv.rtf", rtf(body)))


def test_paragraphs_become_lines(tmp_path):
    document = read_body(tmp_path, RESUME.replace("\n", "\\par "))
    assert document.text.split("\n") == RESUME.split("\n")
    assert [document.text[b.start : b.stop] for b in document.blocks] == RESUME.splitlines()
    assert document.notices == ()


def test_unicode_letters_are_read(tmp_path):
    assert read_body(tmp_path, r"\u1054?\u1087?\u1099?\u1090?").text == "Опыт"


def test_the_font_tells_the_code_page(tmp_path):
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}"
        rb"\f1\'ce\'ef\'fb\'f2}"
    )
    assert read(saved(tmp_path, "cv.rtf", data)).text == "Опыт"


def test_cells_do_not_glue(tmp_path):
    assert read_body(tmp_path, r"Город\cell Тверь\cell\row").text.strip() == "Город\nТверь"


def test_a_picture_and_its_bytes_are_skipped(tmp_path):
    assert (
        read_body(tmp_path, r"Опыт{\pict\wmetafile8 0102ff}{\pict\bin3 }}}} CRM").text == "Опыт CRM"
    )


def test_the_words_of_a_link_are_read(tmp_path):
    link = r'{\field{\*\fldinst{HYPERLINK "https://example.com"}}{\fldrslt{Вера}}}'
    assert read_body(tmp_path, f"{link} Опыт").text == "Вера Опыт"


HIDDEN = [
    ("group", r"Вера{\v Excel}"),
    ("until \\v0", r"Вера\v Excel\v0 "),
    ("until \\plain", r"Вера\v Excel\plain "),
    ("groups inside", r"Вера{\v Ex{\b ce}l}"),
    ("escaped letters", r"Вера{\v \u1054?\'ef\'fb}"),
    ("tiny", r"Вера{\fs2 Excel}"),
]
COUNTS = {"escaped letters": 4}  # the fallback «?» of \u1054 counts as well


@pytest.mark.parametrize(("why", "body"), HIDDEN, ids=[row[0] for row in HIDDEN])
def test_hidden_text_is_left_out_and_told(tmp_path, why, body):
    document = read_body(tmp_path, f"{body} CRM")
    assert document.text.split() == ["Вера", "CRM"]
    count = COUNTS.get(why, 5)
    assert document.notices == (Notice(code="hidden_text", detail=f"{count} characters"),)


HONEST = [
    ("hidden style", r"{\stylesheet{\s1\v Тайный;}}Вера"),
    ("off", r"\v0 Вера"),
    ("underlined", r"{\ul Вера}"),
    ("view kind", r"\viewkind4\vern0 Вера"),
]


@pytest.mark.parametrize(("why", "body"), HONEST, ids=[row[0] for row in HONEST])
def test_honest_text_stays(tmp_path, why, body):
    document = read_body(tmp_path, body)
    assert (document.text, document.notices) == ("Вера", ()), why


def test_a_missing_end_is_told(tmp_path):
    document = read(saved(tmp_path, "cv.rtf", rtf("Вера")[:-1]))
    assert document.text == "Вера"
    assert [notice.code for notice in document.notices] == ["cut_off"]
