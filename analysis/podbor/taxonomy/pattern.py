"""The language of taxonomy forms: a small grammar, parsed to alternative word sequences.

See ``docs/taxonomy.md``.  A parsed pattern is a tuple of alternatives; an alternative is a tuple of
steps; a step is either a :class:`Gap` or a frozenset of :class:`Atom`, any of which may stand
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations, product
from typing import Literal

MAX_ALTERNATIVES = 400
MAX_GAP = 4
MEMO_SIZE = 30_000  # words and patterns remembered: a taxonomy is checked first and then compiled
TOKEN = re.compile(
    r"\s+|(?P<gap>~\d)|(?P<mark>[()\[\]{}|])|(?P<exact>\"[^\"]+\")|(?P<word>[^\s()\[\]{}|~\"]+)"
)
WORD = re.compile(r"[^\W_]+[+#]*")

AtomKind = Literal["word", "family", "prefix", "exact"]


@dataclass(frozen=True, slots=True, order=True)
class Atom:
    """One word of a pattern: a ``word``, a ``family``, a ``prefix`` or ``exact`` characters."""

    kind: AtomKind
    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``size`` words of any kind."""

    size: int


Step = frozenset[Atom] | Gap
Alternative = tuple[Step, ...]


@lru_cache(maxsize=MEMO_SIZE)
def parse_pattern(pattern: str) -> tuple[Alternative, ...]:
    """Parse a form to the word sequences it stands for.

    Raises
    ------
    ValueError
        If brackets do not close, a gap stands at an end or is too wide, or the pattern stands for
        more than 400 sequences.

    Examples
    --------
    >>> [len(steps) for steps in parse_pattern("^принимать ~2 (звонок|вызов)")]
    [3]
    >>> len(parse_pattern("(call|phone call) [log]"))
    4
    >>> parse_pattern("(звонок")
    Traceback (most recent call last):
    ValueError: a bracket does not close
    """
    if not pattern or pattern[0] == "~" or pattern[-2:-1] == "~":
        message = "a form begins and ends with a word"
        raise ValueError(message)
    found = tuple(dict.fromkeys(trim_gaps(steps) for steps in _Parser(pattern).whole()))
    if () in found:
        message = "all words of the form may be left out"
        raise ValueError(message)
    return found


def trim_gaps(steps: Alternative) -> Alternative:
    """Drop gaps that an omitted word left at an end."""
    while steps and isinstance(steps[0], Gap):
        steps = steps[1:]
    while steps and isinstance(steps[-1], Gap):
        steps = steps[:-1]
    return steps


class _Parser:
    """Recursive descent over the tokens of one pattern."""

    def __init__(self, pattern: str) -> None:
        self._tokens = list(_tokens(pattern))
        self._at = 0

    def whole(self) -> list[Alternative]:
        found = self._sequence()
        if self._at < len(self._tokens):
            message = f"{self._tokens[self._at]!r} closes nothing"
            raise ValueError(message)
        return found

    def _sequence(self) -> list[Alternative]:
        """Read up to a closing mark or a bar."""
        return join_parts(self._parts())

    def _parts(self) -> list[list[Alternative]]:
        parts: list[list[Alternative]] = []
        while self._at < len(self._tokens) and self._tokens[self._at] not in {")", "]", "}", "|"}:
            parts.append(self._part())
        return parts

    def _part(self) -> list[Alternative]:
        read = self._next()
        if read == "(":
            return merge_words(self._choice(")"))
        if read == "[":
            return [*merge_words(self._choice("]")), ()]
        if read == "{":
            return self._unordered()
        return [_steps(read)]

    def _choice(self, close: str) -> list[Alternative]:
        found = self._sequence()
        while self._peek() == "|":
            self._next()
            found += self._sequence()
        self._close(close)
        return found

    def _unordered(self) -> list[Alternative]:
        parts = self._parts()
        self._close("}")
        gaps = [part for part in parts if _is_gap(part)]
        words = [part for part in parts if not _is_gap(part)]
        if len(words) > 3:
            message = "braces hold at most three parts"
            raise ValueError(message)
        found: list[Alternative] = []
        for order in permutations(words):
            row = [order[0]]
            for part in order[1:]:
                row += [*gaps[:1], part]
            found += join_parts(row)
        return found

    def _peek(self) -> str | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    def _close(self, mark: str) -> None:
        if self._peek() != mark:
            message = "a bracket does not close"
            raise ValueError(message)
        self._at += 1


def _is_gap(part: list[Alternative]) -> bool:
    return len(part) == 1 and len(part[0]) == 1 and isinstance(part[0][0], Gap)


def join_parts(parts: list[list[Alternative]]) -> list[Alternative]:
    """Put every alternative of each part after every alternative of those before it."""
    size = 1
    for part in parts:
        size *= len(part)
    if size > MAX_ALTERNATIVES:
        message = f"stands for {size} sequences, at most {MAX_ALTERNATIVES}; split it"
        raise ValueError(message)
    return [tidy_gaps(tuple(step for steps in row for step in steps)) for row in product(*parts)]


def tidy_gaps(steps: Alternative) -> Alternative:
    """Keep the wider of two gaps that an omitted word brought together."""
    found: list[Step] = []
    for step in steps:
        last = found[-1] if found else None
        if isinstance(step, Gap) and isinstance(last, Gap):
            found[-1] = Gap(max(step.size, last.size))
        else:
            found.append(step)
    return tuple(found)


def merge_words(found: list[Alternative]) -> list[Alternative]:
    """Turn one-word alternatives into one step that any of them satisfies."""
    single: set[Atom] = set()
    longer: list[Alternative] = []
    for steps in found:
        if len(steps) == 1 and not isinstance(steps[0], Gap):
            single |= steps[0]
        else:
            longer.append(steps)
    return [(frozenset(single),), *longer] if single else longer


def _tokens(pattern: str) -> Iterator[str]:
    at = 0
    for match in TOKEN.finditer(pattern):
        if match.start() != at:
            break
        at = match.end()
        if match.lastgroup:
            yield match.group()
    if at != len(pattern):
        message = f"cannot read {pattern[at:]!r}"
        raise ValueError(message)


@lru_cache(maxsize=MEMO_SIZE)
def _steps(token: str) -> Alternative:
    """Read one token: a gap, quoted characters or a word, which a hyphen may split."""
    if token.startswith("~"):
        size = int(token[1:])
        if not 0 < size <= MAX_GAP:
            message = f"a gap is ~1 to ~{MAX_GAP}, got {token}"
            raise ValueError(message)
        return (Gap(size),)
    kind: AtomKind = "word"
    if token.startswith('"'):
        kind = "exact"
    elif token.startswith("^"):
        kind = "family"
    elif token.endswith("*"):
        kind = "prefix"
    words = WORD.findall(token)
    if not words:
        message = f"{token!r} holds no word"
        raise ValueError(message)
    if kind == "prefix" and len(words[-1]) < 4:
        message = f"a prefix has at least 4 letters, got {token!r}"
        raise ValueError(message)
    last = len(words) - 1
    return tuple(
        frozenset({Atom("word" if kind == "prefix" and i < last else kind, word)})
        for i, word in enumerate(words)
    )
