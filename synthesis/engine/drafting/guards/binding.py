"""Which figure belongs to what: figures that all stand in the evidence but have changed places.

Each figure is read with its label (nearest words and date); it is misbound when the evidence gives that label another
figure of the same kind and gives this figure only to other labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from synthesis.engine.drafting.guards.alignment import aligned, clause_at
from synthesis.engine.drafting.guards.measure import picks_out
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.quantities.find import DateMention, Quantity


@dataclass(frozen=True, slots=True)
class _Labelled:
    quantity: Quantity
    label: frozenset[str]
    near: frozenset[str]
    grades: frozenset[str]


def misbound(case: Case) -> Iterator[Finding]:
    """Objections to figures that the evidence gives to something else."""
    theirs = [item for text in case.evidence for item in _labelled(text)]
    mine = _labelled(case.sentence)
    for item in mine:
        same = [t for t in theirs if _comparable(item, t) and abs(t.quantity.value) == abs(item.quantity.value)]
        other = [t for t in theirs if _comparable(item, t) and abs(t.quantity.value) != abs(item.quantity.value)]
        if same and item.grades and all(t.grades and not t.grades & item.grades for t in same):
            given = "、".join(sorted(same[0].grades))
            yield Finding(
                "number", "fail", "misbound", ("、".join(sorted(item.grades)), same[0].quantity.text.strip(), given)
            )
            return
        if not same or not other:
            continue
        distinct = _distinctive(item, same, other)
        if distinct is None:
            continue
        right, wrong = distinct
        yield Finding("number", "fail", "misbound", (item.quantity.text.strip(), right.quantity.text.strip(), wrong))
        return


def _comparable(first: _Labelled, second: _Labelled) -> bool:
    return first.quantity.unit_class == second.quantity.unit_class


def _distinctive(item: _Labelled, same: list[_Labelled], other: list[_Labelled]) -> tuple[_Labelled, str] | None:
    """The figure the evidence has for this label, with the words that tell, or None when the label fits."""
    for side in ("near", "label"):
        own = frozenset[str]().union(*(getattr(t, side) for t in same))
        words = getattr(item, side)
        if words & own and side == "near" and len(words & own) >= max(len(words & getattr(t, side)) for t in other):
            return None
        best = max(other, key=lambda t: len((words & getattr(t, side)) - own))
        telling = (words & getattr(best, side)) - own
        missing = words & own - frozenset[str]().union(*(getattr(t, side) for t in other))
        if telling and not missing:
            return best, "、".join(sorted(telling))
    return None


_GRADES = {"类", "级", "代", "型", "号", "期", "大"}


def _labelled(text: Passage) -> list[_Labelled]:
    """Every figure with the words that say what it is of; grades (三类) are labels themselves."""
    result: list[_Labelled] = []
    for quantity in text.quantities:
        clause = clause_at(text, quantity.start)
        if clause is None or quantity.unit in _GRADES:
            continue
        inside = [q for q in text.quantities if clause.start <= q.start < clause.end]
        siblings = [
            q for q in inside if q is not quantity and q.unit_class == quantity.unit_class and q.unit not in _GRADES
        ]
        before, after = (
            [q for q in siblings if q.end <= quantity.start],
            [q for q in siblings if q.start >= quantity.end],
        )
        left, right = max((q.end for q in before), default=clause.start), clause.end
        if after:
            named = _keys(text, left, quantity.start) or _is_compared(text, quantity)
            right = quantity.end if named else after[0].start
        grades = frozenset(q.text for q in inside if q.unit in _GRADES)
        near = _keys(text, left, right) | grades
        if before and not _nouns(text, left, right) and result:
            near |= result[-1].near - {_date_key(_governing(text, result[-1].quantity))}
        label = near
        if not _keys(text, clause.start, quantity.start) and clause.start > text.sentences[clause.sentence][0]:
            previous = [c for c in text.clauses_of(clause.sentence) if c.end <= clause.start]
            label = near | (previous[-1].keys if previous else frozenset())
        dated = _date_key(_turn(text, quantity, before, after) or _governing(text, quantity))
        dates = frozenset({dated} if dated else ())
        result.append(_Labelled(quantity, label | dates, near | dates, grades))
    return result


def _is_compared(text: Passage, quantity: Quantity) -> bool:
    """Whether a figure is only what another is compared with (比2020年的128.69亿元减少了…)."""
    left = text.text[max(0, quantity.start - 16) : quantity.start]
    return bool(
        re.search(r"(?:比|较|较之|相比|相较于|与|than|from)\s*(?:\d{4}年|上年|in \d{4})?[^，。；,;]{0,6}的?\s*$", left)
    )


def _nouns(text: Passage, start: int, end: int) -> bool:
    return any(
        w.content and w.tag.startswith(("n", "j", "en")) for w in text.words if start <= w.start and w.end <= end
    )


def _date_key(date: DateMention | None) -> str:
    return "" if date is None else f"{date.year}" + "".join(f"-{x}" for x in (date.month, date.quarter, date.half) if x)


def _turn(text: Passage, quantity: Quantity, before: list[Quantity], after: list[Quantity]) -> DateMention | None:
    """In `2019年至2023年由A增至B` the year of A is the first, that of B the last."""
    start = text.sentences[next(i for i, (s, e) in enumerate(text.sentences) if s <= quantity.start < e)][0]
    spans = [d for d in text.dates if d.end_year and start <= d.start < quantity.start]
    if not spans:
        return None
    lead = text.text[max(start, quantity.start - 6) : quantity.start]
    if after and re.search(r"(?:由|从|from)\s*(?:约|about)?\s*$", lead, re.IGNORECASE):
        return replace(spans[-1], end_year=None)
    if before and re.search(r"(?:至|到|为|to)\s*(?:约|about)?\s*$", lead, re.IGNORECASE):
        return replace(spans[-1], year=spans[-1].end_year, end_year=None)
    return None


_REFERENCE = re.compile(
    r"(?:比|较|较之|相比|与|同|相较于?|than|from|with|to|since|自|从|over|in)\s*(?:the\s)?$", re.IGNORECASE
)


def _governing(text: Passage, quantity: Quantity) -> DateMention | None:
    """The date a figure is of: the last in its clause before it, else after it, else the last before it in its sentence."""
    clause = clause_at(text, quantity.start)
    if clause is None:
        return None
    own = [d for d in text.dates if _absolute(d) and not _is_reference(text, d)]
    start = text.sentences[clause.sentence][0]
    before = [d for d in own if clause.start <= d.start < quantity.start]
    after = [d for d in own if quantity.start < d.start < clause.end]
    earlier = [d for d in own if start <= d.start < clause.start and not _aside(text, d)]
    if text.language == "en" and after:  # "48 percent in 2019 and 62 percent in 2021"
        between = [q for q in text.quantities if quantity.end <= q.start < after[0].start]
        if all(q.unit_class != quantity.unit_class for q in between):
            return after[0]
    if before or after:
        return before[-1] if before else after[0]
    return earlier[-1] if earlier else None


def _aside(text: Passage, date: DateMention) -> bool:
    """Whether a date stands alone in parentheses and so dates only the figure before it."""
    return text.text[max(0, date.start - 1) : date.start] in {"(", "（"}


def _own_year(text: Passage, clause: Clause) -> int | None:
    """The one year named inside a clause, None when there is none or several."""
    years = {
        d.year
        for d in text.dates
        if clause.start <= d.start < clause.end and _absolute(d) and not d.end_year and not _is_reference(text, d)
    }
    return years.pop() if len(years) == 1 else None


def _events(case: Case) -> Iterator[Finding]:
    """Clauses whose nearest evidence clause names one other year, while another evidence clause names this one."""
    everywhere = {_own_year(text, c) for text in case.evidence for c in text.clauses}
    for clause in case.sentence.clauses:
        year = _own_year(case.sentence, clause)
        near = [(a, y) for a in aligned(case)[clause.start][:2] if (y := _own_year(a.text, a.clause)) is not None]
        if year is None or not near or year not in everywhere:
            continue
        best, other = near[0]
        if other != year and best.score >= 0.55 and not any(y == year and a.score >= best.score - 0.1 for a, y in near):
            yield Finding("number", "fail", "date_bound", (clause.text.strip(), str(other)))
            return


def _absolute(date: DateMention) -> bool:
    return date.year is not None and not date.relative


def _is_reference(text: Passage, date: DateMention) -> bool:
    before = text.text[max(0, date.start - 8) : date.start]
    return bool(_REFERENCE.search(before)) and not re.search(r"\bin\s*(?:the\s)?$", before, re.IGNORECASE)


def misdated(case: Case) -> Iterator[Finding]:
    """Objections to figures and events that the evidence gives for another year only."""
    yield from _events(case)
    for quantity in case.sentence.quantities:
        mine = _governing(case.sentence, quantity)
        if mine is None or quantity.unit_class in {"ordinal", "age", "number"} or picks_out(case.sentence, quantity):
            continue
        theirs = [
            date
            for text in case.evidence
            for q in text.quantities
            if q.unit_class == quantity.unit_class and abs(q.value) == abs(quantity.value) and q.high == quantity.high
            for date in [_governing(text, q)]
        ]
        if theirs and all(d is not None and d.year != mine.year and d.end_year in (None, d.year) for d in theirs):
            named = "、".join(dict.fromkeys(d.text.strip() for d in theirs if d))
            yield Finding("number", "fail", "date_bound", (quantity.text.strip(), named))
            return


def _keys(text: Passage, start: int, end: int) -> frozenset[str]:
    return frozenset(w.key for w in text.words if w.content and start <= w.start and w.end <= end)
