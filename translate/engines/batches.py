"""Batches by piece budget: long segments first, and in a batch all of one length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def iter_batches(lengths: Sequence[int], budget: int) -> Iterator[list[int]]:
    """Yield lists of indices of one length each, at most `budget` pieces together (one segment at least).

    One length a batch means no padding, and no padding means that a hypothesis does not depend on its neighbours:
    with padding, CTranslate2 4.8 changed the last digits of one score in thirty (docs/decisions.md). Longest first, so
    that the small batches at the end keep all workers busy.
    """
    order = sorted(range(len(lengths)), key=lambda index: (-lengths[index], index))
    batch: list[int] = []
    for index in order:
        full = batch and (len(batch) + 1) * lengths[index] > budget
        if batch and (full or lengths[batch[0]] != lengths[index]):
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
