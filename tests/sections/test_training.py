import numpy as np
import pytest

from podbor.errors import ModelError
from podbor.matching.matcher import shipped_matcher
from podbor.sections import train
from podbor.sections.features import view_of
from podbor.sections.model import load_model
from podbor.sections.second_look import context_features
from podbor.sections.split import split

GOLD = {
    "id": "a",
    "text": "Обязанности\nПриём звонков\nУсловия\nГрафик 2/2",
    "units": [
        {"start": 0, "stop": 11, "kind": "heading"},
        {"start": 12, "stop": 25, "kind": "duty"},
        {"start": 26, "stop": 33, "kind": "heading"},
        {"start": 34, "stop": 44, "kind": "condition"},
    ],
}


def samples():
    return [train.sample_of(GOLD | {"id": str(number)}) for number in range(6)]


def test_training_on_one_sort_of_document_learns_it(tmp_path):
    model = train.train(samples(), strength=10)
    train.save(model, tmp_path, {"name": "toy"})
    text = GOLD["text"]
    view = view_of(text, split(text), shipped_matcher().find(text))
    again = load_model(tmp_path)
    assert again.predict(view) == ["heading", "duty", "heading", "condition"]


def test_training_twice_gives_the_same_weights():
    first, second = (train.train(samples(), strength=10) for _ in range(2))
    assert np.array_equal(first.second.weights, second.second.weights)


def test_heading_glued_to_its_item_is_a_heading():
    unit = {"start": 0, "stop": 40, "kind": "skill"}
    sample = train.sample_of(
        {"id": "b", "text": "Требования: грамотная речь и вежливость.", "units": [unit]}
    )
    assert sample.kinds == ["heading", "skill"]


def test_second_look_sees_the_neighbours():
    text = "Приём звонков\nГрафик 2/2"
    kinds = ("condition", "duty")
    one, other = (
        context_features(split(text), np.array(scores, dtype=float), kinds)
        for scores in ([[0, 9], [9, 0]], [[0, 9], [0, 9]])
    )
    assert one[0] != other[0]


@pytest.mark.parametrize("name", ["nothing", "damaged", "other_shape"])
def test_folder_without_a_model_is_refused(tmp_path, name):
    if name == "damaged":
        (tmp_path / "weights.npz").write_bytes(b"PK no zip")
    if name == "other_shape":
        arrays = {
            f"{look}_{part}": np.zeros((2, 1))
            for look in ("first", "second")
            for part in ("weights", "bias")
        }
        np.savez(tmp_path / "weights.npz", kinds=np.array(["duty"]), **arrays)
    with pytest.raises(ModelError, match="run `podbor train statements`"):
        load_model(tmp_path)
