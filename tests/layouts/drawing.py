"""Rows of text on pages: wrapping, paging, and writing them with reportlab or fpdf2."""

import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import matplotlib as mpl
from fpdf import FPDF
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from layouts.flow import Item

A4 = (595, 842)
LETTER = (612, 792)
SANS = ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique")
SERIF = ("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic")


@dataclass(frozen=True, kw_only=True)
class Style:
    """How an item looks."""

    font: str
    size: float
    color: str = "#222222"
    before: float = 0
    centre: bool = False
    rule: bool = False
    """A line under the text."""
    upper: bool = False
    mark: str = ""
    """A bullet before the text."""
    keep: bool = False
    """The next row stays on the same page."""


@dataclass(frozen=True)
class Run:
    """A piece of text at its place in a row."""

    x: float
    text: str
    style: Style


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of a column."""

    height: float
    runs: tuple[Run, ...] = ()
    rule: tuple[float, float] | None = None
    keep: bool = False


@dataclass(frozen=True, kw_only=True)
class Box:
    """A coloured rectangle on every page, from the left and the top."""

    x: float
    y: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Pages to be drawn: columns of rows, drawn in their order or line by line."""

    size: tuple[float, float]
    columns: tuple[list[Row], ...]
    top: float = 48
    bottom: float = 48
    boxes: tuple[Box, ...] = ()
    footer: Callable[[int, int], Run] | None = None
    by_line: bool = False
    title: str = ""


@dataclass
class _Page:
    placed: list[tuple[float, Row]] = field(default_factory=list)


@cache
def _font_file(font: str) -> Path:
    return Path(mpl.get_data_path()) / "fonts" / "ttf" / f"{font}.ttf"


@cache
def _register(font: str) -> None:
    pdfmetrics.registerFont(TTFont(font, str(_font_file(font))))


def width_of(text: str, style: Style) -> float:
    """Return the width of a text in points."""
    _register(style.font)
    return float(pdfmetrics.stringWidth(text, style.font, style.size))


def _pieces(word: str, style: Style, room: float) -> Iterator[str]:
    """Yield a word in pieces that fit, cut after hyphens and slashes where it can be."""
    while word and width_of(word, style) > room:
        cut = len(word)
        while cut > 1 and width_of(word[:cut], style) > room:
            cut -= 1
        soft = max(word.rfind(mark, 0, cut) for mark in "-/") + 1
        cut = soft if soft > 3 else cut
        yield word[:cut]
        word = word[cut:]
    yield word


def wrap(text: str, style: Style, room: float, first: float | None = None) -> list[str]:
    """Return the lines of a text; `first` is the room of the first line where it has less."""
    lines: list[str] = []
    line, space = "", room if first is None else first
    for word in text.split(" "):
        for number, piece in enumerate(_pieces(word, style, room)):
            longer = f"{line} {piece}" if line and not number else line + piece
            if line and (number or width_of(longer, style) > space):
                lines.append(line)
                longer, space = piece, room
            line = longer
    return [*lines, line]


def _item_rows(item: Item, style: Style, x: float, room: float, side: Style | None) -> list[Row]:
    text = item.text.upper() if style.upper else item.text
    indent = width_of(style.mark, style)
    beside = width_of(item.side, side) + 12 if item.side and side else 0
    lines = wrap(text, style, room - indent, room - indent - beside)
    rows = [Row(height=style.before)] if style.before else []
    for number, line in enumerate(lines):
        left = x + indent + ((room - width_of(line, style)) / 2 if style.centre else 0)
        runs = [Run(left, line, style)]
        if number == 0 and style.mark:
            runs.insert(0, Run(x, style.mark, style))
        if number == 0 and side and item.side:
            runs.append(Run(x + room - width_of(item.side, side), item.side, side))
        last = number == len(lines) - 1
        rule = (x, x + room) if style.rule and last else None
        rows.append(Row(height=style.size * 1.32, runs=tuple(runs), rule=rule, keep=style.keep))
    return rows + [Row(height=4, keep=True)] * style.rule


def rows_of(
    items: Iterable[Item],
    styles: dict[str, Style],
    x: float,
    room: float,
    side: Style | None = None,
) -> list[Row]:
    """Return the rows of a column; `side` styles what stands right-aligned on the line."""
    found: list[Row] = []
    for item in items:
        shown = Item(item.kind, f"{item.side}: {item.text}") if item.kind == "pair" else item
        found += _item_rows(shown, styles[item.kind], x, room, side)
    return found


def _pages(rows: list[Row], top: float, bottom: float) -> list[_Page]:
    pages, y = [_Page()], top
    for number, row in enumerate(rows):
        need = row.height
        following = number
        while following + 1 < len(rows) and (rows[following].keep or not rows[following].runs):
            following += 1
            need += rows[following].height
        if y + need > bottom and pages[-1].placed:
            pages.append(_Page())
            y = top
        if row.runs or pages[-1].placed:
            y += row.height
            pages[-1].placed.append((y, row))
    return pages


def _laid(sheet: Sheet) -> list[list[tuple[float, Row]]]:
    """Return the rows of each page with their baselines, in the order of drawing."""
    columns = [_pages(rows, sheet.top, sheet.size[1] - sheet.bottom) for rows in sheet.columns]
    count = max(len(pages) for pages in columns)
    laid = []
    for number in range(count):
        placed = [line for pages in columns if number < len(pages) for line in pages[number].placed]
        if sheet.by_line:
            placed.sort(key=lambda line: round(line[0]))
        if sheet.footer:
            run = sheet.footer(number + 1, count)
            placed.append((sheet.size[1] - sheet.bottom / 2, Row(height=0, runs=(run,))))
        laid.append(placed)
    return laid


def reportlab_pdf(sheet: Sheet) -> bytes:
    """Return the sheet as a PDF of reportlab."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=sheet.size, invariant=1)
    canvas.setTitle(sheet.title)
    height = sheet.size[1]
    for placed in _laid(sheet):
        for box in sheet.boxes:
            canvas.setFillColor(HexColor(box.color))
            canvas.rect(box.x, height - box.y - box.height, box.width, box.height, 0, 1)
        for y, row in placed:
            for run in row.runs:
                _register(run.style.font)
                canvas.setFont(run.style.font, run.style.size)
                canvas.setFillColor(HexColor(run.style.color))
                canvas.drawString(run.x, height - y, run.text)
            if row.rule:
                canvas.setStrokeColor(HexColor("#888888"))
                canvas.setLineWidth(0.6)
                canvas.line(row.rule[0], height - y - 3, row.rule[1], height - y - 3)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def fpdf_pdf(sheet: Sheet) -> bytes:
    """Return the sheet as a PDF of fpdf2."""
    pdf = FPDF(unit="pt", format=sheet.size)
    pdf.set_auto_page_break(auto=False)
    pdf.set_creation_date(dt.datetime(2026, 10, 1, 9, 0, tzinfo=dt.UTC))
    pdf.set_title(sheet.title)
    for font in SANS:
        pdf.add_font(font, fname=_font_file(font))
    for placed in _laid(sheet):
        pdf.add_page()
        for box in sheet.boxes:
            pdf.set_fill_color(box.color)
            pdf.rect(box.x, box.y, box.width, box.height, style="F")
        for y, row in placed:
            for run in row.runs:
                pdf.set_font(run.style.font, size=run.style.size)
                pdf.set_text_color(run.style.color)
                pdf.text(run.x, y, run.text)
            if row.rule:
                pdf.set_draw_color("#888888")
                pdf.line(row.rule[0], y + 3, row.rule[1], y + 3)
    return bytes(pdf.output())
