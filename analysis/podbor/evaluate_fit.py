"""The fit score beside what would be used instead, and what each group of features is worth.

Baselines see the same pairs: the cosine of TF-IDF vectors and BM25 (words as lemmas, rarity from
the file's own texts), the share of the posting's concepts that the resume names, and the length of
the resume alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from podbor.evaluate import Row, evaluate_fit
from podbor.features.pair import FEATURES, GROUPS
from podbor.features.profile import PostingProfile, ResumeProfile
from podbor.features.profiler import Profiler, profiles_of
from podbor.fit.model import FitModel, shipped_model
from podbor.fit.pairs import Pair, load_pairs
from podbor.meanings import words
from podbor.records import Date

K1, B = 1.5, 0.75  # of BM25, as in Robertson and Zaragoza 2009
TODAY = Date(year=2026, month=11)


class Material(NamedTuple):
    """Pairs with the profiles of each."""

    pairs: Sequence[Pair]
    postings: Sequence[PostingProfile]
    resumes: Sequence[ResumeProfile]


def evaluate_pairs(
    path: Path, *, model: FitModel | None = None, profiler: Profiler | None = None
) -> dict[str, Any]:
    """Figures of a file of graded pairs.

    Parameters
    ----------
    path : Path
        As :func:`podbor.fit.pairs.load_pairs` reads.
    model, profiler : optional
        Others than the shipped ones.

    Returns
    -------
    dict
        ``podbor`` and each baseline to its figures (value, low, high); ``without``: feature group
        to the figures when it is silenced; ``worst``: pairs whose score is furthest from the grade.

    Raises
    ------
    DataError
        If the file has another form, or no posting has two different grades.
    """
    model, profiler = model or shipped_model(), profiler or Profiler(today=TODAY)
    pairs = load_pairs(path)
    postings, resumes = profiles_of(profiler, [(pair.posting, pair.resume) for pair in pairs])
    matrix = profiler.table(postings, resumes, model.transfer)
    scores = model.scores(matrix)
    material = Material(pairs, postings, resumes)
    baselines = {name: rank(material) for name, rank in BASELINES.items()}
    return {
        "pairs": len(pairs),
        "podbor": evaluate_fit(_rows(pairs, scores)),
        "baselines": {
            name: evaluate_fit(_rows(pairs, values)) for name, values in baselines.items()
        },
        "without": {
            group: evaluate_fit(_rows(pairs, _silenced(model, matrix, group))) for group in GROUPS
        },
        "worst": _worst(pairs, scores, model, matrix),
    }


def _rows(pairs: Sequence[Pair], scores: Any) -> list[Row]:
    return [
        (pair.posting_id, pair.grade, float(score))
        for pair, score in zip(pairs, scores, strict=True)
    ]


def _silenced(model: FitModel, matrix: Any, group: str) -> Any:
    """Scores when the features of a group are unknown."""
    import numpy as np

    silent = matrix.copy()
    silent[:, [i for i, feature in enumerate(FEATURES) if feature.group == group]] = np.nan
    return model.scores(silent)


def _worst(
    pairs: Sequence[Pair], scores: Any, model: FitModel, matrix: Any
) -> list[dict[str, Any]]:
    """Pairs by how far the expected grade is from the graders' mean, with what weighed most."""
    grades, parts = model.grades(matrix), model.contributions(matrix)
    order = sorted(
        range(len(pairs)), key=lambda i: (-abs(grades[i] - pairs[i].grade), pairs[i].posting_id)
    )
    return [
        {
            "posting": pairs[i].posting_id,
            "resume": pairs[i].resume_id,
            "grade": pairs[i].grade,
            "expected": float(grades[i]),
            "score": float(scores[i]),
            "most": {
                FEATURES[j].name: float(parts[i, j])
                for j in (-abs(parts[i])).argsort()[:4].tolist()
            },
        }
        for i in order
    ]


def _tfidf(material: Material) -> list[float]:
    """Cosine of TF-IDF vectors of whole texts, rarity from the texts of the file."""
    pairs = material.pairs
    texts = list(dict.fromkeys(text for pair in pairs for text in (pair.posting, pair.resume)))
    counts = {text: words.counts(text) for text in texts}
    rarity, common = words.rarity_of(counts.values())
    vectors = {text: words.weigh(found, rarity, common) for text, found in counts.items()}
    return [_cosine(vectors[pair.posting], vectors[pair.resume]) for pair in pairs]


def _cosine(left: words.Vector, right: words.Vector) -> float:
    norm = math.hypot(*left.values()) * math.hypot(*right.values())
    both = sorted(left.keys() & right.keys())
    return math.fsum(left[key] * right[key] for key in both) / norm if norm else 0.0


def _bm25(material: Material) -> list[float]:
    """BM25 of the posting as a query over the resumes of the file, squashed to 0..1."""
    pairs = material.pairs
    counts = {pair.resume: words.counts(pair.resume) for pair in pairs}
    rarity, common = words.rarity_of(counts.values())
    mean = sum(sum(found.values()) for found in counts.values()) / len(counts)
    values = []
    for pair in pairs:
        found = counts[pair.resume]
        size = K1 * (1 - B + B * sum(found.values()) / (mean or 1))
        values.append(
            math.fsum(
                max(0.0, rarity.get(key, common)) * found[key] * (K1 + 1) / (found[key] + size)
                for key in sorted(words.counts(pair.posting).keys() & found.keys())
            )
        )
    most = max(values, default=0.0) or 1.0
    return [value / most for value in values]


def _overlap(material: Material) -> list[float]:
    """Share of the posting's concepts that the resume names anywhere."""
    found = []
    for posting, resume in zip(material.postings, material.resumes, strict=True):
        asked = {*posting.must, *posting.nice}
        found.append(len(asked & resume.listed) / len(asked) if asked else 0.0)
    return found


def _length(material: Material) -> list[float]:
    """Words of the resume, squashed to 0..1."""
    most = max(resume.length for resume in material.resumes) or 1.0
    return [resume.length / most for resume in material.resumes]


BASELINES: dict[str, Callable[[Material], list[float]]] = {
    "tfidf": _tfidf,
    "bm25": _bm25,
    "concept overlap": _overlap,
    "length": _length,
}
