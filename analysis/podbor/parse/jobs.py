"""Jobs of a resume with their dates, and how long the person worked in all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from podbor.parse.dates import Period, months_between, scan_months, scan_periods, scan_since
from podbor.parse.job_names import Names, has_label, name_jobs, pieces_of, told_pieces
from podbor.parse.lines import (
    DURATION,
    Line,
    is_bullet,
    is_duration,
    is_employer,
    is_title,
    read_duration,
    without_bullet,
)
from podbor.parse.reading import Reading
from podbor.records import Date, Job, Quote

_STUDY = re.compile(
    r"университет|институт|академи|колледж|техникум|училищ|\bПТУ\b|\bПУ\b|\bвуз|факультет|бакалавр"
    r"|магистр|диплом|аспирант|курсы|студент|\buniversity\b|\bcollege\b|\bbachelor"
    r"|\bmaster'?s? (?:of"
    r"|degree)|\bmba\b|\bph\.?d|\bdiploma\b|\bdegree\b|\bcertificate\b|\bb\.?s\.?c?\b|\bgpa\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"не работал|декрет|отпуск по уходу|перерыв|уход за реб[её]нком|служба (?:в армии|по призыву"
    r"|в рядах)"
    r"|срочная служба|служил в армии|армия\b|дома с дет|сидел[а]? с реб|по уходу за|домохозяйк"
    r"|maternity leave"
    r"|career break|sabbatical|parental leave|at home with|stay[- ]at[- ]home|gap year"
    r"|caring for my",
    re.IGNORECASE,
)
_NEAR = 80  # characters: dates that open, close or fill an entry stand no deeper in its line
_ENTRY_WITHOUT_DATES = re.compile(
    rf"\s*(?P<lead>[-–—•*·]\s*)?{DURATION}\s+(?!опыт|стаж|назад|of\b|old\b|experience)(?=[^\W\d_])",
    re.IGNORECASE,
)
_BULLET_DURATION = re.compile(rf"\s[-–—]\s{DURATION}", re.IGNORECASE)
_MOST_MONTHS = 600
_TRIM = " \t,.;:|—–-()/▪•·*>→ï¼"


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where a job was found: line ``first`` to line ``last`` carry its dates."""

    first: int
    last: int
    period: Period | None
    months: int | None = None
    words: tuple[int, int] = (0, 0)  # of an entry without dates or of a sentence: what is left
    told: bool = False  # in a sentence of prose


def find_jobs(reading: Reading) -> tuple[Job, ...]:
    r"""Jobs of a resume, in the order of the text.

    A job is a period of time that opens, closes or fills a line of the experience part; without
    such a heading, of any part that is not about education.  Breaks («отпуск по уходу за
    ребёнком») are no jobs.  «5 лет кафе» without dates gives months only.

    Parameters
    ----------
    reading : Reading
        Its ``today`` is what «по настоящее время» counts to.

    Examples
    --------
    >>> from podbor.parse.reading import read_text
    >>> resume = "Опыт работы\nМарт 2020 — Май 2021\n1 год 3 месяца\nООО «Ромашка»\nОператор"
    >>> job, = find_jobs(read_text(resume))
    >>> job.months, job.employer.text, job.title.text
    (15, 'ООО «Ромашка»', 'Оператор')
    """
    lines = reading.lines
    entries = list(_entries(reading.text, lines, reading.today))
    usual = _usual_above(entries, lines)
    floors = [0, *(entry.last + 1 for entry in entries)]
    starts = [
        _first_line(entry, lines, floor, usual)
        for entry, floor in zip(entries, floors, strict=False)
    ]
    extents = []
    for i, entry in enumerate(entries):
        after = starts[i + 1] if i + 1 < len(entries) else len(lines)
        last = entry.last if entry.told else _last_line(entry, max(after, entry.last + 1), lines)
        extents.append((starts[i], last))
    names = _names(reading, entries, extents)
    jobs = [_job(reading, *each) for each in zip(entries, extents, names, strict=True)]
    return tuple(_with_employers(jobs))


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
    if not found and not has_heading:
        found = list(_told(lines, today))
    yield from sorted(found, key=_entry_first)


def _told(lines: list[Line], today: Date) -> Iterator[_Entry]:
    """Jobs told in sentences («с сентября 2015 по май 2017 работала оператором в …»)."""
    for i, line in enumerate(lines):
        periods = [*scan_periods(line.text, today=today), *scan_since(line.text, today=today)]
        for period in sorted(periods, key=_period_start):
            start, stop = _sentence_around(line.text, period)
            if _TELLS_WORK.search(line.text, start, stop) and not _STUDY.search(
                line.text, start, stop
            ):
                moved = replace(
                    period, start=line.start + period.start, stop=line.start + period.stop
                )
                yield _Entry(i, i, moved, None, (line.start + start, line.start + stop), told=True)


