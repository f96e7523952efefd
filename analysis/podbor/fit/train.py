"""Training of the fit model on graded pairs, and its figures on pairs held out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from podbor import __version__
from podbor.errors import DataError
from podbor.features.transformer import PairFeatures
from podbor.fit.classifier import FitClassifier, numbered
from podbor.fit.model import FitModel
from podbor.fit.pairs import FIT_GRADE, Pair, key_of
from podbor.meanings.background import Background
from podbor.records import Date
from podbor.trades.model import TradeModel

TODAY = Date(year=2026, month=11)  # training does not depend on the day it runs


class Trained(NamedTuple):
    """A model with what it was learned from.

    Parameters
    ----------
    model : FitModel
    classifier : FitClassifier
    matrix : array of float, shape (n_pairs, n_features)
    """

    model: FitModel
    classifier: FitClassifier
    matrix: Any


def train(
    pairs: Sequence[Pair],
    *,
    background: Background | None = None,
    trades: TradeModel | None = None,
    strength: float = 0.05,
    seed: int = 0,
) -> Trained:
    """Fit the features' transfer and the classifier.

    Returns
    -------
    Trained
        What scoring needs; the estimator with its held-out scores and notes; the features.

    Raises
    ------
    DataError
        If the grades hold no fit or nothing but fits.
    """
    features = PairFeatures(background, trades, today=TODAY)
    grades = [pair.grade for pair in pairs]
    matrix = features.fit_transform([(pair.posting, pair.resume) for pair in pairs], grades)
    classifier = FitClassifier(strength=strength, seed=seed).fit(
        matrix,
        grades,
        postings=[key_of(pair.posting) for pair in pairs],
        resumes=[key_of(pair.resume) for pair in pairs],
    )
    model = replace(
        classifier.model_, name=f"podbor-fit {__version__}", transfer=features.transfer_
    )
    return Trained(model, classifier, matrix)


def learning_curve(
    matrix: Any,
    pairs: Sequence[Pair],
    *,
    shares: Sequence[float] = (0.25, 0.5, 1.0),
    folds: int = 5,
) -> list[tuple[int, float]]:
    """Area under the ROC curve of the same held-out pairs for parts of the other postings.

    Pairs are held out with all pairs of their posting and of their resume, as in calibration.

    Returns
    -------
    list of (int, float)
        Mean number of pairs learned from and the area, for each share; a curve that still rises
        says that more pairs would help.  Empty where there are too few.
    """
    import numpy as np
    from sklearn.metrics import roc_auc_score

    grades = np.array([pair.grade for pair in pairs])
    left, right = (
        numbered([key_of(text) for text in texts])
        for texts in ((p.posting for p in pairs), (p.resume for p in pairs))
    )
    found = []
    for share in shares:
        sizes, fits, scores = [], [], []
        for fold in range(folds):
            test = (left % folds == fold) & (right % folds == fold)
            rest = (left % folds != fold) & (right % folds != fold)
            rest &= left // folds < share * (left.max() // folds + 1)
            try:
                estimator = FitClassifier(members=0).fit(
                    matrix[rest], grades[rest], postings=left[rest], resumes=right[rest]
                )
            except DataError:
                continue
            sizes.append(int(rest.sum()))
            fits += (grades[test] >= FIT_GRADE).tolist()
            scores += estimator.model_.scores(matrix[test]).tolist()
        if len(set(fits)) > 1:
            found.append((round(sum(sizes) / len(sizes)), float(roc_auc_score(fits, scores))))
    return found
