"""A reading text as people decided about its repairs: some put back, some places in their own words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from synthesis.engine.text.decisions import (
    CHOSEN,
    GUESSED,
    Decision,
    Decisions,
    Item,
    Verb,
    in_order,
    items_of,
    matched,
)
from synthesis.engine.text.forms import decided_forms
from synthesis.engine.text.model import SCRIPT, Block, Damage, ReadingText, Repair
from synthesis.engine.text.offsets import OffsetMap, Segment
from synthesis.engine.text.script import to_simplified
from synthesis.engine.text.sentences import split_sentences

#: Reason of a place where a person took a guess back without saying what should stand there.
REVERTED = "reverted"
#: Blocks of running text: a line break that is put back parts them.
_RUNNING = frozenset({"paragraph", "list", "footnote", "caption"})


@dataclass(frozen=True, slots=True)
class _Change:
    """`text` in place of `[start, end)` of the text as read, `written` of its written form; `item` says why."""

    start: int
    end: int
    text: str
    written: str
    item: Item
    chosen: bool

    @property
    def delta(self) -> int:
        return len(self.text) - (self.end - self.start)


def apply_decisions(reading: ReadingText, decisions: Decisions) -> tuple[ReadingText, OffsetMap]:
    """`reading` (as read from its file) with `decisions`, and the map from the new text to the text of `reading`.

    The order of decisions is of no matter; those whose place is not found change nothing; applied to its own result
    nothing changes any more. Time is linear in the text and its repairs, but for the sentences of changed blocks.
    """
    if not decisions:
        return reading, OffsetMap.identity(len(reading.text))
    items = sorted([*items_of(reading), *decided_forms(reading, decisions)], key=in_order)
    about = matched(items, decisions, reading.original)
    changes = _changes(reading, items, about, decisions.off)
    settled = {n for n, one in about.items() if one.verb is Verb.ACCEPT and isinstance(items[n].what, Damage)}
    if not changes and not settled:
        return reading, OffsetMap.identity(len(reading.text))
    layout = _Layout(reading, changes)
    quiet = {id(items[n].what) for n, one in about.items() if one.verb is Verb.ACCEPT}
    text, written = layout.patched(reading.text, "text"), layout.patched(reading.written, "written")
    kept = [item for n, item in enumerate(items) if n not in settled and not layout.swallows(item)]
    # At one place in the order of the original: by that a removal is found again among others.
    repairs = sorted([*_kept_repairs(layout, kept, text), *_chosen(layout)], key=lambda pair: (pair[1].start, pair[0]))
    blocks, sentences = _structure(reading, layout, text)
    decided = replace(
        reading,
        text=text,
        written=written,
        blocks=blocks,
        sentences=sentences,
        repairs=tuple(sorted((r for _origin, r in repairs), key=lambda r: (r.start, r.end))),
        damage=tuple(sorted([*_kept_damage(layout, kept), *_reopened(layout, quiet)], key=lambda d: (d.start, d.end))),
        offset_map=layout.offset_map(reading.offset_map, original=True),
    )
    return decided, layout.offset_map(OffsetMap.identity(len(reading.text)), original=False)


def _changes(
    reading: ReadingText, items: Sequence[Item], about: dict[int, Decision], off: frozenset[str]
) -> list[_Change]:
    """The changes of the text that follow, ascending; where two overlap the person's own text, then the longer, wins."""
    simplify = to_simplified if reading.written != reading.text else _as_it_is
    found: list[_Change] = []
    for number, item in enumerate(items):
        change = _change(item, about.get(number), off, simplify)
        if change is None:
            continue
        if found and change.start < found[-1].end:
            last = found[-1]
            if (change.chosen, change.end - change.start) > (last.chosen, last.end - last.start):
                found[-1] = change
            continue
        found.append(change)
    return found


