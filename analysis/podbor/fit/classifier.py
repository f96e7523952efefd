"""The fit classifier as a scikit-learn estimator.

A logistic regression whose weights keep the direction that is known beforehand (more of a must-have
never lowers the score), on features from :class:`podbor.features.transformer.PairFeatures`.  Three
steps: weights from soft labels of the grades; curves for grades of 1, 2 and 3 at least from
predictions for pairs whose posting and resume both were held out; the same weights from other draws
of the postings, which say how sure they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted

from podbor.errors import DataError
from podbor.features.pair import FEATURES, NAMES
from podbor.features.transfer import bounded_logistic, limited, standardized
from podbor.features.transformer import chances_of
from podbor.fit.model import FitModel
from podbor.fit.pairs import FIT_GRADE

FEW_PAIRS = 100
FEW_POSTINGS = 5
FEW_FITS = 10


class FitClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # sklearn is untyped
    """Chance that a resume fits a posting.

    Parameters
    ----------
    strength : float
        Inverse regularization, as ``C`` of :class:`sklearn.linear_model.LogisticRegression`.
    share_of_fits : float
        Share of fits among applicants that the score is calibrated to.  Graded pairs are chosen
        to be telling and hold fewer or more of them than a folder of applications does.
    folds : int
        Parts of the postings and of the resumes that are held out for calibration.
    members : int
        Draws of the postings for the interval.
    seed : int

    Attributes
    ----------
    model_ : FitModel
    classes_ : array of int
        0 no fit, 1 fit (a grade of 2 or more).
    held_out_ : array of float, shape (n_pairs,)
        Score of each training pair by models that saw neither its posting nor its resume.
    notes_ : tuple of str
        Why the training data are too few, if they are.
    """

    def __init__(
        self,
        strength: float = 0.05,
        share_of_fits: float = 0.18,
        folds: int = 5,
        members: int = 20,
        seed: int = 0,
    ) -> None:
        self.strength = strength
        self.share_of_fits = share_of_fits
        self.folds = folds
        self.members = members
        self.seed = seed

    def fit(
        self,
        X: Any,
        y: Sequence[float],
        postings: Sequence[Any] | None = None,
        resumes: Sequence[Any] | None = None,
    ) -> FitClassifier:
        """Fit weights, curves and members.

        Parameters
        ----------
        X : array of float, shape (n_pairs, n_features)
            Columns as :data:`podbor.features.pair.FEATURES`; nan where unknown.
        y : sequence of float
            Grades 0..3.
        postings, resumes : sequence, optional
            Ids of each pair's posting and resume; without them each pair stands alone.

        Raises
        ------
        DataError
            If the grades hold no fit or nothing but fits.
        """
        import numpy as np

        matrix, grades = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
        fits = grades >= FIT_GRADE
        if matrix.shape != (len(grades), len(NAMES)):
            message = f"{matrix.shape} is not the shape of {len(grades)} pairs x {len(NAMES)}"
            raise DataError(message)
        if fits.all() or not fits.any():
            message = "the grades need both fits (2, 3) and others (0, 1) to learn from"
            raise DataError(message)
        left = _ids(postings, len(grades))
        right = _ids(resumes, len(grades))
        self.classes_ = np.array([0, 1])
        self.n_features_in_ = matrix.shape[1]
        self.notes_ = tuple(_too_few(len(set(left.tolist())), fits))
        sums = self._held_out_sums(matrix, grades, left, right)
        slopes, offsets = self._curves(sums, grades)
        weights, bias, center, scale = self._weights(matrix, grades)
        slope = slopes[1]
        values = standardized(matrix)[0]
        drawn = [self._member(values, grades, left, draw) for draw in range(self.members)]
        moved = [np.r_[w * slope, b * slope + offsets[1]] for w, b in drawn]
        self.model_ = FitModel(
            name="podbor-fit",
            features=NAMES,
            center=center,
            scale=scale,
            weights=weights * slope,
            members=np.asarray(moved).reshape(len(moved), len(NAMES) + 1),
            slopes=slopes / slope,
            offsets=offsets + slopes * bias,
            transfer=np.zeros((0, 0)),
        )
        self.held_out_ = 1 / (1 + np.exp(-(sums * slope + offsets[1])))
        return self

    def predict_proba(self, X: Any) -> Any:
        """Chances of no fit and of a fit, shape (n_pairs, 2)."""
        import numpy as np

        scores = self._model().scores(X)
        return np.column_stack([1 - scores, scores])

    def predict(self, X: Any) -> Any:
        """1 where a fit is likelier than not; rank by :meth:`predict_proba` instead."""
        return (self._model().scores(X) >= 0.5).astype(int)

    def predict_grade(self, X: Any) -> Any:
        """Expected grade 0..3."""
        return self._model().grades(X)

    def predict_interval(self, X: Any) -> Any:
        """Bounds of each score, see :meth:`FitModel.intervals`."""
        return self._model().intervals(X)

    def contributions(self, X: Any) -> Any:
        """What each feature adds to the log-odds, shape (n_pairs, n_features)."""
        return self._model().contributions(X)

    def _model(self) -> FitModel:
        check_is_fitted(self, "model_")
        return self.model_

    def _weights(self, matrix: Any, grades: Any) -> tuple[Any, float, Any, Any]:
        values, center, scale = standardized(matrix)
        return *self._solved(values, grades), center, scale

    def _solved(self, values: Any, grades: Any) -> tuple[Any, float]:
        """Weights and bias on features that are standardized already."""
        import numpy as np

        return bounded_logistic(
            values,
            chances_of(grades),
            [feature.direction for feature in FEATURES],
            np.full(len(FEATURES), 1 / self.strength),
        )

    def _held_out_sums(self, matrix: Any, grades: Any, left: Any, right: Any) -> Any:
        """Log-odds of each pair by weights that saw neither its posting nor its resume."""
        import numpy as np

        sums = np.zeros(len(grades))
        for held, rest in self._splits(left, right):
            weights, bias, center, scale = self._weights(matrix[rest], grades[rest])
            sums[held] = limited((matrix[held] - center) / scale) @ weights + bias
        return sums

    def _splits(self, left: Any, right: Any) -> Iterator[tuple[Any, Any]]:
        import numpy as np

        draw = np.random.default_rng(self.seed)
        fold_left = draw.permutation(left.max() + 1) % self.folds
        fold_right = draw.permutation(right.max() + 1) % self.folds
        for first in range(self.folds):
            for second in range(self.folds):
                in_first, in_second = fold_left[left] == first, fold_right[right] == second
                held, rest = in_first & in_second, ~in_first & ~in_second
                if held.any() and rest.any():
                    yield held, rest

    def _curves(self, sums: Any, grades: Any) -> tuple[Any, Any]:
        """Slope and offset of the curves of grades of 1, 2 and 3 at least."""
        import numpy as np
        from sklearn.linear_model import LogisticRegression

        fits = grades >= FIT_GRADE
        share = fits.mean()
        weights = np.where(fits, self.share_of_fits / share, (1 - self.share_of_fits) / (1 - share))
        slopes, offsets = np.ones(3), np.zeros(3)
        for place, least in enumerate((0.5, FIT_GRADE, 2.5)):
            reached = grades >= least
            if reached.all() or not reached.any():
                slopes[place], offsets[place] = 1.0, -6.0 if not reached.any() else 6.0
                continue
            curve = LogisticRegression(C=1e3).fit(sums[:, None], reached, sample_weight=weights)
            slopes[place] = max(float(curve.coef_[0, 0]), 0.05)
            offsets[place] = float(curve.intercept_[0])
        return slopes, offsets

    def _member(self, values: Any, grades: Any, left: Any, draw: int) -> tuple[Any, float]:
        """Weights and bias, on features standardized over all pairs, from a draw of postings."""
        import numpy as np

        rng = np.random.default_rng([self.seed, draw])
        drawn = rng.integers(0, left.max() + 1, left.max() + 1)
        rows = np.concatenate([np.flatnonzero(left == posting) for posting in drawn])
        fits = grades[rows] >= FIT_GRADE
        if fits.all() or not fits.any():
            rows = np.arange(len(grades))
        return self._solved(values[rows], grades[rows])


def _ids(ids: Sequence[Any] | None, n_pairs: int) -> Any:
    return numbered(range(n_pairs) if ids is None else ids)


def numbered(ids: Sequence[Any]) -> Any:
    """Numbers from 0 for ids, equal ones for equal ids, in the order of the ids as text."""
    import numpy as np

    number = {key: i for i, key in enumerate(sorted(set(map(str, ids))))}
    return np.array([number[str(key)] for key in ids])


def _too_few(n_postings: int, fits: Any) -> Iterator[str]:
    """What is missing for a model that can be relied on."""
    if len(fits) < FEW_PAIRS:
        yield f"{len(fits)} pairs; below {FEW_PAIRS} the weights are mostly the regularizer's"
    if n_postings < FEW_POSTINGS:
        yield f"{n_postings} postings; below {FEW_POSTINGS} nothing is known of other postings"
    if min(fits.sum(), (~fits).sum()) < FEW_FITS:
        yield f"{int(fits.sum())} fits among them; below {FEW_FITS} the score is not calibrated"
