"""Reading a double-byte run again from one byte earlier: the search behind `byteshift`.

What is shown out of phase is cut into units (`_Unit`): two bytes each, the last of one character and the first of the
next. So the characters between are fixed by the bytes; free are only the one whose first byte was lost, and those next
to byte pairs or bytes that meant nothing and vanished. The search goes from unit to unit. Readings that end in the same
character and wait for the same bytes go on together (`_Node`), so that
an early doubt does not crowd out a late one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple, TypeAlias

import regex

from synthesis.engine.text import gbkbytes
from synthesis.engine.text.annotator import Annotator
from synthesis.engine.text.charmodel import CharModel
from synthesis.engine.text.pinyin import SYLLABLE, is_reading

_NOTE = regex.compile(rf"\((?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
_TAIL = regex.compile(rf"(?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
#: A run out of phase meets an ASCII trail byte soon; beyond this it is something else.
_LONGEST = 160
#: Nodes kept at each step, and how far behind the best one in ln P.
_BEAM, _BEHIND = 20, 8.0
#: Ways to fill a place of unknown bytes that go on, and at the very first place.
_MOST_FILLED, _MOST_FIRST = 8, 32
#: Of so many lead bytes one may stand alone before what is in phase.
_FEW_LEADS = 4
#: So many of the nodes may suppose that here something vanished, so often in a row.
_SUPPOSING, _IN_A_ROW = 8, 2
#: … to suppose that a mark shown as ASCII was ASCII in a file whose marks are taken for full-width ones.
_ASCII = 3.0
#: ln P of a character between its neighbours below which something may have vanished there.
_BAD = -10.0
#: What costs more than this is not supposed at all.
_TOO_DEAR = 6.0
#: ln P of one character after another, and the mean of a reading, above which nothing vanished there.
_LEAST, _MEAN = -8.0, -5.0
#: Marks so rare that a vanished pair between a comma and the next character (，不, ，一 for ；) is as likely.
_RARE_MARKS = frozenset("；：！？．")
#: Mean ln P of characters under which they are no text, and how many of them tell.
_GARBLED, _ENOUGH = -9.0, 12
#: Readings given back: as many as there may be lost bytes, at least and at most; how far behind the best one in ln P.
_GIVEN, _MOST_GIVEN, _HOPELESS = 30, 45, 11.0


@dataclass(frozen=True, slots=True)
class Costs:
    """What it costs, in ln P, to suppose that bytes without meaning vanished as a pair, or one alone, or are shown as "?"."""

    pair: float = 2.3
    byte: float = 3.6
    asked: float = 2.9


@dataclass(frozen=True, slots=True)
class Filling:
    """`text` is what stood there, up to `end` in the damaged text; `score` is ln P of it in its place.

    `lost` says what became of bytes without meaning in this reading: some of `PAIR`, `BYTE` (vanished), `MARK` (shown).
    """

    text: str
    end: int
    score: float
    lost: int = 0


PAIR, BYTE, MARK = 1, 2, 4


@dataclass(frozen=True, slots=True)
class _Unit:
    """One shown character out of phase, `text[start:end]`.

    "pair": two bytes; "letter": an ASCII trail byte, or, where two bytes end in one, `second`; "note": a lone byte
    before an annotation; "gone": bytes shown as a replacement mark; "stop": an ASCII character in phase, or the end.
    `narrow`: it is shown as ASCII and taken for a full-width mark.
    """

    kind: str
    start: int
    end: int
    first: int = 0
    second: int = 0
    syllable: str = ""
    narrow: bool = False


class _Node:
    """All readings so far that end in the character `last` and wait for one of the same `leads`; `score` is the best one's.

    `ways` are the nodes before it, each with the gain of this step and what it supposes lost.
    """

    __slots__ = ("last", "leads", "score", "ways")

    def __init__(self, last: str, leads: tuple[int, ...], score: float, ways: list[tuple[_Node, float, int]]) -> None:
        self.last = last
        self.leads = leads
        self.score = score
        self.ways = ways


class _Ending(NamedTuple):
    """A way to end: after `node` come `chars`, whose ln P is `gain`; the bytes are in phase again at `end`."""

    node: _Node
    chars: str
    gain: float
    end: int
    lost: int


_Nodes: TypeAlias = list[_Node]


def realign(
    damaged: str,
    place: int,
    lost: Sequence[int],
    before: str,
    model: CharModel,
    annotator: Annotator,
    *,
    sound: int = 0,
    costs: Costs = Costs(),
) -> list[Filling]:
    """The best readings of `damaged` from `place` when one of the `lost` bytes stood before it, best first.

    A reading is complete when the bytes are in phase again; scores are of equal stretches. At most a few dozen readings
    are kept at each step, so the work is bounded for each place. A "?" may be a mark or stand for bytes that mean nothing:
    both are tried, but the first `sound` characters are what they seem.
    """
    search = _Search(model, annotator, before, costs, sound)
    units = list(_units(damaged, place, len(damaged)))
    asked = any(u.kind == "pair" and damaged[u.start] == "?" for u in units[sound:])
    endings = search.endings(units, tuple(lost), supposing=False)
    if not endings or asked or not search.convincing(_readings(endings, 1)[0]):
        endings = search.endings(units, tuple(lost), supposing=True)
    if asked:
        marked = search.endings(list(_units(damaged, place, place + sound)), tuple(lost), supposing=False)
        endings.extend(e._replace(gain=e.gain - costs.asked) for e in marked)
    return _readings(_compared(damaged, endings, model), min(max(_GIVEN, len(lost)), _MOST_GIVEN))


class _Search:
    def __init__(self, model: CharModel, annotator: Annotator, before: str, costs: Costs, sound: int) -> None:
        self._model = model
        self._annotator = annotator
        self._before = before
        self._costs = costs
        self._sound = sound
        self._endings: list[_Ending] = []

    def convincing(self, filling: Filling) -> bool:
        """Whether a reading without anything vanished is so good that there is no need to suppose more."""
        fits = [self._model.fit(a, b) for a, b in pairwise(self._before + filling.text)]
        doubtful = _RARE_MARKS.intersection(filling.text[self._sound :])
        return not doubtful and min(fits, default=-99.0) > _LEAST and sum(fits) > _MEAN * len(fits)

    def endings(self, units: Sequence[_Unit], lost: tuple[int, ...], *, supposing: bool) -> list[_Ending]:
        """How the readings of `units` may end; `supposing` also those in which bytes vanished unseen."""
        nodes = [_Node(self._before, lost, 0.0, [])]
        doubts = self._doubts(units) if supposing else [False] * len(units)
        self._endings = []
        gone = 0
        for i, unit in enumerate(units):
            if unit.kind == "gone":
                gone += 1
                continue
            if gone or doubts[i]:
                if gone or self._costs.byte < _TOO_DEAR:
                    for node in nodes[:_SUPPOSING]:
                        self._byte_gone(node, unit, shown=bool(gone), begun=i > 0)
                if gone or self._costs.pair < _TOO_DEAR:
                    nodes = self._without(nodes, unit, gone)
            gone = 0
            nodes = self._through(nodes, unit, _MOST_FILLED if i else _MOST_FIRST)
            if not nodes:
                break
        return self._endings

    def _doubts(self, units: Sequence[_Unit]) -> list[bool]:
        """Before which units something may have vanished: where the character that stands there else fits badly."""
        plain = ["", *(gbkbytes.decode(a.second, b.first) if b.first else "" for a, b in pairwise(units)), ""]
        doubts = []
        for i in range(len(units)):
            made = plain[i]
            doubtful = not made or made in _RARE_MARKS or not self._model.knows(made)
            if not doubtful:
                before, after = plain[i - 1], plain[i + 1]
                fits = self._model.fit(before, made) + (self._model.fit(made, after) if after else _BAD / 2)
                doubtful = fits < _BAD
            doubts.append(doubtful and i >= self._sound)
        return doubts

    def _without(self, nodes: _Nodes, unit: _Unit, gone: int) -> _Nodes:
        """The readings with what may have stood before `unit`: as many pairs as marks are shown, else up to a few."""
        if gone:
            for _ in range(min(gone, _IN_A_ROW)):
                nodes = self._pair_gone(nodes, 0.0, MARK)
            return nodes
        if unit.kind == "stop":
            return nodes
        supposed = nodes
        for _ in range(_IN_A_ROW):
            supposed = self._pair_gone(supposed[:_SUPPOSING], self._costs.pair, PAIR)
            nodes = [*nodes, *supposed]
        return nodes

    def _through(self, nodes: _Nodes, unit: _Unit, most: int) -> _Nodes:
        """Every way in which `unit` completes the character that each node is in."""
        if unit.kind == "stop":
            return []
        grown: dict[str, _Node] = {}
        second = (unit.second,)
        shown = chr(unit.second) if unit.second and unit.kind == "letter" else ""
        after, ends = self._model.after, unit.kind != "pair"
        completions, noted = self._model.completions, unit.kind == "note"
        best, behind = -math.inf, _HOPELESS if ends else _BEHIND
        for node in nodes:
            fits, so_far = after(node.last), node.score
            if noted:
                chars = self._annotator.read_as(node.leads, unit.syllable)
            else:
                chars = completions(node.last, node.leads, unit.first, most)
            for made in chars:
                gain = fits[made]
                score = so_far + gain
                # What is so far behind will not be kept: most are.
                if score < best - behind:
                    continue
                best = max(best, score)
                if ends:
                    self._endings.append(_Ending(node, made + shown, gain, unit.end, 0))
                elif (new := grown.get(made)) is not None:
                    new.ways.append((node, gain, 0))
                    new.score = max(new.score, score)
                else:
                    grown[made] = _Node(made, second, score, [(node, gain, 0)])
        return _best(grown.values())

    def _pair_gone(self, nodes: _Nodes, cost: float, how: int) -> _Nodes:
        """Suppose that here a pair stood that means nothing in GBK and vanished in decoding, or is shown as a mark.

        The pair ends one character and begins the next, of which only the set of its lead bytes is known.
        """
        grown: dict[tuple[str, tuple[int, ...]], _Node] = {}
        best = -math.inf
        for node in nodes:
            so_far = node.score - cost
            for fits, made, leads in self._model.before_nothing(node.last, node.leads, _MOST_FILLED):
                score = so_far + fits
                if score < best - _BEHIND:
                    # They come best first.
                    break
                best = max(best, score)
                if (new := grown.get((made, leads))) is not None:
                    new.ways.append((node, fits - cost, how))
                    new.score = max(new.score, score)
                else:
                    grown[made, leads] = _Node(made, leads, score, [(node, fits - cost, how)])
        return _best(grown.values())

    def _byte_gone(self, node: _Node, unit: _Unit, *, shown: bool, begun: bool) -> None:
        """Suppose that the last byte of a character vanished alone, so that `unit` is in phase.

        It did because with the next byte it means nothing; `shown` says that the text shows a mark for it. At the very
        first place (not `begun`) several lead bytes may be in question: those that the annotation allows.
        """
        if len(node.leads) > (1 if begun else _FEW_LEADS):
            return
        fits = self._model.after(node.last)
        cost, how = (0.0, MARK) if shown else (self._costs.byte, BYTE)
        found: dict[str, float] = {}
        # A mark of one byte may have had one in the file, too; then any last byte vanishes before it. Behind a cut too little
        # is known to suppose that.
        narrow = unit.narrow and not self._sound
        for following, dearer in ((0, _ASCII), (unit.first, 0.0)) if narrow else ((unit.first, 0.0),):
            for lead in node.leads:
                for char in self._model.begun(lead, following):
                    found[char] = fits[char] - dearer
        for made in sorted(found, key=found.__getitem__, reverse=True)[:_MOST_FILLED]:
            self._endings.append(_Ending(node, made, found[made] - cost, unit.start, how))


def _best(grown: Iterable[_Node]) -> _Nodes:
    """The best nodes, best first."""
    nodes = sorted(grown, key=attrgetter("score"), reverse=True)
    least = nodes[0].score - _BEHIND if nodes else 0.0
    return [node for node in nodes[:_BEAM] if node.score >= least]


def _readings(endings: Sequence[_Ending], most: int) -> list[Filling]:
    """The best readings, best first: from their ends backward, the best beginning known for each node (A* search)."""
    heap: list[tuple[float, int, float, _Node, str, int, int]] = []
    worst = _HOPELESS - max((e.node.score + e.gain for e in endings), default=0.0)
    for count, e in enumerate(endings):
        total = -e.node.score - e.gain
        if total <= worst:
            heap.append((total, count, e.gain, e.node, e.chars, e.end, e.lost))
    heapify(heap)
    count = len(endings)
    found: dict[tuple[str, int], Filling] = {}
    while heap and len(found) < most:
        total, _, behind, node, chars, end, lost = heappop(heap)
        if not node.ways:
            found.setdefault((chars, end), Filling(chars, end, -total, lost))
            continue
        for before, gain, how in node.ways:
            gain += behind
            total = -before.score - gain
            if total <= worst:
                count += 1
                heappush(heap, (total, count, gain, before, node.last + chars, end, lost | how))
    return list(found.values())


def _compared(damaged: str, endings: Sequence[_Ending], model: CharModel) -> list[_Ending]:
    """The endings with ln P of the shown text added up to where the last of them ends."""
    last = max((e.end for e in endings), default=0)
    equal: list[_Ending] = []
    for end in {e.end for e in endings}:
        shown = _NOTE.sub("", damaged[end:last])
        if shown and _garbled(shown, model):
            continue
        rest = model.text_score(shown[:1], shown[1:], "") if shown else 0.0
        equal.extend(
            e._replace(gain=e.gain + rest + model.score(e.chars[-1], shown[0])) if shown else e
            for e in endings
            if e.end == end
        )
    return equal


def _garbled(shown: str, model: CharModel) -> bool:
    """Whether what a reading leaves as it stands is still out of phase."""
    return sum(model.fit(a, b) for a, b in pairwise(shown[:_ENOUGH])) < _GARBLED * (len(shown[:_ENOUGH]) - 0.5)


def _units(damaged: str, place: int, asked: int) -> Iterator[_Unit]:
    """What is shown from `place` on; from `asked` on "?" stands for bytes that mean nothing."""
    start = place
    while place < min(len(damaged), start + _LONGEST):
        char = damaged[place]
        if char == "?" and (tail := _TAIL.match(damaged, place + 1)) is not None:
            # The annotation behind the "?" took its bracket along.
            yield _Unit("note", place, tail.end(), syllable=tail["syllable"].lower())
            return
        if char in "\ufffd€" or (char == "?" and place >= asked):
            yield _Unit("gone", place, place + 1)
            place += 1
            continue
        if char.isascii() and 0x40 <= ord(char) < 0x7F:
            yield _Unit("letter", place, place + 1, ord(char))
            return
        raw = gbkbytes.encode(char)
        if not raw or (char == "(" and _NOTE.match(damaged, place)):
            break
        end = place + 1
        note = _NOTE.match(damaged, end)
        if note and is_reading(char, note["syllable"]):
            # The site annotated a character that only the shift had made: nothing of the text.
            end = note.end()
        if raw[1] < 0x80:
            yield _Unit("letter", place, end, raw[0], raw[1])
            return
        yield _Unit("pair", place, end, raw[0], raw[1], narrow=char.isascii())
        place = end
    yield _Unit("stop", place, place)
