"""What can be reckoned from the figures of the evidence: sums, differences, shares, multiples, levels before a change.

A closed set of operations on two figures, each told by its wording. `guards.derivation` asks whether one belongs here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.labels import label_of
from synthesis.engine.drafting.guards.measure import falls_short, is_base, is_change
from synthesis.engine.drafting.guards.nearness import COARSE, comparable, told_share
from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.units import CURRENCY_UNITS, UNITS
from synthesis.engine.patterns import lazy_pattern

#: What stands before an amount by which something moved.
BY = lazy_pattern(
    r"(?:[跌降减砍省去掉][去掉]|(?:回升|回落|反弹|攀升|下滑|跌|涨|升|降)了|增加|减少|降低|下降|提高|上升|上涨|下跌|缩短|延长|推迟|推后|延后|提前|下调|上调|增长|扩大|缩小|(?<!改造|优化|整治|更新)提升|降价|涨价|提价|减价|裁减|裁[掉撤]|削减|缩减|压[减缩]|精简|流失|损失|节[省约]|[多少][给付收花得拿交补发赚]|[超高多]出[^，。；\d]{0,6}|[较比][^，。；]{0,12}[增减多少高低快慢涨跌])(?:了|约|近|超过?|逾|将近|蓄|出|产|收|\s)*了?(?:约|近|超过?|逾)?$"
    r"|\b(?:increas\w+|decreas\w+|rose|risen|fell|fallen|dropp\w+|declin\w+|grew|shr[au]nk|shrink\w*|cut|reduc\w+|climb\w+|up|down)\b[^,.;\d]{0,30}?\bby\s+(?:about|around|nearly|some|over|more than)?\s*$"
    r"|\b(?:lost|losing|shed|shedding|cut|cutting|gained|gaining|added|adding)\s+(?:about|around|nearly|some|over|more than)?\s*$",
    re.IGNORECASE,
)
_MOST_VALUES = 30
_HUNDRED = Decimal(100)
MOVES = frozenset({"moved", "rise", "fall", "difference"})
_RATES = frozenset({"percent", "point", "fold", "ordinal", "age", "discount"})


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """One value of the evidence: a figure or an end of a range, its place, and 1 or −1 when it is a rise or a fall."""

    value: Decimal
    quantity: Quantity
    text: Passage
    changes: int


@dataclass(frozen=True, slots=True)
class Result:
    """A reckoned value in the base unit of the asked figure's class, the operation, and its operands."""

    value: Decimal
    operation: str
    operands: tuple[Value, ...]


def values_of(case: Case) -> list[Value]:
    """The values of the evidence in order, both ends of a range, at most `_MOST_VALUES`."""
    found = []
    for text in case.evidence:
        for quantity in text.quantities:
            if quantity.unit_class == "ordinal" or is_base(text, quantity):
                continue
            changes = _changes(text, quantity)
            ends = (quantity.value, quantity.high) if quantity.high is not None else (quantity.value,)
            found += [Value(abs(v), quantity, text, changes) for v in ends if v]
            found += [Value(abs(like.value), like, text, 0) for like in _with_units_before(text, quantity)]
    return found[:_MOST_VALUES]


def _with_units_before(text: Passage, quantity: Quantity) -> list[Quantity]:
    """60 metres, not 30: a bare figure read in the units of the measures before it in its sentence."""
    if quantity.unit_class != "number" or quantity.unit or quantity.high is not None or not quantity.value:
        return []
    start = max(0, text.sentence_span(quantity.start)[0] - 90)
    units = {q.unit: q.unit_class for q in text.quantities if start <= q.start < quantity.start and q.unit in UNITS}
    return [
        replace(quantity, unit=unit, unit_class=kind, value=quantity.value * UNITS[unit].factor)
        for unit, kind in units.items()
        if kind not in _RATES | {"count"}
    ]


def _changes(text: Passage, quantity: Quantity) -> int:
    """1 or −1 for a figure that says by how much something rose or fell, as a rate or as an amount; else 0."""
    left = text.text[max(0, quantity.start - 30) : quantity.start]
    by = BY.search(left)
    after = _MORE_THAN.match(text.text, quantity.end)
    if after:
        return -1 if _FALLS.search(after.group()) else 1
    clause = clause_at(text, quantity.start)
    if falls_short(text, quantity):
        return -1
    if by is None and quantity.unit_class != "point" and not is_change(text, quantity, clause):
        return 0
    said = by.group()[-16:] if by else left[max(0, clause.start - quantity.start if clause else 0) :][-16:]
    return -1 if _FALLS.search(said) else 1


