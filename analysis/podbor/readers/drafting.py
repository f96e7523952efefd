"""A text that grows block by block, with the map of its blocks."""

from __future__ import annotations

from podbor.records import Block


class Draft:
    r"""Collects lines and remembers where each stands.

    Examples
    --------
    >>> draft = Draft()
    >>> draft.add("Требования", kind="heading")
    >>> draft.add("  ")
    >>> draft.add("Excel", kind="item")
    >>> draft.text, [(block.start, block.stop, block.kind) for block in draft.blocks]
    ('Требования\nExcel', [(0, 10, 'heading'), (11, 16, 'item')])
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []

    def add(self, text: str, *, kind: str = "paragraph", page: int | None = None) -> None:
        """Add a block as a line of its own; blank ones are left out."""
        text = text.strip()
        if not text:
            return
        if self._parts:
            self._parts.append("\n")
            self._length += 1
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        self._blocks.append(Block(start=start, stop=self._length, kind=kind, page=page))

    @property
    def text(self) -> str:
        """Everything so far."""
        return "".join(self._parts)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Blocks so far, in order."""
        return tuple(self._blocks)
