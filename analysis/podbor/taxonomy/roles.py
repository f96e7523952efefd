"""Roles: what people in a profession are called, how high they stand and where they go next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from podbor.errors import TaxonomyError

NAME = re.compile(r"[^\W_]+(?:[ -][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleConcept:
    """How characteristic a concept is of a role.

    Parameters
    ----------
    concept : str
        Id.
    count : int
        Mentions in documents of the role.
    documents : int
        Documents of the role that mention it.
    lift : float
        How many times likelier a document of the role mentions it than any document does.
    """

    concept: str
    count: int
    documents: int
    lift: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role, its names, its place and its concepts.

    Parameters
    ----------
    id : str
        ``role/slug``.
    label_ru, label_en : str
        Preferred names.
    alt_ru, alt_en : tuple of str
        Other names; patterns of the form language are allowed.
    block_ru, block_en : tuple of str
        Patterns of look-alikes («кинооператор», «оператор ПК»).
    broader : str or None
        The role it is a kind of.
    level : int
        1 trainee … 8 vice president.
    next : tuple of str
        Typical next roles.
    isco, okz : str or None
        Code in ISCO-08 and in its Russian edition ОКЗ (ОК 010-2014).
    esco, onet : tuple of str
        Occupation URIs and SOC codes.
    definition_ru, definition_en : str
        Our own words.
    concepts : tuple of RoleConcept
        By lift times documents, most characteristic first.
    """

    id: str
    label_ru: str
    label_en: str
    alt_ru: tuple[str, ...] = ()
    alt_en: tuple[str, ...] = ()
    block_ru: tuple[str, ...] = ()
    block_en: tuple[str, ...] = ()
    broader: str | None = None
    level: int = 2
    next: tuple[str, ...] = ()
    isco: str | None = None
    okz: str | None = None
    esco: tuple[str, ...] = ()
    onet: tuple[str, ...] = ()
    definition_ru: str = ""
    definition_en: str = ""
    concepts: tuple[RoleConcept, ...] = ()

    def label(self, language: str = "en") -> str:
        """Preferred name in ``ru`` or ``en``."""
        return self.label_ru if language == "ru" else self.label_en

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that can stand as a pattern: labels without signs, and all others."""
        labels = (label for label in (self.label_ru, self.label_en) if NAME.fullmatch(label))
        return tuple(dict.fromkeys((*labels, *self.alt_ru, *self.alt_en)))

    @property
    def blocks(self) -> tuple[str, ...]:
        """Patterns of look-alikes in both languages."""
        return (*self.block_ru, *self.block_en)


def check_roles(roles: Iterable[Role]) -> dict[str, Role]:
    """Roles by id, sorted.

    Raises
    ------
    TaxonomyError
        If ids repeat, a broader or next role is missing, or broader roles form a cycle.
    """
    given = sorted(roles, key=_by_id)
    found = {role.id: role for role in given}
    problems = [f"{role.id}: stands twice" for role in given if found[role.id] is not role]
    for role in given:
        missing = {role.broader, *role.next} - {None, *found}
        problems += [f"{role.id}: {name} is not a role" for name in sorted(missing, key=str)]
        if not role.label_ru or not role.label_en:
            problems.append(f"{role.id}: both label_ru and label_en are needed")
        if not missing and _in_cycle(role, found):
            problems.append(f"{role.id}: its broader roles form a cycle")
    if problems:
        raise TaxonomyError("; ".join(problems[:20]))
    return found


def _in_cycle(role: Role, roles: dict[str, Role]) -> bool:
    seen = {role.id}
    current = role.broader
    while current is not None and current in roles:
        if current in seen:
            return True
        seen.add(current)
        current = roles[current].broader
    return False


def _by_id(role: Role) -> str:
    return role.id
