"""The evidence table: what the excerpts state, as people corrected it, with what contradicts each other.

What the drafter gets of it is `selectors_given`'s work.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from synthesis.drafting.models import EvidenceCorrection
from synthesis.engine.drafting.conflict_claims import agree
from synthesis.engine.drafting.conflicts import Conflict, find_conflicts
from synthesis.engine.drafting.evidence import units as engine
from synthesis.engine.drafting.evidence.table import TYPES, EvidenceRow, evidence_rows
from synthesis.infra.errors import NotFound
from synthesis.infra.policy import Permission
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import Excerpt, Heading, ReviewState
from synthesis.workspaces.policy import Access

WHOLE = -1
# What a person can put right; the statement itself is the source's and stays.
COLUMNS = (
    "type",
    "subject",
    "indicator",
    "qualifier",
    "value",
    "unit",
    "direction",
    "time",
    "place",
    "actor",
    "polarity",
    "modality",
    "attribution",
)
CHOICES: dict[str, tuple[str, ...]] = {
    "type": TYPES,
    "qualifier": ("", "about", "near", "over", "at_least", "under", "at_most", "some"),
    "direction": ("", "up", "down"),
    "polarity": ("positive", "negative"),
    "modality": ("asserted", "hedged", "planned"),
}
SORTS = ("order", "type", "subject", "value", "time", "source")
SHOWN = ("", "used", "conflict", "corrected", "dropped")


@dataclass(slots=True)
class Row:
    """One row: `found` as read by the engine, `fields` with the corrections over it, `corrected` their names.

    `number` counts the rows of the statement from 0. `conflict` numbers the contradiction it belongs to under its
    heading, from 1; 0 for none.
    """

    excerpt: Excerpt
    found: EvidenceRow
    number: int
    fields: dict[str, str]
    corrected: frozenset[str] = frozenset()
    dropped: bool = False
    conflict: int = 0

    @property
    def key(self) -> str:
        """Names the row on its page."""
        return f"{self.excerpt.pk}-{self.found.start}-{self.number}"


@dataclass(slots=True)
class HeadingEvidence:
    """A heading with the rows of its excerpts, the contradictions among them, and the sources they are of."""

    heading: Heading
    sources: dict[uuid.UUID, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown of the table."""

    heading: str = ""
    type: str = ""
    source: str = ""
    q: str = ""
    show: str = ""
    sort: str = "order"


def evidence_of(access: Access, wanted: Wanted) -> list[HeadingEvidence]:
    """The table, heading by heading; contradictions are looked for before anything is filtered out."""
    access.require(Permission.READ_EXCERPTS)
    headings = [h for h in tagging.headings_of(access) if wanted.heading in ("", h.key)]
    excerpts = list(
        tagging.excerpts_visible_to(access)
        .filter(tags__heading__in=headings)
        .exclude(review_state=ReviewState.RETURNED)
        .order_by("source__created", "start")
        .distinct()
    )
    corrections = corrections_of(e.pk for e in excerpts)
    tables = []
    for heading in headings:
        mine = [e for e in excerpts if any(tag.heading_id == heading.pk for tag in e.tags.all())]
        rows = [row for e in mine for row in rows_of(e, corrections.get(e.pk, ()))]
        found = mark_conflicts(rows)
        rows = _sorted([row for row in rows if _is_wanted(row, wanted)], wanted.sort)
        tables.append(HeadingEvidence(heading, {e.source_id: e.source.title for e in mine}, rows, found))
    return tables


def corrections_of(excerpt_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[EvidenceCorrection]]:
    """What was put right, by excerpt."""
    found: dict[uuid.UUID, list[EvidenceCorrection]] = defaultdict(list)
    for one in EvidenceCorrection.objects.filter(excerpt_id__in=list(excerpt_ids)).select_related("corrected_by"):
        found[one.excerpt_id].append(one)
    return dict(found)


