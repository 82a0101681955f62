"""The root of all URLs; the rooms' own are in `synthesis/urls.py`."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("synthesis.urls"))]

handler400 = "synthesis.infra.errors.bad_request"
handler403 = "synthesis.infra.errors.permission_denied"
handler404 = "synthesis.infra.errors.not_found"
handler500 = "synthesis.infra.errors.server_error"