_MORE_THAN = lazy_pattern(r"\s*(?:more|fewer|less|higher|lower)\s+than\b", re.IGNORECASE)
_FALLS = lazy_pattern(
    r"减|降|下|跌|缩|少|低|慢|收窄|回落"
    r"|\b(?:decreas\w+|fe[la]l\w*|dropp?\w*|declin\w+|cut|reduc\w+|lost|losing|shed\w*|down|fewer|less|lower|shr[aiu]nk|slump\w*|slid\w*)\b",
    re.IGNORECASE,
)


def results(quantity: Quantity, values: list[Value]) -> Iterator[Result]:
    """Every value in the class of `quantity` that two (for sums up to six) values of the evidence give."""
    if quantity.unit_class == "percent":
        yield from _shares(values)
    elif quantity.unit_class == "fold":
        yield from _multiples(values)
    elif quantity.unit_class == "point":
        for kind in ("percent", "number"):  # of an index or a score too
            rates = [v for v in values if v.quantity.unit_class == kind]
            yield from (Result(abs(a.value - b.value), "difference", (a, b)) for a, b in combinations(rates, 2))
        shares = list(_next_shares(values))
        yield from (
            Result(abs(a.value - b.value), "difference", a.operands + b.operands) for a, b in combinations(shares, 2)
        )
    elif quantity.unit_class not in _RATES:
        yield from _amounts(quantity, values)


def _like(quantity: Quantity, values: list[Value]) -> list[Value]:
    money = CURRENCY_UNITS if quantity.unit_class == "number" and abs(quantity.value) >= 1000 else {}  # half a billion
    return [v for v in values if comparable(quantity, v.quantity) or v.quantity.unit_class in money]


def _groups(values: list[Value]) -> Iterator[list[Value]]:
    """Neighbouring amounts of one kind in one sentence: the parts of a total that is not told."""
    for size in (3, 4, 5):
        for i in range(len(values) - size + 1):
            group = values[i : i + size]
            first = group[0]
            if first.quantity.unit_class not in _RATES and all(
                v.text is first.text and comparable(v.quantity, first.quantity) and v.quantity is not first.quantity
                for v in group[1:]
            ):
                yield group


def _left_over(group: list[Value]) -> Decimal:
    """What a whole leaves beside the parts that follow it, 0 when the first is no whole."""
    left = group[0].value - sum((v.value for v in group[1:]), Decimal(0))
    return max(left, Decimal(0))


def _pairs(values: list[Value]) -> Iterator[tuple[Value, Value]]:
    """Larger and smaller of two values that are of one kind and no rates."""
    for a, b in combinations(values, 2):
        if a.quantity.unit_class not in _RATES and comparable(a.quantity, b.quantity) and a.value != b.value:
            yield (a, b) if a.value > b.value else (b, a)


def _amounts(quantity: Quantity, values: list[Value]) -> Iterator[Result]:
    like = _like(quantity, values)
    for a, b in combinations(like, 2):
        if a.quantity is b.quantity and quantity.qualifier in {"about", "some"}:
            yield Result((a.value + b.value) / 2, "middle", (a, b))
        level, change = (b, a) if a.changes else (a, b)
        if bool(a.changes) == bool(b.changes):
            yield Result(abs(a.value - b.value), "difference", (a, b))
            yield Result(a.value + b.value, "sum", (a, b))
        else:
            yield Result(level.value - change.changes * change.value, "before", (a, b))
    for size in range(3, 7):
        for i in range(len(like) - size + 1):
            group = like[i : i + size]
            yield Result(sum((v.value for v in group), Decimal(0)), "sum", tuple(group))
    for group in _groups(like):
        if left := _left_over(group):
            yield Result(left, "rest", tuple(group))
    for whole in like:
        for rate in values:
            yield from _scaled(whole, rate)
    if quantity.unit_class in CURRENCY_UNITS or quantity.unit_class in _SOLD_BY | COUNTED:
        yield from _products(quantity, values)
    yield from _by_period(like) if quantity.unit_class == "seconds" else ()
    if quantity.unit_class not in {"months", "seconds"}:
        for a in like:
            for b in values:
                if b.quantity.unit_class in {"count", "number"} and b is not a and b.value > 1:
                    yield Result(a.value / b.value, "each", (a, b))
                elif b.quantity.unit_class in _SOLD_BY and b.quantity.unit_class != quantity.unit_class:
                    natural = b.value / UNITS[b.quantity.unit].factor if b.quantity.unit in UNITS else b.value
                    yield Result(a.value / natural, "each", (a, b))
        if quantity.unit_class not in COUNTED:
            yield from _by_period(like)
        if quantity.unit == "人":  # 61万人次 at 1,106 performances: 550 people each
            visits = [v for v in values if v.quantity.unit == "人次"]
            others = [v for v in values if v.quantity.unit_class in {"count", "number"} and v.value > 1]
            yield from (Result(a.value / b.value, "each", (a, b)) for a in visits for b in others if a is not b)


