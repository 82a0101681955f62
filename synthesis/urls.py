"""Every URL of the application, room by room."""

from __future__ import annotations

from django.urls import include, path

from synthesis.infra import health
from synthesis.workspaces.views import home

urlpatterns = [
    path("", home, name="home"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("account/", include("allauth.account.urls")),
    *[
        path("", include(f"synthesis.{room}.urls"))
        for room in (
            "accounts",
            "workspaces",
            "sources",
            "tagging",
            "discussion",
            "drafting",
            "overlap",
            "review",
            "exchange",
            "live",
            "api",
        )
    ],
]
