"""Rankings on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from podbor.ranking import Ranked
from podbor.records import Posting
from podbor.report.files import Places, plain_row
from podbor.report.messages import COLUMNS, STATUSES, TEXTS, Lang, experience, notice, say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

SHOWN = 4  # concepts per cell


def print_ranking(
    console: Console, posting: Posting, places: Places, *, lang: Lang, top: int | None = None
) -> None:
    """Print the table, then the files that were not read with what to do about each."""
    ranked = [(place, item) for place, item in places if item.match]
    unread = [item for _, item in places if not item.match]
    warned = [item for _, item in places if item.match and item.warnings]
    title = posting.title.text if posting.title else say(TEXTS, "untitled", lang)
    console.print(
        say(TEXTS, "ranked", lang, ranked=len(ranked), all=len(places), title=title), markup=False
    )
    console.print(_table(ranked[:top], lang))
    if warned:
        console.print(say(TEXTS, "warned", lang), markup=False)
    for item in warned:
        text = "; ".join(notice(warning, lang) for warning in item.warnings)
        console.print(f"  {item.file}: {text}", markup=False, highlight=False)
    if unread:
        console.print(say(TEXTS, "unread", lang), markup=False)
    for item in unread:
        text = plain_row(None, item, lang=lang)["reason"]
        console.print(f"  {_status(item, lang)}: {text}", markup=False, highlight=False)
    console.print(say(TEXTS, "human", lang), style="dim", markup=False)


def _status(item: Ranked, lang: Lang) -> str:
    return say(STATUSES, item.status, lang)


def _table(ranked: Places, lang: Lang) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in COLUMNS:
        narrow = name in {"rank", "score", "experience", "status"}
        table.add_column(
            say(COLUMNS, name, lang),
            justify="right" if name in {"rank", "score"} else "left",
            no_wrap=narrow,
            overflow="fold",
        )
    for place, item in ranked:
        row = plain_row(place, item, lang=lang)
        cells = [
            str(place),
            f"{row['score']:.2f}",
            item.file,
            item.candidate or "",
            experience(item.experience_months, lang),
            shorten(row["matched"], lang),
            shorten(row["missing"], lang),
            "; ".join(row["knockouts"]),
            _status(item, lang),
        ]
        table.add_row(*(Text(cell) for cell in cells))
    return table


def shorten(labels: list[str], lang: Lang) -> str:
    """First few labels and how many more there are.

    >>> shorten(["a", "b", "c", "d", "e", "f"], "en")
    'a; b; c; d; and 2 more'
    """
    rest = len(labels) - SHOWN
    more = [say(TEXTS, "more", lang, n=rest)] if rest > 0 else []
    return "; ".join([*labels[:SHOWN], *more])
