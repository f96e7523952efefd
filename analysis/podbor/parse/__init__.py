"""Documents to records: ``posting.parse_posting`` and ``resume.parse_resume``."""
