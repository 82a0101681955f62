"""URLs of the room `overlap`."""

from __future__ import annotations

from django.urls import path

from synthesis.overlap import views

app_name = "overlap"
_ALL = "w/<uuid:workspace>/overlap-reports/"
_ONE = f"{_ALL}<uuid:report>/"
urlpatterns = [
    path(_ALL, views.report_list, name="list"),
    path(_ONE, views.report, name="report"),
    path(f"{_ONE}retry", views.retry, name="retry"),
]
