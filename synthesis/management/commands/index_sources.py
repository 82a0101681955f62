"""`python manage.py index_sources [--all]`: puts texts into the search index that are not in it."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand

from synthesis.sources import actions_search, selectors_search


class Command(BaseCommand):
    """For texts from before there was a search, and after a change of what search compares (`--all`)."""

    help = "Make sources searchable that are not; with --all every source anew."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="every source anew, not only those that are missing")

    def handle(self, *args: Any, **options: Any) -> None:
        sources = pieces = 0
        for source_id in selectors_search.sources_to_index(everything=options["all"]):
            text = selectors_search.text_to_index(source_id)
            if text is None:
                continue
            found = selectors_search.pieces_to_index(text)
            pieces += actions_search.store_pieces(source_id=source_id, text_id=text.pk, pieces=found)
            sources += 1
        self.stdout.write(f"{sources} sources indexed, {pieces} pieces")