def rows_of(excerpt: Excerpt, corrections: Sequence[EvidenceCorrection]) -> list[Row]:
    """The rows of an excerpt in order of the text; a correction of words that are no longer there is passed over."""
    places = {(c.start, c.end, c.number): c for c in corrections if excerpt.quote[c.start : c.end] == c.statement}
    rows: list[Row] = []
    for found in evidence_rows(as_given(excerpt, excerpt.quote)):
        same = bool(rows) and rows[-1].found.start == found.start
        number = rows[-1].number + 1 if same else 0
        own = places.get((found.start, found.end, number))
        whole = places.get((found.start, found.end, WHOLE))
        fields = {name: _worded(getattr(found, name)) for name in COLUMNS}
        changed = {k: v for k, v in (own.fields if own else {}).items() if k in fields and v != fields[k]}
        rows.append(
            Row(excerpt, found, number, fields | changed, frozenset(changed), dropped=bool(whole and whole.dropped))
        )
    return rows


def get_row(access: Access, excerpt: Excerpt, *, start: int, end: int, number: int) -> Row:
    """The row at a place of an excerpt this person may see. Raises NotFound."""
    access.require(Permission.READ_EXCERPTS)
    for row in rows_of(excerpt, corrections_of([excerpt.pk]).get(excerpt.pk, ())):
        if (row.found.start, row.found.end, row.number) == (start, end, number):
            return row
    raise NotFound


def mark_conflicts(rows: Sequence[Row]) -> list[Conflict]:
    """Finds what contradicts each other among the rows as corrected, and numbers the rows concerned."""
    by_statement: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in rows:
        if not row.dropped:
            by_statement[row.found.excerpt_id, row.found.start].append(row)
    units = []
    facts: list[tuple[Row, Any]] = []
    for (_, start), mine in by_statement.items():
        excerpt = mine[0].excerpt
        unit = next(u for u in engine.units_of(as_given(excerpt, excerpt.quote)) if u.start == start)
        # A figure that a person took out of its row contradicts nothing.
        told = [
            (row, _as_corrected(fact, row)) for fact, row in zip(unit.facts, mine, strict=False) if row.fields["value"]
        ]
        units.append(replace(unit, facts=tuple(fact for _, fact in told)))
        facts += told
    found = find_conflicts(units)
    for number, conflict in enumerate(found, 1):
        for value in conflict.values:
            first = next(
                (f for row, f in facts if row.found.excerpt_id == value.cites[0] and f.phrase == value.text), None
            )
            for row, fact in facts:
                if first is None or fact.change or row.found.excerpt_id not in value.cites:
                    continue
                if fact.unit_class == first.unit_class and fact.time == first.time and agree(first, fact):
                    row.conflict = row.conflict or number
    return found


def as_given(excerpt: Excerpt, text: str) -> engine.Excerpt:
    """The excerpt as the engine takes it, with `text` for its words; needs `source` fetched."""
    return engine.Excerpt(str(excerpt.pk), excerpt.source.title, text)


def _worded(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value) if value is not None else ""


def _as_corrected(fact: Any, row: Row) -> Any:
    """The figure with what was put right about it; its wording stays that of the source."""
    if not row.corrected:
        return fact
    told = {name: row.fields[name] for name in ("subject", "indicator", "time", "unit", "qualifier")}
    return replace(fact, **told, value=Decimal(row.fields["value"]), change=row.fields["type"] == "change")


def _is_wanted(row: Row, wanted: Wanted) -> bool:
    fits = {
        "": True,
        "used": not row.dropped and row.found.usable,
        "conflict": bool(row.conflict),
        "corrected": bool(row.corrected),
        "dropped": row.dropped,
    }
    if not fits.get(wanted.show, True) or (wanted.type and row.fields["type"] != wanted.type):
        return False
    if wanted.source and str(row.excerpt.source_id) != wanted.source:
        return False
    told = " ".join([*row.fields.values(), row.found.text, row.found.phrase, row.excerpt.source.title]).casefold()
    return all(word in told for word in wanted.q.casefold().split())


def _sorted(rows: list[Row], by: str) -> list[Row]:
    """In the order of the sources, or by a column; empty cells last."""
    if by == "value":
        return sorted(rows, key=lambda r: (not r.fields["value"], r.found.unit_class, Decimal(r.fields["value"] or 0)))
    if by == "source":
        return sorted(rows, key=lambda r: (r.excerpt.source.title, r.excerpt.start, r.found.start))
    if by == "type":
        return sorted(rows, key=lambda r: TYPES.index(r.fields["type"]) if r.fields["type"] in TYPES else len(TYPES))
    if by in {"subject", "time"}:
        return sorted(rows, key=lambda r: (not r.fields[by], r.fields[by], r.fields["indicator"]))
    return rows
