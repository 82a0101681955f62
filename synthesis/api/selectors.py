"""Pages of lists and shapes that only the outside API has; everything else comes from the rooms' own selectors."""

from __future__ import annotations

import uuid
from typing import Any

from synthesis.drafting import selectors as drafting
from synthesis.drafting.models import Draft
from synthesis.infra.models import Job
from synthesis.overlap import selectors_scopes as overlap
from synthesis.overlap.models import OverlapReport
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import Excerpt
from synthesis.workspaces.policy import Access

PAGE = 100


def excerpts_page(
    access: Access, *, after: uuid.UUID | None, **narrowed: Any
) -> tuple[list[Excerpt], uuid.UUID | None]:
    """Up to PAGE excerpts made after the excerpt `after`, oldest first, and where the next page begins.

    Ids are in order of making (UUIDv7), so that a page never shifts under a caller while people tag.
    """
    rows = tagging.search_excerpts(access, **narrowed).order_by("pk")
    if after is not None:
        rows = rows.filter(pk__gt=after)
    found = list(rows[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None


def excerpt_json(excerpt: Excerpt) -> dict[str, Any]:
    """As people's pages have it, with the number of the text in place of its id and of the row's own version.

    `placed` is false while it stands on an older text than its source's and waits for somebody to say where it is now.
    """
    placed = excerpt.text_id == excerpt.source.text_id
    return {**tagging.describe(excerpt), "version": excerpt.text.number, "placed": placed}


def draft_json(draft: Draft) -> dict[str, Any]:
    """The contract of `compose`, the headings' points in one list, each naming its heading."""
    described = drafting.describe(draft, drafting.sections_of(draft))
    headings = described.pop("headings")
    return {
        **described,
        "title": draft.title,
        "job": draft.job_id,
        "heading": ",".join(dict.fromkeys(part["heading"] for part in headings)) or ",".join(draft.heading_keys),
        "points": [{"heading": part["heading"], **point} for part in headings for point in part["points"]],
    }


def report_json(access: Access, report: OverlapReport) -> dict[str, Any]:
    """The contract of `overlap`, with the seconds that the job took."""
    job = Job.objects.filter(pk=report.job_id).first() if report.job_id else None
    took = (job.finished - job.started).total_seconds() if job and job.finished and job.started else None
    return {**overlap.describe(access, report), "job": report.job_id, "seconds": took}
