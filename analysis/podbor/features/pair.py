"""The features of a posting–resume pair, all of them readable by a recruiter.

None of them sees a name, sex, age, address, nationality or contact (152-ФЗ, ТК РФ ст. 64): they
look at concepts, duties' words, months of work and the form of the text only.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from podbor.features import words
from podbor.features.evidence import PairEvidence, first_mentions
from podbor.records import Posting, Resume, Statement
from podbor.sections.modality import ALWAYS_NOT

LISTED = 0.4  # of the weight of a concept that only a list of keywords names
LONG_LIST = 10  # commas in a statement that is such a list
WORK_KINDS = frozenset(
    {"duty", "skill", "knowledge", "tool", "education", "experience", "role_info", "title"}
)
IN_JOBS = frozenset({"condition", "company"})

FEATURES = (
    "must_coverage",  # share of the must-have concepts shown, rare ones weigh more
    "duty_coverage",  # the same for duties alone
    "concept_similarity",  # cosine of the two sets of concepts
    "meaning_similarity",  # cosine of the texts in the space of latent meanings
    "text_similarity",  # cosine of the words of duties and requirements
    "text_coverage",  # share of the posting's rare words that the resume has
    "title_coverage",  # share of the title's words found in the titles of jobs held
    "experience_gap",  # years short of what is asked, 0 when enough or unknown
    "refused",  # must-haves that the resume refuses
)


@dataclass(frozen=True)
class Background:
    """How rare words and concepts are, from a collection of texts.

    Parameters
    ----------
    words : mapping of int to float
        Rarity of each bucket of :mod:`podbor.features.words`.
    common_word : float
        Of a bucket that the collection has not.
    concepts : mapping of str to float
        Rarity of each concept.
    common_concept : float
        Of a concept that the collection has not.
    meanings : array of float, shape (N_BUCKETS, n_meanings)
        Place of each bucket in the space of latent meanings (truncated SVD of the collection).
    """

    words: Mapping[int, float]
    common_word: float
    concepts: Mapping[str, float]
    common_concept: float
    meanings: Any = None


def pair_features(
    posting: Posting, resume: Resume, evidence: PairEvidence, background: Background
) -> dict[str, float]:
    """Features of a pair, in the order of :data:`FEATURES`."""
    asked = _concepts(posting.statements, background)
    shown = _concepts(_told(resume), background)
    listed = _concepts(resume.statements, background)
    shown = {key: weight * LISTED for key, weight in listed.items()} | shown
    duties = {key: value for key, value in asked.items() if key.startswith("duty/")}
    found = {
        "must_coverage": _coverage(asked, shown, listed),
        "duty_coverage": _coverage(duties, shown, listed),
        "concept_similarity": words.cosine(asked, shown),
        **_text_features(posting, resume, background),
        "experience_gap": _gap_years(posting.required_months, resume.experience_months),
        "refused": float(sum(k.code == "concept_refused" for k in evidence.knockouts)),
    }
    return {name: found[name] for name in FEATURES}


def _coverage(asked: dict[str, float], shown: dict[str, float], full: dict[str, float]) -> float:
    """Share of the asked weight that is shown; what is only listed counts :data:`LISTED`."""
    total = math.fsum(asked.values())
    found = (asked[key] * min(1.0, shown[key] / full[key]) for key in asked if full.get(key))
    return math.fsum(found) / total if total else 0.0


def _gap_years(needed: int | None, has: int | None) -> float:
    if not needed or has is None:
        return 0.0
    return max(0, needed - has) / 12


def _concepts(statements: Iterable[Statement], background: Background) -> dict[str, float]:
    """Weight of each concept asked or shown: rarity, half for what is only nice to have."""
    mentions = first_mentions(m for statement in statements for m in statement.mentions)
    found = {}
    for concept in sorted(mentions):
        modality = mentions[concept].modality
        if modality != "not" and concept not in ALWAYS_NOT:
            weight = background.concepts.get(concept, background.common_concept)
            found[concept] = weight * (0.5 if modality == "nice" else 1.0)
    return found


def _text_features(posting: Posting, resume: Resume, background: Background) -> dict[str, float]:
    def vector(text: str) -> words.Vector:
        return words.weigh(words.counts(text), background.words, background.common_word)

    asked = vector(work_text(posting.statements))
    shown = vector(_told_text(resume))
    title = vector(posting.title.text if posting.title else "")
    titles = vector(_titles(resume))
    return {
        "meaning_similarity": words.meaning_cosine(asked, shown, background.meanings),
        "text_similarity": words.cosine(asked, shown),
        "text_coverage": words.share(asked, shown),
        "title_coverage": words.share(title, titles),
    }


def _told(resume: Resume) -> list[Statement]:
    """Statements that tell of work: no names, no lists of keywords, no list of skills."""
    return [s for s in nameless(resume) if s.section != "skills" and not is_list(s)]


def is_list(statement: Statement) -> bool:
    """Tell whether a statement is a mere list of keywords.

    >>> from podbor.sections import analyse
    >>> text = "CRM, чат, звонки, Excel, 1С, речь, письма, отчёты, IVR, SLA, NPS"
    >>> [is_list(s) for s in analyse(text)]
    [True]
    """
    return sum(statement.text.count(mark) for mark in ",;·•|/") >= LONG_LIST


def nameless(resume: Resume) -> list[Statement]:
    """Statements of a resume but for those that hold the candidate's name."""
    name = resume.name
    if name is None:
        return list(resume.statements)
    return [s for s in resume.statements if s.stop <= name.start or name.stop <= s.start]


def work_text(statements: Iterable[Statement]) -> str:
    """Words of the statements that speak of the work; names and contacts are not among them."""
    return "\n".join(s.text for s in statements if s.kind in WORK_KINDS and s.language != "other")


def _told_text(resume: Resume) -> str:
    """Words that tell of work: of the kinds that do, and of any line inside a job.

    Free-form lines of a job are easily taken for conditions or company talk.
    """
    jobs = [(job.start, job.stop) for job in resume.jobs]
    return "\n".join(
        s.text
        for s in nameless(resume)
        if s.language != "other"
        and not is_list(s)
        and (s.kind in WORK_KINDS or (s.kind in IN_JOBS and _inside(s, jobs)))
    )


def _inside(statement: Statement, spans: list[tuple[int, int]]) -> bool:
    return any(start <= statement.start < stop for start, stop in spans)


def _titles(resume: Resume) -> str:
    """Titles of the jobs held; the position wanted is no evidence."""
    found = [job.title.text for job in resume.jobs if job.title]
    spans = [(job.start, job.stop) for job in resume.jobs]
    wanted = resume.position
    for statement in nameless(resume):
        held = _inside(statement, spans)
        if wanted and wanted.start < statement.stop and statement.start < wanted.stop and not held:
            continue
        if statement.kind == "experience" or (held and statement.kind == "title"):
            found.append(statement.text)
    return "\n".join(found)
