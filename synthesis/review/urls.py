"""URLs of the room `review`."""

from __future__ import annotations

from django.urls import path

from synthesis.review import views

app_name = "review"
_ALL = "w/<uuid:workspace>/"
_EXCERPT = f"{_ALL}excerpts/<uuid:excerpt>/"
_DRAFT = f"{_ALL}drafts/<uuid:draft>/"
urlpatterns = [
    path(f"{_ALL}review/", views.queue, name="queue"),
    path(f"{_ALL}review/accept", views.accept_shown, name="accept_shown"),
    path(f"{_EXCERPT}accept", views.accept_excerpt, name="accept_excerpt"),
    path(f"{_EXCERPT}return", views.return_excerpt, name="return_excerpt"),
    path(f"{_EXCERPT}reopen", views.reopen_excerpt, name="reopen_excerpt"),
    path(f"{_DRAFT}submit", views.submit_draft, name="submit_draft"),
    path(f"{_DRAFT}withdraw", views.withdraw_draft, name="withdraw_draft"),
    path(f"{_DRAFT}approve", views.approve_draft, name="approve_draft"),
    path(f"{_DRAFT}return", views.return_draft, name="return_draft"),
    path(f"{_DRAFT}check-overlap", views.check_overlap, name="check_overlap"),
]
