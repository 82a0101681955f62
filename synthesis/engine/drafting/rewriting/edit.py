"""One swap inside a sentence: the smallest unit of rewording."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """Replace `[start, end)` (code points) by `text`. `cost`: 1 reads as well, 2 a shade different, 3 last resort."""

    start: int
    end: int
    text: str
    cost: int
