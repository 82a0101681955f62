"""Pages and commands under `/w/<workspace>/`, room by room."""

from __future__ import annotations

import uuid
from typing import Any

from synthesis.drafting.models import DraftState, Sentence
from synthesis.engine.drafting.evidence import units as engine
from synthesis.engine.drafting.evidence.units import units_of
from synthesis.infra import audit
from synthesis.infra.models import JobState
from synthesis.overlap.models import OverlapReport, PassageMark, ReportState, Term
from synthesis.review.models import ExcerptReview, ExcerptVerdict
from synthesis.tagging.models import ReviewState, SuggestionState
from tests.filled_world import FilledWorld, make_excerpt, unused_heading
from tests.security.rows import (
    EDITORS,
    MEMBERS,
    OWNERS,
    REVIEWERS,
    TAGGER,
    TEAM,
    Row,
    fixed,
    get,
    of,
    post,
)

source = of(lambda w, _: w.source, "source")
failed = of(lambda w, _: w.failed_source(), "source")
deleted = of(lambda w, _: w.deleted_source(), "source")
own_excerpt = of(lambda w, name: w.excerpt_by(name), "excerpt")
others_excerpt = of(lambda w, _: w.excerpt_by("tina"), "excerpt")
own_draft = of(lambda w, name: w.draft_of(name), "draft")
others_draft = of(lambda w, _: w.draft_of("tina"), "draft")
point = of(lambda w, _: w.point, "point")
own_sentence = of(lambda w, name: w.sentence_of(w.draft_of(name)), "sentence")
others_sentence = of(lambda w, _: w.sentence_of(w.draft_of("tina")), "sentence")
failed_job = of(lambda w, name: w.job_by(name, JobState.FAILED), "job")


SPAN = {"start": "0", "end": "1"}


