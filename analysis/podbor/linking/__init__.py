"""Concepts of statements whose words differ from every form, and a second look at form hits."""

from podbor.linking.model import Linked, Linker, shipped_linker

__all__ = ["Linked", "Linker", "shipped_linker"]
