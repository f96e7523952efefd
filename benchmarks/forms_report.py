"""Per-concept figures of the taxonomy's forms alone, on annotated units.

    python benchmarks/forms_report.py [--facet duty] [--show CONCEPT] GOLD.json ...

Units of kinds that ask nothing of a person (conditions, company, headings …) are left out: which
unit speaks of what is the statement classifier's work, not the forms'.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from podbor.matching import ConceptMatcher
from podbor.normalize import normalize
from podbor.taxonomy import Taxonomy

ASKING = {"duty", "skill", "knowledge", "tool", "education", "experience", "role_info"}


def main() -> None:
    """Print a line per file and a line per concept, worst first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--facet", action="append", default=[])
    parser.add_argument("--show", action="append", default=[])
    args = parser.parse_args()
    matcher = ConceptMatcher(Taxonomy.load())
    total: Counter[tuple[str, str]] = Counter()
    for path in args.gold:
        here = count(path, matcher, set(args.facet), set(args.show))
        total += here
        print(path.name, line(here))
    print("all", line(total))
    concepts = sorted({c for c, _ in total}, key=lambda c: -total[c, "fp"] - total[c, "fn"])
    for concept in concepts:
        print(f"{concept:45}", *(f"{name} {total[concept, name]:3}" for name in ("tp", "fp", "fn")))


def count(
    path: Path, matcher: ConceptMatcher, facets: set[str], show: set[str]
) -> Counter[tuple[str, str]]:
    """Count hits, false hits and misses per concept in one file."""
    counts: Counter[tuple[str, str]] = Counter()
    for document in json.loads(path.read_text(encoding="utf-8")):
        for unit in document["units"]:
            if unit["kind"] not in ASKING:
                continue
            text = normalize(document["text"][unit["start"] : unit["stop"]]).text
            found = {hit.concept: hit for hit in matcher.find(text)}
            gold = {c for c in unit["concepts"] if not c.startswith(("new:", "flag/"))}
            for concept in gold | set(found):
                if facets and concept.partition("/")[0] not in facets:
                    continue
                name = (
                    "tp"
                    if concept in gold and concept in found
                    else ("fp" if concept in found else "fn")
                )
                counts[concept, name] += 1
                if concept in show and name != "tp":
                    form = found[concept].form if concept in found else ""
                    print(f"  {name} {document['id']} {concept} [{form}] {text[:300]!r}")
    return counts


def line(counts: Counter[tuple[str, str]]) -> str:
    """Micro precision, recall and F1."""
    tp, fp, fn = (
        sum(v for (_, n), v in counts.items() if n == name) for name in ("tp", "fp", "fn")
    )
    p, r = tp / (tp + fp or 1), tp / (tp + fn or 1)
    return f"p {p:.3f} r {r:.3f} f1 {2 * p * r / (p + r or 1):.3f} (tp {tp} fp {fp} fn {fn})"


if __name__ == "__main__":
    main()
