"""Comparisons computed: which of two things the sentence has above the other, beside the figures the evidence has of both.

The figures and what they are of are those of `guards.labels`, the sides those of `guards.compare`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import permutations

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.compare import Comparison, lettered
from synthesis.engine.drafting.guards.labels import Label, labels
from synthesis.engine.drafting.guards.measure import is_change, picks_out
from synthesis.engine.drafting.guards.nearness import comparable
from synthesis.engine.drafting.guards.types import Case, Clause, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_TIMES = frozenset({"seconds", "months"})
_HAN = lazy_pattern(r"[一-鿿]+")
#: Words that say who is better off: of a time the shorter, of what is bad neither.
_AHEAD = lazy_pattern(
    r"领先|落后|优|劣|好|差|强|弱|不及|不如|不敌|不上|逊|跑|胜|赛|压|盖|先|[上下前后]|早|晚|迟"
    r"|\b(?:better|worse|strong\w*|weak\w*|ahead|behind|outp\w+|outs\w+|lag\w*|trail\w*|underp\w+|overt\w+|eclips\w+|beat\w*)\b",
    re.IGNORECASE,
)
_QUICK = lazy_pattern(r"[快慢]|\b(?:fast|slow|quick|swift)\w*\b", re.IGNORECASE)
#: What a word can compare besides: a price, a weight, a length, an age.
_OF_CLASS = (
    (lazy_pattern(r"[贵廉]|便宜|\b(?:cheap|dear|cost|pric)\w*", re.IGNORECASE), ("currency",)),
    (lazy_pattern(r"[重轻]|\b(?:heav|light)\w*", re.IGNORECASE), ("gram",)),
    (lazy_pattern(r"[长短久]|\b(?:long|short)er\b", re.IGNORECASE), ("seconds", "months", "metre")),
    (lazy_pattern(r"[远近深浅宽窄厚薄]|\b(?:far|near|clos|deep|shallow|wid|narrow|thick|thin)\w*er\b", re.IGNORECASE), ("metre",)),
    (lazy_pattern(r"\b(?:old|young)er\b", re.IGNORECASE), ("age", "months")),
)  # fmt: skip
_BAD = lazy_pattern(
    r"成本|费|价|租|时间|耗|用时|时长|周期|天数|故障|投诉|退|流失|事故|死亡|亏|负债|排放|误|错|失业|违约|不良|缺陷|发病|污染|噪|重量|体积|延|辍|离职|空置|通胀|占地|召回"
    r"|\b(?:cost|pric|fee|fare|rent|time|wait|delay|fault|fail|complain|return|churn|accident|death|mortal|loss|debt|emission|error|unemploy|default|defect|pollut|noise|weight|vacan|inflation|injur|crim|attrition|turnover|recall|spending|expens)\w*",
    re.IGNORECASE,
)
_GROWTH = lazy_pattern(
    r"增速|增长|增幅|涨幅|升幅|降幅|跌幅|扩张|\b(?:growth|gr[eo]w\w*|increas\w+|r[io]s[ei]\w*|rose|fell|decline\w*|drop\w*|expan\w+)\b",
    re.IGNORECASE,
)
_RATE = lazy_pattern(
    r"占比|份额|比重|比例|率|\b(?:shares?|percentages?|proportions?|rates?|margins?|portion)\b", re.IGNORECASE
)
_LEVEL = Decimal("0.05")
_NEAREST = 0.7


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure of the evidence as something of which more or less can be said: its label, its value with the sign of a
    fall, and what tells it from others: words, in Chinese also pairs of characters, and grades."""

    text: Passage
    label: Label
    value: Decimal
    change: bool
    keys: frozenset[str]
    wide: frozenset[str]


