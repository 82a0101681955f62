"""Forms of workspaces. Everything but the name has a sensible default, so that a name alone makes a workspace."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from synthesis.infra.policy import Role
from synthesis.workspaces.models import ROLE_CHOICES, CitationStyle, DraftLanguage, Register, Template, Workspace

# What each template brings, for the preview: letter and name. The headings themselves are made by the room `tagging`.
PREVIEWS: dict[str, list[tuple[str, Any]]] = {
    Template.PEST: [("P", _("Political")), ("E", _("Economic")), ("S", _("Social")), ("T", _("Technological"))],
    Template.PESTEL: [
        ("P", _("Political")),
        ("E", _("Economic")),
        ("S", _("Social")),
        ("T", _("Technological")),
        ("N", _("Environmental")),
        ("L", _("Legal")),
    ],
    Template.SWOT: [
        ("S", _("Strengths")),
        ("W", _("Weaknesses")),
        ("O", _("Opportunities")),
        ("T", _("Threats")),
    ],
    Template.OWN: [],
}
ROLE_LINES: dict[str, Any] = {
    Role.OWNER: _("Everything here, members and deletion included."),
    Role.EDITOR: _("Sources, tags, outline, drafts and reports, also those of others."),
    Role.REVIEWER: _("Reads everything, accepts or returns tags and drafts, sees the audit log."),
    Role.TAGGER: _("Reads, tags, comments, and writes drafts of their own."),
    Role.READER: _("Reads the sources, accepted excerpts and approved drafts."),
}


class BriefForm(forms.Form):
    """What is to be written."""

    name = forms.CharField(
        label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True})
    )
    topic = forms.CharField(
        label=_("Topic and brief"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What the report is about, for whom, and what it must answer."),
    )
    points_per_heading = forms.IntegerField(
        label=_("Points per heading"), required=False, min_value=1, max_value=6, help_text=_("1 to 6")
    )
    language = forms.ChoiceField(label=_("Language of the drafts"), required=False, choices=DraftLanguage.choices)
    register = forms.ChoiceField(label=_("Register"), required=False, choices=Register.choices)
    citation_style = forms.ChoiceField(label=_("Citation style"), required=False, choices=CitationStyle.choices)

    def clean(self) -> dict[str, Any]:
        """An empty field means the default, whoever sends it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name, value in self.defaults().items():
            if name in self.fields and name in cleaned and cleaned[name] in (None, ""):
                cleaned[name] = value
        return cleaned

    def defaults(self) -> dict[str, Any]:
        """For a new workspace: drafts in the language of the page, cited as is usual there."""
        english = (get_language() or "").startswith("en")
        return {
            "template": Template.PEST.value,
            "points_per_heading": 3,
            "language": (DraftLanguage.ENGLISH if english else DraftLanguage.CHINESE).value,
            "register": Register.ACADEMIC.value,
            "citation_style": (CitationStyle.APA_7 if english else CitationStyle.GBT_7714_2025).value,
        }


class CreateForm(BriefForm):
    """A new workspace."""

    template = forms.ChoiceField(
        label=_("Headings"), required=False, choices=Template.choices, widget=forms.RadioSelect
    )
    field_order = ("name", "template", "topic")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {**self.defaults(), **self.initial}

    def previews(self) -> list[dict[str, Any]]:
        """Each template's radio button with the headings it brings; `hue` is the colour's number, 1 to 8."""
        return [
            {
                "option": option,
                "headings": [
                    {"key": key, "name": name, "hue": number}
                    for number, (key, name) in enumerate(PREVIEWS[option.data["value"]], 1)
                ],
            }
            for option in self["template"]
        ]


class SettingsForm(BriefForm):
    """The brief of a workspace that exists: an empty field keeps what is there."""

    def __init__(self, *args: Any, workspace: Workspace, **kwargs: Any) -> None:
        self._workspace = workspace
        kwargs["initial"] = {name: getattr(workspace, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        del self.fields["name"].widget.attrs["autofocus"]

    def defaults(self) -> dict[str, Any]:
        kept = ("points_per_heading", "language", "register", "citation_style")
        return {name: getattr(self._workspace, name) for name in kept}


class DeleteForm(forms.Form):
    """Deletion asks for the name, so that it cannot happen by a slip."""

    name = forms.CharField(
        label=_("Type the name of the workspace to confirm"),
        strip=True,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, workspace: Workspace, **kwargs: Any) -> None:
        self._workspace = workspace
        # The brief's form on the same page has a `name` too; ids must differ.
        super().__init__(*args, **{"auto_id": "id_delete_%s", **kwargs})

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if name != self._workspace.name:
            raise forms.ValidationError(_("This is not the name of the workspace."))
        return name


class RoleForm(forms.Form):
    """A role, of a member or of an invitation."""

    role = forms.ChoiceField(label=_("Role"), choices=ROLE_CHOICES, initial=Role.TAGGER)


def roles_explained() -> list[tuple[str, Any, Any]]:
    """`(value, name, one line)` of every role, most trusted first."""
    return [(role, name, ROLE_LINES[role]) for role, name in ROLE_CHOICES]
