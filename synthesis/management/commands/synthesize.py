"""`manage.py synthesize FILE… --out DIR`: the whole way without a browser or a database (contract)."""

from __future__ import annotations

import argparse
import csv
import json
import time
from functools import partial
from pathlib import Path
from typing import Any

from synthesis.engine.citations import numbers_of
from synthesis.engine.drafting.compose import compose
from synthesis.engine.drafting.evidence.units import language_of
from synthesis.engine.drafting.model.compose_model import compose_with_model
from synthesis.engine.drafting.model.talk import ModelFailed
from synthesis.engine.suggest import HeadingDescription
from synthesis.engine.text.model import ReadingText
from synthesis.exchange.document import CitedSentence, HeadingText, PointText, ReportDocument
from synthesis.exchange.overlap_page import overlap_page
from synthesis.exchange.pandoc import to_docx, to_markdown
from synthesis.exchange.whole_way import Drafter, Synthesis, synthesize
from synthesis.infra.references import formatted
from synthesis.management.documents import Document, documents
from synthesis.management.engine_command import BadInput, EngineCommand
from synthesis.management.model_from_settings import PROVIDERS, ModelFromSettings, unusable
from synthesis.tagging.codebooks import TEMPLATES, headings_for

WORDS = {
    "zh": {
        "title": "{headings}分析",
        "references": "参考文献",
        "rules": "规则草稿（未用模型）。每句所依据的摘录见 evidence.csv；标“需核”的句子须由人核对或改写。",
        "model": "由语言模型起草，经规则核对。每句所依据的摘录见 evidence.csv；标“需核”或“无依据”的句子须由人核对或改写。",
        "check": "（需核）",
        "unsupported": "（无依据）",
        "indicative": "（需人工改写）",
    },
    "en": {
        "title": "{headings}: analysis",
        "references": "References",
        "rules": "Drafted by rules, without a model. evidence.csv lists the excerpts behind each sentence; "
        "sentences marked “check” need a person.",
        "model": "Drafted by a language model and checked by rules. evidence.csv lists the excerpts behind each "
        "sentence; sentences marked “check” or “not supported” need a person.",
        "check": " (check)",
        "unsupported": " (not supported)",
        "indicative": " (to be reworded)",
    },
}


class Command(EngineCommand):
    help = (
        "Read files, tag, draft, verify and compare; writes report.md, report.docx, overlap.*, evidence.csv, run.json."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--out", required=True, help="folder for the results; made when missing")
        parser.add_argument("--headings", default="P,E,S,T", help="keys of PEST headings, comma-separated")
        parser.add_argument("--points", type=int, default=3, help="points per heading, 1 to 6")
        parser.add_argument("--provider", choices=PROVIDERS, default="offline")
        parser.add_argument("--language", choices=["zh", "en"], default=None, help="default: that of most sources")

    def answer(self, **options: Any) -> dict[str, Any]:
        """Runs the whole way and returns what run.json holds. Raises BadInput."""
        started = time.monotonic()
        model = ModelFromSettings() if options["provider"] == "model" else None
        if not 1 <= options["points"] <= 6:
            raise BadInput("--points must be 1 to 6")
        with documents(options["files"]) as found:
            out = _folder(options["out"])
            readings = [self._read(document) for document in found]
            names = [document.name for document in found]
        language = options["language"] or language_of("".join(r.text[:20_000] for r in readings))
        headings = _headings(options["headings"], language)
        given = {"points": options["points"], "language": language, "tell": self._tell}
        try:
            made = synthesize(names, readings, headings, drafter=_drafter(model), **given)
        except ModelFailed as error:
            raise unusable(error) from error
        if not any(point.sentences for c in made.compositions.values() for point in c.points):
            raise BadInput("nothing in these files fits the headings; no section could be written")
        self._tell("write")
        document = _document(made, readings, names, headings, language)
        (out / "report.md").write_text(to_markdown(document), "utf-8")
        (out / "report.docx").write_bytes(to_docx(document))
        overlap = made.overlap.to_json()
        (out / "overlap.json").write_text(json.dumps(overlap, ensure_ascii=False, indent=1), "utf-8")
        texts = {name: reading.text for name, reading in zip(names, readings, strict=True)}
        (out / "overlap.html").write_text(overlap_page(made.draft_text, made.overlap, texts, language), "utf-8")
        _write_evidence(out / "evidence.csv", made, names)
        run = _run(made, readings, names, options, language, time.monotonic() - started)
        (out / "run.json").write_text(json.dumps(run, ensure_ascii=False, indent=1), "utf-8")
        return run

    def _read(self, document: Document) -> ReadingText:
        self._tell(f"read {document.name}")
        return document.read()

    def _tell(self, step: str) -> None:
        self.stderr.write(step)

    def summary(self, answer: Any) -> str:
        overlap, sentences = answer["overlap"], answer["sentences"]
        same = overlap["composition"]["verbatim"] / max(overlap["counted"], 1)
        return (
            f"{len(answer['files'])} files, {answer['excerpts']} excerpts, {sentences['total']} sentences "
            f"({sentences['supported']} supported), {same:.1%} word for word, {overlap['ratio']:.1%} with what is edited "
            f"but recognised, {answer['seconds']:.1f} s"
        )


def _drafter(model: ModelFromSettings | None) -> Drafter:
    return compose if model is None else partial(compose_with_model, ask=model, judged=model.judged)


def _provider(made: Synthesis) -> str:
    return next(iter(made.compositions.values())).provider


def _folder(name: str) -> Path:
    out = Path(name)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"--out {name}: {error.strerror}") from error
    return out


