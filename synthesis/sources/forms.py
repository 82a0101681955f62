"""Forms of the room: filter, pasted text, citation data."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from synthesis.sources.citation import ITEM_TYPES
from synthesis.sources.models import SourceState

STATES = (
    ("", _("All states")),
    (SourceState.READY.value, _("Ready")),
    ("damaged", _("With damage")),
    ("active", _("Being read")),
    (SourceState.FAILED.value, _("Failed")),
    ("deleted", _("Deleted")),
)


class FilterForm(forms.Form):
    """What the list shows; anything unusable is as good as empty."""

    q = forms.CharField(
        label=_("Search by title or file name"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "data-key": "/", "autocomplete": "off"}),
    )
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)

    def values(self) -> dict[str, str]:
        self.is_valid()
        cleaned: dict[str, Any] = getattr(self, "cleaned_data", {})
        return {"q": cleaned.get("q") or "", "state": cleaned.get("state") or ""}


class PasteForm(forms.Form):
    text = forms.CharField(label=_("Text"), strip=False, widget=forms.Textarea(attrs={"rows": 12, "autofocus": True}))
    title = forms.CharField(
        label=_("Title"), required=False, max_length=300, help_text=_("If left empty, the first line of the text.")
    )


class CitationForm(forms.Form):
    """The members of CSL-JSON that a reference list needs, in people's words."""

    type = forms.ChoiceField(label=_("Type of publication"), choices=ITEM_TYPES)
    title = forms.CharField(label=_("Title of the publication"), required=False, max_length=500)
    authors = forms.CharField(
        label=_("Authors"),
        required=False,
        max_length=2000,
        help_text=_("One per line. Names in Latin letters as “Family, Given”; Chinese names and institutions in full."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    year = forms.IntegerField(
        label=_("Year"),
        required=False,
        min_value=1,
        max_value=2999,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    container = forms.CharField(label=_("Journal, newspaper or website"), required=False, max_length=300)
    publisher = forms.CharField(label=_("Publisher"), required=False, max_length=300)
    pages = forms.CharField(label=_("Pages"), required=False, max_length=60)
    doi = forms.CharField(label=_("DOI"), required=False, max_length=200)
    url = forms.URLField(label=_("Web address"), required=False, max_length=2000, assume_scheme="https")
    accessed = forms.DateField(
        label=_("Accessed on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
