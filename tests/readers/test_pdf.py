"""PDF: order of columns, hidden text, footers, scans, passwords."""

from __future__ import annotations

import json
import re
import time

import pytest

from podbor.errors import EmptyFileError, EncryptedFileError, ScannedFileError, TooLargeError
from podbor.readers import Limits, read
from podbor.records import Notice
from samples_files import RESUME, Sheet, locked_pdf, saved, simple_pdf

from support import SHARED

LEFT = [
    "Приём входящих звонков",
    "Работа с жалобами",
    "Ведение базы в CRM",
    "Обучение новичков",
    "Отчёты за смену",
    "Контроль качества",
    "Помощь клиентам в чате",
    "Обзвон должников",
]
RIGHT = [
    "Грамотная речь",
    "Слепая печать",
    "Знание Excel и 1С",
    "Спокойный характер",
    "Опыт от года",
    "Высшее образование",
    "Английский язык",
    "График два через два",
]
TABLE = [
    ("Город", "Тверь, переезд возможен"),
    ("Телефон", "+7 900 000-00-12"),
    ("График", "два через два"),
    ("Занятость", "полная"),
    ("Язык", "английский, средний"),
    ("Зарплата", "60 000 на руки"),
]
FOOTER = "Крылова Вера  •  Резюме обновлено 8 октября 2026"


def read_sheet(folder, sheet, **options):
    return read(saved(folder, "cv.pdf", sheet.data()), **options)


def test_lines_come_in_order_with_their_pages(tmp_path):
    document = read(saved(tmp_path, "cv.pdf", simple_pdf()))
    assert document.text == RESUME.rstrip("\n")
    assert document.n_pages == 1
    assert [block.page for block in document.blocks] == [1, 1, 1, 1, 1]
    assert document.text[document.blocks[1].start :].startswith("Оператор")


def test_columns_drawn_one_after_the_other_stay_so(tmp_path):
    sheet = Sheet().lines(50, 100, LEFT).lines(320, 100, RIGHT)
    assert read_sheet(tmp_path, sheet).text.splitlines() == LEFT + RIGHT


def test_a_right_column_drawn_first_is_read_first(tmp_path):
    sheet = Sheet().lines(320, 100, RIGHT, pitch=18).lines(50, 103, LEFT)
    assert read_sheet(tmp_path, sheet).text.splitlines() == RIGHT + LEFT


def drawn_by_rows(sheet, top=100):
    for i, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        sheet.text(50, top + i * 15, left).text(320, top + 5 + i * 18, right)
    return sheet


def test_columns_drawn_row_by_row_are_read_by_columns(tmp_path):
    assert read_sheet(tmp_path, drawn_by_rows(Sheet())).text.splitlines() == LEFT + RIGHT


def test_a_line_above_the_columns_does_not_hide_their_gutter(tmp_path):
    name = "Крылова Вера Андреевна, оператор контактного центра, город Тверь, без переезда"
    sheet = drawn_by_rows(Sheet().text(50, 40, name), top=100)
    assert read_sheet(tmp_path, sheet).text.splitlines() == [name, *LEFT, *RIGHT]


def test_a_table_of_labels_and_values_keeps_its_rows(tmp_path):
    sheet = Sheet()
    for i, (label, value) in enumerate(TABLE):
        sheet.text(50, 100 + i * 18, label).text(220, 100 + i * 18, value)
    words = " ".join(f"{label} {value}" for label, value in TABLE)
    assert read_sheet(tmp_path, sheet).text.split() == words.split()


def test_dates_on_the_left_stay_with_their_jobs(tmp_path):
    sheet = Sheet()
    for i in range(4):
        top = 100 + i * 60
        sheet.text(50, top, f"Март 201{i} —").text(50, top + 11, f"Июнь 201{i + 1}", size=9)
        sheet.text(220, top + 3, f"Фирма номер {i}", size=13).text(220, top + 20, "Оператор")
    lines = read_sheet(tmp_path, sheet).text.splitlines()
    places = [next(i for i, line in enumerate(lines) if f"номер {n}" in line) for n in range(4)]
    dates = [next(i for i, line in enumerate(lines) if f"Март 201{n}" in line) for n in range(4)]
    assert sorted([*places, *dates]) == [
        place for pair in zip(dates, places, strict=True) for place in sorted(pair)
    ]


