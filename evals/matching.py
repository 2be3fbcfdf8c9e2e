"""Two lists of annotations and how alike each two are enter; the best one-to-one pairs leave."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sayso.records import Span

G = TypeVar("G")
P = TypeVar("P")

SAME = 0.5  # character Jaccard from which two spans count as the same mention

_PAIR = 1000.0  # more than any sum of likenesses: one more pair always beats closer pairs


def characters(spans: Iterable[Span]) -> frozenset[int]:
    """Positions that the spans cover, each once."""
    return frozenset(position for span in spans for position in range(span.start, span.end))


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared positions by all positions; 0 where both are empty."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def likeness(one: Span, other: Span) -> float:
    """Character Jaccard of two spans."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (len(one) + len(other) - shared) if shared > 0 else 0.0


def pair_up(
    gold: Sequence[G], predicted: Sequence[P], alike: Callable[[G, P], float]
) -> tuple[tuple[G, P], ...]:
    """As many pairs as can be made, and of those choices the most alike; `alike` 0 forbids a pair.

    The optimal assignment instead of a greedy one, so that the score does not
    depend on the order of the annotations nor on which side is called gold.
    """
    if not gold or not predicted:
        return ()
    if len(gold) > len(predicted):
        swapped = pair_up(predicted, gold, lambda p, g: alike(g, p))
        return tuple((g, p) for p, g in swapped)
    worth = [[alike(g, p) for p in predicted] for g in gold]
    cost = [[-(_PAIR + value) if value > 0 else 0.0 for value in row] for row in worth]
    return tuple(
        (gold[row], predicted[column]) for row, column in enumerate(_assign(cost)) if worth[row][column] > 0
    )


def _assign(cost: list[list[float]]) -> list[int]:
    """The column of each row in the cheapest assignment; no more rows than columns.

    Source: the Hungarian algorithm with potentials, Kuhn 1955, Jonker & Volgenant 1987.
    """
    rows, columns = len(cost), len(cost[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)  # counted from 1; 0 is "none" and the column 0 the way in
    for row in range(1, rows + 1):
        row_of[0] = row
        column, before = _cheapest_way(cost, row_of, row_price, column_price)
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    chosen = [0] * rows
    for column in range(1, columns + 1):
        if row_of[column]:
            chosen[row_of[column] - 1] = column - 1
    return chosen


def _cheapest_way(
    cost: list[list[float]], row_of: list[int], row_price: list[float], column_price: list[float]
) -> tuple[int, list[int]]:
    """The free column that the new row reaches most cheaply, and for every column the one before it.

    Moves the prices along, as the algorithm asks.
    """
    columns = len(cost[0])
    reach, before = [float("inf")] * (columns + 1), [0] * (columns + 1)
    visited = [True] + [False] * columns
    column = 0
    while row_of[column]:
        row = row_of[column]
        for other in range(1, columns + 1):
            if not visited[other]:
                step = cost[row - 1][other - 1] - row_price[row] - column_price[other]
                if step < reach[other]:
                    reach[other], before[other] = step, column
        nearest = min((c for c in range(1, columns + 1) if not visited[c]), key=lambda c: reach[c])
        step = reach[nearest]
        for other in range(columns + 1):
            if visited[other]:
                row_price[row_of[other]] += step
                column_price[other] -= step
            else:
                reach[other] -= step
        column = nearest
        visited[column] = True
    return column, before
