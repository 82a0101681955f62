"""What the pages of reports are given besides rows: the figures under the reader's settings, and the texts painted."""

from __future__ import annotations

import uuid
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from synthesis.engine.overlap.recount import Passage, Recount, recount
from synthesis.infra.policy import Permission
from synthesis.overlap import selectors
from synthesis.overlap.forms import KINDS, LEAST_RUNS, ReportSettings
from synthesis.overlap.models import OverlapMatch, OverlapReport
from synthesis.overlap.painting import Compared, compared, stretches
from synthesis.workspaces.policy import Access

# Code points of the source shown on each side of a passage.
AROUND = 90
KIND_NAMES = {
    "verbatim": gettext_lazy("word for word"),
    "edited": gettext_lazy("edited"),
    "reordered": gettext_lazy("reordered"),
    "paraphrase": gettext_lazy("similar wording"),
    "quoted": gettext_lazy("quoted with citation"),
    "common": gettext_lazy("set phrase"),
}


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


def report_context(access: Access, report: OverlapReport, settings: ReportSettings) -> dict[str, Any]:
    """A finished report under the reader's settings."""
    matches = list(selectors.matches_with_surroundings(report, AROUND))
    counted = recount(report.draft_text, selectors.stored_matches(report, matches), settings.left_out)
    instead = {p.number: _text_instead(report, p) for p in counted.passages if p.instead}
    texts = selectors.texts_named(list(set(instead.values())))
    views = [
        _passage(access, report, matches[p.number], p, n, texts.get(instead.get(p.number, "")))
        for n, p in enumerate(counted.passages, start=1)
    ]
    newest = selectors.newest_revisions(access, [report.draft_id]).get(report.draft_id)
    return {
        "figures": figures_of(counted),
        "as_made": percent(report.result["ratio"]),
        "counted": counted,
        "sources": _sources(report, counted, settings),
        "passages": views,
        "paragraphs": stretches(report.draft_text, counted.passages, [view.sides for view in views]),
        "settings": settings,
        "left_out": _left_out(report, settings),
        "query": settings.query(),
        "least_runs": LEAST_RUNS if settings.min_run in LEAST_RUNS else sorted({*LEAST_RUNS, settings.min_run}),
        "kinds": _kinds(matches, settings),
        "newer": newest if newest is not None and newest > report.revision else None,
        "draft_gone": newest is None,
        "draft_url": draft_url(report),
        "may_order": access.has(Permission.WRITE_REPORTS),
    }


def figures_of(counted: Recount) -> dict[str, str]:
    return {
        "total": percent(counted.ratio),
        "uncited": percent(counted.ratio_uncited),
        "largest": percent(counted.largest_source_ratio),
    }


def percent(ratio: float) -> str:
    """In tenths of a per cent, without the sign."""
    return f"{100 * ratio:.1f}"


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


def _passage(
    access: Access,
    report: OverlapReport,
    row: OverlapMatch,
    passage: Passage,
    number: int,
    instead: tuple[str, str] | None,
) -> PassageView:
    """`row` is the stored match; `instead` language and text of the source that stands for its own, if one does."""
    match = passage.match
    beside = report.result.get("passages", [])
    extra: dict[str, Any] = beside[row.position] if row.position < len(beside) else {}
    titles = {source["id"]: source["file"] for source in report.result["sources"]}
    others = [titles.get(one, "") for one in dict.fromkeys(o["source"] for o in extra.get("alternatives", []))]
    start, end = match.span
    if instead:
        language, text = instead
        before, inner, after = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
        title, source_url = titles.get(match.source, ""), _reader(access, match.source, match.span)
    else:
        language, before, inner, after = (getattr(row, name) for name in ("language", "before", "passage", "after"))
        title = row.source.title
        source_url = "" if row.source.deleted else _reader(access, match.source, match.span)
    return PassageView(
        number=number,
        passage=passage,
        kind_name=str(KIND_NAMES.get(match.kind, match.kind)),
        converted=bool(extra.get("converted")) and not passage.instead,
        title=title,
        # Reading texts are in Simplified characters, whatever they were written in.
        language="zh-Hans" if language.startswith("zh") else language,
        before=before,
        after=after,
        sides=compared(report.draft_text[slice(*match.draft)], inner),
        draft_url=draft_url(report, _sentence_at(report, _first_counted(passage))),
        source_url=source_url,
        others=[name for name in others if name and name != titles.get(match.source)],
    )


def _first_counted(passage: Passage) -> int:
    return passage.owned[0][0] if passage.owned else passage.match.draft[0]


def _reader(access: Access, source: str, span: tuple[int, int]) -> str:
    return reverse("tagging:reader", args=[access.workspace.pk, source]) + f"?start={span[0]}&end={span[1]}"


def _sources(report: OverlapReport, counted: Recount, settings: ReportSettings) -> list[dict[str, Any]]:
    """Every source with a share in the report as made, under the present settings; the largest first."""
    passages: dict[str, int] = {}
    for passage in counted.passages:
        passages[passage.match.source] = passages.get(passage.match.source, 0) + 1
    rows = []
    for source in report.result["sources"]:
        key = source["id"]
        if not source["matches"] and not counted.shares.get(key):
            continue
        share = counted.shares.get(key, 0) / counted.counted if counted.counted else 0.0
        rows.append(
            {
                "id": key,
                "title": source["file"],
                "percent": percent(share),
                "width": round(100 * share, 1),
                "matched": counted.shares.get(key, 0),
                "passages": passages.get(key, 0),
                "hidden": key in settings.sources,
            }
        )
    return sorted(rows, key=lambda row: -row["matched"])


def _left_out(report: OverlapReport, settings: ReportSettings) -> list[str]:
    """What the settings leave out, in words, for paper."""
    titles = {source["id"]: source["file"] for source in report.result["sources"]}
    runs = [_("runs below %(n)s characters") % {"n": settings.min_run}] if settings.min_run else []
    kinds = [str(KIND_NAMES[kind]) for kind in KINDS if kind in settings.kinds]
    return [*runs, *kinds, *(titles[one] for one in titles if one in settings.sources)]


def _kinds(matches: list[OverlapMatch], settings: ReportSettings) -> list[dict[str, Any]]:
    """The kinds that occur, with the number of their passages as made."""
    numbers = {kind: sum(m.kind == kind for m in matches) for kind in KINDS}
    return [
        {"code": kind, "name": str(KIND_NAMES[kind]), "n": n, "hidden": kind in settings.kinds}
        for kind, n in numbers.items()
        if n
    ]


def report_messages() -> dict[str, str]:
    """The strings of static/src/overlap."""
    return {
        "overlap.none": _("There is no passage to go to."),
        "overlap.newer": _("The draft has changed since this report was made."),
    }
