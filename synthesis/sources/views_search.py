"""The search pages: words in the texts of all sources, and passages like a given one."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from synthesis.infra.embeddings import installed_embed
from synthesis.infra.htmx import render_either
from synthesis.infra.policy import Permission
from synthesis.sources import pages_search, selectors_search, selectors_similar
from synthesis.sources.forms_search import SearchForm, SpanForm
from synthesis.workspaces.policy import Access, in_workspace


@in_workspace(Permission.READ_SOURCES, nav="search")
def search(request: HttpRequest, access: Access) -> HttpResponse:
    """Sources whose text holds all words of `?q=`, with the places; without `q` the empty page."""
    form = SearchForm(request.GET)
    wanted = form.values()
    found = selectors_search.search(access, wanted.q, page=wanted.page)
    pages = Paginator(range(found.sources), selectors_search.PAGE_SIZE)
    context = pages_search.search_context(found, wanted.q, pages.get_page(wanted.page))
    return render_either(request, "sources/search.html", "sources/_found.html", context)


@in_workspace(Permission.READ_SOURCES, nav="search")
def similar(request: HttpRequest, access: Access) -> HttpResponse:
    """Passages like `?text=`, or like the characters `[start, end)` of `?source=`, in the other sources."""
    wanted = SpanForm(request.GET).values()
    source, passage = None, wanted.text
    if wanted.source:
        source, passage = selectors_similar.passage_of(access, wanted.source, wanted.start, wanted.end)
    rows = selectors_similar.similar_passages(
        access, passage, other_than=source.pk if source else None, embed=installed_embed() if passage else None
    )
    context = pages_search.similar_context(rows, passage, source, wanted)
    return render_either(request, "sources/similar.html", "sources/_similar.html", context)
