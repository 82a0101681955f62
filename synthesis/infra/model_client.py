"""One question to an OpenAI-compatible language model: streamed, bounded, and cancelled within half a second.

Servers differ in what they accept: the format of the answer is asked for as a schema, else as JSON, else in words only,
and what a server refused once is not asked of it again. Not for what is asked or whether the answer is any good, nor
for money: `synthesis.drafting.asking_model` keeps the account.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

TRIES = 4
STALLS = 2  # tries for a server that falls silent: a third would keep people waiting for nothing
WAITS = (1.0, 3.0, 8.0)  # seconds before another try, unless the server says how long
LONGEST_WAIT = 30.0
STALL = 45.0  # seconds without a sign of life
WHOLE = 1800.0  # seconds for one answer, however steadily it comes
LOOK = 0.25  # seconds between two looks at whether the caller still wants it
REASONING = 1500  # tokens a model may think before it answers, beside what the answer takes
_CHARS_A_TOKEN = 6


class ModelError(Exception):
    """No answer. `code`: key, credit, model, request, address, busy, server, stall, slow, network, filtered; `detail` is
    the server's own word, shortened and without the key."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code, self.detail = code, detail


@dataclass(frozen=True, slots=True)
class Completion:
    """An answer. `cut`: it ended at a limit. Tokens are the server's count, None when it gave none."""

    text: str
    cut: bool
    tokens_in: int | None
    tokens_out: int | None
    milliseconds: int


@dataclass(slots=True)
class _Manners:
    """What a server was found to accept."""

    form: int = 0  # 0 schema, 1 JSON, 2 words only
    cap: str = "max_tokens"
    usage: bool = True

    def learn(self, refusal: str) -> bool:
        """Asks for less after a refusal; False when there is nothing left to leave out."""
        if "max_completion_tokens" in refusal and self.cap == "max_tokens":
            self.cap = "max_completion_tokens"
        elif "stream_options" in refusal and self.usage:
            self.usage = False
        elif self.form < 2:
            self.form += 1
        elif self.usage:
            self.usage = False
        else:
            return False
        return True


_manners: dict[tuple[str, str], _Manners] = {}


def complete(
    *,
    address: str,
    key: str,
    model: str,
    instructions: str,
    data: str,
    schema: Mapping[str, Any],
    most: int,
    alive: Callable[[int], None],
    again: Callable[[int, str], None] = lambda _number, _code: None,
    stall: float = STALL,
    whole: float = WHOLE,
) -> Completion:
    """Asks `model` at `address` (checked before by `model_address`); an answer has at most about `most` tokens.

    `alive` is called at least every half second with the characters that are there, and may raise to give up; the
    connection is closed then. `again` hears the number of another try (2, 3 …) and the fault that made it necessary.
    A server is silent when `stall` seconds pass between two pieces; one that goes on for `whole` seconds is not asked
    again. Raises ModelError after the tries that make sense for the fault: `TRIES`, `STALLS` when nothing came.
    """
    manners = _manners.setdefault((address, model), _Manners())
    messages = [{"role": "system", "content": instructions}, {"role": "user", "content": data}]
    tried = stalled = 0
    while True:
        request = {"model": model, "messages": messages, "stream": True, **_wanted(manners, schema, most)}
        began = time.monotonic()
        try:
            return _once(address, key, request, most, alive, stall, whole, began)
        except _Refused as refused:
            if not manners.learn(refused.detail):
                raise ModelError("request", refused.detail) from None
        except _Passing as passing:
            tried += 1
            stalled += passing.code == "stall"
            if tried >= TRIES or stalled >= STALLS:
                raise ModelError(passing.code, passing.detail) from None
            again(tried + 1, passing.code)
            _pause(passing.wait if passing.wait is not None else WAITS[tried - 1], lambda: alive(0))


class _Refused(Exception):
    """The server does not accept the request as it is put."""

    def __init__(self, detail: str) -> None:
        self.detail = detail


class _Passing(Exception):
    """A fault that may be gone in a moment; `wait` in seconds when the server says how long."""

    def __init__(self, code: str, detail: str = "", wait: float | None = None) -> None:
        self.code, self.detail, self.wait = code, detail, wait


def _wanted(manners: _Manners, schema: Mapping[str, Any], most: int) -> dict[str, Any]:
    wanted: dict[str, Any] = {manners.cap: most + REASONING}
    if manners.form == 0:
        answer = {"name": "answer", "strict": True, "schema": dict(schema)}
        wanted["response_format"] = {"type": "json_schema", "json_schema": answer}
    elif manners.form == 1:
        wanted["response_format"] = {"type": "json_object"}
    if manners.usage:
        wanted["stream_options"] = {"include_usage": True}
    return wanted


