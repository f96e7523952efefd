"""hh.ru's printed resume: a narrow left column, a footer on every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
from fpdf import FPDF

from layouts.hh_content import Content, Person, Study, content

from build_samples import MOMENT

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, BOTTOM = 42.0, 44.0, 790.0  # margins in points, from the upper left corner
GRAY = 120


@dataclass(frozen=True)
class Look:
    """Size in points, weight, gray and the room above of a line."""

    size: float
    bold: bool = False
    gray: int = 0
    above: float = 0


LOOKS = {
    "name": Look(20, bold=True),
    "text": Look(9),
    "gap": Look(9, above=8),
    "hint": Look(8, gray=GRAY),
    "section": Look(12, gray=GRAY, above=16),
    "position": Look(13, bold=True),
    "pay": Look(13),
    "company": Look(12, bold=True),
    "title": Look(11.5, bold=True, above=5),
    "duty": Look(9, above=1),
    "level": Look(11, above=2),
    "school": Look(11.5, bold=True),
}
Line = tuple[str, str]  # look and text


class Paper(FPDF):
    """Pages with one closing line each.

    Parameters
    ----------
    closing : str
        «Фамилия Имя  •  Резюме обновлено …».
    """

    def __init__(self, closing: str) -> None:
        super().__init__(unit="pt", format="A4")
        self.closing = closing
        self.set_creation_date(MOMENT)
        self.set_auto_page_break(auto=False)
        fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
        self.add_font("DejaVu", "", fonts / "DejaVuSans.ttf")
        self.add_font("DejaVu", "B", fonts / "DejaVuSans-Bold.ttf")
        self.add_page()

    def footer(self) -> None:
        self.set_font("DejaVu", size=8)
        self.set_text_color(GRAY)
        self.text(LEFT, HEIGHT - 26, self.closing)


class Sheet:
    """Lays lines on paper from the top down.

    Parameters
    ----------
    closing : str
        The closing line of every page.
    column : float
        Where the right column begins.
    """

    def __init__(self, closing: str, *, column: float) -> None:
        self.paper = Paper(closing)
        self.column = column
        self.y = TOP

    def wrapped(self, line: Line, width: float) -> list[str]:
        """Break a line at its blanks; tags, between two blanks, stay whole."""
        look = LOOKS[line[0]]
        self.paper.set_font("DejaVu", "B" if look.bold else "", look.size)
        blank = "  " if "  " in line[1] else " "
        lines = [""]
        for word in line[1].split(blank):
            longer = f"{lines[-1]}{blank}{word}" if lines[-1] else word
            if lines[-1] and self.paper.get_string_width(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def put(self, x: float, line: Line, *, right: bool = False) -> None:
        """Write one line that fits at the current height; ``right``: ``x`` is its right end."""
        look = LOOKS[line[0]]
        self.paper.set_font("DejaVu", "B" if look.bold else "", look.size)
        self.paper.set_text_color(look.gray)
        start = x - self.paper.get_string_width(line[1]) if right else x
        self.paper.text(start, self.y + look.size, line[1])

    def flow(self, x: float, lines: Sequence[Line], *, width: float = 0) -> None:
        """Write lines one below the other, on as many pages as they need."""
        room = width or WIDTH - LEFT - x
        for line in lines:
            look = LOOKS[line[0]]
            self.y += look.above
            for piece in self.wrapped(line, room):
                self.need(look.size * 1.4)
                self.put(x, (line[0], piece))
                self.y += look.size * 1.4

    def need(self, height: float) -> None:
        """Turn the page where less than this is left."""
        if self.y + height > BOTTOM:
            self.paper.add_page()
            self.y = TOP

    def row(self, left: Sequence[Line], right: Sequence[Line]) -> None:
        """Write both columns from the same height; the right one may go on overleaf."""
        self.need(60)
        page, top = self.paper.page_no(), self.y
        self.flow(LEFT, left, width=self.column - LEFT - 10)
        bottom = self.y
        self.y = top
        self.flow(self.column, right)
        if self.paper.page_no() == page:
            self.y = max(self.y, bottom)
        self.y += 8

    def section(self, title: str) -> None:
        """Write the title of a section and a rule below."""
        self.need(80)
        self.flow(LEFT, [("section", title)])
        self.paper.set_draw_color(200)
        self.paper.line(LEFT, self.y, WIDTH - LEFT, self.y)
        self.y += 8


def as_pdf(person: Person) -> bytes:
    """Return hh.ru's printed resume."""
    page = content(person)
    sheet = Sheet(page.footer, column=136 if page.newer else 166)
    _head(sheet, page)
    _wishes(sheet, page)
    _jobs(sheet, page)
    if page.education:
        sheet.section(page.words.education)
    for level, studies in page.education:
        if level:
            sheet.flow(LEFT, [("level", page.words.levels[level])])
            sheet.y += 4
        _studies(sheet, studies)
    for title, studies in page.extra:
        sheet.section(title)
        _studies(sheet, studies)
    _skills(sheet, page)
    _rest(sheet, page)
    return bytes(sheet.paper.output())


