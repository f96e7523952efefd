import re
import zipfile
from collections import Counter
from io import BytesIO

import pytest
from pypdf import PdfReader

import podbor

import build_samples
from support import ROOT

SAMPLES = ROOT / "corpus" / "samples"
WORD_FILES = sorted(name for name, suffix in build_samples.FORMATS.items() if suffix == "docx")
PDFS = sorted(name for name, suffix in build_samples.FORMATS.items() if suffix == "pdf")
NUMBER = re.compile(r"\+?\d[\d ()-]{5,}\d")
YEARS = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d")
INVENTED_PHONE = re.compile(r"790000000\d\d|55501\d\d")


def parts(data):
    archive = zipfile.ZipFile(BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def source_of(name):
    return (build_samples.SOURCES / f"{name}.txt").read_text(encoding="utf-8")


def real_looking(text):
    """Phones and e-mails that may belong to somebody."""
    found = []
    for number in NUMBER.findall(text):
        digits = re.sub(r"\D", "", number)
        phone = len(digits) >= 7 and not YEARS.fullmatch(number)
        if phone and not INVENTED_PHONE.fullmatch(digits):
            found.append(number)
    return found + [mail for mail in re.findall(r"\S+@\S+", text) if not is_example(mail)]


def is_example(mail):
    return re.fullmatch(r"[\w.]+@example\.com", mail.rstrip(".,;")) is not None


@pytest.mark.parametrize("name", build_samples.FORMATS)
def test_sample_is_what_its_source_gives(name, tmp_path):
    path, data = build_samples.build(name)
    committed = (SAMPLES / path).read_bytes()
    if path.suffix == ".docx":
        assert parts(committed) == parts(data)
    elif path.suffix == ".pdf":  # compression differs between zlib builds, words do not
        made = tmp_path / path.name
        made.write_bytes(data)
        assert podbor.read(SAMPLES / path).text == podbor.read(made).text
    else:
        assert committed == data


@pytest.mark.parametrize("name", build_samples.FORMATS)
def test_builder_gives_the_same_bytes_again(name):
    assert build_samples.build(name) == build_samples.build(name)


@pytest.mark.parametrize("name", PDFS)
def test_pdf_has_the_fixed_date(name):
    _, data = build_samples.build(name)
    assert PdfReader(BytesIO(data)).metadata.creation_date == build_samples.MOMENT


@pytest.mark.parametrize("name", WORD_FILES)
def test_word_file_has_the_fixed_dates(name):
    _, data = build_samples.build(name)
    dates = re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", parts(data)["docProps/core.xml"])
    zipped = {info.date_time for info in zipfile.ZipFile(BytesIO(data)).infolist()}
    assert (set(dates), len(dates)) == ({b"2026-11-01T12:00:00Z"}, 3)
    assert zipped == {(2026, 11, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", build_samples.FORMATS)
def test_sample_is_read_with_every_word_of_its_source(name):
    path, _ = build_samples.build(name)
    document = podbor.read(SAMPLES / path)
    read = "".join(document.text.split())
    lines = [text for kind, text in build_samples.parse(source_of(name)) if kind != "blank"]
    assert [line for line in lines if "".join(line.split()) not in read] == []
    assert document.notices == ()


@pytest.mark.parametrize("name", build_samples.FORMATS)
def test_sample_is_as_long_as_promised(name):
    path, _ = build_samples.build(name)
    least, most = (900, 2000) if path.parent.name == "postings" else (500, 2200)
    assert least <= len(podbor.read(SAMPLES / path).text) <= most


@pytest.mark.parametrize("name", build_samples.FORMATS)
def test_sample_has_invented_phones_and_mails_only(name):
    path, _ = build_samples.build(name)
    assert real_looking(podbor.read(SAMPLES / path).text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("тел. +7 912 345-67-89", ["+7 912 345-67-89"]),
        ("8 (900) 000-00-12", ["8 (900) 000-00-12"]),
        ("+7 900 000-01-12", ["+7 900 000-01-12"]),
        ("555-0212", ["555-0212"]),
        ("пишите: vera@mail.example", ["vera@mail.example"]),
        ("+7 (900) 000-00-12 и +7 900 000-00-20", []),
        ("555-0112 coleman@example.com.", []),
        ("2020-2026, оклад 110 000 ₽", []),
    ],
)
def test_real_looking_data_is_found(text, found):
    assert real_looking(text) == found


def test_no_sample_is_left_over():
    made = {build_samples.build(name)[0].as_posix() for name in build_samples.FORMATS}
    there = {p.relative_to(SAMPLES).as_posix() for p in SAMPLES.rglob("*.*") if p.suffix != ".md"}
    assert there == made


def test_no_source_is_left_over():
    assert {p.stem for p in build_samples.SOURCES.iterdir()} == set(build_samples.FORMATS)


@pytest.mark.parametrize(
    ("folder", "formats"),
    [
        ("postings", {"txt": 1, "html": 1, "docx": 1, "pdf": 1}),
        ("resumes", {"txt": 5, "html": 4, "docx": 5, "pdf": 5}),
    ],
)
def test_samples_are_as_many_as_promised(folder, formats):
    assert Counter(p.suffix[1:] for p in (SAMPLES / folder).iterdir()) == formats


@pytest.mark.parametrize("name", PDFS)
def test_pdf_is_small(name):
    assert (SAMPLES / build_samples.build(name)[0]).stat().st_size < 60_000


@pytest.mark.parametrize(
    ("file", "dates", "company"),
    [
        ("morozova.pdf", "Октябрь 2020 —", "Банк «Уральский рубеж»"),
        ("zaytsev.pdf", "Июнь 2020 — Май 2022", "Автосалон «Волжский»"),
    ],
)
def test_printed_resume_has_the_company_beside_the_dates(file, dates, company):
    page = PdfReader(SAMPLES / "resumes" / file).pages[0]
    rows = [
        " ".join(row.split()) for row in page.extract_text(extraction_mode="layout").split("\n")
    ]
    assert f"{dates} {company}" in rows


def test_footer_stands_on_every_page(tmp_path):
    duties = "- Принимала звонки\n" * 60
    source = f"# Ким Анна\n## Опыт работы\nМай 2020 — Май 2021\n1 год\n«Липа»\n{duties}"
    lines = build_samples.parse(f"{source}Резюме обновлено 1 мая 2026")
    path = tmp_path / "a.pdf"
    path.write_bytes(build_samples.as_pdf(lines, columns=True))
    footers = [page.extract_text().split("\n")[-1] for page in PdfReader(path).pages]
    assert [" ".join(text.split()) for text in footers] == [
        "Ким Анна • Резюме обновлено 1 мая 2026"
    ] * 2


@pytest.mark.parametrize("file", ["postings/telesales.html", "resumes/belov.html"])
def test_page_has_a_frame_that_is_not_read(file):
    markup, text = (SAMPLES / file).read_text(encoding="utf-8"), podbor.read(SAMPLES / file).text
    frame = ["Войти", "Похожие вакансии", "Реклама"]
    assert [word for word in frame if word not in markup] == []
    assert [word for word in frame if word in text] == []


@pytest.mark.parametrize(
    ("file", "tables", "bullets"), [("orlova", 7, True), ("lugovoy", 0, True), ("reed", 0, True)]
)
def test_word_file_has_its_layout(file, tables, bullets):
    body = parts((SAMPLES / "resumes" / f"{file}.docx").read_bytes())["word/document.xml"]
    assert (body.count(b"<w:tbl>"), b'w:val="ListBullet"' in body) == (tables, bullets)


def test_word_file_has_no_picture_of_the_template():
    names = parts((SAMPLES / "resumes" / "orlova.docx").read_bytes())
    assert [name for name in names if "thumbnail" in name] == []
