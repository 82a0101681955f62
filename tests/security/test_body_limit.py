"""Bodies that are too long are refused before they are stored anywhere, in the caller's language."""

from __future__ import annotations

import asyncio
import http.client
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from project.body_limit import PATIENCE, BodyLimit

if TYPE_CHECKING:
    from tests.live_stack import LiveStack

LIMIT = 1000
MEGABYTE = 1024 * 1024


class Exchange:
    """One request with its body in pieces; what the application read and what the client got."""

    def __init__(self, pieces: Iterable[bytes], announced: int | None = None, language: str = "en") -> None:
        self.pieces = list(pieces)
        self.read = 0
        self.taken = 0
        self.sent: list[dict[str, Any]] = []
        headers = [(b"accept-language", language.encode())]
        if announced is not None:
            headers.append((b"content-length", str(announced).encode()))
        scope = {"type": "http", "method": "POST", "path": "/", "query_string": b"", "headers": headers}
        asyncio.run(BodyLimit(self.application, LIMIT)(scope, self.receive, self.send))

    async def receive(self) -> dict[str, Any]:
        self.taken += 1
        if not self.pieces:
            return {"type": "http.disconnect"}
        body = self.pieces.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(self.pieces)}

    async def send(self, message: Any) -> None:
        self.sent.append(message)

    async def application(self, scope: Any, receive: Any, send: Any) -> None:
        """As Django's handler does: the whole body first; nothing is said to a client that has gone."""
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            self.read += len(message["body"])
            more = message["more_body"]
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"ok"})

    @property
    def status(self) -> int | None:
        return self.sent[0]["status"] if self.sent else None


def test_what_fits_passes() -> None:
    done = Exchange([b"x" * 400, b"x" * 600], announced=1000)
    assert (done.status, done.read) == (200, 1000)


def test_what_is_announced_too_long_is_never_read_by_the_application() -> None:
    done = Exchange([b"x" * 400] * 4, announced=1600)
    assert (done.status, done.read) == (413, 0)
    assert done.pieces == [], "the client must be heard out, or it never hears the answer"


def test_what_grows_too_long_is_cut() -> None:
    done = Exchange([b"x" * 400] * 5)
    assert done.status == 413
    assert done.read <= LIMIT
    assert [m["type"] for m in done.sent] == ["http.response.start", "http.response.body"]


def test_patience_ends() -> None:
    done = Exchange([b"x" * LIMIT] * 50, announced=50 * LIMIT)
    assert done.status == 413
    assert len(done.pieces) >= 50 - PATIENCE - 2


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_answer_is_a_problem_document(language: str) -> None:
    done = Exchange([b"x" * 2000], announced=2000, language=language)
    headers = dict(done.sent[0]["headers"])
    body = json.loads(done.sent[1]["body"])
    assert headers[b"content-type"] == b"application/problem+json"
    assert int(headers[b"content-length"]) == len(done.sent[1]["body"])
    assert (body["status"], body["code"]) == (413, "too_large")
    assert body["detail"]


def test_a_client_that_leaves_hears_nothing_and_harms_nothing() -> None:
    done = Exchange([], announced=10)
    assert done.sent == []


def test_the_real_application_is_guarded() -> None:
    from project.asgi import application
    from synthesis.infra.uploads import MAX_BYTES

    assert isinstance(application, BodyLimit)
    assert MAX_BYTES < application.limit < 3 * MAX_BYTES


@pytest.mark.parametrize("announced", [True, False])
def test_three_hundred_megabytes_over_a_real_connection(live_stack: LiveStack, announced: bool) -> None:
    from synthesis.accounts import actions as accounts
    from synthesis.sources.models import Source
    from tests.world import make_world

    world = make_world()
    before = Source.objects.count()
    headers = {"Authorization": f"Bearer {accounts.create_token(world.bob, 'test')[1]}", "Accept-Language": "en"}
    headers["Content-Type"] = "multipart/form-data; boundary=end"
    if announced:
        headers["Content-Length"] = str(300 * MEGABYTE)
    connection = http.client.HTTPConnection(urlsplit(live_stack.url).netloc, timeout=60)
    piece = b"x" * MEGABYTE
    path = f"/api/v1/workspaces/{world.workspace.pk}/sources"
    connection.request("POST", path, (piece for _ in range(300)), headers, encode_chunked=not announced)
    answer = connection.getresponse()
    assert answer.status == 413
    assert "MB" in json.load(answer)["detail"]
    connection.close()
    assert Source.objects.count() == before
