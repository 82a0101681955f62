"""Reads of comparisons of many texts. What a person may be told of another workspace's draft is as in reports: its words,
title and author are for those who may review in both workspaces."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from synthesis.infra.errors import NotFound
from synthesis.infra.models import Job
from synthesis.infra.policy import Permission
from synthesis.overlap import selectors_scopes
from synthesis.overlap.models import ComparedText, ComparisonScope, GivenText, TextComparison
from synthesis.overlap.selectors_scopes import DraftText
from synthesis.sources.models import ReadingText, Source
from synthesis.workspaces.policy import Access


@dataclass(frozen=True, slots=True)
class ToldText:
    """A text of a comparison as this person may know it."""

    number: int
    name: str
    passive: bool
    readable: bool
    url: str = ""


def comparisons_of(access: Access) -> QuerySet[TextComparison]:
    """The newest first, without their results. Raises Forbidden."""
    access.require(Permission.READ_REPORTS)
    rows = TextComparison.objects.filter(workspace=access.workspace).select_related("created_by")
    return rows.defer("result").order_by("-created")


def get_comparison(access: Access, pk: uuid.UUID) -> TextComparison:
    """Raises NotFound, Forbidden."""
    access.require(Permission.READ_REPORTS)
    row = TextComparison.objects.filter(workspace=access.workspace, pk=pk).select_related("created_by").first()
    if row is None:
        raise NotFound
    return row


def job_of(comparison: TextComparison) -> Job | None:
    """The job that makes it."""
    return Job.objects.filter(pk=comparison.job_id).first() if comparison.job_id else None


def given_texts(access: Access) -> list[GivenText]:
    """What was said to be given, the newest first. Raises Forbidden."""
    access.require(Permission.READ_REPORTS)
    return list(GivenText.objects.filter(workspace=access.workspace).select_related("created_by").order_by("-created"))


def given_to(workspace_id: uuid.UUID) -> list[str]:
    """For jobs."""
    return list(GivenText.objects.filter(workspace_id=workspace_id).order_by("created").values_list("text", flat=True))


def drafts_in(comparison: TextComparison) -> list[DraftText]:
    """For jobs: the drafts to be compared, this workspace's first."""
    wanted: list[uuid.UUID] = []
    if ComparisonScope.DRAFTS in comparison.scopes:
        wanted.append(comparison.workspace_id)
    if ComparisonScope.CLASS in comparison.scopes:
        wanted += selectors_scopes.other_workspaces(comparison.workspace_id)
    return [one for one in selectors_scopes.drafts_of(wanted) if one.text.strip()]


def texts_in(comparison: TextComparison) -> list[tuple[ReadingText, bool]]:
    """For jobs: the sources to be compared, this workspace's first, the oldest first, each with whether it is passive:
    only looked for in the others. A file that this workspace has, too, comes once, from here."""
    own, scopes = Source.objects.filter(workspace_id=comparison.workspace_id), set(comparison.scopes)
    found: list[tuple[ReadingText, bool]] = []
    if {ComparisonScope.ESSAYS, ComparisonScope.SOURCES} & scopes:
        passive = ComparisonScope.ESSAYS not in scopes
        found += [(text, passive) for text in selectors_scopes.present_texts(own)]
    if ComparisonScope.CLASS_SOURCES in scopes:
        theirs = selectors_scopes.sources_elsewhere(comparison.workspace_id)
        found += [(text, True) for text in selectors_scopes.present_texts(theirs)]
    return found


def told_texts(access: Access, comparison: TextComparison) -> dict[int, ToldText]:
    """Every text by its number. A draft of another workspace is "draft n of the class" to whoever may not review both, a
    source "source n of the class" to whoever may not read it there."""
    rows = list(comparison.texts.select_related("workspace", "source").defer("body"))
    elsewhere = {row.workspace_id for row in rows} - {comparison.workspace_id}
    reviewed = selectors_scopes.reviewed_by(access, elsewhere)
    read = selectors_scopes.sources_read_by(access, elsewhere)
    told: dict[int, ToldText] = {}
    unnamed = {"draft": 0, "source": 0}
    for row in rows:
        own = row.workspace_id == comparison.workspace_id
        # Whose it is comes first: drafts of a class have the same title, and a narrow place shows the beginning.
        name = row.title if own else f"{row.workspace.name} · {row.title}"
        if row.source is not None:
            kind, page, pk, there = "source", "tagging:reader", row.source_id, row.source.deleted is None
            readable = own or (there and row.workspace_id in read)
        else:
            kind, page, pk, there = "draft", "drafting:detail", row.draft_id, True
            readable = access.has(Permission.READ_DRAFTS) if own else row.workspace_id in reviewed
        if readable:
            url = reverse(page, args=[row.workspace_id, pk]) if there else ""
            told[row.number] = ToldText(row.number, name, row.passive, True, url)
        else:
            unnamed[kind] += 1
            name = (_("Source %(n)s of the class") if kind == "source" else _("Draft %(n)s of the class")) % {
                "n": unnamed[kind]
            }
            told[row.number] = ToldText(row.number, name, row.passive, False)
    return told


def words_of(comparison: TextComparison, numbers: Iterable[int], told: dict[int, ToldText]) -> dict[int, str]:
    """The texts of those numbers that may be read."""
    readable = [number for number in set(numbers) if number in told and told[number].readable]
    rows = ComparedText.objects.filter(comparison=comparison, number__in=readable).select_related("text")
    return {row.number: row.text.text if row.text else row.body for row in rows}


def pair_of(comparison: TextComparison, one: int, two: int) -> Sequence[object]:
    """The stored pair. Raises NotFound."""
    for pair in comparison.result.get("pairs", []):
        if pair[0] == one and pair[1] == two:
            return list(pair)
    raise NotFound
