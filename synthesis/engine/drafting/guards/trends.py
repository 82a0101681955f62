"""Rises and falls that a text tells only by its figures: from 31 to 35, two years ago 86 and now 71, 71%、60%和48% in turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.endpoints import led_to
from synthesis.engine.drafting.guards.labels import Label, labels
from synthesis.engine.drafting.guards.measure import is_change, picks_out
from synthesis.engine.drafting.guards.moves import moving
from synthesis.engine.drafting.guards.nearness import comparable
from synthesis.engine.drafting.guards.readings import Reading, readings
from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_EARLIER = lazy_pattern(
    r"去年|上年|前年|上一年|前一年|上个?月|上个?季度?|[一二两三四五六七八九十\d]+(?:年|个月|周|天)(?:之|以)?前|此前|原先|原来|原本|以往|过去|以前|年初|当时|当初|起初|最初|曾|改造前|实施前|开始时|(?<=[年月比较于])同期"
    r"|\b(?:last (?:year|month|quarter|season|week)|(?:a|one|two|three|four|five|ten|\d+) (?:years?|months?|weeks?|decades?) (?:ago|earlier|before|previously)|earlier|previous(?:ly)?|formerly|originally|initially|at first|at the (?:start|beginning|outset)|before|once|used to|prior|back then|in the past|had been)\b",
    re.IGNORECASE,
)
_LATER = lazy_pattern(
    r"今年|本年|本月|本季度?|如今|目前|现在|现为|现已|当前|眼下|今天|今日|最新|年末|年底|后来|之后|随后|此后|到了|改造后|实施后|结束时"
    r"|\b(?:this (?:year|month|quarter|season|week)|today|now|nowadays|currently|at present|these days|later|since then|afterwards|eventually|by(?! (?:\d|about|around|some|nearly))|at the end|in the end|after)\b",
    re.IGNORECASE,
)
_IN_TURN = lazy_pattern(
    r"依次|逐[年季月周次]|历年|各[年季月]|[季月年周]度?(?:的|分别)|连续|\b(?:quarterly|monthly|yearly|annual(?:ly)?|weekly|successive(?:ly)?|consecutive|in turn|respectively)\b|\b(?:across|over|in) (?:the )?(?:\w+ )?(?:quarters|months|years|weeks|seasons)\b",
    re.IGNORECASE,
)
_PERIODS = lazy_pattern(r"[季月年周]|\b(?:quarter|month|year|week|season)(?:s|ly)?\b|\bannual(?:ly)?\b", re.IGNORECASE)
_PAST = lazy_pattern(r"(?:past|running|last)-(?P<n>\d+)-(?:year|quarter|month|week)")
_LISTED = lazy_pattern(r"\s*[\u4e00-\u9fff]?(?:、|,|，)?\s*(?:和|与|及|以及|and|then)?\s*", re.IGNORECASE)
_SPREAD = lazy_pattern(r"不等|之间|区间|范围|浮动|\b(?:rang\w+|between|var(?:y|ies|ied|ying))\b", re.IGNORECASE)
_DURATIONS = frozenset({"months", "seconds"})
_NO_LEVEL = frozenset({"ordinal", "point", "fold", "discount"})
_REACH = 90
_VERB_NEAR = {"zh": 8, "en": 24}


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one thing in the order of time, the way they all go (1 up, −1 down), and the keys of the thing."""

    figures: tuple[Quantity, ...]
    way: int
    keys: frozenset[str]


@lru_cache(maxsize=2048)
def series(text: Passage) -> tuple[Series, ...]:
    """The series of a passage that rise or fall throughout."""
    found = []
    items = [i for i in labels(text) if i.quantity.unit_class not in _NO_LEVEL and i.quantity.high is None]
    items = [i for i in items if not picks_out(text, i.quantity)]
    for figures, keys in (*_lists(text, items), *_pairs(text, items)):
        values = [q.value for q in figures]
        ways = {(b > a) - (b < a) for a, b in pairwise(values)}
        if len(ways) == 1 and 0 not in ways:
            found.append(Series(figures, ways.pop(), keys))
    return tuple(found)


def _lists(text: Passage, items: list[Label]) -> Iterator[tuple[tuple[Quantity, ...], frozenset[str]]]:
    """Two or more like figures listed in a row, told of as many years, quarters or months."""
    run: list[Label] = []
    for item in [*items, None]:
        if (
            run
            and item is not None
            and comparable(run[-1].quantity, item.quantity)
            and _LISTED.fullmatch(text.text, run[-1].quantity.end, item.quantity.start)
        ):
            run.append(item)
            continue
        if len(run) > 1 and _told_by_period(text, run):
            yield tuple(i.quantity for i in run), frozenset[str]().union(*(i.near for i in run))
        run = [item] if item is not None else []


