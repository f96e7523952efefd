"""What collections of texts say of words: how rare they are and which of them mean alike."""

from podbor.meanings.background import Background, shipped_background
from podbor.meanings.words import Meanings

__all__ = ["Background", "Meanings", "shipped_background"]
