"""The overlap report as data, and as the JSON of the outside contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Span = tuple[int, int]


@dataclass(frozen=True)
class Alternative:
    """Another place that a matched passage of the draft could come from."""

    draft: Span
    name: str
    span: Span
    kind: str
    similarity: float
    longest_run: int
    same: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class Match:
    """One passage: `draft` and `span` in code points of draft and source as given; `owned`: the stretches of the draft
    that are counted for this source; `converted`: script or width differ."""

    draft: Span
    name: str
    number: int
    span: Span
    kind: str
    similarity: float
    longest_run: int
    converted: bool
    owned: list[Span] = field(default_factory=list)
    same: list[Span] = field(default_factory=list)
    alternatives: list[Alternative] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        return {
            "draft": list(self.draft),
            "source": {"file": self.name, "span": list(self.span)},
            "kind": self.kind,
            "similarity": self.similarity,
            "longest_run": self.longest_run,
            "converted": self.converted,
            "owned": [list(span) for span in self.owned],
            "same": [list(span) for span in self.same],
            "alternatives": [
                {
                    "draft": list(a.draft),
                    "source": {"file": a.name, "span": list(a.span)},
                    "kind": a.kind,
                    "similarity": a.similarity,
                    "longest_run": a.longest_run,
                }
                for a in self.alternatives
            ],
        }


@dataclass(frozen=True)
class SourceShare:
    """A source's part: `matched` counted characters of the draft whose main source it is; `number`: its place in the
    order given; `matches`: passages it is the main source of. The ratios of all sources sum to the report's."""

    name: str
    number: int
    matched: int
    ratio: float
    matches: int


@dataclass(frozen=True)
class Composition:
    """What the matched characters are, each of them one of four, by the match it is counted for: `quoted` with a
    citation; `verbatim`, in a match or a customary run (`runs`) that is the same word for word; `similar` wording, the
    rest of what is called a paraphrase; `edited`, the rest."""

    verbatim: int = 0
    edited: int = 0
    similar: int = 0
    quoted: int = 0

    def to_json(self) -> dict[str, int]:
        """Counted characters by name; they sum to the report's `matched`."""
        return {"verbatim": self.verbatim, "edited": self.edited, "similar": self.similar, "quoted": self.quoted}


def part_of(kind: str) -> str:
    """Of which part of a composition a match's characters are, unless they lie in a customary run."""
    return {"verbatim": "verbatim", "paraphrase": "similar", "quoted": "quoted"}.get(kind, "edited")


class Ratios:
    """The figures of what has so many `counted` characters, as shares of these, 0 to 1; of none all are 0."""

    counted: int
    matched: int
    uncited: int

    @property
    def ratio(self) -> float:
        return self.share(self.matched)

    @property
    def ratio_uncited(self) -> float:
        return self.share(self.uncited)

    def share(self, size: int) -> float:
        return size / self.counted if self.counted else 0.0


@dataclass(frozen=True)
class OverlapResult(Ratios):
    """The report. `counted`, `matched`, `uncited`: counted characters of the draft: all, in a match, in a match that is
    not a cited quotation. `excluded`: matches that the settings leave out of every figure."""

    counted: int
    matched: int
    uncited: int
    matches: list[Match]
    excluded: list[Match]
    sources: list[SourceShare]
    composition: Composition = field(default_factory=Composition)

    @property
    def largest_source_ratio(self) -> float:
        return max((source.ratio for source in self.sources), default=0.0)

    def to_json(self, seconds: float = 0.0) -> dict[str, Any]:
        """The contract's object of `overlap`, with `excluded`, `composition`, and `owned`, `same`, `converted`, `alternatives` of each match."""
        return {
            "counted": self.counted,
            "matched": self.matched,
            "ratio": self.ratio,
            "ratio_uncited": self.ratio_uncited,
            "largest_source_ratio": self.largest_source_ratio,
            "composition": self.composition.to_json(),
            "matches": [match.to_json() for match in self.matches],
            "excluded": [match.to_json() for match in self.excluded],
            "sources": [
                {"file": source.name, "ratio": source.ratio, "matches": source.matches, "matched": source.matched}
                for source in self.sources
            ],
            "seconds": seconds,
        }
