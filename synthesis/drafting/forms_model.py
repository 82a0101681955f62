"""The form of the model's connection: one address and key, a model for each part, prices, a limit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from synthesis.drafting.actions_model import ConnectionInput
from synthesis.drafting.models import ModelConnection

CURRENCIES = [("CNY", "CNY"), ("USD", "USD"), ("EUR", "EUR")]
# Part, its name, what it is for. Only the writing model must be named; the plan is then written by it, too.
PARTS = (
    (
        "write",
        gettext_lazy("Writing"),
        gettext_lazy("writes and repairs the sentences; its name as the server knows it"),
    ),
    ("plan", gettext_lazy("Planning"), gettext_lazy("groups the excerpts into points; empty: the same model")),
    ("judge", gettext_lazy("Judging"), gettext_lazy("gives a second opinion on each sentence; empty: nobody")),
)


class ConnectionForm(forms.Form):
    """Never shows a key: the field is empty even when one is saved."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=80, help_text=gettext_lazy("What your team calls it.")
    )
    address = forms.CharField(
        label=gettext_lazy("Address"),
        max_length=300,
        widget=forms.URLInput(attrs={"autocomplete": "off", "spellcheck": "false", "placeholder": "https://…/v1"}),
        help_text=gettext_lazy("Any address that speaks the OpenAI protocol and that this server may call."),
    )
    key = forms.CharField(
        label=gettext_lazy("Key"),
        required=False,
        max_length=400,
        strip=True,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "spellcheck": "false"}),
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=CURRENCIES)
    monthly_limit = forms.DecimalField(
        label=gettext_lazy("Limit a month"),
        required=False,
        min_value=Decimal(0),
        max_digits=10,
        decimal_places=2,
        help_text=gettext_lazy("No further question is asked once so much is spent. Empty: no limit."),
    )

    def __init__(self, data: Any = None, *, connection: ModelConnection | None) -> None:
        self.connection = connection
        super().__init__(data, initial=_initial(connection))
        saved = bool(connection and connection.sealed_key)
        self.fields["key"].help_text = (
            _("A key is saved; it is not shown again. Leave this empty to keep it.")
            if saved
            else _("Kept encrypted, never shown again. Empty for a server of your own that wants none.")
        )
        for part, label, help_text in PARTS:
            attrs = {"autocomplete": "off", "spellcheck": "false"}
            self.fields[f"{part}_model"] = forms.CharField(
                label=label,
                max_length=120,
                required=part == "write",
                help_text=help_text,
                widget=forms.TextInput(attrs=attrs),
            )
            for side, side_label in (("in", _("Price in")), ("out", _("Price out"))):
                self.fields[f"{part}_price_{side}"] = forms.DecimalField(
                    label=side_label, required=False, min_value=Decimal(0), max_digits=10, decimal_places=4
                )

    def ask_for_the_key_again(self) -> None:
        """What was typed into the key goes back to no page: said beside the field, or it would be saved without one."""
        if self.data.get("key") and not self.has_error("key"):
            self.add_error("key", _("Enter the key again: nothing was saved, and it is not sent back to the page."))

    @property
    def rows(self) -> list[list[Any]]:
        """The bound fields of each part: model, price in, price out."""
        return [[self[f"{part}_{name}"] for name in ("model", "price_in", "price_out")] for part, *_rest in PARTS]

    def clean(self) -> dict[str, Any]:
        """A limit is held by what calls cost, so it needs the prices of every model that is named."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        free = [
            part
            for part, *_rest in PARTS
            if data.get(f"{part}_model") and not (data.get(f"{part}_price_in") or data.get(f"{part}_price_out"))
        ]
        if data.get("monthly_limit") and free:
            self.add_error(
                f"{free[0]}_price_in",
                _("A limit needs prices: without them every call counts as 0 and it is never reached."),
            )
        return data

    def wanted(self) -> ConnectionInput:
        """What the action takes; call when valid. An empty key keeps the saved one."""
        data = self.cleaned_data
        parts: dict[str, dict[str, str]] = {}
        for part, *_rest in PARTS:
            model = data[f"{part}_model"].strip()
            if model:
                prices = {f"price_{side}": str(data[f"{part}_price_{side}"] or 0) for side in ("in", "out")}
                parts[part] = {"model": model, **prices}
        parts.setdefault("plan", dict(parts["write"]))
        saved = bool(self.connection and self.connection.sealed_key)
        key = None if saved and not data["key"] else data["key"]
        return ConnectionInput(
            data["name"].strip(), data["address"], key, parts, data["currency"], data["monthly_limit"]
        )


def _initial(connection: ModelConnection | None) -> dict[str, Any]:
    if connection is None:
        return {"currency": "CNY"}
    initial: dict[str, Any] = {
        "name": connection.name,
        "address": connection.address,
        "currency": connection.currency,
        "monthly_limit": connection.monthly_limit,
    }
    for part, saved in connection.parts.items():
        if part != "plan" or saved != connection.parts["write"]:
            initial |= {f"{part}_{name}": saved.get(name) or None for name in ("model", "price_in", "price_out")}
    return initial
