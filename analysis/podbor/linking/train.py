"""Training of the linker from annotated documents.

The network is fitted on everything.  The judge must see chances of a network that did not learn the
document, so three networks are fitted first, each without a third of the documents; how often a
form is right is counted without the document at hand.  The judge learns most from documents on
which no form was written, and its thresholds are set on them: on the others forms look better than
they are.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from podbor.annotated import FOLDS, PARAPHRASES, SINGLE_LINES, Material, fold_of
from podbor.linking.encoder import HIT_VALUE, Encoder, value_of
from podbor.linking.judge import NO_FORM, Candidate, Judge, Reliability, numbers_of, smoothed
from podbor.linking.model import Asked, Linker
from podbor.linking.words import N_FEATURES, features_of
from podbor.matching.matcher import ConceptMatcher, Found
from podbor.matching.tokens import WORD
from podbor.normalize import normalize
from podbor.sections.analyse import ASKING
from podbor.sections.language import language_of
from podbor.sections.split import unwrap

HIDDEN = 128
EPOCHS = 16
DROPPED = 0.6  # of the word features in each epoch: forces the network to use all of them
RATE = 2e-3
BATCH = 128
PENALTY = 1e-5
SILENT_SHARE = 3  # of statements that ask nothing one in so many is kept
OWN_WEIGHT = 0.4  # of our own lines for the judge: tidier than real ones
SEEN_WEIGHT = 0.3  # of labelled texts that the writers of forms saw
UNSEEN_FOLD = 2  # of the texts that they did not
JUDGE_STRENGTH = 0.05
LEAST_SPREAD = 1e-6
PRECISION = 0.75, 0.85  # that the thresholds are set for: of form hits, of the network alone
THRESHOLDS = [number / 100 for number in range(30, 91)]


@dataclass(frozen=True)
class Row:
    """A statement with the concepts that people read in it.

    Parameters
    ----------
    asked : Asked
    concepts : frozenset of str
    group : str
        Rows of one group are held out together: a document, or a line of its own.
    weight : float
        For the judge: 1 for real texts on which no form was written, 0 for the gold documents.
    """

    asked: Asked
    concepts: frozenset[str]
    group: str
    weight: float


def rows_from(material: Material, matcher: ConceptMatcher) -> list[Row]:
    """Rows of everything to learn from."""
    rows = [*rows_of(material.gold, matcher, weight=0)]
    for name, documents in material.labelled.items():
        rows += rows_of(documents, matcher, weight=1, single=name in SINGLE_LINES)
    for name, documents in material.own.items():
        single = name.startswith(PARAPHRASES)
        rows += rows_of(documents, matcher, weight=OWN_WEIGHT, single=single)
    return rows


def rows_of(
    documents: Iterable[Mapping[str, Any]],
    matcher: ConceptMatcher,
    *,
    weight: float,
    single: bool = False,
) -> Iterator[Row]:
    """Rows of annotated documents.

    Parameters
    ----------
    documents : iterable of dict
        As :mod:`podbor.annotated` gives them.
    matcher : ConceptMatcher
    weight : float
        For the judge; less for the real texts that the writers of forms saw.
    single : bool
        The lines of a document do not belong together.
    """
    for document in documents:
        for unit in document["units"]:
            concepts = frozenset(c.removeprefix("new:") for c in unit["concepts"])
            text = unwrap(normalize(document["text"][unit["start"] : unit["stop"]]).text).strip()
            if not text or not _kept(unit["kind"], concepts, text):
                continue
            russian = language_of(text) == "ru"
            asked = Asked(text, unit["kind"], russian, tuple(matcher.find(text)))
            group = text if single else document["id"]
            seen = weight == 1 and fold_of(group) != UNSEEN_FOLD
            yield Row(asked, concepts, group, SEEN_WEIGHT if seen else weight)


def _kept(kind: str, concepts: frozenset[str], text: str) -> bool:
    return kind in ASKING or bool(concepts) or crc32(text.encode()) % SILENT_SHARE == 0


def fit_encoder(rows: Sequence[Row], concepts: Sequence[str], *, seed: int = 0) -> Encoder:
    """Fit the network with scikit-learn, dropping words at random in each epoch."""
    import numpy as np
    from sklearn.neural_network import MLPClassifier
    from threadpoolctl import threadpool_limits

    numbers = {concept: number for number, concept in enumerate(concepts)}
    matrix = _matrix(rows, numbers)
    wanted = np.zeros((len(rows), len(concepts)), dtype=np.int64)
    for place, row in enumerate(rows):
        wanted[place, [numbers[c] for c in row.concepts if c in numbers]] = 1
    rng = np.random.RandomState(seed)
    network = MLPClassifier(
        (HIDDEN,),
        alpha=PENALTY,
        batch_size=min(BATCH, len(rows)),
        learning_rate_init=RATE,
        random_state=seed,
        max_iter=1,
    )
    with threadpool_limits(1):  # the same sums in the same order on every machine
        _fit_once(network, _thinned(matrix, rng), wanted)
        for _ in range(EPOCHS - 1):
            network.partial_fit(_thinned(matrix, rng), wanted)
    words, hits = np.split(network.coefs_[0], [N_FEATURES])
    out, out_bias = network.coefs_[1], network.intercepts_[1]
    return Encoder(tuple(concepts), words, hits, network.intercepts_[0], out, out_bias)


def _fit_once(network: Any, matrix: Any, wanted: Any) -> None:
    import warnings

    from sklearn.exceptions import ConvergenceWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # one epoch is no convergence
        network.fit(matrix, wanted)


def _matrix(rows: Sequence[Row], concepts: Mapping[str, int]) -> Any:
    """Rows of the input: counts of word features, scaled, then form hits."""
    import numpy as np
    from scipy.sparse import csr_matrix, hstack

    words = [[match.group() for match in WORD.finditer(row.asked.text)] for row in rows]
    parts = [place for place, row in enumerate(words) for _ in row]
    numbers, owners = features_of([word for row in words for word in row], parts)
    statement = np.asarray(parts, dtype=np.int64)[owners]
    counts = np.bincount(statement, minlength=len(rows))
    values = value_of(counts)[statement].astype(np.float32)
    left = csr_matrix((values, (statement, numbers)), shape=(len(rows), N_FEATURES))
    hits = [
        (place, concepts[concept])
        for place, row in enumerate(rows)
        for concept in sorted({found.concept for found in row.asked.found})
        if concept in concepts
    ]
    places, columns = zip(*hits, strict=True) if hits else ((), ())
    data = np.full(len(hits), HIT_VALUE, dtype=np.float32)
    right = csr_matrix((data, (places, columns)), shape=(len(rows), len(concepts)))
    return csr_matrix(hstack([left, right]))


def _thinned(matrix: Any, rng: Any) -> Any:
    thin = matrix.copy()
    kept = rng.random_sample(len(thin.data)) >= DROPPED
    thin.data = (thin.data * kept / (1 - DROPPED)).astype(thin.data.dtype)
    thin.eliminate_zeros()
    return thin


def form_counts(rows: Iterable[Row]) -> dict[str, dict[str, tuple[int, int]]]:
    """How often each form of each concept was right in asking rows, and how often it was seen."""
    counts: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for row in rows:
        if row.asked.kind in ASKING:
            for hit in _hits(row):
                counts[hit.concept, hit.form][hit.concept in row.concepts] += 1
    found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for (concept, form), counter in sorted(counts.items()):
        found[concept][form] = counter[True], counter.total()
    return dict(found)


def _hits(row: Row) -> Iterable[Found]:
    return {found.concept: found for found in row.asked.found}.values()


@dataclass(frozen=True)
class Weighed:
    """A candidate of a row, what is known of its form without its document, and the answer."""

    row: Row
    candidate: Candidate
    share: tuple[float, float]
    right: bool


def weigh_rows(rows: Sequence[Row], linker: Linker, reliability: Reliability) -> Iterator[Weighed]:
    """Candidates of rows that the linker's network did not learn."""
    by_group: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_group[row.group].append(row)
    for group in sorted(by_group):
        mine = by_group[group]
        own = form_counts(mine)
        for number, candidate, _ in linker.weigh([row.asked for row in mine]):
            share = _share_without(reliability, own, candidate)
            right = candidate.concept in mine[number].concepts
            yield Weighed(mine[number], candidate, share, right)


