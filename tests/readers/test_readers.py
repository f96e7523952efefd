import json
import random
import subprocess
import sys

import pytest

import podbor
from podbor.errors import (
    EmptyFileError,
    EncryptedFileError,
    MissingFileError,
    ReadError,
    ScannedFileError,
    TooLargeError,
    TruncatedFileError,
    UnsupportedFormatError,
    WrongTypeError,
)
from podbor.readers import Limits, read
from podbor.readers.html import html_text

import files
from support import SHARED, needs_shared

BUILDERS = {
    "pdf": files.pdf_bytes,
    "docx": files.docx_bytes,
    "odt": files.odt_bytes,
    "rtf": files.rtf_bytes,
    "txt": files.txt_bytes,
    "md": files.txt_bytes,
    "html": files.html_bytes,
}
HIDDEN = "секретные слова для робота"


@pytest.fixture
def write(tmp_path):
    def write_file(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write_file


@pytest.mark.parametrize("kind", BUILDERS)
def test_every_line_is_read(write, kind):
    document = read(write(f"cv.{kind}", BUILDERS[kind]()))
    assert [line for line in files.LINES if line not in document.text] == []
    assert (document.name, document.format, document.notices) == (f"cv.{kind}", kind, ())


@pytest.mark.parametrize("kind", BUILDERS)
def test_blocks_are_sorted_and_inside_the_text(write, kind):
    document = read(write(f"cv.{kind}", BUILDERS[kind]()))
    starts = [block.start for block in document.blocks]
    assert starts == sorted(starts) != []
    assert all(block.stop <= len(document.text) for block in document.blocks)


def test_plain_text_stays_as_it_was(write):
    text = "Приём\r\nзвонков\t\u00a0\r"
    assert read(write("a.txt", text.encode())).text == text


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866"]
TEXTS = [
    "Приём и обработка входящих звонков, консультирование клиентов.",
    "ОПЕРАТОР КОЛЛ-ЦЕНТРА\nтребования: опыт от года",
    "Кладовщик",
    "Щукин Юрий\nобъезд объектов, цех 5\nTel. +7 900 000-00-11",
]


@pytest.mark.parametrize("encoding", [*ENCODINGS, "mac-cyrillic"])
@pytest.mark.parametrize("text", TEXTS, ids=["sentence", "capitals", "word", "mixed"])
def test_encoding_is_told(write, text, encoding):
    assert read(write("a.txt", text.encode(encoding))).text == text


def test_western_letters_are_not_cyrillic(write):
    assert (
        read(write("a.txt", "Résumé of José, café".encode("cp1252"))).text == "Résumé of José, café"
    )


def test_declared_charset_of_html_is_believed(write):
    page = '<meta charset="koi8-r"><p>Приём</p>'.encode("koi8-r")
    assert read(write("a.html", page)).text == "Приём"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Приём <b>звон</b>ков</p>", "Приём звонков"),
        ("<ul><li>CRM<li>чат</ul>", "CRM\nчат"),
        ("Один<br>два", "Один\nдва"),
        ("<nav>Меню</nav><p>Текст</p><footer>Низ</footer><script>x()</script>", "Текст"),
        ("<table><tr><td>2020</td><td>Склад</td></tr></table>", "2020\nСклад"),
        ("<p>a</p>\n\n<div>b<span> c</span></div>", "a\nb c"),
        ("", ""),
    ],
)
def test_html_gives_a_line_per_block(markup, text):
    assert html_text(markup) == text


@pytest.mark.parametrize("style", ["display:none", "visibility: hidden", "font-size:0px"])
def test_hidden_html_is_left_out_and_told(write, style):
    page = f'<p>Видно</p><p style="{style}">{HIDDEN}</p>'
    document = read(write("a.html", page.encode()))
    assert document.text == "Видно"
    assert [notice.code for notice in document.notices] == ["hidden_text"]


@pytest.mark.parametrize("how", ["white", "tiny", "invisible"])
def test_hidden_pdf_text_is_left_out_and_told(write, how):
    document = read(write("a.pdf", files.pdf_with_hidden(HIDDEN, how=how)))
    assert HIDDEN not in document.text
    assert all(line in document.text for line in files.LINES)
    assert [notice.code for notice in document.notices] == ["hidden_text"]


def test_white_text_on_a_dark_header_is_honest(write):
    document = read(write("a.pdf", files.pdf_white_on_dark()))
    assert files.LINES[0] in document.text
    assert document.notices == ()


