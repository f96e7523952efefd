"""From a text to its statements; see ``docs/design.md`` for the order of steps."""

from __future__ import annotations

from collections.abc import Iterable

from podbor.matching.matcher import ConceptMatcher, Found, shipped_matcher
from podbor.normalize import Text, normalize
from podbor.records import Block, Kind, Mention, Modality, Statement
from podbor.sections.language import Language, language_of
from podbor.sections.modality import find_cues, modality_of
from podbor.sections.model import StatementModel, shipped_model
from podbor.sections.split import Piece, split, unwrap

ASKING = frozenset(
    {"duty", "skill", "knowledge", "tool", "education", "experience", "role_info"}
)  # kinds whose concepts are asked of, or shown by, the person
STATED = frozenset({"education", "experience", "language"})  # facets that count in header lines too
NO_EXPERIENCE = frozenset({"duty", "role_info", "tool"})  # «помощь операторам» is no experience
GENERIC = "experience/relevant_work"
NO_FIELD = frozenset({GENERIC, "experience/none_required"})
HEADERS = frozenset({"condition", "company", "title", "other", "advice"})
ASKED_FACET = {"duty": "duty", "role_info": "duty", "skill": "skill"}  # by kind of line
OTHER_FACET = {"duty": "skill", "skill": "duty"}
NAMED = frozenset({"duty", "skill", "knowledge"})  # facets that subheadings of articles name
LEAST_COVER = 0.6  # of a subheading that a concept takes
SILENT: frozenset[str] = frozenset({"heading", "title", "company", "advice", "noise", "right"})


def analyse(
    text: str,
    *,
    blocks: Iterable[Block] = (),
    matcher: ConceptMatcher | None = None,
    model: StatementModel | None = None,
) -> tuple[Statement, ...]:
    """Find the statements of a text.

    Parameters
    ----------
    text : str
        As read; offsets of the answer point into it.
    blocks : iterable of Block
        Of the document; text in ``hidden`` ones is skipped.
    matcher : ConceptMatcher, optional
        Of another taxonomy than the shipped one.
    model : StatementModel, optional
        Another classifier than the shipped one.

    Returns
    -------
    tuple of Statement
        In the order of the text, not overlapping.

    Examples
    --------
    >>> found = analyse("Обязанности: приём входящих звонков. Условия: график 2/2")
    >>> [(s.text, s.kind) for s in found]
    [('Обязанности:', 'heading'), ('приём входящих звонков.', 'duty'), ('Условия:', 'heading'),
     ('график 2/2', 'condition')]
    >>> found[1].mentions[0].concept
    'duty/handle_inbound_calls'
    >>> analyse("")
    ()
    """
    clean = normalize(text)
    view = unwrap(clean.text)
    pieces = split(view)
    kinds = (model or shipped_model()).predict(view, pieces)
    found = (matcher or shipped_matcher()).find(view)
    default = language_of(text)
    hidden = [(block.start, block.stop) for block in blocks if block.kind == "hidden"]
    statements = []
    at = 0
    for piece, kind in zip(pieces, kinds, strict=True):
        inside, at = _inside(found, piece, at)
        statement = _statement(clean, view, piece, kind=kind, found=inside, default=default)
        if not any(start <= statement.start and statement.stop <= stop for start, stop in hidden):
            statements.append(statement)
    return tuple(statements)


def _inside(found: list[Found], piece: Piece, at: int) -> tuple[list[Found], int]:
    """Concepts that start in a piece, and where to go on."""
    while at < len(found) and found[at].start < piece.start:
        at += 1
    first = at
    while at < len(found) and found[at].start < piece.stop:
        at += 1
    return found[first:at], at


def _statement(
    clean: Text, view: str, piece: Piece, *, kind: str, found: list[Found], default: Language
) -> Statement:
    start, stop = clean.span(piece.start, piece.stop)
    text = clean.original[start:stop]
    language = language_of(text, default=default)
    mentions: tuple[Mention, ...] = ()
    if found and language != "other" and not piece.heading:
        mentions = _mentions(clean, view, piece, kind, found)
    return Statement(
        start=start,
        stop=stop,
        text=text,
        kind=_known(kind),
        modality=_overall(kind, mentions, piece.section),
        language=language,
        section=piece.section,
        mentions=mentions,
    )


def _known(kind: str) -> Kind:
    return kind  # type: ignore[return-value]  # the model's classes are the kinds


def _mentions(
    clean: Text, view: str, piece: Piece, kind: str, found: list[Found]
) -> tuple[Mention, ...]:
    text = view[piece.start : piece.stop]
    cues = find_cues(text)
    mentions = []
    for hit in found:
        if hit.stop > piece.stop:
            continue
        local = Found(hit.start - piece.start, hit.stop - piece.start, hit.concept, hit.form)
        modality = modality_of(text, local, cues, section=piece.section)
        named = kind == "heading" and _names_one(hit, piece)
        if named or counts(kind, hit.concept, modality):
            mentions.append(_mention(clean, hit, modality))
    return tuple(_fitting(_specific(mentions), kind))


def _names_one(hit: Found, piece: Piece) -> bool:
    """A subheading of an article that is a concept: «Оформление заказов»."""
    cover = (hit.stop - hit.start) / (piece.stop - piece.start)
    return hit.concept.partition("/")[0] in NAMED and cover >= LEAST_COVER


def _fitting(mentions: list[Mention], kind: str) -> list[Mention]:
    """Of a skill and a duty on the same words keep the one that the kind of line asks for.

    «Решение проблем клиентов» among duties is no problem-solving skill.
    """
    asked = ASKED_FACET.get(kind)
    if asked is None:
        return mentions
    kept = [mention for mention in mentions if mention.facet == asked]
    other = OTHER_FACET[asked]
    return [m for m in mentions if m.facet != other or not any(_share(m, k) for k in kept)]


def _share(one: Mention, other: Mention) -> bool:
    return one.start < other.stop and other.start < one.stop


def _specific(mentions: list[Mention]) -> list[Mention]:
    """Drop experience «in the field» where the statement names the field."""
    fields = {m.concept for m in mentions if m.facet == "experience"} - NO_FIELD
    return [m for m in mentions if not (fields and m.concept == GENERIC)]


def counts(kind: str, concept: str, modality: Modality) -> bool:
    """Tell whether a concept in a statement of this kind is asked of the person.

    Conditions and company talk ask nothing, but they may say what is not wanted («без звонков»)
    and carry the site's own line («Опыт работы от 1 года, полная занятость»).
    """
    if kind in ASKING:
        return not (kind in NO_EXPERIENCE and concept.startswith("experience/"))
    if kind not in HEADERS:
        return False
    return modality == "not" or concept.partition("/")[0] in STATED


def _mention(clean: Text, hit: Found, modality: Modality) -> Mention:
    start, stop = clean.span(hit.start, hit.stop)
    return Mention(
        start=start,
        stop=stop,
        concept=hit.concept,
        modality=modality,
        text=clean.original[start:stop],
        why=f"form: {hit.form}",
    )


def _overall(kind: str, mentions: tuple[Mention, ...], section: str | None) -> Modality:
    stated = {mention.modality for mention in mentions}
    if len(stated) == 1:
        return stated.pop()
    if kind not in ASKING:
        return "-"
    return "nice" if section == "nice" else "must"
