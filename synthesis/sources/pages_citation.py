"""What the pages of citation data show: references, what is missing, where values came from, an import's preview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from synthesis.engine.bibliography.completeness import missing
from synthesis.engine.bibliography.formats import FORMATS, WRITERS, read
from synthesis.engine.bibliography.items import Bibliography, Problem
from synthesis.infra.references import lines
from synthesis.sources import selectors_citation
from synthesis.sources.citation import FIELDS, MEMBER_NAMES, ORIGIN_NAMES, REFERENCE, form_values, origins
from synthesis.sources.forms_citation import FIELD_TYPES, CitationForm
from synthesis.sources.models import Source
from synthesis.workspaces.policy import Access

PAGE_SIZE = 50
SKIP, CREATE = "skip", "create"


@dataclass(frozen=True, slots=True)
class CitationRow:
    """A source in the table: its reference and the names of what it lacks."""

    source: Any
    reference: str
    missing: list[str]

    @property
    def without_file(self) -> bool:
        return bool(self.source.kind == REFERENCE and self.source.text_id is None)


@dataclass(slots=True)
class ImportRow:
    """One imported item in the preview: `choice` is skip, create or a source's id."""

    number: int
    line: int
    key: str
    reference: str
    missing: list[str]
    choice: str
    match_id: str = ""
    match_title: str = ""
    match_by: str = ""
    other: str = ""
    error: str = ""
    note: str = ""


@dataclass(slots=True)
class FieldRow:
    """A field of the form with where its value came from and the types it is for ("" for all)."""

    bound: Any
    origin: str
    types: str
    name: str = field(default="")


def names_of(members: list[str]) -> list[str]:
    """Members of CSL-JSON in people's words."""
    return [str(MEMBER_NAMES.get(member, member)) for member in members]


def shown(citation: Mapping[str, Any], title: str = "") -> dict[str, Any]:
    """The item as reference lists show it: with the source's title while it has none of its own."""
    return {"type": "document", "title": title, **citation}


def table(access: Access, wanted: Mapping[str, str], page: str) -> dict[str, Any]:
    """The table of all sources; `show` missing leaves out complete ones, nofile those with a file."""
    show = wanted.get("show", "")
    sources = selectors_citation.citations(access, q=wanted.get("q", ""), without_file=show == "nofile")
    # What is missing is a rule, no column: only this filter has to look at every source.
    rows = [s for s in sources if missing(shown(s.citation, s.title))] if show == "missing" else sources
    found = Paginator(rows, PAGE_SIZE).get_page(page)
    items = [shown(source.citation, source.title) for source in found.object_list]
    references = lines(items, access.workspace.citation_style)
    return {
        "rows": [
            CitationRow(source, reference, names_of(missing(item)))
            for source, item, reference in zip(found.object_list, items, references, strict=True)
        ],
        "page": found,
        "show": show,
        "q": wanted.get("q", ""),
        "filtered": bool(show or wanted.get("q")),
        "query": "".join(f"{name}={value}&" for name, value in wanted.items() if value and name == "show"),
        "exports": [(name, FORMATS[name]) for name in WRITERS],
    }


def info_context(access: Access, source: Source, form: CitationForm | None = None) -> dict[str, Any]:
    """The section of a source's page: the form, the reference, what is missing, what stood there before."""
    form = form or CitationForm(initial={**form_values(source.citation), "key": source.citation_key})
    known = origins(source.citation)
    rows = [
        FieldRow(
            bound, str(ORIGIN_NAMES.get(known.get(FIELDS.get(bound.name, ""), ""), "")), FIELD_TYPES.get(bound.name, "")
        )
        for bound in form
    ]
    former = selectors_citation.former_citations(access, source)
    return {
        "citation_form": form,
        "citation_fields": rows,
        "former": list(zip(former, _gbt(access, [shown(one.citation, source.title) for one in former]), strict=True)),
        "only_reference": source.kind == REFERENCE and source.text_id is None,
        **preview(access, source, source.citation),
    }


