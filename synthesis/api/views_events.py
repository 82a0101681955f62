"""The live channel for scripts: the same stream as the browser's, opened by a token."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest
from ninja import Router

from synthesis.accounts.bearer import token_of
from synthesis.accounts.selectors import user_of_token
from synthesis.api.views import AsyncBearer, person
from synthesis.live.views import follow

router = Router(tags=["events"], auth=AsyncBearer())


@router.get("/workspaces/{uuid:workspace}/events")
async def follow_events(request: HttpRequest, workspace: uuid.UUID, after: str = "") -> Any:
    """Server-Sent Events after number `after`; the header Last-Event-ID wins over it. Ends when the token is revoked."""
    plain = token_of(request)
    return await follow(request, person(request).pk, workspace, still=lambda: user_of_token(plain) is not None)
