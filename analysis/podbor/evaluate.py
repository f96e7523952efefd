"""The figures of statements and of fit on annotated files.

The definitions are those of the project's measuring scripts; a test holds both to the same
numbers.  Files: annotated documents (``[{"id", "text", "units": [...]}]``) and graded pairs
(``{"postings", "resumes", "pairs"}``).
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from podbor.errors import DataError
from podbor.fit.pairs import FIT_GRADE, load_pairs
from podbor.records import Statement
from podbor.taxonomy import Taxonomy

GROUPS = {
    "duty": "duty",
    "skill": "requirement",
    "knowledge": "requirement",
    "tool": "requirement",
    "education": "requirement",
    "experience": "requirement",
    "language": "requirement",
    "condition": "condition",
    "heading": "heading",
    "title": "heading",
}
FINE = {"language": "skill", "title": "heading"}
FINE_KINDS = frozenset(
    {"duty", "skill", "knowledge", "tool", "education", "experience", "condition", "heading"}
)
BINS = 10
DRAWS = 500  # of the bootstrap
TOP = 5  # of NDCG

Analyse = Callable[[str], Iterable[Statement]]
Row = tuple[str, float, float]  # posting id, gold grade, score


def inventory_beside(path: Path) -> frozenset[str] | None:
    """Ids of ``concepts.jsonl`` in the folder of annotated documents; None if there is none."""
    inventory = path.parent / "concepts.jsonl"
    if not inventory.is_file():
        return None
    lines = inventory.read_text(encoding="utf-8").splitlines()
    return frozenset(json.loads(line)["id"] for line in lines)


def evaluate_statements(
    documents: list[dict[str, Any]],
    analyse: Analyse,
    *,
    inventory: frozenset[str] | None = None,
) -> dict[str, Any]:
    """Figures of kinds, concepts and modality.

    Parameters
    ----------
    documents : list of dict
        As :func:`podbor.annotated.load_documents` gives them.
    analyse : callable
        Text to statements.
    inventory : frozenset of str, optional
        Ids that the annotators knew, beyond which a concept counts as new; the shipped taxonomy's
        if left out.

    Returns
    -------
    dict
        ``kind_group`` (accuracy, macro F1 over five groups), ``kind_fine`` (macro F1 over nine),
        ``confusion`` (gold group to found group to units), ``concepts``, ``duty``, ``skill``,
        ``new`` (precision, recall, F1 of concept sets per unit), ``modality`` and ``errors`` (the
        units with a mistake: document, text, kinds, concepts missed and extra).
    """
    known = inventory or frozenset(concept.id for concept in Taxonomy.load().matchable)
    tally = _Tally(known)
    for document in documents:
        statements = list(analyse(document["text"]))
        for unit in document["units"]:
            tally.add(unit, statements, document)
    return tally.figures(len(documents))


class _Tally:
    """Counts over units."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self._gold: list[str] = []
        self._predicted: list[str] = []
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        self._modality: Counter[tuple[str, str]] = Counter()
        self._errors: list[dict[str, Any]] = []

    def add(
        self, unit: dict[str, Any], statements: list[Statement], document: dict[str, Any]
    ) -> None:
        start, stop = unit["start"], unit["stop"]
        self._gold.append(unit["kind"])
        self._predicted.append(covering_kind(statements, start, stop))
        found = {
            mention.concept: mention.modality
            for statement in statements
            for mention in statement.mentions
            if start <= (mention.start + mention.stop) / 2 < stop
        }
        gold = {concept for concept in unit["concepts"] if concept in self._known}
        predicted = set(found) & self._known
        named = {c.removeprefix("new:") for c in unit["concepts"] if c.startswith("new:")}
        self._count("new", named, set(found) - self._known)
        self._count("concepts", gold, predicted)
        for facet in ("duty", "skill"):
            self._count(facet, _of(facet, gold), _of(facet, predicted))
        kinds = [_group(unit["kind"]), _group(self._predicted[-1])]
        if gold != predicted or kinds[0] != kinds[1]:
            self._errors.append(
                {
                    "document": document.get("id", ""),
                    "text": document["text"][start:stop],
                    "kind": kinds,
                    "missed": sorted(gold - predicted),
                    "extra": sorted(predicted - gold),
                }
            )
        for concept in gold & predicted:
            wanted = unit.get("concept_modality", {}).get(concept) or unit["modality"]
            self._modality["must" if wanted == "-" else wanted, found[concept]] += 1

    def _count(self, name: str, gold: set[str], predicted: set[str]) -> None:
        self._counts[name].update(
            tp=len(gold & predicted), fp=len(predicted - gold), fn=len(gold - predicted)
        )

    def figures(self, n_documents: int) -> dict[str, Any]:
        groups = [[_group(kind) for kind in row] for row in self._kinds()]
        confusion: dict[str, Counter[str]] = defaultdict(Counter)
        for gold, found in zip(*groups, strict=True):
            confusion[gold][found] += 1
        fine = [[_fine(kind) for kind in row] for row in self._kinds()]
        same = sum(a == b for a, b in zip(*groups, strict=True))
        return {
            "documents": n_documents,
            "units": len(self._gold),
            "kind_group": {"accuracy": same / (len(self._gold) or 1)} | _macro(*groups),
            "kind_fine": _macro(*fine),
            **{
                name: precision_recall(self._counts[name])
                for name in ("concepts", "duty", "skill", "new")
            },
            "modality": self._modality_figures(),
            "confusion": {gold: dict(row) for gold, row in sorted(confusion.items())},
            "errors": self._errors,
        }

    def _kinds(self) -> tuple[list[str], list[str]]:
        return self._gold, self._predicted

    def _modality_figures(self) -> dict[str, Any]:
        total = sum(self._modality.values())
        right = sum(n for (want, got), n in self._modality.items() if want == got)
        found: dict[str, Any] = {"accuracy": right / total if total else None, "n": total}
        for label in ("not", "nice"):
            counts: Counter[str] = Counter()
            for (want, got), n in self._modality.items():
                if label in {want, got}:
                    counts["tp" if want == got else "fp" if got == label else "fn"] += n
            found[label] = precision_recall(counts)
        return found


