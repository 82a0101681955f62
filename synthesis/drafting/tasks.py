"""Background work of the drafting room: writing a draft by rules."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_noop

from synthesis.drafting import actions, material, measure
from synthesis.engine.drafting.compose import compose
from synthesis.infra import jobs
from synthesis.infra.leases import JobFailed, RunningJob
from synthesis.infra.policy import Permission

PLAN = gettext_noop("planning")
WRITE = gettext_noop("writing and checking")
STORE = gettext_noop("storing the draft")


@jobs.handles("drafting.write", on_end=actions.fail_draft, audience=Permission.READ_DRAFTS)
def write(running: RunningJob) -> None:
    """Heading by heading: plan, wording, verification, overlap; then everything at once into the draft."""
    actions.begin_draft(draft_id=uuid.UUID(running.args["draft"]), job_id=running.id)
    running.progress(PLAN, 0.02)
    order = material.for_draft(uuid.UUID(running.args["draft"]))
    against = measure.all_texts(order.workspace_id)
    written: list[dict[str, Any]] = []
    findings: dict[str, list[Any]] = {"unused": [], "conflicts": [], "advice": []}
    share = 0.9 / max(1, len(order.headings))
    for number, heading in enumerate(order.headings):
        begin = 0.05 + number * share
        running.progress(WRITE, begin)
        composition: dict[str, Any] = compose(
            heading.name,
            order.brief,
            heading.excerpts,
            points=order.points,
            language=order.language,
            plan=heading.plan,
            against=against,
            progress=_reporter(running, begin, share),
        ).to_json()
        quotes = {excerpt.id: excerpt.text for excerpt in heading.excerpts}
        for point in composition["points"]:
            _judge(order.workspace_id, point, quotes)
            written.append(material.paragraph(heading, point))
        for name, found in findings.items():
            found += [{"heading": heading.key, **entry} for entry in composition[name]]
    if not any(part["sentences"] for part in written):
        raise JobFailed(
            gettext_noop("No sentence could be written from these excerpts. Tag more, or longer, passages.")
        )
    running.progress(STORE, 0.97)
    with running.finishing():
        actions.write_draft(draft_id=order.draft_id, written=written, findings=findings)


def _reporter(running: RunningJob, begin: float, share: float) -> Callable[[str, float], None]:
    """The drafter's progress on one heading as a part of the whole."""

    def report(_step: str, fraction: float) -> None:
        running.progress(WRITE, begin + share * fraction)

    return report


def _judge(workspace_id: uuid.UUID, point: dict[str, Any], quotes: dict[str, str]) -> None:
    """Adds to a written point what the editor shows of a sentence: the guards' reasons, and where copied runs lie.

    Measured as after an edit, so that a figure changes only when the text does. The drafter's state stands: it knows
    more than the guards alone (an indicative sentence is to be checked although nothing in it is wrong).
    """
    for sentence in point["sentences"]:
        _, verdict = measure.verdict_of(sentence["text"], [quotes[c] for c in sentence["cites"] if c in quotes])
        sentence["reasons"] = verdict["reasons"]
        sentence["overlap"] = measure.overlap_of(workspace_id, sentence["text"])
