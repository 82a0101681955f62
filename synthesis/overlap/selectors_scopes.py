"""What a draft can be compared with besides its workspace's sources, and what a person may be told of it afterwards.

A report counts passages in texts that its readers may not all read: drafts and sources of other workspaces of the class.
Everything that leaves this room about such a text goes through `others_of`.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from synthesis.infra.policy import Permission, allows
from synthesis.overlap import selectors
from synthesis.overlap.models import (
    ComparedDraft,
    Course,
    CourseWorkspace,
    OverlapReport,
    Scope,
    SharedSource,
    known_as,
)
from synthesis.sources.models import ReadingText, Source
from synthesis.workspaces.models import Member
from synthesis.workspaces.policy import Access


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft as it stands, for comparison."""

    draft_id: uuid.UUID
    workspace_id: uuid.UUID
    revision: int
    title: str
    language: str
    text: str


# The drafting room is a sibling of this one: the review room, above both, says here what stands in drafts.
Drafts = Callable[[Sequence[uuid.UUID]], Iterable[DraftText]]
_drafts: list[Drafts] = []


def register_drafts(drafts: Drafts) -> None:
    """`drafts(workspace ids)` gives the written drafts of those workspaces, oldest first. For jobs: it asks no rights."""
    _drafts[:] = [drafts]


def drafts_against(report: OverlapReport) -> list[tuple[str, DraftText]]:
    """For jobs: the other drafts that the report is against, each with its scope."""
    wanted: list[tuple[str, list[uuid.UUID]]] = []
    if Scope.DRAFTS in report.against:
        wanted.append((Scope.DRAFTS, [report.workspace_id]))
    if Scope.CLASS in report.against:
        wanted.append((Scope.CLASS, other_workspaces(report.workspace_id)))
    found = [(scope, one) for scope, ids in wanted if ids and _drafts for one in _drafts[0](ids)]
    return [(scope, one) for scope, one in found if one.draft_id != report.draft_id and one.text.strip()]


def drafts_as_compared(report: OverlapReport) -> list[tuple[str, DraftText]]:
    """For jobs: the same; those in which the report found something already with the words that it keeps of them."""
    kept = {row.draft_id: row for row in report.compared_drafts.all()}
    return [
        (scope, replace(one, revision=row.revision, text=row.text) if (row := kept.get(one.draft_id)) else one)
        for scope, one in drafts_against(report)
    ]


def texts_against(report: OverlapReport) -> list[tuple[str, ReadingText]]:
    """For jobs: the reading texts that the report is against, each with its scope, oldest source first; this workspace's
    before the library's, these before the class's. A text comes once, and a file that this workspace has, too, from here."""
    own, shared = Source.objects.filter(workspace_id=report.workspace_id), shared_elsewhere(report.workspace_id)
    rows: list[tuple[str, QuerySet[Source]]] = []
    if Scope.SOURCES in report.against:
        rows.append((Scope.SOURCES, own))
    if Scope.LIBRARY in report.against:
        rows.append((Scope.LIBRARY, Source.objects.filter(pk__in=shared)))
    if Scope.CLASS in report.against:
        theirs = sources_elsewhere(report.workspace_id)
        rows.append((Scope.CLASS, theirs.exclude(pk__in=shared) if Scope.LIBRARY in report.against else theirs))
    return [(scope, text) for scope, sources in rows for text in present_texts(sources)]


def drafts_of(workspaces: Sequence[uuid.UUID]) -> list[DraftText]:
    """For jobs: the written drafts of these workspaces."""
    return list(_drafts[0](workspaces)) if _drafts and workspaces else []


def present_texts(sources: QuerySet[Source]) -> QuerySet[ReadingText]:
    """The reading texts of those that are there, the oldest source first."""
    rows = sources.filter(deleted__isnull=True, text__isnull=False)
    return (
        ReadingText.objects.filter(pk__in=rows.values("text_id"))
        .select_related("source")
        .only("number", "length", "source__title", "source__workspace_id")
        .order_by("source__created", "pk")
    )


def shared_elsewhere(workspace_id: uuid.UUID) -> QuerySet[SharedSource, Any]:
    """The ids of the library's sources that are not this workspace's own."""
    rows = SharedSource.objects.filter(
        source__deleted__isnull=True, source__text__isnull=False, source__workspace__deleted__isnull=True
    )
    return rows.exclude(source__workspace_id=workspace_id).values_list("source_id", flat=True)


def course_of(workspace_id: uuid.UUID) -> Course | None:
    """The class that a workspace is in."""
    return Course.objects.select_related("created_by").filter(members__workspace_id=workspace_id).first()


def other_workspaces(workspace_id: uuid.UUID) -> list[uuid.UUID]:
    """The other workspaces of the class that this one is in."""
    rows = CourseWorkspace.objects.filter(
        course__members__workspace_id=workspace_id, workspace__deleted__isnull=True
    ).exclude(workspace_id=workspace_id)
    return list(rows.order_by("created").values_list("workspace_id", flat=True))


