"""Figures of statements on documents that no learned part saw, three folds by document.

    python benchmarks/held_out_statements.py ../shared corpus/statements corpus/labels

Classifier, network and judge are fitted again without the documents of a fold, and forms are
counted without them.  Rules and forms stay as they are: the forms of the last round were written on
labelled texts of two of the folds, so labelled texts are also counted for the third alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from podbor.annotated import (
    FOLDS,
    Document,
    Material,
    fold_of,
    load_documents,
    load_material,
)
from podbor.evaluate import evaluate_statements, inventory_beside, rounded
from podbor.linking import Linker, shipped_linker
from podbor.linking import train as linking
from podbor.linking.judge import Reliability
from podbor.matching import shipped_matcher
from podbor.records import Statement
from podbor.sections import analyse
from podbor.sections import train as sections
from podbor.sections.model import StatementModel
from podbor.taxonomy import Taxonomy

GOLD = ("seed", "postings_ru", "postings_en", "resumes")
SINGLE = "weak_section_lines"  # lines without a document around them are no test of kinds
SHOWN = ("units", "kind_group", "kind_fine", "concepts", "duty", "skill", "modality")


def models(material: Material) -> Iterator[tuple[StatementModel, Linker]]:
    """Classifier and linker that did not see fold 0, 1, 2."""
    samples = [*sections.samples_of(material)]
    rows = linking.rows_from(material, shipped_matcher())
    concepts = sorted(concept.id for concept in Taxonomy.load().matchable)
    shipped = shipped_linker().judge  # thresholds need the fold that writers of forms did not see
    thresholds = {name: getattr(shipped, name) for name in ("threshold", "learned_threshold")}
    folds = range(FOLDS)
    encoders = [
        linking.fit_encoder([r for r in rows if fold_of(r.group) != fold], concepts)
        for fold in folds
    ]
    for fold in folds:
        seen = [row for row in rows if fold_of(row.group) != fold]
        reliability = Reliability(linking.form_counts(seen))
        weighed = [
            item
            for other in folds
            if other != fold
            for item in linking.weigh_rows(
                [row for row in seen if row.weight and fold_of(row.group) == other],
                Linker(encoders[other], reliability, linking.NO_JUDGE),
                reliability,
            )
        ]
        judge = replace(linking.fit_judge(weighed), **thresholds)
        others = [sample for sample in samples if fold_of(sample.group) != fold]
        yield sections.train(others), Linker(encoders[fold], reliability, judge)


def figures(name: str, documents: list[Document], found: Any, inventory: Any) -> None:
    """Print one JSON object."""
    scores = evaluate_statements(documents, found.__getitem__, inventory=inventory)
    shown = {key: scores[key] for key in SHOWN}
    print(json.dumps({"gold": name, "documents": len(documents)} | rounded(shown)), flush=True)


def main() -> None:
    """Print one JSON object per annotated file."""
    shared, own, labels = (Path(name) for name in sys.argv[1:4])
    paths = {name: shared / "gold" / f"{name}.dev.json" for name in GOLD}
    material = load_material(paths.values(), [own], [labels], shared / "data")
    sets = {name: load_documents(path) for name, path in paths.items()}
    sets |= {name: docs for name, docs in material.labelled.items() if name != SINGLE}
    found: dict[str, tuple[Statement, ...]] = {}
    for fold, (model, linker) in enumerate(models(material)):
        for documents in sets.values():
            for document in documents:
                if fold_of(document["id"]) == fold:
                    found[document["text"]] = analyse(document["text"], model=model, linker=linker)
    inventory = inventory_beside(paths["seed"])
    for name, documents in sets.items():
        figures(name, documents, found, inventory)
        if name in material.labelled:
            unseen = [d for d in documents if fold_of(d["id"]) == linking.UNSEEN_FOLD]
            figures(f"{name}, forms unseen", unseen, found, inventory)


if __name__ == "__main__":
    main()
