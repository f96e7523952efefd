"""What the machine proposes: groups of phrases with a facet, a name, forms and a place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from podbor.builder.grouping import Group, group_forms
from podbor.builder.naming import MOST_FORMS, gloss, label_of, pattern_of, slug_of
from podbor.builder.sources import Source
from podbor.linking.phrases import NormalForm, Phrase
from podbor.matching.senses import generic_senses, lexicon
from podbor.records import Mention
from podbor.taxonomy.model import Concept, Occurrence

FACET_OF = {
    "duty": "duty",
    "role_info": "duty",
    "skill": "skill",
    "language": "language",
    "knowledge": "knowledge",
    "tool": "tool",
    "education": "education",
    "experience": "experience",
}
MOST_GROUPS = 12  # that a person can browse


@dataclass(frozen=True, slots=True)
class Proposal:
    """A group with its phrases: (document id, phrase), in the order of documents and texts."""

    group: Group
    phrases: tuple[tuple[str, Phrase], ...]

    @property
    def documents(self) -> int:
        """Documents that speak of it."""
        return len({document for document, _ in self.phrases})


def propose(sources: Sequence[Source], *, uncovered: bool = False) -> tuple[Proposal, ...]:
    """Group the phrases of documents.

    Parameters
    ----------
    sources : sequence of Source
    uncovered : bool
        Only phrases that no mention touches.

    Returns
    -------
    tuple of Proposal
        Those with most documents first, then most phrases, then by normal form.
    """
    places: dict[NormalForm, list[tuple[str, Phrase]]] = defaultdict(list)
    for source in sources:
        touched = Touched(source.mentions if uncovered else ())
        for phrase in source.phrases:
            if not _says_nothing(phrase) and not touched.by(phrase):
                places[phrase.form].append((source.id, phrase))
    counts = {(_facet_of(found), form): len(found) for form, found in places.items()}
    proposals = [
        Proposal(group, tuple(place for form in group.forms for place in places[form]))
        for group in group_forms(counts)
    ]
    return tuple(sorted(proposals, key=_by_documents))


def _facet_of(places: Iterable[tuple[str, Phrase]]) -> str:
    """Facet of most places; of equals the first by letter."""
    counts = Counter(FACET_OF[phrase.kind] for _, phrase in places)
    return min(counts, key=lambda facet: (-counts[facet], facet))


def _says_nothing(phrase: Phrase) -> bool:
    """A duty needs an action and a what; words like “customer” alone are no skill."""
    facet = FACET_OF.get(phrase.kind)
    if facet is None:
        return True
    informative = [sense for sense in phrase.form if sense not in generic_senses()]
    if not informative or (facet in {"duty", "experience"} and len(phrase.form) == 1):
        return True
    return facet == "duty" and not phrase.active


class Touched:
    """The mentions of a document, to ask which of them a phrase meets."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = sorted(mentions, key=_by_start)
        self._starts = [mention.start for mention in self._mentions]
        lengths = [mention.stop - mention.start for mention in self._mentions]
        self._longest = max(lengths, default=0)

    def by(self, phrase: Phrase) -> tuple[Mention, ...]:
        """Mentions that share a character with a phrase."""
        first = bisect_left(self._starts, phrase.start - self._longest)
        last = bisect_left(self._starts, phrase.stop)
        return tuple(m for m in self._mentions[first:last] if m.stop > phrase.start)


