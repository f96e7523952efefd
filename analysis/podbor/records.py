"""Records that pass between the stages; this module knows nobody.

Offsets are half-open, in code points, into the text exactly as it was read:
``document.text[start:stop]`` is the evidence of a value.  Absent is ``None``; scores are 0..1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

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
class Job:
    """One job of a resume.

    Parameters
    ----------
    start, stop : int
        Half-open offsets of the whole entry, from its dates or title to its last line.
    title, employer : Quote or None
        As written.
    begin, end : Date or None
        First and last month or year; ``end`` is ``None`` when unknown or while ``current``.
    current : bool
        The job is still held.
    months : int or None
        Whole months, both ends included; a current job counts to the resume's own date.
    dates : Quote or None
        The words the dates were read from.
    """

    start: int
    stop: int
    title: Quote | None = None
    employer: Quote | None = None
    begin: Date | None = None
    end: Date | None = None
    current: bool = False
    months: int | None = None
    dates: Quote | None = None

    def __post_init__(self) -> None:
        check_span(self.start, self.stop)
        if self.months is not None and self.months < 0:
            message = f"a job cannot last {self.months} months"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A job posting.

    Parameters
    ----------
    document : Document
        Where every offset of this record points.
    title : Quote or None
        The name of the vacancy.
    statements : tuple of Statement
        In the order of the text.
    required_months : int or None
        Least experience asked for, in months; 0 when the posting says that none is needed.
    required_months_quote : Quote or None
        The words that say so.
    """

    document: Document
    title: Quote | None = None
    statements: tuple[Statement, ...] = ()
    required_months: int | None = None
    required_months_quote: Quote | None = None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Mentions of all statements, in the order of the text."""
        return tuple(mention for statement in self.statements for mention in statement.mentions)


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
class Resume:
    """A resume.

    Parameters
    ----------
    document : Document
        Where every offset of this record points.
    name : Quote or None
        The candidate, as written.
    position : Quote or None
        The position looked for.
    statements : tuple of Statement
        In the order of the text.
    jobs : tuple of Job
        In the order of the text.
    experience_months : int or None
        Months worked, overlaps counted once; ``None`` when the text gives neither dates nor a
        total.
    experience_quote : Quote or None
        The stated total («Опыт работы — 4 года 2 месяца»), where there is one.
    dated : Date or None
        The resume's own date («Резюме обновлено 8 октября 2026»).
    """

    document: Document
    name: Quote | None = None
    position: Quote | None = None
    statements: tuple[Statement, ...] = ()
    jobs: tuple[Job, ...] = ()
    experience_months: int | None = None
    experience_quote: Quote | None = None
    dated: Date | None = None

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

    def _job_at(self, place: int) -> Job | None:
        return next((job for job in self.jobs if job.start <= place < job.stop), None)


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
class Match:
    """How well one resume fits one posting, and why.

    Parameters
    ----------
    score : float
        Calibrated chance, 0..1, that the pair is a fit; knock-outs do not change it.
    matched, missing, not_wanted : tuple of Evidence
        Concepts the posting asks for and the resume shows; asks for and the resume lacks; says it
        does not want or need although the resume shows them.
    knockouts : tuple of KnockOut
        Hard must-haves that fail.
    contributions : mapping of str to float
        Feature name to what it added to the score, on the log-odds scale.
    model : str
        Name and version of the model that gave the score.
    """

    score: float
    matched: tuple[Evidence, ...] = ()
    missing: tuple[Evidence, ...] = ()
    not_wanted: tuple[Evidence, ...] = ()
    knockouts: tuple[KnockOut, ...] = ()
    contributions: Mapping[str, float] = field(default_factory=dict)
    model: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            message = f"a score is 0..1, got {self.score}"
            raise ValueError(message)
