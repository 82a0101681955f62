"""Predicates read as poles of broad classes, denials counted in: banned and not allowed are one reading, allowed the other.

A reading is compared with the evidence's reading of the same class that has most of its surroundings; both the guard of
polarity and that of direction ask it, to object and to let pass.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.negations import broken, marks_in
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.negation import DENIAL, TURNED
from synthesis.engine.drafting.lexicon.opposites import (
    ABOUT,
    AVERTS,
    DIRECTED,
    ENDS,
    MOVED,
    NO_POLE,
    RULES,
    WANTING,
    Hit,
    opposites_in,
)  # fmt: skip

_GAP = {"zh": 8, "en": 24}
_NEAR = {"zh": 9, "en": 32}
_BEFORE = {"zh": 12, "en": 44}
_HAN = re.compile(r"[一-鿿]+")
_FUNCTION = re.compile(r"[的了在和与及为是也都将于其该对从到把被由所而且并中上下内外年月日]")
_WITH = re.compile(
    r"^[^，。；]{0,3}(?:随|因|为|由于)[^，。；]*而$|^能?被[^，。；]{0,14}$|^能?(?:获得?|得到|取得|予以?)[^，。；]{0,12}$"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\s(?:\w+ly\s)?$", re.IGNORECASE)
_DESPITE = re.compile(
    r"(?:尽管|不顾)[^，。；]{0,10}$|\b(?:despite|notwithstanding|in spite of)\b[^.;,]{0,30}$", re.IGNORECASE
)
_COMPARED = re.compile(r"(?:er|less|fewer|better|worse|more)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A pole as told: class, +1 or −1 with denials counted in, word, offset, clause, and its surroundings by weight."""

    axis: str
    sign: int
    denied: bool
    word: str
    start: int
    clause: Clause
    theme: tuple[tuple[str, float], ...]


@lru_cache(maxsize=2048)
def readings(text: Passage) -> tuple[Reading, ...]:
    """What the predicates of a passage say."""
    blind = [m.span() for m in NO_POLE.finditer(text.text)]
    hits = [h for h in opposites_in(text.text, text.language) if not any(s < h.end and h.start < e for s, e in blind)]
    found = []
    for hit in hits:
        clause = clause_at(text, hit.start)
        if clause is None or any(
            w.start <= hit.start and hit.end <= w.end and len(w.text) > hit.end - hit.start and w.tag.startswith("n")
            for w in clause.words
        ):
            continue
        beside = [h for h in hits if clause.start <= h.start < clause.end and h.start != hit.start]
        if _moves_another(text, hit, beside) or (hit.axis == "going" and _ends_rule(text, clause, hit)):
            continue
        if text.language == "en" and _COMPARED.search(hit.word) and " than" in text.text[hit.end : clause.end]:
            continue  # read as a whole by `guards.compare`
        if _DESPITE.search(text.text[clause.start : hit.start]):
            continue
        denied = _denied(text, clause, hit, hits)
        sign = -hit.sign if denied else hit.sign
        for axis, turn in _axes(text, clause, hit, beside):
            found.append(
                Reading(axis, sign * turn, denied, hit.word, hit.start, clause, _theme(text, clause, hit, hits))
            )
    return tuple(found)


def _moves_another(text: Passage, hit: Hit, beside: list[Hit]) -> bool:
    """Whether the word names the rise or fall that another word of the clause moves."""
    reach = 7 if text.language == "zh" else 30
    return bool(MOVED.search(hit.word)) and any(
        h.axis in {"amount", "speed", "gap"} and 0 <= h.start - hit.end <= reach and h.word != hit.word for h in beside
    )


def _ends_rule(text: Passage, clause: Clause, hit: Hit) -> bool:
    """Whether a word ends a rule of the clause, which is then read as turned."""
    return bool(ENDS.fullmatch(hit.word)) and bool(RULES.search(clause.text))


def _denied(text: Passage, clause: Clause, hit: Hit, hits: list[Hit]) -> bool:
    """Whether an odd number of denials, averting verbs and ends bear on a hit."""
    count = _marks_on(text, clause, hit.start, hits, verb=hit.axis not in {"reference", "result", "stock"})
    averted = AVERTS.search(text.text[clause.start : hit.start])
    if averted:
        count += 1 + _marks_on(text, clause, clause.start + averted.start(), hits)
    count += bool(WANTING.search(text.text[hit.end : clause.end]))
    passive = hit.axis == "reference" and _PASSIVE.search(text.text[clause.start : hit.start])
    count += bool(passive) and text.text[hit.end : clause.end].lstrip().startswith("by ")
    if RULES.fullmatch(hit.word):
        rest = clause.text[: hit.start - clause.start] + "　" + clause.text[hit.end - clause.start :]
        count += bool(ENDS.search(rest))
    return count % 2 == 1


