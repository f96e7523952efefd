"""Speed of scoring pairs whose profiles are there, against TF-IDF cosine of scikit-learn.

    python benchmarks/bench_fit.py

One posting meets 20,000 resumes (the profiles of ``corpus/pairs/resumes``, again and again).  The
named baseline is what recruiters' tools do: the cosine of two TF-IDF vectors, vectors ready.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
N_PAIRS = 20_000
BAR = 20_000  # pairs per CPU-second


def cpu(work: Callable[[], Any], *, repeats: int = 3) -> float:
    """Fewest CPU-seconds of some runs."""
    best = float("inf")
    for _ in range(repeats):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def main() -> int:
    """Print speeds; 1 if below the bar."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    from podbor.features.pair import ResumeBatch, pair_features
    from podbor.features.profiler import Profiler
    from podbor.fit.model import shipped_model

    profiler, model = Profiler(), shipped_model()
    texts = [
        p.read_text(encoding="utf-8") for p in sorted((ROOT / "corpus/pairs/resumes").glob("*.txt"))
    ]
    start = time.process_time()
    profiles = [profiler.resume(text) for text in texts]
    each = (time.process_time() - start) / len(texts)
    asked_text = (ROOT / "corpus/pairs/postings/ru-inbound-clinic.txt").read_text(encoding="utf-8")
    asked = profiler.posting(asked_text)
    many = [profiles[i % len(profiles)] for i in range(N_PAIRS)]
    batch = ResumeBatch(many)

    laid_out = cpu(lambda: ResumeBatch(many))
    ready = cpu(lambda: model.scores(pair_features(asked, batch, profiler.carries, model.transfer)))
    tfidf = TfidfVectorizer()
    right = tfidf.fit_transform(texts)[[i % len(texts) for i in range(N_PAIRS)]]
    left = tfidf.transform([asked_text])

    def cosine() -> Any:
        return (right @ left.T).toarray()

    base = cpu(cosine)
    print(f"parse and profile: {each * 1000:.1f} CPU-ms a resume")
    print(f"lay {N_PAIRS} profiles out: {N_PAIRS / laid_out:,.0f} a CPU-second")
    print(f"features and score: {N_PAIRS / ready:,.0f} pairs a CPU-second (bar {BAR:,})")
    print(f"TF-IDF cosine, vectors ready: {N_PAIRS / base:,.0f}, x{ready / base:.0f} faster")
    return 0 if N_PAIRS / ready >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
