"""The fit of a resume to a posting: a trained, calibrated, explained score."""

from typing import Any

from podbor.fit.score import score

__all__ = ["FitClassifier", "score"]


def __getattr__(name: str) -> Any:
    """Import the scikit-learn estimator when it is first used: it loads scikit-learn."""
    if name != "FitClassifier":
        message = f"module 'podbor.fit' has no attribute {name!r}"
        raise AttributeError(message)
    from podbor.fit.classifier import FitClassifier

    return FitClassifier