def _once(
    address: str,
    key: str,
    request: Mapping[str, Any],
    most: int,
    alive: Callable[[int], None],
    stall: float,
    whole: float,
    began: float,
) -> Completion:
    """One request, read in another thread so that a silent server keeps nobody from giving up."""
    pieces: queue.Queue[Any] = queue.Queue()
    import httpx2  # here, because it takes a second that only the model mode needs

    http = httpx2.Client(follow_redirects=False, trust_env=False, timeout=httpx2.Timeout(stall, connect=10.0))
    with closing(http):
        reader = threading.Thread(target=_read, args=(http, address, key, request, pieces), daemon=True)
        reader.start()
        text: list[str] = []
        size, cut, tokens = 0, False, (None, None)
        for piece in _following(pieces, alive, stall, began + whole):
            if isinstance(piece, str):
                text.append(piece)
                size += len(piece)
                if size > (most + REASONING) * _CHARS_A_TOKEN:
                    cut = True
                    break
            elif isinstance(piece, tuple):
                tokens = piece
            elif piece.reason == "content_filter":
                raise ModelError("filtered")
            else:
                cut = piece.reason == "length"
    return Completion("".join(text), cut, tokens[0], tokens[1], round((time.monotonic() - began) * 1000))


@dataclass(frozen=True, slots=True)
class _Ended:
    reason: str


_END = object()


def _following(pieces: queue.Queue[Any], alive: Callable[[int], None], stall: float, until: float) -> Iterator[Any]:
    """What the reader brings, until its end. Raises what it raised; _Passing when nothing comes for `stall` seconds,
    ModelError when it is not at its end at `until`."""
    heard, characters = time.monotonic(), 0
    while True:
        alive(characters)
        try:
            piece = pieces.get(timeout=LOOK)
        except queue.Empty:
            if time.monotonic() - heard > stall:
                raise _Passing("stall") from None
            continue
        if piece is _END:
            return
        if isinstance(piece, BaseException):
            raise piece
        heard = time.monotonic()
        if heard > until:
            raise ModelError("slow")
        characters += len(piece) if isinstance(piece, str) else 0
        yield piece


def _read(http: Any, address: str, key: str, request: Mapping[str, Any], pieces: queue.Queue[Any]) -> None:
    """In its own thread: puts texts, (tokens in, tokens out), the end's reason, faults; last of all the end mark."""
    import httpx2
    import openai

    try:
        client = openai.OpenAI(base_url=address, api_key=key or "none", http_client=http, max_retries=0)
        for chunk in client.chat.completions.create(**request):
            if chunk.usage:
                pieces.put((chunk.usage.prompt_tokens, chunk.usage.completion_tokens))
            for choice in chunk.choices:
                if choice.delta and choice.delta.content:
                    pieces.put(choice.delta.content)
                elif choice.delta:
                    pieces.put("")  # a sign of life: it thinks
                if choice.finish_reason:
                    pieces.put(_Ended(choice.finish_reason))
    except openai.APIStatusError as error:
        pieces.put(_fault_of(error.status_code, _without(key, str(error.message)), error.response.headers))
    except (openai.APITimeoutError, httpx2.TimeoutException):
        pieces.put(_Passing("stall"))
    except (openai.APIError, httpx2.HTTPError, OSError, ValueError) as error:
        pieces.put(_Passing("network", _without(key, f"{type(error).__name__}: {error}")))
    except Exception as error:  # noqa: BLE001  a thread's fault must reach who waits, whatever it is
        pieces.put(_Passing("network", type(error).__name__))
    finally:
        pieces.put(_END)


def _fault_of(status: int, detail: str, headers: Mapping[str, str]) -> Exception:
    if status in {401, 403}:
        return ModelError("key", detail)
    if status == 402:
        return ModelError("credit", detail)
    if status == 404:
        return ModelError("model", detail)
    if 300 <= status < 400:
        return ModelError("address", detail)
    if status in {408, 409, 425, 429} or status >= 500:
        return _Passing("busy" if status == 429 else "server", detail, _seconds(headers.get("retry-after")))
    return _Refused(detail)


def _seconds(value: str | None) -> float | None:
    """Retry-After in seconds, bounded; a date is not waited for."""
    try:
        return min(LONGEST_WAIT, max(0.0, float(value))) if value else None
    except ValueError:
        return None


def _without(key: str, text: str) -> str:
    """The server's words, short, and never with the key in them."""
    text = " ".join(text.split())
    return (text.replace(key, "…") if key else text)[:300]


def _pause(seconds: float, alive: Callable[[], None]) -> None:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        alive()
        time.sleep(min(LOOK, left))
    alive()
