"""Which figure belongs to what: figures that all stand in the evidence but have changed places.

A figure is misbound when its label holds words that the evidence ties to another figure of the kind and to nothing
near this one, and no word that tells this one from the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import aligned, clause_at, similarity
from synthesis.engine.drafting.guards.dating import absolute, dated, is_reference
from synthesis.engine.drafting.guards.derivation import reckoned
from synthesis.engine.drafting.guards.labels import Label, labels
from synthesis.engine.drafting.guards.measure import picks_out
from synthesis.engine.drafting.guards.nearness import rounds
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH
from synthesis.engine.drafting.lexicon.geography import holds
from synthesis.engine.drafting.lexicon.kinds import members
from synthesis.engine.drafting.lexicon.opposites import is_pole
from synthesis.engine.drafting.quantities.find import DateMention, Quantity
from synthesis.engine.drafting.quantities.likeness import alike


def misbound(case: Case) -> Iterator[Finding]:
    """Objections to figures that the evidence gives to something else."""
    theirs = [item for text in case.evidence for item in labels(text)]
    mine = labels(case.sentence)
    for item in mine:
        clause = clause_at(case.sentence, item.quantity.start)
        if item.quantity.unit_class in {"ordinal", "age"} or (clause is not None and _TOGETHER.search(clause.text)):
            continue
        like = [t for t in theirs if alike(item.quantity, t.quantity)]
        same = [t for t in like if _equal(t.quantity, item.quantity)]
        same = same or [t for t in like if rounds(item.quantity, t.quantity)]
        other = [t for t in like if t not in same and not _equal(t.quantity, item.quantity) and not _holds(t, item)]
        other = [t for t in other if not _bounded(item.quantity, t.quantity)]
        if same and item.grades and all(t.grades and not t.grades & item.grades for t in same):
            given = "、".join(sorted(same[0].grades))
            parts = ("、".join(sorted(item.grades)), same[0].quantity.text.strip(), given)
            yield Finding("number", "fail", "misbound", parts)
            return
        strange = _strange(case, item, same, theirs) if same and not _points_back(case, same) else ""
        if strange:
            parts = (item.quantity.text.strip(), same[0].quantity.text.strip(), strange)
            yield Finding("number", "fail", "misbound", parts)
            return
        wrong = _wrong(item, same, other, mine, _wholes(case)) if same and other else None
        if wrong and not reckoned(case, item.quantity, moves=True):
            right, words = wrong
            yield Finding(
                "number", "fail", "misbound", (item.quantity.text.strip(), right.quantity.text.strip(), words)
            )
            return


_TOGETHER = re.compile(r"合计|总计|共计|两者|二者|加起来|\b(?:together|combined|jointly|between them)\b", re.IGNORECASE)


def _bounded(mine: Quantity, theirs: Quantity) -> bool:
    """Whether a bound of the sentence is true of another figure too: less than a tenth of 6 % beside 8 %."""
    low, high = sorted((abs(mine.value), abs(theirs.value)))
    if 2 * low < high:
        return False
    return (mine.qualifier in {"under", "at_most"} and abs(theirs.value) < abs(mine.value)) or (
        mine.qualifier in {"over", "at_least"} and abs(theirs.value) > abs(mine.value)
    )


def _equal(first: Quantity, second: Quantity) -> bool:
    return abs(first.value) == abs(second.value)


_BACK = re.compile(r"其|这|该|\b(?:them|it|its|their|they|these|those|this|that|which|who)\b", re.IGNORECASE)
_MOVED = re.compile(
    r"(?:ris|ros|gr[eo]w|fall|fell|increas|decreas|declin|drop|climb|gain|jump|slow|same$|period)|增|升|降|下|上|同比|环比"
)
_ROOT = 4


def _akin(first: str, second: str) -> bool:
    """Whether two keys begin alike, hold one another, or share two Chinese characters in a row (净亏损, 亏损额)."""
    if first[:_ROOT] == second[:_ROOT] or first in second or second in first:
        return True
    return not first.isascii() and any(first[i : i + 2] in second for i in range(len(first) - 1))


def _points_back(case: Case, same: list[Label]) -> bool:
    """Whether the clause of a figure only points at what it is of (77 percent of them)."""
    for text in case.evidence:
        for label in same:
            clause = clause_at(text, label.quantity.start) if label.quantity in text.quantities else None
            if clause is not None and _BACK.search(clause.text):
                return True
    return False


def _strange(case: Case, item: Label, same: list[Label], theirs: list[Label]) -> str:
    """The words of a figure when they all are of other figures of the evidence, and none of what the figure is of stands
    in the sentence (rents rose 9%, where wages did)."""
    if item.quantity.unit_class != "percent":
        return ""
    words = frozenset(k for k in _told(item.near) if not _MOVED.match(k))
    known = frozenset(w.key for text in case.evidence for w in text.words)
    spoken = frozenset(w.key for w in case.sentence.words)
    if not words or not words <= known:
        return ""
    for label in same:
        own = frozenset(k for k in _told(label.near | label.wide) if not _MOVED.match(k))
        if not own or any(_akin(o, w) for o in own for w in spoken if len(w) > 1):
            return ""
    elsewhere = [t for t in theirs if t not in same and words <= t.near]
    return "、".join(sorted(words)) if elsewhere else ""


def _headed(item: Label, same: list[Label], candidate: Label) -> bool:
    """Whether the object of a figure is that of the other: 52人取得证书, where 52 took an examination and 47 got one."""
    heads = {t.head for t in same}
    return (
        bool(item.head)
        and item.head == candidate.head
        and not heads & (item.near | {""})
        and not item.head.isascii()
        and all(t.place == candidate.place for t in same)
    )


def _other_measure(item: Label, same: list[Label], candidate: Label, telling: frozenset[str]) -> bool:
    """Whether the words right at a figure are those of a later figure of the evidence sentence, and only its topic is its own
    (the library that 894 visited, told of books lent, where it lent 623)."""
    return (
        all(t.place == candidate.place and t.quantity.start < candidate.quantity.start for t in same)
        and len(telling) >= 2
        and telling <= candidate.last & item.last
        and not any(item.last & t.last for t in same)
    )


def _topic(own: Label, candidate: Label) -> bool:
    """Whether the clause of `candidate` leads one sentence with a later clause of another measure without a name of its own,
    so that the words before the first figure are the topic of both."""
    return (
        own.place == candidate.place
        and candidate.quantity.start < own.quantity.start
        and not own.names
        and not own.near & candidate.near
    )


def _holds(wide: Label, item: Label) -> bool:
    """Whether a range of the evidence holds a figure, so that the two do not exclude each other."""
    high = wide.quantity.high
    return high is not None and wide.quantity.value <= item.quantity.value <= high


def _wrong(
    item: Label, same: list[Label], other: list[Label], mine: tuple[Label, ...], wholes: list[str]
) -> tuple[Label, str] | None:
    """The figure the evidence has for this label, with the words that tell, or None when the label fits."""
    words = _told(item.near)
    own = frozenset[str]().union(*(t.near for t in same))
    reach = own if any(_crowded(t, other) for t in same) else own.union(*(t.wide for t in same))
    rest = frozenset[str]().union(*(t.near | t.elided for t in other))
    supporting = frozenset(  # 图书 of another figure is not in 图书馆
        w
        for w in words - _COUNTS
        if any(w == o or (w in o and w not in rest) or (len(o) > 1 and o in w) for o in own - rest)
    )
    names = frozenset[str]().union(*(t.names for t in (*same, *other)))
    best: tuple[int, Label, frozenset[str]] | None = None
    for candidate in other:
        several = {w for w in words if sum(w in t.near for t in other) > 1}
        telling = words & _told(candidate.near) - reach - several
        claimed = frozenset[str]().union(
            *(
                m.near
                for m in mine
                if m is not item and alike(m.quantity, item.quantity) and _equal(m.quantity, candidate.quantity)
            )
        )
        if any(_topic(t, candidate) for t in same):
            telling &= candidate.last
        telling -= claimed - (telling & names if not claimed & own & names else frozenset())
        if telling and (best is None or len(telling) > best[0]):
            best = (len(telling), candidate, telling)
    if best is None:
        return None
    _, candidate, telling = best
    named = {k for k in telling & names if not any(k in w and o in w for w in wholes for o in own & names)}
    otherwise = bool(named and own & names and not supporting & names) or _headed(item, same, candidate)
    if supporting and not otherwise and not _other_measure(item, same, candidate, telling):
        return None
    return candidate, "、".join(sorted(telling))


def _wholes(case: Case) -> list[str]:
    """Names of several words in the sentence: 新能源 and 汽车 are one name."""
    return [m.text.lower() for m in members(case.sentence.text, case.sentence.language)]


def things_misplaced(case: Case) -> Iterator[Finding]:
    """A figure whose clause names one member of a class (a country, an age) where the evidence names another.

    Where the evidence names that member too, elsewhere in the same sentence, the clauses must be near copies.
    """
    for quantity in case.sentence.quantities:
        clause = clause_at(case.sentence, quantity.start)
        mine = _kinds(case.sentence, clause)
        if clause is None or not mine or quantity.unit_class in {"ordinal", "age"}:
            continue
        theirs = []
        for text in case.evidence:
            for figure in text.quantities:
                other = clause_at(text, figure.start)
                if other is not None and alike(figure, quantity) and _equal(figure, quantity):
                    theirs.append((_kinds(text, other), _sentence_kinds(text, other), similarity(clause, other)))
        for kind, names in mine.items():
            if any(holds(name, text.text) for name in names for text in case.evidence):
                continue  # Bergamo in Italy
            named = [
                (near.get(kind) or far.get(kind), far.get(kind, frozenset()), score) for near, far, score in theirs
            ]
            if named and all(n and not n & names and (not names & far or score > 0.7) for n, far, score in named):
                parts = ("、".join(sorted(names)), "、".join(sorted(named[0][0] or ())))
                yield Finding("entity", "fail", "subject", parts)
                return


def _kinds(text: Passage, clause: Clause | None) -> dict[str, frozenset[str]]:
    """Class → members named in a clause."""
    return {} if clause is None else _named(text, clause.start, clause.end)


def _sentence_kinds(text: Passage, clause: Clause) -> dict[str, frozenset[str]]:
    return _named(text, *text.sentences[clause.sentence])


def _named(text: Passage, start: int, end: int) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for member in members(text.text, text.language):
        if start <= member.start < end:
            found[member.kind] = found.get(member.kind, frozenset()) | {member.thing}
    return found


def _crowded(item: Label, other: list[Label]) -> bool:
    """Whether another figure of the kind stands in the very clause, so that the clause as a whole tells nothing."""
    return any(
        t.wide >= item.near and abs(t.quantity.start - item.quantity.start) < 120 and t.wide & item.wide for t in other
    )


def _told(keys: frozenset[str]) -> frozenset[str]:
    """The keys that can tell things apart: no directions, no scaffolding of prose."""
    return frozenset(
        k
        for k in keys
        if k not in GENERIC_ZH
        and k.lower() not in COMMON_EN
        and k not in _MODAL
        and len(k) > 1
        and not is_pole(k, "en" if k.isascii() else "zh", _MOVING)
    )


_MOVING = frozenset({"amount", "speed"})
#: Nouns that say only that something is counted.
_COUNTS = frozenset("人数 数量 总数 总量 金额 数额 总额 规模 比例 占比 number amount total size share".split())
_MODAL = frozenset(
    "可能 预计 估计 有望 预期 大约 目前 如今 may might could expect estimate likely forecast predict".split()
)


def _own_year(text: Passage, clause: Clause) -> int | None:
    """The one year named inside a clause, None when there is none or several."""
    years = {
        d.year
        for d in text.dates
        if clause.start <= d.start < clause.end and absolute(d) and not d.end_year and not is_reference(text, d)
    }
    other = {d.year for d in text.dates if clause.start <= d.start < clause.end and absolute(d)} - years
    return years.pop() if len(years) == 1 and not other else None


def _sentence_year(text: Passage, clause: Clause) -> int | None:
    """The year named last before the end of a clause in its sentence."""
    start, _ = text.sentences[clause.sentence]
    years = [d.year for d in text.dates if start <= d.start < clause.end and absolute(d) and not d.end_year]
    return years[-1] if years else None


def _events(case: Case) -> Iterator[Finding]:
    """Clauses whose nearest evidence clause names one other year, while another evidence clause names this one."""
    everywhere = {_own_year(text, c) for text in case.evidence for c in text.clauses}
    for clause in case.sentence.clauses:
        year = _own_year(case.sentence, clause)
        near = [(a, y) for a in aligned(case)[clause.start][:2] if (y := _own_year(a.text, a.clause)) is not None]
        if year is None or not near or year not in everywhere:
            continue
        best, other = near[0]
        inherited = [a for a in aligned(case)[clause.start] if _sentence_year(a.text, a.clause) == year]
        if any(a.score >= best.score - 0.25 for a in inherited):
            continue
        if other != year and best.score >= 0.55 and not any(y == year and a.score >= best.score - 0.1 for a, y in near):
            yield Finding("number", "fail", "date_bound", (clause.text.strip(), str(other)))
            return


def _beside(text: Passage, quantity: Quantity) -> str:
    """The relative date (next-year) or the year of the date next to a figure in its clause, "" when there is none."""
    clause = clause_at(text, quantity.start)
    near = [d for d in text.dates if clause and clause.start <= d.start < clause.end and not is_reference(text, d)]
    if not near:
        return ""
    date = min(near, key=lambda d: max(d.start - quantity.end, quantity.start - d.end))
    return date.relative or str(date.year or "")


def _misdated_relatively(case: Case) -> Iterator[Finding]:
    """2.0% next year, where the evidence gives it for 2027 and another rate for next year."""
    theirs = [(q, _beside(text, q)) for text in case.evidence for q in text.quantities]
    for quantity in case.sentence.quantities:
        mine = _beside(case.sentence, quantity)
        if not mine or mine.isdigit():
            continue
        like = [(q, date) for q, date in theirs if alike(q, quantity) and date]
        same = {date for q, date in like if _equal(q, quantity)}
        other = {date for q, date in like if not _equal(q, quantity)}
        if same and mine not in same and mine in other:
            yield Finding("number", "fail", "date_bound", (quantity.text.strip(), "、".join(sorted(same))))
            return


_AGO = re.compile(
    r"(?P<by>[比较与和同][^，。；]{0,4})?(?:[一二两三四五六七八九十\d]+年前|上年|去年|前一年)|(?P<en>\b(?:than|from|over|since|compared with|on)\b[^,.;]{0,12})?\b(?:years? (?:ago|earlier|before)|the previous year)\b",
    re.IGNORECASE,
)


def _told_of_before(case: Case) -> Iterator[Finding]:
    """Five years ago it was 41.5%, where that is the level now and 五年前 only what it is compared with."""
    compared = any(m["by"] or m["en"] for text in case.evidence for m in _AGO.finditer(text.text))
    if not compared or any(not (m["by"] or m["en"]) for text in case.evidence for m in _AGO.finditer(text.text)):
        return
    for quantity in case.sentence.quantities:
        clause = clause_at(case.sentence, quantity.start)
        ago = _AGO.search(case.sentence.text, clause.start, quantity.start) if clause else None
        if ago is None or ago["by"] or ago["en"] or quantity.unit_class in {"months", "ordinal"}:
            continue
        levels = [
            (text, q) for text in case.evidence for q in text.quantities if alike(q, quantity) and _equal(q, quantity)
        ]
        if levels and not any(_follows_ago(text, q) for text, q in levels):
            yield Finding("number", "fail", "date_bound", (quantity.text.strip(), "—"))
            return


def _follows_ago(text: Passage, quantity: Quantity) -> bool:
    """Whether a comparison with a time before stands before a figure in its clause (高于三年前的29%)."""
    clause = clause_at(text, quantity.start)
    return (
        clause is not None
        and _AGO.search(text.text, clause.start, quantity.end + 30) is not None
        and (_AGO.search(text.text, clause.start, quantity.start) is not None or text.language == "en")
    )


def misdated(case: Case) -> Iterator[Finding]:
    """Objections to figures and events that the evidence gives for another year, month or quarter only."""
    yield from _events(case)
    yield from _misdated_relatively(case)
    yield from _told_of_before(case)
    for quantity in case.sentence.quantities:
        mine = dated(case.sentence, quantity)
        if quantity.unit_class == "number" and abs(quantity.value) < 1000:
            continue
        if quantity.unit_class in {"months", "seconds"}:
            continue  # a duration lies beside dates, not on one
        if mine is None or quantity.unit_class in {"ordinal", "age"} or picks_out(case.sentence, quantity):
            continue
        theirs = [
            dated(text, q)
            for text in case.evidence
            for q in text.quantities
            if q.unit_class == quantity.unit_class and abs(q.value) == abs(quantity.value) and q.high == quantity.high
        ]
        if theirs and all(d is not None and _apart(mine, d) for d in theirs):
            named = "、".join(dict.fromkeys(d.text.strip() for d in theirs if d))
            yield Finding("number", "fail", "date_bound", (quantity.text.strip(), named))
            return


def _apart(mine: DateMention, theirs: DateMention) -> bool:
    if theirs.year == mine.year:
        return False
    years = {theirs.year, theirs.end_year} - {None}
    if mine.end_year is not None and mine.year is not None and theirs.year is not None:
        return not mine.year <= theirs.year <= mine.end_year
    return mine.year not in years
