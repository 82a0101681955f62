"""Bytes lost or shifted by scrapers that searched the GBK bytes of a page: found, and mended where the filling is sure.

Such a site looked for the characters it annotates, and for sentence ends, in the *bytes*, so it also hit across
character borders. `X?pin)…`: the last byte of X and the first of the next character looked like a character read
"pin"; the annotation went between the two bytes of that next character, and its "(" was swallowed with the lone lead
byte (shown as "?"). `X??…`: the page was cut inside a character. In both cases what follows is read one byte out of
phase until an ASCII trail byte brings it back. The way back: write the bytes again, put the lost byte in front, and let
a character model choose.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from synthesis.engine.text import gbkbytes
from synthesis.engine.text.annotator import Annotator
from synthesis.engine.text.charmodel import CharModel
from synthesis.engine.text.judging import WIDE, Judge, plain
from synthesis.engine.text.pinyin import SYLLABLE, has_tone, is_reading
from synthesis.engine.text.realign import BYTE, MARK, PAIR, Costs, Filling, realign
from synthesis.engine.text.wordmodel import WordModel

_LETTER = r"[A-Za-z@\[\\\]^_`{|}~]"
_NOTE = regex.compile(rf"\((?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
_STRADDLE = regex.compile(rf"(?:\?|\ufffd\(?)(?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
_ASCII_STRADDLE = regex.compile(rf"(?<={_LETTER})\((?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
_SPOT = regex.compile(r"[?\ufffd]")
_ENDS_RUN = regex.compile(_LETTER)
_STOP = regex.compile("[。!！]")
#: Rows of stops. Behind a lone byte "!!" may be a full stop and a quotation mark; two "?" may be a lone byte and a mark.
#: Three before an annotation without its bracket are bytes again.
_ROW = regex.compile(
    rf"。。+|(?<=[?])!!(?=!)!+|(?<![?!])!!+|！！+|[?][?][?]+(?!{SYLLABLE}[)]|[?])|？？+", regex.IGNORECASE
)
_HAN = regex.compile(r"\p{Script=Han}")
#: Around a question mark nothing is learned: what stands there may be the damage itself.
_AROUND = 16
#: What a cut leaves behind the lone byte looks like a sentence end, or a pause.
_CUT_AT = frozenset("？?。！!；;，,、：:…")
#: ln P by which the best filling must beat the text as it stands (cuts); where no annotation betrays a scraper, more.
_GAIN, _GAIN_ALONE = 2.0, 14.0
#: No writer puts these after a question mark: on a scraper's page the place is damaged, whatever stood there.
_NEVER_AFTER = frozenset("。；;，,、：:")
#: P that a filling of at most so many characters must have among all of them to be a repair. The longer the place, the
#: likelier that in it a pair vanished unseen, of which the fillings may not know.
_SURE = ((2, 0.75), (5, 0.94), (9, 0.98), (math.inf, 0.985))
#: A cut has no reading to vouch for it.
_SURE_CUT = 0.85
#: ln P of one character after another below which they hardly met: something may be missing between.
_NEVER_MET, _NEVER_MET_ALONE = -11.5, -14.0
#: Mean ln P of a character under which no reading is good enough to be the right one.
_SOUND = -7.0
_SHOWN = 5
#: How far the words on either side judge a filling.
_CONTEXT = 7
#: Of what may become of bytes without meaning: -ln of how often it is to be supposed, and how many times it was seen before
#: the page is looked at.
_OFTEN = {PAIR: 0.8, BYTE: 2.2, MARK: 1.5}
_BEFORE = {PAIR: 1.0, BYTE: 0.5, MARK: 0.5}
#: With so few places a page is gone through twice.
_FEW = 40
#: How far back an opening quotation mark is looked for.
_QUOTED = 150
_NARROWED = {wide: narrow for narrow, wide in WIDE.items()}


@dataclass(frozen=True, slots=True)
class Shifted:
    """A damaged place `text[start:end]`; `after` is its repair, or None with ranked `suggestions`."""

    start: int
    end: int
    after: str | None
    confidence: float
    reason: str
    suggestions: tuple[str, ...] = ()


def find_shifts(text: str) -> list[Shifted]:
    """The damaged places of `text`, ascending, not overlapping.

    A text without a single annotation of the scrapers' kind is all but left alone: its question marks are questions.
    """
    if _SPOT.search(text) is None and _ASCII_STRADDLE.search(text) is None:
        return []
    found = _Page(text).shifts()
    if text.count(",") > text.count("，"):
        # The site narrows marks everywhere: a mended place must not stand out.
        found = [_narrowed(f) for f in found]
    notes = [note for f in found if (note := _own_annotation(text, f)) is not None]
    at = -1
    apart: list[Shifted] = []
    for s in sorted([*found, *notes, *_ascii_straddles(text)], key=lambda s: (s.start, -s.end)):
        if s.start >= at:
            apart.append(s)
            at = s.end
    return apart


def _own_annotation(text: str, found: Shifted) -> Shifted | None:
    """The annotation of the last character of a place that is left as it is, so that nobody can tell whose it is."""
    note = _NOTE.match(text, found.end)
    if found.after is not None or note is None or not has_tone(note["syllable"]):
        return None
    if not any(is_reading(s[-1:], note["syllable"]) for s in found.suggestions):
        return None
    return Shifted(note.start(), note.end(), "", 0.9, "straddle")


def _narrowed(found: Shifted) -> Shifted:
    suggestions = tuple(s.translate(_NARROWED) for s in found.suggestions)
    after = None if found.after is None else found.after.translate(_NARROWED)
    return replace(found, after=after, suggestions=suggestions)


def _annotates(text: str, place: int, syllable: str) -> bool:
    return place > 0 and bool(_HAN.match(text[place - 1])) and is_reading(text[place - 1], syllable)


def _sound_parts(text: str) -> Iterator[str]:
    plain = _NOTE.sub("", text)
    at = 0
    for spot in _SPOT.finditer(plain):
        if spot.start() > at:
            yield plain[at : max(at, spot.start() - 2)]
        # A shifted run ends at a letter; without one, a little is skipped.
        straddle = _STRADDLE.match(plain, spot.start())
        start = straddle.end() if straddle else spot.end()
        letter = _ENDS_RUN.search(plain, start, start + 3 * _AROUND)
        at = max(at, letter.end() if letter else start + _AROUND)
    yield plain[at:]


def _repeating(text: str) -> float:
    """How often a stop is followed by itself, as in "好!!!": from 0 to 1.

    Rows are cut more than anything else (the bytes inside look like a sentence end), but what is left still shows rows.
    """
    rows = sum(len(row.group()) - 1 for row in _ROW.finditer(text))
    return rows / (rows + len(_STOP.findall(text))) if rows else 0.0


class _Decoder:
    """What became of bytes without meaning when the page was decoded, learned from the places that are mended for sure."""

    def __init__(self, marks: int) -> None:
        self._seen = {PAIR: 0, BYTE: 0, MARK: marks}

    @property
    def known(self) -> bool:
        """Whether any place has told."""
        return any(self._seen.values())

    def learn(self, filling: Filling) -> None:
        """Count what a certain reading supposes."""
        for how in self._seen:
            self._seen[how] += bool(filling.lost & how)

    def costs(self) -> Costs:
        """-ln P of each supposition: how often bytes mean nothing, and by the rule of succession what then became of them."""
        total = sum(self._seen.values()) + sum(_BEFORE.values())
        pair, byte, mark = (
            _OFTEN[how] - math.log((self._seen[how] + _BEFORE[how]) / total) for how in (PAIR, BYTE, MARK)
        )
        return Costs(pair, byte, mark)


class _Page:
    """A text with the models learned from it; they are made when a place first needs them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._scraped = any(has_tone(m["syllable"]) for m in _STRADDLE.finditer(text)) or any(
            has_tone(m["syllable"]) and _annotates(text, m.start(), m["syllable"]) for m in _NOTE.finditer(text)
        )
        self._found: list[Shifted] = []
        self._sound = True
        self._judge: Judge | None = None
        self._annotator = Annotator(text, _sound_parts(text))
        self._decoder = _Decoder(marks=text.count("\ufffd"))
        #: The mended text up to a place, or the end of it, and how many of the found places it holds.
        self._tail, self._at, self._gone_over = "", 0, 0

    def shifts(self) -> list[Shifted]:
        """All damaged places; of a short page twice, because only at its end it is known how the page was decoded."""
        self._pass()
        if len(self._found) <= _FEW and self._decoder.known:
            self._found = []
            self._pass()
        return self._found

    def _pass(self) -> None:
        self._tail, self._at, self._gone_over = "", 0, 0
        at = 0
        for spot in _SPOT.finditer(self._text):
            if spot.start() < at:
                continue
            shifted = self._straddle(spot.start()) or self._cut(spot.start())
            if shifted is not None:
                self._found.append(shifted)
                at = shifted.end

    @property
    def _chars(self) -> CharModel:
        return self._learned().chars

    def _learned(self) -> Judge:
        if self._judge is None:
            sound = list(_sound_parts(self._text))
            again = _repeating(self._text)
            self._judge = Judge(CharModel(sound, again), WordModel(map(plain, sound), again))
        return self._judge

    def _straddle(self, place: int) -> Shifted | None:
        text = self._text
        match = _STRADDLE.match(text, place)
        if match is None or not self._scraped:
            return None
        before = self._before(place)
        raw = gbkbytes.encode(before) if before else b""
        syllable = match["syllable"].lower()
        # The annotated "character" is the last byte before and the lost byte: its reading tells the lost byte.
        lost = self._lost(raw[1], syllable) if raw else ()
        if not lost and not has_tone(syllable):
            return None
        fillings = (
            realign(
                text,
                match.end(),
                lost or gbkbytes.LEADS,
                before,
                self._chars,
                self._annotator,
                costs=self._decoder.costs(),
            )
            if before
            else []
        )
        if not fillings:
            return Shifted(place, match.end(), None, 0.0, "straddle")
        return self._decided(place, self._judged(place, fillings), "straddle")

    def _lost(self, trail: int, syllable: str) -> tuple[int, ...]:
        """The lead bytes that with `trail` before them make a character that the site annotates with `syllable`."""
        return tuple(gbkbytes.encode(char)[1] for char in self._annotator.straddled(trail, syllable))

    def _cut(self, place: int) -> Shifted | None:
        text = self._text
        before, behind = self._before(place), text[place + 1 : place + 2]
        if behind not in _CUT_AT or not behind:
            return None
        straddle = _STRADDLE.match(text, place + 1) if self._scraped else None
        if straddle and self._lost(gbkbytes.encode("?")[1], straddle["syllable"].lower()):
            # A question's own mark, and the straddle behind it tells so.
            return None
        # A line may begin with what is cut, or a mark of one byte stand before it: then the filling must tell more.
        told = bool(gbkbytes.encode(before)) or before.isalnum()
        if before and not told and not self._scraped:
            return None
        fillings = realign(
            text, place + 1, gbkbytes.LEADS, before, self._chars, self._annotator, sound=1, costs=self._decoder.costs()
        )
        if not fillings:
            return None
        judged = self._judged(place, [*fillings, self._as_it_is(place, before, fillings)])
        as_is = next(f for f in judged if not f.text)
        judged.remove(as_is)
        # Per place, not per character: a long shifted run gains much, an intact question loses much.
        sure = self._scraped and told and behind in _NEVER_AFTER
        gained = judged[0].score - as_is.score
        if not sure and gained < (_GAIN if self._scraped and told else _GAIN_ALONE):
            return None
        # Some write "??" where one mark would do.
        if gained < _GAIN or not text[place : judged[0].end].strip("?？"):
            return self._listed(place, judged, "cut")
        return self._decided(place, judged, "cut")

    def _as_it_is(self, place: int, before: str, fillings: Sequence[Filling]) -> Filling:
        """The text unmended, as a filling of nothing, on the same scale."""
        shown = _NOTE.sub("", self._text[place : max(f.end for f in fillings)])
        return Filling("", place, self._chars.text_score(before, shown, ""))

    def _before(self, place: int) -> str:
        """The character before `place`, as mended, annotations skipped; "" when there is none."""
        return self._left(place, 1)

    def _left(self, place: int, length: int) -> str:
        """As many characters before `place`, as mended, annotations skipped, of one line. At most `_QUOTED`.

        `place` never goes back in one pass over the page, so what was gone over is kept.
        """
        for earlier in self._found[self._gone_over :]:
            mended = (
                earlier.after if earlier.after is not None else earlier.suggestions[0] if earlier.suggestions else ""
            )
            self._go_to(earlier.start)
            self._tail, self._at = self._tail + mended, earlier.end
        self._gone_over = len(self._found)
        self._go_to(place)
        return self._tail[-length:].rpartition("\n")[2]

    def _go_to(self, place: int) -> None:
        start = max(self._at, place - 10 * _QUOTED)
        self._tail = self._tail[-_QUOTED:] + _NOTE.sub("", self._text[start:place])
        self._at = place

    def _right(self, place: int) -> str:
        """What follows on the line as far as it is sound; a line end when it comes at once."""
        if self._text.startswith("\n", place):
            return "\n"
        shown = _NOTE.sub("", self._text[place : place + 6 * _CONTEXT])
        found = _SPOT.search(shown)
        return shown[: min(found.start() if found else _CONTEXT, _CONTEXT)].partition("\n")[0]

    def _judged(self, place: int, fillings: Sequence[Filling]) -> list[Filling]:
        """The best fillings with the scores of both models, words on either side included, best first."""
        judge = self._learned()
        last = max(f.end for f in fillings)
        shown = {f.end: _NOTE.sub("", self._text[f.end : last]) for f in fillings}
        left, right = self._left(place, _CONTEXT), self._right(last)
        judged, mean = judge.judged(fillings, left, right, self._left(place, _QUOTED), shown)
        self._sound = mean > _SOUND
        return judged

    def _decided(self, place: int, fillings: Sequence[Filling], reason: str) -> Shifted:
        best = fillings[0]
        sure = 1.0 / sum(math.exp(f.score - best.score) for f in fillings)
        needed = max(next(p for length, p in _SURE if len(best.text) <= length), _SURE_CUT if reason == "cut" else 0.0)
        if sure >= needed and self._sound and self._met(place, best):
            self._decoder.learn(best)
            return Shifted(place, best.end, best.text, round(min(sure, 0.98), 2), reason)
        return self._listed(place, fillings, reason)

    def _listed(self, place: int, fillings: Sequence[Filling], reason: str) -> Shifted:
        end = max(f.end for f in fillings[:_SHOWN])
        shown = dict.fromkeys(f.text + self._text[f.end : end] for f in fillings[:_SHOWN])
        return Shifted(place, end, None, 0.0, reason, tuple(shown))

    def _met(self, place: int, filling: Filling) -> bool:
        """Whether every character of a filling, and the one behind it, may well follow the one before it."""
        whole = self._left(place, 1) + filling.text + self._right(filling.end)[:1].strip()
        least = min((self._chars.fit(a, b) for a, b in pairwise(whole)), default=0.0)
        return least > (_NEVER_MET if len(filling.text) > 1 else _NEVER_MET_ALONE)


def _ascii_straddles(text: str) -> Iterator[Shifted]:
    """Annotations after a letter that, with the last byte of the character before it, looked like an annotated one."""
    for match in _ASCII_STRADDLE.finditer(text):
        letter = match.start() - 1
        before = _plain_before(text, letter)
        raw = gbkbytes.encode(before) if before else b""
        char = gbkbytes.decode(raw[1], ord(text[letter])) if raw else ""
        if char and is_reading(char, match["syllable"]) and has_tone(match["syllable"]):
            yield Shifted(match.start(), match.end(), "", 0.97, "straddle")


def _plain_before(text: str, place: int) -> str:
    """The character before `place`, annotations skipped."""
    while place and text[place - 1] == ")":
        opening = text.rfind("(", max(0, place - 9), place)
        if opening < 0 or _NOTE.fullmatch(text, opening, place) is None:
            break
        place = opening
    return text[place - 1] if place else ""
