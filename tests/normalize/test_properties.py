from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from podbor.normalize import Text, normalize, replay

from strategies import ru_en_text

texts = ru_en_text() | st.text(max_size=60)


@given(texts)
def test_replayed_edits_give_the_view(text):
    clean = normalize(text)
    assert clean.original == text
    assert replay(text, clean.edits) == clean.text


@given(texts)
@example("&amp;amp;nbsp;")
@example("<b<b>r>")
@example("и\u200d\u0306")
def test_view_of_a_view_has_no_edits(text):
    assert normalize(normalize(text).text).edits == ()


@given(texts)
def test_edits_are_sorted_and_do_not_overlap(text):
    edits = normalize(text).edits
    assert all(0 <= edit.start <= edit.stop <= len(text) for edit in edits)
    assert all(left.stop <= right.start for left, right in pairwise(edits))


@given(texts)
def test_edits_all_change_something(text):
    edits = normalize(text).edits
    assert [e for e in edits if text[e.start : e.stop] == e.replacement] == []
    assert all(edit.rule for edit in edits)


def unchanged(clean: Text) -> list[tuple[int, int]]:
    """Offsets in the view and in the original of the characters that no edit touched."""
    pairs, at, shift = [], 0, 0
    for edit in clean.edits:
        pairs += [(i + shift, i) for i in range(at, edit.start)]
        shift += len(edit.replacement) - (edit.stop - edit.start)
        at = edit.stop
    return [*pairs, *((i + shift, i) for i in range(at, len(clean.original)))]


@given(texts)
def test_unchanged_characters_map_to_themselves(text):
    clean = normalize(text)
    for here, there in unchanged(clean):
        assert clean.text[here] == text[there]
        assert clean.span(here, here + 1) == (there, there + 1)
        assert clean.view(there, there + 1) == (here, here + 1)


@given(texts)
def test_spans_of_single_characters_lie_in_order_in_the_original(text):
    clean = normalize(text)
    spans = [clean.span(i, i + 1) for i in range(len(clean.text))]
    assert all(0 <= start <= stop <= len(text) for start, stop in spans)
    assert all(left[0] <= right[0] and left[1] <= right[1] for left, right in pairwise(spans))


@given(texts)
def test_span_of_everything_drops_only_removed_ends(text):
    clean = normalize(text)
    start, stop = clean.span(0, len(clean.text))
    assert normalize(text[start:stop]).text == clean.text
    assert replay(text[:start], [e for e in clean.edits if e.stop <= start]) == "" or not clean.text


@given(texts, st.data())
def test_span_never_splits_a_replaced_stretch(text, data):
    clean = normalize(text)
    start = data.draw(st.integers(0, len(clean.text)))
    stop = data.draw(st.integers(start, len(clean.text)))
    for offset in clean.span(start, stop):
        assert [e for e in clean.edits if e.start < offset < e.stop] == []


@given(texts, st.data())
def test_view_covers_what_span_came_from(text, data):
    clean = normalize(text)
    start = data.draw(st.integers(0, len(clean.text)))
    stop = data.draw(st.integers(start, len(clean.text)))
    inserted = [e for e in clean.edits if e.start == e.stop]
    back_start, back_stop = clean.view(*clean.span(start, stop))
    if start < stop and not inserted:
        assert back_start <= start
        assert stop <= back_stop


@pytest.mark.parametrize(("start", "stop"), [(-1, 0), (2, 1), (0, 4)])
def test_span_refuses_offsets_outside_the_view(start, stop):
    with pytest.raises(ValueError, match="0 <= start <= stop <= 3"):
        normalize("абв").span(start, stop)
