"""`manage.py read FILE`: the reading text of one file, as the web application would make it. No database, no network."""

from __future__ import annotations

import argparse
from typing import Any

from synthesis.infra.sandbox import ParserFailed, read_source
from synthesis.infra.uploads import UploadRefused, inspect
from synthesis.management.engine_command import BadInput, EngineCommand, existing_file


class Command(EngineCommand):
    """Prints the reading text with its blocks, sentences, repairs and damage."""

    help = "Read FILE: text, blocks, sentences, repairs and damage."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE")

    def answer(self, **options: Any) -> dict[str, Any]:
        """The contract's answer for `file`. Raises BadInput when the file cannot be taken or read."""
        path = existing_file(options["file"])
        try:
            inspected = inspect(path, path.name)
            reading = read_source(path, inspected.kind)
        except UploadRefused as refusal:
            raise BadInput(f"{path.name}: {refusal}") from refusal
        except ParserFailed as failure:
            raise BadInput(f"{path.name}: cannot be read ({failure})") from failure
        answer = reading.to_json()
        return {**answer, "title": answer["title"] or path.stem}

    def summary(self, answer: dict[str, Any]) -> str:
        """For people: title, counts, then the text with its headings marked."""
        kinds = {
            k: sum(b["kind"] == k for b in answer["blocks"]) for k in dict.fromkeys(b["kind"] for b in answer["blocks"])
        }
        repairs = {
            k: sum(r["kind"] == k for r in answer["repairs"])
            for k in dict.fromkeys(r["kind"] for r in answer["repairs"])
        }
        lines = [
            answer["title"],
            f"{answer['language']}, {len(answer['text'])} characters, {len(answer['sentences'])} sentences",
            "blocks: " + ", ".join(f"{k} {n}" for k, n in kinds.items()),
            "repairs: " + (", ".join(f"{k} {n}" for k, n in repairs.items()) or "none"),
            f"damage: {len(answer['damage'])}",
            *(
                f"  [{d['start']}, {d['end']}) {d['reason']}: {d['text']!r} {d['suggestions']}"
                for d in answer["damage"]
            ),
            *(f"warning: {w}" for w in answer["warnings"]),
            "",
            *_blocks(answer),
        ]
        return "\n".join(lines)


def _blocks(answer: dict[str, Any]) -> list[str]:
    marks = {"heading": "#", "list": "-", "boilerplate": "~", "caption": "^", "footnote": "*"}
    text = answer["text"]
    return [
        f"{marks.get(b['kind'], '') * (b['level'] or 1 if b['kind'] == 'heading' else 1)} {text[b['start'] : b['end']]}".strip()
        for b in answer["blocks"]
    ]
