"""A language model's server on this machine, OpenAI-compatible, that answers well until a test tells it to misbehave.

It counts what it was asked and what it answered in full: only that would be charged.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-a-key-that-no-log-may-hold"


@dataclass
class Asked:
    """One request: what the drafter wants (plan, write, repair or judge), the data it sent, the whole body."""

    what: str
    data: dict[str, Any]
    body: dict[str, Any]
    key: str
    number: int


@dataclass
class Reply:
    """What to send: a text in pieces, or an error. `stall`: after the first piece nothing more comes; `before` is called
    before each piece."""

    text: str = ""
    status: int = 200
    finish: str = "stop"
    stall: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    usage: bool = True
    pieces: int = 2
    before: Callable[[], None] = lambda: None


Behaviour = Callable[[Asked], Reply | None]


def paraphrased(texts: dict[str, str]) -> Behaviour:
    """Answers as a good model would: every excerpt that holds a key of `texts` is told with that key's wording."""

    def sentences(data: dict[str, Any]) -> list[dict[str, Any]]:
        out = []
        for row in data["evidence"]:
            for quote, wording in texts.items():
                if quote in row["text"]:
                    out.append({"text": wording, "cites": [row["number"]], "kind": "evidence"})
        return out

    def answer(asked: Asked) -> Reply:
        if asked.what == "plan":
            points = [
                {"title": f"要点{row['number']}", "claim": "", "excerpts": [row["number"]]}
                for row in asked.data["evidence"]
            ]
            found: dict[str, Any] = {"points": points}
        elif asked.what == "judge":
            found = {"verdicts": [{"id": s["id"], "supported": True, "reason": ""} for s in asked.data["sentences"]]}
        elif asked.what == "repair":
            good = sentences(asked.data)
            found = {"sentences": [{"id": s["id"], **good[0]} for s in asked.data["sentences"]] if good else []}
        else:
            found = {"sentences": sentences(asked.data)}
        return Reply(json.dumps(found, ensure_ascii=False))

    return answer


class ModelServer:
    """`address` for the connection; `asked` are all requests in order, `answered` how many were answered in full."""

    def __init__(self, good: Behaviour) -> None:
        self.good = good
        self.behave: Behaviour = lambda _asked: None
        self.asked: list[Asked] = []
        self.answered = 0
        self.over = threading.Event()
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._http.server_port}/v1"
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()

    def reply_to(self, body: dict[str, Any], key: str) -> Reply:
        system, user = (message["content"] for message in body["messages"])
        data = json.loads(user)
        what = (
            "plan"
            if '"points"' in system
            else "judge"
            if '"verdicts"' in system
            else "repair"
            if "faults" in system
            else "write"
        )
        with self._lock:
            asked = Asked(what, data, body, key, len(self.asked))
            self.asked.append(asked)
        return self.behave(asked) or self.good(asked) or Reply(status=500)

    def close(self) -> None:
        self.over.set()
        self._http.shutdown()
        self._http.server_close()


def _handler(server: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_args: object) -> None:
            pass

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            reply = server.reply_to(body, self.headers.get("authorization", ""))
            if reply.status != 200:
                self._send_error(reply)
                return
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            size = max(1, -(-len(reply.text) // reply.pieces))
            try:
                for at in range(0, max(1, len(reply.text)), size):
                    piece = reply.text[at : at + size]
                    reply.before()
                    self._chunk({"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]})
                    if reply.stall:
                        server.over.wait(30)
                        return
                self._chunk({"choices": [{"index": 0, "delta": {}, "finish_reason": reply.finish}]})
                if reply.usage and body.get("stream_options"):
                    usage = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
                    self._chunk({"choices": [], "usage": usage})
                server.answered += 1
                self.wfile.write(b"data: [DONE]\n\n")
            except OSError:
                pass  # who asked has gone

        def _chunk(self, data: dict[str, Any]) -> None:
            whole = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "m", **data}
            self.wfile.write(b"data: " + json.dumps(whole).encode() + b"\n\n")
            self.wfile.flush()

        def _send_error(self, reply: Reply) -> None:
            text = json.dumps({"error": {"message": reply.text, "type": "x"}}).encode()
            self.send_response(reply.status)
            for name, value in {
                "content-type": "application/json",
                "content-length": str(len(text)),
                **reply.headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text)

    return Handler


@contextmanager
def model_server(texts: dict[str, str]) -> Iterator[ModelServer]:
    """A server for the length of a test."""
    server = ModelServer(paraphrased(texts))
    try:
        yield server
    finally:
        server.close()
