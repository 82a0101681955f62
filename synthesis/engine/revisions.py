"""What changed between two states of a text made of sentences with ids: by sentence, and by character inside one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from synthesis.engine.patterns import lazy_pattern

Change = Literal["same", "edited", "added", "removed", "moved"]
# Latin words and figures change as wholes; Han characters one by one.
_TOKEN = lazy_pattern(r"[^\W\d_\u3400-\u9fff]+|\d+(?:[.,]\d+)*|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is in both states (`equal`), only in the earlier (`removed`) or only in the later (`added`)."""

    kind: Literal["equal", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """One sentence of the comparison; a moved one may have been edited, too (its pieces tell)."""

    id: str
    change: Change
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class ParagraphChange:
    """A paragraph of the later state with its sentences, and those of the earlier one that are gone, in their places;
    `moved` when it stands elsewhere among the paragraphs of both states."""

    id: str
    title: str
    sentences: list[SentenceChange] = field(default_factory=list)
    moved: bool = False

    @property
    def changed(self) -> bool:
        return self.moved or any(one.change != "same" for one in self.sentences)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one state: `sentences` are `(id, text)` in order."""

    id: str
    title: str
    sentences: tuple[tuple[str, str], ...]


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The difference of two texts. Joining `equal` and `removed` gives `before`, `equal` and `added` gives `after`."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found: list[Piece] = []
    for op, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            found.append(Piece("equal", "".join(old[a:b])))
            continue
        if b > a:
            found.append(Piece("removed", "".join(old[a:b])))
        if d > c:
            found.append(Piece("added", "".join(new[c:d])))
    return tuple(found)


def compare(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[ParagraphChange]:
    """The later state, paragraph by paragraph, with what became of every sentence of either state.

    A sentence counts as moved when it changed its paragraph, or its order among the sentences that stayed in it, a
    paragraph when it changed its order among those of both states; the longest runs that kept their order count as settled.
    """
    old_text = {sid: text for part in before for sid, text in part.sentences}
    old_place = {sid: part.id for part in before for sid, _ in part.sentences}
    new_ids = {sid for part in after for sid, _ in part.sentences}
    old_order = {part.id: [sid for sid, _ in part.sentences] for part in before}
    stayed = {part.id for part in before} & {part.id for part in after}
    order = ([part.id for part in side if part.id in stayed] for side in (before, after))
    steady = _in_order(*order)
    result = []
    for part in after:
        here = [sid for sid, _ in part.sentences]
        settled = _in_order(old_order.get(part.id, []), here)
        row = ParagraphChange(part.id, part.title, moved=part.id in stayed and part.id not in steady)
        for sid, text in part.sentences:
            row.sentences.append(_change(sid, text, old_text, moved=sid in old_place and sid not in settled))
        _insert_removed(row, old_order.get(part.id, []), old_text, new_ids)
        result.append(row)
    known = {part.id for part in after}
    for part in before:
        if part.id not in known:
            row = ParagraphChange(part.id, part.title)
            _insert_removed(row, old_order[part.id], old_text, new_ids)
            result.append(row)
    return result


def _change(sid: str, text: str, old_text: dict[str, str], *, moved: bool) -> SentenceChange:
    if sid not in old_text:
        return SentenceChange(sid, "added", (Piece("added", text),))
    if old_text[sid] == text:
        return SentenceChange(sid, "moved" if moved else "same", (Piece("equal", text),))
    return SentenceChange(sid, "moved" if moved else "edited", pieces(old_text[sid], text))


def _in_order(old: list[str], new: list[str]) -> set[str]:
    """The ids in the matching blocks of both orders: those that count as not moved."""
    kept: set[str] = set()
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        kept.update(old[block.a : block.a + block.size])
    return kept


def _insert_removed(row: ParagraphChange, old: list[str], old_text: dict[str, str], new_ids: set[str]) -> None:
    """Puts what was removed after the sentence it followed."""
    at = 0
    places = {one.id: number for number, one in enumerate(row.sentences)}
    for sid in old:
        if sid in places:
            at = next(i for i, one in enumerate(row.sentences) if one.id == sid) + 1
        elif sid not in new_ids:
            row.sentences.insert(at, SentenceChange(sid, "removed", (Piece("removed", old_text[sid]),)))
            at += 1
