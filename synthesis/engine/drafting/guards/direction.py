"""Guard of direction: rise and fall, promote and hinder, and other opposites.

A pole of the sentence must be the pole the evidence has in the clause most like it. Comparisons: `guards.compare`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at, similarity
from synthesis.engine.drafting.guards.compare import comparison_findings
from synthesis.engine.drafting.guards.negations import negated_at
from synthesis.engine.drafting.guards.opposition import agreeing, opposition_findings
from synthesis.engine.drafting.guards.polarity import parity, withholding
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.axes import AXES

_CLEAR = {"change", "speed"}
_COMPARISON = re.compile(
    r"\bthan\b|\bas\s+\w+\s+as\b|\bcompared (?:with|to)\b|\brelative to\b|\bwhile\b.{0,40}\bthose\b", re.IGNORECASE
)
_COMPARATIVES = frozenset("higher lower larger smaller fewer warmer cooler faster slower better worse".split())
_COMPARED = {"many", "level", "size", "strength", "pace", "quality", "cheap", "age"}
# Words that hold the letters of a pole without its meaning.
_NOT_A_POLE = re.compile(
    r"(?:认知|功能|记忆)衰退|\bor more\b|\bor less\b|\bat least\b|\bat most\b|进出口|增长点|增长极|改善型|进口商|出口商|通过(?!了?(?:审批|审查|认证|评价|验收|注册|批准))|需求侧|供给侧|支持系统|提升机|发展中国家"
)


@dataclass(frozen=True, slots=True)
class Pole:
    """A directed word: axis, +1 or −1 (turned by a negation), its text and clause."""

    axis: str
    sign: int
    turned: bool  # by a negation: 未改善 is no 恶化
    word: str
    start: int
    end: int
    clause: Clause


@lru_cache(maxsize=2048)
def poles(text: Passage) -> tuple[Pole, ...]:
    """All directed words of a passage; a falling negative figure (`-3.2%`) counts as one."""
    found = []
    blind = [m.span() for m in _NOT_A_POLE.finditer(text.text)]
    for axis, up, down in AXES[text.language]:
        for sign, pattern in ((1, up), (-1, down)):
            for match in pattern.finditer(text.text):
                pole = _pole(text, axis, sign, match, blind)
                if pole:
                    found.append(pole)
    for quantity in text.quantities:
        clause = clause_at(text, quantity.start)
        if quantity.value < 0 and clause:
            found.append(Pole("change", -1, False, quantity.text, quantity.start, quantity.end, clause))
    return tuple(found)


def _pole(text: Passage, axis: str, sign: int, match: re.Match[str], blind: list[tuple[int, int]]) -> Pole | None:
    if any(start <= match.start() < end for start, end in blind):
        return None
    clause = clause_at(text, match.start())
    compared = axis in _COMPARED or match.group().lower() in _COMPARATIVES
    if clause is None or (compared and _COMPARISON.search(clause.text)):
        return None  # read as a whole by `guards.compare`
    turned = -sign if negated_at(text, match.start()) else sign
    return Pole(axis, turned, turned != sign, match.group(), match.start(), match.end(), clause)


_TEMPO = re.compile(r"增速|速度|速率|步伐|节奏|\b(?:pace|growth rate|growth)\b")


def _tempo(text: Passage) -> set[int]:
    """Which way the pace of something goes (增速加快, 增速回落), whatever the word: change and speed are one axis there."""
    found = set()
    for pole in poles(text):
        before = text.text[max(pole.clause.start, pole.start - 16) : pole.start]
        if pole.axis in {"change", "speed"} and _TEMPO.search(before):
            found.add(pole.sign)
    return found


def direction_findings(case: Case) -> Iterator[Finding]:
    """Objections to poles and comparisons that the evidence reverses (sides that changed places go to "role")."""
    yield from comparison_findings(case)
    yield from opposition_findings(case)
    mine, theirs_tempo = _tempo(case.sentence), set[int]().union(*(_tempo(text) for text in case.evidence))
    if case.sentence.language == "zh" and len(mine) == len(theirs_tempo) == 1 and mine != theirs_tempo:
        word = next(p.word for p in poles(case.sentence) if p.sign in mine and p.axis in {"change", "speed"})
        yield Finding("direction", "fail", "direction", (word, "—"))
        return
    theirs = [(text, pole) for text in case.evidence for pole in poles(text)]
    seen = set(agreeing(case))
    for pole in poles(case.sentence):
        same_axis = [(t, p) for t, p in theirs if p.axis == pole.axis]
        if (
            any(p.word == pole.word and p.axis != pole.axis and pole.axis not in _CLEAR for _, p in theirs)
            and not same_axis
        ):
            continue
        signs = {p.sign for _, p in same_axis}, {p.sign for p in poles(case.sentence) if p.axis == pole.axis}
        if pole.word.lower() == "growth" or (pole.axis == "change" and all(len(s) == 2 for s in signs)):
            continue  # named, not told; both ways told on both sides
        if not same_axis or _both_named(pole, case.sentence, theirs):
            continue
        against = _against(case.sentence, pole, same_axis)
        if against and against.word == pole.word and against.turned != pole.turned:
            continue  # the same word denied on one side: the polarity guard's question
        if against and _raw(against) == _raw(pole) and _as_denied(case, pole, same_axis, against):
            continue  # 没有削弱, 并未…减弱: both denied, one of them further off
        if against and pole.start not in seen and not _elsewhere(pole, theirs):
            seen.add(pole.start)
            yield Finding("direction", "fail", "direction", (pole.word, against.word))


def _raw(pole: Pole) -> int:
    return -pole.sign if pole.turned else pole.sign


def _as_denied(case: Case, pole: Pole, theirs: list[tuple[Passage, Pole]], against: Pole) -> bool:
    """Whether the clauses of two words deny alike."""
    text = next(t for t, p in theirs if p is against)
    return parity(case.sentence, pole.clause) == parity(text, against.clause)


_RENDERED = {
    "passing",
    "votes",
    "building",
    "permit",
    "verdict",
    "carry",
    "valid",
    "disclose",
    "adopt",
    "effect",
    "accept",
    "agree",
    "avoid",
    "gain",
    "success",
    "begin",
    "duty",
}
_PREDICATES = {
    "condition",
    "ease",
    "verdict",
    "avoid",
    "gain",
    "stance",
    "carry",
    "valid",
    "disclose",
    "adopt",
    "above",
    "change",
    "currency",
    "subscribe",
    "amount",
    "young",
    "speed",
    "effect",
    "permit",
    "begin",
    "enter",
    "duration",
    "strict",
    "likely",
}


def _both_named(pole: Pole, sentence: Passage, theirs: list[tuple[Passage, Pole]]) -> bool:
    """Whether both poles of an attribute (domestic and foreign) stand together in the sentence and in the evidence.

    Who then does what is the role guard's question.
    """
    if pole.axis in _PREDICATES or pole.axis.startswith("degree"):
        return False
    mine = {p.sign for p in poles(sentence) if p.axis == pole.axis and p.clause == pole.clause}
    clauses = {
        id(p.clause): {q.sign for _, q in theirs if q.axis == p.axis and q.clause == p.clause}
        for _, p in theirs
        if p.axis == pole.axis
    }
    return len(mine) == 2 and any(len(signs) == 2 for signs in clauses.values())


def _elsewhere(pole: Pole, theirs: list[tuple[Passage, Pole]]) -> bool:
    """Whether the very word stands in the evidence in a clause that is at least as alike on another axis."""
    return any(p.word == pole.word and p.axis != pole.axis and p.sign == pole.sign for _, p in theirs) and not any(
        p.axis == pole.axis and similarity(pole.clause, p.clause) > 0.6 for _, p in theirs
    )


def _against(sentence: Passage, pole: Pole, theirs: list[tuple[Passage, Pole]]) -> Pole | None:
    scored = [(_alike(sentence, pole, text, other), other) for text, other in theirs]
    if any(_rendered(sentence, pole, text, other) for text, other in theirs if not _agrees(pole, other)):
        return None  # not supported for opposed: the polarity guard reads these
    beside = _beside(sentence, pole)
    told = [(other, _agrees(pole, other)) for text, other in theirs if beside and beside & _beside(text, other)]
    if any(same for _, same in told):
        return None  # the very figure beside the word moves the same way in the evidence
    if told and pole.axis in _CLEAR | {"condition", "gain", "amount", "currency", "subscribe"}:
        return told[0][0]
    agree = max((score for score, other in scored if _agrees(pole, other)), default=-1.0)
    score, best = max(
        ((score, other) for score, other in scored if not _agrees(pole, other)),
        key=lambda item: item[0],
        default=(-1.0, None),
    )
    if best is None or score <= agree:
        return None
    if agree >= 0 and pole.axis not in _PREDICATES and score - agree < 0.3:
        return None  # exports and imports both named: the clause must be clearly that of the other
    # With the right pole elsewhere in the evidence the reversed clause must be clearly the nearer one.
    if agree >= 0 and score - agree < 0.12:
        return None
    return best if score >= 0.25 or (agree < 0 and score >= 0.1) else None


def _beside(text: Passage, pole: Pole) -> frozenset[tuple[str, Decimal]]:
    """The figures right after a word, or right before it."""
    return frozenset(
        (q.unit_class, abs(q.value))
        for q in text.quantities
        if (0 <= q.start - pole.end <= 14 or 0 <= pole.start - q.end <= 3)
        and pole.clause.start <= q.start < pole.clause.end
    )


def _rendered(sentence: Passage, pole: Pole, text: Passage, other: Pole) -> bool:
    """Whether opposite words agree because just one of them stands in a denying clause."""
    if pole.axis not in _RENDERED and not re.search(r"\bunless\b|除非|若不|如不", pole.clause.text + other.clause.text):
        return False
    mine = withholding(sentence, pole.clause, pole.start, pole.end, turned=pole.turned)
    return mine != withholding(text, other.clause, other.start, other.end, turned=other.turned)


def _agrees(pole: Pole, other: Pole) -> bool:
    return pole.sign == other.sign and (pole.turned == other.turned or pole.axis not in _CLEAR)


def _alike(sentence: Passage, pole: Pole, text: Passage, other: Pole) -> float:
    """How alike the surroundings of two poles are: clause, nearest words before, figures in the clause."""
    score = similarity(pole.clause, other.clause)
    near, their_near = _nearest(pole), _nearest(other)
    if near and their_near:
        score += 0.5 * len(near & their_near) / max(len(near), len(their_near))
    figures = {abs(q.value) for q in sentence.quantities if pole.clause.start <= q.start < pole.clause.end}
    theirs = {abs(q.value) for q in text.quantities if other.clause.start <= q.start < other.clause.end}
    if figures & theirs:
        score += 0.4
    if similarity(pole.clause, other.clause) == 0 and len(pole.clause.keys) <= 1:
        score += 0.15
    return score


def _nearest(pole: Pole) -> frozenset[str]:
    before = [w for w in pole.clause.words if w.content and w.end <= pole.start]
    after = [w for w in pole.clause.words if w.content and w.start >= pole.end]
    return frozenset(w.key for w in (*before[-2:], *after[:1]))
