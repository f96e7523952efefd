"""Decisions of a curator: what people know better than the machine, kept as data.

A curation folder holds

* ``concepts/*.yaml``: concepts with labels and forms (``groups*.yaml``: groups);
* ``roles.yaml``: roles;
* ``settings.yaml``: one entry, ``keep_proposals: true|false`` with its ``reason``;
* any other ``*.yaml``: decisions, each a mapping whose first key is the verb.

==============  ====================================================================
verb            further keys
==============  ====================================================================
``add_forms``   concept id · ru, en, hidden_ru, hidden_en, block_ru, block_en, drop · reason
``define``      concept id · ru, en, note_ru, note_en
``match``       concept id · esco, onet (lists of kind, uri or task, label) or none
``merge``       list of concept ids or phrases · into · reason
``split``       concept id · into (list of concepts with their phrases) · reason
``rename``      concept id · to · reason
``label``       concept id · ru, en · reason
``reject``      list of concept ids or phrases · reason
``share``       list of forms that may belong to several concepts · reason
==============  ====================================================================
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from podbor.errors import TaxonomyError
from podbor.taxonomy.files import concept_of, read_rows, role_of
from podbor.taxonomy.model import Concept, Crosswalk
from podbor.taxonomy.roles import Role

FORM_KEYS = {
    "ru": "forms_ru",
    "en": "forms_en",
    "hidden_ru": "hidden_ru",
    "hidden_en": "hidden_en",
    "block_ru": "block_ru",
    "block_en": "block_en",
}
REASONED = frozenset({"add_forms", "merge", "split", "rename", "label", "reject", "share"})
KEYS = {
    "add_forms": {*FORM_KEYS, "drop", "reason"},
    "define": {"ru", "en", "note_ru", "note_en"},
    "match": {"esco", "onet", "none"},
    "merge": {"into", "reason"},
    "split": {"into", "reason"},
    "rename": {"to", "reason"},
    "label": {"ru", "en", "reason"},
    "reject": {"reason"},
    "share": {"reason"},
}
ORDER = ("reject", "rename", "label", "merge", "split", "add_forms", "define", "match")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: where it stands, its verb and its keys."""

    where: str
    verb: str
    row: dict[str, Any]

    @property
    def subjects(self) -> tuple[str, ...]:
        """Ids or phrases that it is about."""
        value = self.row[self.verb]
        return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


@dataclass(slots=True)
class Curation:
    """Everything a curation folder says."""

    concepts: dict[str, Concept] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    keep_proposals: bool = True


def read_curation(folder: Path) -> Curation:
    """Read a curation folder.

    Raises
    ------
    TaxonomyError
        If a file breaks the form above; names file and line.
    """
    if not folder.is_dir():
        message = f"{folder}: no such folder; a curation is a folder of YAML files"
        raise TaxonomyError(message)
    found = Curation()
    for path in sorted((folder / "concepts").glob("*.yaml")):
        for where, row in read_rows(path):
            _declare(found, concept_of(row, where, group=path.name.startswith("groups")), where)
    for path in sorted(folder.glob("*.yaml")):
        for where, row in read_rows(path):
            _read(found, path.stem, where, row)
    return found


def _read(found: Curation, name: str, where: str, row: Any) -> None:
    if name == "roles":
        found.roles.append(role_of(row, where))
    elif name == "settings":
        found.keep_proposals = bool(row.get("keep_proposals", True))
    else:
        found.decisions.append(_decision(row, where))


def _declare(found: Curation, concept: Concept, where: str) -> None:
    if concept.id in found.concepts:
        message = f"{where}: {concept.id} is declared twice; keep one of the two"
        raise TaxonomyError(message)
    found.concepts[concept.id] = concept


def _decision(row: Any, where: str) -> Decision:
    verb = next(iter(row), None) if isinstance(row, dict) else None
    if verb not in KEYS:
        message = f"{where}: a decision begins with one of {', '.join(KEYS)}; got {verb!r}"
        raise TaxonomyError(message)
    unknown = set(row) - KEYS[verb] - {verb}
    if unknown:
        message = f"{where}: {verb}: unknown keys {sorted(unknown)}; known are {sorted(KEYS[verb])}"
        raise TaxonomyError(message)
    if verb in REASONED and not row.get("reason"):
        message = f"{where}: {verb} needs a reason"
        raise TaxonomyError(message)
    return Decision(where, verb, row)


def curate(
    proposals: Iterable[Concept], curation: Curation, *, patterns_of: dict[str, tuple[str, ...]]
) -> dict[str, Concept]:
    """Apply decisions to proposed and declared concepts.

    Parameters
    ----------
    proposals : iterable of Concept
        What the machine found; left out where the settings say so.
    curation : Curation
    patterns_of : mapping of str to tuple of str
        Patterns of a phrase, for ``merge`` and ``split``, by the phrase as the curator writes it.

    Returns
    -------
    dict of str to Concept
        By id.

    Raises
    ------
    TaxonomyError
        If a decision names an unknown concept; says where and suggests the nearest id.
    """
    found = {c.id: c for c in proposals} if curation.keep_proposals else {}
    found |= curation.concepts
    table = _Table(found, patterns_of)
    for verb in ORDER:
        for decision in curation.decisions:
            if decision.verb == verb:
                getattr(table, verb)(decision)
    _check_forms(table.concepts.values(), curation)
    return table.concepts


def _check_forms(concepts: Iterable[Concept], curation: Curation) -> None:
    """Raise if a label or form belongs to two concepts and nobody said that it may."""
    shared = {form for d in curation.decisions if d.verb == "share" for form in d.subjects}
    owners: dict[str, list[str]] = {}
    for concept in concepts:
        for form in () if concept.group else concept.forms:
            owners.setdefault(form, []).append(concept.id)
    problems = [
        f"{form!r} belongs to {' and '.join(sorted(names))}"
        for form, names in sorted(owners.items())
        if len(names) > 1 and form not in shared
    ]
    if problems:
        message = "; ".join(problems[:10]) + "; drop one, or declare it under share"
        raise TaxonomyError(message)


