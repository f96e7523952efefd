"""Speed of the parsers in CPU-seconds, one core.

``OPENBLAS_NUM_THREADS=1 python benchmarks/bench_parse.py``: resumes of ``corpus/parsing``, texts as
they are, and the people printed as PDFs in five layouts. The baseline is `statements` alone on the
same texts: finding kinds and concepts of every line.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from podbor.api import statements
from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume
from podbor.readers import read

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
LAYOUTS = ("hh_pdf", "linkedin_pdf", "europass_pdf", "sidebar_pdf", "latex_pdf")


def main() -> None:
    """Print one line a measure."""
    measure_texts(texts_of("resumes"), texts_of("postings"))
    with tempfile.TemporaryDirectory() as folder:
        measure_pdfs(print_people(Path(folder)))


def texts_of(kind: str) -> list[str]:
    """Texts of one folder of ``corpus/parsing``."""
    paths = sorted((ROOT / "corpus/parsing" / kind).glob("*.txt"))
    return [path.read_text(encoding="utf-8") for path in paths]


def measure_texts(resumes: list[str], postings: list[str]) -> None:
    """Print how many texts are parsed in a second."""
    parse_resume(resumes[0])
    first = once(parse_resume, resumes)
    warm = best(parse_resume, resumes)
    base = best(statements, resumes)
    size = sum(map(len, resumes)) / len(resumes)
    count = len(resumes)
    print(f"resumes from text: {count / warm:.0f}/s, first round {count / first:.0f}/s")
    print(f"  {count} texts of {size:.0f} characters; x{warm / base:.2f} of statements alone")
    print(f"postings from text: {len(postings) / best(parse_posting, postings):.0f}/s")


def measure_pdfs(paths: list[Path]) -> None:
    """Print how many PDFs are parsed in a second."""
    once(parse_resume, paths[:5])
    whole, reading = best(parse_resume, paths), best(read, paths)
    count = len(paths)
    print(f"resumes from PDF: {count / whole:.0f}/s; reading alone {count / reading:.0f}/s")
    print(f"  {count} files in layouts {', '.join(LAYOUTS)}")


def print_people(folder: Path) -> list[Path]:
    """PDFs of all people of the truth set in the layouts measured."""
    sys.path.insert(0, str(ROOT / "tests"))
    from layouts import ALL_LAYOUTS

    paths = []
    for path in sorted((ROOT / "corpus/parsing/people").glob("*.json")):
        person = json.loads(path.read_text(encoding="utf-8"))
        for name in LAYOUTS:
            if person["language"] in ALL_LAYOUTS[name].languages:
                file = folder / f"{path.stem}-{name}.pdf"
                file.write_bytes(ALL_LAYOUTS[name].render(person))
                paths.append(file)
    return paths


def once(work: Callable[[Any], Any], items: Iterable[Any]) -> float:
    """CPU-seconds for all items."""
    start = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - start


def best(work: Callable[[Any], Any], items: Iterable[Any]) -> float:
    """Fewest CPU-seconds of several rounds."""
    return min(once(work, items) for _ in range(ROUNDS))


if __name__ == "__main__":
    main()
