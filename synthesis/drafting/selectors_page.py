"""What the pages of drafts show besides the text: jobs, counts, citable excerpts, references, a sentence's history."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Func, JSONField, Q, QuerySet, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from synthesis.discussion.models import CommentTarget
from synthesis.discussion.targets import register_target
from synthesis.drafting import selectors
from synthesis.drafting.models import (
    Citation,
    Draft,
    DraftState,
    Paragraph,
    Point,
    Revision,
    Sentence,
    SentenceState,
)
from synthesis.engine.bibliography.completeness import missing
from synthesis.engine.overlap.runs import CUSTOMARY_RUN
from synthesis.infra.models import Job
from synthesis.infra.policy import Permission
from synthesis.infra.references import References, formatted, is_numeric
from synthesis.sources.models import Source
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import Excerpt, ReviewState, Tag
from synthesis.workspaces.events import register_words
from synthesis.workspaces.policy import Access
from synthesis.workspaces.selectors import StepCount, register_step

LONG_RUN = CUSTOMARY_RUN
HISTORY = 12


def jobs_of(drafts: Iterable[Draft]) -> dict[uuid.UUID, Job]:
    """Draft → the job that writes or wrote it."""
    by_job = {draft.job_id: draft.pk for draft in drafts if draft.job_id}
    return {by_job[job.pk]: job for job in Job.objects.filter(pk__in=by_job)}


def counts_by_draft(drafts: Iterable[Draft]) -> dict[uuid.UUID, dict[str, int]]:
    """Draft → number of its sentences by state, for lists; those that a person lets stand are not among the supported ones
    but `overruled`; `copied` are those of any state that copy a long run. A draft without any is missing."""
    rows = (
        Sentence.objects.filter(paragraph__draft__in=[d.pk for d in drafts], deleted__isnull=True)
        .order_by()
        .values_list("paragraph__draft_id", "state")
        .annotate(
            n=Count("pk"),
            let=Count("pk", filter=Q(verdict__has_key="overruled")),
            copied=Count("pk", filter=Q(overlap__longest_run__gte=LONG_RUN)),
        )
    )
    names = [*SentenceState.values, "overruled", "copied"]
    counts: dict[uuid.UUID, dict[str, int]] = defaultdict(lambda: dict.fromkeys(names, 0))
    for draft_id, state, n, let, copied in rows:
        counts[draft_id][state] = n - let
        counts[draft_id]["overruled"] += let
        counts[draft_id]["copied"] += copied
    return dict(counts)


def citable_excerpts(access: Access, paragraph: Paragraph) -> QuerySet[Excerpt]:
    """What a sentence of this paragraph can cite: the excerpts under its heading that no reviewer returned."""
    access.require(Permission.READ_EXCERPTS)
    return (
        tagging.excerpts_visible_to(access)
        .filter(tags__heading=paragraph.heading_id)
        .exclude(review_state=ReviewState.RETURNED)
        .order_by("source__created", "start")
    )


def excerpts_named(access: Access, ids: Iterable[str]) -> dict[str, Excerpt]:
    """Excerpts by id, as far as they are still there for this person."""
    known = [uuid.UUID(one) for one in set(ids)]
    return {str(e.pk): e for e in tagging.excerpts_visible_to(access).filter(pk__in=known)}


def references(access: Access, source_ids: Sequence[uuid.UUID], language: str = "zh") -> References:
    """The references in the workspace's style; `source_ids` in the order of their first appearance in the text. A source
    without citation data is named by its title."""
    found = Source.objects.in_bulk(list(source_ids))
    items = [(str(pk), {"type": "document", "title": found[pk].title, **found[pk].citation}) for pk in source_ids]
    return formatted(items, access.workspace.citation_style, language=language)


@dataclass(frozen=True, slots=True)
class Citing:
    """How the workspace's style cites the sources of a draft: the label of each in the text, and the lines of the list."""

    numbered: bool
    language: str
    labels: Mapping[uuid.UUID, str]
    lines: Sequence[str]


def sources_lacking(sections: Iterable[selectors.Section]) -> int:
    """How many of the sources that are cited lack what a complete reference needs."""
    cited = {
        citation.source_id: citation.source
        for section in sections
        for paragraph in section.paragraphs
        for sentence in paragraph.shown  # type: ignore[attr-defined]
        for citation in sentence.cited
    }
    return sum(bool(missing({"type": "document", "title": s.title, **s.citation})) for s in cited.values())


