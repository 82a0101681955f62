"""Levels told as changes and changes told as levels: 降至1.94万元 as 降低了1.94万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.measure import akin
from synthesis.engine.drafting.guards.reckoning import BY
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.units import UNITS
from synthesis.engine.patterns import lazy_pattern

_NEW = lazy_pattern(
    r"(?:损失|亏损|流失)(?:总?额|金额|规模|量)?(?:估计|预计|估算|初步|合计|累计|共计|总计|共|约)*(?:为|是|达到?)(?:约|近|超过?|逾)?$|(?:新增|净增|增设)[\u4e00-\u9fff]{0,10}(?:约|近|超过?|逾)?$|(?:增量|增额|增幅|升幅|涨幅|降幅|跌幅|减量|差额|差距)(?:为|是|达到?)?(?:约|近|超过?|逾)?$"
)
_TO = lazy_pattern(
    r"(?:[至到](?:了)?(?:(?:\d{4}年)?(?:\d{1,2}月)?[末底初]?的)?|达到?|为(?:[^，。；\d]{1,10}的)?|(?:共有|拥有|保有)[\u4e00-\u9fff]{0,10}?)(?:了|约|近|超过?|逾|仅|\s)*$|\b(?:to|reach\w*|stood at|hit)\s+(?:about|around|nearly|some|over|more than|just)?\s*$",
    re.IGNORECASE,
)


def level_or_change(case: Case) -> Iterator[Finding]:
    """降至1.94万元 told as 降低了1.94万元: a level told as a change, or the reverse."""
    for quantity in case.sentence.quantities:
        if quantity.unit_class in {"ordinal", "point", "percent"}:
            continue
        mine = _said_as(case.sentence, quantity)
        theirs = {
            _said_as(text, q)
            for text in case.evidence
            for q in text.quantities
            if akin(q, quantity) or _bare(q, quantity)
        }
        if mine == "to" and _beside_a_change(case.sentence, quantity):
            continue
        if mine and theirs and theirs == {"to" if mine == "by" else "by"}:
            near = "、".join(
                q.text.strip() for text in case.evidence for q in text.quantities if q.value == quantity.value
            )
            yield Finding("number", "fail", "unit", (with_context(case.sentence.text, quantity), near))
            return


def _bare(theirs: Quantity, mine: Quantity) -> bool:
    """31 in from 52 minutes to 31, for 31 minutes."""
    unit = UNITS.get(mine.unit)
    return (
        unit is not None
        and theirs.unit_class == "number"
        and not theirs.unit
        and theirs.value * unit.factor == mine.value
    )


def _said_as(text: Passage, quantity: Quantity) -> str:
    left = text.text[max(0, quantity.start - 30) : quantity.start]
    return "by" if BY.search(left) or _NEW.search(left) else "to" if _TO.search(left) else ""


_AGAINST = lazy_pattern(
    r"(?:而|，)[^，。；\d]{1,12}[为是]$|\b(?:against|versus|and|while|but)\b[^,.;\d]{0,30}$", re.IGNORECASE
)


def _beside_a_change(text: Passage, quantity: Quantity) -> bool:
    """Whether a figure stands beside another by which something changed, as its measure: 减少3.9天，而安慰剂组为2.1天."""
    before = [q for q in text.quantities if q.end <= quantity.start and q.unit_class == quantity.unit_class]
    left = text.text[: quantity.start].rstrip("约近超逾")
    return bool(before) and _said_as(text, before[-1]) == "by" and bool(_AGAINST.search(left))


def with_context(text: str, quantity: Quantity) -> str:
    """A figure with the words before it, to be shown."""
    return text[max(0, quantity.start - 3) : quantity.end + 2].strip("，。,. ")
