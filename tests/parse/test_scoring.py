from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podbor.parse.scoring import Candidate, choose, points_of, rank

FEATURES = {"amount": 0, "currency": 2, "label": 4, "range": 2, "other_thing": -6}


@pytest.fixture(autouse=True, scope="module")
def _points_of_our_own():
    """Points that tuning ``scoring.yaml`` does not change."""
    points = {"pay": {"threshold": 4, "clear": 3, **FEATURES}}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("podbor.parse.scoring._weights", lambda: points)
        yield


def pay(text: str, *features: str, start: int = 0) -> Candidate[str]:
    return Candidate(start, start + len(text), text, features)


@pytest.mark.parametrize(
    ("candidate", "points"),
    [
        (pay("40 000", "amount"), 0),
        (pay("40 000 ₽", "amount", "currency"), 2),
        (pay("оклад 40 000 ₽", "amount", "currency", "label"), 6),
        (pay("скидка 40 000 ₽", "amount", "currency", "other_thing"), -4),
        (pay("$15-$18"), 0),
    ],
)
def test_points_are_the_sum_of_the_features(candidate, points):
    assert points_of("pay", candidate) == points


def test_unknown_feature_is_refused():
    with pytest.raises(KeyError, match="shiny"):
        points_of("pay", pay("40 000 ₽", "shiny"))


def test_unknown_field_is_refused():
    with pytest.raises(KeyError, match="shoe size"):
        choose("shoe size", [pay("43")])


@pytest.mark.parametrize(
    ("candidates", "winner"),
    [
        ([pay("40 000 ₽", "currency", "label")], "40 000 ₽"),
        ([pay("90", "currency", "range"), pay("50", "currency", "label", start=9)], "50"),
        ([pay("50", "currency", "label"), pay("90", "currency", "range", start=9)], "50"),
        ([pay("at the threshold", "label")], "at the threshold"),
    ],
)
def test_candidate_with_most_points_wins(candidates, winner):
    chosen = choose("pay", candidates)
    assert chosen is not None
    assert chosen.candidate.value == winner


@pytest.mark.parametrize(
    "candidates",
    [
        [],
        [pay("40 000", "amount")],
        [pay("40 000 ₽", "currency")],
        [pay("скидка 40 000 ₽", "label", "currency", "other_thing")],
    ],
)
def test_nothing_wins_below_the_threshold(candidates):
    assert choose("pay", candidates) is None


def test_first_of_equals_wins_in_any_order():
    first, second = pay("first", "label", start=3), pay("second", "label", start=8)
    assert [c.candidate for c in rank("pay", [second, first])] == [first, second]


def test_rank_drops_what_is_below_the_threshold():
    good, better = pay("good", "label", start=7), pay("better", "label", "range", start=20)
    found = rank("pay", [pay("poor", "range"), good, better])
    assert [(c.candidate.value, c.points) for c in found] == [("better", 6), ("good", 4)]


@pytest.mark.parametrize(
    ("candidate", "why"),
    [
        (pay("a", "label"), "pay narrow; 4 points: label +4"),
        (
            pay("b", "label", "currency", "range"),
            "pay clear; 8 points: label +4, currency +2, range +2",
        ),
        (
            pay("c", "label", "currency", "range", "label", "other_thing"),
            "pay narrow; 6 points: label +4, currency +2, range +2, label +4, other_thing -6",
        ),
    ],
)
def test_account_names_every_feature_with_its_points(candidate, why):
    chosen = choose("pay", [candidate])
    assert chosen is not None
    assert chosen.why == why


CANDIDATES = st.lists(
    st.builds(
        Candidate,
        start=st.integers(0, 99),
        stop=st.just(100),
        value=st.just("40 000 ₽"),
        features=st.lists(st.sampled_from(sorted(FEATURES)), max_size=4).map(tuple),
    ),
    max_size=8,
)


@given(CANDIDATES)
def test_ranked_points_add_up_and_fall(candidates):
    found = rank("pay", candidates)
    points = [sum(FEATURES[name] for name in c.candidate.features) for c in found]
    assert [c.points for c in found] == points == sorted(points, reverse=True)
    assert all(re.match(r"pay (?:clear|narrow); \d+ points: ", c.why) for c in found)


@given(CANDIDATES)
def test_order_of_candidates_does_not_matter(candidates):
    places = [(c.points, c.candidate.start) for c in rank("pay", candidates)]
    assert places == [(c.points, c.candidate.start) for c in rank("pay", candidates[::-1])]
