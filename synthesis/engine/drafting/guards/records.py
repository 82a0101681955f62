"""How far back a greatest or least reaches: the lowest in ten years, or for the time of year, is not the lowest ever."""

from __future__ import annotations

from collections.abc import Iterator

from synthesis.engine.drafting.guards.types import Case, Clause, Finding
from synthesis.engine.patterns import lazy_pattern

_EVER = lazy_pattern(
    r"有(?:记录|统计|观测|数据|纪录)以来|(?:创|刷新)(?:下|出|了)?(?:有)?(?:历史|史上)|历史(?:同期)?(?:新[高低]|最[高低大多少差好]|[高低]点|极值|峰值)|史上最|有史以来|历来最|创纪录|破纪录"
    r"|\b(?:on record|of all time|all-time|in (?:its|their|the) (?:entire )?history|since records began|record[- ](?:high|low|breaking)|ever (?:recorded|measured|seen|reached)|\w+est(?: \w+){0,3} ever)\b",
)
_LIMITED = lazy_pattern(
    r"(?:近|过去|最近|这)?[\d一二三四五六七八九十两几]+(?:余|多)?个?(?:年|月|季度|周|天|日)(?:来|以来|间|内|中)[^，。；]{0,6}(?:最|新[高低]|首)|(?:自|从)?\d{4}年(?:[一二三四\d]+(?:季度|月))?以来[^，。；]{0,8}(?:最|新[高低])|年内[^，。；]{0,4}(?:最|新[高低])|今年(?:以来)?[^，。；]{0,4}(?:最|新[高低])|同期[^，。；]{0,3}最"
    r"|\b(?:most|least|\w+est|high|low)\b[^.;,]{0,40}\b(?:(?:in|for|over)(?: the (?:past|last))? (?:\w+ ){1,2}(?:years?|months?|quarters?|weeks?|decades?|days)|since (?:\w+ )?\d{4}|this year|of the year|for the time of year)\b",
)
_RANGE = lazy_pattern(
    r"[\d一二三四五六七八九十两几]+(?:余|多)?个?(?:年|月|季度|周)(?:来|以来|间|内|中)|以来|年内|今年|同期|\b(?:years?|months?|decades?|since|this year|time of year)\b"
)
_RECORDED = lazy_pattern(r"记录|纪录|历史|史上|\b(?:record|records|ever|all-time|history)\b")


def record_findings(case: Case) -> Iterator[Finding]:
    """An objection to a record of all time where the evidence has one of some years, months or a time of year only."""
    if any(_RECORDED.search(text.text.lower()) for text in case.evidence):
        return
    for clause in case.sentence.clauses:
        told = _EVER.search(clause.text.lower())
        limited = next((c for text in case.evidence for c in text.clauses if _bounded(c)), None)
        if told and limited is not None and not _RANGE.search(_EVER.sub("", clause.text.lower())):
            yield Finding("quantifier", "fail", "quantifier_strengthened", (told.group(), limited.text.strip()))
            return


def _bounded(clause: Clause) -> bool:
    return _LIMITED.search(clause.text.lower()) is not None
