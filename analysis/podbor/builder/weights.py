"""Roles of documents, and how characteristic each concept is of a role."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from podbor.builder.sources import Source
from podbor.linking.phrases import PhraseFinder
from podbor.matching.roles import RoleMatcher
from podbor.taxonomy.model import Occurrence
from podbor.taxonomy.roles import NAME, Role, RoleConcept

TITLES = frozenset({"heading", "title"})
LEAST_DOCUMENTS = 2  # of a title that becomes a role by itself
LONGEST_TITLE = 8  # words
MOST_CONCEPTS = 60  # kept for a role


def role_spans(source: Source, matcher: RoleMatcher) -> Iterator[tuple[int, str]]:
    """Offsets in a document from which a role is spoken of: its title, then headings that name one.

    A file named for a role (``inbound_agent.md``) speaks of that role.
    """
    stem = f"role/{PurePosixPath(source.id).name}"
    first = stem if stem in matcher.ids else _first(source.title, matcher)
    if first:
        yield 0, first
    if stem in matcher.ids:
        return
    for statement in source.statements:
        if statement.kind in TITLES:
            role = _first(statement.text, matcher)
            if role:
                yield statement.start, role


def _first(text: str, matcher: RoleMatcher) -> str | None:
    found = matcher.find(text)
    return found[0].concept if found else None


def weigh(
    roles: Iterable[Role], sources: Sequence[Source], occurrences: Iterable[Occurrence]
) -> list[Role]:
    """Give roles their concepts.

    A scope is the stretch of one document that speaks of one role.  With *a* of *b* scopes of the
    role, and *c* of *d* scopes of all roles, naming the concept, ``lift`` is
    ((a + 0.5) / (b + 1)) / ((c + 0.5) / (d + 1)).
    """
    given = list(roles)
    matcher = RoleMatcher(given)
    by_document: dict[str, list[Occurrence]] = defaultdict(list)
    for item in occurrences:
        by_document[item.document].append(item)
    scopes: dict[str, set[str]] = defaultdict(set)  # role to documents
    naming: dict[tuple[str, str], set[str]] = defaultdict(set)  # role, concept to documents
    mentions: Counter[tuple[str, str]] = Counter()
    for source in sources:
        spans = sorted(role_spans(source, matcher))
        for role in {role for _, role in spans}:
            scopes[role].add(source.id)
        for item in by_document[source.id]:
            here = [role for start, role in spans if start <= item.start]
            if here:
                naming[here[-1], item.concept].add(source.id)
                mentions[here[-1], item.concept] += 1
    return [replace(role, concepts=_concepts(role.id, scopes, naming, mentions)) for role in given]


def _concepts(
    role: str,
    scopes: Mapping[str, set[str]],
    naming: Mapping[tuple[str, str], set[str]],
    mentions: Counter[tuple[str, str]],
) -> tuple[RoleConcept, ...]:
    n_role = len(scopes.get(role, ()))
    n_all = sum(map(len, scopes.values()))
    everywhere: Counter[str] = Counter()
    for (_, concept), documents in naming.items():
        everywhere[concept] += len(documents)
    rows = []
    for (name, concept), documents in naming.items():
        if name == role:
            inside = (len(documents) + 0.5) / (n_role + 1)
            lift = inside / ((everywhere[concept] + 0.5) / (n_all + 1))
            rows.append(
                RoleConcept(
                    concept=concept,
                    count=mentions[role, concept],
                    documents=len(documents),
                    lift=round(lift, 2),
                )
            )
    return tuple(sorted(rows, key=_by_weight)[:MOST_CONCEPTS])


def _by_weight(row: RoleConcept) -> tuple[float, str]:
    return -row.lift * row.documents, row.concept


def propose_roles(sources: Iterable[Source]) -> list[Role]:
    """Roles from titles that several documents share; their wordings become aliases."""
    finder = PhraseFinder()
    titles: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    languages: dict[tuple[str, ...], str] = {}
    for source in sources:
        words = source.title.lstrip("# ").split()
        form = finder.form_of(source.title)
        if form and len(words) <= LONGEST_TITLE:
            titles[form][" ".join(words).casefold()] += 1
            languages.setdefault(form, source.statements[0].language if source.statements else "ru")
    return [
        _role(form, texts, languages[form])
        for form, texts in sorted(titles.items())
        if sum(texts.values()) >= LEAST_DOCUMENTS
    ]


def _role(form: tuple[str, ...], texts: Counter[str], language: str) -> Role:
    from podbor.builder.naming import gloss, slug_of

    ordered = sorted(texts, key=lambda text: (-texts[text], text))
    plain = tuple(text for text in ordered if NAME.fullmatch(text))
    label = ordered[0]
    labels = {"ru": gloss(form, "ru"), "en": gloss(form, "en"), language: label}
    return Role(
        id=f"role/{slug_of(form)}",
        label_ru=labels["ru"],
        label_en=labels["en"],
        alt_ru=plain if language == "ru" else (),
        alt_en=plain if language == "en" else (),
    )
