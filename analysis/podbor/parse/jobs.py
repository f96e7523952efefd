"""Jobs of a resume with their dates, and how long the person worked in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from podbor.normalize import Text
from podbor.parse.dates import Period, month_range, months_between, scan_months, scan_periods
from podbor.parse.resume_lines import (
    DURATION,
    Line,
    is_bullet,
    is_duration,
    is_employer,
    is_title,
    read_duration,
    read_lines,
    without_bullet,
)
from podbor.records import Date, Job, Quote

_STUDY = re.compile(
    r"университет|институт|академи|колледж|техникум|училищ|\bПТУ\b|\bПУ\b|\bвуз|факультет|бакалавр"
    r"|магистр|диплом|аспирант|курсы|студент|\buniversity\b|\bcollege\b|\bbachelor"
    r"|\bmaster'?s? (?:of"
    r"|degree)|\bmba\b|\bph\.?d|\bdiploma\b|\bdegree\b|\bcertificate\b|\bb\.?s\.?c?\b|\bgpa\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"не работал|декрет|отпуск по уходу|перерыв|уход за реб[её]нком|служба в армии|maternity leave"
    r"|career break|sabbatical|parental leave",
    re.IGNORECASE,
)
_NEAR = 80  # characters: dates that open, close or fill an entry stand no deeper in its line
_ENTRY_WITHOUT_DATES = re.compile(
    rf"\s*(?P<lead>[-–—•*·]\s*)?{DURATION}\s+(?!опыт|стаж|назад|of\b|old\b|experience)(?=[^\W\d_])",
    re.IGNORECASE,
)
_BULLET_DURATION = re.compile(rf"\s[-–—]\s{DURATION}", re.IGNORECASE)
_MOST_MONTHS = 600
_LONGEST = 400  # characters of a line in which names are looked for
_PIECE = re.compile(r"[^|\t;]+?(?=\s*(?:\||\t|;|\s[—–·•-]\s|\s{2,}|\.\s|\.$|$))")
_TRIM = " \t,.;:|—–-()/▪•·*>→ï¼"
_LABEL = re.compile(r"(?:должность|position|title|компания|company|employer)\s*:\s*", re.IGNORECASE)
# LiveCareer's stand-ins for names
_PLACEHOLDER = re.compile(r"\s*(?:-\s*)?\bCity\s?,\s?State\b.*$|(?<=\S)\s+Company Name\b.*$")
_SINCE = re.compile(r",?\s(?:с|до|с конца|since|from)\s(?:\d{4}|[а-яё]+\s\d{4}).*$")
_CLAUSE = re.compile(r"(?:[«\"][^»\"]*[»\"]|\([^)]*\)|[^,(«\"])+")


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where a job was found: line ``first`` to line ``last`` carry its dates."""

    first: int
    last: int
    period: Period | None
    months: int | None = None
    words: tuple[int, int] = (0, 0)  # of an entry without dates: what is left beside the duration


def find_jobs(text: Text, *, today: Date) -> tuple[Job, ...]:
    r"""Jobs of a resume, in the order of the text.

    A job is a period of time that opens, closes or fills a line of the experience part; without
    such a heading, of any part that is not about education.  Breaks («отпуск по уходу за
    ребёнком») are no jobs.  «5 лет кафе» without dates gives months only.

    Parameters
    ----------
    text : Text
        Offsets of the answer point into ``text.original``.
    today : Date
        What «по настоящее время» counts to.

    Examples
    --------
    >>> from podbor.normalize import normalize
    >>> resume = "Опыт работы\nМарт 2020 — Май 2021\n1 год 3 месяца\nООО «Ромашка»\nОператор"
    >>> job, = find_jobs(normalize(resume), today=Date(year=2026, month=11))
    >>> job.months, job.employer.text, job.title.text
    (15, 'ООО «Ромашка»', 'Оператор')
    """
    lines = read_lines(text.text)
    entries = list(_entries(text.text, lines, today))
    floors = [0, *(entry.last + 1 for entry in entries)]
    starts = [
        _first_line(entry, lines, floor) for entry, floor in zip(entries, floors, strict=False)
    ]
    jobs = []
    for i, entry in enumerate(entries):
        after = starts[i + 1] if i + 1 < len(entries) else len(lines)
        last = _last_line(entry, max(after, entry.last + 1), lines)
        jobs.append(_job(text, lines, entry, (starts[i], last), today))
    return tuple(jobs)


