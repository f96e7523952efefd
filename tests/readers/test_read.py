"""The one door: what is refused, with which error, and that nothing else is ever raised."""

from __future__ import annotations

import random
import subprocess
import sys
import time
import zipfile

import pytest

from podbor.errors import (
    EmptyFileError,
    EncryptedFileError,
    MissingFileError,
    ReadError,
    TooLargeError,
    TruncatedFileError,
    UnsupportedFormatError,
    WrongTypeError,
)
from podbor.readers import SUFFIXES, Limits, read, read_text
from podbor.records import Document
from samples_files import RESUME, docx, odt, packed, paragraph, run, saved, simple_pdf, valid_files

NAMES = tuple(valid_files())
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
NOISE = random.Random(7).randbytes(4000)

REFUSED = [
    ("empty.txt", b"", EmptyFileError),
    ("blank.txt", b" \r\n\t \n", EmptyFileError),
    ("blank.md", "\u00a0 \n".encode(), EmptyFileError),
    ("empty.pdf", b"", EmptyFileError),
    ("empty.docx", b"", EmptyFileError),
    ("wordless.html", b"<html><body><p> </p></body></html>", EmptyFileError),
    ("wordless.docx", docx(paragraph(run(" "))), EmptyFileError),
    ("wordless.odt", odt("<text:p/>"), EmptyFileError),
    ("wordless.rtf", rb"{\rtf1\ansi \par }", EmptyFileError),
    ("wordless.json", b'{"name": "", "description": " "}', EmptyFileError),
    ("locked.docx", OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFileError),
    ("old.doc", OLE, UnsupportedFormatError),
    ("old.docx", OLE, UnsupportedFormatError),
    ("cv.pages", b"text", UnsupportedFormatError),
    ("cv", b"text", UnsupportedFormatError),
    ("noise.pdf", NOISE, WrongTypeError),
    ("noise.txt", NOISE, WrongTypeError),
    ("noise.html", NOISE, WrongTypeError),
    ("noise.docx", NOISE, WrongTypeError),
    ("noise.odt", NOISE, WrongTypeError),
    ("noise.rtf", NOISE, WrongTypeError),
    ("zip.txt", packed({"a": "b"}), WrongTypeError),
    ("pdf.txt", simple_pdf(), WrongTypeError),
    ("pdf.html", simple_pdf(), WrongTypeError),
    ("text.docx", RESUME.encode(), WrongTypeError),
    ("other.docx", packed({"a": "b"}), WrongTypeError),
    ("other.odt", packed({"a": "b"}), WrongTypeError),
    ("zeros.txt", bytes(500), WrongTypeError),
    ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(90), WrongTypeError),
    ("stub.pdf", b"%PDF-1.7\n", TruncatedFileError),
    ("cut.docx", valid_files()["cv.docx"][:9000], TruncatedFileError),
    ("cut.odt", valid_files()["cv.odt"][:300], TruncatedFileError),
    ("broken.docx", packed({"word/document.xml": "<w:document"}), TruncatedFileError),
    ("cut.json", b'{"name": "a", "descr', TruncatedFileError),
]


@pytest.mark.parametrize(("name", "data", "error"), REFUSED, ids=[row[0] for row in REFUSED])
def test_read_refuses_with_the_error_of_the_case(tmp_path, name, data, error):
    path = saved(tmp_path, name, data)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert type(caught.value) is error
    assert str(caught.value).startswith(f"{name}: ")


@pytest.mark.parametrize("name", NAMES)
def test_read_takes_a_sound_file_without_notices(tmp_path, name):
    document = read(saved(tmp_path, name, valid_files()[name]))
    assert document.name == name
    assert document.notices == ()
    assert "Оператор" in document.text


def test_read_refuses_a_missing_file(tmp_path):
    with pytest.raises(MissingFileError, match=r"^gone.pdf: no such file; check the path$"):
        read(tmp_path / "gone.pdf")