def preview(access: Access, source: Source, citation: dict[str, Any]) -> dict[str, Any]:
    """Both reference lines of these data, what is missing, and another source that seems to be the same."""
    item = shown(citation, source.title)
    alike = selectors_citation.look_alike(access, source, citation) if citation.get("title") else None
    return {
        "gbt": _gbt(access, [item])[0],
        "apa": lines([item], "apa7")[0],
        "missing": names_of(missing(item)),
        "alike": alike[0] if alike else None,
        "alike_by": match_word(alike[1].by) if alike else "",
    }


def _gbt(access: Access, items: Sequence[Mapping[str, Any]]) -> list[str]:
    """References by the edition of GB/T 7714 that the workspace cites by, else the newest."""
    older = access.workspace.citation_style.startswith("gbt7714-2015")
    return lines(items, "gbt7714-2015" if older else "gbt7714-2025")


def match_word(by: str) -> str:
    """Why an item was matched, in words."""
    return {
        "doi": _("the same DOI"),
        "url": _("the same web address"),
        "title": _("nearly the same title"),
        "file": _("the file’s name"),
    }.get(by, "")


def problem_text(problem: Problem) -> str:
    """What is wrong with a line of an imported file."""
    said = {
        "entry": _("This entry is broken, so it was left out: %(detail)s"),
        "no-title": _("This entry has no title, so it was left out: %(detail)s"),
        "json": _("This is not valid JSON, so it was left out: %(detail)s"),
        "too-many": _("%(detail)s more entries begin here. Import them separately."),
        "format": _("No entries were found in a format that can be read."),
    }
    return said.get(problem.code, "%(detail)s") % {"detail": problem.detail}


def import_preview(access: Access, text: str, choices: Mapping[str, str], *, whole: bool = True) -> dict[str, Any]:
    """Each item of `text` with its source and what is to become of it; `choices` are what the person chose already."""
    found = read(text)
    titles = selectors_citation.titles(access)
    rows = _import_rows(access, found, titles, choices)
    return {
        "content": text,
        "format": FORMATS.get(found.format, ""),
        "rows": rows,
        "problems": [(problem.line, problem_text(problem)) for problem in found.problems],
        "not_whole": not whole,
        "titles": list(dict.fromkeys(titles.values())),
        "summary": ngettext("%(n)s entry", "%(n)s entries", len(rows)) % {"n": len(rows)},
    }


def _import_rows(
    access: Access, found: Bibliography, titles: dict[str, str], choices: Mapping[str, str]
) -> list[ImportRow]:
    matcher = selectors_citation.matcher(access)
    rows: list[ImportRow] = []
    taken: dict[str, int] = {}
    references = _gbt(access, [entry.item for entry in found.entries])
    for number, (entry, reference) in enumerate(zip(found.entries, references, strict=True)):
        match = matcher.find(entry.item)
        lacking = names_of(missing(entry.item))
        row = ImportRow(number, entry.line, entry.key, reference, lacking, CREATE)
        if match and match.id in titles:
            row.match_id, row.match_title, row.match_by = match.id, titles[match.id], match_word(match.by)
            row.choice = match.id
            if match.id in taken:
                row.choice = SKIP
                row.note = _("The same source as line %(line)s.") % {"line": taken[match.id]}
            taken.setdefault(match.id, entry.line)
        row.choice = choices.get(f"choice-{number}") or row.choice
        row.other = choices.get(f"other-{number}", "")
        rows.append(row)
    return rows


def resolve(rows: list[ImportRow], titles: Mapping[str, str]) -> dict[int, str]:
    """Row number → source id, `create` or `skip`; a row whose choice cannot be followed gets its `error`."""
    by_title = Counter(titles.values())
    ids = {title: pk for pk, title in titles.items()}
    chosen: dict[int, str] = {}
    used: dict[str, int] = {}
    for row in rows:
        choice = row.choice
        if other := " ".join(row.other.split()):
            if by_title[other] != 1:
                row.error = _("There is no single source with this title.")
                continue
            choice = ids[other]
        if choice not in {SKIP, CREATE} and choice not in titles:
            row.error = _("This source is no longer there.")
        elif choice in used:
            row.error = _("Line %(line)s goes to this source already.") % {"line": used[choice]}
        elif choice not in {SKIP, CREATE}:
            used[choice] = row.line
        chosen[row.number] = choice
    return chosen