def _group(kind: str) -> str:
    return GROUPS.get(kind, "other")


Label = Callable[[dict[str, Any]], Iterable[tuple[int, int, str]]]  # document to spans with ids


def evaluate_taxonomy(documents: list[dict[str, Any]], label: Label) -> dict[str, Any]:
    """How well labels of stretches agree with the concepts of annotated units.

    Extended B-cubed (Amigó et al. 2009, *A comparison of extrinsic clustering evaluation
    metrics*): units are items, concepts their gold categories, labels their clusters.  For each
    pair of units, min(shared labels, shared concepts) over shared labels is precision, over shared
    concepts recall; both are averaged over the partners of a unit, then over units.

    Parameters
    ----------
    documents : list of dict
        As :func:`podbor.annotated.load_documents` gives them.
    label : callable
        Document to (start, stop, label); a span counts for the unit that holds its middle.

    Returns
    -------
    dict
        ``bcubed`` over all units with a concept, ``bcubed_single`` over those with just one,
        ``coverage`` (share of units with a concept of the inventory that get a right one) of all
        and of duty and skill units, and ``noise``: labels inside units of the kind noise.
    """
    gold: list[frozenset[str]] = []
    found: list[frozenset[str]] = []
    counts: Counter[str] = Counter()
    for document in documents:
        spans = list(label(document))
        for unit in document["units"]:
            labels = frozenset(
                name
                for start, stop, name in spans
                if unit["start"] <= (start + stop) / 2 < unit["stop"]
            )
            concepts = frozenset(c for c in unit["concepts"] if not c.startswith(("new:", "flag/")))
            counts["noise"] += len(labels) * (unit["kind"] == "noise")
            if concepts:
                gold.append(concepts)
                found.append(labels)
                counts.update(_covered(unit["kind"], concepts, labels))
    single = [number for number, concepts in enumerate(gold) if len(concepts) == 1]
    return {
        "units": len(gold),
        "bcubed": bcubed(gold, found),
        "bcubed_single": bcubed([gold[n] for n in single], [found[n] for n in single]),
        "coverage": counts["hit"] / (len(gold) or 1),
        "coverage_duty_skill": counts["hit_main"] / (counts["main"] or 1),
        "noise": counts["noise"],
    }


