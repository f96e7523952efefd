"""PDF to text with pypdfium2: stream order, columns where a gutter shows, hidden runs left out.

Measured in the handbook (engineering §5): stream order is right for most producers; drawing row by
row over two columns needs the XY-cut, which in turn breaks label–value tables, so it is tried only
when there is a gutter and the lines left and right of it do not stand on the same baselines.
"""

from __future__ import annotations

import ctypes
import re
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from podbor.errors import (
    EmptyFileError,
    EncryptedFileError,
    ReadError,
    ScannedFileError,
    TruncatedFileError,
    WrongTypeError,
)
from podbor.readers.drafting import Draft
from podbor.readers.limits import Limits, check
from podbor.readers.wrapping import rejoined
from podbor.records import Document, Notice

HEADER_BYTES = 1024
FEW_CHARACTERS = 20  # on a page that is a picture
LARGE_IMAGE = 0.4  # of the page
TINY_POINTS = 4.0
WHITE = 0.93
CLEAR = 26  # alpha, 0..255
LEAST_CONTRAST = 40  # of gray levels in a box that shows text
RENDER_PIXELS = 2_000_000  # a page is rendered no larger
RENDER_SIDE = 8_000  # pixels
LETTERS = 3  # of a line that tell its size
MARGIN_SLACK = 1.5  # times the left margin
SHORT_WORD = 30.0  # points that a ragged line may lack
GUTTER_POINTS = 12.0
LEAST_BOXES = 3  # on each side of a gutter
MOST_BOXES = 1_500  # more are no columns of text
ROW_POINTS = 3.0  # bottoms this near are one row
BASELINE_POINTS = 1.2  # baselines this near are one row
MOST_SHARED_ROWS = 0.5  # above that two columns are a label–value table
LEAST_SWITCHES = 0.6  # of those that drawing row by row makes
MOST_DATES = 0.4  # lines with a year; above that a column is the dates of the other
WIDE_BLANK = 1.6  # median line heights between blocks
MOST_OBJECTS = 200_000
DEEPEST_CUT = 20
FOOTER = re.compile(
    r"резюме обновлено|resume updated|^(?:страница|стр\.?|page) \d+|^\d{1,3}$", re.IGNORECASE
)
SHORT_NUMBER = re.compile(r"\b\d{1,3}\b")  # of a page
YEAR = re.compile(r"\b(?:19|20)\d\d\b|настоящее время|present", re.IGNORECASE)
LINE_END_HYPHEN = re.compile(r"(\w*)\ufffe(\w?)")
KEEPS_HYPHEN = frozenset(  # first halves of words that always have one: «бизнес-процессы»
    "бизнес онлайн интернет веб пресс кадро аудио видео смс кое по из какой куда где кто что"
    " full part non self long short e well on off up in co high low real".split()
)
SKILLS_HEADING = re.compile(
    r"(?:^|(?<=\n))(?:ключевые навыки|навыки|key skills|skills)\b", re.IGNORECASE
)
TAG_LINES = 10  # below such a heading
TAG_GAP = 1.5  # of the narrowest blank of the line
WIDE_GAP_POINTS = 12.0
WIDE_GAP = 1.2  # heights of the letters
GAP_LETTERS = 24  # of both sides of a gap, by which it is found in the text
LOCK = threading.Lock()  # pdfium is not thread safe


