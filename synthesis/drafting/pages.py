"""Drafts as their pages show them: sentences in pieces with numbered marks, findings with their excerpts, rights, addresses."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from synthesis.drafting import pages_findings, pages_revisions, selectors, selectors_model, selectors_page
from synthesis.drafting.models import AuthorKind, Citation, Draft, DraftState, Paragraph, Sentence, SentenceState
from synthesis.drafting.pages_findings import spoken
from synthesis.drafting.selectors_order import points_moved
from synthesis.drafting.selectors_page import Citing
from synthesis.engine.drafting.evidence.corrections import remark
from synthesis.engine.drafting.verify_messages import message
from synthesis.infra.models import ACTIVE, Job, JobState
from synthesis.infra.policy import Permission
from synthesis.infra.references import repeated
from synthesis.tagging.models import Excerpt, Heading
from synthesis.tagging.pages import hue_of
from synthesis.workspaces.policy import Access

LONG_RUN = selectors_page.LONG_RUN
INDICATIVE = "indicative"
LANGUAGES = {"zh": "zh-Hans", "en": "en"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation as it stands in the text, and where it leads: its source's number, or author and date."""

    label: str
    numbered: bool
    citation: Citation
    url: str
    stale: bool
    unplaced: bool = False

    @property
    def removed(self) -> bool:
        """Whether the excerpt is gone: a stale citation of one that is there can be made anew."""
        return self.citation.excerpt.deleted is not None

    @property
    def shown(self) -> str:
        """The label by itself, outside the text."""
        return f"[{self.label}]" if self.numbered else self.label


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with its marks. `pieces` are `(text, copied)`, whose texts together are the sentence's."""

    row: Sentence
    pieces: list[tuple[str, bool]]
    marks: list[Mark]
    cites: str
    # "added" or "edited" since the approved revision.
    since: str = ""

    @property
    def reasons(self) -> list[str]:
        return reasons_of(self.row)

    @property
    def percent(self) -> float:
        return round(100 * self.row.overlap.get("ratio", 0), 1)

    @property
    def longest_run(self) -> int:
        return int(self.row.overlap.get("longest_run", 0))

    @property
    def copied(self) -> bool:
        return self.longest_run >= LONG_RUN

    @property
    def wants_attention(self) -> bool:
        return self.row.state != SentenceState.SUPPORTED or self.copied or self.outdated

    @property
    def urgency(self) -> int:
        """Its place among what wants attention: what keeps a draft from being submitted stands first."""
        states = (SentenceState.UNSUPPORTED, SentenceState.CHECK)
        return states.index(self.row.state) if self.row.state in states else 2 if self.outdated else 3

    @property
    def outdated(self) -> bool:
        """Whether a source no longer says, or may no longer say, what is cited."""
        return any(mark.stale or mark.unplaced for mark in self.marks)

    @property
    def overruled(self) -> dict[str, str]:
        """Who lets it stand although the verifier objects, and why (`by`, `reason`); empty when nobody does."""
        return dict(self.row.verdict.get("overruled") or {})


@dataclass(slots=True)
class PointOnPage:
    row: Paragraph
    statements: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class SectionOnPage:
    heading: Heading
    hue: int
    points: list[PointOnPage] = field(default_factory=list)


def reasons_of(sentence: Sentence) -> list[str]:
    """What the guards found, in words, each once; where they found nothing, why it is to be checked all the same."""
    found = [_in_words(reason) for reason in sentence.verdict.get("reasons", [])]
    if sentence.kind == INDICATIVE and sentence.author_kind != AuthorKind.PERSON:
        # What the guards miss in it is missing on purpose.
        found = [_("This only names what the excerpts are about. Write what they say.")]
    elif not any(found) and sentence.state == SentenceState.CHECK:
        found = [_("The wording could not be confirmed. Compare it with the excerpts.")]
    return list(dict.fromkeys(one for one in found if one))


def _in_words(reason: Mapping[str, Any]) -> str:
    """One reason in the reader's language; what a model remarked, and what was kept without its parts, as it was said."""
    language = spoken()
    if reason.get("code") == "corrected":
        return remark(language)
    try:
        return message(reason["code"], reason["parts"], language)
    except (KeyError, IndexError):
        return str(reason.get("detail", ""))


def cite_url(workspace_id: uuid.UUID, citation: Citation) -> str:
    """The source at the exact span that was cited; while the excerpt waits to be placed, the older text it stands on."""
    span = selectors.span_now(citation)
    if span is None and selectors.is_unplaced(citation):
        return reverse("tagging:excerpt", args=[workspace_id, citation.excerpt_id])
    place = reverse("tagging:reader", args=[workspace_id, citation.source_id])
    query = f"?start={span[0]}&end={span[1]}" if span else ""
    return f"{place}{query}#e-{citation.excerpt_id}"


