"""What a row of the permission matrix says, and the circles of people it names."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.filled_world import FilledWorld

# Who they are is in tests/world.py: dave is a stranger with a workspace of his own, None nobody who signed in.
NOBODY, STRANGER, READER, TAGGER, REVIEWER, EDITOR, OWNER = None, "dave", "cara", "tom", "rita", "bob", "alice"
PEOPLE = (NOBODY, STRANGER, READER, TAGGER, REVIEWER, EDITOR, OWNER)

MEMBERS = frozenset({READER, TAGGER, REVIEWER, EDITOR, OWNER})
TEAM = MEMBERS - {READER}
EDITORS = frozenset({EDITOR, OWNER})
REVIEWERS = frozenset({REVIEWER, OWNER})
OWNERS = frozenset({OWNER})
SIGNED_IN = frozenset(PEOPLE[1:])
ALL = frozenset(PEOPLE)

Kwargs = Callable[[FilledWorld, Any], dict[str, Any]]


def no_body(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Row:
    """One method of one URL: who may, and how to ask.

    `kwargs` and `body` are given the world and the person, so that "one's own" things are theirs. The workspace is added
    to the kwargs of everything under `/w/`. `fine` are statuses above 399 that the right people get, with a reason in
    `because`. `closed` are the statuses that people without the right get (a stranger: 404, unless `stranger` says else).
    """

    name: str
    method: str
    who: frozenset[Any]
    kwargs: Kwargs = no_body
    body: Kwargs = no_body
    workspace: bool = True
    token: bool = False
    json: bool = False
    anonymous: str = "sign-in"  # or "401", or a status
    stranger: int = 404
    fine: tuple[int, ...] = ()
    because: str = ""
    query: dict[str, str] = field(default_factory=dict)
    committed: bool = False  # read by another thread: needs a committed world
    case: str = ""

    @property
    def room(self) -> str:
        return self.name.partition(":")[0] if ":" in self.name else "accounts"

    @property
    def label(self) -> str:
        return f"{self.method} {self.name}{f' ({self.case})' if self.case else ''}"


def get(name: str, who: frozenset[Any], kwargs: Kwargs = no_body, **more: Any) -> Row:
    return Row(name, "GET", who, kwargs, **more)


def post(name: str, who: frozenset[Any], kwargs: Kwargs = no_body, body: Kwargs = no_body, **more: Any) -> Row:
    return Row(name, "POST", who, kwargs, body, **more)


def fixed(**values: Any) -> Kwargs:
    """The same body or kwargs for everybody."""
    return lambda world, name: dict(values)


def of(find: Callable[[FilledWorld, Any], Any], key: str) -> Kwargs:
    """The id of what `find` gives for this person, as the argument `key`."""
    return lambda world, name: {key: find(world, name or TAGGER).pk}


def nowhere(key: str) -> Kwargs:
    """An id of nothing."""
    return lambda world, name: {key: uuid.uuid4()}