def _change(
    item: Item, decision: Decision | None, off: frozenset[str], simplify: Callable[[str], str]
) -> _Change | None:
    what = item.what
    verb = decision.verb if decision else None
    if decision and verb is Verb.CHOOSE:
        return _Change(what.start, what.end, simplify(decision.text), decision.text, item, chosen=True)
    if isinstance(what, Damage) or what.kind == CHOSEN:
        return None
    if what.kind == SCRIPT:
        # As written, whatever the script of the rest.
        return _Change(what.start, what.end, what.before, what.before, item, chosen=False) if decision else None
    if verb in {Verb.REVERT, Verb.ACCEPT} or (verb is not Verb.KEEP and what.kind in off):
        return _Change(what.start, what.end, simplify(what.before), what.before, item, chosen=False)
    return None


def _as_it_is(text: str) -> str:
    return text


class _Layout:
    """Where everything of the text as read stands after the changes."""

    def __init__(self, reading: ReadingText, changes: Sequence[_Change]) -> None:
        self.changes = changes
        self._length = len(reading.text)
        self._starts = [c.start for c in changes]
        self._ends = [c.end for c in changes]
        #: How far the text has moved after the first n changes.
        self._moved = [0, *accumulate(c.delta for c in changes)]

    @property
    def length(self) -> int:
        return self._length + self._moved[-1]

    def place(self, number: int) -> tuple[int, int]:
        """Where the change with this number stands in the new text."""
        change = self.changes[number]
        start = change.start + self._moved[number]
        return start, start + len(change.text)

    def low(self, place: int) -> int:
        """The new offset of a place of the old text, before what is put in there."""
        number = bisect_left(self._starts, place)
        return self._moved_to(place, number)

    def high(self, place: int) -> int:
        """The new offset of a place of the old text, after what is put in there."""
        number = bisect_left(self._starts, place)
        while number < len(self.changes) and self._starts[number] == self._ends[number] == place:
            number += 1
        return self._moved_to(place, number)

    def _moved_to(self, place: int, number: int) -> int:
        if number and self._ends[number - 1] > place:
            return self.place(number - 1)[1]
        return place + self._moved[number]

    def between(self, item: Item) -> int:
        """The new offset of a removal among others at its place, by their order in the original."""
        number = bisect_left(self._starts, item.what.start)
        while number < len(self.changes) and self._starts[number] == self._ends[number] == item.what.start:
            if self.changes[number].item.start >= item.end:
                break
            number += 1
        return self._moved_to(item.what.start, number)

    def touched(self, start: int, end: int) -> range:
        """The numbers of the changes in or at the edges of `[start, end)` of the old text."""
        return range(bisect_left(self._ends, start), bisect_right(self._starts, end))

    def swallows(self, item: Item) -> bool:
        """Whether a change put something else in the place of the item, or is the change of it."""
        what = item.what
        for number in self.touched(what.start, what.end):
            change = self.changes[number]
            same = change.item.what is what
            if change.item.kind == SCRIPT and not same:
                # The form of a character displaces nothing: what was mended there stays mended.
                continue
            if same or (change.start <= what.start and what.end <= change.end and change.start < change.end):
                if same or what.start < what.end or change.start < what.start < change.end:
                    return True
            elif change.start < what.end and what.start < change.end:
                return True
        return False

    def patched(self, old: str, form: str) -> str:
        """The old text, or its written form, with the changes."""
        pieces: list[str] = []
        at = 0
        for change in self.changes:
            pieces += [old[at : change.start], change.text if form == "text" else change.written]
            at = change.end
        return "".join([*pieces, old[at:]])

    def offset_map(self, earlier: OffsetMap, *, original: bool) -> OffsetMap:
        """From the new text to what `earlier` leads to: the `original`, or the old text itself."""
        kept: list[Segment] = []
        own: list[Segment] = []
        at = 0
        for number, change in enumerate(self.changes):
            kept.append((at + self._moved[number], change.start + self._moved[number], at, change.start))
            span = (change.item.start, change.item.end) if original else (change.start, change.end)
            own.append((*self.place(number), *span))
            at = change.end
        kept.append((at + self._moved[-1], self.length, at, self._length))
        stage = OffsetMap(kept, self.length, self._length).compose(earlier)
        ordered = sorted([*stage.segments, *own])
        return OffsetMap(ordered, self.length, earlier.original_length)


