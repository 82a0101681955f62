"""Limits taken away: any kind where the evidence says only two, all where it says none did all, none where it says not all
did, both first where one is third."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import similarity
from synthesis.engine.drafting.guards.portion import NOT_ALL
from synthesis.engine.drafting.guards.types import Case, Clause, Finding
from synthesis.engine.patterns import lazy_pattern

_ANY = lazy_pattern(
    r"各[类种项](?!别)|各式|任[何意]|所有|一切|全部|不限|\b(?:any|all|every) (?:kinds?|types?|sorts?|forms?) of\b|\bany\b(?! (?:more|longer|case|time|rate)\b)|\bno matter (?:what|which)\b|\b(?:anyone|anybody|everyone|everybody)\b|所有人|任何人|人人",
    re.IGNORECASE,
)
_LIMITED = lazy_pattern(
    r"仅限|只限|限于|仅[允可适]|只[能可允]|\b(?:only|nobody but|no one but|none but|limited to|confined to|restricted to|except)\b",
    re.IGNORECASE,
)
_DENIED = lazy_pattern(r"[不未没无非]|\b(?:no|not|never|none|nor|neither|without|hardly|nobody)\b|n't\b", re.IGNORECASE)
_NONE_ALL = lazy_pattern(
    r"(?:没有一|无一|无人|没有人|没有哪)[^，。；]{0,24}(?:全部|所有|每|都)"
    r"|\b(?:none|nobody|no one|neither|not one)\b[^.;]{0,60}\b(?:all|every|each|fully|wholly)\b",
    re.IGNORECASE,
)
_WHOLLY = lazy_pattern(r"全部|所有|每|都|\b(?:all|every|each|fully|wholly)\b", re.IGNORECASE)
_NONE = lazy_pattern(
    r"没有一|无一(?!例外)|\b(?:none|nobody|no one|not (?:one|a single))\b|^\s*no\s(?!longer|more|less|doubt)",
    re.IGNORECASE,
)
_BOTH = lazy_pattern(r"[均都皆]|双双|\bboth\b", re.IGNORECASE)
_LEADS = lazy_pattern(
    r"领跑|领先|居首|首位|第一|榜首|头名|头筹|最[高快大多]|\b(?:first|top\w*|lead\w*|highest|largest|best)\b",
    re.IGNORECASE,
)
_BEHIND = lazy_pattern(
    r"第[二三四五六七八九十\d]|居次|次席|仅次于|末位|\b(?:second|third|fourth|fifth|sixth|runner-up|behind|last)\b",
    re.IGNORECASE,
)


def limit_findings(case: Case) -> Iterator[Finding]:
    """Objections to wordings that drop a limit of the evidence clause most like theirs."""
    for clause in case.sentence.clauses:
        found = _unlimited(case, clause) or _did_all(case, clause) or _did_none(case, clause)
        if found := found or _both_lead(case, clause):
            yield Finding("quantifier", "fail", "quantifier_strengthened", found)
            return


def _unlimited(case: Case, clause: Clause) -> tuple[str, str] | None:
    mine = _ANY.search(clause.text)
    if mine is None or _DENIED.search(clause.text) or _LIMITED.search(case.sentence.text):
        return None
    if any(_ANY.search(text.text) for text in case.evidence):
        return None
    for text in case.evidence:
        for other in text.clauses:
            theirs = _LIMITED.search(other.text)
            like = similarity(clause, other) >= 0.25 or len(clause.keys & other.keys) >= 2
            if theirs and (like or _goes_on(case, clause, text.clauses_of(other.sentence), other)):
                return mine.group(), other.text.strip()
    return None


def _goes_on(case: Case, clause: Clause, sentence: tuple[Clause, ...], other: Clause) -> bool:
    """Whether a limit that stands in a clause of its own is one of the clause before, which the sentence takes up."""
    before = [c for c in sentence if c.end <= other.start][-1:]
    said = frozenset[str]().union(*(c.keys for c in case.sentence.clauses))
    taken_up = any(len(key) > 1 and key in clause.text for key in other.keys)
    return bool(before and taken_up) and len(before[0].keys & said) >= 3


def _did_all(case: Case, clause: Clause) -> tuple[str, str] | None:
    mine = _WHOLLY.search(clause.text)
    if mine is None or _DENIED.search(clause.text):
        return None
    for text in case.evidence:
        for other in text.clauses:
            theirs = _NONE_ALL.search(other.text)
            shared = clause.keys & other.keys
            if theirs and (similarity(clause, other) >= 0.4 or len(shared) >= 3):
                return mine.group(), theirs.group()
    return None


def _did_none(case: Case, clause: Clause) -> tuple[str, str] | None:
    mine = _NONE.search(clause.text)
    if mine is None or any(_NONE.search(text.text) for text in case.evidence):
        return None
    for text in case.evidence:
        for other in text.clauses:
            theirs = NOT_ALL.search(other.text)
            if theirs and (similarity(clause, other) >= 0.4 or len(clause.keys & other.keys) >= 3):
                return mine.group(), theirs.group()
    return None


def _both_lead(case: Case, clause: Clause) -> tuple[str, str] | None:
    mine = _BOTH.search(clause.text)
    leads = _LEADS.search(clause.text, mine.end()) if mine else None
    if mine is None or leads is None or _BEHIND.search(clause.text):
        return None
    for text in case.evidence:
        for other in text.clauses:
            theirs = _BEHIND.search(other.text)
            if theirs and not _LEADS.search(_BEHIND.sub("", other.text)) and len(other.keys & clause.keys) >= 1:
                nouns = [w.key for w in clause.words if w.content and w.end <= clause.start + mine.start()]
                if set(nouns) & other.keys:
                    return leads.group(), theirs.group()
    return None
