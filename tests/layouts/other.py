"""The layouts of resumes apart from hh.ru, by name."""

from layouts import pdf_layouts, text_layouts, word_layouts
from layouts.layout import Layout

LAYOUTS: dict[str, Layout] = {
    layout.name: layout
    for module in (pdf_layouts, word_layouts, text_layouts)
    for layout in module.LAYOUTS
}