def _entries(view: str, lines: list[Line], today: Date) -> Iterator[_Entry]:
    has_heading = any(_opens_experience(line) for line in lines)
    found = [
        entry
        for entry in _dated(view, lines, today)
        if _is_work(entry, lines, has_heading=has_heading)
    ]
    taken = {i for entry in found for i in range(entry.first, entry.last + 1)}
    found += [
        entry
        for entry in _undated(lines, has_heading=has_heading, has_dates=bool(found))
        if entry.first not in taken and _is_work(entry, lines, has_heading=has_heading)
    ]
    yield from sorted(found, key=_entry_first)


def _opens_experience(line: Line) -> bool:
    """Tell whether a line is the heading of all jobs; «До этого:» stands after the first one."""
    is_first = not line.text.lower().startswith("до этого")
    return line.is_heading and line.section == "experience" and is_first


def _entry_first(entry: _Entry) -> int:
    return entry.first


def _dated(view: str, lines: list[Line], today: Date) -> Iterator[_Entry]:
    """Entries whose dates stand where the dates of a job stand, one for each line."""
    at, last_taken = 0, -1
    in_bullets = True
    for period in _all_dates(view, lines, today):
        while lines[at].stop <= period.start:
            at += 1
        last = at
        while lines[last].stop < period.stop:
            last += 1
        if at <= last_taken or not _opens_entry(
            lines[at], lines[last], period, in_bullets=in_bullets
        ):
            continue
        in_bullets = is_bullet(lines[at].text)
        last_taken = last
        yield _Entry(at, last, period)


def _all_dates(view: str, lines: list[Line], today: Date) -> list[Period]:
    periods = list(scan_periods(view, today=today))
    taken = {i for period in periods for i in range(period.start, period.stop)}
    for line in lines:
        if line.section != "experience":
            continue
        for month in scan_months(line.text, today=today):
            rest = line.text[month.stop :].strip()
            is_alone = month.start == 0 and (not rest or (rest[0] == "(" and rest[-1] == ")"))
            start = line.start + month.start
            if is_alone and start not in taken:
                stop = line.start + month.stop
                periods.append(Period(start=start, stop=stop, begin=month.begin, end=month.end))
    return sorted(periods, key=_period_start)


def _period_start(period: Period) -> int:
    return period.start


def _opens_entry(first: Line, last: Line, period: Period, *, in_bullets: bool) -> bool:
    """Tell whether dates open, close or fill a line, as those of a job do."""
    before = _before_dates(first, period).strip(_TRIM)
    after = last.text[max(0, period.stop - last.start) :].strip(" \t,.;:")
    if not before:
        return True
    if len(before) > _NEAR:
        return False
    if not after.strip(_TRIM) or after.startswith("("):
        return True
    if is_bullet(first.text):
        return in_bullets
    if len(before) <= _NEAR - 20 and is_title(before):
        return True
    return len(before) + len(after) <= _NEAR + 20 and not last.text.endswith((".", ";"))


def _before_dates(line: Line, period: Period) -> str:
    """Give what stands before the dates in their line, without the bullet."""
    before = line.text[: max(0, period.start - line.start)]
    return without_bullet(before + ".")[:-1]


def _undated(lines: list[Line], *, has_heading: bool, has_dates: bool) -> Iterator[_Entry]:
    """«5 лет кафе узбекской кухни», «* Магазин, кладовщик - 5 мес 2023»."""
    for i, line in enumerate(lines):
        if line.is_heading or is_duration(line.text):
            continue
        in_experience = line.section == "experience"
        may_lead = not has_dates and (in_experience or not has_heading)
        found = _ENTRY_WITHOUT_DATES.match(line.text) if may_lead else None
        if not found and in_experience and is_bullet(line.text):
            found = _BULLET_DURATION.search(line.text[: _NEAR * 2])
        if found and 0 < read_duration(found) <= _MOST_MONTHS:
            leads = not line.text[: found.start()]
            words = (found.end(), len(line.text)) if leads else (0, found.start())
            words = (line.start + words[0], line.start + words[1])
            yield _Entry(i, i, None, read_duration(found), words)


