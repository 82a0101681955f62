"""`python manage.py suggest FILE [--json]`: a heading for each line of a file, or none (contract)."""

from __future__ import annotations

import argparse
from typing import Any

from synthesis.engine.suggest import PEST, suggest
from synthesis.infra.embeddings import installed_embed
from synthesis.management.engine_command import BadInput, EngineCommand, existing_file


class Command(EngineCommand):
    """Rank P, E, S and T for every sentence of a file."""

    help = "Suggest a PEST heading for every sentence of FILE (one sentence per line)."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="UTF-8 text, one sentence per line")

    def answer(self, **options: Any) -> list[dict[str, Any]]:
        """One object per line that is not blank. Raises BadInput."""
        name = options["file"]
        try:
            text = existing_file(name).read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise BadInput(f"{name}: not UTF-8 text (byte {error.start})") from error
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if not lines:
            raise BadInput(f"{name}: no sentence in the file")
        return [
            {"text": s.text, "heading": s.heading, "scores": s.scores, "provider": s.provider}
            for s in suggest(lines, PEST, embed=installed_embed())
        ]

    def summary(self, answer: list[dict[str, Any]]) -> str:
        """A line per sentence: the key or a dash, then the sentence."""
        return "\n".join(f"{row['heading'] or '-'}\t{row['text']}" for row in answer)