@dataclass(frozen=True, slots=True)
class Box:
    """A line of text on a page: edges in points, origin at the lower left."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    baseline: float

    @property
    def height(self) -> float:
        """Points from bottom to top."""
        return self.top - self.bottom


@dataclass(slots=True)
class _Pages:
    """What was read so far: lines per page, counts, whether a page is a picture or has columns."""

    lines: list[list[str]] = field(default_factory=list)
    n_hidden: int = 0
    pictures: bool = False
    recognized: bool = False
    columns: int = 0


def read_pdf(name: str, data: bytes, limits: Limits) -> Document:
    """Read a PDF.

    Raises
    ------
    WrongTypeError
        If it does not begin as a PDF does.
    EncryptedFileError, TruncatedFileError, ScannedFileError, EmptyFileError, TooLargeError
        If a password is needed, it is damaged, has only pictures, no words, or too many pages.
    """
    import pypdfium2

    if b"%PDF" not in data[:HEADER_BYTES]:
        raise WrongTypeError(name, "no PDF header")
    with LOCK:
        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _load_error(name, str(error)) from error
        try:
            check(name, len(pdf), limits.max_pages, "pages")
            pages = _read_pages(name, pdf, limits)
        except (pypdfium2.PdfiumError, ValueError, OSError, ctypes.ArgumentError) as error:
            raise TruncatedFileError(name, "a page cannot be read") from error
        finally:
            pdf.close()
    return _document(name, pages)


def _load_error(name: str, message: str) -> ReadError:
    if "password" in message.lower() or "security" in message.lower():
        return EncryptedFileError(name)
    return TruncatedFileError(name, "the file does not load")


def _read_pages(name: str, pdf: Any, limits: Limits) -> _Pages:
    pages = _Pages()
    n_characters = 0
    for number in range(len(pdf)):
        page = pdf[number]
        lines = _page_lines(page, pages)
        n_characters += sum(len(line) for line in lines)
        check(name, n_characters, limits.max_characters, "characters")
        pages.lines.append(lines)
        page.close()
    return pages


def _document(name: str, pages: _Pages) -> Document:
    draft = assemble(pages.lines)
    if pages.pictures and len(draft.text) < FEW_CHARACTERS * len(pages.lines):
        raise ScannedFileError(name)
    if not any(character.isalnum() for character in draft.text):
        raise EmptyFileError(name, "no words in the PDF")
    notices = []
    if pages.n_hidden:
        notices.append(Notice(code="hidden_text", detail=f"{pages.n_hidden} characters"))
    if pages.pictures:
        notices.append(Notice(code="scanned_page", detail="a page is a picture without text"))
    if pages.columns:
        notices.append(Notice(code="columns", detail=f"{pages.columns} pages"))
    if pages.recognized:
        notices.append(Notice(code="recognized_text", detail="text of a scan, by a program"))
    return Document(
        name=name,
        format="pdf",
        text=draft.text,
        blocks=draft.blocks,
        n_pages=len(pages.lines),
        notices=tuple(notices),
    )


def assemble(pages: list[list[str]]) -> Draft:
    """Join the pages; lines that close several pages alike, and page numbers, are footers.

    >>> page = ["Опыт", "CRM", "Ким Анна • Резюме обновлено 1 мая 2026"]
    >>> [block.kind for block in assemble([page, ["Обо мне", page[-1]]]).blocks]
    ['paragraph', 'paragraph', 'footer', 'paragraph', 'footer']
    """
    closing = Counter(key for lines in pages for key in {_edge_key(line) for line in lines[-2:]})
    opening = Counter(lines[0] for lines in pages if lines)
    draft = Draft()
    for number, lines in enumerate(pages, 1):
        for place, line in enumerate(lines):
            kind = "paragraph"
            if place >= max(1, len(lines) - 2) and (
                closing[_edge_key(line)] > 1 or FOOTER.search(line)
            ):
                kind = "footer"
            elif place == 0 and opening[line] > max(1, len(pages) // 2):
                kind = "header" if number > 1 else "paragraph"
            draft.add(line, kind=kind, page=number)
    return draft


def _edge_key(line: str) -> str:
    """A line without the page number in it; a bare number stays itself."""
    return SHORT_NUMBER.sub("#", line) if any(c.isalpha() for c in line) else line


def _page_lines(page: Any, pages: _Pages) -> list[str]:
    """Lines of a page in reading order; what it hides or lacks is noted in ``pages``."""
    picture = _mostly_image(page)
    pages.n_hidden += _switch_off_hidden(page, pages, picture=picture)
    textpage = page.get_textpage()
    raw = with_double_blanks(textpage, textpage.get_text_range())
    text = clean(raw)
    if picture and len("".join(text.split())) < FEW_CHARACTERS:
        pages.pictures = True
    boxes = _boxes(textpage)
    columns = column_lines(boxes)
    pages.columns += columns is not None
    lines = [line.strip() for line in columns or text.split("\n") if line.strip()]
    if columns is None and _fills_page(page, textpage):
        lines = rejoined(lines, heights=line_heights(textpage, raw))
    if columns is None:
        lines = with_gaps(lines, boxes)
    textpage.close()
    return lines


def with_double_blanks(textpage: Any, text: str) -> str:
    """Text in which wide blanks between the names of skills are two blanks.

    hh.ru parts the names of a list of skills by two blanks; pdfium gives one.  Looked at in the
    lines below a heading of skills only, since it asks for the place of each letter.
    """
    if not SKILLS_HEADING.search(text):
        return text
    lines = []
    at, left = 0, 0
    for line in text.split("\r\n"):
        if SKILLS_HEADING.match(line):
            left = TAG_LINES
        lines.append(_double_blanks(textpage, line, at) if left > 0 else line)
        left -= 1
        at += len(line) + 2
    return "\r\n".join(lines)


def _double_blanks(textpage: Any, line: str, at: int) -> str:
    gaps = {}
    for i, character in enumerate(line[1:-1], start=1):
        if character == " ":
            right = textpage.get_charbox(at + i - 1)[2]
            gaps[i] = textpage.get_charbox(at + i + 1)[0] - right
    if len(gaps) < 2:
        return line
    usual = min(gap for gap in gaps.values() if gap > 0) if max(gaps.values()) > 0 else 0.0
    wide = {i for i, gap in gaps.items() if gap > TAG_GAP * usual and usual > 0}
    return "".join("  " if i in wide else character for i, character in enumerate(line))


def line_heights(textpage: Any, text: str) -> list[float]:
    """Height in points of the tallest of the first letters of each line that holds something."""
    heights = []
    at = 0
    for line in text.split("\r\n"):
        letters = [at + i for i, character in enumerate(line) if character.isalnum()]
        if line.strip():
            boxes = [textpage.get_charbox(index, loose=True) for index in letters[:LETTERS]]
            heights.append(max((top - bottom for _, bottom, _, top in boxes), default=0.0))
        at += len(line) + 2
    return heights


def _fills_page(page: Any, textpage: Any) -> bool:
    """Tell whether some line reaches the right margin, taken to be as wide as the left one."""
    n_boxes = min(textpage.count_rects(), MOST_BOXES)
    edges = [textpage.get_rect(i) for i in range(n_boxes)]
    if not edges:
        return False
    left, right = min(edge[0] for edge in edges), max(edge[2] for edge in edges)
    start, _, stop, _ = page.get_bbox()
    return bool(stop - right <= MARGIN_SLACK * (left - start) + SHORT_WORD)


def clean(text: str) -> str:
    r"""Fold pdfium's line ends, and join words that a hyphen parts at the end of a line.

    pdfium puts U+FFFE for such a hyphen.  It goes between small letters of one alphabet, and stays
    a hyphen elsewhere and after first halves that always have one.

    >>> clean("рабо\ufffeта\r\nбизнес\ufffeпроцесс, Java\ufffeпрограмма")
    'работа\nбизнес-процесс, Java-программа'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return LINE_END_HYPHEN.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    before, after = match.groups()
    if not before or not after:
        return before + after
    one_alphabet = before[-1].isascii() == after.isascii()
    goes = one_alphabet and after.islower() and before[-1].islower()
    return before + ("" if goes and before.lower() not in KEEPS_HYPHEN else "-") + after


