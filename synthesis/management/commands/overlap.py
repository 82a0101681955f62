"""`manage.py overlap DRAFT SOURCE…`: what of a draft is found in the sources, as the contract of `overlap`."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

from synthesis.engine.overlap.report import NamedCorpus, OverlapSettings, SourceText, compare
from synthesis.management.engine_command import BadInput, EngineCommand, existing_file


class Command(EngineCommand):
    help = "Compare a draft with sources: every passage found, its kind, and the share of the draft it makes up."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("draft")
        parser.add_argument("sources", nargs="+", metavar="source")
        parser.add_argument("--exclude-quotes", action="store_true", help="leave out quotations that carry a citation")
        parser.add_argument(
            "--min-run", type=int, default=0, metavar="N", help="leave out matches whose longest equal run is below N"
        )

    def answer(self, **options: Any) -> dict[str, Any]:
        if options["min_run"] < 0:
            raise BadInput("--min-run must not be negative")
        draft = decoded(existing_file(options["draft"]))
        sources = [SourceText(name, decoded(_source(name))) for name in options["sources"]]
        settings = OverlapSettings(min_run=options["min_run"], exclude_quotes=options["exclude_quotes"])
        started = time.perf_counter()
        result = compare(draft, NamedCorpus(sources), settings=settings)
        return result.to_json(round(time.perf_counter() - started, 4))

    def summary(self, answer: dict[str, Any]) -> str:
        total = f"{answer['ratio']:7.2%}  {answer['matched']} of {answer['counted']} characters"
        apart = f"without cited quotations {answer['ratio_uncited']:.2%}, largest source {answer['largest_source_ratio']:.2%}"
        lines = [f"{total}  ({apart})"]
        lines += [f"{s['ratio']:7.2%}  {s['file']}  ({s['matches']})" for s in answer["sources"] if s["matches"]]
        lines += [
            f"[{m['draft'][0]}, {m['draft'][1]})  {m['kind']}  {m['similarity']:.2f}  run {m['longest_run']}"
            f"  {m['source']['file']} [{m['source']['span'][0]}, {m['source']['span'][1]})"
            for m in answer["matches"]
        ]
        return "\n".join(lines)


def _source(name: str) -> Path:
    """An empty source is no fault: it shares nothing."""
    path = Path(name)
    return path if path.is_file() and path.stat().st_size == 0 else existing_file(name)


def decoded(path: Path) -> str:
    """The text of a file in UTF-8, UTF-16 with a mark, or GB18030; a byte order mark is not part of it. Raises BadInput."""
    data = path.read_bytes()
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInput(f"{path}: the text is in no encoding that could be recognised")
