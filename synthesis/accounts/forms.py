"""Forms about oneself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# In the form only: an account without a choice stores the empty string.
BROWSER = "browser"


class SignupForm(forms.Form):
    """What sign-up asks beyond django-allauth's e-mail and password."""

    name = forms.CharField(
        label=pgettext_lazy("of a person", "Name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name", "autofocus": True}),
    )
    field_order = ("name", "email", "password1")

    def signup(self, request: HttpRequest, user: Any) -> None:
        """Required by django-allauth; the adapter has stored the name already."""


class ProfileForm(forms.Form):
    """What others see of a person, and the language of the person's pages."""

    name = forms.CharField(
        label=pgettext_lazy("of a person", "Name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Language of the pages"), choices=lambda: [(BROWSER, _("Same as the browser")), *settings.LANGUAGES]
    )

    @classmethod
    def about(cls, user: Any, data: Any = None) -> ProfileForm:
        return cls(data, initial={"name": user.name, "language": user.language or BROWSER})

    def clean_language(self) -> str:
        """The stored value: empty when the browser decides."""
        language: str = self.cleaned_data["language"]
        return "" if language == BROWSER else language


class TokenForm(forms.Form):
    """A new API token."""

    name = forms.CharField(
        label=_("What is the token for?"),
        max_length=80,
        widget=forms.TextInput(attrs={"placeholder": _("course platform, backup script …"), "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Another form of the page has a `name` too; ids must differ.
        super().__init__(*args, **{"auto_id": "id_token_%s", **kwargs})
