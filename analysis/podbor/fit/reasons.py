"""Why a pair got its score: contributions with quotes, and what would change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from podbor.features.evidence import PairEvidence
from podbor.features.pair import BAD, FEATURES
from podbor.features.profile import PostingProfile, ResumeProfile
from podbor.features.profiler import Profiler
from podbor.features.refusals import refusals_of
from podbor.features.told import job_spans, told_statements
from podbor.fit.model import FitModel
from podbor.meanings import words
from podbor.records import Change, Job, Posting, Quote, Reason, Resume, Statement, Value

LEAST_POINTS = 0.03  # log-odds below which a contribution is not told
MOST_CHANGES = 3
LEAST_CHANGE = 0.005  # of a score

Quotes = tuple[Quote | None, Quote | None]
NOTHING: Quotes = (None, None)
BY_JOB = frozenset(
    {
        "carry_best",
        "carry_mean",
        "level_over",
        "level_under",
        "relevant_years",
        "title_cosine",
        "transfer",
    }
)
BY_WISH = frozenset({"wish_carry", "wish_same", "wish_over"})
BY_TASK = frozenset({"carry_lines", "carry_share"})
BY_LINES = frozenset({"line_match", "meaning_cosine", "word_cosine"})


@dataclass(frozen=True)
class Compared:
    """A pair with all that was worked out of it.

    Parameters
    ----------
    posting, resume : Posting, Resume
        The resume as the profile was made from it.
    text : str
        Of the resume as it was read; quotes come from it.
    asked, shown : PostingProfile, ResumeProfile
        Their numbers.
    evidence : PairEvidence
    values, contributions : array of float, shape (n_features,)
    """

    posting: Posting
    resume: Resume
    text: str
    asked: PostingProfile
    shown: ResumeProfile
    evidence: PairEvidence
    values: Any
    contributions: Any


def reasons_of(pair: Compared, profiler: Profiler) -> tuple[Reason, ...]:
    """Contributions that matter, largest first, each with its quotes.

    What is only the absence of something bad («no refusal») is not told, though it counts.
    """
    finder = _Finder(pair, profiler)
    found = []
    for i, feature in enumerate(FEATURES):
        points, value = float(pair.contributions[i]), float(pair.values[i])
        nothing_bad = feature.direction == BAD and not value
        if abs(points) < LEAST_POINTS or nothing_bad:
            continue
        asked, shown = finder.quotes(feature.name)
        found.append(
            Reason(
                feature=feature.name,
                points=round(points, 4),
                value=round(value, 4),
                posting=asked,
                resume=shown,
            )
        )
    return tuple(sorted(found, key=_largest_first))


def _largest_first(reason: Reason) -> tuple[float, str]:
    return -abs(reason.points), reason.feature


class _Finder:
    """Finds the words that a feature looked at."""

    def __init__(self, pair: Compared, profiler: Profiler) -> None:
        self._posting = pair.posting
        self._resume = pair.resume
        self._evidence = pair.evidence
        self._pair = pair
        self._profiler = profiler

    def quotes(self, feature: str) -> Quotes:
        """Words of both texts; none where the feature is about the whole."""
        group = {
            "must_told": self._concept("must"),
            "nice_told": self._concept("nice"),
            "concept_cosine": self._concept(None),
            "duty_told": self._concept("duty"),
            "not_wanted": self._unwanted(),
            "refused": self._refused(),
        }
        if feature in group:
            return group[feature]
        title = _quote(self._posting.title)
        if feature in BY_JOB:
            return title, self._nearest_job()
        if feature in BY_WISH:
            return title, _quote(self._resume.position)
        if feature in BY_TASK:
            return title, self._nearest_task()
        return self._nearest_lines() if feature in BY_LINES else self._of_field(feature)

    def _of_field(self, feature: str) -> Quotes:
        posting, resume = self._posting, self._resume
        levels = [study.level for study in resume.education if study.level]
        fields: dict[str, Quotes] = {
            "experience_gap": (posting.required_months_quote, resume.experience_quote),
            "education_gap": (_quote(posting.education), _quote(next(iter(levels), None))),
            "language_gap": (_first(posting.languages), _first(resume.languages)),
            "licence_gap": (_first(posting.licences), _first(resume.licences)),
            "workplace_conflict": (_first(posting.workplace), _first(resume.workplace)),
            "schedule_conflict": (_first(posting.employment), _first(resume.employment)),
            "carry_last": (
                _quote(posting.title),
                _job_quote(next(iter(resume.jobs), None)),
            ),
            "pay_gap": (_quote(posting.salary), _quote(resume.salary)),
        }
        if feature == "topic_refused":
            return _quote(posting.title), self._refusal()
        return fields.get(feature, NOTHING)

    def _refusal(self) -> Quote | None:
        """The refusal that concerns the posting most."""
        resume, involved = self._resume, self._pair.asked.involved
        found = refusals_of(resume.document.text, job_spans(resume))
        found.sort(key=lambda refusal: -involved.get(refusal.topic, 0.0))
        if not found:
            return None
        start, stop = found[0].quote.start, found[0].quote.stop
        return Quote(start=start, stop=stop, text=self._pair.text[start:stop])

    def _read(self, statement: Statement) -> Quote:
        """A statement of the resume in the words that were read."""
        start, stop = statement.start, statement.stop
        return Quote(start=start, stop=stop, text=self._pair.text[start:stop])

    def _nearest_task(self) -> Quote | None:
        """The line of work that carries over most."""
        told = told_statements(self._resume)
        trades = self._pair.shown.line_trades
        if not told or len(trades) != len(told):
            return None
        carried = trades @ (self._profiler.carries @ self._pair.asked.trade)
        return self._read(told[int(carried.argmax())])

    def _concept(self, kind: str | None) -> Quotes:
        for evidence in self._evidence.matched:
            if kind in {None, evidence.modality} or evidence.concept.startswith(f"{kind}/"):
                return evidence.posting, evidence.resume
        for evidence in self._evidence.missing:
            if kind in {None, evidence.modality} or evidence.concept.startswith(f"{kind}/"):
                return evidence.posting, None
        return NOTHING

    def _unwanted(self) -> Quotes:
        found = next(iter(self._evidence.not_wanted), None)
        return (found.posting, found.resume) if found else NOTHING

    def _refused(self) -> Quotes:
        found = [k for k in self._evidence.knockouts if k.code == "concept_refused"]
        return (found[0].posting, found[0].resume) if found else NOTHING

    def _nearest_job(self) -> Quote | None:
        """Title of the job nearest in meaning to the posting's title."""
        title = self._posting.title
        jobs = [job for job in self._resume.jobs if job.title]
        if not jobs:
            return None
        asked = self._meaning(title.text if title else "")
        return _job_quote(max(jobs, key=lambda job: self._near(job, asked)))

    def _near(self, job: Job, asked: Any) -> tuple[float, int]:
        text = job.title.text if job.title else ""
        return round(float(self._meaning(text) @ asked), 6), -job.start

    def _meaning(self, text: str) -> Any:
        return self._profiler.background.meanings.unit(words.counts(text))

    def _nearest_lines(self) -> Quotes:
        """The duty or requirement and the line of work that lie nearest to each other."""
        asked = [s for s in self._posting.statements if s.kind in {"duty", "skill", "experience"}]
        told = told_statements(self._resume)
        if not asked or not told:
            return NOTHING
        import numpy as np

        left = np.array([self._meaning(s.text) for s in asked])
        right = np.array([self._meaning(s.text) for s in told])
        near = np.round(left @ right.T, 5)
        first, second = np.unravel_index(np.argmax(near), near.shape)
        return _statement_quote(asked[first]), self._read(told[second])