_TELLS_WORK = re.compile(
    r"работал|работаю|трудил|был[а]?\b|специалист|\bI (?:have been|was|worked|am)|worked|job"
    r"|as an?\b|joined",
    re.IGNORECASE,
)


def _sentence_around(text: str, period: Period) -> tuple[int, int]:
    before = max(text.rfind(". ", 0, period.start), text.rfind("; ", 0, period.start)) + 1
    after = re.search(r"[.;:](?=\s|$)", text[period.stop :])
    return before, period.stop + after.start() if after else len(text)


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
    has_heading = any(_opens_experience(line) for line in lines)
    for line in lines:
        if line.section != "experience" and (has_heading or line.section == "education"):
            continue
        for month in scan_months(line.text, today=today):
            rest = line.text[month.stop :].strip()
            is_alone = month.start == 0 and (not rest or (rest[0] == "(" and rest[-1] == ")"))
            start = line.start + month.start
            if is_alone and start not in taken:
                stop = line.start + month.stop
                periods.append(Period(start=start, stop=stop, begin=month.begin, end=month.end))
        for since in scan_since(line.text, today=today) if not has_label(line.text) else ():
            start, stop = line.start + since.start, line.start + since.stop
            before = line.text[: since.start].rstrip()
            opens = not before or before[-1] in ",(—–-|·•:*" or is_title(without_bullet(before))
            if start not in taken and stop - 1 not in taken and since.start <= _NEAR and opens:
                periods.append(replace(since, start=start, stop=stop))
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


def _first_line(entry: _Entry, lines: list[Line], floor: int, usual: int | None) -> int:
    """First line of an entry: short lines above its dates belong to it.

    Parameters
    ----------
    usual : int or None
        How many lines stand between the heading and the first dates: the first job has no
        description above it, and people write all their jobs the same way.
    """
    first = entry.first
    line = lines[first]
    if entry.period is None or line.is_heading or entry.told:
        return first
    if usual == 0 or (usual is None and is_bullet(line.text)):
        return first
    before = _before_dates(line, entry.period).strip(_TRIM)
    if usual is None and before and is_employer(before):
        return first
    most = min(usual + 2, MOST_ABOVE + 1) if usual is not None else 2
    above = _lines_above(lines, first, floor, most)
    if usual is not None:
        return _by_usual(lines, first, above, usual)
    return _by_paragraph(lines, first, above, has_before=bool(before))


def _by_paragraph(lines: list[Line], first: int, above: list[int], *, has_before: bool) -> int:
    """All lines above where a blank line, a heading or an item sets them off, else one name."""
    reaches_paragraph = above and lines[above[-1]].after_blank
    over = lines[above[-1] - 1] if above and above[-1] > 0 else None
    below_heading = over is not None and (over.is_heading or is_bullet(over.text))
    if reaches_paragraph or below_heading:
        return above[-1]
    if above and not has_before and _is_capitalized(lines[first - 1].text):
        return first - 1
    return first


def _lines_above(lines: list[Line], first: int, floor: int, most: int) -> list[int]:
    """Lines above the dates that may belong to the header of the job, nearest first."""
    above: list[int] = []
    while len(above) < most:
        i = first - len(above) - 1
        if i < floor or not _may_be_header(lines[i]) or lines[first - len(above)].after_blank:
            break
        above.append(i)
    return above


def _by_usual(lines: list[Line], first: int, above: list[int], usual: int) -> int:
    """As many lines as the first job has, or as few as a blank line or a description leaves."""
    if not above:
        return first
    for i in above:
        if lines[i].after_blank:
            return i
    for i in above[usual - 1 :]:
        if is_employer(lines[i].text):
            return i
    return above[min(usual, len(above)) - 1]


def _usual_above(entries: list[_Entry], lines: list[Line]) -> int | None:
    """Lines between the heading of experience and the first dates; None if that says nothing."""
    if not entries or entries[0].period is None:
        return None
    first = entries[0].first
    count = 0
    while count <= MOST_ABOVE and first - count - 1 >= 0:
        line = lines[first - count - 1]
        if line.is_heading:
            return count if line.section == "experience" else None
        count += 1
    return None


def _may_be_header(line: Line) -> bool:
    short = len(line.text) <= _NEAR + 20
    ends = line.text.endswith((".", ";", ":", ",")) and not _ABBREVIATION.search(line.text)
    if line.text[0].islower() and not is_title(line.text):
        return False
    listed = is_bullet(line.text) and not (line.text[0].isdigit() and is_employer(line.text))
    return short and not ends and not line.is_heading and not listed


