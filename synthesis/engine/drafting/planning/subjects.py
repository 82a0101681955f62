"""Excerpts grouped by what they are about: each group forms round a subject several of them name.

Deterministic; ties go to the longer, then the earlier subject. Languages without noun phrases here (English) group by
likeness alone; see `cluster`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from synthesis.engine.drafting.evidence.words import words_of
from synthesis.engine.drafting.lexicon.entities import GENERIC_ZH
from synthesis.engine.drafting.planning import cluster
from synthesis.engine.drafting.planning import titles as plan_titles
from synthesis.engine.drafting.planning.fit import WORDS
from synthesis.engine.patterns import lazy_pattern

_FEW = 16  # with so few excerpts a person chose each of them: none is left out for lying off the point
_OFF = 0.07  # mean cosine to its group below which an excerpt of many lies off every point
_NAMED = 0.12  # bonus for naming the subject of the group
_NO_SUBJECT = lazy_pattern(
    r"[局委部署厅院会省市县区国]$|公司$|集团$|协会$|中心$|总裁|经理|记者|国家卫|^国家.{0,2}$|报告$|数据$|规划$|通知$|文件$|品牌$|企业$|厂商$"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Indices of excerpts in order and the subject they share ("" when none was found)."""

    members: tuple[int, ...]
    subject: str