@lru_cache(maxsize=2048)
def measured(text: Passage) -> tuple[Measured, ...]:
    """The figures of a passage that have a value to compare, in order."""
    found = []
    for label in labels(text):
        quantity = label.quantity
        if quantity.unit_class in {"ordinal", "point"} or picks_out(text, quantity):
            continue
        if _WHO.search(text.text[max(0, quantity.start - 40) : quantity.start]):
            continue  # those who slept less than six hours
        value = quantity.value if quantity.high is None else (quantity.value + quantity.high) / 2
        clause = clause_at(text, quantity.start)
        change = is_change(text, quantity, clause)
        falls = change and clause is not None and _FALLS.search(text.text[clause.start : quantity.start])
        region = (0, 0) if clause is None else _region(text, quantity, clause)
        keys, wide = _spread(text, label.near | label.grades, region), _spread(text, label.wide | label.grades, region)
        found.append(Measured(text, label, -value if falls else value, change, keys, wide))
    return tuple(found)


_WHO = lazy_pattern(r"\bwho\b[^,.;]{0,30}$", re.IGNORECASE)
_FALLS = lazy_pattern(
    r"(?:下降|减少|降低|下滑|下跌|回落|缩减|萎缩|降幅|跌幅|[降跌减])(?:了|达|为|约|近|超过?|逾)*$"
    r"|\b(?:fell|fall\w*|down|dropp?\w*|declin\w+|decreas\w+|shr[aiu]nk|contract\w+)(?:\s(?:by|of|about|nearly|some))*\s*$",
    re.IGNORECASE,
)


def _region(text: Passage, quantity: Quantity, clause: Clause) -> tuple[int, int]:
    """Where in its clause the words around a figure are no other like figure's; in Chinese those before it only."""
    like = [q for q in text.quantities if clause.start <= q.start < clause.end and comparable(q, quantity)]
    begin = max((q.end for q in like if q.end <= quantity.start), default=clause.start)
    if text.language == "zh":
        return begin, quantity.start
    return begin, min((q.start for q in like if q.start > quantity.start), default=clause.end)


def _spread(text: Passage, keys: frozenset[str], region: tuple[int, int]) -> frozenset[str]:
    """Keys, the pairs of characters in and around the Chinese ones, and the very forms of English words."""
    keys |= lettered(text, region)
    if text.language == "en":
        inside = [w for w in text.words if region[0] <= w.start and w.end <= region[1]]
        return keys | {_form(w.text) for w in inside if w.key in keys}
    runs = [run for key in keys for run in _HAN.findall(key)] + _HAN.findall(text.text[slice(*region)])
    return keys | {run[i : i + 2] for run in runs for i in range(len(run) - 1)}


def _form(word: str) -> str:
    """The form of an English word as no key is written, the plural apart."""
    return "=" + word.lower().removesuffix("s")


def side_keys(text: Passage, spans: tuple[tuple[int, int], ...]) -> frozenset[str]:
    """What spans of a text name: keys, pairs of Chinese characters, the very forms of English words."""
    keys = frozenset[str]().union(*(text.content_keys(*span) | lettered(text, span) for span in spans))
    if text.language == "en":
        return keys | {
            _form(w.text) for w in text.words if w.content and any(s <= w.start and w.end <= e for s, e in spans)
        }
    runs = [run for span in spans for run in _HAN.findall(text.text[slice(*span)])]
    return keys | {run[i : i + 2] for run in runs for i in range(len(run) - 1)}


@dataclass(frozen=True, slots=True)
class Standing:
    """How two figures stand to each other against what a comparison says: 1 as it says, −1 otherwise; whether they
    surely are what it compares; their wording."""

    agrees: int
    sure: bool
    wording: str


def computed(case: Case, mine: Comparison) -> Standing | None:
    """What the figures of the evidence say of a comparison of the sentence, None when they do not tell."""
    text = case.sentence
    first, second = side_keys(text, mine.here), side_keys(text, (mine.there,))
    if (named := side_keys(text, mine.here[:1])) <= second:  # of A and B, A has more
        second -= named
    first, second = first - second, second - first
    begin, stop = text.sentence_span(mine.span[0])
    items = to_compare(case, text.text[begin:stop], begin, stop)
    scored = []
    for one, other in permutations(items, 2):
        along = _along(mine.told, one, other, text.text[begin:stop]) if mine.sign else 1
        if not along or not alike_measured(one, other):
            continue
        score = fit(one.keys, other.keys, first, second) or fit(one.wide, other.wide, first, second) / 2
        if score <= 0:
            continue
        about = len(one.keys & other.keys & side_keys(text, ((begin, stop),)))
        scored.append((about, score, _stands(mine.sign, along, one.value, other.value), one, other))
    if not scored:
        return None
    nearest = max(score for _, score, *_ in scored)
    scored = [row for row in scored if row[1] >= _NEAREST * nearest]
    best = max((about, score) for about, score, *_ in scored)
    verdicts = {verdict for _, _, verdict, _, _ in scored}
    if len(verdicts) != 1 or 0 in verdicts:
        verdicts = {verdict for about, score, verdict, *_ in scored if (about, score) == best}
        if verdicts != {1}:
            return None
    one, other = next((a, b) for about, score, _, a, b in scored if (about, score) == best)
    wording = "、".join(m.label.quantity.text.strip() for m in (one, other))
    return Standing(verdicts.pop(), best[0] > 0, wording)