def test_hidden_docx_text_is_left_out_and_told(write):
    document = read(write("a.docx", files.docx_bytes(hidden=HIDDEN)))
    assert HIDDEN not in document.text
    assert [notice.code for notice in document.notices] == ["hidden_text"]


def test_hidden_rtf_text_is_left_out_and_told(write):
    document = read(write("a.rtf", files.rtf_bytes(hidden="secret words")))
    assert "secret" not in document.text
    assert [notice.code for notice in document.notices] == ["hidden_text"]


def test_docx_gives_tables_and_footers(write):
    document = read(write("a.docx", files.docx_bytes()))
    kinds = {document.text[b.start : b.stop]: b.kind for b in document.blocks}
    assert kinds["Анна Пробная"] == "heading"
    assert kinds["Магазин «Проба»"] == "cell"
    assert kinds["Резюме обновлено 1 мая 2026"] == "footer"
    assert kinds["Приём входящих звонков и заявок"] == "item"


LEFT = ["Навыки", "Грамотная речь", "Работа в CRM", "Дикция"]
RIGHT = ["Опыт работы", "Оператор горячей линии", "Приём звонков", "Ввод данных"]


@pytest.mark.parametrize("by_row", [True, False], ids=["row by row", "column by column"])
def test_columns_are_read_one_after_the_other(write, by_row):
    data = files.pdf_columns(LEFT, RIGHT, by_row=by_row, offset=4)
    assert read(write("a.pdf", data)).text.split("\n") == [*LEFT, *RIGHT]


def test_table_of_labels_and_values_is_read_in_rows(write):
    labels, values = ["Город", "Возраст", "Телефон", "Почта"], ["Омск", "31", "нет", "нет"]
    text = read(write("a.pdf", files.pdf_columns(labels, values, by_row=True))).text
    assert "".join(text.split()) == "".join(
        word for pair in zip(labels, values, strict=True) for word in pair
    )


def test_pdf_pages_are_counted(write):
    pdf = files.sheet()
    pdf.cell(0, 8, "Страница один")
    pdf.add_page()
    pdf.cell(0, 8, "Страница два")
    document = read(write("a.pdf", bytes(pdf.output())))
    assert document.n_pages == 2
    assert [block.page for block in document.blocks] == [1, 2]


ZIP_BOMB = files.zipped(word__document_xml=b"<w/>" + b" " * 5_000_000)
BAD = [
    ("empty.txt", b"", EmptyFileError),
    ("blank.txt", b" \n\t ", EmptyFileError),
    ("blank.html", b"<p> </p>", EmptyFileError),
    ("noise.pdf", bytes(range(256)) * 40, WrongTypeError),
    ("noise.txt", bytes(range(32)) * 90, WrongTypeError),
    ("noise.docx", b"no zip at all", WrongTypeError),
    ("other.docx", files.odt_bytes(), WrongTypeError),
    ("pdf.txt", files.pdf_bytes(), WrongTypeError),
    ("plain.rtf", b"just words", WrongTypeError),
    ("locked.pdf", files.pdf_encrypted(), EncryptedFileError),
    (
        "locked.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        EncryptedFileError,
    ),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word", UnsupportedFormatError),
    ("photo.png", b"\x89PNG", UnsupportedFormatError),
    ("scan.pdf", files.pdf_scanned(), ScannedFileError),
    ("cut.docx", files.docx_bytes()[:2000], TruncatedFileError),
    ("cut.pdf", b"%PDF-1.4\n1 0 obj", TruncatedFileError),
    ("cut.json", b'{"a": ', TruncatedFileError),
    ("deep.json", b"[" * 200_000, TruncatedFileError),
    ("other.json", b'{"a": 1}', WrongTypeError),
]


@pytest.mark.parametrize(("name", "data", "error"), BAD, ids=[row[0] for row in BAD])
def test_bad_file_gives_a_typed_error_with_its_name(write, name, data, error):
    with pytest.raises(error, match=rf"^{name}: .+; .+") as raised:
        read(write(name, data))
    assert type(raised.value) is error


def test_missing_file_is_told():
    with pytest.raises(MissingFileError, match=r"none\.txt: no such file; check the path"):
        read("none.txt")


def test_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    with pytest.raises(TooLargeError, match="60,000,000 bytes"):
        read(path)


@pytest.mark.parametrize(
    ("name", "data", "limits"),
    [
        ("a.txt", b"x" * 100, Limits(max_bytes=50)),
        ("a.txt", b"x" * 100, Limits(max_characters=50)),
        ("a.pdf", files.pdf_bytes(), Limits(max_pages=0)),
        ("a.docx", ZIP_BOMB, Limits(max_unpacked_bytes=1_000_000)),
    ],
    ids=["bytes", "characters", "pages", "unpacked"],
)
def test_limit_is_kept(write, name, data, limits):
    with pytest.raises(TooLargeError, match=r"the limit|unpacks"):
        read(write(name, data), limits=limits)


