"""The one Django app; its rooms are packages (docs/adr/0001)."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig


class SynthesisConfig(AppConfig):
    name = "synthesis"
    label = "synthesis"
    verbose_name = "Collate"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Registers every room's job handlers and outbox subscribers, in every process."""
        for room in ("sources", "tagging", "overlap", "drafting", "review"):
            if find_spec(f"synthesis.{room}.tasks"):
                import_module(f"synthesis.{room}.tasks")
