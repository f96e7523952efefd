"""Fixture files built when a test runs: people and firms are invented."""

import zipfile
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
from docx import Document
from docx.shared import Pt, RGBColor
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

FONT = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
LINES = ("Анна Пробная", "Оператор колл-центра", "Приём входящих звонков и заявок")


def txt_bytes(lines=LINES):
    return "\n".join(lines).encode()


def html_bytes(lines=LINES):
    return ("<p>" + "</p><p>".join(lines) + "</p>").encode()


def sheet(size=11):
    pdf = FPDF()
    pdf.add_font("DejaVu", "", str(FONT))
    pdf.add_page()
    pdf.set_font("DejaVu", size=size)
    return pdf


def pdf_bytes(lines=LINES):
    pdf = sheet()
    for line in lines:
        pdf.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def pdf_with_hidden(words, *, how):
    """A page with one more line that a reader cannot see."""
    pdf = sheet()
    for line in LINES:
        pdf.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    if how == "white":
        pdf.set_text_color(255, 255, 255)
    if how == "tiny":
        pdf.set_font("DejaVu", size=1)
    if how == "invisible":
        pdf.text_mode = 3
    pdf.set_xy(20, 150)
    pdf.cell(0, 8, words)
    return bytes(pdf.output())


def pdf_white_on_dark():
    pdf = sheet()
    pdf.set_fill_color(20, 30, 90)
    pdf.rect(0, 0, 210, 30, style="F")
    pdf.set_text_color(255, 255, 255)
    pdf.cell(0, 8, LINES[0], new_x="LMARGIN", new_y="NEXT")
    pdf.set_text_color(0, 0, 0)
    pdf.set_y(50)
    for line in LINES[1:]:
        pdf.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def pdf_columns(left, right, *, by_row, offset=0.0):
    """Two columns, drawn row by row or column by column."""
    pdf = sheet(9)
    cells = [(15, 20 + 8 * i, text) for i, text in enumerate(left)]
    others = [(115, 20 + offset + 8 * i, text) for i, text in enumerate(right)]
    order = [cell for pair in zip(cells, others, strict=True) for cell in pair]
    for x, y, text in order if by_row else [*cells, *others]:
        pdf.text(x, y, text)
    return bytes(pdf.output())


def pdf_encrypted():
    writer = PdfWriter()
    for page in PdfReader(BytesIO(pdf_bytes())).pages:
        writer.add_page(page)
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def pdf_scanned():
    from PIL import Image

    pdf = FPDF()
    pdf.add_page()
    pdf.image(Image.new("L", (600, 800), 200), x=0, y=0, w=210, h=297)
    return bytes(pdf.output())


def docx_bytes(lines=LINES, *, hidden=None):
    document = Document()
    document.add_heading(lines[0], level=1)
    for line in lines[1:]:
        document.add_paragraph(line, style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2020–2024", "Магазин «Проба»"
    document.sections[0].footer.paragraphs[0].text = "Резюме обновлено 1 мая 2026"
    if hidden:
        for how in ("vanish", "white", "tiny"):
            run = document.add_paragraph().add_run(hidden)
            run.font.hidden = how == "vanish" or None
            if how == "white":
                run.font.color.rgb = RGBColor(255, 255, 255)
            if how == "tiny":
                run.font.size = Pt(1)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def zipped(**parts):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def odt_bytes(lines=LINES):
    body = "".join(f"<text:p>{line}</text:p>" for line in lines[1:])
    head = f"<text:h>{lines[0]}</text:h>"
    content = f"<office:document-content {NAMESPACES}>{head}{body}</office:document-content>"
    return zipped(content_xml=content)


def rtf_bytes(lines=LINES, *, hidden=""):
    escaped = "\\par ".join("".join(f"\\u{ord(c)}?" for c in line) for line in lines)
    secret = f"{{\\v {hidden}}}" if hidden else ""
    return f"{{\\rtf1\\ansi\\ansicpg1251 {escaped}{secret}\\par}}".encode("latin-1")
