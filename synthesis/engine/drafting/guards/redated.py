"""A clause of the evidence in its own words with the date of another clause: the old system is shut down on the day on which
the new one begins. What else the clause says is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.date_fits import date_fits
from synthesis.engine.drafting.guards.dates import inherited
from synthesis.engine.drafting.guards.dating import figure_of_year
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.quantities.find import DateMention

_ALIKE, _LEAST = 0.85, 2  # the share of a clause's words that stand in one of the evidence, and how many at least


@lru_cache(maxsize=2048)
def _dated_clauses(text: Passage) -> tuple[tuple[Clause, frozenset[str], tuple[DateMention, ...]], ...]:
    """Each clause with its words but those of dates, and its dates."""
    dates = [d for d in inherited(text) if not d.relative and (d.year or d.month)]
    found = []
    for clause in text.clauses:
        inside = tuple(d for d in dates if clause.start <= d.start < clause.end)
        words = [w for w in clause.words if w.content and not any(d.start < w.end and w.start < d.end for d in inside)]
        found.append((clause, frozenset(w.key for w in words), inside))
    return tuple(found)


def redated_findings(case: Case) -> Iterator[Finding]:
    """An objection to a clause taken over whose date the evidence has in another clause only."""
    theirs = [row for t in case.evidence if t.language == case.sentence.language for row in _dated_clauses(t)]
    for clause, words, dates in _dated_clauses(case.sentence):
        if len(words) < _LEAST or not dates:
            continue
        like = [(told, held) for _, told, held in theirs if len(words & told) >= _ALIKE * len(words)]
        if not like or not all(held for _, held in like):
            continue  # none of them, or one that has no date of its own
        own = [d for _, held in like for d in held]
        rest = words.difference(*(told for told, _ in like))  # the ban took effect: what the clause of the ban has not
        for date in dates:
            others = [told for _, told, held in theirs if any(_is(date, other) for other in held)]
            goes_on = any(rest & told or told <= words for told in others)  # 2023年营业收入为…, of the firm before
            if (
                others
                and not any(_is(date, other) for other in own)
                and not goes_on
                and not figure_of_year(case, clause, date.year)
            ):
                yield Finding("number", "fail", "date_bound", (date.text.strip(), own[0].text.strip()))
                return


def _is(date: DateMention, other: DateMention) -> bool:
    """Whether a date is another one, or a coarser one that holds it; a finer one may still miss it."""
    finer = (date.quarter, date.half, date.month) == (other.quarter, other.half, other.month)
    return date_fits(date, other) or (finer and date_fits(other, date))
