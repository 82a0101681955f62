"""Which figure belongs to what: figures that all stand in the evidence but have changed places.

A figure is misbound when its label holds words that the evidence ties to another figure of the kind and to nothing
near this one, and no word that tells this one from the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import clause_at, similarity
from synthesis.engine.drafting.guards.bearers import rests
from synthesis.engine.drafting.guards.derivation import reckoned
from synthesis.engine.drafting.guards.labels import Label, labels
from synthesis.engine.drafting.guards.nearness import rounds
from synthesis.engine.drafting.guards.topics import topic_keys
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH
from synthesis.engine.drafting.lexicon.geography import holds
from synthesis.engine.drafting.lexicon.kinds import members
from synthesis.engine.drafting.lexicon.opposites import is_pole
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.likeness import alike, same_value
from synthesis.engine.patterns import lazy_pattern


def misbound(case: Case) -> Iterator[Finding]:
    """Objections to figures that the evidence gives to something else."""
    theirs = [i for text in case.evidence for i in (*labels(text), *rests(text)) if not _is_size(text, i.quantity)]
    topics = frozenset[str]().union(*map(topic_keys, case.evidence))
    mine = labels(case.sentence)
    for item in mine:
        clause = clause_at(case.sentence, item.quantity.start)
        if (
            item.quantity.unit_class in {"ordinal", "age"}
            or _aged(case, item.quantity)
            or (clause is not None and _TOGETHER.search(clause.text))
        ):
            continue
        if clause is not None and _STANDARD.search(case.sentence.text, clause.start, item.quantity.start):
            continue  # shorter than the 8.1 days of the province
        like = [t for t in theirs if alike(item.quantity, t.quantity)]
        same = [t for t in like if same_value(t.quantity, item.quantity)]
        same = same or [t for t in like if rounds(item.quantity, t.quantity)]
        other = [t for t in like if t not in same and not same_value(t.quantity, item.quantity) and not _holds(t, item)]
        other = [t for t in other if not _bounded(item.quantity, t.quantity)]
        if clause is not None and _EACH.search(clause.text) and any(_each(case, t) for t in same):
            other = [t for t in other if _each(case, t)]  # 20,000 a household is no total
        if _as_whole(case.sentence, item.quantity) and all(t.quantity.value < item.quantity.value for t in other):
            continue  # twelve of the 40 were scrapped
        of = next(
            (q for q in case.sentence.quantities if _OF_WHOM.match(case.sentence.text, item.quantity.end, q.start)),
            None,
        )
        if of is not None:
            other = [t for t in other if t.quantity.value != of.value]  # two of the three bidders
        if same and all(_pronoun(case, t) and _same_year(item, t) for t in same):
            continue  # in 2018 it was 42; five years later it had reached 48
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
        counted = item.quantity.unit_class in {"number", "count"}
        if counted and item.head and item.head in {t.head for t in same}:
            other = [t for t in other if not t.head or t.head == item.head]  # 300 counties are no 18 provinces
        wrong = _wrong(item, same, other, mine, _wholes(case), topics) if same and other else None
        if wrong and not reckoned(case, item.quantity, moves=True):
            right, words = wrong
            yield Finding(
                "number", "fail", "misbound", (item.quantity.text.strip(), right.quantity.text.strip(), words)
            )
            return


def _is_size(text: Passage, quantity: Quantity) -> bool:
    """Whether a figure only says how large the things just counted are: 4条2000升生产线."""
    return quantity.unit_class not in {"count", "number"} and any(q.end == quantity.start for q in text.quantities)


_STANDARD = lazy_pattern(
    r"(?:比|较|高于|低于|多于|少于|超过)(?:全[省国市县区球]|行业|本地|当地|同类)[^，。；\d]{0,6}的?$|\bthan the (?:[a-z]+ ){0,3}(?:average|mean) of $"
)
_EACH = lazy_pattern(r"每|[户人亩日月年场次]均|平均|\b(?:each|per|apiece|average)\b", re.IGNORECASE)


def _each(case: Case, label: Label) -> bool:
    """Whether the evidence tells a figure for each."""
    text = next((t for t in case.evidence if label.quantity in t.quantities), None)
    clause = clause_at(text, label.quantity.start) if text is not None else None
    return clause is not None and _EACH.search(clause.text) is not None


_TOGETHER = lazy_pattern(
    r"合计|总计|共计|两者|二者|加起来|\b(?:together|combined|jointly|between them)\b", re.IGNORECASE
)


def _bounded(mine: Quantity, theirs: Quantity) -> bool:
    """Whether a bound of the sentence is true of another figure too: less than a tenth of 6 % beside 8 %."""
    low, high = sorted((abs(mine.value), abs(theirs.value)))
    if 2 * low < high:
        return False
    return (mine.qualifier in {"under", "at_most"} and abs(theirs.value) < abs(mine.value)) or (
        mine.qualifier in {"over", "at_least"} and abs(theirs.value) > abs(mine.value)
    )


_AGED = lazy_pattern(
    r"\b(?:aged|under|over|below|above|younger than|older than|at least)\s(?:the age of\s)?$", re.IGNORECASE
)
_OLDEST = 110


def _aged(case: Case, quantity: Quantity) -> bool:
    """Whether a bare figure bounds an age, here and in the evidence: under 30."""
    if quantity.unit_class != "number" or quantity.unit or not 0 < quantity.value < _OLDEST:
        return False
    texts = (case.sentence, *case.evidence)
    bounds = [
        t is case.sentence
        for t in texts
        for q in t.quantities
        if q.value == quantity.value and (q.unit_class == "age" or _AGED.search(t.text[: q.start]))
    ]
    return True in bounds and False in bounds


_OF_ALL = lazy_pattern(
    r"\b(?:of|out of|among)(?: (?:the|all|its|their|these|those|all the))?\s$|(?:在|这)$", re.IGNORECASE
)


_AMONG = lazy_pattern(r"[^，。；\d]{0,12}?(?:当中|之中|里面?|中)")
_OF_WHOM = lazy_pattern(r"\s?(?:of|out of|among) (?:the |all |its |their |these |those )?$", re.IGNORECASE)


def _as_whole(text: Passage, quantity: Quantity) -> bool:
    """Whether a figure is told as that of which others are a part."""
    before = text.text[: quantity.start]
    among = before.endswith(("从", "在", "这")) and _AMONG.match(text.text, quantity.end)
    return quantity.unit_class in {"number", "count"} and bool(among or _OF_ALL.search(before))


_IT_WAS = lazy_pattern(
    r"\b(?:it|they|the (?:figure|rate|share|number|total|level|proportion|value))\s(?:had |has |have )?(?:since )?"
    r"(?:was|were|is|are|stood|rose|risen|fell|fallen|reached|came|climbed|dropped|grew|grown)\b",
    re.IGNORECASE,
)


_IT_DID = lazy_pattern(
    r"\b(?:it|they)\s(?:had |has |have |only |already )*[a-z]+\s(?:only |about |around |some |just |nearly |over |more than )*[$€£¥]?$",
    re.IGNORECASE,
)
_NO_MORE = lazy_pattern(r"\s?(?:$|[.,;:]|(?:in|by|and|while|but|for|at)\b)", re.IGNORECASE)


def _same_year(mine: Label, theirs: Label) -> bool:
    return not (
        mine.date and theirs.date and mine.date.year and theirs.date.year and mine.date.year != theirs.date.year
    )


def _pronoun(case: Case, label: Label) -> bool:
    """Whether the clause of a figure of the evidence says by a pronoun only what it is of."""
    text = next((t for t in case.evidence if label.quantity in t.quantities), None)
    clause = clause_at(text, label.quantity.start) if text is not None else None
    if clause is None or text is None:
        return False
    told = bool(_IT_DID.search(text.text, clause.start, label.quantity.start))
    told = told and bool(_NO_MORE.match(text.text, label.quantity.end))  # in 2022 it drew 910,000
    return told or bool(_IT_WAS.search(text.text, clause.start, label.quantity.start))


_BACK = lazy_pattern(r"其|这|该|\b(?:them|it|its|their|they|these|those|this|that|which|who)\b", re.IGNORECASE)
_MOVED = lazy_pattern(
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
    item: Label,
    same: list[Label],
    other: list[Label],
    mine: tuple[Label, ...],
    wholes: list[str],
    topics: frozenset[str],
) -> tuple[Label, str] | None:
    """The figure the evidence has for this label, with the words that tell, or None when the label fits."""
    words = _told(item.near)
    own = frozenset[str]().union(*(t.near for t in same))
    reach = own if any(_crowded(t, other) for t in same) else own.union(*(t.wide for t in same))
    reach = reach.union(*(t.elided for t in same))
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
        telling = words & _told(candidate.near) - reach - several - topics
        claimed = frozenset[str]().union(
            *(
                m.near
                for m in mine
                if m is not item and alike(m.quantity, item.quantity) and same_value(m.quantity, candidate.quantity)
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
    moves, theirs, others = (
        frozenset(k for label in group for k in label.wide if is_pole(k, "en" if k.isascii() else "zh", _MOVING))
        for group in ((item,), same, (candidate,))
    )
    if moves & theirs and not moves & others:
        return None  # what rises is the one that rises
    named = {k for k in telling & names if not any(k in w and o in w for w in wholes for o in own & names)}
    otherwise = bool(named and own & names and not supporting & names) or _headed(item, same, candidate)
    if supporting and candidate.of_them and not (own - candidate.near) & words - supporting:
        return candidate, "、".join(sorted(telling))
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
                if other is not None and alike(figure, quantity) and same_value(figure, quantity):
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
