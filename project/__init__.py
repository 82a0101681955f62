"""Configuration only: settings, URLs, ASGI, Celery, embedded services. Nothing in `synthesis` imports it."""

from __future__ import annotations

from project.celery import app as celery_app

__all__ = ["celery_app"]
