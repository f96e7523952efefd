"""Rankings for people and for other programs: terminal, CSV, JSON Lines; in Russian and English."""

from podbor.report.files import write_ranking
from podbor.report.terminal import print_ranking

__all__ = ["print_ranking", "write_ranking"]
