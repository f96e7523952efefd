"""Training of the statement classifier from annotated documents.

A piece gets the kind of the unit that covers most of it.  The second look must learn from answers
that the first one gives to texts it has not seen, so the first look is fitted once without each
third of the documents, and then on all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from podbor.annotated import FOLDS, PARAPHRASES, SINGLE_LINES, Material, flattened, fold_of
from podbor.matching.matcher import shipped_matcher
from podbor.normalize import normalize
from podbor.sections.features import N_FEATURES, piece_features, view_of
from podbor.sections.model import Look, StatementModel
from podbor.sections.second_look import context_features
from podbor.sections.split import Piece, split, unwrap

STRENGTH = 0.2  # inverse regularization
ROUNDS = 150  # of the solver; more change nothing in the third digit
GLUED = 1.6  # a heading in a unit so much longer than itself is a heading still
LABEL_WEIGHT, OWN_WEIGHT, LINE_WEIGHT = 0.8, 0.6, 0.3  # gold documents weigh 1
POSTINGS = ("posting", "traps", "modality")  # own files that hold postings, which sites flatten
BARE = "en_postings"  # the own file whose flattened documents have no stops either


@dataclass(frozen=True)
class Sample:
    """A document cut to pieces, the features of each and its kind, None where nobody said.

    Parameters
    ----------
    group : str
        Documents of one group are held out together.
    weight : float
    """

    pieces: list[Piece]
    rows: list[list[int]]
    kinds: list[str | None]
    group: str
    weight: float


def sample_of(document: Mapping[str, Any], *, weight: float = 1.0) -> Sample:
    """Cut one annotated document."""
    clean = normalize(document["text"])
    text = unwrap(clean.text)
    pieces = split(text)
    view = view_of(text, pieces, shipped_matcher().find(text))
    units = sorted(document["units"], key=_unit_start)
    return Sample(
        pieces=pieces,
        rows=[piece_features(view, index) for index in range(len(pieces))],
        kinds=[_kind(piece, units, *clean.span(piece.start, piece.stop)) for piece in pieces],
        group=document["id"].removesuffix("-bare").removesuffix("-flat"),
        weight=weight,
    )


def samples_of(material: Material) -> Iterator[Sample]:
    """Samples of everything to learn from; lines of one site's template weigh less."""
    for document in material.gold:
        yield sample_of(document)
    for name, documents in material.labelled.items():
        weight = LINE_WEIGHT if name in SINGLE_LINES else LABEL_WEIGHT
        for document in documents:
            yield sample_of(document, weight=weight)
    for name, documents in material.own.items():
        if not name.startswith(PARAPHRASES):
            for document in documents:
                yield from _own(name, document)


def _own(name: str, document: dict[str, Any]) -> Iterator[Sample]:
    """Our own documents, postings also as one paragraph."""
    yield sample_of(document, weight=OWN_WEIGHT)
    if any(part in name for part in POSTINGS):
        yield sample_of(flattened(document), weight=OWN_WEIGHT)
    if name == BARE:
        yield sample_of(flattened(document, dots=False), weight=OWN_WEIGHT)


def _unit_start(unit: Mapping[str, Any]) -> int:
    return int(unit["start"])


def _kind(piece: Piece, units: Sequence[Mapping[str, Any]], start: int, stop: int) -> str | None:
    best, most = None, 0
    for unit in units:
        overlap = min(stop, unit["stop"]) - max(start, unit["start"])
        if overlap > most:
            best, most = unit, overlap
    if best is None:
        return None
    glued = best["stop"] - best["start"] > GLUED * (stop - start)
    if piece.heading and glued and best["kind"] != "title":  # «Требования: опыт» as one unit
        return "heading"
    return str(best["kind"])


def train(
    samples: Sequence[Sample], *, strength: float = STRENGTH, seed: int = 0
) -> StatementModel:
    """Fit both looks."""
    samples = [sample for sample in samples if any(sample.kinds)]
    kinds = tuple(sorted({kind for sample in samples for kind in sample.kinds if kind}))
    seen: list[Sample] = []
    for fold in range(FOLDS):
        others = [s for s in samples if fold_of(s.group) != fold] or samples
        look = _fit(others, kinds, strength, seed)
        seen += [_second(s, look, kinds) for s in samples if fold_of(s.group) == fold]
    second = _fit(seen, kinds, strength, seed)
    return StatementModel(kinds, _fit(samples, kinds, strength, seed), second)


def _second(sample: Sample, look: Look, kinds: Sequence[str]) -> Sample:
    around = context_features(sample.pieces, look.log_odds(sample.rows), kinds)
    rows = [[*row, *more] for row, more in zip(sample.rows, around, strict=True)]
    return Sample(sample.pieces, rows, sample.kinds, sample.group, sample.weight)


def _fit(samples: Sequence[Sample], kinds: Sequence[str], strength: float, seed: int) -> Look:
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    rows = [
        (row, kind, sample.weight)
        for sample in samples
        for row, kind in zip(sample.rows, sample.kinds, strict=True)
        if kind
    ]
    indices = np.concatenate([row[0] for row in rows]).astype(np.int32)
    ends = np.cumsum([0, *(len(row[0]) for row in rows)])
    matrix = csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(rows), N_FEATURES))
    estimator = LogisticRegression(C=strength, max_iter=ROUNDS, tol=1e-3, random_state=seed)
    estimator.fit(matrix, [row[1] for row in rows], sample_weight=[row[2] for row in rows])
    return _look(estimator, kinds)


def _look(estimator: Any, kinds: Sequence[str]) -> Look:
    """Weights as they are stored, with a column for each kind; an unseen one is unlikely."""
    import numpy as np

    weights = np.zeros((N_FEATURES, len(kinds)), dtype=np.float32)
    bias = np.full(len(kinds), -20.0)
    columns = [kinds.index(kind) for kind in estimator.classes_]
    coefficients, intercept = estimator.coef_, estimator.intercept_
    if len(columns) == 2:  # scikit-learn gives one row for two classes
        coefficients = np.vstack([-coefficients[0], coefficients[0]]) / 2
        intercept = np.array([-intercept[0], intercept[0]]) / 2
    weights[:, columns] = coefficients.T.astype(np.float16)
    bias[columns] = intercept.round(4)
    return Look(weights, bias)


def save(model: StatementModel, folder: Path, card: Mapping[str, Any]) -> None:
    """Write ``weights.npz`` (no pickle) and ``card.json``."""
    import numpy as np

    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        folder / "weights.npz",
        kinds=np.array(model.kinds),
        first_weights=model.first.weights.astype(np.float16),
        first_bias=np.asarray(model.first.bias, dtype=np.float64),
        second_weights=model.second.weights.astype(np.float16),
        second_bias=np.asarray(model.second.bias, dtype=np.float64),
    )
    text = json.dumps(card, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / "card.json").write_text(text + "\n", encoding="utf-8")
