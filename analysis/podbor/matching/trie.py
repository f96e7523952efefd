"""The matcher: taxonomy forms in a trie over word classes, walked once over a text.

Design
------
A step of a form is a set of atoms (words, families, prefixes, exact characters).  Each distinct
step gets one integer, its *class*.  A word of the text belongs to every class one of whose atoms
it satisfies: this is computed once per distinct surface and remembered.  The trie's edges are
classes and gaps, so alternatives and ambiguous lemmas cost no extra paths.  From every word the
walk follows the edges of its classes; it never leaves the stretch between two breaks.  What two
words near each other open together is remembered too: of most pairs it is nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from podbor.matching.families import families
from podbor.matching.lemmas import MEMO_SIZE, Lemmatizer
from podbor.matching.tokens import Tokens, tokenize
from podbor.taxonomy.pattern import MAX_GAP, Atom, Gap, Step, parse_pattern


@dataclass(slots=True)
class Node:
    """A place in the trie: edges by class, gaps by size, and the forms that end here."""

    edges: dict[int, Node] = field(default_factory=dict)
    gaps: dict[int, Node] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a word of texts.

    Parameters
    ----------
    classes : frozenset of int
    ends : tuple of int
        Forms that consist of it.
    second : dict of int to list of (int, Node)
        For each class that may come next in a form it opens: how many words may stand between, and
        where the form goes on.
    pairs : dict of str to tuple of (int, Node)
        The same for words that were seen near it.
    """

    classes: frozenset[int]
    ends: tuple[int, ...]
    second: dict[int, list[tuple[int, Node]]]
    pairs: dict[str, tuple[tuple[int, Node], ...]] = field(default_factory=dict)


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
        self._memo: dict[str, Word] = {}
        self._n_pairs = 0
        for number, pattern in enumerate(patterns):
            for steps in parse_pattern(pattern):
                self._add(steps, number)
        self._prefix_lengths = sorted({len(prefix) for prefix in self._by_prefix})

    def find(self, text: str, tokens: Tokens | None = None) -> list[Hit]:
        """Hits in a text, sorted by offsets and form; overlapping ones are all kept.

        Of the ways one form matches from one word only the shortest is kept.

        Parameters
        ----------
        text : str
        tokens : Tokens, optional
            The text's words, where they are known already.
        """
        tokens = tokens or tokenize(text)
        known = [self._known(word) for word in tokens.words]
        found: dict[tuple[int, int], int] = {}
        for first, word in enumerate(known):
            for form in word.ends:
                found[first, form] = first
            if word.second:
                self._open(first, known, tokens, found)
        return sorted(_hit(tokens, *key, last) for key, last in found.items())

    def _open(
        self,
        first: int,
        known: list[Word],
        tokens: Tokens,
        found: dict[tuple[int, int], int],
    ) -> None:
        """Follow the forms that a word opens and one of the next words goes on with."""
        word, reach = known[first], tokens.reach[first]
        for later in range(first + 1, min(first + MAX_GAP + 2, reach)):
            surface = tokens.words[later]
            nodes = word.pairs.get(surface)
            if nodes is None:
                nodes = self._pair(word, surface, known[later].classes)
            for gap, node in nodes:
                if later - first - 1 <= gap:
                    for form, last in _walk(later + 1, node, known, reach):
                        before = found.get((first, form))
                        if before is None or last < before:
                            found[first, form] = last

    def _pair(
        self, word: Word, surface: str, classes: frozenset[int]
    ) -> tuple[tuple[int, Node], ...]:
        """Nodes after two words, each with how far apart these may stand; remembered."""
        self._n_pairs += 1
        if self._n_pairs > MEMO_SIZE:
            self._n_pairs = 0
            for other in self._memo.values():
                other.pairs.clear()
        common = sorted(word.second.keys() & classes)
        found = tuple(row for number in common for row in word.second[number])
        word.pairs[surface] = found
        return found

    def _add(self, steps: tuple[Step, ...], number: int) -> None:
        node = self._root
        for step in steps:
            if isinstance(step, Gap):
                node = _after(node.gaps, step.size)
            else:
                node = _after(node.edges, self._class(step))
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

    def _known(self, word: str) -> Word:
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) >= MEMO_SIZE:
                self._memo.clear()
            known = self._memo[word] = self._find(word)
        return known

    def _find(self, word: str) -> Word:
        classes = self._find_classes(word)
        second: dict[int, list[tuple[int, Node]]] = {}
        ends: list[int] = []
        for number in sorted(classes):
            node = self._root.edges.get(number)
            if node is not None:
                ends += node.ends
                for gap, edges in [(0, node.edges), *_gaps(node)]:
                    for after, child in edges.items():
                        second.setdefault(after, []).append((gap, child))
        return Word(classes, tuple(dict.fromkeys(ends)), second)

    def _find_classes(self, word: str) -> frozenset[int]:
        numbers = set(self._by_exact.get(word, ()))
        for lemma in self._lemmatizer.lemmas(word):
            numbers.update(self._by_lemma.get(lemma, ()))
        folded = fold(word)
        for length in self._prefix_lengths:
            if length > len(folded):
                break
            numbers.update(self._by_prefix.get(folded[:length], ()))
        return frozenset(numbers)


def _after(nodes: dict[int, Node], key: int) -> Node:
    """Node under a key, made if there is none."""
    node = nodes.get(key)
    if node is None:
        node = nodes[key] = Node()
    return node


def _walk(at: int, node: Node, known: list[Word], reach: int) -> Iterator[tuple[int, int]]:
    """Forms that end on some path on from a node, with the number of their last word."""
    stack = [(at, node)]
    while stack:
        at, node = stack.pop()
        for form in node.ends:
            yield form, at - 1
        if at >= reach:
            continue
        if node.edges:
            stack += [(at + 1, child) for child in _steps(node.edges, known[at].classes)]
        for size, child in node.gaps.items():
            for later in range(at, min(at + size + 1, reach)):
                here = known[later].classes
                stack += [(later + 1, after) for after in _steps(child.edges, here)]


def _gaps(node: Node) -> list[tuple[int, dict[int, Node]]]:
    return [(size, child.edges) for size, child in node.gaps.items()]


def _steps(edges: dict[int, Node], classes: frozenset[int]) -> list[Node]:
    """Nodes that a word of these classes leads to; the smaller side is walked."""
    if len(edges) < len(classes):
        return [child for number, child in edges.items() if number in classes]
    return [edges[number] for number in classes if number in edges]


def fold(word: str) -> str:
    """Lower case, ё as е."""
    return word.lower().replace("ё", "е")


def _hit(tokens: Tokens, first: int, form: int, last: int) -> Hit:
    return Hit(tokens.starts[first], tokens.stops[last], form)
