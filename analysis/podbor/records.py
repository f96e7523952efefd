"""Records that pass between the stages; this module knows nobody.

A few methods hand over to ``podbor.export`` and ``podbor.parse`` when they are called, so that
users find what they expect on the record; nothing is imported before.

Offsets are half-open, in code points, into the text exactly as it was read:
``document.text[start:stop]`` is the evidence of a value.  Absent is ``None``; scores are 0..1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

Kind = Literal[
    "title",
    "heading",
    "duty",
    "skill",
    "knowledge",
    "tool",
    "education",
    "experience",
    "condition",
    "right",
    "liability",
    "company",
    "role_info",
    "advice",
    "other",
    "noise",
]
T = TypeVar("T")
Modality = Literal["must", "nice", "not", "-"]
Language = Literal["ru", "en", "other"]


def check_span(start: int, stop: int) -> None:
    """Refuse offsets that cannot be a stretch of text.

    Raises
    ------
    ValueError
        If ``start`` is negative or after ``stop``.
    """
    if not 0 <= start <= stop:
        message = f"offsets must satisfy 0 <= start <= stop, got {start}, {stop}"
        raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch of a text with the words that stand there.

    Parameters
    ----------
    start, stop : int
        Half-open offsets in code points.
    text : str
        The words at these offsets.
    """

    start: int
    stop: int
    text: str

    def __post_init__(self) -> None:
        check_span(self.start, self.stop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something a reader of the document should know.

    Parameters
    ----------
    code : str
        Stable name in snake case, such as ``hidden_text``; reports translate it.
    detail : str
        Counts or names that go with it; never words of the document.
    """

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a document that its layout sets apart.

    Parameters
    ----------
    start, stop : int
        Half-open offsets into ``Document.text``.
    kind : str
        ``paragraph``, ``heading``, ``item``, ``cell``, ``header``, ``footer`` or, for files with
        named fields, ``field:NAME`` (``field:title``).
    page : int or None
        Page number from 1; ``None`` where the format has no pages.
    """

    start: int
    stop: int
    kind: str = "paragraph"
    page: int | None = None

    def __post_init__(self) -> None:
        check_span(self.start, self.stop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader gives: the text of one file and the map of its pages and blocks.

    Parameters
    ----------
    name : str
        File name without folders, or ``""`` for a text that came from no file.
    format : str
        ``txt``, ``md``, ``html``, ``pdf``, ``docx``, ``rtf``, ``odt`` or ``json``.
    text : str
        The text exactly as read; every offset in podbor points into it.
    blocks : tuple of Block
        Sorted by ``start``; may be empty.
    n_pages : int or None
        Pages of a paged format.
    encoding : str or None
        Codec that decoded a byte format, by its Python name.
    notices : tuple of Notice
        What went less than well.
    """

    name: str
    format: str
    text: str
    blocks: tuple[Block, ...] = ()
    n_pages: int | None = None
    encoding: str | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A taxonomy concept found in a text.

    Parameters
    ----------
    start, stop : int
        Half-open offsets; ``text`` stands there.
    concept : str
        Id ``facet/slug``.
    modality : str
        ``must``, ``nice`` or ``not``.
    text : str
        The words that matched, gaps included.
    why : str
        The layer with the taxonomy form that found it or the chance that the linker gives it, and
        the section: ``form: ^принимать ~2 звонок; section: duties``, ``linker: 0.84``.
    score : float
        0..1: chance that people would read the concept there.
    min_months, max_months : int or None
        Experience asked for or had: «от 1 года» is 12 and None.
    level : str or None
        ``basic``, ``intermediate``, ``confident``, ``advanced``, ``fluent``, ``native`` or a level
        of the European framework, ``A1`` to ``C2``.
    frequency : str or None
        ``daily``, ``weekly``, ``monthly``, ``quarterly``, ``yearly``, ``regularly``, ``sometimes``.
    either : int or None
        Mentions of a statement with the same number are alternatives: «Excel или 1С».
    """

    start: int
    stop: int
    concept: str
    modality: Modality
    text: str
    why: str = ""
    score: float = 1.0
    min_months: int | None = None
    max_months: int | None = None
    level: str | None = None
    frequency: str | None = None
    either: int | None = None

    def __post_init__(self) -> None:
        check_span(self.start, self.stop)

    @property
    def facet(self) -> str:
        """Facet of the concept: the part of its id before the slash."""
        return self.concept.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A heading, list item, sentence or clause, and what it says.

    Parameters
    ----------
    start, stop : int
        Half-open offsets; ``text`` stands there.
    kind : str
        One of :data:`Kind`.
    modality : str
        ``must``, ``nice``, ``not`` or ``-`` where it asks nothing of the person.
    language : str
        ``ru``, ``en`` or ``other``.
    section : str or None
        Family of the heading above: ``duties``, ``requirements``, ``nice``, ``conditions``,
        ``company``, ``experience``, ``education``, ``skills`` …; ``None`` above the first heading.
    mentions : tuple of Mention
        Sorted by offset.
    unlinked : tuple of Quote
        What it names beside: clear duties and skills that the taxonomy has no concept for.
    """

    start: int
    stop: int
    text: str
    kind: Kind
    modality: Modality
    language: Language
    section: str | None = None
    mentions: tuple[Mention, ...] = ()
    unlinked: tuple[Quote, ...] = ()

    def __post_init__(self) -> None:
        check_span(self.start, self.stop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A month or a year.

    Parameters
    ----------
    year : int
    month : int or None
        1..12; ``None`` when the text gives the year only.
    """

    year: int
    month: int | None = None

    def __post_init__(self) -> None:
        if self.month is not None and not 1 <= self.month <= 12:
            message = f"a month is 1..12, got {self.month}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value(Generic[T]):
    """What a field says, with the words it was read from.

    Parameters
    ----------
    value : T
        In the field's own terms: ``"+79000000012"``, a :class:`Pay`, ``"part_time"``.
    start, stop : int
        Half-open offsets; ``text`` stands there.
    text : str
        The words as written.
    page : int or None
        From 1; ``None`` where the format has no pages.
    confidence : float
        0..1: share of such readings that were right on the development files.
    why : str
        The rule that decided; where candidates were scored, their features and points.
    inferred : bool
        A guess that the words suggest and do not say, such as "fluent" read as C1.
    """

    value: T
    start: int
    stop: int
    text: str
    page: int | None = None
    confidence: float = 1.0
    why: str = ""
    inferred: bool = False

    def __post_init__(self) -> None:
        check_span(self.start, self.stop)

    @property
    def quote(self) -> Quote:
        """The words and where they stand."""
        return Quote(start=self.start, stop=self.stop, text=self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """Money for work.

    Parameters
    ----------
    minimum, maximum : int, float or None
        Whole units of the currency per period, cents as a fraction; equal for one amount; one of
        them ``None`` for «от 40 000» or "up to $20".
    currency : str or None
        ISO 4217.
    period : str or None
        ``hour``, ``shift``, ``day``, ``week``, ``month``, ``year`` or ``project``.
    gross : bool or None
        Before tax, after tax, or not said.
    bonus : bool
        Bonuses, commission or tips come on top.
    """

    minimum: float | None = None
    maximum: float | None = None
    currency: str | None = None
    period: str | None = None
    gross: bool | None = None
    bonus: bool = False

    def __post_init__(self) -> None:
        if self.minimum is None and self.maximum is None:
            message = "pay needs a minimum or a maximum"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A language and how well.

    Parameters
    ----------
    code : str
        ISO 639-1.
    level : str or None
        ``A1`` .. ``C2`` or ``native``.
    """

    code: str
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Working time.

    Parameters
    ----------
    minimum, maximum : float
        Hours; equal for one number.
    per : str
        ``day`` (or shift) or ``week``.
    """

    minimum: float
    maximum: float
    per: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job of a resume.

    Parameters
    ----------
    start, stop : int
        Half-open offsets of the whole entry, from its dates or title to its last line.
    title, employer : Value of str or None
        As written.
    role : str or None
        Id of the taxonomy's role that the title names.
    begin, end : Date or None
        First and last month or year; ``end`` is ``None`` when unknown or while ``current``.
    current : bool
        The job is still held.
    months : int or None
        Whole months, both ends included; a current job counts to the resume's own date.
    dates : Value of str or None
        The words the dates were read from; the value is the ISO interval, ``2019-03/2021-05``,
        open at its end while current.
    concepts : tuple of str
        Ids of the concepts that its statements show, sorted.
    """

    start: int
    stop: int
    title: Value[str] | None = None
    employer: Value[str] | None = None
    role: str | None = None
    begin: Date | None = None
    end: Date | None = None
    current: bool = False
    months: int | None = None
    dates: Value[str] | None = None
    concepts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_span(self.start, self.stop)
        if self.months is not None and self.months < 0:
            message = f"a job cannot last {self.months} months"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """One entry of education, or one course.

    Parameters
    ----------
    start, stop : int
        Half-open offsets of the entry.
    level : Value of str or None
        ``secondary``, ``vocational``, ``incomplete_higher``, ``higher``, ``bachelor``, ``master``
        or ``doctorate``; ``None`` for courses.
    institution, name : Value of str or None
        As written; ``name`` is the speciality, or the course.
    begin, end : int or None
        Years.
    """

    start: int
    stop: int
    level: Value[str] | None = None
    institution: Value[str] | None = None
    name: Value[str] | None = None
    begin: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        check_span(self.start, self.stop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Months in a career: a gap between jobs, or jobs held at the same time.

    Parameters
    ----------
    begin, end : Date
        First and last month.
    months : int
        Both ends included.
    """

    begin: Date
    end: Date
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A job posting; a field that the posting is silent about is ``None`` or empty.

    Parameters
    ----------
    document : Document
        Where every offset of this record points.
    title : Value of str or None
        The name of the vacancy.
    role : str or None
        Id of the taxonomy's role that the title names; its level and ISCO group stand there.
    employer : Value of str or None
        Who hires.
    agency : Value of bool or None
        True where an agency writes for a client.
    location : Value of str or None
        Town of the work.
    workplace : tuple of Value of str
        ``office``, ``remote``, ``hybrid``, ``field``.
    employment : tuple of Value of str
        ``full_time``, ``part_time``, ``project``, ``temporary``, ``contract``, ``internship``,
        ``volunteer``.
    schedule : tuple of Value of str
        Patterns such as ``2/2`` and shifts: ``day``, ``night``, ``evening``, ``rotating``,
        ``flexible``, ``weekend``, ``rotation``, ``full_day``.
    hours : Value of Hours or None
        Working time.
    times : Value of str or None
        ``09:00-18:00``.
    salary : Value of Pay or None
        What is offered.
    statements : tuple of Statement
        In the order of the text.
    required_months, most_months : int or None
        Least and most experience asked for; 0 and None when the posting says that none is needed.
    required_months_quote : Quote or None
        The words that say so.
    education : Value of str or None
        The lowest level that is enough, in the words of :class:`Study`.
    languages : tuple of Value of Spoken
        Asked for.
    licences : tuple of Value of str
        Categories of a driving licence: ``B``.
    openings : Value of int or None
        People wanted.
    phones, emails : tuple of Value of str
        Contacts: E.164, lower case.
    published, until : Value of str or None
        ISO dates.
    flags : tuple of Value of str
        Wording that may discriminate by ``age``, ``sex``, ``appearance``, ``nationality``,
        ``family`` or ``habits``: for a person to judge.
    likelihood : float
        0..1: chance that the text is a posting.
    notices : tuple of Notice
        What a reader should know: the document's and the parser's.
    """

    document: Document
    title: Value[str] | None = None
    role: str | None = None
    employer: Value[str] | None = None
    agency: Value[bool] | None = None
    location: Value[str] | None = None
    workplace: tuple[Value[str], ...] = ()
    employment: tuple[Value[str], ...] = ()
    schedule: tuple[Value[str], ...] = ()
    hours: Value[Hours] | None = None
    times: Value[str] | None = None
    salary: Value[Pay] | None = None
    statements: tuple[Statement, ...] = ()
    required_months: int | None = None
    most_months: int | None = None
    required_months_quote: Quote | None = None
    education: Value[str] | None = None
    languages: tuple[Value[Spoken], ...] = ()
    licences: tuple[Value[str], ...] = ()
    openings: Value[int] | None = None
    phones: tuple[Value[str], ...] = ()
    emails: tuple[Value[str], ...] = ()
    published: Value[str] | None = None
    until: Value[str] | None = None
    flags: tuple[Value[str], ...] = ()
    likelihood: float = 1.0
    notices: tuple[Notice, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Mentions of all statements, in the order of the text."""
        return tuple(mention for statement in self.statements for mention in statement.mentions)

    @property
    def duties(self) -> tuple[Statement, ...]:
        """Statements of kind ``duty``."""
        return self._of_kinds("duty")

    @property
    def requirements(self) -> tuple[Statement, ...]:
        """What the person should have; each says in ``modality`` whether it is a must."""
        return self._of_kinds("skill", "knowledge", "tool", "education", "experience")

    @property
    def tools(self) -> tuple[Mention, ...]:
        """Mentions of the facet ``tool``."""
        return tuple(mention for mention in self.mentions if mention.facet == "tool")

    @property
    def conditions(self) -> tuple[Statement, ...]:
        """What is offered; ``podbor.parse.conditions.by_kind`` tells pay from training."""
        return self._of_kinds("condition")

    def _of_kinds(self, *kinds: Kind) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if statement.kind in kinds)

    def to_job_posting(self) -> dict[str, Any]:
        """The posting as a schema.org JobPosting (JSON-LD)."""
        from podbor.export.job_posting import job_posting_of

        return job_posting_of(self)

    def __repr__(self) -> str:
        from podbor.export.text import posting_text

        return posting_text(self)

    def _repr_html_(self) -> str:
        from podbor.export.html import record_html

        return record_html(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A concept in a resume with the job that it was shown in.

    Parameters
    ----------
    mention : Mention
    job : Job or None
        None where the resume only lists it, or says it of the person.
    """

    mention: Mention
    job: Job | None = None

    @property
    def months(self) -> int | None:
        """Months of that job; None without a job or without its dates."""
        return self.job.months if self.job else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """What scoring must never see.

    Parameters
    ----------
    citizenship, work_permit : tuple of Value of str
        Countries as written.
    """

    citizenship: tuple[Value[str], ...] = ()
    work_permit: tuple[Value[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ability:
    """A concept of a resume with what is known of its use.

    Parameters
    ----------
    concept : str
        Id ``facet/slug``.
    listed, shown : bool
        Said outside of jobs (a list of skills, the summary); said of a job.
    months : int or None
        Months of the jobs that show it, overlaps counted once.
    last_used : Date or None
        Last month of the last such job.
    mentions : tuple of Mention
    """

    concept: str
    listed: bool
    shown: bool
    months: int | None = None
    last_used: Date | None = None
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """A resume; a field that it is silent about is ``None`` or empty.

    Parameters
    ----------
    document : Document
        Where every offset of this record points.
    name : Value of str or None
        The candidate, as written.
    phones, emails, links : tuple of Value of str
        E.164, lower case, as written.
    location : Value of str or None
        Town.
    relocation, travel : Value of bool or None
        Ready to move; to go on business trips.
    personal : Personal
        What scoring must never see.
    positions : tuple of Value of str
        The positions looked for.
    salary : Value of Pay or None
        What the person wants.
    employment, workplace, schedule : tuple of Value of str
        As in :class:`Posting`.
    statements : tuple of Statement
        In the order of the text.
    jobs : tuple of Job
        In the order of the text.
    experience_months : int or None
        Months worked, overlaps counted once; ``None`` when the text gives neither dates nor a
        total.
    experience_quote : Quote or None
        The stated total («Опыт работы — 4 года 2 месяца»), where there is one.
    relevant_months : int or None
        Months in jobs of the first position's role or one beside it on the career ladder.
    gaps, overlaps : tuple of Stretch
        Between the first month and the last; of jobs with known months.
    education, courses : tuple of Study
        In the order of the text.
    languages : tuple of Value of Spoken
    licences : tuple of Value of str
        Categories of a driving licence.
    skills : tuple of Value of str
        Names in lists of skills, as written; ``abilities`` are the taxonomy's concepts.
    about : Value of str or None
        What the person says of themselves.
    dated : Date or None
        The resume's own date («Резюме обновлено 8 октября 2026»).
    today : Date or None
        The month that jobs still held were counted to.
    likelihood : float
        0..1: chance that the text is a resume.
    notices : tuple of Notice
        What a reader should know: the document's and the parser's.
    """

    document: Document
    name: Value[str] | None = None
    phones: tuple[Value[str], ...] = ()
    emails: tuple[Value[str], ...] = ()
    links: tuple[Value[str], ...] = ()
    location: Value[str] | None = None
    relocation: Value[bool] | None = None
    travel: Value[bool] | None = None
    personal: Personal = Personal()
    positions: tuple[Value[str], ...] = ()
    salary: Value[Pay] | None = None
    employment: tuple[Value[str], ...] = ()
    workplace: tuple[Value[str], ...] = ()
    schedule: tuple[Value[str], ...] = ()
    statements: tuple[Statement, ...] = ()
    jobs: tuple[Job, ...] = ()
    experience_months: int | None = None
    experience_quote: Quote | None = None
    relevant_months: int | None = None
    gaps: tuple[Stretch, ...] = ()
    overlaps: tuple[Stretch, ...] = ()
    education: tuple[Study, ...] = ()
    courses: tuple[Study, ...] = ()
    languages: tuple[Value[Spoken], ...] = ()
    licences: tuple[Value[str], ...] = ()
    skills: tuple[Value[str], ...] = ()
    about: Value[str] | None = None
    dated: Date | None = None
    today: Date | None = None
    likelihood: float = 1.0
    notices: tuple[Notice, ...] = ()

    @property
    def position(self) -> Value[str] | None:
        """The first of the positions looked for."""
        return self.positions[0] if self.positions else None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Mentions of all statements, in the order of the text."""
        return tuple(mention for statement in self.statements for mention in statement.mentions)

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What the person has, in the order of the text, each with the job around it."""
        return tuple(
            Shown(mention=mention, job=self._job_at(mention.start))
            for mention in self.mentions
            if mention.modality != "not"
        )

    @property
    def abilities(self) -> tuple[Ability, ...]:
        """Concepts the person has, listed or shown in jobs, by id."""
        from podbor.parse.career import abilities_of

        return abilities_of(self)

    def described(self, job: Job) -> tuple[Statement, ...]:
        """Statements within a job."""
        return tuple(s for s in self.statements if job.start <= s.start and s.stop <= job.stop)

    def _job_at(self, place: int) -> Job | None:
        return next((job for job in self.jobs if job.start <= place < job.stop), None)

    def to_json_resume(self) -> dict[str, Any]:
        """The resume in the JSON Resume format, version 1.0.0."""
        from podbor.export.json_resume import json_resume_of

        return json_resume_of(self)

    def __repr__(self) -> str:
        from podbor.export.text import resume_text

        return resume_text(self)

    def _repr_html_(self) -> str:
        from podbor.export.html import record_html

        return record_html(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One concept of a posting and where both texts speak of it.

    Parameters
    ----------
    concept : str
        Id ``facet/slug``.
    modality : str
        What the posting says: ``must``, ``nice`` or ``not``.
    posting : Quote or None
        Its words in the posting.
    resume : Quote or None
        Its words in the resume; ``None`` when it is missing there.
    credit : float
        0..1: 1 for the concept itself, less for a broader or a related one.
    via : str or None
        The resume's concept that earned the credit when it is not ``concept`` itself.
    """

    concept: str
    modality: Modality
    posting: Quote | None = None
    resume: Quote | None = None
    credit: float = 1.0
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnockOut:
    """A must-have that the resume contradicts or lacks; kept apart from the score.

    Parameters
    ----------
    code : str
        ``experience_short``, ``language_missing``, ``concept_refused`` …; reports translate it.
    concept : str or None
        The concept concerned.
    posting, resume : Quote or None
        The words on both sides.
    detail : str
        Numbers that go with it, such as ``12 < 36`` months.
    """

    code: str
    concept: str | None = None
    posting: Quote | None = None
    resume: Quote | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one feature added to a score, with the words that it looked at.

    Parameters
    ----------
    feature : str
        Name, see :data:`podbor.features.pair.FEATURES`.
    points : float
        Log-odds added against an average pair; negative lowers the score.
    value : float
        The feature's value in its own unit.
    posting, resume : Quote or None
        The words on both sides, where the feature has words.
    detail : str
        What the words do not say, such as the trade that a job was taken for.
    """

    feature: str
    points: float
    value: float
    posting: Quote | None = None
    resume: Quote | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What would change a score most: the score if the resume showed a concept that it lacks.

    Parameters
    ----------
    concept : str
    score : float
        0..1, with it.
    posting : Quote or None
        Where the posting asks for it.
    """

    concept: str
    score: float
    posting: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How well one resume fits one posting, and why.

    Parameters
    ----------
    score : float
        Calibrated chance, 0..1, that a recruiter would call the pair a fit (grade 2 or 3 of 0..3).
    low, high : float
        Interval of 80 %: wide where little is known.
    grade : float or None
        Expected grade, 0 unrelated … 3 all must-haves and main duties.
    matched, missing, not_wanted : tuple of Evidence
        Concepts the posting asks for and the resume shows; asks for and the resume lacks; says it
        does not want or need although the resume shows them.
    knockouts : tuple of KnockOut
        Hard must-haves that fail; they stand apart and do not change the score.
    contributions : mapping of str to float
        Feature name to what it added to the score, on the log-odds scale; they add up to the
        score's log-odds with ``bias``.
    bias : float
        Log-odds of an average pair.
    reasons : tuple of Reason
        The contributions that matter, largest first, with quotes.
    changes : tuple of Change
        What would change the score most.
    notices : tuple of Notice
        What was missing or suspicious in the pair.
    model : str
        Name and version of the model that gave the score.
    """

    score: float
    matched: tuple[Evidence, ...] = ()
    missing: tuple[Evidence, ...] = ()
    not_wanted: tuple[Evidence, ...] = ()
    knockouts: tuple[KnockOut, ...] = ()
    contributions: Mapping[str, float] = field(default_factory=dict)
    bias: float = 0.0
    low: float = 0.0
    high: float = 1.0
    grade: float | None = None
    reasons: tuple[Reason, ...] = ()
    changes: tuple[Change, ...] = ()
    notices: tuple[Notice, ...] = ()
    model: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            message = f"a score is 0..1, got {self.score}"
            raise ValueError(message)