def test_entities_are_not_expanded(write):
    content = (
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f"<office:document-content {files.NAMESPACES}><text:p>Слова &x;</text:p>"
        "</office:document-content>"
    )
    assert read(write("a.odt", files.zipped(content_xml=content))).text == "Слова"


def outcome(path):
    """Text of the error, or that there is a text."""
    try:
        return "text" if read(path).text else "nothing"
    except ReadError as error:
        return str(error)


@pytest.mark.parametrize("kind", BUILDERS)
@pytest.mark.parametrize("seed", range(12))
def test_damaged_file_gives_a_document_or_a_read_error(write, kind, seed):
    rng = random.Random(seed)
    data = bytearray(BUILDERS[kind]())
    for _ in range(rng.randint(1, 30)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    path = write(f"cv.{kind}", bytes(data[: rng.randint(1, len(data))]))
    assert outcome(path).startswith((f"cv.{kind}: ", "text"))


JOB = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "JobPosting",
            "title": "Оператор чата",
            "hiringOrganization": {"name": "ООО «Проба»"},
            "description": "<p>Ищем человека</p><ul><li>отвечать в чате</li></ul>",
            "qualifications": ["грамотная речь", "Excel"],
        }
    ],
}
RESUME = {
    "basics": {"name": "Anna Trial", "label": "Agent", "summary": "Calm."},
    "work": [
        {"name": "Shop", "position": "Clerk", "startDate": "2020-02-01", "highlights": ["Sold"]}
    ],
    "skills": [{"name": "Office", "keywords": ["Excel", "Word"]}],
}
VACANCY = {
    "name": "Оператор",
    "description": "<p>Звонки</p>",
    "experience": {"name": "От 1 года до 3 лет"},
    "key_skills": [{"name": "CRM"}],
    "salary": {"from": 40000, "to": None, "currency": "RUR"},
}


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (JOB, ["Оператор чата", "ООО «Проба»", "- отвечать в чате", "Требования:", "- Excel"]),
        (RESUME, ["Anna Trial", "Clerk", "2020-02 — present", "- Sold"]),
        (VACANCY, ["Оператор", "от 40000 RUR", "Опыт работы: От 1 года до 3 лет", "- CRM"]),
    ],
    ids=["JobPosting", "JSON Resume", "hh.ru"],
)
def test_json_shape_is_read(write, data, lines):
    document = read(write("a.json", json.dumps(data, ensure_ascii=False).encode()))
    assert [line for line in lines if line not in document.text.split("\n")] == []


def test_json_fields_are_blocks(write):
    document = read(write("a.json", json.dumps(JOB).encode()))
    (title,) = [b for b in document.blocks if b.kind == "field:title"]
    assert document.text[title.start : title.stop] == "Оператор чата"


def test_json_posting_and_resume_parse(write):
    posting = podbor.parse_posting(write("p.json", json.dumps(VACANCY).encode()))
    resume = podbor.parse_resume(write("r.json", json.dumps(RESUME).encode()))
    assert (posting.title.text, posting.required_months) == ("Оператор", 12)
    assert (resume.name.text, resume.position.text) == ("Anna Trial", "Agent")


def test_readers_load_no_library_before_the_first_file():
    code = (
        "import sys, podbor.readers\n"
        "print(sorted({'lxml', 'pypdfium2', 'selectolax', 'striprtf'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@needs_shared
def test_resumes_of_other_producers_keep_their_words():
    missing = []
    for truth in sorted((SHARED / "data" / "resume_pdfs").glob("*.truth.json")):
        text = read(truth.with_name(truth.name.replace(".truth.json", ".pdf"))).text
        known = json.loads(truth.read_text(encoding="utf-8"))
        squeezed = "".join(text.split())
        words = [word for word in titles(known) if "".join(word.split()) not in squeezed]
        missing += [(truth.name, word) for word in words]
    assert missing == []


def titles(known):
    """Titles and employers anywhere in a truth file."""
    if isinstance(known, list):
        return [word for item in known for word in titles(item)]
    if not isinstance(known, dict):
        return []
    own = [v for k, v in known.items() if k in {"title", "company"} and isinstance(v, str)]
    return own + [
        word for key, item in known.items() if key != "knownWrong" for word in titles(item)
    ]
