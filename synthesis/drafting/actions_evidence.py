"""What people put right in the evidence table; every correction is recorded and can be taken back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from synthesis.drafting import selectors_evidence
from synthesis.drafting.models import EvidenceCorrection
from synthesis.drafting.selectors_evidence import CHOICES, COLUMNS, WHOLE, Row
from synthesis.engine.drafting.quantities import numerals
from synthesis.engine.drafting.quantities.readable import time_entered
from synthesis.engine.text.search_terms import fold
from synthesis.infra import audit, events
from synthesis.infra.errors import Forbidden, Invalid
from synthesis.infra.policy import Permission
from synthesis.sources.storable import storable_text
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import Excerpt
from synthesis.workspaces.events import register_words
from synthesis.workspaces.policy import Access

MAX_FIELD = 200
_MOST_DIGITS = 40
_NUMBER = re.compile(r"(.*?)\s*([^\W\d_]*)", re.DOTALL)
_SHORT = 3  # letters of an abbreviation: m may be metres


@transaction.atomic
def correct_evidence(
    *, access: Access, excerpt: Excerpt, start: int, end: int, number: int, fields: Mapping[str, str]
) -> Row:
    """Sets the columns of one row; what equals the found value is no correction. Raises Invalid, NotFound, Forbidden."""
    excerpt = _locked(access, excerpt)
    row = selectors_evidence.get_row(access, excerpt, start=start, end=end, number=number)
    found = selectors_evidence.rows_of(excerpt, ())
    original = next(r for r in found if r.found.start == start and r.number == number)
    wanted = {name: _checked(name, fields[name]) for name in COLUMNS if name in fields}
    kept = {name: value for name, value in (row.fields | wanted).items() if value != original.fields[name]}
    before = {name: row.fields[name] for name in sorted(row.corrected)}
    if before == kept:
        return row
    place = {"excerpt": excerpt, "start": start, "end": end, "number": number}
    if kept:
        _save(access, place, statement=row.found.text, fields=kept)
    else:
        EvidenceCorrection.objects.filter(**place).delete()
    _publish("evidence.corrected", excerpt, access, row, before={"was": before}, after={"now": kept})
    return selectors_evidence.get_row(access, excerpt, start=start, end=end, number=number)


@transaction.atomic
def drop_evidence(*, access: Access, excerpt: Excerpt, start: int, end: int, dropped: bool) -> bool:
    """Takes a statement, with all its rows, out of the evidence, or back into it. Whether that changed anything."""
    excerpt = _locked(access, excerpt)
    row = selectors_evidence.get_row(access, excerpt, start=start, end=end, number=0)
    if row.dropped == dropped:
        return False
    place = {"excerpt": excerpt, "start": start, "end": end, "number": WHOLE}
    if dropped:
        _save(access, place, statement=row.found.text, dropped=True)
    else:
        EvidenceCorrection.objects.filter(**place).delete()
    _publish("evidence.dropped" if dropped else "evidence.restored", excerpt, access, row)
    return True


def _locked(access: Access, excerpt: Excerpt) -> Excerpt:
    """The excerpt, so that two people do not correct it at once. Raises Forbidden for those who may not change it."""
    access.require(Permission.WRITE_EXCERPTS)
    if not tagging.may_change(access, excerpt):
        raise Forbidden(_("This is somebody else's excerpt. You can comment on it."))
    Excerpt.objects.select_for_update(of=("self",), no_key=True).get(pk=excerpt.pk)
    return excerpt


def _save(access: Access, place: dict[str, Any], **values: Any) -> None:
    EvidenceCorrection.objects.update_or_create(
        **place, defaults={**values, "workspace": access.workspace, "corrected_by": access.user}
    )


def _checked(name: str, value: str) -> str:
    value = " ".join(storable_text(value).split())
    problem = ""
    if len(value) > MAX_FIELD:
        problem = _("This is too long.")
    elif name in CHOICES and value not in CHOICES[name]:
        problem = _("Choose one of the values.")
    elif name == "time":
        value = time_entered(value)
    elif name == "value" and value:
        problem, value = _number(value)
    if problem:
        raise Invalid(problem, fields={name: problem})
    return value


def _number(value: str) -> tuple[str, str]:
    """What is wrong with it, or the number in plain digits: 96 billion is 96000000000, in either script and width."""
    figures, scale = _NUMBER.fullmatch(fold(value).replace(",", "")).groups()  # type: ignore[union-attr]
    try:
        number = Decimal(figures) * _scale(scale)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return _("Write a number in digits, without its unit."), value
    return "", f"{number.normalize():f}"


def _scale(word: str) -> int:
    """The factor of a word behind figures, in either language. Raises InvalidOperation for any other word."""
    if word and re.fullmatch(numerals.CHINESE_SCALE, word):
        return numerals.chinese_scale(word)
    factor = numerals.ENGLISH_SCALES.get(word) if len(word) > _SHORT else None if word else 1
    if factor is None:
        raise InvalidOperation
    return factor


def _publish(verb: str, excerpt: Excerpt, access: Access, row: Row, **states: dict[str, object]) -> None:
    said = {"statement": row.found.text[:MAX_FIELD], "start": row.found.start, "number": row.number}
    states = {"before": {}, **states, "after": {**said, **states.get("after", {})}}
    audit.record(verb, excerpt, actor_id=access.user.pk, workspace_id=access.workspace.pk, **states)
    events.emit(
        access.workspace.pk,
        "evidence.changed",
        {"excerpt": str(excerpt.pk)},
        audience=Permission.READ_EXCERPTS,
        actor_id=access.user.pk,
    )


register_words("evidence.corrected", gettext_noop("{actor} corrected the evidence in “{statement}”"))
register_words("evidence.dropped", gettext_noop("{actor} found this to be no evidence: “{statement}”"))
register_words("evidence.restored", gettext_noop("{actor} took this back into the evidence: “{statement}”"))
