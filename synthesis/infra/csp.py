"""Content-Security-Policy with a nonce per response; named as in Django 6.0 so that its own middleware can replace this."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Files that people uploaded are only ever downloads; should a browser open one, it can run nothing.
SANDBOXED = "sandbox; default-src 'none'"


class ContentSecurityPolicyMiddleware:
    """Adds the policy of `settings.SECURE_CSP` to every response that has none."""

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.csp_nonce = secrets.token_urlsafe(16)  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy(request.csp_nonce))  # type: ignore[attr-defined]
        return response


def policy(nonce: str) -> str:
    """The header's value; `'nonce'` in the settings stands for this response's own."""
    parts = []
    for directive, values in settings.SECURE_CSP.items():
        parts.append(" ".join([directive, *(f"'nonce-{nonce}'" if v == "'nonce'" else v for v in values)]))
    return "; ".join(parts)


def nonce(request: HttpRequest) -> dict[str, str]:
    """Context processor: `csp_nonce` for script tags."""
    return {"csp_nonce": getattr(request, "csp_nonce", "")}
