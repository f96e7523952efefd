"""Roles of the taxonomy that titles name."""

from __future__ import annotations

from functools import cache, lru_cache

from podbor.matching.roles import RoleMatcher
from podbor.taxonomy.files import shipped_taxonomy
from podbor.taxonomy.roles import Role


@cache
def _matcher() -> RoleMatcher:
    return RoleMatcher(shipped_taxonomy().roles.values())


@cache
def _roles() -> dict[str, Role]:
    return dict(shipped_taxonomy().roles)


@lru_cache(maxsize=8192)
def role_of(title: str) -> str | None:
    """Id of the role that a title names, the first one; ``None`` for titles of other trades.

    Examples
    --------
    >>> role_of("Старший оператор call-центра (удалённо)"), role_of("Сварщик")
    ('role/senior_agent', None)
    """
    found = _matcher().find(title)
    return found[0].concept if found else None


def related(role: str | None, wanted: str) -> bool:
    """Tell whether a role is the wanted one or a step before or after it.

    Examples
    --------
    >>> related("role/agent", "role/agent"), related(None, "role/agent")
    (True, False)
    """
    if role is None:
        return False
    roles = _roles()
    return role == wanted or role in roles[wanted].next or wanted in roles[role].next
