"""What a figure says of its measure: a share, a change, an average, a total, a peak or a target; one is no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.measure import is_change
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.likeness import alike, same_value
from synthesis.engine.patterns import lazy_pattern

_LEFT = {
    "zh": {
        "share": r"占(?:到|了|比|有|据)?[^，。；]{0,12}$|(?:比重|份额|比例)[为达约至]{0,3}$",
        "average": r"(?:平均|人均|户均|均[价值]|日均|月均|年均)[^，。；]{0,8}$|每[\u4e00-\u9fff]{1,3}[^，。；]{0,6}$",
        "median": r"(?:中位数|中位值|中位)[^，。；]{0,8}$",
        "cumulative": r"(?:累计|历年|截至)[^，。；]{0,10}$",
        "annual": r"(?:当年|本年|单年|年内)[^，。；]{0,10}$",
        "total": r"(?:累计|总计|合计|总共|共计|总[额量数]|总投资|总收入|总规模)[^，。；]{0,8}$",
        "part": r"其中[^，。；]{0,14}$",
        "peak": r"(?:最[高大快长多重强]|峰值)[^，。；低小]{0,6}$",
        "low": r"(?:最[低小慢短少轻弱]|谷底)[^，。；高大]{0,6}$",
    },
    "en": {
        "share": r"\b(?:accounted for|made up|makes up|share of|proportion of)\W*(?:\w+\s)?$",
        "average": r"\b(?:average\w*|mean)\b[^,.;]{0,24}$",
        "median": r"\bmedian\b[^,.;]{0,24}$",
        "cumulative": r"\b(?:cumulative\w*|to date)\b[^,.;]{0,24}$",
        "annual": r"\b(?:annual\w*|yearly)\b[^,.;]{0,24}$",
        "total": r"\b(?:total\w*|cumulative\w*|altogether|combined)\b[^,.;]{0,16}$",
        "part": r"\b(?:of which|including)\b[^,.;]{0,24}$",
        "peak": r"\b(?:peak\w*|maximum|highest|longest|fastest|largest|record)\b[^,.;]{0,24}$",
        "low": r"\b(?:minimum|lowest|shortest|slowest|smallest)\b[^,.;]{0,24}$",
    },
}
_RIGHT = {
    "zh": {},
    "en": {
        "share": r"\s*of (?:the|all|its|their|total|those)\b",
        "average": r"\s*(?:on average|per (?:head|person|capita|day|week|month|unit)|each|apiece)\b",
        "total": r"[^,.;\d]{0,16}\b(?:in total|altogether|in all|overall|combined)\b",
    },
}
_LEFT_RE = {lang: {k: lazy_pattern(p, re.IGNORECASE) for k, p in table.items()} for lang, table in _LEFT.items()}
_RIGHT_RE = {lang: {k: lazy_pattern(p, re.IGNORECASE) for k, p in table.items()} for lang, table in _RIGHT.items()}
_APART = (
    frozenset({"share", "change"}), frozenset({"average", "total"}), frozenset({"average", "peak"}), frozenset({"peak", "low"}),
    frozenset({"average", "low"}), frozenset({"total", "change"}), frozenset({"part", "total"}),
    frozenset({"annual", "cumulative"}), frozenset({"average", "median"}), frozenset({"median", "total"}),
    frozenset({"median", "peak"}), frozenset({"median", "low"}),
)  # fmt: skip


def aspect_findings(case: Case) -> Iterator[Finding]:
    """Objections to a change told as a share, a total as an average, a peak as a mean, and the reverse."""
    for quantity in case.sentence.quantities:
        mine = aspects(case.sentence, quantity)
        if not mine or quantity.unit_class in {"ordinal", "age", "months"}:
            continue
        theirs = [
            aspects(text, q)
            for text in case.evidence
            for q in text.quantities
            if alike(q, quantity) and same_value(q, quantity)
        ]
        if theirs and all(t and not t & mine and any({a, b} in _APART for a in mine for b in t) for t in theirs):
            given = "、".join(q.text.strip() for t in case.evidence for q in t.quantities if q.value == quantity.value)
            yield Finding("number", "fail", "unit", (_with_words(case.sentence, quantity), given))
            return


def _with_words(text: Passage, quantity: Quantity) -> str:
    clause = clause_at(text, quantity.start)
    return text.text[max(clause.start if clause else 0, quantity.start - 12) : quantity.end].strip()


def aspects(text: Passage, quantity: Quantity) -> frozenset[str]:
    """What the words of the clause between a like figure and this one, and just after it, say that it is."""
    clause = clause_at(text, quantity.start)
    if clause is None:
        return frozenset()
    before = [q.end for q in text.quantities if clause.start <= q.start and q.end <= quantity.start]
    left = text.text[max([clause.start, *before]) : quantity.start]
    left = left.rstrip("约近超过逾达为了至到 ")
    right = text.text[quantity.end : clause.end]
    found = {name for name, pattern in _LEFT_RE[text.language].items() if pattern.search(left)}
    found |= {name for name, pattern in _RIGHT_RE[text.language].items() if pattern.match(right)}
    if quantity.unit_class in {"percent", "point", "fold"}:
        found -= {"total"}
    if quantity.qualifier in {"at_most", "at_least"}:
        found -= {"average"}  # 每个项目不超过80万元
    if is_change(text, quantity, clause):
        found.add("change")
    return frozenset(found)
