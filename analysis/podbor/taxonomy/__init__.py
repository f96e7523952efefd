"""Concepts of duties, skills, knowledge, tools, education, experience and languages."""

from podbor.taxonomy.model import Concept, Taxonomy
from podbor.taxonomy.pattern import parse_pattern

__all__ = ["Concept", "Taxonomy", "parse_pattern"]