def test_a_word_hyphenated_at_a_line_end_is_joined(tmp_path):
    sheet = Sheet().lines(50, 100, ["Обработка обраще-", "ний и бизнес-", "процессов"])
    assert read_sheet(tmp_path, sheet).text == "Обработка обращений и бизнес-процессов"


HIDDEN = [
    ("white", {"color": 255}),
    ("nearly white", {"color": 250}),
    ("invisible mode", {"mode": 3}),
    ("transparent", {"alpha": 0.02}),
    ("tiny", {"size": 1}),
]


@pytest.mark.parametrize(("why", "look"), HIDDEN, ids=[row[0] for row in HIDDEN])
def test_hidden_text_is_left_out_and_told(tmp_path, why, look):
    sheet = Sheet().lines(60, 80, RESUME.splitlines()).text(60, 500, "Excel SQL CRM", **look)
    document = read_sheet(tmp_path, sheet)
    assert document.text == RESUME.rstrip("\n"), why
    assert document.notices == (Notice(code="hidden_text", detail="11 characters"),)


def test_text_outside_the_page_is_left_out_and_told(tmp_path):
    sheet = Sheet().lines(60, 80, RESUME.splitlines()).text(60, 1200, "Excel SQL")
    document = read_sheet(tmp_path, sheet)
    assert document.text == RESUME.rstrip("\n")
    assert document.notices == (Notice(code="hidden_text", detail="8 characters"),)


def test_a_word_both_hidden_and_shown_stays_where_it_is_shown(tmp_path):
    sheet = Sheet().text(60, 80, "Excel", color=255).lines(60, 110, ["Навыки", "Excel"])
    assert read_sheet(tmp_path, sheet).text == "Навыки\nExcel"


def test_white_text_on_a_dark_bar_is_honest(tmp_path):
    sheet = Sheet().bar(40, 60, 500, 30, gray=40).text(60, 80, "Вера Крылова", color=255)
    document = read_sheet(tmp_path, sheet.text(60, 130, "Оператор"))
    assert document.text == "Вера Крылова\nОператор"
    assert document.notices == ()


def test_white_text_on_a_turned_page_is_found(tmp_path):
    from pypdf import PdfReader, PdfWriter

    sheet = Sheet().bar(40, 60, 500, 30, gray=40).text(60, 80, "Вера Крылова", color=255)
    path = saved(tmp_path, "a.pdf", sheet.text(60, 300, "Excel", color=255).data())
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.pages[0].rotate(90)
    writer.write(tmp_path / "b.pdf")
    document = read(tmp_path / "b.pdf")
    assert document.text == "Вера Крылова"
    assert document.notices == (Notice(code="hidden_text", detail="5 characters"),)


@pytest.mark.parametrize("page", [(14_000, 14_000), (14_000, 10)], ids=["vast", "ribbon"])
def test_a_vast_page_with_white_text_is_read_quickly(tmp_path, page):
    sheet = Sheet(page=page).text(60, 8, "Excel", color=255).text(200, 8, "Оператор")
    begin = time.perf_counter()
    assert read_sheet(tmp_path, sheet).text == "Оператор"
    assert time.perf_counter() - begin < 3


def test_the_footer_of_each_page_is_a_footer(tmp_path):
    sheet = Sheet().lines(60, 80, ["Оператор", "Приём звонков"]).text(60, 800, FOOTER)
    sheet.page().lines(60, 80, ["Обо мне", "Спокойна"]).text(60, 800, FOOTER)
    document = read_sheet(tmp_path, sheet)
    footers = [block for block in document.blocks if block.kind == "footer"]
    closing = " ".join(FOOTER.split())
    assert [" ".join(document.text[b.start : b.stop].split()) for b in footers] == [closing] * 2
    assert [block.page for block in footers] == [1, 2]


