"""What a layout of a resume is: a way of printing an invented person, and what it prints."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A way of printing a resume: its file suffix, its writer, and the truth keys it shows."""

    name: str
    """Short name, as in the `layouts` list of a person: `hh_pdf`."""
    suffix: str
    """File suffix with its dot: `.pdf`."""
    render: Callable[[dict[str, Any]], bytes]
    """The file of a person; the same bytes every time."""
    shown: frozenset[str]
    """The truth keys that this layout prints."""
    languages: frozenset[str]
    """The languages that this layout exists in."""
    adjust: Callable[[dict[str, Any]], dict[str, Any]] | None = None
    """Returns the truth as this layout shows it, `None` where that is the truth itself."""

    def truth(self, person: dict[str, Any]) -> dict[str, Any]:
        """Return what a reader of the rendered file can know about the person."""
        said = self.adjust(person) if self.adjust else person
        return {key: value for key, value in said.items() if key in self.shown}