def _kept_repairs(layout: _Layout, kept: Iterable[Item], text: str) -> Iterable[tuple[int, Repair]]:
    """Each with its place in the original."""
    for item in kept:
        what = item.what
        if isinstance(what, Damage):
            continue
        if what.start == what.end:
            place = layout.between(item)
            yield item.start, replace(what, start=place, end=place)
        else:
            start, end = layout.high(what.start), layout.low(what.end)
            yield item.start, replace(what, start=start, end=end, after=text[start:end])


def _kept_damage(layout: _Layout, kept: Iterable[Item]) -> Iterable[Damage]:
    for item in kept:
        if isinstance(item.what, Damage):
            shift = layout.high(item.what.start) - item.what.start
            yield replace(item.what, start=item.what.start + shift, end=item.what.end + shift)


def _chosen(layout: _Layout) -> Iterable[tuple[int, Repair]]:
    for number, change in enumerate(layout.changes):
        if change.chosen:
            what = change.item.what
            before = what.before if isinstance(what, Repair) else what.text
            yield change.item.start, Repair(CHOSEN, *layout.place(number), before, change.text, 1.0)


def _reopened(layout: _Layout, quiet: set[int]) -> Iterable[Damage]:
    """Guesses that were taken back are damage again, with the guess as a suggestion."""
    for number, change in enumerate(layout.changes):
        what = change.item.what
        if change.chosen or isinstance(what, Damage) or what.kind not in GUESSED or id(what) in quiet:
            continue
        yield Damage(*layout.place(number), change.text, REVERTED, (what.after,) if what.after else ())


def _structure(
    reading: ReadingText, layout: _Layout, text: str
) -> tuple[tuple[Block, ...], tuple[tuple[int, int], ...]]:
    """Blocks and sentences of the new text: moved where nothing changed, found anew in the blocks with changes."""
    blocks: list[Block] = []
    sentences: list[tuple[int, int]] = []
    at = reach = 0
    for block in reading.blocks:
        while at < len(reading.sentences) and reading.sentences[at][1] <= block.start:
            sentences.append(_moved(layout, reading.sentences[at]))
            at += 1
        first = at
        while at < len(reading.sentences) and reading.sentences[at][0] < block.end:
            at += 1
        numbers = layout.touched(block.start, block.end)
        start, end = max(reach, layout.low(block.start)), layout.high(block.end)
        reach = max(reach, end)
        if not numbers:
            blocks.append(replace(block, start=start, end=end))
            sentences += [_moved(layout, one) for one in reading.sentences[first:at]]
            continue
        for piece in _parted(replace(block, start=start, end=end), layout, numbers, text):
            blocks.append(piece)
            if first < at:
                sentences += split_sentences(text, piece.start, piece.end)
    sentences += [_moved(layout, one) for one in reading.sentences[at:]]
    return tuple(blocks), tuple(sentences)


def _moved(layout: _Layout, span: tuple[int, int]) -> tuple[int, int]:
    return layout.high(span[0]), layout.low(span[1])


def _parted(block: Block, layout: _Layout, numbers: range, text: str) -> list[Block]:
    """The block, in parts where line breaks were put back into running text; without white space at its edges."""
    breaks: list[int] = []
    for number in numbers if block.kind in _RUNNING else ():
        start, end = layout.place(number)
        breaks += [place for place in range(start, end) if text[place] == "\n" and block.start <= place < block.end]
    parts: list[Block] = []
    for start, end in zip([block.start, *breaks], [*breaks, block.end], strict=True):
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip())
        if lead < len(piece):
            parts.append(replace(block, start=start + lead, end=start + len(piece.rstrip())))
    return parts
