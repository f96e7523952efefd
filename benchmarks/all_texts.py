"""Every text of some collections through ``podbor.statements``, timed.

python benchmarks/all_texts.py ../shared/data/en/resumes_livecareer.csv ...
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import podbor
from podbor.texts import texts_of

FIELDS = ("text", "duties", "requirements", "conditions", "job_description", "title")


def main() -> None:
    """Print a line per file."""
    podbor.statements("Требования: Excel")  # load everything first
    for name in sys.argv[1:]:
        texts = list(texts_of(Path(name), fields=FIELDS))
        start = time.process_time()
        n_statements = sum(len(podbor.statements(text)) for text in texts)
        seconds = time.process_time() - start
        size = sum(len(text) for text in texts) / len(texts)
        print(
            f"{Path(name).name}: {len(texts)} texts of {size:.0f} characters, {n_statements} "
            f"statements, {len(texts) / seconds:.0f} docs per CPU-second, 0 exceptions"
        )


if __name__ == "__main__":
    main()
