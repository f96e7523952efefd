"""Makes ``corpus/samples`` from ``tests/sample_sources``: ``python tests/build_samples.py``.

Sources are plain text: ``# `` opens a title, ``## `` a heading, ``- `` an item.  The same sources
give the same bytes on every run.  Needs fpdf2, python-docx and matplotlib's font (the dev group).
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
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
HH_LIKE = {"belov", "orlova", "saveliev", "morozova", "zaytsev"}  # dates left, jobs right
JOB = re.compile(r"^\w+ \d{4} — ")  # «Октябрь 2020 — настоящее время»
MENU = (
    '<header><nav><a href="/">Вакансии</a> <a href="/cv">Резюме</a> <a href="/in">Войти</a></nav>'
    "</header>"
)
CLOSING = "<footer>Похожие вакансии: водитель, курьер, повар. Помощь. Реклама на сайте</footer>"

Line = tuple[str, str]  # kind and text
Job = tuple[list[Line], list[Line]]  # dates and duration; company, place, position, duties


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


def with_jobs(lines: list[Line]) -> list[Line | Job]:
    """Lines without blanks; below «Опыт работы» each job is one pair of lists."""
    parts: list[Line | Job] = []
    heading, job = "", None
    for kind, text in lines:
        if kind == "heading":
            heading, job = text, None
        if heading.startswith("Опыт работы") and kind == "text" and JOB.match(text):
            job = ([(kind, text)], [])
            parts.append(job)
        elif job and kind != "blank":
            job[len(job[0]) == 2].append((kind, text))  # the second line is the duration
        elif kind != "blank":
            parts.append((kind, text))
    return parts


def is_job(part: Line | Job) -> bool:
    return isinstance(part[0], list)


def parts_of(lines: list[Line], *, columns: bool) -> list[Line | Job]:
    return with_jobs(lines) if columns else [line for line in lines if line[0] != "blank"]


def html_lines(lines: list[Line]) -> str:
    tags = {"title": "h1", "heading": "h2", "text": "p", "item": "li"}
    body = []
    for i, (kind, text) in enumerate(lines):
        first = kind == "item" and (i == 0 or lines[i - 1][0] != "item")
        last = kind == "item" and (i + 1 == len(lines) or lines[i + 1][0] != "item")
        element = f"<{tags[kind]}>{html.escape(text)}</{tags[kind]}>"
        body.append("<ul>" * first + element + "</ul>" * last)
    return "\n".join(body)


def html_job(job: Job) -> str:
    left, right = (html_lines(side) for side in job)
    column = '<div class="bloko-column bloko-column_m-'
    return (
        '<div class="resume-block-item-gap"><div class="bloko-columns-row">\n'
        f'{column}2">\n{left}\n</div>\n{column}7">\n{right}\n</div>\n</div></div>'
    )


def html_parts(parts: list[Line | Job]) -> str:
    """Lines together, so that items share a list; jobs one by one."""
    done, lines = [], []
    for part in parts:
        if is_job(part):
            done += [html_lines(lines), html_job(part)]
            lines = []
        else:
            lines.append(part)
    return "\n".join([*done, html_lines(lines)])


def job_data(title: str, inner: str) -> str:
    """What a posting's page tells search engines."""
    data = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": title,
        "datePosted": MOMENT.date().isoformat(),
        "employmentType": "FULL_TIME",
        "description": inner,
    }
    blob = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json">{blob}</script>'


def as_html(lines: list[Line], *, posting: bool, columns: bool) -> bytes:
    inner = html_parts(parts_of(lines, columns=columns))
    title = next(text for kind, text in lines if kind == "title")
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title>'
    if posting:
        head += job_data(title, inner)
    top, bottom = (MENU, CLOSING) if posting or columns else ("", "")
    name = "vacancy-description" if posting else "resume-applicant"
    page = (
        f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>{top}\n"
        f'<div class="{name}">\n{inner}\n</div>\n{bottom}</body></html>\n'
    )
    return page.encode("utf-8")


