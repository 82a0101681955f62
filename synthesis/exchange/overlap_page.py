"""The overlap report as one HTML file that needs nothing else: to read, print and hand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string

from synthesis.engine.overlap.result import Match, OverlapResult

CONTEXT = 24


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters of the draft; `number` is the passage they lie in, 0 for none."""

    text: str
    number: int


def overlap_page(draft: str, result: OverlapResult, sources: Mapping[str, str], language: str) -> str:
    """The page. Spans of `result` are offsets into `draft` and into the texts of `sources`, by name."""
    passages = [_passage(n, match, draft, sources[match.name]) for n, match in enumerate(result.matches, start=1)]
    context = {
        "language": "zh-Hans" if language == "zh" else "en",
        "chinese": language == "zh",
        "result": result,
        "percent": {
            "total": _percent(result.ratio),
            "uncited": _percent(result.ratio_uncited),
            "largest": _percent(result.largest_source_ratio),
        },
        "sources": [
            {"name": share.name, "percent": _percent(share.ratio), "matches": share.matches}
            for share in result.sources
            if share.matches
        ],
        "stretches": _stretches(draft, result.matches),
        "passages": passages,
    }
    return render_to_string("exchange/overlap_page.html", context)


def _percent(ratio: float) -> str:
    return f"{100 * ratio:.1f}%"


def _passage(number: int, match: Match, draft: str, source: str) -> dict[str, object]:
    (a, b), (c, d) = match.draft, match.span
    return {
        "number": number,
        "match": match,
        "draft": draft[a:b],
        "before": source[max(0, c - CONTEXT) : c],
        "source": source[c:d],
        "after": source[d : d + CONTEXT],
    }


def _stretches(draft: str, matches: list[Match]) -> list[Stretch]:
    """The draft cut at the ends of its passages; where passages overlap the earlier one shows."""
    owner = [0] * len(draft)
    for number, match in reversed(list(enumerate(matches, start=1))):
        owner[match.draft[0] : match.draft[1]] = [number] * (match.draft[1] - match.draft[0])
    stretches: list[Stretch] = []
    begin = 0
    for i in range(1, len(draft) + 1):
        if i == len(draft) or owner[i] != owner[begin]:
            stretches.append(Stretch(draft[begin:i], owner[begin]))
            begin = i
    return stretches
