"""Bodies that are too long never reach the disk: Django's ASGI handler spools a whole body before any view sees it.

What single requests may hold beyond this is the rooms' business (`DATA_UPLOAD_MAX_MEMORY_SIZE`, `sources.receiving`).
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from io import BytesIO
from typing import Any

from django.core.handlers.asgi import ASGIRequest
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.translation import gettext as _

Scope = dict[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Any, Any, Any], Awaitable[None]]
#: A body is read on and forgotten up to this many times the limit: most clients listen only after they have sent all.
PATIENCE = 8


class BodyLimit:
    """Answers 413 with a problem document when a request announces, or sends, more than `limit` bytes."""

    def __init__(self, app: Application, limit: int) -> None:
        self.app, self.limit = app, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = dict(scope["headers"]).get(b"content-length", b"")
        if announced.isdigit() and int(announced) > self.limit:
            await self._refuse(scope, receive, send, 0)
            return
        received, begun = 0, False

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            # To the application it looks as if the client had gone: it stops and says nothing.
            return {"type": "http.disconnect"} if received > self.limit else message

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        await self.app(scope, counted, noted)
        if received > self.limit and not begun:
            await self._refuse(scope, receive, send, received)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, received: int) -> None:
        more = True
        while more and received <= self.limit * PATIENCE:
            message = await receive()
            received += len(message.get("body", b""))
            more = message["type"] == "http.request" and message.get("more_body", False)
        body = self._problem(scope)
        headers = {
            "content-type": "application/problem+json",
            "content-length": str(len(body)),
            "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
            "x-content-type-options": "nosniff",
            "connection": "close",
        }
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": 413, "headers": raw})
        await send({"type": "http.response.body", "body": body})

    def _problem(self, scope: Scope) -> bytes:
        """The problem document, in the language that the request asks for."""
        with translation.override(translation.get_language_from_request(ASGIRequest(scope, BytesIO()))):
            detail = _("More than %(largest)s cannot be sent at once. Send fewer or smaller files.")
            problem = {
                "type": "about:blank",
                "status": 413,
                "title": _("Too large"),
                "detail": detail % {"largest": filesizeformat(self.limit)},
                "code": "too_large",
            }
            return json.dumps(problem, ensure_ascii=False).encode()
