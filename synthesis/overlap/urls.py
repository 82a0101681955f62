"""URLs of the room `overlap`."""

from __future__ import annotations

from django.urls import path

from synthesis.overlap import views, views_marks

app_name = "overlap"
_ALL = "w/<uuid:workspace>/overlap-reports/"
_ONE = f"{_ALL}<uuid:report>/"
_TERMS = "w/<uuid:workspace>/overlap-terms/"
urlpatterns = [
    path(_ALL, views.report_list, name="list"),
    path(_ONE, views.report, name="report"),
    path(f"{_ONE}retry", views.retry, name="retry"),
    path(f"{_ONE}settings", views_marks.change_settings, name="settings"),
    path(f"{_ONE}mark", views_marks.mark, name="mark"),
    path(f"{_ONE}marks/<uuid:mark>/withdraw", views_marks.withdraw, name="withdraw_mark"),
    path("w/<uuid:workspace>/overlap-method/", views_marks.method, name="method"),
    path(_TERMS, views_marks.terms, name="terms"),
    path(f"{_TERMS}add", views_marks.add_terms, name="add_terms"),
    path(f"{_TERMS}<uuid:term>/remove", views_marks.remove_term, name="remove_term"),
]
