"""Forms of the room: filter, pasted text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from synthesis.sources.models import SourceState
from synthesis.sources.selectors import OUTDATED, Wish

STATES = (
    ("", _("All states")),
    (SourceState.READY.value, _("Ready")),
    ("damaged", _("With damage")),
    ("active", _("Being read")),
    (SourceState.FAILED.value, _("Failed")),
    (OUTDATED, _("Read by an earlier version")),
    ("deleted", _("Deleted")),
)


SORTS = (
    ("", _("Newest first")),
    ("oldest", _("Oldest first")),
    ("title", _("By title")),
    ("size", _("Longest first")),
    ("excerpts", _("Most excerpts first")),
    ("damage", _("Most damage first")),
)


class FilterForm(forms.Form):
    """What the list shows; anything unusable is as good as empty. What there is to choose from, the page knows."""

    q = forms.CharField(label=_("Search by title or file name"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)
    kind = forms.CharField(label=_("Type"), required=False, max_length=20)
    language = forms.CharField(label=_("Language"), required=False, max_length=10)
    coverage = forms.CharField(label=_("Headings"), required=False, max_length=10)
    tagger = forms.UUIDField(label=_("Person"), required=False)
    sort = forms.ChoiceField(label=_("Order"), required=False, choices=SORTS)

    def leave_out(self, state: str) -> None:
        """Offers a state no more, unless it is chosen."""
        field = self.fields["state"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [choice for choice in STATES if choice[0] != state or state == self.data.get("state")]

    def values(self) -> Wish:
        """The wish of a query string."""
        self.is_valid()
        cleaned: dict[str, Any] = getattr(self, "cleaned_data", {})
        return Wish(**{name: str(cleaned.get(name) or "") for name in self.fields})


class PasteForm(forms.Form):
    text = forms.CharField(label=_("Text"), strip=False, widget=forms.Textarea(attrs={"rows": 12, "autofocus": True}))
    title = forms.CharField(
        label=_("Title"), required=False, max_length=300, help_text=_("If left empty, the first line of the text.")
    )
