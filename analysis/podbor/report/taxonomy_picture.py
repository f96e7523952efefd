"""Pictures of a taxonomy for people who would rather look: the tree, and roles against groups.

matplotlib is needed (``pip install podbor[picture]``).  The same taxonomy gives the same bytes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from podbor.taxonomy.model import FACETS, Taxonomy
from podbor.taxonomy.roles import Role

ROW = 0.19  # inches
TREE_WIDTH = 13.0  # inches
COLUMNS = (0.01, 0.11, 0.42)  # facet, group, concepts
MOST_NAMED = 4  # concepts named after a group
LONGEST_LINE = 118  # characters
CELL = 0.3  # inches
SALT = "podbor"  # of the ids inside an SVG, so that bytes repeat


def draw_tree(taxonomy: Taxonomy, path: Path, *, language: str = "en") -> None:
    """Draw facets, their groups and the concepts that the documents name most.

    Parameters
    ----------
    path : Path
        ``.svg`` or ``.png``.
    """
    rows = _tree_rows(taxonomy, language)
    figure, axes = _figure(TREE_WIDTH, ROW * (len(rows) + 2))
    axes.set_xlim(0, 1)
    axes.set_ylim(len(rows) + 1, 0)
    axes.axis("off")
    for number, (facet, group, concepts) in enumerate(rows, 1):
        axes.text(COLUMNS[0], number, facet, fontsize=10, fontweight="bold", va="center")
        axes.text(COLUMNS[1], number, group, fontsize=8.5, va="center")
        axes.text(COLUMNS[2], number, concepts, fontsize=7.5, va="center", color="#444444")
        if facet:
            axes.axhline(number - 0.5, color="#bbbbbb", linewidth=0.6)
    _save(figure, path)


def _tree_rows(taxonomy: Taxonomy, language: str) -> list[tuple[str, str, str]]:
    rows = []
    for facet in FACETS:
        top = [c for c in taxonomy.values() if c.facet == facet and c.broader is None and c.group]
        for number, group in enumerate(top):
            below = [taxonomy[name] for name in taxonomy.narrower(group.id)]
            named = sorted(below, key=_by_count)[:MOST_NAMED]
            text = "; ".join(concept.label(language) for concept in named)
            more = f" … +{len(below) - MOST_NAMED}" if len(below) > MOST_NAMED else ""
            title = f"{group.label(language)} ({len(below)})"
            rows.append(("" if number else facet, title, text[:LONGEST_LINE] + more))
    return rows


def _by_count(concept: Any) -> tuple[int, str]:
    return -concept.count, concept.id


def draw_matrix(
    taxonomy: Taxonomy, path: Path, *, language: str = "en", facet: str = "duty"
) -> None:
    """Draw how strongly each role stands out in each group of a facet (share of its mentions).

    Parameters
    ----------
    path : Path
        ``.svg`` or ``.png``.
    """
    import numpy as np

    groups = [c for c in taxonomy.values() if c.facet == facet and c.group]
    roles = sorted(taxonomy.roles.values(), key=_by_level)
    shares = _shares(taxonomy, roles)
    values = np.array([[shares[role.id][group.id] for group in groups] for role in roles])
    figure, axes = _figure(5.0 + CELL * len(groups), 2.6 + CELL * len(roles))
    image = axes.imshow(values, cmap="Blues", aspect="auto", vmin=0)
    axes.set_xticks(
        range(len(groups)), [g.label(language) for g in groups], rotation=40, ha="right", fontsize=8
    )
    axes.set_yticks(range(len(roles)), [role.label(language) for role in roles], fontsize=8)
    figure.colorbar(image, ax=axes, shrink=0.6)
    figure.tight_layout()
    _save(figure, path)


def _shares(taxonomy: Taxonomy, roles: list[Role]) -> dict[str, Counter[str]]:
    """For each role the share of its mentions that falls into each group of its facet."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for role in roles:
        totals: Counter[str] = Counter()
        for row in role.concepts:
            above = taxonomy.broader(row.concept) if row.concept in taxonomy else ()
            if above:
                found[role.id][above[-1]] += row.count
                totals[above[-1].partition("/")[0]] += row.count
        for group in found[role.id]:
            found[role.id][group] /= totals[group.partition("/")[0]]  # type: ignore[assignment]
    return found


def _by_level(role: Role) -> tuple[int, str]:
    return role.level, role.id


def _figure(width: float, height: float) -> tuple[Any, Any]:
    import matplotlib as mpl

    mpl.use("Agg")
    mpl.rcParams["svg.hashsalt"] = SALT
    from matplotlib import pyplot as plt

    return plt.subplots(figsize=(width, height))


def _save(figure: Any, path: Path) -> None:
    from matplotlib import pyplot as plt

    metadata = {"Date": None} if path.suffix == ".svg" else {"Software": None}
    figure.savefig(path, dpi=110, bbox_inches="tight", metadata=metadata)
    plt.close(figure)
