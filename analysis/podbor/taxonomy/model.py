"""The taxonomy: concepts with labels and forms in two languages, and their hierarchy.

Terms are those of SKOS: a concept has one preferred label per language, further forms, and at most
one ``broader`` concept.  Groups are concepts that only gather others: they have no forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from podbor.errors import TaxonomyError
from podbor.taxonomy.pattern import parse_pattern
from podbor.taxonomy.roles import Role, check_roles

FACETS = ("duty", "education", "experience", "knowledge", "language", "skill", "tool")
LANGUAGES = ("ru", "en")
MATCH_KINDS = ("exact", "close", "broad", "narrow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """The same or a near concept of another scheme.

    Parameters
    ----------
    scheme : str
        ``esco`` or ``onet``.
    kind : str
        ``exact``, ``close``, ``broad`` (theirs is wider) or ``narrow``.
    uri : str
        Their identifier: a URI of ESCO, an O*NET task id.
    label : str
        Their English label, for people.
    """

    scheme: str
    kind: str
    uri: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Occurrence:
    """Where a document speaks of a concept: half-open offsets into its text as read."""

    concept: str
    document: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing a posting can ask for and a resume can show.

    Parameters
    ----------
    id : str
        ``facet/slug``; stable, never reused.
    label_ru, label_en : str
        Preferred label in each language.
    broader : str or None
        Id of the group or concept above.
    forms_ru, forms_en : tuple of str
        Patterns of the form language (``docs/taxonomy.md``).
    hidden_ru, hidden_en : tuple of str
        Patterns of typing errors and machine translations: matched, never shown.
    block_ru, block_en : tuple of str
        Patterns that look alike and are something else.
    alt_ru, alt_en : tuple of str
        Further names as people write them; for reading and search, not for matching.
    definition_ru, definition_en : str
        One sentence of our own.
    note_ru, note_en : str
        Where its border to neighbours lies.
    matches : tuple of Crosswalk
        Near concepts of ESCO and O*NET.
    no_match : str
        Why there is none, where that was looked for.
    count, documents : int
        Times that the documents it was built from speak of it, and how many of them do.
    group : bool
        It only gathers others.
    """

    id: str
    label_ru: str
    label_en: str
    broader: str | None = None
    forms_ru: tuple[str, ...] = ()
    forms_en: tuple[str, ...] = ()
    hidden_ru: tuple[str, ...] = ()
    hidden_en: tuple[str, ...] = ()
    block_ru: tuple[str, ...] = ()
    block_en: tuple[str, ...] = ()
    alt_ru: tuple[str, ...] = ()
    alt_en: tuple[str, ...] = ()
    definition_ru: str = ""
    definition_en: str = ""
    note_ru: str = ""
    note_en: str = ""
    matches: tuple[Crosswalk, ...] = ()
    no_match: str = ""
    count: int = 0
    documents: int = 0
    group: bool = False

    @property
    def facet(self) -> str:
        """Part of the id before the slash."""
        return self.id.partition("/")[0]

    def label(self, language: str = "en") -> str:
        """Preferred label in ``ru`` or ``en``."""
        return self.label_ru if language == "ru" else self.label_en

    @property
    def forms(self) -> tuple[str, ...]:
        """Patterns of both languages, and those labels that can stand as patterns."""
        labels = (label for label in (self.label_ru, self.label_en) if is_plain(label))
        hidden = (*self.hidden_ru, *self.hidden_en)
        return tuple(dict.fromkeys((*self.forms_ru, *self.forms_en, *hidden, *labels)))

    def definition(self, language: str = "en") -> str:
        """Definition in ``ru`` or ``en``."""
        return self.definition_ru if language == "ru" else self.definition_en

    @property
    def blocks(self) -> tuple[str, ...]:
        """Patterns of both languages that remove a hit."""
        return tuple(dict.fromkeys((*self.block_ru, *self.block_en)))


def is_plain(label: str) -> bool:
    """Tell whether a label can stand as a pattern: at least two words, no brackets or commas.

    >>> is_plain("работа по скрипту"), is_plain("управление бюджетом, P&L"), is_plain("Excel")
    (True, False, False)
    """
    words = all(any(letter.isalnum() for letter in token) for token in label.split())
    return " " in label and words and not set(label) & set(",()/&[]{}~^\"'|*")


