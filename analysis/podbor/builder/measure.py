"""Labels for :func:`podbor.evaluate.evaluate_taxonomy`: a taxonomy's, and the machine's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from podbor.builder.proposals import propose
from podbor.builder.sources import Source
from podbor.linking.phrases import PhraseFinder
from podbor.matching.matcher import ConceptMatcher
from podbor.sections.analyse import ASKING, analyse
from podbor.taxonomy.model import Taxonomy

Spans = Iterable[tuple[int, int, str]]


def concept_spans(taxonomy: Taxonomy) -> Callable[[dict[str, Any]], Spans]:
    """Label stretches with the concepts of a taxonomy."""
    matcher = ConceptMatcher(taxonomy)

    def label(document: dict[str, Any]) -> Spans:
        statements = analyse(document["text"], matcher=matcher)
        return [(m.start, m.stop, m.concept) for s in statements for m in s.mentions]

    return label


def proposal_spans(documents: Iterable[dict[str, Any]]) -> Callable[[dict[str, Any]], Spans]:
    """Label stretches with the groups that the machine makes of these documents, uncurated."""
    finder = PhraseFinder()
    empty = ConceptMatcher(Taxonomy([]))
    sources = []
    for number, document in enumerate(documents):
        statements = analyse(document["text"], matcher=empty)
        phrases = tuple(p for s in statements if s.kind in ASKING for p in finder.find(s))
        sources.append(Source(str(number), "", "", "", statements, phrases))
    spans: dict[str, list[tuple[int, int, str]]] = {source.id: [] for source in sources}
    for number, proposal in enumerate(propose(sources)):
        for name, phrase in proposal.phrases:
            spans[name].append((phrase.start, phrase.stop, str(number)))
    by_text = {
        document["text"]: spans[source.id]
        for document, source in zip(documents, sources, strict=True)
    }
    return _by_text(by_text)


def _by_text(spans: dict[str, list[tuple[int, int, str]]]) -> Callable[[dict[str, Any]], Spans]:
    def label(document: dict[str, Any]) -> Spans:
        return spans[document["text"]]

    return label
