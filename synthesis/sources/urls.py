"""URLs of the room `sources`."""

from __future__ import annotations

from django.urls import path

from synthesis.sources import views

app_name = "sources"
_ALL = "w/<uuid:workspace>/sources/"
_ONE = f"{_ALL}<uuid:source>/"
urlpatterns = [
    path(_ALL, views.source_list, name="list"),
    path(f"{_ALL}upload", views.upload, name="upload"),
    path(f"{_ALL}paste", views.paste, name="paste"),
    path(f"{_ONE}info/", views.info, name="info"),
    path(f"{_ONE}file", views.original, name="file"),
    path(f"{_ONE}text", views.text, name="text"),
    path(f"{_ONE}rename", views.rename, name="rename"),
    path(f"{_ONE}cite", views.cite, name="cite"),
    path(f"{_ONE}delete", views.delete, name="delete"),
    path(f"{_ONE}restore", views.restore, name="restore"),
    path(f"{_ONE}retry", views.retry, name="retry"),
]
