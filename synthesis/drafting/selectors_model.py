"""Reads of the model mode: the connection, what was spent, what a draft would cost, the calls."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from django.db.models import Count, QuerySet, Sum
from django.utils import timezone

from synthesis.drafting import material
from synthesis.drafting.models import CallState, Draft, ModelCall, ModelConnection
from synthesis.drafting.rewriting import asked_for, order_for
from synthesis.engine.drafting.model.estimate import estimate
from synthesis.infra.models import ACTIVE, Job
from synthesis.infra.policy import Permission
from synthesis.workspaces.models import Workspace
from synthesis.workspaces.policy import Access

_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Spending:
    """Tokens and money; `calls` is how many questions were answered, 0 in an estimate."""

    tokens_in: int
    tokens_out: int
    cost: Decimal
    currency: str
    calls: int = 0

    @property
    def tokens(self) -> int:
        return self.tokens_in + self.tokens_out

    @property
    def places(self) -> str:
        """How `floatformat` is to write the cost."""
        return places_of(self.cost)

    @property
    def about(self) -> int:
        """All tokens to the hundred, as an estimate is told."""
        return round(self.tokens_in + self.tokens_out, -2)


def places_of(cost: Decimal) -> str:
    """How `floatformat` is to write a sum: in hundredths, a smaller one in as many places as show it."""
    return "2g" if not cost or cost >= Decimal("0.01") else "6g" if cost < Decimal("0.0001") else "4g"


def connection_of(workspace_id: uuid.UUID) -> ModelConnection | None:
    """The workspace's model, None without one."""
    return ModelConnection.objects.filter(workspace_id=workspace_id).first()


@dataclass(frozen=True, slots=True)
class Server:
    """Where a workspace's questions go: the connection's name, and the host as its address has it."""

    name: str
    host: str


def server_of(access: Access) -> Server | None:
    """Whom a draft's questions are put to, for all who read drafts; None without a model. Raises Forbidden."""
    access.require(Permission.READ_DRAFTS)
    connection = connection_of(access.workspace.pk)
    return Server(connection.name, urlsplit(connection.address).netloc) if connection else None


def connection_for(access: Access) -> ModelConnection | None:
    """The connection as its owner may see and change it. Raises Forbidden."""
    access.require(Permission.MANAGE_WORKSPACE)
    return connection_of(access.workspace.pk)


def kept_answer(draft_id: uuid.UUID | None, prompt_hash: str) -> ModelCall | None:
    """An earlier answer to the same prompt for the same draft; a trial is asked anew each time."""
    if draft_id is None:
        return None
    return ModelCall.objects.filter(draft_id=draft_id, prompt_hash=prompt_hash, state=CallState.ANSWERED).first()


def cost_of(part: Mapping[str, str], tokens_in: int, tokens_out: int) -> Decimal:
    """Tokens × price per million, in the connection's currency."""
    price_in, price_out = Decimal(part.get("price_in") or 0), Decimal(part.get("price_out") or 0)
    return ((tokens_in * price_in + tokens_out * price_out) / _MILLION).quantize(Decimal("0.000001"))


def has_prices(connection: ModelConnection) -> bool:
    """Whether any of its models has a price: without one, what calls cost is not known, which is not nothing."""
    return any(Decimal(part.get(name) or 0) for part in connection.parts.values() for name in ("price_in", "price_out"))


def limit_reached(access: Access) -> bool:
    """Whether the workspace's model may be asked nothing more this month."""
    row = connection_of(access.workspace.pk)
    if row is None or row.monthly_limit is None:
        return False
    return spent_this_month(row.workspace_id, row.currency) >= row.monthly_limit


def spent_this_month(workspace_id: uuid.UUID, currency: str) -> Decimal:
    """What the calls of this calendar month (UTC) count as, with what is held for those under way."""
    first = timezone.now().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    calls = ModelCall.objects.filter(workspace_id=workspace_id, created__gte=first, currency=currency)
    return calls.aggregate(sum=Sum("cost"))["sum"] or Decimal(0)


def spending_of(draft: Draft) -> Spending | None:
    """What a draft's calls came to; None when no model was asked."""
    calls = ModelCall.objects.filter(draft=draft).order_by("currency")
    row = calls.values("currency").annotate(
        asked=Sum("tokens_in"), told=Sum("tokens_out"), cost=Sum("cost"), calls=Count("pk")
    )
    first = row.first()
    if first is None:
        return None
    return Spending(first["asked"], first["told"], first["cost"], first["currency"], first["calls"])


def calls_for(access: Access) -> QuerySet[ModelCall]:
    """Every call of the workspace, the newest first. Raises Forbidden."""
    access.require(Permission.MANAGE_WORKSPACE)
    return ModelCall.objects.filter(workspace=access.workspace).select_related("draft", "actor")


def last_trial(access: Access) -> ModelCall | None:
    """The last question that only tried the connection. Raises Forbidden."""
    return calls_for(access).filter(draft__isnull=True).first()


def trial_job(access: Access) -> Job | None:
    """The trial that waits or runs."""
    return Job.objects.filter(key=trial_key(access.workspace.pk), state__in=ACTIVE).first()


def trial_key(workspace_id: uuid.UUID) -> str:
    return f"model:{workspace_id}"


def estimate_for(access: Access, keys: Sequence[str], points: int) -> Spending | None:
    """About what a draft of these headings would take; None without a model or without excerpts."""
    access.require(Permission.WRITE_DRAFTS)
    connection = connection_of(access.workspace.pk)
    if connection is None:
        return None
    headings = material.headings_of(access.workspace, keys)
    return _estimated(connection, headings, access.workspace, points, access.workspace.language)


def rewriting_estimate(access: Access, draft: Draft, paragraphs: Iterable[uuid.UUID]) -> Spending | None:
    """About what writing these paragraphs of a draft again would take; None without a model, and where none is open."""
    access.require(Permission.WRITE_DRAFTS)
    connection = connection_of(access.workspace.pk)
    asked = asked_for(draft.pk, "model", paragraphs) if connection else None
    if connection is None or asked is None:
        return None
    order = order_for(asked)
    return _estimated(connection, order.headings, access.workspace, order.points, order.language)


def _estimated(
    connection: ModelConnection,
    headings: Sequence[material.HeadingMaterial],
    workspace: Workspace,
    points: int,
    language: str,
) -> Spending | None:
    asked = told = 0
    cost = Decimal(0)
    for heading in headings:
        parts = estimate(
            heading.name,
            workspace.topic,
            heading.excerpts,
            points=len(heading.plan.points) if heading.plan else points,
            language=language,
            planned=heading.plan is not None,
            judged="judge" in connection.parts,
            standing=heading.standing,
        )
        for name, (tokens_in, tokens_out) in parts.items():
            asked, told = asked + tokens_in, told + tokens_out
            cost += cost_of(connection.parts[name], tokens_in, tokens_out)
    return Spending(asked, told, cost, connection.currency) if asked else None