def _boxes(textpage: Any) -> list[Box]:
    """Stretches of text in the order of the stream; none where there are too many for columns."""
    n_boxes = textpage.count_rects()
    if not 2 * LEAST_BOXES <= n_boxes <= MOST_BOXES:
        return []
    edges = [textpage.get_rect(i) for i in range(n_boxes)]
    if not _may_have_columns(edges):
        return []
    boxes = []
    for left, bottom, right, top in edges:
        text = clean(textpage.get_text_bounded(left, bottom, right, top)).strip()
        if text and right > left and top > bottom:
            baseline = _baseline(textpage, left, bottom, top)
            boxes.append(Box(left, bottom, right, top, text.replace("\n", " "), baseline))
    return boxes


def _may_have_columns(edges: list[tuple[float, float, float, float]]) -> bool:
    """Tell whether lines begin at two places: cheap, and no for most pages."""
    starts = sorted(left for left, _, right, _ in edges if right > left)
    return bool(starts) and starts[-1] - starts[0] > 4 * GUTTER_POINTS


def _baseline(textpage: Any, left: float, bottom: float, top: float) -> float:
    """Height of the line on which the letters of a box stand."""
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    index = raw.FPDFText_GetCharIndexAtPos(textpage, left + 1, (bottom + top) / 2, 3, 3)
    if index >= 0 and raw.FPDFText_GetCharOrigin(textpage, index, x, y):
        return float(y.value)
    return bottom


