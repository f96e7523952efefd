"""ODT: paragraphs, headings, lists, tables; hidden text; passwords."""

from __future__ import annotations

import pytest

from podbor.errors import EncryptedFileError
from podbor.readers import read
from podbor.records import Notice
from samples_files import odt, saved


def read_body(folder, body, **options):
    return read(saved(folder, "cv.odt", odt(body, **options)))


def test_blocks_come_in_order_with_their_kinds(tmp_path):
    body = (
        "<text:h>Опыт</text:h><text:p>Оператор</text:p>"
        "<text:list><text:list-item><text:p>звонки</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Город</text:p></table:table-cell>"
        "<table:table-cell><text:p>Тверь</text:p></table:table-cell></table:table-row></table:table>"
    )
    document = read_body(tmp_path, body)
    assert [(document.text[b.start : b.stop], b.kind) for b in document.blocks] == [
        ("Опыт", "heading"),
        ("Оператор", "paragraph"),
        ("звонки", "item"),
        ("Город", "cell"),
        ("Тверь", "cell"),
    ]
    assert document.text == "Опыт\nОператор\nзвонки\nГород\nТверь"


CASES = [
    ('a<text:s text:c="3"/>b', "a   b"),
    ("a<text:s/>b<text:tab/>c<text:line-break/>d", "a b\tc\nd"),
    ("опе<text:span>ра</text:span>тор", "оператор"),
    ("a\n   b", "a b"),
    ("a<text:note><text:p>сноска</text:p></text:note>b", "ab"),
    ("a<office:annotation><text:p>заметка</text:p></office:annotation>b", "ab"),
    ('a<text:s text:c="999999999"/>b', f"a{' ' * 100}b"),
    ('a<text:s text:c="²"/>b', "a b"),
]


@pytest.mark.parametrize(("inner", "text"), CASES, ids=[row[0] for row in CASES])
def test_a_paragraph_becomes_text(tmp_path, inner, text):
    document = read_body(tmp_path, f"<text:p>{inner}</text:p>")
    assert (document.text, document.notices) == (text, ())


def test_a_text_box_is_read_once_without_notice(tmp_path):
    box = "<draw:frame><draw:text-box><text:p>CRM</text:p></draw:text-box></draw:frame>"
    document = read_body(tmp_path, f"<text:p>Вера{box}</text:p>")
    assert (document.text, document.notices) == ("Вера\nCRM", ())


def test_deleted_text_is_not_read(tmp_path):
    deleted = "<text:deletion><text:p>стёрто</text:p></text:deletion>"
    body = f"<text:tracked-changes>{deleted}</text:tracked-changes><text:p>Вера</text:p>"
    assert read_body(tmp_path, body).text == "Вера"


def test_headers_and_footers_of_pages_are_read(tmp_path):
    named = (
        "<style:header><text:p>Резюме</text:p></style:header>"
        "<style:footer><text:p>Обновлено</text:p></style:footer>"
    )
    document = read_body(tmp_path, "<text:p>Вера</text:p>", named=named)
    assert document.text == "Резюме\nВера\nОбновлено"
    assert [block.kind for block in document.blocks] == ["header", "paragraph", "footer"]


HIDDEN = [
    ("undisplayed", 'text:display="none"', ""),
    ("white", 'fo:color="#ffffff"', ""),
    ("white on white", 'fo:color="#ffffff" fo:background-color="#ffffff"', ""),
    ("tiny", 'fo:font-size="1pt"', ""),
    ("by the parent style", "", 'text:display="none"'),
]


def style(name, properties, parent=""):
    above = f' style:parent-style-name="{parent}"' if parent else ""
    inner = f"<style:text-properties {properties}/>"
    return f'<style:style style:name="{name}"{above}>{inner}</style:style>'


@pytest.mark.parametrize(("why", "own", "parent"), HIDDEN, ids=[row[0] for row in HIDDEN])
def test_hidden_text_is_left_out_and_told(tmp_path, why, own, parent):
    body = '<text:p>Вера<text:span text:style-name="T1"> Excel SQL</text:span></text:p>'
    document = read_body(
        tmp_path, body, styles=style("T1", own, "Base"), named=style("Base", parent)
    )
    assert document.text == "Вера", why
    assert document.notices == (Notice(code="hidden_text", detail="8 characters"),)


HONEST = [
    ("white on blue", 'fo:color="#ffffff" fo:background-color="#1f3864"'),
    ("gray", 'fo:color="#808080"'),
    ("eight points", 'fo:font-size="8pt"'),
    ("per cent", 'fo:font-size="2%"'),
]


@pytest.mark.parametrize(("why", "own"), HONEST, ids=[row[0] for row in HONEST])
def test_honest_text_stays(tmp_path, why, own):
    body = '<text:p><text:span text:style-name="T1">Excel</text:span></text:p>'
    document = read_body(tmp_path, body, styles=style("T1", own))
    assert (document.text, document.notices) == ("Excel", ()), why


def test_a_password_is_told_by_the_manifest(tmp_path):
    manifest = '<manifest:encryption-data xmlns:manifest="urn:x"/>'
    path = saved(tmp_path, "cv.odt", odt("", parts={"META-INF/manifest.xml": manifest}))
    with pytest.raises(EncryptedFileError):
        read(path)
