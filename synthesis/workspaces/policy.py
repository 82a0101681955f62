"""A person's access to one workspace, and the door every page of it goes through."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from synthesis.accounts.models import User
from synthesis.infra import events
from synthesis.infra.errors import Forbidden, NotFound, problem, wants_json
from synthesis.infra.policy import Permission, Role, allows
from synthesis.workspaces.models import Member, Workspace


class Can:
    """`access.can.write_sources` for templates."""

    def __init__(self, role: str) -> None:
        self._role = role

    def __getattr__(self, name: str) -> bool:
        try:
            return allows(self._role, Permission(name))
        except ValueError as error:
            raise AttributeError(name) from error


@dataclass(frozen=True, slots=True)
class Access:
    """A member in a workspace. Selectors and actions of all rooms take it as `actor`'s proof."""

    user: User
    workspace: Workspace
    role: Role
    #: The newest event when the access was looked up: a page made with it follows the log from there.
    event_seq: int = 0

    @property
    def can(self) -> Can:
        return Can(self.role)

    def has(self, permission: Permission) -> bool:
        return allows(self.role, permission)

    def require(self, permission: Permission) -> None:
        """Raises Forbidden when the role lacks the permission."""
        if not self.has(permission):
            raise Forbidden(
                _("Your role in this workspace does not include it. Ask an owner of the workspace if you need it.")
            )


def access_to(user: Any, workspace_id: uuid.UUID) -> Access:
    """The access of `user` to a workspace. Raises NotFound for strangers, anonymous people and deleted workspaces."""
    if not user.is_authenticated:
        raise NotFound
    member = (
        Member.objects.select_related("workspace")
        .filter(workspace_id=workspace_id, workspace__deleted__isnull=True, user_id=user.pk)
        .annotate(event_seq=events.last_seq("workspace_id"))
        .first()
    )
    if member is None:
        raise NotFound
    return Access(user=user, workspace=member.workspace, role=Role(member.role), event_seq=member.event_seq)


View = Callable[Concatenate[HttpRequest, Access, ...], HttpResponse]


def in_workspace(permission: Permission, *, nav: str = "") -> Callable[[View], Callable[..., HttpResponse]]:
    """Decorator of every page under `/w/<workspace>/`: sign-in, membership, permission; then `view(request, access, …)`.

    `nav` names the step that the navigation marks as current.
    """

    def decorate(view: View) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, workspace: uuid.UUID, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                if wants_json(request):
                    return problem(request, 401, _("Sign in first"))
                return redirect_to_login(request.get_full_path())
            access = access_to(request.user, workspace)
            access.require(permission)
            request.access, request.nav = access, nav  # type: ignore[attr-defined]
            return view(request, access, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate
