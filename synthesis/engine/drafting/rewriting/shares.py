"""What a wording shares with the sources in long runs, and how much of that is left when names and figures are set apart.

Measures only; `reword` makes the wordings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from synthesis.engine.overlap.runs import RunIndex
from synthesis.engine.patterns import lazy_pattern

RUN = 13  # the customary threshold, counted characters
_RUN_EN = 40  # thirteen letters are two English words; this is about seven, where wording begins to be somebody's
_EXEMPT = lazy_pattern(
    r"《[^》]{1,60}》|“[^”]{1,40}”|[A-Za-z][A-Za-z0-9/+\-&. ]*[A-Za-z0-9]|\d[\d.,]*(?:[%％]|[万亿千百]*[元人家例个台件吨次年月日天岁]?)"
)

_EXEMPT_EN = lazy_pattern(
    r"“[^”]{1,60}”|\"[^\"]{1,60}\"|(?:[A-Z][\w&-]+ ){1,6}[A-Z][\w&-]+|[$€£]?\d[\d.,]*(?: ?(?:%|percent|million|billion|trillion))?"
)


@dataclass(frozen=True)
class Wording:
    """A candidate. `shared` counts characters in long runs, exempt or not, `left` characters in long runs that are not exempt, `dropped` those left out, `edits` the
    cost of the swaps in it, `shape` 0 for the source's own order of parts, 1 for another."""

    text: str
    left: int
    shared: int
    dropped: int
    edits: int
    shape: int

    @property
    def rank(self) -> tuple[int, int, str]:
        """Smaller is better: what is still copied weighs most, then what was left out, then how much was swapped."""
        return (self.left, self.shared * 2 + self.dropped * 2 + self.edits * 3 - self.shape * 2, self.text)


def effective_left(text: str, runs: Sequence[tuple[int, int]], language: str = "zh") -> int:
    """Counted characters of `runs` that stay above the threshold when titles, quotations, Latin terms and figures
    are set apart: each piece between two of those counts only when it is long itself."""
    return sum(size(text[a:b]) for a, b in long_pieces(text, runs, language))


def long_pieces(text: str, runs: Sequence[tuple[int, int]], language: str = "zh") -> list[tuple[int, int]]:
    """The pieces of `runs` outside exempt spans with at least the threshold of counted characters, code points of `text`."""
    least = RUN if language == "zh" else _RUN_EN
    exempt = [m.span() for m in (_EXEMPT if language == "zh" else _EXEMPT_EN).finditer(text)]
    pieces = []
    for start, end in runs:
        at = start
        for low, high in [*exempt, (end, end)]:
            if high <= at or low > end:
                continue
            if size(text[at : min(low, end)]) >= least:
                pieces.append((at, min(low, end)))
            at = max(at, high)
    return pieces


def size(text: str) -> int:
    """Counted characters, nearly: letters and figures."""
    return sum(c.isalnum() for c in text)


def cost(text: str, index: RunIndex, language: str) -> tuple[int, int]:
    """Counted characters in runs outside titles in 《》, and those of them that are not exempt."""
    measure = index.measure(text)
    titles = [m.span() for m in re.finditer(r"《[^》]*》", text)]
    named = sum(size(text[max(a, s) : min(b, e)]) for a, b in titles for s, e in measure.runs if s < b and a < e)
    return measure.matched - named, effective_left(text, measure.runs, language)