def test_page_numbers_are_footers(tmp_path):
    sheet = Sheet()
    for number, work in enumerate(("звонки", "письма", "чаты"), 1):
        sheet.lines(60, 80, ["Опыт", f"входящие {work}"]).text(60, 800, f"Ким А. {number} из 3")
        if number < 3:
            sheet.page()
    document = read_sheet(tmp_path, sheet)
    footers = [document.text[b.start : b.stop] for b in document.blocks if b.kind == "footer"]
    assert footers == ["Ким А. 1 из 3", "Ким А. 2 из 3", "Ким А. 3 из 3"]


def test_the_last_lines_of_a_page_are_no_footer(tmp_path):
    sheet = Sheet().lines(60, 80, ["Оператор", "Приём звонков", "CRM"])
    sheet.page().lines(60, 80, ["Обо мне", "Спокойна", "Английский"])
    kinds = [block.kind for block in read_sheet(tmp_path, sheet).blocks]
    assert kinds == ["paragraph"] * 6


def test_a_page_that_is_a_picture_is_scanned(tmp_path):
    with pytest.raises(ScannedFileError, match="text recognition"):
        read_sheet(tmp_path, Sheet().picture(0, 0, 595, 842))


def test_a_picture_page_with_a_page_number_is_scanned(tmp_path):
    with pytest.raises(ScannedFileError):
        read_sheet(tmp_path, Sheet().picture(0, 0, 595, 842).text(300, 830, "1"))


def test_a_small_photo_makes_no_scan(tmp_path):
    document = read_sheet(tmp_path, Sheet().picture(60, 60, 90, 120).text(60, 300, "Вера"))
    assert (document.text, document.notices) == ("Вера", ())


def test_a_picture_page_among_others_is_told(tmp_path):
    sheet = Sheet().lines(60, 80, RESUME.splitlines()).page().picture(0, 0, 595, 842)
    codes = [notice.code for notice in read_sheet(tmp_path, sheet).notices]
    assert codes == ["scanned_page"]


def test_recognized_text_under_a_scan_is_read(tmp_path):
    sheet = Sheet().picture(0, 0, 595, 842)
    for i, line in enumerate(RESUME.splitlines()):
        sheet.text(60, 80 + 20 * i, line, mode=3)
    document = read_sheet(tmp_path, sheet)
    assert document.text == RESUME.rstrip("\n")
    assert [notice.code for notice in document.notices] == ["recognized_text"]


def test_a_blank_page_is_empty(tmp_path):
    with pytest.raises(EmptyFileError, match="no words"):
        read_sheet(tmp_path, Sheet())


def test_a_password_is_asked_for(tmp_path):
    with pytest.raises(EncryptedFileError, match="protected by a password"):
        read(saved(tmp_path, "cv.pdf", locked_pdf(user="secret")))


def test_an_owner_password_alone_does_not_matter(tmp_path):
    assert read(saved(tmp_path, "cv.pdf", locked_pdf(user=""))).text == RESUME.rstrip("\n")


def test_the_limit_of_pages_is_a_parameter(tmp_path):
    sheet = Sheet().text(60, 80, "Оператор").page().text(60, 80, "Звонки")
    assert read_sheet(tmp_path, sheet, limits=Limits(max_pages=2)).n_pages == 2
    with pytest.raises(TooLargeError, match="2 pages, the limit is 1"):
        read_sheet(tmp_path, sheet, limits=Limits(max_pages=1))


FOLDER = SHARED / "data" / "resume_pdfs"
TRUTHS = sorted(FOLDER.glob("*.truth.json")) or [FOLDER / "absent.truth.json"]


def squeezed(text):
    return re.sub(r"\s+", "", text).casefold()


@pytest.mark.skipif(not FOLDER.is_dir(), reason="needs resume_pdfs in ../shared/data")
@pytest.mark.parametrize("truth", TRUTHS, ids=lambda path: path.name.removesuffix(".truth.json"))
def test_titles_and_companies_of_real_producers_are_read(truth):
    document = read(truth.with_name(truth.name.replace(".truth.json", ".pdf")))
    jobs = json.loads(truth.read_text(encoding="utf-8"))["experience"]
    words = [job[key] for job in jobs for key in ("title", "company") if job.get(key)]
    assert words
    assert [word for word in words if squeezed(word) not in squeezed(document.text)] == []
    assert document.notices == ()
