"""Which sentences a person would tag: whole, telling ones about what several texts share, not many of the same kind.

Pure and deterministic; ties go to the earlier sentence. Not for which heading a sentence belongs to; that is
`engine.suggest`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from synthesis.engine.drafting.evidence.flaws import flaw_of, tidy
from synthesis.engine.drafting.evidence.units import language_of
from synthesis.engine.drafting.planning.cluster import tf_idf
from synthesis.engine.drafting.quantities.find import find_quantities
from synthesis.engine.drafting.rewriting.fluency_zh import unfinished

SHORTEST, LONGEST = 20, 160  # characters of a sentence worth tagging; words of other languages count as three
_LIKE = 0.55  # cosine at which a second sentence adds little
_NAMED = re.compile(r"《[^》]+》|[A-Z][A-Za-z0-9-]{2,}")
_REASONED = re.compile(
    r"由于|因为|导致|得益于|推动|促使|使得|从而|但|不足|依赖|瓶颈|制约|差距|尚|高于|低于|较|because|led to|driven|however|despite|than",
    re.IGNORECASE,
)
_ROW = re.compile(r"(?:\d[\d.,%]*\D{0,3}){9,}|\t|\|")
_ADMINISTRATIVE = re.compile(
    r"版权|数据来源：?$|请参见|目录|定价|联系电话|免责|有限公司.{0,20}(?:成立于|注册)|^(?:图|表)\s*\d"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence for one heading: its source, span `[start, end)`, text, and how sure `suggest` is (0–1)."""

    source: int
    start: int
    end: int
    text: str
    score: float


def worth_tagging(text: str) -> bool:
    """Whether a sentence stands alone and says something: complete, neither row of a table nor caption."""
    language = language_of(text)
    told = tidy(text, language)
    size = len(told) if language == "zh" else len(told) / 3
    if not SHORTEST <= size <= LONGEST or _ROW.search(text) or _ADMINISTRATIVE.search(text):
        return False
    if flaw_of(text, told, language) or not re.search(r"[。！；.;]['”’\")]*\s*$", text):
        return False
    return language != "zh" or not unfinished(told)


def choose(candidates: Sequence[Candidate], most: int, per_source: int) -> list[Candidate]:
    """At most `most` candidates, at most `per_source` of one source: the surest and most telling, then by how much
    they add to those chosen. In the order chosen."""
    good = [c for c in candidates if worth_tagging(c.text)]
    if not good:
        return []
    rows = tf_idf([c.text for c in good], language_of(" ".join(c.text for c in good)))
    near = rows @ rows.T
    sources = np.array([c.source for c in good])
    ranks = np.argsort(np.argsort([c.score for c in good], kind="stable"), kind="stable") / max(1, len(good) - 1)
    shared = np.array([_shared(near[i], sources, sources[i]) for i in range(len(good))])
    spread = shared.max() or 1.0
    worth = [float(1.3 * ranks[i] + _telling(c.text) + 0.5 * shared[i] / spread) for i, c in enumerate(good)]
    left, chosen, taken = list(range(len(good))), list[int](), dict[int, int]()
    while left and len(chosen) < most:
        best = max(
            left, key=lambda i: (worth[i] - _repeated(near, i, chosen) - 0.06 * taken.get(good[i].source, 0), -i)
        )
        left.remove(best)
        source = good[best].source
        if taken.get(source, 0) >= per_source or (chosen and float(near[best, chosen].max()) > _LIKE):
            continue
        taken[source] = taken.get(source, 0) + 1
        chosen.append(best)
    return [good[i] for i in chosen]


def _repeated(near: np.ndarray[tuple[int, int], np.dtype[np.float64]], i: int, chosen: Sequence[int]) -> float:
    return 0.8 * float(near[i, chosen].max()) if chosen else 0.0


def _shared(
    row: np.ndarray[tuple[int], np.dtype[np.float64]], sources: np.ndarray[tuple[int], np.dtype[np.int64]], own: int
) -> float:
    """How much a sentence has in common with the sentences of other sources nearest to it; its own when alone."""
    others = row[sources != own] if bool((sources != own).any()) else np.delete(row, int(np.argmax(row)))
    return float(np.sort(others)[-4:].mean()) if len(others) else 0.0


def _telling(text: str) -> float:
    """Points for figures with a unit, names and reasons; a little less for very long sentences."""
    figures = sum(q.unit != "" and q.unit_class != "ordinal" for q in find_quantities(text))
    points = 0.3 * min(figures, 2) + 0.2 * bool(_NAMED.search(text)) + 0.25 * bool(_REASONED.search(text))
    return points - (0.3 if len(text) > 120 and language_of(text) == "zh" else 0.0)