def sources_elsewhere(workspace_id: uuid.UUID) -> QuerySet[Source]:
    """The sources of the class's other workspaces, without files that this workspace has, too."""
    own = Source.objects.filter(workspace_id=workspace_id, deleted__isnull=True)
    theirs = Source.objects.filter(workspace_id__in=other_workspaces(workspace_id))
    return theirs.exclude(sha256__in=own.values("sha256"))


@dataclass(frozen=True, slots=True)
class Choice:
    """A scope that a report can be ordered against; `said` names it with what there is now."""

    code: str
    said: str


def choices_for(access: Access) -> list[Choice]:
    """The scopes open to this workspace: the class only when it is in one, the library only when others share."""
    access.require(Permission.READ_REPORTS)
    choices = [Choice(Scope.SOURCES, str(Scope.SOURCES.label)), Choice(Scope.DRAFTS, str(Scope.DRAFTS.label))]
    course = course_of(access.workspace.pk)
    if course is not None:
        choices.append(
            Choice(
                Scope.CLASS,
                _("the class “%(name)s”: drafts and sources of its other workspaces") % {"name": course.name},
            )
        )
    shared = shared_elsewhere(access.workspace.pk).count()
    if shared:
        said = ngettext("the library: %(n)s shared source", "the library: %(n)s shared sources", shared)
        choices.append(Choice(Scope.LIBRARY, said % {"n": shared}))
    return choices


def sharable_sources(access: Access) -> QuerySet[Source]:
    """This workspace's sources that have a text, each with `shared` when it is in the library; these come first."""
    access.require(Permission.READ_SOURCES)
    rows = Source.objects.filter(workspace=access.workspace, deleted__isnull=True, text__isnull=False)
    return rows.select_related("shared__created_by").order_by(F("shared__created").desc(nulls_last=True), "title", "pk")


def scopes_context(access: Access) -> dict[str, Any]:
    """The class and what is shared. The founder of a class sees its code and its workspaces' names, others how many."""
    access.require(Permission.READ_REPORTS)
    course = course_of(access.workspace.pk)
    members = list(course.members.select_related("workspace").order_by("created")) if course else []
    founder = course is not None and course.created_by_id == access.user.pk
    return {
        "course": course,
        "count": len(members),
        "founder": founder,
        "members": [one.workspace for one in members] if founder else [],
        "may_edit": access.has(Permission.MANAGE_WORKSPACE),
    }


@dataclass(frozen=True, slots=True)
class Other:
    """What a person may be told of a text that a report found something in. `url` leads to it where they may read it;
    `draft`: whether it is one, not a source."""

    id: str
    scope: str
    name: str
    readable: bool
    url: str = ""
    draft: bool = False


def others_of(access: Access, report: OverlapReport) -> dict[str, Other]:
    """Every text of the report by its id, as this person may know it now.

    A draft of another workspace has neither name nor words for whoever may not review in both workspaces; a source of
    another workspace of the class has them for whoever may read it there; a shared source has none any more once its owner
    takes it back.
    """
    entries = report.result.get("sources", [])
    scopes = {entry.get("scope", Scope.SOURCES) for entry in entries}
    drafts = _drafts_told(access, report) if scopes & {Scope.DRAFTS, Scope.CLASS} else {}
    shared = _still_shared(entries) if Scope.LIBRARY in scopes else set()
    theirs = _sources_told(access, entries)
    found: dict[str, Other] = {}
    unnamed = {"draft": 0, "source": 0}
    for entry in entries:
        one, scope = entry["id"], entry.get("scope", Scope.SOURCES)
        if one in drafts or one in theirs:
            found[one] = drafts.get(one) or theirs[one]
        elif "of" in entry:
            unnamed["source"] += 1
            name = _("Source %(n)s of the class") % {"n": unnamed["source"]}
            found[one] = Other(one, scope, name, readable=False)
        elif scope in {Scope.DRAFTS, Scope.CLASS}:
            unnamed["draft"] += 1
            name = _("Draft %(n)s of the class") % {"n": unnamed["draft"]}
            found[one] = Other(one, scope, name, readable=False, draft=True)
        elif scope == Scope.LIBRARY:
            told = one in shared
            name = _("%(title)s (library)") % {"title": entry["file"]} if told else _("A source that is shared no more")
            found[one] = Other(one, scope, name, told)
        else:
            url = reverse("tagging:reader", args=[report.workspace_id, one])
            found[one] = Other(one, scope, entry["file"], readable=True, url=url)
    return found


def _drafts_told(access: Access, report: OverlapReport) -> dict[str, Other]:
    """The drafts that this person may read: of this workspace with the right to drafts, of others with that to review both."""
    rows = list(report.compared_drafts.select_related("workspace").defer("text").order_by("created", "pk"))
    reviewed = reviewed_by(access, {row.workspace_id for row in rows} - {report.workspace_id})
    told = {}
    for row in rows:
        own = row.workspace_id == report.workspace_id
        if not (access.has(Permission.READ_DRAFTS) if own else row.workspace_id in reviewed):
            continue
        words = {"title": row.title, "n": row.revision, "workspace": row.workspace.name}
        name = _("Draft “%(title)s”, revision %(n)s") if own else _("Draft “%(title)s”, revision %(n)s · %(workspace)s")
        known = known_as(report.workspace_id, row.workspace_id, row.draft_id)
        scope = Scope.DRAFTS if own else Scope.CLASS
        told[known] = Other(known, scope, name % words, readable=True, url=_draft_url(row), draft=True)
    return told


