"""A short title for a point: what its excerpts share, and under which aspect they speak of it.

A phrase of the form 冠脉支架的技术迭代, not a list of keywords. Deterministic. Not for claims; see `plan`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from synthesis.engine.drafting.evidence.units import Unit
from synthesis.engine.drafting.evidence.words import is_nominal, words_of
from synthesis.engine.patterns import lazy_pattern

_ASPECTS_ZH: tuple[tuple[str, str], ...] = (
    ("市场规模与增长", r"市场(?:总)?规模|市场容量|复合增长率|产业规模|行业规模"),
    ("价格与集采", r"集采|带量采购|中标价|均价|降价"),
    ("技术迭代", r"迭代|换代|新一代|下一代|第[一二三四]代|技术路线"),
    ("研发进展", r"研发|临床试验|随访|获批|注册|攻关|突破"),
    ("应用", r"应用|辅助诊断|场景|用于|赋能"),
    ("国产替代", r"国产化|国产替代|进口替代|自主可控|依赖进口"),
    ("政策支持", r"《[^》]+》|规划|鼓励|扶持|支持政策|纲要"),
    ("监管与审批", r"监管|审批|审评|准入|合规"),
    ("竞争格局", r"竞争|份额|垄断|格局|龙头"),
    ("需求变化", r"老龄化|需求|患者|人口|慢性病|患病"),
    ("支付与保障", r"医保|支付|报销|商业保险|保障"),
    ("投入与融资", r"投资|融资|资本|投入"),
    ("成本与效率", r"成本|效率|节约|缩短"),
    ("人才与服务供给", r"人才|医师|医护|基层|服务能力"),
    ("观念与习惯", r"观念|意识|习惯|接受度|信任|认知"),
    ("数据与安全", r"数据安全|隐私|数据共享|标准化"),
    ("制约因素", r"瓶颈|制约|不足|短板|风险|挑战|依赖|滞后"),
    ("国际市场布局", r"出海|海外|国际市场|全球布局|出口额|出口量"),
    ("补贴与扶持", r"补贴|奖励|财政|扶持|税收|减免"),
    ("标准与规范", r"标准|规范|认证"),
    ("进出口管制", r"出口管制|关税|进口审批|贸易摩擦"),
)
_ASPECTS_EN: tuple[tuple[str, str], ...] = (
    ("market size and growth", r"\bmarket|revenue|growth"),
    ("prices and costs", r"\bprices?|costs?\b"),
    ("research and development", r"\bresearch|develop|trial|patent"),
    ("adoption in practice", r"\badopt|deploy|application|use[ds]?\b"),
    ("policy support", r"\bsubsid|policy|directive|programme|program\b"),
    ("regulation and approval", r"\bregulat|approval|legislation|law\b"),
    ("competition", r"\bcompetit|share|dominat"),
    ("changing demand", r"\bdemand|ageing|aging|population|patients\b"),
    ("public attitudes", r"\battitude|trust|awareness|accept"),
    ("skills and staffing", r"\bskill|staff|workforce|training\b"),
    ("obstacles", r"\bbarrier|risk|shortage|lack|challenge|limit"),
)
_LEADING = lazy_pattern(
    r"^(?:我国|中国|国内|全国|国外|国际|全球|世界|目前|近年来|相关|主要|部分|整体|总体|新一代|新型|主流)+(?=.{4,})"
)
_OF_HEADING = {
    "P": frozenset({"政策支持", "监管与审批", "补贴与扶持", "标准与规范", "进出口管制", "支付与保障", "价格与集采"}),
    "E": frozenset(
        {"市场规模与增长", "价格与集采", "竞争格局", "投入与融资", "成本与效率", "国际市场布局", "支付与保障"}
    ),
    "S": frozenset({"需求变化", "观念与习惯", "人才与服务供给", "支付与保障"}),
    "T": frozenset({"技术迭代", "研发进展", "应用", "国产替代", "数据与安全", "制约因素"}),
}
WEAK = frozenset(
    "技术 产业 行业 市场 企业 发展 产品 领域 问题 方面 水平 国家 中国 我国 能力 情况 影响 系统 需求 设备 数据 公司 应用 研发 创新 数量 规模 增长 比例 时间 结果 基础 医院 患者 机构 成本 小时 分钟 公里 天数 人次 年份 周期 平均".split()
)


def title_of(
    units: Sequence[Unit],
    others: Sequence[Unit],
    language: str,
    taken: Sequence[str],
    subject: str = "",
    heading: str = "",
) -> str:
    """A title for a group of units as against the other groups' units, unlike those `taken`; `subject` when known,
    `heading` the key of the section (`plan_fit.heading_key`), whose own aspects go first."""
    if language != "zh":
        return _english(units, others, taken)
    if subject:
        return _joined(subject, units, others, taken, heading)
    ranked, several = _topics(units, others), len({u.excerpt_id for u in units}) > 1
    if several and not (ranked and _spread(ranked[0], units) > 1):
        ranked = _topics([*units, *others], ())[:1]  # nothing shared: the section's own subject leads
        topic = ranked[0] if ranked else ""
    else:
        shared = [t for t in ranked if _spread(t, units) > 1] or ranked
        topic = next((t for t in shared if not any(t in other for other in taken)), shared[0] if shared else "")
    made = _joined(topic, units, others, taken, heading)
    if made not in taken:
        return made
    named = (t for t in map(topic_of, units) if t and not any(t in other for other in taken))
    return next((_joined(t, units, others, taken, heading) for t in named), made)


# Nouns a section can be divided by; other phrases that recur are mostly measures, events or people.
_THING = lazy_pattern(
    r"(?:设备|产业|行业|产品|服务|平台|教育|技术|系统|器械|材料|电站|汽车|药品|支架|农业|旅游|物流|装备|机器人|芯片|电池|保险|食品|医疗|养老|金融|能源|交通|航空器)$"
)


def of_aspect(aspect: str, units: Sequence[Unit], others: Sequence[Unit], language: str) -> str:
    """The title of a group that shares `aspect`: with the thing most of it speaks of, where that is the group's own."""
    if language != "zh":
        return aspect
    texts: dict[str, str] = {}
    for unit in units:
        texts[unit.excerpt_id] = texts.get(unit.excerpt_id, "") + unit.text
    rest: dict[str, str] = {}
    for unit in others:
        rest[unit.excerpt_id] = rest.get(unit.excerpt_id, "") + unit.text
    for phrase in _topics(units, others):
        inside = sum(phrase in t for t in texts.values())
        outside = sum(phrase in t for t in rest.values())
        plain = len(phrase) <= 7 and _THING.search(phrase) and not re.search(r"[A-Za-z\d]", phrase)
        heads = [t.find(phrase) for t in texts.values() if phrase in t]
        if plain and inside >= 2 and inside * 2 >= len(texts) and outside * 2 < max(1, len(rest)) and min(heads) < 16:
            return f"{phrase}的{aspect}"
    return aspect


