"""The meter of the editor: how much of what is being typed stands in the sources. JSON for its script."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from synthesis.drafting import forms, selectors, selectors_meter
from synthesis.drafting.actions_sentences import MAX_SENTENCE
from synthesis.engine.overlap.places import Found
from synthesis.infra.errors import Invalid, TooMany
from synthesis.infra.pacing import Pace
from synthesis.infra.policy import Permission
from synthesis.workspaces.policy import Access, in_workspace

# Whoever types without a pause asks some five times a second.
PACE = Pace(most=80, seconds=10)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS)
def measure(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    """`text` as it stands in the field, and the `sentence` it replaces (none for a new one). Offsets: code points of it."""
    row = selectors.get_draft(access, draft)
    if not PACE.allows(access.user.pk):
        raise TooMany
    data = forms.body(request)
    # As it is, line ends and all: the runs are places in it.
    text = data.get("text", "")
    if not isinstance(text, str) or len(text) > MAX_SENTENCE:
        raise Invalid(_("The request is incomplete."), fields={"text": "string"})
    said = selectors_meter.measured(access, row, text, forms.optional_uuid_in(data, "sentence"))
    answer = {
        "state": said.state,
        "sources": said.sources,
        **({"sentence": _figures(said.sentence)} if said.sentence else {}),
        **({"draft": _figures(said.draft)} if said.draft else {}),
        "runs": [_run(access, one) for one in said.runs],
    }
    return JsonResponse(answer, status=202 if said.state == "preparing" else 200)


def _figures(found: Found) -> dict[str, Any]:
    return {
        "counted": found.counted,
        "matched": found.matched,
        "ratio": round(found.ratio, 4),
        "longest_run": found.longest_run,
    }


def _run(access: Access, run: selectors_meter.RunInSource) -> dict[str, Any]:
    """`span`: of the whole run in the text; `own`: what of it to underline, apart from other runs."""
    url = reverse("tagging:reader", args=[access.workspace.pk, run.source])
    return {
        "span": run.place.span,
        "own": run.place.own,
        "length": run.place.length,
        "others": run.place.others,
        "source": {"id": str(run.source), "title": run.title, "span": run.span},
        "url": f"{url}?start={run.span[0]}&end={run.span[1]}" if run.passage else url,
        "before": run.before,
        "passage": run.passage,
        "after": run.after,
    }
