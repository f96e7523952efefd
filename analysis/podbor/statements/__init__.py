"""Statements of a posting or resume: what each says, in which language, how binding, about what."""

from podbor.statements.analyse import analyse

__all__ = ["analyse"]
