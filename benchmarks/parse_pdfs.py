"""Resume PDFs with truth of other people's making: ``python benchmarks/parse_pdfs.py ../shared``.

``data/resume_pdfs`` holds PDFs of several producers (OfflineCV's fixtures, Apache-2.0), eight of
them with truth.  Published figures of a peer, pydparser's model card, on data of its own:
name .958, company .742, title .720, skills .544.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from podbor.evaluate_fields import Count, folded
from podbor.parse.contacts import e164
from podbor.parse.dates import scan_periods
from podbor.parse.jobs import iso_date
from podbor.parse.reading import read_text
from podbor.parse.resume import parse_resume
from podbor.records import Date, Resume

TODAY = Date(year=2026, month=11)


def main() -> None:
    """Print recall, precision and F1 by field."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", action="store_true")
    wanted = parser.parse_args()
    counts: dict[str, Count] = {}
    for path in sorted((wanted.shared / "data/resume_pdfs").glob("*.truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        pdf = path.with_name(path.name.replace(".truth.json", ".pdf"))
        record = parse_resume(pdf, today=TODAY)
        for field, (good, found) in rows(truth, record).items():
            count = counts.setdefault(field, Count())
            right = sum(1 for value in good if value in found)
            count.right += right
            count.missing += len(good) - right
            count.wrong += sum(1 for value in found if value not in good)
            if wanted.errors and sorted(map(str, good)) != sorted(map(str, found)):
                print(pdf.name, field, "wanted", good, "found", found)
    for field, count in counts.items():
        print(
            f"{field}: recall {count.recall or 0:.3f} precision {count.precision or 0:.3f} "
            f"F1 {count.f1 or 0:.3f} ({count.right}/{count.wrong}/{count.missing})"
        )


def rows(truth: dict, record: Resume) -> dict[str, tuple[list, list]]:
    """Wanted and found values by field."""
    contact = truth["contact"]
    jobs = truth["experience"]
    return {
        "name": (
            [folded(contact["full_name"])],
            [folded(record.name.value)] if record.name else [],
        ),
        "email": ([contact["email"]], [value.value for value in record.emails]),
        "phone": ([e164(contact["phone"], "US")], [value.value for value in record.phones]),
        "location": (
            [folded(contact["location"])] if contact.get("location") else [],
            [folded(record.location.value)] if record.location and contact.get("location") else [],
        ),
        "title": (
            [folded(job["title"]) for job in jobs],
            [folded(job.title.value) for job in record.jobs if job.title],
        ),
        "company": (
            [folded(job["company"]) for job in jobs],
            [folded(job.employer.value) for job in record.jobs if job.employer],
        ),
        "dates": (
            [interval(job["dates"]) for job in jobs],
            [job.dates.value for job in record.jobs if job.dates],
        ),
        "institution": (
            [folded(each["institution"]) for each in truth["education"]],
            [folded(study.institution.value) for study in record.education if study.institution],
        ),
        "skills": (
            [folded(skill) for skill in truth["skills"]],
            [folded(skill.value) for skill in record.skills] if truth["skills"] else [],
        ),
    }


def interval(words: str) -> str:
    """Dates of a truth file as an ISO interval."""
    period = next(scan_periods(read_text(re.sub(r"\s+", " ", words)).text))
    return f"{iso_date(period.begin)}/{iso_date(period.end) if period.end else ''}"


if __name__ == "__main__":
    main()
