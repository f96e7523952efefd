"""Training of the statement classifier from annotated documents and weakly labelled lines.

Gold documents give the kinds of pieces (the unit that covers most of a piece).  Weak lines know
only the family of the heading above them; for requirements the fine kind is chosen by a first
model trained on gold alone.  Half of the weak postings are shown without their headings, so the
words of a line must decide there.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from podbor.errors import DataError
from podbor.normalize import normalize
from podbor.sections.features import N_FEATURES, piece_features
from podbor.sections.model import StatementModel
from podbor.sections.split import Piece, split, unwrap

REQUIREMENTS = ("skill", "knowledge", "tool", "education", "experience")
WEAK_KINDS = {
    "duties": ("duty",),
    "requirements": REQUIREMENTS,
    "conditions": ("condition",),
}
WEAK_HEADINGS = {
    "duties": "Обязанности:",
    "requirements": "Требования:",
    "conditions": "Условия:",
}
WEAK_WEIGHT = 0.3
MAX_WEAK_LINES = 15_000


@dataclass(frozen=True)
class Sample:
    """Features of one piece, the kinds it may have, and its weight."""

    features: list[int]
    kinds: tuple[str, ...]
    weight: float = 1.0


def gold_samples(document: dict[str, Any]) -> list[Sample]:
    """Samples of one annotated document: pieces labelled by the unit that covers most of them."""
    clean = normalize(document["text"])
    view = unwrap(clean.text)
    pieces = split(view)
    seen = _seen(pieces)
    units = sorted(document["units"], key=_unit_start)
    samples = []
    for index, piece in enumerate(pieces):
        kind = _covering(units, *clean.span(piece.start, piece.stop))
        if kind:
            samples.append(Sample(piece_features(view, pieces, index, seen), (kind,)))
    return samples


def _unit_start(unit: dict[str, Any]) -> int:
    return int(unit["start"])


def _covering(units: list[dict[str, Any]], start: int, stop: int) -> str | None:
    best, most = None, 0
    for unit in units:
        overlap = min(stop, unit["stop"]) - max(start, unit["start"])
        if overlap > most:
            best, most = str(unit["kind"]), overlap
    return best


def _seen(pieces: list[Piece]) -> frozenset[str]:
    return frozenset(piece.heading for piece in pieces if piece.heading)


def weak_samples(path: Path) -> list[Sample]:
    """Samples of weakly labelled lines: ``posting<TAB>family<TAB>line``, repeats dropped.

    Raises
    ------
    DataError
        If a row has another form.
    """
    postings: dict[str, list[tuple[str, str]]] = defaultdict(list)
    known: set[str] = set()
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) != 3 or row[1] not in WEAK_KINDS:
                message = f"{path.name}: rows are posting, duties|requirements|conditions, line"
                raise DataError(message)
            if row[2] not in known:
                known.add(row[2])
                postings[row[0]].append((row[1], row[2]))
    step = max(1, len(known) // MAX_WEAK_LINES)
    samples: list[Sample] = []
    for number, posting in enumerate(sorted(postings)):
        if number % step == 0:
            samples += _weak_posting(postings[posting], headed=number // step % 2 == 0)
    return samples


def _weak_posting(rows: list[tuple[str, str]], *, headed: bool) -> list[Sample]:
    lines: list[str] = []
    families: list[str] = []
    for family, line in rows:
        if headed and (not families or families[-1] != family):
            lines.append(WEAK_HEADINGS[family])
            families.append(family)
        lines.append(line.replace("\n", " "))
        families.append(family)
    view = normalize("\n".join(lines)).text
    pieces = split(view)
    seen = _seen(pieces)
    samples = []
    for index, piece in enumerate(pieces):
        line_number = view.count("\n", 0, piece.start)
        if piece.heading or line_number >= len(families):
            continue
        kinds = WEAK_KINDS[families[line_number]]
        samples.append(Sample(piece_features(view, pieces, index, seen), kinds, WEAK_WEIGHT))
    return samples


def train(
    gold: Iterable[Sample], weak: Sequence[Sample], *, strength: float = 0.03, seed: int = 0
) -> StatementModel:
    """Fit the classifier: once on gold, then with the weak lines as that model reads them."""
    gold = list(gold)
    model = _fit([(s.features, s.kinds[0], s.weight) for s in gold], strength, seed)
    if not weak:
        return model
    rows = [(s.features, s.kinds[0], s.weight) for s in gold]
    rows += [(s.features, _allowed(model, s), s.weight) for s in weak]
    return _fit(rows, strength, seed)


def _allowed(model: StatementModel, sample: Sample) -> str:
    """Kind that the model prefers among those the heading allows."""
    if len(sample.kinds) == 1:
        return sample.kinds[0]
    scores = model.weights[sample.features].sum(axis=0) + model.bias
    return max(sample.kinds, key=lambda kind: scores[model.kinds.index(kind)])


def _fit(rows: list[tuple[list[int], str, float]], strength: float, seed: int) -> StatementModel:
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    indices = np.concatenate([row[0] for row in rows]).astype(np.int32)
    ends = np.cumsum([0, *(len(row[0]) for row in rows)])
    matrix = csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(rows), N_FEATURES))
    estimator = LogisticRegression(C=strength, max_iter=300, random_state=seed)
    estimator.fit(matrix, [row[1] for row in rows], sample_weight=[row[2] for row in rows])
    kinds = tuple(str(kind) for kind in estimator.classes_)
    weights = estimator.coef_.T.astype(np.float16).astype(np.float32)
    return StatementModel(kinds, weights, estimator.intercept_.round(4))


def save(model: StatementModel, folder: Path, card: dict[str, Any]) -> None:
    """Write ``weights.npz`` (no pickle) and ``card.json``."""
    import numpy as np

    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        folder / "weights.npz",
        kinds=np.array(model.kinds),
        weights=model.weights.astype(np.float16),
        bias=np.asarray(model.bias, dtype=np.float64),
    )
    text = json.dumps(card, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / "card.json").write_text(text + "\n", encoding="utf-8")