def first_page(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {"source": world.source.pk, "page": 1}


def former_citation(world: FilledWorld, name: Any) -> dict[str, Any]:
    before = {"citation": {"type": "report", "title": "Before"}}
    entry = audit.record("source.cited", world.source, actor_id=None, workspace_id=world.workspace.pk, before=before)
    return {"source": world.source.pk, "entry": entry.pk}


def approved(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {"draft": world.draft.pk}


def in_review(whose: str = "") -> Any:
    return of(lambda w, name: w.draft_of(whose or name, DraftState.IN_REVIEW), "draft")


def suggestion(state: str) -> Any:
    def find(world: FilledWorld, name: Any) -> Any:
        row = world.suggestion(state)
        row.decided_by = world.people[name]
        row.save()
        return row

    return of(find, "suggestion")


def removed_sentence(whose: str = "") -> Any:
    def find(world: FilledWorld, name: Any) -> Any:
        row = world.sentence_of(world.draft_of(whose or name))
        Sentence.objects.filter(pk=row.pk).update(deleted=row.created)
        return row

    return of(find, "sentence")


def failed_report(world: FilledWorld, name: Any) -> dict[str, Any]:
    OverlapReport.objects.filter(pk=world.report.pk).update(state=ReportState.FAILED)
    return {"report": world.report.pk}


def first_revision(find: Any) -> Any:
    return lambda world, name: {**find(world, name), "number": 1}


def selection(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {"text": str(world.text.pk), "start": 0, "end": 2, "quote": world.text.text[:2], "headings": ["T"]}


def undoable(world: FilledWorld, name: Any) -> dict[str, Any]:
    world.excerpt_by(name or "tom")
    return {}


def upload(world: FilledWorld, name: Any) -> dict[str, Any]:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return {"files": SimpleUploadedFile("new.txt", "新的文字。".encode())}


def member(whose: str) -> Any:
    return lambda world, name: {"member": world.member(whose).pk}


SHARED = [
    get("workspaces:detail", MEMBERS),
    get("workspaces:progress", MEMBERS),
    get("workspaces:settings", OWNERS),
    post("workspaces:settings", OWNERS, body=fixed(name="New name", points_per_heading=3, language="zh")),
    post("workspaces:delete", OWNERS, body=fixed(name="Wearables")),
    get("workspaces:members", MEMBERS),
    post("workspaces:change_role", OWNERS, member("tina"), fixed(role="reader")),
    post("workspaces:remove_member", OWNERS, member("tina"), case="another"),
    post(
        "workspaces:remove_member",
        MEMBERS,
        lambda w, name: {"member": w.member(name or "tom").pk if name != "dave" else w.member("tom").pk},
        fine=(400,),
        because="the last owner stays",
        case="oneself",
    ),
    post("workspaces:create_invitation", OWNERS, body=fixed(role="tagger")),
    post("workspaces:revoke_invitation", OWNERS, of(lambda w, _: w.invitation, "invitation")),
    get("workspaces:audit", REVIEWERS),
    post("workspaces:cancel_job", TEAM, of(lambda w, name: w.job_by(name, JobState.QUEUED), "job"), case="one's own"),
    post("workspaces:cancel_job", EDITORS, of(lambda w, _: w.job_by("tina", JobState.QUEUED), "job"), case="another's"),
    post("workspaces:retry_job", TEAM, failed_job, case="one's own"),
    post("workspaces:retry_job", EDITORS, of(lambda w, _: w.job_by("tina", JobState.FAILED), "job"), case="another's"),
]

SOURCES = [
    get("sources:list", MEMBERS),
    get("sources:search", MEMBERS, query={"q": "血压"}),
    get("sources:similar", MEMBERS, query={"text": "可穿戴血压计销量"}),
    post("sources:bulk_delete", EDITORS, body=lambda w, _: {"source": str(w.source.pk)}),
    post("sources:bulk_restore", EDITORS, body=lambda w, _: {"source": str(w.deleted_source().pk)}),
    post("sources:bulk_retry", EDITORS, body=lambda w, _: {"source": str(w.failed_source().pk)}),
    post("sources:bulk_download", MEMBERS, body=lambda w, _: {"source": str(w.source.pk)}),
    post("sources:upload", EDITORS, body=upload),
    post("sources:paste", EDITORS, body=fixed(text="贴进来的一段文字。", title="Pasted")),
    get("sources:info", MEMBERS, source),
    get("sources:file", MEMBERS, source),
    get("sources:text", MEMBERS, source),
    get("sources:page_image", MEMBERS, first_page, fine=(404,), because="a text has no pages to be seen"),
    get("sources:page_boxes", MEMBERS, first_page, fine=(404,), because="a text has no pages to be seen", query=SPAN),
    get("sources:repairs", MEMBERS, source),
    post("sources:decide", EDITORS, source, fixed(wish="off", kind="annotation")),
    post("sources:rename", EDITORS, source, fixed(title="Renamed")),
    post("sources:cite", EDITORS, source, fixed(type="report", title="Cited")),
    post("sources:preview_citation", EDITORS, source, fixed(type="report", title="Cited")),
    post("sources:restore_citation", EDITORS, former_citation),
    get("sources:citations", MEMBERS),
    post("sources:fill_citations", EDITORS, body=lambda w, _: {"source": str(w.source.pk)}),
    get("sources:export_citations", MEMBERS, fixed(name="bibtex")),
    get("sources:import_citations", EDITORS),
    post("sources:import_citations", EDITORS, body=fixed(text="@book{a, title={A}}")),
    post("sources:apply_import", EDITORS, body=fixed(content="@book{a, title={A}}")),
    post("sources:undo_import", EDITORS),
    post("sources:delete", EDITORS, source),
    post("sources:restore", EDITORS, deleted),
    post("sources:retry", EDITORS, failed),
]

TAGGING = [
    get("tagging:reader", MEMBERS, source),
    get("tagging:excerpts", MEMBERS, source),
    post("tagging:excerpts", TEAM, source, selection, json=True),
    get("tagging:overview", MEMBERS),
    get("tagging:excerpt", TEAM, of(lambda w, _: w.excerpts[1], "excerpt"), case="open"),
    get("tagging:excerpt", MEMBERS, of(lambda w, _: w.accepted, "excerpt"), case="accepted"),
    post("tagging:retag", TEAM, own_excerpt, fixed(headings=["E"]), case="one's own"),
    post("tagging:retag", EDITORS, others_excerpt, fixed(headings=["E"]), case="another's"),
    post("tagging:note", TEAM, own_excerpt, fixed(note="n"), case="one's own"),
    post("tagging:note", EDITORS, others_excerpt, fixed(note="n"), case="another's"),
    post("tagging:delete_excerpt", TEAM, own_excerpt, case="one's own"),
    post("tagging:delete_excerpt", EDITORS, others_excerpt, case="another's"),
    post("tagging:undo", TEAM, undoable),
    post("tagging:redo", TEAM),
    post("tagging:accept_suggestion", TEAM, suggestion(SuggestionState.OPEN)),
    post("tagging:dismiss_suggestion", TEAM, suggestion(SuggestionState.OPEN)),
    post("tagging:restore_suggestion", TEAM, suggestion(SuggestionState.DISMISSED)),
    get("tagging:headings", MEMBERS),
    post("tagging:save_heading", OWNERS, body=fixed(key="L", name="Legal", description="")),
    post("tagging:delete_heading", OWNERS, of(lambda w, _: unused_heading(w), "heading")),
]


def thread(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {"target_type": "excerpt", "target": world.accepted.pk}


def draft_thread(world: FilledWorld, name: Any) -> dict[str, Any]:
    return {"target_type": "draft", "target": world.draft.pk}


DISCUSSION = [
    get("discussion:counts", TEAM, source),
    get("discussion:comments", TEAM, thread, case="excerpt"),
    get("discussion:comments", TEAM, draft_thread, case="draft"),
    post("discussion:comments", TEAM, thread, fixed(body="Agreed.")),
    post("discussion:delete_comment", TEAM, of(lambda w, name: w.comment_by(name), "comment"), case="one's own"),
    post("discussion:delete_comment", frozenset(), of(lambda w, _: w.comment_by("tina"), "comment"), case="another's"),
]


def placing(world: FilledWorld, name: Any) -> dict[str, Any]:
    excerpt = make_excerpt(world.source, world.text.text[:4], world.headings["T"], world.tom)
    return {"excerpt": str(excerpt.pk), "heading": "T", "point": str(world.point.pk), "position": 0}


def first_statement(excerpt: Any) -> Any:
    """The first row of an excerpt's evidence; with number 0 for the addresses that name a row."""

    def place(world: FilledWorld, name: Any) -> dict[str, Any]:
        row = excerpt(world, name)
        unit = units_of(engine.Excerpt(str(row.pk), "", row.quote))[0]
        return {"excerpt": row.pk, "start": unit.start, "end": unit.end}

    return place


def first_row(excerpt: Any) -> Any:
    return lambda world, name: {**first_statement(excerpt)(world, name), "number": 0}


ARRANGING = [
    get("drafting:evidence", TEAM),
    get("drafting:evidence_csv", TEAM),
    get("drafting:evidence_row", TEAM, first_row(lambda w, name: w.excerpt_by("tina"))),
    post(
        "drafting:evidence_row",
        TEAM,
        first_row(lambda w, name: w.excerpt_by(name or TAGGER)),
        fixed(subject="X"),
        case="own",
    ),
    post(
        "drafting:evidence_row",
        EDITORS,
        first_row(lambda w, _: w.excerpt_by("tina")),
        fixed(subject="X"),
        case="another's",
    ),
    post("drafting:drop_evidence", TEAM, first_statement(lambda w, name: w.excerpt_by(name or TAGGER)), case="own"),
    post("drafting:drop_evidence", EDITORS, first_statement(lambda w, _: w.excerpt_by("tina")), case="another's"),
    get("drafting:outline", TEAM),
    post("drafting:create_point", EDITORS, body=fixed(heading="T", title="Faster")),
    post("drafting:rename_point", EDITORS, point, fixed(title="Faster still")),
    post("drafting:claim_point", EDITORS, point, fixed(claim="It got faster.")),
    post("drafting:lock_point", EDITORS, point, fixed(locked="1")),
    post("drafting:move_point", EDITORS, point, fixed(position=0)),
    post("drafting:delete_point", EDITORS, point),
    post("drafting:place_excerpt", EDITORS, body=placing, json=True),
    post("drafting:arrange", EDITORS, body=fixed(headings=["T"])),
]

connection = fixed(name="M", address="https://api.openai.com/v1", currency="CNY", write_model="m", key="k")

DRAFTING = [
    get("drafting:model", OWNERS),
    post("drafting:model", OWNERS, body=connection),
    post("drafting:try_model", OWNERS, fine=(404,), because="there is no model in this world"),
    post("drafting:remove_model", OWNERS, fine=(404,), because="there is no model in this world"),
    get("drafting:model_calls", OWNERS),
    get("drafting:estimate", TEAM),
    get("drafting:rewriting_estimate", TEAM, own_draft),
    get("drafting:list", MEMBERS),
    post("drafting:create", TEAM, body=fixed(headings=["T"], points=2)),
    get("drafting:detail", MEMBERS, approved, case="approved"),
    get("drafting:detail", TEAM, others_draft, case="not approved"),
    post("drafting:retry", TEAM, of(lambda w, name: w.draft_of(name, DraftState.FAILED), "draft"), case="one's own"),
    post("drafting:retry", EDITORS, of(lambda w, _: w.draft_of("tina", DraftState.FAILED), "draft"), case="another's"),
    post("drafting:rewrite", TEAM, own_draft, case="one's own"),
    post("drafting:rewrite", EDITORS, others_draft, case="another's"),
    post("drafting:rename", TEAM, own_draft, fixed(title="New"), case="one's own"),
    post("drafting:rename", EDITORS, others_draft, fixed(title="New"), case="another's"),
    post("drafting:delete", TEAM, own_draft, case="one's own"),
    post("drafting:delete", EDITORS, others_draft, case="another's"),
    post("drafting:measure", TEAM, own_draft, fixed(text="一句话"), case="one's own"),
    post("drafting:measure", EDITORS, others_draft, fixed(text="一句话"), case="another's"),
    get("drafting:revisions", TEAM, approved),
    get("drafting:revision", TEAM, first_revision(approved)),
    post("drafting:follow_points", TEAM, own_draft, case="one's own"),
    post("drafting:follow_points", EDITORS, others_draft, case="another's"),
    post("drafting:restore", TEAM, first_revision(own_draft), case="one's own"),
    post("drafting:restore", EDITORS, first_revision(others_draft), case="another's"),
    get("drafting:sentence", MEMBERS, of(lambda w, _: w.sentence_of(w.draft), "sentence"), case="approved"),
    get("drafting:sentence", TEAM, others_sentence, case="not approved"),
    post("drafting:edit_sentence", TEAM, own_sentence, fixed(text="改过的一句话。", version=1), case="one's own"),
    post("drafting:edit_sentence", EDITORS, others_sentence, fixed(text="改过的一句话。", version=1), case="another's"),
    post("drafting:move_sentence", TEAM, own_sentence, fixed(position=0), case="one's own"),
    post("drafting:move_sentence", EDITORS, others_sentence, fixed(position=0), case="another's"),
    post("drafting:overrule", TEAM, own_sentence, fixed(withdraw="1"), case="one's own"),
    post("drafting:overrule", EDITORS, others_sentence, fixed(withdraw="1"), case="another's"),
    post("drafting:remove_sentence", TEAM, own_sentence, case="one's own"),
    post("drafting:remove_sentence", EDITORS, others_sentence, case="another's"),
    post("drafting:restore_sentence", TEAM, removed_sentence(), case="one's own"),
    post("drafting:restore_sentence", EDITORS, removed_sentence("tina"), case="another's"),
    post("drafting:add_sentence", TEAM, of(lambda w, name: w.paragraph_of(w.draft_of(name)), "paragraph"),
         fixed(text="新添的一句话。"), case="one's own"),
    post("drafting:add_sentence", EDITORS, of(lambda w, _: w.paragraph_of(w.draft_of("tina")), "paragraph"),
         fixed(text="新添的一句话。"), case="another's"),
    get("drafting:citable", TEAM, of(lambda w, _: w.paragraph_of(w.draft), "paragraph")),
]  # fmt: skip


def new_term(world: FilledWorld, name: Any) -> dict[str, Any]:
    text = f"词{uuid.uuid4().hex[:8]}"
    return {"term": Term.objects.create(workspace=world.workspace, text=text, folded=text, created_by=world.tom).pk}


def mark_of_report(world: FilledWorld, name: Any) -> dict[str, Any]:
    match = world.report.matches.get()
    span = {"start": match.draft_start, "end": match.draft_end, "source": match.source_id}
    return {**span, "verdict": "fine", "comment": "固定的说法"}


def own_mark(world: FilledWorld, name: Any) -> dict[str, Any]:
    return _mark(world, name or TAGGER)


def others_mark(world: FilledWorld, name: Any) -> dict[str, Any]:
    return _mark(world, "tina")


def _mark(world: FilledWorld, name: str) -> dict[str, Any]:
    made = PassageMark.objects.create(
        workspace=world.workspace,
        draft_id=world.report.draft_id,
        source=world.source,
        key=uuid.uuid4().hex,
        revision=1,
        verdict="rewrite",
        made_by=world.people[name],
    )
    return {"report": world.report.pk, "mark": made.pk}


OVERLAP = [
    get("overlap:list", TEAM),
    get("overlap:report", TEAM, of(lambda w, _: w.report, "report")),
    post("overlap:retry", TEAM, failed_report),
    get("overlap:method", TEAM),
    get("overlap:terms", TEAM),
    post("overlap:add_terms", TEAM, body=fixed(terms="血压计")),
    post("overlap:remove_term", TEAM, new_term),
    post("overlap:settings", TEAM, of(lambda w, _: w.report, "report"), fixed(min="13")),
    post("overlap:mark", TEAM, of(lambda w, _: w.report, "report"), mark_of_report),
    post("overlap:withdraw_mark", TEAM, own_mark),
    post("overlap:withdraw_mark", REVIEWERS | EDITORS, others_mark, case="somebody else's"),
]


def judged_oneself(world: FilledWorld, name: Any) -> dict[str, Any]:
    row = world.excerpt_by("tina", review_state=ReviewState.ACCEPTED)
    ExcerptReview.objects.create(
        excerpt=row, version=row.version, reviewer=world.people[name or "rita"], verdict=ExcerptVerdict.ACCEPTED
    )
    return {"excerpt": row.pk}


def shown(world: FilledWorld, name: Any) -> dict[str, Any]:
    row = world.excerpt_by("tina")
    return {"excerpt": f"{row.pk}:{row.version}"}


with_reason = fixed(comment="Name the year.", revision=1)
# rita, who reviews, and alice, who owns; what one tagged oneself is judged by somebody else.
REVIEW = [
    get("review:queue", MEMBERS),
    post("review:accept_excerpt", REVIEWERS, others_excerpt, case="another's"),
    post("review:accept_excerpt", frozenset(), own_excerpt, case="one's own"),
    post("review:return_excerpt", REVIEWERS, others_excerpt, with_reason, case="another's"),
    post("review:return_excerpt", frozenset(), own_excerpt, with_reason, case="one's own"),
    post("review:reopen_excerpt", REVIEWERS, judged_oneself),
    post("review:accept_shown", REVIEWERS, body=shown),
    post("review:submit_draft", TEAM, own_draft, case="one's own"),
    post("review:submit_draft", EDITORS, others_draft, case="another's"),
    post("review:withdraw_draft", TEAM, in_review(), case="one's own"),
    post("review:withdraw_draft", EDITORS, in_review("tina"), case="another's"),
    post("review:approve_draft", REVIEWERS, in_review("tina"), with_reason),
    post("review:return_draft", REVIEWERS, in_review("tina"), with_reason),
    post("review:check_overlap", TEAM, approved),
]

OUTWARD = [
    get("exchange:export", MEMBERS, fixed(name="md"), case="approved"),
    get("exchange:export", TEAM, fixed(name="md"), case="not approved"),
    get("exchange:report", TEAM, lambda w, _: {"report": w.report.pk, "name": "json"}),
    get("live:events", MEMBERS, committed=True, anonymous="401"),
]

ROOMS: list[Row] = [
    *SHARED, *SOURCES, *TAGGING, *DISCUSSION, *ARRANGING, *DRAFTING, *OVERLAP, *REVIEW, *OUTWARD
]  # fmt: skip
