"""Run the steps: documents to proposals, curation, evidence, weights of roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from podbor.builder.curation import FORM_KEYS, Curation, curate, rejected_phrases
from podbor.builder.naming import LONGEST_LABEL, pattern_of
from podbor.builder.proposals import Proposal, Touched, as_concepts, propose
from podbor.builder.sources import Source, read_sources
from podbor.builder.weights import propose_roles, weigh
from podbor.errors import DataError, ReadError
from podbor.linking.phrases import NormalForm, PhraseFinder
from podbor.matching.matcher import ConceptMatcher
from podbor.matching.roles import RoleMatcher
from podbor.sections.analyse import ASKING
from podbor.taxonomy.model import Concept, Occurrence, Taxonomy, match_order

MOST_NAMES = 8  # further names of a concept, taken from documents
LEAST_NAME_DOCUMENTS = 2
LEAST_NAME_COVER = 0.6  # share of a phrase that a mention covers, to be a name of its concept


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gives.

    Parameters
    ----------
    taxonomy : Taxonomy
        With evidence and roles.
    sources : tuple of Source
        The documents, page furniture left out.
    uncovered : tuple of Proposal
        Groups of phrases that no concept speaks for, most documents first: for the curator.
    """

    taxonomy: Taxonomy
    sources: tuple[Source, ...]
    uncovered: tuple[Proposal, ...]


def build(
    paths: Iterable[Path],
    *,
    curation: Curation | None = None,
    min_documents: int = 2,
    on_error: Callable[[ReadError], None] | None = None,
) -> Built:
    """Build a taxonomy from documents.

    Parameters
    ----------
    paths : iterable of Path
        Files and folders; a file may hold many documents run together.
    curation : Curation, optional
        Decisions of people; without it the machine's proposals are the taxonomy.
    min_documents : int
        Least documents that name a proposal.
    on_error : callable, optional
        Told of files that cannot be read.

    Raises
    ------
    DataError
        If no document could be read or none names a duty.
    TaxonomyError
        If the curation breaks its rules.
    """
    decided = curation or Curation()
    matcher = ConceptMatcher(Taxonomy(curate((), decided, patterns_of={}).values()))
    titles = RoleMatcher(decided.roles)
    sources = read_sources(
        paths,
        matcher=matcher,
        is_title=_title_test(titles) if decided.roles else None,
        on_error=on_error,
    )
    uncovered = _kept(propose(sources, uncovered=True), rejected_phrases(decided))
    concepts, occurrences = _concepts(sources, uncovered, decided, min_documents)
    if not occurrences:
        message = (
            f"no duty or skill is named by {min_documents} of the {len(sources)} documents; "
            "give more job descriptions or postings, or a smaller --min-documents"
        )
        raise DataError(message)
    roles = decided.roles or propose_roles(sources)
    taxonomy = Taxonomy(concepts, roles=weigh(roles, sources, occurrences), occurrences=occurrences)
    return Built(taxonomy, sources, uncovered)


def _title_test(matcher: RoleMatcher) -> Callable[[str], bool]:
    def names_a_role(line: str) -> bool:
        return bool(matcher.find(line))

    return names_a_role


def _kept(proposals: Iterable[Proposal], rejected: frozenset[str]) -> tuple[Proposal, ...]:
    finder = PhraseFinder()
    forms = {finder.form_of(phrase) for phrase in rejected}
    return tuple(p for p in proposals if not forms.intersection(p.group.forms))


def _concepts(
    sources: Sequence[Source],
    uncovered: Sequence[Proposal],
    decided: Curation,
    min_documents: int,
) -> tuple[list[Concept], list[Occurrence]]:
    chosen = [proposal for proposal in uncovered if proposal.documents >= min_documents]
    proposed, found = as_concepts(chosen) if decided.keep_proposals else ([], [])
    concepts = curate(proposed, decided, patterns_of=_patterns_by_phrase(sources, decided))
    found = [item for item in found if item.concept in concepts]
    found += [
        Occurrence(
            concept=mention.concept, document=source.id, start=mention.start, stop=mention.stop
        )
        for source in sources
        for mention in source.mentions
        if mention.modality != "not"
    ]
    names = _names(sources)
    counted = _counted(concepts.values(), found)
    return [_finished(concept, names) for concept in counted], found


def _counted(concepts: Iterable[Concept], occurrences: Iterable[Occurrence]) -> Iterator[Concept]:
    counts: Counter[str] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    for item in occurrences:
        counts[item.concept] += 1
        documents[item.concept].add(item.document)
    for concept in concepts:
        yield replace(concept, count=counts[concept.id], documents=len(documents[concept.id]))


