import random

import numpy as np

from podbor.builder import grouping
from podbor.builder.grouping import group_forms, sense_vectors

FORMS = {
    ("duty", ("handle", "call", "inbound")): 5,
    ("duty", ("handle", "call", "inbound", "volume")): 2,
    ("duty", ("prepare", "report")): 4,
    ("duty", ("prepare", "report", "monthly")): 1,
    ("skill", ("handle", "call", "inbound")): 1,
}


def test_near_forms_join_and_facets_stay_apart():
    assert [(group.facet, len(group.forms)) for group in group_forms(FORMS)] == [
        ("duty", 2),
        ("duty", 2),
        ("skill", 1),
    ]


def test_order_of_input_does_not_matter():
    items = list(FORMS.items())
    random.Random(3).shuffle(items)
    assert group_forms(dict(items)) == group_forms(FORMS)


def test_forms_beyond_the_limit_join_the_nearest_group(monkeypatch):
    monkeypatch.setattr(grouping, "MOST_FORMS", 2)
    duties = [group.forms for group in group_forms(FORMS) if group.facet == "duty"]
    assert sorted(map(len, duties)) == [2, 2]


def test_vectors_have_length_one():
    vectors = sense_vectors(form for _, form in FORMS)
    assert np.allclose(np.linalg.norm(vectors.toarray(), axis=1), 1)


def test_nothing_gives_no_group():
    assert group_forms({}) == ()
