"""Whether a sentence says no more and nothing else than its evidence: the guards, in order, and their verdict.

The same for every author: rules, model, person. Symbolic only; nothing here ranks or embeds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from synthesis.engine.drafting.guards.cause import cause_findings
from synthesis.engine.drafting.guards.direction import direction_findings
from synthesis.engine.drafting.guards.entity import entity_findings
from synthesis.engine.drafting.guards.hedge import hedge_findings
from synthesis.engine.drafting.guards.joined import parts_of
from synthesis.engine.drafting.guards.number import number_findings
from synthesis.engine.drafting.guards.polarity import polarity_findings
from synthesis.engine.drafting.guards.quantifier import quantifier_findings
from synthesis.engine.drafting.guards.referring import pointed_out
from synthesis.engine.drafting.guards.restated import is_restated
from synthesis.engine.drafting.guards.role import role_findings
from synthesis.engine.drafting.guards.short_forms import as_evidenced
from synthesis.engine.drafting.guards.slips import slip_findings
from synthesis.engine.drafting.guards.support import support_findings
from synthesis.engine.drafting.guards.types import Case, Finding, passage
from synthesis.engine.drafting.lexicon.contractions import written_out
from synthesis.engine.drafting.lexicon.firms import shared_firms
from synthesis.engine.drafting.lexicon.folding import fold
from synthesis.engine.drafting.lexicon.frames import without_frames
from synthesis.engine.drafting.verify_messages import message

State = Literal["supported", "check", "unsupported"]
#: From best to worst.
RANK = {"supported": 0, "check": 1, "unsupported": 2}

_GUARDS: dict[str, Callable[[Case], Iterable[Finding]]] = {
    "number": number_findings,
    "entity": entity_findings,
    "polarity": polarity_findings,
    "direction": direction_findings,
    "hedge": hedge_findings,
    "role": role_findings,
    "quantifier": quantifier_findings,
    "cause": cause_findings,
    "support": support_findings,
}
GUARDS = tuple(_GUARDS)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence is not simply supported; `detail` is a plain sentence in the sentence's language. `verify_messages`
    makes it of `code` and `parts` in others."""

    guard: str
    code: str
    detail: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """`state` of a sentence, the reasons, and ok | check | fail for every guard."""

    state: State
    reasons: list[Reason] = field(default_factory=list)
    checks: dict[str, str] = field(default_factory=dict)


def verify_sentence(sentence: str, evidence: Sequence[str], *, glossary: Sequence[str] = ()) -> Verdict:
    """Compare `sentence` with the excerpts it cites.

    Any contradiction or invention makes it "unsupported", any doubt "check". `glossary` holds the fixed terms of the
    workspace, which need no evidence. Text in another language than all evidence is at best "check".
    """
    case = _case(sentence, evidence, glossary)
    findings = _weighed(case, list(_findings(case)))
    checks = dict.fromkeys(GUARDS, "ok")
    for finding in findings:
        if checks[finding.guard] != "fail":
            checks[finding.guard] = finding.level
    levels = {f.level for f in findings}
    state: State = "unsupported" if "fail" in levels else "check" if levels else "supported"
    spoken = case.sentence.language
    unique = {(f.guard, f.code, message(f.code, f.parts, spoken)): f.parts for f in findings}
    return Verdict(state, [Reason(*key, parts) for key, parts in unique.items()], checks)


def _case(sentence: str, evidence: Sequence[str], glossary: Sequence[str] = ()) -> Case:
    """What is compared: the texts without turns of phrase, words of reference and short forms written out."""
    spoken = as_evidenced(pointed_out(written_out(without_frames(sentence))), evidence)
    told = tuple(pointed_out(written_out(text)) for text in evidence if text.strip())
    names = shared_firms(fold(spoken), tuple(map(fold, told)))
    return Case(
        passage(spoken, names),
        tuple(passage(text, names) for text in told),
        frozenset(fold(term).lower() for term in glossary if term.strip()),
    )


def _findings(case: Case) -> Iterable[Finding]:
    if not any(char.isalnum() for char in case.sentence.text):
        return [Finding("support", "fail", "empty")]
    if not case.evidence:
        return [Finding("support", "fail", "no_evidence")]
    if is_restated(case.sentence, case.evidence):
        return []  # its sentences stand in the evidence, each whole
    comparable = tuple(p for p in case.evidence if p.language == case.sentence.language)
    if not comparable:
        return [*number_findings(case), Finding("support", "check", "language")]
    found = _objections(case)
    parts = parts_of(case) if found else ()
    return [] if parts and not any(map(_objections, parts)) else found


def _objections(case: Case) -> list[Finding]:
    found = [f for guard in _GUARDS.values() for f in guard(case)]
    return found or list(slip_findings(case))


#: Below this share of common content words an objection is right in three of five cases, above it in six of seven.
_CLOSE = 0.7
#: What is invented, however freely it is told: figures, designations, titles, quotations that stand in no evidence.
_INVENTED = frozenset(
    {"figure", "figure_none", "unit", "latin", "title", "quoted", "no_evidence", "empty", "support_low"}
)


def _weighed(case: Case, findings: list[Finding]) -> list[Finding]:
    """The findings, those that compare meanings as doubts when the sentence is worded too freely to be sure (ADR 28)."""
    mine = {w.key for w in case.sentence.words if w.content}
    theirs = {w.key for text in case.evidence for w in text.words}
    if not mine or len(mine & theirs) >= _CLOSE * len(mine):
        return findings
    return [f if f.code in _INVENTED else replace(f, level="check") for f in findings]
