"""Train the small classifier that tells resumes, postings and other texts apart."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from podbor.normalize.dictionary import russian_tags
from podbor.parse.likelihood import KINDS, features_of, words_of
from podbor.parse.reading import Reading, read_text

MOST_WORDS = 1500
LEAST_TEXTS = 12  # that have a word: rarer ones may be names
MOST_ITERATIONS = 2000
FOLDS = 5


def train_documents(texts: Iterable[tuple[str, str]], *, strength: float = 3.0) -> dict[str, Any]:
    """Weights of a logistic regression over the features of :mod:`podbor.parse.likelihood`.

    Parameters
    ----------
    texts : iterable of (str, str)
        Text and kind: ``resume``, ``posting`` or ``other``.
    strength : float
        Inverse regularization C of scikit-learn.

    Returns
    -------
    dict
        ``weights`` by kind and feature, ``words`` with a weight a kind, ``texts`` by kind,
        ``recall`` by kind in five folds.
    """
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_predict

    texts = list(texts)
    readings = [read_text(text) for text, _ in texts]
    kinds = [kind for _, kind in texts]
    structure = [features_of(reading) for reading in readings]
    names = sorted(structure[0])
    words = _vocabulary([words_of(reading) for reading in readings], kinds)
    table = np.array([[row[name] for name in names] for row in structure])
    scale = table.std(axis=0) + 1e-9
    table = np.hstack([table / scale, _word_table(readings, words)])
    model = LogisticRegression(C=strength, max_iter=MOST_ITERATIONS, class_weight="balanced")
    guesses = cross_val_predict(model, table, kinds, cv=FOLDS)
    model.fit(table, kinds)
    return {
        "weights": {
            str(kind): {"intercept": round(float(start), 4)}
            | {name: round(float(w / s), 4) for name, w, s in zip(names, row, scale, strict=False)}
            for kind, start, row in zip(model.classes_, model.intercept_, model.coef_, strict=True)
        },
        "words": {
            word: [round(float(row[len(names) + i]), 3) for row in model.coef_]
            for i, word in enumerate(words)
        },
        "texts": {kind: kinds.count(kind) for kind in KINDS},
        "recall": {
            kind: round(
                sum(g == k == kind for g, k in zip(guesses, kinds, strict=True))
                / kinds.count(kind),
                3,
            )
            for kind in KINDS
        },
    }


def _vocabulary(found: list[frozenset[str]], kinds: list[str]) -> list[str]:
    """Words of many texts whose share differs most between the kinds, sorted."""
    counts = Counter(word for words in found for word in words)
    totals = Counter(kinds)
    by_kind = {kind: Counter[str]() for kind in KINDS}
    for words, kind in zip(found, kinds, strict=True):
        by_kind[kind].update(words)
    spread = {
        word: max(by_kind[kind][word] / totals[kind] for kind in KINDS)
        - min(by_kind[kind][word] / totals[kind] for kind in KINDS)
        for word, count in counts.items()
        if count >= LEAST_TEXTS and not _is_name(word)
    }
    return sorted(sorted(spread, key=lambda word: (-spread[word], word))[:MOST_WORDS])


def _is_name(word: str) -> bool:
    """Tell whether a word is a name of a person or a place."""
    return any(
        mark in tag for tag in russian_tags(word) for mark in ("Name", "Surn", "Patr", "Geox")
    )


def _word_table(readings: list[Reading], words: list[str]) -> Any:
    """One row a text: a share for each of its known words."""
    places = {word: i for i, word in enumerate(words)}
    table = np.zeros((len(readings), len(words)))
    for row, reading in zip(table, readings, strict=True):
        known = [places[word] for word in words_of(reading) if word in places]
        row[known] = 1 / np.sqrt(max(1, len(known)))
    return table


def save_documents(model: dict[str, Any], path: Path) -> None:
    """Write the model as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(model, indent=1, sort_keys=True) + "\n", encoding="utf-8")
