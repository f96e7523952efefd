"""Documents to records: postings and resumes."""

from podbor.parse.posting import parse_posting
from podbor.parse.resume import parse_resume

__all__ = ["parse_posting", "parse_resume"]