class Taxonomy(Mapping[str, Concept]):
    """Concepts by id.

    Parameters
    ----------
    concepts : iterable of Concept
        In any order; they are kept sorted by id.
    roles : iterable of Role
        In any order.
    occurrences : iterable of Occurrence
        Evidence in the documents that the taxonomy was built from.

    Raises
    ------
    TaxonomyError
        If :meth:`problems` finds any; the text lists them.

    Examples
    --------
    >>> import podbor
    >>> taxonomy = podbor.Taxonomy.load()
    >>> taxonomy["tool/crm"].label("ru")
    'CRM-система'
    >>> taxonomy["tool/abacus"]
    Traceback (most recent call last):
    KeyError: 'tool/abacus'
    """

    def __init__(
        self,
        concepts: Iterable[Concept],
        *,
        roles: Iterable[Role] = (),
        occurrences: Iterable[Occurrence] = (),
    ) -> None:
        given = sorted(concepts, key=_by_id)
        self._concepts = {concept.id: concept for concept in given}
        problems = [*_repeated(given), *self.problems()]
        if problems:
            raise TaxonomyError("; ".join(problems[:20]))
        self._narrower: dict[str, list[str]] = {}
        for concept in given:
            if concept.broader:
                self._narrower.setdefault(concept.broader, []).append(concept.id)
        self.roles: Mapping[str, Role] = check_roles(roles)
        self.occurrences = tuple(sorted(occurrences))

    @classmethod
    def load(cls, path: str | Path | None = None) -> Taxonomy:
        """Read a built folder (``concepts.jsonl``) or one of ``*.yaml`` files.

        Parameters
        ----------
        path : str, Path or None
            The folder; ``None`` reads the shipped taxonomy (once per process).

        Raises
        ------
        TaxonomyError
            If a file is missing, is no YAML or breaks a rule; names the file.
        """
        from podbor.taxonomy.files import read_taxonomy, shipped_taxonomy

        return shipped_taxonomy() if path is None else read_taxonomy(Path(path))

    def __getitem__(self, concept_id: str) -> Concept:
        return self._concepts[concept_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._concepts)

    def __len__(self) -> int:
        return len(self._concepts)

    def __repr__(self) -> str:
        return f"Taxonomy({len(self.matchable)} concepts, {len(self) - len(self.matchable)} groups)"

    @property
    def matchable(self) -> tuple[Concept, ...]:
        """Concepts that are not groups, sorted by id."""
        return tuple(concept for concept in self._concepts.values() if not concept.group)

    def broader(self, concept_id: str) -> tuple[str, ...]:
        """Ids above a concept, nearest first.

        Raises
        ------
        KeyError
            If there is no such concept.
        """
        above = []
        current = self._concepts[concept_id].broader
        while current is not None:
            above.append(current)
            current = self._concepts[current].broader
        return tuple(above)

    def narrower(self, concept_id: str) -> tuple[str, ...]:
        """Ids directly below a concept, sorted.

        Raises
        ------
        KeyError
            If there is no such concept.
        """
        return tuple(self._narrower.get(self._concepts[concept_id].id, ()))

    def search(self, words: str) -> tuple[Concept, ...]:
        """Concepts whose id, label or other name holds the words, case ignored, sorted by id."""
        wanted = words.casefold()
        return tuple(
            concept
            for concept in self._concepts.values()
            if any(wanted in name.casefold() for name in _names(concept))
        )

    def problems(self) -> list[str]:
        """Rules that the concepts break, one sentence each; empty when all is well."""
        found: list[str] = []
        for concept in self._concepts.values():
            found += self._problems_of(concept)
        return found

    def _problems_of(self, concept: Concept) -> Iterator[str]:
        if concept.facet not in FACETS or not concept.id.partition("/")[2]:
            yield f"{concept.id}: an id is facet/slug with a facet of {', '.join(FACETS)}"
        if not concept.label_ru or not concept.label_en:
            yield f"{concept.id}: both label_ru and label_en are needed"
        if concept.group and concept.forms_ru + concept.forms_en:
            yield f"{concept.id}: a group has no forms"
        for match in concept.matches:
            if match.kind not in MATCH_KINDS:
                yield f"{concept.id}: match {match.kind!r} is none of {', '.join(MATCH_KINDS)}"
        if concept.broader is not None and concept.broader not in self._concepts:
            yield f"{concept.id}: broader {concept.broader} is not a concept"
        elif self._in_cycle(concept):
            yield f"{concept.id}: its broader concepts form a cycle"
        for form in (*concept.forms, *concept.blocks):
            try:
                parse_pattern(form)
            except ValueError as error:
                yield f"{concept.id}: form {form!r}: {error}"

    def _in_cycle(self, concept: Concept) -> bool:
        seen = {concept.id}
        current = concept.broader
        while current is not None and current in self._concepts:
            if current in seen:
                return True
            seen.add(current)
            current = self._concepts[current].broader
        return False


def match_order(match: Crosswalk) -> tuple[int, str, str]:
    """Key to sort matches by: the closest first."""
    return MATCH_KINDS.index(match.kind), match.scheme, match.uri


def _names(concept: Concept) -> tuple[str, ...]:
    names = (concept.id, concept.label_ru, concept.label_en)
    return (*names, *concept.alt_ru, *concept.alt_en)


def _by_id(concept: Concept) -> str:
    return concept.id


def _repeated(concepts: list[Concept]) -> Iterator[str]:
    for first, second in pairwise(concepts):
        if first.id == second.id:
            yield f"{first.id}: stands twice"
