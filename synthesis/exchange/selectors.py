"""Drafts as documents, for whoever may see them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from synthesis.drafting import selectors as drafting
from synthesis.drafting import selectors_page
from synthesis.drafting.models import Citation, Draft, DraftState, Sentence, SentenceState
from synthesis.drafting.pages import reasons_of
from synthesis.engine.overlap.figures import Figures
from synthesis.exchange.document import Appendix, CitedSentence, HeadingText, LetStand, PointText, Proof, ReportDocument
from synthesis.exchange.overlap_page import CandidateLine, FoundPassage, MarkLine, ReportPage, SourceLine
from synthesis.infra.errors import Conflict
from synthesis.infra.policy import Permission
from synthesis.infra.references import References, grouped, is_numeric
from synthesis.overlap import pages as overlap_pages
from synthesis.overlap import selectors_scopes as scopes
from synthesis.overlap.models import OverlapReport, PassageMark, ReportState
from synthesis.overlap.pages_translations import CandidateView
from synthesis.workspaces.policy import Access


def document_of(access: Access, draft: Draft, *, appendix: bool = False) -> ReportDocument:
    """The draft with its references in the workspace's citation style, in the draft's language; with the evidence behind
    every sentence when `appendix` is asked for.

    Raises Conflict while the draft is being written.
    """
    access.require(Permission.EXPORT)
    if draft.state in {DraftState.WRITING, DraftState.FAILED}:
        raise Conflict(_("The draft is still being written."), code="state", current={"state": draft.state})
    sections = drafting.sections_of(draft)
    numbers = drafting.numbered_sources(sections)
    style = access.workspace.citation_style
    references = selectors_page.references(access, list(numbers), draft.language)
    with translation.override("en" if draft.language == "en" else "zh-hans"):
        headings = [
            HeadingText(
                section.heading.name,
                [
                    PointText(
                        paragraph.title,
                        [
                            CitedSentence(
                                _marked(s, draft),
                                tuple(sorted({numbers[c.source_id] for c in s.cited})),
                                _mark(s, references, draft.language),
                            )
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
            references=[references.entries[key] for key in references.order],
            references_title=_("References"),
            notices=_notices(draft),
            numbered=is_numeric(style),
            watermark="" if draft.state == DraftState.APPROVED else _("Draft, not approved"),
            appendix=_appendix(sections) if appendix else None,
            author=str(draft.created_by),
            made=now(),
        )


def _mark(sentence: Sentence, references: References, language: str) -> str:
    """Author and date of what the sentence cites; "" where it is cited by number."""
    marks = [references.marks[str(c.source_id)] for c in sentence.cited if references.marks]  # type: ignore[attr-defined]
    return grouped(marks, language)


def _appendix(sections: list[drafting.Section]) -> Appendix:
    """Every sentence with the passages it cites as they were when it was written."""
    shown = [s for section in sections for paragraph in section.paragraphs for s in paragraph.shown]  # type: ignore[attr-defined]
    proofs = [Proof(s.text, [(" ".join(c.quote.split()), _place(c)) for c in s.cited]) for s in shown]
    let_stand = [_let_stand(s) for s in shown if s.verdict.get("overruled")]
    return Appendix(_("Evidence"), proofs, _("Sentences let stand against the check"), let_stand)


def _let_stand(sentence: Sentence) -> LetStand:
    said = sentence.verdict["overruled"]
    when = date_format(localtime(datetime.fromisoformat(said["at"])))
    facts = [(_("Let stand by"), f"{said['by']} · {when}"), (_("Reason"), said["reason"])]
    objections = reasons_of(sentence)
    return LetStand(sentence.text, [*facts, *((_("The check said"), one) for one in objections)])


def _place(citation: Citation) -> str:
    """Where the passage stands, and whether its excerpt no longer says so."""
    place = f"{citation.source.title} [{citation.start}–{citation.end}]"
    stale = _("the excerpt has since been changed or removed")
    return f"{place} · {stale}" if drafting.is_stale(citation) else place


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


def report_page(access: Access, report: OverlapReport, query: QueryDict) -> ReportPage:
    """A finished overlap report as a file shows it, in the workspace's language, under its settings or those of `query`.

    Raises Conflict while there is none.
    """
    if report.state != ReportState.READY:
        raise Conflict(_("The report is not finished yet."), code="state", current={"state": report.state})
    with translation.override("en" if access.workspace.language == "en" else "zh-hans"):
        shown = overlap_pages.report_context(access, report, _settings_in(query))
        made = {"n": report.revision, "who": report.created_by, "when": date_format(localtime(report.created))}
        against = _("Compared with: %(texts)s") % {"texts": " · ".join(shown["compared_with"])}
        subtitle = _("Revision %(n)s · requested by %(who)s · %(when)s") % made
        passages = [_found(view) for view in shown["passages"]]
        wanted = shown["translated"]["state"] == "ready"
        candidates = [_candidate(view) for view in shown["candidates"]] if wanted else None
    counted = shown["counted"]
    return ReportPage(
        language=access.workspace.language,
        draft=report.draft_text,
        figures=counted,
        sources=[
            SourceLine(
                row["title"],
                row["matched"] / counted.counted if counted.counted else 0.0,
                row["matched"],
                row["passages"],
            )
            for row in shown["sources"]
        ],
        passages=passages,
        title=report.title,
        subtitle=(access.workspace.name, subtitle, against),
        others=bool(shown["settings"].own),
        left_out=shown["left_out"],
        as_made=report.result["ratio"],
        candidates=candidates,
    )


def _settings_in(query: QueryDict) -> QueryDict:
    """Without the filter by mark: a file has all passages."""
    settings = query.copy()
    settings.pop("mark", None)
    return settings


def _mark_line(mark: PassageMark | None) -> MarkLine | None:
    if mark is None:
        return None
    return MarkLine(mark.verdict, mark.comment, f"{mark.made_by} · {date_format(localtime(mark.created))}")


def _candidate(view: CandidateView) -> CandidateLine:
    withheld = ("withheld_class" if view.in_class else "withheld_source") if view.withheld else ""
    around = view.before, view.words, view.after
    return CandidateLine(view.draft, view.title, view.language, *around, view.shared, _mark_line(view.mark), withheld)


def _found(view: overlap_pages.PassageView) -> FoundPassage:
    return FoundPassage(
        view.passage.match,
        view.title,
        view.language,
        view.before,
        "".join(piece.text for piece in view.sides.source),
        view.after,
        view.others,
        _mark_line(view.mark),
        _withheld(view),
    )


def _withheld(view: overlap_pages.PassageView) -> str:
    if not view.withheld:
        return ""
    return "withheld_draft" if view.in_draft else "withheld_class" if view.in_class else "withheld_source"


def report_data(access: Access, report: OverlapReport, query: QueryDict) -> dict[str, Any]:
    """The contract's object of the report as made; under `settings` what is left out and `figures` counted so, and marks.

    Raises Conflict while there is none.
    """
    if report.state != ReportState.READY:
        raise Conflict(_("The report is not finished yet."), code="state", current={"state": report.state})
    shown = overlap_pages.report_context(access, report, _settings_in(query))
    counted: Figures = shown["counted"]
    parts = [("front", counted.front), ("back", counted.back), *((part.title, part) for part in counted.parts)]
    return scopes.describe(access, report) | {
        "settings": shown["settings"].pairs(),
        "figures": {
            "counted": counted.counted,
            "matched": counted.matched,
            "ratio": counted.ratio,
            "ratio_uncited": counted.ratio_uncited,
            "ratio_others": counted.ratio_others,
            "largest_source_ratio": counted.largest_source_ratio,
            "composition": counted.composition.to_json(),
            "parts": [
                {"title": title, "span": [part.start, part.end], "counted": part.counted, "matched": part.matched}
                for title, part in parts
            ],
        },
        "marks": [
            {
                "draft": list(view.passage.match.draft),
                "source": view.passage.match.source,
                "verdict": view.mark.verdict,
                "comment": view.mark.comment,
                "by": str(view.mark.made_by),
                "at": view.mark.created.isoformat(),
            }
            for view in (*shown["passages"], *shown["candidates"])
            if view.mark
        ],
    }
