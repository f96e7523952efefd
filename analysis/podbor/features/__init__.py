"""Numbers that say how a resume meets a posting, each with its evidence."""

from podbor.features.evidence import PairEvidence, compare
from podbor.features.pair import FEATURES, pair_features

__all__ = ["FEATURES", "PairEvidence", "compare", "pair_features"]