def _joined(topic: str, units: Sequence[Unit], others: Sequence[Unit], taken: Sequence[str], heading: str) -> str:
    """Subject and aspect as one phrase; the aspect is one that most of the group shows."""
    own = _OF_HEADING.get(heading, frozenset())
    every = [a for a in _aspects(units, others, _ASPECTS_ZH) if not own or a in own]
    aspects = [a for a in every if not any(a in other for other in taken)]
    aspect = next((a for a in aspects if not (topic and any(part in topic for part in re.split("与", a)))), "")
    if topic:
        return f"{topic}的{aspect or '现状与特点'}"
    return aspect or (aspects[0] if aspects else "相关情况")


def _spread(phrase: str, units: Sequence[Unit]) -> int:
    return len({u.excerpt_id for u in units if phrase in u.text})


def topic_of(unit: Unit) -> str:
    """What one unit is about in a word: its subject without place, or its longest noun phrase; may be ""."""
    if unit.language != "zh":
        return unit.subject if 3 <= len(unit.subject) <= 40 else ""
    if unit.subject and unit.indicator and len(unit.subject) <= 14:
        return _LEADING.sub("", unit.subject) + "的" + unit.indicator
    phrases = [p for p in phrases_of(unit.text) if p not in WEAK and len(p) <= 9 and not re.search(r"争相|竞相|化$", p)]
    return max(phrases, key=lambda p: (unit.text.count(p), len(p), -unit.text.find(p)), default="")


def _topics(units: Sequence[Unit], others: Sequence[Unit]) -> list[str]:
    """Noun phrases of the group by how many of its excerpts use them and how few of the others do."""
    here: Counter[str] = Counter()
    texts: dict[str, str] = {}
    for unit in units:
        texts[unit.excerpt_id] = texts.get(unit.excerpt_id, "") + unit.text
    for text in texts.values():
        here.update(set(phrases_of(text)))
    ranked = []
    for phrase in here:
        spread = sum(phrase in text for text in texts.values())
        if phrase in WEAK or len(phrase) < 3:
            continue
        outside = sum(phrase in u.text for u in others) / max(1, len(others))
        score = spread / len(texts) * (1 + min(len(phrase), 6) / 6) - outside - (0.3 if len(phrase) > 8 else 0)
        score -= 0.5 * (spread < 2 and len(texts) > 1) + 0.6 * bool(re.search(r"[A-Za-z]", phrase))
        ranked.append((-score, -spread, phrase))
    return [p for _, _, p in sorted(ranked)]