def _is_work(entry: _Entry, lines: list[Line], *, has_heading: bool) -> bool:
    line = lines[entry.first]
    if has_heading and line.section != "experience":
        return False
    if line.section == "education" or (line.is_heading and entry.period is None):
        return False
    following = lines[entry.last + 1] if entry.last + 1 < len(lines) else None
    own = " ".join(each.text for each in lines[entry.first : entry.last + 1])
    next_text = following.text if following and not following.is_heading else ""
    if _BREAK.search(own) or (_BREAK.match(next_text.strip()) and len(next_text) < _NEAR):
        return False
    if has_heading:
        return True
    return not _STUDY.search(own) and not (_is_bare(entry, line) and _STUDY.search(next_text))


def _is_bare(entry: _Entry, line: Line) -> bool:
    """Tell whether the line holds dates only, so that the next line says what they are of."""
    period = entry.period
    return period is not None and len(line.text) - (period.stop - period.start) < 4


def _first_line(entry: _Entry, lines: list[Line], floor: int) -> int:
    """First line of an entry: up to two short ones above the dates belong to it."""
    first = entry.first
    line = lines[first]
    if entry.period is None or line.is_heading or is_bullet(line.text):
        return first
    before = _before_dates(line, entry.period).strip(_TRIM)
    if before and is_employer(before):
        return first
    above: list[int] = []
    while len(above) < 2 and not lines[first - len(above)].after_blank:
        i = first - len(above) - 1
        if i < floor or not _may_be_header(lines[i]):
            break
        above.append(i)
    reaches_paragraph = above and lines[above[-1]].after_blank
    over = lines[above[-1] - 1] if above and above[-1] > 0 else None
    below_heading = over is not None and (over.is_heading or is_bullet(over.text))
    if reaches_paragraph or below_heading:
        return above[-1]
    if above and not before and _is_capitalized(lines[first - 1].text):
        return first - 1
    return first


def _may_be_header(line: Line) -> bool:
    short = len(line.text) <= _NEAR + 20
    ends = line.text.endswith((".", ";", ":", ","))
    if line.text[0].islower():
        return False
    listed = is_bullet(line.text) and not (line.text[0].isdigit() and is_employer(line.text))
    return short and not ends and not line.is_heading and not listed


def _is_capitalized(words: str) -> bool:
    """Tell whether every longer word has a capital, as in "Customer Service/Banking"."""
    letters = [word for word in words.split() if word[0].isalpha() and len(word) > 3]
    return 0 < len(letters) <= 6 and all(word[0].isupper() for word in letters)


def _last_line(entry: _Entry, after: int, lines: list[Line]) -> int:
    """Last line of an entry: before the next one or the next heading."""
    for i in range(entry.last + 1, after):
        if lines[i].is_heading:
            return i - 1
    return after - 1


def _job(text: Text, lines: list[Line], entry: _Entry, extent: tuple[int, int], today: Date) -> Job:
    title, employer = _title_and_employer(lines, entry, extent)
    start, stop = text.span(lines[extent[0]].start, lines[extent[1]].stop)
    period, months, dates = entry.period, entry.months, None
    if period:
        months = months_between(period.begin, period.end, today=today)
        dates = quote(text, period.start, period.stop)
    return Job(
        start=start,
        stop=stop,
        title=quote(text, *title) if title else None,
        employer=quote(text, *employer) if employer else None,
        begin=period.begin if period else None,
        end=period.end if period else None,
        current=period.current if period else False,
        months=months,
        dates=dates,
    )


def quote(text: Text, start: int, stop: int) -> Quote:
    """Quote of the original for a stretch of the clean view."""
    start, stop = text.span(start, stop)
    return Quote(start=start, stop=stop, text=text.original[start:stop])


_Span = tuple[int, int]


