"""Who pays an amount and who gets it: the two must not change places, whatever the verbs (buy, sell, fine, refund).

English only. The payer is whoever stands next before a verb of paying, or is named after `to` beside one of selling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from synthesis.engine.drafting.guards.mentions import comparable_texts, naming
from synthesis.engine.drafting.guards.nearness import agrees
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Mention, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_PAYS = r"pa(?:y|ys|id|ying)|prepa(?:y|id)|prepaying|repa(?:y|id|ys|ying)|reimburs\w+|refund\w*|compensat\w+|advanc(?:e[ds]?|ing)|invest(?:s|ed|ing)?|contribut(?:e[ds]?|ing)|donat(?:e[ds]?|ing)|lent|lend(?:s|ing)?|remit\w*|bought|buy(?:s|ing)?|acquir(?:e[ds]?|ing)|purchas(?:e[ds]?|ing)|spent|spend(?:s|ing)?|subscrib\w+|ow(?:e[ds]?|ing)"
_GETS = r"receiv(?:e[ds]?|ing)|collect(?:s|ed|ing)?|borrow(?:s|ed|ing)?|sold|sell(?:s|ing)?|earn(?:s|ed|ing)?|fin(?:ed|ing)|charg(?:ed|ing)|recover(?:s|ed|ing)?|obtain(?:s|ed|ing)?|secur(?:e[ds]?|ing)|penali[sz](?:ed|ing)"
_VERB = lazy_pattern(rf"\b(?:(?P<pays>{_PAYS})|(?P<gets>{_GETS}))\b", re.IGNORECASE)
_NOUN = lazy_pattern(r"\b(?:a|an|the|of|in|no|any|its|their|this|that)\s(?:full\s|partial\s|cash\s)?$", re.IGNORECASE)
_BE = lazy_pattern(r"\b(?:is|was|are|were|be|been|being|gets?|got)\s(?:\w+ly\s)?(?:then\s|later\s)?$", re.IGNORECASE)
_AT = lazy_pattern(
    r"\b(?P<p>to|from|by|against|on)\s(?:the\s|a\s|an\s|its\s|their\s)?(?:[\w-]+\s){0,2}$", re.IGNORECASE
)
_THE_ONE = lazy_pattern(r"\bthe (?P<which>former|latter)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Payment:
    """An amount with the things that pay it and get it, None where the text does not tell."""

    amount: Quantity
    payer: str | None
    payee: str | None


def payment_findings(case: Case) -> Iterator[Finding]:
    """An objection when the one who gets an amount in the evidence pays it in the sentence, or the reverse."""
    if case.sentence.language != "en":
        return
    named = naming(case)
    spoken = [(m, next(iter(named.meant[m.start]))) for m in named.spoken if len(named.meant[m.start]) == 1]
    theirs = [
        payment
        for number, text in enumerate(comparable_texts(case))
        for payment in _payments(text, [(m, named.which[number, m.start]) for m in named.told[number]])
    ]
    for mine in _payments(case.sentence, spoken):
        same = [p for p in theirs if agrees(mine.amount, p.amount)]
        if same and all(_crossed(mine, p) for p in same):
            yield Finding("role", "fail", "role", (case.sentence.text[slice(*_around(case.sentence, mine))].strip(),))
            return


def _around(text: Passage, payment: _Payment) -> tuple[int, int]:
    return next((c.start, c.end) for c in text.clauses if c.start <= payment.amount.start < c.end)


def _crossed(mine: _Payment, theirs: _Payment) -> bool:
    if (mine.payer and mine.payer == theirs.payer) or (mine.payee and mine.payee == theirs.payee):
        return False
    return bool(mine.payer and mine.payer == theirs.payee) or bool(mine.payee and mine.payee == theirs.payer)


def _payments(text: Passage, named: Sequence[tuple[Mention, str]]) -> Iterator[_Payment]:
    for amount in text.quantities:
        if not amount.unit_class.isupper():  # a currency
            continue
        clause = next((c for c in text.clauses if c.start <= amount.start < c.end), None)
        if clause is not None and (read := _read(text, clause, amount, named)):
            yield read


def _read(text: Passage, clause: Clause, amount: Quantity, named: Sequence[tuple[Mention, str]]) -> _Payment | None:
    verbs = list(_VERB.finditer(text.text, clause.start, clause.end))
    verbs = [v for v in verbs if not _NOUN.search(text.text[clause.start : v.start()])]
    verb = next((v for v in reversed(verbs) if v.end() <= amount.start), None)
    if verb is None or amount.start - verb.end() > 90:
        return None
    inside = [*((m.start, m.end, t) for m, t in named if _whole(text, m)), *_pointed(text, clause, named)]
    inside = sorted(p for p in inside if clause.start <= p[0] < clause.end)
    before = [p for p in inside if p[1] <= verb.start()]
    after = [p for p in inside if p[0] >= verb.end()]
    subject = before[-1][2] if before and not _AT.search(text.text[clause.start : before[-1][0]]) else None
    by: dict[str, str] = {}
    for start, _, thing in after:
        if match := _AT.search(text.text[verb.end() : start]):
            by.setdefault(match["p"].lower(), thing)
        else:
            by.setdefault("", thing)
    passive = _BE.search(text.text[clause.start : verb.start()]) is not None
    fines = re.match(r"fin|charg|penal", verb.group(), re.IGNORECASE) is not None
    if verb["pays"]:
        bought = re.match(r"bought|buy|acquir|purchas", verb.group(), re.IGNORECASE) is not None
        if passive:
            return _Payment(amount, by.get("by"), by.get("from") if bought else subject)
        return _Payment(amount, subject, by.get("from") if bought else by.get("to") or by.get(""))
    if fines:
        return _Payment(amount, subject, by.get("by")) if passive else _Payment(amount, by.get(""), subject)
    if passive:
        return _Payment(amount, by.get("to"), by.get("by"))
    return _Payment(amount, by.get("to") or by.get("from"), subject)


def _whole(text: Passage, mention: Mention) -> bool:
    """Whether a thing stands for itself and not as the owner of another."""
    return text.text[mention.end : mention.end + 2] not in {"'s", "’s"}


def _pointed(text: Passage, clause: Clause, named: Sequence[tuple[Mention, str]]) -> Iterator[tuple[int, int, str]]:
    """What `the former` and `the latter` of a clause stand for: the last two things before them."""
    for match in _THE_ONE.finditer(text.text, clause.start, clause.end):
        known = list(dict.fromkeys(t for m, t in sorted(named, key=lambda p: p[0].start) if m.end <= match.start()))
        if len(known) > 1:
            yield (*match.span(), known[-1] if match["which"].lower() == "latter" else known[-2])
