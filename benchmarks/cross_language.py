"""How far the score of a resume and of its translation lie apart.

    python benchmarks/cross_language.py

The 22 resumes of ``corpus/pairs/translations`` meet some postings of both languages.  Whether the
posting's language is stated is a fair difference, so the feature ``language_gap`` is silenced.
"""

from __future__ import annotations

import sys
from pathlib import Path

from podbor.features.pair import NAMES
from podbor.features.profiler import Profiler
from podbor.fit.model import shipped_model
from podbor.records import Date

PAIRS = Path(__file__).parents[1] / "corpus" / "pairs"
POSTINGS = (
    "ru-inbound-clinic",
    "ru-tech-support-provider",
    "ru-telesales-internet",
    "en-b-inbound-care",
    "en-retail-lead",
    "en-helpdesk",
)
BAR = 0.07


def main() -> int:
    """Print mean, largest difference and the share within the bar for each posting."""
    import numpy as np

    profiler, model = Profiler(today=Date(year=2026, month=11)), shipped_model()
    names = sorted(path.name for path in (PAIRS / "translations/ru").glob("*.txt"))
    left, right = (
        [profiler.resume(PAIRS / "translations" / language / name) for name in names]
        for language in ("ru", "en")
    )
    everything = []
    for posting in POSTINGS:
        asked = profiler.posting(PAIRS / "postings" / f"{posting}.txt")
        scores = []
        for side in (left, right):
            matrix = profiler.features(asked, side, model.transfer)
            matrix[:, NAMES.index("language_gap")] = np.nan
            scores.append(model.scores(matrix))
        apart = np.abs(scores[0] - scores[1])
        everything.append(apart)
        print(f"{posting}: mean {apart.mean():.3f}, largest {apart.max():.3f}")
    whole = np.concatenate(everything)
    within = (whole <= BAR).mean()
    print(f"{len(whole)} pairs: mean {whole.mean():.3f}, within {BAR}: {within:.2f}")
    return 0 if (whole <= BAR).all() else 1


if __name__ == "__main__":
    sys.exit(main())