@dataclass(slots=True)
class _Table:
    """The concepts while decisions change them; a method for each verb."""

    concepts: dict[str, Concept]
    patterns_of: dict[str, tuple[str, ...]]

    def reject(self, decision: Decision) -> None:
        for subject in decision.subjects:
            if "/" in subject:
                del self.concepts[self._known(subject, decision)]
        self._keep_broader()

    def rename(self, decision: Decision) -> None:
        concept = self.concepts.pop(self._known(decision.subjects[0], decision))
        new = str(decision.row.get("to", ""))
        if not new or new in self.concepts:
            message = f"{decision.where}: rename: 'to' must be an id that no concept has"
            raise TaxonomyError(message)
        self.concepts[new] = replace(concept, id=new)
        self._point(concept.id, new)

    def label(self, decision: Decision) -> None:
        concept = self._of(decision)
        row = decision.row
        self._put(
            replace(
                concept,
                label_ru=str(row.get("ru") or concept.label_ru),
                label_en=str(row.get("en") or concept.label_en),
            )
        )

    def merge(self, decision: Decision) -> None:
        target = self._known(str(decision.row.get("into")), decision)
        for subject in decision.subjects:
            if "/" in subject:
                given = self.concepts.pop(self._known(subject, decision))
                self._join(target, given)
                self._point(subject, target)
            else:
                self._add(target, self._patterns(subject))

    def split(self, decision: Decision) -> None:
        source = self._of(decision)
        for row in decision.row.get("into") or ():
            given = dict(row)
            phrases = [str(phrase) for phrase in given.pop("phrases", ())]
            concept = concept_of({"broader": source.broader, **given}, decision.where)
            moved = {pattern for phrase in phrases for pattern in self._patterns(phrase)}
            self._put(concept)
            self._add(concept.id, moved)
            source = replace(
                source,
                forms_ru=tuple(form for form in source.forms_ru if form not in moved),
                forms_en=tuple(form for form in source.forms_en if form not in moved),
            )
        self._put(source)

    def add_forms(self, decision: Decision) -> None:
        concept = self._of(decision)
        dropped = set(map(str, decision.row.get("drop") or ()))
        values: dict[str, Any] = {}
        for key, name in FORM_KEYS.items():
            old = tuple(form for form in getattr(concept, name) if form not in dropped)
            values[name] = tuple(dict.fromkeys((*old, *map(str, decision.row.get(key) or ()))))
        self._put(replace(concept, **values))

    def define(self, decision: Decision) -> None:
        row = {key: " ".join(str(value).split()) for key, value in decision.row.items()}
        self._put(
            replace(
                self._of(decision),
                definition_ru=row.get("ru", ""),
                definition_en=row.get("en", ""),
                note_ru=row.get("note_ru", ""),
                note_en=row.get("note_en", ""),
            )
        )

    def match(self, decision: Decision) -> None:
        row = decision.row
        matches = [
            Crosswalk(
                scheme=scheme,
                kind=str(item.get("kind", "close")),
                uri=str(item.get("uri") or item.get("task") or item.get("soc") or ""),
                label=str(item.get("label", "")),
            )
            for scheme in ("esco", "onet")
            for item in row.get(scheme) or ()
        ]
        self._put(
            replace(self._of(decision), matches=tuple(matches), no_match=str(row.get("none") or ""))
        )

    def _of(self, decision: Decision) -> Concept:
        return self.concepts[self._known(decision.subjects[0], decision)]

    def _known(self, concept_id: str, decision: Decision) -> str:
        if concept_id in self.concepts:
            return concept_id
        near = difflib.get_close_matches(concept_id, self.concepts, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        message = f"{decision.where}: {decision.verb}: {concept_id} is not a concept{hint}"
        raise TaxonomyError(message)

    def _put(self, concept: Concept) -> None:
        self.concepts[concept.id] = concept

    def _point(self, old: str, new: str | None) -> None:
        """Let what stood under one concept stand under another."""
        for concept in list(self.concepts.values()):
            if concept.broader == old:
                self._put(replace(concept, broader=new))

    def _keep_broader(self) -> None:
        for concept in list(self.concepts.values()):
            if concept.broader is not None and concept.broader not in self.concepts:
                self._put(replace(concept, broader=None))

    def _join(self, target: str, given: Concept) -> None:
        concept = self.concepts[target]
        values: dict[str, Any] = {
            name: tuple(dict.fromkeys((*getattr(concept, name), *getattr(given, name))))
            for name in FORM_KEYS.values()
        }
        self._put(replace(concept, **values))

    def _patterns(self, phrase: str) -> tuple[str, ...]:
        return self.patterns_of.get(phrase, (phrase,))

    def _add(self, target: str, patterns: Iterable[str]) -> None:
        concept = self.concepts[target]
        russian = tuple(form for form in patterns if any("а" <= c <= "я" for c in form))
        english = tuple(form for form in patterns if form not in russian)
        self._put(
            replace(
                concept,
                forms_ru=tuple(dict.fromkeys((*concept.forms_ru, *russian))),
                forms_en=tuple(dict.fromkeys((*concept.forms_en, *english))),
            )
        )


def rejected_phrases(curation: Curation) -> frozenset[str]:
    """Phrases (not ids) that the curator does not want to see again."""
    return frozenset(
        subject
        for decision in curation.decisions
        if decision.verb == "reject"
        for subject in decision.subjects
        if "/" not in subject
    )
