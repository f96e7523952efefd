"""The features of posting–resume pairs: one posting against many resumes at once, as arrays.

Each feature means the same in every language and profession; :data:`FEATURES` gives its direction
and unit.  What one of the texts is silent about is ``nan``: no evidence either way, never a zero.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from podbor.features.profile import PostingProfile, ResumeProfile

GOOD, BAD, FREE = 1, -1, 0
CLOSE = 0.5  # share of work that carries over from which a job counts as relevant
LEVELS_ABOVE = 3  # steps of seniority above an offer that nobody minds
LEVELS_FREE = 1  # step of seniority up or down that nobody minds
WISH_ENOUGH = 0.4  # a position looked for that carries over so far is as good as any
SAME_ENOUGH = 0.15


class Feature(NamedTuple):
    """What a feature is.

    Parameters
    ----------
    name : str
    group : str
        For ablations and for telling contributions: concepts, role, level, requirements, wishes,
        text, form.
    direction : int
        1 more is better, -1 more is worse, 0 not known beforehand.
    unit : str
    meaning : str
    """

    name: str
    group: str
    direction: int
    unit: str
    meaning: str


FEATURES = (
    Feature("must_told", "concepts", GOOD, "share", "must-have concepts shown in work"),
    Feature("duty_told", "concepts", GOOD, "share", "duties of the posting shown in work"),
    Feature("nice_told", "concepts", GOOD, "share", "nice-to-have concepts shown in work"),
    Feature("concept_cosine", "concepts", GOOD, "cosine", "all concepts asked and shown"),
    Feature("transfer", "role", GOOD, "log-odds", "how such work carries over, from graded pairs"),
    Feature("carry_best", "role", GOOD, "share", "work of the best job that carries over"),
    Feature("carry_mean", "role", GOOD, "share", "work that carries over, all jobs by weight"),
    Feature("carry_last", "role", GOOD, "share", "work of the last job that carries over"),
    Feature("carry_lines", "role", GOOD, "share", "three lines of work that carry over most"),
    Feature("carry_share", "role", GOOD, "share", "lines of work that carry over"),
    Feature("relevant_years", "role", GOOD, "log years", "years in jobs that carry over"),
    Feature("title_cosine", "role", GOOD, "cosine", "titles held and the posting's title"),
    Feature("wish_carry", "wishes", GOOD, "share", "position looked for that carries over"),
    Feature("wish_same", "wishes", GOOD, "share", "chance that the same is looked for"),
    Feature("wish_over", "wishes", BAD, "steps", "seniority looked for above what is offered"),
    Feature("level_over", "level", BAD, "steps", "seniority far above what is offered"),
    Feature("level_under", "level", BAD, "steps", "seniority far below what is asked"),
    Feature("experience_gap", "requirements", BAD, "years", "years short of what is asked"),
    Feature("education_gap", "requirements", BAD, "steps", "education short of what is asked"),
    Feature("language_gap", "requirements", BAD, "levels", "languages short of what is asked"),
    Feature("licence_gap", "requirements", BAD, "count", "licences asked for and not named"),
    Feature("topic_refused", "wishes", BAD, "share", "kinds of work that the person refuses"),
    Feature("refused", "wishes", BAD, "share", "concepts asked that the person refuses"),
    Feature("not_wanted", "wishes", BAD, "count", "what is shown and the posting does not want"),
    Feature("workplace_conflict", "wishes", BAD, "0 or 1", "only remote wished, office offered"),
    Feature("schedule_conflict", "wishes", BAD, "0 or 1", "part time wished, full time offered"),
    Feature("pay_gap", "wishes", BAD, "log ratio", "pay wished above what is offered"),
    Feature("meaning_cosine", "text", GOOD, "cosine", "meaning of the work in both texts"),
    Feature("line_match", "text", GOOD, "cosine", "nearest line of work for each line asked"),
    Feature("word_cosine", "text", GOOD, "cosine", "rare words in both texts"),
    Feature("length", "form", FREE, "log words", "length of the resume, a control"),
    Feature("keywords", "form", BAD, "share", "lists of keywords in the resume"),
)
NAMES = tuple(feature.name for feature in FEATURES)
GROUPS = tuple(dict.fromkeys(feature.group for feature in FEATURES))


class ResumeBatch:
    """Profiles of resumes laid out as arrays, so that a posting meets all of them at once.

    Parameters
    ----------
    profiles : sequence of ResumeProfile
    """

    def __init__(self, profiles: Sequence[ResumeProfile]) -> None:
        import numpy as np

        self.profiles = tuple(profiles)
        concepts = sorted({concept for p in profiles for concept in (*p.shown, *p.refused)})
        self.concept_number = {concept: i for i, concept in enumerate(concepts)}
        width = len(concepts)
        self.shown = np.zeros((len(profiles), width), dtype=np.float32)
        self.refused = np.zeros((len(profiles), width), dtype=np.float32)
        for row, profile in enumerate(profiles):
            number = self.concept_number
            self.shown[row, [number[c] for c in profile.shown]] = list(profile.shown.values())
            self.refused[row, [number[c] for c in profile.refused]] = 1.0
        # what is only listed lowers the cosine like anything else that is not told
        self.shown_norm = np.sqrt((self.shown > 0).sum(axis=1))
        self.jobs, self.job_owner, self.job_first = _stacked([p.jobs for p in profiles])
        self.job_weight = np.concatenate([p.weights for p in profiles]) if profiles else _empty()
        self.job_months = np.concatenate([p.months for p in profiles]) if profiles else _empty()
        self.lines, self.line_owner, self.line_first = _stacked([p.lines for p in profiles])
        self.line_trades, self.told_owner, self.told_first = _stacked(
            [p.line_trades for p in profiles]
        )
        self.line_words = np.concatenate([p.line_words for p in profiles]) if profiles else _empty()
        self.vector = np.asarray([p.vector for p in profiles])
        self.titles = np.asarray([p.titles for p in profiles])
        self.words = _sparse([p.words for p in profiles])
        self.word_norm = np.sqrt(np.asarray(self.words.multiply(self.words).sum(axis=1)).ravel())
        self.mix = np.asarray([p.mix for p in profiles], dtype=np.float32)
        self.has_work = self.mix.any(axis=1) if len(profiles) else np.zeros(0, dtype=bool)
        self.has_wanted = np.array([p.wanted is not None for p in profiles], dtype=bool)
        n_trades = self.jobs.shape[1] if self.jobs.ndim == 2 else 0
        self.wanted_trades = np.asarray(
            [p.wanted if p.wanted is not None else np.zeros(n_trades) for p in profiles]
        )
        self.level = _column(p.level for p in profiles)
        self.wanted_level = _column(p.wanted_level for p in profiles)
        self.experience = _column(p.experience for p in profiles)
        self.education = _column(p.education for p in profiles)
        self.pay = _column(p.pay for p in profiles)
        self.length = _column(p.length for p in profiles)
        self.keywords = _column(p.keywords for p in profiles)
        self.says_language = np.array([bool(p.languages) for p in profiles], dtype=bool)
        self.remote_only = np.array([p.workplace == {"remote"} for p in profiles], dtype=bool)
        self.part_only = np.array([p.employment == {"part_time"} for p in profiles], dtype=bool)
        self.currency = np.array([p.currency for p in profiles])
        self._language: dict[str, Any] = {}
        self._licence: dict[str, Any] = {}

    def __len__(self) -> int:
        return len(self.profiles)

    def language(self, code: str) -> Any:
        """Level of a language of each resume, 0 where it is not named."""
        import numpy as np

        if code not in self._language:
            self._language[code] = np.array([p.languages.get(code, 0.0) for p in self.profiles])
        return self._language[code]

    def licence(self, category: str) -> Any:
        """Whether each resume names a licence."""
        import numpy as np

        if category not in self._licence:
            self._licence[category] = np.array([category in p.licences for p in self.profiles])
        return self._licence[category]


def _column(values: Iterable[float]) -> Any:
    import numpy as np

    return np.array(list(values), dtype=float)


def _empty() -> Any:
    import numpy as np

    return np.zeros(0, dtype=np.float32)


def _stacked(parts: Sequence[Any]) -> tuple[Any, Any, Any]:
    """Rows of all parts, the part of each row, and the first row of each part that has one."""
    import numpy as np

    sizes = np.array([len(part) for part in parts], dtype=int)
    rows = np.concatenate(parts) if len(parts) else np.zeros((0, 0), dtype=np.float32)
    owners = np.repeat(np.arange(len(parts)), sizes)
    return rows, owners, np.concatenate([[0], np.cumsum(sizes)])[:-1]


def _sparse(rows: Sequence[Any]) -> Any:
    import numpy as np
    from scipy.sparse import csr_matrix

    from podbor.meanings.words import N_BUCKETS

    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.fromiter((key for row in rows for key in row), dtype=np.int32, count=ends[-1])
    values = np.fromiter((v for row in rows for v in row.values()), dtype=float, count=ends[-1])
    return csr_matrix((values, columns, ends), shape=(len(rows), N_BUCKETS))


def pair_features(
    posting: PostingProfile, batch: ResumeBatch, carries: Any, transfer: Any = None
) -> Any:
    """Features of a posting with each resume of a batch.

    Parameters
    ----------
    posting : PostingProfile
    batch : ResumeBatch
    carries : array of float, shape (n_trades, n_trades)
        How work in one trade carries into another, 0..1; see :class:`podbor.trades.Trades`.
    transfer : array of float, shape (n_trades, n_trades), optional
        What graded pairs add to it, see :mod:`podbor.features.transfer`; nothing if left out.

    Returns
    -------
    array of float, shape (n_resumes, n_features)
        Columns as :data:`FEATURES`; nan where one of the texts is silent.
    """
    import numpy as np

    role = _role(posting, batch, carries)
    columns = {
        **_concepts(posting, batch),
        **role,
        "transfer": _transfer(posting, batch, transfer),
        **_levels(posting, batch),
        **_requirements(posting, batch),
        **_wishes(posting, batch, role["carry_mean"]),
        **_texts(posting, batch),
        "length": batch.length,
        "keywords": batch.keywords,
    }
    return np.column_stack([np.round(columns[name].astype(float), 6) for name in NAMES])


def _transfer(posting: PostingProfile, batch: ResumeBatch, transfer: Any) -> Any:
    import numpy as np

    found = np.full(len(batch), np.nan)
    if transfer is not None:
        found[batch.has_work] = batch.mix[batch.has_work] @ (transfer @ posting.trade)
    return found


def _share(weights: dict[str, float], batch: ResumeBatch, credit: Any) -> Any:
    """Share of the weight of some concepts that is credited, nan where none is asked."""
    import numpy as np

    total = math.fsum(weights.values())
    if not total:
        return np.full(len(batch), np.nan)
    number = batch.concept_number
    known = [(number[c], w) for c, w in weights.items() if c in number]
    if not known:
        return np.zeros(len(batch))
    columns, values = zip(*known, strict=True)
    return credit[:, list(columns)] @ np.array(values) / total


def _concepts(posting: PostingProfile, batch: ResumeBatch) -> dict[str, Any]:
    import numpy as np

    asked = {**posting.nice, **posting.must}
    norm = math.hypot(*asked.values()) if asked else 0.0
    together = _share(asked, batch, batch.shown) * math.fsum(asked.values())
    with np.errstate(invalid="ignore", divide="ignore"):
        cosine = np.where(batch.shown_norm > 0, together / (norm * batch.shown_norm), 0.0)
    return {
        "must_told": _share(dict(posting.must), batch, batch.shown),
        "duty_told": _share(dict(posting.duties), batch, batch.shown),
        "nice_told": _share(dict(posting.nice), batch, batch.shown),
        "concept_cosine": cosine if asked else np.full(len(batch), np.nan),
    }


def _role(posting: PostingProfile, batch: ResumeBatch, carries: Any) -> dict[str, Any]:
    import numpy as np

    n = len(batch)
    carry = batch.jobs @ (carries @ posting.trade) if len(batch.jobs) else _empty()
    weight = batch.job_weight
    with_jobs = np.bincount(batch.job_owner, minlength=n) > 0
    total = np.bincount(batch.job_owner, weights=weight, minlength=n)
    mean = np.bincount(batch.job_owner, weights=weight * carry, minlength=n)
    years = np.bincount(
        batch.job_owner, weights=batch.job_months / 12 * np.clip(carry, 0, 1), minlength=n
    )
    last = np.full(n, np.nan)
    first_rows = batch.job_first[with_jobs]
    last[with_jobs] = carry[first_rows]
    wanted = np.full(n, np.nan)
    if batch.has_wanted.any():
        wished = batch.wanted_trades[batch.has_wanted] @ (carries @ posting.trade)
        wanted[batch.has_wanted] = np.minimum(WISH_ENOUGH, wished)
    lines = batch.line_trades @ (carries @ posting.trade) if len(batch.line_trades) else _empty()
    n_told = np.bincount(batch.told_owner, minlength=n)
    sizes = np.bincount(batch.told_owner, weights=batch.line_words, minlength=n)
    return {
        "carry_lines": _top_mean(lines, batch.told_first, n_told),
        "carry_share": np.where(
            n_told > 0,
            np.bincount(batch.told_owner, weights=lines * batch.line_words, minlength=n)
            / np.maximum(sizes, 1),
            np.nan,
        ),
        "wish_same": np.where(
            batch.has_wanted,
            np.minimum(SAME_ENOUGH, batch.wanted_trades @ posting.trade),
            np.nan,
        ),
        "carry_best": _highest(carry * (0.5 + 0.5 * weight), batch, with_jobs),
        "carry_mean": np.where(total > 0, mean / np.where(total > 0, total, 1), np.nan),
        "carry_last": last,
        "wish_carry": wanted,
        "relevant_years": np.where(with_jobs, np.log1p(years), np.nan),
        "title_cosine": _cosine(batch.titles, posting.title),
    }


def _top_mean(values: Any, firsts: Any, sizes: Any, *, top: int = 3) -> Any:
    """Mean of the greatest values of each resume, nan for those that tell nothing."""
    import numpy as np

    found = np.full(len(sizes), np.nan)
    for row in np.flatnonzero(sizes):
        block = values[firsts[row] : firsts[row] + sizes[row]]
        found[row] = np.sort(block)[-top:].mean()
    return found


def _highest(values: Any, batch: ResumeBatch, with_jobs: Any) -> Any:
    """Greatest value among the jobs of each resume, nan for those without jobs."""
    import numpy as np

    found = np.full(len(batch), np.nan)
    if with_jobs.any():
        found[with_jobs] = np.maximum.reduceat(values, batch.job_first[with_jobs])
    return found


def _cosine(rows: Any, vector: Any) -> Any:
    """Cosine of unit rows with a unit vector, nan where either is empty."""
    import numpy as np

    if not vector.any():
        return np.full(len(rows), np.nan)
    return np.where(rows.any(axis=1), rows @ vector, np.nan)


def _levels(posting: PostingProfile, batch: ResumeBatch) -> dict[str, Any]:
    import numpy as np

    return {
        "level_over": np.maximum(0, batch.level - posting.level - LEVELS_ABOVE),
        "level_under": np.maximum(0, posting.level - batch.level - LEVELS_FREE),
        "wish_over": np.maximum(0, batch.wanted_level - posting.level - LEVELS_FREE),
    }


def _requirements(posting: PostingProfile, batch: ResumeBatch) -> dict[str, Any]:
    import numpy as np

    n = len(batch)
    short = np.zeros(n)
    for code, (level, must) in sorted(posting.languages.items()):
        if must:
            short += np.maximum(0, level - batch.language(code))
    if posting.language and posting.language not in posting.languages:
        short += np.maximum(0, 3.0 - batch.language(posting.language))
    missing = np.zeros(n)
    for category in sorted(posting.licences):
        missing += ~batch.licence(category)
    return {
        "experience_gap": np.maximum(0, posting.months - batch.experience) / 12,
        "education_gap": np.maximum(0, posting.education - batch.education),
        "language_gap": np.where(batch.says_language, short, np.nan),
        "licence_gap": missing,
    }


def _wishes(posting: PostingProfile, batch: ResumeBatch, carried: Any) -> dict[str, Any]:
    """What is wished or refused; a refusal weighs as far as the person could do the work."""
    import numpy as np

    asked = {**posting.nice, **posting.must}
    refused = _share(asked, batch, batch.refused)
    unwanted = [batch.concept_number[c] for c in posting.refused if c in batch.concept_number]
    remote = bool(posting.workplace & {"remote", "hybrid"})
    part = bool(posting.employment & {"part_time"})
    same = (batch.currency == posting.currency) | (batch.currency == "")
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = np.log(batch.pay / posting.pay) if posting.pay > 0 else np.full(len(batch), np.nan)
    topics = [sum(posting.involved.get(t, 0.0) for t in p.refuses) for p in batch.profiles]
    return {
        "topic_refused": np.clip(topics, 0, 1.5) * np.nan_to_num(carried),
        "refused": np.nan_to_num(refused),
        "not_wanted": (batch.shown[:, unwanted] > 0).sum(axis=1).astype(float),
        "workplace_conflict": batch.remote_only & (not remote),
        "schedule_conflict": batch.part_only & (not part),
        "pay_gap": np.where(same & np.isfinite(ratio), np.clip(ratio, 0, 2), np.nan),
    }


def _texts(posting: PostingProfile, batch: ResumeBatch) -> dict[str, Any]:
    import numpy as np

    asked = _sparse([posting.words])
    together = np.asarray((batch.words @ asked.T).todense()).ravel()
    norm = math.hypot(*posting.words.values()) if posting.words else 0.0
    cross = np.array([p.language != posting.language for p in batch.profiles], dtype=bool)
    silent = cross | (batch.word_norm == 0) | (not norm)
    return {
        "meaning_cosine": _cosine(batch.vector, posting.vector),
        "line_match": _nearest_lines(posting, batch),
        "word_cosine": np.where(
            silent, np.nan, together / np.where(silent, 1, norm * batch.word_norm)
        ),
    }


def _nearest_lines(posting: PostingProfile, batch: ResumeBatch) -> Any:
    """Mean over the lines asked of the cosine with the nearest line of each resume."""
    import numpy as np

    near = np.full(len(batch), np.nan)
    if not len(posting.lines) or not len(batch.lines):
        return near
    some = np.diff([*batch.line_first, len(batch.lines)]) > 0
    cosines = batch.lines @ posting.lines.T
    near[some] = np.maximum.reduceat(cosines, batch.line_first[some], axis=0).mean(axis=1)
    return near
