"""Writes of the model mode: the connection an owner saves, and the account of every call.

A call is written down before it is made, with the most it can cost, and settled afterwards: nothing is spent that is
not in the account, and a month's limit is exceeded by one call at most.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from synthesis.drafting import selectors_model
from synthesis.drafting.models import CallState, ModelCall, ModelConnection
from synthesis.engine.drafting.model.estimate import tokens_in, tokens_of
from synthesis.engine.drafting.model.talk import Prompt
from synthesis.infra import audit, jobs
from synthesis.infra.errors import Invalid, NotFound
from synthesis.infra.model_address import AddressRefused, checked_address
from synthesis.infra.model_client import REASONING, Completion
from synthesis.infra.models import Job
from synthesis.infra.policy import Permission
from synthesis.infra.sealed import seal
from synthesis.workspaces.policy import Access

PURPOSE = "model key"
# Faults after which the server has certainly charged nothing.
_FREE = frozenset({"key", "model", "request", "address", "busy", "server", "network", "credit"})


class LimitReached(Exception):
    """The month's limit is spent, or held for calls that are under way."""


@dataclass(frozen=True, slots=True)
class ConnectionInput:
    """What the form sends, checked for shape. `key` None keeps the saved one, "" removes it."""

    name: str
    address: str
    key: str | None
    parts: dict[str, dict[str, str]]
    currency: str
    monthly_limit: Decimal | None


@transaction.atomic
def save_connection(*, access: Access, wanted: ConnectionInput) -> ModelConnection:
    """Connects the workspace to a model, or changes the connection. Raises Invalid, Forbidden.

    A key belongs to its address: another address needs the key again, so that nobody can send it elsewhere.
    """
    access.require(Permission.MANAGE_WORKSPACE)
    try:
        address = checked_address(wanted.address, settings.MODEL_ADDRESSES)
    except AddressRefused as refused:
        raise Invalid(_refusal(refused.code), fields={"address": _refusal(refused.code)}) from refused
    row = ModelConnection.objects.select_for_update(no_key=True).filter(workspace=access.workspace).first()
    before = _shown(row) if row else {}
    if row is None:
        row = ModelConnection(workspace=access.workspace)
    elif row.address != address and row.sealed_key and wanted.key is None:
        again = _("The address is another one: enter the key again.")
        raise Invalid(again, fields={"key": again})
    row.name, row.address, row.parts = wanted.name, address, wanted.parts
    row.currency, row.monthly_limit, row.saved_by = wanted.currency, wanted.monthly_limit, access.user
    if wanted.key is not None:
        row.sealed_key = seal(wanted.key, PURPOSE) if wanted.key else b""
    row.save()
    audit.record(
        "model.connected" if not before else "model.changed",
        row,
        actor_id=access.user.pk,
        workspace_id=access.workspace.pk,
        before=before,
        after={**_shown(row), "new_key": wanted.key is not None},
    )
    return row


@transaction.atomic
def remove_connection(*, access: Access) -> None:
    """Disconnects the model and forgets its key; the account of its calls stays. Raises NotFound, Forbidden."""
    access.require(Permission.MANAGE_WORKSPACE)
    row = ModelConnection.objects.select_for_update(no_key=True).filter(workspace=access.workspace).first()
    if row is None:
        raise NotFound
    audit.record("model.removed", row, actor_id=access.user.pk, workspace_id=access.workspace.pk, before=_shown(row))
    row.delete()


@transaction.atomic
def try_connection(*, access: Access) -> Job:
    """Queues one small question to the model. Raises NotFound without a connection, Forbidden."""
    if selectors_model.connection_for(access) is None:
        raise NotFound
    return jobs.enqueue(
        "drafting.try_model",
        key=selectors_model.trial_key(access.workspace.pk),
        args={},
        workspace_id=access.workspace.pk,
        actor_id=access.user.pk,
        max_attempts=1,
    )


@transaction.atomic
def begin_call(
    *,
    connection: ModelConnection,
    draft_id: uuid.UUID | None,
    actor_id: uuid.UUID | None,
    prompt: Prompt,
    prompt_hash: str,
) -> ModelCall:
    """Writes a call down before it is made. Raises LimitReached.

    The connection's row is locked meanwhile: of two workers at the limit one is told so. A call for the same prompt
    that got no answer (its worker died) is closed; it may have been charged, so it stays counted.
    """
    row = ModelConnection.objects.select_for_update(no_key=True).get(pk=connection.pk)
    limit = row.monthly_limit
    if limit is not None and selectors_model.spent_this_month(row.workspace_id, row.currency) >= limit:
        raise LimitReached
    earlier = ModelCall.objects.filter(workspace_id=row.workspace_id, prompt_hash=prompt_hash, state=CallState.ASKED)
    if draft_id is not None:
        earlier.filter(draft_id=draft_id).update(state=CallState.FAILED, error="stopped")
    asked = tokens_in(prompt)
    part = row.parts[prompt.part]
    return ModelCall.objects.create(
        workspace_id=row.workspace_id,
        draft_id=draft_id,
        actor_id=actor_id,
        part=prompt.part,
        model=part["model"],
        address=row.address,
        prompt_hash=prompt_hash,
        tokens_in=asked,
        cost=selectors_model.cost_of(part, asked, prompt.most + REASONING),
        currency=row.currency,
    )


@transaction.atomic
def settle_call(*, call: ModelCall, completion: Completion, part: dict[str, str]) -> None:
    """Keeps the answer and what it really cost; tokens that the server did not count are estimated."""
    call.state, call.answer, call.cut = CallState.ANSWERED, completion.text.replace("\x00", ""), completion.cut
    call.counted = completion.tokens_in is not None and completion.tokens_out is not None
    call.tokens_in = completion.tokens_in if completion.tokens_in is not None else call.tokens_in
    out = completion.tokens_out
    call.tokens_out = out if out is not None else tokens_of(completion.text)
    call.cost = selectors_model.cost_of(part, call.tokens_in, call.tokens_out)
    call.milliseconds = completion.milliseconds
    call.save()


@transaction.atomic
def fail_call(*, call: ModelCall, code: str, detail: str = "") -> None:
    """Closes a call without an answer; it counts only when the server may have charged for it."""
    call.state, call.error = CallState.FAILED, f"{code}: {detail}"[:400] if detail else code
    if code in _FREE:
        call.cost, call.tokens_in = Decimal(0), 0
    call.save(update_fields=["state", "error", "cost", "tokens_in"])


def _shown(row: ModelConnection) -> dict[str, Any]:
    """The connection without its key, for the audit log."""
    limit = None if row.monthly_limit is None else str(row.monthly_limit)
    models = {name: part["model"] for name, part in row.parts.items()}
    return {"name": row.name, "address": row.address, "models": models, "limit": limit}


def _refusal(code: str) -> str:
    return {
        "form": _("This is no address of a model. It looks like https://api.example.com/v1."),
        "https": _("Only https addresses are allowed."),
        "host": _("This server may not call that address. Whoever runs it can allow it (MODEL_ADDRESSES)."),
    }[code]
