"""Training of the classifier of trades on jobs whose title the lexicon knows.

Each job enters twice, its description and its title: at use both are asked apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from podbor.errors import DataError
from podbor.meanings.words import Meanings
from podbor.records import Posting, Resume
from podbor.trades.lexicon import shipped_trades, trades_of_title
from podbor.trades.model import TradeModel, dense_of, features_of

LEAST_SEEN = 3  # jobs with a key
NEAR_LINES = 5  # of lines written one after the other, which may resemble each other
LEAST_TEXT = 40  # characters
STRENGTH = 4.0  # inverse regularization
SMALLEST = 0.02  # weights below it are cut to nothing
DENSE_SCALE = 3.0  # how little the weights of meanings are held back


@dataclass(frozen=True, slots=True)
class Example:
    """A job of a known trade."""

    title: str
    text: str
    concepts: tuple[str, ...]
    trade: int
    source: str  # texts of one source never stand on both sides of a split


def example_of_posting(posting: Posting, source: str) -> Example | None:
    """The job that a posting describes; None if the lexicon does not know its title."""
    from podbor.features.told import posting_work_text

    title = posting.title.text if posting.title else ""
    text = posting_work_text(posting)
    concepts = tuple(sorted({mention.concept for mention in posting.mentions}))
    return _example(title, text, concepts, source)


def examples_of_resume(resume: Resume, source: str) -> list[Example]:
    """The jobs of a resume whose titles the lexicon knows."""
    from podbor.features.told import job_text, told_statements

    told = told_statements(resume)
    found = [
        _example(job.title.text, job_text(told, job), job.concepts, source)
        for job in resume.jobs
        if job.title
    ]
    return [example for example in found if example]


def examples_of_lines(folders: Sequence[Path]) -> Iterator[Example]:
    """Rows of ``.tsv`` files: trade, language, title, text.

    Raises
    ------
    DataError
        If a row has other columns or names no trade.
    """
    number = shipped_trades().number
    for folder in folders:
        for path in sorted(folder.glob("*.tsv")):
            for at, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
                cells = line.split("\t")
                if len(cells) != 4 or cells[0] not in number:
                    message = f"{path.name}: line {at + 1} is not trade, language, title, text"
                    raise DataError(message)
                source = f"{path.name}:{at // NEAR_LINES}"
                yield Example(cells[2], cells[3], (), number[cells[0]], source)


def _example(title: str, text: str, concepts: tuple[str, ...], source: str) -> Example | None:
    named = trades_of_title(title.lower()) if title else ()
    if len(named) != 1 or len(text) < LEAST_TEXT:
        return None
    return Example(title, text, concepts, named[0], source)


def _views(examples: Sequence[Example]) -> Iterator[tuple[str, str, tuple[str, ...], int]]:
    """What was done, and the title alone."""
    for e in examples:
        if e.text:
            yield "", e.text, e.concepts, e.trade
        if e.title:
            yield e.title, "", (), e.trade


def train_trades(examples: Sequence[Example], meanings: Meanings, *, seed: int = 0) -> TradeModel:
    """Fit the classifier.

    Raises
    ------
    ValueError
        If fewer than two trades have examples.
    """
    import numpy as np
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    views = list(_views(examples))
    rows = [features_of(*view[:3]) for view in views]
    trades = [view[3] for view in views]
    if len(set(trades)) < 2:
        message = "jobs of two trades or more are needed"
        raise ValueError(message)
    seen = Counter(key for row in rows for key in row)
    keys = sorted(key for key, n in seen.items() if n >= LEAST_SEEN)
    dense = np.array([dense_of(view[0], view[1], meanings) for view in views]) * DENSE_SCALE
    estimator = LogisticRegression(C=STRENGTH, max_iter=80, tol=1e-3, random_state=seed)
    estimator.fit(hstack([matrix_of(rows, keys), csr_matrix(dense)]).tocsr(), trades)
    ids = shipped_trades().ids
    weights = np.zeros((len(keys) + dense.shape[1], len(ids)))
    bias = np.full(len(ids), estimator.intercept_.min() - 2.0)
    weights[:, estimator.classes_] = estimator.coef_.T
    bias[estimator.classes_] = estimator.intercept_
    sparse = weights[: len(keys)]
    sparse[np.abs(sparse) < SMALLEST] = 0.0
    return TradeModel(
        ids, np.array(keys), sparse, bias, weights[len(keys) :] * DENSE_SCALE, meanings
    )


def matrix_of(rows: Sequence[dict[int, float]], keys: Sequence[int]) -> Any:
    """Sparse matrix of shape (n_rows, n_keys); unknown keys are left out."""
    import numpy as np
    from scipy.sparse import csr_matrix

    place = {key: i for i, key in enumerate(keys)}
    kept = [sorted((place[key], row[key]) for key in row if key in place) for row in rows]
    ends = np.cumsum([0, *(len(row) for row in kept)])
    columns = np.array([column for row in kept for column, _ in row], dtype=np.int32)
    values = np.array([value for row in kept for _, value in row])
    return csr_matrix((values, columns, ends), shape=(len(rows), len(keys)))


def held_out_accuracy(
    examples: Sequence[Example], meanings: Meanings, *, folds: int = 5
) -> dict[str, float]:
    """Share of jobs named right, with their titles and without, sources held out."""
    import numpy as np

    sources = sorted({example.source for example in examples})
    right = {"title": 0, "text": 0}
    for fold in range(folds):
        held = set(sources[fold::folds])
        model = train_trades([e for e in examples if e.source not in held], meanings)
        for example in examples:
            if example.source in held:
                named = model.learned(example.title, "")
                told = model.learned("", example.text, example.concepts)
                right["title"] += int(np.argmax(named)) == example.trade
                right["text"] += int(np.argmax(told)) == example.trade
    return {name: n / len(examples) for name, n in right.items()}