def as_docx(lines: list[Line], *, columns: bool) -> bytes:
    """A Word file; with columns each heading and each job is a table."""
    from docx import Document

    document = Document()
    for name in ("created", "modified", "last_printed"):
        setattr(document.core_properties, name, MOMENT)
    document.core_properties.author = "podbor"
    for part in parts_of(lines, columns=columns):
        if is_job(part):
            cells = document.add_table(rows=1, cols=2).rows[0].cells
            for cell, side in zip(cells, part, strict=True):
                add_paragraphs(cell, side)
        elif columns and part[0] == "heading":
            document.add_table(rows=1, cols=1).cell(0, 0).text = part[1]
        else:
            add_paragraphs(document, [part])
    drop_thumbnail(document)
    buffer = BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def add_paragraphs(target, lines: list[Line]) -> None:
    """Add to a document, or to a cell, whose first paragraph is there already."""
    styles = {"title": "Title", "heading": "Heading 2", "item": "List Bullet", "text": "Normal"}
    for kind, text in lines:
        only = target.paragraphs[0] if len(target.paragraphs) == 1 else None
        if hasattr(target, "merge") and only is not None and not only.text:
            only.text, only.style = text, styles[kind]
        else:
            target.add_paragraph(text, style=styles[kind])


def drop_thumbnail(document) -> None:
    """Take out the picture of python-docx's own template."""
    links = document.part.package.rels
    for key in [key for key, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[key]


def repacked(data: bytes) -> bytes:
    """The same zip with fixed dates and parts sorted."""
    source = zipfile.ZipFile(BytesIO(data))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            info = zipfile.ZipInfo(name, (2026, 11, 1, 0, 0, 0))
            target.writestr(info, source.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def as_pdf(lines: list[Line], *, columns: bool) -> bytes:
    updated = [line for line in lines if line[1].startswith("Резюме обновлено")]
    sheet = new_sheet(f"{lines[0][1]}  •  {updated[0][1]}" if updated else "")
    shown = [line for line in lines if line not in updated]
    for part in parts_of(shown, columns=columns):
        if is_job(part):
            write_job(sheet, part)
        else:
            write_line(sheet, *part)
    return bytes(sheet.output())


def new_sheet(closing: str):
    """An empty page; ``closing`` is the footer of every page."""
    import matplotlib as mpl
    from fpdf import FPDF

    class Sheet(FPDF):
        def footer(self) -> None:
            if closing:
                self.set_y(-15)
                self.set_font("DejaVu", size=8)
                self.cell(0, 8, closing)

    sheet = Sheet()
    sheet.set_creation_date(MOMENT)
    fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
    sheet.add_font("DejaVu", "", str(fonts / "DejaVuSans.ttf"))
    sheet.add_page()
    return sheet


def write_line(sheet, kind: str, text: str, *, left: float = 10, width: float = 0) -> None:
    """One line or paragraph, ``left`` millimetres from the edge; width 0 goes to the margin."""
    size = {"title": 18, "heading": 13}.get(kind, 10)
    sheet.set_font("DejaVu", size=size)
    sheet.set_x(left)
    shown = f"• {text}" if kind == "item" else text
    sheet.multi_cell(width, size * 0.5, shown, align="L", new_x="LMARGIN", new_y="NEXT")
    if kind in {"title", "heading"}:
        sheet.ln(1)


def write_job(sheet, job: Job) -> None:
    """Dates on the left, and beside them the company, as hh.ru prints a job."""
    if sheet.will_page_break(40):
        sheet.add_page()
    page, top = sheet.page_no(), sheet.get_y()
    for line in job[0]:
        write_line(sheet, *line, width=48)
    bottom = sheet.get_y()
    sheet.set_y(top)
    for line in job[1]:
        write_line(sheet, *line, left=62)
    if sheet.page_no() == page:
        sheet.set_y(max(bottom, sheet.get_y()))
    sheet.ln(3)


def build(name: str) -> tuple[Path, bytes]:
    """Path below the samples folder and the bytes of one sample."""
    lines = parse((SOURCES / f"{name}.txt").read_text(encoding="utf-8"))
    posting = name.startswith("posting-")
    folder = "postings" if posting else "resumes"
    path = Path(folder, f"{name.removeprefix('posting-')}.{FORMATS[name]}")
    writers = {
        "txt": lambda: as_txt(lines),
        "html": lambda: as_html(lines, posting=posting, columns=name in HH_LIKE),
        "docx": lambda: as_docx(lines, columns=name in HH_LIKE),
        "pdf": lambda: as_pdf(lines, columns=name in HH_LIKE),
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
