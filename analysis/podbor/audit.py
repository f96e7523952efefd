"""Rates and impact ratios of groups in rankings, as New York City's Local Law 144 counts them.

Definitions are those of 6 RCNY §5-300 and §5-301 (in force since 2023-07-05):

- *selection rate*: share of a group that was selected;
- *scoring rate*: share of a group whose score is above the median of the full sample;
- *impact ratio*: rate of a group over the rate of the group with the highest rate;
- a group under 2 % of the sample may be left out of the ratios, its count and rates are given;
- people whose group is unknown are counted.

The sample is every scored row of all rankings together, people of unknown group included.
"""

from __future__ import annotations

import csv
import io
import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import NormalDist, median

from podbor.errors import DataError

LONGEST_CELL = 131_072  # characters
SMALL = 30  # people; below it a rate says little
Z = NormalDist().inv_cdf(0.975)  # 95 % intervals
DELIMITERS = (",", ";", "\t")  # Excel in Russian writes semicolons
MANY = 30  # values of a column; a category has fewer
FEW_PEOPLE = 6  # below it every value may differ
NOT_CATEGORIES = frozenset(
    "rank score file candidate position experience_months matched missing not_wanted knockouts"
    " status reason warnings match".split()
)  # columns of a ranking: people add their categories to a copy of it

ERRORS = {
    "missing": "no such file; check the path",
    "unreadable": "cannot be read as a table; save it as CSV UTF-8",
    "encoding": "is not UTF-8; save it as CSV UTF-8",
    "no_column": "has no column “{column}” in its first line; {advice}",
    "same_column": "has two columns “{column}”; give each its own name",
    "broken_line": 'line {line} has more cells than the first line; put cells with commas in “"”',
    "no_file": "line {line} names no file; fill in the column “file” or delete the line",
    "repeated_file": "line {line} names the same file as line {first}; keep one of them",
    "not_a_score": "line {line}: the score is no number; rank again with podbor rank … --out",
    "no_scores": "no row has a score; give a ranking in which resumes were read",
    "same_ranking": "is given twice; give each ranking once",
    "no_categories": "has no column of categories; add one beside “file”, such as sex",
    "not_a_category": (
        "column “{column}” has {values} different values for {people} people, which is no "
        "category; delete it or write bands, such as 40+"
    ),
    "no_match": "names no file of the rankings; copy the column “file” from the ranking",
}
ADVICE = {
    "score": "give a table that podbor rank … --out wrote",
    "file": "copy the column “file” from the ranking",
}