def _quote(value: Value[Any] | None) -> Quote | None:
    return Quote(start=value.start, stop=value.stop, text=value.text) if value else None


def _first(values: Sequence[Value[Any]]) -> Quote | None:
    return _quote(values[0]) if values else None


def _job_quote(job: Job | None) -> Quote | None:
    return _quote(job.title) if job else None


def _statement_quote(statement: Statement) -> Quote:
    return Quote(start=statement.start, stop=statement.stop, text=statement.text)


def changes_of(
    pair: Compared, score: float, model: FitModel, profiler: Profiler
) -> tuple[Change, ...]:
    """The missing concepts that would raise the score most if the resume showed them in work."""
    asked, shown, evidence = pair.asked, pair.shown, pair.evidence
    missing = {e.concept: e for e in evidence.missing if e.modality != "not"}
    if not missing:
        return ()
    names = sorted(missing)
    variants = [replace(shown, shown=_with(shown.shown, concept)) for concept in names]
    scores = model.scores(profiler.features(asked, variants, model.transfer))
    found = [
        Change(concept=name, score=float(value), posting=missing[name].posting)
        for name, value in zip(names, scores, strict=True)
        if value - score >= LEAST_CHANGE
    ]
    return tuple(sorted(found, key=_highest_first)[:MOST_CHANGES])


def _with(shown: Mapping[str, float], concept: str) -> dict[str, float]:
    return dict(sorted({**shown, concept: 1.0}.items()))


def _highest_first(change: Change) -> tuple[float, str]:
    return -change.score, change.concept
