"""Whether the evidence tells the other pole of what the sentence tells, of the same things.

A reading (`guards.readings`) is compared with the evidence's readings of the same class that have most of its
surroundings; both the guard of polarity and that of direction ask it, to object and to let pass.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import features
from synthesis.engine.drafting.guards.comparing import borne_out, told_from_other_side
from synthesis.engine.drafting.guards.crossing import crossed, other_mark, told_either_way
from synthesis.engine.drafting.guards.deals import deals_compared
from synthesis.engine.drafting.guards.readings import Reading, readings
from synthesis.engine.drafting.guards.thresholds import beyond
from synthesis.engine.drafting.guards.times import then_and_now
from synthesis.engine.drafting.guards.trends import trends
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.guards.universals import counts_the_others, partly_denied
from synthesis.engine.drafting.lexicon.negation import DENIAL, TURNED
from synthesis.engine.drafting.lexicon.opposites import DIRECTED, MOVED, SIDE
from synthesis.engine.patterns import lazy_pattern


def _all(text: Passage) -> tuple[Reading, ...]:
    """What the predicates of a passage of the evidence say, and what its figures show."""
    return readings(text) + trends(text) + then_and_now(text)


@lru_cache(maxsize=64)
def _weights(evidence: tuple[Passage, ...]) -> dict[str, float]:
    """How much a key tells the readings of the evidence apart: what all of them share tells nothing."""
    counted: Counter[str] = Counter()
    clauses = {id(r.clause): r for text in evidence for r in _all(text)}
    for reading in clauses.values():
        counted.update(key for key, _ in reading.theme)
    return {key: 1 / number for key, number in counted.items()}


def _match(mine: Reading, other: Reading, weights: dict[str, float], named: frozenset[str]) -> float:
    theirs = dict(other.theme)
    whole = sum(weights[key] * weight for key, weight in mine.theme if key in weights)
    shared = sum(
        weights[key] * (weight + theirs[key]) / 2 for key, weight in mine.theme if key in theirs and key in weights
    )
    fit = shared / whole if whole else 0.0
    if mine.axis == "reference" and other_mark(mine, other, named):
        return 0.0
    if not mine.thing or not other.thing or mine.axis == "reference":
        return fit
    alike = _same_thing(mine, other, named)
    if alike:
        return fit + _THING * alike
    if not mine.thing & named:
        return fit
    return fit * (_OTHER if mine.thing & theirs.keys() else _APART)


_THING, _OTHER, _HALF, _APART = 0.3, 0.45, 0.5, 0.3


def _same_thing(mine: Reading, other: Reading, named: frozenset[str]) -> float:
    """How much of what a reading moves, as far as the evidence names it, another moves, 0–1."""
    known = mine.thing & named
    return len(known & other.thing) / len(known) if known else 0.0


@lru_cache(maxsize=64)
def _named(evidence: tuple[Passage, ...]) -> frozenset[str]:
    """All content words and pairs of characters of the evidence."""
    return frozenset(k for text in evidence for c in text.clauses for part in features(c) for k in part)


def _turns(mine: Reading, other: Reading) -> bool:
    return crossed(mine, other) != _inverse(mine, other)


#: Measures that run against each other: as one rises the other falls.
_INVERSE = tuple(
    (lazy_pattern(one, re.IGNORECASE), lazy_pattern(other, re.IGNORECASE))
    for one, other in (
        (r"停时|天数|时长|用时|耗时|时间|周期|\b(?:times?|days|duration|wait\w*)\b", r"效率|速度|\b(?:efficiency|speed|pace|productivity)\b"),
        (r"收益率|\byields?\b", r"债券价格|债价|\bbond prices?\b"),
        (r"失业|\bunemployment\b|\bjobless\w*", r"就业率|在岗|\bemployment\b"),
        (r"空置|\bvacanc\w+", r"出租率|入住率|\boccupancy\b"),
        (r"死亡率|病死率|\bmortality\b|\bdeath rates?\b|\bdeaths\b", r"存活率|生存率|治愈率|\bsurviv\w+"),
        (r"错误率|误差|误判率|\berrors?\b", r"准确率|精度|准确度|\baccura\w+|\bprecision\b"),
        (r"浓度|污染|\b(?:pollut\w+|concentrations?)\b", r"空气质量|水质|\b(?:air|water) quality\b"),
        (r"晚点|延误|\bdelays?\b|\blate\w*", r"准点率|正点率|\bpunctual\w*"),
        (r"不良率|次品率|废品率|\bdefects?\b|\brejects?\b", r"良品率|合格率|良率|\bquality\b"),
        (r"流失率|辍学率|离职率|\b(?:dropouts?|turnover|attrition)\b", r"留存率|巩固率|\bretention\b"),
        (r"缺勤|\babsen\w+", r"出勤|\battendance\b"),
        (r"上诉率|\bappeals?\b", r"息诉|服判"),
        (r"\b(?:women|female|girls)\b|女[性生]", r"\b(?:men|male|boys)\b|男[性生]"),
    )
)  # fmt: skip


@lru_cache(maxsize=4096)
def _measures(reading: Reading) -> dict[int, int]:
    """The sides of the inverse measures that stand near a reading in its clause."""
    text, clause = reading.text, reading.clause
    reach = 16 if text.language == "zh" else 70
    near = text.text[max(clause.start, reading.start - reach) : min(clause.end, reading.start + reach)]
    found = {}
    for number, (one, other) in enumerate(_INVERSE):
        sides = bool(one.search(near)), bool(other.search(near))
        if sides[0] != sides[1]:
            found[number] = 1 if sides[0] else -1
    return found


def _inverse(mine: Reading, other: Reading) -> bool:
    """Whether two readings are of measures that run against each other (the yield fell: the bond price rose)."""
    if mine.axis not in {"amount", "above", "level"}:
        return False
    here, there = _measures(mine), _measures(other)
    return any(there.get(number) == -side for number, side in here.items())


_PREDICATE = lazy_pattern(r"(?:增长|下降|下滑|下跌)$")


def _not_still(told: Iterable[Reading]) -> list[Reading]:
    """What rose or fell as what did not stay as it was."""
    return [
        replace(r, axis="change", sign=1)
        for r in told
        if r.axis == "amount" and not r.denied and not (MOVED.search(r.word) and not _PREDICATE.search(r.word))
    ]


@lru_cache(maxsize=64)
def judged(case: Case) -> tuple[tuple[Reading, Reading | None, Reading | None, float, float], ...]:
    """Each reading of the sentence with the best agreeing and the best opposed reading of the evidence and their fit."""
    evidence = tuple(text for text in case.evidence if text.language == case.sentence.language)
    theirs = [r for text in evidence for r in _all(text)]
    spoken = (*readings(case.sentence), *then_and_now(case.sentence))
    if any(r.axis == "change" and r.sign < 0 for r in spoken):
        theirs += _not_still(theirs)
    elif any(r.axis == "change" and r.sign < 0 for r in theirs):
        spoken += tuple(_not_still(spoken))
    weights, named = _weights(evidence), _named(evidence)
    found, rivals = [], []
    for mine in spoken:
        kin = [(_match(mine, r, weights, named), r) for r in theirs if r.axis == mine.axis]
        same = [(fit, r) for fit, r in kin if (r.sign == mine.sign) != _turns(mine, r)]
        other = [(fit, r) for fit, r in kin if (r.sign == mine.sign) == _turns(mine, r)]
        agree, with_ = max(same, key=lambda x: x[0], default=(-1.0, None))
        against, opposed = max(other, key=lambda x: x[0], default=(-1.0, None))
        found.append((mine, with_, opposed, agree, against))
        rivals.append(other)
    taken = {id(r) for _, r, _, agree, against in found if r is not None and agree >= max(_ENOUGH, against)}
    for i, (mine, with_, opposed, agree, against) in enumerate(found):
        free = [pair for pair in rivals[i] if id(pair[1]) not in taken]
        if opposed is not None and id(opposed) in taken and against > agree and free:
            against, opposed = max(free, key=lambda x: x[0])  # another word of the sentence tells that one
            found[i] = (mine, with_, opposed, agree, against)
    return tuple(found)


_ENOUGH, _CLEAR, _STRONG, _LITTLE, _SHORT = 0.3, 0.2, 0.45, 0.05, 3


def opposition_findings(case: Case) -> Iterator[Finding]:
    """Objections to predicates whose class the evidence tells the other way of the same things."""
    told = Counter((r.axis, r.sign) for text in case.evidence for r in _all(text))
    mine_told = Counter((r.axis, r.sign) for r in readings(case.sentence))
    kept = agreeing(case)
    settled = deals_compared(case).clauses
    matched = {id(same) for mine, same, _, _, _ in judged(case) if mine.start in kept}
    named = _named(tuple(text for text in case.evidence if text.language == case.sentence.language))
    changed = _all_changed(case) - {
        r.axis.removeprefix("turn ") for r in readings(case.sentence) if r.axis.startswith("turn ")
    }
    kept_courses = {
        m.axis for m, _, _, agree, against in judged(case) if m.axis.startswith("turn ") and agree >= against
    }
    for mine, same, opposed, agree, against in judged(case):
        if f"turn {mine.axis}" in kept_courses:
            continue  # it rose and fell in the same order
        if _told_from_elsewhere(case, mine, opposed) or counts_the_others(case, mine.clause):
            continue
        if opposed is not None and _not_all(mine, same, opposed):
            yield Finding("direction", "check", "direction", (mine.word, opposed.word))
            continue
        if (
            opposed is None
            or (mine.start in kept and not mine.axis.startswith("turn "))
            or against < _ENOUGH
            or against - max(agree, 0.0) < _CLEAR
        ):
            continue
        if mine.axis.startswith(SIDE) and (same or mine_told[mine.axis, -mine.sign]):
            continue  # both sides are named: who stands on which is the guard of roles' question
        if mine.axis == "change" and same is not None:
            continue  # some stayed, some moved
        if mine.clause.start in settled or (_SALE.search(mine.word) and _other_side(mine, opposed)):
            continue  # a sale is a purchase for the other side: the guard of roles' question
        both = ((mine.axis, 1), (mine.axis, -1))
        if mine.axis not in DIRECTED and all(told[key] for key in both) and len(mine.clause.keys) < _SHORT:
            continue  # too little is said to tell which is meant
        if _of_another_time(case, mine, opposed) or (same and _anchored(mine, same, opposed)):
            continue  # the very figure or month is told the same way
        sure = _surely(mine, same, opposed, named) or mine.axis in changed
        if id(opposed) in matched and not sure:
            continue  # another word of the sentence tells that one
        if all(told[key] and mine_told[key] for key in both) and not sure:
            continue  # both ways are told on both sides: the same pair in other words
        if (
            all(told[key] for key in both)
            and not sure
            and ((agree > _CLEAR and against - agree < _STRONG) or _shared(mine, opposed) < 2)
        ):
            continue
        if partly_denied(case.sentence) and partly_denied(opposed.text):
            continue  # not all do: some do not
        if _conditional(case, mine, opposed) or _turned(mine, opposed):
            continue
        guard = "direction" if mine.axis in DIRECTED or mine.axis.startswith((SIDE, "turn ")) else "polarity"
        level = "fail" if against >= 0.6 and agree < 0 else "check"
        yield Finding(guard, level, "direction", (mine.word, opposed.word))


def _told_from_elsewhere(case: Case, mine: Reading, opposed: Reading | None) -> bool:
    """Whether opposite words tell one comparison, one bound or one order from either side."""
    if any(start <= mine.start < end for start, end in borne_out(case)) or _other_end(case, mine, opposed):
        return True
    if mine.axis not in DIRECTED and mine.clause.start in beyond(case):
        return True
    return opposed is not None and told_either_way(mine, opposed)


def _other_end(case: Case, mine: Reading, opposed: Reading | None) -> bool:
    """Whether two opposite words tell one comparison, from either side."""
    return opposed is not None and any(
        start <= mine.start < end and text is opposed.text and low <= opposed.start < high
        for (start, end), text, (low, high) in told_from_other_side(case)
    )


def _not_all(mine: Reading, same: Reading | None, opposed: Reading) -> bool:
    """Whether of what is told to move alike the evidence moves something the other way."""
    if mine.axis not in DIRECTED or not _ALL.search(mine.clause.text):
        return False
    return _shared(mine, opposed) >= 2 or _parted(mine, same, opposed) or _also_told(mine, same, opposed)


def _all_changed(case: Case) -> frozenset[str]:
    """The classes of which the sentence tells both poles, each of them nearer to the other pole of the evidence."""
    rows: dict[str, list[tuple[int, int, float, float]]] = {}
    named = _named(tuple(text for text in case.evidence if text.language == case.sentence.language))
    for mine, _, opposed, agree, against in judged(case):
        if opposed is not None and _same_thing(mine, opposed, named) <= _HALF:
            opposed = None
        rows.setdefault(mine.axis, []).append((mine.sign, opposed.start if opposed else -1, agree, against))
    return frozenset(
        axis
        for axis, told in rows.items()
        if len(told) == len({at for _, at, _, _ in told}) == 2
        and len({sign for sign, _, _, _ in told}) == 2
        and all(at >= 0 and against > agree + _LITTLE for _, at, agree, against in told)
        and sum(against - max(agree, 0.0) for _, _, agree, against in told) > 2 * _CLEAR
    )


def _anchored(mine: Reading, same: Reading, opposed: Reading) -> bool:
    """Whether a figure or date ties a reading to the agreeing one: a date does not where a figure ties it to the other."""
    own, one, other = (frozenset(k for k, _ in r.theme if k[0] in "#@") for r in (mine, same, opposed))
    tied = own & one - other
    return bool(tied) and (any(k[0] == "#" for k in tied) or not any(k[0] == "#" for k in own & other - one))


def _of_another_time(case: Case, mine: Reading, opposed: Reading) -> bool:
    """Whether a thing is set beside itself in a year for which the evidence has another clause than the opposed one."""
    if all(r.start != mine.start for r in then_and_now(case.sentence)):
        return False
    years = {d.year for d in case.sentence.dates if d.year and mine.start <= d.start < mine.clause.end}
    there = opposed.clause
    other = {d.year for d in opposed.text.dates if not there.start <= d.start < there.end}
    return bool(years & other) and not any(
        d.year in years and there.start <= d.start < there.end for d in opposed.text.dates
    )


def _surely(mine: Reading, same: Reading | None, opposed: Reading, named: frozenset[str]) -> bool:
    """Whether what moves is what the opposed reading moves, and not what the agreeing one does."""
    alike = _same_thing(mine, opposed, named)
    return alike > _HALF and alike - (_same_thing(mine, same, named) if same else 0.0) >= _APART


def _parted(mine: Reading, same: Reading | None, opposed: Reading) -> bool:
    """Whether of two things told to move alike the evidence moves one this way and the other that."""
    return same is not None and bool(
        mine.thing & opposed.thing - same.thing
        and mine.thing & same.thing - opposed.thing
        and mine.clause is not opposed.clause
    )


def _also_told(mine: Reading, same: Reading | None, opposed: Reading) -> bool:
    """Whether a word of what is told to move alike is what the evidence moves the other way."""
    theirs = (mine.thing & opposed.thing) - (same.thing if same else frozenset())
    return any(w.key in theirs for w in mine.clause.words if w.content)


def _shared(mine: Reading, other: Reading) -> int:
    """How many words and figures two readings are both told of."""
    theirs = dict(other.theme)
    spelled = {w.text for w in mine.clause.words if w.content and w.key != w.text}  # counted by its key
    return sum(key in theirs and key not in spelled and (weight > 0.5 or key.isascii()) for key, weight in mine.theme)


def _other_side(mine: Reading, other: Reading) -> bool:
    """Whether two clauses open with different parties, one of them with a word for its partner (from, 向)."""
    first, second = (frozenset([w.key for w in r.clause.words if w.content][:3]) for r in (mine, other))
    return not first & second and bool(_PARTNER.search(mine.clause.text) or _PARTNER.search(other.clause.text))


_SALE = lazy_pattern(r"[买购卖售]|收购|转让|^(?:buy|bought|purchas|acquir|sell|sold)", re.IGNORECASE)
_PARTNER = lazy_pattern(r"[从向给由被]|手中|\b(?:from|to|by)\b", re.IGNORECASE)
_ALL = lazy_pattern(
    r"(?<![平人日月年户亩])均(?![价线值])|双双|(?<!首)都(?!市)|同样|一同|齐|同步|一并|一道|双[升降涨跌增减]|\b(?:both|alike|all|as well|too|in (?:tandem|parallel|step|unison)|together)\b",
    re.IGNORECASE,
)
_IF = lazy_pattern(
    r"(?<![\u4e00-\u9fff])若(?!干)|但若|而若|如果|除非|反之|否则|\b(?:if|unless|otherwise|whether|save|except|alone)\b",
    re.IGNORECASE,
)


def _conditional(case: Case, mine: Reading, other: Reading) -> bool:
    """Whether the sentence tells under a condition what the evidence tells without one."""
    there = next(t for t in case.evidence if other.clause in t.clauses)
    return bool(_IF.search(case.sentence.sentence_of(mine.clause))) and not _IF.search(there.sentence_of(other.clause))


_NO = "不未无非"
_JUST = lazy_pattern(r"[仅只]|\bonly\b|\brestricted to\b|\blimited to\b|\breserved for\b", re.IGNORECASE)
_NONE = lazy_pattern(r"[不未没无非]|\b(?:no|not|none|nobody|cannot|never)\b|n't\b", re.IGNORECASE)
_ALL_OTHERS = lazy_pattern(
    r"以外的|之外的|非[^，。；]{1,8}的|\b(?:other than|except|apart from|non-\w+)\b", re.IGNORECASE
)
#: Those that lack what is asked of them.
_WANTING = lazy_pattern(
    r"\b(?:without|lacking|unless)\b|\b(?:that|which|who|where) (?:do|does|did|is|are|has|have) not\b"
    r"|(?:未|没有|不[符合满达具])[^，。；]{1,14}[的者]|无[^，。；]{1,8}[的者]",
    re.IGNORECASE,
)
_OTHERS = lazy_pattern(
    r"除[^。；]{1,20}外|其[他它余]|\b(?:but|except|other than|apart from|others|else)\b", re.IGNORECASE
)


def _turned(mine: Reading, other: Reading) -> bool:
    """Whether a denial on one side only may be turned by a condition, an exception or a first."""
    if (
        mine.axis == "leave"
        and (_OTHERS.search(mine.clause.text + mine.text.sentence_of(mine.clause)) or _WANTING.search(mine.clause.text))
        and _JUST.search(other.clause.text)
    ):
        return True  # only the ones may: the others may not
    if mine.axis == "leave" and _JUST.search(mine.clause.text) and _OTHERS.search(other.text.sentence_of(other.clause)):
        return True
    if mine.axis in {"reference", "above"} and _JUST.search(other.clause.text) and _NONE.search(mine.clause.text):
        return True  # only those below it may: none above it
    if mine.axis == "amount" and bool(_ALL_OTHERS.search(mine.clause.text)) != bool(
        _ALL_OTHERS.search(other.clause.text)
    ):
        return True  # what the one loses the others gain
    here = TURNED.search(mine.clause.text) or TURNED.search(other.clause.text) or _IF.search(other.clause.text)
    denied = mine.denied != other.denied or (mine.word[0] in _NO) != (other.word[0] in _NO)
    return denied and bool(here)


def agreeing(case: Case) -> frozenset[int]:
    """Offsets of the words of the sentence that the evidence tells the same way of the same things."""
    return frozenset(
        m.start
        for m, _, _, agree, against in judged(case)
        if agree >= _ENOUGH
        and agree >= against
        and not (m.axis == "change" and m.sign > 0)  # which way it changed is told apart
    )


def explained(case: Case, clause: Clause) -> bool:
    """Whether a denial on one side only is rendered by an opposite: a reading agrees that only one side denies."""
    for mine, with_, _, agree, against in judged(case):
        if mine.clause is not clause or with_ is None or agree < _ENOUGH or agree < against:
            continue
        denying = DENIAL[case.sentence.language]
        if (mine.denied != with_.denied) or denying.search(mine.word) or denying.search(with_.word):
            return True
    return False