def _marks_on(text: Passage, clause: Clause, start: int, hits: list[Hit], *, verb: bool = True) -> int:
    """How many negations of a clause bear on the word at `start`."""
    count = 0
    first = min((h.start for h in hits if h.start >= clause.start), default=start)
    marks = [m for m in marks_in(text, clause) if m.end() <= start]
    if any(m.group().lower() == "neither" for m in marks):
        marks = [m for m in marks if m.group().lower() != "nor"]
    for mark in marks:
        if any(h.start < mark.end() and mark.start() < h.end and h.end - h.start > len(mark.group()) for h in hits):
            continue
        between = text.text[mark.end() : start]
        if _WHOLE.search(mark.group() + between) and mark.start() - clause.start <= _OPENING:
            count += verb and first >= start
        elif _EXISTS.fullmatch(mark.group()):
            count += len(between) <= 2 * _GAP[text.language] and not _CUT.search(between)
        elif _WITH.search(between):
            count += 1
        else:
            count += len(between) <= _GAP[text.language] and not broken(text, mark.end(), start)
    return count


_OPENING = 12
#: Denials of all of a subject, which bear on its verb however long it is.
_WHOLE = re.compile(r"^(?:no|none|neither|nobody|nothing)\b|^无一|^无人|^没有(?:一|任何|哪)", re.IGNORECASE)
_EXISTS = re.compile(r"不存在|没有|无|未见|no|without|neither", re.IGNORECASE)
_CUT = re.compile(r"[的而但、把将因，]|\b(?:and|but|that|which|because|to)\b")


def _axes(text: Passage, clause: Clause, hit: Hit, beside: list[Hit]) -> Iterator[tuple[str, int]]:
    """The classes of a hit with −1 where it turns: a smaller gap, a higher threshold, a faster growth."""
    if hit.axis != "amount":
        yield hit.axis, 1
        return
    before = text.text[clause.start : hit.start]
    moved = any(MOVED.search(h.word) and 0 <= hit.start - h.end <= 30 for h in beside if h.axis == "amount")
    around = text.text[max(clause.start, hit.start - _BEFORE[text.language]) : min(clause.end, hit.end + 24)]
    if text.language == "zh":
        around = text.text[max(clause.start, hit.start - 12) : min(clause.end, hit.end + 6)]
    if moved or ABOUT["speed"].search(before + text.text[hit.end : min(clause.end, hit.end + 24)]):
        yield "speed", 1
        return
    if ABOUT["gap"].search(before + around):
        yield "gap", 1
        return
    yield "amount", 1
    if ABOUT["ceiling"].search(around):
        yield "rule", 1
    elif ABOUT["rule"].search(around):
        yield "rule", -1


def _theme(text: Passage, clause: Clause, hit: Hit, hits: list[Hit]) -> tuple[tuple[str, float], ...]:
    """What a hit is told of: words, pairs of characters and figures of its clause, the nearest before it most."""
    near = _NEAR[text.language]
    found: dict[str, float] = {}

    def put(key: str, start: int, end: int, weight: float) -> None:
        close = min(abs(hit.start - end), abs(start - hit.end)) <= near
        touching = 0 <= hit.start - end <= 2
        found[key] = max(found.get(key, 0.0), weight * (1.5 if touching else 1.0 if close else 0.6))

    masked = text.text
    for h in hits:
        if clause.start <= h.start < clause.end and not MOVED.search(h.word):
            masked = masked[: h.start] + "，" * (h.end - h.start) + masked[h.end :]
    scopes = [(clause, 1.0)]
    if not any(w.content and w.end <= hit.start and "，" not in masked[w.start : w.end] for w in clause.words):
        scopes += [(c, 0.5) for c in text.clauses_of(clause.sentence) if c.end <= clause.start][-1:]
    for scope, weight in scopes:
        for word in scope.words:
            if word.content and masked[word.start : word.end] == text.text[word.start : word.end]:
                put(word.key, word.start, word.end, weight)
        for run in _HAN.finditer(masked, scope.start, scope.end):
            for at in range(run.start(), run.end() - 1):
                pair = masked[at : at + 2]
                if not _FUNCTION.search(pair):
                    put(pair, at, at + 2, 0.5 * weight)
        for quantity in text.quantities:
            if scope.start <= quantity.start < scope.end:
                put(f"#{quantity.unit_class}{abs(quantity.value)}", quantity.start, quantity.end, 1.5 * weight)
    return tuple(found.items())


@lru_cache(maxsize=64)
def _weights(evidence: tuple[Passage, ...]) -> dict[str, float]:
    """How much a key tells the readings of the evidence apart: what all of them share tells nothing."""
    counted: Counter[str] = Counter()
    clauses = {id(r.clause): r for text in evidence for r in readings(text)}
    for reading in clauses.values():
        counted.update(key for key, _ in reading.theme)
    return {key: 1 / number for key, number in counted.items()}


def _match(mine: Reading, other: Reading, weights: dict[str, float]) -> float:
    theirs = dict(other.theme)
    whole = sum(weights[key] * weight for key, weight in mine.theme if key in weights)
    shared = sum(
        weights[key] * (weight + theirs[key]) / 2 for key, weight in mine.theme if key in theirs and key in weights
    )
    return shared / whole if whole else 0.0


