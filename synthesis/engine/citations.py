"""Numeric citations in the order of first appearance, recomputed from the text every time.

Sentences hold source ids, never numbers; numbers, marks and the reference list are derived, so nothing can dangle
after an edit, a move or a removal. The references themselves are made by `infra.references`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numbered:
    """The citations of a text.

    `order` lists the cited source ids by first appearance (the number of `order[i]` is i + 1); `marks` has one mark
    per sentence, "" where it cites nothing; `dangling` lists cited ids that are not among the known sources: they get
    no number.
    """

    order: list[str]
    marks: list[str]
    dangling: list[str]

    @property
    def numbers(self) -> dict[str, int]:
        """Source id → number."""
        return {source: i for i, source in enumerate(self.order, start=1)}


def number_citations(sentences: Sequence[Sequence[str]]) -> list[str]:
    """The source ids of all sentences in the order of their first appearance; number = index + 1."""
    return list(dict.fromkeys(source for cited in sentences for source in cited))


def numbered(sentences: Sequence[Sequence[str]], known: Collection[str] | None = None) -> Numbered:
    """Order, marks and dangling ids for the source ids each sentence cites.

    `known` limits the numbers to sources that exist; None accepts every id.
    """
    everything = number_citations(sentences)
    order = everything if known is None else [s for s in everything if s in known]
    number = {source: i for i, source in enumerate(order, start=1)}
    marks = [mark(sorted({number[s] for s in cited if s in number})) for cited in sentences]
    return Numbered(order, marks, [s for s in everything if s not in number])


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


def marked_numbers(text: str) -> set[int]:
    """The numbers a mark such as `[1,3-5]` stands for, the reverse of `mark`. Raises ValueError on anything else."""
    if not text:
        return set()
    if not (text.startswith("[") and text.endswith("]")):
        raise ValueError(f"no citation mark: {text!r}")
    found: set[int] = set()
    for part in text[1:-1].split(","):
        first, _, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return found