def _sources_told(access: Access, entries: Sequence[dict[str, Any]]) -> dict[str, Other]:
    """The class's sources that this person may read in their own workspace, by what the report knows them by."""
    known = {entry["of"]: entry["id"] for entry in entries if "of" in entry}
    if not known:
        return {}
    rows = Source.objects.filter(pk__in=known, deleted__isnull=True, workspace__deleted__isnull=True)
    sources = list(rows.select_related("workspace"))
    read = sources_read_by(access, {source.workspace_id for source in sources})
    told = {}
    for source in sources:
        if source.workspace_id in read:
            one, name = known[str(source.pk)], f"{source.title} · {source.workspace.name}"
            url = reverse("tagging:reader", args=[source.workspace_id, source.pk])
            told[one] = Other(one, Scope.CLASS, name, readable=True, url=url)
    return told


def sources_read_by(access: Access, workspaces: set[uuid.UUID]) -> set[uuid.UUID]:
    """Those of the workspaces whose sources this person may read."""
    rows = Member.objects.filter(user=access.user, workspace_id__in=workspaces, workspace__deleted__isnull=True)
    return {pk for pk, role in rows.values_list("workspace_id", "role") if allows(role, Permission.READ_SOURCES)}


def reviewed_by(access: Access, workspaces: set[uuid.UUID]) -> set[uuid.UUID]:
    """Those of the workspaces in which this person may review, when they may here."""
    if not workspaces or not access.has(Permission.REVIEW):
        return set()
    rows = Member.objects.filter(user=access.user, workspace_id__in=workspaces, workspace__deleted__isnull=True)
    return {pk for pk, role in rows.values_list("workspace_id", "role") if allows(role, Permission.REVIEW)}


def _draft_url(row: ComparedDraft) -> str:
    """Named by URL only: the drafting room is a sibling."""
    try:
        return reverse("drafting:detail", args=[row.workspace_id, row.draft_id])
    except NoReverseMatch:
        return ""


def _still_shared(entries: Sequence[dict[str, Any]]) -> set[str]:
    ids = [entry["id"] for entry in entries if entry.get("scope") == Scope.LIBRARY]
    rows = SharedSource.objects.filter(
        source_id__in=ids, source__deleted__isnull=True, source__workspace__deleted__isnull=True
    )
    return {str(pk) for pk in rows.values_list("source_id", flat=True)}


def compared_with(report: OverlapReport) -> list[str]:
    """What the report was compared with, in words, with how many texts each was then, where that is known."""
    counts = report.result.get("compared", {})
    said = []
    for code in report.against:
        label = str(Scope(code).label) if code in Scope.values else code
        said.append(f"{label} ({counts[code]})" if code in counts else label)
    return said


def describe(access: Access, report: OverlapReport) -> dict[str, Any]:
    """The report as the outside contract shows it, as this person may read it: a place that is withheld is null."""
    others = others_of(access, report)
    beside = report.result.get("passages", [])
    matches = []
    for m in selectors.matches_of(report):
        extra = beside[m.position] if m.position < len(beside) else {}
        matches.append(
            {
                "draft": [m.draft_start, m.draft_end],
                "source": _told(others[m.counterpart], [m.start, m.end]),
                "kind": m.kind,
                "similarity": m.similarity,
                "longest_run": m.longest_run,
                "converted": extra.get("converted", False),
                "owned": extra.get("owned", []),
                "alternatives": [
                    {
                        "draft": other["draft"],
                        "source": _told(others[other["source"]], other["span"]),
                        **{name: other[name] for name in ("kind", "similarity", "longest_run")},
                    }
                    for other in extra.get("alternatives", [])
                ],
            }
        )
    apart = {"passages", "sources", "translations"}
    figures = {name: value for name, value in report.result.items() if name not in apart}
    return {
        "id": str(report.pk),
        "state": report.state,
        "draft": str(report.draft_id),
        "revision": report.revision,
        "against": report.against,
        **figures,
        "sources": [
            {name: value for name, value in entry.items() if name != "of"} | {"file": others[entry["id"]].name}
            for entry in report.result.get("sources", [])
        ],
        "matches": matches,
        **_translations(report, others),
    }


def _translations(report: OverlapReport, others: Mapping[str, Other]) -> dict[str, Any]:
    """Candidates for translated passages, once they were asked for; they are in no figure."""
    kept = report.result.get("translations", {})
    if kept.get("state") != "ready":
        return {}
    return {
        "translations": [
            {
                "draft": one["draft"],
                "source": _told(others[one["source"]], one["span"]),
                "share": one["share"],
                "cosine": one["cosine"],
                "shared": one["shared"] if others[one["source"]].readable else [],
            }
            for one in kept["found"]
        ]
    }


def _told(other: Other, span: Sequence[int]) -> dict[str, Any]:
    return {"file": other.name, "id": other.id, "span": list(span) if other.readable else None}