def marks_of(workspace_id: uuid.UUID, citations: list[Citation], citing: Citing) -> list[Mark]:
    """One mark a citation; several of one source in a sentence are told apart by letters, or the first one is named."""
    often = [c.source_id for c in citations]
    seen: dict[uuid.UUID, int] = {}
    marks = []
    for citation in citations:
        label = citing.labels.get(citation.source_id, "?")
        seen[citation.source_id] = seen.get(citation.source_id, 0) + 1
        if citing.numbered and often.count(citation.source_id) > 1:
            label += _letter(seen[citation.source_id])
        elif seen[citation.source_id] > 1:
            label = repeated(citing.language)
        url = cite_url(workspace_id, citation)
        stale, unplaced = selectors.is_stale(citation), selectors.is_unplaced(citation)
        marks.append(Mark(label, citing.numbered, citation, url, stale, unplaced))
    return marks


def _letter(n: int) -> str:
    return chr(ord("a") + (n - 1) % 26)


def statement(workspace_id: uuid.UUID, sentence: Sentence, cited: list[Citation], citing: Citing) -> Statement:
    runs = sentence.overlap.get("runs", []) if sentence.overlap.get("longest_run", 0) >= LONG_RUN else []
    cites = " ".join(str(c.excerpt_id) for c in cited)
    return Statement(sentence, pieces_of(sentence.text, runs), marks_of(workspace_id, cited, citing), cites)


def pieces_of(text: str, runs: list[list[int]]) -> list[tuple[str, bool]]:
    """The text cut at the copied runs (code points, half-open); runs that do not fit are clipped."""
    pieces, at = [], 0
    for start, end in sorted((int(a), int(b)) for a, b in runs):
        start, end = max(at, start), min(end, len(text))
        if end <= start:
            continue
        pieces += [(text[at:start], False)] if start > at else []
        pieces.append((text[start:end], True))
        at = end
    return pieces + ([(text[at:], False)] if at < len(text) else [])


def sheet(access: Access, draft: Draft) -> dict[str, Any]:
    """Everything of a written draft's page that changes while people work."""
    sections = selectors.sections_of(draft)
    citing = selectors_page.citing(access, draft, sections)
    approved = pages_revisions.approved_before(access, draft)
    since = pages_revisions.since_approval(approved, sections) if approved else None
    changes: dict[str, str] = since["changes"] if since else {}
    model = selectors_model.connection_of(access.workspace.pk) if selectors.may_write(access, draft) else None
    shown = [
        SectionOnPage(
            section.heading,
            hue_of(section.heading),
            [
                PointOnPage(
                    paragraph,
                    [
                        replace(statement(access.workspace.pk, s, s.cited, citing), since=changes.get(str(s.pk), ""))
                        for s in paragraph.shown  # type: ignore[attr-defined]
                    ],
                )
                for paragraph in section.paragraphs
            ],
        )
        for section in sections
    ]
    by_rules = draft.provider == "rules"
    every = [one for section in shown for point in section.points for one in point.statements]
    return {
        "draft": draft,
        "sections": shown,
        "references": citing.lines,
        "lacking": selectors_page.sources_lacking(sections) if access.has(Permission.READ_DRAFTS) else 0,
        "numbered": citing.numbered,
        "counts": _counts(every),
        "attention": sorted((one for one in every if one.wants_attention), key=lambda one: one.urgency),
        "let_stand": [one for one in every if one.overruled],
        "findings": pages_findings.findings(access, draft),
        "may_write": selectors.may_write(access, draft),
        "since": since,
        "points_moved": points_moved(sections),
        "ends": what_a_change_ends(draft),
        "rewriting": _rewriting(access, draft),
        "model": model,
        "language": LANGUAGES.get(draft.language, "zh-Hans"),
        "by_rules": by_rules,
        "spending": selectors_model.spending_of(draft) if model or not by_rules else None,
    }


def what_a_change_ends(draft: Draft) -> str:
    """What any change of the text does to a draft that was handed in or approved, as a sentence; "" for others."""
    if draft.state == DraftState.APPROVED:
        return _("This ends the approval: readers no longer see the draft until it is approved again.")
    if draft.state == DraftState.IN_REVIEW:
        return _("This takes the draft out of review: it has to be submitted again.")
    return ""


