"""Figures that follow from those of the evidence: sums, differences, shares, multiples, rests, spans of time.

A small whole number follows too easily from others, so it needs words that say how (合计, 相差, of them); a figure of
three digits that equals a sum or a difference does so for a reason.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at, similarity
from synthesis.engine.drafting.guards.bare import bare_difference, bare_token, unit_left_out, with_units_beside
from synthesis.engine.drafting.guards.bearers import of_the_part, rests
from synthesis.engine.drafting.guards.conversion import (
    told_by_rate,
    told_by_ratio,
    told_of_water,
    told_per_other_number,
    told_per_other_unit,
    told_per_time,
)
from synthesis.engine.drafting.guards.counting import counted
from synthesis.engine.drafting.guards.cues import both_named, cued, cued_each
from synthesis.engine.drafting.guards.durations import duration
from synthesis.engine.drafting.guards.hundredths import told_in_hundredths
from synthesis.engine.drafting.guards.labels import Label, label_of, labels
from synthesis.engine.drafting.guards.listing import listed
from synthesis.engine.drafting.guards.measure import falls_short
from synthesis.engine.drafting.guards.multiples import multiple_holds
from synthesis.engine.drafting.guards.nearness import breadth, comparable, tells
from synthesis.engine.drafting.guards.negations import marks_in
from synthesis.engine.drafting.guards.ordinals import ordinal_follows, ordinal_said, ranks_apart
from synthesis.engine.drafting.guards.proportion import fraction_holds
from synthesis.engine.drafting.guards.reckoning import BY, MOVES, Result, Value, near, results, values_of
from synthesis.engine.drafting.guards.rivals import of_another, of_other_years, runs_against, turned
from synthesis.engine.drafting.guards.runs import same_run
from synthesis.engine.drafting.guards.trends import steps_in_a_row
from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.likeness import same_value
from synthesis.engine.patterns import lazy_pattern

_REST = lazy_pattern(
    r"其余|余下|剩余|剩下|其他|另外|另有|其中|[以之]外|\b(?:remaining|rest|others?|remainder|balance|except|excluding|apart from)\b",
    re.IGNORECASE,
)
#: Names a part by what it is not: 非本科院校, 医院以外的机构, non-food items.
_NAMED_BY_OTHERS = lazy_pattern(
    r"非(?!常|凡|洲|得)[\u4e00-\u9fff]{2}|[以之]外的|\bnon-[a-z]|\b(?:other than|apart from|except for|excluding)\b",
    re.IGNORECASE,
)
_OTHERS = lazy_pattern(r"其余|余下|剩余|剩下|\b(?:remaining|the rest|the others|remainder)\b", re.IGNORECASE)


def derived(case: Case, quantity: Quantity, everything: list[Quantity]) -> bool:
    """Whether a figure of the sentence that stands in no evidence follows from the figures that do."""
    if same_run(case, quantity):
        return True
    if quantity.unit_class == "ordinal":
        return ordinal_follows(case, quantity, everything)
    if ordinal_said(quantity, everything) or bare_token(case, quantity) or listed(case, quantity):
        return True
    if ranks_apart(case.sentence, quantity, everything):
        return True
    if any(d.relative.split("-")[1:2] == [str(quantity.value)] for text in case.evidence for d in text.dates):
        return True
    if told_per_other_unit(case, quantity) or told_per_other_number(case, quantity) or told_per_time(case, quantity):
        return True
    if told_in_hundredths(case, quantity):
        return True
    if told_of_water(case, quantity) or told_by_rate(case, quantity) or told_by_ratio(case, quantity):
        return True
    if unit_left_out(case.sentence, quantity, everything) or counted(case, quantity):
        return True
    if bare_difference(case.sentence, quantity, everything):
        return True
    if quantity.unit_class in {"months", "seconds"} and duration(case, quantity):
        return True
    if quantity.high is not None:
        return False
    if multiple_holds(case, quantity) or steps_in_a_row(case, quantity):
        return True
    holds = fraction_holds(case, quantity)
    if holds is None:
        return any(reckoned(case, reading) for reading in (quantity, *with_units_beside(case.sentence, quantity)))
    return holds


@lru_cache(maxsize=512)
def reckoned(case: Case, quantity: Quantity, *, moves: bool = False) -> bool:
    """Whether a figure is what the figures of the evidence give by an operation that its wording tells.

    With `moves` only differences count: for a figure that the evidence also gives of something else.
    """
    if _in_place(case, quantity):
        return False
    words_near = _words_near(case.sentence, quantity)
    level, way = _told_as_level(case.sentence, quantity), _way(words_near)
    rest = any(_REST.search(text.text) for text in case.evidence)
    label = label_of(case.sentence, quantity)
    mine = label.near if label else frozenset()
    left = max(0, quantity.start - 16)
    by = _BY.search(case.sentence.text, left, quantity.start) or BY.search(case.sentence.text, left, quantity.start)
    beside = _NAMED_BY_OTHERS.search(words_near) is not None
    found = list(results(quantity, [*values_of(case), *_told_before(case, quantity)]))
    digits = len(quantity.value.normalize().as_tuple().digits)
    each = cued_each(case.sentence.text)
    replaced = label is not None and _replaces(case, label)
    rare = (
        not (replaced or moves)
        and breadth(quantity) * len({r.value for r in found if each or r.operation != "each"}) <= _CHANCE
    )
    for result in found:
        if not tells(quantity, result.value, reckoned=True) or (moves and result.operation not in MOVES):
            continue
        if level and result.operation in MOVES and not (rare or (beside and result.operation == "difference")):
            continue
        if (by and result.operation in _SHARES) or _against_wording(case, quantity, result, way):
            continue
        words = words_near if result.operation in MOVES else case.sentence.text
        told = cued(quantity, result, words) or rare or both_named(case.sentence, quantity, result)
        told = told or (rest and result.operation in _OF_REST and quantity.unit_class != "percent")
        told = told or (
            not (moves or replaced)
            and result.value == abs(quantity.value)
            and digits >= _EXACT.get(result.operation, 99)
        )
        told = told or (
            not replaced and result.operation in {"part", "after", "before"} and bool(mine & near(result.operands[-1]))
        )
        told = told or (level and result.operation == "after" and result.value == abs(quantity.value))
        averaged = (
            result.operation == "each" and each and (result.value == abs(quantity.value) or rare or len(found) <= _FEW)
        )
        moved_by = by is not None and result.operation in MOVES and result.value == abs(quantity.value) and digits > 1
        if (
            told
            and (averaged or moved_by or _related(case.sentence, result))
            and not of_another(case, quantity, result, found)
        ):
            return not of_other_years(case, quantity, result, found)
    return False


def _against_wording(case: Case, quantity: Quantity, result: Result, way: int) -> bool:
    """Whether the words of a figure tell another operation, or the same one the other way, than the one that gives it."""
    if result.operation == "difference" and (way * turned(result) < 0 or runs_against(case, quantity, result, way)):
        return True
    if (result.operation == "rise" and way < 0) or (result.operation == "fall" and way > 0):
        return True  # from 310 to 465 is up by a half, 465 to 310 down by a third
    lengths = {v.quantity.unit_class for v in result.operands} <= {"months", "seconds"}
    if quantity.unit_class == "percent" and lengths and not _SHORTER.search(_words_near(case.sentence, quantity)):
        return True  # 9 and 12 years make nothing a third
    if result.operation == "rest" and (
        _share_told(case.sentence, quantity, result)
        or (quantity.unit_class == "percent" and not _rest(case, quantity, result))
    ):
        return True
    if _HALVED.search(quantity.text) and result.operation != "fall":
        return True
    return bool(_DOUBLED.search(quantity.text) and _HALVED.search(result.operands[0].quantity.text))


_SHORTER = lazy_pattern(
    r"[缩压]短|延长|提[前早速]|推迟|加快|放慢|[快慢短长早晚减增少多省]|\b(?:short\w*|long\w*|fast\w*|slow\w*|quick\w*|early|earlier|late|later|less|more|fewer|cut\w*|reduc\w*|extend\w*|increas\w*|sav\w*|of)\b",
    re.IGNORECASE,
)
_OR = lazy_pattern(r"[^.;，。；\d]{0,24}(?:,? or |,? equal to |,? equivalent to |\(|（|，约?占)\D{0,12}", re.IGNORECASE)


def _replaces(case: Case, mine: Label) -> bool:
    """Whether a figure stands where the evidence has another of its kind, of all the same words and no other date, which
    the sentence does not tell: then only words that say so make it a reckoned one."""
    if not mine.near or mine.quantity.unit_class == "percent":
        return False
    everything = [(text, item) for text in case.evidence for item in labels(text)]
    rated = frozenset[str]().union(*(o.near for _, o in everything if o.quantity.unit_class == "percent"))
    return any(
        comparable(mine.quantity, item.quantity)
        and mine.last & item.last
        and not (mine.near - item.near) & rated
        and mine.near <= text.content_keys(*text.sentence_span(item.quantity.start))
        and (mine.date is None or item.date is None or mine.date.year == item.date.year)
        and not any(same_value(item.quantity, q) for q in case.sentence.quantities)
        for text, item in everything
    )


def _share_told(sentence: Passage, quantity: Quantity, result: Result) -> bool:
    """Whether a figure is told as the very share of which it would be the rest (58 million, or 38 per cent)."""
    rate = result.operands[-1].value
    return any(
        q.unit_class == "percent" and abs(q.value) == rate and _OR.fullmatch(sentence.text, quantity.end, q.start)
        for q in sentence.quantities
    )


def _told_before(case: Case, quantity: Quantity) -> list[Value]:
    """The figures that the sentence itself has reckoned before this one: 54% of the 3.5 million it has just summed up."""
    stated = {(q.unit_class, abs(q.value)) for text in case.evidence for q in text.quantities}
    found = [
        Value(abs(q.value), q, case.sentence, 0)
        for q in case.sentence.quantities
        if q.end <= quantity.start
        and q.value
        and q.high is None
        and q.unit_class not in {"ordinal", "point", "fold"}
        and (q.unit_class, abs(q.value)) not in stated
        and reckoned(case, q)
    ]
    return found[-_MOST_TOLD:]


_FEW, _MOST_TOLD = 4, 6
_SHARES = frozenset({"share", "part", "ratio"})
_BY = lazy_pattern(
    r"\bby (?:about |around |nearly |almost |some |over |more than |only |just )*(?:an? )?$", re.IGNORECASE
)
_OF_REST = frozenset({"difference", "sum"})
_DOUBLED = lazy_pattern(r"翻|doubl", re.IGNORECASE)
_HALVED = lazy_pattern(r"减半|腰斩|halv", re.IGNORECASE)
_SUMMED = lazy_pattern(
    r"共|合计|总|累计|全年|\b(?:altogether|in all|in total|total\w*|combined|together)\b", re.IGNORECASE
)
#: Digits from which on an exact result needs no word.
_EXACT = {"difference": 2, "sum": 2, "before": 3, "rest": 3}
#: A figure that so few values could meet needs no word for the operation: it would hardly meet one by chance.
_CHANCE = Decimal("0.3")


_COPY = 0.8
_EDGE = {"zh": 3, "en": 10}


def _in_place(case: Case, quantity: Quantity) -> bool:
    """Whether a clause repeats one of the evidence with another figure in the very place: a slip, nothing reckoned."""
    clause = clause_at(case.sentence, quantity.start)
    if clause is None:
        return False
    left, right = _edges(case.sentence, quantity)
    for text in case.evidence:
        for other in text.quantities:
            there = clause_at(text, other.start)
            if there is None or other.unit_class != quantity.unit_class or _edges(text, other) != (left, right):
                continue
            summed = _SUMMED.search(case.sentence.text) and not _SUMMED.search(text.text)
            if similarity(clause, there) >= _COPY and not summed:
                return True
    return False


def _edges(text: Passage, quantity: Quantity) -> tuple[str, str]:
    """A few characters on both sides of a figure, qualifiers apart."""
    size = _EDGE[text.language]
    left = text.text[: quantity.start].rstrip("约近超过逾了达到至为 ")[-size:]
    return left, text.text[quantity.end : quantity.end + size - 1].strip()


def _words_near(sentence: Passage, quantity: Quantity) -> str:
    """The clause of a figure without the words that only qualify it."""
    clause = clause_at(sentence, quantity.start)
    start, end = (clause.start, clause.end) if clause else (0, len(sentence.text))
    return _QUALIFYING.sub("", sentence.text[start : quantity.start]) + sentence.text[quantity.start : end]


_UP = lazy_pattern(
    r"增|升|涨|提高|扩大|\b(?:increas\w+|r[io]se\w*|rising|gr[eo]w\w*|climb\w*|gain\w*|up|added|expand\w*|jump\w*|more|rais\w+|lift\w*|relax\w*|boost\w*)\b",
    re.IGNORECASE,
)
_DOWN = lazy_pattern(
    r"减|降|跌|缩|下滑|回落|低|少|\b(?:decreas\w+|f[ae]ll\w*|dropp?\w*|declin\w+|cut|reduc\w+|shr[aiu]nk\w*|down|los[te]\w*|less|fewer|lower|below|short)\b",
    re.IGNORECASE,
)


def _way(words: str) -> int:
    """1 where words only tell of a rise, −1 where only of a fall, else 0."""
    return bool(_UP.search(words)) - bool(_DOWN.search(words))


_QUALIFYING = lazy_pattern(
    r"(?:\b(?:more|less|fewer|higher|lower) than|\bup to|不?[低高]于|超过?|不足|不到|不及|少于|多于|(?:under|below|over|above))\s*$",
    re.IGNORECASE,
)
_LEVEL = lazy_pattern(
    r"(?:(?<!不)[至到为达]|\b(?:to|at|reach\w*|total\w*|stood|was|were|is|are))(?:了|约|近|超过?|逾|不足|\s|about|around|nearly|some|almost|over|roughly|just)*$",
    re.IGNORECASE,
)
_MORE = lazy_pattern(
    r"\s*(?:more|less|fewer|higher|lower|longer|shorter|taller|older|younger|cheaper|dearer|heavier|lighter|wider|deeper|faster|slower|quicker|bigger|larger|smaller|earlier|later|warmer|cooler|hotter|colder|ahead|behind|apart|short|shy|over|under|above|below|up|down|off)\b"
)


def _told_as_level(sentence: Passage, quantity: Quantity) -> bool:
    """Whether a figure is told as a level (降至0.5元), not as a difference (缩短15天, 0.8 million more)."""
    clause = clause_at(sentence, quantity.start)
    if clause is None or _MORE.match(sentence.text, quantity.end):
        return False
    left = sentence.text[clause.start : quantity.start]
    return bool(_LEVEL.search(left)) and not _DIFFERENCE.search(left)


_DIFFERENCE = lazy_pattern(
    r"差|幅|增量|缺口|(?:余|剩)|\b(?:gap|difference|margin|increase|decrease|rise|fall|gain|loss|saving|balance|shortfall|surplus|lead)\b",
    re.IGNORECASE,
)


def _rest(case: Case, quantity: Quantity, result: Result) -> bool:
    """Whether the rest of a share is told of something else than the share itself or of what it is not."""
    of = result.operands[0]
    mine = _label(case.sentence, quantity)
    shared = mine & _around(of.text, of.quantity)
    denied = _denied(case.sentence, quantity, of.text) != _denied(of.text, of.quantity, case.sentence)
    denied = denied or _kept_or_left(case.sentence, quantity) * _kept_or_left(of.text, of.quantity) < 0
    own = near(of).difference(*(near(v) for v in values_of(case) if v.quantity is not of.quantity))
    parts = [v for v in values_of(case) if comparable(v.quantity, of.quantity) and v.quantity is not of.quantity]
    named = mine & frozenset[str]().union(*(near(v) for v in parts if v.value < result.operands[-1].value)) - near(of)
    others = frozenset[str]().union(*(c.keys for c in of.text.clauses if _OTHERS.search(c.text)))
    if others and not _MISSED.search(case.sentence.text) and of_the_part(case, of.text, of.quantity):
        return False
    if mine & others or any(
        rate.quantity.value == quantity.value
        and case.sentence.content_keys(0, len(case.sentence.text)) & rate.near - near(of)
        for rate in rests(of.text)
    ):
        return True
    told = (len(result.operands) <= 2 and 2 * len(mine & own) > len(own)) or (len(result.operands) == 2 and bool(named))
    clause = clause_at(case.sentence, quantity.start)
    start, end = case.sentence.sentence_span(quantity.start)
    rest = _REST.search(case.sentence.text, start, clause.end if clause else end)
    if len(result.operands) == 1 and falls_short(case.sentence, quantity):
        return True  # 16% short of what it was at 84% of
    if told and not denied and not rest:
        return False  # told of the part itself, or of another
    if 3 * len(shared) <= len(mine) or rest:
        return True
    return denied


_MISSED = lazy_pattern(r"漏|缺[席勤课]|落下|错过|\b(?:miss|skip)\w*\b", re.IGNORECASE)
_KEPT = lazy_pattern(
    r"坚持|留[下任在]|保留|继续|\b(?:stay|stuck|kept|keep|remain|continu|persist|retain)\w*\b", re.IGNORECASE
)
_LEFT = lazy_pattern(
    r"放弃|退出|退学|辍|流失|离开|离职|\b(?:dropp?\w*|left|leav\w*|quit\w*|g[ai]ve up|abandon\w*|withdr[ae]w\w*)\b",
    re.IGNORECASE,
)


def _kept_or_left(text: Passage, quantity: Quantity) -> int:
    """1 where the clause of a figure tells of staying, −1 of leaving, else 0: over 90% stayed, where one in ten dropped out."""
    clause = clause_at(text, quantity.start)
    return 0 if clause is None else bool(_KEPT.search(clause.text)) - bool(_LEFT.search(clause.text))


def _related(sentence: Passage, result: Result) -> bool:
    """Whether the sentence is of something that an operand is of."""
    units = {q.unit for q in sentence.quantities if q.unit_class == "count" and q.unit not in {"个", ""}}
    if any(v.quantity.unit in units for v in result.operands):
        return True
    keys = sentence.content_keys(0, len(sentence.text))
    around = frozenset[str]().union(*(_around(v.text, v.quantity) for v in result.operands))
    return len(keys) <= 1 or bool(keys & around) or any(_within(a, b) or _within(b, a) for a in keys for b in around)


def _within(short: str, long: str) -> bool:
    """门票 in 门票价格."""
    return len(short) > 1 and not short.isascii() and short in long


def _around(text: Passage, quantity: Quantity) -> frozenset[str]:
    clause = clause_at(text, quantity.start)
    return frozenset() if clause is None else text.content_keys(*text.sentences[clause.sentence])


def _label(text: Passage, quantity: Quantity) -> frozenset[str]:
    label = label_of(text, quantity)
    return label.wide if label else frozenset()


def _denied(text: Passage, quantity: Quantity, other: Passage) -> bool:
    """Whether the clause of a figure denies something; 不 of 不可移动文物, which the other text has too, denies nothing."""
    clause = clause_at(text, quantity.start)
    marks = [] if clause is None else [m for m in marks_in(text, clause) if not _BOUND.match(text.text, m.start())]
    return any(text.text[m.start() : m.end() + 2] not in other.text for m in marks)


_BOUND = lazy_pattern(r"[不未](?:到|足|满|及|超过?|多于|少于|低于|高于|达到?)(?=[一二两三四五六七八九十百半\d])")
