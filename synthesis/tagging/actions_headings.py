"""Everything that changes the codebook."""

from __future__ import annotations

import uuid

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from synthesis.infra import audit, events, outbox
from synthesis.infra.errors import Conflict, Invalid
from synthesis.infra.policy import Permission
from synthesis.tagging import selectors
from synthesis.tagging.codebooks import headings_for
from synthesis.tagging.models import Heading
from synthesis.workspaces.models import Workspace
from synthesis.workspaces.policy import Access

MAX_HEADINGS = 24
# Keys of the reader that a heading must not take.
TAKEN = frozenset("JKNRUZX")


@transaction.atomic
def set_up_headings(*, workspace_id: uuid.UUID) -> None:
    """Gives a new workspace its template's headings; does nothing when it has some."""
    workspace = Workspace.objects.select_for_update(no_key=True).get(pk=workspace_id)
    if workspace.headings.exists():
        return
    Heading.objects.bulk_create(
        Heading(workspace=workspace, key=key, name=name, description=description, position=position)
        for position, (key, name, description) in enumerate(headings_for(workspace.template, workspace.language))
    )


@transaction.atomic
def save_heading(*, access: Access, heading: Heading | None, key: str, name: str, description: str = "") -> Heading:
    """Makes or changes a heading. `key` is one letter or digit. Raises Invalid, Conflict (key taken), Forbidden."""
    access.require(Permission.MANAGE_WORKSPACE)
    key, name = key.strip().upper(), name.strip()
    if len(key) != 1 or not key.isascii() or not key.isalnum():
        raise Invalid(_("The key is one letter or digit."), fields={"key": _("The key is one letter or digit.")})
    if key in TAKEN and (heading is None or heading.key != key):
        message = _("The reader uses this key itself. Choose another.")
        raise Invalid(message, fields={"key": message})
    if not name or len(name) > 120:
        raise Invalid(_("Give the heading a name."), fields={"name": _("Give the heading a name.")})
    before = {} if heading is None else {"key": heading.key, "name": heading.name}
    if heading is None:
        last = Heading.objects.filter(workspace=access.workspace).order_by("-position").first()
        if Heading.objects.filter(workspace=access.workspace, deleted__isnull=True).count() >= MAX_HEADINGS:
            raise Invalid(_("A workspace has at most %(n)s headings.") % {"n": MAX_HEADINGS})
        heading = Heading(workspace=access.workspace, position=last.position + 1 if last else 0)
    heading.key, heading.name, heading.description = key, name, description.strip()
    try:
        with transaction.atomic():
            heading.save()
    except IntegrityError as error:
        raise Conflict(_("Another heading has this key."), code="key_taken") from error
    _publish("heading.changed" if before else "heading.created", heading, access, before)
    return heading


@transaction.atomic
def delete_heading(*, access: Access, heading: Heading) -> None:
    """Takes an unused heading away. Raises Conflict when excerpts still carry it."""
    access.require(Permission.MANAGE_WORKSPACE)
    row = selectors.headings_with_counts(access).get(pk=heading.pk)
    used: int = row.used  # type: ignore[attr-defined]
    if used:
        text = ngettext(
            "%(n)s excerpt carries this heading. Retag it first.",
            "%(n)s excerpts carry this heading. Retag them first.",
            used,
        )
        raise Conflict(text % {"n": used}, code="in_use")
    Heading.objects.filter(pk=heading.pk).update(deleted=timezone.now())
    _publish("heading.deleted", heading, access, {"key": heading.key, "name": heading.name})


def _publish(verb: str, heading: Heading, access: Access, before: dict[str, str]) -> None:
    audit.record(
        verb,
        heading,
        actor_id=access.user.pk,
        workspace_id=access.workspace.pk,
        before=before,
        after={"key": heading.key, "name": heading.name},
    )
    events.emit(
        access.workspace.pk, "headings.changed", {}, audience=Permission.READ_WORKSPACE, actor_id=access.user.pk
    )
    outbox.put("headings.changed", {"workspace": str(access.workspace.pk)})
