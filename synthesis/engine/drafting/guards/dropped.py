"""Limits of the evidence (部分, 仅, 多数, only) that a sentence leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import Aligned
from synthesis.engine.drafting.guards.portion import EXCEPT
from synthesis.engine.drafting.guards.preconditions import precondition_told
from synthesis.engine.drafting.guards.types import Case, Clause, Finding
from synthesis.engine.drafting.guards.unreal import but_for
from synthesis.engine.drafting.lexicon.quantifiers import quantifiers_in
from synthesis.engine.patterns import lazy_pattern

#: Classes whose loss makes the statement stronger.
_LIMITS = ("some", "few", "sometimes", "only", "most")
_DENIES = lazy_pattern(
    r"[没未不无非]|\b(?:not|no|none|nobody|cannot|never|without|unless|excluded|barred)\b|n't\b", re.IGNORECASE
)
_MUST_BE = lazy_pattern(
    r"\b(?:must|ha(?:s|ve|d) to|needs?(?:ed)? to) (?:first )?(?:be|have)\b|[须得]年?满|(?:必须|须|得)(?:先)?(?:有|是|年满|具备|持)",
    re.IGNORECASE,
)
_LIMITED = lazy_pattern(r"[仅只]\D{0,3}$")


def _other_figures(case: Case, clause: Clause, best: list[Aligned]) -> bool:
    """Whether the limit of the evidence clause stands with a figure that this sentence does not tell."""
    told = {(q.unit_class, abs(q.value)) for q in case.sentence.quantities}
    limited = {
        (q.unit_class, abs(q.value))
        for a in best
        for q in a.text.quantities
        if a.clause.start <= q.start < a.clause.end and _LIMITED.search(a.text.text, 0, q.start)
    }
    return bool(limited) and not limited & told


def lost_limits(case: Case, clause: Clause, mine: dict[str, str], near: list[Aligned]) -> Iterator[Finding]:
    """Limits of the evidence (部分, 仅, 多数) the sentence left out."""
    spoken = quantifiers_in(case.sentence.text, case.sentence.language)
    for name in _LIMITS:
        best = [a for a in near if a.score >= near[0].score - 0.08]
        words = [quantifiers_in(a.clause.text, a.text.language).get(name) for a in best]
        if not all(words) or name in spoken or _limit_kept(name, spoken):
            continue
        if any(code in mine for code in ("all", "all_soft")):
            return
        if name == "only" and str(words[0]).lower() == "alone":
            continue  # ten of them in Xi'an alone: stressed, not limited
        if name == "only" and _MUST_BE.search(case.sentence.sentence_of(clause)):
            continue  # you have to be 21 to rent one
        if name == "only" and any(
            precondition_told(case.sentence.sentence_of(clause), a.text.sentence_of(a.clause)) for a in best
        ):
            continue  # without a licence nobody may: only who has one may
        if name == "only" and _RESERVED.match(str(words[0])) and _GOES_TO.search(case.sentence.text):
            continue  # half of it is reserved for small firms: they are to receive half of it
        if name == "only" and but_for(case.sentence, clause):
            continue
        if name == "only" and (EXCEPT.search(case.sentence.text) or _others_denied(clause, best)):
            continue
        if name == "only" and (
            near[0].score < 0.7 or any(q.qualifier in {"under", "near", "at_most"} for q in case.sentence.quantities)
        ):
            continue
        if name == "most" and EXCEPT.search(case.sentence.text):
            continue
        if name == "most" and case.sentence.quantities and (re.search(r"半|half", str(words[0])) or _majority(case)):
            continue
        if name in {"few", "some"} and "most" in spoken and not best[0].clause.keys <= clause.keys:
            continue  # most are for it: a few are against it
        if name in {"only", "few"} and _other_figures(case, clause, best):
            continue
        if name in {"few", "some"} and _limit_counted(case, best):
            continue
        yield Finding("quantifier", "check", "quantifier_dropped", (str(words[0]),))
        return


_RESERVED = lazy_pattern(r"reserved|earmarked|set aside|专供|专门", re.IGNORECASE)
_GOES_TO = lazy_pattern(r"\b(?:to receive|goes? to|go(?:ing)? to|for|earmarked|set aside)\b|用于|给予", re.IGNORECASE)


def _majority(case: Case) -> bool:
    """Whether the sentence tells a share of more than half, which the evidence has too."""
    known = {q.value for text in case.evidence for q in text.quantities if q.unit_class == "percent"}
    return any(q.unit_class == "percent" and q.value > _HALF and q.value in known for q in case.sentence.quantities)


_HALF = 50


def _others_denied(clause: Clause, best: list[Aligned]) -> bool:
    """Whether the sentence denies of the others what the evidence says of some only."""
    return bool(_DENIES.search(clause.text)) and not any(_DENIES.search(a.clause.text) for a in best)


def _limit_counted(case: Case, best: list[Aligned]) -> bool:
    """Whether the sentence tells the count that stands beside the limit in the evidence (仅少数（3个县）)."""
    told = {(q.unit_class, abs(q.value)) for q in case.sentence.quantities}
    return any(
        (q.unit_class, abs(q.value)) in told
        for a in best
        for q in a.text.quantities
        if a.clause.start <= q.start < a.clause.end and q.start - a.clause.start <= 24
    )


def _limit_kept(name: str, spoken: dict[str, str]) -> bool:
    groups = [
        {"some", "few"},
        {"most", "often", "mainly"},
        {"sometimes", "few", "some"},
        {"only", "few"},
        {"only", "first"},
    ]
    return any(name in group and group & set(spoken) for group in groups)
