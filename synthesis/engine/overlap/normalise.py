"""The one normaliser of the overlap room: a text as its counted characters, each with its place in the text as given.

Counted characters are what is left after NFKC, Traditional→Simplified, lower case and the removal of spurious
pinyin annotations: letters, digits and Han characters. All places are Unicode code points, half-open.
Not for repairing a text for readers: nothing here is shown.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

import numpy as np
import opencc
from numpy.typing import NDArray

from synthesis.engine.patterns import lazy_pattern

VERSION = 1  # of the normaliser: what was prepared with another version must be prepared again

U32 = NDArray[np.uint32]
I32 = NDArray[np.int32]
U8 = NDArray[np.uint8]

SCRIPT, WIDTH = 1, 2  # bits of `Normalised.folded`

_UNKNOWN, _SEVERAL, _MARK = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SPECIAL = np.uint32(0xFFFFFFF0)
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SYLLABLE = lazy_pattern(
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:a|o|e|i|u|ü|v|ai|ei|ao|ou|an|en|ang|eng|ong|er|ia|ie|iao|iu|ian|in|iang|ing|iong"
    "|ua|uo|uai|ui|uan|un|uang|ue|üe|ve|ün|üan|ng|n|m)"
)


@dataclass(frozen=True)
class Normalised:
    """Counted characters of a text: `codes[i]` stands for the code points `start[i]:end[i]` of the text as given.

    One code point may give several counted characters (㎡ → m, 2); they share its place. The end of a character
    includes a pinyin annotation dropped after it. `folded` tells by bits whether script or width was changed.
    """

    codes: U32
    start: I32
    end: I32
    folded: U8
    length: int

    def __len__(self) -> int:
        return len(self.codes)

    def places(self, span: tuple[int, int]) -> tuple[int, int]:
        """The counted characters of a span of code points, both half-open."""
        return int(np.searchsorted(self.start, span[0])), int(np.searchsorted(self.start, span[1]))

    def spans(self, mask: NDArray[np.bool_], at: int = 0) -> list[tuple[int, int]]:
        """The stretches of a mask that begins with counted character `at`, in code points."""
        bounds = np.diff(np.concatenate(([False], mask, [False]))).nonzero()[0].reshape(-1, 2).tolist()
        return [(int(self.start[at + a]), int(self.end[at + b - 1])) for a, b in bounds]


class _Table:
    """Code point → counted character, filled as code points are met (a full table would cost half a second to build)."""

    def __init__(self) -> None:
        self.code = np.full(0x110000, _UNKNOWN, np.uint32)
        self.fold = np.zeros(0x110000, np.uint8)
        self.several: dict[int, str] = {}
        self.convert = opencc.OpenCC("t2s").convert

    def lookup(self, points: U32) -> U32:
        found = self.code.take(points)
        unknown = points[found == _UNKNOWN]
        if len(unknown):
            for point in np.unique(unknown).tolist():
                self._learn(point)
            found = self.code.take(points)
        return found

    def simplify(self, char: str) -> str:
        """Traditional→Simplified of one character; only Han characters have a second form (a surrogate has no UTF-8)."""
        return self.convert(char) if char > "\u2e7f" and not unicodedata.category(char[0]).startswith("C") else char

    def _learn(self, point: int) -> None:
        char = chr(point)
        wide = unicodedata.normalize("NFKC", char)
        counted = self.counted(wide)
        self.fold[point] = (WIDTH if wide != char else 0) | (SCRIPT if any(self.simplify(c) != c for c in wide) else 0)
        if not counted:
            self.code[point] = _MARK if unicodedata.combining(char) else 0
        elif len(counted) == 1:
            self.code[point] = ord(counted)
        else:
            self.several[point] = counted
            self.code[point] = _SEVERAL

    def counted(self, text: str) -> str:
        """The counted characters of a text that is already in NFKC, character by character."""
        return "".join(c for char in text for c in self.simplify(char).lower() if c.isalnum())


@functools.cache
def _table() -> _Table:
    return _Table()


def code_points(text: str) -> U32:
    """The text as an array of code points (lone surrogates kept)."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def is_han(codes: U32) -> NDArray[np.bool_]:
    """True for Han characters (unified, extensions, compatibility, and the zero 〇)."""
    han: NDArray[np.bool_] = (
        ((codes >= 0x3400) & (codes <= 0x9FFF))
        | ((codes >= 0x20000) & (codes <= 0x3FFFF))
        | ((codes >= 0xF900) & (codes <= 0xFAFF))
        | (codes == 0x3007)
    )
    return han