def _covered(kind: str, concepts: frozenset[str], labels: frozenset[str]) -> dict[str, int]:
    main = kind in {"duty", "skill"}
    hit = bool(concepts & labels)
    return {"hit": hit, "main": main, "hit_main": hit and main}


def bcubed(gold: Sequence[frozenset[str]], found: Sequence[frozenset[str]]) -> dict[str, float]:
    """Extended B-cubed precision, recall and F1.

    >>> a, b = frozenset("a"), frozenset("b")
    >>> bcubed([a, a, b], [a, a, a])["r"]
    1.0
    """
    precision, recall = [], []
    for one, mine in zip(gold, found, strict=True):
        right, shared = [], []
        for other, theirs in zip(gold, found, strict=True):
            n_gold, n_found = len(one & other), len(mine & theirs)
            if n_found:
                right.append(min(n_gold, n_found) / n_found)
            if n_gold:
                shared.append(min(n_gold, n_found) / n_gold)
        if right:
            precision.append(_mean(right))
        recall.append(_mean(shared))
    p = _mean(precision) if precision else 0.0
    r = _mean(recall) if recall else 0.0
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}


def covering_kind(statements: list[Statement], start: int, stop: int) -> str:
    """Kind that covers most characters of a stretch; ``other`` where nothing does."""
    cover: Counter[str] = Counter()
    for statement in statements:
        overlap = min(stop, statement.stop) - max(start, statement.start)
        if overlap > 0:
            cover[statement.kind] += overlap
    return cover.most_common(1)[0][0] if cover else "other"


def _of(facet: str, concepts: set[str]) -> set[str]:
    return {concept for concept in concepts if concept.startswith(f"{facet}/")}


def _fine(kind: str) -> str:
    kind = FINE.get(kind, kind)
    return kind if kind in FINE_KINDS else "other"


def _macro(gold: list[str], predicted: list[str]) -> dict[str, Any]:
    """F1 of each label that gold has, and their mean."""
    by_label = {}
    right = Counter(a for a, b in zip(gold, predicted, strict=True) if a == b)
    in_gold, in_predicted = Counter(gold), Counter(predicted)
    for label in sorted(in_gold):
        by_label[label] = 2 * right[label] / (in_gold[label] + in_predicted[label])
    mean = sum(by_label.values()) / len(by_label) if by_label else 0.0
    return {"macro_f1": mean, "f1": by_label}


def precision_recall(counts: Counter[str]) -> dict[str, float]:
    """Precision, recall and F1 from ``tp``, ``fp`` and ``fn``; 0 where nothing was counted.

    >>> precision_recall(Counter(tp=3, fp=1, fn=0))["p"]
    0.75
    """
    tp, fp, fn = counts["tp"], counts["fp"], counts["fn"]
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"p": precision, "r": recall, "f1": f1, "tp": tp, "fp": fp, "fn": fn}


def evaluate_fit(rows: Sequence[Row]) -> dict[str, Any]:
    """Figures of a ranking, each with its 95 % bootstrap interval over postings.

    Parameters
    ----------
    rows : sequence of (posting id, mean grade 0..3, score 0..1)

    Returns
    -------
    dict
        ``pairs``, and for each of ``spearman``, ``ndcg5``, ``auc``, ``brier``, ``ece`` a list of
        value, low, high.

    Raises
    ------
    DataError
        If no posting has two different grades.
    """
    values = fit_figures(rows)
    low_high = _bootstrap(rows)
    return {"pairs": len(rows)} | {
        name: [value, *low_high.get(name, (math.nan, math.nan))] for name, value in values.items()
    }


def fit_rows(path: Path, predict: Callable[[str, str], float]) -> list[Row]:
    """Score the pairs of a file or folder: rows for :func:`evaluate_fit`."""
    return [
        (pair.posting_id, pair.grade, predict(pair.posting, pair.resume))
        for pair in load_pairs(path)
    ]


