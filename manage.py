#!/usr/bin/env python3
"""Django's command line for Collate."""

from __future__ import annotations

import os
import sys
from importlib import import_module

#: Commands on files alone: they start without the apps, which take longer to load than most of these to answer.
ON_FILES = frozenset({"compose", "overlap", "overlap-matrix", "read", "suggest", "verify"})


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    if sys.argv[1:2] and sys.argv[1] in ON_FILES:
        import_module(f"synthesis.management.commands.{sys.argv[1]}").Command().run_from_argv(sys.argv)
        return
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
