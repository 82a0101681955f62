"""`manage.py compose FILE`: the drafter on one heading's excerpts (contract). No database; no network but for a model."""

from __future__ import annotations

import argparse
import json
from typing import Any

from synthesis.engine.drafting.compose import compose
from synthesis.engine.drafting.evidence.units import Excerpt, language_of
from synthesis.engine.drafting.model.compose_model import compose_with_model
from synthesis.engine.drafting.model.talk import ModelFailed
from synthesis.management.engine_command import BadInput, EngineCommand, existing_file
from synthesis.management.model_from_settings import PROVIDERS, ModelFromSettings, unusable


class Command(EngineCommand):
    """Draft one heading from `{"heading", "brief", "excerpts": [{"id", "source", "text"}]}`."""

    help = "Draft one heading, by rule or with the configured model, from a JSON file of excerpts."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--points", type=int, default=3, help="points to write (default 3)")
        parser.add_argument("--language", choices=["zh", "en"], help="language of the draft (default: the excerpts')")
        parser.add_argument("--provider", choices=PROVIDERS, default="offline", help="who writes (default: the rules)")

    def answer(self, **options: Any) -> dict[str, object]:
        """The composition as the contract has it. Raises BadInput."""
        if options["points"] < 1:
            raise BadInput("--points must be at least 1")
        heading, brief, excerpts = _read(options["file"])
        language = options["language"] or language_of(" ".join(e.text for e in excerpts))
        if options["provider"] == "offline":
            return compose(heading, brief, excerpts, points=options["points"], language=language).to_json()
        model = ModelFromSettings()
        given: dict[str, Any] = {"points": options["points"], "language": language, "judged": model.judged}
        try:
            return compose_with_model(heading, brief, excerpts, ask=model, **given).to_json()
        except ModelFailed as error:
            raise unusable(error) from error

    def summary(self, answer: Any) -> str:
        """The draft as text for people: titles, sentences with their excerpts, marks, advice."""
        lines = [answer["heading"]]
        for number, point in enumerate(answer["points"], 1):
            lines += ["", f"{number}. {point['title']}"]
            for s in point["sentences"]:
                mark = "" if s["state"] == "supported" else f" <{s['state']}>"
                lines.append(f"   {s['text']} [{', '.join(s['cites'])}]{mark}")
        lines += ["", *(f"- {u['id']}: {u['reason']}" for u in answer["unused"])]
        lines += [f"* {a['text']} [{', '.join(a['excerpts'])}]" for a in answer["advice"]]
        return "\n".join(lines)


def _read(name: str) -> tuple[str, str, list[Excerpt]]:
    try:
        data = json.loads(existing_file(name).read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{name}: not a JSON file in UTF-8 ({error})") from error
    if not isinstance(data, dict) or not isinstance(data.get("heading"), str):
        raise BadInput(f'{name}: needs an object with a text under "heading"')
    rows = data.get("excerpts")
    if not isinstance(rows, list) or not rows:
        raise BadInput(f'{name}: needs a list of excerpts under "excerpts"')
    excerpts = [_excerpt(name, number, row) for number, row in enumerate(rows, 1)]
    if len({e.id for e in excerpts}) != len(excerpts):
        raise BadInput(f"{name}: two excerpts have the same id")
    brief = data.get("brief")
    return data["heading"], brief if isinstance(brief, str) else "", excerpts


def _excerpt(name: str, number: int, row: object) -> Excerpt:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not isinstance(row.get("id"), (str, int)):
        raise BadInput(f'{name}: excerpt {number} needs "id" and "text"')
    return Excerpt(str(row["id"]), str(row.get("source") or ""), row["text"])
