"""What owners let others compare with: their workspace in a class, their sources in the library."""

from __future__ import annotations

import secrets
import uuid

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from synthesis.infra import audit
from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.policy import Permission
from synthesis.overlap import selectors_scopes
from synthesis.overlap.models import Course, CourseWorkspace, SharedSource
from synthesis.workspaces.events import register_words
from synthesis.workspaces.policy import Access

# Letters and digits that are not taken for each other; eighty bits.
_ALPHABET, _LENGTH = "23456789abcdefghjkmnpqrstuvwxyz", 16

register_words("class.founded", gettext_noop("{actor} founded the class {name}"))
register_words("class.joined", gettext_noop("{actor} brought this workspace into the class {name}"))
register_words("class.left", gettext_noop("{actor} took this workspace out of the class {name}"))
register_words("source.shared", gettext_noop("{actor} shared the source {title} with the library"))
register_words("source.unshared", gettext_noop("{actor} took the source {title} back from the library"))


@transaction.atomic
def found_class(*, access: Access, name: str) -> Course:
    """A new class with this workspace in it. Raises Invalid, Conflict when the workspace is in one."""
    access.require(Permission.MANAGE_WORKSPACE)
    name = " ".join(name.split())
    if not 0 < len(name) <= 120:
        message = _("A class needs a name of at most 120 characters.")
        raise Invalid(message, fields={"name": message})
    code = "".join(secrets.choice(_ALPHABET) for _i in range(_LENGTH))
    course = Course.objects.create(name=name, code=code, created_by=access.user)
    _bring_in(access, course)
    _record(access, "class.founded", course)
    return course


@transaction.atomic
def join_class(*, access: Access, code: str) -> Course:
    """Brings this workspace into the class of the code. Raises Invalid for no such code, Conflict."""
    access.require(Permission.MANAGE_WORKSPACE)
    course = Course.objects.filter(code=code.strip().lower()).first()
    if course is None:
        message = _("No class has this code.")
        raise Invalid(message, fields={"code": message})
    _bring_in(access, course)
    _record(access, "class.joined", course)
    return course


def _bring_in(access: Access, course: Course) -> None:
    _row, made = CourseWorkspace.objects.get_or_create(
        workspace=access.workspace, defaults={"course": course, "created_by": access.user}
    )
    if not made:
        raise Conflict(_("This workspace is in a class already. Leave it first."), code="class")


@transaction.atomic
def leave_class(*, access: Access) -> None:
    """Takes this workspace out of its class; a class without workspaces is gone. Raises NotFound."""
    access.require(Permission.MANAGE_WORKSPACE)
    _take_out(access, access.workspace.pk)


@transaction.atomic
def remove_from_class(*, access: Access, workspace_id: uuid.UUID) -> None:
    """Whoever founded the class takes another workspace out of it. Raises Forbidden, NotFound."""
    access.require(Permission.MANAGE_WORKSPACE)
    course = selectors_scopes.course_of(access.workspace.pk)
    if course is None or not course.members.filter(workspace_id=workspace_id).exists():
        raise NotFound
    if course.created_by_id != access.user.pk:
        raise Forbidden(_("Only the person who founded the class takes other workspaces out of it."))
    _take_out(access, workspace_id)


def _take_out(access: Access, workspace_id: uuid.UUID) -> None:
    row = (
        CourseWorkspace.objects.select_for_update(no_key=True)
        .select_related("course")
        .filter(workspace_id=workspace_id)
        .first()
    )
    if row is None:
        raise NotFound
    course = row.course
    row.delete()
    _record(access, "class.left", course, workspace_id)
    if not course.members.exists():
        course.delete()


@transaction.atomic
def share_source(*, access: Access, source_id: uuid.UUID) -> None:
    """Puts a source into the library; once more changes nothing. Raises NotFound for one without a text."""
    access.require(Permission.MANAGE_WORKSPACE)
    source = selectors_scopes.sharable_sources(access).filter(pk=source_id).first()
    if source is None:
        raise NotFound
    _row, made = SharedSource.objects.get_or_create(source=source, defaults={"created_by": access.user})
    if made:
        _say(access, "source.shared", source.title, source_id)


@transaction.atomic
def unshare_source(*, access: Access, source_id: uuid.UUID) -> None:
    """Takes a source back: no later report is against it, and earlier ones show its words no more. Raises NotFound."""
    access.require(Permission.MANAGE_WORKSPACE)
    row = SharedSource.objects.select_related("source").filter(source_id=source_id, source__workspace=access.workspace)
    shared = row.first()
    if shared is None:
        raise NotFound
    title = shared.source.title
    shared.delete()
    _say(access, "source.unshared", title, source_id)


def _record(access: Access, verb: str, course: Course, workspace_id: uuid.UUID | None = None) -> None:
    audit.record(
        verb,
        course,
        actor_id=access.user.pk,
        workspace_id=workspace_id or access.workspace.pk,
        after={"name": course.name},
    )


def _say(access: Access, verb: str, title: str, source_id: uuid.UUID) -> None:
    after = {"title": title, "source": str(source_id)}
    audit.record(verb, access.workspace, actor_id=access.user.pk, workspace_id=access.workspace.pk, after=after)
