"""Forms about oneself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class SignupForm(forms.Form):
    """What sign-up asks beyond django-allauth's e-mail and password."""

    name = forms.CharField(
        label=_("Name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name", "autofocus": True})
    )
    field_order = ("name", "email", "password1")

    def signup(self, request: HttpRequest, user: Any) -> None:
        """Required by django-allauth; the adapter has stored the name already."""
