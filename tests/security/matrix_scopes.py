"""Rows of what a draft is compared with: the choice, the class, the library."""

from __future__ import annotations

import uuid
from typing import Any

from synthesis.overlap.models import Course, CourseWorkspace, GivenText, SharedSource, TextComparison
from synthesis.workspaces.models import Workspace
from tests.filled_world import FilledWorld
from tests.security.rows import OWNERS, TEAM, fixed, get, of, post


def _course(world: FilledWorld, *, joined: bool) -> Course:
    course = Course.objects.create(name="Class", code=uuid.uuid4().hex[:16], created_by=world.alice)
    elsewhere = Workspace.objects.get(name="Elsewhere")
    # Some walks ask everything in one world: a workspace is of one class at a time.
    for workspace, by in ((elsewhere, world.dave), *([(world.workspace, world.alice)] if joined else [])):
        given = {"course": course, "created_by": by}
        CourseWorkspace.objects.update_or_create(workspace=workspace, defaults=given)
    return course


def class_code(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {"code": _course(world, joined=False).code}


def in_class(world: FilledWorld, name: Any) -> dict[str, Any]:
    _course(world, joined=True)
    return {}


def class_member(world: FilledWorld, name: Any) -> dict[str, Any]:
    _course(world, joined=True)
    return {"member": Workspace.objects.get(name="Elsewhere").pk}


def shared_source(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {
        "source": SharedSource.objects.get_or_create(source=world.source, defaults={"created_by": world.alice})[
            0
        ].source_id
    }


SCOPES = [
    get("overlap:choices", TEAM, query={"draft": str(uuid.UUID(int=1))}),
    get("overlap:to_rewrite", TEAM, of(lambda w, _: w.draft, "draft")),
    get("overlap:scopes", TEAM),
    post("overlap:found_class", OWNERS, body=fixed(name="Class of 2026")),
    post("overlap:join_class", OWNERS, body=class_code),
    post("overlap:leave_class", OWNERS, body=in_class),
    post("overlap:remove_from_class", OWNERS, class_member),
    post("overlap:share", OWNERS, of(lambda w, _: w.source, "source")),
    post("overlap:unshare", OWNERS, shared_source),
]


def comparison(world: FilledWorld, name: Any) -> dict[str, Any]:
    row = TextComparison.objects.create(workspace=world.workspace, scopes=["drafts"], created_by=world.bob)
    return {"comparison": row.pk}


def one_there(world: FilledWorld, name: Any) -> dict[str, Any]:
    comparison(world, name)
    return {}


def given_words(world: FilledWorld, name: Any) -> dict[str, Any]:
    row = GivenText.objects.create(workspace=world.workspace, text="任务", created_by=world.bob)
    return {"given": row.pk}


def no_pair(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {**comparison(world, name), "one": 0, "two": 1}


def no_passage(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {**comparison(world, name), "passage": 0}


COMPARISONS = [
    get("overlap:comparisons", TEAM, one_there),
    post("overlap:compare", TEAM, body=fixed(scopes=["drafts"])),
    get("overlap:comparison", TEAM, comparison),
    post("overlap:repeat_comparison", TEAM, comparison),
    get("overlap:pair", TEAM, no_pair, fine=(404,), because="nothing is shared in this world"),
    post("overlap:mark_given", TEAM, no_passage, fine=(404,), because="nothing is shared in this world"),
    post("overlap:add_given", TEAM, body=fixed(text="任务")),
    post("overlap:remove_given", TEAM, given_words),
]
