"""What the pages of review are given: the queue with its tabs, each row with its place and what may be done with it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from synthesis.drafting import selectors_page
from synthesis.infra.policy import Permission
from synthesis.overlap import selectors as overlap
from synthesis.review import selectors
from synthesis.review.forms import QueueFilter
from synthesis.tagging import pages as tagging_pages
from synthesis.tagging import selectors as tagging
from synthesis.tagging import selectors_counts
from synthesis.tagging.models import Excerpt, ReviewState
from synthesis.workspaces.policy import Access

PAGE_SIZE = 40


def queue_context(access: Access, wanted: QueueFilter, page_number: str | None) -> dict[str, Any]:
    """One tab of the queue; readers, who take no part in review, get none."""
    if not access.has(Permission.READ_EXCERPTS):
        return {"tabs": [], "show": ""}
    waiting = selectors.waiting_for(access)
    judges = access.has(Permission.REVIEW)
    drafts = ("drafts", _("Drafts in review"), waiting.drafts)
    returned = ("returned", _("Returned to you"), waiting.returned)
    first = [("excerpts", _("Excerpts"), waiting.excerpts), drafts, returned] if judges else [returned, drafts]
    tabs: list[tuple[str, str, int | None]] = [*first, ("history", _("History of drafts"), None)]
    names = [name for name, _label, _n in tabs]
    show = wanted.show if wanted.show in names else next((name for name, _label, n in tabs if n), names[0])
    context: dict[str, Any] = {
        "tabs": [{"name": name, "label": label, "n": n, "current": name == show} for name, label, n in tabs],
        "show": show,
        "judges": judges,
        "messages_json": queue_messages(),
    }
    return context | _TABS[show](access, wanted, page_number)


def _excerpts(access: Access, wanted: QueueFilter, page_number: str | None) -> dict[str, Any]:
    found = selectors.excerpts_to_review(
        access, tagger=wanted.tagger, heading=wanted.heading, source=wanted.source, state=wanted.state
    )
    page = Paginator(found, PAGE_SIZE).get_page(page_number)
    headings = list(tagging.headings_of(access))
    return {
        "page": page,
        "rows": [_excerpt_row(excerpt) for excerpt in page.object_list],
        "query": wanted.query(),
        "filtered": bool(wanted.given()),
        "given": wanted.given(),
        "headings": tagging_pages.headings_for_page(headings),
        "sources": selectors_counts.counts_by_source(access, []),
        "taggers": [person for person in selectors_counts.taggers_of(access) if person.pk != access.user.pk],
        "states": ReviewState.choices,
        "waits": wanted.state == ReviewState.OPEN,
    }


def _excerpt_row(excerpt: Excerpt) -> dict[str, Any]:
    verdicts = excerpt.verdicts  # type: ignore[attr-defined]
    return {**tagging_pages.row_of(excerpt), "verdict": verdicts[0] if verdicts else None}


def _drafts(access: Access, wanted: QueueFilter, page_number: str | None) -> dict[str, Any]:
    return {"drafts": _draft_rows(access, list(selectors.drafts_in_review(access)))}


def _draft_rows(access: Access, drafts: list[Any]) -> list[dict[str, Any]]:
    reports = overlap.latest_reports(access, [draft.pk for draft in drafts])
    counts = selectors_page.counts_by_draft(drafts) if drafts else {}
    rows = []
    for draft in drafts:
        report = reports.get(draft.pk)
        rows.append(
            {
                "draft": draft,
                "counts": counts.get(draft.pk),
                "step": draft.steps[0] if draft.steps else None,
                "report": report,
                "ratio": round(100 * report.result.get("ratio", 0.0), 1) if report else None,
                "report_is_old": bool(report and report.revision != draft.revision),
                "own": draft.created_by_id == access.user.pk,
            }
        )
    return rows


def _returned(access: Access, wanted: QueueFilter, page_number: str | None) -> dict[str, Any]:
    return {
        "rows": [_excerpt_row(excerpt) for excerpt in selectors.returned_to(access)[:200]],
        "drafts": _draft_rows(access, list(selectors.drafts_returned_to(access))),
    }


def _history(access: Access, wanted: QueueFilter, page_number: str | None) -> dict[str, Any]:
    page = Paginator(selectors.draft_history(access), PAGE_SIZE).get_page(page_number)
    return {"page": page, "steps": list(page.object_list), "query": "show=history&"}


_TABS = {"excerpts": _excerpts, "drafts": _drafts, "returned": _returned, "history": _history}


def queue_messages() -> dict[str, str]:
    """The strings of static/src/review."""
    return {
        "review.accepted": _("Accepted."),
        "review.returned": _("Returned to {name}."),
        "review.undo": _("Withdraw"),
        "review.undone": _("Withdrawn: it is waiting for review again."),
        "review.comment_missing": _("Say what should be different, so that the tagger can learn from it."),
        "review.accept_all": _("Accept the {n} excerpts shown?"),
        "review.accept_all_yes": _("Accept all"),
        "key.accept": _("Accept the excerpt"),
        "key.return": _("Return the excerpt"),
        "key.next": _("Next excerpt"),
        "key.previous": _("Previous excerpt"),
        "key.open": _("Open its place in the source"),
    }
