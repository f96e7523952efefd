import numpy as np
import pytest
from click.testing import CliRunner

from podbor.cli import main
from podbor.fit import train as fit
from podbor.fit.model import load_background, load_model, save_background, shipped_background

from support import ROOT


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
