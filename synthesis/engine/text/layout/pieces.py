"""What stands where on a page: pieces, and the rows they form. Lengths in points, y downwards from the page's top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

import regex

_WORD = regex.compile(r"[\p{Latin}\p{N}\p{M}'’-]+|\S")
_HAN = regex.compile(r"[\p{Script=Han}\u3000-\u303f\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one baseline `y` from `x0` to `x1`; `size` of its type in points.

    `gaps` are its wide blanks `(offset, end, start)`: before `text[offset]`, from `end` to `start`; cells may meet there.
    `raised` are the spans of `text` set small above the line; `note` says that a note at the page's foot begins here.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    gaps: tuple[tuple[int, float, float], ...] = ()
    raised: tuple[tuple[int, int], ...] = ()
    note: bool = False

    def parts(self) -> list[Piece]:
        """The piece cut at its wide blanks."""
        starts = [(0, self.x0), *((offset, start) for offset, _, start in self.gaps)]
        ends = [*((offset, end) for offset, end, _ in self.gaps), (len(self.text), self.x1)]
        cut = [
            Piece(self.text[a:b].strip(), x0, x1, self.y, self.size, self.bold)
            for (a, x0), (b, x1) in zip(starts, ends, strict=True)
        ]
        return [piece for piece in cut if piece.text]


@dataclass(frozen=True)
class Row:
    """The pieces on one baseline, from left to right; never empty."""

    pieces: tuple[Piece, ...]

    @cached_property
    def parts(self) -> tuple[Piece, ...]:
        """The pieces cut at their wide blanks."""
        return tuple(part for piece in self.pieces for part in piece.parts())

    @cached_property
    def x0(self) -> float:
        """The left edge."""
        return self.pieces[0].x0

    @cached_property
    def x1(self) -> float:
        """The right edge."""
        return max(p.x1 for p in self.pieces)

    @cached_property
    def y(self) -> float:
        """The baseline of the longest piece."""
        return max(self.pieces, key=lambda p: len(p.text)).y

    @cached_property
    def size(self) -> float:
        """The size of the longest piece."""
        return max(self.pieces, key=lambda p: len(p.text)).size

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(p.bold for p in self.pieces)

    @cached_property
    def text(self) -> str:
        """The pieces with a blank between them where both are not Han."""
        out = ""
        for piece in self.pieces:
            out += (" " if out and not (_HAN.match(out[-1]) and _HAN.match(piece.text[0])) else "") + piece.text
        return out


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its width and height, and its upright pieces.

    `aslant` are single lines at another angle; `turned` are stretches of several lines set sideways, as wide tables are,
    with places as if they stood upright.
    """

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    aslant: tuple[str, ...] = ()
    turned: tuple[tuple[Piece, ...], ...] = ()


def is_wide(text: str) -> bool:
    """Whether Han or their marks stand in it: such text has no blanks for justified setting to widen."""
    return _HAN.search(text) is not None


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """`pieces` grouped by baseline, from top to bottom, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.y, p.x0)):
        last = rows[-1] if rows else None
        if last and abs(piece.y - median(p.y for p in last)) <= 0.4 * min(piece.size, last[-1].size):
            last.append(piece)
        else:
            rows.append([piece])
    return [Row(tuple(sorted(row, key=lambda p: p.x0))) for row in rows]


def body_size(pages: Sequence[Page]) -> float:
    """The size most characters are set in, to a quarter of a point; 10 without text."""
    counts: defaultdict[float, int] = defaultdict(int)
    for page in pages:
        for piece in page.pieces:
            counts[round(piece.size * 4) / 4] += len(piece.text)
    return max(counts, key=lambda size: (counts[size], -size)) if counts else 10.0


def first_word_width(row: Row) -> float:
    """About how wide the row's first unbreakable word is."""
    piece = row.pieces[0]
    match = _WORD.search(piece.text)
    word = match.group() if match else piece.text[:1]
    if _HAN.match(word):
        return piece.size
    latin = [c for c in piece.text if not _HAN.match(c)]
    wide = (len(piece.text) - len(latin)) * piece.size
    each = max(0.3 * piece.size, (piece.x1 - piece.x0 - wide) / max(1, len(latin)))
    return len(word) * min(each, 0.7 * piece.size)
