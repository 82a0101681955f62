"""What the room says to open pages."""

from __future__ import annotations

import uuid

from synthesis.infra import events
from synthesis.infra.policy import Permission
from synthesis.overlap.models import OverlapReport


def tell_report(report: OverlapReport, actor_id: uuid.UUID | None = None) -> None:
    """The report, its marks or its candidates are others than before; call in the transaction of the change."""
    events.emit(
        report.workspace_id,
        "report.changed",
        {"report": str(report.pk), "draft": str(report.draft_id), "state": report.state},
        audience=Permission.READ_REPORTS,
        actor_id=actor_id,
    )
