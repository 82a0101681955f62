"""`manage.py overlap DRAFT SOURCE…`: what of a draft is found in the sources, as the contract of `overlap`."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from synthesis.engine.overlap.parting import OWN_WORDS
from synthesis.engine.overlap.report import NamedCorpus, OverlapSettings, SourceText, compare
from synthesis.infra.embeddings import installed_embed
from synthesis.infra.parsers.encodings import decode
from synthesis.infra.sniff_text import text_kind
from synthesis.management.engine_command import BadInput, EngineCommand, existing_file

_HEAD = 64 * 1024  # bytes looked at to tell text from other files


class Command(EngineCommand):
    help = "Compare a draft with sources: every passage found, its kind, and the share of the draft it makes up."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("draft")
        parser.add_argument("sources", nargs="+", metavar="source")
        parser.add_argument("--exclude-quotes", action="store_true", help="leave out quotations that carry a citation")
        parser.add_argument(
            "--min-run", type=int, default=0, metavar="N", help="leave out matches whose longest equal run is below N"
        )
        parser.add_argument(
            "--own-words",
            type=int,
            default=OWN_WORDS,
            metavar="N",
            help=f"own characters in a row that a match may contain before it is divided ({OWN_WORDS}; 0: any number)",
        )

        parser.add_argument(
            "--translations",
            action="store_true",
            help="also list passages that may be translated, Chinese from English or English from Chinese; no figure has them",
        )

    def answer(self, **options: Any) -> dict[str, Any]:
        for name in ("min_run", "own_words"):
            if options[name] < 0:
                raise BadInput(f"--{name.replace('_', '-')} must not be negative")
        paths = [existing_file(options["draft"]), *(_source(name) for name in options["sources"])]
        draft, *texts = [decoded(path) for path in paths]
        sources = [SourceText(name, text) for name, text in zip(options["sources"], texts, strict=True)]
        settings = OverlapSettings(
            min_run=options["min_run"], exclude_quotes=options["exclude_quotes"], own_words=options["own_words"]
        )
        started = time.perf_counter()
        result = compare(draft, NamedCorpus(sources), settings=settings)
        more = {}
        if options["translations"]:
            # Not above: its tables of words would make every other call start later.
            from synthesis.engine.overlap.across import translations

            explained = [match.draft for match in result.matches]
            found = translations(draft, texts, explained=explained, embed=installed_embed())
            more = {"translations": [one.to_json(options["sources"]) for one in found.candidates]}
        return result.to_json(round(time.perf_counter() - started, 4)) | more

    def summary(self, answer: dict[str, Any]) -> str:
        total = f"{answer['ratio']:7.2%}  {answer['matched']} of {answer['counted']} characters"
        apart = f"without cited quotations {answer['ratio_uncited']:.2%}, largest source {answer['largest_source_ratio']:.2%}"
        made = "  ".join(f"{name} {size}" for name, size in answer["composition"].items() if size)
        lines = [f"{total}  ({apart})", *([f"{made} characters"] if made else [])]
        lines += [f"{s['ratio']:7.2%}  {s['file']}  ({s['matches']})" for s in answer["sources"] if s["matches"]]
        lines += [
            f"[{m['draft'][0]}, {m['draft'][1]})  {m['kind']}  {m['similarity']:.2f}  run {m['longest_run']}"
            f"  {m['source']['file']} [{m['source']['span'][0]}, {m['source']['span'][1]})"
            for m in answer["matches"]
        ]
        lines += [
            f"[{t['draft'][0]}, {t['draft'][1]})  may be translated  {t['share']:.2f}"
            f"  {t['source']['file']} [{t['source']['span'][0]}, {t['source']['span'][1]})"
            for t in answer.get("translations", ())
        ]
        return "\n".join(lines)


def _source(name: str) -> Path:
    """An empty source is no fault: it shares nothing."""
    path = Path(name)
    return path if path.is_file() and path.stat().st_size == 0 else existing_file(name)


def decoded(path: Path) -> str:
    """The text of a file in whatever encoding; a byte order mark is no part of it. Raises BadInput for what is no text."""
    data = path.read_bytes()
    if data and text_kind(data[:_HEAD]) is None:
        raise BadInput(f"{path}: not a text file")
    text, _, warnings = decode(data)
    for warning in warnings:
        if warning.startswith("encoding-damaged"):
            print(f"{path}: {warning}", file=sys.stderr)
    return text
