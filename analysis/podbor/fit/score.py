"""Scoring of one pair, with the reasons."""

from __future__ import annotations

import os
from collections.abc import Iterator

from podbor.features.attacks import honest
from podbor.features.evidence import compare
from podbor.features.profile import PostingProfile
from podbor.features.profiler import Profiler
from podbor.fit.model import FitModel, shipped_model
from podbor.fit.reasons import Compared, changes_of, reasons_of
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date, Document, Match, Notice, Posting, Resume


def score(
    posting: str | os.PathLike[str] | Document | Posting,
    resume: str | os.PathLike[str] | Document | Resume,
    *,
    today: Date | None = None,
    model: FitModel | None = None,
    profiler: Profiler | None = None,
) -> Match:
    """Score how well a resume fits a posting, with the reasons.

    Parameters
    ----------
    posting, resume : path, str, Document or record
        What to compare.
    today : Date, optional
        What «по настоящее время» counts to; the current month by default.
    model : FitModel, optional
    profiler : Profiler, optional
        Others than the shipped ones.

    Returns
    -------
    Match
        Score 0..1 with its interval, expected grade, concepts matched, missing and not wanted with
        quotes, reasons that add up to the score, knock-outs, warnings.

    Raises
    ------
    ReadError
        If a file cannot be read.
    ModelError
        If the model was made with another taxonomy or another statement model.

    Examples
    --------
    >>> match = score("Оператор. Требования: знание Excel.", "Навыки: Excel, CRM")
    >>> match.low <= match.score <= match.high, [e.concept for e in match.matched]
    (True, ['tool/excel'])
    """
    posting = parse_posting(posting)
    resume = parse_resume(resume, today=today)
    model = model or shipped_model()
    profiler = profiler or Profiler(today=today)
    ready = profiler.pair(posting, resume)
    asked, shown = ready.asked, ready.shown
    values = profiler.features(asked, [shown], model.transfer)
    contributions = model.contributions(values)[0]
    plain, warnings = honest(resume)
    evidence = compare(posting, plain)
    text = resume.document.text
    pair = Compared(posting, ready.resume, text, asked, shown, evidence, values[0], contributions)
    value = float(model.scores(values)[0])
    low, high = model.intervals(values)[0].tolist()
    return Match(
        score=value,
        low=min(low, value),
        high=max(high, value),
        grade=round(float(model.grades(values)[0]), 3),
        matched=evidence.matched,
        missing=evidence.missing,
        not_wanted=evidence.not_wanted,
        knockouts=evidence.knockouts,
        contributions={
            name: round(float(points), 6)
            for name, points in zip(model.features, contributions, strict=True)
        },
        bias=model.bias,
        reasons=reasons_of(pair, profiler),
        changes=changes_of(pair, value, model, profiler),
        notices=(*_notices(asked, resume, ready.copied), *warnings),
        model=model.name,
    )


def _notices(asked: PostingProfile, resume: Resume, copied: int) -> Iterator[Notice]:
    """What was missing or suspicious in the pair."""
    if not asked.must and not asked.nice and not len(asked.lines):
        yield Notice(code="posting_asks_nothing")
    if not resume.document.text.strip():
        yield Notice(code="empty_resume")
    elif not resume.jobs:
        yield Notice(code="no_jobs")
    if resume.document.text.strip() and not any(
        statement.language in {"ru", "en"} for statement in resume.statements
    ):
        yield Notice(code="unknown_language")
    if copied:
        yield Notice(code="copied_from_posting", detail=str(copied))
