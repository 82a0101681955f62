"""The one Django app; its rooms are packages (docs/adr/0001)."""

from __future__ import annotations

from django.apps import AppConfig


class SynthesisConfig(AppConfig):
    name = "synthesis"
    label = "synthesis"
    verbose_name = "Collate"
    default_auto_field = "django.db.models.BigAutoField"