def column_lines(boxes: list[Box]) -> list[str] | None:
    """Lines read column by column, or None where the stream order should stand.

    Parameters
    ----------
    boxes : list of Box
        In the order of the stream.
    """
    ordered = _ordered(boxes, 0)
    if ordered is None:
        return None
    return ["".join(_spaced(row)) for row in _rows(ordered)]


def _spaced(row: list[Box]) -> Iterator[str]:
    """Words of a row with what parts them: a tab at a wide gap, else a blank."""
    yield row[0].text
    for left, right in pairwise(row):
        yield ("\t" if _is_wide(left, right) else " ") + right.text


def _is_wide(left: Box, right: Box) -> bool:
    return right.left - left.right >= max(WIDE_GAP_POINTS, WIDE_GAP * left.height)


def with_gaps(lines: list[str], boxes: list[Box]) -> list[str]:
    r"""Lines with a tab where the page has a wide gap between two stretches of one line.

    What is set against the right margin («Acme Bank       Austin, TX») is another thing than what
    stands to its left.

    Parameters
    ----------
    lines : list of str
        Of one page.
    boxes : list of Box
        The page's stretches of text.

    Examples
    --------
    >>> boxes = [Box(0, 0, 60, 10, "Acme Bank", 0), Box(300, 0, 360, 10, "Austin, TX", 0)]
    >>> with_gaps(["Acme Bank Austin, TX"], boxes)
    ['Acme Bank\tAustin, TX']
    """
    text = "\n".join(lines)
    for row in _rows(sorted(boxes, key=_row_order)):
        for left, right in pairwise(row):
            if _is_wide(left, right):
                ends = (left.text[-GAP_LETTERS:], right.text[:GAP_LETTERS])
                text = text.replace(f"{ends[0]} {ends[1]}", f"{ends[0]}\t{ends[1]}", 1)
    return text.split("\n") if text else []


def find_gutter(boxes: list[Box]) -> float | None:
    """Middle of the widest vertical gap that no box crosses, if it parts two columns."""
    gaps = []
    spans = sorted((box.left, box.right) for box in boxes)
    reach = spans[0][1] if spans else 0.0
    for left, right in spans:
        if left - reach >= GUTTER_POINTS:
            gaps.append((left - reach, (left + reach) / 2))
        reach = max(reach, right)
    for _, middle in sorted(gaps, reverse=True):
        n_left = sum(box.right <= middle for box in boxes)
        if min(n_left, len(boxes) - n_left) >= LEAST_BOXES:
            return middle
    return None


def parts_columns(boxes: list[Box], gutter: float) -> bool:
    """Tell whether a gutter parts columns of text that were drawn across it, row by row.

    Not where the stream is already by columns, nor where the lines left and right share their
    baselines or one side is the dates of the other: those are tables, to be read along the rows.
    """
    left = [box for box in boxes if box.right <= gutter]
    right = [box for box in boxes if box.right > gutter]
    few, many = sorted((left, right), key=len)
    sides = [box.right > gutter for box in boxes]
    n_switches = sum(a != b for a, b in pairwise(sides))
    if n_switches < LEAST_SWITCHES * 2 * len(few):
        return False
    if any(
        sum(bool(YEAR.search(b.text)) for b in side) > MOST_DATES * len(side)
        for side in (left, right)
    ):
        return False
    shared = sum(any(abs(a.baseline - b.baseline) < BASELINE_POINTS for b in many) for a in few)
    return shared <= MOST_SHARED_ROWS * len(few)


