"""From an extraction to the reading text: the stages in their order. Each stage lives in its own module."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from synthesis.engine.text.annotations import find_annotations
from synthesis.engine.text.byteshift import Shifted, find_shifts
from synthesis.engine.text.columns import column_mends
from synthesis.engine.text.doublebyte import Reread, find_reread
from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.flat import split_flat
from synthesis.engine.text.furniture import mark_furniture
from synthesis.engine.text.laidout import layout_blocks, plan_layout_joins
from synthesis.engine.text.lines import Line, plan_joins, split_lines
from synthesis.engine.text.model import Block, Damage, ReadingText, Repair
from synthesis.engine.text.mojibake import find_misread
from synthesis.engine.text.normalise import composing_edits, normalising_edits
from synthesis.engine.text.notes import note_mends
from synthesis.engine.text.pipeline import Mend, Pipeline
from synthesis.engine.text.script import detect_language, to_simplified
from synthesis.engine.text.sentences import split_rows, split_sentences
from synthesis.engine.text.spacing import spacing_mends
from synthesis.engine.text.structure import find_blocks
from synthesis.engine.text.structured import structured_blocks
from synthesis.engine.text.suspects import find_suspects
from synthesis.engine.text.width import width_mends

__all__ = ["ReadingText", "build_reading_text"]

#: Sentences are for tagging, suggestions and drafts; page furniture and site chrome have none.
_WITHOUT_SENTENCES = frozenset({"boilerplate"})
_LONGEST_TITLE = 80


def build_reading_text(extraction: Extraction, progress: Callable[[float], None] | None = None) -> ReadingText:
    """The reading text of `extraction`; pure and deterministic. `progress` hears fractions in [0, 1].

    Time is linear in the length of the text.
    """
    tell = progress or _unheard
    original, spans = _laid_out(extraction)
    pipeline = Pipeline(original)
    # Before anything else: control characters are bytes here.
    pipeline.mend([Mend(m.start, m.end, m.after, "mojibake", m.confidence) for m in find_misread(pipeline.text)])
    # Several stages ask for the same text.
    simplified = lru_cache(maxsize=1)(to_simplified)
    damage = _mend_reread(pipeline, find_reread(pipeline.text, simplified))
    pipeline.edit(normalising_edits(pipeline.text))
    pipeline.edit(composing_edits(pipeline.text))
    tell(0.2)
    damage += _mend_shifts(pipeline, find_shifts(pipeline.text))
    pipeline.mend([Mend(a.start, a.end, "", "annotation", a.confidence) for a in find_annotations(pipeline.text)])
    tell(0.5)
    pipeline.mend(width_mends(pipeline.text))
    language = detect_language(pipeline.text)
    simplify = simplified if language == "zh-Hant" else _as_it_is
    pipeline.mend(spacing_mends(simplify(pipeline.text)))
    pipeline.mend(note_mends(pipeline.text))
    furniture: frozenset[int] = frozenset()
    if not extraction.structured:
        if not extraction.laid_out:
            pipeline.mend(column_mends(pipeline.text))
        furniture = _mend_cuts(pipeline, simplify, spans, extraction.laid_out)
    tell(0.7)
    text = simplify(pipeline.text)
    blocks = _blocks(text, _pages(pipeline, spans), extraction, furniture)
    tell(0.9)
    sentences = tuple(
        s
        for b in blocks
        if b.kind not in _WITHOUT_SENTENCES
        for s in (split_rows if b.kind == "table" else split_sentences)(text, b.start, b.end)
    )
    return ReadingText(
        # What is said first in a film is no title.
        title=extraction.title.strip() or ("" if extraction.kind == "subtitles" else _title(text, blocks)),
        language=language,
        text=text,
        written=pipeline.text,
        original=original,
        blocks=tuple(blocks),
        sentences=sentences,
        repairs=_repairs(pipeline, text),
        damage=_damage(pipeline, text, damage),
        warnings=extraction.warnings,
        offset_map=pipeline.offset_map,
        metadata=dict(extraction.metadata),
    )


def _unheard(fraction: float) -> None:
    """Progress nobody asked for."""


def _as_it_is(text: str) -> str:
    return text


def _laid_out(extraction: Extraction) -> tuple[str, list[tuple[int, int, ExtractedBlock]]]:
    """The blocks one below the other, and where each stands."""
    pieces: list[str] = []
    spans: list[tuple[int, int, ExtractedBlock]] = []
    at = 0
    for block in extraction.blocks:
        if pieces:
            pieces.append("\n\n")
            at += 2
        pieces.append(block.text)
        spans.append((at, at + len(block.text), block))
        at += len(block.text)
    return "".join(pieces), spans


def _mend_reread(pipeline: Pipeline, reread: Sequence[Reread]) -> list[tuple[int, int, Shifted]]:
    """Make the certain repairs of wrongly read runs; give back the rest with its place in the original."""
    rest = [
        (
            *pipeline.offset_map.to_original(r.start, r.end),
            Shifted(r.start, r.end, None, 0.0, "mojibake", r.suggestions),
        )
        for r in reread
        if r.after is None
    ]
    pipeline.mend([Mend(r.start, r.end, r.after, r.kind, r.confidence) for r in reread if r.after is not None])
    return rest


def _mend_shifts(pipeline: Pipeline, shifted: Sequence[Shifted]) -> list[tuple[int, int, Shifted]]:
    """Make the certain repairs; give back the rest with its place in the original."""
    rest = [(*pipeline.offset_map.to_original(s.start, s.end), s) for s in shifted if s.after is None]
    pipeline.mend([Mend(s.start, s.end, s.after, "byteshift", s.confidence) for s in shifted if s.after is not None])
    return rest


def _mend_cuts(
    pipeline: Pipeline,
    simplify: Callable[[str], str],
    spans: Sequence[tuple[int, int, ExtractedBlock]],
    laid_out: bool,
) -> frozenset[int]:
    """Join what lines and pages cut; give back where the lines of page furniture begin that are left."""
    simplified, pages = simplify(pipeline.text), _pages(pipeline, spans)
    if laid_out:
        joins, furniture = plan_layout_joins(simplified, pages), []
    else:
        lines = mark_furniture(simplified, _lines(simplified, pages))
        joins = plan_joins(simplified, lines)
        furniture = [pipeline.offset_map.to_original(line.start, line.end) for line in lines if line.furniture]
    pipeline.mend([Mend(j.start, j.end, j.after, j.kind, j.confidence) for j in joins])
    left = [pipeline.offset_map.to_text(start, end) for start, end in furniture]
    return frozenset(start for start, end in left if start < end)


def _pages(
    pipeline: Pipeline, spans: Sequence[tuple[int, int, ExtractedBlock]]
) -> list[tuple[int, int, ExtractedBlock]]:
    return [(*pipeline.offset_map.to_text(start, end), block) for start, end, block in spans]


def _lines(text: str, pages: Sequence[tuple[int, int, ExtractedBlock]]) -> list[Line]:
    return split_lines(text, [(start, end, block.page) for start, end, block in pages])


def _blocks(
    text: str, pages: Sequence[tuple[int, int, ExtractedBlock]], extraction: Extraction, furniture: frozenset[int]
) -> list[Block]:
    if extraction.laid_out:
        return layout_blocks(text, pages)
    if extraction.structured:
        return structured_blocks(text, pages)
    lines = [replace(line, furniture=True) if line.start in furniture else line for line in _lines(text, pages)]
    return split_flat(text, find_blocks(text, lines))


def _title(text: str, blocks: Sequence[Block]) -> str:
    """The first heading, or a short first line; empty when the text opens with running text."""
    for block in blocks:
        if block.kind == "heading" and block.end - block.start <= _LONGEST_TITLE:
            return text[block.start : block.end]
        if block.kind == "paragraph":
            body = text[block.start : block.end]
            return body if len(body) <= _LONGEST_TITLE and body[-1] not in "。！？；.;" else ""
    return ""


def _repairs(pipeline: Pipeline, text: str) -> tuple[Repair, ...]:
    repairs = [Repair(p.kind, p.start, p.end, p.before, text[p.start : p.end], p.confidence) for p in pipeline.placed]
    return tuple(sorted(repairs, key=lambda r: (r.start, r.end, r.kind)))


def _damage(pipeline: Pipeline, text: str, rest: Sequence[tuple[int, int, Shifted]]) -> tuple[Damage, ...]:
    found = []
    for start, end, shifted in rest:
        a, b = pipeline.offset_map.to_text(start, end)
        found.append(Damage(a, b, text[a:b], shifted.reason, shifted.suggestions))
    taken = [(d.start, d.end) for d in found]
    found.extend(s for s in find_suspects(text) if not any(a < s.end and s.start < b for a, b in taken))
    return tuple(sorted(found, key=lambda d: (d.start, d.end)))
