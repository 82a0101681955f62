"""The evidence table as its page and its CSV show it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from synthesis.drafting import selectors_evidence
from synthesis.drafting.selectors_evidence import CHOICES, COLUMNS, SHOWN, SORTS, HeadingEvidence, Row, Wanted
from synthesis.engine.drafting.quantities.readable import readable, readable_time
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import ReviewState
from synthesis.tagging.pages import hue_of, place_of
from synthesis.workspaces.policy import Access

ALL = "all"
ROWS = 60
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def wanted_of(access: Access, data: Any) -> Wanted:
    """What a request asks for; unknown values count as none. Without a heading: the first one with excerpts."""
    keys = [h.key for h in tagging.headings_of(access)]
    heading = str(data.get("heading", ""))
    if heading not in [*keys, ALL]:
        heading = _first_with_excerpts(access) or ALL
    chosen = {name: str(data.get(name, "")) for name in ("type", "show", "sort")}
    return Wanted(
        heading="" if heading == ALL else heading,
        type=chosen["type"] if chosen["type"] in CHOICES["type"] else "",
        source=str(data.get("source", "")),
        q=str(data.get("q", ""))[:200],
        show=chosen["show"] if chosen["show"] in SHOWN else "",
        sort=chosen["sort"] if chosen["sort"] in SORTS else SORTS[0],
    )


def _first_with_excerpts(access: Access) -> str:
    rows = tagging.excerpts_visible_to(access).exclude(review_state=ReviewState.RETURNED)
    keys = rows.filter(tags__heading__deleted__isnull=True).order_by("tags__heading__position")
    return keys.values_list("tags__heading__key", flat=True).first() or ""


def table(access: Access, wanted: Wanted, page: Any) -> dict[str, Any]:
    """The page's context: headings with their rows and contradictions, what can be chosen, and how much there is."""
    found = selectors_evidence.evidence_of(access, wanted)
    told = [(one, row) for one in found for row in one.rows]
    here = Paginator(told, ROWS).get_page(page)
    query = urlencode(parameters(wanted))
    table_url = reverse("drafting:evidence", args=[access.workspace.pk])
    sections = [
        {
            "heading": one.heading,
            "hue": hue_of(one.heading),
            "rows": [_row(access, row) for at, row in here if at is one],
            "conflicts": [{**c.to_json(), "name": c.name, "time": readable_time(c.time)} for c in one.conflicts],
        }
        for one in found
    ]
    return {
        "sections": [s for s in sections if s["rows"]],
        "total": len(told),
        "contradictions": sum(len(one.conflicts) for one in found),
        "page": here,
        "query": f"{query}&",
        "back": f"{table_url}?{query}&page={here.number}",
        "wanted": wanted,
        **choices(access, found),
    }


def parameters(wanted: Wanted) -> dict[str, str]:
    """The choice as it stands in an address."""
    return {
        "heading": wanted.heading or ALL,
        **{n: v for n in ("type", "source", "q", "show", "sort") if (v := getattr(wanted, n))},
    }


def choices(access: Access, found: Sequence[HeadingEvidence]) -> dict[str, Any]:
    """What the filters offer; of the sources those with excerpts under the chosen headings."""
    sources = {pk: title for one in found for pk, title in one.sources.items()}
    return {
        "headings": list(tagging.headings_of(access)),
        "types": [(name, words("type", name)) for name in CHOICES["type"]],
        "sources": sorted(((str(pk), title) for pk, title in sources.items()), key=lambda one: one[1]),
        "sorts": [(name, title) for name, title in _sorts()],
    }


def _row(access: Access, row: Row) -> dict[str, Any]:
    fields = row.fields
    place = [access.workspace.pk, row.excerpt.pk, row.found.start, row.found.end]
    figure = row.found.phrase
    if {"value", "unit", "qualifier"} & row.corrected:
        number = readable(fields["value"], _language(row))
        together = fields["unit"] == "%" or _language(row) == "zh"
        told = f"{number}{fields['unit']}" if together else f"{number} {fields['unit']}"
        figure = f"{words('qualifier', fields['qualifier'])} {told}".strip()
    return {
        "row": row,
        "fields": fields,
        "type": words("type", fields["type"]),
        "figure": figure,
        "time": readable_time(fields["time"]),
        "direction": words("direction", fields["direction"]),
        "manner": [
            words(name, fields[name])
            for name, plain in (("polarity", "positive"), ("modality", "asserted"))
            if fields[name] != plain
        ],
        "corrected": [column_name(name) for name in COLUMNS if name in row.corrected],
        "place": span_place(row),
        "may_correct": tagging.may_change(access, row.excerpt),
        "edit_url": reverse("drafting:evidence_row", args=[*place, row.number]),
        "drop_url": reverse("drafting:drop_evidence", args=place),
    }


def _language(row: Row) -> str:
    return "zh" if row.excerpt.text.shown_language.startswith("zh") else "en"


