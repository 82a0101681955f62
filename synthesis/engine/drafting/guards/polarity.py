"""Guard of polarity: negations added, lost or moved to another word.

A negation is read with the words it denies. Double negations cancel; 缺乏, 难以, 有待, lack, fail to count as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import Aligned, aligned
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.words import Word

_ZH = re.compile(
    r"并未|并不是|并不|并非|绝非|绝不|尚未|还未|仍未|从未|未能|未曾|未予|未见|还没有|没有|没能|无法|无从|无需|无须|不能够|不能|不会|不是|不再|不可能|不得|不应|不宜|不必|不存在|不具备"
    r"|难以|难于|缺乏|缺少|欠缺|拒绝|否认|杜绝|禁止|停止"
    r"|不(?!断|仅|但|只|过|同(?!意)|少(?!见)|管|论|久|妨|惜|锈|良|乏|一而足|低于|少于|超过|高于|大于|小于|多于|到|足|及|如|等|尽|料|动产|得不|可或缺|可忽视|容忽视|可避免|利|易于)"
    r"|未(?!来|知|必|成年|婚|遂)|没(?!收)|无(?!论|线|人[机车驾值]|菌|创|缝|疑|障碍|损|源|限|极|纺|辐射|形|数|锡|偿|机|轨|不)"
    r"|(?<!除)非(?!常|洲|侵|接触|公立|线性|营利|遗|金融|小细胞|甾体|典型|结构化|处方|标|传统|官方|正式|法)"
)
_EN = re.compile(
    r"\b(?:not(?!\s+only|\s+(?:less|more|fewer)\s+than|\s+just|\s+merely)|no(?!\s+(?:less|more|fewer|later|longer\s+than)\b|\.\s?\d)|never|neither|nor|without|none|cannot"
    r"|(?:lack|lacks|lacked|lacking)(?:\s+of)?|fail(?:s|ed)?\s+to|unable|hardly|scarcely|barely|refus(?:e|es|ed)\s+to|yet\s+to|free\s+of)\b|n[’']t\b",
    re.IGNORECASE,
)
_PENDING = re.compile(r"有待|尚待|亟待|尚需|仍需")
_SCOPE = 3
_SCOPE_TAGS = ("v", "a", "n", "i", "l", "en", "j", "z", "b", "t")
_BARE = frozenset("是 有 会 能 可 要 应 得 被 把 将 对 在 再 可以 能够".split())
_AUXILIARY = frozenset("is are was were be been being have has had do does did the a an any to yet".split())


@lru_cache(maxsize=2048)
def _marks(text: Passage) -> tuple[re.Match[str], ...]:
    return tuple((_ZH if text.language == "zh" else _EN).finditer(text.text))


def marks_in(text: Passage, clause: Clause) -> list[re.Match[str]]:
    """The negations of one clause."""
    return [m for m in _marks(text) if clause.start <= m.start() < clause.end]


def denied(text: Passage, clause: Clause, mark: re.Match[str]) -> list[Word]:
    """The first words after a negation in its clause: what it denies."""
    words = [
        w for w in clause.words if w.start >= mark.end() or (w.start <= mark.start() < w.end and w.end > mark.end())
    ]
    words = [
        w for w in words if w.tag.startswith(_SCOPE_TAGS) and w.text not in _BARE and w.text.lower() not in _AUXILIARY
    ]
    return [w for w in words if w.end > mark.end() and (w.content or w.tag != "en")][:_SCOPE]


def negated_at(text: Passage, offset: int) -> bool:
    """Whether the word at an offset is denied by an odd number of negations just before it in its clause."""
    clause = next((c for c in text.clauses if c.start <= offset < c.end), None)
    if clause is None:
        return False
    before = [m for m in marks_in(text, clause) if m.end() <= offset]
    gap = 8 if text.language == "zh" else 24
    return len([m for m in before if offset - m.end() <= gap and not _broken(text.text[m.end() : offset])]) % 2 == 1


def _broken(between: str) -> bool:
    return bool(re.search(r"[的而但、]|\b(?:and|but|that|which)\b", between))


def polarity_findings(case: Case) -> Iterator[Finding]:
    """Objections to negations that do not agree with the evidence."""
    for clause in case.sentence.clauses:
        near = aligned(case)[clause.start]
        if not near:
            yield from _unaligned(case, clause)
            continue
        best = [a for a in near if a.score >= near[0].score - 0.1]
        odd = _odd(case.sentence, clause)
        if any(_odd(a.text, a.clause) == odd for a in best) or _absorbed(case, clause, odd):
            yield from _moved(case, clause, best)
            yield from _affirmed(case, clause, odd)
            continue
        yield from _changed(case, clause, best[0].text, best[0].clause, odd)


def _affirmed(case: Case, clause: Clause, odd: bool) -> Iterator[Finding]:
    """A word the evidence only ever denies, stated in a clause without negation (尚未证实 → 已证实)."""
    if odd:
        return
    keys = {w.key for w in clause.words if w.content}
    denials: dict[str, Clause] = {}
    stated: set[str] = set()
    for text in case.evidence:
        for other in text.clauses:
            heads = {w.key for m in marks_in(text, other) for w in denied(text, other, m)[:2] if w.content}
            if _odd(text, other):
                denials |= dict.fromkeys(heads, other)
            stated |= {w.key for w in other.words} - heads
    for key, other in denials.items():
        if key in keys and key not in stated and len((other.keys - {key}) & keys) >= 1:
            yield Finding("polarity", "fail", "negation_dropped", (key, other.text.strip()))
            return


def _odd(text: Passage, clause: Clause) -> bool:
    return (len(marks_in(text, clause)) + _prefixed(text, clause)) % 2 == 1


_PREFIX = re.compile(r"\b(?:un|non-?|dis)(?=[a-z]{5,})", re.IGNORECASE)
_NOT_PREFIX = re.compile(
    r"\b(?:under|unit|uni[a-z]|until|union|unless|disease|distribut|discuss|display|distinct|discover|district|disrupt|dispos|dispatch|discount|disorder|disclos|discipl|distan)",
    re.IGNORECASE,
)


def _prefixed(text: Passage, clause: Clause) -> int:
    if text.language != "en":
        return 0
    return sum(1 for m in _PREFIX.finditer(clause.text) if not _NOT_PREFIX.match(clause.text, m.start()))


def _absorbed(case: Case, clause: Clause, odd: bool) -> bool:
    """Whether clauses were cut differently: the whole sentence agrees with one whole evidence sentence."""
    mine = case.sentence.clauses_of(clause.sentence)
    if len(mine) > 1:
        return False
    for near in aligned(case)[clause.start][:2]:
        theirs = near.text.clauses_of(near.clause.sentence)
        total = sum(_odd(near.text, c) for c in theirs if c.keys & clause.keys)
        if len(theirs) > 1 and sum(bool(c.keys & clause.keys) for c in theirs) > 1 and total % 2 == odd:
            return True
    return False


def _changed(case: Case, clause: Clause, text: Passage, other: Clause, odd: bool) -> Iterator[Finding]:
    if odd:
        heads = [w for m in marks_in(case.sentence, clause) for w in denied(case.sentence, clause, m)[:2]]
        name = heads[0].text if heads else clause.text.strip()
        yield Finding("polarity", "fail", "negation_added", (name, other.text.strip()))
        return
    if _PENDING.search(clause.text):
        return
    reach = 1 if text.language == "en" else _SCOPE  # English denies its verb; Chinese marks stand before adverbs too
    heads = [w for m in marks_in(text, other) for w in denied(text, other, m)[:reach]]
    present = [w for w in heads if w.key in {v.key for v in clause.words} or w.text in clause.text]
    if present or not heads:
        name = present[0].text if present else other.text.strip()
        if present or _prefixed(text, other):
            yield Finding("polarity", "fail", "negation_dropped", (name, other.text.strip()))


def _moved(case: Case, clause: Clause, near: list[Aligned]) -> Iterator[Finding]:
    mine = {w.key for m in marks_in(case.sentence, clause) for w in denied(case.sentence, clause, m)[:1]}
    reach = {w.key for m in marks_in(case.sentence, clause) for w in denied(case.sentence, clause, m)}
    if not mine:
        return
    other = near[0]
    theirs = {w.key for m in marks_in(other.text, other.clause) for w in denied(other.text, other.clause, m)}
    affirmed = {w.key for w in other.clause.words} - theirs
    mine_affirmed = {w.key for w in clause.words} - {
        w.key for m in marks_in(case.sentence, clause) for w in denied(case.sentence, clause, m)
    }
    if theirs and mine <= affirmed and not reach & theirs and theirs & mine_affirmed:
        yield Finding("polarity", "check", "negation_added", ("、".join(sorted(mine)), other.clause.text.strip()))


def _unaligned(case: Case, clause: Clause) -> Iterator[Finding]:
    """Negations in a clause that resembles none of the evidence: what they deny may stand affirmed there."""
    for mark in marks_in(case.sentence, clause):
        for word in denied(case.sentence, clause, mark)[:1]:
            found = [
                (text, c)
                for text in case.evidence
                for c in text.clauses
                if word.content and word.key in {w.key for w in c.words}
            ]
            if found and not any(marks_in(text, c) for text, c in found):
                yield Finding("polarity", "check", "negation_added", (word.text, found[0][1].text.strip()))
                return