def _told_by_period(text: Passage, run: list[Label]) -> bool:
    """Whether the figures of a list are of successive times, not of things named before them."""
    start, end = text.sentence_span(run[0].quantity.start)
    dates = [d for d in text.dates if start <= d.start < end]
    spans = [d.end_year - d.year + 1 for d in dates if d.year and d.end_year]
    years = {d.year for d in dates if d.year and not d.end_year}
    if len(run) in spans or len(years) == len(run):
        return True
    told = text.text[start : run[0].quantity.start] + text.text[run[-1].quantity.end : end]
    lengths = [q.value for q in text.quantities if start <= q.start < end and q.unit_class in _DURATIONS]
    spans += [int(m["n"]) for d in dates if (m := _PAST.fullmatch(d.relative))]
    if len(run) in spans:
        return True
    counted = any(value in {len(run), 3 * len(run), 12 * len(run)} for value in lengths)
    return bool(_IN_TURN.search(told) and _PERIODS.search(told)) and (counted or len(run) > 2)


def _pairs(text: Passage, items: list[Label]) -> Iterator[tuple[tuple[Quantity, ...], frozenset[str]]]:
    """Two like figures of one thing, the second of another time than the first."""
    for number, first in enumerate(items):
        last = led_to(text, first.quantity) or _fallen_to(text, items, number)
        if last is not None:
            span = text.text[slice(*text.sentence_span(first.quantity.start))]
            if not _SPREAD.search(span) and not is_change(text, first.quantity, clause_at(text, first.quantity.start)):
                yield (first.quantity, last), first.near
            continue
        second = next((i for i in items[number + 1 :] if comparable(first.quantity, i.quantity)), None)
        if second is None or second.quantity.start - first.quantity.end > _REACH or not _one_thing(text, first, second):
            continue
        order = _order(text, first, second)
        if order:
            pair = (first.quantity, second.quantity)
            yield pair if order > 0 else pair[::-1], first.near | second.near


_FALLEN = {
    "zh": (lazy_pattern(r"[从由](?:约|近|最初的?|原来的?)?$"), lazy_pattern(r"(?:一路|直接)?[到至变成为]{1,2}(?:约|近|了)?")),
    "en": (lazy_pattern(r"\bfrom (?:about |around |some )?$", re.IGNORECASE), lazy_pattern(r"\s?(?:all the way |right )?to (?:about |around |some |just )?")),
}  # fmt: skip


def _fallen_to(text: Passage, items: list[Label], number: int) -> Quantity | None:
    """What 从310元到265元 came to: no range opens with its upper end."""
    if number + 1 == len(items):
        return None
    before, between = _FALLEN[text.language]
    first, last = items[number].quantity, items[number + 1].quantity
    if not comparable(first, last) or last.value >= first.value:
        return None
    opens = before.search(text.text[max(0, first.start - 16) : first.start])
    return last if opens and between.fullmatch(text.text, first.end, last.start) else None


def _one_thing(text: Passage, first: Label, second: Label) -> bool:
    """Whether two figures are of the same thing, the second perhaps without a word of its own."""
    clauses = clause_at(text, first.quantity.start), clause_at(text, second.quantity.start)
    changes = [is_change(text, i.quantity, c) for i, c in zip((first, second), clauses, strict=True)]
    if changes[0] != changes[1]:
        return False
    begin, stop = first.quantity.end, text.sentence_span(second.quantity.start)[1]
    until = {w.key for w in text.words if begin <= w.start < stop and _BY_THEN.search(text.text[: w.start][-12:])}
    own = frozenset(k for k in second.near - first.near if not _time_word(k) and k not in until)
    return not own and not second.names - first.names


_BY_THEN = lazy_pattern(r"\bby (?:the |its )?$", re.IGNORECASE)


def _time_word(key: str) -> bool:
    return bool(_EARLIER.search(key) or _LATER.search(key) or _TIME_KEY.fullmatch(key))


_TIME_KEY = lazy_pattern(
    r"(?:today|time|year|month|quarter|plant\w*|harvest\w*|spring|summer|autumn|winter|period|current|now|stand|only|just|level|figure)|[年月季]\w?|只|仅|降|升|增|减|为|达",
    re.IGNORECASE,
)


