"""What the search pages show: places with the names of their kinds, advice, the query to go on with."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.utils.translation import gettext_lazy as _

from synthesis.sources.forms_search import SimilarWish
from synthesis.sources.models import Source
from synthesis.sources.selectors_search import Found
from synthesis.sources.selectors_similar import LONGEST_PASSAGE, SimilarPassage
from synthesis.sources.snippets import Snippet

#: From this length on, what is looked for is rather a passage than a word.
PASSAGE_FROM = 24
_KINDS = {
    "heading": _("heading"),
    "list": _("list item"),
    "table": _("table"),
    "caption": _("caption"),
    "footnote": _("footnote"),
    "contents": _("table of contents"),
}


def _place(snippet: Snippet) -> dict[str, Any]:
    return {
        "address": snippet.address,
        "parts": [{"text": text, "marked": marked} for text, marked in snippet.parts],
        "kind": _KINDS.get(snippet.kind, ""),
        "page": snippet.page,
    }


def search_context(found: Found, typed: str, page: Page[Any]) -> dict[str, Any]:
    """The search page for what was typed."""
    return {
        "q": typed,
        "asked": bool(found.clauses),
        "found": found,
        "rows": [
            {
                "source": row.source,
                "places": [_place(snippet) for snippet in row.snippets],
                "rest": row.rest,
                "more": row.more,
            }
            for row in found.rows
        ],
        "page": page,
        "query": urlencode({"q": typed}) + "&",
        "as_passage": urlencode({"text": typed}) if len(typed) >= PASSAGE_FROM else "",
        "several": len(found.clauses) > 1,
        "longest": LONGEST_PASSAGE,
    }


def similar_context(
    rows: list[SimilarPassage], passage: str, source: Source | None, wanted: SimilarWish
) -> dict[str, Any]:
    """The page of passages like `passage`, which stands in `source` or was pasted."""
    return {
        "rows": [{"source": row.source, "place": _place(row.snippet), "percent": row.percent} for row in rows],
        "passage": passage,
        "source": source,
        "span": f"start={wanted.start}&end={wanted.end}",
        "text": "" if source else passage,
        "longest": LONGEST_PASSAGE,
    }
