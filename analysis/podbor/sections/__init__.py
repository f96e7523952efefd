"""Statements of a posting or resume: what each says, in which language, how binding, about what."""

from podbor.sections.analyse import analyse

__all__ = ["analyse"]
