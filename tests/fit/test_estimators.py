"""The estimators behave as scikit-learn's do."""

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.pipeline import make_pipeline

from podbor.errors import DataError
from podbor.features import FEATURES, PairFeatures
from podbor.features.pair import NAMES
from podbor.fit import FitClassifier
from podbor.fit.pairs import Pair
from podbor.fit.train import learning_curve

POSTING = "Оператор\nОбязанности:\n- приём входящих звонков\n- консультирование клиентов"
PHONE = "Опыт работы\nМарт 2021 — Февраль 2024\nОператор\nПринимала звонки, консультировала."
KITCHEN = "Опыт работы\nМарт 2021 — Февраль 2024\nПовар\nГотовил супы, закупал овощи."
PAIRS = [(POSTING + f" {i}", (PHONE, KITCHEN)[i % 2] + f" {i}") for i in range(12)]
GRADES = [(3, 0)[i % 2] for i in range(12)]


@pytest.fixture(scope="module")
def matrix():
    rng = np.random.default_rng(0)
    found = rng.normal(size=(400, len(NAMES)))
    found[rng.random(found.shape) < 0.1] = np.nan
    return found


@pytest.fixture(scope="module")
def grades(matrix):
    sums = np.nan_to_num(matrix) @ np.array([feature.direction for feature in FEATURES])
    return np.digitize(sums, np.quantile(sums, [0.5, 0.7, 0.9])).astype(float)


def test_pipeline_of_pairs_fits_and_predicts():
    pipeline = make_pipeline(PairFeatures(folds=2), FitClassifier(members=2, folds=2))
    pipeline.fit(PAIRS, GRADES)
    scores = pipeline.predict_proba(PAIRS)[:, 1]
    assert scores[::2].min() > scores[1::2].max()


@pytest.mark.parametrize("estimator", [PairFeatures(folds=3), FitClassifier(strength=0.3, seed=7)])
def test_clone_keeps_parameters_and_nothing_learned(estimator):
    again = clone(estimator)
    assert again.get_params() == estimator.get_params()
    assert not [name for name in vars(again) if name.endswith("_")]
    assert estimator.set_params(folds=2).folds == 2


def test_names_of_columns():
    assert PairFeatures().get_feature_names_out().tolist() == list(NAMES)


@pytest.mark.parametrize("method", ["predict", "predict_proba", "predict_grade", "contributions"])
def test_nothing_is_predicted_before_fit(method, matrix):
    with pytest.raises(NotFittedError):
        getattr(FitClassifier(), method)(matrix)


def test_nothing_is_transformed_before_fit():
    with pytest.raises(NotFittedError):
        PairFeatures().transform(PAIRS)


def test_weights_keep_their_directions(matrix, grades):
    model = FitClassifier(members=0).fit(matrix, grades).model_
    for feature, weight in zip(FEATURES, model.weights, strict=True):
        assert weight * feature.direction >= 0, feature.name


def test_directions_hold_even_where_the_data_say_otherwise(matrix, grades):
    upside_down = FitClassifier(members=0).fit(matrix, 3 - grades).model_
    assert all(
        weight * feature.direction >= 0
        for feature, weight in zip(FEATURES, upside_down.weights, strict=True)
    )


def test_chances_fall_with_the_grade_and_add_up_to_the_expected_one(matrix, grades):
    fitted = FitClassifier(members=3).fit(matrix, grades)
    chances = fitted.model_.chances(matrix)
    assert (np.diff(chances, axis=1) <= 0).all()
    assert np.allclose(fitted.predict_grade(matrix), chances.sum(axis=1))


def test_score_is_calibrated_to_the_share_of_fits(matrix, grades):
    fits = grades >= 1.5
    for share in (0.1, 0.5):
        fitted = FitClassifier(members=0, share_of_fits=share).fit(matrix, grades)
        weights = np.where(fits, share / fits.mean(), (1 - share) / (1 - fits.mean()))
        assert np.average(fitted.held_out_, weights=weights) == pytest.approx(share, abs=0.01)


def test_unknown_values_are_neutral_and_widen_the_interval(matrix, grades):
    model = FitClassifier(members=5).fit(matrix, grades).model_
    average = np.tile(model.center, (1, 1))
    unknown = np.full((1, len(NAMES)), np.nan)
    assert model.scores(average) == pytest.approx(model.scores(unknown))
    (low, high), (wide_low, wide_high) = model.intervals(average)[0], model.intervals(unknown)[0]
    assert wide_low < low <= high < wide_high


def test_same_data_give_the_same_model(matrix, grades):
    first, second = (FitClassifier(members=2).fit(matrix, grades).model_ for _ in range(2))
    assert (first.weights == second.weights).all()
    assert (first.members == second.members).all()


def test_few_pairs_are_told():
    notes = FitClassifier(members=0).fit(np.eye(10, len(NAMES)), [3, 0] * 5).notes_
    assert notes[0].startswith("10 pairs; below 100")


@pytest.mark.parametrize("grade", [0, 3])
def test_grades_of_one_kind_are_refused(matrix, grade):
    with pytest.raises(DataError, match="both fits"):
        FitClassifier().fit(matrix, np.full(len(matrix), grade))


def test_other_columns_are_refused(matrix, grades):
    with pytest.raises(DataError, match="not the shape"):
        FitClassifier().fit(matrix[:, :3], grades)


def test_transfer_never_comes_from_the_pairs_own_grade():
    features = PairFeatures(folds=3)
    held_out = features.fit_transform(PAIRS, GRADES)[:, NAMES.index("transfer")]
    learned = features.transform(PAIRS)[:, NAMES.index("transfer")]
    assert not np.allclose(held_out, learned)


def test_learning_curve_is_of_the_same_held_out_pairs(matrix, grades):
    pairs = [
        Pair(str(i % 20), str(i // 20), f"posting {i % 20}", f"resume {i // 20}", float(grade))
        for i, grade in enumerate(grades)
    ]
    curve = learning_curve(matrix, pairs, shares=(0.2, 1.0))
    (few, low), (many, high) = curve
    assert few < many
    assert 0.5 < low <= high + 0.05