_MONTHLY = lazy_pattern(r"每个?月|月均|月[租薪]|\b(?:a|per|each|every) month\b|\bmonthly\b", re.IGNORECASE)
_YEARLY = lazy_pattern(r"每年|年均|年[租薪]|\b(?:a|per|each|every) year\b|\b(?:annual\w*|yearly)\b", re.IGNORECASE)


def _by_period(like: list[Value]) -> Iterator[Result]:
    """The amount of a year for that of a month, and the reverse."""
    for value in like:
        span = value.text.text[slice(*value.text.sentence_span(value.quantity.start))]
        yield from [Result(12 * value.value, "yearly", (value,))] if _MONTHLY.search(span) else []
        yield from [Result(value.value / 12, "monthly", (value,))] if _YEARLY.search(span) else []


def _scaled(whole: Value, rate: Value) -> Iterator[Result]:
    """A part of a whole, the rest, the whole of a part; the level before a rise or fall and by how much it moved."""
    kind, pair = rate.quantity.unit_class, (whole, rate)
    if kind == "percent" and rate.value < 1000:
        share = rate.value / _HUNDRED
        if rate.changes:
            factor = 1 + rate.changes * share
            if factor > 0:
                yield Result(whole.value / factor, "before", pair)
                yield Result(abs(whole.value - whole.value / factor), "moved", pair)
                yield Result(whole.value * factor, "after", pair)
            return
        yield Result(whole.value * share, "part", pair)
        yield Result(whole.value / share, "whole", pair)
        if share < 1:
            yield Result(whole.value * (1 - share), "rest", pair)
    elif kind == "discount":
        kept = rate.value / (10 if rate.value < 10 else 100)
        yield from (Result(whole.value / kept, "before", pair), Result(whole.value * kept, "after", pair))
    elif kind == "fold":
        yield Result(whole.value / rate.value, "before", pair)
        yield Result(whole.value * rate.value, "after", pair)


COUNTED = frozenset({"count", "number"})
_SOLD_BY = frozenset({"gram", "area", "metre", "litre", "volume", "energy", "power", "seconds"})
_PER = lazy_pattern(
    r"每|/|[亩户人件台单年月日周天班村县]均|[亩单][产价]|各(?![种类地界])|\b(?:per|each|every|apiece|an?)\b",
    re.IGNORECASE,
)


def _products(quantity: Quantity, values: list[Value]) -> Iterator[Result]:
    """A price times a count."""
    for price in _like(quantity, values):
        each = _PER.search(price.text.text) is not None
        for count in values:
            if count.quantity.unit_class in {"count", "number", "months"} and count is not price:
                if quantity.unit_class in COUNTED and not each:
                    continue
                yield Result(price.value * count.value, "product", (price, count))
            elif each and count.quantity.unit_class in _SOLD_BY and count.quantity.unit in UNITS:
                natural = count.value / UNITS[count.quantity.unit].factor
                yield Result(price.value * natural, "product", (price, count))


