"""Drafts as documents, for whoever may see them."""

from __future__ import annotations

import uuid

from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from synthesis.drafting import selectors as drafting
from synthesis.drafting.models import Draft, DraftState, Sentence, SentenceState
from synthesis.drafting.selectors_page import STYLES
from synthesis.engine.citations_lines import reference_line
from synthesis.exchange.document import CitedSentence, HeadingText, PointText, ReportDocument
from synthesis.exchange.overlap_page import CONTEXT, FoundPassage, ReportPage, SourceLine
from synthesis.infra.errors import Conflict
from synthesis.infra.policy import Permission
from synthesis.overlap import selectors as overlap
from synthesis.overlap.models import OverlapReport, ReportState
from synthesis.sources.models import Source
from synthesis.workspaces.policy import Access


def document_of(access: Access, draft: Draft) -> ReportDocument:
    """The draft with numbered references in the workspace's citation style, in the draft's language.

    Raises Conflict while the draft is being written.
    """
    access.require(Permission.EXPORT)
    if draft.state in {DraftState.WRITING, DraftState.FAILED}:
        raise Conflict(_("The draft is still being written."), code="state", current={"state": draft.state})
    sections = drafting.sections_of(draft)
    numbers = drafting.numbered_sources(sections)
    with translation.override("en" if draft.language == "en" else "zh-hans"):
        headings = [
            HeadingText(
                section.heading.name,
                [
                    PointText(
                        paragraph.title,
                        [
                            CitedSentence(_marked(s, draft), tuple(sorted({numbers[c.source_id] for c in s.cited})))
                            for s in paragraph.shown  # type: ignore[attr-defined]
                        ],
                    )
                    for paragraph in section.paragraphs
                ],
            )
            for section in sections
        ]
        return ReportDocument(
            title=draft.title,
            language=draft.language,
            headings=headings,
            references=_references(list(numbers), access.workspace.citation_style),
            references_title=_("References"),
            notices=_notices(draft),
        )


def _marked(sentence: Sentence, draft: Draft) -> str:
    """The sentence, with its state behind it where a person must still look; approval has settled that."""
    if draft.state == DraftState.APPROVED or sentence.state == SentenceState.SUPPORTED:
        return sentence.text
    label = SentenceState(sentence.state).label
    return f"{sentence.text} ({label})" if draft.language == "en" else f"{sentence.text}（{label}）"


def _notices(draft: Draft) -> tuple[str, ...]:
    """What a reader of the file must know before trusting it; an approved draft carries none."""
    if draft.state == DraftState.APPROVED:
        return ()
    notices = [_("Not approved: revision %(number)s of a draft.") % {"number": draft.revision}]
    if draft.provider == "rules":
        notices.append(_("First drafted by rules, without a model."))
    return tuple(notices)


def _references(source_ids: list[uuid.UUID], style: str) -> list[str]:
    """Finished reference lines in the given order; a source without citation data is named by its title."""
    found = {source.pk: source for source in Source.objects.filter(pk__in=source_ids)}
    return [
        reference_line({"type": "document", "title": found[pk].title, **found[pk].citation}, STYLES[style])
        for pk in source_ids
    ]


def report_page(access: Access, report: OverlapReport) -> ReportPage:
    """A finished overlap report as a file shows it, in the workspace's language. Raises Conflict while there is none."""
    if report.state != ReportState.READY:
        raise Conflict(_("The report is not finished yet."), code="state", current={"state": report.state})
    rows = list(overlap.matches_with_surroundings(report, CONTEXT))
    titles = {source["id"]: source["file"] for source in report.result["sources"]}
    passages = []
    for row, match in zip(rows, overlap.stored_matches(report, rows), strict=True):
        also = dict.fromkeys(titles.get(other.source, "") for other in match.alternatives)
        passages.append(
            FoundPassage(
                match,
                row.source.title,
                row.language,  # type: ignore[attr-defined]
                row.before,  # type: ignore[attr-defined]
                row.passage,  # type: ignore[attr-defined]
                row.after,  # type: ignore[attr-defined]
                [name for name in also if name and name != row.source.title],
            )
        )
    figures = report.result
    with translation.override("en" if access.workspace.language == "en" else "zh-hans"):
        made = {"n": report.revision, "who": report.created_by, "when": date_format(localtime(report.created))}
        subtitle = _("Revision %(n)s · requested by %(who)s · %(when)s") % made
    return ReportPage(
        language=access.workspace.language,
        draft=report.draft_text,
        counted=figures["counted"],
        matched=figures["matched"],
        ratio=figures["ratio"],
        ratio_uncited=figures["ratio_uncited"],
        largest_source_ratio=figures["largest_source_ratio"],
        sources=[SourceLine(s["file"], s["ratio"], s["matched"], s["matches"]) for s in figures["sources"]],
        passages=passages,
        title=report.title,
        subtitle=(access.workspace.name, subtitle),
    )
