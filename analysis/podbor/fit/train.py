"""Training of the fit classifier on graded pairs, and of the background it weighs words with.

Grades are 0..3.  A pair counts as a fit from a mean grade of 1.5; so that 3 ranks above 2 and 1
above 0, each pair enters as a fit with weight :data:`CHANCE` and as no fit with the rest.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from podbor.errors import DataError
from podbor.features import FEATURES, compare, pair_features, words
from podbor.features.evidence import first_mentions
from podbor.features.pair import Background, work_text
from podbor.fit.model import FitModel
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date, Posting, Resume
from podbor.sections import analyse

CHANCE = (0.02, 0.2, 0.8, 0.98)  # of a fit, by grade 0..3, interpolated for means
FIT_GRADE = 1.5
N_MEANINGS = 50
TODAY = Date(year=2026, month=11)  # training does not depend on the day it runs


@dataclass(frozen=True, slots=True)
class Pair:
    """A graded pair: ids, texts and the mean grade 0..3."""

    posting_id: str
    resume_id: str
    posting: str
    resume: str
    grade: float


def load_pairs(path: Path) -> list[Pair]:
    """Read graded pairs from a JSON file or a folder.

    Parameters
    ----------
    path : Path
        ``{"postings": {id: text}, "resumes": {id: text}, "pairs": [{"posting", "resume",
        "grades"}]}``, or a folder with ``postings/*.txt``, ``resumes/*.txt`` and ``grades.csv``
        (columns posting, resume, grade).

    Raises
    ------
    DataError
        If it has another form; names the file and what is wrong.
    """
    try:
        return list(_from_folder(path) if path.is_dir() else _from_json(path))
    except (OSError, KeyError, TypeError, ValueError) as error:
        message = f"{path}: not graded pairs ({type(error).__name__}: {error})"
        raise DataError(message) from error


def _from_json(path: Path) -> Iterator[Pair]:
    data = json.loads(path.read_text(encoding="utf-8"))
    for row in data["pairs"]:
        grades = [float(grade) for grade in row["grades"]]
        yield Pair(
            row["posting"],
            row["resume"],
            data["postings"][row["posting"]],
            data["resumes"][row["resume"]],
            sum(grades) / len(grades),
        )


def _from_folder(path: Path) -> Iterator[Pair]:
    texts = {
        (kind, file.stem): file.read_text(encoding="utf-8")
        for kind in ("postings", "resumes")
        for file in sorted((path / kind).glob("*.txt"))
    }
    with (path / "grades.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            posting, resume = row["posting"], row["resume"]
            yield Pair(
                posting,
                resume,
                texts["postings", posting],
                texts["resumes", resume],
                float(row["grade"]),
            )


def make_background(texts: Iterable[str]) -> Background:
    """Rarity of words and concepts in a collection of texts; the texts are not kept."""
    word_counts: list[Mapping[int, int]] = []
    concept_sets: list[list[str]] = []
    for text in texts:
        statements = analyse(text)
        word_counts.append(words.counts(work_text(statements)))
        mentions = (m for statement in statements for m in statement.mentions)
        concept_sets.append(sorted(first_mentions(mentions)))
    rarity, common = words.rarity_of(word_counts)
    vectors = [words.weigh(found, rarity, common) for found in word_counts]
    return Background(rarity, common, *_concept_rarity(concept_sets), make_meanings(vectors))


def make_meanings(vectors: list[words.Vector], *, seed: int = 0) -> Any:
    """Latent meanings of words: truncated SVD of length-normed vectors of a collection.

    Returns
    -------
    array of float, shape (words.N_BUCKETS, n_meanings)
    """
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize

    kept = [vector for vector in vectors if vector]
    columns = np.concatenate([list(vector) for vector in kept])
    values = np.concatenate([list(vector.values()) for vector in kept])
    ends = np.cumsum([0, *(len(vector) for vector in kept)])
    matrix = normalize(csr_matrix((values, columns, ends), shape=(len(kept), words.N_BUCKETS)))
    n_meanings = min(N_MEANINGS, len(kept) - 1)
    svd = TruncatedSVD(n_meanings, random_state=seed).fit(matrix)
    return svd.components_.T.astype(np.float16)


def _concept_rarity(documents: list[list[str]]) -> tuple[dict[str, float], float]:
    names = sorted({concept for document in documents for concept in document})
    number = {name: i for i, name in enumerate(names)}
    rarity, common = words.rarity_of([number[name] for name in document] for document in documents)
    return {names[i]: value for i, value in rarity.items()}, common


@dataclass
class PairTable:
    """Features of graded pairs.

    Parameters
    ----------
    pairs : list of Pair
    rows : list of dict
        Feature name to value, one row per pair.
    """

    pairs: list[Pair]
    rows: list[dict[str, float]]

    def matrix(self) -> Any:
        """Array of shape (n_pairs, n_features), columns as :data:`FEATURES`."""
        import numpy as np

        return np.array([[row[name] for name in FEATURES] for row in self.rows])


def pair_table(pairs: list[Pair], background: Background) -> PairTable:
    """Parse each text once and compute the features of each pair."""
    postings: dict[str, Posting] = {}
    resumes: dict[str, Resume] = {}
    rows = []
    for pair in pairs:
        if pair.posting not in postings:
            postings[pair.posting] = parse_posting(pair.posting)
        if pair.resume not in resumes:
            resumes[pair.resume] = parse_resume(pair.resume, today=TODAY)
        posting, resume = postings[pair.posting], resumes[pair.resume]
        rows.append(pair_features(posting, resume, compare(posting, resume), background))
    return PairTable(pairs, rows)


def train(table: PairTable, *, name: str, strength: float = 0.1, seed: int = 0) -> FitModel:
    """Fit a logistic regression on standardized features."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler()
    matrix = scaler.fit_transform(table.matrix())
    chance = np.interp([pair.grade for pair in table.pairs], range(len(CHANCE)), CHANCE)
    labels = np.repeat([True, False], len(chance))
    estimator = LogisticRegression(C=strength, max_iter=1000, random_state=seed)
    estimator.fit(
        np.vstack([matrix, matrix]), labels, sample_weight=np.concatenate([chance, 1 - chance])
    )
    columns = (scaler.mean_, scaler.scale_, estimator.coef_[0])
    center, scale, weights = (
        {feature: round(float(value), 6) for feature, value in zip(FEATURES, column, strict=True)}
        for column in columns
    )
    return FitModel(name, center, scale, weights, round(float(estimator.intercept_[0]), 6))


def predict(model: FitModel, table: PairTable) -> list[float]:
    """Score of each pair of a table."""
    return [model.chance(model.contributions(row)) for row in table.rows]


def out_of_fold(table: PairTable, *, folds: int = 5, strength: float = 0.1) -> list[float]:
    """Scores of pairs whose posting and resume the model did not see.

    Postings and resumes are dealt to folds; a pair is scored by a model trained on pairs that
    share neither its posting's nor its resume's fold.
    """
    postings = sorted({pair.posting_id for pair in table.pairs})
    resumes = sorted({pair.resume_id for pair in table.pairs})
    scores = [0.0] * len(table.pairs)
    for row in range(min(folds, len(postings))):
        held_postings = set(postings[row::folds])
        for column in range(folds):
            held_resumes = set(resumes[column::folds])
            test = _indices(table, held_postings, held_resumes, held=True)
            model = train(
                _subset(table, _indices(table, held_postings, held_resumes, held=False)),
                name="fold",
                strength=strength,
            )
            for i, value in zip(test, predict(model, _subset(table, test)), strict=True):
                scores[i] = value
    return scores


def _indices(table: PairTable, postings: set[str], resumes: set[str], *, held: bool) -> list[int]:
    return [
        i
        for i, pair in enumerate(table.pairs)
        if (pair.posting_id in postings) == held and (pair.resume_id in resumes) == held
    ]


def _subset(table: PairTable, indices: list[int]) -> PairTable:
    return PairTable([table.pairs[i] for i in indices], [table.rows[i] for i in indices])
