"""The whole way from reading texts to a checked section without a database: suggest → tag → draft → overlap.

Pure apart from its progress reports; `manage.py synthesize` reads the files and writes the results.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from synthesis.engine.drafting.compose import compose
from synthesis.engine.drafting.compose_types import Composition
from synthesis.engine.drafting.evidence.units import Excerpt
from synthesis.engine.overlap.report import SourceText, compare
from synthesis.engine.overlap.result import OverlapResult
from synthesis.engine.suggest import HeadingDescription, suggest
from synthesis.engine.text.model import ReadingText
from synthesis.engine.text.running import running_text
from synthesis.exchange.whole_way_choice import Candidate, choose

# `compose`, or `compose_with_model` with its model given.
Drafter = Callable[..., Composition]
# Excerpts a heading is drafted from, and how many of them one source may give: more than a person would tag for
# two or three points, few enough that the plan stays about something.
PER_HEADING, PER_SOURCE = 72, 28
LONGEST_MERGED = 320  # characters of neighbouring sentences tagged as one excerpt
TAGGABLE = frozenset({"paragraph", "list"})


@dataclass(frozen=True, slots=True)
class TaggedExcerpt:
    """A tagged span of a source: code points `[start, end)` of its reading text."""

    id: str
    source: int
    start: int
    end: int
    text: str
    heading: str
    score: float


@dataclass(frozen=True, slots=True)
class Synthesis:
    """What came out: the excerpts tagged, a composition per heading, the draft's plain text and its overlap report."""

    excerpts: list[TaggedExcerpt]
    compositions: dict[str, Composition]
    draft_text: str
    overlap: OverlapResult


def synthesize(
    names: Sequence[str],
    readings: Sequence[ReadingText],
    headings: Sequence[HeadingDescription],
    *,
    points: int,
    language: str,
    brief: str = "",
    drafter: Drafter = compose,
    tell: Callable[[str], None] = lambda _: None,
) -> Synthesis:
    """Tags, drafts and checks. `names` label the readings in the overlap report. Deterministic when `drafter` is."""
    tell("suggest")
    excerpts = tag_suggestions(readings, headings)
    texts = [
        running_text(reading.text, [(b.start, b.end) for b in reading.blocks if b.kind == "boilerplate"])
        for reading in readings
    ]
    compositions = {}
    for heading in headings:
        tell(f"draft {heading.key}")
        own = [Excerpt(e.id, names[e.source], e.text) for e in excerpts if e.heading == heading.key]
        if own:
            compositions[heading.key] = drafter(
                heading.name, brief, own, points=points, language=language, against=texts
            )
    tell("overlap")
    draft = plain_text(list(compositions.values()), language)
    result = compare(draft, [SourceText(name, text) for name, text in zip(names, texts, strict=True)])
    return Synthesis(excerpts, compositions, draft, result)


def tag_suggestions(readings: Sequence[ReadingText], headings: Sequence[HeadingDescription]) -> list[TaggedExcerpt]:
    """Tags the sentences that `suggest` is surest of, the best of each heading, in the order of the texts."""
    found: dict[str, list[Candidate]] = {heading.key: [] for heading in headings}
    for number, reading in enumerate(readings):
        spans = _taggable(reading)
        for (start, end), one in zip(spans, suggest([reading.text[a:b] for a, b in spans], headings), strict=True):
            if one.heading is not None:
                text = reading.text[start:end]
                found[one.heading].append(Candidate(number, start, end, text, one.scores[one.heading]))
    tagged = [
        excerpt
        for heading, candidates in found.items()
        for excerpt in _merged(choose(candidates, PER_HEADING, PER_SOURCE), heading, readings)
    ]
    return sorted(tagged, key=lambda e: (e.source, e.start, e.heading))


def _merged(chosen: Sequence[Candidate], heading: str, readings: Sequence[ReadingText]) -> list[TaggedExcerpt]:
    """The chosen sentences as excerpts; neighbours in one paragraph as one."""
    out: list[TaggedExcerpt] = []
    for one in sorted(chosen, key=lambda c: (c.source, c.start)):
        text = readings[one.source].text
        last = out[-1] if out else None
        joins = last is not None and last.source == one.source and not text[last.end : one.start].strip()
        if (
            last is not None
            and joins
            and "\n" not in text[last.end : one.start]
            and one.end - last.start <= LONGEST_MERGED
        ):
            out[-1] = replace(last, end=one.end, text=text[last.start : one.end], score=max(last.score, one.score))
        else:
            id_ = f"s{one.source + 1}-{one.start}"
            out.append(TaggedExcerpt(id_, one.source, one.start, one.end, one.text, heading, one.score))
    return out


def _taggable(reading: ReadingText) -> list[tuple[int, int]]:
    """Sentences of paragraphs and lists that no damage touches."""
    blocks = sorted((b.start, b.end) for b in reading.blocks if b.kind in TAGGABLE)
    damaged = sorted((d.start, d.end) for d in reading.damage)
    spans, at, hurt = [], 0, 0
    for start, end in reading.sentences:
        while at < len(blocks) and blocks[at][1] <= start:
            at += 1
        while hurt < len(damaged) and damaged[hurt][1] <= start:
            hurt += 1
        inside = at < len(blocks) and blocks[at][0] <= start
        if inside and not (hurt < len(damaged) and damaged[hurt][0] < end):
            spans.append((start, end))
    return spans


def plain_text(compositions: Sequence[Composition], language: str) -> str:
    """The draft's sentences alone, a line for each point: what the overlap report is made of."""
    gap = " " if language == "en" else ""
    lines = [gap.join(s.text for s in point.sentences) for c in compositions for point in c.points]
    return "\n".join(line for line in lines if line)