def _share_without(
    reliability: Reliability,
    own: Mapping[str, Mapping[str, tuple[int, int]]],
    candidate: Candidate,
) -> tuple[float, float]:
    """What the form's record is without the document at hand."""
    if candidate.form is None:
        return NO_FORM
    forms, mine = (counts.get(candidate.concept, {}) for counts in (reliability.counts, own))
    right, seen = _total(forms, mine)
    form_right, form_seen = forms.get(candidate.form, (0, 0))
    own_right, own_seen = mine.get(candidate.form, (0, 0))
    return smoothed(right, seen, form_right - own_right, form_seen - own_seen)


def _total(
    forms: Mapping[str, tuple[int, int]], mine: Mapping[str, tuple[int, int]]
) -> tuple[int, int]:
    right, seen = (sum(row[i] for row in forms.values()) for i in (0, 1))
    own_right, own_seen = (sum(row[i] for row in mine.values()) for i in (0, 1))
    return right - own_right, seen - own_seen


def fit_judge(weighed: Sequence[Weighed]) -> Judge:
    """Fit the judge and set its thresholds."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    matrix = numbers_of([w.candidate for w in weighed], [w.share for w in weighed])
    spread = matrix.std(axis=0)
    spread[spread < LEAST_SPREAD] = 1.0  # a number that is the same everywhere
    right = np.array([w.right for w in weighed])
    estimator = LogisticRegression(C=JUDGE_STRENGTH, max_iter=3000)
    estimator.fit(matrix / spread, right, sample_weight=[w.row.weight for w in weighed])
    weights = (estimator.coef_[0] / spread).round(5)
    bias = float(round(estimator.intercept_[0], 5))
    chances = 1 / (1 + np.exp(-(matrix @ weights + bias)))
    hit = np.array([w.candidate.form is not None for w in weighed])
    real = np.array([w.row.weight == 1 for w in weighed])
    thresholds = [
        _threshold(chances[real & some], right[real & some], wanted)
        for some, wanted in zip((hit, ~hit), PRECISION, strict=True)
    ]
    return Judge(weights, bias, *thresholds)


def _threshold(chances: Any, right: Any, wanted: float) -> float:
    """Lowest threshold that reaches the precision, the highest there is if none does."""
    for threshold in THRESHOLDS:
        kept = chances >= threshold
        if kept.any() and right[kept].mean() >= wanted:
            return threshold
    return THRESHOLDS[-1]


def train(rows: Sequence[Row], concepts: Sequence[str], *, seed: int = 0) -> Linker:
    """Fit network, reliability and judge."""
    reliability = Reliability(form_counts(rows))
    weighed: list[Weighed] = []
    for fold in range(FOLDS):
        encoder = fit_encoder([r for r in rows if fold_of(r.group) != fold], concepts, seed=seed)
        linker = Linker(encoder, reliability, NO_JUDGE)
        unseen = [row for row in rows if row.weight and fold_of(row.group) == fold]
        weighed += weigh_rows(unseen, linker, reliability)
    encoder = fit_encoder(rows, concepts, seed=seed)
    return Linker(encoder, reliability, fit_judge(weighed))


NO_JUDGE = Judge(weights=None, bias=0.0, threshold=1.0, learned_threshold=1.0)


def save(linker: Linker, folder: Path, card: Mapping[str, Any]) -> None:
    """Write ``weights.npz`` (no pickle), ``judge.json`` and ``card.json``."""
    import numpy as np

    folder.mkdir(parents=True, exist_ok=True)
    encoder = linker.encoder
    scale = np.abs(encoder.words).max(axis=0) / 127 + 1e-12
    np.savez_compressed(
        folder / "weights.npz",
        concepts=np.array(encoder.concepts),
        words=np.rint(encoder.words / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        **{
            name: getattr(encoder, name).astype(np.float16)
            for name in ("hits", "bias", "out", "out_bias")
        },
    )
    judge = {
        "weights": linker.judge.weights.tolist(),
        "bias": linker.judge.bias,
        "threshold": linker.judge.threshold,
        "learned_threshold": linker.judge.learned_threshold,
        "forms": linker.reliability.counts,
    }
    for name, content in (("judge", judge), ("card", card)):
        text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
