"""Trades by the words of titles, levels of seniority, and how work in one carries into another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from podbor._resources import resource
from podbor.errors import DataError
from podbor.matching.lexicon import read_yaml
from podbor.matching.matcher import longest
from podbor.matching.trie import PhraseTrie
from podbor.normalize import normalize

SAME = 3.0  # of `carries`: the same work
USUAL_LEVEL = 2  # of a title that says nothing of seniority


@dataclass(frozen=True, slots=True)
class Trade:
    """A kind of work.

    Parameters
    ----------
    id : str
    label_ru, label_en : str
    isco : str
        Unit group of ISCO-08.
    contact : float
        Share of the work that is talking or writing with customers, 0..1.
    """

    id: str
    label_ru: str
    label_en: str
    isco: str
    contact: float


class Trades:
    """The trades of a lexicon.

    Parameters
    ----------
    rows : mapping
        As ``corpus/lexicon/trades.yaml``: ``trades``, ``levels``, ``contact``.

    Raises
    ------
    ValueError
        If a trade that others carry into is not there.
    """

    def __init__(self, rows: Mapping[str, Any]) -> None:
        contact = rows["contact"]
        self.trades = tuple(
            Trade(name, row["label_ru"], row["label_en"], str(row["isco"]), float(contact[name]))
            for name, row in rows["trades"].items()
        )
        self.ids = tuple(trade.id for trade in self.trades)
        self.number = {name: i for i, name in enumerate(self.ids)}
        phrases = [
            (phrase, name)
            for name, row in rows["trades"].items()
            for phrase in (*row["ru"], *row["en"])
        ]
        self._names = tuple(self.number[name] for _, name in phrases)
        self._trie = PhraseTrie(normalize(phrase).text for phrase, _ in phrases)
        levels = [
            (phrase, int(level))
            for level, row in rows["levels"].items()
            for phrase in (*row["ru"], *row["en"])
        ]
        self._levels = tuple(level for _, level in levels)
        self._level_trie = PhraseTrie(normalize(phrase).text for phrase, _ in levels)
        self.carries = _matrix(rows["trades"], self.number)

    def __len__(self) -> int:
        return len(self.ids)

    def label(self, number: int, language: str = "en") -> str:
        """Label of a trade by its number."""
        trade = self.trades[number]
        return trade.label_ru if language == "ru" else trade.label_en

    def of_title(self, title: str) -> tuple[int, ...]:
        """Numbers of the trades that a title names, in its order, each once.

        Examples
        --------
        >>> trades = shipped_trades()
        >>> [trades.ids[n] for n in trades.of_title("Оператор call-центра / сварщик")]
        ['inbound_support', 'construction_trades']
        """
        hits = longest(self._trie.find(normalize(title).text))
        return tuple(dict.fromkeys(self._names[hit.form] for hit in hits))

    def level_of(self, title: str) -> int:
        """Seniority that a title tells: 1 trainee, 2 usual, 3 senior … 7 top.

        Examples
        --------
        >>> [shipped_trades().level_of(t) for t in ("Старший кассир", "Кассир", "CEO")]
        [3, 2, 7]
        """
        hits = longest(self._level_trie.find(normalize(title).text))
        return max((self._levels[hit.form] for hit in hits), default=USUAL_LEVEL)


def _matrix(rows: Mapping[str, Any], number: Mapping[str, int]) -> Any:
    """Array [from, to] of shape (n_trades, n_trades), 0..1."""
    import numpy as np

    found = np.eye(len(number)) * SAME
    for name, row in rows.items():
        for other, value in (row.get("carries") or {}).items():
            if other not in number:
                message = f"trade {name} carries into {other}, which is no trade"
                raise ValueError(message)
            if other != name:
                found[number[name], number[other]] = float(value)
    return found / SAME


@cache
def shipped_trades() -> Trades:
    """The trades under ``corpus/lexicon``, read once per process."""
    return load_trades(resource("corpus", "lexicon/trades.yaml"))


def load_trades(path: Path) -> Trades:
    """Read a lexicon of trades.

    Raises
    ------
    DataError
        If it has another form; names the file and what is wrong.
    """
    try:
        return Trades(read_yaml(path))
    except (OSError, KeyError, TypeError, ValueError) as error:
        message = f"{path.name}: not a lexicon of trades ({type(error).__name__}: {error})"
        raise DataError(message) from error


@lru_cache(maxsize=8192)
def trades_of_title(title: str) -> tuple[int, ...]:
    """:meth:`Trades.of_title` of the shipped lexicon, remembered."""
    return shipped_trades().of_title(title)


@lru_cache(maxsize=8192)
def level_of_title(title: str) -> int:
    """:meth:`Trades.level_of` of the shipped lexicon, remembered."""
    return shipped_trades().level_of(title)
