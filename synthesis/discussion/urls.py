"""URLs of the room `discussion`."""

from __future__ import annotations

from django.urls import path

from synthesis.discussion import views

app_name = "discussion"
_ALL = "w/<uuid:workspace>/comments/"
urlpatterns = [
    path("w/<uuid:workspace>/sources/<uuid:source>/comment-counts", views.counts, name="counts"),
    path(f"{_ALL}<str:target_type>/<uuid:target>/", views.comments, name="comments"),
    path(f"{_ALL}<uuid:comment>/delete", views.delete_comment, name="delete_comment"),
]
