"""What every template knows: theme, workspace, access, the current step, and where the event stream begins."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from synthesis.infra import events

THEMES = ("light", "dark")


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor."""
    theme = request.COOKIES.get("collate_theme", "")
    context: dict[str, Any] = {"theme": theme if theme in THEMES else ""}
    access = getattr(request, "access", None)
    if access is not None:
        context |= {
            "access": access,
            "workspace": access.workspace,
            "nav": getattr(request, "nav", ""),
            "event_seq": events.last_seq(access.workspace.pk),
        }
    return context
