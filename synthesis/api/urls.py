"""URLs of the room `api`: `/api/v1/`, with its OpenAPI document at `/api/v1/openapi.json`."""

from __future__ import annotations

from django.urls import include, path

from synthesis.api import views_drafts, views_events, views_sources, views_workspaces
from synthesis.api.views import api

for room in (views_workspaces, views_sources, views_drafts, views_events):
    api.add_router("", room.router)

app_name = "api"
patterns, _app, _namespace = api.urls
urlpatterns = [path("api/v1/", include(patterns))]
