"""Roles named in a text: titles of jobs, vacancies and documents."""

from __future__ import annotations

from collections.abc import Iterable

from podbor.matching.matcher import Found, longest
from podbor.matching.trie import Hit, PhraseTrie
from podbor.normalize import normalize
from podbor.taxonomy.roles import Role


class RoleMatcher:
    """Finds the roles of a taxonomy by their names; the longest name at a place wins.

    Parameters
    ----------
    roles : iterable of Role
        Homonyms are kept apart by their ``block`` patterns.

    Examples
    --------
    >>> operator = Role(
    ...     id="role/agent",
    ...     label_ru="оператор колл-центра",
    ...     label_en="call centre agent",
    ...     alt_ru=("оператор",),
    ...     block_ru=("оператор пк",),
    ... )
    >>> matcher = RoleMatcher([operator])
    >>> [found.concept for found in matcher.find("Оператор call-центра (удалённо)")]
    ['role/agent']
    >>> matcher.find("Оператор ПК")
    []
    """

    def __init__(self, roles: Iterable[Role]) -> None:
        self._names: list[tuple[str, str, bool]] = []
        self.ids: set[str] = set()
        for role in roles:
            self.ids.add(role.id)
            self._names += [(role.id, name, False) for name in role.names]
            self._names += [(role.id, name, True) for name in role.blocks]
        self._trie = PhraseTrie(normalize(name).text for _, name, _ in self._names)

    def find(self, text: str) -> list[Found]:
        """Roles sorted by offset, not overlapping."""
        clean = normalize(text)
        hits = longest(self._trie.find(clean.text))
        return [self._found(clean.span(hit.start, hit.stop), hit) for hit in hits if self._is(hit)]

    def _is(self, hit: Hit) -> bool:
        return not self._names[hit.form][2]

    def _found(self, span: tuple[int, int], hit: Hit) -> Found:
        role, name, _ = self._names[hit.form]
        return Found(*span, role, name)
