import numpy as np
import pytest

from podbor.errors import ModelError
from podbor.linking import train
from podbor.linking.encoder import Stretch
from podbor.linking.judge import Reliability, smoothed
from podbor.linking.model import Asked, Linker, load_linker, shipped_linker
from podbor.linking.words import features_of, shared_words
from podbor.matching import shipped_matcher

CONCEPTS = ["duty/handle_inbound_calls", "duty/prepare_reports"]
LINES = [
    ("снимать трубку, когда звонят", CONCEPTS[0]),
    ("брать трубку и слушать абонентов", CONCEPTS[0]),
    ("pick up the phone when it rings", CONCEPTS[0]),
    ("сводить цифры за месяц в таблицу", CONCEPTS[1]),
    ("цифры недели руководителю", CONCEPTS[1]),
    ("sum up the figures of the month", CONCEPTS[1]),
]


OTHERS = ["варить суп и мыть посуду", "водить грузовик", "sweep the floor", "сеять рожь"]


def rows():
    told = [(text, {concept}) for text, concept in LINES] + [(text, set()) for text in OTHERS]
    return [
        train.Row(Asked(text, "duty", russian=text[0] > "z"), frozenset(concepts), f"{text}{n}", 1)
        for n in range(24)
        for text, concepts in told
    ]


@pytest.fixture(scope="module")
def toy():
    return train.train(rows(), CONCEPTS)


def named(linker, text):
    (found,) = linker.link([Asked(text, "duty", russian=True)])
    return [linked.concept for linked in found]


@pytest.mark.parametrize(("text", "concept"), LINES)
def test_linker_names_what_it_learned(toy, text, concept):
    assert named(toy, text) == [concept]


def test_linker_names_nothing_of_other_words(toy):
    assert named(toy, "варить суп") == []


def test_evidence_is_the_clause_that_tells(toy):
    text = "варить суп, снимать трубку, когда звонят"
    (found,) = toy.link([Asked(text, "duty", russian=True)])
    assert {text[linked.start : linked.stop] for linked in found} <= {
        "снимать трубку",
        "когда звонят",
        text,
    }


def test_linker_comes_back_from_disk(toy, tmp_path):
    train.save(toy, tmp_path, {"name": "toy"})
    again = load_linker(tmp_path)
    for text, concept in LINES:
        assert named(again, text) == [concept]


def test_training_twice_gives_the_same_weights():
    first, second = (train.fit_encoder(rows(), CONCEPTS) for _ in range(2))
    assert np.array_equal(first.words, second.words)


@pytest.mark.parametrize("name", ["weights.npz", "judge.json"])
def test_folder_without_a_linker_is_refused(toy, tmp_path, name):
    train.save(toy, tmp_path, {})
    (tmp_path / name).write_bytes(b"{")
    with pytest.raises(ModelError, match="run `podbor train linker`"):
        load_linker(tmp_path)


def test_statement_is_linked_alike_alone_and_among_others():
    linker: Linker = shipped_linker()
    texts = ["Приём входящих звонков", "грамотная речь, работа в CRM", "нарезка овощей"]
    found = shipped_matcher().find
    asked = [Asked(text, "duty", russian=True, found=tuple(found(text))) for text in texts]
    assert linker.link(asked) == [row for one in asked for row in linker.link([one])]


def test_clause_sums_equal_those_of_its_own_words():
    """The first layer is a sum, so a clause in a text is the clause by itself, pairs apart."""
    encoder = shipped_linker().encoder
    words = ["звонки", "отчёты"]
    whole = encoder.log_odds(words, [0, 1], [Stretch(0, 1, ()), Stretch(1, 2, ())])
    alone = [encoder.log_odds([word], [0], [Stretch(0, 1, ())])[0] for word in words]
    assert np.allclose(whole, alone, atol=1e-3)


def test_words_of_both_languages_share_their_sense():
    ours = shared_words()
    assert ours.of("звонков").sense == ours.of("calls").sense != 0
    assert ours.of("и").sense == 0


def test_pairs_do_not_cross_statements():
    together, _ = features_of(["приём", "звонков"], [0, 0])
    apart, _ = features_of(["приём", "звонков"], [0, 1])
    assert len(together) > len(apart)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 0, 0, 0), (0.65, 0.65)),
        ((100, 100, 50, 50), (0.99, 0.99)),
        ((0, 100, 0, 50), (0.0, 0.02)),
    ],
)
def test_share_of_right_hits_is_smoothed(counts, expected):
    assert smoothed(*counts) == pytest.approx(expected, abs=0.02)


def test_form_that_was_wrong_weighs_less():
    reliability = Reliability({"tool/x": {"good": (9, 9), "bad": (0, 9)}})
    assert reliability.of("tool/x", "good") > reliability.of("tool/x", "bad")
