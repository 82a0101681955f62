"""A report's texts cut into pieces for the eye: the draft with its passages, a passage beside its source. Plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from synthesis.engine.overlap.diff import DiffRun, diff_runs
from synthesis.engine.overlap.recount import Passage, counted_length
from synthesis.engine.overlap.runs import CUSTOMARY_RUN


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters. `how`: same, short (the same, but below the customary run), changed, moved, or "" for plain text;
    `run`: counted characters of an equal stretch from the customary length on, else 0."""

    text: str
    how: str = ""
    run: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces of the draft that belong together: to the passage `number` (from 1), or to none (0)."""

    number: int
    kind: str
    pieces: list[Piece]
    first: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """A passage's two sides, and for each run the draft's span relative to the passage, with its look."""

    draft: list[Piece]
    source: list[Piece]
    looks: list[tuple[int, int, Piece]]


def compared(draft: str, source: str) -> Compared:
    """Both sides of a passage, character by character; a moved run is shown where it stands on each side."""
    runs = diff_runs(draft, source)
    looks = [(*run.draft, _look(run, draft[slice(*run.draft)])) for run in runs if run.draft[1] > run.draft[0]]
    theirs = sorted(_source_spans(runs))
    return Compared([piece for _, _, piece in looks], list(_source_pieces(source, theirs)), looks)


def _look(run: DiffRun, text: str) -> Piece:
    if run.kind == "changed":
        return Piece(text, "changed" if any(c.isalnum() for c in text) else "")
    length = counted_length(text)
    how = "moved" if run.kind == "moved" else "same" if length >= CUSTOMARY_RUN else "short"
    return Piece(text, how, length if length >= CUSTOMARY_RUN else 0)


def _source_spans(runs: Sequence[DiffRun]) -> Iterator[tuple[int, int, str]]:
    """The source side without overlaps: where something was moved from, the change that stands there gives way."""
    moved = sorted(run.source for run in runs if run.kind == "moved")
    yield from ((a, b, "moved") for a, b in moved)
    for run in runs:
        low, high = run.source
        if run.kind == "moved":
            continue
        for a, b in moved:
            if low < b and a < high:
                if a > low:
                    yield low, a, run.kind
                low = max(low, b)
        if high > low:
            yield low, high, run.kind


def _source_pieces(source: str, spans: Sequence[tuple[int, int, str]]) -> Iterator[Piece]:
    at = 0
    for low, high, kind in spans:
        low = max(low, at)  # two runs may come from one place
        if high > low:
            yield _look(DiffRun(kind, (0, high - low), (low, high)), source[low:high])
            at = high


def stretches(draft: str, passages: Sequence[Passage], sides: Sequence[Compared]) -> list[list[Stretch]]:
    """The draft in paragraphs, each a list of stretches; every character of the draft but line ends stands in one."""
    owned = sorted((low, high, i) for i, passage in enumerate(passages) for low, high in passage.owned)
    marks = [part for low, high, i in owned for part in _inside(draft, low, high, i, passages[i], sides[i])]
    paragraphs: list[list[Stretch]] = []
    begin, seen, at = 0, set[int](), 0
    for line in draft.split("\n"):
        end = begin + len(line)
        row: list[Stretch] = []
        done = begin
        while at < len(marks) and marks[at][0] < end:
            low, high, number, pieces = marks[at]
            if low > done:
                row.append(Stretch(0, "", [Piece(draft[done:low])]))
            row.append(Stretch(number, passages[number - 1].match.kind, pieces, number not in seen))
            seen.add(number)
            done, at = high, at + 1
        if end > done:
            row.append(Stretch(0, "", [Piece(draft[done:end])]))
        if row:
            paragraphs.append(row)
        begin = end + 1
    return paragraphs


def _inside(
    draft: str, low: int, high: int, index: int, passage: Passage, side: Compared
) -> Iterator[tuple[int, int, int, list[Piece]]]:
    """An owned span line by line, cut where the look changes: (start, end, number, pieces)."""
    base = passage.match.draft[0]
    begin = low
    for line in draft[low:high].split("\n"):
        end = begin + len(line)
        pieces = []
        for a, b, look in side.looks:
            first, last = max(begin, base + a), min(end, base + b)
            if last > first:
                whole = (first, last) == (base + a, base + b)
                pieces.append(Piece(draft[first:last], look.how, look.run if whole else 0))
        if end > begin:
            yield begin, end, index + 1, pieces or [Piece(draft[begin:end])]
        begin = end + 1
