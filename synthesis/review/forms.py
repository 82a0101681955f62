"""What the pages and scripts of review send, parsed and checked for shape."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from synthesis.infra.errors import Invalid
from synthesis.infra.ids import uuid_or_none
from synthesis.sources.storable import storable_text
from synthesis.tagging.models import ReviewState

TABS = ("excerpts", "drafts", "returned", "history")
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What the queue shows; unusable values count as none."""

    show: str = ""
    heading: str = ""
    source: uuid.UUID | None = None
    tagger: uuid.UUID | None = None
    state: str = ReviewState.OPEN

    @classmethod
    def parse(cls, query: QueryDict) -> QueueFilter:
        show, state = query.get("show", ""), query.get("state", "")
        return cls(
            show=show if show in TABS else "",
            heading=storable_text(query.get("heading", ""))[:3],
            source=uuid_or_none(query.get("source", "")),
            tagger=uuid_or_none(query.get("person", "")),
            state=state if state in ReviewState.values else ReviewState.OPEN,
        )

    def given(self) -> dict[str, str]:
        """The filters that are set, as the address has them."""
        named = {
            "heading": self.heading,
            "source": self.source,
            "person": self.tagger,
            "state": "" if self.state == ReviewState.OPEN else self.state,
        }
        return {name: str(value) for name, value in named.items() if value}

    def query(self) -> str:
        """What page links go on with."""
        return urlencode({"show": self.show or "excerpts", **self.given()}) + "&"


def comment_in(request: HttpRequest) -> str:
    return storable_text(request.POST.get("comment", "")).strip()


def number_in(request: HttpRequest, name: str) -> int:
    """A whole number that must be there. Raises Invalid."""
    number = _number(request.POST.get(name, ""))
    if number is None:
        raise Invalid(_("The request is incomplete."), fields={name: "number"})
    return number


def version_in(request: HttpRequest) -> int | None:
    """The version of the excerpt that the person saw, if it was sent. Raises Invalid."""
    return number_in(request, "version") if request.POST.get("version") else None


def versions_in(request: HttpRequest) -> dict[uuid.UUID, int]:
    """`excerpt=<id>:<version>`, several. Raises Invalid for another shape and for too many."""
    sent = request.POST.getlist("excerpt")
    found: dict[uuid.UUID, int] = {}
    for one in sent[: AT_ONCE + 1]:
        name, _colon, version = one.partition(":")
        excerpt, number = uuid_or_none(name), _number(version)
        if excerpt is None or number is None:
            raise Invalid(_("The request is incomplete."), fields={"excerpt": "id:version"})
        found[excerpt] = number
    if not found or len(sent) > AT_ONCE:
        raise Invalid(_("Choose between one and %(n)s excerpts.") % {"n": AT_ONCE}, fields={"excerpt": "list"})
    return found


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
