"""`python manage.py index_overlap [--rebuild]`: puts sources into the table that reports over many sources ask."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand

from synthesis.overlap import actions, actions_index, selectors, selectors_index
from synthesis.sources.preparing import prepare_reading


class Command(BaseCommand):
    """For sources from before there was a table, and after a change of what it compares."""

    help = "Put sources into the overlap index that are not in it; with --rebuild empty it first."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--rebuild", action="store_true", help="empty the index first")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["rebuild"]:
            actions_index.drop_index()
        texts = hashes = 0
        for text_id in selectors_index.not_indexed(selectors_index.texts_to_index()):
            text = selectors_index.reading_text(text_id)
            if text is None:
                continue
            arrays = selectors.prepared(text)
            if arrays is None:
                arrays = prepare_reading(text)
                actions.store_prepared(text=text, arrays=arrays)
            hashes += actions_index.index_text(text=text, arrays=arrays)
            texts += 1
        self.stdout.write(f"{texts} sources indexed, {hashes} hashes")
