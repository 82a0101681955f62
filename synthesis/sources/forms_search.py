"""What the search pages are asked."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms

from synthesis.sources.selectors_similar import LONGEST_PASSAGE

#: Far more than anybody pages through.
MOST_PAGES = 10_000


@dataclass(frozen=True, slots=True)
class SearchWish:
    q: str
    page: int


@dataclass(frozen=True, slots=True)
class SimilarWish:
    """A pasted text, or a span of a source's text."""

    text: str
    source: uuid.UUID | None
    start: int
    end: int


class SearchForm(forms.Form):
    """Anything unusable is as good as empty; of what is too long the beginning counts."""

    q = forms.CharField(required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=MOST_PAGES)

    def values(self) -> SearchWish:
        cleaned = _cleaned(self)
        return SearchWish((cleaned.get("q") or "")[:LONGEST_PASSAGE], cleaned.get("page") or 1)


class SpanForm(forms.Form):
    """A span that cannot be is left to the selector to refuse."""

    text = forms.CharField(required=False)
    source = forms.UUIDField(required=False)
    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=0)

    def values(self) -> SimilarWish:
        cleaned = _cleaned(self)
        text = (cleaned.get("text") or "")[:LONGEST_PASSAGE]
        return SimilarWish(text, cleaned.get("source"), cleaned.get("start") or 0, cleaned.get("end") or 0)


def _cleaned(form: forms.Form) -> dict[str, Any]:
    form.is_valid()
    return getattr(form, "cleaned_data", {})
