"""The outside API: by token; without one 401."""

from __future__ import annotations

from typing import Any

from synthesis.infra.models import JobState
from tests.filled_world import FilledWorld
from tests.security.matrix_rooms import approved, source, upload
from tests.security.rows import EDITORS, MEMBERS, OWNERS, SIGNED_IN, TEAM, Row, fixed, of


def api(name: str, method: str, who: Any, kwargs: Any = None, body: Any = None, **more: Any) -> Row:
    options = {"token": True, "json": method == "POST", "anonymous": "401", **more}
    return Row(f"api:{name}", method, who, kwargs or fixed(), body or fixed(), **options)


def selection(world: FilledWorld, name: Any) -> dict[str, Any]:
    quote = world.text.text[:2]
    return {"source": str(world.source.pk), "version": 1, "start": 0, "end": 2, "quote": quote, "headings": ["T"]}


def the_draft(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {"draft": str(world.draft.pk), "against": ["sources"]}


API: list[Row] = [
    api("openapi-json", "GET", SIGNED_IN | {None}, workspace=False, anonymous="open", token=False),
    api("api-root", "GET", frozenset(), workspace=False, anonymous="404", token=False),
    api("list_workspaces", "GET", SIGNED_IN, workspace=False),
    api("create_workspace", "POST", SIGNED_IN, body=fixed(name="New", template="pest"), workspace=False),
    api("show_workspace", "GET", MEMBERS),
    api("list_headings", "GET", MEMBERS),
    api("add_member", "POST", OWNERS, body=fixed(email="dave@example.org", role="reader")),
    api("show_job", "GET", TEAM, of(lambda w, _: w.job_by("tom", JobState.RUNNING), "job"), workspace=False),
    api("list_sources", "GET", MEMBERS),
    api("add_sources", "POST", EDITORS, body=upload, json=False),
    api("show_source", "GET", MEMBERS, source),
    api("show_text", "GET", MEMBERS, source),
    api("list_excerpts", "GET", MEMBERS),
    api("create_excerpt", "POST", TEAM, body=selection),
    api("list_drafts", "GET", MEMBERS),
    api("create_draft", "POST", TEAM, body=fixed(headings=["T"])),
    api("show_draft", "GET", MEMBERS, approved, case="approved"),
    api("show_draft", "GET", TEAM, of(lambda w, _: w.draft_of("tina"), "draft"), case="not approved"),
    api("create_report", "POST", TEAM, body=the_draft),
    api("show_report", "GET", TEAM, of(lambda w, _: w.report, "report")),
    api("export_draft", "GET", MEMBERS, fixed(name="md"), case="approved"),
    api("follow_events", "GET", MEMBERS, committed=True),
]