def groups_of(texts: Sequence[str], points: int, language: str, heading: str = "") -> tuple[list[Group], list[int]]:
    """At most `points` groups, ordered by first member, and the indices that fit none of them.

    `heading` is the key of the section (`plan_fit.heading_key`): subjects in its vocabulary go first."""
    n = len(texts)
    wanted = min(points, n if n < 4 else max(2, n // 2))
    rows = cluster.tf_idf(texts, language)
    near = np.asarray(rows @ rows.T)
    texts = [subject_text(t) for t in texts]
    subjects = _subjects(texts, wanted, heading) if language == "zh" else []
    if len(subjects) < wanted or n < 2 * wanted:
        made = cluster.average_linkage(rows, wanted, largest=-(-n * 8 // (wanted * 5)))
        return [Group(tuple(g), "") for g in _paired(made, near, wanted)], []
    seeds = _seeds(texts, subjects)
    for _ in range(3):
        seeds, off = _assigned(texts, subjects, seeds, near)
    kept = [(m, s) for m, s in zip(seeds, subjects, strict=True) if m]
    groups = _paired([m for m, _ in kept], near, wanted)
    named = {min(m): s for m, s in kept}
    out = [Group(tuple(g), named.get(min(g)) or _shared_subject(g, texts, subjects)) for g in groups]
    out = [Group(g.members, _longer(g, texts)) for g in out]
    return sorted(out, key=lambda g: g.members[0]), off


def _longer(group: Group, texts: Sequence[str]) -> str:
    """The subject as most of the group say it: 可降解支架 when two in five say so of 支架."""
    held: dict[str, int] = {}
    for i in group.members:
        for phrase in _phrases(texts[i]):
            if (
                group.subject
                and phrase != group.subject
                and phrase.endswith(group.subject)
                and words_of(phrase)[0].tag[0] in "nvlj"
            ):
                held[phrase] = held.get(phrase, 0) + 1
    best = max(held, key=lambda p: (held[p], len(p), p), default="")
    named = sum(group.subject in texts[i] for i in group.members)
    return best if best and held[best] > 1 and held[best] * 5 >= named * 2 else group.subject


def _shared_subject(group: Sequence[int], texts: Sequence[str], subjects: Sequence[str]) -> str:
    counted = [(sum(s in texts[i] for i in group), s) for s in subjects]
    best = max(counted, default=(0, ""))
    return best[1] if best[0] else ""


def _subjects(texts: Sequence[str], wanted: int, heading: str) -> list[str]:
    """Noun phrases that cover the excerpts between them: greedily the one that names most of those not yet covered."""
    n = len(texts)
    holders: dict[str, list[int]] = {}
    for i, text in enumerate(texts):
        for phrase in _phrases(text):
            holders.setdefault(phrase, []).append(i)
    found = {p: h for p, h in holders.items() if len(h) > 1 and _whole_phrase(p, h, holders)}
    chosen: list[str] = []
    open_ = set(range(n))
    while found and len(chosen) < wanted:
        best = max(
            found,
            key=lambda p: (round(_gain(p, found[p], open_, texts, n) * _fit(p, heading), 6), len(p), -found[p][0], p),
        )
        if len(open_ & set(found[best])) < 2:
            break
        chosen.append(best)
        open_ -= set(found[best])
        found = {p: h for p, h in found.items() if p not in best and best not in p}
    return chosen


def _whole_phrase(phrase: str, held: Sequence[int], holders: dict[str, list[int]]) -> bool:
    """Whether a phrase is no mere part of one longer phrase wherever it stands (医学影 of 医学影像)."""
    longer = [h for p, h in holders.items() if p != phrase and phrase in p]
    return not any(len(h) >= len(held) for h in longer)


@lru_cache(maxsize=1024)
def _phrases(text: str) -> tuple[str, ...]:
    """Runs of one to three words that end in a noun with content and hold no particle, two to eight characters."""
    words = words_of(subject_text(text))
    found = []
    for last, word in enumerate(words):
        if word.tag[0] not in "njl" or word.tag in {"nr", "ns", "nt"} or len(word.text) < 2 or word.text.isascii():
            continue
        for first in range(max(0, last - 2), last + 1):
            run = words[first : last + 1]
            phrase = "".join(w.text for w in run)
            if any(w.tag[0] not in "nvajlbi" or w.tag == "ad" or w.text in {"是", "有", "为"} for w in run):
                continue
            if not 2 <= len(phrase) <= 8 or not is_general(run[0].text, run[-1].text, phrase):
                continue
            found.append(phrase)
    return tuple(dict.fromkeys(found))


def is_general(first: str, last: str, phrase: str) -> bool:
    """Whether a phrase may name a subject: not a common noun of reports, an office, or one opening with a verb."""
    if (
        phrase in _BROAD
        or phrase in GENERIC_ZH
        or phrase in plan_titles.WEAK
        or _NO_SUBJECT.search(phrase)
        or _OPENING.match(first)
    ):
        return False
    return not (last in GENERIC_ZH and (first == last or first in GENERIC_ZH))


def subject_text(text: str) -> str:
    """`text` with the short forms of one subject written out, so that they count together."""
    return re.sub(r"(?<![A-Za-z])A[Il](?![A-Za-z])", "人工智能", text)


_BROAD = frozenset(
    "医疗 医学 设备 装备 软件 硬件 科技 疾病 健康 生活 生产 教育 医疗卫生 机构 产品 器械 电子 数字 环境 材料 仪器 工程 项目 专业 人类 世界 时代 模式 动能 政策端 国家级"
    " 印发 发布 实施 出台 提出 批准 审批 建议 意见 机制 体系 行动 服务体系"
    " 生产企业 医疗机构 医疗服务 行业标准 市场规模 增长率 市场需求 国家层面".split()
)
_OPENING = lazy_pattern(
    r"(?:提高|提升|推动|促进|实现|加快|加强|形成|建立|推进|支持|鼓励|要求|明确|降低|减少|扩大|进入|达到|成为|获得|取得|使用|采用|应用|进行|开展|持续|不断|相关|主要|整体|国产|进口|国内|全国|我国|中国|高端|新一代|传统|有关|各类|部分|大型|基层|关键|核心|重点)$"
)


def _fit(phrase: str, heading: str) -> float:
    words = WORDS.get(heading, "").split()
    return 2.2 if any(w in phrase or (len(phrase) > 2 and phrase in w) for w in words) else 1.0


def _gain(phrase: str, holders: Sequence[int], open_: set[int], texts: Sequence[str], n: int) -> float:
    """Newly covered excerpts, more for those that open with the phrase; less for what a third and more of all name."""
    new = [i for i in holders if i in open_]
    early = sum(0.5 * (texts[i].find(phrase) < max(12, len(texts[i]) // 3)) for i in new)
    share = len(holders) / n
    return (len(new) + early) * (1 + min(len(phrase), 6) / 6) * (1.0 if share <= 0.25 else 0.25 / share)


def _seeds(texts: Sequence[str], subjects: Sequence[str]) -> list[list[int]]:
    """Each excerpt to the first subject it names; the last place is for those that name none."""
    seeds: list[list[int]] = [[] for _ in subjects]
    for i, text in enumerate(texts):
        place = min((k for k, s in enumerate(subjects) if s in text), key=lambda k: text.find(subjects[k]), default=-1)
        if place >= 0:
            seeds[place].append(i)
    return seeds


def _assigned(
    texts: Sequence[str],
    subjects: Sequence[str],
    seeds: Sequence[Sequence[int]],
    near: np.ndarray[tuple[int, int], np.dtype[np.float64]],
) -> tuple[list[list[int]], list[int]]:
    """Every excerpt to the group it is most like, naming the subject counting for it; those like none apart."""
    groups: list[list[int]] = [[] for _ in subjects]
    off = []
    most = -(-len(texts) * 3 // 5)
    for i, text in enumerate(texts):
        scores = []
        for k, seed in enumerate(seeds):
            others = [j for j in seed if j != i]
            mean = float(near[i, others].mean()) if others else 0.0
            scores.append(mean + _NAMED * (subjects[k] in text) - (0.5 if len(groups[k]) >= most else 0.0))
        best = max(range(len(scores)), key=lambda k: (round(scores[k], 9), -k))
        if scores[best] < _OFF and len(texts) > _FEW:
            off.append(i)
        else:
            groups[best].append(i)
    return groups, off


def _paired(
    groups: list[list[int]], near: np.ndarray[tuple[int, int], np.dtype[np.float64]], wanted: int
) -> list[list[int]]:
    """The groups with none of one excerpt where there are enough for two each."""
    if sum(map(len, groups)) < 2 * wanted:
        return sorted(groups, key=lambda g: g[0])
    for alone in [g for g in groups if len(g) == 1]:
        donors = [g for g in groups if len(g) > 2]
        if alone not in groups or not donors:
            continue
        pull = max((float(near[alone[0], i]), -i, i) for g in donors for i in g)[2]
        for group in donors:
            if pull in group:
                group.remove(pull)
        alone.append(pull)
        alone.sort()
    return sorted((sorted(g) for g in groups if g), key=lambda g: g[0])
