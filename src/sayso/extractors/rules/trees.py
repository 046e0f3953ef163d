"""Trees: what a learned model gives for evidence, by a sum of small decision trees kept as rows of `data/models/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table

__all__ = ["Node", "Row", "grown", "score", "trees"]

_MISSING = float("-inf")  # evidence that is not there is less than any


@dataclass(frozen=True, slots=True)
class Row:
    """A node of a tree; its branches have twice its number, and one more. A leaf has no evidence, and its value is what is added."""

    tree: int
    node: int
    evidence: str
    value: float


Node = float | tuple[str, float, "Node", "Node"]


def score(nodes: Sequence[Node], evidence: Mapping[str, float]) -> float:
    """Return the sum of the leaves that the evidence leads to, one a tree."""
    total = 0.0
    for node in nodes:
        while isinstance(node, tuple):
            node = node[2] if evidence.get(node[0], _MISSING) <= node[1] else node[3]
        total += node
    return total


@cache
def trees(path: str) -> tuple[Node, ...]:
    """Return the trees of a file of `data/models/`."""
    return grown(table(f"models/{path}", Row))


def grown(rows: Iterable[Row]) -> tuple[Node, ...]:
    """Return the trees that rows stand for."""
    found: dict[int, dict[int, Row]] = {}
    for row in rows:
        found.setdefault(row.tree, {})[row.node] = row
    return tuple(_node(tree, 1) for tree in found.values())


def _node(rows: Mapping[int, Row], number: int) -> Node:
    row = rows[number]
    if not row.evidence:
        return row.value
    return row.evidence, row.value, _node(rows, 2 * number), _node(rows, 2 * number + 1)