def _head(sheet: Sheet, page: Content) -> None:
    sheet.flow(LEFT, [("hint", page.top)] if page.top else [])
    sheet.flow(LEFT, [("name", page.name)] if page.name else [])
    sheet.y += 4
    lines = [("text", page.age_line)]
    for block in (page.contacts, page.living):
        lines += [("text" if i else "gap", text) for i, text in enumerate(block)]
    sheet.flow(LEFT, lines)


def _wishes(sheet: Sheet, page: Content) -> None:
    """The position on the left, the pay on the right of the same line."""
    sheet.section(page.words.desired)
    top = sheet.y
    if page.pay:
        sheet.put(WIDTH - LEFT, ("pay", page.pay), right=True)
    sheet.flow(LEFT, [("position", page.position)] if page.position else [], width=330)
    sheet.y = max(sheet.y, top + 18 if page.pay else top) + 2
    label, roles = page.roles
    sheet.flow(LEFT, [("text", text) for text in [label, *roles] if text])
    lines = [*page.work, page.road]
    sheet.flow(LEFT, [("text" if i else "gap", text) for i, text in enumerate(lines)])


def _jobs(sheet: Sheet, page: Content) -> None:
    if page.jobs:
        sheet.section(page.experience)
    for job in page.jobs:
        left = [("hint", job.period), ("hint", job.duration)]
        right = [
            ("company", job.company),
            ("hint", job.place),
            ("hint", job.industry),
            ("hint", f"• {job.subindustry}" if job.subindustry else ""),
            ("title", job.position),
            *(("duty", text) for text in job.text),
        ]
        sheet.row(_said(left), _said(right))


def _said(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line[1]]


def _studies(sheet: Sheet, studies: Sequence[Study]) -> None:
    for study in studies:
        right = [("school", study.name), ("text", study.note)]
        sheet.row(_said([("hint", study.year)]), _said(right))


def _skills(sheet: Sheet, page: Content) -> None:
    if page.languages or page.skills:
        sheet.section(page.skills_title)
    if page.languages:
        languages = [("text", text) for text in page.languages]
        sheet.row([("hint", page.words.languages_label)], languages)
    if page.skills:
        sheet.row([("hint", page.words.skills_label)], [("text", "  ".join(page.skills))])


def _rest(sheet: Sheet, page: Content) -> None:
    if page.driving:
        sheet.section(page.words.driving)
        sheet.row([], [("text", text) for text in page.driving])
    if page.recommendations or page.about:
        sheet.section(page.words.additional)
    parts = {page.words.recommendations: page.recommendations, page.words.about: page.about}
    for label, lines in parts.items():
        if lines:
            sheet.row([("hint", label)], [("text", text) for text in lines])
