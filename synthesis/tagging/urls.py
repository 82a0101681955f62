"""URLs of the room `tagging`."""

from __future__ import annotations

from django.urls import path

from synthesis.sources.facets import register_coverage
from synthesis.tagging import views, views_codebook, views_overview, views_reanchoring, views_suggestions
from synthesis.tagging.pages import hue_of
from synthesis.tagging.selectors_coverage import TagCoverage

# The pages of both rooms are there from here on.
register_coverage(TagCoverage(hue_of))
app_name = "tagging"
_ALL = "w/<uuid:workspace>/"
_SOURCE = f"{_ALL}sources/<uuid:source>/"
_EXCERPT = f"{_ALL}excerpts/<uuid:excerpt>/"
_SUGGESTION = f"{_ALL}suggestions/<uuid:suggestion>/"
urlpatterns = [
    path(_SOURCE, views.reader, name="reader"),
    path(f"{_SOURCE}excerpts/", views.excerpts, name="excerpts"),
    path(f"{_ALL}excerpts/", views_overview.overview, name="overview"),
    path(_EXCERPT, views.excerpt, name="excerpt"),
    path(f"{_EXCERPT}retag", views.retag, name="retag"),
    path(f"{_EXCERPT}note", views.note, name="note"),
    path(f"{_EXCERPT}delete", views.delete_excerpt, name="delete_excerpt"),
    path(f"{_ALL}undo", views.undo, name="undo"),
    path(f"{_ALL}redo", views.redo, name="redo"),
    path(f"{_SUGGESTION}accept", views_suggestions.accept, name="accept_suggestion"),
    path(f"{_SUGGESTION}dismiss", views_suggestions.dismiss, name="dismiss_suggestion"),
    path(f"{_SUGGESTION}restore", views_suggestions.restore, name="restore_suggestion"),
    path(f"{_ALL}reanchoring/", views_reanchoring.queue, name="reanchoring"),
    path(f"{_ALL}reanchoring/<uuid:excerpt>/", views_reanchoring.place, name="place"),
    path(f"{_ALL}reanchoring/<uuid:excerpt>/take", views_reanchoring.take_place, name="take_place"),
    path(f"{_ALL}reanchoring/<uuid:excerpt>/let-go", views_reanchoring.let_go, name="let_go"),
    path(f"{_SOURCE}versions/<int:number>/", views_reanchoring.version, name="version"),
    path(f"{_ALL}headings/", views_codebook.headings, name="headings"),
    path(f"{_ALL}headings/save", views_codebook.save_heading, name="save_heading"),
    path(f"{_ALL}headings/<uuid:heading>/delete", views_codebook.delete_heading, name="delete_heading"),
]