def _title_and_employer(
    lines: list[Line], entry: _Entry, extent: tuple[int, int]
) -> tuple[_Span | None, _Span | None]:
    before, after, below, above = _pieces(lines, entry, extent)
    titles = [piece for piece in [*before, *after, *below, *above] if is_title(piece[1])]
    title = next((piece for piece in titles if not is_employer(piece[1])), None)
    if title is None and above:  # company above, «Reception — Jun 2020» below it, or title above
        title = before[0] if before else next(iter(titles), above[-1] if after else None)
    rest = [p for p in [*before, *after, *above, *([] if above else below[:2])] if p != title]
    employer = next((piece for piece in rest if is_employer(piece[1])), None)
    if employer is None:  # the line that opens the entry, as hh.ru and most people write
        opening = [*above[-1:], *before[:1], *after[:1], *(below[:1] if title in below else [])]
        names = [piece for piece in opening if piece != title and _may_be_name(piece[1])]
        employer = names[0] if names and (title or above) else None
    if title is None:  # «ресторан «Ласточка», официантка»
        clauses = [clause for piece in rest for clause in _clauses(piece)[1:]]
        title = next((clause for clause in clauses if is_title(clause[1])), None)
    return _span(_shorten(title)), _span(_clauses(employer)[0] if employer else None)


def _may_be_name(words: str) -> bool:
    return (words[0].isupper() or words[0] in '«"') and len(words) <= _NEAR


def _span(piece: _Piece | None) -> _Span | None:
    return piece[0] if piece else None


def _shorten(title: _Piece | None) -> _Piece | None:
    """Title without «, с 2023 года – ведущий»."""
    if title is None:
        return None
    (start, _), words = title
    words = _SINCE.sub("", words)
    return (start, start + len(words)), words


def _is_industry(line: str) -> bool:
    """Tell whether a line is hh.ru's «• Разработка сайтов» below the name of a company."""
    return line.startswith("•") and len(line) < _NEAR // 2 and not line.endswith((".", ";", ","))


def _clauses(piece: _Piece) -> list[_Piece]:
    """Parts between commas; quotes and brackets stay whole, brackets that follow go."""
    (start, _), words = piece
    clauses = []
    for found in _CLAUSE.finditer(words):
        clause = re.sub(r"\s*\([^)]*\)\s*$", "", found[0]).rstrip()
        lead = len(clause) - len(clause.lstrip())
        if clause.strip():
            at = start + found.start() + lead
            clauses.append(((at, at + len(clause) - lead), clause[lead:]))
    return clauses or [piece]


_Piece = tuple[_Span, str]
_Pieces = list[_Piece]


def _pieces(
    lines: list[Line], entry: _Entry, extent: tuple[int, int]
) -> tuple[_Pieces, _Pieces, _Pieces, _Pieces]:
    """Candidates before and after the dates in their line, below it and above it."""
    first, last = lines[entry.first], lines[entry.last]
    if entry.period is None:
        start, stop = entry.words
        return _split(first.text[start - first.start : stop - first.start], start), [], [], []
    before = _split(first.text[: max(0, entry.period.start - first.start)], first.start)
    at = max(entry.period.stop, last.start)
    after = _split(last.text[at - last.start :], at)
    above = [
        piece
        for i in range(extent[0], entry.first)
        for piece in _split(lines[i].text, lines[i].start)
    ]
    below = [] if is_bullet(first.text) else _below(lines, entry.last + 1, extent[1])
    return _divided(before), _divided(after), _divided(below), _divided(above)


def _divided(pieces: _Pieces) -> _Pieces:
    """Pieces, with those that name both a position and an employer divided at their commas."""
    divided: _Pieces = []
    for piece in pieces:
        both = is_title(piece[1]) and is_employer(piece[1])
        divided += _clauses(piece) if both else [piece]
    return divided


