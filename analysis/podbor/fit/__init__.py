"""The fit of a resume to a posting: a trained, calibrated, explained score."""

from podbor.fit.score import score

__all__ = ["score"]
