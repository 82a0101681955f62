"""Passages of a draft that may be translated from a source, Chinese from English or English from Chinese.

A pass of its own beside the comparison: what it finds are candidates that a person looks at. They are no matches, own no
character and stand in no figure. A sentence is known by what survives translation (`across_units`): figures and dates, Latin
names, words of a table. With `embed` the cosine of the sentences' vectors decides with them; it never does so alone.

A pair is judged by how far it stands out, not by a height: from its score half the sum of what the two sentences reach with
others is taken (Artetxe & Schwenk, "Margin-based Parallel Corpus Mining with Multilingual Sentence Embeddings", 2019).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.across_units import Item, Unit, Vocabulary, capitals, defined_terms, term_pair, units_of
from synthesis.engine.overlap.result import Span
from synthesis.engine.suggest import Embed

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MOST_LENGTH = 2_000_000  # code points of sources that are looked at: a minute
MOST_EMBEDDED = 1_200  # sentences of sources that get a vector: under a minute
_CANDIDATES = 12  # sentences of the sources for each of the draft
_UNKNOWN = 0.6  # what a word weighs that no table knows; the rarest known one weighs 1
_FEWEST = 200  # sentences: rarity is told from no fewer
_LEAST_ITEMS = 5  # words and figures of a sentence; less is a heading
_SHOWN = 12  # pairs of words that a candidate is shown with
_BESIDE = 0.75  # of the least faint score, for a sentence of the source beside the one that was found
_COVERED = 0.5  # of a sentence's characters explained by a passage found word by word: it is not asked for
_NEAR_MINE, _NEAR_THEIRS = 1, 2  # sentences between pairs that support each other, and that are joined
_MARGIN_OF = 4  # nearest vectors that a cosine is measured against
_LEXICAL = 0.06  # what the words count for beside a cosine, whose margins are small

# Set on twenty-four passages translated by hand against texts on other subjects, before the sets of the bench were looked at.
_WORDS_ALONE = (0.26, 0.11, 0.20, 0.50, 2.0)
_WITH_VECTORS = (0.045, 0.045, 0.028, 0.08, 1.0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """`draft`, `span`: code points of the draft and of the source `number`. `shared`: words as they stand in draft and source,
    the most telling first. `share`: of both sentences' words that answer each other, 0 to 1; `cosine`: None without vectors."""

    draft: Span
    number: int
    span: Span
    share: float
    cosine: float | None
    shared: tuple[tuple[str, str], ...]

    def to_json(self, names: Sequence[str]) -> dict[str, Any]:
        """`names`: of the sources, in the order given."""
        return {
            "draft": list(self.draft),
            "source": {"file": names[self.number], "span": list(self.span)},
            "share": self.share,
            "cosine": self.cosine,
            "shared": [list(pair) for pair in self.shared],
        }


@dataclass(frozen=True)
class Found:
    """`looked`: how many sources have sentences in the other language and were looked at; `left`: how many were too many."""

    candidates: list[Candidate] = field(default_factory=list)
    looked: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class _Rules:
    """Least score, least margin; least score of one beside another, and of both together; least weight of the words shared."""

    score: float
    margin: float
    faint: float
    together: float
    evidence: float


def translations(
    draft: str,
    sources: Sequence[str],
    *,
    terms: Sequence[str] = (),
    explained: Sequence[Span] = (),
    embed: Embed | None = None,
    tell: Callable[[float], None] = lambda _share: None,
) -> Found:
    """Candidates in the order of the draft, at most one place for each sentence. `terms`: of a glossary, those written in both
    languages are known; `explained`: spans of the draft that are found already; `tell` hears the share that is done."""
    vocabulary = Vocabulary(_pairs(draft, sources, terms))
    names = capitals(draft).union(*(capitals(source) for source in sources))
    asked = [unit for unit in units_of(draft, vocabulary, names) if _telling(unit) and not _covered(unit, explained)]
    out: list[Candidate] = []
    looked, room = set[int](), MOST_LENGTH
    theirs: list[tuple[int, Unit]] = []
    wanted = {"en" if unit.language == "zh" else "zh" for unit in asked}
    left = 0
    for number, source in enumerate(sources):
        if not wanted or len(source) > room:
            left += bool(wanted)
            continue
        room -= len(source)
        here = [(number, one) for one in units_of(source, vocabulary, names, wanted) if _telling(one)]
        looked |= {number} if here else set()
        theirs += here
        tell(0.5 * (number + 1) / len(sources))
    for language in sorted(wanted):
        mine = [unit for unit in asked if unit.language != language]
        there = [(number, unit) for number, unit in theirs if unit.language == language]
        out += _Pass(draft, sources, mine, there, embed).found()
    return Found(sorted(out, key=lambda one: one.draft), len(looked), left)


def _pairs(draft: str, sources: Sequence[str], terms: Sequence[str]) -> list[tuple[str, str]]:
    given = [pair for pair in map(term_pair, terms) if pair]
    return given + [pair for text in (draft, *sources) for pair in defined_terms(text)]


