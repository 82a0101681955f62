"""Workspaces, their members and headings, and jobs."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router, Status

from synthesis.accounts.selectors import user_of_email
from synthesis.api import schemas
from synthesis.api.views import person
from synthesis.infra.errors import Invalid
from synthesis.infra.policy import Permission
from synthesis.tagging import selectors as tagging
from synthesis.workspaces import actions, selectors
from synthesis.workspaces.policy import access_to

router = Router(tags=["workspaces"])


@router.get("/workspaces", response=list[schemas.WorkspaceOut])
def list_workspaces(request: HttpRequest) -> Any:
    """One's workspaces, newest first."""
    return [_workspace(row.workspace, row.role) for row in selectors.memberships_of(person(request))]


@router.post("/workspaces", response={201: schemas.WorkspaceOut})
def create_workspace(request: HttpRequest, given: schemas.NewWorkspace) -> Any:
    """Makes a workspace; its headings follow from the template."""
    access = actions.create_workspace(
        actor=person(request), name=given.name, template=given.template.lower(), language=given.language.split("-")[0]
    )
    return Status(201, _workspace(access.workspace, access.role))


@router.get("/workspaces/{uuid:workspace}", response=schemas.WorkspaceOut)
def show_workspace(request: HttpRequest, workspace: uuid.UUID) -> Any:
    access = access_to(person(request), workspace)
    return _workspace(access.workspace, access.role)


@router.get("/workspaces/{uuid:workspace}/headings", response=list[schemas.HeadingOut])
def list_headings(request: HttpRequest, workspace: uuid.UUID) -> Any:
    """The codebook in order; its keys are what excerpts and drafts name."""
    return list(tagging.headings_of(access_to(person(request), workspace)))


@router.post("/workspaces/{uuid:workspace}/members", response={201: schemas.Made})
def add_member(request: HttpRequest, workspace: uuid.UUID, given: schemas.NewMember) -> Any:
    """Makes somebody who has an account a member."""
    access = access_to(person(request), workspace)
    access.require(Permission.MANAGE_MEMBERS)
    user = user_of_email(given.email)
    if user is None:
        message = _("Nobody here has this address. Send them an invitation link instead.")
        raise Invalid(message, code="nobody", fields={"email": message})
    return Status(201, {"id": actions.add_member(access=access, user=user, role=given.role).pk})


@router.get("/jobs/{uuid:job}", response=schemas.JobOut)
def show_job(request: HttpRequest, job: uuid.UUID) -> Any:
    return selectors.describe_job(selectors.get_job(person(request), job))


def _workspace(workspace: Any, role: str) -> dict[str, Any]:
    names = ("name", "template", "language")
    return {"id": workspace.pk, "role": role, **{name: getattr(workspace, name) for name in names}}