def fit_figures(rows: Sequence[Row]) -> dict[str, float]:
    """Mean Spearman and NDCG@5 over postings; pooled AUC, Brier score and calibration error."""
    by_posting: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for posting, gold, value in rows:
        by_posting[posting].append((gold, value))
    ranked = [items for items in by_posting.values() if len({gold for gold, _ in items}) > 1]
    if not ranked:
        message = "the pairs give no posting two different grades; nothing can be ranked"
        raise DataError(message)
    fits = [gold >= FIT_GRADE for _, gold, _ in rows]
    scores = [value for _, _, value in rows]
    return {
        "spearman": _mean([spearman(items) for items in ranked]),
        "ndcg5": _mean([ndcg(items) for items in ranked]),
        "auc": auc(fits, scores),
        "brier": _mean([(s - y) ** 2 for s, y in zip(scores, fits, strict=True)]),
        "ece": calibration_error(fits, scores),
    }


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def tied_ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 0; equal values share the mean of their places.

    >>> tied_ranks([10, 20, 10])
    [0.5, 2.0, 0.5]
    """
    places: dict[float, list[int]] = defaultdict(list)
    for place, value in enumerate(sorted(values)):
        places[value].append(place)
    return [sum(places[value]) / len(places[value]) for value in values]


def spearman(items: Sequence[tuple[float, float]]) -> float:
    """Rank correlation of gold and score; 0 when either is constant."""
    left, right = (tied_ranks(column) for column in zip(*items, strict=True))
    mean_left, mean_right = _mean(left), _mean(right)
    spread = sum((a - mean_left) ** 2 for a in left) * sum((b - mean_right) ** 2 for b in right)
    together = sum((a - mean_left) * (b - mean_right) for a, b in zip(left, right, strict=True))
    return together / math.sqrt(spread) if spread else 0.0


def ndcg(items: Sequence[tuple[float, float]], *, top: int = TOP) -> float:
    """Discounted gain (2**grade - 1) of the first places; ties share their mean gain."""
    by_score: dict[float, list[float]] = defaultdict(list)
    for gold, value in items:
        by_score[value].append(2**gold - 1)
    gains = [
        sum(group) / len(group)
        for value in sorted(by_score, reverse=True)
        for group in [by_score[value]]
        for _ in group
    ]
    best = _discounted(sorted((2**gold - 1 for gold, _ in items), reverse=True)[:top])
    return _discounted(gains[:top]) / best if best else 1.0


def _discounted(gains: list[float]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def auc(fits: Sequence[bool], scores: Sequence[float]) -> float:
    """Chance that a fit scores above a misfit; nan when there is only one sort."""
    ranks = tied_ranks(scores)
    n_fits = sum(fits)
    n_misfits = len(fits) - n_fits
    if not n_fits or not n_misfits:
        return math.nan
    above = sum(rank for rank, fit in zip(ranks, fits, strict=True) if fit)
    return (above - n_fits * (n_fits - 1) / 2) / (n_fits * n_misfits)


def calibration_error(fits: Sequence[bool], scores: Sequence[float]) -> float:
    """Mean gap between score and share of fits over ten bins, weighted by their size."""
    gaps: dict[int, float] = defaultdict(float)
    for fit, value in zip(fits, scores, strict=True):
        gaps[min(BINS - 1, int(value * BINS))] += fit - value
    return sum(abs(gap) for gap in gaps.values()) / len(fits)


def _bootstrap(rows: Sequence[Row]) -> dict[str, tuple[float, float]]:
    """95 % intervals: whole postings are drawn with replacement."""
    rng = random.Random(0)  # noqa: S311 - a repeatable draw, no secret
    by_posting: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_posting[row[0]].append(row)
    names = sorted(by_posting)
    samples: dict[str, list[float]] = defaultdict(list)
    for _ in range(DRAWS):
        drawn = [
            (f"{name}#{i}", gold, value)
            for i, name in enumerate(rng.choices(names, k=len(names)))
            for _, gold, value in by_posting[name]
        ]
        for name, value in fit_figures(drawn).items():
            if not math.isnan(value):
                samples[name].append(value)
    return {
        name: (sorted(found)[int(0.025 * len(found))], sorted(found)[int(0.975 * len(found)) - 1])
        for name, found in samples.items()
    }


def rounded(value: Any) -> Any:
    """Round every float of nested dicts and lists to three digits; nan becomes None."""
    if isinstance(value, float):
        return None if math.isnan(value) else round(value, 3)
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [rounded(inner) for inner in value]
    return value
