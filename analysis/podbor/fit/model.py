"""The fit classifier as plain numbers: standardized features, weights, a logistic curve.

``podbor train fit`` fits it with scikit-learn and writes ``models/fit/model.json`` and
``background.npz`` (no pickle); scoring needs neither scikit-learn nor pandas.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from podbor._resources import resource
from podbor.errors import ModelError
from podbor.features.pair import FEATURES, Background

DIGITS = 6  # of a score; the last bits of a float differ between machines


@dataclass(frozen=True)
class FitModel:
    """Weights of the features.

    Parameters
    ----------
    name : str
        Name and version.
    center, scale, weights : mapping of str to float
        Per feature: mean, standard deviation, weight on the log-odds scale.
    bias : float
    """

    name: str
    center: Mapping[str, float]
    scale: Mapping[str, float]
    weights: Mapping[str, float]
    bias: float

    def contributions(self, features: Mapping[str, float]) -> dict[str, float]:
        """What each feature adds to the log-odds, against the average pair."""
        return {
            name: round(
                self.weights[name] * (features[name] - self.center[name]) / self.scale[name],
                DIGITS,
            )
            for name in FEATURES
        }

    def chance(self, contributions: Mapping[str, float]) -> float:
        """Chance of a fit, 0..1."""
        log_odds = self.bias + math.fsum(contributions.values())
        return round(1 / (1 + math.exp(-max(-50.0, min(50.0, log_odds)))), DIGITS)


@cache
def shipped_model() -> FitModel:
    """The model under ``models/fit``, loaded once per process."""
    return load_model(resource("models", "fit/model.json"))


@cache
def shipped_background() -> Background:
    """Rarity of words and concepts under ``models/fit``, loaded once per process."""
    return load_background(resource("models", "fit/background.npz"))


def load_model(path: Path) -> FitModel:
    """Read a model.

    Raises
    ------
    ModelError
        If it is missing, damaged or has other features.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        rows = {row["name"]: row for row in data["features"]}
        name, bias = str(data["name"]), float(data["bias"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{path}: no fit model here ({error}); run `podbor train fit`"
        raise ModelError(message) from error
    if set(rows) != set(FEATURES):
        message = f"{path}: made for other features; run `podbor train fit`"
        raise ModelError(message)
    center, scale, weights = (
        {feature: float(rows[feature][column]) for feature in FEATURES}
        for column in ("center", "scale", "weight")
    )
    return FitModel(name, center, scale, weights, bias)


def save_model(model: FitModel, path: Path, **extra: Any) -> None:
    """Write a model as JSON, one feature a line in the card's order."""
    rows = [
        {
            "name": name,
            "center": round(model.center[name], DIGITS),
            "scale": round(model.scale[name], DIGITS),
            "weight": round(model.weights[name], DIGITS),
        }
        for name in FEATURES
    ]
    data = {"name": model.name, "bias": round(model.bias, DIGITS), "features": rows, **extra}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load_background(path: Path) -> Background:
    """Read a background without pickle.

    Raises
    ------
    ModelError
        If it is missing or damaged.
    """
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as arrays:
            return Background(
                words=_mapping(arrays["buckets"].tolist(), arrays["word_rarity"]),
                common_word=float(arrays["common"][0]),
                concepts=_mapping(arrays["concepts"].tolist(), arrays["concept_rarity"]),
                common_concept=float(arrays["common"][1]),
                meanings=arrays["meanings"].astype(np.float64),
            )
    except (OSError, KeyError, ValueError) as error:
        message = f"{path}: no background here ({error}); run `podbor train background`"
        raise ModelError(message) from error


def _mapping(keys: list[Any], values: Any) -> dict[Any, float]:
    return dict(zip(keys, (round(float(value), 4) for value in values), strict=True))


def save_background(background: Background, path: Path) -> None:
    """Write a background as arrays, sorted by key."""
    import numpy as np

    buckets, concepts = sorted(background.words), sorted(background.concepts)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        buckets=np.array(buckets, dtype=np.int32),
        word_rarity=np.array([background.words[key] for key in buckets], dtype=np.float32),
        concepts=np.array(concepts),
        concept_rarity=np.array([background.concepts[key] for key in concepts], dtype=np.float32),
        common=np.array([background.common_word, background.common_concept]),
        meanings=np.asarray(background.meanings, dtype=np.float16),
    )
