"""A posting or a resume as numbers, worked out once; pairs are then compared by arrays alone.

A profile never holds a name, sex, age, birth date, photo, nationality, address, family state or
contact (152-ФЗ, ТК РФ ст. 64): it is made from concepts, words of work, months, levels, and what
is asked or wished of the work itself.  ``docs/fit.md`` says what each number means.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from podbor.features.attacks import honest, posting_runs, runs
from podbor.features.evidence import first_mentions
from podbor.features.personal import unnamed
from podbor.features.refusals import involvement_of, refusals_of
from podbor.features.told import (
    impersonal,
    is_list,
    job_spans,
    job_statements,
    job_text,
    posting_work_text,
    told_statements,
    told_text,
)
from podbor.meanings import words
from podbor.meanings.background import Background
from podbor.parse.dates import month_range
from podbor.records import Date, Job, Pay, Posting, Resume, Spoken, Statement, Value
from podbor.sections.modality import ALWAYS_NOT
from podbor.trades.lexicon import level_of_title, trades_of_title
from podbor.trades.model import TradeModel

LISTED = 0.3  # credit of a concept that only a list of keywords names
MANY_LISTED = 15  # concepts of lists that are believed so far; of more, each counts less
TOLD = 0.6  # of one that a sentence outside the jobs tells
LONG_LINE = 30  # words of a line from which it weighs in full
LONG_USE = 24  # months of a job from which a concept shown in it has full credit
NICE = 0.5  # weight of what is only nice to have
HALF_LIFE = 8 * 12  # months after which work counts half
SHORT_JOB = 6  # months: a job of so many counts half
NO_DATES = 12  # months that a job without dates counts for
LEVELS = ("secondary", "vocational", "incomplete_higher", "bachelor", "higher", "master")
EDUCATION = {name: i for i, name in enumerate((*LEVELS, "doctorate"))} | {"higher": 3}
FRAMEWORK = {"A1": 1, "A2": 2, "B1": 3, "B2": 4, "C1": 5, "C2": 6, "native": 7}
ASKED_LEVEL = 3  # of a language asked for without a level
STATED_LEVEL = 3  # of a language named without a level
HOURS_OF_MONTH = {"hour": 165.0, "shift": 15.0, "day": 21.0, "week": 4.3, "month": 1.0}
IN_HEADER = "position title_in_header"  # `why` of a position that no label or heading names
ASKING = frozenset({"duty", "skill", "knowledge", "tool", "experience", "education", "role_info"})


@dataclass(frozen=True)
class PostingProfile:
    """What a posting asks, as numbers.

    Parameters
    ----------
    must, nice, duties : mapping of str to float
        Weight of each concept asked.
    refused : frozenset of str
        Concepts that are not wanted.
    trade : array of float, shape (n_trades,)
        Chance of each trade.
    level : float
        Seniority, 1 trainee … 7 top.
    vector, title : array of float, shape (n_dimensions,)
        Meaning of its work and of its title, length 1 or 0.
    lines : array of float, shape (n_lines, n_dimensions)
        Meaning of each duty and requirement.
    words : mapping of int to float
        Rare words of its work.
    months : float
        Experience asked; nan if it says nothing.
    education : float
        Least level, 0 secondary … 6 doctorate; nan if it says nothing.
    languages : mapping of str to (float, bool)
        Code to the level asked and whether it must be.
    licences : frozenset of str
    workplace, employment, schedule : frozenset of str
    pay : float
        The most that is offered, roubles or other currency a month; nan if unknown.
    currency : str
    language : str
        Of the text.
    involved : mapping of str to float
        How much of the work is of each topic that people refuse, 0..1.
    runs : frozenset of int
        Runs of words, by which copies are known.
    """

    must: Mapping[str, float]
    nice: Mapping[str, float]
    duties: Mapping[str, float]
    refused: frozenset[str]
    trade: Any
    level: float
    vector: Any
    title: Any
    lines: Any
    words: Mapping[int, float]
    months: float
    education: float
    languages: Mapping[str, tuple[float, bool]]
    licences: frozenset[str]
    workplace: frozenset[str]
    employment: frozenset[str]
    schedule: frozenset[str]
    pay: float
    currency: str
    language: str
    involved: Mapping[str, float]
    runs: frozenset[int]


@dataclass(frozen=True)
class ResumeProfile:
    """What a resume shows, as numbers.

    Parameters
    ----------
    shown : mapping of str to float
        Credit of each concept, 0..1: full where a job of two years or more shows it.
    listed : frozenset of str
        Concepts that are named anywhere.
    refused : frozenset of str
        Concepts that the person refuses or lacks.
    jobs : array of float, shape (n_jobs, n_trades)
        Chance of each trade for each job.
    weights : array of float, shape (n_jobs,)
        How much each job counts: its length and how long ago it ended.
    months : array of float, shape (n_jobs,)
    wanted : array of float, shape (n_trades,) or None
        Trades of the positions looked for.
    level, wanted_level : float
        Highest seniority of the last ten years; of the position looked for, nan if none.
    vector, titles : array of float, shape (n_dimensions,)
        Meaning of the work told, of the titles held.
    lines : array of float, shape (n_lines, n_dimensions)
        Meaning of each statement that tells of work.
    line_trades : array of float, shape (n_told, n_trades)
        Chance of each trade for each such statement.
    line_words : array of float, shape (n_told,)
        Words of each, at most :data:`LONG_LINE`.
    mix : array of float, shape (n_trades,)
        Trades of the work as a whole: mean of the jobs by weight and of the statements; zeros
        where no work is told.
    words : mapping of int to float
        Rare words of the work told.
    experience : float
        Months worked; nan if unknown.
    education : float
    languages : mapping of str to float
    licences, workplace, employment, schedule : frozenset of str
    pay : float
        Wished, a month.
    currency : str
    length : float
        Words, natural logarithm.
    keywords : float
        Share of the text that is lists of keywords, 0..1.
    language : str
    refuses : frozenset of str
        Topics, as :func:`podbor.features.refusals.topics`.
    runs : frozenset of int
        Runs of words of the work told.
    """

    shown: Mapping[str, float]
    listed: frozenset[str]
    refused: frozenset[str]
    jobs: Any
    weights: Any
    months: Any
    wanted: Any
    level: float
    wanted_level: float
    vector: Any
    titles: Any
    lines: Any
    line_trades: Any
    line_words: Any
    mix: Any
    words: Mapping[int, float]
    experience: float
    education: float
    languages: Mapping[str, float]
    licences: frozenset[str]
    workplace: frozenset[str]
    employment: frozenset[str]
    schedule: frozenset[str]
    pay: float
    currency: str
    length: float
    keywords: float
    language: str
    refuses: frozenset[str]
    runs: frozenset[int]


def profile_posting(posting: Posting, background: Background, trades: TradeModel) -> PostingProfile:
    """Numbers of a posting."""
    asked = first_mentions(posting.mentions)
    wanted = {c: m for c, m in sorted(asked.items()) if c not in ALWAYS_NOT}
    weights = {c: background.rarity(c) for c, m in wanted.items() if m.modality != "not"}
    text = posting_work_text(posting)
    title = posting.title.text if posting.title else ""
    found = words.counts(text + "\n" + title)
    trade = trades.chances(title, text, sorted(weights))
    workplace, schedule = _values(posting.workplace), _values(posting.schedule)
    employment = _values(posting.employment)
    return PostingProfile(
        must={c: w for c, w in weights.items() if wanted[c].modality == "must"},
        nice={c: w for c, w in weights.items() if wanted[c].modality == "nice"},
        duties={c: w for c, w in weights.items() if c.startswith("duty/")},
        refused=frozenset(c for c, m in wanted.items() if m.modality == "not"),
        trade=trade,
        level=float(level_of_title(title)),
        vector=background.meanings.unit(found),
        title=background.meanings.unit(words.counts(title)),
        lines=_lines((s.text for s in posting.statements if s.kind in ASKING), background),
        words=words.weigh(found, background.words, background.common_word),
        months=_number(posting.required_months),
        education=_education(posting.education.value if posting.education else None),
        languages=_asked_languages(posting),
        licences=frozenset(value.value for value in posting.licences),
        workplace=workplace,
        employment=employment,
        schedule=schedule,
        pay=_monthly(posting.salary, most=True),
        currency=_currency(posting.salary),
        language=_language(posting.statements),
        involved=involvement_of(
            dict(zip(trades.ids, trade.tolist(), strict=True)),
            frozenset(weights),
            schedule,
            workplace,
            employment,
        ),
        runs=posting_runs(posting),
    )


def prepared(resume: Resume) -> Resume:
    """The resume without anything personal and without what is there for machines."""
    return honest(unnamed(resume))[0]


def profile_resume(resume: Resume, background: Background, trades: TradeModel) -> ResumeProfile:
    """Numbers of a resume, as :func:`prepared` gives it."""
    told = told_statements(resume)
    texts = [told_text(statement) for statement in told]
    found = words.counts("\n".join(texts))
    spans, chances = _job_chances(resume, told, trades)
    weights = [_job_weight(job, resume) for job in spans]
    wishes = "\n".join(wishes_of(resume))
    titles = "\n".join(job.title.text for job in resume.jobs if job.title)
    of_meaning = background.meanings
    refused = {m.concept for m in resume.mentions if m.modality == "not"} - ALWAYS_NOT
    shown = _shown(resume, told)
    job_weights = _array([weight for weight, _ in weights])
    job_trades = _stack(chances, len(trades.ids))
    line_trades = _stack([trades.learned("", text) for text in texts], len(trades.ids))
    line_words = _array([min(LONG_LINE, len(text.split())) for text in texts])
    return ResumeProfile(
        shown=shown,
        listed=frozenset(shown),
        refused=frozenset(refused - {c for c, credit in shown.items() if credit > LISTED}),
        jobs=job_trades,
        weights=job_weights,
        months=_array([months for _, months in weights]),
        wanted=_wanted(resume, trades),
        level=_level(resume),
        wanted_level=float(level_of_title(wishes)) if wishes else math.nan,
        vector=of_meaning.unit(found),
        titles=of_meaning.unit(words.counts(titles)),
        lines=_lines(texts, background),
        line_trades=line_trades,
        line_words=line_words,
        mix=_mix(job_trades, job_weights, line_trades, line_words),
        words=words.weigh(found, background.words, background.common_word),
        experience=_number(resume.experience_months),
        education=max(
            (_education(study.level.value) for study in resume.education if study.level),
            default=math.nan,
        ),
        languages=_spoken_levels(resume),
        licences=frozenset(value.value for value in resume.licences),
        workplace=_values(resume.workplace),
        employment=_values(resume.employment),
        schedule=_values(resume.schedule),
        pay=_monthly(resume.salary, most=False),
        currency=_currency(resume.salary),
        length=math.log1p(sum(len(s.text.split()) for s in resume.statements)),
        keywords=_keyword_share(resume),
        language=_language(resume.statements),
        refuses=frozenset(
            refusal.topic for refusal in refusals_of(resume.document.text, job_spans(resume))
        ),
        runs=frozenset(run for statement in told for run in runs(statement.text)),
    )


def _mix(jobs: Any, weights: Any, lines: Any, sizes: Any) -> Any:
    import numpy as np

    parts = []
    if len(jobs) and weights.sum() > 0:
        parts.append(weights @ jobs / weights.sum())
    if len(lines):
        parts.append(sizes @ lines / sizes.sum())
    empty = np.zeros(jobs.shape[1], dtype=np.float32)
    return np.mean(parts, axis=0).astype(np.float32) if parts else empty


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def _array(values: Sequence[float]) -> Any:
    import numpy as np

    return np.asarray(values, dtype=np.float32)


def _stack(rows: Sequence[Any], width: int) -> Any:
    import numpy as np

    return np.asarray(rows, dtype=np.float32).reshape(len(rows), width)


def _values(found: Iterable[Value[str]]) -> frozenset[str]:
    return frozenset(value.value for value in found)


def _education(level: str | None) -> float:
    return float(EDUCATION[level]) if level in EDUCATION else math.nan


def _lines(texts: Iterable[str], background: Background) -> Any:
    rows = [background.meanings.unit(words.counts(text)) for text in texts]
    kept = [row for row in rows if row.any()]
    return _stack(kept, background.meanings.n_dimensions)


def _monthly(found: Value[Pay] | None, *, most: bool) -> float:
    if found is None:
        return math.nan
    pay = found.value
    first, second = (pay.maximum, pay.minimum) if most else (pay.minimum, pay.maximum)
    amount = first if first is not None else second
    if amount is None:
        return math.nan
    if pay.period == "year":
        return amount / 12
    return amount * HOURS_OF_MONTH.get(pay.period or "month", math.nan)


def _currency(found: Value[Pay] | None) -> str:
    return (found.value.currency or "") if found else ""


def _language(statements: Iterable[Statement]) -> str:
    sizes = {"ru": 0, "en": 0}
    for statement in statements:
        if statement.language in sizes:
            sizes[statement.language] += len(statement.text)
    return max(sorted(sizes), key=sizes.__getitem__) if any(sizes.values()) else ""


def _asked_languages(posting: Posting) -> dict[str, tuple[float, bool]]:
    """Languages asked for; one that is only a plus is marked so."""
    found: dict[str, tuple[float, bool]] = {}
    for value in posting.languages:
        spoken = value.value
        level = FRAMEWORK.get(spoken.level or "", ASKED_LEVEL)
        found[spoken.code] = (float(level), _must_at(posting, value))
    return found


def _must_at(posting: Posting, value: Value[Spoken]) -> bool:
    """Tell whether the statement around a value is a must."""
    for statement in posting.statements:
        if statement.start <= value.start < statement.stop:
            modalities = [m.modality for m in statement.mentions if m.facet == "language"]
            return (modalities[0] if modalities else statement.modality) not in {"nice", "not"}
    return True


def _spoken_levels(resume: Resume) -> dict[str, float]:
    """Levels of languages; the one that a resume is written in counts as native."""
    found = {
        value.value.code: float(FRAMEWORK.get(value.value.level or "", STATED_LEVEL))
        for value in resume.languages
    }
    own = _language(resume.statements)
    if own == "ru" or (own and own not in found):
        found[own] = max(found.get(own, 0.0), 5.0)
    return found


def _shown(resume: Resume, told: Sequence[Statement]) -> dict[str, float]:
    """Credit of each concept that the person has."""
    telling = {statement.start for statement in told}
    credit: dict[str, float] = {}
    named = {m.concept for s in resume.statements if s.start not in telling for m in s.mentions}
    listed_credit = LISTED * min(1.0, MANY_LISTED / max(1, len(named)))
    for statement in impersonal(resume):
        job = next((job for job in resume.jobs if job.start <= statement.start < job.stop), None)
        listed = statement.start not in telling or is_list(statement)
        for mention in statement.mentions:
            if mention.modality == "not" or mention.concept in ALWAYS_NOT:
                continue
            value = listed_credit if listed else _credit(job, resume) if job else TOLD
            credit[mention.concept] = max(credit.get(mention.concept, 0.0), value)
    return dict(sorted(credit.items()))


def _credit(job: Job, resume: Resume) -> float:
    """Of a concept shown in a job: more for long and recent ones."""
    months = job.months if job.months is not None else NO_DATES
    length = TOLD + (1 - TOLD) * min(1.0, months / LONG_USE)
    faded = 0.5 ** (_months_ago(job, resume) / (2 * HALF_LIFE))
    return float(round(length * faded, 4))


def _months_ago(job: Job, resume: Resume) -> float:
    today = resume.today
    if today is None or job.current or job.end is None:
        return 0.0
    return float(max(0, _month(today) - _month(job.end)))


def _month(date: Date) -> int:
    return month_range(date, date, today=date)[0]


def _job_chances(
    resume: Resume, told: Sequence[Statement], trades: TradeModel
) -> tuple[list[Job], list[Any]]:
    """Jobs with the chance of each trade; a resume without jobs is one job of all its work."""
    jobs = list(resume.jobs)
    if not jobs:
        text = "\n".join(told_text(statement) for statement in told)
        if not text.strip():
            return [], []
        whole = Job(start=0, stop=len(resume.document.text), months=resume.experience_months)
        concepts = sorted({m.concept for m in resume.mentions if m.modality != "not"})
        return [whole], [trades.chances("", text, concepts)]
    rows = [(job, job.title.text if job.title else "", job_text(told, job)) for job in jobs]
    kept = [row for row in rows if row[1] or row[2]]
    return [job for job, _, _ in kept], [
        trades.chances(title, text, _concepts_of(told, job)) for job, title, text in kept
    ]


def _concepts_of(told: Sequence[Statement], job: Job) -> list[str]:
    """Concepts that a job shows, those of lists left out."""
    mentions = (m for s in job_statements(told, job) for m in s.mentions)
    return sorted({mention.concept for mention in mentions if mention.modality != "not"})


def _job_weight(job: Job, resume: Resume) -> tuple[float, float]:
    """How much a job counts, 0..1, and its months."""
    months = float(job.months if job.months is not None else NO_DATES)
    recent = 0.5 ** (_months_ago(job, resume) / HALF_LIFE)
    return round(months / (months + SHORT_JOB) * recent, 5), months


def wishes_of(resume: Resume) -> list[str]:
    """Positions looked for; a header that only repeats a title held wishes for nothing."""
    held = [set(words.buckets(job.title.text)) for job in resume.jobs if job.title]
    return [
        value.text
        for value in resume.positions
        if value.why != IN_HEADER
        or (trades_of_title(value.text.lower()) and not _repeats(value.text, held))
    ]


def _repeats(text: str, held: Sequence[set[int]]) -> bool:
    found = set(words.buckets(text))
    return not found or any(len(found & each) >= len(found) / 2 for each in held)


def _wanted(resume: Resume, trades: TradeModel) -> Any:
    """Trades of the positions looked for, or None."""
    texts = wishes_of(resume)
    if not texts:
        return None
    return sum(trades.chances(text, "") for text in texts) / len(texts)


def _level(resume: Resume) -> float:
    """Highest seniority of the jobs that still count by half or more."""
    levels = [
        float(level_of_title(job.title.text))
        for job in resume.jobs
        if job.title and _months_ago(job, resume) <= HALF_LIFE
    ]
    return max(levels, default=math.nan)


def _keyword_share(resume: Resume) -> float:
    """Share of the characters that stand in lists of keywords."""
    total = sum(len(statement.text) for statement in resume.statements)
    listed = sum(len(s.text) for s in resume.statements if is_list(s) or s.section == "skills")
    return listed / total if total else 0.0
