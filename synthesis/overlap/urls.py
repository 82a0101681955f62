"""URLs of the room `overlap`."""

from __future__ import annotations

from django.urls import path

from synthesis.overlap import views, views_marks, views_matrix, views_scopes

app_name = "overlap"
_ALL = "w/<uuid:workspace>/overlap-reports/"
_ONE = f"{_ALL}<uuid:report>/"
_TERMS = "w/<uuid:workspace>/overlap-terms/"
_SCOPES = "w/<uuid:workspace>/overlap-scopes/"
_MANY = "w/<uuid:workspace>/comparisons/"
_COMPARISON = f"{_MANY}<uuid:comparison>/"
urlpatterns = [
    path(_MANY, views_matrix.comparisons, name="comparisons"),
    path(f"{_MANY}compare", views_matrix.compare, name="compare"),
    path(f"{_MANY}given/add", views_matrix.add_given, name="add_given"),
    path(f"{_MANY}given/<uuid:given>/remove", views_matrix.remove_given, name="remove_given"),
    path(_COMPARISON, views_matrix.comparison, name="comparison"),
    path(f"{_COMPARISON}repeat", views_matrix.repeat, name="repeat_comparison"),
    path(f"{_COMPARISON}pairs/<int:one>/<int:two>/", views_matrix.pair, name="pair"),
    path(f"{_COMPARISON}passages/<int:passage>/given", views_matrix.mark_given, name="mark_given"),
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
    path("w/<uuid:workspace>/overlap-rewrites/<uuid:draft>/", views_marks.to_rewrite, name="to_rewrite"),
    path("w/<uuid:workspace>/overlap-choices/", views_scopes.choices, name="choices"),
    path(_SCOPES, views_scopes.scopes, name="scopes"),
    path(f"{_SCOPES}class/found", views_scopes.found_class, name="found_class"),
    path(f"{_SCOPES}class/join", views_scopes.join_class, name="join_class"),
    path(f"{_SCOPES}class/leave", views_scopes.leave_class, name="leave_class"),
    path(f"{_SCOPES}class/<uuid:member>/remove", views_scopes.remove_from_class, name="remove_from_class"),
    path(f"{_SCOPES}sources/<uuid:source>/share", views_scopes.share, name="share"),
    path(f"{_SCOPES}sources/<uuid:source>/unshare", views_scopes.unshare, name="unshare"),
]