def _order(text: Passage, first: Label, second: Label) -> int:
    """1 where the second figure is of the later time, −1 where of the earlier, 0 where that is not told."""
    dates = first.date, second.date
    if dates[0] is not None and dates[1] is not None and not (dates[0].end_year or dates[1].end_year):
        times = [(d.year or 0, d.month or 0, d.quarter or 0, d.half or 0) for d in dates if d is not None]
        if times[0] != times[1]:
            return 1 if times[1] > times[0] else -1
    if _AGAINST.search(text.text, first.quantity.end, second.quantity.start) and _THE_ONE_BEFORE.match(
        text.text, second.quantity.end
    ):
        return -1
    start, end = text.sentence_span(first.quantity.start)
    if any(d is not None and d.year for d in dates) and _LAST_YEAR.search(text.text, start, end):
        against = _AGAINST.search(text.text, first.quantity.end, second.quantity.start)
        return -1 if against and second.date is not None and second.date.year else 0  # else it may be before or after
    marks = [_mark(text, item, first, second) for item in (first, second)]
    if marks[0] == marks[1]:
        return 0
    return 1 if marks[0] < marks[1] else -1


_LAST_YEAR = lazy_pattern(r"去年|\b(?:last|this) year\b|今年", re.IGNORECASE)
_AGAINST = lazy_pattern(r"\b(?:against|compared (?:with|to)|versus|(?:up|down) from|as opposed to)\b", re.IGNORECASE)
_THE_ONE_BEFORE = lazy_pattern(
    r"[^,.;\d]{0,24}\b(?:(?:a|the|one|\w+) (?:years?|months?|quarters?|weeks?|seasons?) (?:earlier|before|ago|previously)|(?:the )?previous (?:year|month|quarter|week|season)|previously|before)\b",
    re.IGNORECASE,
)


def _mark(text: Passage, item: Label, first: Label, second: Label) -> int:
    """1 where the words at a figure are of a later time, −1 where of an earlier, −2 where of one before that, else 0."""
    quantity = item.quantity
    start, end = text.sentence_span(quantity.start)
    if item is first:
        clause = clause_at(text, quantity.start)
        begin = max(
            (q.end for q in text.quantities if start <= q.end <= quantity.start and comparable(q, quantity)),
            default=start,
        )
        stop = min(second.quantity.start, end, clause.end if clause else end)
    else:
        begin, stop = max(start, first.quantity.end), end
        if (clause := clause_at(text, first.quantity.start)) and clause.end <= quantity.start:
            begin = max(begin, clause.end)
    told = text.text[begin:stop]
    return bool(_LATER.search(told)) - bool(_EARLIER.search(told)) - bool(_LONG_BEFORE.search(told))


_LONG_BEFORE = lazy_pattern(r"前年|\b(?:the year before last|two years (?:ago|earlier|before))\b", re.IGNORECASE)


@lru_cache(maxsize=2048)
def trends(text: Passage) -> tuple[Reading, ...]:
    """The series of a passage as readings: of an amount, of a time also as a pace that goes the other way."""
    found: list[Reading] = []
    for one in series(text):
        first, last = one.figures[0], one.figures[-1]
        wording = f"{first.text.strip()} → {last.text.strip()}"
        axes = [("amount", one.way)]
        clause = clause_at(text, last.start)
        if is_change(text, last, clause):
            axes = [("speed", one.way)]
        elif last.unit_class in _DURATIONS:
            axes.append(("speed", -one.way))
        opens, stops = sorted((first.start, last.start))
        if any(opens - _VERB_NEAR[text.language] <= r.start < stops and r.axis == "amount" for r in readings(text)):
            continue  # a word tells it
        for axis, sign in axes:
            found += moving(text, axis, sign, wording, sorted((first, last), key=lambda q: q.start), one.keys)
    return tuple(found)


_IN_A_ROW = lazy_pattern(
    r"连续|接连|连(?=[一两二三四五六七八九十\d])|\b(?:consecutive|successive|straight|running|in a row|on end)\b",
    re.IGNORECASE,
)


def steps_in_a_row(case: Case, quantity: Quantity) -> bool:
    """Whether a figure says how many quarters or years in a row something moved, of which the evidence has the values:
    three quarters for four values."""
    begin, stop = max(0, quantity.start - 4), quantity.end + 10
    if quantity.unit_class != "months" or not _IN_A_ROW.search(case.sentence.text, begin, stop):
        return False
    size = next((n for word, n in _LENGTHS if re.search(word, quantity.text, re.IGNORECASE)), 12)
    longest = max((len(one.figures) - 1 for text in case.evidence for one in series(text)), default=0)
    return 2 <= quantity.value / size <= longest


_LENGTHS = (("季|quarter", 3), ("月|month", 1), ("年|year", 12))
