"""A client of the event stream that reads what it is told and hangs up when it likes."""

from __future__ import annotations

import http.client
import json
from typing import Any
from urllib.parse import urlsplit

PATIENCE = 30  # seconds without a word; the stream says that it is there every fifteen


class Listener:
    """`with Listener(url, path, headers) as events: events.next()`; `next` gives None when the stream has ended."""

    def __init__(self, url: str, path: str, headers: dict[str, str]) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=PATIENCE)
        self.connection.request("GET", path, headers=headers)
        self.response = self.connection.getresponse()

    def __enter__(self) -> Listener:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def next(self) -> dict[str, Any] | None:
        while line := self.response.readline():
            if line.startswith(b"data: "):
                return dict(json.loads(line[6:]))
        return None

    def take(self, number: int) -> list[dict[str, Any]]:
        found = [self.next() for _ in range(number)]
        assert None not in found, "the stream ended"
        return [event for event in found if event]
