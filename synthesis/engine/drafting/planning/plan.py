"""The plan of a heading: two or three points, each with title, claim and excerpts; made here, edited by people.

Not for wording beyond the claim; see `compose`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from synthesis.engine.drafting.conflicts import find_conflicts, likeness
from synthesis.engine.drafting.evidence.units import Excerpt, Unit, units_of
from synthesis.engine.drafting.planning import aspects as plan_aspects
from synthesis.engine.drafting.planning import cluster
from synthesis.engine.drafting.planning import fields as plan_fields
from synthesis.engine.drafting.planning import fit as plan_fit
from synthesis.engine.drafting.planning import subjects as plan_subjects
from synthesis.engine.drafting.planning import titles as plan_titles
from synthesis.engine.drafting.planning.subjects import subject_text
from synthesis.engine.drafting.realise import Realiser
from synthesis.engine.patterns import lazy_pattern

_FEW = 24  # excerpts that one person can hold in mind and order by aspect
_BARE = lazy_pattern(
    r"(?:政治|政策|经济|社会|技术|行业|产业|市场|环境|领域|分析|发展|的|与|和)|\b(?:political|economic|social|technological|technology|environment|of|in|the|and|industry|market|analysis)\b",
    re.IGNORECASE,
)
_GENERAL = (
    "发展",
    "趋势",
    "推动",
    "促进",
    "成为",
    "加快",
    "不断",
    "持续",
    "应用",
    "需求",
    "创新",
    "升级",
    "转型",
    "普及",
    "带动",
    "日益",
    "increasingly",
    "growing",
    "has become",
    "driven",
    "demand",
    "trend",
)


@dataclass(frozen=True)
class PlanPoint:
    """A point: its title, the statement it makes ("" when the evidence allows none) and its excerpts in order."""

    title: str
    claim: str
    excerpt_ids: tuple[str, ...]


# Of the usual likeness, and where an excerpt speaks of a field of life that is nobody else's; excerpts from which on it
# says something that none is like one.
_APART, _STRAYING, _TELLING = 0.2, 0.75, 9


@dataclass(frozen=True)
class Unused:
    """An excerpt left out, why (in the language of the draft), the code of the reason, and the heading it fits better."""

    id: str
    reason: str
    code: str
    other: str = ""

    def to_json(self) -> dict[str, str]:
        """The shape of the contract."""
        return {"id": self.id, "reason": self.reason}

    def to_record(self) -> dict[str, str]:
        """As a draft keeps it, to be told in any language by `reason`."""
        return {**self.to_json(), "code": self.code, "other": self.other}


@dataclass(frozen=True)
class Plan:
    """The points in order and what was left out."""

    points: tuple[PlanPoint, ...]
    unused: tuple[Unused, ...] = field(default=())


_REASONS = {
    "zh": {
        "damaged": "文本残缺或含乱码，不宜直接引用",
        "misfiled": "内容更接近标题{other}，未在此处使用",
        "no_statement": "没有可独立成句的表述（标题、指代不明或残句）",
        "not_selected": "与本点其他材料重复或关联较弱，未选入",
        "unplaced": "没有归入任何要点",
        "language": "语言与草稿不同，规则草稿无法改写",
        "not_reworded": "无法在不照抄的前提下稳妥改写，需人工处理",
    },
    "en": {
        "damaged": "the text is cut or garbled and should not be relied on",
        "misfiled": "it fits heading {other} better and was not used here",
        "no_statement": "it holds no statement that stands on its own",
        "not_selected": "it repeats other material or lies off the point",
        "unplaced": "it was put to no point",
        "language": "its language differs from the draft's; the rule-based drafter cannot reword it",
        "not_reworded": "it could not be reworded safely without copying; a person should",
    },
}


def reason(code: str, language: str, other: str = "") -> str:
    """The reason for leaving an excerpt out, in words."""
    return _REASONS[language][code].format(other=other)


def left_out(excerpt_id: str, code: str, language: str, other: str = "") -> Unused:
    """An excerpt with the reason it is left out for, in words."""
    return Unused(excerpt_id, reason(code, language, other), code, other)


def unusable(excerpt: Excerpt) -> str:
    """The code of the reason why an excerpt without usable units has none."""
    flaws = {u.flaw for u in units_of(excerpt)}
    return "damaged" if flaws & {"garbled", "cut"} else "language" if "" in flaws else "no_statement"


def usable(excerpt: Excerpt, language: str) -> list[Unit]:
    """The units of an excerpt that may carry a statement in `language`."""
    return [u for u in units_of(excerpt) if not u.flaw and u.language == language]


def make_plan(
    heading: str,
    brief: str,
    excerpts: Sequence[Excerpt],
    points: int = 3,
    language: str = "zh",
    against: Sequence[str] = (),
) -> Plan:
    """Points by clustering the excerpts that can be used; fewer than `points` when there are too few excerpts.

    `against` are further source texts the claims must not copy. Deterministic. Raises ValueError when `points` < 1.
    """
    return plan_with(
        Realiser({e.id: e.text for e in excerpts}, against, language, {e.id: e.source for e in excerpts}),
        heading,
        brief,
        excerpts,
        points,
    )


def plan_with(realiser: Realiser, heading: str, brief: str, excerpts: Sequence[Excerpt], points: int) -> Plan:
    """`make_plan` with a realiser that is there already, so that wordings found for claims need not be found twice."""
    if points < 1:
        raise ValueError("a plan has at least one point")
    language = realiser.language
    good, unused = _sort_out(heading, brief, excerpts, language)
    if not good:
        return Plan((), tuple(unused))
    key = plan_fit.heading_key(heading)
    good, aside = _to_the_point(good, key, points)
    unused += [left_out(e.id, "not_selected", language) for e in aside]
    groups, off, aspects = _groups(good, points, language, key)
    unused += [left_out(good[i].id, "not_selected", language) for i in off]
    units = [[u for i in group.members for u in usable(good[i], language)] for group in groups]
    disputed = {v.text for c in find_conflicts([u for some in units for u in some]) for v in c.values}
    order = list(range(len(groups)))
    if not aspects:
        order.sort(key=lambda g: (sum(u.limiting for u in units[g]) / len(units[g]) > 0.5, groups[g].members))
    made: list[PlanPoint] = []
    for g in order:
        others = [u for h in order if h != g for u in units[h]]
        taken = [p.title for p in made]
        title = (
            plan_titles.of_aspect(aspects[g], units[g], others, language)
            if aspects
            else plan_titles.title_of(units[g], others, language, taken, groups[g].subject, key)
        )
        told = [u for u in telling(units[g], title, language, key) if not any(f.phrase in disputed for f in u.facts)]
        claim = claim_of(told, realiser, groups[g].subject)
        made.append(PlanPoint(title, claim[1] if claim else "", tuple(good[i].id for i in groups[g].members)))
    return Plan(tuple(made), tuple(unused))


def _groups(
    good: Sequence[Excerpt], points: int, language: str, key: str
) -> tuple[list[plan_subjects.Group], list[int], list[str]]:
    """The excerpts in groups, those that fit none, and the aspect of each group: few excerpts by aspect, many by
    subject (then there are no aspects)."""
    texts = [e.text for e in good]
    rows = cluster.tf_idf(texts, language)
    found = plan_aspects.groups_by_aspect(texts, points, language, key, np.asarray(rows @ rows.T))
    if found:
        placed = {i for g in found for i in g.members}
        off = [i for i in range(len(texts)) if i not in placed]
        return [plan_subjects.Group(g.members, "") for g in found], off, [g.aspect for g in found]
    groups, off = plan_subjects.groups_of(texts, points, language, key)
    return groups, off, []


def _to_the_point(good: Sequence[Excerpt], key: str, points: int) -> tuple[list[Excerpt], list[Excerpt]]:
    """Of many excerpts those in which the heading's own vocabulary is heard, and the others; all where that leaves few."""
    if not key or len(good) <= _FEW:
        return list(good), []
    found = [plan_fit.scores(e.text) for e in good]
    others = [max(v for k, v in f.items() if k != key) for f in found]
    clearly = {e.id for e, f, o in zip(good, found, others, strict=True) if f[key] and 2 * f[key] >= o}
    at_all = {e.id for e, f in zip(good, found, strict=True) if f[key]}
    for ids, least in ((clearly, 6), (at_all, 4)):
        if len(ids) >= least * points:
            return [e for e in good if e.id in ids], [e for e in good if e.id not in ids]
    return list(good), []