def _below(lines: list[Line], start: int, last: int) -> _Pieces:
    pieces: _Pieces = []
    is_hh = start <= last and is_duration(lines[start].text)
    for line in lines[start : min(last, start + 6) + 1]:
        if is_duration(line.text) or (is_hh and pieces and _is_industry(line.text)):
            continue
        if line.is_heading:
            break
        if is_bullet(line.text):  # «• Staff Engineer, Globex» below its dates
            first = _clauses(((0, 0), without_bullet(line.text)))[0]
            pieces += _whole(line) if not pieces and is_title(first[1]) else []
            break
        pieces += _whole(line)
        if line.text.endswith((".", ";", ":")) or len(line.text) > _NEAR * 2:
            break
    return [piece for piece in pieces if len(piece[1]) <= _NEAR * 2]


def _whole(line: Line) -> _Pieces:
    return _split(line.text, line.start)[:1]


def _split(words: str, start: int) -> _Pieces:
    """Pieces between bars, dashes, sentence ends; labels, bullets and «City , State» go."""
    pieces = []
    kept = _PLACEHOLDER.sub("", words[:_LONGEST])
    for found in _PIECE.finditer(kept):
        piece = found[0]
        label = _LABEL.match(piece.lstrip(_TRIM))
        lead = len(piece) - len(piece.lstrip(_TRIM)) + (label.end() if label else 0)
        lead += len(piece[lead:]) - len(piece[lead:].lstrip(_TRIM))
        piece = piece[lead:].rstrip(_TRIM.replace(")", "").replace(".", ""))
        if any(letter.isalpha() for letter in piece):
            at = start + found.start() + lead
            pieces.append(((at, at + len(piece)), piece))
    return pieces


def total_months(jobs: Iterable[Job], *, today: Date) -> int | None:
    """Months worked in all: overlaps count once, jobs without dates are added.

    Examples
    --------
    >>> first = Job(start=0, stop=1, begin=Date(year=2020, month=1), end=Date(year=2020, month=6))
    >>> second = Job(start=1, stop=2, begin=Date(year=2020, month=4), end=Date(year=2020, month=12))
    >>> third = Job(start=2, stop=3, months=24)
    >>> total_months([first, second, third], today=Date(year=2026, month=11))
    36
    >>> total_months([], today=Date(year=2026, month=11)) is None
    True
    """
    total, covered, known = 0, 0, False
    ranges = []
    for job in jobs:
        if job.begin and (job.end or job.current):
            ranges.append(month_range(job.begin, job.end, today=today))
        elif job.months is not None:
            total += job.months
            known = True
    for start, stop in sorted(ranges):
        total += max(0, stop - max(start, covered))
        covered = max(covered, stop)
    return total if known or ranges else None


_STATED = (
    re.compile(
        r"(?:(?:общий|суммарный|трудовой|профессиональный)\s)*(?:опыт|стаж)(?:\sработы)?"
        rf"\s*(?:[—–:-]+\s*)?(?:(?:более|больше|свыше|около|составляет)\s)?{DURATION}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:total\s|work\s|professional\s)*experience\s*[—–:-]+\s*(?:over\s|more than\s)?"
        rf"{DURATION}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:(?:более|больше|свыше|около)\s)?{DURATION}\s(?:опыта|стажа)(?!\w)", re.IGNORECASE
    ),
    re.compile(
        rf"(?:(?:over|more than|with)\s)?"
        rf"{DURATION}['’]?\s(?:of\s)?(?:[a-z-]+\s){{0,4}}experience\b",
        re.IGNORECASE,
    ),
)


def stated_total(text: Text, *, headings_only: bool = False) -> tuple[int, Quote] | None:
    """Months of experience that a resume states, and the words.

    Parameters
    ----------
    text : Text
    headings_only : bool
        Believe «Опыт работы — 4 года» only: "5 years of sales experience" in a sentence is often
        a part of the whole.

    Examples
    --------
    >>> from podbor.normalize import normalize
    >>> months, words = stated_total(normalize("Опыт работы — 4 года 2 месяца"))
    >>> months, words.text
    (50, 'Опыт работы — 4 года 2 месяца')
    >>> stated_total(normalize("Стаж вождения 10 лет")) is None
    True
    """
    for pattern in _STATED[:2] if headings_only else _STATED:
        found = pattern.search(text.text)
        if found and 0 < read_duration(found) <= _MOST_MONTHS:
            return read_duration(found), quote(text, found.start(), found.end())
    return None
