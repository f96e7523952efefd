"""The features of pairs as a scikit-learn transformer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from podbor.features.pair import NAMES
from podbor.features.profile import PostingProfile, ResumeProfile
from podbor.features.profiler import AnyPosting, AnyResume, Profiler, profiles_of
from podbor.features.transfer import learn_transfer
from podbor.meanings.background import Background
from podbor.records import Date
from podbor.trades.model import TradeModel

CHANCE = (0.02, 0.2, 0.8, 0.98)  # of a fit, by grade 0..3, interpolated for means

Pairs = Sequence[tuple[AnyPosting, AnyResume]]


class PairFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # sklearn is untyped
    """Pairs of a posting and a resume to the columns of :data:`podbor.features.pair.FEATURES`.

    Parameters
    ----------
    background : Background, optional
    trades : TradeModel, optional
        Others than the shipped ones.
    today : Date, optional
        What «по настоящее время» counts to.
    folds : int
        Parts of the postings and of the resumes over which ``fit_transform`` learns the feature
        ``transfer``: a pair's value never comes from grades of its posting or of its resume, much
        as in :class:`sklearn.preprocessing.TargetEncoder`.

    Attributes
    ----------
    transfer_ : array of float, shape (n_trades, n_trades)
        What the grades teach of how work carries over; zeros without grades.

    Examples
    --------
    >>> pairs = [("Оператор. Требования: знание Excel", "Навыки: Excel")]
    >>> PairFeatures().fit_transform(pairs).shape == (1, len(NAMES))
    True
    """

    def __init__(
        self,
        background: Background | None = None,
        trades: TradeModel | None = None,
        today: Date | None = None,
        folds: int = 4,
    ) -> None:
        self.background = background
        self.trades = trades
        self.today = today
        self.folds = folds

    def fit(self, X: Pairs, y: Sequence[float] | None = None) -> PairFeatures:
        """Learn from grades how work carries over; without grades nothing is learned.

        Parameters
        ----------
        X : sequence of (posting, resume)
            Paths, texts, documents, records or profiles.
        y : sequence of float, optional
            Grades 0..3.
        """
        self._learn(*self._profiles(X), y)
        return self

    def fit_transform(self, X: Pairs, y: Sequence[float] | None = None, **_: Any) -> Any:
        """Learn and transform, each pair by what the postings of other folds teach."""
        postings, resumes = self._profiles(X)
        plain = self._learn(postings, resumes, y)
        if y is not None:
            plain[:, NAMES.index("transfer")] = self._cross_fitted(postings, resumes, plain, y)
        return plain

    def transform(self, X: Pairs) -> Any:
        """Features, shape (n_pairs, n_features)."""
        check_is_fitted(self, "transfer_")
        postings, resumes = self._profiles(X)
        return self._profiler().table(postings, resumes, self.transfer_)

    def get_feature_names_out(self, input_features: Any = None) -> Any:
        """Names of the columns."""
        import numpy as np

        return np.array(NAMES, dtype=object)

    def _profiler(self) -> Profiler:
        return Profiler(self.background, self.trades, self.today)

    def _profiles(self, pairs: Pairs) -> tuple[list[PostingProfile], list[ResumeProfile]]:
        return profiles_of(self._profiler(), pairs)

    def _learn(
        self,
        postings: list[PostingProfile],
        resumes: list[ResumeProfile],
        grades: Sequence[float] | None,
    ) -> Any:
        import numpy as np

        profiler = self._profiler()
        table = profiler.table(postings, resumes)
        n_trades = len(profiler.trades.ids)
        self.transfer_ = np.zeros((n_trades, n_trades))
        if grades is not None:
            self.transfer_ = learn_transfer(
                table, _mixes(resumes), _trades(postings), chances_of(grades)
            )
        return profiler.table(postings, resumes, self.transfer_)

    def _cross_fitted(
        self,
        postings: list[PostingProfile],
        resumes: list[ResumeProfile],
        table: Any,
        grades: Sequence[float],
    ) -> Any:
        import numpy as np

        mixes, trades, chances = _mixes(resumes), _trades(postings), chances_of(grades)
        left, right = (_folds(found, self.folds) for found in (postings, resumes))
        found = table[:, NAMES.index("transfer")].copy()
        for first in range(self.folds):
            for second in range(self.folds):
                rest = (left != first) & (right != second)
                test = (left == first) & (right == second)
                if not test.any() or not rest.any():
                    continue
                learned = learn_transfer(table[rest], mixes[rest], trades[rest], chances[rest])
                value = np.einsum("ij,jk,ik->i", mixes[test], learned, trades[test])
                found[test] = np.where(np.isfinite(found[test]), value, np.nan)
        return found


def _folds(profiles: Sequence[object], folds: int) -> Any:
    """Part of each pair by its posting or by its resume."""
    import numpy as np

    number = {key: i for i, key in enumerate(dict.fromkeys(map(id, profiles)))}
    return np.array([number[id(profile)] % folds for profile in profiles])


def chances_of(grades: Sequence[float]) -> Any:
    """Chance of a fit that each grade stands for."""
    import numpy as np

    return np.interp(np.asarray(grades, dtype=float), range(len(CHANCE)), CHANCE)


def _mixes(resumes: Sequence[ResumeProfile]) -> Any:
    import numpy as np

    return np.asarray([resume.mix for resume in resumes], dtype=float)


def _trades(postings: Sequence[PostingProfile]) -> Any:
    import numpy as np

    return np.asarray([posting.trade for posting in postings], dtype=float)
