"""Numbers that say how a resume meets a posting, each with its evidence."""

from typing import Any

from podbor.features.evidence import PairEvidence, compare
from podbor.features.pair import FEATURES, pair_features
from podbor.features.profiler import Profiler

__all__ = ["FEATURES", "PairEvidence", "PairFeatures", "Profiler", "compare", "pair_features"]


def __getattr__(name: str) -> Any:
    """Import the scikit-learn transformer when it is first used: it loads scikit-learn."""
    if name != "PairFeatures":
        message = f"module 'podbor.features' has no attribute {name!r}"
        raise AttributeError(message)
    from podbor.features.transformer import PairFeatures

    return PairFeatures
