"""Chinese sentence frames for figures: new wording by construction from subject, measure, time and value.

Every word of a frame that is not from the fact is listed here. Not for sentences that are no figures; see `rewrite`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from synthesis.engine.drafting.evidence.facts import Fact, clauses_of
from synthesis.engine.drafting.evidence.units import Unit
from synthesis.engine.drafting.rewriting.figures_zh import OWN_SUM
from synthesis.engine.patterns import lazy_pattern

_OVER = lazy_pattern(r"^(突破|超过|超|逾)")
_NEAR = lazy_pattern(r"^(接近|近)")
_ABOUT = lazy_pattern(r"^(约为|约|大约)")
_CHANGE = lazy_pattern(
    r"((?:同比|环比|年均|年均复合|较[^，。]{2,8}|比[^，。]{2,8})?)(增长|上升|增加|上涨|提高|提升|下降|减少|降低|下滑|下跌)(?:了|幅度为|达|约)?$"
)
_FROM_TO = lazy_pattern(
    r"[从由](?P<t1>\d{4}年(?:\d+月)?)的?(?P<v1>[^，。年]{1,16}?)(?P<way>增长|增加|上升|提高|提升|扩大|下降|减少|降低|缩小|回落)(?:到|至)了?(?P<t2>\d{4}年(?:\d+月)?)?的?(?P<v2>[^，。]{1,16})$"
)
_UP = {"增长", "增加", "上升", "提高", "提升", "扩大"}
_SHARE = lazy_pattern(
    r"^(?P<x>[^，。]{2,24}?)(?P<a>已|约|仅|只|已经|平均)?占(?:到|据|了)?(?P<y>[^，。\d]{2,24}?)的(?P<v>[^，。]{1,10})$"
)
_MODAL = {
    "预计": "预计",
    "预期": "预计",
    "预测": "预计",
    "有望": "有望",
    "可望": "有望",
    "或将": "或将",
    "可能": "可能",
    "将": "将",
    "力争": "力争",
    "计划": "计划",
    "估计": "估计",
}


def figure_sentences(unit: Unit, body: str, skip: frozenset[str] = frozenset()) -> list[str]:
    """Wordings (without full stop) of the figures of a unit, fullest first; facts whose phrase is in `skip` are left out."""
    out = [] if skip else [*_against(unit, body), *_from_to(unit, body), *_share(body)]
    levels = [
        f
        for f in unit.facts
        if not re.search(r"占[约近到]?$", body[: f.start])
        and f.phrase not in skip
        and not f.change
        and f.indicator
        and not re.search(r"[年月日届期]$", f.indicator)
        and (f.unit or re.search(r"[^\d.]$", f.phrase))
        and not _picks_out(f, body)
    ]
    if levels and _plain_subject(levels[0].subject) and _opens(body, max(0, body.find(levels[0].subject))):
        told = [f for f in unit.facts if f in levels or (not skip and _change_of(f, unit.facts, levels))]
        out += [t for t in _levels(told, body) if skip or _covers(told, body)]
    return out


def _covers(told: Sequence[Fact], body: str) -> bool:
    """Whether every clause is told by a figure or only sets the scene: else a frame would lose what a clause says."""
    return all(
        any(low <= f.start < high for f in told) or _SETTING.match(body[low:high]) for low, high in clauses_of(body)
    )


def _picks_out(fact: Fact, body: str) -> bool:
    """Whether a figure only marks off a part (700元以上的型号), so that it may not be told as a level."""
    rest = body[fact.end :]
    if (
        fact.unit_class == "count"
        and re.match(r"[\u4e00-\u9fff]", rest)
        and re.search(r"在[^，]{0,6}$", body[: fact.start])
    ):
        return True  # 在超过500台机器人同时运行时: a condition, no level
    if not fact.change and not _ENDS.match(rest):
        return True  # 412家在营业: the level would lose what they do
    return rest.startswith("的") or bool(re.search(r"以[上下内]$", fact.phrase) and re.match(r"[\u4e00-\u9fff]", rest))


def _change_of(fact: Fact, facts: Sequence[Fact], levels: Sequence[Fact]) -> bool:
    """Whether a change belongs to a level that is told: the one just before it, and points only to rates."""
    if not fact.change or fact.start < levels[0].start:
        return False
    before = [f for f in facts if not f.change and f.start < fact.start]
    if not before or before[-1] not in levels:
        return False
    return fact.unit_class != "point" or before[-1].unit_class == "percent"


_ENDS = lazy_pattern(r"(?:左右|上下|以上|以下|以内|之间|不等|人民币)?(?:[，。；：、（(]|$)|的")
_AGAINST = lazy_pattern(
    r"(?:相较于|相比于|与|较|比)(?P<t>\d{4}年(?:\d+月)?)的?(?P<v>[^，。年]{2,14}?)(?:相比)?，?(?P<way>下降|减少|增长|增加|上升|下滑|上涨)了?(?P<d>约?[\d.]+(?:%|[万亿]*[^，。\d]{0,3}))$"
)


def _against(unit: Unit, body: str) -> list[str]:
    """A level, and by how much it differs from an earlier one: 在T1为V1，比T0的V0减少D."""
    match = _AGAINST.search(body)
    first = unit.facts[0] if unit.facts else None
    if (
        not match
        or first is None
        or not _opens(body, first.start)
        or first.start >= match.start()
        or not (first.subject and first.indicator)
    ):
        return []
    way = {"下降": "减少", "下滑": "减少", "增长": "增加", "上涨": "增加"}.get(match.group("way"), match.group("way"))
    way = match.group("way") if match.group("d").endswith("%") else way
    name = first.full_name
    tail = f"比{match.group('t')}的{match.group('v')}{way}了{match.group('d')}"
    when = f"在{first.time_text}" if first.time_text else ""
    if first.time_text and match.group("t") < first.time_text:
        then, now = f"{match.group('t')}为{match.group('v')}", f"{first.time_text}{value_phrase(first)}"
        return [f"{name}在{then}，{now}，{way}了{match.group('d')}"]
    return [f"{name}{when}{value_phrase(first)}，{tail}"]


def fused_levels(facts: Sequence[Fact]) -> list[str]:
    """One sentence for levels of one subject and measure at several times, from several excerpts, oldest first."""
    ordered = sorted(facts, key=lambda f: f.time)
    return _levels(ordered, "") if len({f.time for f in ordered}) == len(ordered) else []


_SETTING = lazy_pattern(
    r"^(?:近年来|近些年来?|目前|当前|现阶段|截[至止].*|\d{4}年(?:\d{1,2}月)?(?:底|末|初|上半年|下半年|[一二三四]季度)?|随着.*|据.*|从.{1,12}看|在.{1,16}[中下时])$"
)


def _opens(body: str, at: int) -> bool:
    """Whether the clause at `at` is the first that names anything: a later one may be about what an earlier one named
    (X获批上市，敏感度超过90%)."""
    return all(_SETTING.match(body[low:high]) for low, high in clauses_of(body) if high <= at)


def _plain_subject(subject: str) -> bool:
    return (
        2 <= len(subject) <= 24
        and not re.search(r"[，。；其该这此并及和与或]|^[的而但]", subject[:1])
        and not subject.startswith(("其", "该", "这", "此"))
        and not re.search(r"预[计测期]|估计|认为|同比|环比|年$|第?[一二三四五六]期", subject)
    )


def value_phrase(fact: Fact) -> str:
    """Verb and value with hedge and qualifier kept: 约为1280亿元, 预计超过…, 在12%以上."""
    modal = _MODAL.get(fact.modal, "")
    phrase = fact.phrase.replace("人民币", "")
    if match := re.match(r"^(.*?)(左右|上下)$", phrase):
        phrase = "约" + _ABOUT.sub("", match.group(1))
    if phrase.endswith(("以上", "以下", "以内")):
        return f"{modal}在{phrase}"
    if fact.high is not None:
        return f"{modal}在{phrase}之间"
    for pattern, verb in ((_OVER, "超过"), (_NEAR, "接近")):
        if pattern.match(phrase):
            return f"{modal}{verb}{pattern.sub('', phrase)}"
    if _ABOUT.match(phrase):
        return f"{modal}约为{_ABOUT.sub('', phrase)}"
    if phrase.startswith(("不足", "至少", "高达", "最高")):
        return f"{modal}{phrase}"
    return f"{modal}达到{phrase}" if modal in {"有望", "将", "或将", "可能"} else f"{modal}为{phrase}"


def _levels(facts: Sequence[Fact], body: str) -> list[str]:
    """The facts in order: the first with its name and time, the others with what is new in them. None of it when a
    fact cannot be told apart from the one before."""
    first = facts[0]
    subject, rest, before = first.full_name, "", first
    for fact in facts[1:]:
        if fact.change:
            clause = _change_clause(fact, body)
            if not clause:
                return []
            rest += f"，{clause}"
            continue
        when = fact.time_text if fact.time != before.time else ""
        what = fact.indicator if fact.indicator != before.indicator or fact.unit_class != before.unit_class else ""
        if what and fact.subject != first.subject and fact.subject:
            what = fact.full_name
        if not when and not what:
            return []
        rest += f"，{when}{what}{value_phrase(fact)}"
        before = fact
    value = value_phrase(first)
    if not first.time_text:
        return [f"{subject}{value}{rest}"]
    if first.time_text[-1].isdigit():
        return []  # 2023—2024冰雪季: what the years are of stands behind them
    if value.startswith("在") or "在" in first.subject:
        return [f"{first.time_text}，{subject}{value}{rest}"]
    return [f"{subject}在{first.time_text}{value}{rest}", f"{first.time_text}，{subject}{value}{rest}"]


def _change_clause(fact: Fact, body: str) -> str:
    low = next((a for a, b in clauses_of(body) if a <= fact.start < b), 0)
    match = _CHANGE.search(body[low : fact.start])
    if not match:
        return ""
    against = re.sub(r"^较", "比", match.group(1))
    return f"{against}{match.group(2)}{fact.phrase}"


def _from_to(unit: Unit, body: str) -> list[str]:
    for low, high in clauses_of(body):
        match = _FROM_TO.search(body[low:high])
        if not match or not _opens(body, low):
            continue
        t2 = match.group("t2") or ""
        name = body[low : low + match.start()].strip("，已的")
        dated = re.match(r"(?:截至|到)?(\d{4}年底?)(?=[\u4e00-\u9fff])", name)
        if dated:
            t2, name = t2 or dated.group(1), name[dated.end() :]
        if not t2 or not 3 <= len(name) <= 30 or re.match(r"[其该这]", name):
            return []
        t1, v1, v2 = match.group("t1"), match.group("v1"), match.group("v2")
        was = v1 if v1.startswith(("不足", "超过", "接近", "约为")) else f"为{v1}"
        way = ("升至", "增至") if match.group("way") in _UP else ("降至", "降至")
        rest = body[high:]
        return [f"{t1}，{name}{was}，{t2}{way[0]}{v2}{rest}", f"{name}在{t1}{was}，{t2}{way[1]}{v2}{rest}"]
    return []


def _share(body: str) -> list[str]:
    clauses = clauses_of(body)
    for low, high in clauses[:1]:
        match = _SHARE.match(body[low:high])
        if (
            match
            and not re.search(r"[其该这此]", match.group("y"))
            and not re.search(r"[其该这此]|^(?:目前|当前)", match.group("x")[:1])
        ):
            number = re.search(r"\d|[一二三四五六七八九]成|分之|[一过]半", match.group("v"))
            if number is None or re.match(r"[而但却则]", match.group("x")):
                return []
            x, y, v = match.group("x"), match.group("y"), match.group("v")
            adverb = match.group("a") or ""
            rest = body[high:]
            x = re.sub(r"^(?:目前|当前|其中)，?", "", x)
            if y in {"全球", "全国", "世界", "国内"}:
                return [f"{y}范围内，{x}{adverb}占{v}{rest}", f"从{y}看，{x}{adverb}占{v}{rest}"]
            if OWN_SUM.search(y) and not y.endswith(("成本", "支出", "费用")):
                return [f"{x}在{y}中{adverb}占{v}{rest}"]
            return [f"在{y}中，{x}{adverb}占{v}{rest}", f"从{y}的构成看，{x}{adverb}占{v}{rest}"]
    return []
