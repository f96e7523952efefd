"""Makes ``corpus/samples`` from ``tests/sample_sources``: ``python tests/build_samples.py``.

Sources are plain text: ``# `` opens a title, ``## `` a heading, ``- `` an item.  The same sources
give the same bytes on every run.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import zipfile
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sample_sources"
TARGET = HERE.parent / "corpus" / "samples"
MOMENT = dt.datetime(2026, 11, 1, 12, 0, tzinfo=dt.UTC)
FORMATS = {
    "posting-support-line": "txt",
    "posting-telesales": "html",
    "posting-support-agent": "docx",
    "posting-team-lead": "pdf",
    "kim": "txt",
    "tikhonov": "txt",
    "panin": "txt",
    "moore": "txt",
    "ortiz": "txt",
    "belov": "html",
    "ershova": "html",
    "ignatova": "html",
    "coleman": "html",
    "orlova": "docx",
    "lugovoy": "docx",
    "larsen": "docx",
    "saveliev": "docx",
    "reed": "docx",
    "morozova": "pdf",
    "zaytsev": "pdf",
    "vlasov": "pdf",
    "bennett": "pdf",
    "gromova": "pdf",
}
IN_TABLES = {"orlova"}
IN_COLUMNS = {"morozova", "zaytsev"}  # dates on the left, as hh.ru prints them

Line = tuple[str, str]  # kind and text


def parse(source: str) -> list[Line]:
    """Lines of a source with their kinds: title, heading, item, text, blank."""
    marks = {"# ": "title", "## ": "heading", "- ": "item"}
    lines = []
    for line in source.splitlines():
        mark = next((mark for mark in marks if line.startswith(mark)), None)
        if mark:
            lines.append((marks[mark], line.removeprefix(mark)))
        else:
            lines.append(("text" if line.strip() else "blank", line.strip()))
    return lines


def as_txt(lines: list[Line]) -> bytes:
    text = "".join(f"- {text}\n" if kind == "item" else f"{text}\n" for kind, text in lines)
    return text.encode("utf-8")


def as_html(lines: list[Line], *, posting: bool) -> bytes:
    tags = {"title": "h1", "heading": "h2", "text": "p"}
    body: list[str] = []
    for i, (kind, text) in enumerate(lines):
        if kind == "item":
            before = "" if i and lines[i - 1][0] == "item" else "<ul>"
            after = "" if i + 1 < len(lines) and lines[i + 1][0] == "item" else "</ul>"
            body.append(f"{before}<li>{html.escape(text)}</li>{after}")
        elif kind in tags:
            body.append(f"<{tags[kind]}>{html.escape(text)}</{tags[kind]}>")
    title = next(text for kind, text in lines if kind == "title")
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title>'
    top, bottom = "", ""
    if posting:
        data = {"@context": "https://schema.org", "@type": "JobPosting", "title": title}
        blob = json.dumps(data, ensure_ascii=False)
        head += f'<script type="application/ld+json">{blob}</script>'
        top = "<nav><a href='/'>Вакансии</a> <a href='/cv'>Резюме</a></nav>"
        bottom = "<footer>Похожие вакансии: водитель, курьер, повар</footer>"
    inner = "\n".join(body)
    page = (
        f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>{top}\n"
        f'<div class="resume__body">\n{inner}\n</div>\n{bottom}</body></html>\n'
    )
    return page.encode("utf-8")


def as_docx(lines: list[Line], *, tables: bool) -> bytes:
    from docx import Document

    document = Document()
    for name in ("created", "modified", "last_printed"):
        setattr(document.core_properties, name, MOMENT)
    document.core_properties.author = "podbor"
    styles = {"title": "Title", "heading": "Heading 2", "item": "List Bullet", "text": "Normal"}
    for kind, text in lines:
        if kind == "heading" and tables:
            document.add_table(rows=1, cols=1).cell(0, 0).text = text
        elif kind in styles:
            document.add_paragraph(text, style=styles[kind])
    buffer = BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def repacked(data: bytes) -> bytes:
    """The same zip with fixed dates, parts sorted, and without the template's thumbnail."""
    source = zipfile.ZipFile(BytesIO(data))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            info = zipfile.ZipInfo(name, (2026, 11, 1, 0, 0, 0))
            target.writestr(info, source.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def as_pdf(lines: list[Line], *, columns: bool) -> bytes:
    import matplotlib as mpl
    from fpdf import FPDF

    class Sheet(FPDF):
        closing = ""

        def footer(self) -> None:
            if self.closing:
                self.set_y(-15)
                self.set_font("DejaVu", size=8)
                self.cell(0, 8, self.closing)

    fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
    sheet = Sheet()
    sheet.set_creation_date(MOMENT)
    sheet.add_font("DejaVu", "", str(fonts / "DejaVuSans.ttf"))
    updated = [text for _, text in lines if text.startswith("Резюме обновлено")]
    if updated:
        sheet.closing = f"{lines[0][1]}  •  {updated[0]}"
    sheet.add_page()
    for place, (kind, text) in enumerate(lines):
        if text and text not in updated:
            write_pdf_line(sheet, kind, text, indent=columns and in_jobs(lines, place))
    return bytes(sheet.output())


def in_jobs(lines: list[Line], place: int) -> bool:
    """Whether a line stands under the heading of jobs, right of the dates."""
    headings = [text for kind, text in lines[:place] if kind == "heading"]
    return (
        bool(headings) and headings[-1].startswith("Опыт работы") and lines[place][0] != "heading"
    )


def write_pdf_line(sheet, kind: str, text: str, *, indent: bool) -> None:
    sizes = {"title": 18, "heading": 13, "item": 10, "text": 10}
    sheet.set_font("DejaVu", size=sizes[kind])
    dates = indent and any(character.isdigit() for character in text) and kind == "text"
    sheet.set_x(10 if dates or not indent else 62)
    shown = f"• {text}" if kind == "item" else text
    height = sizes[kind] * 0.5
    sheet.multi_cell(0, height, shown, new_x="LMARGIN", new_y="NEXT")
    if kind in {"title", "heading"}:
        sheet.ln(1)


def build(name: str) -> tuple[Path, bytes]:
    """Path below the samples folder and the bytes of one sample."""
    lines = parse((SOURCES / f"{name}.txt").read_text(encoding="utf-8"))
    posting = name.startswith("posting-")
    folder = "postings" if posting else "resumes"
    path = Path(folder, f"{name.removeprefix('posting-')}.{FORMATS[name]}")
    writers = {
        "txt": lambda: as_txt(lines),
        "html": lambda: as_html(lines, posting=posting),
        "docx": lambda: as_docx(lines, tables=name in IN_TABLES),
        "pdf": lambda: as_pdf(lines, columns=name in IN_COLUMNS),
    }
    return path, writers[FORMATS[name]]()


def main() -> None:
    """Write all samples."""
    for name in FORMATS:
        path, data = build(name)
        (TARGET / path).parent.mkdir(parents=True, exist_ok=True)
        (TARGET / path).write_bytes(data)


if __name__ == "__main__":
    main()
