"""The rule-based drafter: excerpts of one heading to cited, verified, least-copied sentences. No network, no model.

Deterministic: the same input gives the same bytes. What cannot be said safely is not said; it is listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from synthesis.engine.drafting import advice as advisor
from synthesis.engine.drafting.advice import Advice
from synthesis.engine.drafting.compose_point import PointWriter
from synthesis.engine.drafting.compose_types import Composition, Point, excerpts_cited
from synthesis.engine.drafting.conflicts import Conflict, duplicates_of, find_conflicts, likeness
from synthesis.engine.drafting.evidence.table import EvidenceRow, rows_of_unit
from synthesis.engine.drafting.evidence.units import Excerpt, Unit, units_of
from synthesis.engine.drafting.planning import aspects
from synthesis.engine.drafting.planning.fit import heading_key
from synthesis.engine.drafting.planning.plan import Plan, PlanPoint, Unused, left_out, plan_with, unusable, usable
from synthesis.engine.drafting.quantities.find import find_quantities
from synthesis.engine.drafting.realise import Realiser
from synthesis.engine.patterns import lazy_pattern

_ONE = lazy_pattern(
    r"(?:an?|one) (?:year|month|week|day|hour|decade)$|一(?:年|个?月|周|天|日|季度|小时|分钟)$", re.IGNORECASE
)
_FEWEST = 2  # points of a section
_COPIED = 0.8  # a point of which more is copied is none of the drafter's
Progress = Callable[[str, float], None]


class _Section:
    """Points written one after the other; `refused` and `pointed` are of the last time."""

    def __init__(
        self,
        realiser: Realiser,
        units: Mapping[str, Sequence[Unit]],
        duplicates: dict[tuple[str, int], tuple[str, ...]],
        conflicts: Sequence[Conflict],
        heading: str,
        newest: int,
        tell: Progress,
    ) -> None:
        """`units` of each excerpt; `newest` year that they tell of as past; `tell` as `progress` of `compose`."""
        self._realiser, self._units, self._duplicates, self._conflicts = realiser, units, duplicates, conflicts
        self._heading, self._newest, self._tell = heading, newest, tell
        self.refused, self.pointed = set[str](), list[str]()

    def along(self, points: Sequence[PlanPoint]) -> list[Point]:
        """The points of a plan, written."""
        made = list[Point]()
        self.refused, self.pointed = set(), []
        placed = frozenset(i for point in points for i in point.excerpt_ids)
        for number, point in enumerate(points):
            self._tell("write", 0.1 + 0.8 * number / len(points))
            cited = frozenset(c for p in made for c in excerpts_cited(p.sentences))
            mine = [
                u
                for i in point.excerpt_ids
                for u in self._units[i]
                if _tells_more(u, self._newest, cited, self._duplicates)
            ]
            writer = PointWriter(self._realiser, mine, self._duplicates, self._conflicts, self._heading)
            writer.number, writer.placed = number, placed
            writer.before = [s.text for p in made for s in p.sentences]
            writer.may_point = not any(s.kind == "indicative" for p in made for s in p.sentences)
            sentences, left = writer.write(point, cited)
            self.refused |= writer.refused
            made.append(Point(point.title, tuple(sentences)))
            self.pointed += [i for i in left if i in writer.refused or i in excerpts_cited(sentences)]
        # A point that can only name its material is no point and its excerpts are listed; but two are the least to read.
        said = [p for p in made if any(s.kind != "indicative" for s in p.sentences)]
        return said if len(said) >= min(_FEWEST, len(points)) else made


def compose(
    heading: str,
    brief: str,
    excerpts: Sequence[Excerpt],
    *,
    points: int = 3,
    language: str = "zh",
    plan: Plan | None = None,
    against: Sequence[str] = (),
    progress: Progress | None = None,
) -> Composition:
    """A section for `heading` from `excerpts`, in `points` points or along `plan`.

    `against` are all source texts of the workspace; overlap is measured against them and the excerpts. `progress` is
    called with a step (plan, write, advise) and how far the whole is, 0–1. Raises ValueError for a language that is
    not zh or en, for `points` < 1, and for two excerpts with one id.
    """
    if language not in {"zh", "en"}:
        raise ValueError(f"no frames for language {language!r}")
    if len({e.id for e in excerpts}) != len(excerpts):
        raise ValueError("two excerpts have the same id")
    tell = progress or (lambda _step, _done: None)
    tell("plan", 0.0)
    realiser = Realiser({e.id: e.text for e in excerpts}, against, language, {e.id: e.source for e in excerpts})
    known = {e.id: e for e in excerpts}
    own = plan is None
    plan = _within(plan or plan_with(realiser, heading, brief, excerpts, points), known, language)
    planned = [i for p in plan.points for i in p.excerpt_ids]
    units = {i: usable(known[i], language) for i in planned}
    pool = [u for i in planned for u in units[i]]
    duplicates = duplicates_of(pool)
    elsewhere = {u.id for u in plan.unused if u.code == "misfiled"}
    conflicts = find_conflicts([u for i, e in known.items() if i not in elsewhere for u in units_of(e)])
    newest = max((y for u in pool if u.modality == "asserted" for y in _years(u)), default=0)
    section = _Section(realiser, units, duplicates, conflicts, heading, newest, tell)
    written = section.along(plan.points)
    if own:
        full = _substantial(written, language)
        if 1 < len(full) < len(plan.points):  # what a point that fell rests on may be told in another
            plan = _shared_out(plan, full, known)
            written = section.along(plan.points)
            full = _substantial(written, language)
        plan, written = _named_by_what_they_say(plan, full, heading, language)
    tell("advise", 0.9)
    unused = _unused(plan, written, known, units, section.refused, language)
    plan = Plan(plan.points, tuple(unused))
    everything = {i: list(units_of(e)) for i, e in known.items()}
    advice = advisor.advise(plan, excerpts, everything, conflicts, heading, points, language)
    told = {c for p in written for c in excerpts_cited(p.sentences)}
    pointed = [i for i in section.pointed if i in told]  # the others are listed as unused
    advice += _extra_advice(written, everything, duplicates, pointed, language)
    tell("done", 1.0)
    return Composition(
        heading, tuple(p for p in written if p.sentences), tuple(unused), tuple(conflicts), tuple(advice), plan
    )


def _years(unit: Unit) -> list[int]:
    return [f.year for f in unit.facts if f.year]


def _overtaken(unit: Unit, newest: int) -> bool:
    """Whether a unit foretells years that the material has left behind it: such a forecast says nothing any more."""
    years = _years(unit)
    foretold = unit.modality != "asserted" or any(f.modal for f in unit.facts)
    return foretold and bool(years) and max(years) + 1 < newest


def _tells_more(
    unit: Unit, newest: int, cited: frozenset[str], duplicates: dict[tuple[str, int], tuple[str, ...]]
) -> bool:
    """Whether a unit is neither overtaken nor told, by a duplicate of it, in an earlier point."""
    told = unit.excerpt_id in cited and bool(duplicates.get((unit.excerpt_id, unit.start)))
    return not told and not _overtaken(unit, newest)


def _substantial(written: Sequence[Point], language: str) -> list[Point]:
    """The points without those of one short sentence, and without those mostly copied, where two others are left; a
    person's plan is not touched."""
    shortest = 45 if language == "zh" else 100
    told = [p for p in written if p.sentences]
    full = [
        p for p in told if len(p.sentences) > 1 or len(p.sentences[0].text) >= shortest or len(p.sentences[0].cites) > 1
    ]
    full = full if len(full) > 1 else list(written)
    if len(full) > _FEWEST and sum(len(p.sentences) == 1 for p in full) > 1:  # two points of one sentence are one point
        thinnest = min(full, key=lambda p: (len(p.sentences), sum(len(s.text) for s in p.sentences)))
        full = [p for p in full if p is not thinnest]
    own = [p for p in full if _copied(p) <= _COPIED]
    return own if len(own) > 1 else full


