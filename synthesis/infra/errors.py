"""What can go wrong for a person, and how it is told: one page or one problem document, in their language.

Actions and selectors raise these; views never build an error response themselves.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


class NotFound(Exception):
    """There is no such thing for this person (it may exist: strangers are told the same)."""


class Forbidden(Exception):
    """The person may see this place but not do this; the text says who may."""


class Invalid(Exception):
    """The input cannot be used; the text says what to do. `fields` maps field names to messages."""

    def __init__(self, message: str, *, code: str = "invalid", fields: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.fields = fields or {}


class Conflict(Exception):
    """Somebody else was quicker, or the text differs; `current` is the present state as JSON-able data."""

    def __init__(self, message: str, *, code: str = "conflict", current: Any = None) -> None:
        super().__init__(message)
        self.code = code
        self.current = current


class TooMany(Exception):
    """The person does this too often just now."""


def wants_json(request: HttpRequest) -> bool:
    """Whether the caller is a script or the browser's own fetch, not a page or an htmx swap."""
    if request.path.startswith(("/api/", "/jobs/")):
        return True
    return "application/json" in request.headers.get("Accept", "")


def problem(request: HttpRequest, status: int, title: str, detail: str = "", **extra: Any) -> HttpResponse:
    """The error as an RFC 9457 document for scripts, else as a page (a fragment for htmx)."""
    if wants_json(request):
        body = {"type": "about:blank", "status": status, "title": title, "detail": detail, **extra}
        return JsonResponse(body, status=status, content_type="application/problem+json")
    known = {400, 403, 404, 409, 429, 500}
    template = f"{status}.html" if status in known - {409} else "400.html"
    if getattr(request, "htmx", False):
        template = "components/_problem.html"
    context = {"title": title, "detail": detail, "status": status, **extra}
    return render(request, template, context, status=status)


class ErrorMiddleware:
    """Turns the exceptions above into responses, wherever they were raised."""

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return response_for(request, exception)


def response_for(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """The response that tells `exception`, or None when it is a fault of ours."""
    match exception:
        case NotFound() | Http404():
            return problem(request, 404, _("Not found"), _("There is nothing here, or it is not shared with you."))
        case Forbidden():
            return problem(request, 403, _("Not allowed"), str(exception) or _("Your role does not allow this."))
        case Invalid():
            return problem(
                request, 400, _("This cannot be used"), str(exception), code=exception.code, fields=exception.fields
            )
        case Conflict():
            return problem(
                request,
                409,
                _("Somebody else changed this"),
                str(exception),
                code=exception.code,
                current=exception.current,
            )
        case TooMany():
            return problem(request, 429, _("Too many requests"), str(exception) or _("Wait a moment and try again."))
    return None


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return problem(request, 400, _("This request cannot be understood"), _("Go back and try again."))


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return problem(request, 403, _("Not allowed"), _("Your role does not allow this."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return problem(request, 404, _("Not found"), _("There is nothing here, or it is not shared with you."))


def server_error(request: HttpRequest) -> HttpResponse:
    return problem(request, 500, _("Something went wrong"), _("The fault is ours. Please try again in a moment."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return problem(request, 403, _("This page is out of date"), _("Reload the page and try again."), code="csrf")
