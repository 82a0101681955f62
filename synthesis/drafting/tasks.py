"""Background work of the drafting room: writing a draft by rules."""

from __future__ import annotations

import uuid
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
    running.progress(PLAN, 0.02)
    order = material.for_draft(uuid.UUID(running.args["draft"]))
    against = measure.all_texts(order.workspace_id)
    written: list[dict[str, Any]] = []
    findings: dict[str, list[Any]] = {"unused": [], "conflicts": [], "advice": []}
    share = 0.9 / max(1, len(order.headings))
    for number, heading in enumerate(order.headings):
        begin = 0.05 + number * share
        running.progress(WRITE, begin)
        composition = compose(
            heading.name,
            order.brief,
            heading.excerpts,
            points=order.points,
            language=order.language,
            plan=heading.plan,
            against=against,
            progress=lambda _, fraction, begin=begin: running.progress(WRITE, begin + share * fraction),
        ).to_json()
        written += [material.paragraph(heading, point) for point in composition["points"]]
        for name, found in findings.items():
            found += [{"heading": heading.key, **entry} for entry in composition[name]]
    if not any(part["sentences"] for part in written):
        raise JobFailed(
            gettext_noop("No sentence could be written from these excerpts. Tag more, or longer, passages.")
        )
    running.progress(STORE, 0.97)
    with running.finishing():
        actions.write_draft(draft_id=order.draft_id, written=written, findings=findings)
