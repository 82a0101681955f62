"""Organisation advice from data: what a supervisor would say about the material of a heading, with the excerpts.

In plain words, in the language of the draft; `in_words` tells the same in the reader's. Suggestions only; nothing here
changes the draft.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from synthesis.engine.drafting.conflicts import Conflict
from synthesis.engine.drafting.evidence.units import Excerpt, Unit
from synthesis.engine.drafting.planning import cluster
from synthesis.engine.drafting.planning import fit as plan_fit
from synthesis.engine.drafting.planning.plan import Plan

_STALE_YEARS = 5
_HISTORY_YEARS = 50  # what is told of longer ago is history, and no figure that has grown old


@dataclass(frozen=True)
class Advice:
    """A hint: its kind (single_source, stale, conflict, misfiled, merge, split, gap, omitted, rewrite), text, excerpts.

    `code` and `parts`, which is ready for JSON, are what `in_words` makes the text of.
    """

    kind: str
    text: str
    excerpts: tuple[str, ...]
    code: str = ""
    parts: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """The shape of the contract."""
        return {"kind": self.kind, "text": self.text, "excerpts": list(self.excerpts)}

    def to_record(self) -> dict[str, object]:
        """As a draft keeps it, to be told in any language."""
        return {**self.to_json(), "code": self.code, "parts": dict(self.parts)}


_TEXT = {
    "zh": {
        "single": "“{title}”只依据一个来源（{source}），建议再找一份独立材料互相印证。",
        "thin": "本标题下可用的材料只有{count}条，难以支撑{points}个要点，建议先补充材料。",
        "stale": "“{title}”中最新的数据停留在{year}年，比本节其他材料早{gap}年，建议查找更新的数据。",
        "conflict": "关于{time}{name}，材料给出了不同数值（{values}）。请核对统计口径与出处，再决定采用哪一个，或并列说明。",
        "misfiled": "这条材料谈的更像是{other}方面的内容，可考虑移到该标题下。",
        "merge": "“{one}”与“{two}”的材料用词相近，可考虑合并为一点，或重新划分侧重。",
        "split": "“{title}”集中了{count}条材料，明显多于其他要点，可考虑拆分。",
        "one_sided": "“{title}”的材料几乎都是正面表述，建议补充局限、风险或不同看法。",
        "no_figure": "“{title}”没有任何数据支撑，建议补充规模、比例或案例数据。",
        "omitted": "以下数据未写入草稿：{values}。如对论点重要，请手工补入。",
        "rewrite": "这些材料无法在不照抄的前提下由规则改写，正文只作了提示，需人工改写。",
        "duplicate": "这几条材料内容基本相同，正文已合并引用。",
    },
    "en": {
        "single": "“{title}” rests on one source only ({source}); look for an independent one to bear it out.",
        "thin": "What stands under this heading is too little for {points} points (usable excerpts: {count}); collect more first.",
        "stale": "The latest figure under “{title}” is from {year}, {gap} years older than the rest of the section; look for a newer one.",
        "conflict": "For {name}{time} the material gives different values ({values}). Check definitions and sources, then choose one or report both.",
        "misfiled": "This excerpt speaks rather of heading {other}; consider moving it there.",
        "merge": "“{one}” and “{two}” draw on closely related material; consider merging them or drawing the line anew.",
        "split": "“{title}” holds {count} excerpts, far more than the other points; consider splitting it.",
        "one_sided": "Nearly all material under “{title}” is favourable; add limits, risks or a dissenting view.",
        "no_figure": "No figure supports “{title}”; add a size, a share or a measured case.",
        "omitted": "These figures did not enter the draft: {values}. Add them by hand if the argument needs them.",
        "rewrite": "These excerpts could not be reworded by rule without copying; the draft only points to them. A person should write them up.",
        "duplicate": "These excerpts say much the same; the draft cites them together.",
    },
}
_HEADINGS = {
    "zh": {"P": "政治（政策）", "E": "经济", "S": "社会", "T": "技术", "N": "自然环境", "L": "法律"},
    "en": {
        "P": "P (political)",
        "E": "E (economic)",
        "S": "S (social)",
        "T": "T (technological)",
        "N": "environmental",
        "L": "legal",
    },
}


def in_words(code: str, parts: Mapping[str, Any], language: str) -> str:
    """The text of an advice; `language` is "zh" or "en". Raises KeyError for what nobody advises."""
    return _TEXT[language][code].format(**{name: _worded(name, part, language) for name, part in parts.items()})


def _worded(name: str, part: Any, language: str) -> str:
    """A part as it stands in the text; what is quoted stays as it is."""
    if name == "values":
        return ("、" if language == "zh" else "; ").join(map(str, part))
    if name == "other":
        return _HEADINGS[language].get(part) or str(part)
    if name == "time":
        return _time(part, language) if part else ""
    if name == "name" and language == "en" and part[:1].isascii() and not part.lower().startswith("the "):
        return f"the {part}"
    return str(part)


def _time(time: str, language: str) -> str:
    if language == "zh":
        return time.replace("-", "年").replace("~", "—") + ("月" if "-" in time else "年")
    return f" in {time.replace('~', '–')}"


def _advice(kind: str, code: str, language: str, excerpts: Sequence[str], **parts: Any) -> Advice:
    return Advice(kind, in_words(code, parts, language), tuple(excerpts), code, parts)


def advise(
    plan: Plan,
    excerpts: Sequence[Excerpt],
    units: Mapping[str, Sequence[Unit]],
    conflicts: Sequence[Conflict],
    heading: str,
    points: int,
    language: str,
) -> list[Advice]:
    """Advice from the plan and the evidence; `units` by excerpt id."""
    by_id = {e.id: e for e in excerpts}
    out = [
        _advice("conflict", "conflict", language, c.cites, name=c.name, time=c.time, values=[v.text for v in c.values])
        for c in conflicts
    ]
    for left in plan.unused:
        if left.code == "misfiled":
            other = plan_fit.better_heading(heading, by_id[left.id].text, likeness=0, usual=1)
            out.append(_advice("misfiled", "misfiled", language, (left.id,), other=other))
    used = [i for p in plan.points for i in p.excerpt_ids]
    if len(used) < max(3, points):
        out.append(_advice("gap", "thin", language, used, count=len(used), points=points))
    newest = max((_newest(units.get(i, ())) for i in used), default=0)
    for point in plan.points:
        mine = [u for i in point.excerpt_ids for u in units.get(i, ())]
        sources = list(dict.fromkeys(by_id[i].source for i in point.excerpt_ids))
        title, ids = point.title, point.excerpt_ids
        if len(sources) == 1:
            out.append(_advice("single_source", "single", language, ids, title=title, source=sources[0] or "?"))
        latest = _newest(mine)
        if latest and _is_old(latest, newest):
            dated = [i for i in ids if _newest(units.get(i, ()))]
            out.append(_advice("stale", "stale", language, dated, title=title, year=latest, gap=newest - latest))
        else:
            out += [
                _advice("stale", "stale", language, (i,), title=title, year=year, gap=newest - year)
                for i, year in _stale(ids, units, newest)
            ]
        if len(mine) >= 3 and not any(u.limiting for u in mine):
            out.append(_advice("gap", "one_sided", language, ids, title=title))
        if mine and not any(u.facts for u in mine):
            out.append(_advice("gap", "no_figure", language, ids, title=title))
    return out + _shape(plan, by_id, language)


def _stale(ids: Sequence[str], units: Mapping[str, Sequence[Unit]], newest: int) -> list[tuple[str, int]]:
    """Excerpts whose own newest figure is old as against the section, with its year."""
    found = []
    for i in ids:
        years = [year for u in units.get(i, ()) for year in _years(u)]
        if years and _is_old(max(years), newest):
            found.append((i, max(years)))
    return found


def _is_old(year: int, newest: int) -> bool:
    return _STALE_YEARS <= newest - year < _HISTORY_YEARS


def _newest(units: Sequence[Unit]) -> int:
    """The last year a plain statement is dated to; forecasts tell nothing about how old a figure is."""
    return max((year for u in units for year in _years(u)), default=0)


def _years(unit: Unit) -> list[int]:
    """The years of what a statement tells as it is, not of what it foretells or plans."""
    return [f.year for f in unit.facts if f.year and not f.modal] if unit.modality == "asserted" else []


def _shape(plan: Plan, by_id: Mapping[str, Excerpt], language: str) -> list[Advice]:
    """Merge two points that draw on the same words; split one that is far larger than the others."""
    out = []
    sizes = [len(p.excerpt_ids) for p in plan.points]
    for point, size in zip(plan.points, sizes, strict=True):
        if len(sizes) > 1 and size >= 6 and size > 1.7 * (sum(sizes) - size) / (len(sizes) - 1):
            out.append(_advice("split", "split", language, point.excerpt_ids, title=point.title, count=size))
    texts = [" ".join(by_id[i].text for i in p.excerpt_ids) for p in plan.points]
    if len(texts) > 1:
        rows = cluster.tf_idf(texts, language)
        near = rows @ rows.T
        for i in range(len(texts)):
            for j in range(i + 1, len(texts)):
                if near[i, j] > 0.45:
                    one, two = plan.points[i], plan.points[j]
                    ids = one.excerpt_ids + two.excerpt_ids
                    out.append(_advice("merge", "merge", language, ids, one=one.title, two=two.title))
    return out


def omitted(values: Sequence[str], ids: Sequence[str], language: str) -> Advice:
    """Figures that are in used excerpts and not in the draft."""
    return _advice("omitted", "omitted", language, ids, values=list(values))


def to_rewrite(ids: Sequence[str], language: str) -> Advice:
    """Excerpts that only an indicative sentence points to."""
    return _advice("rewrite", "rewrite", language, ids)


def merged(ids: Sequence[str], language: str) -> Advice:
    """Excerpts cited together because they say the same."""
    return _advice("duplicate", "duplicate", language, ids)
