"""``podbor audit``: rates and impact ratios of groups, as a table for people or as JSON."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from podbor.cli_shared import fail
from podbor.errors import DataError

if TYPE_CHECKING:
    from podbor.audit import AuditReport, Breakdown, Group, Rate, Ratio
    from podbor.report.messages import Lang

TEXTS: dict[str, tuple[str, str]] = {
    "sample": (
        "В выборке {sample} (с оценкой), без оценки {unread}; рейтинги: {rankings}",
        "Sample: {sample} scored, {unread} without a score; rankings: {rankings}",
    ),
    "first": (
        "Отобраны первые {selected} каждого рейтинга: {n}",
        "Selected, the first {selected} of each ranking: {n}",
    ),
    "cut": ("Отобраны с оценкой от {cut}: {n}", "Selected, score of {cut} or more: {n}"),
    "half": (
        "Отобрана верхняя половина каждого рейтинга: {n}",
        "Selected, the top half of each ranking: {n}",
    ),
    "median": (
        "Медиана оценок выборки {median:.4g}, выше неё: {n}",
        "Median score of the sample {median:.4g}, above it: {n}",
    ),
    "ignored": (
        "Столбцы рейтинга в таблице групп, не категории: {columns}",
        "Columns of a ranking in the table of groups, no categories: {columns}",
    ),
    "unnamed": (
        "Нет в таблице групп, считаются неизвестными: {n}",
        "Not in the table of groups, counted as unknown: {n}",
    ),
    "unused": (
        "Строк таблицы групп, которых нет в рейтингах: {n}",
        "Lines of the table of groups that are in no ranking: {n}",
    ),
    "repeated": (
        "Повторы тех же файлов в других рейтингах: {n}; интервалы из-за них слишком узкие",
        "Rows of files that another ranking has too: {n}; the intervals are too narrow for it",
    ),
    "selection": ("Отобраны", "Selected"),
    "scoring": ("Оценка выше медианы", "Score above the median"),
    "group": ("группа", "group"),
    "n": ("всего", "n"),
    "hits": ("из них", "of them"),
    "rate": ("доля, %", "rate, %"),
    "ratio": ("отношение", "impact ratio"),
    "interval": ("95 % интервал", "95 % interval"),
    "notes": ("пометки", "notes"),
    "unknown": ("неизвестно: {n}", "unknown: {n}"),
    "unknown_unread": (
        "неизвестно: {n}, и без оценки {unread}",
        "unknown: {n}, and {unread} without a score",
    ),
    "best": ("наибольшая доля", "highest rate"),
    "below": ("ниже четырёх пятых", "below four fifths"),
    "under": ("меньше 2 % выборки, без отношения", "under 2 % of the sample, no ratio"),
    "small": ("меньше {n} человек", "fewer than {n} people"),
    "corrected": ("интервал с поправкой", "corrected interval"),
    "unread": ("без оценки {n}", "{n} without a score"),
    "method": (
        "Отношение: доля группы к наибольшей доле (6 RCNY §5-300).",
        "Impact ratio: rate of the group over the highest rate (6 RCNY §5-300).",
    ),
    "intervals": (
        "Интервалы: доли по Уилсону, отношения по Кацу; поправка: при нулевой ячейке ко всем +0,5.",
        "Intervals: Wilson for rates, Katz for ratios; corrected: a cell is 0, so all get +0.5.",
    ),
    "people": (
        "«Ниже четырёх пятых» (меньше 0,80) — сигнал, а не вывод: решают люди.",
        "“Below four fifths” (under 0.80) is a flag and no verdict: people judge.",
    ),
    "exclusive": (
        "дайте только одно из --selected и --cut",
        "give only one of --selected and --cut",
    ),
    "not_finite": ("--cut: дайте число", "--cut: give a number"),
}
RUSSIAN_ERRORS: dict[str, str] = {
    "missing": "файл не найден; проверьте путь",
    "unreadable": "не читается как таблица; сохраните как CSV UTF-8",
    "encoding": "кодировка не UTF-8; сохраните как CSV UTF-8",
    "no_column": "в первой строке нет столбца «{column}»; {advice}",
    "same_column": "два столбца «{column}»; назовите их по-разному",
    "broken_line": 'в строке {line} ячеек больше, чем в первой; заключите ячейки с запятыми в «"»',
    "no_file": "в строке {line} нет файла; заполните столбец «file» или удалите строку",
    "repeated_file": "в строке {line} тот же файл, что в строке {first}; оставьте одну из них",
    "not_a_score": "строка {line}: оценка не число; повторите podbor rank … --out",
    "no_scores": "ни в одной строке нет оценки; дайте рейтинг, где резюме прочитаны",
    "same_ranking": "рейтинг дан дважды; дайте каждый один раз",
    "no_categories": "нет столбца категорий; добавьте его к «file», например «пол»",
    "not_a_category": (
        "в столбце «{column}» разных значений {values} на {people} человек, это не категория; "
        "удалите его или запишите промежутки, например 40+"
    ),
    "no_match": "нет ни одного файла из рейтингов; скопируйте столбец «file» из рейтинга",
}
RUSSIAN_ADVICE = {
    "score": "дайте таблицу, которую записал podbor rank … --out",
    "file": "скопируйте столбец «file» из рейтинга",
}


@click.command("audit")
@click.argument("rankings", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--groups",
    required=True,
    type=click.Path(path_type=Path),
    help="CSV: a column file and a column for each category; an empty cell is unknown.",
)
@click.option("--selected", type=click.IntRange(1), help="Selected: the first N of each ranking.")
@click.option("--cut", type=float, help="Selected: scores of at least this; else the top half.")
@click.option(
    "--lang",
    type=click.Choice(["ru", "en"]),
    default="en",
    show_default=True,
    help="Language of the table.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
def audit(
    rankings: tuple[Path, ...],
    *,
    groups: Path,
    selected: int | None,
    cut: float | None,
    lang: Lang,
    form: str,
) -> None:
    """Compare groups in RANKINGS (CSV): rates, impact ratios, 95 % intervals."""
    from podbor.audit import audit as count

    _check_request(selected, cut, lang)
    try:
        report = count(rankings, groups, selected=selected, cut=cut)
    except DataError as error:
        fail(error_text(error, lang))
    click.echo(as_json(report) if form == "json" else as_text(report, lang=lang))


def _check_request(selected: int | None, cut: float | None, lang: Lang) -> None:
    if selected is not None and cut is not None:
        fail(_say("exclusive", lang))
    if cut is not None and not math.isfinite(cut):
        fail(_say("not_finite", lang))


def _say(key: str, lang: Lang, **values: object) -> str:
    return TEXTS[key][0 if lang == "ru" else 1].format(**values)


def error_text(error: DataError, lang: Lang) -> str:
    """Text of an error in the wanted language."""
    from podbor.audit import AuditInputError

    if lang == "en" or not isinstance(error, AuditInputError):
        return str(error)
    advice = RUSSIAN_ADVICE.get(str(error.values.get("column")), "")
    return f"{error.name}: {RUSSIAN_ERRORS[error.code].format(advice=advice, **error.values)}"


def as_json(report: AuditReport) -> str:
    """One object with everything; what cannot be counted is null."""
    return json.dumps(asdict(report), ensure_ascii=False, allow_nan=False)


def as_text(report: AuditReport, *, lang: Lang) -> str:
    """Plain tables for people: two for each breakdown, then how to read them."""
    parts = ["\n".join(_head(report, lang))]
    parts += ["\n".join(_section(breakdown, lang)) for breakdown in report.breakdowns]
    parts.append("\n".join(_say(key, lang) for key in ("method", "intervals", "people")))
    return "\n\n".join(parts)


def _head(report: AuditReport, lang: Lang) -> list[str]:
    names = ", ".join(report.rankings)
    lines = [
        _say("sample", lang, sample=report.sample, unread=report.unread, rankings=names),
        _selected(report, lang),
        _say("median", lang, median=report.median, n=report.n_above_median),
    ]
    if report.ignored:
        lines.append(_say("ignored", lang, columns=", ".join(report.ignored)))
    counts = {key: getattr(report, key) for key in ("unnamed", "unused", "repeated")}
    return lines + [_say(key, lang, n=n) for key, n in counts.items() if n]


def _selected(report: AuditReport, lang: Lang) -> str:
    if report.cut is not None:
        return _say("cut", lang, cut=report.cut, n=report.n_selected)
    if report.selected is not None:
        return _say("first", lang, selected=report.selected, n=report.n_selected)
    return _say("half", lang, n=report.n_selected)


def _section(breakdown: Breakdown, lang: Lang) -> list[str]:
    key = "unknown_unread" if breakdown.unknown_unread else "unknown"
    lines = [f"== {' × '.join(breakdown.columns)} =="]
    for measure in ("selection", "scoring"):
        head = [_say(name, lang) for name in ("group", "n", "hits", "rate", "interval")]
        head += [_say(name, lang) for name in ("ratio", "interval", "notes")]
        rows = [
            _row(group, getattr(group, measure), getattr(group, f"{measure}_ratio"), lang)
            for group in breakdown.groups
        ]
        lines += [_say(measure, lang), *_aligned([head, *rows])]
    unread = breakdown.unknown_unread
    return [*lines, _say(key, lang, n=breakdown.unknown, unread=unread)]


def _row(group: Group, rate: Rate, ratio: Ratio | None, lang: Lang) -> list[str]:
    return [
        " × ".join(group.values),
        str(group.n),
        str(rate.hits),
        _number(rate.value, 1, scale=100),
        _span(rate.low, rate.high, 1, scale=100),
        _number(ratio.value if ratio else None, 2),
        _span(ratio.low, ratio.high, 2) if ratio else "-",
        "; ".join(_notes(group, ratio, lang)),
    ]


def _number(value: float | None, digits: int, *, scale: int = 1) -> str:
    """A number, or a dash where there is none.

    >>> _number(0.125, 1, scale=100), _number(None, 2)
    ('12.5', '-')
    """
    return "-" if value is None else f"{value * scale:.{digits}f}"


def _span(low: float | None, high: float | None, digits: int, *, scale: int = 1) -> str:
    if low is None or high is None:
        return "-"
    return f"{_number(low, digits, scale=scale)}–{_number(high, digits, scale=scale)}"


def _notes(group: Group, ratio: Ratio | None, lang: Lang) -> list[str]:
    from podbor.audit import SMALL

    notes = {
        "best": ratio is not None and ratio.low is None,
        "below": ratio is not None and ratio.below_four_fifths,
        "under": group.under_two_percent,
        "small": group.small,
        "corrected": ratio is not None and ratio.corrected,
    }
    found = [_say(key, lang, n=SMALL) for key, holds in notes.items() if holds]
    return found + ([_say("unread", lang, n=group.unread)] if group.unread else [])


def _aligned(rows: list[list[str]]) -> list[str]:
    """Columns of equal width: words to the left, numbers to the right.

    >>> _aligned([["a", "n", ""], ["bb", "10", "x"]])
    ['a    n', 'bb  10  x']
    """
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    last = len(widths) - 1
    return [
        "  ".join(
            cell.ljust(width) if place in {0, last} else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
