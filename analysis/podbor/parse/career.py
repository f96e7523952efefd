"""What the jobs of a resume add up to: totals, gaps, overlaps, how long each skill was used."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from podbor.parse.dates import month_range
from podbor.records import Ability, Date, Job, Resume, Stretch

LEAST_GAP = 2  # months: leaving in March and starting in May is no gap


def ranges_of(jobs: Iterable[Job], *, today: Date) -> list[tuple[int, int]]:
    """Half-open ranges of months of the jobs with dates, sorted."""
    return sorted(
        month_range(job.begin, job.end, today=today)
        for job in jobs
        if job.begin and (job.end or job.current)
    )


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges joined where they overlap or touch.

    Examples
    --------
    >>> merged([(1, 5), (3, 8), (8, 9), (12, 14)])
    [(1, 9), (12, 14)]
    """
    joined: list[tuple[int, int]] = []
    for start, stop in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined


def months_of(jobs: Iterable[Job], *, today: Date) -> int | None:
    """Months of jobs: overlaps count once, jobs without dates are added; None without any.

    Examples
    --------
    >>> first = Job(start=0, stop=1, begin=Date(year=2020, month=1), end=Date(year=2020, month=6))
    >>> second = Job(start=1, stop=2, begin=Date(year=2020, month=4), end=Date(year=2020, month=12))
    >>> third = Job(start=2, stop=3, months=24)
    >>> months_of([first, second, third], today=Date(year=2026, month=11))
    36
    >>> months_of([], today=Date(year=2026, month=11)) is None
    True
    """
    jobs = list(jobs)
    ranges = ranges_of(jobs, today=today)
    loose = [job.months for job in jobs if job.months is not None and not _is_dated(job)]
    if not ranges and not loose:
        return None
    return sum(stop - start for start, stop in merged(ranges)) + sum(loose)


def _is_dated(job: Job) -> bool:
    return bool(job.begin and (job.end or job.current))


def gaps(jobs: Sequence[Job], *, today: Date) -> tuple[Stretch, ...]:
    """Stretches of two months or more without a job, between the first and the last.

    Examples
    --------
    >>> first = Job(start=0, stop=1, begin=Date(year=2020, month=1), end=Date(year=2020, month=6))
    >>> second = Job(start=1, stop=2, begin=Date(year=2020, month=10), current=True)
    >>> gaps([first, second], today=Date(year=2026, month=11))[0].months
    3
    """
    joined = merged(ranges_of(_with_months(jobs), today=today))
    return tuple(
        _stretch(left[1], right[0])
        for left, right in itertools.pairwise(joined)
        if right[0] - left[1] >= LEAST_GAP
    )


def overlaps(jobs: Sequence[Job], *, today: Date) -> tuple[Stretch, ...]:
    """Stretches of two months or more with more than one job."""
    ranges = ranges_of(_with_months(jobs), today=today)
    double: list[tuple[int, int]] = []
    reached = 0
    for start, stop in ranges:
        if start < reached:
            double.append((start, min(stop, reached)))
        reached = max(reached, stop)
    return tuple(_stretch(*each) for each in merged(double) if each[1] - each[0] >= LEAST_GAP)


def _with_months(jobs: Iterable[Job]) -> list[Job]:
    """Jobs whose months are known on both sides: bare years leave gaps nobody meant."""
    return [
        job
        for job in jobs
        if job.begin and job.begin.month and (job.current or (job.end and job.end.month))
    ]


def _stretch(start: int, stop: int) -> Stretch:
    return Stretch(begin=_date(start), end=_date(stop - 1), months=stop - start)


def _date(month: int) -> Date:
    return Date(year=month // 12, month=month % 12 + 1)


def abilities_of(resume: Resume) -> tuple[Ability, ...]:
    """Concepts that a resume lists or shows in jobs, sorted by id."""
    by_concept: dict[str, list[tuple[object, Job | None]]] = {}
    for shown in resume.shown:
        by_concept.setdefault(shown.mention.concept, []).append((shown.mention, shown.job))
    today = resume.today or resume.dated
    return tuple(_ability(c, found, today) for c, found in sorted(by_concept.items()))


def _ability(concept: str, found: list[tuple[object, Job | None]], today: Date | None) -> Ability:
    jobs = list({job.start: job for _, job in found if job}.values())
    known = today or max((job.end for job in jobs if job.end), default=None, key=_order)
    ends = [known if job.current else job.end for job in jobs]
    return Ability(
        concept=concept,
        listed=any(job is None for _, job in found),
        shown=bool(jobs),
        months=months_of(jobs, today=known) if known else None,
        last_used=max((end for end in ends if end), default=None, key=_order),
        mentions=tuple(mention for mention, _ in found),  # type: ignore[misc]  # mentions by make
    )


def _order(date: Date) -> tuple[int, int]:
    return date.year, date.month or 12
