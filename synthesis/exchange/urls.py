"""URLs of the room `exchange`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "exchange"
urlpatterns: list[URLPattern] = []
