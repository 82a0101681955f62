"""Configuration only: settings, URLs, ASGI, Celery, embedded services. Nothing in `synthesis` imports it."""

from __future__ import annotations

import gc

# Hundreds of modules are loaded at the start of each process, and stay: to look for garbage among them every 700 objects
# is a tenth of that start.
gc.set_threshold(20_000, 50)

from project.celery import app as celery_app  # noqa: E402

__all__ = ["celery_app"]