def phrases_of(text: str) -> list[str]:
    """Noun phrases of two to four words without 的, three to ten characters; also the parts of longer ones."""
    found: list[str] = []
    run: list[str] = []
    for word in (*words_of(text), None):
        if word is not None and is_nominal(word) and word.tag not in {"m", "x", "s", "t", "i", "l", "nr", "b"}:
            run.append(word.text)
            continue
        for low in range(max(0, len(run) - 4), len(run)):  # the head of a compound stays: 高端医疗|器械 is no 高端医疗
            phrase = _LEADING.sub("", "".join(run[low:]))
            if (
                3 <= len(phrase) <= 10
                and run[-1] not in _NO_HEAD
                and run[low] not in _NO_START
                and not re.search(r"[省市县区国局委部]$|国家卫|总经理|总裁|所在|增长率$", phrase)
            ):
                found.append(phrase)
        run = []
    return list(dict.fromkeys(found))


_NO_HEAD = frozenset(
    "时代 方面 领域 过程 情况 整体 总体 相关 基本 重点 目标 方向 趋势 问题 结果 水平 程度 环节 部分 主流 高端 早期 永久性"
    " 传统 新型 现代 阶段 背景".split()
)
_NO_START = frozenset(
    "领域 行业 产业 市场 整体 总体 相关 基本 时代 结果 企业 患者 部分 终端 细分 背后 我国 中国 国内 全球".split()
)


def _aspects(units: Sequence[Unit], others: Sequence[Unit], table: tuple[tuple[str, str], ...]) -> list[str]:
    """Aspects by the share of units that show them beyond the share among the others."""
    ranked = []
    for place, (name, pattern) in enumerate(table):
        inside = sum(bool(re.search(pattern, u.text, re.IGNORECASE)) for u in units) / max(1, len(units))
        outside = sum(bool(re.search(pattern, u.text, re.IGNORECASE)) for u in others) / max(1, len(others))
        if inside > 0.3:
            ranked.append((-(inside - 0.5 * outside), place, name))
    return [name for _, _, name in sorted(ranked)]


GRAMMAR_EN = frozenset(
    "the a an of and or to in on for with by from is are was were be been has have had it its this that as at which than more most over about into per not can could may will would should their there such also new other many some all each between during after before although though while whereas because since however until unless only even often still they them these those where when what whose".split()
)


def _english(units: Sequence[Unit], others: Sequence[Unit], taken: Sequence[str]) -> str:
    """Most spread two- or three-word phrase of the group and its aspect: "Heat pumps: prices and costs"."""
    texts: dict[str, str] = {}
    for unit in units:
        texts[unit.excerpt_id] = texts.get(unit.excerpt_id, "") + " " + unit.text
    rest = " ".join(u.text.lower() for u in others)
    counts: Counter[str] = Counter()
    for text in texts.values():
        counts.update(set(_pairs(text)))
    ranked = sorted(((-(c * 1.0 - rest.count(p) * 0.4) - 0.05 * len(p.split()), p) for p, c in counts.items()))
    used = " ".join(taken).lower()
    if len(texts) > 1 and ranked and counts[ranked[0][1]] < 2:
        counts.update(p for u in others for p in set(_pairs(u.text)))
        ranked = sorted((-float(c), p) for p, c in counts.items())[:1]
        used = ""
    topic = next((p for _, p in ranked if p not in used), "")
    aspects = [a for a in _aspects(units, others, _ASPECTS_EN) if a not in used]
    aspect = next((a for a in aspects if not any(w in topic for w in a.split() if len(w) > 4)), "")
    names = [f"{topic}: {aspect}"] if topic and aspect else [topic or aspect]
    names += [*aspects, *(p for _, p in ranked), "further findings", "other findings"]
    names = [n[:1].upper() + n[1:] for n in names if n]
    return next((n for n in names if n not in taken), names[0])


# Words of degree and number, which name nothing.
_NO_TOPIC_EN = frozenset(
    "almost around about over under just even more most many much some several three four five seven eight nine half third quarter twice times first"
    " second last next year years month months week weeks million billion percent cent only still less fewer least every each other another such same".split()
)


def _pairs(text: str) -> list[str]:
    out = []
    for clause in re.split(r"[.,;:()]", text.lower()):
        words = re.findall(r"[a-z][a-z-]+", clause)
        for i in range(len(words) - 1):
            pair = words[i : i + 2]
            if not any(w in GRAMMAR_EN or w in _NO_TOPIC_EN or len(w) < 4 for w in pair) and not any(
                w.endswith(("ed", "ly", "ing")) for w in pair
            ):
                out.append(" ".join(pair))
    return out
