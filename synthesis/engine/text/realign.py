"""Reading a double-byte run again from one byte earlier: the search behind `byteshift`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

import regex

from synthesis.engine.text import gbkbytes
from synthesis.engine.text.charmodel import CharModel
from synthesis.engine.text.pinyin import SYLLABLE, has_tone, is_reading
from synthesis.engine.text.script import is_simplified_only

_NOTE = regex.compile(rf"\((?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
_TAIL = regex.compile(rf"(?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
#: A run out of phase meets an ASCII trail byte soon; beyond this it is something else.
_LONGEST = 80
_BEAM = 32
_MOST_DROPPED = 2
_MOST_FIRSTS = 6
#: What it costs, in ln P, to suppose that a byte pair vanished: nothing beyond the characters that it makes longer.
_DROP_COST = 0.0
#: What it costs that a character belongs to Simplified text; some of these stand in Traditional text too (后, 里).
_SCRIPT_COST = 3.0
#: Mean ln P of a character above which a reading needs no further supposition.
_GOOD = -4.0


@dataclass(frozen=True, slots=True)
class Filling:
    """`text` is what stood there, up to `end` in the damaged text; `score` is ln P of it in its place."""

    text: str
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class _State:
    place: int
    pending: int
    chars: str
    score: float
    drops: int


def realign(damaged: str, place: int, lost: Sequence[int], before: str, model: CharModel) -> list[Filling]:
    """The best readings of `damaged` from `place` when one of the `lost` bytes stood before it, best first.

    A reading is complete when the bytes are in phase again. That pairs vanished is supposed only where no reading
    without that is any good. At most a few dozen are kept at each step, so the work is bounded for each place.
    """
    found = _search(damaged, place, lost, before, model, 0)
    if found and found[0].score / len(found[0].text) > _GOOD:
        return found
    return sorted([*found, *_search(damaged, place, lost, before, model, _MOST_DROPPED)], key=lambda f: -f.score)


def _search(damaged: str, place: int, lost: Sequence[int], before: str, model: CharModel, drops: int) -> list[Filling]:
    beam = [_State(place, byte, "", 0.0, drops) for byte in lost]
    done: dict[tuple[str, int], Filling] = {}
    while beam:
        following: list[_State] = []
        for state in beam:
            if state.place - place > _LONGEST:
                continue
            for made in _steps(damaged, state, before, model):
                if isinstance(made, Filling):
                    key = (made.text, made.end)
                    if key not in done or done[key].score < made.score:
                        done[key] = made
                else:
                    following.append(made)
        beam = nlargest(_BEAM, following, key=lambda s: s.score / (len(s.chars) or 1))
    return nlargest(_BEAM, done.values(), key=lambda f: f.score)


def _steps(damaged: str, state: _State, before: str, model: CharModel) -> Iterator[_State | Filling]:
    """Every way to go on from `state` by one shown character."""
    if state.place >= len(damaged):
        return
    char = damaged[state.place]
    last = state.chars[-1] if state.chars else before
    note = _NOTE.match(damaged, state.place)
    if note and state.place and is_reading(damaged[state.place - 1], note["syllable"]):
        # The site annotated a character that only the shift had made: nothing of the text.
        yield replace(state, place=note.end())
        return
    if char.isascii() and 0x40 <= ord(char) < 0x7F:
        made = gbkbytes.decode(state.pending, ord(char))
        if _plausible(made, model):
            yield Filling(state.chars + made, state.place + 1, state.score + _fits(model, last, made))
        if state.drops:
            yield from _dropped(state, char.encode(), last, model)
        return
    if char == "?":
        yield from _lone_bytes(damaged, state, last, model)
        if _swallowed(damaged, state.place) is not None:
            return
    raw = gbkbytes.encode(char)
    if not raw:
        return
    made = gbkbytes.decode(state.pending, raw[0])
    if _plausible(made, model):
        yield _State(state.place + 1, raw[1], state.chars + made, state.score + _fits(model, last, made), state.drops)
    if state.drops:
        yield from _dropped(state, raw, last, model)


def _swallowed(damaged: str, place: int) -> regex.Match[str] | None:
    """The annotation behind the "?" at `place` that took its bracket along."""
    tail = _TAIL.match(damaged, place + 1)
    return tail if tail is not None and has_tone(tail["syllable"]) else None


def _lone_bytes(damaged: str, state: _State, last: str, model: CharModel) -> Iterator[Filling]:
    """A further "?" is a lone trail byte before an ASCII character, or before an annotation whose "(" it swallowed."""
    tail = _swallowed(damaged, state.place)
    if tail is not None:
        syllable = tail["syllable"].lower()
        for made in gbkbytes.read_as(state.pending, syllable):
            yield Filling(state.chars + made, tail.end(), state.score + _fits(model, last, made))
        for scored, first, trails in _firsts(state.pending, last, model) if state.drops else ():
            for second in (c for y in trails for c in gbkbytes.read_as(y, syllable)):
                score = scored + _fits(model, first, second) - _DROP_COST
                yield Filling(state.chars + first + second, tail.end(), state.score + score)
        return
    following = damaged[state.place + 1 : state.place + 2]
    if following and not (following.isascii() and ord(following) < 0x40):
        return
    for trail in gbkbytes.TRAILS:
        made = gbkbytes.decode(state.pending, trail)
        if _plausible(made, model):
            yield Filling(state.chars + made, state.place + 1, state.score + _fits(model, last, made))


def _dropped(state: _State, raw: bytes, last: str, model: CharModel) -> Iterator[_State | Filling]:
    """Suppose that before the shown bytes `raw` a pair stood that means nothing in GBK and vanished in decoding.

    The pair ends one character and begins the next, which the first of `raw` completes: both are made at once, because
    the pair alone says nothing about its second half.
    """
    seconds: list[tuple[float, str]] = []
    for score, first, trails in _firsts(state.pending, last, model):
        following = model.completions(trails, raw[0])
        seconds.extend((score + _fits(model, first, second), first + second) for second in following)
    for score, both in nlargest(_MOST_FIRSTS, seconds):
        total = state.score + score - _DROP_COST
        if len(raw) == 1:
            yield Filling(state.chars + both, state.place + 1, total)
        else:
            yield _State(state.place + 1, raw[1], state.chars + both, total, state.drops - 1)


def _firsts(pending: int, last: str, model: CharModel) -> list[tuple[float, str, tuple[int, ...]]]:
    """The likeliest characters of `pending` and the first byte of a vanished pair, with the pair's possible second bytes."""
    known = model.vanished.get((pending, last))
    if known is None:
        firsts = []
        for x, trails in gbkbytes.undefined().items():
            made = gbkbytes.decode(pending, x)
            if _plausible(made, model):
                firsts.append((_fits(model, last, made), made, trails))
        known = model.vanished[pending, last] = nlargest(_MOST_FIRSTS, firsts)
    return known


def _fits(model: CharModel, last: str, char: str) -> float:
    """ln P of `char` after `last` in Traditional text: the scrapers' pages are in no other script."""
    return model.score(last, char) - (_SCRIPT_COST if is_simplified_only(char) else 0.0)


def _plausible(char: str, model: CharModel) -> bool:
    return bool(char) and model.knows(char)
