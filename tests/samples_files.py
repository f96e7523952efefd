"""Files of every format, made at test time; all people and firms are invented."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from pathlib import Path

RESUME = (
    "Крылова Вера Андреевна\n"
    "Оператор контактного центра\n"
    "Опыт работы — 2 года 3 месяца\n"
    "Приём входящих звонков, ведение базы клиентов в CRM\n"
    "Образование: колледж связи, 2019\n"
)
DOCX_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
ODT_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def saved(folder: Path, name: str, data: bytes | str) -> Path:
    """Write a file; a string goes out as UTF-8."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, *, styles: str = "", parts: dict[str, str] | None = None) -> bytes:
    """A Word file whose body is this XML."""
    files: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {DOCX_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    if styles:
        files["word/styles.xml"] = f"<w:styles {DOCX_NAMESPACES}>{styles}</w:styles>"
    for name, content in (parts or {}).items():
        files[name] = f"<w:part {DOCX_NAMESPACES}>{content}</w:part>"
    return packed(files)


def run(text: str, properties: str = "") -> str:
    """A run of a Word paragraph."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A Word paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def odt(
    body: str, *, styles: str = "", named: str = "", parts: dict[str, str] | None = None
) -> bytes:
    """An OpenDocument text whose body is this XML; ``named`` is the body of styles.xml."""
    content = (
        f"<office:document-content {ODT_NAMESPACES}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    files: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        **(parts or {}),
    }
    if named:
        files["styles.xml"] = (
            f"<office:document-styles {ODT_NAMESPACES}>{named}</office:document-styles>"
        )
    return packed(files)


def rtf(body: str) -> bytes:
    r"""An RTF file in code page 1251; letters go out as ``\'xx``."""
    coded = "".join(
        c if c.isascii() else "".join(f"\\'{byte:02x}" for byte in c.encode("cp1251")) for c in body
    )
    return (
        r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fnil\fcharset204 Arial;}}\f0\fs24 "
        f"{coded}}}"
    ).encode("ascii")


@cache
def font() -> str:
    """A font with Cyrillic letters."""
    import matplotlib as mpl

    return str(Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf")


class Sheet:
    """A PDF drawn piece by piece; points from the upper left corner of the page.

    Parameters
    ----------
    size : float
        Font size in points.
    """

    def __init__(self, *, size: float = 11, page: tuple[float, float] = (595, 842)) -> None:
        from fpdf import FPDF

        self.pdf = FPDF(unit="pt", format=page)
        self.pdf.set_auto_page_break(False)
        self.pdf.add_font("DejaVu", "", font())
        self.pdf.set_font("DejaVu", size=size)
        self.pdf.add_page()

    def text(self, x: float, y: float, words: str, **look: object) -> Sheet:
        """Write words; ``look``: color (gray 0..255), size, mode (render mode), alpha."""
        from fpdf.enums import TextMode

        with self.pdf.local_context(fill_opacity=look.get("alpha", 1)):
            self.pdf.set_text_color(int(str(look.get("color", 0))))
            self.pdf.set_font("DejaVu", size=float(str(look.get("size", 11))))
            self.pdf.text_mode = TextMode(int(str(look.get("mode", 0))))
            self.pdf.text(x, y, words)
        return self

    def lines(self, x: float, y: float, words: list[str], *, pitch: float = 15) -> Sheet:
        """Write lines one below the other."""
        for i, line in enumerate(words):
            self.text(x, y + i * pitch, line)
        return self

    def bar(self, x: float, y: float, width: float, height: float, *, gray: int) -> Sheet:
        """Paint a rectangle."""
        self.pdf.set_fill_color(gray)
        self.pdf.rect(x, y, width, height, style="F")
        return self

    def picture(self, x: float, y: float, width: float, height: float) -> Sheet:
        """Place a gray picture."""
        from PIL import Image

        self.pdf.image(Image.new("RGB", (60, 80), (120, 120, 120)), x, y, width, height)
        return self

    def page(self) -> Sheet:
        """Begin the next page."""
        self.pdf.add_page()
        return self

    def data(self) -> bytes:
        """The file."""
        return bytes(self.pdf.output())


def simple_pdf() -> bytes:
    """The resume of this module as a PDF."""
    return Sheet().lines(60, 80, RESUME.splitlines()).data()


def locked_pdf(*, user: str) -> bytes:
    """A PDF with a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(simple_pdf())))
    writer.encrypt(user_password=user, owner_password="owner-secret")  # noqa: S106 - invented
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def library_docx() -> bytes:
    """A Word file as python-docx writes it: heading, list, table, header, footer."""
    from docx import Document

    document = Document()
    document.add_heading("Крылова Вера Андреевна", level=1)
    document.add_paragraph("Оператор контактного центра")
    document.add_paragraph("приём звонков", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Город"
    table.cell(0, 1).text = "Тверь"
    section = document.sections[0]
    section.header.paragraphs[0].text = "Резюме"
    section.footer.paragraphs[0].text = "Обновлено 1 мая 2026"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def valid_files() -> dict[str, bytes]:
    """A sound file of each format, by name."""
    return {
        "cv.txt": RESUME.encode("cp1251"),
        "cv.md": RESUME.encode(),
        "cv.html": f"<html><body><h1>CV</h1><p>{RESUME}</p></body></html>".encode(),
        "cv.pdf": simple_pdf(),
        "cv.docx": library_docx(),
        "cv.rtf": rtf(RESUME.replace("\n", "\\par ")),
        "cv.odt": odt("".join(f"<text:p>{line}</text:p>" for line in RESUME.splitlines())),
        "cv.json": json.dumps(
            {
                "basics": {"name": "Вера Крылова"},
                "work": [{"name": "Фирма", "position": "Оператор"}],
            },
            ensure_ascii=False,
        ).encode(),
    }
