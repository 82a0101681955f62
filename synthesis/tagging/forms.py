"""What the reader's script sends (JSON) and what the pages' forms send, parsed and checked for shape."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from synthesis.infra.errors import Invalid
from synthesis.infra.ids import uuid_or_none
from synthesis.infra.json_body import json_object
from synthesis.sources.storable import storable_text
from synthesis.tagging.models import ReviewState

MAX_KEYS = 24


def body_of(request: HttpRequest) -> dict[str, Any]:
    """The JSON object or the form that was sent; of a form, `headings` is a list. Raises Invalid."""
    sent = json_object(request)
    return sent if sent is not None else {**request.POST.dict(), "headings": request.POST.getlist("headings")}


def text_in(data: dict[str, Any], name: str) -> str:
    """A string as it was sent, without what cannot be stored. Raises Invalid for another type."""
    value = data.get(name, "")
    if not isinstance(value, str):
        raise Invalid(_("The request is incomplete."), fields={name: "string"})
    return storable_text(value)


def keys_in(data: dict[str, Any]) -> list[str]:
    """The keys of `headings`, in order, each once. Raises Invalid."""
    value = data.get("headings", [])
    if not isinstance(value, list) or len(value) > MAX_KEYS or not all(isinstance(key, str) for key in value):
        raise Invalid(_("The request is incomplete."), fields={"headings": "list"})
    return list(dict.fromkeys(storable_text(key) for key in value))


def version_in(data: dict[str, Any]) -> int | None:
    """The version of the excerpt that the person saw, if it was sent. Raises Invalid."""
    value = data.get("version")
    if value is None or value == "":
        return None
    return _number(value, "version")


def _number(value: Any, name: str) -> int:
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 10:
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not -1 <= value < 2**31:
        raise Invalid(_("The request is incomplete."), fields={name: "number"})
    return value


def uuid_in(data: dict[str, Any], name: str) -> uuid.UUID:
    """Raises Invalid."""
    try:
        return uuid.UUID(str(data.get(name, "")))
    except ValueError as error:
        raise Invalid(_("The request is incomplete."), fields={name: "id"}) from error


def source_in(data: dict[str, Any]) -> uuid.UUID | None:
    """The source whose page asks, if it was sent. Raises Invalid."""
    return uuid_in(data, "source") if data.get("source") else None


@dataclass(frozen=True, slots=True)
class NewExcerpt:
    """The request to tag: code points `[start, end)` of a text version with their quote."""

    text_id: uuid.UUID
    start: int
    end: int
    quote: str
    headings: list[str]
    note: str

    @classmethod
    def parse(cls, request: HttpRequest) -> NewExcerpt:
        """Raises Invalid."""
        data = body_of(request)
        return cls(
            text_id=uuid_in(data, "text"),
            start=_number(data.get("start"), "start"),
            end=_number(data.get("end"), "end"),
            quote=text_in(data, "quote"),
            headings=keys_in(data),
            note=text_in(data, "note"),
        )


@dataclass(frozen=True, slots=True)
class NewPlace:
    """Where a waiting excerpt stands in a newer text, and the version of the excerpt that the person saw."""

    text_id: uuid.UUID
    start: int
    end: int
    quote: str
    version: int | None

    @classmethod
    def parse(cls, request: HttpRequest) -> NewPlace:
        """Raises Invalid. A form sends line breaks as CRLF, whatever stood there."""
        data = body_of(request)
        return cls(
            text_id=uuid_in(data, "text"),
            start=_number(data.get("start"), "start"),
            end=_number(data.get("end"), "end"),
            quote=text_in(data, "quote").replace("\r\n", "\n"),
            version=version_in(data),
        )


@dataclass(frozen=True, slots=True)
class ExcerptFilter:
    """What the list of excerpts is narrowed by; unusable values count as none."""

    heading: str = ""
    source: uuid.UUID | None = None
    tagger: uuid.UUID | None = None
    review: str = ""
    words: str = ""

    @classmethod
    def parse(cls, query: dict[str, str]) -> ExcerptFilter:
        review = query.get("review", "")
        return cls(
            heading=storable_text(query.get("heading", ""))[:3],
            source=uuid_or_none(query.get("source", "")),
            tagger=uuid_or_none(query.get("person", "")),
            review=review if review in ReviewState.values else "",
            words=query.get("q", "")[:200],
        )

    def query(self) -> dict[str, str]:
        """As the address has it, without what is not set."""
        named = {
            "heading": self.heading,
            "source": self.source,
            "person": self.tagger,
            "review": self.review,
            "q": self.words,
        }
        return {name: str(value) for name, value in named.items() if value}
