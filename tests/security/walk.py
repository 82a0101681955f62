"""Asking a row of the matrix as a person."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from tests.filled_world import FilledWorld
from tests.security.rows import NOBODY, STRANGER, Row


def url_names() -> list[str]:
    """Every name of the resolver, with its namespaces."""
    return list(_names(get_resolver().url_patterns, ""))


def _names(patterns: list[Any], prefix: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}"
        else:
            yield from _names(pattern.url_patterns, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)


def client_for(world: FilledWorld, row: Row, name: Any) -> Client:
    """As that person. They sign in once: to sign out is undone with the rest of a visit."""
    if not row.token:
        return world.visitor(name)
    # The session's cookie is there as well, and must open nothing.
    headers = {"authorization": f"Bearer {world.token(name)}"} if name else {}
    return Client(headers={"accept-language": "en", **headers})


def path_of(world: FilledWorld, row: Row, name: Any) -> str:
    kwargs = row.kwargs(world, name)
    if row.workspace:
        kwargs["workspace"] = world.workspace.pk
    return reverse(row.name, kwargs=kwargs)


def ask(world: FilledWorld, row: Row, name: Any, *, method: str = "") -> Any:
    """The response to this person."""
    client, path = client_for(world, row, name), path_of(world, row, name)
    if row.name in {"exchange:export", "api:export_draft"}:
        draft = world.draft if row.case == "approved" else world.draft_of("tina")
        return client.get(path, {"draft": str(draft.pk)})
    if (method or row.method) == "GET":
        return client.get(path, row.query)
    body = row.body(world, name)
    if row.json:
        return client.post(path, json.dumps(body), content_type="application/json")
    return client.post(path, body)


def let_go(response: Any) -> None:
    """Closes the file of a download; the whole `close` would also close the test's database connection."""
    for close in response._resource_closers:
        close()


def expected(row: Row, name: Any) -> str:
    """ "in", "out" (403 or 404), or what strangers and people who are not signed in get."""
    if name in row.who:
        return "in"
    if name is NOBODY:
        return row.anonymous
    return str(row.stranger) if name == STRANGER else "out"


def verdict(response: Any) -> str:
    """The response in the words of `expected`."""
    status = response.status_code
    if status in {301, 302, 303} and "/account/login" in response.headers["Location"]:
        return "sign-in"
    if status < 400:
        return "in"
    return str(status)


def fits(row: Row, wanted: str, response: Any) -> bool:
    got = verdict(response)
    if wanted == "in":
        return got == "in" or response.status_code in row.fine
    if wanted == "out":
        return got in {"403", "404"}
    return got == wanted
