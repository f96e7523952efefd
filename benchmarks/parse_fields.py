"""Figures of the parsers on our own truth set.

``python benchmarks/parse_fields.py [dev|test] [--layout NAME] [--errors [FIELD]]``: people of
``corpus/parsing/people`` are printed in every layout of ``tests/layouts`` that their language has,
texts are read as they are.  The test half is locked: errors are shown for ``dev`` only.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from podbor.evaluate_fields import POSTING_FIELDS, RESUME_FIELDS, Figures, compare, judged
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.records import Date

ROOT = Path(__file__).resolve().parent.parent
TRUTH = ROOT / "corpus" / "parsing"
TEXT_WEIGHT = 10  # of a free text: each person is printed in many layouts
TODAY = Date(year=2026, month=11)


def main() -> None:
    """Print the figures by field and layout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("split", choices=["dev", "test"], default="dev", nargs="?")
    parser.add_argument("--layout", default="", help="part of a layout's name, or free, postings")
    parser.add_argument("--errors", nargs="?", const="", help="show mistakes, of one field")
    parser.add_argument("--confidence", action="store_true", help="write confidence.yaml (dev)")
    wanted = parser.parse_args()
    rules: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    groups: dict[str, Figures] = defaultdict(Figures)
    with tempfile.TemporaryDirectory() as folder:
        for group, path, truth, shown in documents(wanted.split, Path(folder), wanted.layout):
            read = parse_posting if group == "postings" else parse_resume
            record = read(path) if group == "postings" else parse_resume(path, today=TODAY)
            compare(groups[group], f"{path.stem}", truth, record, shown)
            known = truth if shown is None else {k: v for k, v in truth.items() if k in shown}
            weight = TEXT_WEIGHT if shown is None else 1
            for rule, right in judged(record, known):
                rules[rule][0] += right * weight
                rules[rule][1] += weight
    show(groups)
    if wanted.confidence and wanted.split == "dev":
        write_confidences(rules)
    if wanted.errors is not None and wanted.split == "dev":
        show_mistakes(groups, wanted.errors)


def documents(
    split: str, folder: Path, part: str
) -> Iterator[tuple[str, Path, dict[str, Any], frozenset[str] | None]]:
    """Group, file, truth and the keys that the file shows."""
    for kind in ("postings", "resumes"):
        group = "postings" if kind == "postings" else "free texts"
        if part and part not in group:
            continue
        for path in sorted((TRUTH / kind).glob("*.json")):
            truth = json.loads(path.read_text(encoding="utf-8"))
            if truth["split"] == split:
                yield group, path.with_suffix(".txt"), truth, None
    yield from printed(split, folder, part)


def printed(
    split: str, folder: Path, part: str
) -> Iterator[tuple[str, Path, dict[str, Any], frozenset[str]]]:
    """Each person in every layout that their language has."""
    sys.path.insert(0, str(ROOT / "tests"))
    from layouts import ALL_LAYOUTS, LOCKED

    for path in sorted((TRUTH / "people").glob("*.json")):
        person = json.loads(path.read_text(encoding="utf-8"))
        for layout in ALL_LAYOUTS.values():
            if person["split"] != split or person["language"] not in layout.languages:
                continue
            if part not in layout.name or (split == "dev" and layout.name in LOCKED):
                continue
            file = folder / f"{path.stem}-{layout.name}{layout.suffix}"
            file.write_bytes(layout.render(person))
            yield layout.name, file, layout.truth(person), layout.shown


def write_confidences(rules: dict[str, list[int]]) -> None:
    """Share of right values by rule, with one right and one wrong added to each."""
    head = (
        "# Share of right values by rule on the development files of corpus/parsing; texts count\n"
        f"# {TEXT_WEIGHT} times a printed layout.  Made by benchmarks/parse_fields.py "
        f"dev --confidence.\n"
    )
    lines = [
        f'"{rule}": {(right + 1) / (count + 2):.2f}\n'
        for rule, (right, count) in sorted(rules.items())
        if rule
    ]
    path = ROOT / "corpus" / "lexicon" / "confidence.yaml"
    path.write_text(head + "".join(lines), encoding="utf-8")


def show(groups: dict[str, Figures]) -> None:
    """One table of F1 for all fields and groups, with counts in the last columns."""
    names = [*RESUME_FIELDS, *(name for name in POSTING_FIELDS if name not in RESUME_FIELDS)]
    for name in names:
        cells = []
        for group, figures in groups.items():
            count = figures.counts.get(name)
            if count and count.f1 is not None:
                cells.append(
                    f"{group} {count.f1:.3f} ({count.right}/{count.wrong}/{count.missing})"
                )
        if cells:
            resumes = [
                f.counts[name] for g, f in groups.items() if g != "postings" and name in f.counts
            ]
            every = 2 * sum(c.right for c in resumes) + sum(c.wrong + c.missing for c in resumes)
            mean = f"{2 * sum(c.right for c in resumes) / every:.3f}" if every else "-"
            print(f"{name}: resumes {mean} | " + "; ".join(cells))


def show_mistakes(groups: dict[str, Figures], field: str) -> None:
    """One line a mistake, of all fields or of one."""
    for group, figures in groups.items():
        for mistake in figures.mistakes:
            if not field or mistake.field == field:
                print(
                    f"{group} {mistake.document} {mistake.field}: found {mistake.wrong} "
                    f"wanted {mistake.missing}"
                )


if __name__ == "__main__":
    main()
