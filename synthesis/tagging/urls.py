"""URLs of the room `tagging`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "tagging"
urlpatterns: list[URLPattern] = []
