"""Candidates for translated passages as pages and files show them: apart from the passages, in no figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from synthesis.engine.overlap.recount import Passage, StoredMatch
from synthesis.engine.overlap.result import Span
from synthesis.engine.text.model import shown_language
from synthesis.overlap import selectors, selectors_marks
from synthesis.overlap.forms import ReportSettings
from synthesis.overlap.models import OverlapReport, PassageMark, Scope
from synthesis.overlap.painting import Compared, Piece
from synthesis.overlap.selectors_scopes import Other
from synthesis.workspaces.policy import Access

KIND = "translated"


@dataclass(frozen=True, slots=True)
class CandidateView:
    """One candidate. `passage` has the spans and owns the stretches of the draft that no passage has; `shared`: words of the
    draft with those of the source that answer them; `alike`: per cent of the words that do, `close`: of the sentences' vectors,
    -1 without any. `words` and `shared` are empty for what this person may not read."""

    number: int
    passage: Passage
    title: str
    language: str
    draft: str
    before: str
    words: str
    after: str
    shared: list[tuple[str, str]]
    alike: int
    close: int
    draft_url: str
    source_url: str
    withheld: bool
    in_draft: bool
    in_class: bool
    mark: PassageMark | None
    may_withdraw: bool

    @property
    def sides(self) -> Compared:
        return Compared([Piece(self.draft)], [], [])


@dataclass(frozen=True, slots=True)
class Place:
    """What a view needs of its page: how to get to the draft, what may be told, and what the passages own already."""

    draft_url: Callable[[int], str]
    others: Mapping[str, Other]
    taken: Sequence[Span]
    around: int
    first: int


def _kept(report: OverlapReport, settings: ReportSettings) -> dict[str, Any]:
    kept: dict[str, Any] = report.result.get("translations", {}) if settings.translations else {}
    return kept


def translations_context(report: OverlapReport, settings: ReportSettings) -> dict[str, Any]:
    """What there is of the search, where the settings ask for it."""
    kept = _kept(report, settings)
    return {
        "wanted": settings.translations,
        "state": kept.get("state", ""),
        "looked": kept.get("looked", 0),
        "left": kept.get("left", 0),
        "vectors": kept.get("vectors", False),
    }


def candidate_views(
    access: Access, report: OverlapReport, settings: ReportSettings, place: Place
) -> list[CandidateView]:
    """In the order of the draft; those of sources that are left out are left out, too."""
    kept = _kept(report, settings)
    gone = settings.sources | settings.own if settings.without_own else settings.sources
    rows = [row for row in kept.get("found", []) if row["source"] not in gone]
    readable = list({row["text"] for row in rows if place.others[row["source"]].readable})
    texts = selectors.texts_named(readable)
    keys = [selectors_marks.passage_key(report.draft_text[slice(*row["draft"])], row["source"]) for row in rows]
    marks = selectors_marks.marks_of(report, keys) if rows else {}
    views = []
    for number, (row, key) in enumerate(zip(rows, keys, strict=True), start=place.first):
        mark = marks.get(key)
        may = mark is not None and selectors_marks.may_withdraw(access, mark)
        views.append(_view(report, row, number, texts.get(row["text"]), place, mark, may))
    return views


def _view(
    report: OverlapReport,
    row: dict[str, Any],
    number: int,
    text: tuple[str, str] | None,
    place: Place,
    mark: PassageMark | None,
    may_withdraw: bool,
) -> CandidateView:
    there, (start, end) = place.others[row["source"]], row["span"]
    span = (row["draft"][0], row["draft"][1])
    match = StoredMatch(span, row["source"], (start, end), KIND, row["share"], 0)
    spoken, words = text or ("", "")
    return CandidateView(
        number=number,
        passage=Passage(number, match, instead=False, owned=_free(span, place.taken)),
        title=there.name,
        language=shown_language(spoken),
        draft=report.draft_text[slice(*span)],
        before=words[max(0, start - place.around) : start],
        words=words[start:end],
        after=words[end : end + place.around],
        shared=[(one, other) for one, other in row["shared"]] if text else [],
        alike=round(100 * row["share"]),
        close=-1 if row["cosine"] is None else round(100 * row["cosine"]),
        draft_url=place.draft_url(span[0]),
        source_url=there.url + ("" if there.draft else f"?start={start}&end={end}") if there.url and text else "",
        withheld=text is None,
        in_draft=there.draft,
        in_class=there.scope == Scope.CLASS,
        mark=mark,
        may_withdraw=may_withdraw,
    )


def _free(span: Span, taken: Sequence[Span]) -> list[Span]:
    """What of a span is in none of the others."""
    out, at = [], span[0]
    for low, high in sorted(taken):
        if low < span[1] and high > at:
            if low > at:
                out.append((at, low))
            at = max(at, high)
    return [*out, (at, span[1])] if at < span[1] else out


def said_of(shown: Mapping[str, Any]) -> str:
    """One line on what the search looked at."""
    if shown["state"] != "ready":
        return ""
    how = _("words, figures and names that answer each other")
    if shown["vectors"]:
        how = _("words, figures and names that answer each other, and the meaning of sentences")
    return _("Texts in the other language that were looked at: %(n)s. By %(how)s.") % {
        "n": shown["looked"],
        "how": how,
    }
