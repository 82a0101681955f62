"""Settings: one file, driven by the environment. Every value that a deployment may change is read here and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = os.environ.get("SECRET_KEY", "x")
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "synthesis"]
USE_TZ = True
