"""What every template knows: theme, workspace, access (with where the event stream begins) and the current step."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

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
        }
    return context
