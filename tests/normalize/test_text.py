from __future__ import annotations

import pytest

from podbor.normalize import Edit, Text, normalize, replay
from podbor.normalize.text import compose

ORIGINAL = "1\u200b2&nbsp;34"  # view: «12 34»
CLEAN = normalize(ORIGINAL)


@pytest.mark.parametrize(
    ("view", "span"),
    [
        ((0, 1), (0, 1)),
        ((1, 2), (2, 3)),  # not the zero-width space before it
        ((0, 2), (0, 3)),
        ((2, 3), (3, 9)),
        ((1, 4), (2, 10)),
        ((0, 5), (0, 11)),
        ((3, 3), (9, 9)),
    ],
)
def test_span_gives_the_smallest_stretch_of_the_original(view, span):
    assert CLEAN.text == "12 34"
    assert CLEAN.span(*view) == span


@pytest.mark.parametrize(
    ("span", "view"),
    [((0, 1), (0, 1)), ((1, 2), (1, 1)), ((2, 3), (1, 2)), ((5, 6), (2, 3)), ((0, 11), (0, 5))],
)
def test_view_gives_the_smallest_stretch_of_the_clean_view(span, view):
    assert CLEAN.view(*span) == view


def test_span_takes_a_folded_word_whole():
    clean = normalize("оператор Сall-центра")
    assert clean.span(12, 13) == (9, 20)


def test_span_of_an_inserted_space_is_empty():
    clean = Text("аБ", "а Б", (Edit(1, 1, " ", "glued"),))
    assert [clean.span(0, 1), clean.span(1, 2), clean.span(2, 3)] == [(0, 1), (1, 1), (1, 2)]


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        pytest.param(
            [Edit(0, 1, "xy", "p")],
            [Edit(3, 4, "z", "q")],
            [Edit(0, 1, "xy", "p"), Edit(2, 3, "z", "q")],
            id="apart",
        ),
        pytest.param(
            [Edit(1, 3, "xy", "p")], [Edit(2, 4, "z", "q")], [Edit(1, 4, "xz", "p+q")], id="partly"
        ),
        pytest.param(
            [Edit(1, 2, "", "p")], [Edit(0, 2, "z", "q")], [Edit(0, 3, "z", "p+q")], id="around"
        ),
        pytest.param(
            [Edit(1, 2, "", "p")],
            [Edit(1, 2, "z", "q")],
            [Edit(1, 2, "", "p"), Edit(2, 3, "z", "q")],
            id="touching",
        ),
        pytest.param([Edit(1, 2, "xyz", "p")], [Edit(1, 4, "b", "q")], [], id="undone"),
        pytest.param(
            [Edit(1, 1, "xyz", "p")],
            [Edit(2, 3, "", "q"), Edit(3, 4, "w", "q")],
            [Edit(1, 1, "xw", "p+q")],
            id="inside",
        ),
    ],
)
def test_composed_edits_merge_only_where_they_meet(first, second, both):
    assert compose("abcdef", first, second) == both
    assert replay("abcdef", both) == replay(replay("abcdef", first), second)
