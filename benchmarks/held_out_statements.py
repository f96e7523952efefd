"""Figures of statements on documents that the classifier did not see, three folds by document.

    python benchmarks/held_out_statements.py ../shared/gold WEAK.tsv

The taxonomy's forms stay as they are, so concept figures are held out for kinds only.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from podbor.evaluate import (
    evaluate_statements,
    inventory_beside,
    load_documents,
    rounded,
)
from podbor.sections import analyse
from podbor.sections.train import gold_samples, train, weak_samples

FOLDS = 3
STRENGTH = 0.2


def main() -> None:
    """Print one JSON object per annotated file."""
    folder, weak = Path(sys.argv[1]), Path(sys.argv[2])
    names = ("seed", "postings_ru", "postings_en", "resumes")
    documents = {name: load_documents(folder / f"{name}.dev.json") for name in names}
    keys = sorted((name, doc["id"]) for name in names for doc in documents[name])
    texts = {(name, doc["id"]): doc for name in names for doc in documents[name]}
    weak_lines = weak_samples(weak)
    found = {}
    for fold in range(FOLDS):
        seen = [key for i, key in enumerate(keys) if i % FOLDS != fold]
        samples = [sample for key in seen for sample in gold_samples(texts[key])]
        model = train(samples, weak_lines, strength=STRENGTH)
        for key in keys[fold::FOLDS]:
            found[texts[key]["text"]] = analyse(texts[key]["text"], model=model)
    inventory = inventory_beside(folder / "seed.dev.json")
    for name in names:
        gold = documents[name]
        figures = rounded(evaluate_statements(gold, found.__getitem__, inventory=inventory))
        print(json.dumps({"gold": name} | figures, ensure_ascii=False))


if __name__ == "__main__":
    main()