def citing(access: Access, draft: Draft, sections: list[selectors.Section], *, listed: bool = True) -> Citing:
    """Numbers in the order of first appearance, or authors and dates in the order of the style; `listed` False leaves the
    list out where numbers need none."""
    numbers = selectors.numbered_sources(sections)
    numbered = is_numeric(access.workspace.citation_style)
    if numbered and not listed:
        return Citing(True, draft.language, {pk: str(n) for pk, n in numbers.items()}, ())
    found = references(access, list(numbers), draft.language)
    labels = {pk: found.marks.get(str(pk)) or str(n) for pk, n in numbers.items()}
    return Citing(numbered, draft.language, labels, [found.entries[key].text for key in found.order])


def history_of(access: Access, sentence: Sentence) -> list[dict[str, Any]]:
    """The newest revisions that changed this sentence, newest first: `{"revision", "text"}`, text as it stood then."""
    access.require(Permission.READ_DRAFTS)
    place = f'$.paragraphs[*].sentences[*] ? (@.id == "{sentence.pk}").text'
    text = Func(
        F("snapshot"),
        Value(place),
        template="jsonb_path_query_first(%(expressions)s::jsonpath)",
        output_field=JSONField(),
    )
    rows = (
        Revision.objects.filter(draft=sentence.paragraph.draft)
        .filter(Q(sentence_id=sentence.pk) | Q(verb__in=["wrote", "rewrote", "restored"]))
        .select_related("author")
        .defer("snapshot")
        .annotate(then=text)
        .order_by("-number")[: HISTORY + 1]
    )
    found: list[dict[str, Any]] = []
    newest_first: list[Any] = list(rows)
    for newer, older in zip(newest_first, [*newest_first[1:], None], strict=True):
        same = older is not None and older.then == newer.then
        if newer.sentence_id == sentence.pk or not same:
            found.append({"revision": newer, "text": newer.then or ""})
    return found[:HISTORY]


def citations_of(sentence: Sentence) -> list[Citation]:
    """In order, each with its excerpt and source."""
    return list(sentence.citations.select_related("excerpt", "source").order_by("position"))


def headings_to_draft(access: Access) -> list[dict[str, Any]]:
    """The codebook with the number of usable excerpts and of arranged points that hold any."""
    usable = Q(
        excerpt__workspace=access.workspace, excerpt__deleted__isnull=True, excerpt__source__deleted__isnull=True
    ) & ~Q(excerpt__review_state=ReviewState.RETURNED)
    excerpts = dict(Tag.objects.filter(usable).order_by().values_list("heading_id").annotate(n=Count("pk")))
    points = dict(
        Point.objects.filter(workspace=access.workspace, assignments__isnull=False)
        .order_by()
        .values_list("heading_id")
        .annotate(n=Count("pk", distinct=True))
    )
    return [
        {"heading": h, "excerpts": excerpts.get(h.pk, 0), "points": points.get(h.pk, 0)}
        for h in tagging.headings_of(access)
    ]


def arrange_step(access: Access) -> StepCount:
    """Points; headings with excerpts but without a point wait."""
    if not access.has(Permission.READ_OUTLINE):
        return StepCount(total=0)
    # One query: every heading that has excerpts or points, with both numbers.
    rows = tagging.headings_of(access).annotate(
        n_points=Count("points", distinct=True),
        n_excerpts=Count("tags", filter=Q(tags__excerpt__deleted__isnull=True), distinct=True),
    )
    counted = list(rows.values_list("n_points", "n_excerpts"))
    total = sum(points for points, _excerpts in counted)
    waiting = sum(1 for points, excerpts in counted if excerpts and not points)
    text = ngettext("%(n)s point", "%(n)s points", total) % {"n": total}
    if waiting and total:
        rest = ngettext("%(n)s heading without any", "%(n)s headings without any", waiting) % {"n": waiting}
        text = _("%(points)s, %(rest)s") % {"points": text, "rest": rest}
    return StepCount(total=total, waiting=waiting, text=text if total else "")


def draft_step(access: Access) -> StepCount:
    """Drafts the person may see; failed and returned ones wait."""
    states = list(selectors.drafts_visible_to(access).order_by().values_list("state", flat=True))
    waiting = sum(1 for state in states if state in {DraftState.FAILED, DraftState.RETURNED})
    text = ngettext("%(n)s draft", "%(n)s drafts", len(states)) % {"n": len(states)} if states else ""
    approved = states.count(DraftState.APPROVED)
    if approved:
        text = _("%(drafts)s, %(n)s approved") % {"drafts": text, "n": approved}
    return StepCount(total=len(states), waiting=waiting, text=text)


register_words("sentence.restored", gettext_noop("{actor} put a removed sentence back"))
register_target(CommentTarget.DRAFT, selectors.get_draft)
register_step("arrange", arrange_step)
register_step("draft", draft_step)
