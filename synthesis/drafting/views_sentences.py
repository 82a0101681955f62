"""Sentences: what the margin shows of one, and the commands of the editor. JSON for its script."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from synthesis.drafting import (
    actions_overrule,
    actions_sentences,
    forms,
    pages,
    pages_revisions,
    selectors,
    selectors_page,
)
from synthesis.drafting.models import Sentence
from synthesis.infra.errors import wants_json
from synthesis.infra.policy import Permission
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_WORKSPACE, nav="draft")
def sentence(request: HttpRequest, access: Access, sentence: uuid.UUID) -> HttpResponse:
    """Reasons, citations, overlap, author and history of one sentence; JSON for scripts, the draft for people."""
    row = selectors.get_sentence(access, sentence)
    draft = row.paragraph.draft
    if wants_json(request):
        return JsonResponse(selectors.describe_sentence(row))
    if not request.htmx:  # type: ignore[attr-defined]
        place = redirect("drafting:detail", access.workspace.pk, draft.pk)
        place["Location"] += f"#s-{row.pk}"
        return place
    citing = selectors_page.citing(access, draft, selectors.sections_of(draft), listed=False)
    shown = pages.statement(access.workspace.pk, row, selectors_page.citations_of(row), citing)
    team = access.has(Permission.READ_DRAFTS)
    history = selectors_page.history_of(access, row) if team else []
    context = {
        "statement": shown,
        "draft": draft,
        "history": [{**one, "author": _author(one["revision"])} for one in history],
        "author": _author(row),
        "may_write": selectors.may_write(access, draft),
        "overruled": shown.overruled,
        "language": pages.LANGUAGES.get(draft.language, "zh-Hans"),
    }
    return render(request, "drafting/_panel.html", context)


def _author(row: Any) -> str:
    return pages_revisions.author_in_words(row.author_kind, row.author)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS)
def edit(request: HttpRequest, access: Access, sentence: uuid.UUID) -> HttpResponse:
    """Saves text and citations on the `version` the person saw; 409 brings the present sentence. Citations of the excerpts
    `renewed` are taken as these read now."""
    data = forms.body(request)
    row = actions_sentences.edit_sentence(
        access=access,
        sentence=selectors.get_sentence(access, sentence),
        text=forms.text_in(data, "text"),
        version=forms.number_in(data, "version"),
        cites=forms.ids_in(data, "cites"),
        renewed=forms.ids_in(data, "renewed") or (),
    )
    return _done(request, access, row)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS)
def add(request: HttpRequest, access: Access, paragraph: uuid.UUID) -> HttpResponse:
    data = forms.body(request)
    row = actions_sentences.add_sentence(
        access=access,
        paragraph=selectors.get_paragraph(access, paragraph),
        text=forms.text_in(data, "text"),
        position=forms.number_in(data, "position", forms.END),
        cites=forms.ids_in(data, "cites") or [],
    )
    return _done(request, access, row, status=201)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS)
def move(request: HttpRequest, access: Access, sentence: uuid.UUID) -> HttpResponse:
    data = forms.body(request)
    row = selectors.get_sentence(access, sentence)
    wanted = forms.optional_uuid_in(data, "paragraph")
    paragraph = selectors.get_paragraph(access, wanted) if wanted else row.paragraph
    position = forms.number_in(data, "position")
    actions_sentences.move_sentence(access=access, sentence=row, paragraph=paragraph, position=position)
    return _done(request, access, row)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS)
def remove(request: HttpRequest, access: Access, sentence: uuid.UUID) -> HttpResponse:
    row = selectors.get_sentence(access, sentence)
    actions_sentences.remove_sentence(access=access, sentence=row)
    return _done(request, access, row)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS)
def restore(request: HttpRequest, access: Access, sentence: uuid.UUID) -> HttpResponse:
    """Puts a removed sentence back."""
    row = selectors.get_sentence(access, sentence, removed=True)
    return _done(request, access, actions_sentences.restore_sentence(access=access, sentence=row))


@require_POST
@in_workspace(Permission.WRITE_DRAFTS)
def overrule(request: HttpRequest, access: Access, sentence: uuid.UUID) -> HttpResponse:
    """The sentence stands for a reason, or, with `withdraw`, no longer does."""
    data = forms.body(request)
    row = selectors.get_sentence(access, sentence)
    if forms.text_in(data, "withdraw"):
        return _done(request, access, actions_overrule.withdraw_overruling(access=access, sentence=row))
    reason, version = forms.text_in(data, "reason"), forms.number_in(data, "version")
    return _done(
        request, access, actions_overrule.overrule_verdict(access=access, sentence=row, version=version, reason=reason)
    )


@require_GET
@in_workspace(Permission.READ_EXCERPTS)
def citable(request: HttpRequest, access: Access, paragraph: uuid.UUID) -> HttpResponse:
    """The excerpts that a sentence of this paragraph can cite."""
    rows = selectors_page.citable_excerpts(access, selectors.get_paragraph(access, paragraph))
    return JsonResponse({"excerpts": [pages.citable(row) for row in rows]})


def _done(request: HttpRequest, access: Access, row: Sentence, *, status: int = 200) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"sentence": selectors.describe_sentence(row)}, status=status)
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(status=204)  # the event that is on its way renews what is shown
    return redirect("drafting:detail", access.workspace.pk, row.paragraph.draft_id)
