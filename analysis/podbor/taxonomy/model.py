"""The taxonomy: concepts with labels and forms in two languages, and their hierarchy.

Terms are those of SKOS: a concept has one preferred label per language, further forms, and at most
one ``broader`` concept.  Groups are concepts that only gather others: they have no forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from podbor._resources import resource
from podbor.errors import TaxonomyError
from podbor.taxonomy.pattern import parse_pattern

FACETS = ("duty", "education", "experience", "knowledge", "language", "skill", "tool")
LANGUAGES = ("ru", "en")
TEXT_FIELDS = ("id", "broader", "label_ru", "label_en")
LIST_FIELDS = ("forms_ru", "forms_en", "block_ru", "block_en")


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
        Patterns of the form language (``docs/design.md``).
    block_ru, block_en : tuple of str
        Patterns that look alike and are something else.
    group : bool
        It only gathers others.
    """

    id: str
    label_ru: str
    label_en: str
    broader: str | None = None
    forms_ru: tuple[str, ...] = ()
    forms_en: tuple[str, ...] = ()
    block_ru: tuple[str, ...] = ()
    block_en: tuple[str, ...] = ()
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
        return tuple(dict.fromkeys((*self.forms_ru, *self.forms_en, *labels)))

    @property
    def blocks(self) -> tuple[str, ...]:
        """Patterns of both languages that remove a hit."""
        return tuple(dict.fromkeys((*self.block_ru, *self.block_en)))


def is_plain(label: str) -> bool:
    """Tell whether a label can stand as a pattern: at least two words, no brackets or commas.

    >>> is_plain("работа по скрипту"), is_plain("управление бюджетом, P&L"), is_plain("Excel")
    (True, False, False)
    """
    return " " in label and not set(label) & set(",()/&[]{}~^\"'|*")


class Taxonomy(Mapping[str, Concept]):
    """Concepts by id.

    Parameters
    ----------
    concepts : iterable of Concept
        In any order; they are kept sorted by id.

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

    def __init__(self, concepts: Iterable[Concept]) -> None:
        given = sorted(concepts, key=_by_id)
        self._concepts = {concept.id: concept for concept in given}
        problems = [*_repeated(given), *self.problems()]
        if problems:
            raise TaxonomyError("; ".join(problems[:20]))
        self._narrower: dict[str, list[str]] = {}
        for concept in given:
            if concept.broader:
                self._narrower.setdefault(concept.broader, []).append(concept.id)

    @classmethod
    def load(cls, path: str | Path | None = None) -> Taxonomy:
        """Read a folder of ``*.yaml`` files.

        Parameters
        ----------
        path : str, Path or None
            The folder; ``None`` reads the shipped taxonomy (once per process).

        Raises
        ------
        TaxonomyError
            If a file is missing, is no YAML or breaks a rule; names the file.
        """
        return _shipped() if path is None else cls(_read_folder(Path(path)))

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
        """Concepts whose id or label holds the words, case ignored, sorted by id."""
        wanted = words.casefold()
        return tuple(
            concept
            for concept in self._concepts.values()
            if wanted in f"{concept.id}\n{concept.label_ru}\n{concept.label_en}".casefold()
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


def _by_id(concept: Concept) -> str:
    return concept.id


def _repeated(concepts: list[Concept]) -> Iterator[str]:
    for first, second in pairwise(concepts):
        if first.id == second.id:
            yield f"{first.id}: stands twice"


@cache
def _shipped() -> Taxonomy:
    return Taxonomy(_read_folder(resource("corpus", "taxonomy")))


def _read_folder(folder: Path) -> Iterator[Concept]:
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        message = f"{folder}: no *.yaml files; a taxonomy is a folder of them (docs/design.md)"
        raise TaxonomyError(message)
    for path in paths:
        yield from _read_file(path)


def _read_file(path: Path) -> Iterator[Concept]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - safe one
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        message = f"{path.name}: not a YAML file: {error}"
        raise TaxonomyError(message) from error
    if not isinstance(rows, list):
        message = f"{path.name}: must be a list of concepts (docs/design.md)"
        raise TaxonomyError(message)
    group = path.name.startswith("groups")
    for row in rows:
        yield _concept(row, group=group, where=path.name)


def _concept(row: Any, *, group: bool, where: str) -> Concept:
    if not isinstance(row, dict) or not row.get("id"):
        message = f"{where}: an entry without id: {str(row)[:60]!r}"
        raise TaxonomyError(message)
    unknown = set(row) - {*TEXT_FIELDS, *LIST_FIELDS}
    if unknown:
        message = f"{where}: {row['id']}: unknown keys {sorted(unknown)}"
        raise TaxonomyError(message)
    texts = {key: str(row.get(key) or "") for key in TEXT_FIELDS}
    lists = {key: tuple(str(form) for form in row.get(key) or ()) for key in LIST_FIELDS}
    fields: dict[str, Any] = texts | lists | {"broader": texts["broader"] or None}
    return Concept(**fields, group=group)
