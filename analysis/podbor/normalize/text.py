"""The clean view of a text, the edits that made it, and offsets both ways."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the original and what stands for it in the clean view.

    Parameters
    ----------
    start, stop : int
        Half-open offsets into the original; equal where something was put in.
    replacement : str
        May be empty.
    rule : str
        What made the edit, such as ``space``; ``entity+space`` where one rule worked on the
        product of another.
    """

    start: int
    stop: int
    replacement: str
    rule: str


@dataclass(frozen=True)
class Text:
    """A text as read and as cleaned.

    Parameters
    ----------
    original : str
        Exactly as read.
    text : str
        The clean view.
    edits : tuple of Edit
        Sorted, not overlapping; ``replay(original, edits) == text``.

    Examples
    --------
    >>> text = Text("a&nbsp;b", "a b", (Edit(1, 7, " ", "entity"),))
    >>> text.span(1, 3), text.view(3, 8)
    ((1, 8), (1, 3))
    """

    original: str
    text: str
    edits: tuple[Edit, ...] = ()

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """Smallest stretch of the original that made ``text[start:stop]``.

        A replaced stretch is taken whole.  Takes O(log n) time.

        Raises
        ------
        ValueError
            If the offsets are not in the clean view.
        """
        _check_inside(start, stop, len(self.text))
        return _carry(start, stop, self._view_ends, self._original_ends)

    def view(self, start: int, stop: int) -> tuple[int, int]:
        """Smallest stretch of the clean view that ``original[start:stop]`` made.

        Raises
        ------
        ValueError
            If the offsets are not in the original.
        """
        _check_inside(start, stop, len(self.original))
        return _carry(start, stop, self._original_ends, self._view_ends)

    @cached_property
    def _original_ends(self) -> _Ends:
        return [edit.start for edit in self.edits], [edit.stop for edit in self.edits]

    @cached_property
    def _view_ends(self) -> _Ends:
        starts, stops, shift = [], [], 0
        for edit in self.edits:
            starts.append(edit.start + shift)
            stops.append(starts[-1] + len(edit.replacement))
            shift = stops[-1] - edit.stop
        return starts, stops


_Ends = tuple[list[int], list[int]]


def replay(original: str, edits: Iterable[Edit]) -> str:
    """Text with the edits made.

    Examples
    --------
    >>> replay("Сall-центр", [Edit(0, 10, "коллцентр", "call_centre")])
    'коллцентр'
    """
    pieces, at = [], 0
    for edit in edits:
        pieces += [original[at : edit.start], edit.replacement]
        at = edit.stop
    pieces.append(original[at:])
    return "".join(pieces)


def compose(original: str, first: Sequence[Edit], second: Sequence[Edit]) -> list[Edit]:
    r"""Edits of ``original`` that do what ``first`` and then ``second`` do.

    Parameters
    ----------
    original : str
    first : sequence of Edit
        Edits of ``original``.
    second : sequence of Edit
        Edits of ``replay(original, first)``.

    Examples
    --------
    >>> compose("a&shy;b", [Edit(1, 6, "\xad", "entity")], [Edit(1, 2, "", "zero_width")])
    [Edit(start=1, stop=6, replacement='', rule='entity+zero_width')]
    """
    if not first or not second:
        return list(first or second)
    return _Composer(original, replay(original, first), first, second).run()


class _Composer:
    """One walk along two lists of edits; ``shift`` is what the first list added so far."""

    def __init__(
        self, original: str, middle: str, first: Sequence[Edit], second: Sequence[Edit]
    ) -> None:
        self.original, self.middle = original, middle
        self.first, self.second = first, second
        self.i = self.j = self.shift = 0

    def run(self) -> list[Edit]:
        made: list[Edit] = []
        while self.j < len(self.second):
            later = self.second[self.j]
            earlier = self.first[self.i] if self.i < len(self.first) else None
            if earlier is not None and self._is_before(earlier, later):
                made.append(earlier)
                self._pass_first(earlier)
            elif earlier is not None and self._overlaps(earlier, later):
                made += self._merge()
            else:
                start, stop = later.start - self.shift, later.stop - self.shift
                made.append(Edit(start, stop, later.replacement, later.rule))
                self.j += 1
        made += self.first[self.i :]
        return made

    def _pass_first(self, edit: Edit) -> None:
        self.shift += len(edit.replacement) - (edit.stop - edit.start)
        self.i += 1

    def _is_before(self, earlier: Edit, later: Edit) -> bool:
        start = earlier.start + self.shift
        stop = start + len(earlier.replacement)
        return stop <= later.start and not start == stop == later.start == later.stop

    def _overlaps(self, earlier: Edit, later: Edit) -> bool:
        start = earlier.start + self.shift
        return start < later.stop or (start == later.start and not earlier.replacement)

    def _merge(self) -> list[Edit]:
        start = min(self.first[self.i].start + self.shift, self.second[self.j].start)
        stop, start_in_original = start, start - self.shift
        rules: dict[str, None] = {}
        pieces: list[str] = []
        at, is_first_round = start, True
        while True:
            while self._next_first_starts_before(stop) or is_first_round:
                edit = self.first[self.i]
                rules |= dict.fromkeys(edit.rule.split("+"))
                stop = max(stop, edit.start + self.shift + len(edit.replacement))
                self._pass_first(edit)
                is_first_round = False
            if not (self._next_second_starts_before(stop) or len(pieces) == 0):
                break
            edit = self.second[self.j]
            rules |= dict.fromkeys(edit.rule.split("+"))
            pieces += [self.middle[at : edit.start], edit.replacement]
            at, stop = edit.stop, max(stop, edit.stop)
            self.j += 1
        replacement = "".join([*pieces, self.middle[at:stop]])
        stop_in_original = stop - self.shift
        if replacement == self.original[start_in_original:stop_in_original]:
            return []
        return [Edit(start_in_original, stop_in_original, replacement, "+".join(rules))]

    def _next_first_starts_before(self, stop: int) -> bool:
        return self.i < len(self.first) and self.first[self.i].start + self.shift < stop

    def _next_second_starts_before(self, stop: int) -> bool:
        return self.j < len(self.second) and self.second[self.j].start < stop


def _check_inside(start: int, stop: int, length: int) -> None:
    if not 0 <= start <= stop <= length:
        message = f"offsets must satisfy 0 <= start <= stop <= {length}, got {start}, {stop}"
        raise ValueError(message)


def _carry(start: int, stop: int, here: _Ends, there: _Ends) -> tuple[int, int]:
    """Carry offsets from one side of the edits to the other, rounding outwards."""
    new_start, new_stop = start, stop
    i = bisect_right(here[0], start) - 1
    if i >= 0:
        inside = start < here[1][i]
        new_start = there[0][i] if inside else there[1][i] + start - here[1][i]
    i = bisect_left(here[0], stop) - 1
    if i >= 0:
        new_stop = there[1][i] + max(0, stop - here[1][i])
    return min(new_start, new_stop), new_stop
