"""The fit model as plain numbers: standardized features, weights, a logistic curve.

``podbor train fit`` fits it (:mod:`podbor.fit.classifier`) and writes ``models/fit/model.json`` and
``arrays.npz`` (no pickle); scoring needs neither scikit-learn nor pandas.

The sum of the weighted features is one scale of fit; three logistic curves over it give the
chances of a grade of 1, 2 and 3 at least.  The score is the chance of 2 or more.  What a text is
silent about stands at the mean, so it adds nothing, and widens the interval by what it could have
added.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from podbor._resources import resource
from podbor.errors import ModelError
from podbor.features.pair import NAMES
from podbor.features.transfer import limited

DIGITS = 6  # of a score; the last bits of a float differ between machines
SPREAD = 1.2816  # deviations on each side of an interval of 80 %
STEEPEST = 40.0  # log-odds beyond which a chance is as good as sure
MADE_WITH = {
    "taxonomy": ("corpus", "taxonomy/concepts.jsonl"),
    "statements": ("models", "statements/weights.npz"),
    "linker": ("models", "linker/weights.npz"),
    "trades": ("models", "trades/model.npz"),
    "background": ("models", "fit/background.npz"),
}


@dataclass(frozen=True)
class FitModel:
    """Weights of the features and the curves over their sum.

    Parameters
    ----------
    name : str
        Name and version.
    features : tuple of str
        Columns, in order.
    center, scale, weights : array of float, shape (n_features,)
        Mean and deviation in training, weight on the log-odds of a fit.
    members : array of float, shape (n_members, n_features + 1)
        Weights and bias of models trained on other draws of the postings: how sure the weights are.
    slopes, offsets : array of float, shape (3,)
        Of the curves of grades 1, 2, 3; the second slope is 1.
    transfer : array of float, shape (n_trades, n_trades)
        See :mod:`podbor.features.transfer`.
    """

    name: str
    features: tuple[str, ...]
    center: Any
    scale: Any
    weights: Any
    members: Any
    slopes: Any
    offsets: Any
    transfer: Any

    @property
    def bias(self) -> float:
        """Log-odds of a fit of a pair that is average in all."""
        return float(self.offsets[1])

    def standardized(self, matrix: Any) -> Any:
        """Features at mean 0 and deviation 1; what is unknown stands at 0."""
        import numpy as np

        return limited((np.asarray(matrix, dtype=float) - self.center) / self.scale)

    def contributions(self, matrix: Any) -> Any:
        """What each feature adds to the log-odds against an average pair, (n_pairs, n_features)."""
        return self.standardized(matrix) * self.weights

    def chances(self, matrix: Any) -> Any:
        """Chances of a grade of 1, 2 and 3 at least, shape (n_pairs, 3)."""
        import numpy as np

        sums = self.contributions(matrix).sum(axis=1)
        found = _logistic(sums[:, None] * self.slopes + self.offsets)
        found[:, 0] = np.maximum(found[:, 0], found[:, 1])
        found[:, 2] = np.minimum(found[:, 2], found[:, 1])
        return np.round(found, DIGITS)

    def scores(self, matrix: Any) -> Any:
        """Chance of a fit (a grade of 2 or more), shape (n_pairs,)."""
        return self.chances(matrix)[:, 1]

    def grades(self, matrix: Any) -> Any:
        """Expected grade, 0..3, shape (n_pairs,)."""
        return self.chances(matrix).sum(axis=1)

    def intervals(self, matrix: Any) -> Any:
        """Bounds within which 80 % of scores would lie, shape (n_pairs, 2).

        Two things are not sure: the weights (they differ between draws of the training postings)
        and what the texts do not say (each unknown feature could stand anywhere it stood in
        training).
        """
        import numpy as np

        values = self.standardized(matrix)
        drawn = values @ self.members[:, :-1].T + self.members[:, -1]
        unknown = ~np.isfinite(np.asarray(matrix, dtype=float)) @ (self.weights**2)
        spread = SPREAD * np.sqrt(drawn.var(axis=1) + unknown)
        middle = (values * self.weights).sum(axis=1) + self.bias
        return np.round(_logistic(np.column_stack([middle - spread, middle + spread])), DIGITS)


def _logistic(sums: Any) -> Any:
    import numpy as np

    return 1 / (1 + np.exp(-np.clip(sums, -STEEPEST, STEEPEST)))


@cache
def shipped_model() -> FitModel:
    """The model under ``models/fit``, loaded once per process."""
    return load_model(resource("models", "fit/model.json").parent)


def made_with() -> dict[str, str]:
    """Checksums of the taxonomy and of the models that the features come from."""
    return {
        name: sha256(resource(kind, path).read_bytes()).hexdigest()[:16]
        for name, (kind, path) in MADE_WITH.items()
    }


def load_model(folder: Path) -> FitModel:
    """Read a model.

    Raises
    ------
    ModelError
        If it is missing, damaged, has other features, or was made with another taxonomy or other
        models than those installed.
    """
    import numpy as np

    path = folder / "model.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        rows = {row["name"]: row for row in data["features"]}
        columns = {
            column: np.array([float(rows[name][column]) for name in NAMES])
            for column in ("center", "scale", "weight")
        }
        curves = {row["grade"]: row for row in data["curves"]}
        slopes, offsets = (
            np.array([float(curves[grade][key]) for grade in (1, 2, 3)])
            for key in ("slope", "offset")
        )
        with np.load(folder / "arrays.npz", allow_pickle=False) as arrays:
            members = arrays["members"].astype(float)
            transfer = arrays["transfer"].astype(float)
        model = FitModel(
            str(data["name"]),
            NAMES,
            columns["center"],
            columns["scale"],
            columns["weight"],
            members,
            slopes,
            offsets,
            transfer,
        )
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        message = f"{path}: no fit model here ({error}); run `podbor train fit`"
        raise ModelError(message) from error
    if set(rows) != set(NAMES) or members.shape[1] != len(NAMES) + 1:
        message = f"{path}: made for other features; run `podbor train fit`"
        raise ModelError(message)
    _check_made_with(path, data.get("made_with") or {})
    return model


def _check_made_with(path: Path, given: Mapping[str, str]) -> None:
    installed = made_with()
    other = sorted(name for name in installed if given.get(name) != installed[name])
    if other:
        message = f"{path}: made with another {', '.join(other)}; run `podbor train fit`"
        raise ModelError(message)


def save_model(model: FitModel, folder: Path, **extra: Any) -> None:
    """Write a model: JSON with one feature a line, and arrays."""
    import numpy as np

    from podbor.features.pair import FEATURES

    rows = [
        {
            "name": feature.name,
            "group": feature.group,
            "center": round(float(model.center[i]), DIGITS),
            "scale": round(float(model.scale[i]), DIGITS),
            "weight": round(float(model.weights[i]), DIGITS),
        }
        for i, feature in enumerate(FEATURES)
    ]
    curves = [
        {"grade": grade, "slope": round(float(slope), DIGITS), "offset": round(float(offset), 6)}
        for grade, slope, offset in zip((1, 2, 3), model.slopes, model.offsets, strict=True)
    ]
    data = {"name": model.name, "curves": curves, "features": rows, "made_with": made_with()}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "model.json"
    path.write_text(json.dumps(data | extra, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    np.savez_compressed(
        folder / "arrays.npz",
        members=np.round(model.members, DIGITS).astype(np.float32),
        transfer=np.asarray(model.transfer, dtype=np.float16),
    )
