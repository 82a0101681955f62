"""Reading a double-byte run again from one byte earlier: the search behind `byteshift`.

What is shown out of phase is cut into units (`_Unit`): two bytes each, the last of one character and the first of the
next. So the characters between are fixed by the bytes; free are only the one whose first byte was lost, and those next
to byte pairs or bytes that meant nothing and vanished. Each unit multiplies the readings by what is free in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import pairwise

import regex

from synthesis.engine.text import gbkbytes
from synthesis.engine.text.charmodel import CharModel
from synthesis.engine.text.pinyin import SYLLABLE, is_reading

_NOTE = regex.compile(rf"\((?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
_TAIL = regex.compile(rf"(?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
#: A run out of phase meets an ASCII trail byte soon; beyond this it is something else.
_LONGEST = 160
_BEAM = 12
#: ln P of a character between its neighbours below which something may have vanished there.
_BAD = -11.0
#: ln P of an annotated character after the one before it above which nothing vanished between.
_GOOD = -7.0
#: What it costs, in ln P, to suppose that a byte pair, or a single byte, vanished unseen.
_VANISHED = 2.5
_ONE_VANISHED = 3.0
#: What it costs to suppose that a "?" stands for bytes that mean nothing.
_ASKED = 2.5
#: Marks so rare that a vanished pair between a comma and the next character (，不, ，一 for ；) is as likely.
_RARE_MARKS = frozenset("；：！？．")
_MOST_PAIRS = 48
_MOST_FIRSTS = 14
#: How many ways to fill a vanished place go on.
_MOST_FILLED = 10
_FEW = 8
#: So many of the readings so far may suppose that here something vanished.
_SUPPOSING = 5
#: Mean ln P of characters under which they are no text, and how many of them tell.
_GARBLED, _ENOUGH = -9.0, 12


@dataclass(frozen=True, slots=True)
class Filling:
    """`text` is what stood there, up to `end` in the damaged text; `score` is ln P of it in its place."""

    text: str
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class _Unit:
    """One shown character out of phase, `text[start:end]`.

    "pair": two bytes; "letter": an ASCII trail byte, or, where two bytes end in one, `second`; "note": a lone byte
    before an annotation; "gone": bytes shown as a replacement mark; "stop": an ASCII character in phase, or the end.
    """

    kind: str
    start: int
    end: int
    first: int = 0
    second: int = 0
    syllable: str = ""


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    chars: str
    pending: int


def realign(
    damaged: str, place: int, lost: Sequence[int], before: str, model: CharModel, *, sound: int = 0
) -> list[Filling]:
    """The best readings of `damaged` from `place` when one of the `lost` bytes stood before it, best first.

    A reading is complete when the bytes are in phase again; scores are of equal stretches. At most a few dozen readings
    are kept at each step, so the work is bounded for each place. A "?" may be a mark or stand for bytes that mean nothing:
    both are tried, but the first `sound` characters are what they seem.
    """
    units = list(_units(damaged, place, len(damaged)))
    done = _readings(units, lost, before, model)
    if any(damaged[u.start] == "?" and u.kind == "pair" for u in units[sound:] if u.start < len(damaged)):
        asked = _readings(list(_units(damaged, place, place + sound)), lost, before, model)
        done.extend(replace(f, score=f.score - _ASKED) for f in asked)
    return _compared(damaged, done, model)


def _readings(units: Sequence[_Unit], lost: Sequence[int], before: str, model: CharModel) -> list[Filling]:
    """The complete readings of `units`, in no order."""
    states = [_State(0.0, "", byte) for byte in lost]
    done: list[Filling] = []
    for i, unit in enumerate(units):
        following: list[_State] = []
        ahead = units[i + 1] if i + 1 < len(units) else None
        hidden = i > 0 and units[i - 1].kind == "gone"
        for rank, state in enumerate(states):
            free = (bool(i) or len(lost) <= _FEW) and rank < _SUPPOSING
            for made in _steps(state, unit, ahead, before, model, hidden=hidden, free=free):
                if isinstance(made, Filling):
                    done.append(made)
                else:
                    following.append(made)
        states = nlargest(_BEAM, following, key=lambda s: s.score)
        if not states:
            break
    return done


def _compared(damaged: str, done: list[Filling], model: CharModel) -> list[Filling]:
    """The readings with the shown text added up to where the longest of them ends."""
    if not done:
        return []
    last = max(f.end for f in done)
    equal: list[Filling] = []
    for end in {f.end for f in done}:
        shown = _NOTE.sub("", damaged[end:last])
        if shown and _garbled(shown, model):
            continue
        equal.extend(
            Filling(f.text, end, f.score + (model.text_score(f.text[-1:], shown, "") if shown else 0.0))
            for f in done
            if f.end == end
        )
    best: dict[tuple[str, int], Filling] = {}
    for f in nlargest(2 * _BEAM, equal, key=lambda f: f.score):
        best.setdefault((f.text, f.end), f)
    return list(best.values())[:_BEAM]


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
        if char == "\ufffd" or (char == "?" and place >= asked):
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
        yield _Unit("pair", place, end, raw[0], raw[1])
        place = end
    yield _Unit("stop", place, place)


def _steps(
    state: _State, unit: _Unit, ahead: _Unit | None, before: str, model: CharModel, *, hidden: bool, free: bool
) -> Iterator[_State | Filling]:
    """Every way to go on from `state` by one unit; `hidden` when a mark says that bytes before it are missing."""
    last = state.chars[-1] if state.chars else before
    if unit.kind == "gone":
        yield state
        return
    if unit.kind == "note":
        best = _BAD
        for made in gbkbytes.read_as(state.pending, unit.syllable):
            fits = model.fit(last, made)
            best = max(best, fits)
            yield Filling(state.chars + made, unit.end, state.score + fits)
        if free and (hidden or best < _GOOD):
            yield from _vanished(state, unit, last, "", model)
        return
    if unit.kind == "stop":
        yield from _one_vanished(state, unit, last, model, free=free or hidden)
        return
    made = gbkbytes.decode(state.pending, unit.first)
    known = bool(made) and model.knows(made)
    fits = model.fit(last, made) if known else 0.0
    following = _next(unit, ahead)
    if known and not hidden:
        yield _going_on(state, unit, made, state.score + fits)
    doubtful = hidden or not known or made in _RARE_MARKS
    if free and (doubtful or fits + (model.score(made, following) if following else -6.0) < _BAD):
        yield from _vanished(state, unit, last, following, model)
        yield from _one_vanished(state, unit, last, model, free=hidden)


def _next(unit: _Unit, ahead: _Unit | None) -> str:
    """The character after the one that `unit` completes, when nothing vanished between."""
    if unit.kind == "letter":
        return chr(unit.second) if unit.second else ""
    return gbkbytes.decode(unit.second, ahead.first) if ahead is not None and ahead.kind in {"pair", "letter"} else ""


def _going_on(state: _State, unit: _Unit, made: str, score: float) -> _State | Filling:
    if unit.kind == "letter":
        return Filling(state.chars + made + (chr(unit.second) if unit.second else ""), unit.end, score)
    return _State(score, state.chars + made, unit.second)


def _vanished(state: _State, unit: _Unit, last: str, following: str, model: CharModel) -> Iterator[_State | Filling]:
    """Suppose that before `unit` a pair stood that means nothing in GBK and vanished in decoding.

    The pair ends one character and begins the next, which the first byte of `unit` completes: both are made at once,
    because the pair alone says nothing about its second half.
    """
    made = _pairs(state.pending, unit.syllable if unit.kind == "note" else unit.first, model)
    scored = []
    for both in made:
        score = model.fit(last, both[0]) + model.fit(both[0], both[1])
        scored.append((score + (model.score(both[1], following) if following else 0.0), score, both))
    for _, score, both in nlargest(_MOST_FILLED, scored):
        total = state.score + score - _VANISHED
        if unit.kind == "note":
            yield Filling(state.chars + both, unit.end, total)
        else:
            yield _going_on(state, unit, both, total)


def _pairs(pending: int, second: int | str, model: CharModel) -> list[str]:
    """The likeliest two characters of `pending`, a vanished pair, and the byte `second`, or read so."""
    key = (pending, second)
    known = model.pairs.get(key)
    if known is None:
        scored: list[tuple[float, str]] = []
        for first, trails in _firsts(pending, "", model):
            common = model.score("", first)
            following = (
                [c for c in gbkbytes.read_as_any(trails, second) if model.knows(c)]
                if isinstance(second, str)
                else model.completions(trails, second)
            )
            scored.extend(
                (common + model.score(first, other) - model.form_cost(first + other), first + other)
                for other in following
            )
        known = model.pairs[key] = [both for _, both in nlargest(_MOST_PAIRS, scored)]
    return known


def _firsts(pending: int, last: str, model: CharModel) -> list[tuple[str, tuple[int, ...]]]:
    """The likeliest characters of `pending` and the first byte of a vanished pair, with the pair's possible second bytes."""
    scored = []
    for trail, seconds in gbkbytes.undefined().items():
        made = gbkbytes.decode(pending, trail)
        if made and model.knows(made):
            scored.append((model.fit(last, made), made, seconds))
    return [(made, seconds) for _, made, seconds in nlargest(_MOST_FIRSTS, scored)]


def _one_vanished(state: _State, unit: _Unit, last: str, model: CharModel, *, free: bool) -> Iterator[Filling]:
    """Suppose that the last byte of a character vanished alone, so that `unit` is in phase.

    It did because with the next byte it means nothing; `free` says that the text shows or implies a missing byte.
    """
    if unit.kind == "stop" and not free:
        return
    trails = gbkbytes.TRAILS if unit.kind == "stop" else gbkbytes.meaningless_before(unit.first)
    scored = []
    for trail in trails:
        made = gbkbytes.decode(state.pending, trail)
        if made and model.knows(made):
            scored.append((model.fit(last, made), made))
    for score, made in nlargest(_MOST_FILLED, scored):
        yield Filling(state.chars + made, unit.start, state.score + score - (0.0 if free else _ONE_VANISHED))
