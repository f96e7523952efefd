"""Which concepts of a posting a resume shows, lacks or refuses, and the knock-outs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from podbor.records import Evidence, KnockOut, Mention, Modality, Posting, Quote, Resume
from podbor.sections.language import language_of
from podbor.sections.modality import ALWAYS_NOT

MODALITY_ORDER: dict[str, int] = {"must": 0, "nice": 1, "not": 2}
NATIVE = {"ru": "language/russian", "en": "language/english"}


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """What a pair of texts shows, concept by concept.

    Parameters
    ----------
    matched, missing, not_wanted : tuple of Evidence
        As in :class:`podbor.records.Match`.
    knockouts : tuple of KnockOut
        Hard must-haves that fail.
    """

    matched: tuple[Evidence, ...]
    missing: tuple[Evidence, ...]
    not_wanted: tuple[Evidence, ...]
    knockouts: tuple[KnockOut, ...]


def compare(posting: Posting, resume: Resume) -> PairEvidence:
    """Compare the concepts of a posting with those of a resume.

    Examples
    --------
    >>> import podbor
    >>> posting = podbor.parse_posting("Требования: знание Excel, 1С. Без холодных звонков.")
    >>> resume = podbor.parse_resume("Навыки: Excel")
    >>> pair = compare(posting, resume)
    >>> [e.concept for e in pair.matched], [e.concept for e in pair.missing]
    (['tool/excel'], ['tool/1c'])
    """
    asked = first_mentions(posting.mentions)
    shown = first_mentions(resume.mentions)
    rows = {"matched": [], "missing": [], "not_wanted": []}  # type: dict[str, list[Evidence]]
    for concept, mention in sorted(asked.items(), key=_by_weight):
        if concept in ALWAYS_NOT:
            continue
        answer = shown.get(concept)
        has = answer is not None and answer.modality != "not"
        evidence = Evidence(
            concept=concept,
            modality=mention.modality,
            posting=quote_of(mention),
            resume=quote_of(answer) if answer and has else None,
        )
        if mention.modality == "not":
            if has:
                rows["not_wanted"].append(evidence)
        else:
            rows["matched" if has or _native(concept, resume) else "missing"].append(evidence)
    return PairEvidence(
        matched=tuple(rows["matched"]),
        missing=tuple(rows["missing"]),
        not_wanted=tuple(rows["not_wanted"]),
        knockouts=tuple(_knockouts(posting, resume, asked, shown)),
    )


def _by_weight(item: tuple[str, Mention]) -> tuple[int, int, str]:
    concept, mention = item
    return MODALITY_ORDER[mention.modality], mention.start, concept


def first_mentions(mentions: Iterable[Mention]) -> dict[str, Mention]:
    """First mention of each concept; a must goes before a nice, and both before a not."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        known = found.get(mention.concept)
        if known is None or _order(mention.modality) < _order(known.modality):
            found[mention.concept] = mention
    return found


def _order(modality: Modality) -> int:
    return MODALITY_ORDER[modality]


def quote_of(mention: Mention) -> Quote:
    """Words of a mention."""
    return Quote(start=mention.start, stop=mention.stop, text=mention.text)


def _native(concept: str, resume: Resume) -> bool:
    """A resume written in a language shows that language."""
    if concept not in NATIVE.values():
        return False
    return NATIVE.get(language_of(resume.document.text)) == concept


def _knockouts(
    posting: Posting, resume: Resume, asked: dict[str, Mention], shown: dict[str, Mention]
) -> Iterable[KnockOut]:
    short = _short_experience(posting, resume)
    if short:
        yield short
    yield from _without_licence(posting, resume)
    yield from _apart(posting, resume)
    for concept, mention in sorted(asked.items()):
        if mention.modality != "must":
            continue
        answer = shown.get(concept)
        if answer is not None and answer.modality == "not":
            yield KnockOut(
                code="concept_refused",
                concept=concept,
                posting=quote_of(mention),
                resume=quote_of(answer),
            )
        elif answer is None and _hard(concept) and not _native(concept, resume):
            yield KnockOut(
                code=f"{mention.facet}_missing", concept=concept, posting=quote_of(mention)
            )


def _without_licence(posting: Posting, resume: Resume) -> Iterable[KnockOut]:
    held = {value.value for value in resume.licences}
    for value in posting.licences:
        if value.value not in held:
            quote = Quote(start=value.start, stop=value.stop, text=value.text)
            yield KnockOut(code="licence_missing", posting=quote, detail=value.value)


def _apart(posting: Posting, resume: Resume) -> Iterable[KnockOut]:
    """Another town, no wish to move and no work from home: told, and never part of the score."""
    town, home, move = posting.location, resume.location, resume.relocation
    remote = {value.value for value in posting.workplace} & {"remote", "hybrid"}
    if not (town and home and move) or move.value or remote:
        return
    if town.value.casefold() != home.value.casefold():
        yield KnockOut(
            code="place_differs",
            posting=Quote(start=town.start, stop=town.stop, text=town.text),
            resume=Quote(start=move.start, stop=move.stop, text=move.text),
        )


def _hard(concept: str) -> bool:
    return concept in {"language/english", "language/russian", "education/licence"}


def _short_experience(posting: Posting, resume: Resume) -> KnockOut | None:
    needed, has = posting.required_months, resume.experience_months
    if not needed or has is None or has >= needed:
        return None
    return KnockOut(
        code="experience_short",
        posting=posting.required_months_quote,
        resume=resume.experience_quote,
        detail=f"{has} < {needed}",
    )
