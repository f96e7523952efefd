"""Writers of RTF, Word and HTML for hh.ru's layouts."""

import html
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.shared import Pt, RGBColor

from build_samples import MOMENT, drop_thumbnail, repacked

RTF_HEAD = (
    r"{\rtf1\ansi\ansicpg1251\deff0\deflang1049"
    r"{\fonttbl{\f0\fswiss\fcharset204 Arial;}}"
    r"{\colortbl;\red0\green0\blue0;\red112\green112\blue112;}"
    "\n\\paperw11906\\paperh16838\\margl850\\margr850\\margt850\\margb1130\n"
)
RTF_LOOKS = {  # half points, bold, color
    "name": r"\f0\fs40\b\cf1",
    "text": r"\f0\fs18\b0\cf1",
    "hint": r"\f0\fs16\b0\cf2",
    "section": r"\f0\fs24\b0\cf2",
    "position": r"\f0\fs26\b\cf1",
    "pay": r"\f0\fs26\b0\cf1",
    "company": r"\f0\fs24\b\cf1",
    "title": r"\f0\fs22\b\cf1",
    "level": r"\f0\fs22\b0\cf1",
}
WORD_LOOKS = {  # points, bold, gray
    "name": (20, True, False),
    "text": (9, False, False),
    "hint": (8, False, True),
    "section": (14, True, False),
    "position": (14, True, False),
    "company": (11, True, False),
}
Line = tuple[str, str]  # look and text


def rtf_text(text: str) -> str:
    r"""ASCII for RTF: Russian letters as ``\'xx`` of code page 1251, the rest as ``\u``.

    >>> rtf_text("Да {5 ₽}")
    "\\'c4\\'e0 \\{5 \\u8381?\\}"
    """
    coded = []
    for letter in text:
        if letter in "\\{}":
            coded.append(f"\\{letter}")
        elif letter.isascii():
            coded.append(letter)
        elif letter == "\u00a0":
            coded.append(r"\~")
        else:
            try:
                coded.append(f"\\'{letter.encode('cp1251')[0]:02x}")
            except UnicodeEncodeError:
                coded.append(f"\\u{ord(letter)}?")
    return "".join(coded)


def rtf_row(cells: Sequence[Sequence[Line]], ends: Sequence[int], *, rule: bool = False) -> str:
    """One row of a table; ``ends`` are the right ends of its cells in twips."""
    border = r"\clbrdrb\brdrs\brdrw10\brdrcf2" if rule else ""
    start = r"\trowd\trgaph70\trleft0" + "".join(f"{border}\\cellx{end}" for end in ends)
    written = []
    for cell in cells:
        lines = [f"{{{RTF_LOOKS[look]} {rtf_text(text)}}}" for look, text in cell if text]
        written.append("\\pard\\intbl\\ql " + "\\par\n".join(lines) + "\\cell\n")
    return f"{start}\n{''.join(written)}\\row\n"


def rtf_file(rows: Sequence[str], closing: str) -> bytes:
    """A file of table rows with a closing line on every page."""
    footer = f"{{\\footer\\pard\\plain{RTF_LOOKS['hint']} {rtf_text(closing)}\\par}}\n"
    return (RTF_HEAD + footer + "".join(rows) + "\\pard\\par}").encode("ascii")


class WordFile:
    """A Word file of paragraphs and one-cell tables.

    Parameters
    ----------
    whole : bool
        Whether a section's table holds its content too, and not the title alone.
    """

    def __init__(self, *, whole: bool) -> None:
        self.document = Document()
        for name in ("created", "modified", "last_printed"):
            setattr(self.document.core_properties, name, MOMENT)
        self.document.core_properties.author = ""
        self.whole = whole
        self.target: Any = self.document

    def section(self, title: str, look: str = "section") -> None:
        """Open a section; the paragraphs that follow belong to it."""
        cell = self.document.add_table(rows=1, cols=1).cell(0, 0)
        _write(cell.paragraphs[0], look, title)
        self.target = cell if self.whole else self.document

    def leave(self) -> None:
        """Close the section."""
        self.target = self.document

    def add(self, look: str, *texts: str) -> None:
        """Add a paragraph for each text that says something."""
        for text in texts:
            if text:
                _write(self.target.add_paragraph(), look, text)

    def data(self) -> bytes:
        """The file; the same bytes every time."""
        drop_thumbnail(self.document)
        buffer = BytesIO()
        self.document.save(buffer)
        return repacked(buffer.getvalue())


def _write(paragraph: Any, look: str, text: str) -> None:
    size, bold, gray = WORD_LOOKS[look]
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(size), bold
    if gray:
        run.font.color.rgb = RGBColor(112, 112, 112)


def tag(name: str, text: str, css: str = "") -> str:
    """An element with escaped text; blanks that do not break become ``&nbsp;``."""
    return raw_tag(name, escaped(text), css)


def raw_tag(name: str, inner: str, css: str = "") -> str:
    """An element around markup."""
    attribute = f' class="{css}"' if css else ""
    return f"<{name}{attribute}>{inner}</{name}>"


def escaped(text: str) -> str:
    """Text as markup."""
    return html.escape(text, quote=False).replace("\u00a0", "&nbsp;")
