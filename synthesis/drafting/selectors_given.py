"""Excerpts as the drafter and the verifier get them: in the words of those who put the evidence right.

A statement that a person took out is cut; one whose columns were corrected says what they say. Who checks a sentence gets
both, the excerpt's own words first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from synthesis.drafting.models import Citation, EvidenceCorrection
from synthesis.drafting.selectors_evidence import WHOLE, Row, as_given, corrections_of
from synthesis.engine.drafting.evidence import units as engine
from synthesis.engine.drafting.evidence.corrections import put_right
from synthesis.tagging.models import Excerpt


def given_excerpts(rows: Iterable[Excerpt]) -> list[engine.Excerpt]:
    """Excerpts for the drafter; without those in which nothing is left. Needs `source` fetched."""
    excerpts = list(rows)
    corrections = corrections_of(e.pk for e in excerpts)
    texts = [(e, put_right_text(e.quote, corrections.get(e.pk, ()))) for e in excerpts]
    return [as_given(excerpt, text) for excerpt, text in texts if text.strip()]


def put_right_of(cited: Iterable[Excerpt | Citation]) -> list[str]:
    """What the cited quotes say as people put them right; only of those that were."""
    quotes = {(one.excerpt_id if isinstance(one, Citation) else one.pk): one.quote for one in cited}
    corrections = corrections_of(quotes)
    told = {pk: put_right_text(quotes[pk], [c for c in found if not c.dropped]) for pk, found in corrections.items()}
    return [text for pk, text in told.items() if text != quotes[pk]]


def statement_given(row: Row) -> str:
    """The statement of a row as drafts are given it; "" when that is the source's words, or nothing."""
    start, end, quote = row.found.start, row.found.end, row.excerpt.quote
    here = [c for c in corrections_of([row.excerpt.pk]).get(row.excerpt.pk, ()) if (c.start, c.end) == (start, end)]
    told = put_right_text(quote, here)[start : end - len(quote) or None]
    return "" if told == quote[start:end] else told


def put_right_text(quote: str, corrections: Sequence[EvidenceCorrection]) -> str:
    """A quote after its corrections; one of words that are no longer there is passed over."""
    spans: dict[tuple[int, int], dict[int, Mapping[str, str]]] = {}
    dropped: set[tuple[int, int]] = set()
    for one in corrections:
        span = (one.start, one.end)
        if quote[one.start : one.end] != one.statement:
            continue
        spans.setdefault(span, {})
        if one.number == WHOLE:
            dropped |= {span} if one.dropped else set()
        else:
            spans[span][one.number] = one.fields
    text = quote
    for start, end in sorted(spans, reverse=True):
        told = "" if (start, end) in dropped else put_right(text[start:end], spans[start, end])
        text = text[:start] + told + text[end:]
    return text