def _ordered(boxes: list[Box], depth: int) -> list[Box] | None:
    """XY-cut: left before right at a gutter, above before below at a wide blank.

    None if no gutter parts columns; then the order of the stream should stand.
    """
    if len(boxes) < 2 * LEAST_BOXES or depth > DEEPEST_CUT:
        return None
    gutter = find_gutter(boxes)
    if gutter is not None:
        if not parts_columns(boxes, gutter):
            return None
        left = [box for box in boxes if box.right <= gutter]
        right = [box for box in boxes if box.right > gutter]
        return _top_down(left) + _top_down(right)
    blank = _widest_blank(boxes)
    if blank is None:
        return None
    above = [box for box in boxes if box.bottom >= blank]
    below = [box for box in boxes if box.bottom < blank]
    upper, lower = _ordered(above, depth + 1), _ordered(below, depth + 1)
    if upper is None and lower is None:
        return None
    return (upper or above) + (lower or below)


def _top_down(boxes: list[Box]) -> list[Box]:
    return sorted(boxes, key=_row_order)


def _row_order(box: Box) -> tuple[float, float]:
    return -round(box.bottom / ROW_POINTS), box.left


def _widest_blank(boxes: list[Box]) -> float | None:
    heights = sorted(box.height for box in boxes)
    least = WIDE_BLANK * heights[len(heights) // 2]
    best: tuple[float, float] | None = None
    spans = sorted(((box.top, box.bottom) for box in boxes), reverse=True)
    reach = spans[0][1]
    for top, bottom in spans:
        if reach - top >= least and (best is None or reach - top > best[0]):
            best = (reach - top, (reach + top) / 2)
        reach = min(reach, bottom)
    return best[1] if best else None


def _rows(boxes: list[Box]) -> Iterator[list[Box]]:
    row: list[Box] = []
    for box in boxes:
        if row and (abs(box.bottom - row[-1].bottom) > ROW_POINTS or box.left < row[-1].left):
            yield row
            row = []
        row.append(box)
    if row:
        yield row


def _mostly_image(page: Any) -> bool:
    from pypdfium2 import raw

    width, height = page.get_size()
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > LARGE_IMAGE * width * height:
            return True
    return False


def _switch_off_hidden(page: Any, pages: _Pages, *, picture: bool) -> int:
    """Take runs that nobody sees out of the page; how many characters they held.

    White runs are hidden only if the rendered page shows nothing there.  Invisible text over the
    picture of a page is what text recognition leaves: it stays.
    """
    from pypdfium2 import raw

    flagged = list(_flagged(page))
    if not flagged:
        return 0
    textpage = page.get_textpage()
    runs = _Runs(page, textpage)
    doubtful = [run for run, reasons in flagged if reasons == {"white"}]
    unseen = {_address(run) for run in _unseen(page, doubtful, runs)}
    hidden = [r for r, reasons in flagged if reasons - {"white"} or _address(r) in unseen]
    sizes = {_address(run): runs.n_characters(run) for run in hidden}
    n_invisible = sum(sizes[_address(r)] for r, why in flagged if "invisible" in why)
    if picture and runs.total - sum(sizes.values()) < FEW_CHARACTERS <= n_invisible:
        pages.recognized = True
        hidden = [run for run, why in flagged if _address(run) in sizes and why != {"invisible"}]
    for run in hidden:
        raw.FPDFPageObj_SetIsActive(run, False)
    textpage.close()
    return sum(sizes[_address(run)] for run in hidden)


def _address(run: Any) -> int:
    return ctypes.addressof(run.raw.contents)


class _Runs:
    """Which characters of a page belong to which run, and where they stand on the page."""

    def __init__(self, page: Any, textpage: Any) -> None:
        from pypdfium2 import raw

        self.total = 0
        self._counts: Counter[int] = Counter()
        self._edges: dict[int, list[tuple[float, float, float, float]]] = {}
        self._page = page
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        for index in range(textpage.count_chars()):
            run = raw.FPDFText_GetTextObject(textpage, index)
            if not run or chr(raw.FPDFText_GetUnicode(textpage, index)).isspace():
                continue
            address = ctypes.addressof(run.contents)
            self.total += 1
            self._counts[address] += 1
            if raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top):
                edges = (left.value, bottom.value, right.value, top.value)
                self._edges.setdefault(address, []).append(edges)

    def n_characters(self, run: Any) -> int:
        """Characters of a run, spaces left out."""
        return self._counts[_address(run)]

    def edges(self, run: Any) -> tuple[float, float, float, float] | None:
        """Left, bottom, right, top of a run on the page, in points."""
        boxes = self._edges.get(_address(run))
        if not boxes:
            return None
        left, bottom, right, top = zip(*boxes, strict=True)
        return min(left), min(bottom), max(right), max(top)


