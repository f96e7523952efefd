"""Training of the fit model on graded pairs, and its figures on pairs held out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from podbor import __version__
from podbor.features.transformer import PairFeatures
from podbor.fit.classifier import FitClassifier
from podbor.fit.model import FitModel
from podbor.fit.pairs import Pair, key_of
from podbor.meanings.background import Background
from podbor.records import Date
from podbor.trades.model import TradeModel

TODAY = Date(year=2026, month=11)  # training does not depend on the day it runs


def train(
    pairs: Sequence[Pair],
    *,
    background: Background | None = None,
    trades: TradeModel | None = None,
    strength: float = 0.05,
    seed: int = 0,
) -> tuple[FitModel, FitClassifier]:
    """Fit the features' transfer and the classifier.

    Returns
    -------
    FitModel, FitClassifier
        What scoring needs; and the estimator with its held-out scores and notes.

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
    return model, classifier


def learning_curve(
    matrix: Any, pairs: Sequence[Pair], *, shares: Sequence[float] = (0.25, 0.5, 1.0), seed: int = 0
) -> list[tuple[int, float]]:
    """Area under the ROC curve of held-out pairs for parts of the postings.

    Returns
    -------
    list of (int, float)
        Number of pairs learned from and the area, for each share; a curve that still rises says
        that more pairs would help.
    """
    import numpy as np
    from sklearn.metrics import roc_auc_score

    from podbor.fit.classifier import FIT_GRADE

    names = sorted({pair.posting_id for pair in pairs})
    order = np.random.default_rng(seed).permutation(len(names))
    grades = np.array([pair.grade for pair in pairs])
    found = []
    for share in shares:
        kept = {names[i] for i in order[: max(2, round(share * len(names)))]}
        rows = np.array([i for i, pair in enumerate(pairs) if pair.posting_id in kept])
        fits = grades[rows] >= FIT_GRADE
        if fits.all() or not fits.any():
            continue
        estimator = FitClassifier(members=0, seed=seed).fit(
            matrix[rows],
            grades[rows],
            postings=[key_of(pairs[i].posting) for i in rows],
            resumes=[key_of(pairs[i].resume) for i in rows],
        )
        found.append((len(rows), float(roc_auc_score(fits, estimator.held_out_))))
    return found