def _telling(unit: Unit) -> bool:
    return len(unit.items) >= _LEAST_ITEMS and sum(bool(item.keys) for item in unit.items) >= 2


def _covered(unit: Unit, explained: Sequence[Span]) -> bool:
    inside = sum(max(0, min(unit.end, end) - max(unit.start, start)) for start, end in explained)
    return inside >= _COVERED * (unit.end - unit.start)


class _Pass:
    """The sentences of a draft in one language against those of the sources in the other."""

    def __init__(
        self,
        draft: str,
        sources: Sequence[str],
        mine: list[Unit],
        theirs: list[tuple[int, Unit]],
        embed: Embed | None,
    ) -> None:
        self.draft, self.sources, self.mine, self.theirs, self.embed = draft, sources, mine, theirs, embed
        self.weights = _Weights(mine, [unit for _number, unit in theirs])
        self.shares: dict[tuple[int, int], float] = {}
        self.cosines: dict[tuple[int, int], float] = {}
        self.rules = _Rules(*(_WORDS_ALONE if embed is None else _WITH_VECTORS))
        self.scores = self.shares

    def found(self) -> list[Candidate]:
        if not self.mine or not self.theirs:
            return []
        self._near()
        if not self.shares:
            return []
        self.scores = self.shares if self.embed is None else self._measured()
        margins = self.scores if self.embed is not None else _margins(self.scores)
        best: dict[int, int] = {}
        for (i, j), score in self.scores.items():
            if i not in best or score > self.scores[i, best[i]]:
                best[i] = j
        kept = [(i, j) for i, j in sorted(best.items()) if self._holds(i, j, margins[i, j])]
        return [self._candidate(run) for run in self._joined(kept)]

    def _near(self) -> None:
        """The share of every draft sentence with the sentences that have most of its rare keys."""
        places: dict[str, list[int]] = defaultdict(list)
        for j, (_number, unit) in enumerate(self.theirs):
            for key in {key for item in unit.items for key in item.keys}:
                places[key].append(j)
        where = {key: np.array(found, np.int64) for key, found in places.items()}
        size = np.sqrt([self.weights.total(unit) for _number, unit in self.theirs])
        for i, unit in enumerate(self.mine):
            sums = np.zeros(len(self.theirs))
            for key in {key for item in unit.items for key in item.keys if key in where}:
                sums[where[key]] += self.weights.of(key)
            sums /= size
            for j in np.argsort(-sums, kind="stable")[:_CANDIDATES].tolist():
                if sums[j] > 0:
                    self.shares[i, j] = self.weights.share(unit, self.theirs[j][1])

    def _measured(self) -> dict[tuple[int, int], float]:
        """The margins of the cosines with a little for the words shared; `cosines` along with it."""
        assert self.embed is not None
        order = sorted(self.shares, key=lambda pair: -self.shares[pair])
        columns = list(dict.fromkeys(j for _i, j in order))[:MOST_EMBEDDED]
        rows = sorted({i for i, _j in order})
        cosine = (
            _vectors(self.embed, [self.draft[self.mine[i].start : self.mine[i].end] for i in rows])
            @ _vectors(self.embed, [self._theirs(j) for j in columns]).T
        )
        numbers = np.array(rows, np.int64), np.array(columns, np.int64)
        row_of, column_of = {i: at for at, i in enumerate(rows)}, {j: at for at, j in enumerate(columns)}
        out = {}
        for (i, j), share in self.shares.items():
            if j in column_of:
                at = row_of[i], column_of[j]
                self.cosines[i, j] = float(cosine[at])
                out[i, j] = float(cosine[at]) - _nearest(cosine, *at, *numbers) + _LEXICAL * share
        return out

    def _theirs(self, j: int) -> str:
        number, unit = self.theirs[j]
        return self.sources[number][unit.start : unit.end]

    def _holds(self, i: int, j: int, margin: float) -> bool:
        """Whether a pair stands by itself, or beside one that comes from the same place."""
        score, rules = self.scores[i, j], self.rules
        answers = self.weights.answers(self.mine[i], self.theirs[j][1])
        if sum(weight for weight, _words in answers) < rules.evidence:
            return False
        if score >= rules.score and margin >= rules.margin:
            return True
        beside = [
            self.scores[pair]
            for mine in (i - 1, i + 1)
            for other in range(j - _NEAR_THEIRS, j + _NEAR_THEIRS + 1)
            if (pair := (mine, other)) in self.scores and self._together((i, j), pair)
        ]
        most = max(beside, default=0.0)
        return score >= rules.faint and most >= rules.faint and score + most >= rules.together

    def _together(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether two pairs are of neighbouring sentences of the draft and near places of one source."""
        (source, here), (another, there) = self.theirs[one[1]], self.theirs[other[1]]
        apart = abs(self.mine[one[0]].number - self.mine[other[0]].number)
        return apart <= _NEAR_MINE and source == another and abs(here.number - there.number) <= _NEAR_THEIRS

    def _joined(self, kept: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
        """Runs of neighbouring sentences from neighbouring places of one source."""
        runs: list[list[tuple[int, int]]] = []
        for pair in kept:
            if runs and self._together(runs[-1][-1], pair):
                runs[-1].append(pair)
            else:
                runs.append([pair])
        return runs

    def _widened(self, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """With the sentences of the source beside them that answer the same sentence: one may be translated from two."""
        beside = [
            (i, other)
            for i, j in run
            for other in (j - 1, j + 1)
            if self.scores.get((i, other), 0.0) >= _BESIDE * self.rules.faint and self._together((i, j), (i, other))
        ]
        return sorted({*run, *beside})

    def _candidate(self, run: list[tuple[int, int]]) -> Candidate:
        wide = self._widened(run)
        units = [self.theirs[j][1] for _i, j in wide]
        found = [pair for i, j in wide for pair in self.weights.answers(self.mine[i], self.theirs[j][1])]
        cosines = [self.cosines[pair] for pair in run if pair in self.cosines]
        return Candidate(
            (self.mine[run[0][0]].start, self.mine[run[-1][0]].end),
            self.theirs[run[0][1]][0],
            (min(unit.start for unit in units), max(unit.end for unit in units)),
            round(sum(self.shares[pair] for pair in run) / len(run), 3),
            round(sum(cosines) / len(cosines), 3) if cosines else None,
            tuple(dict.fromkeys(words for _weight, words in sorted(found, key=lambda one: -one[0])))[:_SHOWN],
        )


class _Weights:
    """How much a key tells: less the more sentences on either side have it."""

    def __init__(self, mine: Sequence[Unit], theirs: Sequence[Unit]) -> None:
        self.sides = [
            (
                Counter(key for unit in side for key in {key for item in unit.items for key in item.keys}),
                max(len(side), _FEWEST),
            )
            for side in (mine, theirs)
        ]
        self.known: dict[str, float] = {}

    def of(self, key: str) -> float:
        """Between 0 and 1."""
        if key not in self.known:
            self.known[key] = min(
                math.log1p(size / (1 + counts[key])) / math.log1p(size) for counts, size in self.sides
            )
        return self.known[key]

    def _of_item(self, item: Item) -> float:
        translated = [key for key in item.keys if key[0] not in "lp"] or item.keys
        return max(map(self.of, translated), default=_UNKNOWN)

    def total(self, unit: Unit) -> float:
        return sum(map(self._of_item, unit.items))

    def share(self, one: Unit, other: Unit) -> float:
        """Which part of both sentences the other answers: the geometric mean of the two parts."""
        parts = [
            sum(weight for weight, _words in self.answers(a, b)) / max(self.total(a), 1e-9)
            for a, b in ((one, other), (other, one))
        ]
        return math.sqrt(min(1.0, parts[0]) * min(1.0, parts[1]))

    def answers(self, one: Unit, other: Unit) -> list[tuple[float, tuple[str, str]]]:
        """The words of `one` with those of `other` that answer them, each of these once, and what the pair weighs."""
        there: dict[str, list[Item]] = defaultdict(list)
        for item in reversed(other.items):
            for key in item.keys:
                there[key].append(item)
        out = []
        for item in one.items:
            known = [key for key in item.keys if there[key]]
            if known:
                key = max(known, key=self.of)
                out.append((self.of(key), (item.text.strip(), there[key].pop().text.strip())))
        return out


def _margins(scores: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Each score less half of what its two sentences reach with another one. What stands beside a sentence is no other: one may
    be translated by two."""
    rows, columns = defaultdict[int, list[tuple[int, float]]](list), defaultdict[int, list[tuple[int, float]]](list)
    for (i, j), score in scores.items():
        rows[i].append((j, score))
        columns[j].append((i, score))
    out = {}
    for (i, j), score in scores.items():
        mine = max((s for other, s in rows[i] if abs(other - j) > _NEAR_THEIRS), default=0.0)
        theirs = max((s for other, s in columns[j] if abs(other - i) > _NEAR_MINE), default=0.0)
        out[i, j] = score - (mine + theirs) / 2
    return out


def _nearest(cosines: Floats, row: int, column: int, rows: Ints, columns: Ints) -> float:
    """What a cosine is measured against: the mean of itself and the highest others of its row, and of its column, as far as there
    are enough; without those of the sentences beside it. `rows`, `columns`: the numbers of the sentences."""
    sides = []
    for values, at, numbers, near in (
        (cosines[row], column, columns, _NEAR_THEIRS),
        (cosines[:, column], row, rows, _NEAR_MINE),
    ):
        others = values[np.abs(numbers - numbers[at]) > near]
        if len(others) >= _MARGIN_OF:
            sides.append((float(np.sort(others)[1 - _MARGIN_OF :].sum()) + float(values[at])) / _MARGIN_OF)
    return sum(sides) / len(sides) if sides else float(cosines.mean())


def _vectors(embed: Embed, texts: list[str]) -> Floats:
    """One row of length 1 for each text."""
    rows = np.array(embed(texts), np.float64).reshape(len(texts), -1)
    size = np.linalg.norm(rows, axis=1, keepdims=True)
    out: Floats = rows / np.where(size > 0, size, 1.0)
    return out
