"""URLs of the room `drafting`."""

from __future__ import annotations

from django.urls import path

from synthesis.drafting import (
    views,
    views_evidence,
    views_meter,
    views_model,
    views_outline,
    views_revisions,
    views_sentences,
)

app_name = "drafting"
_ALL = "w/<uuid:workspace>/"
_POINT = f"{_ALL}points/<uuid:point>/"
_DRAFT = f"{_ALL}drafts/<uuid:draft>/"
_SENTENCE = f"{_ALL}sentences/<uuid:sentence>/"
_STATEMENT = f"{_ALL}evidence/<uuid:excerpt>/<int:start>-<int:end>/"
_PARAGRAPH = f"{_ALL}paragraphs/<uuid:paragraph>/"
urlpatterns = [
    path(f"{_ALL}outline/", views_outline.outline, name="outline"),
    path(f"{_ALL}outline/place", views_outline.place_excerpt, name="place_excerpt"),
    path(f"{_ALL}outline/arrange", views_outline.arrange, name="arrange"),
    path(f"{_ALL}points/create", views_outline.create_point, name="create_point"),
    path(f"{_POINT}rename", views_outline.rename_point, name="rename_point"),
    path(f"{_POINT}claim", views_outline.claim_point, name="claim_point"),
    path(f"{_POINT}lock", views_outline.lock_point, name="lock_point"),
    path(f"{_POINT}move", views_outline.move_point, name="move_point"),
    path(f"{_POINT}delete", views_outline.delete_point, name="delete_point"),
    path(f"{_ALL}evidence/", views_evidence.evidence, name="evidence"),
    path(f"{_ALL}evidence/table.csv", views_evidence.evidence_csv, name="evidence_csv"),
    path(f"{_STATEMENT}<int:number>/", views_evidence.evidence_row, name="evidence_row"),
    path(f"{_STATEMENT}drop", views_evidence.drop_evidence, name="drop_evidence"),
    path(f"{_ALL}drafts/", views.draft_list, name="list"),
    path(f"{_ALL}model/", views_model.model, name="model"),
    path(f"{_ALL}model/try", views_model.try_model, name="try_model"),
    path(f"{_ALL}model/remove", views_model.remove_model, name="remove_model"),
    path(f"{_ALL}model/calls/", views_model.model_calls, name="model_calls"),
    path(f"{_ALL}drafts/estimate", views_model.estimate, name="estimate"),
    path(f"{_ALL}drafts/create", views.create, name="create"),
    path(_DRAFT, views.detail, name="detail"),
    path(f"{_DRAFT}retry", views.retry, name="retry"),
    path(f"{_DRAFT}rewrite/estimate", views_model.rewriting_estimate, name="rewriting_estimate"),
    path(f"{_DRAFT}rewrite", views_revisions.rewrite, name="rewrite"),
    path(f"{_DRAFT}follow", views_revisions.follow, name="follow_points"),
    path(f"{_DRAFT}rename", views.rename, name="rename"),
    path(f"{_DRAFT}delete", views.delete, name="delete"),
    path(f"{_DRAFT}measure", views_meter.measure, name="measure"),
    path(f"{_DRAFT}revisions/", views_revisions.revisions, name="revisions"),
    path(f"{_DRAFT}revisions/<int:number>/", views_revisions.revision, name="revision"),
    path(f"{_DRAFT}revisions/<int:number>/restore", views_revisions.restore, name="restore"),
    path(_SENTENCE, views_sentences.sentence, name="sentence"),
    path(f"{_SENTENCE}edit", views_sentences.edit, name="edit_sentence"),
    path(f"{_SENTENCE}overrule", views_sentences.overrule, name="overrule"),
    path(f"{_SENTENCE}move", views_sentences.move, name="move_sentence"),
    path(f"{_SENTENCE}remove", views_sentences.remove, name="remove_sentence"),
    path(f"{_SENTENCE}restore", views_sentences.restore, name="restore_sentence"),
    path(f"{_PARAGRAPH}add", views_sentences.add, name="add_sentence"),
    path(f"{_PARAGRAPH}citable", views_sentences.citable, name="citable"),
]
