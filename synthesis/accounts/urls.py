"""URLs of the room `accounts`; sign-in and its kin are django-allauth's, under `/account/`."""

from __future__ import annotations

from django.urls import path

from synthesis.accounts import views

app_name = "accounts"
urlpatterns = [
    path("theme", views.set_theme, name="set_theme"),
    path("account/language", views.set_language, name="set_language"),
    path("account/profile/", views.profile, name="profile"),
    path("account/tokens/create", views.create_token, name="create_token"),
    path("account/tokens/<uuid:token>/revoke", views.revoke_token, name="revoke_token"),
]
