"""Numeric citations in the order of first appearance, recomputed from the text every time.

Sentences hold source ids, never numbers; numbers and marks are derived, so nothing can dangle after an edit, a move or a
removal. The references themselves are made by `infra.references`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

Source = TypeVar("Source", bound=Hashable)


def numbers_of(cited: Iterable[Source]) -> dict[Source, int]:
    """Source → number, from 1, in the order in which a text cites them first; `cited` names them in the order of the text."""
    return {source: number for number, source in enumerate(dict.fromkeys(cited), start=1)}


def mark(numbers: Sequence[int]) -> str:
    """`[1,3-5]` for sorted distinct numbers: three and more in a row become a range. Empty for none."""
    if not numbers:
        return ""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{r[0]}-{r[-1]}" if len(r) > 2 else ",".join(map(str, r)) for r in runs]
    return f"[{','.join(parts)}]"