def _shared_out(plan: Plan, full: Sequence[Point], known: Mapping[str, Excerpt]) -> Plan:
    """The plan with the points that are `full` only, each excerpt of the others at the point whose excerpts it is most
    like, the first of equals."""
    kept = [p for p in plan.points if any(p.title == f.title for f in full)]
    ids = [list(p.excerpt_ids) for p in kept]
    for point in plan.points:
        for id_ in point.excerpt_ids if point not in kept else ():
            alike = [max(likeness(known[id_].text, known[i].text) for i in p.excerpt_ids) for p in kept]
            ids[alike.index(max(alike))].append(id_)
    order = {id_: n for n, id_ in enumerate(known)}
    points = (replace(p, excerpt_ids=tuple(sorted(i, key=order.__getitem__))) for p, i in zip(kept, ids, strict=True))
    return replace(plan, points=tuple(points))


def _named_by_what_they_say(
    plan: Plan, written: Sequence[Point], heading: str, language: str
) -> tuple[Plan, list[Point]]:
    """The plan and its written points with titles that fit their sentences, under a heading whose aspects are known."""
    key = heading_key(heading)
    if not key:
        return plan, list(written)
    titles = {p.title: p.title for p in written if p.sentences}
    for point in written:
        if point.sentences:
            others = [new for old, new in titles.items() if old != point.title]
            said = [s.text for s in point.sentences]
            titles[point.title] = aspects.name_of(point.title, said, others, language, key)
    planned = tuple(replace(p, title=titles.get(p.title, p.title)) for p in plan.points)
    return replace(plan, points=planned), [replace(p, title=titles.get(p.title, p.title)) for p in written]


