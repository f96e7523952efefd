"""Layouts of resumes as job sites, word processors and people print them; see each module."""

from layouts.hh import LAYOUTS as HH
from layouts.other import LAYOUTS as OTHER

ALL_LAYOUTS = HH | OTHER
LOCKED = frozenset(  # never printed for `dev`: how the parser does on layouts it was not made for
    {"europass_docx", "word_table_docx", "zarplata_txt"}
)
