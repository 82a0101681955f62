"""URLs of the room `workspaces`; the home page is in `synthesis.urls`."""

from __future__ import annotations

from django.urls import path

from synthesis.workspaces import views, views_members

app_name = "workspaces"
urlpatterns = [
    path("w/new", views.create, name="create"),
    path("w/<uuid:workspace>/", views.detail, name="detail"),
    path("w/<uuid:workspace>/progress", views.progress, name="progress"),
    path("w/<uuid:workspace>/settings/", views.settings, name="settings"),
    path("w/<uuid:workspace>/delete", views.delete, name="delete"),
    path("w/<uuid:workspace>/members/", views_members.members, name="members"),
    path("w/<uuid:workspace>/members/<uuid:member>/role", views_members.change_role, name="change_role"),
    path("w/<uuid:workspace>/members/<uuid:member>/remove", views_members.remove_member, name="remove_member"),
    path("w/<uuid:workspace>/invitations/create", views_members.create_invitation, name="create_invitation"),
    path(
        "w/<uuid:workspace>/invitations/<uuid:invitation>/revoke",
        views_members.revoke_invitation,
        name="revoke_invitation",
    ),
    path("join/<str:token>/", views_members.join, name="join"),
    path("w/<uuid:workspace>/audit/", views.audit, name="audit"),
    path("jobs/<uuid:job>", views.job, name="job"),
    path("w/<uuid:workspace>/jobs/<uuid:job>/cancel", views.cancel_job, name="cancel_job"),
    path("w/<uuid:workspace>/jobs/<uuid:job>/retry", views.retry_job, name="retry_job"),
]
