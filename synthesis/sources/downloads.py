"""Answers that send files: read a chunk at a time, in threads, and closed when they are sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import cast

from asgiref.sync import sync_to_async
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _

from synthesis.infra.csp import SANDBOXED
from synthesis.infra.errors import Conflict
from synthesis.sources.originals import open_original

CHUNK = 256 * 1024


class ThreadedStream(StreamingHttpResponse):
    """An answer from a plain iterator whose steps may wait: under ASGI each runs in a thread, one after the other.

    Django would otherwise read such an iterator to its end before it sends the first byte.
    """

    async def __aiter__(self) -> AsyncIterator[bytes]:
        steps = iter(cast("Iterator[bytes]", self.streaming_content))
        step = sync_to_async(lambda: next(steps, None), thread_sensitive=False)
        while (part := await step()) is not None:
            yield part


class ThreadedFile(ThreadedStream, FileResponse):
    """A file as such an answer."""

    block_size = CHUNK


def original_file(stored: str, *, name: str, media_type: str) -> HttpResponse:
    """A kept original under its name: always a download, never opened here. Raises Conflict when the store lacks it."""
    try:
        content = open_original(stored)
    except FileNotFoundError as error:
        raise Conflict(_("The original file is missing from the store. Add it again."), code="missing") from error
    response = ThreadedFile(content, as_attachment=True, filename=name, content_type=media_type)
    response.headers["Content-Security-Policy"] = SANDBOXED
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-cache"
    return cast("HttpResponse", response)  # the door's signature knows no streaming answers
