"""Places that are too near each other -> the nearest ones that are not."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], step: float, least: float, most: float) -> list[float]:
    """Return the ascending places nearest to `wanted` (least squares) that are `step` apart, between `least` and `most`.

    Neighbours that come too close are pooled and share their mean (isotonic regression by pool adjacent violators).
    """
    pools: list[tuple[float, int]] = []
    for i, place in enumerate(wanted):
        total, count = place - i * step, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    flat = [total / count for total, count in pools for _ in range(count)]
    room = most - step * (len(wanted) - 1)
    return [min(max(place, least), max(room, least)) + i * step for i, place in enumerate(flat)]
