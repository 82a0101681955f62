"""What a reader of a report leaves out of it; unusable values count as none."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict

from synthesis.engine.overlap.recount import LeftOut

# 13 is the customary threshold in Chinese practice; the others stand around it.
LEAST_RUNS = (0, 8, 13, 20, 30)
KINDS = ("verbatim", "edited", "reordered", "paraphrase", "quoted", "common")


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """`min_run` in counted characters; `sources` (ids) and `kinds` are left out."""

    min_run: int = 0
    sources: frozenset[str] = field(default_factory=frozenset)
    kinds: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def parse(cls, query: QueryDict) -> ReportSettings:
        run = query.get("min", "")
        return cls(
            int(run) if run.isascii() and run.isdecimal() and len(run) < 5 else 0,
            frozenset(one for one in map(_uuid, query.getlist("without")[:200]) if one),
            frozenset(query.getlist("hide")) & frozenset(KINDS),
        )

    @property
    def left_out(self) -> LeftOut:
        return LeftOut(self.min_run, self.sources, self.kinds)

    def __bool__(self) -> bool:
        return bool(self.min_run or self.sources or self.kinds)

    def query(self) -> str:
        """As the address has it, without what is not set."""
        pairs = [("min", str(self.min_run))] if self.min_run else []
        pairs += [("without", one) for one in sorted(self.sources)] + [("hide", one) for one in sorted(self.kinds)]
        return urlencode(pairs)


def _uuid(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return ""
