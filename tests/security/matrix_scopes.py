"""Rows of what a draft is compared with: the choice, the class, the library."""

from __future__ import annotations

import uuid
from typing import Any

from synthesis.overlap.models import Course, CourseWorkspace, SharedSource
from synthesis.workspaces.models import Workspace
from tests.filled_world import FilledWorld
from tests.security.rows import OWNERS, TEAM, fixed, get, of, post


def _course(world: FilledWorld, *, joined: bool) -> Course:
    course = Course.objects.create(name="Class", code=uuid.uuid4().hex[:16], created_by=world.alice)
    elsewhere = Workspace.objects.get(name="Elsewhere")
    CourseWorkspace.objects.create(course=course, workspace=elsewhere, created_by=world.dave)
    if joined:
        CourseWorkspace.objects.create(course=course, workspace=world.workspace, created_by=world.alice)
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
    return {"source": SharedSource.objects.create(source=world.source, created_by=world.alice).source_id}


SCOPES = [
    get("overlap:choices", TEAM, query={"draft": str(uuid.UUID(int=1))}),
    get("overlap:scopes", TEAM),
    post("overlap:found_class", OWNERS, body=fixed(name="Class of 2026")),
    post("overlap:join_class", OWNERS, body=class_code),
    post("overlap:leave_class", OWNERS, body=in_class),
    post("overlap:remove_from_class", OWNERS, class_member),
    post("overlap:share", OWNERS, of(lambda w, _: w.source, "source")),
    post("overlap:unshare", OWNERS, shared_source),
]
