"""Sums of decision trees as columns, and the Python module that scores as they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TREES_A_LINE = 3
HEADER = '''"""The two forests of the classifier as conditional expressions.  Made by a program: do not edit.

{about}
"""

from __future__ import annotations

from collections.abc import Sequence

# ruff: noqa: E501
# fmt: off
'''


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as columns, a row a node."""

    roots: tuple[int, ...]
    feature: tuple[int, ...]
    """Index of the number that a node looks at; -1: the node is a leaf."""
    threshold: tuple[float, ...]
    """The greatest number that goes left; of a leaf, its weight."""
    left: tuple[int, ...]
    right: tuple[int, ...]

    def score(self, numbers: Sequence[float]) -> float:
        """Return the logarithm of the odds that a segment with these numbers is of the story."""
        total = 0.0
        for root in self.roots:
            node = root
            while (at := self.feature[node]) >= 0:
                node = self.left[node] if numbers[at] <= self.threshold[node] else self.right[node]
            total += self.threshold[node]
        return total


def module(forests: Sequence[tuple[str, Forest, int]], about: str) -> str:
    """Return the source of a module with a function for each forest.

    Args:
        forests: name, forest, and how many numbers the function takes.
        about: provenance, for the docstring.
    """
    return HEADER.format(about=about) + "".join(part for one in forests for part in _function(*one))


def _function(name: str, forest: Forest, width: int) -> Iterator[str]:
    used = set(forest.feature)
    yield f'\n\ndef {name}(numbers: Sequence[float]) -> float:\n    """Return the score of a segment with these numbers."""\n'
    yield f"    {', '.join(f'n{at}' if at in used else '_' for at in range(width))} = numbers\n    return (\n"
    for i in range(0, len(forest.roots), TREES_A_LINE):
        trees = [_expression(forest, root) for root in forest.roots[i : i + TREES_A_LINE]]
        yield f"        {'+ ' if i else ''}{' + '.join(trees)}\n"
    yield "    )\n"


def _expression(forest: Forest, node: int) -> str:
    if forest.feature[node] < 0:
        return repr(forest.threshold[node])
    yes, no = _expression(forest, forest.left[node]), _expression(forest, forest.right[node])
    return f"({yes} if n{forest.feature[node]} <= {forest.threshold[node]!r} else {no})"
