"""The overlap report as one HTML file that needs nothing else: to read, print and hand on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string

from synthesis.engine.overlap.figures import Figures, Part, figures
from synthesis.engine.overlap.recount import StoredMatch
from synthesis.engine.overlap.result import OverlapResult
from synthesis.exchange.overlap_words import WORDS
from synthesis.overlap.painting import Compared, Piece, compared, stretches

# Code points of the source on each side of a passage.
CONTEXT = 60
KINDS = ("verbatim", "edited", "reordered", "paraphrase", "quoted", "common")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source's part: `ratio` of the draft's counted characters, `matched` of them, `passages` of it."""

    name: str
    ratio: float
    matched: int
    passages: int


@dataclass(frozen=True, slots=True)
class MarkLine:
    """What a person said of a passage: `verdict` fine or rewrite; `said` who and when."""

    verdict: str
    comment: str
    said: str


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with the characters of its source: the passage itself and what stands before and after it."""

    match: StoredMatch
    source: str
    language: str
    before: str
    passage: str
    after: str
    also: Sequence[str] = ()
    mark: MarkLine | None = None
    # Why whoever asked may not read the source's words, of which there are none here: withheld_draft, withheld_class
    # or withheld_source of the words; "" for what is shown.
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """A passage of the draft that may be translated from `source`: the words of both, what answers what, and what is said of
    it; `withheld` as of a passage."""

    draft: str
    source: str
    language: str
    before: str
    passage: str
    after: str
    shared: Sequence[tuple[str, str]] = ()
    mark: MarkLine | None = None
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """All that the file shows. `language` zh or en, of its words; `subtitle` says of what and when it was made.

    `figures` own the stretches of the draft, in the order of `passages`; `others`: whether some sources are the author's
    own; `left_out` names what the settings leave out, `as_made` is the ratio without them.
    """

    language: str
    draft: str
    figures: Figures
    sources: Sequence[SourceLine]
    passages: Sequence[FoundPassage]
    title: str = ""
    subtitle: Sequence[str] = field(default_factory=tuple)
    others: bool = False
    left_out: Sequence[str] = ()
    as_made: float = 0.0
    # None: translations were not asked for.
    candidates: Sequence[CandidateLine] | None = None


def overlap_page(draft: str, result: OverlapResult, sources: Mapping[str, str], language: str) -> str:
    """The page of a comparison just made. Spans of `result` are offsets into `draft` and the texts of `sources`, by name."""
    passages = []
    for m in result.matches:
        text, (start, end) = sources[m.name], m.span
        stored = StoredMatch(m.draft, m.name, m.span, m.kind, m.similarity, m.longest_run, m.owned, same=m.same)
        also = [a.name for a in m.alternatives if a.name != m.name]
        around = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
        passages.append(FoundPassage(stored, m.name, "", *around, list(dict.fromkeys(also))))
    return render_page(
        ReportPage(
            language=language,
            draft=draft,
            figures=figures(draft, [found.match for found in passages]),
            sources=[SourceLine(s.name, s.ratio, s.matched, s.matches) for s in result.sources],
            passages=passages,
        )
    )


def render_page(page: ReportPage) -> str:
    """The file's text. Everything that people wrote is escaped."""
    return render_to_string("exchange/overlap_page.html", shown_of(page))


def shown_of(page: ReportPage) -> dict[str, Any]:
    """What the file shows, whatever its format: words, figures as text, the draft and the passages in pieces."""
    words = WORDS["zh" if page.language == "zh" else "en"]
    counted = page.figures
    sides = [_sides(page.draft[slice(*found.match.draft)], found, words) for found in page.passages]
    return {
        "language": "zh-Hans" if page.language == "zh" else "en",
        "words": words,
        "page": page,
        "figures": [
            (words["total"], _percent(counted.ratio)),
            (words["uncited"], _percent(counted.ratio_uncited)),
            *([(words["others"], _percent(counted.ratio_others))] if page.others else []),
            (words["largest"], _percent(counted.largest_source_ratio)),
            (words["matched"], f"{counted.matched} / {counted.counted}"),
        ],
        "plainly": _plainly(counted, words),
        "made": _made(counted, words),
        "as_made": _percent(page.as_made),
        "parts": [_part(part, part.title) for part in counted.parts]
        + [_part(counted.front, words["front"]), _part(counted.back, words["back"])],
        "sources": [(line, _percent(line.ratio)) for line in page.sources if line.passages],
        "kinds": [(kind, words[kind]) for kind in KINDS if any(found.match.kind == kind for found in page.passages)],
        "paragraphs": stretches(page.draft, counted.passages, sides),
        "passages": [
            {
                "number": number,
                "found": found,
                "kind": words.get(found.match.kind, found.match.kind),
                "percent": _percent(found.match.similarity),
                "sides": side,
                "verdict": words[f"mark_{found.mark.verdict}"] if found.mark else "",
            }
            for number, (found, side) in enumerate(zip(page.passages, sides, strict=True), start=1)
        ],
        "candidates": [_candidate(number, one, words) for number, one in enumerate(page.candidates or (), start=1)],
    }


def _candidate(number: int, one: CandidateLine, words: dict[str, str]) -> dict[str, Any]:
    return {
        "number": number,
        "line": one,
        "passage": words[one.withheld] if one.withheld else one.passage,
        "answers": " · ".join(f"{mine} = {theirs}" for mine, theirs in one.shared),
        "verdict": words[f"mark_{one.mark.verdict}"] if one.mark else "",
    }


def _plainly(counted: Figures, words: Mapping[str, str]) -> str:
    """What the total is made of, as a sentence; "" where nothing was found."""
    if not counted.matched:
        return ""
    parts = {code: _percent(counted.share(size)) for code, size in counted.composition.to_json().items()}
    return words["plainly"].format(total=_percent(counted.ratio), **parts)


def _made(counted: Figures, words: dict[str, str]) -> list[dict[str, str]]:
    """What the matched characters are: name, per cent of the draft, characters; `at` and `width` of a bar, in per cent."""
    rows, at = [], 0.0
    for code, size in counted.composition.to_json().items():
        share = size / counted.counted if counted.counted else 0.0
        if size or code != "quoted":
            row = {"code": code, "name": words[f"made_{code}"], "percent": _percent(share), "size": str(size)}
            rows.append({**row, "at": f"{100 * at:.3f}", "width": f"{100 * share:.3f}"})
        at += share
    return rows if counted.matched else []


def _sides(draft: str, found: FoundPassage, words: Mapping[str, str]) -> Compared:
    if found.withheld:
        return Compared([Piece(draft)], [Piece(words[found.withheld])], [])
    return compared(draft, found.passage)


def _part(part: Part, title: str) -> tuple[str, str, str]:
    return title, _percent(part.ratio), f"{part.matched} / {part.counted}"


def _percent(ratio: float) -> str:
    return f"{100 * ratio:.1f}%"
