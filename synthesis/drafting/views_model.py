"""Pages of the model mode: the connection (its owner's), the account of calls, what a draft would cost."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from synthesis.drafting import actions_model, forms, selectors, selectors_model
from synthesis.drafting.forms_model import ConnectionForm
from synthesis.infra.errors import Invalid
from synthesis.infra.htmx import render_either
from synthesis.infra.policy import Permission
from synthesis.workspaces.policy import Access, in_workspace

PAGE_SIZE = 60


@require_http_methods(["GET", "POST"])
@in_workspace(Permission.MANAGE_WORKSPACE, nav="settings")
def model(request: HttpRequest, access: Access) -> HttpResponse:
    """Connects the workspace to a model, or changes the connection."""
    connection = selectors_model.connection_for(access)
    form = ConnectionForm(request.POST or None, connection=connection)
    if request.method == "POST" and form.is_valid():
        try:
            actions_model.save_connection(access=access, wanted=form.wanted())
        except Invalid as error:
            for name, text in error.fields.items():
                form.add_error(name, text)
        else:
            messages.success(request, _("Saved. Drafts can be written by this model now."))
            return redirect("drafting:model", access.workspace.pk)
    context: dict[str, Any] = {"form": form, "connection": connection, **_trial(access)}
    if connection is not None:
        context["spent"] = spent = selectors_model.spent_this_month(access.workspace.pk, connection.currency)
        context["places"] = selectors_model.places_of(spent)
        context["priced"] = selectors_model.has_prices(connection)
    status = 422 if form.errors else 200
    if form.errors:
        form.ask_for_the_key_again()
    return render_either(request, "drafting/model.html", "drafting/_model_trial.html", context, status=status)


def _trial(access: Access) -> dict[str, Any]:
    """The last question that only tried the connection, and its job while it runs."""
    return {"trial": selectors_model.last_trial(access), "trial_job": selectors_model.trial_job(access)}


@require_POST
@in_workspace(Permission.MANAGE_WORKSPACE, nav="settings")
def try_model(request: HttpRequest, access: Access) -> HttpResponse:
    """Asks the model for one word, in the background."""
    actions_model.try_connection(access=access)
    return redirect("drafting:model", access.workspace.pk)


@require_POST
@in_workspace(Permission.MANAGE_WORKSPACE, nav="settings")
def remove_model(request: HttpRequest, access: Access) -> HttpResponse:
    actions_model.remove_connection(access=access)
    messages.success(request, _("The model is disconnected and its key forgotten."))
    return redirect("drafting:model", access.workspace.pk)


@require_GET
@in_workspace(Permission.MANAGE_WORKSPACE, nav="settings")
def model_calls(request: HttpRequest, access: Access) -> HttpResponse:
    """Every question asked: when, for what, how long, how many tokens, what it cost."""
    page = Paginator(selectors_model.calls_for(access), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "drafting/model_calls.html", {"page": page})


@require_GET
@in_workspace(Permission.WRITE_DRAFTS, nav="draft")
def estimate(request: HttpRequest, access: Access) -> HttpResponse:
    """A line for the order form: about what the model would take for the chosen headings; empty while it is not chosen."""
    data = {"headings": request.GET.getlist("headings"), "points": request.GET.get("points", "")}
    points = forms.number_in(data, "points", 0) or access.workspace.points_per_heading
    by_model = request.GET.get("provider", "model") == "model"
    found = selectors_model.estimate_for(access, forms.keys_in(data), min(points, 6)) if by_model else None
    return render(request, "drafting/_estimate.html", _estimated(access, found))


@require_GET
@in_workspace(Permission.WRITE_DRAFTS, nav="draft")
def rewriting_estimate(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    """The same for writing a draft's chosen points again."""
    row = selectors.get_draft(access, draft)
    by_model = request.GET.get("provider", "model") == "model"
    chosen = forms.ids_in({"paragraphs": request.GET.getlist("paragraphs")}, "paragraphs")
    found = selectors_model.rewriting_estimate(access, row, chosen or ()) if by_model else None
    return render(request, "drafting/_estimate.html", _estimated(access, found))


def _estimated(access: Access, found: selectors_model.Spending | None) -> dict[str, object]:
    return {"estimate": found, "limit_reached": found is not None and selectors_model.limit_reached(access)}
