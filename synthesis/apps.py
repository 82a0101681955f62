"""The one Django app; its rooms are packages (docs/adr/0001)."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from django.apps import AppConfig


class SynthesisConfig(AppConfig):
    name = "synthesis"
    label = "synthesis"
    verbose_name = "Collate"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Registers every room's job handlers and outbox subscribers, in every process."""
        for room in ("sources", "tagging", "overlap", "drafting", "review"):
            package = import_module(f"synthesis.{room}")
            for module in iter_modules(package.__path__):
                # `tasks`, and what outgrew it: `tasks_versions`.
                if module.name.split("_")[0] == "tasks":
                    import_module(f"{package.__name__}.{module.name}")
