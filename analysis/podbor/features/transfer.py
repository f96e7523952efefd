"""What graded pairs teach of how work in one trade carries into another.

The lexicon's ``carries`` is a recruiter's judgement; pairs that were graded correct it.  The
correction is a matrix D over trades: a pair whose resume is of the mix r and whose posting of the
mix q gains r·D·q on the log-odds of a fit.  It is fitted beside the features that hold the
judgement already, with a ridge that keeps D near nothing where few pairs speak.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from podbor.features.pair import FEATURES, NAMES

BESIDE = (
    "carry_share",
    "carry_mean",
    "carry_last",
    "meaning_cosine",
    "word_cosine",
    "duty_told",
    "line_match",
)
RIDGE = 1.25  # of an entry of D
RIDGE_BESIDE = 20.0  # of a standardized feature
STEPS = 300
LIMIT = 3.0  # deviations: texts of a few words reach values that no training pair had


def learn_transfer(features: Any, mixes: Any, trades: Any, chances: Any) -> Any:
    """Fit the correction.

    Parameters
    ----------
    features : array of float, shape (n_pairs, n_features)
        Columns as :data:`podbor.features.pair.FEATURES`.
    mixes : array of float, shape (n_pairs, n_trades)
        Of the resumes.
    trades : array of float, shape (n_pairs, n_trades)
        Of the postings.
    chances : array of float, shape (n_pairs,)
        Of a fit, 0..1, from the grades.

    Returns
    -------
    array of float, shape (n_trades, n_trades)
    """
    import numpy as np

    columns = [NAMES.index(name) for name in BESIDE]
    beside = standardized(features[:, columns])[0]
    crossed = (mixes[:, :, None] * trades[:, None, :]).reshape(len(mixes), -1)
    signs = [FEATURES[column].direction for column in columns] + [0] * crossed.shape[1]
    ridge = np.r_[np.full(len(columns), RIDGE_BESIDE), np.full(crossed.shape[1], RIDGE)]
    weights, _ = bounded_logistic(np.hstack([beside, crossed]), chances, signs, ridge)
    width = mixes.shape[1]
    return weights[len(columns) :].reshape(width, width)


def standardized(matrix: Any) -> tuple[Any, Any, Any]:
    """Columns at mean 0 and deviation 1, unknown values at the mean; and both numbers."""
    import numpy as np

    known = np.isfinite(matrix)
    counts = np.maximum(known.sum(axis=0), 1)
    filled = np.where(known, matrix, 0.0)
    center = filled.sum(axis=0) / counts
    spread = np.sqrt((np.where(known, matrix - center, 0.0) ** 2).sum(axis=0) / counts)
    scale = np.where(spread > 0, spread, 1.0)
    return limited((matrix - center) / scale), center, scale


def limited(values: Any) -> Any:
    """Standardized values within :data:`LIMIT` deviations, unknown ones at 0."""
    import numpy as np

    return np.clip(np.nan_to_num(values), -LIMIT, LIMIT)


def bounded_logistic(
    matrix: Any, chances: Any, signs: Sequence[int], ridge: Any
) -> tuple[Any, float]:
    """Logistic regression on soft labels whose weights keep the directions that are known.

    Parameters
    ----------
    matrix : array of float, shape (n_rows, n_columns)
    chances : array of float, shape (n_rows,)
        Soft labels, 0..1.
    signs : sequence of int
        1 for weights of 0 or more, -1 for 0 or less, 0 for free ones.
    ridge : array of float, shape (n_columns,)
        Strength that draws each weight to 0.

    Returns
    -------
    weights : array of float, shape (n_columns,)
    bias : float
    """
    import numpy as np
    from scipy.optimize import minimize
    from scipy.special import expit

    n_columns = matrix.shape[1]

    def loss(values: Any) -> tuple[float, Any]:
        sums = matrix @ values[:-1] + values[-1]
        gap = expit(sums) - chances
        total = (np.logaddexp(0, sums) - chances * sums).sum()
        total += 0.5 * (ridge * values[:-1] ** 2).sum()
        return total, np.r_[matrix.T @ gap + ridge * values[:-1], gap.sum()]

    bounds = [{1: (0, None), -1: (None, 0)}.get(sign, (None, None)) for sign in signs]
    found = minimize(
        loss,
        np.zeros(n_columns + 1),
        jac=True,
        method="L-BFGS-B",
        bounds=[*bounds, (None, None)],
        options={"maxiter": STEPS},
    )
    return found.x[:-1], float(found.x[-1])