def _flagged(page: Any) -> Iterator[tuple[Any, set[str]]]:
    """Runs whose attributes may hide them, with the reasons."""
    from pypdfium2 import raw

    bounds = page.get_bbox()
    runs = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8)
    for count, run in enumerate(runs):
        if count > MOST_OBJECTS:
            return
        reasons = set(_paint(run))
        if run.level == 0:  # inside a form, sizes and places are the form's own
            reasons |= {"tiny"} if 0 < _size(run) < TINY_POINTS else set()
            reasons |= {"off_page"} if _outside(run.get_bounds(), bounds) else set()
        if reasons:
            yield run, reasons


def _paint(run: Any) -> Iterable[str]:
    from pypdfium2 import raw

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if raw.FPDFPageObj_GetFillColor(run, red, green, blue, alpha):
        luminance = (0.2126 * red.value + 0.7152 * green.value + 0.0722 * blue.value) / 255
        if luminance > WHITE:
            yield "white"
        if alpha.value < CLEAR:
            yield "transparent"
    if raw.FPDFTextObj_GetTextRenderMode(run) in {3, 7}:
        yield "invisible"


def _outside(edges: tuple[float, ...], page: tuple[float, ...]) -> bool:
    x0, y0, x1, y1 = edges
    left, bottom, right, top = page
    return x1 < left or x0 > right or y1 < bottom or y0 > top


def _size(run: Any) -> float:
    """Font size of a run on the page, in points."""
    from pypdfium2 import raw

    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(run, size)
    raw.FPDFPageObj_GetMatrix(run, matrix)
    return float(size.value * max(abs(matrix.d), abs(matrix.b)))


def _unseen(page: Any, doubtful: list[Any], runs: _Runs) -> Iterator[Any]:
    """Runs in whose place the rendered page shows nothing."""
    if not doubtful:
        return
    width, height = page.get_size()
    area = max(1.0, width * height)
    scale = min(1.5, (RENDER_PIXELS / area) ** 0.5, RENDER_SIDE / max(1.0, width, height))
    pixels = page.render(scale=scale, grayscale=True).to_numpy()
    pixels = pixels.reshape(pixels.shape[0], -1)
    n_rows, n_columns = pixels.shape
    for run in doubtful:
        edges = runs.edges(run)
        if edges is None:
            continue
        left, top, right, bottom = _pixels(page, edges, n_columns, n_rows)
        seen = pixels[max(0, top) : bottom + 1, max(0, left) : right + 1]
        if seen.size == 0 or int(seen.max()) - int(seen.min()) < LEAST_CONTRAST:
            yield run


def _pixels(
    page: Any, edges: tuple[float, float, float, float], n_columns: int, n_rows: int
) -> tuple[int, int, int, int]:
    """Place on the rendered page, whose rotation and crop pdfium knows."""
    from pypdfium2 import raw

    x, y = ctypes.c_int(), ctypes.c_int()
    places = []
    for corner in ((edges[0], edges[1]), (edges[2], edges[3])):
        raw.FPDF_PageToDevice(page, 0, 0, n_columns, n_rows, 0, *corner, x, y)
        places.append((x.value, y.value))
    (x0, y0), (x1, y1) = places
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
