"""What a change, a share or a threshold is of: 提升4.2个百分点 belongs to the rate named before it, not to a headcount.

Reads each change with its carrier, the level told before it in the same sentence. Figures that changed their label
within one clause are `guards.binding`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.likeness import alike, same_value
from synthesis.engine.patterns import lazy_pattern

_MOVES = {
    "zh": lazy_pattern(
        r"(?:同比|环比|增长|增加|上升|上涨|提高|提升|扩大|攀升|增幅|涨幅|下降|减少|降低|下滑|下跌|回落|缩小|收窄|降幅|跌幅|降价|涨价|提价|削减|缩减|压减|压降|上浮|下浮|贬值|升值|缩短|延长|增产|减产|增收|减收|[增涨降跌升](?=了|约|近|\d))"
        r"(?:了|达|为|约|近|超过?|幅度|幅|逾|接近|高达|[，、]?\s)*$"
    ),
    "en": lazy_pattern(
        r"\b(?:(?<!make )(?<!makes )(?<!made )(?<!making )up|down|rose|risen|rise|grew|grown|growth|increas\w+|gain\w*|fell|fallen|fall|declin\w+|decreas\w+|dropp?\w*|improv\w+)"
        r"(?:\s+(?:by|of|about|around|nearly|some|almost|more than|over|a further))*\s*$",
        re.IGNORECASE,
    ),
}
_REFERENCE = {
    "zh": lazy_pattern(
        r"(?:相较于|相比于|较之|较|比|与|同)[^，。；]*?(?=同比|环比|增|上|提|扩|攀|涨|下|减|降|回|缩|收|跌)"
    ),
    "en": lazy_pattern(r"\b(?:compared with|from|over|since|than)\b[^,;.]*", re.IGNORECASE),
}
_RATE = {
    "zh": lazy_pattern(r"率|比例|占比|比重|份额|渗透|占有|占|成|幅度|水平|精度|准确度|满意度|集中度|增速|得分|[%％]"),
    "en": lazy_pattern(
        r"\b(?:rates?|shares?|margins?|ratios?|proportions?|percent\w*|penetration|accuracy|coverage|growth|yields?|ownership|adoption|accounted)\b|%",
        re.IGNORECASE,
    ),
}
_POINTS = lazy_pattern(r"百分点|percentage[- ]points?", re.IGNORECASE)
# What names only the change itself, no measure of its own.
_CHANGE_NAMES = lazy_pattern(
    r"年均|平均|复合|增长率|增速|增幅|降幅|涨幅|幅度|分别|整体|进一步|大幅|显著|明显|达到|实现"
)
RESPECTIVELY = lazy_pattern(r"分别|依次|respectively", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Change:
    """A change with the words naming its measure in its own clause and the level it is told of."""

    quantity: Quantity
    own: frozenset[str]
    carrier: Quantity | None
    text: Passage


def measure_findings(case: Case) -> Iterator[Finding]:
    """Objections to changes of another measure, thresholds turned into values, and comparisons without their level."""
    yield from _changes(case)
    yield from _thresholds(case)
    yield from _alone(case)
    yield from _other_measure(case)


def _changes(case: Case) -> Iterator[Finding]:
    theirs = [c for text in case.evidence for c in _read(text)]
    for mine in _read(case.sentence):
        quantity = mine.quantity
        if not mine.own and mine.carrier is not None and quantity.unit_class == "point":
            clause = clause_at(case.sentence, mine.carrier.start)
            here = clause_at(case.sentence, quantity.start)
            rate = any(
                c is None or _RATE[case.sentence.language].search(_POINTS.sub("", c.text)) for c in (clause, here)
            )
            if mine.carrier.unit_class not in {"percent", "number", "fold"} and not rate:
                yield Finding("number", "fail", "change_unit", (quantity.text.strip(), mine.carrier.text.strip()))
                return
        same = [t for t in theirs if t.quantity.unit_class == quantity.unit_class and same_value(t.quantity, quantity)]
        if mine.own or mine.carrier is None or not same or RESPECTIVELY.search(case.sentence.text):
            continue
        if not any(_agree(mine, t) for t in same):
            of = next((t.carrier.text.strip() for t in same if t.carrier), "、".join(sorted(same[0].own)))
            yield Finding("number", "fail", "change_bound", (quantity.text.strip(), mine.carrier.text.strip(), of))
            return


def _agree(mine: _Change, theirs: _Change) -> bool:
    """Whether the level the sentence ties a change to is one the evidence allows."""
    if mine.carrier is None or (not theirs.own and theirs.carrier is None) or RESPECTIVELY.search(theirs.text.text):
        return True
    if theirs.carrier is not None and equal(theirs.carrier, mine.carrier):
        return True
    if theirs.own:
        clause = clause_at(mine.text, mine.carrier.start)
        return clause is None or bool(clause.keys & theirs.own)
    carrier = theirs.carrier
    if carrier is None or equal(carrier, mine.carrier):
        return True
    here = clause_at(theirs.text, carrier.start)
    if here is None:
        return False
    # 产量14130亿斤，突破1.4万亿斤，增加221.8亿斤，增长1.6%: levels without a noun of their own go on with the one before.
    start = theirs.text.sentences[here.sentence][0]
    levels = [
        q
        for q in theirs.text.quantities
        if start <= q.start < theirs.quantity.start
        and q.unit_class == mine.carrier.unit_class
        and not is_change(theirs.text, q, clause_at(theirs.text, q.start))
    ]
    for level in reversed(levels):
        if equal(level, mine.carrier):
            return True
        clause = clause_at(theirs.text, level.start)
        if clause is None or nouns_between(clause, clause.start, level.start):
            return False
    return False


def equal(first: Quantity, second: Quantity) -> bool:
    return first.unit_class == second.unit_class and same_value(first, second)


def akin(first: Quantity, second: Quantity) -> bool:
    """Whether two figures have one value and are of one kind, bare numbers being counts of anything."""
    return alike(first, second) and same_value(first, second)


def told_again(
    case: Case, quantity: Quantity, same: Callable[[Quantity, Quantity], bool] = equal
) -> list[tuple[Passage, Quantity]]:
    """The figures of the evidence that are this one, each with its passage."""
    return [(text, q) for text in case.evidence for q in text.quantities if same(q, quantity)]


def _read(text: Passage) -> list[_Change]:
    """Every change of a passage."""
    found = []
    for quantity in text.quantities:
        clause = clause_at(text, quantity.start)
        if clause is None or not is_change(text, quantity, clause):
            continue
        start = text.sentences[clause.sentence][0]
        levels = [
            q
            for q in text.quantities
            if start <= q.start < quantity.start
            and q.unit_class not in {"ordinal", "age", "months", "seconds"}
            and not is_change(text, q, clause_at(text, q.start))
            and not _reference_level(text, q)
        ]
        found.append(_Change(quantity, _own(text, clause, quantity), levels[-1] if levels else None, text))
    return found


def is_change(text: Passage, quantity: Quantity, clause: Clause | None) -> bool:
    """Whether a figure says by how much something rose or fell."""
    if clause is None or quantity.unit_class not in {"percent", "point", "fold"}:
        return False
    left = text.text[clause.start : quantity.start].rstrip("约近超逾 ")
    return bool(_MOVES[text.language].search(left))


_SHORT_AFTER = lazy_pattern(r"\s*(?:short of|below|lower than|less than|fewer than|down on)\b", re.IGNORECASE)
_SHORT_BEFORE = lazy_pattern(r"(?:[^降]低|少|[相仍还尚]差)(?:了|约|近)?$")


def falls_short(text: Passage, quantity: Quantity) -> bool:
    """Whether a figure says by how much something is below another: 16% short of the volume of 2019."""
    return bool(
        _SHORT_AFTER.match(text.text, quantity.end)
        or _SHORT_BEFORE.search(text.text[max(0, quantity.start - 6) : quantity.start])
    )


_BASE = lazy_pattern(r"每$|\b(?:per|every|each)\s$", re.IGNORECASE)


def is_base(text: Passage, quantity: Quantity) -> bool:
    """Whether a figure only says what a rate is counted against: 每10万人口, per 100,000."""
    return bool(_BASE.search(text.text[max(0, quantity.start - 10) : quantity.start]))


def _reference_level(text: Passage, quantity: Quantity) -> bool:
    """Whether a level is only what another is compared with: 比2020年的128.69亿元."""
    left = text.text[max(0, quantity.start - 14) : quantity.start]
    return bool(
        re.search(
            r"(?:(?:比|较|与|同)(?:\d{4}年|上年|去年|前年|上一|同期|[^，。；]{0,4}年)[^，。；]*|\b(?:than|from)\b[^,;.]*)$",
            left,
        )
    )


def _own(text: Passage, clause: Clause, quantity: Quantity) -> frozenset[str]:
    """Keys of the nouns that name a measure before the change in its clause, reference phrases apart."""
    before = text.text[clause.start : quantity.start]
    blank = _REFERENCE[text.language].sub(lambda m: " " * len(m.group()), before)
    keys = set()
    for word in clause.words:
        inside = blank[word.start - clause.start : word.end - clause.start]
        nominal = word.tag.startswith(("n", "j", "vn", "en", "l", "b"))
        if word.end <= quantity.start and word.content and nominal and inside.strip():
            if text.language == "en" and _MOVES["en"].search(word.text):
                continue
            if not _CHANGE_NAMES.fullmatch(word.text):
                keys.add(word.key)
    level = [q for q in text.quantities if clause.start <= q.start < quantity.start and q is not quantity]
    if level and not nouns_between(clause, level[-1].end, quantity.start):
        return frozenset()  # 市场规模86亿元增长41%: the level in the clause carries it
    return frozenset(keys)


def nouns_between(clause: Clause, start: int, end: int) -> bool:
    return any(
        w.content and w.tag.startswith(("n", "j", "en")) for w in clause.words if start <= w.start and w.end <= end
    )


_ATTRIBUTIVE = lazy_pattern(r"(?:及?以[上下内]|以外)?(?:的(?=[\u4e00-\u9fff])|(?<=[上下内])(?=[\u4e00-\u9fff]))")
_PREDICATIVE = lazy_pattern(r"(?:及?以[上下内])(?=[，。；,;]|$)")
_BE_EN = lazy_pattern(
    r"\b(?:is|was|were|are|stood|reached|rose|fell)\s+(?:at\s+|to\s+)?(?:above|over|below|under|more than|less than)\s*\W?$",
    re.IGNORECASE,
)
_WITH_EN = lazy_pattern(
    r"\b(?:priced|aged|costing|worth|with|weighing|valued|rated|those)\s+(?:at\s+|\w+\s+)?(?:above|over|below|under|more than|less than)\s*\W?$",
    re.IGNORECASE,
)


def _thresholds(case: Case) -> Iterator[Finding]:
    """A bound that only picks out a part (700元以上的型号占93%) made into a statement (价格在700元以上)."""
    zh = case.sentence.language == "zh"
    for quantity in case.sentence.quantities:
        if quantity.unit_class in {"percent", "age"} or not (_said_zh if zh else _said_en)(case.sentence, quantity):
            continue
        same = told_again(case, quantity)
        if same and all(picks_out(p, q) for p, q in same):
            yield Finding("number", "fail", "threshold", (quantity.text.strip(),))
            return


def picks_out(text: Passage, quantity: Quantity) -> bool:
    """Whether a figure only marks off a part: models priced above 300 euros, 700元以上的型号."""
    return (_picks_zh if text.language == "zh" else _picks_en)(text, quantity)


def _right(text: Passage, quantity: Quantity) -> str:
    tail = re.search(r"及?以[上下内]$", quantity.text)
    return text.text[quantity.end - (len(tail.group()) if tail else 0) :]


def _said_zh(text: Passage, quantity: Quantity) -> bool:
    return bool(_PREDICATIVE.match(_right(text, quantity)))


def _picks_zh(text: Passage, quantity: Quantity) -> bool:
    right = _right(text, quantity)
    return bool(re.match(r"及?以[上下内]", right) and _ATTRIBUTIVE.match(right))


def _said_en(text: Passage, quantity: Quantity) -> bool:
    return bool(_BE_EN.search(text.text[max(0, quantity.start - 30) : quantity.start]))


def _picks_en(text: Passage, quantity: Quantity) -> bool:
    return bool(_WITH_EN.search(text.text[max(0, quantity.start - 30) : quantity.start]))


_COMPARES = lazy_pattern(
    r"^\s*(?:高于|低于|多于|少于|超过|高出|higher than|lower than|above|below|more than|up from|down from)",
    re.IGNORECASE,
)


_OF_WHOM = lazy_pattern(r"的[\u4e00-\u9fff]|\s*of\s", re.IGNORECASE)


def _alone(case: Case) -> Iterator[Finding]:
    """A clause that only compares (高于五年前的21%) before the level it compares has been told."""
    for clause in case.sentence.clauses:
        figures = [
            q
            for q in case.sentence.quantities
            if clause.start <= q.start < clause.end and q.unit_class not in {"months", "seconds", "ordinal"}
        ]
        if not figures or not _COMPARES.match(clause.text) or not _compared(case, figures[0]):
            continue
        if _OF_WHOM.match(case.sentence.text, figures[0].end):
            continue  # 超过70%的毕业生, more than 70% of graduates
        start = case.sentence.sentences[clause.sentence][0]
        told = [
            q
            for q in case.sentence.quantities
            if start <= q.start < clause.start and q.unit_class == figures[0].unit_class
        ]
        if not told:
            yield Finding("number", "check", "comparison_alone", (clause.text.strip(),))
            return


def _compared(case: Case, figure: Quantity) -> bool:
    """Whether the evidence tells a level of the same class before the figure in its sentence."""
    return any(
        equal(q, figure)
        and any(
            o.unit_class == q.unit_class and o.end <= q.start and s <= o.start < e
            for o in p.quantities
            for s, e in p.sentences
            if s <= q.start < e
        )
        for p in case.evidence
        for q in p.quantities
    )


_MEASURES = lazy_pattern(
    r"营业收入|营收|收入|净利润|毛利润|利润|销售额|销售量|销量|产量|产值|出货量|成交额|成交量|出口额|出口量|进口额|进口量|采购额|采购量"
    r"|成本|费用|单价|均价|价格|人数|人次|[不未非]?[\u4e00-\u9fff]{2}率"
)


def _other_measure(case: Case) -> Iterator[Finding]:
    """A figure given to a measure that the evidence gives another figure of the kind (销量占比45% ≠ 销售额占比45%)."""
    if case.sentence.language != "zh":
        return
    for quantity in case.sentence.quantities:
        mine = _measure(case.sentence, quantity)
        if not mine or RESPECTIVELY.search(case.sentence.text):
            continue
        kind = [
            (p, q, _measure(p, q)) for p in case.evidence for q in p.quantities if q.unit_class == quantity.unit_class
        ]
        if any(RESPECTIVELY.search(p.text) for p, _, _ in kind):
            return
        same = {m for _, q, m in kind if equal(q, quantity)}
        opposite = {m[1:] if m[:1] in "不未非" else "不" + m for m in same if m}
        if mine in opposite and mine not in same:
            yield Finding("number", "fail", "misbound", (quantity.text.strip(), "、".join(sorted(same)), mine))
            return
        other = {m for _, q, m in kind if not equal(q, quantity)}
        clause = clause_at(case.sentence, quantity.start)
        if not same or "" in same or mine not in other - same or any(m in mine or mine in m for m in same):
            continue
        if clause is not None and not any(m in clause.text for m in same):
            yield Finding("number", "fail", "misbound", (quantity.text.strip(), "、".join(sorted(same)), mine))
            return


def _measure(text: Passage, quantity: Quantity) -> str:
    """The measure named last before a figure in its clause and after the figure before it."""
    clause = clause_at(text, quantity.start)
    if clause is None:
        return ""
    low = max((q.end for q in text.quantities if clause.start <= q.end <= quantity.start), default=clause.start)
    found = _MEASURES.findall(text.text[low : quantity.start])
    return str(found[-1]) if found else ""