def _shares(values: list[Value]) -> Iterator[Result]:
    told = [v.value for v in values if v.quantity.unit_class == "percent" and not v.changes]
    for high, low in _pairs(values):
        wholes = [v.value for v in values if v.value > high.value and comparable(v.quantity, low.quantity)]
        if not told_share(low.value, wholes, told):
            yield Result(_HUNDRED * low.value / high.value, "share", (low, high))
        yield Result(_HUNDRED * (high.value - low.value) / high.value, "fall", (low, high))
        yield Result(_HUNDRED * (high.value - low.value) / high.value, "rest", (low, high))
        yield Result(_HUNDRED * (high.value - low.value) / low.value, "rise", (low, high))
        if low.changes and not high.changes:  # 86 hectares, 19 more than before
            before = high.value - low.changes * low.value
            yield Result(_HUNDRED * low.value / before, "rise" if low.changes > 0 else "fall", (low, high))
    for group in _groups(values):
        total = sum((v.value for v in group), Decimal(0))
        if left := _left_over(group):
            yield Result(_HUNDRED * left / group[0].value, "rest", tuple(group))
            continue
        if 2 * max(v.value for v in group) >= total:
            continue  # a whole beside its parts
        yield from (Result(_HUNDRED * v.value / total, "share", (v, *group)) for v in group)
    rates = [v for v in values if v.quantity.unit_class == "percent"]
    yield from (
        Result((a.value + b.value) / 2, "middle", (a, b)) for a, b in pairwise(rates) if a.quantity is b.quantity
    )
    yield from (Result(_HUNDRED - r.value, "rest", (r,)) for r in rates if r.value < _HUNDRED and not r.changes)
    for level in (r for r in rates if not r.changes):
        for change in (v for v in values if v.quantity.unit_class == "point"):
            yield Result(level.value - change.changes * change.value, "before", (level, change))
    for rate in (r for r in rates if r.changes):  # grew by 22.5%, 6.1 points faster than the year before
        for change in (v for v in values if v.quantity.unit_class == "point" and _PACE.search(v.text.text)):
            yield Result(rate.value - change.changes * change.value, "before", (rate, change))
    for a, b in combinations(rates, 2):
        yield Result(a.value + b.value, "sum", (a, b))
        if not (a.changes or b.changes):
            yield Result(_HUNDRED - a.value - b.value, "rest", (a, b))
            yield Result(a.value * b.value / _HUNDRED, "part", (a, b))
        if a.quantity is b.quantity or _one_measure(a, b):
            yield Result(_HUNDRED * min(a.value, b.value) / max(a.value, b.value), "ratio", (a, b))
            yield Result(_HUNDRED * abs(a.value - b.value) / max(a.value, b.value), "fall", (a, b))
            yield Result(_HUNDRED * abs(a.value - b.value) / min(a.value, b.value), "rise", (a, b))
    for i in range(len(rates) - 2):
        yield Result(sum((v.value for v in rates[i : i + 3]), Decimal(0)), "sum", tuple(rates[i : i + 3]))
    yield from (Result(r.value - _HUNDRED, "rise", (r,)) for r in rates if r.value > _HUNDRED and not r.changes)
    folds = [v for v in values if v.quantity.unit_class == "fold" and v.value]
    yield from (Result(_HUNDRED * f.value, "ratio", (f,)) for f in folds if f.value != 1)
    yield from (Result(r.value / f.value, "before", (r, f)) for r in rates for f in folds)
    for value in values:
        if value.quantity.unit_class == "fold" and value.value:
            yield Result(_HUNDRED / value.value, "share", (value,))
            yield Result(_HUNDRED * (value.value - 1), "rise", (value,))


_PACE = lazy_pattern(r"[增涨降跌]速|[增涨降跌]幅|\b(?:pace|growth|faster|slower|quicker)\b", re.IGNORECASE)


def _one_measure(first: Value, second: Value) -> bool:
    """Whether two rates are of the same thing: most of what tells the one tells the other."""
    if first.text is second.text and first.quantity.start < second.quantity.start:
        between = first.text.text[first.quantity.end : second.quantity.start]
        if len(between) <= 40 and _TO_FROM.search(between):
            return True
    mine, theirs = near(first), near(second)
    return 2 * len(mine & theirs) > max(len(mine), len(theirs))


_TO_FROM = lazy_pattern(
    r"^[^，。；,;]*(?:[至到为]|上年|去年|前)|\b(?:from|to|against|compared (?:with|to)|versus|than|before|previously)\b",
    re.IGNORECASE,
)


def near(value: Value) -> frozenset[str]:
    """Keys of the words that a value is of."""
    label = label_of(value.text, value.quantity)
    return label.near | label.elided if label else frozenset()


def _next_shares(values: list[Value]) -> Iterator[Result]:
    """What each count is of the larger like one told just before it: 42 of 48 pupils."""
    for whole, part in pairwise(values):
        same = whole.text is part.text and comparable(whole.quantity, part.quantity)
        if same and whole.quantity.unit_class in {"count", "number"} and part.value < whole.value:
            yield Result(_HUNDRED * part.value / whole.value, "share", (part, whole))


def _multiples(values: list[Value]) -> Iterator[Result]:
    for a, b in combinations(values, 2):
        same = a.quantity.unit_class in {"percent", "fold"} and a.quantity.unit_class == b.quantity.unit_class
        if (same or a.quantity.unit_class not in _RATES) and comparable(a.quantity, b.quantity):
            yield Result(max(a.value, b.value) / min(a.value, b.value), "multiple", (a, b))
    rates = [v for v in values if v.quantity.unit_class == "percent"]
    for high, low in _pairs(values):
        grown = _HUNDRED * (high.value - low.value) / low.value
        yield from (Result(max(grown, r.value) / min(grown, r.value), "pace", (high, low, r)) for r in rates)
    for value in values:
        if value.quantity.unit_class == "percent":
            if value.changes or value.value >= _HUNDRED:
                yield Result(1 + value.value / _HUNDRED, "multiple", (value,))
            if value.value <= 50 and COARSE.search(value.quantity.text):
                yield Result(_HUNDRED / value.value, "multiple", (value,))
