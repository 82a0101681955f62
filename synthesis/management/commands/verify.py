"""`python manage.py verify FILE [--json]`: each sentence of a JSON-lines file against its evidence (contract)."""

from __future__ import annotations

import argparse
import json
from typing import Any

from synthesis.engine.drafting.evidence.units import language_of
from synthesis.engine.drafting.model.answers import read_judgements
from synthesis.engine.drafting.model.asking import asked
from synthesis.engine.drafting.model.prompts import Evidence, judge_prompt
from synthesis.engine.drafting.model.talk import ModelFailed
from synthesis.engine.drafting.verify import verify_sentence
from synthesis.management.engine_command import BadInput, EngineCommand, existing_file
from synthesis.management.model_from_settings import PROVIDERS, ModelFromSettings, unusable


class Command(EngineCommand):
    """Read `{"sentence", "evidence": [...]}` per line; print state and reasons per line."""

    help = "Verify every sentence of a JSON-lines file against the evidence beside it."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="JSON lines in UTF-8")
        about = "model: a second opinion on what the guards find supported"
        parser.add_argument("--provider", choices=PROVIDERS, default="offline", help=about)

    def answer(self, **options: Any) -> list[dict[str, Any]]:
        """One verdict per line that is not blank. Raises BadInput naming the line that cannot be read."""
        name = options["file"]
        raw = existing_file(name).read_bytes().removeprefix(b"\xef\xbb\xbf")
        rows = [_row(name, number, line) for number, line in enumerate(raw.split(b"\n"), 1) if line.strip()]
        if not rows:
            raise BadInput(f"{name}: no line in the file")
        answers = [_verdict(row) for row in rows]
        if options["provider"] == "model":
            model = ModelFromSettings()
            for row, answer in zip(rows, answers, strict=True):
                if answer["state"] == "supported":
                    _ask_judge(model, row, answer)
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


def _ask_judge(model: ModelFromSettings, row: dict[str, Any], answer: dict[str, Any]) -> None:
    """A model can only lower a verdict, and only to "check". Raises BadInput when it gives no usable answer."""
    evidence = [Evidence(f"E{number}", "", text) for number, text in enumerate(row["evidence"], 1)]
    language = language_of(row["sentence"])
    prompt = judge_prompt({"S1": (row["sentence"], [e.number for e in evidence])}, evidence, language)
    try:
        against = asked(model, prompt, lambda said: read_judgements(said, ["S1"]), language)
    except ModelFailed as error:
        raise unusable(error) from error
    if "S1" in against:
        answer["state"] = "check"
        answer["reasons"].append({"guard": "support", "code": "judge", "detail": against["S1"]})
        answer["checks"]["support"] = "check"
