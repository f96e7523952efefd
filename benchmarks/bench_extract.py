"""Concept matching against spaCy's PhraseMatcher on the shipped samples.

    python benchmarks/bench_extract.py

Prints documents per CPU-second of each and the ratio.  The baseline gets every form that is a
plain phrase, lower-cased, and no morphology; ours gets all forms with lemmas and gaps.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import spacy
from spacy.matcher import PhraseMatcher

import podbor
from podbor._resources import resource
from podbor.matching import ConceptMatcher
from podbor.normalize import normalize

PLAIN = re.compile(r"[\w -]+")
REPEATS = 20


def texts() -> list[str]:
    """Texts of all samples."""
    files = sorted(resource("corpus", "samples").rglob("*.*"))
    return [podbor.read(path).text for path in files if path.suffix != ".md"]


def phrase_matcher(taxonomy: podbor.Taxonomy) -> Callable[[str], int]:
    """Count the hits of spaCy's matcher."""
    nlp = spacy.blank("xx")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for concept in taxonomy.matchable:
        plain = [form for form in concept.forms if PLAIN.fullmatch(form)]
        matcher.add(concept.id, [nlp.make_doc(form) for form in plain])
    return lambda text: len(matcher(nlp.make_doc(text)))


def per_second(count: Callable[[str], int], rows: list[str]) -> tuple[float, int]:
    """Documents per CPU-second and hits, warm."""
    hits = sum(count(text) for text in rows)
    start = time.process_time()
    for _ in range(REPEATS):
        for text in rows:
            count(text)
    return REPEATS * len(rows) / (time.process_time() - start), hits


def main() -> None:
    """Print the table."""
    taxonomy = podbor.Taxonomy.load()
    rows = texts()
    ours = ConceptMatcher(taxonomy)
    speeds = {
        "spaCy PhraseMatcher LOWER (baseline)": per_second(phrase_matcher(taxonomy), rows),
        "podbor matcher": per_second(lambda text: len(ours.find(text)), rows),
        "podbor normalize + matcher": per_second(
            lambda text: len(ours.find(normalize(text).text)), rows
        ),
        "podbor statements": per_second(lambda text: len(podbor.extract(text)), rows),
    }
    base = next(iter(speeds.values()))
    for name, (speed, hits) in speeds.items():
        ratios = f"x{speed / base[0]:.2f}  {hits} hits (x{hits / base[1]:.1f})"
        print(f"{name:40} {speed:8.0f} docs/s  {ratios}")


if __name__ == "__main__":
    main()
