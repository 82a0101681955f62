"""URLs of the room `sources`."""

from __future__ import annotations

from django.urls import path

from synthesis.sources import (
    views,
    views_bulk,
    views_citation,
    views_likeness,
    views_page_image,
    views_repairs,
    views_search,
    views_versions,
)

app_name = "sources"
_ALL = "w/<uuid:workspace>/sources/"
_ONE = f"{_ALL}<uuid:source>/"
urlpatterns = [
    path("w/<uuid:workspace>/search/", views_search.search, name="search"),
    path("w/<uuid:workspace>/search/similar/", views_search.similar, name="similar"),
    path(_ALL, views.source_list, name="list"),
    path(f"{_ALL}upload", views.upload, name="upload"),
    path(f"{_ALL}paste", views.paste, name="paste"),
    path(f"{_ALL}bulk/delete", views_bulk.delete, name="bulk_delete"),
    path(f"{_ALL}bulk/restore", views_bulk.restore, name="bulk_restore"),
    path(f"{_ALL}bulk/retry", views_bulk.retry, name="bulk_retry"),
    path(f"{_ALL}bulk/download", views_bulk.download, name="bulk_download"),
    path(f"{_ONE}info/", views.info, name="info"),
    path(f"{_ONE}file", views.original, name="file"),
    path(f"{_ONE}text", views.text, name="text"),
    path(f"{_ONE}pages/<int:page>.png", views_page_image.page_image, name="page_image"),
    path(f"{_ONE}pages/<int:page>/boxes", views_page_image.page_boxes, name="page_boxes"),
    path(f"{_ONE}repairs/", views_repairs.repairs, name="repairs"),
    path(f"{_ONE}repairs/decide", views_repairs.decide, name="decide"),
    path(f"{_ONE}versions/", views_versions.versions, name="versions"),
    path(f"{_ONE}versions/add", views_versions.add_version, name="add_version"),
    path(f"{_ONE}versions/again", views_versions.read_again, name="read_again"),
    path(f"{_ONE}versions/<int:number>/return", views_versions.go_back, name="go_back"),
    path(f"{_ONE}versions/<int:number>/file", views_versions.version_file, name="version_file"),
    path(f"{_ONE}versions/<uuid:version>/retry", views_versions.retry_version, name="retry_version"),
    path(f"{_ONE}versions/<uuid:version>/dismiss", views_versions.dismiss_version, name="dismiss_version"),
    path(f"{_ONE}likeness/<uuid:other>/", views_likeness.likeness, name="likeness"),
    path(f"{_ONE}likeness/<uuid:other>/renew", views_versions.renew_from, name="renew_from"),
    path(f"{_ONE}likeness/<uuid:other>/keep", views_likeness.keep_both, name="keep_both"),
    path(f"{_ONE}rename", views.rename, name="rename"),
    path(f"{_ONE}cite", views_citation.cite, name="cite"),
    path(f"{_ONE}cite/preview", views_citation.preview_citation, name="preview_citation"),
    path(f"{_ONE}cite/restore/<int:entry>", views_citation.restore_citation, name="restore_citation"),
    path("w/<uuid:workspace>/citations/", views_citation.citations, name="citations"),
    path("w/<uuid:workspace>/citations/fill", views_citation.fill_citations, name="fill_citations"),
    path("w/<uuid:workspace>/citations/import", views_citation.import_citations, name="import_citations"),
    path("w/<uuid:workspace>/citations/import/apply", views_citation.apply_import, name="apply_import"),
    path("w/<uuid:workspace>/citations/import/undo", views_citation.undo_import, name="undo_import"),
    path("w/<uuid:workspace>/citations/export/<str:name>", views_citation.export_citations, name="export_citations"),
    path(f"{_ONE}delete", views.delete, name="delete"),
    path(f"{_ONE}restore", views.restore, name="restore"),
    path(f"{_ONE}retry", views.retry, name="retry"),
]