_ABBREVIATION = re.compile(r"(?:\b[А-ЯЁA-Z]|Inc|Ltd|Co|Corp)\.$")
MOST_ABOVE = 4  # lines of a job's header above its dates


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


def _names(reading: Reading, entries: list[_Entry], extents: list[tuple[int, int]]) -> list[Names]:
    lines = reading.lines
    return name_jobs(
        [
            told_pieces(reading.text, entry.words)
            if entry.told
            else pieces_of(lines, extent, (entry.first, entry.last), _dates_of(entry, lines))
            for entry, extent in zip(entries, extents, strict=True)
        ]
    )


def _dates_of(entry: _Entry, lines: list[Line]) -> tuple[int, int]:
    """Offsets of what is no name in the line of the dates."""
    if entry.period:
        return entry.period.start, entry.period.stop
    line = lines[entry.first]
    leads = entry.words[0] > line.start
    return (line.start, entry.words[0]) if leads else (entry.words[1], line.stop)


def _job(reading: Reading, entry: _Entry, extent: tuple[int, int], names: Names) -> Job:
    lines = reading.lines
    start, stop = reading.clean.span(lines[extent[0]].start, lines[extent[1]].stop)
    period, months, dates = entry.period, entry.months, None
    if period:
        months = months_between(period.begin, period.end, today=reading.today)
        dates = reading.value(period.start, period.stop, _iso(period), "job dates")
    title, employer = names.title, names.employer
    return Job(
        start=start,
        stop=stop,
        title=reading.words(title.start, title.stop, names.why_title) if title else None,
        employer=reading.words(employer.start, employer.stop, names.why_employer)
        if employer
        else None,
        begin=period.begin if period else None,
        end=period.end if period else None,
        current=period.current if period else False,
        months=months,
        dates=dates,
    )


def _with_employers(jobs: list[Job]) -> list[Job]:
    """A second role at the employer above: people write the name once."""
    filled: list[Job] = []
    for job in jobs:
        above = filled[-1] if filled else None
        if job.employer is None and job.title and above and above.employer and _adjoin(job, above):
            last = above.employer
            why = "employer of the job above"
            filled.append(replace(job, employer=replace(last, inferred=True, why=why)))
        else:
            filled.append(job)
    return filled


def _adjoin(job: Job, above: Job) -> bool:
    """Tell whether one job ends about when the other begins, as a promotion does."""
    for first, second in ((job, above), (above, job)):
        if first.end and second.begin:
            ended = first.end.year * 12 + (first.end.month or 6)
            began = second.begin.year * 12 + (second.begin.month or 6)
            if abs(began - ended) <= PROMOTED_WITHIN:
                return True
    return False


PROMOTED_WITHIN = 6  # months between two roles at one employer; years alone are rough


def _iso(period: Period) -> str:
    """ISO 8601 interval: ``2019-03/2021-05``, open while it lasts."""
    return f"{iso_date(period.begin)}/{iso_date(period.end) if period.end else ''}"


def iso_date(date: Date) -> str:
    """Month as ISO 8601.

    Examples
    --------
    >>> iso_date(Date(year=2019, month=3)), iso_date(Date(year=2019))
    ('2019-03', '2019')
    """
    return f"{date.year:04}-{date.month:02}" if date.month else f"{date.year:04}"


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


_TOTAL_WORD = re.compile(
    r"(?:опыт|стаж|experience)[^\n]{0,60}\d|\d[^\n]{0,40}(?:опыт|стаж|experience)", re.IGNORECASE
)


def stated_total(reading: Reading, *, headings_only: bool = False) -> tuple[int, Quote] | None:
    """Months of experience that a resume states, and the words.

    Parameters
    ----------
    reading : Reading
    headings_only : bool
        Believe «Опыт работы — 4 года» only: "5 years of sales experience" in a sentence is often
        a part of the whole.

    Examples
    --------
    >>> from podbor.parse.reading import read_text
    >>> months, words = stated_total(read_text("Опыт работы — 4 года 2 месяца"))
    >>> months, words.text
    (50, 'Опыт работы — 4 года 2 месяца')
    >>> stated_total(read_text("Стаж вождения 10 лет")) is None
    True
    """
    if not _TOTAL_WORD.search(reading.text):
        return None
    for pattern in _STATED[:2] if headings_only else _STATED:
        found = pattern.search(reading.text)
        if found and 0 < read_duration(found) <= _MOST_MONTHS:
            return read_duration(found), reading.quote(found.start(), found.end())
    return None
