"""What the pages of reports are given besides rows: the figures under the reader's settings, and the texts painted."""

from __future__ import annotations

import uuid
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from synthesis.engine.overlap.figures import figures
from synthesis.engine.overlap.recount import Passage
from synthesis.engine.text.model import shown_language
from synthesis.infra.policy import Permission
from synthesis.overlap import selectors, selectors_marks, selectors_scopes
from synthesis.overlap.forms import NAMES, ReportSettings, shown_in
from synthesis.overlap.models import OverlapMatch, OverlapReport, PassageMark, ReportState, Scope
from synthesis.overlap.pages_figures import (
    KIND_NAMES,
    figures_of,
    left_out,
    options,
    percent,
    sections_of,
    source_rows,
)
from synthesis.overlap.pages_translations import CandidateView, Place, candidate_views, said_of, translations_context
from synthesis.overlap.painting import Compared, Piece, compared, stretches
from synthesis.overlap.selectors_scopes import Other
from synthesis.workspaces.policy import Access

# Code points of the source shown on each side of a passage.
AROUND = 90


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage as the page shows it; `draft_url` and `source_url` are empty where there is no page to open."""

    number: int
    passage: Passage
    kind_name: str
    converted: bool
    title: str
    language: str
    before: str
    after: str
    sides: Compared
    draft_url: str
    source_url: str
    others: list[str]
    # Words that this person may not read: neither they nor what is the same in them is shown.
    withheld: bool = False
    in_draft: bool = False
    in_class: bool = False
    mark: PassageMark | None = None
    may_withdraw: bool = False

    @property
    def kind(self) -> str:
        return self.passage.match.kind

    @property
    def length(self) -> int:
        return self.passage.match.longest_run

    @property
    def similarity(self) -> int:
        return round(100 * self.passage.match.similarity)


def list_row(access: Access, row: selectors.ReportRow, newest: dict[uuid.UUID, int]) -> dict[str, Any]:
    """A report for the list: its job for components/_job.html, its ratio, and whether the draft has gone on."""
    report, job = row.report, row.job
    may_steer = job is not None and (
        access.has(Permission.WRITE_ANY_DRAFT)
        or (job.actor_id == access.user.pk and access.has(Permission.WRITE_DRAFTS))
    )
    ratio = report.result.get("ratio", 0.0)
    return {
        "report": report,
        "state": row.state,
        "active": row.active,
        "problem": row.problem,
        "job": {
            "id": job.pk if job else "",
            "state": row.state,
            "step": row.step,
            "progress": job.progress if job and job.progress else None,
            "error": "",
        },
        "may_cancel": may_steer and row.active,
        "may_retry": row.state in {"failed", "cancelled"} and access.has(Permission.WRITE_REPORTS),
        "percent": percent(ratio),
        "width": round(100 * ratio, 1),
        "newer": newest.get(report.draft_id, 0) > report.revision,
    }


def page_context(access: Access, report: OverlapReport, query: QueryDict) -> dict[str, Any]:
    """All that a report's page shows, whatever its state."""
    (with_job,) = selectors.rows_of(access, [report])
    context = {"report": report, "row": list_row(access, with_job, {}), "messages_json": report_messages()}
    return context | report_context(access, report, query) if report.state == ReportState.READY else context


def report_context(access: Access, report: OverlapReport, query: QueryDict) -> dict[str, Any]:
    """A finished report. `query`: settings for this look alone (else those kept with the report), and the marks shown."""
    looked = any(name in query for name in NAMES)
    settings = ReportSettings.parse(query) if looked else ReportSettings.from_pairs(report.settings)
    matches = list(selectors.matches_with_surroundings(report, AROUND))
    stored = selectors.stored_matches(report, matches)
    terms = selectors_marks.term_texts(report)
    choice = settings.choice(selectors_marks.in_either_language(terms))
    counted = figures(report.draft_text, stored, choice, sections_of(report))
    others = selectors_scopes.others_of(access, report)
    views = _passages(access, report, matches, counted.passages, others)
    taken = [span for passage in counted.passages for span in passage.owned]
    place = Place(
        lambda at: draft_url(report, _sentence_at(report, at)), others, taken, AROUND, len(counted.passages) + 1
    )
    candidates = candidate_views(access, report, settings, place)
    translated = translations_context(report, settings)
    newest = selectors.newest_revisions(access, [report.draft_id]).get(report.draft_id)
    return {
        "figures": figures_of(counted),
        "as_made": percent(report.result["ratio"]),
        "counted": counted,
        "sources": source_rows(report, counted, settings, others),
        "compared_with": selectors_scopes.compared_with(report),
        "paragraphs": stretches(
            report.draft_text,
            [*counted.passages, *(one.passage for one in candidates)],
            [*(view.sides for view in views), *(view.sides for view in candidates)],
        ),
        "translated": translated | {"said": said_of(translated)},
        "settings": settings,
        "looked": looked,
        "options": options(stored, len(terms), settings),
        "left_out": left_out({one.id: one.name for one in others.values()}, settings),
        "query": settings.query(),
        "newer": newest if newest is not None and newest > report.revision else None,
        "draft_gone": newest is None,
        "draft_url": draft_url(report),
        "may_order": access.has(Permission.WRITE_REPORTS),
        **_marked(views, candidates, shown_in(query)),
    }