def _crossed(mine: Reading, other: Reading) -> bool:
    """Whether a comparison names its sides the other way round."""
    if mine.axis != "reference":
        return False
    first, second = _sides(mine)
    their_first, their_second = _sides(other)
    return bool(first & their_second - their_first) and bool(second & their_first - their_second)


def _sides(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """Keys of the words before and after a comparing word; before and after 比 where that stands first."""
    clause = reading.clause
    at = clause.text.find("比", 0, reading.start - clause.start)
    middle = clause.start + at if at > 0 else reading.start
    after = frozenset(w.key for w in clause.words if w.content and w.start >= middle)
    return frozenset(key for key, _ in reading.theme) - after, after


@lru_cache(maxsize=64)
def judged(case: Case) -> tuple[tuple[Reading, Reading | None, Reading | None, float, float], ...]:
    """Each reading of the sentence with the best agreeing and the best opposed reading of the evidence and their fit."""
    evidence = tuple(text for text in case.evidence if text.language == case.sentence.language)
    theirs = [r for text in evidence for r in readings(text)]
    weights = _weights(evidence)
    found = []
    for mine in readings(case.sentence):
        kin = [(_match(mine, r, weights), r) for r in theirs if r.axis == mine.axis]
        same = [(fit, r) for fit, r in kin if (r.sign == mine.sign) != _crossed(mine, r)]
        other = [(fit, r) for fit, r in kin if (r.sign == mine.sign) == _crossed(mine, r)]
        agree, with_ = max(same, key=lambda x: x[0], default=(-1.0, None))
        against, opposed = max(other, key=lambda x: x[0], default=(-1.0, None))
        found.append((mine, with_, opposed, agree, against))
    return tuple(found)


_ENOUGH, _CLEAR, _STRONG = 0.3, 0.2, 0.5


def opposition_findings(case: Case) -> Iterator[Finding]:
    """Objections to predicates whose class the evidence tells the other way of the same things."""
    told = Counter((r.axis, r.sign) for text in case.evidence for r in readings(text))
    mine_told = Counter((r.axis, r.sign) for r in readings(case.sentence))
    kept = agreeing(case)
    for mine, _, opposed, agree, against in judged(case):
        every = _ALL.search(mine.clause.text) and mine.axis in DIRECTED
        if every and opposed is not None and _shared(mine, opposed) >= 2:
            yield Finding("direction", "check", "direction", (mine.word, opposed.word))
            continue
        if opposed is None or mine.start in kept or against < _ENOUGH or against - max(agree, 0.0) < _CLEAR:
            continue
        both = ((mine.axis, 1), (mine.axis, -1))
        if all(told[key] and mine_told[key] for key in both):
            continue  # both ways are told on both sides: the same pair in other words
        if all(told[key] for key in both) and (
            (agree > _CLEAR and against - agree < _STRONG) or _shared(mine, opposed) < 2
        ):
            continue
        if _IF.search(case.sentence.sentence_of(mine.clause)) or _turned(mine, opposed):
            continue
        guard = "direction" if mine.axis in DIRECTED else "polarity"
        level = "fail" if against >= 0.6 and agree < 0 else "check"
        yield Finding(guard, level, "direction", (mine.word, opposed.word))


def _shared(mine: Reading, other: Reading) -> int:
    """How many words and figures two readings are both told of."""
    theirs = dict(other.theme)
    return sum(key in theirs and (weight > 0.5 or key.isascii()) for key, weight in mine.theme)


_ALL = re.compile(r"均|双双|都|同样|一同|齐|\b(?:both|alike|all|as well|too)\b", re.IGNORECASE)
_IF = re.compile(r"若|如果|除非|反之|否则|\b(?:if|unless|otherwise|whether|save|except|alone)\b", re.IGNORECASE)


def _turned(mine: Reading, other: Reading) -> bool:
    """Whether a denial on one side only may be turned by a condition, an exception or a first."""
    here = TURNED.search(mine.clause.text) or TURNED.search(other.clause.text) or _IF.search(other.clause.text)
    return mine.denied != other.denied and bool(here)


def agreeing(case: Case) -> frozenset[int]:
    """Offsets of the words of the sentence that the evidence tells the same way of the same things."""
    return frozenset(m.start for m, _, _, agree, against in judged(case) if agree >= _ENOUGH and agree >= against)


def explained(case: Case, clause: Clause) -> bool:
    """Whether a denial on one side only is rendered by an opposite: a reading agrees that only one side denies."""
    for mine, with_, _, agree, against in judged(case):
        if mine.clause is not clause or with_ is None or agree < _ENOUGH or agree < against:
            continue
        denying = DENIAL[case.sentence.language]
        if (mine.denied != with_.denied) or denying.search(mine.word) or denying.search(with_.word):
            return True
    return False