def _rewriting(access: Access, draft: Draft) -> dict[str, Any] | None:
    """The job that writes the draft again, while it runs or when it failed, with the model's server that it asks; one that
    a person stopped is over."""
    job = selectors_page.jobs_of([draft]).get(draft.pk)
    over = {JobState.DONE, JobState.CANCELLED}
    shown = job is not None and job.kind == "drafting.rewrite" and job.state not in over
    row = job_row(job) if shown else None
    if row is None or job is None or not access.has(Permission.READ_DRAFTS):
        return row
    by_model = job.args.get("provider") == "model"
    return row | {
        "server": selectors_model.server_of(access) if by_model else None,
        "stall": settings.MODEL_STALL_SECONDS,
    }


def _counts(statements: list[Statement]) -> dict[str, int]:
    counts = dict.fromkeys([*SentenceState.values, "overruled", "copied", "all"], 0)
    for one in statements:
        counts[one.row.state] += 1
        counts["overruled"] += bool(one.overruled)
        counts["copied"] += one.copied
    counts["all"] = len(statements)
    return counts


def job_row(job: Job | None) -> dict[str, Any] | None:
    """A job as components/_job.html takes it."""
    if job is None:
        return None
    return {
        "id": job.pk,
        "state": job.state,
        "created": job.created,
        "step": _(job.step) if job.step else "",
        "progress": job.progress,
        "error": _(job.error) if job.error else "",
        "active": job.state in ACTIVE,
    }


def draft_rows(access: Access, drafts: list[Draft]) -> list[dict[str, Any]]:
    """Drafts for the list, each with its job while it is written or failed, and its counts."""
    jobs = selectors_page.jobs_of(d for d in drafts if d.state in {DraftState.WRITING, DraftState.FAILED})
    counts = selectors_page.counts_by_draft(drafts)
    return [
        {
            "draft": draft,
            "job": job_row(jobs.get(draft.pk)),
            "counts": counts.get(draft.pk),
            "may_write": selectors.may_write(access, draft),
        }
        for draft in drafts
    ]


def citable(excerpt: Excerpt) -> dict[str, str]:
    """An excerpt for the picker."""
    return {"id": str(excerpt.pk), "quote": excerpt.quote, "source": excerpt.source.title}


def editor_messages() -> dict[str, str]:
    """The strings of static/src/drafting for a draft."""
    return {
        "draft.edit": _("Edit"),
        "draft.save": _("Save"),
        "draft.cancel": _("Cancel"),
        "draft.text": _("Text of the sentence"),
        "draft.new": _("New sentence"),
        "draft.cites": _("Citations"),
        "draft.add_cite": _("Cite an excerpt"),
        "draft.remove_cite": _("Remove this citation"),
        "draft.no_cites": _("Cites nothing yet."),
        "draft.hint": _("Ctrl+Enter saves, Esc discards the change."),
        "draft.reopens": _("Saving withdraws the draft from review."),
        "draft.reopens_approved": _(
            "Saving ends the approval: readers no longer see the draft until it is approved again."
        ),
        "draft.reopens_returned": _("Saving makes it a draft again, to be submitted anew."),
        "draft.saved": _("Saved."),
        "draft.added": _("Sentence added."),
        "draft.removed": _("Sentence removed."),
        "draft.moved": _("Moved."),
        "draft.undo": _("Undo"),
        "draft.failed": _("Not saved: {reason}"),
        "draft.changed_meanwhile": _(
            "Somebody has changed this sentence in the meantime. Your text is still here; saving shows you both."
        ),
        "draft.conflict": _("{name} saved this sentence while you were writing. Both texts are kept until you choose."),
        "draft.set_aside": _("Your text was set aside."),
        "draft.gone": _("Somebody removed this sentence. Your text is still here."),
        "draft.keep_as_new": _("Add it as a new sentence"),
        "draft.leave": _("Discard what you wrote?"),
        "draft.discard": _("Discard"),
        "draft.recovered": _("Your unsaved text has been reopened."),
        "draft.theirs": _("Saved by {name}:"),
        "draft.deleted": _("This draft was deleted."),
        "draft.none": _("No excerpt matches."),
        "draft.source": _("Source"),
        "draft.stale": _("The excerpt has since been changed or removed."),
        "draft.unplaced": _("The source has a newer text in which this excerpt waits to be placed."),
        "key.edit": _("Edit the sentence"),
        "key.add": _("Add a sentence after it"),
        "key.remove": _("Remove the sentence"),
        "key.up": _("Move the sentence up"),
        "key.down": _("Move the sentence down"),
        "key.next": _("Next sentence"),
        "key.previous": _("Previous sentence"),
        "key.next_open": _("Next sentence to check"),
    }
