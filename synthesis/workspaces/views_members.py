"""Pages about who is in a workspace: members, invitation links, joining."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from synthesis.accounts.views import SeeOther
from synthesis.infra.errors import Invalid, NotFound
from synthesis.infra.htmx import is_partial, render_either
from synthesis.infra.policy import Permission
from synthesis.workspaces import actions, selectors
from synthesis.workspaces.forms import ROLE_LINES, RoleForm, roles_explained
from synthesis.workspaces.policy import Access, access_to, in_workspace


@require_GET
@in_workspace(Permission.READ_WORKSPACE, nav="members")
def members(request: HttpRequest, access: Access) -> HttpResponse:
    return render_either(
        request,
        "workspaces/members.html",
        "workspaces/_members.html",
        _context(request, access, partial=is_partial(request)),
    )


@require_POST
@in_workspace(Permission.MANAGE_MEMBERS)
def change_role(request: HttpRequest, access: Access, member: uuid.UUID) -> HttpResponse:
    row = selectors.get_member(access, member)
    actions.change_role(access=access, member=row, role=_role(request))
    return _members_again(request, access)


@require_POST
@in_workspace(Permission.READ_WORKSPACE)
def remove_member(request: HttpRequest, access: Access, member: uuid.UUID) -> HttpResponse:
    """An owner removes somebody; anybody leaves."""
    row = selectors.get_member(access, member)
    actions.remove_member(access=access, member=row)
    if row.user_id != access.user.pk:
        return _members_again(request, access)
    messages.success(request, _("You left “%(name)s”.") % {"name": access.workspace.name})
    if is_partial(request):
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("home")})
    return SeeOther(reverse("home"))


@require_POST
@in_workspace(Permission.MANAGE_MEMBERS)
def create_invitation(request: HttpRequest, access: Access) -> HttpResponse:
    invitation = actions.create_invitation(access=access, role=_role(request))
    return _invitations_again(request, access, fresh=invitation.pk)


@require_POST
@in_workspace(Permission.MANAGE_MEMBERS)
def revoke_invitation(request: HttpRequest, access: Access, invitation: uuid.UUID) -> HttpResponse:
    actions.revoke_invitation(access=access, invitation=selectors.get_invitation(access, invitation))
    return _invitations_again(request, access)


@never_cache
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows who invites whom to what; POST joins, after sign-in."""
    try:
        invitation = selectors.find_invitation(token)
    except NotFound:
        return render(request, "workspaces/join_closed.html", status=404)
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        actions.accept_invitation(actor=request.user, invitation=invitation)
        return redirect("workspaces:detail", invitation.workspace_id)
    context = {
        "invitation": invitation,
        "role_line": ROLE_LINES[invitation.role],
        "is_member": selectors.is_member(request.user, invitation.workspace_id),
    }
    return render(request, "workspaces/join.html", context)


def _role(request: HttpRequest) -> str:
    """The role of the form. Raises Invalid."""
    form = RoleForm(request.POST)
    if not form.is_valid():
        raise Invalid(_("Choose a role."), fields={"role": _("Choose a role.")})
    return str(form.cleaned_data["role"])


def _members_again(request: HttpRequest, access: Access) -> HttpResponse:
    if not is_partial(request):
        return SeeOther(reverse("workspaces:members", args=[access.workspace.pk]))
    # Owners may have taken a right from themselves.
    access = access_to(access.user, access.workspace.pk)
    request.access = access  # type: ignore[attr-defined]
    return render(request, "workspaces/_members.html", _context(request, access, partial=True))


def _invitations_again(request: HttpRequest, access: Access, fresh: uuid.UUID | None = None) -> HttpResponse:
    if not is_partial(request):
        return SeeOther(reverse("workspaces:members", args=[access.workspace.pk]) + "#invitations")
    context = {"invitations": _links(request, access), "role_form": RoleForm(), "fresh": fresh}
    return render(request, "workspaces/_invitations.html", context)


def _context(request: HttpRequest, access: Access, *, partial: bool) -> dict[str, Any]:
    context: dict[str, Any] = {"members": selectors.members_of(access), "roles": roles_explained()}
    if not partial and access.has(Permission.MANAGE_MEMBERS):
        context |= {"invitations": _links(request, access), "role_form": RoleForm()}
    return context


def _links(request: HttpRequest, access: Access) -> list[dict[str, Any]]:
    """Open invitations, each with the address to send to people."""
    return [
        {
            "row": row,
            "url": request.build_absolute_uri(reverse("workspaces:join", args=[selectors.invitation_token(row)])),
        }
        for row in selectors.open_invitations(access)
    ]
