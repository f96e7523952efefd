import numpy as np
import pytest
from click.testing import CliRunner

from podbor.cli import main
from podbor.fit import train as fit
from podbor.fit.model import load_background, load_model, save_background, shipped_background
from podbor.sections import train as line
from podbor.sections.model import load_model as load_statements

from support import ROOT

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


def test_pairs_of_a_folder_are_read():
    pairs = fit.load_pairs(ROOT / "corpus" / "pairs" / "ru")
    assert len(pairs) >= 200
    assert {pair.grade for pair in pairs} == {0, 1, 2, 3}


def test_every_pair_of_ours_names_texts_that_are_there():
    for language in ("ru", "en"):
        pairs = fit.load_pairs(ROOT / "corpus" / "pairs" / language)
        assert all(pair.posting and pair.resume for pair in pairs)


def test_shipped_fit_model_is_what_training_gives(tmp_path):
    save_background(shipped_background(), tmp_path / "background.npz")
    args = ["train", "fit", "--out", str(tmp_path)]
    for language in ("ru", "en"):
        args += ["--pairs", str(ROOT / "corpus" / "pairs" / language)]
    CliRunner().invoke(main, args, catch_exceptions=False)
    made, shipped = load_model(tmp_path / "model.json"), load_model(ROOT / "models/fit/model.json")
    assert made.weights == pytest.approx(shipped.weights, abs=0.01)
    assert made.bias == pytest.approx(shipped.bias, abs=0.01)


def test_background_comes_back_from_disk(tmp_path):
    made = fit.make_background(["Требования: Excel", "Обязанности: приём звонков", "Excel, CRM"])
    save_background(made, tmp_path / "b.npz")
    again = load_background(tmp_path / "b.npz")
    assert set(again.words) == set(made.words)
    assert again.concepts == pytest.approx(made.concepts, abs=1e-3)
    assert np.allclose(again.meanings, made.meanings)


def test_training_on_one_sort_of_line_learns_it(tmp_path):
    model = line.train(line.gold_samples(GOLD) * 5, [], strength=10)
    line.save(model, tmp_path, {"name": "toy"})
    again = load_statements(tmp_path)
    from podbor.sections.split import split

    text = GOLD["text"]
    assert again.predict(text, split(text)) == ["heading", "duty", "heading", "condition"]


def test_weak_lines_are_labelled_by_their_heading(tmp_path):
    path = tmp_path / "weak.tsv"
    path.write_text("1\tduties\tПриём звонков\n1\tconditions\tДМС\n", encoding="utf-8")
    assert [s.kinds for s in line.weak_samples(path)] == [("duty",), ("condition",)]


def test_weak_lines_of_another_form_are_refused(tmp_path):
    path = tmp_path / "weak.tsv"
    path.write_text("1\tdream\tПриём звонков\n", encoding="utf-8")
    with pytest.raises(fit.DataError, match=r"weak\.tsv: rows are"):
        line.weak_samples(path)
