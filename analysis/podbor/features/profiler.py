"""Texts and records to profiles, each once; and the features of many pairs of them."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from podbor.features.attacks import without_copies
from podbor.features.pair import NAMES, ResumeBatch, pair_features
from podbor.features.profile import (
    PostingProfile,
    ResumeProfile,
    prepared,
    profile_posting,
    profile_resume,
)
from podbor.meanings.background import Background, shipped_background
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date, Document, Posting, Resume
from podbor.trades.lexicon import shipped_trades
from podbor.trades.model import TradeModel, shipped_trade_model

Source = str | os.PathLike[str] | Document
AnyPosting = Source | Posting | PostingProfile
AnyResume = Source | Resume | ResumeProfile
LEAST_SHARED = 3  # runs of words in common from which a resume is searched for copies


class Pairing(NamedTuple):
    """A posting and a resume made ready for comparison.

    Parameters
    ----------
    asked, shown : PostingProfile, ResumeProfile
    resume : Resume
        Without anything personal, copied or meant for machines; offsets are the original's.
    copied : int
        Statements that it copied from the posting.
    """

    asked: PostingProfile
    shown: ResumeProfile
    resume: Resume
    copied: int


class Profiler:
    """Makes profiles and compares them.

    Parameters
    ----------
    background : Background, optional
    trades : TradeModel, optional
        Others than the shipped ones.
    today : Date, optional
        What «по настоящее время» counts to.
    """

    def __init__(
        self,
        background: Background | None = None,
        trades: TradeModel | None = None,
        today: Date | None = None,
    ) -> None:
        self.background = background or shipped_background()
        self.trades = trades or shipped_trade_model()
        self.today = today
        self.carries = shipped_trades().carries

    def posting(self, source: AnyPosting) -> PostingProfile:
        """Profile of a posting."""
        if isinstance(source, PostingProfile):
            return source
        return profile_posting(parse_posting(source), self.background, self.trades)

    def resume(self, source: AnyResume) -> ResumeProfile:
        """Profile of a resume."""
        if isinstance(source, ResumeProfile):
            return source
        record = prepared(parse_resume(source, today=self.today))
        return profile_resume(record, self.background, self.trades)

    def pair(self, posting: Source | Posting, resume: Source | Resume) -> Pairing:
        """Profiles of a pair; lines that the resume copied from the posting are left out."""
        wanted = parse_posting(posting)
        asked = self.posting(wanted)
        record = prepared(parse_resume(resume, today=self.today))
        rest, copied = without_copies(record, wanted)
        return Pairing(asked, profile_resume(rest, self.background, self.trades), rest, copied)

    def features(
        self, posting: PostingProfile, resumes: Sequence[ResumeProfile], transfer: Any = None
    ) -> Any:
        """Features of a posting with each of some resumes, shape (n_resumes, n_features)."""
        return pair_features(posting, ResumeBatch(resumes), self.carries, transfer)

    def table(
        self,
        postings: Sequence[PostingProfile],
        resumes: Sequence[ResumeProfile],
        transfer: Any = None,
    ) -> Any:
        """Features of pairs, shape (n_pairs, n_features); equal postings are done at once."""
        import numpy as np

        found = np.full((len(postings), len(NAMES)), np.nan)
        rows: dict[int, list[int]] = defaultdict(list)
        for row, posting in enumerate(postings):
            rows[id(posting)].append(row)
        for same in rows.values():
            found[same] = self.features(postings[same[0]], [resumes[r] for r in same], transfer)
        return found


def profiles_of(
    profiler: Profiler, pairs: Sequence[tuple[AnyPosting, AnyResume]]
) -> tuple[list[PostingProfile], list[ResumeProfile]]:
    """Profiles of pairs; a text or record that stands in many pairs is read once."""
    postings: dict[Any, PostingProfile] = {}
    records: dict[Any, AnyResume] = {}
    resumes: dict[Any, ResumeProfile] = {}
    left: list[PostingProfile] = []
    right: list[ResumeProfile] = []
    for posting, resume in pairs:
        first, second = _key(posting), _key(resume)
        if first not in postings:
            postings[first] = profiler.posting(posting)
        if second not in resumes:
            if isinstance(resume, ResumeProfile):
                records[second] = resumes[second] = resume
            else:
                records[second] = parse_resume(resume, today=profiler.today)
                resumes[second] = profiler.resume(records[second])
        asked, found = postings[first], resumes[second]
        if len(found.runs & asked.runs) >= LEAST_SHARED:
            found = _without_copies(profiler, posting, records[second], found)
        left.append(asked)
        right.append(found)
    return left, right


def _without_copies(
    profiler: Profiler, posting: AnyPosting, resume: AnyResume, found: ResumeProfile
) -> ResumeProfile:
    """The profile anew if lines were copied; a profile given as such stays as it is."""
    if isinstance(posting, PostingProfile) or isinstance(resume, ResumeProfile):
        return found
    return profiler.pair(posting, resume).shown


def _key(source: Any) -> Any:
    return str(source) if isinstance(source, (str, os.PathLike)) else id(source)
