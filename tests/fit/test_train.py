import json

import numpy as np
import pytest
from click.testing import CliRunner

from podbor.cli import main
from podbor.errors import DataError
from podbor.fit.model import load_model
from podbor.fit.pairs import digest_of, key_of, load_collections, load_pairs
from podbor.meanings.background import load_background, save_background
from podbor.meanings.train import make_background

from support import ROOT, SHARED

PAIRS = ROOT / "corpus" / "pairs"


def test_own_pairs_are_many_and_graded_twice():
    rows = (PAIRS / "grades.csv").read_text(encoding="utf-8").splitlines()[1:]
    twice = [row for row in rows if all(row.split(",")[2:4])]
    pairs = load_pairs(PAIRS)
    assert len(twice) >= 1_000
    assert len({pair.posting_id for pair in pairs}) >= 30
    assert len({pair.resume_id for pair in pairs}) >= 160
    cross = [p for p in pairs if p.posting_id[:2] != p.resume_id[:2]]
    assert len(cross) >= 100


def test_two_passes_agree():
    rows = (PAIRS / "grades.csv").read_text(encoding="utf-8").splitlines()[1:]
    grades = np.array(
        [row.split(",")[2:4] for row in rows if all(row.split(",")[2:4])], dtype=float
    )
    apart = ((grades[:, 0] - grades[:, 1]) ** 2).mean()
    chance = ((grades[:, :1] - grades[:, 1]) ** 2).mean()
    assert 1 - apart / chance >= 0.9  # quadratic kappa


def test_training_pairs_hold_nothing_of_the_dev_pairs():
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the checkout")
    named = {row.split(",")[0] for row in _collection_rows()}
    named |= {row.split(",")[1] for row in _collection_rows()}
    for language in ("ru", "en"):
        data = json.loads((SHARED / f"gold/fit_pairs_{language}.dev.json").read_text())
        texts = [*data["postings"].values(), *data["resumes"].values()]
        assert not named & {key_of(text) for text in texts}


def _collection_rows():
    return (PAIRS / "collections/grades.csv").read_text(encoding="utf-8").splitlines()[1:]


def test_shipped_fit_model_was_trained_on_these_pairs():
    shipped = json.loads((ROOT / "models/fit/model.json").read_text(encoding="utf-8"))
    own = [(p.posting_id, p.resume_id, p.grade) for p in load_pairs(PAIRS)]
    elsewhere = [row.split(",") for row in _collection_rows()]
    theirs = [(row[0], row[1], float(row[2])) for row in elsewhere]
    assert shipped["data"] == digest_of([*own, *theirs]), "run `podbor train fit` again"


def train(tmp_path, path):
    args = ["train", "fit", "--pairs", str(path), "--out", str(tmp_path / "mine")]
    return CliRunner().invoke(main, args)


def own_pairs(tmp_path, grades):
    path = tmp_path / "own.jsonl"
    resumes = ("Опыт работы\n2020 — 2024\nОператор\nПринимала звонки.", "Опыт\n2020 — 2024\nПовар")
    rows = [
        {"posting": f"Оператор {i}. Приём звонков", "resume": resumes[i % 2], "grade": grade}
        for i, grade in enumerate(grades)
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_own_pairs_train_with_an_honest_warning(tmp_path):
    result = train(tmp_path, own_pairs(tmp_path, [3, 0, 2, 0, 3, 1]))
    assert result.exit_code == 0, result.output
    assert "only 6 pairs" in result.stderr
    assert load_model(tmp_path / "mine").features


def test_pairs_of_one_kind_are_refused(tmp_path):
    result = train(tmp_path, own_pairs(tmp_path, [0, 1, 0, 1]))
    assert result.exit_code == 2
    assert "both fits (2, 3) and others" in result.stderr


@pytest.mark.parametrize(
    "line", ["{", '{"posting": "a", "resume": "b"}', '{"posting": "a", "resume": "b", "grade": 7}']
)
def test_bad_pairs_are_refused_by_name(tmp_path, line):
    path = tmp_path / "own.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(DataError, match=r"own\.jsonl: not graded pairs"):
        load_pairs(path)


def test_grades_of_texts_elsewhere_need_their_collection():
    with pytest.raises(DataError, match="not graded pairs"):
        load_pairs(PAIRS / "collections")


def test_collections_are_known_by_their_text(tmp_path):
    path = tmp_path / "p.jsonl"
    path.write_text('{"title": "Оператор", "text": "<p>Приём  звонков</p>"}\n', encoding="utf-8")
    found = load_collections([path])
    assert found == {key_of("Приём звонков"): "Оператор\nПриём звонков"}


def test_background_comes_back_from_disk(tmp_path):
    texts = [path.read_text(encoding="utf-8") for path in sorted((PAIRS / "resumes").glob("*"))]
    made = make_background((text, ["tool/excel"]) for text in texts)
    save_background(made, tmp_path / "b.npz")
    again = load_background(tmp_path / "b.npz")
    assert set(again.words) == set(made.words)
    assert again.concepts == pytest.approx(made.concepts, abs=1e-3)
    assert np.allclose(again.meanings.vectors, made.meanings.vectors, atol=2e-3)


def test_few_texts_make_no_background():
    with pytest.raises(ValueError, match="more texts are needed"):
        make_background([("Приём звонков", [])])