def span_place(row: Row) -> str:
    """The reader at the statement; of an excerpt that waits to be placed, or whose quote is not a slice, the excerpt."""
    excerpt = row.excerpt
    at = place_of(excerpt)
    if excerpt.text_id != excerpt.source.text_id or len(excerpt.quote) != excerpt.end - excerpt.start:
        return at
    address, mark, anchor = at.partition("#")
    return f"{address}?start={excerpt.start + row.found.start}&end={excerpt.start + row.found.end}{mark}{anchor}"


def form(row: Row, typed: Mapping[str, str], wrong: Mapping[str, str]) -> list[dict[str, Any]]:
    """The columns of a row as fields of a form; `typed`: what a person entered instead, `wrong`: what is said of it."""
    return [
        {
            "name": name,
            "label": column_name(name),
            "value": typed.get(name, _typed(row, name)),
            "wrong": wrong.get(name, ""),
            "choices": [(one, words(name, one) or _("not said")) for one in CHOICES.get(name, ())],
            "corrected": name in row.corrected,
        }
        for name in COLUMNS
    ]


def _typed(row: Row, name: str) -> str:
    """A column as people would enter it."""
    value = row.fields[name]
    return readable(value, _language(row)) if name == "value" else readable_time(value) if name == "time" else value


def as_csv(access: Access, wanted: Wanted) -> str:
    """The whole table as chosen, one line a row; opens in spreadsheets (UTF-8 with its mark)."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    extra = ("statement", "source", "start", "end", "usable", "dropped", "corrected", "conflict", "excerpt")
    writer.writerow(["heading", *COLUMNS, *extra])
    for one in selectors_evidence.evidence_of(access, wanted):
        for row in one.rows:
            told = [
                row.found.text,
                row.excerpt.source.title,
                str(row.excerpt.start + row.found.start),
                str(row.excerpt.start + row.found.end),
                row.found.flaw or "yes",
                "yes" if row.dropped else "",
                " ".join(sorted(row.corrected)),
                str(row.conflict or ""),
                str(row.excerpt.pk),
            ]
            writer.writerow([_plain(cell) for cell in (one.heading.key, *(row.fields[c] for c in COLUMNS), *told)])
    return out.getvalue()


def _plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a negative number stays one."""
    if cell.startswith(_FORMULA) and not cell.lstrip("-").replace(".", "", 1).isdigit():
        return "'" + cell
    return cell


def column_name(name: str) -> str:
    return {
        "type": pgettext("evidence", "type"),
        "subject": pgettext("evidence", "subject"),
        "indicator": pgettext("evidence", "indicator"),
        "qualifier": pgettext("evidence", "qualifier"),
        "value": pgettext("evidence", "value"),
        "unit": pgettext("evidence", "unit"),
        "direction": pgettext("evidence", "direction"),
        "time": pgettext("evidence", "time"),
        "place": pgettext("evidence", "place"),
        "actor": pgettext("evidence", "actor"),
        "polarity": pgettext("evidence", "affirmed or denied"),
        "modality": pgettext("evidence", "certainty"),
        "attribution": pgettext("evidence", "said by"),
    }[name]


def words(column: str, value: str) -> str:
    """A value of a column with fixed values, in words; "" for nothing said."""
    known = {
        "type": {
            "figure": pgettext("evidence", "figure"),
            "change": pgettext("evidence", "change"),
            "comparison": pgettext("evidence", "comparison"),
            "policy": pgettext("evidence", "policy"),
            "cause": pgettext("evidence", "cause"),
            "list": pgettext("evidence", "list"),
            "definition": pgettext("evidence", "definition"),
            "opinion": pgettext("evidence", "opinion"),
            "quotation": pgettext("evidence", "quotation"),
        },
        "qualifier": {
            "about": pgettext("evidence", "about"),
            "near": pgettext("evidence", "nearly"),
            "over": pgettext("evidence", "more than"),
            "at_least": pgettext("evidence", "at least"),
            "under": pgettext("evidence", "less than"),
            "at_most": pgettext("evidence", "at most"),
            "some": pgettext("evidence", "some"),
        },
        "direction": {"up": pgettext("evidence", "up"), "down": pgettext("evidence", "down")},
        "polarity": {"positive": pgettext("evidence", "affirmed"), "negative": pgettext("evidence", "denied")},
        "modality": {
            "asserted": pgettext("evidence", "asserted"),
            "hedged": pgettext("evidence", "hedged"),
            "planned": pgettext("evidence", "planned"),
        },
    }
    return known.get(column, {}).get(value, "")


def _sorts() -> list[tuple[str, str]]:
    return [
        ("order", _("In the order of the sources")),
        ("type", _("By type")),
        ("subject", _("By subject")),
        ("value", _("By value")),
        ("time", _("By time")),
        ("source", _("By source")),
    ]