def _copied(point: Point) -> float:
    """The share of a point's letters that stands in long runs."""
    return sum(s.ratio * len(s.text) for s in point.sentences) / max(1, sum(len(s.text) for s in point.sentences))


def _within(plan: Plan, known: dict[str, Excerpt], language: str) -> Plan:
    """The plan without excerpts that are gone, and with every excerpt it forgot listed as unused later."""
    points = tuple(
        PlanPoint(p.title, p.claim, tuple(i for i in dict.fromkeys(p.excerpt_ids) if i in known)) for p in plan.points
    )
    placed = {i for p in points for i in p.excerpt_ids}
    unused = tuple(u for u in plan.unused if u.id in known and u.id not in placed)
    listed = placed | {u.id for u in unused}
    forgotten = [e for i, e in known.items() if i not in listed]
    codes = {e.id: "unplaced" if usable(e, language) else unusable(e) for e in forgotten}
    return Plan(points, unused + tuple(left_out(i, code, language) for i, code in codes.items()))


def _unused(
    plan: Plan,
    written: Sequence[Point],
    known: Mapping[str, Excerpt],
    units: dict[str, list[Unit]],
    refused: set[str],
    language: str,
) -> list[Unused]:
    cited = {c for p in written for c in excerpts_cited(p.sentences)}
    out = [u for u in plan.unused if u.id not in cited]
    for point in plan.points:
        for id_ in point.excerpt_ids:
            if id_ not in cited:
                code = "not_reworded" if id_ in refused else "not_selected"
                out.append(left_out(id_, code if units[id_] else unusable(known[id_]), language))
    return list({u.id: u for u in out}.values())


def _named(row: EvidenceRow, language: str) -> str:
    """A figure with what it measures, for a list."""
    name = f"{row.subject}{row.indicator}" if language == "zh" else f"{row.indicator} "
    return f"{name}{row.phrase}".strip()


def _extra_advice(
    written: Sequence[Point],
    units: dict[str, list[Unit]],
    duplicates: dict[tuple[str, int], tuple[str, ...]],
    pointed: Sequence[str],
    language: str,
) -> list[Advice]:
    """Figures left out of used excerpts, duplicates cited together, excerpts a person must write up."""
    sentences = [s for p in written for s in p.sentences]
    out = []
    values, ids = [], []
    for id_ in dict.fromkeys(c for s in sentences for c in s.cites):
        said = {(q.value, q.high) for s in sentences if id_ in s.cites for q in find_quantities(s.text)}
        for unit in units[id_]:
            told = {(row.value, row.high): row for row in rows_of_unit(unit)}
            for quantity in find_quantities(unit.raw):
                if not _ONE.match(quantity.text) and (quantity.value, quantity.high) not in said:
                    row = told.get((quantity.value, quantity.high))
                    values.append(_named(row, language) if row else quantity.text)
                    ids.append(id_)
    if values:
        out.append(advisor.omitted(list(dict.fromkeys(values)), list(dict.fromkeys(ids)), language))
    same = list(dict.fromkeys(i for (id_, _), others in duplicates.items() for i in (id_, *others)))
    if same:
        out.append(advisor.merged(same, language))
    if pointed:
        out.append(advisor.to_rewrite(list(dict.fromkeys(pointed)), language))
    return out