def test_read_refuses_a_folder(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(ReadError, match=r"folder.txt: cannot be read \(not a file\)"):
        read(tmp_path / "folder.txt")


def test_read_refuses_a_name_with_a_zero():
    with pytest.raises(ReadError, match="cannot be read"):
        read("a\0b.txt")


def test_read_takes_an_upper_case_ending(tmp_path):
    assert read(saved(tmp_path, "CV.TXT", "Опыт")).format == "txt"


def test_read_takes_a_path_as_string(tmp_path):
    assert read(str(saved(tmp_path, "cv.txt", "Опыт"))).text == "Опыт"


def test_read_text_keeps_the_text_and_has_no_name():
    document = read_text("Опыт\r\nCRM ")
    assert (document.name, document.format, document.text) == ("", "txt", "Опыт\r\nCRM ")


def test_suffixes_are_the_nine():
    assert sorted(SUFFIXES) == sorted(
        [".docx", ".htm", ".html", ".json", ".md", ".odt", ".pdf", ".rtf", ".txt"]
    )


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(60_000_000)
    begin = time.perf_counter()
    with pytest.raises(TooLargeError, match="60,000,000 bytes, the limit is 20,000,000"):
        read(path)
    assert time.perf_counter() - begin < 0.5


def test_the_limit_of_characters_is_a_parameter(tmp_path):
    path = saved(tmp_path, "cv.txt", "Опыт работы")
    assert read(path, limits=Limits(max_characters=11)).text == "Опыт работы"
    with pytest.raises(TooLargeError, match="11 characters, the limit is 10"):
        read(path, limits=Limits(max_characters=10))


@pytest.mark.parametrize("name", ["bomb.docx", "bomb.odt"])
def test_a_zip_bomb_is_refused_while_it_unpacks(tmp_path, name):
    part = "word/document.xml" if name.endswith("docx") else "content.xml"
    path = saved(tmp_path, name, packed({part: b"<a>" + b" " * 150_000_000}))
    assert path.stat().st_size < 200_000
    with pytest.raises(TooLargeError, match="unpacks to more than 100,000,000 bytes"):
        read(path)


def test_a_part_of_millions_of_tags_is_refused_before_it_is_parsed(tmp_path):
    data = packed({"word/document.xml": b"<a>" + b"<b/>" * 3_000_001 + b"</a>"})
    with pytest.raises(TooLargeError, match="over 3,000,000 tags"):
        read(saved(tmp_path, "tags.docx", data))


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path):
    data = bytearray(packed({"word/document.xml": b"<a>" + b" " * 3_000_000}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    with pytest.raises(ReadError) as caught:
        read(saved(tmp_path, "lie.docx", bytes(data)), limits=Limits(max_unpacked_bytes=1_000_000))
    assert type(caught.value) in {TooLargeError, TruncatedFileError}


def test_a_zip_member_under_a_password_is_encrypted(tmp_path):
    data = bytearray(docx(paragraph(run("Опыт"))))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert zipfile.is_zipfile(saved(tmp_path, "locked.docx", bytes(data)))
    with pytest.raises(EncryptedFileError):
        read(tmp_path / "locked.docx")


def test_no_error_quotes_the_document(tmp_path):
    data = '{"секретное имя": ["Крылова"]}'
    with pytest.raises(ReadError) as caught:
        read(saved(tmp_path, "other.json", data))
    assert "Крылова" not in str(caught.value)
    assert "секретное" not in str(caught.value)


def test_half_characters_do_not_come_through(tmp_path):
    document = read(saved(tmp_path, "cv.json", r'{"name": "a\ud800b", "description": "x"}'))
    assert document.text == "a\ufffdb\nx"


def outcome(path):
    try:
        return read(path)
    except ReadError as error:
        return error


def sound(found):
    """A document whose blocks lie inside its text in order, or an error of ours."""
    if isinstance(found, ReadError):
        return True
    starts = [block.start for block in found.blocks]
    inside = all(block.stop <= len(found.text) for block in found.blocks)
    return isinstance(found, Document) and inside and starts == sorted(starts)


@pytest.mark.parametrize("name", NAMES)
def test_a_cut_file_is_read_or_refused(tmp_path, name):
    data = valid_files()[name]
    for share in (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99):
        assert sound(outcome(saved(tmp_path, name, data[: int(len(data) * share)])))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_with_flipped_bytes_is_read_or_refused(tmp_path, name):
    chance = random.Random(20261101)
    data = valid_files()[name]
    for _ in range(40):
        broken = bytearray(data)
        for _ in range(chance.choice([1, 5, 40])):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        assert sound(outcome(saved(tmp_path, name, bytes(broken))))


@pytest.mark.parametrize("name", [n for n in NAMES if n != "cv.docx"])
def test_the_content_of_one_format_under_the_name_of_another_is_read_or_refused(tmp_path, name):
    for other, data in valid_files().items():
        assert sound(outcome(saved(tmp_path, name, data))), other


HOSTILE = [
    ("deep.html", b"<div>" * 300_000),
    ("deep.html", b"<b>x" * 300_000),
    ("attributes.html", b"<p " + b" ".join(b"a%d=1" % i for i in range(100_000)) + b">x"),
    ("codec.html", b"<meta charset=punycode>" + b"ab-c" * 100_000),
    ("deep.rtf", b"{\\rtf1 " + b"{" * 300_000 + b"x"),
    ("hidden.rtf", b"{\\rtf1 {" + b"\\v x" * 200_000),
    ("fonts.rtf", b"{\\rtf1{\\fonttbl" + b"\\f1" * 200_000 + b"}x}"),
    ("links.rtf", b"{\\rtf1 x" + b'{\\field{\\*\\fldinst{HYPERLINK "a"' * 400 + b"}"),
    ("deep.json", b"[" * 100_000 + b"]" * 100_000),
    ("deep.json", b'{"name":' * 100_000 + b"1" + b"}" * 100_000),
    ("digits.json", b'{"name": "a", "description": ' + b"9" * 9000 + b"}"),
    ("deep.docx", packed({"word/document.xml": b"<a>" * 100_000})),
    ("tags.docx", packed({"word/document.xml": b"<a>" + b"<b/>" * 4_000_000 + b"</a>"})),
    (
        "laughs.docx",
        packed(
            {
                "word/document.xml": '<!DOCTYPE a [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;">'
                '<!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
            }
        ),
    ),
]


@pytest.mark.parametrize(
    ("name", "data"), HOSTILE, ids=[f"{i}-{row[0]}" for i, row in enumerate(HOSTILE)]
)
def test_a_hostile_file_is_refused_or_read_in_seconds(tmp_path, name, data):
    begin = time.perf_counter()
    assert sound(outcome(saved(tmp_path, name, data)))
    assert time.perf_counter() - begin < 5


def test_an_external_entity_is_not_read(tmp_path):
    secret = saved(tmp_path, "secret.txt", "тайна")
    body = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]>' + docx_xml("&x;Опыт")
    path = saved(tmp_path, "cv.docx", packed({"word/document.xml": body}))
    found = outcome(path)
    assert "тайна" not in (found.text if isinstance(found, Document) else str(found))


def docx_xml(text):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {space}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:document>"


def test_import_of_the_package_loads_no_library():
    code = (
        "import sys, podbor.readers\n"
        "print(sorted({'lxml', 'pypdfium2', 'selectolax', 'striprtf'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
