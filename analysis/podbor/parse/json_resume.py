"""Resumes with named fields: JSON Resume, and what podbor's export adds under ``meta.podbor``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podbor.parse.dates import months_between, scan_months, scan_periods
from podbor.parse.reading import Reading
from podbor.parse.study import find_levels, level_of_school
from podbor.records import Block, Date, Job, Study, Value

JOB = ("job_title", "job_employer", "job_location", "job_dates", "job_summary", "job_highlight")
STUDY = ("study_school", "study_level", "study_name", "study_dates")
CERTIFICATE = ("certificate", "issuer", "certificate_date")
LEVELS = frozenset(
    "secondary vocational incomplete_higher higher bachelor master doctorate".split(" ")
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Blocks of one job, school or certificate by the names of their fields."""

    blocks: tuple[Block, ...]

    def find(self, name: str) -> Block | None:
        """First block of that field."""
        return next((block for block in self.blocks if block.kind == f"field:{name}"), None)

    @property
    def span(self) -> tuple[int, int]:
        """Offsets of the whole entry."""
        return self.blocks[0].start, self.blocks[-1].stop


_TELLING = frozenset({"field:name", "field:job_title", "field:job_employer", "field:study_school"})


def has_fields(reading: Reading) -> bool:
    """Tell whether the document names its fields as JSON Resume does."""
    return any(block.kind in _TELLING for block in reading.document.blocks)


def entries(reading: Reading, names: Sequence[str]) -> Iterator[Entry]:
    """Entries made of these fields; one begins where a field does not follow the last one."""
    found: list[Block] = []
    last = -1
    for block in reading.document.blocks:
        name = block.kind.removeprefix("field:")
        rank = names.index(name) if block.kind.startswith("field:") and name in names else None
        repeats = rank is not None and (rank < last or (rank == last and rank < 4))
        if found and (rank is None or repeats):
            yield Entry(tuple(found))
            found = []
        if rank is None:
            last = -1
            continue
        found.append(block)
        last = rank
    if found:
        yield Entry(tuple(found))


def jobs(reading: Reading) -> tuple[Job, ...]:
    """Jobs of the ``work`` field."""
    return tuple(_job(reading, entry) for entry in entries(reading, JOB))


def _job(reading: Reading, entry: Entry) -> Job:
    text = reading.document.text
    dates = entry.find("job_dates")
    words = text[dates.start : dates.stop] if dates else ""
    period = next(scan_periods(words), None) or next(scan_months(words), None)
    start, stop = entry.span
    return Job(
        start=start,
        stop=stop,
        title=_value(reading, entry, "job_title"),
        employer=_value(reading, entry, "job_employer"),
        begin=period.begin if period else None,
        end=period.end if period else None,
        current=period.current if period else False,
        months=months_between(period.begin, period.end, today=reading.today) if period else None,
        dates=reading.original(
            dates.start, dates.stop, _interval(period.begin, period.end), "field:dates"
        )
        if period and dates
        else None,
    )


def _interval(begin: Date, end: Date | None) -> str:
    from podbor.parse.jobs import iso_date

    return f"{iso_date(begin)}/{iso_date(end) if end else ''}"


def _value(reading: Reading, entry: Entry, name: str) -> Value[str] | None:
    block = entry.find(name)
    if block is None:
        return None
    words = reading.document.text[block.start : block.stop]
    return reading.original(block.start, block.stop, words, f"field:{name}")


def studies(reading: Reading) -> tuple[Study, ...]:
    """Schools of the ``education`` field."""
    found = []
    for entry in entries(reading, STUDY):
        start, stop = entry.span
        school = _value(reading, entry, "study_school")
        begin, end = _years(reading, entry.find("study_dates"))
        found.append(
            Study(
                start=start,
                stop=stop,
                level=_level(reading, entry, school),
                institution=school,
                name=_value(reading, entry, "study_name"),
                begin=begin,
                end=end,
            )
        )
    return tuple(found)


def _level(reading: Reading, entry: Entry, school: Value[str] | None) -> Value[str] | None:
    written = _value(reading, entry, "study_level")
    if written:
        named = written.text if written.text in LEVELS else None
        levels = find_levels(written.text)
        name = named or (levels[-1].name if levels else None)
        if name:
            return reading.original(written.start, written.stop, name, "field:study_level")
    guess = level_of_school(school.text) if school else None
    if school and guess:
        return reading.original(
            school.start, school.stop, guess, "level by the school", inferred=True
        )
    return None


def _years(reading: Reading, block: Block | None) -> tuple[int | None, int | None]:
    if block is None:
        return None, None
    text = reading.document.text[block.start : block.stop]
    years = [int(part[:4]) for part in text.split(" — ") if part[:4].isdigit()]
    if text.endswith("—"):  # begun, its end is not told
        return (years[0] if years else None), None
    return (years[0] if len(years) > 1 else None), (years[-1] if years else None)


def certificates(reading: Reading) -> tuple[Study, ...]:
    """Courses of the ``certificates`` field."""
    found = []
    for entry in entries(reading, CERTIFICATE):
        start, stop = entry.span
        found.append(
            Study(
                start=start,
                stop=stop,
                institution=_value(reading, entry, "issuer"),
                name=_value(reading, entry, "certificate"),
                end=_years(reading, entry.find("certificate_date"))[1],
            )
        )
    return tuple(found)


def skills(reading: Reading) -> tuple[Value[str], ...]:
    """Names of the ``skills`` field, without the bullet of the line."""
    found: dict[str, Value[str]] = {}
    for value in reading.fields("skills"):
        at = 0
        bare = value.text.removeprefix("- ")
        shift = len(value.text) - len(bare)
        label, colon, rest = bare.partition(": ")
        if colon:
            shift, bare = shift + len(label) + 2, rest
        for part in bare.split(", ") if colon else [bare]:
            start = value.start + shift + bare.index(part, at)
            at = bare.index(part, at) + len(part)
            name = reading.original(start, start + len(part), part, "field:skills")
            found.setdefault(part.lower(), name)
    return tuple(found.values())


def terms(reading: Reading, name: str) -> tuple[Value[str], ...]:
    """Values of ``meta.podbor``'s employment, workplace or schedule."""
    from podbor.export.json_resume import value_of

    return tuple(
        reading.original(value.start, value.stop, value_of(value.text), f"field:{name}")
        for value in reading.fields(name)
    )
