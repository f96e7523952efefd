"""DOCX: everything that is shown is read once, everything hidden is left out and told."""

from __future__ import annotations

import pytest

from podbor.errors import ScannedFileError
from podbor.readers import read
from podbor.records import Notice
from samples_files import docx, library_docx, packed, paragraph, run, saved

WHITE = '<w:color w:val="FFFFFF"/>'
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/>'
    f"<w:rPr>{WHITE}</w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Pale"><w:name w:val="Pale"/>'
    '<w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/>'
    '<w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="table" w:styleId="Dark"><w:name w:val="Dark"/>'
    '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:style>'
)


def read_body(folder, body, **options):
    return read(saved(folder, "cv.docx", docx(body, **options)))


def shown(document):
    return [(document.text[b.start : b.stop], b.kind) for b in document.blocks]


def test_a_file_of_a_library_is_read_with_its_kinds(tmp_path):
    document = read(saved(tmp_path, "cv.docx", library_docx()))
    assert shown(document) == [
        ("Резюме", "header"),
        ("Крылова Вера Андреевна", "heading"),
        ("Оператор контактного центра", "paragraph"),
        ("приём звонков", "item"),
        ("Город", "cell"),
        ("Тверь", "cell"),
        ("Обновлено 1 мая 2026", "footer"),
    ]
    assert document.text == "\n".join(text for text, _ in shown(document))


def test_runs_are_joined_without_spaces(tmp_path):
    body = paragraph(run("опе"), run("ратор"), "<w:r><w:tab/><w:t>чата</w:t></w:r>")
    assert read_body(tmp_path, body).text == "оператор\tчата"


def test_breaks_and_hyphens_become_characters(tmp_path):
    body = paragraph("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>")
    assert read_body(tmp_path, body).text == "a\nb-c"


def test_a_text_box_is_read_once(tmp_path):
    inner = f"<w:txbxContent>{paragraph(run('Навыки: CRM'))}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{inner}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read_body(tmp_path, paragraph(run("Вера"), box)).text == "Вера\nНавыки: CRM"


def test_notes_are_read(tmp_path):
    parts = {
        "word/footnotes.xml": paragraph(run("сноска")),
        "word/endnotes.xml": paragraph(run("в конце")),
    }
    assert read_body(tmp_path, paragraph(run("Вера")), parts=parts).text == "Вера\nсноска\nв конце"


def test_deleted_and_moved_text_is_not_read(tmp_path):
    body = paragraph(
        run("Опыт"),
        "<w:del><w:r><w:delText>стёрто</w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('ушло')}</w:moveFrom>",
        f"<w:ins>{run(' есть')}</w:ins>",
    )
    document = read_body(tmp_path, body)
    assert (document.text, document.notices) == ("Опыт есть", ())


HIDDEN = [
    ("vanish", run("Excel", "<w:vanish/>"), ""),
    ("vanish by style", run("Excel", '<w:rStyle w:val="Gone"/>'), ""),
    ("white", run("Excel", WHITE), ""),
    ("white by a style below", run("Excel"), '<w:pStyle w:val="Pale"/>'),
    ("white on white", run("Excel", WHITE + '<w:shd w:fill="FFFFFF"/>'), ""),
    ("tiny", run("Excel", '<w:sz w:val="2"/>'), ""),
    ("squeezed", run("Excel", '<w:w w:val="1"/>'), ""),
]


@pytest.mark.parametrize(("why", "runs", "properties"), HIDDEN, ids=[row[0] for row in HIDDEN])
def test_hidden_text_is_left_out_and_told(tmp_path, why, runs, properties):
    body = paragraph(run("Вера")) + paragraph(runs, properties=properties)
    document = read_body(tmp_path, body, styles=STYLES)
    assert document.text == "Вера", why
    assert document.notices == (Notice(code="hidden_text", detail="5 characters"),)


def in_cell(text, shade="", table=""):
    cell = f"<w:tc><w:tcPr>{shade}</w:tcPr>{text}</w:tc>"
    return f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr>{cell}</w:tr></w:tbl>"


SHADE = '<w:shd w:val="clear" w:fill="1F3864"/>'
HONEST = [
    ("vanish off", paragraph(run("Excel", '<w:vanish w:val="0"/>'))),
    ("white on a dark run", paragraph(run("Excel", WHITE + SHADE))),
    ("white on a dark paragraph", paragraph(run("Excel", WHITE), properties=SHADE)),
    ("white in a dark cell", in_cell(paragraph(run("Excel", WHITE)), SHADE)),
    (
        "white in a dark table style",
        in_cell(paragraph(run("Excel", WHITE)), "", '<w:tblStyle w:val="Dark"/>'),
    ),
    ("gray", paragraph(run("Excel", '<w:color w:val="C0C0C0"/>'))),
    ("automatic color", paragraph(run("Excel", '<w:color w:val="auto"/>'))),
    ("eight points", paragraph(run("Excel", '<w:sz w:val="16"/>'))),
    ("style based on itself", paragraph(run("Excel"), properties='<w:pStyle w:val="Loop"/>')),
]


@pytest.mark.parametrize(("why", "body"), HONEST, ids=[row[0] for row in HONEST])
def test_honest_text_stays(tmp_path, why, body):
    document = read_body(tmp_path, body, styles=STYLES)
    assert (document.text, document.notices) == ("Excel", ()), why


def test_white_in_a_bare_cell_is_hidden(tmp_path):
    body = paragraph(run("Вера")) + in_cell(paragraph(run("Excel", WHITE)))
    assert read_body(tmp_path, body, styles=STYLES).text == "Вера"


def test_a_strict_file_is_read(tmp_path):
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:p><w:r><w:t>Вера</w:t></w:r></w:p></w:document>'
    assert read(saved(tmp_path, "cv.docx", packed({"word/document.xml": body}))).text == "Вера"


def test_a_file_of_pictures_is_a_scan(tmp_path):
    data = docx(paragraph(), parts={"word/media/image1.xml": "x"})
    with pytest.raises(ScannedFileError):
        read(saved(tmp_path, "cv.docx", data))
