"""From a text to its statements; see ``docs/design.md`` for the order of steps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from podbor.linking.model import Asked, Linked, Linker, shipped_linker
from podbor.linking.unlinked import find_unlinked
from podbor.matching.matcher import ConceptMatcher, Found, shipped_matcher
from podbor.matching.tokens import tokenize
from podbor.matching.trie import Hit
from podbor.normalize import Text, normalize
from podbor.records import Block, Kind, Mention, Modality, Quote, Statement
from podbor.sections.attributes import attribute_hits, describe
from podbor.sections.features import view_of
from podbor.sections.language import Language, language_of
from podbor.sections.modality import cue_hits, modality_of, sort_cues
from podbor.sections.model import StatementModel, shipped_model
from podbor.sections.split import Piece, split, unwrap

ASKING = frozenset(
    {"duty", "skill", "knowledge", "tool", "education", "experience", "role_info"}
)  # kinds whose concepts are asked of, or shown by, the person
STATED = frozenset({"education", "experience", "language"})  # facets that conditions may state
ASKING_SECTIONS = frozenset(
    {"requirements", "nice", "education", "experience", "languages", "skills", "about", "role_info"}
)
NO_EXPERIENCE = frozenset({"duty", "role_info", "tool"})  # «помощь операторам» is no experience
GENERIC = "experience/relevant_work"
NO_FIELD = frozenset({GENERIC, "experience/none_required"})
HEADERS = frozenset({"condition", "company", "title", "other", "advice"})
ASKED_FACET = {"duty": "duty", "role_info": "duty", "skill": "skill"}  # by kind of line
OTHER_FACET = {"duty": "skill", "skill": "duty"}
NAMED = frozenset({"duty", "skill", "knowledge"})  # facets that subheadings of articles name
LEAST_COVER = 0.6  # of a subheading that a concept takes


def analyse(
    text: str,
    *,
    blocks: Iterable[Block] = (),
    matcher: ConceptMatcher | None = None,
    model: StatementModel | None = None,
    hints: ConceptMatcher | None = None,
    linker: Linker | None = None,
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
    hints : ConceptMatcher, optional
        Concepts that the classifier looks at, the shipped ones if left out.
    linker : Linker, optional
        Another linker than the shipped one, which knows the shipped taxonomy only: with a matcher
        of another taxonomy and no linker, forms alone decide.

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
    tokens = tokenize(view)
    pieces = split(view, tokens)
    hinted = (hints or shipped_matcher()).find(view, tokens)
    found = hinted if matcher is hints else (matcher or shipped_matcher()).find(view, tokens)
    kinds = (model or shipped_model()).predict(view_of(view, pieces, hinted))
    lines = _lines(view, pieces, kinds, found, language_of(text))
    _attach(lines, cue_hits(view, tokens), attribute_hits(view, tokens))
    if matcher is None or linker is not None:
        _link(lines, linker or shipped_linker())
    hidden = [(block.start, block.stop) for block in blocks if block.kind == "hidden"]
    statements = (_statement(clean, line) for line in lines)
    return tuple(s for s in statements if not _within(s, hidden))


@dataclass(slots=True)
class _Line:
    """A piece on its way to a statement; ``linked`` is None where forms alone decide."""

    piece: Piece
    text: str
    kind: str
    language: Language
    found: tuple[Found, ...]  # offsets into text, as those of the next two
    cues: list[Hit] = field(default_factory=list)
    words: list[Hit] = field(default_factory=list)
    linked: list[Linked] | None = None


def _lines(
    view: str, pieces: list[Piece], kinds: list[str], found: list[Found], default: Language
) -> list[_Line]:
    lines = []
    at = 0
    for piece, kind in zip(pieces, kinds, strict=True):
        inside, at = _inside(found, piece, at)
        text = view[piece.start : piece.stop]
        local = tuple(
            Found(hit.start - piece.start, hit.stop - piece.start, hit.concept, hit.form)
            for hit in inside
            if hit.stop <= piece.stop
        )
        language = language_of(text, default=default)
        silent = piece.heading or language == "other"
        lines.append(_Line(piece, text, kind, language, () if silent else local))
    return lines


def _attach(lines: list[_Line], cues: list[Hit], words: list[Hit]) -> None:
    """Give each line the cues and the words of level and frequency that lie within it."""
    starts = [line.piece.start for line in lines]
    for hits, name in ((cues, "cues"), (words, "words")):
        for hit in hits:
            line = lines[max(0, bisect_right(starts, hit.start) - 1)] if lines else None
            if line and line.piece.start <= hit.start and hit.stop <= line.piece.stop:
                shift = line.piece.start
                getattr(line, name).append(Hit(hit.start - shift, hit.stop - shift, hit.form))


def _link(lines: list[_Line], linker: Linker) -> None:
    """Let the linker weigh the lines that ask something."""
    asking = [
        line
        for line in lines
        if line.kind in ASKING and line.language != "other" and not line.piece.heading
    ]
    asked = [Asked(line.text, line.kind, line.language == "ru", line.found) for line in asking]
    for line, linked in zip(asking, linker.link(asked), strict=True):
        line.linked = linked


def _within(statement: Statement, spans: list[tuple[int, int]]) -> bool:
    return any(start <= statement.start and statement.stop <= stop for start, stop in spans)


def _inside(found: list[Found], piece: Piece, at: int) -> tuple[list[Found], int]:
    """Concepts that start in a piece, and where to go on."""
    while at < len(found) and found[at].start < piece.start:
        at += 1
    first = at
    while at < len(found) and found[at].start < piece.stop:
        at += 1
    return found[first:at], at


def _statement(clean: Text, line: _Line) -> Statement:
    start, stop = clean.span(line.piece.start, line.piece.stop)
    local = describe(line.text, _mentions(line), line.words)
    mentions = tuple(_placed(clean, line.piece, mention) for mention in local)
    spans = [(mention.start, mention.stop) for mention in local]
    return Statement(
        start=start,
        stop=stop,
        text=clean.original[start:stop],
        kind=_known(line.kind),
        modality=_overall(line.kind, mentions, line.piece.section),
        language=line.language,
        section=line.piece.section,
        mentions=mentions,
        unlinked=tuple(
            _quote(clean, line.piece.start + first, line.piece.start + last)
            for first, last in find_unlinked(line.text, line.kind, spans)
            if line.language != "other"
        ),
    )


def _quote(clean: Text, first: int, last: int) -> Quote:
    start, stop = clean.span(first, last)
    return Quote(start=start, stop=stop, text=clean.original[start:stop])


def _placed(clean: Text, piece: Piece, mention: Mention) -> Mention:
    """Move a mention from its line to the text as it was read."""
    start, stop = clean.span(piece.start + mention.start, piece.start + mention.stop)
    return replace(mention, start=start, stop=stop, text=clean.original[start:stop])


def _known(kind: str) -> Kind:
    return kind  # type: ignore[return-value]  # the model's classes are the kinds


def _mentions(line: _Line) -> list[Mention]:
    """Concepts of a line, offsets into its text."""
    if line.linked is not None:
        hits = [(_hit(linked), linked.score, _why(linked)) for linked in line.linked]
    else:
        hits = [(hit, 1.0, f"form: {hit.form}") for hit in line.found]
    if not hits:
        return []
    cues = sort_cues(line.text, line.cues)
    section = line.piece.section
    mentions = []
    for hit, score, why in hits:
        modality = modality_of(line.text, hit, cues, section=section)
        if line.linked is not None or _counts(line, hit, modality):
            mentions.append(_mention(line, hit, modality, score, why))
    specific = _specific(mentions)
    return specific if line.linked is not None else _fitting(specific, line.kind)


def _hit(linked: Linked) -> Found:
    return Found(linked.start, linked.stop, linked.concept, linked.form or "")


def _why(linked: Linked) -> str:
    return f"form: {linked.form}" if linked.form else f"linker: {linked.score:.2f}"


def _mention(line: _Line, hit: Found, modality: Modality, score: float, why: str) -> Mention:
    section = f"; section: {line.piece.section}" if line.piece.section else ""
    return Mention(
        start=hit.start,
        stop=hit.stop,
        concept=hit.concept,
        modality=modality,
        text=line.text[hit.start : hit.stop],
        why=f"{why}{section}",
        score=score,
    )


def _counts(line: _Line, hit: Found, modality: Modality) -> bool:
    if line.kind == "heading" and _names_one(hit, line.text):
        return True
    return counts(line.kind, hit.concept, modality, line.piece.section)


def _names_one(hit: Found, text: str) -> bool:
    """A subheading of an article that is a concept: «Оформление заказов»."""
    cover = (hit.stop - hit.start) / len(text)
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


def counts(kind: str, concept: str, modality: Modality, section: str | None = None) -> bool:
    """Tell whether a concept in a statement of this kind is asked of the person.

    Conditions, company talk and titles ask nothing, but they may say what is not wanted («без
    звонков»); and what reads like a condition under a heading that asks may state education,
    experience or a language after all («Education: High school (Required)»).
    """
    if kind in ASKING:
        return not (kind in NO_EXPERIENCE and concept.startswith("experience/"))
    if kind not in HEADERS:
        return False
    stated = concept.partition("/")[0] in STATED
    return modality == "not" or (kind == "condition" and stated and section in ASKING_SECTIONS)


def _overall(kind: str, mentions: tuple[Mention, ...], section: str | None) -> Modality:
    stated = {mention.modality for mention in mentions}
    if len(stated) == 1:
        return stated.pop()
    if kind not in ASKING:
        return "-"
    return "nice" if section == "nice" else "must"
