"""`python manage.py verify FILE [--json]`: each sentence of a JSON-lines file against its evidence (contract)."""

from __future__ import annotations

import argparse
import json
from typing import Any

from synthesis.engine.drafting.verify import verify_sentence
from synthesis.management.engine_command import BadInput, EngineCommand, existing_file


class Command(EngineCommand):
    """Read `{"sentence", "evidence": [...]}` per line; print state and reasons per line."""

    help = "Verify every sentence of a JSON-lines file against the evidence beside it."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="JSON lines in UTF-8")

    def answer(self, **options: Any) -> list[dict[str, Any]]:
        """One verdict per line that is not blank. Raises BadInput naming the line that cannot be read."""
        name = options["file"]
        raw = existing_file(name).read_bytes().removeprefix(b"\xef\xbb\xbf")
        answers = [
            _verdict(_row(name, number, line)) for number, line in enumerate(raw.split(b"\n"), 1) if line.strip()
        ]
        if not answers:
            raise BadInput(f"{name}: no line in the file")
        return answers

    def handle(self, *args: Any, **options: Any) -> None:
        """JSON lines with or without `--json`: the contract has one object per line, not one array."""
        super().handle(*args, **{**options, "json": False})

    def summary(self, answer: list[dict[str, Any]]) -> str:
        """One JSON object per line."""
        return "\n".join(json.dumps(row, ensure_ascii=False) for row in answer)


def _row(name: str, number: int, line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{name}: line {number} is not JSON in UTF-8 ({error})") from error
    if not isinstance(row, dict) or not isinstance(row.get("sentence"), str):
        raise BadInput(f'{name}: line {number} needs an object with a text under "sentence"')
    evidence = row.get("evidence")
    if not isinstance(evidence, list) or not all(isinstance(text, str) for text in evidence):
        raise BadInput(f'{name}: line {number} needs a list of texts under "evidence"')
    glossary = row.get("glossary", [])
    if not isinstance(glossary, list) or not all(isinstance(term, str) for term in glossary):
        raise BadInput(f'{name}: line {number} has a "glossary" that is no list of texts')
    return row


def _verdict(row: dict[str, Any]) -> dict[str, Any]:
    verdict = verify_sentence(row["sentence"], row["evidence"], glossary=row.get("glossary", []))
    return {
        "state": verdict.state,
        "reasons": [{"guard": r.guard, "code": r.code, "detail": r.detail} for r in verdict.reasons],
        "checks": verdict.checks,
    }