@functools.lru_cache(4096)
def is_pinyin(inside: str) -> bool:
    """Whether the inside of a bracket after a Han character is a pinyin syllable put there by a converter.

    Without a tone mark a single letter is taken for a label, as in 图(a), and kept.
    """
    plain = inside.replace("ɑ", "a").replace("ɡ", "g")
    marked = unicodedata.normalize("NFD", plain)
    bare = unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0304\u030c]", "", marked))
    toned = any(c in _TONED for c in unicodedata.normalize("NFC", plain))
    return (toned or len(bare) > 1) and _SYLLABLE.fullmatch(bare) is not None


def pinyin_spans(text: str, points: U32) -> list[tuple[int, int]]:
    """Spans of spurious pinyin annotations, brackets included: 產(chǎn)業(yè)."""
    opened = ((points == 0x28) | (points == 0xFF08)).nonzero()[0]
    if not len(opened) or not (closed := ((points == 0x29) | (points == 0xFF09)).nonzero()[0]).size:
        return []
    opened = opened[opened > 0]
    opened = opened[is_han(points[opened - 1])]
    at = np.searchsorted(closed, opened)
    opened, at = opened[at < len(closed)], at[at < len(closed)]
    ends = closed[at]
    near = (ends - opened > 1) & (ends - opened <= 10)
    pairs = zip(opened[near].tolist(), ends[near].tolist(), strict=True)
    return [(a, b + 1) for a, b in pairs if is_pinyin(text[a + 1 : b])]


def normalise(text: str, points: U32 | None = None, *, folds: bool = True) -> Normalised:
    """The counted characters of `text` with their places; vectorised, about a second for 30 million characters.

    `points`: its `code_points`, if they are at hand. Without `folds` nothing is said of what was folded, for callers who do not ask.
    """
    points = code_points(text) if points is None else points
    table = _table()
    codes = table.lookup(points)
    dropped = pinyin_spans(text, points)
    if dropped:
        codes = codes.copy()
        gone = np.zeros(len(points) + 1, np.int32)
        np.add.at(gone, [a for a, _ in dropped], 1)
        np.add.at(gone, [b for _, b in dropped], -1)
        codes[np.cumsum(gone[:-1]) > 0] = 0
    if bool((codes >= _SPECIAL).any()):
        return _with_specials(text, points, codes, dropped, folds)
    counted = codes.nonzero()[0]
    return _made(codes[counted], counted.astype(np.int32), points, dropped, folds)


def _with_specials(text: str, points: U32, codes: U32, dropped: list[tuple[int, int]], folds: bool) -> Normalised:
    """Slow path of the few code points that give several characters, or that compose with the letter before them."""
    table = _table()
    codes = codes.copy()
    extra: dict[int, str] = {int(i): table.several[int(points[i])] for i in (codes == _SEVERAL).nonzero()[0]}
    marks = (codes == _MARK).nonzero()[0]
    codes[marks] = 0
    at = 0
    while at < len(marks):
        last = at
        while last + 1 < len(marks) and marks[last + 1] == marks[last] + 1:
            last += 1
        base = int(marks[at]) - 1
        if base >= 0 and codes[base] and base not in extra and last - at < 8:
            whole = unicodedata.normalize("NFKC", text[base : int(marks[last]) + 1])
            extra[base] = table.counted(whole) or chr(int(codes[base]))
        at = last + 1
    for i, several in extra.items():
        codes[i] = ord(several[0])
    start = codes.nonzero()[0].astype(np.int32)
    repeat = np.ones(len(start), np.int64)
    longer = sorted(i for i, several in extra.items() if len(several) > 1)
    rows = np.searchsorted(start, np.array(longer, np.int32))
    repeat[rows] = [len(extra[i]) for i in longer]
    out = np.repeat(codes[start], repeat)
    first = (np.cumsum(repeat) - repeat)[rows].tolist()
    for i, place in zip(longer, first, strict=True):
        out[place : place + len(extra[i])] = code_points(extra[i])
    return _made(out, np.repeat(start, repeat), points, dropped, folds)


def _made(codes: U32, start: I32, points: U32, dropped: list[tuple[int, int]], folds: bool) -> Normalised:
    end = start + np.int32(1)
    if dropped and len(start):
        opens = np.array([a for a, _ in dropped])
        end[np.searchsorted(start, opens, "right") - 1] = [b for _, b in dropped]
    folded = _table().fold.take(points.take(start)) if folds else np.zeros(0, np.uint8)
    return Normalised(codes, start, end, folded, len(points))
