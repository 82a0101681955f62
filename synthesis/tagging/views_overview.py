"""All excerpts of the workspace, with what they can be narrowed by and how they spread over headings and sources."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from synthesis.infra.htmx import render_either
from synthesis.infra.policy import Permission
from synthesis.tagging import pages, selectors, selectors_counts, selectors_reanchoring
from synthesis.tagging.forms import ExcerptFilter
from synthesis.tagging.models import ReviewState
from synthesis.workspaces.policy import Access, in_workspace

PAGE_SIZE = 40


@require_GET
@in_workspace(Permission.READ_SOURCES, nav="tagging")
def overview(request: HttpRequest, access: Access) -> HttpResponse:
    wanted = ExcerptFilter.parse(request.GET.dict())
    headings = list(selectors.headings_of(access))
    found = selectors.search_excerpts(
        access,
        heading=wanted.heading,
        source=wanted.source,
        tagger=wanted.tagger,
        review=wanted.review,
        words=wanted.words,
    )
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    query = wanted.query()
    context = {
        "page": page,
        "rows": [pages.row_of(excerpt) for excerpt in page.object_list],
        "query": urlencode(query) + "&" if query else "",
        "filtered": bool(query),
        "unplaced": selectors_reanchoring.waiting_count(access),
        "wanted": query,
        "headings": pages.headings_for_page(headings),
        "matrix": selectors_counts.counts_by_source(access, headings),
        "taggers": selectors_counts.taggers_of(access),
        "reviews": ReviewState.choices,
    }
    return render_either(request, "tagging/overview.html", "tagging/_results.html", context)