class AuditInputError(DataError):
    """A table that cannot be audited; never quotes its cells, for files are named after people.

    Parameters
    ----------
    name : str
        Name of the table, without folders.
    code : str
        Key of :data:`ERRORS`.
    **values : object
        What fills its text.

    Examples
    --------
    >>> str(AuditInputError("groups.csv", "no_file", line=3))
    'groups.csv: line 3 names no file; fill in the column “file” or delete the line'
    """

    def __init__(self, name: str, code: str, **values: object) -> None:
        self.name = name
        self.code = code
        self.values = values
        advice = ADVICE.get(str(values.get("column")), "")
        super().__init__(f"{name}: {ERRORS[code].format(advice=advice, **values)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Share ``hits / n`` with its 95 % Wilson interval; all ``None`` when ``n`` is 0."""

    hits: int
    n: int
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Impact ratio with its 95 % interval, as :func:`ratio_of` counts them.

    Parameters
    ----------
    value, low, high : float or None
        The bounds are ``None`` for the group with the highest rate, which is compared with itself.
    corrected : bool
        The interval, never the value, comes from counts with 0.5 added.
    below_four_fifths : bool
        The value is under 0.80: a flag for people to look at, no verdict.
    """

    value: float
    low: float | None
    high: float | None
    corrected: bool
    below_four_fifths: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group: rows with a score, rates and impact ratios.

    Parameters
    ----------
    values : tuple of str
        One value per column of the breakdown.
    n, unread : int
        Rows with a score; rows without one, which enter no rate.
    under_two_percent : bool
        Left out of the ratios, which are then ``None``.
    small : bool
        Fewer than :data:`SMALL` rows.
    selection, scoring : Rate
        Share of the selected; share of scores above the median of the sample.
    selection_ratio, scoring_ratio : Ratio or None
        ``None`` also where the highest rate is 0.
    """

    values: tuple[str, ...]
    n: int
    unread: int
    under_two_percent: bool
    small: bool
    selection: Rate
    scoring: Rate
    selection_ratio: Ratio | None
    scoring_ratio: Ratio | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """Groups of one column, or of the intersection of two, sorted by name.

    ``unknown`` and ``unknown_unread`` count the rows, scored and not, in which one of the columns
    is empty or whose file the table of groups does not name.
    """

    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    unknown: int
    unknown_unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """What :func:`audit` counted.

    Parameters
    ----------
    rankings, groups : tuple of str, str
        Names of the tables, without folders.
    sample, unread : int
        Rows with a score; rows without one.
    unnamed : int
        Scored rows whose file the table of groups does not name.
    ignored : tuple of str
        Columns of the table of groups that are columns of a ranking and so no categories.
    unused : int
        Lines of the table of groups whose file is in no ranking.
    repeated : int
        Scored rows of files that an earlier ranking scored already; the intervals take rows for
        independent, so they are too narrow when this is large.
    selected, cut : int or None, float or None
        What was asked for; the top half, rounded down, of each ranking when both are ``None``.
    n_selected, n_above_median : int
        Rows of the sample that were selected; whose score is above ``median``.
    median : float
        Median score of the sample.
    breakdowns : tuple of Breakdown
        Columns in the order of the table, then their pairs.
    """

    rankings: tuple[str, ...]
    groups: str
    sample: int
    unread: int
    ignored: tuple[str, ...]
    unnamed: int
    unused: int
    repeated: int
    selected: int | None
    cut: float | None
    n_selected: int
    n_above_median: int
    median: float
    breakdowns: tuple[Breakdown, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    file: str
    score: float | None
    place: float


@dataclass(frozen=True, slots=True)
class _Person:
    """A row of a ranking as it is counted."""

    file: str
    scored: bool
    selected: bool
    above: bool


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    header: tuple[str, ...]
    lines: tuple[tuple[int, dict[str, str]], ...]


def audit(
    rankings: Sequence[Path],
    groups: Path,
    *,
    selected: int | None = None,
    cut: float | None = None,
) -> AuditReport:
    """Count rates and impact ratios of groups in rankings.

    Parameters
    ----------
    rankings : sequence of Path
        Tables that ``podbor rank … --out x.csv`` wrote, one per posting; their rows are pooled.
    groups : Path
        Table with a column ``file`` and a column for each category; an empty cell is unknown.
    selected : int, optional
        The first so many of each ranking count as selected.
    cut : float, optional
        Scores of at least this count as selected.  Without both the top half of each ranking,
        rounded down, counts.

    Raises
    ------
    DataError
        If a table is missing or has not the form it should have; names the table.
    ValueError
        If there is no ranking, both ``selected`` and ``cut`` are given, ``selected`` is under 1, or
        ``cut`` is not finite.

    Examples
    --------
    >>> audit([Path("no-such.csv")], Path("groups.csv"))
    Traceback (most recent call last):
    podbor.audit.AuditInputError: no-such.csv: no such file; check the path
    """
    _check_request(rankings, selected, cut)
    tables = [_ranking(path) for path in rankings]
    middle = median(_scores(tables, rankings))
    people = [
        person
        for rows in tables
        for person in _people(rows, median_score=middle, selected=selected, cut=cut)
    ]
    table = _read(groups)
    columns, known = _groups(table)
    files = {person.file for person in people}
    if not files & known.keys():
        raise AuditInputError(groups.name, "no_match")
    scored = [person for person in people if person.scored]
    return AuditReport(
        rankings=tuple(path.name for path in rankings),
        groups=groups.name,
        sample=len(scored),
        unread=len(people) - len(scored),
        ignored=tuple(c for c in table.header if c in NOT_CATEGORIES - {"file"}),
        unnamed=sum(person.file not in known for person in scored),
        unused=len(known.keys() - files),
        repeated=len(scored) - len({person.file for person in scored}),
        selected=selected,
        cut=cut,
        n_selected=sum(person.selected for person in scored),
        n_above_median=sum(person.above for person in scored),
        median=middle,
        breakdowns=tuple(_breakdown(c, people, known) for c in _with_pairs(columns)),
    )


def _check_request(rankings: Sequence[Path], selected: int | None, cut: float | None) -> None:
    if not rankings:
        message = "there is no ranking to audit; give at least one"
        raise ValueError(message)
    if selected is not None and cut is not None:
        message = "selected and cut exclude each other; give one of them"
        raise ValueError(message)
    if selected is not None and selected < 1:
        message = f"selected is {selected}; give 1 or more"
        raise ValueError(message)
    if cut is not None and not math.isfinite(cut):
        message = f"cut is {cut}; give a number"
        raise ValueError(message)
    _check_distinct(rankings)


def _check_distinct(rankings: Sequence[Path]) -> None:
    seen: set[Path] = set()
    for path in rankings:
        if path.resolve() in seen:
            raise AuditInputError(path.name, "same_ranking")
        seen.add(path.resolve())


# Reading


def _read(path: Path) -> _Table:
    """Lines of a table with their numbers; empty lines are left out."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise AuditInputError(path.name, "missing") from error
    except OSError as error:
        raise AuditInputError(path.name, "unreadable") from error
    except UnicodeDecodeError as error:
        raise AuditInputError(path.name, "encoding") from error
    first = text.partition("\n")[0]
    csv.field_size_limit(LONGEST_CELL)  # other readers of this process may have raised it
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=first.count))
    try:
        cells = [(reader.line_num, [_clean(cell) for cell in line]) for line in reader]
    except csv.Error as error:
        raise AuditInputError(path.name, "unreadable") from error
    return _table(path.name, cells)


def _table(name: str, cells: list[tuple[int, list[str]]]) -> _Table:
    header = [_known_name(cell) for cell in cells[0][1]] if cells else []
    for column, count in Counter(filter(None, header)).items():
        if count > 1:
            raise AuditInputError(name, "same_column", column=column)
    lines = []
    for number, line in cells[1:]:
        if any(line[len(header) :]):
            raise AuditInputError(name, "broken_line", line=number)
        if any(line):
            padded = line + [""] * (len(header) - len(line))
            lines.append((number, dict(zip(header, padded, strict=False))))
    return _Table(name, tuple(column for column in header if column), tuple(lines))


def _clean(cell: str) -> str:
    """Cell on one line, without the guard against formulas and without control characters.

    >>> _clean("'=a.txt"), _clean(" 40+ "), _clean("и" + chr(0x306))
    ('=a.txt', '40+', 'й')
    """
    text = " ".join(cell.split()).removeprefix("'").strip()
    printable = "".join(letter for letter in text if letter.isprintable())
    return unicodedata.normalize("NFC", printable)  # macOS writes й in file names as two letters


def _known_name(cell: str) -> str:
    lowered = cell.casefold()
    return lowered if lowered in NOT_CATEGORIES else cell


def _require(table: _Table, *columns: str) -> None:
    for column in columns:
        if column not in table.header:
            raise AuditInputError(table.name, "no_column", column=column)


def _lines_by_file(table: _Table) -> dict[str, tuple[int, dict[str, str]]]:
    found: dict[str, tuple[int, dict[str, str]]] = {}
    for number, line in table.lines:
        file = line["file"]
        if not file:
            raise AuditInputError(table.name, "no_file", line=number)
        if file in found:
            first = found[file][0]
            raise AuditInputError(table.name, "repeated_file", line=number, first=first)
        found[file] = (number, line)
    return found


def _ranking(path: Path) -> list[_Row]:
    """Rows of a ranking, best first, however the table was sorted since."""
    table = _read(path)
    _require(table, "score", "file")
    rows = [
        _Row(file, _score(table.name, number, line["score"]), _place(line.get("rank", "")))
        for file, (number, line) in _lines_by_file(table).items()
    ]
    return sorted(rows, key=_order)


def _order(row: _Row) -> tuple[float, float, str]:
    return row.place, -(row.score if row.score is not None else -math.inf), row.file


def _score(name: str, number: int, cell: str) -> float | None:
    if not cell:
        return None
    try:
        value = float(cell.replace(",", "."))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise AuditInputError(name, "not_a_score", line=number)
    return value


def _place(cell: str) -> float:
    """Rank, or infinity where there is none: such rows go by their score."""
    return float(cell) if cell.isdecimal() else math.inf


def _scores(tables: Sequence[list[_Row]], rankings: Sequence[Path]) -> list[float]:
    found: list[float] = []
    for rows, path in zip(tables, rankings, strict=True):
        scores = [row.score for row in rows if row.score is not None]
        if not scores:
            raise AuditInputError(path.name, "no_scores")
        found += scores
    return found


def _groups(table: _Table) -> tuple[list[str], dict[str, dict[str, str]]]:
    """Columns of categories, and the known values of each file."""
    _require(table, "file")
    columns = [column for column in table.header if column not in NOT_CATEGORIES]
    if not columns:
        raise AuditInputError(table.name, "no_categories")
    lines = {file: line for file, (_, line) in _lines_by_file(table).items()}
    spelling = {column: _spelling(table.name, column, lines.values()) for column in columns}
    known = {
        file: {c: spelling[c][line[c].casefold()] for c in columns if line[c]}
        for file, line in lines.items()
    }
    return columns, known


def _spelling(name: str, column: str, lines: Iterable[dict[str, str]]) -> dict[str, str]:
    """First spelling of each value: “Male” and “male” are one group.

    Raises
    ------
    AuditInputError
        If there are as many values as in a column of names, which must not be printed.
    """
    cells = [line[column] for line in lines if line[column]]
    found: dict[str, str] = {}
    for cell in cells:
        found.setdefault(cell.casefold(), cell)
    mostly_differ = len(cells) >= FEW_PEOPLE and 2 * len(found) > len(cells)
    if mostly_differ or len(found) > MANY:
        raise AuditInputError(
            name, "not_a_category", column=column, values=len(found), people=len(cells)
        )
    return found


# Counting


def _people(
    rows: list[_Row], *, median_score: float, selected: int | None, cut: float | None
) -> list[_Person]:
    scored = [row for row in rows if row.score is not None]
    first = len(scored) // 2 if selected is None else selected
    chosen = {row.file for row in scored[:first]}
    if cut is not None:
        chosen = {row.file for row in scored if row.score is not None and row.score >= cut}
    return [
        _Person(
            row.file,
            scored=row.score is not None,
            selected=row.file in chosen,
            above=row.score is not None and row.score > median_score,
        )
        for row in rows
    ]


def _with_pairs(columns: list[str]) -> list[tuple[str, ...]]:
    return [(column,) for column in columns] + list(combinations(columns, 2))


def _breakdown(
    columns: tuple[str, ...], people: Sequence[_Person], known: dict[str, dict[str, str]]
) -> Breakdown:
    members: dict[tuple[str, ...], list[_Person]] = {}
    unknown: list[_Person] = []
    for person in people:
        values = known.get(person.file, {})
        if all(column in values for column in columns):
            members.setdefault(tuple(values[column] for column in columns), []).append(person)
        else:
            unknown.append(person)
    n_unknown = sum(person.scored for person in unknown)
    return Breakdown(
        columns=columns,
        groups=_compared(members, sample=sum(person.scored for person in people)),
        unknown=n_unknown,
        unknown_unread=len(unknown) - n_unknown,
    )


def _compared(members: dict[tuple[str, ...], list[_Person]], *, sample: int) -> tuple[Group, ...]:
    names = sorted(members)
    scored = {name: [person for person in members[name] if person.scored] for name in names}
    left_out = {name for name in names if 50 * len(scored[name]) < sample}  # under 2 %
    selection = {n: rate_of(sum(p.selected for p in scored[n]), len(scored[n])) for n in names}
    scoring = {n: rate_of(sum(p.above for p in scored[n]), len(scored[n])) for n in names}
    selection_ratios = _ratios({n: selection[n] for n in names if n not in left_out})
    scoring_ratios = _ratios({n: scoring[n] for n in names if n not in left_out})
    return tuple(
        Group(
            values=name,
            n=len(scored[name]),
            unread=len(members[name]) - len(scored[name]),
            under_two_percent=name in left_out,
            small=len(scored[name]) < SMALL,
            selection=selection[name],
            scoring=scoring[name],
            selection_ratio=selection_ratios.get(name),
            scoring_ratio=scoring_ratios.get(name),
        )
        for name in names
    )


def _ratios(rates: dict[tuple[str, ...], Rate]) -> dict[tuple[str, ...], Ratio]:
    """Ratios to the highest rate; of equal rates the larger group, then the first name, is it."""
    if not any(rate.hits for rate in rates.values()):
        return {}
    best = min(rates, key=lambda name: (-(rates[name].value or 0.0), -rates[name].n, name))
    whole = Ratio(value=1.0, low=None, high=None, corrected=False, below_four_fifths=False)
    return {
        name: whole if name == best else ratio_of(rate, rates[best]) for name, rate in rates.items()
    }


def rate_of(hits: int, n: int) -> Rate:
    """Share with its 95 % interval by Wilson (1927).

    Examples
    --------
    >>> rate = rate_of(1, 10)
    >>> rate.value, round(rate.low, 4), round(rate.high, 4)
    (0.1, 0.0179, 0.4042)
    >>> rate_of(0, 0)
    Rate(hits=0, n=0, value=None, low=None, high=None)
    """
    if not n:
        return Rate(hits=0, n=0, value=None, low=None, high=None)
    share = hits / n
    middle = share + Z * Z / (2 * n)
    spread = Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    low = (middle - spread) / scale if hits else 0.0
    high = (middle + spread) / scale if hits < n else 1.0
    return Rate(hits=hits, n=n, value=share, low=low, high=high)


def ratio_of(rate: Rate, best: Rate) -> Ratio:
    """Impact ratio with its 95 % interval by the log method of Katz et al. (1978).

    Where a cell of the two-by-two table (hits and others of both groups) is 0, 0.5 is added to all
    four for the interval (Haldane and Anscombe), which is then widened to hold the plain value.
    That the best group was picked after seeing the rates is not corrected for.

    Raises
    ------
    ValueError
        If a group is empty or the best one has no hits: there is no ratio.

    Examples
    --------
    >>> ratio = ratio_of(rate_of(10, 40), rate_of(20, 40))
    >>> ratio.value, round(ratio.low, 4), round(ratio.high, 4), ratio.below_four_fifths
    (0.5, 0.269, 0.9293, True)
    """
    if not rate.n or not best.hits:
        message = f"no ratio of {rate.hits}/{rate.n} to {best.hits}/{best.n}"
        raise ValueError(message)
    value = (rate.hits * best.n) / (rate.n * best.hits)
    corrected = 0 in {rate.hits, rate.n - rate.hits, best.hits, best.n - best.hits}
    added = 0.5 if corrected else 0.0
    hits, n = rate.hits + added, rate.n + 2 * added
    best_hits, best_n = best.hits + added, best.n + 2 * added
    middle = math.log(hits * best_n / (n * best_hits))
    spread = Z * math.sqrt(1 / hits - 1 / n + 1 / best_hits - 1 / best_n)
    return Ratio(
        value=value,
        low=min(math.exp(middle - spread), value),
        high=max(math.exp(middle + spread), value),
        corrected=corrected,
        below_four_fifths=5 * rate.hits * best.n < 4 * rate.n * best.hits,  # exact at 0.80
    )
