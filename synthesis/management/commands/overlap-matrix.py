# ruff: noqa: N999 (the name of the file is the name of the command)
"""`manage.py overlap-matrix FOLDER`: the texts of a folder against each other: pairs, groups, shared passages.

The hyphen is the command's name, as its users write it; Django finds commands by the names of their files.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from synthesis.engine.overlap.matrix import Named, compare_all
from synthesis.management.commands.overlap import decoded
from synthesis.management.engine_command import BadInput, EngineCommand, existing_file

_SHOWN = 40  # pairs and passages in the answer for people; JSON has all
_TEXTS = 5_000  # more are refused: their pairs alone are twelve millions
_NAME = 32


class Command(EngineCommand):
    help = "Compare all texts of a folder with each other: who shares what with whom, and which groups they form."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("folder", help="text files; other files and hidden ones are left out")
        parser.add_argument(
            "--given",
            action="append",
            default=[],
            metavar="FILE",
            help="text that everybody was given; counts for nobody",
        )
        parser.add_argument(
            "--sources", metavar="FOLDER", help="sources the texts may have used; not compared with each other"
        )
        parser.add_argument(
            "--least", type=float, default=10.0, metavar="PERCENT", help="share that makes two texts one group (10)"
        )

    def answer(self, **options: Any) -> dict[str, Any]:
        if not 0 < options["least"] <= 100:
            raise BadInput("--least must be above 0 and at most 100")
        given = [decoded(existing_file(name)) for name in options["given"]]
        texts = _texts(options["folder"], source=False)
        if options["sources"]:
            texts += _texts(options["sources"], source=True)
        if len(texts) > _TEXTS:
            raise BadInput(f"{len(texts)} texts; at most {_TEXTS} are compared with each other")
        started = time.perf_counter()
        matrix = compare_all(texts, given=given, least=options["least"] / 100)
        return matrix.to_json() | {"seconds": round(time.perf_counter() - started, 4)}

    def summary(self, answer: dict[str, Any]) -> str:
        width = max([len(text["file"]) for text in answer["texts"]] + [4])
        width = min(width, _NAME)
        lines = [f"{len(answer['texts'])} texts, {len(answer['pairs'])} pairs that share something"]
        if answer["pairs"]:
            lines += ["", f"{'':{width}}  {'':{width}}   of 1st   of 2nd  passages"]
        for pair in answer["pairs"][:_SHOWN]:
            one, two = (_short(name, width) for name in pair["files"])
            ratios = "  ".join(f"{ratio:7.2%}" for ratio in pair["ratios"])
            lines.append(f"{one}  {two}  {ratios}  {len(pair['matches']):8}")
        lines += _more(len(answer["pairs"]))
        for number, group in enumerate(answer["clusters"], 1):
            lines += ["", f"group {number} ({len(group)}): {', '.join(group)}"]
        shared = [one for one in answer["passages"] if len({place["file"] for place in one["places"]}) > 2]
        if shared:
            lines += ["", "passages in more than two texts"]
        for passage in shared[:_SHOWN]:
            places = ", ".join(f"{p['file']} [{p['span'][0]}, {p['span'][1]})" for p in passage["places"])
            lines.append(f"{passage['length']:6} characters  {places}")
        return "\n".join(lines + _more(len(shared)))


def _short(name: str, width: int) -> str:
    return f"{name if len(name) <= width else '…' + name[1 - width :]:{width}}"


def _more(count: int) -> list[str]:
    return [f"… and {count - _SHOWN} more (--json has all)"] if count > _SHOWN else []


def _texts(name: str, *, source: bool) -> list[Named]:
    """The text files of a folder and of those in it, named by their path in it."""
    folder = Path(name)
    if not folder.is_dir():
        raise BadInput(f"{name}: no such folder")
    texts = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts):
            continue
        try:
            texts.append(Named(str(inside), decoded(path), source))
        except BadInput as fault:
            print(f"{fault}; left out", file=sys.stderr)
    if not texts:
        raise BadInput(f"{name}: no text files in this folder")
    return texts