def _by_start(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.stop


def _by_documents(proposal: Proposal) -> tuple[int, int, str, NormalForm]:
    group = proposal.group
    return -proposal.documents, -len(proposal.phrases), group.facet, group.forms[0]


def as_concepts(proposals: Iterable[Proposal]) -> tuple[list[Concept], list[Occurrence]]:
    """Name proposals and put them under groups of at most twelve a facet.

    Returns
    -------
    list of Concept
        Concepts and the groups that hold them.
    list of Occurrence
        Their evidence.
    """
    chosen = list(proposals)
    groups = _group_senses(chosen)
    concepts: dict[str, Concept] = {}
    occurrences: list[Occurrence] = []
    taken: Counter[str] = Counter()
    labels: set[str] = set()
    patterns = _owned_patterns(chosen)
    for number, proposal in enumerate(chosen):
        group = _group_of(proposal, groups[proposal.group.facet])
        concepts.setdefault(group.id, group)
        slug = f"{proposal.group.facet}/{slug_of(proposal.group.forms[0])}"
        taken[slug] += 1
        name = slug if taken[slug] == 1 else f"{slug}_{taken[slug]}"
        concepts[name] = _unique(_concept(name, proposal, group.id, patterns[number]), labels)
        occurrences += [
            Occurrence(concept=name, document=document, start=phrase.start, stop=phrase.stop)
            for document, phrase in proposal.phrases
        ]
    return list(concepts.values()), sorted(set(occurrences))


def _concept(name: str, proposal: Proposal, group: str, patterns: list[Phrase]) -> Concept:
    phrases = [phrase for _, phrase in proposal.phrases]
    form = proposal.group.forms[0]
    labels = {
        language: label_of(phrases, language) or gloss(form, language) for language in ("ru", "en")
    }
    return Concept(
        id=name,
        broader=group,
        label_ru=labels["ru"],
        label_en=labels["en"],
        forms_ru=_patterns(patterns, "ru"),
        forms_en=_patterns(patterns, "en"),
        count=len(proposal.phrases),
        documents=proposal.documents,
    )


def _unique(concept: Concept, taken: set[str]) -> Concept:
    """A label that another concept has gets the slug beside it, and then is no form."""
    values = {}
    for name in ("label_ru", "label_en"):
        label = getattr(concept, name)
        values[name] = f"{label} ({concept.id})" if label in taken else label
        taken.add(label)
    forms = {
        name: tuple(form for form in getattr(concept, name) if form not in taken)
        for name in ("forms_ru", "forms_en")
    }
    return replace(concept, **values, **forms)  # type: ignore[arg-type]  # names are fields


def _patterns(phrases: Iterable[Phrase], language: str) -> tuple[str, ...]:
    counts = Counter(
        pattern
        for phrase in phrases
        if phrase.language == language and (pattern := pattern_of(phrase))
    )
    return tuple(sorted(sorted(counts, key=lambda form: (-counts[form], form))[:MOST_FORMS]))


def _owned_patterns(proposals: list[Proposal]) -> list[list[Phrase]]:
    """For each proposal the phrases whose pattern belongs to it alone (the first that has it)."""
    owner: dict[str, int] = {}
    owned: list[list[Phrase]] = [[] for _ in proposals]
    for number, proposal in enumerate(proposals):
        for _, phrase in proposal.phrases:
            pattern = pattern_of(phrase)
            if pattern is not None and owner.setdefault(pattern, number) == number:
                owned[number].append(phrase)
    return owned


def _group_senses(proposals: list[Proposal]) -> dict[str, tuple[str, ...]]:
    """For each facet the senses of things that most phrases are about, at most eleven."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for proposal in proposals:
        for sense in _things(proposal.group.forms[0]):
            counts[proposal.group.facet][sense] += len(proposal.phrases)
    found = {proposal.group.facet: () for proposal in proposals}
    return found | {
        facet: tuple(sorted(senses, key=lambda sense: (-senses[sense], sense))[: MOST_GROUPS - 1])
        for facet, senses in counts.items()
    }


@cache
def _thing_senses() -> frozenset[str]:
    return frozenset(sense.name for sense in lexicon().values() if sense.role == "thing")


def _things(form: NormalForm) -> tuple[str, ...]:
    return tuple(sense for sense in form if sense in _thing_senses())


def _group_of(proposal: Proposal, senses: Sequence[str]) -> Concept:
    facet = proposal.group.facet
    own = [sense for sense in senses if sense in proposal.group.forms[0]]
    if not own:
        return Concept(id=f"{facet}/other", label_ru="прочее", label_en="other", group=True)
    name = own[0]
    return Concept(
        id=f"{facet}/about_{slug_of((name,))}",
        label_ru=gloss((name,), "ru"),
        label_en=gloss((name,), "en"),
        group=True,
    )
