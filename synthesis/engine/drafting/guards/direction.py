"""Guard of direction: rise and fall, promote and hinder, above and below, and other opposites."""

from __future__ import annotations

from collections.abc import Iterator

from synthesis.engine.drafting.guards.comparing import comparison_findings
from synthesis.engine.drafting.guards.opposed import opposed_findings, turning_findings
from synthesis.engine.drafting.guards.opposition import opposition_findings
from synthesis.engine.drafting.guards.runs import run_findings
from synthesis.engine.drafting.guards.types import Case, Finding


def direction_findings(case: Case) -> Iterator[Finding]:
    """Objections to opposites and comparisons that the evidence reverses; of denials too, which go to "polarity"."""
    yield from comparison_findings(case)
    yield from opposition_findings(case)
    yield from opposed_findings(case)
    yield from turning_findings(case)
    yield from run_findings(case)
