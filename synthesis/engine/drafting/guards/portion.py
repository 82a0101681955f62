"""Words for parts beside what the evidence counts: all where it gives a share, both for either, all for not all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from synthesis.engine.drafting.guards.alignment import similarity
from synthesis.engine.drafting.guards.measure import is_change
from synthesis.engine.drafting.guards.nearness import comparable
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.quantifiers import quantifiers_in


def portion_findings(case: Case) -> Iterator[Finding]:
    """Objections to words for a larger part than the evidence counts or grants."""
    yield from _shares_against(case)
    yield from _choice(case)
    yield from _not_all(case)


_NOT_ALL = re.compile(
    r"(?:未|不|没有|并非|非)[\u4e00-\u9fff]{0,6}(?:全部|所有|全体|全面|每)|\bnot (?:all|every|everyone)\b",
    re.IGNORECASE,
)


def _not_all(case: Case) -> Iterator[Finding]:
    """Not all told as all."""
    theirs = next((m for text in case.evidence if (m := _NOT_ALL.search(text.text))), None)
    if theirs is None or _NOT_ALL.search(case.sentence.text):
        return
    for clause in case.sentence.clauses:
        mine = quantifiers_in(clause.text, case.sentence.language)
        near = max(
            (similarity(clause, c) for t in case.evidence for c in t.clauses if _NOT_ALL.search(c.text)), default=0
        )
        if "all" in mine and near >= 0.4:
            yield Finding("quantifier", "fail", "quantifier_strengthened", (mine["all"], theirs.group()))
            return


_EITHER = re.compile(r"任选|择一|二选一|或者?(?=[^，。；]{1,12}(?:之一|其一))|\beither\b|\bor\b", re.IGNORECASE)
_BOTH = re.compile(r"同时(?=享|适用|申|使用|满足|具备)|兼得|一并(?=享|申)|\bboth\b", re.IGNORECASE)


def _choice(case: Case) -> Iterator[Finding]:
    """One of two told as both."""
    mine = _BOTH.search(case.sentence.text)
    theirs = [m for text in case.evidence if (m := _EITHER.search(text.text))]
    firm = [m for m in theirs if m.group().lower() != "or"]
    if mine and firm and not any(_BOTH.search(text.text) for text in case.evidence):
        yield Finding("quantifier", "fail", "quantifier_strengthened", (mine.group(), firm[0].group()))


def _shares_against(case: Case) -> Iterator[Finding]:
    """Words for all, most or few beside the one share that the evidence gives of the same statement."""
    for clause in case.sentence.clauses:
        mine = quantifiers_in(clause.text, case.sentence.language)
        told = {"all", "all_soft", "most", "few", "some"} & set(mine)
        own = any(clause.start <= q.start < clause.end and q.unit_class == "percent" for q in case.sentence.quantities)
        if not told or own or (told & {"all_soft"} and re.search(r"[、和与及同]", clause.text)):
            continue
        scored = [(similarity(clause, c), len(clause.keys & c.keys), t, c) for t in case.evidence for c in t.clauses]
        score, shared, text, best = max(scored, key=lambda item: item[:2], default=(0.0, 0, case.sentence, clause))
        share = _one_share(text, best)
        if score < 0.4 or shared < 2 or share is None:
            continue
        wrong = (told & {"all", "all_soft"} and share < 90) or ("most" in told and share < 50)
        if wrong or ("few" in told and share > 50):
            word = next(mine[name] for name in ("all", "all_soft", "most", "few") if name in told)
            yield Finding("quantifier", "fail", "quantifier_strengthened", (word, best.text.strip()))
            return


def _one_share(text: Passage, clause: Clause) -> Decimal | None:
    """The only share of a clause, in per cent, or what a count in it makes of a larger like one before in its sentence."""
    inside = [q for q in text.quantities if clause.start <= q.start < clause.end]
    shares = [q for q in inside if q.unit_class == "percent" and not is_change(text, q, clause)]
    if len(shares) == 1:
        return shares[0].value - (1 if shares[0].qualifier in {"under", "near"} else 0)
    counts = [q for q in inside if q.unit_class in {"count", "number"} and q.value > 0]
    start = text.sentences[clause.sentence][0]
    wholes = (
        [q.value for q in text.quantities if start <= q.start < clause.start and comparable(q, counts[0])]
        if len(counts) == 1
        else []
    )
    return 100 * counts[0].value / max(wholes) if wholes and max(wholes) > counts[0].value else None
