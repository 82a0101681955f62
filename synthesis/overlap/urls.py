"""URLs of the room `overlap`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "overlap"
urlpatterns: list[URLPattern] = []
