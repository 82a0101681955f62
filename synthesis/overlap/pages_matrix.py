"""A comparison of many texts as its page shows it: a table of shares, a graph of who is near whom, shared passages."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from synthesis.overlap import selectors_matrix
from synthesis.overlap.models import TextComparison
from synthesis.overlap.painting import Piece, compared
from synthesis.overlap.selectors_matrix import ToldText
from synthesis.workspaces.policy import Access

MOST_ROWS = 36  # of the table
MOST_NODES = 80  # of the graph
MOST_PAIRS = 100
MOST_PASSAGES = 40
LABEL = 30  # of a name in the graph, in halves of a Han character
LEAST_EDGE = 0.02  # share from which two texts are drawn as connected
_STEPS = (0.02, 0.1, 0.25, 0.5, 0.8)  # shades of the table
_SIZE, _RADIUS = 720, 290
# Names of more texts than this stand along the radius, or those above and below the circle would cover each other.
_LEVEL_NAMES, _SHORT_RADIUS, _SHORT_LABEL = 14, 205, 16
EDGES_A_NODE = 3  # the heaviest lines that are drawn; all of a class that share one sentence would be a black disc
FEW_PAIRS, FEW_PASSAGES = 20, 12  # that a page shows unfolded


@dataclass(frozen=True, slots=True)
class Cell:
    """How much of the row's text stands in the column's."""

    share: float
    level: int
    one: int
    two: int


@dataclass(frozen=True, slots=True)
class TableRow:
    text: ToldText
    cells: list[Cell | None]


@dataclass(frozen=True, slots=True)
class Node:
    text: ToldText
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    turn: float  # degrees by which the name is turned about its place
    group: int
    row: int  # its number in the table; 0 when it is not in it
    label: str


@dataclass(frozen=True, slots=True)
class Edge:
    x1: float
    y1: float
    x2: float
    y2: float
    level: int
    share: float
    title: str
    one: int
    two: int


@dataclass(frozen=True, slots=True)
class PairLine:
    one: ToldText
    two: ToldText
    shares: tuple[float, float]
    shared: tuple[int, int]


@dataclass(frozen=True, slots=True)
class PassageLine:
    number: int
    length: int
    texts: list[ToldText]
    words: str


@dataclass(frozen=True, slots=True)
class PairSide:
    """One side of a shared passage, with a little of what stands around it; no pieces where it may not be read."""

    before: str = ""
    pieces: Sequence[Piece] = ()
    after: str = ""


@dataclass(frozen=True, slots=True)
class MatrixPage:
    texts: list[ToldText]
    rows: list[TableRow]
    nodes: list[Node]
    edges: list[Edge]
    left_edges: int  # lines that are too many to be drawn
    pairs: list[PairLine]
    folded_pairs: list[PairLine]
    more_pairs: int
    groups: list[list[ToldText]]
    passages: list[PassageLine]
    folded_passages: list[PassageLine]
    alone: int  # texts that share nothing with any other; the table leaves them out
    active: int  # texts that were compared with all
    passive: int  # texts that were only looked for in the others
    size: int = field(default=_SIZE)


def matrix_page(access: Access, comparison: TextComparison) -> MatrixPage:
    """Everything but the words of single pairs. A finished comparison only."""
    told = selectors_matrix.told_texts(access, comparison)
    result = comparison.result
    shares = {(pair[0], pair[1]): pair for pair in result["pairs"]}
    largest = _largest_shares(result["pairs"])
    in_table = sorted(largest, key=lambda n: (told[n].passive, -largest[n], n))[:MOST_ROWS]
    passages = _passages(comparison, told)
    pairs = [_line(pair, told) for pair in result["pairs"][:MOST_PAIRS]]
    return MatrixPage(
        texts=[told[n] for n in sorted(told)],
        rows=_table(in_table, told, shares),
        nodes=(nodes := _nodes(result, told, in_table)),
        edges=(edges := _edges(nodes, shares))[-EDGES_A_NODE * len(nodes) :],
        left_edges=max(0, len(edges) - EDGES_A_NODE * len(nodes)),
        pairs=pairs[:FEW_PAIRS],
        folded_pairs=pairs[FEW_PAIRS:],
        more_pairs=max(0, len(result["pairs"]) - MOST_PAIRS) + result.get("left_out", 0),
        groups=[[told[n] for n in group] for group in result["clusters"]],
        passages=passages[:FEW_PASSAGES],
        folded_passages=passages[FEW_PASSAGES:],
        alone=len(told.keys() - largest.keys()),
        active=len(told) - (passive := sum(text.passive for text in told.values())),
        passive=passive,
    )


def _largest_shares(pairs: Sequence[Any]) -> dict[int, float]:
    """Text → the largest share that one of its pairs has on either side."""
    largest: dict[int, float] = {}
    for pair in pairs:
        for number in pair[:2]:
            largest[number] = max(largest.get(number, 0.0), *pair[3])
    return largest


def _level(share: float) -> int:
    return sum(share >= step for step in _STEPS)


def _table(order: list[int], told: dict[int, ToldText], shares: dict[tuple[int, int], Any]) -> list[TableRow]:
    rows = []
    for one in order:
        cells: list[Cell | None] = []
        for two in order:
            pair = shares.get((min(one, two), max(one, two)))
            share = 0.0 if pair is None else pair[3][0 if one < two else 1]
            cells.append(None if one == two else Cell(share, _level(share), min(one, two), max(one, two)))
        rows.append(TableRow(told[one], cells))
    return rows


def _nodes(result: dict[str, Any], told: dict[int, ToldText], in_table: list[int]) -> list[Node]:
    """On a circle, the texts of a group beside each other; a text that shares nothing is not drawn."""
    grouped = [n for group in result["clusters"] for n in group]
    paired = [n for pair in result["pairs"] if max(pair[3]) >= LEAST_EDGE for n in pair[:2]]
    order = list(dict.fromkeys([*grouped, *paired]))[:MOST_NODES]
    group_of = {n: index for index, group in enumerate(result["clusters"], start=1) for n in group}
    row_of = {n: row for row, n in enumerate(in_table, start=1)}
    level = len(order) <= _LEVEL_NAMES
    radius, label = (_RADIUS, LABEL) if level else (_SHORT_RADIUS, _SHORT_LABEL)
    nodes = []
    for place, number in enumerate(order):
        turn = 2 * math.pi * place / len(order) - math.pi / 2
        x, y = math.cos(turn), math.sin(turn)
        middle, left = _SIZE / 2, x < -1e-9
        nodes.append(
            Node(
                text=told[number],
                x=round(middle + radius * x, 1),
                y=round(middle + radius * y, 1),
                label_x=round(middle + (radius + 14) * x, 1),
                label_y=round(middle + (radius + 14) * y, 1),
                anchor="middle" if level and abs(x) < 0.2 else "end" if left else "start",
                turn=0 if level else round(math.degrees(turn) + 180 * left, 1),
                group=group_of.get(number, 0),
                row=row_of.get(number, 0),
                label=_shortened(told[number].name, label),
            )
        )
    return nodes


def _shortened(name: str, most: int) -> str:
    """The beginning of a name that takes at most `most` half characters, Han characters being whole ones."""
    taken = 0
    for place, char in enumerate(name):
        taken += 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if taken > most:
            return name[:place].rstrip(" ·") + "…"
    return name


def _edges(nodes: list[Node], shares: dict[tuple[int, int], Any]) -> list[Edge]:
    places = {node.text.number: node for node in nodes}
    edges = []
    for (one, two), pair in shares.items():
        share = max(pair[3])
        if share >= LEAST_EDGE and one in places and two in places:
            a, b = places[one], places[two]
            title = f"{a.text.name} — {b.text.name}: {share:.0%}"
            edges.append(Edge(a.x, a.y, b.x, b.y, _level(share), share, title, one, two))
    return sorted(edges, key=lambda edge: edge.share)


def _line(pair: Sequence[Any], told: dict[int, ToldText]) -> PairLine:
    return PairLine(told[pair[0]], told[pair[1]], (pair[3][0], pair[3][1]), (pair[2][0], pair[2][1]))


def _passages(comparison: TextComparison, told: dict[int, ToldText]) -> list[PassageLine]:
    found = comparison.result["passages"][:MOST_PASSAGES]
    first = [next(((n, span) for n, span in places if told[n].readable), None) for _length, places in found]
    words = selectors_matrix.words_of(comparison, [one[0] for one in first if one], told)
    lines = []
    for number, ((length, places), place) in enumerate(zip(found, first, strict=True)):
        texts = [told[n] for n in dict.fromkeys(n for n, _span in places)]
        quoted = words[place[0]][slice(*place[1])] if place and place[0] in words else ""
        lines.append(PassageLine(number, length, texts, quoted))
    return lines


def pair_page(access: Access, comparison: TextComparison, one: int, two: int) -> dict[str, Any]:
    """The passages two texts share, side by side. Raises NotFound."""
    pair: Any = selectors_matrix.pair_of(comparison, one, two)
    told = selectors_matrix.told_texts(access, comparison)
    words = selectors_matrix.words_of(comparison, [one, two], told)
    line = _line(pair, told)
    passages = [_sides(line, words.get(one), words.get(two), spans) for spans in sorted(pair[4], key=lambda s: s[0])]
    sides = [(line.one, line.shares[0], line.shared[0]), (line.two, line.shares[1], line.shared[1])]
    return {"sides": sides, "passages": passages}


def _sides(
    line: PairLine, one: str | None, two: str | None, spans: Sequence[Sequence[int]]
) -> list[tuple[ToldText, PairSide]]:
    """Both sides with what differs. Beside one that may not be read the other is plain: what is the same would tell it."""
    shown = [[Piece(text[slice(*span)])] if text else [] for text, span in ((one, spans[0]), (two, spans[1]))]
    if one and two:
        both = compared(one[slice(*spans[0])], two[slice(*spans[1])])
        shown = [both.draft, both.source]
    return [
        (
            told,
            PairSide(text[max(0, span[0] - 40) : span[0]], pieces, text[span[1] : span[1] + 40])
            if text
            else PairSide(),
        )
        for told, text, pieces, span in zip((line.one, line.two), (one, two), shown, spans, strict=True)
    ]


def job_line(comparison: TextComparison) -> dict[str, Any]:
    """The job for components/_job.html."""
    job = selectors_matrix.job_of(comparison)
    return {
        "id": comparison.pk,
        "state": job.state if job else comparison.state,
        "step": _(job.step) if job and job.step else "",
        "progress": job.progress if job and job.progress else None,
        "error": _(job.error) if job and job.error else "",
    }
