"""URLs of the room `exchange`."""

from __future__ import annotations

from django.urls import path

from synthesis.exchange import views

app_name = "exchange"
urlpatterns = [
    path("w/<uuid:workspace>/exports/<str:name>", views.export, name="export"),
    path("w/<uuid:workspace>/overlap-reports/<uuid:report>/export/<str:name>", views.report, name="report"),
]