def _marked(views: list[PassageView], candidates: list[CandidateView], shown: str) -> dict[str, Any]:
    """The passages and candidates whose mark is asked for, and how many there are of each."""
    every: list[PassageView | CandidateView] = [*views, *candidates]
    verdicts = {view.number: view.mark.verdict if view.mark else "none" for view in every}
    kept = [view for view in views if not shown or verdicts[view.number] == shown]
    likely = [view for view in candidates if not shown or verdicts[view.number] == shown]
    counts = {name: list(verdicts.values()).count(name) for name in ("none", "fine", "rewrite")}
    names = {
        "": pgettext("marks", "All"),
        "none": pgettext("marks", "Not marked"),
        "fine": pgettext("marks", "Fine"),
        "rewrite": pgettext("marks", "To rewrite"),
    }
    tabs = [{"code": code, "name": name, "n": counts.get(code, len(every))} for code, name in names.items()]
    return {
        "passages": kept,
        "candidates": likely,
        "all_passages": len(views),
        "all_candidates": len(candidates),
        "shown": shown,
        "marks": tabs,
    }


def _passages(
    access: Access,
    report: OverlapReport,
    matches: list[OverlapMatch],
    shown: list[Passage],
    others: Mapping[str, Other],
) -> list[PassageView]:
    instead = {p.number: _text_instead(report, p) for p in shown if p.instead}
    texts = selectors.texts_named(list(set(instead.values())))
    keys = [selectors_marks.passage_key(report.draft_text[slice(*p.match.draft)], p.match.source) for p in shown]
    marks = selectors_marks.marks_of(report, keys)
    views = []
    for n, (passage, key) in enumerate(zip(shown, keys, strict=True), start=1):
        found = _Found(matches[passage.number], texts.get(instead.get(passage.number, "")), others)
        view = _passage(report, found, passage, n)
        mark = marks.get(key)
        may = mark is not None and selectors_marks.may_withdraw(access, mark)
        views.append(replace(view, mark=mark, may_withdraw=may))
    return views


def rewrite_context(access: Access, draft_id: uuid.UUID) -> dict[str, Any]:
    """What is to be rewritten in a draft, for its own page: each passage's words, its first sentence, the mark."""
    report, rows = selectors_marks.to_rewrite(access, draft_id)
    lines = [
        {"words": report.draft_text[start:end], "sentence": _sentence_at(report, start), "mark": mark}
        for start, end, mark in rows
        if report is not None
    ]
    return {"draft_id": draft_id, "report": report, "lines": lines}


def draft_url(report: OverlapReport, sentence: str = "") -> str:
    """The draft, at a sentence. Named by URL only: the drafting room is a sibling."""
    try:
        url = reverse("drafting:detail", args=[report.workspace_id, report.draft_id])
    except NoReverseMatch:
        return ""
    return f"{url}#s-{sentence}" if sentence else url


def _sentence_at(report: OverlapReport, place: int) -> str:
    """The id of the sentence that holds a code point of the compared text, or ""."""
    at = bisect_right([segment[0] for segment in report.segments], place) - 1
    return str(report.segments[at][2]) if at >= 0 and place < report.segments[at][1] else ""


def _text_instead(report: OverlapReport, passage: Passage) -> str:
    """The id of the reading text that an alternative's span belongs to."""
    match = passage.match
    return next(
        str(other["text"])
        for other in report.result["passages"][passage.number]["alternatives"]
        if other["source"] == match.source and tuple(other["span"]) == match.span
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is of a passage: the stored match; language and text of what stands for its own source, if something
    does; and what this person may know of all the texts."""

    row: OverlapMatch
    instead: tuple[str, str] | None
    others: Mapping[str, Other]


def _passage(report: OverlapReport, found: _Found, passage: Passage, number: int) -> PassageView:
    match, row = passage.match, found.row
    beside = report.result.get("passages", [])
    extra: dict[str, Any] = beside[row.position] if row.position < len(beside) else {}
    there = found.others[match.source]
    also = dict.fromkeys(found.others[one["source"]].name for one in extra.get("alternatives", []))
    draft = report.draft_text[slice(*match.draft)]
    view = PassageView(
        number=number,
        passage=passage,
        kind_name=str(KIND_NAMES.get(match.kind, match.kind)),
        converted=bool(extra.get("converted")) and not passage.instead,
        title=there.name,
        language="",
        before="",
        after="",
        # What of one's own words is the same would tell the other's.
        sides=Compared([Piece(draft)], [], []),
        draft_url=draft_url(report, _sentence_at(report, _first_counted(passage))),
        source_url="",
        others=[name for name in also if name and name != there.name],
        withheld=True,
        in_draft=there.draft,
        in_class=there.scope == Scope.CLASS,
    )
    return _with_source(view, found, there, draft) if there.readable else view


def _with_source(view: PassageView, found: _Found, there: Other, draft: str) -> PassageView:
    """The passage with the words beside it, for those who may read them."""
    row, (start, end) = found.row, view.passage.match.span
    title, gone = there.name, False
    if found.instead:
        language, text = found.instead
        before, inner, after = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
    else:
        language, before, inner, after = (getattr(row, name) for name in ("language", "before", "passage", "after"))
        if row.source and there.scope == Scope.SOURCES:
            title, gone = row.source.title, row.source.deleted is not None
    place = "" if there.draft else f"?start={start}&end={end}"
    return replace(
        view,
        withheld=False,
        title=title,
        language=shown_language(language),
        before=before,
        after=after,
        sides=compared(draft, inner),
        source_url="" if gone or not there.url else there.url + place,
    )


def _first_counted(passage: Passage) -> int:
    return passage.owned[0][0] if passage.owned else passage.match.draft[0]


def report_messages() -> dict[str, str]:
    """The strings of static/src/overlap."""
    return {
        "overlap.none": _("There is no passage to go to."),
        "overlap.newer": _("The draft has changed since this report was made."),
        "overlap.changed": _("A colleague has changed this report."),
        "overlap.show": pgettext("a changed report", "Show"),
    }
