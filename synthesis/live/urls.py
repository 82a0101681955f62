"""`/w/<workspace>/events`."""

from __future__ import annotations

from django.urls import path

from synthesis.live import views

app_name = "live"
urlpatterns = [path("w/<uuid:workspace>/events", views.stream, name="events")]