def _headings(keys: str, language: str) -> list[HeadingDescription]:
    wanted = [key.strip().upper() for key in keys.split(",") if key.strip()]
    known = {key: (name, text) for key, name, text in headings_for("pest", language)}
    if not wanted or set(wanted) - set(known):
        allowed = ",".join(heading.key for heading in TEMPLATES["pest"])
        raise BadInput(f"--headings {keys}: choose from {allowed}")
    return [HeadingDescription(key, *known[key]) for key in known if key in wanted]


def _document(
    made: Synthesis,
    readings: list[ReadingText],
    names: list[str],
    headings: list[HeadingDescription],
    language: str,
) -> ReportDocument:
    """The section with its sources numbered by first appearance."""
    words = WORDS[language]
    source_of = {e.id: e.source for e in made.excerpts}
    drafted = [(h.name, made.compositions[h.key]) for h in headings if h.key in made.compositions]
    numbers = numbers_of(
        source_of[cite] for _, c in drafted for point in c.points for s in point.sentences for cite in s.cites
    )
    parts = []
    for name, composition in drafted:
        points = []
        for point in composition.points:
            sentences = []
            for sentence in point.sentences:
                marks = sorted({numbers[source_of[cite]] for cite in sentence.cites})
                sentences.append(CitedSentence(_marked(sentence, words), tuple(marks)))
            points.append(PointText(point.title, sentences))
        parts.append(HeadingText(name, points))
    items = [(str(s), {"type": "document", "title": readings[s].title or Path(names[s]).stem}) for s in numbers]
    entries = formatted(items, "gbt7714-2025" if language == "zh" else "apa7", language=language).entries
    lines = [entries[key] for key, _ in items]
    gap = "、" if language == "zh" else ", "
    title = words["title"].format(headings=gap.join(h.name for h in parts))
    return ReportDocument(title, language, parts, lines, words["references"], (words[_provider(made)],))


def _marked(sentence: Any, words: dict[str, str]) -> str:
    """The sentence, with a plain mark where a person must look."""
    if sentence.kind == "indicative":
        return sentence.text + words["indicative"]
    return sentence.text + ("" if sentence.state == "supported" else words[sentence.state])


def _write_evidence(path: Path, made: Synthesis, names: list[str]) -> None:
    """One row per excerpt, with the sentences that rest on it; a byte order mark makes Excel read it as UTF-8."""
    used: dict[str, list[str]] = {}
    for composition in made.compositions.values():
        for point in composition.points:
            for sentence in point.sentences:
                for cite in sentence.cites:
                    used.setdefault(cite, []).append(sentence.text)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "heading", "source", "start", "end", "excerpt", "score", "used", "sentences"])
        for e in made.excerpts:
            sentences = used.get(e.id, [])
            row = [e.id, e.heading, names[e.source], e.start, e.end, e.text, round(e.score, 3), len(sentences)]
            writer.writerow([*(_plain(cell) for cell in row), _plain(" | ".join(sentences))])


def _plain(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t"} else cell


def _run(
    made: Synthesis, readings: list[ReadingText], names: list[str], options: Any, language: str, seconds: float
) -> dict[str, Any]:
    states = [s.state for c in made.compositions.values() for p in c.points for s in p.sentences]
    files = [
        {
            "file": name,
            "title": reading.title,
            "language": reading.language,
            "length": len(reading.text),
            "repairs": len(reading.all_repairs()),
            "damage": len(reading.damage),
            "warnings": list(reading.warnings),
        }
        for name, reading in zip(names, readings, strict=True)
    ]
    figures = made.overlap.to_json()
    return {
        "provider": _provider(made),
        "language": language,
        "headings": {key: c.to_json() for key, c in made.compositions.items()},
        "points": options["points"],
        "files": files,
        "excerpts": len(made.excerpts),
        "sentences": {
            "total": len(states),
            **{state: states.count(state) for state in ("supported", "check", "unsupported")},
        },
        "overlap": {
            name: figures[name]
            for name in ("counted", "matched", "ratio", "ratio_uncited", "largest_source_ratio", "composition")
        },
        "seconds": round(seconds, 2),
    }
