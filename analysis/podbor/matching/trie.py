"""The matcher: taxonomy forms in a trie over word classes, walked once over a text.

Design
------
A step of a form is a set of atoms (words, families, prefixes, exact characters).  Each distinct
step gets one integer, its *class*.  A word of the text belongs to every class one of whose atoms
it satisfies: this is computed once per distinct surface and remembered.  The trie's edges are
classes and gaps, so alternatives and ambiguous lemmas cost no extra paths.  From every word the
walk follows the edges of its classes; it never leaves the stretch between two breaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from podbor.matching.families import families
from podbor.matching.lemmas import MEMO_SIZE, Lemmatizer
from podbor.matching.tokens import Tokens, tokenize
from podbor.taxonomy.pattern import Atom, Gap, Step, parse_pattern


@dataclass(slots=True)
class Node:
    """A place in the trie: edges by class, gaps by size, and the forms that end here."""

    edges: dict[int, Node] = field(default_factory=dict)
    gaps: dict[int, Node] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A form found: half-open offsets into the text searched, and the number of the form."""

    start: int
    stop: int
    form: int


class PhraseTrie:
    """Finds many patterns in one pass.

    Parameters
    ----------
    patterns : iterable of str
        Forms as in ``docs/taxonomy.md``; a form's number is its place in this list.
    lemmatizer : Lemmatizer, optional
        Shared memo.

    Raises
    ------
    ValueError
        If a pattern cannot be parsed.

    Examples
    --------
    >>> trie = PhraseTrie(["принимать ~1 звонок", "звонок"])
    >>> text = "Принимал входящие звонки."
    >>> [(text[hit.start : hit.stop], hit.form) for hit in trie.find(text)]
    [('Принимал входящие звонки', 0), ('звонки', 1)]
    >>> trie.find("Принимал гостей. Звонки не слышал")
    [Hit(start=17, stop=23, form=1)]
    """

    def __init__(self, patterns: Iterable[str], *, lemmatizer: Lemmatizer | None = None) -> None:
        self._lemmatizer = lemmatizer or Lemmatizer()
        self._root = Node()
        self._classes: dict[frozenset[Atom], int] = {}
        self._by_lemma: dict[str, list[int]] = {}
        self._by_exact: dict[str, list[int]] = {}
        self._by_prefix: dict[str, list[int]] = {}
        self._memo: dict[str, tuple[int, ...]] = {}
        for number, pattern in enumerate(patterns):
            for steps in parse_pattern(pattern):
                self._add(steps, number)
        self._prefix_lengths = sorted({len(prefix) for prefix in self._by_prefix})

    def find(self, text: str) -> list[Hit]:
        """Hits in a text, sorted by offsets and form; overlapping ones are all kept.

        Of the ways one form matches from one word only the shortest is kept.
        """
        tokens = tokenize(text)
        classes = [self._classes_of(word) for word in tokens.words]
        found: dict[tuple[int, int], int] = {}
        for first, here in enumerate(classes):
            if here:
                self._walk(first, classes, tokens.reach[first], found)
        return sorted(_hit(tokens, *key, last) for key, last in found.items())

    def _walk(
        self,
        first: int,
        classes: list[tuple[int, ...]],
        reach: int,
        found: dict[tuple[int, int], int],
    ) -> None:
        """Follow every path from one word, noting the last word of each form that ends."""
        stack = [(first, self._root)]
        while stack:
            at, node = stack.pop()
            for form in node.ends:
                last = found.get((first, form))
                if last is None or at - 1 < last:
                    found[first, form] = at - 1
            if at >= reach:
                continue
            edges = node.edges
            for number in classes[at]:
                child = edges.get(number)
                if child is not None:
                    stack.append((at + 1, child))
            for size, child in node.gaps.items():
                stack += [(later, child) for later in range(at, min(at + size, reach - 1) + 1)]

    def _add(self, steps: tuple[Step, ...], number: int) -> None:
        node = self._root
        for step in steps:
            if isinstance(step, Gap):
                node = node.gaps.setdefault(step.size, Node())
            else:
                node = node.edges.setdefault(self._class(step), Node())
        if number not in node.ends:
            node.ends.append(number)

    def _class(self, atoms: frozenset[Atom]) -> int:
        known = self._classes.get(atoms)
        if known is None:
            known = self._classes[atoms] = len(self._classes)
            for atom in sorted(atoms):
                self._register(atom, known)
        return known

    def _register(self, atom: Atom, number: int) -> None:
        """Note which lemmas, prefixes or spellings belong to a class."""
        if atom.kind == "exact":
            self._by_exact.setdefault(atom.text, []).append(number)
            return
        if atom.kind == "prefix":
            self._by_prefix.setdefault(fold(atom.text), []).append(number)
            return
        lemmas = set(self._lemmatizer.lemmas(atom.text))
        if atom.kind == "family":
            lemmas |= {member for lemma in lemmas for member in families().get(lemma, ())}
        for lemma in sorted(lemmas):
            self._by_lemma.setdefault(lemma, []).append(number)

    def _classes_of(self, word: str) -> tuple[int, ...]:
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) >= MEMO_SIZE:
                self._memo.clear()
            known = self._memo[word] = self._find_classes(word)
        return known

    def _find_classes(self, word: str) -> tuple[int, ...]:
        numbers = set(self._by_exact.get(word, ()))
        for lemma in self._lemmatizer.lemmas(word):
            numbers.update(self._by_lemma.get(lemma, ()))
        folded = fold(word)
        for length in self._prefix_lengths:
            if length > len(folded):
                break
            numbers.update(self._by_prefix.get(folded[:length], ()))
        return tuple(sorted(numbers))


def fold(word: str) -> str:
    """Lower case, ё as е."""
    return word.lower().replace("ё", "е")


def _hit(tokens: Tokens, first: int, form: int, last: int) -> Hit:
    return Hit(tokens.starts[first], tokens.stops[last], form)
