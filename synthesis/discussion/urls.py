"""URLs of the room `discussion`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "discussion"
urlpatterns: list[URLPattern] = []
