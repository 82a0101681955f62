"""Who is set beside whom in a comparison, and whether two of them name their sides the other way round."""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.guards.earlier import told_from_earlier
from synthesis.engine.drafting.guards.links import keys_between
from synthesis.engine.drafting.guards.preconditions import precondition_told
from synthesis.engine.drafting.guards.quality import other_quality
from synthesis.engine.drafting.guards.readings import SET_BESIDE, Reading
from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.drafting.lexicon.opposites import SIDE
from synthesis.engine.patterns import lazy_pattern

_COMPARES = frozenset({"reference", "speed", "time", "above", "level", "amount", "price", "gain", "currency"})
#: What one side loses the other gains: lost share to, gained ground from, weakened against; 人民币对美元升值.
_AT_COST_OF = lazy_pattern(
    r"(?P<at>\s(?:[\w-]+\s){0,3}?(?:to|from|against|versus|at the expense of|over)\s)(?P<b>[^,.;]+)", re.IGNORECASE
)
_FACING_ZH = lazy_pattern(
    r"(?<![相反针面绝])[对兑](?P<b>[^，。；对兑的]{1,8}?)(?:汇率|的汇率)?(?:有所|小幅|大幅|明显|持续|进一步|略有?)?$"
)
_ENDS_IN_THAN = lazy_pattern(
    r"于$|[过及如]$|^(?:exceed|outp|outs|surpass|overt|beat|trail|above|below)|\bbehind$", re.IGNORECASE
)
_THAN = lazy_pattern(r"\bthan\b|\bbehind\b", re.IGNORECASE)
_COMPARATIVE = lazy_pattern(r"er$|\b(?:more|less|better|worse)\b", re.IGNORECASE)


def crossed(mine: Reading, other: Reading) -> bool:
    """Whether a comparison names its sides the other way round."""
    if mine.axis not in _COMPARES or any(
        told_from_earlier(r.text, r.clause, r.start, r.start + len(r.word)) for r in (mine, other)
    ):
        return False  # then against now is in the sign already
    (first, second), (their_first, their_second) = sides(mine), sides(other)
    if not first & their_second - their_first:
        return False
    if second & their_first - their_second:
        return True
    return bool(second - their_second) and bool((second & _told_before(other)) - their_second - first)


@lru_cache(maxsize=4096)
def _told_before(reading: Reading) -> frozenset[str]:
    """What the sentence names before the clause of a reading, of which the clause may go on to speak."""
    begin = reading.text.sentences[reading.clause.sentence][0]
    return keys_between(reading.text, begin, reading.clause.start)


def other_mark(mine: Reading, other: Reading, named: frozenset[str]) -> bool:
    """Whether two comparisons are with different things, of which the evidence names both: below Wednesday, above the
    alarm level."""
    (first, second), (their_first, their_second) = sides(mine), sides(other)
    here, there = ((r.text, r.start, r.start + len(r.word)) for r in (mine, other))
    common = (first | second) & (their_first | their_second)
    if second and their_second and other_quality(here, there, common, named):
        return True
    return bool(
        their_second
        and second
        and second <= named
        and not second & (their_second | their_first)
        and not first & their_second
    )


@lru_cache(maxsize=4096)
def sides(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """Keys of what is compared and of what it is compared with; the second is empty where nothing is compared."""
    text, clause = reading.text, reading.clause
    if reading.axis in {"gain", "currency"} and _facing(reading, reading.start + len(reading.word)) is None:
        return frozenset(), frozenset()
    begin, stop = text.sentences[clause.sentence]
    end = reading.start + len(reading.word)
    beside = next(
        (m for m in SET_BESIDE.finditer(text.text, begin, stop) if m.end() <= reading.start or m.start() >= end), None
    )
    if beside is not None:
        span = beside.span(beside.lastgroup or 0)
    elif (at := text.text.rfind("比", clause.start, reading.start)) >= 0:
        span = (at + 1, reading.start)
    elif _ENDS_IN_THAN.search(reading.word):
        span = (end, clause.end)
    elif (than := _THAN.search(text.text, reading.start, clause.end)) and (
        reading.axis in {"reference", "time"} or _COMPARATIVE.search(reading.word)
    ):
        span = (than.end(), clause.end)
    elif (facing := _facing(reading, end)) is not None:
        span = facing
    elif reading.axis == "reference":
        span = (reading.start, clause.end)
    else:
        return frozenset(), frozenset()
    second = keys_between(text, *span) or (_moneys(text, *span) if reading.axis in _ZERO_SUM else frozenset())
    before = [(clause.start, min(reading.start, span[0]) if span[0] >= clause.start else reading.start)]
    inner = keys_between(text, reading.start, end) if " " in reading.word else frozenset[str]()
    first = frozenset[str]().union(inner, *(keys_between(text, *part) for part in before)) - second
    if reading.axis in _ZERO_SUM:
        first |= frozenset[str]().union(*(_moneys(text, *part) for part in before)) - second
    if not any(len(key) > 1 for key in first):
        first = keys_between(text, begin, reading.start) - second
    return first, second


def _moneys(text: Passage, start: int, end: int) -> frozenset[str]:
    """The currencies named between two offsets, which elsewhere are units."""
    return frozenset(
        w.text.lower().rstrip("s") for w in text.words if start <= w.start < end and _MONEY.fullmatch(w.text)
    )


_MONEY = lazy_pattern(
    r"dollars?|euros?|pounds?|yen|yuan|renminbi|rupees?|pesos?|francs?|kron[ae]r?|won|rand|reals?|roubles?|rubles?|liras?|sterling|zloty|baht|ringgit|rupiah"
    r"|人民币|美元|欧元|日元|英镑|港元|韩元|卢布|卢比|比索|法郎|里拉|雷亚尔|澳元|加元|泰铢",
    re.IGNORECASE,
)
_ZERO_SUM = frozenset({"gain", "currency", "amount"})
_MOVES_AGAINST = lazy_pattern(
    r"^(?:gain|took|take|taking|los|win|won|lost|strength|weak|appreci|depreci|ris|rose|f[ae]ll|firm|soft|declin|advanc)",
    re.I,
)


def _facing(reading: Reading, end: int) -> tuple[int, int] | None:
    """Where the other side of a gain or loss stands: to whom, from whom, against what."""
    if reading.axis not in _ZERO_SUM:
        return None
    text, clause = reading.text, reading.clause
    if text.language == "zh":
        match = _FACING_ZH.search(text.text[clause.start : reading.start])
        return (clause.start + match.start("b"), clause.start + match.end("b")) if match else None
    after = _AT_COST_OF.match(text.text, end, clause.end)
    if after is None or not _MOVES_AGAINST.match(reading.word):
        return None
    words = after["at"].split()
    if reading.axis != "gain" and words[-1].lower() != "against":
        return None  # fell to 8 per cent, rose from 7
    return after.span("b")


_ORDER, _NEXT = SIDE + "before|after", 3


def told_either_way(mine: Reading, other: Reading) -> bool:
    """Whether two opposite words tell one order, or what cannot be without another thing and what needs it."""
    needed = precondition_told(mine.text.sentence_of(mine.clause), other.text.sentence_of(other.clause))
    return needed or order_turned(mine, other)


def order_turned(mine: Reading, other: Reading) -> bool:
    """Whether before and after are followed by different things: B after A is A before B."""
    if mine.axis != _ORDER:
        return False
    here, there = (
        {w.key for w in [w for w in r.text.words if w.content and r.start < w.start][:_NEXT]} for r in (mine, other)
    )
    return not here & there
