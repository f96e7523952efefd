"""Scoring of one pair."""

from __future__ import annotations

import os

from podbor.features import compare, pair_features
from podbor.features.pair import Background
from podbor.fit.model import FitModel, shipped_background, shipped_model
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date, Document, Match, Posting, Resume


def score(
    posting: str | os.PathLike[str] | Document | Posting,
    resume: str | os.PathLike[str] | Document | Resume,
    *,
    today: Date | None = None,
    model: FitModel | None = None,
    background: Background | None = None,
) -> Match:
    """Score how well a resume fits a posting, with the reasons.

    Parameters
    ----------
    posting, resume : path, str, Document or record
        What to compare.
    today : Date, optional
        What «по настоящее время» counts to; the current month by default.
    model, background : optional
        Others than the shipped ones.

    Returns
    -------
    Match
        Score 0..1, concepts matched, missing and not wanted with quotes, knock-outs.

    Raises
    ------
    ReadError
        If a file cannot be read.

    Examples
    --------
    >>> match = score("Оператор. Требования: знание Excel.", "Навыки: Excel, CRM")
    >>> 0 <= match.score <= 1, [evidence.concept for evidence in match.matched]
    (True, ['tool/excel'])
    """
    posting = parse_posting(posting)
    resume = parse_resume(resume, today=today)
    model = model or shipped_model()
    evidence = compare(posting, resume)
    features = pair_features(posting, resume, evidence, background or shipped_background())
    contributions = model.contributions(features)
    return Match(
        score=model.chance(contributions),
        matched=evidence.matched,
        missing=evidence.missing,
        not_wanted=evidence.not_wanted,
        knockouts=evidence.knockouts,
        contributions=contributions,
        model=model.name,
    )
