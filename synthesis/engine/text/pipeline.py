"""One text through stages of edits, with the offset map and the repairs kept true after every stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from synthesis.engine.text.offsets import Edit, OffsetMap, apply_edits


@dataclass(frozen=True, slots=True)
class Mend:
    """An edit that is a repair: what, where (in the text of its stage), and how sure."""

    start: int
    end: int
    after: str
    kind: str
    confidence: float


@dataclass(slots=True)
class _Placed:
    kind: str
    start: int
    end: int
    before: str
    confidence: float


class Pipeline:
    """`text` as it stands, `offset_map` from it to the original, and the repairs so far in its offsets."""

    def __init__(self, original: str) -> None:
        self.text = original
        self.offset_map = OffsetMap.identity(len(original))
        self.placed: list[_Placed] = []

    def edit(self, edits: Sequence[Edit]) -> None:
        """Apply edits that are not worth a repair (line ends, composition)."""
        if edits:
            self._apply(edits)

    def mend(self, mends: Sequence[Mend]) -> None:
        """Apply repairs (ascending, not overlapping) and remember them."""
        if not mends:
            return
        before = self.text
        shift = 0
        fresh = []
        for m in mends:
            fresh.append(
                _Placed(m.kind, m.start + shift, m.start + shift + len(m.after), before[m.start : m.end], m.confidence)
            )
            shift += len(m.after) - (m.end - m.start)
        self._apply([Edit(m.start, m.end, m.after) for m in mends])
        self.placed.extend(fresh)
        self.placed.sort(key=lambda p: (p.start, p.end))

    def _apply(self, edits: Sequence[Edit]) -> None:
        self.text, stage = apply_edits(self.text, edits)
        for p in self.placed:
            p.start, p.end = stage.to_text(p.start, p.end)
        self.offset_map = stage.compose(self.offset_map)
