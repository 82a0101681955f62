"""`manage.py read FILE`: the reading text of one file, as the web application would make it. No database, no network."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from synthesis.management.documents import documents, listed
from synthesis.management.engine_command import BadInput, EngineCommand


class Command(EngineCommand):
    """Prints the reading text with its blocks, sentences, repairs and damage."""

    help = "Read FILE: text, blocks, sentences, repairs and damage."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "file", metavar="FILE", help="a document, or a ZIP file of one; ZIP/NAME for one of several"
        )

    def answer(self, **options: Any) -> dict[str, Any]:
        """The contract's answer for `file`. Raises BadInput when the file cannot be taken or read."""
        with documents([options["file"]]) as found:
            if len(found) > 1:
                name = options["file"]
                raise BadInput(f"{name}: holds {listed([one.name for one in found])}; name one, as {name}/NAME")
            (document,) = found
            answer = document.read().to_json()
        return {**answer, "title": answer["title"] or Path(document.name).stem}

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
