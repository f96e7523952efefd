"""Concepts of Russian texts against those of our own English translations.

    python benchmarks/translations.py

`plain_translations.tsv` keeps to the standard wording of postings and was worded until the sets
agreed; `translations.tsv` says things freely and was written without looking.  Prints how many
pairs give equal sets, and the mean share of concepts that both sides have (Jaccard).
"""

from __future__ import annotations

from pathlib import Path

import podbor

CASES = Path("tests/cases")
FILES = {"plain_translations": (0, 1), "translations": (4, 5)}  # columns of the two languages


def concepts(lines: list[list[str]], column: int) -> frozenset[str]:
    """Concepts of one side of a pair."""
    text = "\n".join(line[column] for line in lines)
    return frozenset(mention.concept for mention in podbor.extract(text))


def main() -> None:
    """Print a line per file."""
    for name, columns in FILES.items():
        blocks = (CASES / f"{name}.tsv").read_text(encoding="utf-8").strip().split("\n\n")
        pairs = [[line.split("\t") for line in block.splitlines()] for block in blocks]
        sets = [[concepts(pair, column) for column in columns] for pair in pairs]
        equal = sum(russian == english for russian, english in sets)
        shares = [len(a & b) / len(a | b) if a | b else 1.0 for a, b in sets]
        mean = sum(shares) / len(shares)
        print(f"{name}: {equal} of {len(sets)} equal, mean Jaccard {mean:.2f}")


if __name__ == "__main__":
    main()
