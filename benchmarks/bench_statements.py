"""Speed of matching and of statements against spaCy's PhraseMatcher on lemmas; memory; loading.

    python benchmarks/bench_statements.py

Documents are samples and our own training lines cut to 3,000 characters; one core, CPU-seconds,
everything warm.  The baselines get every form that is a plain phrase: PhraseMatcher on LEMMA with
spaCy's own pymorphy3 lemmatizer, and with the same lemmas remembered by word.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import re
import resource as limits
import time
from collections.abc import Callable
from functools import cache

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

import podbor
from podbor._resources import resource
from podbor.annotated import own_documents
from podbor.matching import ConceptMatcher
from podbor.matching.lemmas import first_parse
from podbor.normalize import normalize

PLAIN = re.compile(r"[\w -]+")
SIZE = 3_000  # characters
REPEATS = 5
MOST = 60  # documents


def texts() -> list[str]:
    """Documents of the wanted size."""
    folder = resource("corpus", "samples").parent / "statements"
    whole = "\n".join(
        document["text"]
        for name in ("ru_postings", "ru_resumes", "en_postings", "ru_articles")
        for document in own_documents(folder / f"{name}.tsv")
    )
    cut = [whole[at : at + SIZE] for at in range(0, len(whole) - SIZE, SIZE)]
    return cut[:: max(1, len(cut) // MOST)]


@Language.component("remembered_lemmas")
def remembered_lemmas(doc: Doc) -> Doc:
    """Set lemmas from a memo of pymorphy3's answers."""
    for token in doc:
        token.lemma_ = remembered(token.text.lower())
    return doc


@cache
def remembered(word: str) -> str:
    """Likeliest lemma of a word."""
    return first_parse(word)[0] if word.isalpha() else word


def phrase_matcher(lemmas: str) -> Callable[[str], int]:
    """Count the hits of spaCy's matcher on LEMMA."""
    nlp = spacy.blank("ru")
    nlp.tokenizer.infix_finditer = None
    if lemmas == "stock":
        nlp.add_pipe("lemmatizer", config={"mode": "pymorphy3_lookup"})
        nlp.initialize()
    else:
        nlp.add_pipe("remembered_lemmas")
    matcher = PhraseMatcher(nlp.vocab, attr="LEMMA")
    for concept in podbor.Taxonomy.load().matchable:
        plain = [form for form in concept.forms if PLAIN.fullmatch(form)]
        matcher.add(concept.id, list(nlp.pipe(plain)))
    return lambda text: len(matcher(nlp(text)))


def per_second(count: Callable[[str], int], rows: list[str]) -> float:
    """Documents per CPU-second, warm."""
    for text in rows:
        count(text)
    start = time.process_time()
    for _ in range(REPEATS):
        for text in rows:
            count(text)
    return REPEATS * len(rows) / (time.process_time() - start)


def main() -> None:
    """Print the table."""
    start = time.process_time()
    podbor.statements("Требования: Excel")
    loading = time.process_time() - start
    memory = limits.getrusage(limits.RUSAGE_SELF).ru_maxrss / 1024
    rows = texts()
    views = {text: normalize(text).text for text in rows}
    ours = ConceptMatcher(podbor.Taxonomy.load())
    speeds = {
        "spaCy PhraseMatcher LEMMA, pymorphy3": per_second(phrase_matcher("stock"), rows),
        "the same, lemmas remembered": per_second(phrase_matcher("remembered"), rows),
        "podbor matching layer": per_second(lambda text: len(ours.find(views[text])), rows),
        "podbor statements": per_second(lambda text: len(podbor.statements(text)), rows),
    }
    base = next(iter(speeds.values()))
    print(f"{len(rows)} documents of {SIZE} characters")
    for name, speed in speeds.items():
        print(f"{name:40} {speed:8.0f} docs/s  x{speed / base:.2f}")
    print(f"loading everything: {loading:.2f} CPU-seconds, {memory:.0f} MB with spaCy imported")


if __name__ == "__main__":
    main()
