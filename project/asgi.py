"""ASGI entry point: `uvicorn project.asgi:application`."""

from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
_django = get_asgi_application()

# Only now: Django is set up.
from project.body_limit import BodyLimit  # noqa: E402
from synthesis.sources.originals import largest_upload  # noqa: E402
from synthesis.sources.receiving import FILES_TOGETHER  # noqa: E402

#: Field names and boundaries of a multipart body come on top of its files.
AROUND = 1024 * 1024
application = BodyLimit(_django, largest_upload() * FILES_TOGETHER + AROUND)
