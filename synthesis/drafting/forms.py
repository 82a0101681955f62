"""What the board's and the editor's scripts send (JSON), and what forms send, parsed and checked for shape."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from synthesis.infra.errors import Invalid
from synthesis.tagging.forms import body_of, text_in, uuid_in

MAX_IDS = 200
END = 10_000
__all__ = ["END", "body", "ids_in", "keys_in", "number_in", "optional_uuid_in", "text_in", "uuid_in"]


def body(request: HttpRequest) -> dict[str, Any]:
    """The JSON object or the form that was sent; of a form, `headings`, `cites`, `renewed` and `excerpts` are lists. Raises Invalid."""
    data = body_of(request)
    if request.content_type != "application/json":
        for name in ("cites", "excerpts", "renewed"):
            if name in data:
                data[name] = request.POST.getlist(name)
    return data


def number_in(data: dict[str, Any], name: str, default: int | None = None) -> int:
    """A count or a place, from 0. Raises Invalid for anything else, and when it is missing without a default."""
    value = data.get(name)
    if value in (None, "") and default is not None:
        return default
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 10:
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise Invalid(_("The request is incomplete."), fields={name: "number"})
    return value


def optional_uuid_in(data: dict[str, Any], name: str) -> uuid.UUID | None:
    """None for an empty value. Raises Invalid."""
    return uuid_in(data, name) if data.get(name) else None


def ids_in(data: dict[str, Any], name: str) -> list[uuid.UUID] | None:
    """The ids of a list, in order, each once; None when it was not sent. Raises Invalid."""
    value = data.get(name)
    if value is None:
        return None
    if not isinstance(value, list) or len(value) > MAX_IDS:
        raise Invalid(_("The request is incomplete."), fields={name: "list"})
    try:
        return list(dict.fromkeys(uuid.UUID(str(one)) for one in value if one != ""))
    except ValueError as error:
        raise Invalid(_("The request is incomplete."), fields={name: "list"}) from error


def keys_in(data: dict[str, Any]) -> list[str]:
    """The keys of `headings`. Raises Invalid."""
    value = data.get("headings", [])
    if not isinstance(value, list) or len(value) > MAX_IDS or not all(isinstance(key, str) for key in value):
        raise Invalid(_("The request is incomplete."), fields={"headings": "list"})
    return list(dict.fromkeys(value))
