"""Taxonomy concepts in text: tokens, lemmas, phrase trie, matcher, spaCy component."""

from podbor.matching.matcher import ConceptMatcher, Found, shipped_matcher

__all__ = ["ConceptMatcher", "Found", "shipped_matcher"]