def _finished(concept: Concept, names: dict[tuple[str, str], tuple[str, ...]]) -> Concept:
    """A concept with its further names, its patterns sorted."""
    patterns: dict[str, Any] = {
        field: tuple(sorted(set(getattr(concept, field)))) for field in FORM_KEYS.values()
    }
    return replace(
        concept,
        **patterns,
        alt_ru=_other_names(concept, names, "ru"),
        alt_en=_other_names(concept, names, "en"),
        matches=tuple(sorted(concept.matches, key=match_order)),
    )


def _other_names(
    concept: Concept, names: dict[tuple[str, str], tuple[str, ...]], language: str
) -> tuple[str, ...]:
    label = concept.label(language).casefold()
    given = concept.alt_ru if language == "ru" else concept.alt_en
    found = [name for name in names.get((concept.id, language), ()) if name != label]
    return tuple(sorted({*given, *found[:MOST_NAMES]}))


def _names(sources: Iterable[Source]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Short phrases that several documents use for one concept and for no other."""
    seen: dict[str, set[str]] = defaultdict(set)
    where: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for source in sources:
        touched = Touched(source.mentions)
        for phrase in source.phrases:
            text = " ".join(phrase.text.split()).casefold()
            if not 1 < len(text.split()) <= LONGEST_LABEL or "," in text:
                continue
            for mention in touched.by(phrase):
                seen[text].add(mention.concept)
                overlap = min(mention.stop, phrase.stop) - max(mention.start, phrase.start)
                if overlap >= LEAST_NAME_COVER * (phrase.stop - phrase.start):
                    where[text, phrase.language, mention.concept].add(source.id)
    found: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for (text, language, concept), documents in where.items():
        if len(documents) >= LEAST_NAME_DOCUMENTS and len(seen[text]) == 1:
            found[concept, language].append((-len(documents), text))
    return {key: tuple(text for _, text in sorted(rows)) for key, rows in found.items()}


def _patterns_by_phrase(sources: Iterable[Source], decided: Curation) -> dict[str, tuple[str, ...]]:
    """Patterns of the documents' phrases that have the normal form of a curator's phrase."""
    finder = PhraseFinder()
    wanted: dict[NormalForm, list[str]] = defaultdict(list)
    for decision in decided.decisions:
        if decision.verb == "merge":
            for subject in decision.subjects:
                if "/" not in subject:
                    wanted[finder.form_of(subject)].append(subject)
    found: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        for phrase in source.phrases:
            pattern = pattern_of(phrase) if phrase.form in wanted else None
            if pattern:
                for subject in wanted[phrase.form]:
                    found[subject].add(pattern)
    return {subject: tuple(sorted(patterns)) for subject, patterns in found.items()}


def uncovered_in(
    paths: Iterable[Path],
    taxonomy: Taxonomy,
    *,
    on_error: Callable[[ReadError], None] | None = None,
) -> tuple[Proposal, ...]:
    """What documents name that a taxonomy has no concept for, most documents first.

    Raises
    ------
    DataError
        If no document could be read.
    """
    return propose(_sources_for(paths, taxonomy, on_error), uncovered=True)


def coverage_of(
    paths: Iterable[Path],
    taxonomy: Taxonomy,
    *,
    on_error: Callable[[ReadError], None] | None = None,
) -> Iterator[dict[str, Any]]:
    """For each document its statements that ask something, and how many get a concept.

    Raises
    ------
    DataError
        If no document could be read.
    """
    for source in _sources_for(paths, taxonomy, on_error):
        asking = [s for s in source.statements if s.kind in ASKING]
        covered = sum(bool(statement.mentions) for statement in asking)
        yield {
            "document": source.id,
            "kind": source.kind,
            "statements": len(asking),
            "covered": covered,
            "share": round(covered / len(asking), 3) if asking else None,
            "concepts": len({mention.concept for mention in source.mentions}),
        }


def _sources_for(
    paths: Iterable[Path], taxonomy: Taxonomy, on_error: Callable[[ReadError], None] | None
) -> tuple[Source, ...]:
    titles = RoleMatcher(taxonomy.roles.values())
    return read_sources(
        paths,
        matcher=ConceptMatcher(taxonomy),
        is_title=_title_test(titles) if taxonomy.roles else None,
        on_error=on_error,
    )
