"""Put phrases of one meaning together.

Phrases of a facet are vectors of their senses, rare senses weighing more (inverse document
frequency); average-link agglomerative clustering (scikit-learn) joins those whose cosine distance
stays under ``DISTANCE``, chosen on the development part of the source document
(``docs/figures.md``).  Clustering takes quadratic time, so only the ``MOST_FORMS`` most frequent
normal forms of a facet are clustered; the rest join the nearest group or stand alone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from podbor.linking.phrases import NormalForm

DISTANCE = 0.55
MOST_FORMS = 4_000


@dataclass(frozen=True, slots=True)
class Group:
    """Normal forms of one meaning, the most frequent first."""

    facet: str
    forms: tuple[NormalForm, ...]


def group_forms(
    counts: Mapping[tuple[str, NormalForm], int], *, distance: float = DISTANCE
) -> tuple[Group, ...]:
    """Group normal forms facet by facet.

    Parameters
    ----------
    counts : mapping of (facet, normal form) to int
        How often each occurs.
    distance : float
        Mean cosine distance, 0..1, up to which two groups are joined.

    Returns
    -------
    tuple of Group
        Sorted by facet, then by count, then by form.

    Examples
    --------
    >>> counts = {
    ...     ("duty", ("handle", "call", "inbound")): 3,
    ...     ("duty", ("handle", "call", "inbound", "volume")): 2,
    ...     ("duty", ("enter", "data", "database")): 1,
    ... }
    >>> [group.forms for group in group_forms(counts)]
    [(('handle', 'call', 'inbound'), ('handle', 'call', 'inbound', 'volume')),
     (('enter', 'data', 'database'),)]
    """
    found: list[Group] = []
    for facet in sorted({facet for facet, _ in counts}):
        here = {form: n for (name, form), n in counts.items() if name == facet}
        found += [Group(facet, forms) for forms in _grouped(here, distance)]
    return tuple(found)


def _grouped(counts: dict[NormalForm, int], distance: float) -> list[tuple[NormalForm, ...]]:
    ordered = sorted(counts, key=_by_count(counts))
    labels = _labels(ordered, distance)
    members: dict[int, list[NormalForm]] = {}
    for form, label in zip(ordered, labels, strict=True):
        members.setdefault(label, []).append(form)
    groups = [tuple(forms) for forms in members.values()]
    return sorted(groups, key=_by_total(counts))


def _labels(forms: list[NormalForm], distance: float) -> list[int]:
    if len(forms) < 2:
        return list(range(len(forms)))
    from sklearn.cluster import AgglomerativeClustering

    vectors = sense_vectors(forms)
    head = vectors[:MOST_FORMS].toarray()
    model = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=distance
    )
    labels = [int(label) for label in model.fit_predict((1 - head @ head.T).clip(0, 1))]
    for row in range(MOST_FORMS, len(forms)):
        near = vectors[row] @ vectors[:MOST_FORMS].T
        best = int(near.argmax())
        labels.append(labels[best] if 1 - near[0, best] < distance else max(labels) + 1)
    return labels


def sense_vectors(forms: Iterable[NormalForm]) -> Any:
    """Unit vectors of senses: a sparse matrix, one row a form, float64."""
    import numpy as np
    from scipy.sparse import csr_matrix

    rows = list(forms)
    frequency = Counter(sense for form in rows for sense in form)
    column = {sense: number for number, sense in enumerate(sorted(frequency))}
    values, columns, starts = [], [], [0]
    for form in rows:
        weights = [math.log((len(rows) + 1) / (frequency[sense] + 0.5)) for sense in form]
        norm = math.sqrt(sum(weight * weight for weight in weights)) or 1.0
        values += [weight / norm for weight in weights]
        columns += [column[sense] for sense in form]
        starts.append(len(columns))
    shape = (len(rows), len(column))
    return csr_matrix((np.array(values), np.array(columns), np.array(starts)), shape=shape)


def _by_count(counts: dict[NormalForm, int]) -> Any:
    def key(form: NormalForm) -> tuple[int, NormalForm]:
        return -counts[form], form

    return key


def _by_total(counts: dict[NormalForm, int]) -> Any:
    def key(forms: tuple[NormalForm, ...]) -> tuple[int, NormalForm]:
        return -sum(counts[form] for form in forms), forms[0]

    return key