def _sort_out(
    heading: str, brief: str, excerpts: Sequence[Excerpt], language: str
) -> tuple[list[Excerpt], list[Unused]]:
    """Excerpts to plan with, and those left out with the reason."""
    good, unused = [], []
    for excerpt in excerpts:
        if usable(excerpt, language):
            good.append(excerpt)
            continue
        unused.append(left_out(excerpt.id, unusable(excerpt), language))
    near = _likenesses([e.text for e in good], f"{heading} {brief}", language)
    usual = sorted(near)[len(near) // 2] if near else 0.0
    about = frozenset(cluster.grams_of(_BARE.sub("", brief), language))
    kept = []
    for excerpt, own in zip(good, near, strict=True):
        named = bool(about & frozenset(cluster.grams_of(excerpt.text, language)))
        other = (
            plan_fit.better_heading(heading, excerpt.text, likeness=own, usual=usual, named=named)
            if len(good) > 3
            else ""
        )
        if other:
            unused.append(left_out(excerpt.id, "misfiled", language, other))
        elif (
            not named
            and own < _STRAYING * usual
            and _stands_apart(excerpt, good, heading, language, far=own < _APART * usual)
        ):
            unused.append(left_out(excerpt.id, "not_selected", language))
        else:
            kept.append(excerpt)
    return kept, unused


# Words of change that stand in texts on anything.
_EVERYWHERE = frozenset(
    "提高 提升 下降 上升 增加 减少 降低 增长 明显 显著 通过 其中 主要 进行 达到 超过 使用 采用 需要 左右"
    " 每年 每月 全年 今年 去年 目前 平均 比例 占比 同比 高到 升到 升至 降到 降至 低到 增至 万人 人次 亿元 万元 约为 以来 年的"
    " million billion thousand percent year years month months week weeks day days number average".split()
)


def _stands_apart(excerpt: Excerpt, good: Sequence[Excerpt], heading: str, language: str, *, far: bool) -> bool:
    """Whether an excerpt speaks of something else than all others: none of its heading's vocabulary and at most one word in
    common with them, and a field of life that is nobody else's or, `far` from all, some of another heading's
    vocabulary or no word in common at all. Few excerpts tell nothing of that kind."""
    found = plan_fit.scores(excerpt.text)
    key = plan_fit.heading_key(heading)
    if len(good) < _TELLING or not key or found[key]:
        return False
    others = [e.text for e in good if e is not excerpt]
    mine = frozenset(cluster.grams_of(excerpt.text, language)) - plan_titles.GRAMMAR_EN - _EVERYWHERE
    theirs = {g for text in others for g in cluster.grams_of(text, language)}
    common = len(mine & theirs)
    if common < 2 and plan_fields.strays(excerpt.text, others):
        return True
    return far and (not common or (common == 1 and max(found.values()) > 0))


def _likenesses(texts: Sequence[str], about: str, language: str) -> list[float]:
    """Of each text, the mean cosine to the other texts and to what the section is about."""
    if not texts:
        return []
    rows = cluster.tf_idf([*texts, about], language)
    products = rows @ rows.T
    n = len(texts)
    return [float((products[i, :n].sum() - products[i, i]) / max(1, n - 1) + products[i, n]) for i in range(n)]


_CHOICE = 8  # units of a point among which there is a choice of its claim


def telling(units: Sequence[Unit], title: str, language: str, heading: str, plenty: int = _CHOICE) -> list[Unit]:
    """The units that show something of the aspect a point's title names, where there are more than `plenty`; else all."""
    shown = [u for u in units if plan_aspects.strength_of(u.text, title, language, heading) != 0.0]
    return shown if shown and len(units) > plenty else list(units)


_CLAIM = {"zh": 0.5, "en": 0.8}  # the share of a claim that may stand as in the sources


def claim_of(units: Sequence[Unit], realiser: Realiser, subject: str = "") -> tuple[Unit, str] | None:
    """The unit that states best what the group is about, reworded; None when no general statement can be made."""
    if not units:
        return None
    rows = cluster.tf_idf([u.text for u in units], realiser.language)
    central = np.asarray((rows @ rows.T).mean(axis=1))
    scores = [
        _generality(u, float(central[i])) + 0.6 * bool(subject and subject in subject_text(u.text))
        for i, u in enumerate(units)
    ]
    found: list[tuple[float, int, str]] = []
    for i in sorted(range(len(units)), key=lambda i: (-scores[i], i))[:6]:
        if scores[i] <= 0:
            break
        sentence = realiser.claim(units[i], (units[i].excerpt_id,))
        if sentence and sentence.state == "supported" and sentence.ratio < _CLAIM[realiser.language]:
            found.append((-scores[i] + 2.5 * sentence.ratio, i, sentence.text))
    if not found:
        return None
    _, best, text = min(found)
    return units[best], text


def _generality(unit: Unit, central: float) -> float:
    score = central * 2 + 0.25 * sum(word in unit.text for word in _GENERAL)
    score -= 1.5 * bool(unit.facts) + 2.0 * unit.limiting + 0.6 * ("《" in unit.text) + 0.9 * bool(unit.attribution)
    score -= 0.6 * any(c.isascii() and c.isupper() for c in unit.text[1:]) * (unit.language == "zh")
    length = len(unit.text) if unit.language == "zh" else len(unit.text) / 3
    return score + (0.4 if 18 <= length <= 60 else -0.4)


def same_claim(first: str, second: str) -> bool:
    """Whether a claim was left as planned, but for punctuation and small words."""
    return likeness(first, second) > 0.95
