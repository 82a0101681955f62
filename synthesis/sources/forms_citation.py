"""Forms for citation data: of one source, and for an import."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from synthesis.engine.bibliography.dates import date_from, year_in
from synthesis.engine.bibliography.item_types import CSL_TYPES
from synthesis.engine.bibliography.items import doi_in
from synthesis.engine.citation_keys import KEY
from synthesis.infra.parsers.encodings import decode
from synthesis.sources.citation import ITEM_TYPES

_PERIODICAL = "article-journal article-magazine article-newspaper"
#: Which types a field is for; a field that is not named here is for all. Others hide it while it is empty.
FIELD_TYPES = {
    "editors": "book chapter paper-conference",
    "translators": "book chapter article-journal",
    "container": f"{_PERIODICAL} webpage chapter paper-conference report dataset document",
    "volume": f"{_PERIODICAL} book chapter",
    "issue": _PERIODICAL,
    "pages": f"{_PERIODICAL} chapter paper-conference book report document",
    "number": "report standard patent legislation",
    "edition": "book chapter standard",
    "genre": "thesis report",
    "publisher": "book chapter thesis report paper-conference standard dataset legislation document webpage",
    "place": "book chapter thesis report paper-conference standard document",
    "doi": "article-journal book chapter paper-conference report dataset thesis document",
}
#: An import that is larger is no personal library.
MOST_BYTES = 2 * 1024 * 1024


class CitationForm(forms.Form):
    """The members of CSL-JSON that a reference list needs, in people's words."""

    type = forms.ChoiceField(label=_("Type of publication"), choices=ITEM_TYPES)
    title = forms.CharField(label=_("Title of the publication"), required=False, max_length=500)
    authors = forms.CharField(
        label=_("Authors"),
        required=False,
        max_length=4000,
        help_text=_("One per line. Names in Latin letters as “Family, Given”; Chinese names and institutions in full."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    editors = forms.CharField(
        label=_("Editors"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    translators = forms.CharField(
        label=_("Translators"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    issued = forms.CharField(
        label=_("Date"),
        required=False,
        max_length=60,
        help_text=_("As exact as it is known: 2024, 2024-05 or 2024-05-01."),
    )
    container = forms.CharField(label=_("Journal, newspaper, website or book"), required=False, max_length=300)
    volume = forms.CharField(label=_("Volume"), required=False, max_length=40)
    issue = forms.CharField(label=_("Issue"), required=False, max_length=40)
    pages = forms.CharField(label=_("Pages"), required=False, max_length=60)
    number = forms.CharField(label=_("Number"), required=False, max_length=100)
    publisher = forms.CharField(label=_("Publisher or institution"), required=False, max_length=300)
    place = forms.CharField(label=_("Place of publication"), required=False, max_length=100)
    edition = forms.CharField(label=_("Edition"), required=False, max_length=60)
    genre = forms.CharField(label=_("Kind of work"), required=False, max_length=100)
    doi = forms.CharField(label=_("DOI"), required=False, max_length=300)
    url = forms.URLField(label=_("Web address"), required=False, max_length=2000, assume_scheme="https")
    accessed = forms.DateField(
        label=_("Accessed on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=(
            ("", _("By its title")),
            ("zh-CN", _("Chinese")),
            ("zh-TW", _("Traditional Chinese")),
            ("en", _("English")),
        ),
    )
    key = forms.CharField(
        label=_("Citation key"),
        required=False,
        max_length=80,
        help_text=_("What the source is called in BibTeX files. Left empty, it is made of author, year and title."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "mono"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("type", "language"):
            # An import may know more types and languages than the lists; saving the form must not lose them.
            held = str(self.data.get(name) if self.is_bound else self.initial.get(name) or "")
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            known = {str(value) for value, _label in field.choices}  # type: ignore[misc,union-attr]
            allowed = held in CSL_TYPES if name == "type" else 2 <= len(held) <= 20 and held.replace("-", "").isalnum()
            if held not in known and allowed:
                field.choices = [*field.choices, (held, held)]  # type: ignore[misc]

    def clean_doi(self) -> str:
        given = str(self.cleaned_data["doi"]).strip()
        if given and not doi_in(given):
            raise forms.ValidationError(_("This is no DOI. A DOI looks like 10.1000/xyz123."))
        return doi_in(given)

    def clean_issued(self) -> str:
        given = str(self.cleaned_data["issued"]).strip()
        date = date_from(given)
        if given and date is None:
            raise forms.ValidationError(_("Write the date as 2024, 2024-05 or 2024-05-01."))
        if date and (year_in(date) or 0) > timezone.now().year + 1:
            raise forms.ValidationError(_("This year has not come yet."))
        return given

    def clean_key(self) -> str:
        given = str(self.cleaned_data["key"]).strip()
        if given and not KEY.fullmatch(given):
            raise forms.ValidationError(
                _("A citation key has only Latin letters, digits and - _ . : and begins with a letter or digit.")
            )
        return given


class ImportForm(forms.Form):
    """A bibliography as a file or as text."""

    file = forms.FileField(label=_("File"), required=False, allow_empty_file=True)
    text = forms.CharField(
        label=_("Or paste it here"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "class": "mono", "spellcheck": "false"}),
    )

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(size)s. Export the library in parts."),
                params={"size": filesizeformat(MOST_BYTES)},
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Adds `content`, the text of either, and `whole`, whether every byte of a file could be read."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        file = values.get("file")
        values["content"], values["whole"] = values.get("text") or "", True
        if file:
            values["content"], _name, warnings = decode(file.read())
            values["whole"] = not any(warning.startswith("encoding-damaged") for warning in warnings)
        if not self.errors and not values["content"].strip():
            raise forms.ValidationError(_("Choose a file or paste some entries first."))
        if len(values["content"]) > MOST_BYTES:
            raise forms.ValidationError(_("This is too much at once. Import it in parts."))
        return values
