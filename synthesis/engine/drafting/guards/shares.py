"""What a share is of: the whole or part that must stay with it, the amount it is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.measure import RESPECTIVELY, equal, nouns_between, told_again
from synthesis.engine.drafting.guards.nearness import rounds
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern


def whole_findings(case: Case) -> Iterator[Finding]:
    """Objections to shares that lost what they are of, or are told of another amount."""
    yield from _shares(case)
    yield from _share_of_amount(case)


_SHARE = lazy_pattern(r"占(?:比|据|有)?$|比重$|比例$|份额$")


def _shares(case: Case) -> Iterator[Finding]:
    """A share whose whole or part was left out: 型号只占50%，而2022年占比到了93% tells of the 型号 only."""
    if case.sentence.language != "zh":
        return
    for quantity in case.sentence.quantities:
        left = re.sub(r"[约近超过逾达为到了]+$", "", case.sentence.text[: quantity.start])
        if quantity.unit_class != "percent" or not _SHARE.search(left):
            continue
        heads = [_head_before(p, q) for p, q in told_again(case, quantity)]
        scopes = [_scope(p, q) for p, q in told_again(case, quantity)]
        told = frozenset(w.key for w in case.sentence.words if w.content)
        if scopes and all(scopes) and not any(s & told for s in scopes):
            words = "、".join(sorted(scopes[0]))
            yield Finding("number", "check", "scope", (quantity.text.strip(), words))
            return
        if heads and all(heads) and not any(h in case.sentence.text for h in heads):
            yield Finding("number", "fail", "share_of", (quantity.text.strip(), "、".join(sorted(set(heads)))))
            return


def _scope(text: Passage, quantity: Quantity) -> frozenset[str]:
    """Keys of the clause just before that says of what the share is (在三甲医院的CT设备中，…占比70%)."""
    clause = clause_at(text, quantity.start)
    before = [] if clause is None else [c for c in text.clauses_of(clause.sentence) if c.end <= clause.start]
    return before[-1].keys if before and re.search(r"[^其]中$|范围内$|领域$", before[-1].text.strip()) else frozenset()


def _head_before(text: Passage, quantity: Quantity) -> str:
    """The last noun of what the share before told a part of, when the figure's own clause names nothing; else ""."""
    clause = clause_at(text, quantity.start)
    if clause is None or nouns_between(clause, clause.start, quantity.start):
        return ""
    before = [c for c in text.clauses_of(clause.sentence) if c.end <= clause.start]
    for other in reversed(before):
        at = re.search(r"[仅只约也均]*占", other.text)
        words = [w for w in other.words if at and w.end <= other.start + at.start() and w.tag.startswith(("n", "vn"))]
        if words:
            return words[-1].text
    return ""


_TAKES = lazy_pattern(
    r"占(?:到|了|比)?[^，。；占]{0,16}$|\b(?:accounting for|representing|equivalent to|making up|or)\s+(?:about|around|nearly|some|almost|over)?\s*$",
    re.IGNORECASE,
)


def _share_of_amount(case: Case) -> Iterator[Finding]:
    """A share that the sentence ties to another amount than the evidence: 海外收入61亿元，占38%，其中北美23亿元."""
    theirs = [(q, c) for p in case.evidence for q in p.quantities for c in _amounts_of(p, q)]
    amounts = [q for p in case.evidence for q in p.quantities]
    for quantity in case.sentence.quantities:
        told = _amounts_of(case.sentence, quantity)
        same = [c for q, c in theirs if equal(q, quantity)]
        if not told or not same or any(equal(c, mine) or rounds(mine, c) for c in same for mine in told):
            continue
        mine = told[0]
        if any((equal(a, mine) or rounds(mine, a)) and a.unit_class == same[0].unit_class for a in amounts):
            parts = (quantity.text.strip(), mine.text.strip(), same[0].text.strip())
            yield Finding("number", "fail", "change_bound", parts)
            return


def _amounts_of(text: Passage, quantity: Quantity) -> list[Quantity]:
    """The amount whose share a percentage is, when its clause names nothing else that could have it; of 61亿元，占160亿元的38% both."""
    clause = clause_at(text, quantity.start)
    said = _TAKES.search(text.text, clause.start, quantity.start) if clause else None
    if quantity.unit_class != "percent" or clause is None or said is None or RESPECTIVELY.search(text.text):
        return []
    start = text.sentences[clause.sentence][0]
    before = [
        q
        for q in text.quantities
        if start <= q.start < quantity.start
        and q.unit_class not in {"percent", "point", "fold", "ordinal", "months", "age"}
    ]
    if not before or nouns_between(clause, max(clause.start, before[-1].end), said.start()):
        return []
    here = clause_at(text, before[-1].start)
    between = [c for c in text.clauses_of(clause.sentence) if here and here.end <= c.start < clause.start]
    part = [q for q in before if q.end <= said.start() < before[-1].start]
    return [] if any(nouns_between(c, c.start, c.end) for c in between) else [before[-1], *part[-1:]]
