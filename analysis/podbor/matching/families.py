"""Families of words of one action: verb, its aspect pair, its verbal noun (приём, принимать)."""

from __future__ import annotations

from functools import cache

from podbor._resources import resource
from podbor.matching.lexicon import read_yaml


@cache
def families() -> dict[str, tuple[str, ...]]:
    """Members of each word's family, ё written as е; a word may be in several families.

    Examples
    --------
    >>> "прием" in families()["принимать"]
    True
    """
    rows = read_yaml(resource("corpus", "lexicon/families.yaml"))
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        members = [str(word).lower().replace("ё", "е") for word in row]
        for member in members:
            found.setdefault(member, {}).update(dict.fromkeys(members))
    return {member: tuple(others) for member, others in found.items()}
