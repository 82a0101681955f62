"""Guard of figures and dates: every one of the sentence must stand in the evidence, about the same thing.

Compares exact decimals by unit class; `%` never equals percentage points. A range equals its two ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.aspect import aspect_findings
from synthesis.engine.drafting.guards.basis import (
    basis_findings,
    frequency_findings,
    pair_findings,
    share_findings,
)
from synthesis.engine.drafting.guards.bearers import bearer_findings, threshold_findings, whole_as_part_findings
from synthesis.engine.drafting.guards.binding import misbound
from synthesis.engine.drafting.guards.counting import each_one, others_findings
from synthesis.engine.drafting.guards.dates import date_findings
from synthesis.engine.drafting.guards.derivation import derived, reckoned
from synthesis.engine.drafting.guards.endpoints import bound_crossed, endpoint_findings
from synthesis.engine.drafting.guards.events import event_findings
from synthesis.engine.drafting.guards.intervals import interval_findings
from synthesis.engine.drafting.guards.labels import GRADES
from synthesis.engine.drafting.guards.level_or_change import level_or_change, with_context
from synthesis.engine.drafting.guards.measure import falls_short, is_change, measure_findings, told_again
from synthesis.engine.drafting.guards.misdating import misdated
from synthesis.engine.drafting.guards.multiples import multiple_findings
from synthesis.engine.drafting.guards.nearness import rounds
from synthesis.engine.drafting.guards.numbered import numbered_findings
from synthesis.engine.drafting.guards.order import order_findings
from synthesis.engine.drafting.guards.ranks import agreed_places
from synthesis.engine.drafting.guards.rates import is_per_base, rate_findings
from synthesis.engine.drafting.guards.redated import redated_findings
from synthesis.engine.drafting.guards.restricted import restricted_findings, total_for_rate_findings, unlike_findings
from synthesis.engine.drafting.guards.shares import whole_findings
from synthesis.engine.drafting.guards.thresholds import other_sides
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.units import CLASSIFIER_GROUP, same_unit
from synthesis.engine.patterns import lazy_pattern

_LOOSE = {
    ("about", "some"), ("some", "about"), ("near", "about"), ("about", "near"), ("over", "at_least"),
    ("at_least", "over"), ("under", "at_most"), ("at_most", "under"), ("near", "under"), ("under", "near"),
    ("some", "over"), ("over", "some"),
}  # fmt: skip
_UPPER = {"over", "at_least"}
_LOWER = {"under", "at_most", "near"}
_SELF_COUNT = {"方面", "个", "类", "项", "点", "种", "大", "家", "维", "方"}


def number_findings(case: Case) -> Iterator[Finding]:
    """Objections to figures and dates of the sentence."""
    everything = [q for p in case.evidence for q in p.quantities]
    for quantity in case.sentence.quantities:
        if not _counts_itself(case.sentence, quantity) and not is_per_base(case, quantity):
            yield from _figure(case, quantity, everything)
    yield from level_or_change(case)
    yield from _rate_or_change(case)
    yield from aspect_findings(case)
    yield from date_findings(case)
    yield from endpoint_findings(case)
    yield from numbered_findings(case)
    yield from event_findings(case)
    yield from redated_findings(case)
    yield from interval_findings(case)
    yield from order_findings(case)
    yield from multiple_findings(case)
    yield from misbound(case)
    yield from misdated(case)
    yield from measure_findings(case)
    yield from whole_findings(case)
    yield from basis_findings(case)
    yield from rate_findings(case)
    yield from frequency_findings(case)
    yield from pair_findings(case)
    yield from share_findings(case)
    yield from others_findings(case)
    yield from bearer_findings(case)
    yield from whole_as_part_findings(case)
    yield from threshold_findings(case)
    yield from unlike_findings(case)
    yield from restricted_findings(case)
    yield from total_for_rate_findings(case)


def _figure(case: Case, quantity: Quantity, everything: list[Quantity]) -> Iterator[Finding]:
    sentence = case.sentence
    equal = [
        q
        for text in case.evidence
        for q in text.quantities
        if equal_value(quantity, q, everything) and _same_order(case.sentence, quantity, text, q)
    ]
    if not equal:
        if _two_ends(quantity, everything) or _difference_named(quantity, everything):
            return
        if any(rounds(quantity, q) for q in everything):
            return
        if not bound_crossed(case, quantity, everything) and derived(case, quantity, everything):
            return
        if _nth(case, quantity, everything) or each_one(case, quantity):
            return
        if quantity.unit_class == "ordinal" and int(quantity.value) in agreed_places(case):
            return
        near = sorted(everything, key=lambda q: _distance(quantity, q))[:2]
        code = _value_code(quantity, everything)
        yield Finding("number", "fail", code, (quantity.text.strip(), "、".join(q.text.strip() for q in near)))
        return
    if any(qualifier_fits(quantity.qualifier, q.qualifier) for q in equal) or quantity.high is not None:
        return
    if not quantity.qualifier and _says_bound(case, quantity, equal):
        return
    if (
        quantity.unit_class in {"months", "seconds"}
        and quantity.qualifier == "at_most"
        and "" in {q.qualifier for q in equal}
    ):
        return  # 30日以内 for 30日内
    within = any(text.text.startswith("内", q.end) for text in case.evidence for q in text.quantities if q in equal)
    if quantity.qualifier == "under" and quantity.unit_class in {"months", "seconds"} and within:
        return  # 不到半年 for 半年内
    if (
        quantity.qualifier in _UPPER | _LOWER
        and _compared_with(case.sentence, quantity)
        and {q.qualifier for q in equal} & {"", "about"}
    ):
        return
    if (
        quantity.qualifier in {"at_most", "at_least"}
        and {q.qualifier for q in equal} == {""}
        and any(_said_of(text, q, _CAP_SAID) for text in case.evidence for q in text.quantities if q in equal)
    ):
        return
    if (
        quantity.unit_class in {"ordinal", "point"}
        or quantity.unit in GRADES
        or (not quantity.qualifier and _said_of(case.sentence, quantity, _BOUND_SAID))
    ):
        return
    if quantity in other_sides(case):
        return
    found = {q.qualifier for q in equal}
    crossed = (quantity.qualifier in _UPPER and found & _LOWER) or (quantity.qualifier in _LOWER and found & _UPPER)
    parts = (with_context(sentence.text, quantity), equal[0].text.strip())
    yield Finding("number", "fail" if crossed else "check", "qualifier", parts)


def _says_bound(case: Case, quantity: Quantity, equal: list[Quantity]) -> bool:
    """Whether the words around a bare figure say the bound of the evidence: can cross at 230 km/h, 过了八十岁, across 19,400
    hectares."""
    clause = clause_at(case.sentence, quantity.start)
    told, found = clause.text if clause else "", {q.qualifier for q in equal}
    before = case.sentence.text[max(0, quantity.start - 12) : quantity.start]
    if "at_most" in found and _MAY.search(told):
        return True
    if found <= {"about", "some"} and _ROUND.search(quantity.text):
        return True  # half a million, of about 500,000
    if found & _UPPER and quantity.unit_class == "age" and before.endswith(("过了", "年过", "满")):
        return True
    return "over" in found and quantity.unit_class in {"area", "metre"} and bool(_ACROSS.search(before))


_ROUND = lazy_pattern(
    r"\b(?:half|quarter)[ -](?:an?|of an?)[ -]|\bhalf (?:million|billion)|\b(?:dozens?|hundreds|thousands)\b",
    re.IGNORECASE,
)
_MAY = lazy_pattern(r"\b(?:can|could|may)\b|可以?", re.IGNORECASE)
_ACROSS = lazy_pattern(r"\b(?:across|spread over|covering|on|in)\s(?:the\s|an?\s)?$", re.IGNORECASE)


def _same_order(sentence: Passage, quantity: Quantity, text: Passage, other: Quantity) -> bool:
    """Whether two ordinals count the same things: 第二位 is no 第二产业."""
    if quantity.unit_class != "ordinal" or sentence.language == "en":
        return True
    mine, theirs = (q.unit or _next_han(t.text, q.end) for t, q in ((sentence, quantity), (text, other)))
    return (
        (quantity.unit != "" and other.unit != "")
        or mine[:1] == theirs[:1]
        or not mine
        or not theirs
        or (not (quantity.unit and other.unit) and mine[-1:] == theirs[-1:])
    )


def _next_han(text: str, start: int) -> str:
    match = re.match(r"[\u4e00-\u9fff]{1,2}", text[start:])
    return match.group() if match else ""


_RISEN_TO = lazy_pattern(
    r"(?:增|升|涨|提高|上升|提升|降|跌|减|回落|下降|下滑)[至到](?:了|约|近|超过?|逾)?(?:原来|原先|原价|原有|此前|上年)?的?$"
    r"|\b(?:ris\w+|rose|increas\w+|grew|gr[eo]w\w*|climb\w*|up|fell|fall\w*|drop\w*|declin\w+|down) to\s+(?:about|around|nearly|some|over|more than|just)?\s*$",
    re.IGNORECASE,
)
_RATE_LEVEL = lazy_pattern(
    r"(?:[由从自为达占至到是]|达到)(?:\d{4}年)?的?(?:了|约|近|超过?|逾|仅)?$"
    r"|\b(?:from|at|to|was|were|is|accounted for|mak\w+ up|made up|reach\w*)\s+(?:about|around|nearly|some|over|more than|just|only)?\s*$",
    re.IGNORECASE,
)


def _rate_or_change(case: Case) -> Iterator[Finding]:
    """Up from 8 percent told as up by 8 percent, up by 8 percent told as up to 8 percent."""
    for quantity in case.sentence.quantities:
        if quantity.unit_class != "percent":
            continue
        changes = is_change(case.sentence, quantity, clause_at(case.sentence, quantity.start))
        left = case.sentence.text[max(0, quantity.start - 30) : quantity.start]
        level = not changes and bool(_RISEN_TO.search(left))
        short = falls_short(case.sentence, quantity)
        theirs = [
            (is_change(text, q, clause_at(text, q.start)) or falls_short(text, q), _stands_as_rate(text, q))
            for text, q in told_again(case, quantity)
        ]
        apart = (changes and all(said and not moved for moved, said in theirs)) or (
            level and all(moved and not said for moved, said in theirs)
        )
        apart = apart or (short and not any(moved for moved, _ in theirs))
        if theirs and apart and not reckoned(case, quantity, moves=True):
            yield Finding("number", "fail", "unit", (with_context(case.sentence.text, quantity), quantity.text.strip()))
            return


_GROWTH = lazy_pattern(
    r"(?i)[增降涨跌升]幅|增[速长加]|下降|减少|\b(?:higher|lower|growth|increas\w+|rise|gain|decline|drop|fall)\b"
)


def _stands_as_rate(text: Passage, quantity: Quantity) -> bool:
    """Whether a rate stands as a level, with nothing that grows named before it in its clause."""
    clause = clause_at(text, quantity.start)
    left = text.text[clause.start : quantity.start] if clause else ""
    return bool(_RATE_LEVEL.search(left)) and not _GROWTH.search(left + text.text[quantity.end :][:8])


_WEEK_SIZE = {
    "year": 12,
    "month": 1,
    "quarter": 3,
    "decade": 120,
    "week": 604800,
    "day": 86400,
    "hour": 3600,
    "minute": 60,
}
_BEFORE_NTH = lazy_pattern(r"\b(year|month|quarter|decade|week|day|hour|minute) $", re.IGNORECASE)


def _nth(case: Case, quantity: Quantity, everything: list[Quantity]) -> bool:
    """Week 68 for 68 weeks."""
    named = _BEFORE_NTH.search(case.sentence.text[: quantity.start])
    if named is None:
        return False
    value = quantity.value * _WEEK_SIZE[named[1].lower()]
    return any(q.value == value and q.unit_class in {"months", "seconds"} for q in everything)


_BOUND_SAID = lazy_pattern(
    r"上限|下限|封顶|门槛|限[流量额购速]|限制|控制在|上下|左右|大关|\b(?:cap(?:s|ped|ping)?|ceiling|limit(?:s|ed|ing)?|restrict\w+|maximum|minimum|threshold|floor|average|record|peak)\b",
    re.IGNORECASE,
)


_CAP_SAID = lazy_pattern(
    r"上限|下限|封顶|门槛|限[流量额购速]|限制|控制在|\b(?:cap|capped|ceiling|limit|limited|maximum|minimum|threshold|floor)\b",
    re.IGNORECASE,
)
_COMPARED_ZH = lazy_pattern(r"的[\u4e00-\u9fff]")
_COMPARED_EN = lazy_pattern(
    r"\b(?:above|below|under|over|beneath|than|exceed\w*)\s+(?:the|its|their|a|an)\s+$", re.IGNORECASE
)


def _compared_with(text: Passage, quantity: Quantity) -> bool:
    """Whether a figure is what something else is compared with (低于60%的平衡点, above the 3% target)."""
    if text.language == "zh":
        return bool(_COMPARED_ZH.match(text.text, quantity.end))
    return bool(_COMPARED_EN.search(text.text[max(0, quantity.start - 24) : quantity.start]))


def _said_of(text: Passage, quantity: Quantity, said: re.Pattern[str]) -> bool:
    """Whether the clause says of a figure that it is a bound (a cap of £9,250), which stands for its qualifier."""
    clause = next((c for c in text.clauses if c.start <= quantity.start < c.end), None)
    return clause is not None and bool(said.search(clause.text))


def _value_code(quantity: Quantity, everything: list[Quantity]) -> str:
    if not everything:
        return "figure_none"
    same_number = [q for q in everything if q.value == quantity.value or q.text[:1] == quantity.text[:1] == ""]
    return "unit" if same_number else "figure"


def _distance(quantity: Quantity, other: Quantity) -> tuple[int, Decimal]:
    different = 0 if same_unit((quantity.unit_class, quantity.unit), (other.unit_class, other.unit)) else 1
    return different, abs(abs(other.value) - abs(quantity.value))


def equal_value(first: Quantity, second: Quantity, everything: Iterable[Quantity] = ()) -> bool:
    """Whether two figures are the same amount in the same kind of unit, qualifiers apart."""
    if {first.unit_class, second.unit_class} == {"age", "number"}:  # a child younger than six
        return first.value == second.value
    if {first.unit_class, second.unit_class} == {"age", "months"}:  # 9,000 years old, a 9,000-year-old shrine
        years, months = (first, second) if first.unit_class == "age" else (second, first)
        return years.value * 12 == months.value
    if abs(first.value) != abs(second.value) or first.high != second.high:
        return False
    if first.unit_class == second.unit_class and first.unit_class in {"celsius", "fahrenheit"}:
        return first.value == second.value
    if _DOLLARS.search(first.text) and second.unit_class in _DOLLAR_KINDS and first.unit_class == "USD":
        return abs(first.value) == abs(second.value)  # a 58,000 dollar penalty, of Singapore dollars
    pair = (first.unit_class, first.unit), (second.unit_class, second.unit)
    if same_unit(*pair):
        return True
    if _doubled(first, second):
        return True
    classes = {first.unit_class, second.unit_class}
    if classes == {"count"} and {CLASSIFIER_GROUP.get(q.unit) for q in (first, second)} == {"matter", "occasion"}:
        return True
    # A bare number beside a counted one ("120 enrolled patients"), an ordinal beside its classifier.
    bare = first if first.unit_class == "number" else second
    return classes == {"number", "count"} and (bare.text.isascii() or bare.text.endswith(("万", "亿")))


_DOLLARS = lazy_pattern(r"(?<!US )(?<!U\.S\. )dollars?$", re.IGNORECASE)
_DOLLAR_KINDS = frozenset({"SGD", "AUD", "CAD", "HKD", "TWD", "NZD"})


def _doubled(first: Quantity, second: Quantity) -> bool:
    return first.unit_class == second.unit_class == "fold" and first.value == second.value


def qualifier_fits(mine: str, theirs: str) -> bool:
    """Whether a qualifier of the sentence says no more than the one of the evidence."""
    return mine == theirs or (mine, theirs) in _LOOSE or (mine in {"about", "some"} and not theirs)


def _two_ends(quantity: Quantity, everything: list[Quantity]) -> bool:
    """A range of the sentence whose ends the evidence gives apart, or one end of a range of the evidence."""
    unit = (quantity.unit_class, quantity.unit)
    ends = {
        abs(v)
        for q in everything
        if same_unit(unit, (q.unit_class, q.unit))
        for v in (q.value, q.high)
        if v is not None
    }
    wanted = {abs(v) for v in (quantity.value, quantity.high) if v is not None}
    if quantity.high is None:
        return any(q.high is not None for q in everything) and wanted <= {
            abs(v)
            for q in everything
            if q.high is not None and same_unit(unit, (q.unit_class, q.unit))
            for v in (q.value, q.high)
        }
    return wanted <= ends


def _difference_named(quantity: Quantity, everything: list[Quantity]) -> bool:
    """Percentage points that are exactly the difference of two rates of the evidence (30% → 35% is 5 points)."""
    if quantity.unit_class != "point":
        return False
    rates = [v for q in everything if q.unit_class == "percent" for v in (q.value, q.high) if v is not None]
    return any(abs(a - b) == abs(quantity.value) for i, a in enumerate(rates) for b in rates[i + 1 :])


def _counts_itself(sentence: Passage, quantity: Quantity) -> bool:
    """Whether the figure only counts a list of the sentence itself (从A、B与C三个方面)."""
    if quantity.unit_class not in {"count", "number"} or quantity.value > 12 or quantity.unit not in _SELF_COUNT | {""}:
        return False
    text = sentence.text
    for start, end in sentence.sentences:
        if start <= quantity.start < end:
            before = re.split(r"[，。；,;]", text[start : quantity.start])[-1]
            after = re.split(r"[。；;]", text[quantity.end : end])[0]
            return any(quantity.value in _items(part) for part in (before, after, *re.split(r"[：:]", after)[1:]))
    return False


def _items(text: str) -> frozenset[int]:
    """How many things a list may count: with every joining word, or with the last one after 、 only."""
    text = text.replace("以及", "及")
    commas = len(re.findall(r"、|, ", text))
    joined = len(re.findall(r"、|和|与|及|, and |, | and ", text))
    return frozenset({joined + 1, commas + 1, commas + 2} if commas else {joined + 1})
