"""Figures that follow from how the evidence counts: the others of one of twelve, pairs, ratios, so many per thousand, ages.

What two figures give by adding, dividing or comparing is told in `guards.reckoning`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.nearness import comparable, tells
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.lexicon.entities import PLACE_BY_SHORT
from synthesis.engine.drafting.lexicon.kinds import members
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.numerals import any_numeral
from synthesis.engine.drafting.quantities.units import CURRENCY_UNITS, UNITS
from synthesis.engine.patterns import lazy_pattern

_COUNTS = frozenset({"count", "number"})
_OTHER = lazy_pattern(r"另|其他|其余|余下|剩下|别的|\b(?:others?|remaining|further|fellow|the rest)\b", re.IGNORECASE)
_ONE_OF = lazy_pattern(r"(?<!分)之一|其一|\bone (?:of|among)\b", re.IGNORECASE)
_ROW = lazy_pattern(r"连续|接连|\b(?:straight|consecutive|successive|in a row|running)\b", re.IGNORECASE)
_AGAIN = lazy_pattern(r"再[次度]?|又|\b(?:again|another|once more)\b", re.IGNORECASE)
_FIRST = lazy_pattern(r"首[台个座家条期批艘架辆]|第一[台个座家条期批艘架辆]|\b(?:first|one)\b", re.IGNORECASE)
_SECOND = lazy_pattern(
    r"第(?P<zh>[二三四五])|\b(?P<en>second|third|fourth|fifth)\b(?! (?:quarter|half))", re.IGNORECASE
)
_RANK_OF = {"二": 2, "三": 3, "四": 4, "五": 5, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_QUARTERS = lazy_pattern(r"季|quarter", re.IGNORECASE)
_PAIRS = lazy_pattern(r"[对双]$|^\s*(?:pairs?|couples?|brace)\b")


def counted(case: Case, quantity: Quantity) -> bool:
    """Whether a figure that stands in no evidence follows from what the evidence counts."""
    if quantity.unit_class == "percent" and _split(case, quantity):
        return True
    if _in_ratio(case, quantity) or _per_base(case, quantity) or _of_each_unit_of_money(case, quantity):
        return True
    if quantity.unit_class in {"age", "number"} and _aged(case, quantity):
        return True
    if quantity.unit_class == "months" and _QUARTERS.search(quantity.text):
        named = {(d.year, d.quarter) for text in case.evidence for d in text.dates if d.quarter}
        return 3 * len(named) >= quantity.value
    if quantity.unit_class not in _COUNTS or quantity.high is not None:
        return False
    return (
        (quantity.value == len(case.evidence) and bool(_SOURCES.match(case.sentence.text, quantity.start)))
        or _others(case, quantity)
        or _of_pairs(case, quantity)
        or _ranks(case, quantity)
        or _named_together(case.sentence, quantity)
        or _places_named(case, quantity)
    )


def _beside(text: Passage, quantity: Quantity, size: int = 16) -> str:
    """The words close to a figure, those of its clause only."""
    clause = clause_at(text, quantity.start)
    start, end = (clause.start, clause.end) if clause else (0, len(text.text))
    return text.text[max(start, quantity.start - size) : min(end, quantity.end + size)]


def _others(case: Case, quantity: Quantity) -> bool:
    """Eleven others for one of twelve, twelve for one and eleven others; five for the first and the other four."""
    mine = bool(_OTHER.search(_beside(case.sentence, quantity)))
    for text in case.evidence:
        for other in text.quantities:
            if not comparable(quantity, other) or other.high is not None:
                continue
            near = _beside(text, other)
            if other.value == quantity.value + 1 and mine and _ONE_OF.search(near):
                return True
            if other.value == quantity.value - 1 and _OTHER.search(near) and _FIRST.search(text.text):
                return True
            if other.value == quantity.value - 1 and _ROW.search(near) and _AGAIN.search(text.text):
                return True
    return False


def others_findings(case: Case) -> Iterator[Finding]:
    """Twelve others told for one of twelve."""
    for quantity in case.sentence.quantities:
        if quantity.unit_class not in _COUNTS or not _OTHER.search(_beside(case.sentence, quantity, 8)):
            continue
        same = [
            (text, q)
            for text in case.evidence
            for q in text.quantities
            if comparable(quantity, q) and q.value == quantity.value
        ]
        if same and all(
            _ONE_OF.search(_beside(text, q, 8)) and not _OTHER.search(_beside(text, q)) for text, q in same
        ):
            yield Finding("number", "fail", "figure", (quantity.text.strip(), _beside(*same[0], 8).strip()))
            return


def _of_pairs(case: Case, quantity: Quantity) -> bool:
    """28列 for 14对."""
    return any(
        2 * q.value == quantity.value and (_PAIRS.search(q.text) or _PAIRS.match(text.text[q.end :]))
        for text in case.evidence
        for q in text.quantities
        if q.unit_class in _COUNTS
    )


def _ranks(case: Case, quantity: Quantity) -> bool:
    """Two for a first and a second, three for two and a third."""
    ranks = [_RANK_OF[(m["zh"] or m["en"]).lower()] for text in case.evidence for m in _SECOND.finditer(text.text)]
    before = {q.value for text in case.evidence for q in text.quantities if q.unit_class in _COUNTS}
    first = any(_FIRST.search(text.text) for text in case.evidence) or quantity.value - 1 in before
    return bool(ranks) and max(ranks) == quantity.value and first


_SOURCES = lazy_pattern(
    r"[\d一二两三四五六七八九]+[份篇则条项个]?(?:材料|来源|资料|摘录|报告|文献|报道|调查|研究)|\w+ (?:sources|reports|documents|studies|surveys|excerpts|accounts)\b",
    re.IGNORECASE,
)
_SHORT = frozenset((*PLACE_BY_SHORT, *"贵云欧东西南北"))


def _named_together(text: Passage, quantity: Quantity) -> bool:
    """中日韩三国: the names of one character that it counts stand before it."""
    size = int(quantity.value) if quantity.value <= 6 else 0
    names = text.text[max(0, quantity.start - size) : quantity.start]
    return size >= 2 and len(names) == size and set(names) <= _SHORT


_PLACES = {
    "city": lazy_pattern(r"(?:[座个]?(?:城市|市)|[ -]?cit(?:y|ies)|[ -]?towns?)$", re.IGNORECASE),
    "country": lazy_pattern(r"(?:个?(?:国家|国)|[ -]?countr(?:y|ies)|[ -]?nations?)$", re.IGNORECASE),
    "region": lazy_pattern(r"个?(?:省份|省|州)$"),
}
_CITY = lazy_pattern(
    r"(?<![全本该各外])(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,3}市|(?<=[和与及、])[\u4e00-\u9fff]{2,3}市"
)


def _places_named(case: Case, quantity: Quantity) -> bool:
    """两座城市 where the evidence names two: the places of a kind, in all the excerpts together."""
    text = case.sentence.text
    kind = next((k for k, p in _PLACES.items() if p.search(text[quantity.start : quantity.end + 2].strip())), "")
    kind = kind or next((k for k, p in _PLACES.items() if p.search(quantity.text.strip())), "")
    if not kind or quantity.value > 9:
        return False
    named = {m.thing for t in case.evidence for m in members(t.text, t.language) if m.kind == kind}
    if kind == "city":
        named |= {m.group().removesuffix("市") for t in case.evidence for m in _CITY.finditer(t.text)}
    return len(named) == quantity.value


_BORN = lazy_pattern(r"出生|生于|诞生|年生|\bborn\b|\bbirth\b", re.IGNORECASE)
_AGE = lazy_pattern(r"\b(?:aged?|years? old|was|were|at|turn\w+)\b", re.IGNORECASE)


def _aged(case: Case, quantity: Quantity) -> bool:
    """34 for someone born in 1980, of 2014; a year less before the birthday."""
    if quantity.unit_class != "age" and not _AGE.search(_beside(case.sentence, quantity)):
        return False
    for text in case.evidence:
        years = [d.year for d in text.dates if d.year and not d.end_year]
        if _BORN.search(text.text) and any(y - min(years) - quantity.value in {0, 1} for y in years):
            return True
    return False


_SPLIT = lazy_pattern(
    r"(?P<a>[一二三四五六七八九])(?P<b>[一二三四五六七八九])(?:开|分成|分账|比例|比(?=[^例]))|\b(?P<c>[1-9]\d)[-:/](?P<d>[1-9]\d)\b"
)


def _split(case: Case, quantity: Quantity) -> bool:
    """四成 for 按六四比例, 60 per cent for a 60:40 split."""
    for text in case.evidence:
        for match in _SPLIT.finditer(text.text):
            parts = [match["a"], match["b"]] if match["a"] else [match["c"], match["d"]]
            shares = [(any_numeral(part) or Decimal(0)) * (10 if match["a"] else 1) for part in parts]
            if sum(shares) == 100 and abs(quantity.value) in shares:
                return True
    return False


_N = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b)"
_RATIO = lazy_pattern(rf"(?<!from )(?P<a>{_N})(?: to |-to-|\s?[比:：∶]\s?)(?P<b>(?!0){_N})", re.IGNORECASE)
_AS_RATIO = lazy_pattern(r"比例|之比|比率|比值|配比|\b(?:ratios?|outnumber\w*|odds|proportions?)\b", re.IGNORECASE)
_SCORE = lazy_pattern(
    r"胜|负于|击败|比分|战平|\b(?:w[io]n|wins|beat\w*|los[te]|score\w*|drew|defeat\w*)\b", re.IGNORECASE
)


def _in_ratio(case: Case, quantity: Quantity) -> bool:
    """Nine to one for 71% and 8%, 1比16 for 125 and 2,010."""
    start, end = case.sentence.sentence_span(quantity.start)
    named = bool(_AS_RATIO.search(case.sentence.text, start, end))
    if not named and (quantity.high is not None or _SCORE.search(case.sentence.text, start, end)):
        return False  # from one to five, a match won by two to one
    for match in _RATIO.finditer(case.sentence.text, start, end):
        first, second = (any_numeral(match[name]) for name in ("a", "b"))
        if not (match.start() <= quantity.start < match.end()) or not first or not second:
            continue
        if not named and 1 not in (first, second):
            continue
        told = max(first, second) / min(first, second)
        return any(abs(high / low - told) <= told * Decimal("0.07") for high, low in _comparables(case) if high >= low)
    return False


def _comparables(case: Case) -> Iterator[tuple[Decimal, Decimal]]:
    """The values of every two figures of the evidence that are of one kind, or that both count something."""
    figures = [q for text in case.evidence for q in text.quantities if q.value > 0 and q.unit_class != "ordinal"][:16]
    for first, second in permutations(figures, 2):
        if comparable(first, second) or {first.unit_class, second.unit_class} <= _COUNTS:
            yield first.value, second.value


_EACH_MONEY = lazy_pattern(
    r"每[\u4e00-\u9fff]{0,4}?[一1]?(?:元|块钱)|\b(?:for|of|from|out of|in|on) (?:every|each|the) (?:dollar|euro|pound|yuan)\b",
    re.IGNORECASE,
)
_HUNDREDTHS = lazy_pattern(r"\s?p\b", re.IGNORECASE)  # cents and pence are units


def _of_each_unit_of_money(case: Case, quantity: Quantity) -> bool:
    """Twenty-five cents for every dollar, 每收入1元中有0.25元: a share told in money."""
    start, end = case.sentence.sentence_span(quantity.start)
    said = _EACH_MONEY.search(case.sentence.text, start, end)
    if said is None or quantity.high is not None:
        return False
    if said.start() <= quantity.start < said.end() and quantity.value == 1:
        return True
    if _HUNDREDTHS.match(case.sentence.text, quantity.end):
        share = quantity.value
    elif quantity.unit_class in CURRENCY_UNITS and 0 < quantity.value < 1:
        share = 100 * quantity.value
    else:
        return False
    told = replace(quantity, value=share, unit="%", unit_class="percent")
    return any(tells(told, 100 * part / whole, reckoned=True) for part, whole in _rates(case))


_BASE = lazy_pattern(
    r"每(?P<zh>[一二两三四五六七八九]?[十百千万]{1,2}|\d[\d,]*万?)(?=[名位人户个家辆张台头只亩件公平])"
    r"|\b(?:(?:per|every|each|out of)|(?P<in>in)) (?P<n>\d[\d,]*|(?:one |a |ten |one hundred |a hundred )?(?:hundred|thousand|million)|ten|\d+ million)\b(?! per ?cent|%)",
    re.IGNORECASE,
)
_SO_MANY = lazy_pattern(r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))(?: [a-z-]+)? $", re.IGNORECASE)


def _per_base(case: Case, quantity: Quantity) -> bool:
    """Three doctors per 1,000 residents for 1,560 and 520,000; one for every 333."""
    text, clause = case.sentence.text, clause_at(case.sentence, quantity.start)
    if clause is None:
        return False
    for match in _BASE.finditer(text, clause.start, clause.end):
        base = any_numeral((match["zh"] or match["n"]).lower().removeprefix("a ")) or Decimal(0)
        if match["in"] and not _SO_MANY.search(text, clause.start, match.start()):
            continue  # in 1,000 villages
        inside = match.start() <= quantity.start < match.end()
        beside = [
            q
            for q in case.sentence.quantities
            if clause.start <= q.start < clause.end and not match.start() <= q.start < match.end()
        ]
        for part, whole in _rates(case):
            if inside and any(tells(q, base * part / whole, reckoned=True) for q in beside):
                return True
            if inside and tells(quantity, whole / part, reckoned=True) and all(q.value == 1 for q in beside):
                return True
            if not inside and _round(base) and tells(quantity, base * part / whole, reckoned=True):
                return True
    return False


def _round(base: Decimal) -> bool:
    return base >= 10 and str(int(base)).strip("0") == "1"


def _rates(case: Case) -> Iterator[tuple[Decimal, Decimal]]:
    """Smaller and larger of every two counts of the evidence, in natural units."""
    counts = [
        q.value / (UNITS[q.unit].factor if q.unit in UNITS and q.unit_class not in _COUNTS else 1)
        for text in case.evidence
        for q in text.quantities
        if q.value > 0 and q.unit_class not in {"percent", "point", "fold", "ordinal", "months", "seconds"}
    ][:12]
    yield from ((a, b) for a, b in permutations(counts, 2) if a < b)
    yield from (
        (q.value, Decimal(100))
        for text in case.evidence
        for q in text.quantities
        if q.unit_class == "percent" and q.value
    )


_EACH_ONE = lazy_pattern(r"(?:一|1|one|an?) ?(?P<unit>[\u4e00-\u9fff]{1,2}|[a-z]+)", re.IGNORECASE)


def each_one(case: Case, quantity: Quantity) -> bool:
    """Whether one of a thing stands for each of them: 一亩能多打60公斤, where the evidence counts 每亩 (one hectare, per hectare)."""
    match = _EACH_ONE.fullmatch(quantity.text.strip()) if quantity.value and not quantity.qualifier else None
    if match is None:
        return False
    unit = re.escape(match["unit"])
    each = (
        rf"(?:每|单|平均)(?:一|1)?{unit}|/{unit}|{unit}均"
        if case.sentence.language == "zh"
        else rf"\b(?:per|each|every|an?) {unit}\b"
    )
    return any(re.search(each, text.text, re.IGNORECASE) for text in case.evidence)