def to_compare(case: Case, sentence: str, begin: int, stop: int) -> list[Measured]:
    """The figures of the evidence that can be meant: changes where the sentence speaks of growth, rates where of a rate,
    those of its year where it names one."""
    items = [m for text in case.evidence if text.language == case.sentence.language for m in measured(text)]
    changes = [m for m in items if m.change]
    if changes and len(changes) < len(items):
        items = changes if _GROWTH.search(sentence) else [m for m in items if not m.change]
    rates = [m for m in items if m.label.quantity.unit_class == "percent"]
    if rates and _RATE.search(sentence):
        items = rates
    years = {d.year for d in case.sentence.dates if begin <= d.start < stop and d.year}
    dated = [m for m in items if m.label.date is not None and m.label.date.year in years]
    if len(years) == 1 and dated:
        items = [m for m in items if m.label.date is None or m in dated]
    return items[:24]


def alike_measured(one: Measured, other: Measured) -> bool:
    """Whether two figures are of one kind and time, so that one can be more than the other."""
    if one.change != other.change or not (
        comparable(one.label.quantity, other.label.quantity) or _bare_after(one, other) or _bare_after(other, one)
    ):
        return False
    dates = one.label.date, other.label.date
    return dates[0] is None or dates[1] is None or dates[0].year == dates[1].year


def _bare_after(one: Measured, other: Measured) -> bool:
    """Whether a figure without a unit goes on in that of the one before it: covers 9 square metres, the new one 12."""
    here, there = one.label, other.label
    bare = there.quantity.unit_class == "number" and not there.quantity.unit
    after = one.text is other.text and 0 < there.quantity.start - here.quantity.end < _NEXT
    return bare and after and here.quantity.unit_class not in {"percent", "number"} and bool(one.keys & other.keys)


_NEXT = 60


def fit(one: frozenset[str], other: frozenset[str], first: frozenset[str], second: frozenset[str]) -> float:
    """How well two figures are those of the two sides, 0 when they are not."""
    mine, theirs = one - other, other - one
    straight, crossed = (len(mine & first), len(theirs & second)), (len(mine & second), len(theirs & first))
    if not all(straight) or all(crossed):
        return 0
    return float(sum(straight)) / (1 + sum(crossed))


def _along(word: str, one: Measured, other: Measured, sentence: str) -> int:
    """1 where "more" of a comparing word means the greater figure, −1 where the smaller, 0 where it compares something
    else."""
    kind = one.label.quantity.unit_class
    for pattern, kinds in _OF_CLASS:
        if pattern.search(word):
            return int(any(kind == k or (k == "currency" and kind.isupper()) for k in kinds))
    if _QUICK.search(word):
        return -1 if kind in _TIMES else 1
    if _AHEAD.search(word):
        if kind in _TIMES:
            return -1
        told = sentence + "".join(m.text.text for m in (one, other))
        return 0 if _BAD.search(told) else 1
    return 1


def _stands(sign: int, along: int, one: Decimal, other: Decimal) -> int:
    """1 where two values stand as a comparison says, −1 where they do not, 0 where that is a matter of rounding."""
    size = max(abs(one), abs(other))
    apart = abs(one - other) / size if size else Decimal(0)
    if sign == 0:
        return 1 if apart <= _LEVEL else -1 if apart > 2 * _LEVEL else 0
    if one == other:
        return -1
    return 1 if (one > other) == (sign * along > 0) else -1
