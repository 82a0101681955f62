"""The one live channel: Server-Sent Events of a workspace's log, in order, resumed by Last-Event-ID."""

from __future__ import annotations

import asyncio
import json
import logging
import uuid
from collections.abc import AsyncIterator, Callable
from typing import Any

from asgiref.sync import sync_to_async
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _

from synthesis.infra import bell
from synthesis.infra.errors import NotFound, problem
from synthesis.live.selectors import events_after

logger = logging.getLogger(__name__)
# Seconds. Without a ring the log is read this often: the bell saves latency, it is not needed.
LOOK_EVERY = 1.0
KEEP_ALIVE = 15.0


def _always() -> bool:
    return True


def _signed_in(request: HttpRequest) -> uuid.UUID | None:
    try:
        return request.user.pk if request.user.is_authenticated else None
    finally:
        # Back to the pool before the log is read, which takes another: of many who come at once, as a class does or after
        # a restart, each would hold one and wait for a second until the pool gives up.
        connection.close()


signed_in = sync_to_async(_signed_in, thread_sensitive=False)


def _read(
    user_id: uuid.UUID, workspace_id: uuid.UUID, after: int, still: Callable[[], bool]
) -> tuple[int, list[dict[str, Any]]] | None:
    try:
        return events_after(user_id, workspace_id, after) if still() else None
    finally:
        connection.close()  # back to the pool: a stream must not hold a connection while it waits


read_events = sync_to_async(_read, thread_sensitive=False)


async def stream(request: HttpRequest, workspace: uuid.UUID) -> HttpResponseBase:
    """`GET /w/<workspace>/events?after=N`; the header Last-Event-ID wins over `after`."""
    user_id = await signed_in(request)
    if user_id is None:
        return problem(request, 401, _("Sign in first"))
    return await follow(request, user_id, workspace)


async def follow(
    request: HttpRequest, user_id: uuid.UUID, workspace: uuid.UUID, *, still: Callable[[], bool] = _always
) -> HttpResponseBase:
    """The stream for this person, begun where the request says; it ends when `still`, asked again and again, says no.

    Raises NotFound for strangers.
    """
    wanted = request.headers.get("Last-Event-ID") or request.GET.get("after", "")
    after = int(wanted) if wanted.isdecimal() and len(wanted) < 19 else 0
    if await read_events(user_id, workspace, after, still) is None:
        raise NotFound
    response = StreamingHttpResponse(_follow(user_id, workspace, after, still), content_type="text/event-stream")
    response.headers["Cache-Control"] = "no-cache, no-transform"
    response.headers["X-Accel-Buffering"] = "no"
    return response


async def _follow(
    user_id: uuid.UUID, workspace_id: uuid.UUID, after: int, still: Callable[[], bool]
) -> AsyncIterator[str]:
    yield "retry: 1500\n\n"
    loop = asyncio.get_running_loop()
    spoke = loop.time()
    listener = bell.Listener(workspace_id)
    try:
        while True:
            try:
                answer = await read_events(user_id, workspace_id, after, still)
            except DatabaseError as error:
                logger.warning("the event stream waits for the database: %s", error)
                await asyncio.sleep(LOOK_EVERY)
                continue
            if answer is None:
                # So that nobody comes back to be refused.
                yield "event: gone\ndata\n\n"
                return
            after, found = answer
            for event in found:
                yield f"id: {event['seq']}\ndata: {json.dumps(event, ensure_ascii=False)}\n\n"
            now = loop.time()
            if found:
                spoke = now
                continue
            if now - spoke > KEEP_ALIVE:
                spoke = now
                yield ": still here\n\n"
            await listener.wait(LOOK_EVERY)
    finally:
        await listener.close()
