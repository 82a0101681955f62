"""Evidence units: what an excerpt says, sentence by sentence, with the span each statement comes from.

Types follow the drafting design: 数值 (figure), 变化 (change), 对比 (comparison), 政策 (policy), 因果 (cause),
枚举 (list), 定义 (definition), 观点 (opinion); what fits none stays as 引文 (quotation). Nothing is dropped:
a sentence that must not carry a statement of the draft is kept with the reason in `flaw`.
Not for choosing or wording; see `plan` and `realise`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from synthesis.engine.drafting.evidence import facts as evidence_facts
from synthesis.engine.drafting.evidence import flaws as evidence_flaws
from synthesis.engine.drafting.evidence.facts import Fact
from synthesis.engine.drafting.evidence.naming import actor_of, place_of
from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text.sentences import split_sentences


@dataclass(frozen=True)
class Excerpt:
    """A tagged passage: `id` is the caller's, `source` names where it is from (may be empty)."""

    id: str
    source: str
    text: str


@dataclass(frozen=True)
class Unit:
    """One sentence of an excerpt, typed.

    `start`/`end` are code points in the excerpt's text, half-open. `text` is the sentence made ready for
    rewording (Simplified, Chinese punctuation, list marks and markup removed); `raw` is the exact slice.
    `flaw` is empty when the unit may carry a statement, else a code of `flaws`.
    `kind`: figure, change, comparison, policy, cause, list, definition, opinion or quotation.
    `polarity` is "negative" when the statement denies; `modality` is "asserted", "hedged" or "planned".
    """

    excerpt_id: str
    source: str
    start: int
    end: int
    raw: str
    text: str
    language: str
    kind: str
    subject: str
    indicator: str
    facts: tuple[Fact, ...]
    time: str
    place: str
    actor: str
    polarity: str
    modality: str
    attribution: str
    limiting: bool
    flaw: str


_POLICY_ZH = lazy_pattern(
    r"(印发|颁布|出台|发布|实施|施行|审议通过|纳入|集采|集中带量采购|医保局|国务院|条例|规划|办法|指导意见|通知)"
)
_CAUSE_ZH = lazy_pattern(
    r"(由于|因为|因此|因而|从而|导致|造成|引发|使得|受[^，]{1,12}影响|得益于|(?<![能资来水财起电货])源于|归因|推动|促进|带动|促使)"
)
_COMPARE_ZH = lazy_pattern(
    r"(高于|低于|优于|好于|不如|多于|少于|相比|较[^，]{1,10}(高|低|多|少|快|慢|大|小)|不及|超过[^，]{1,8}(平均|水平)|差距)"
)
_CHANGE_ZH = lazy_pattern(
    r"(增长|上升|提高|提升|下降|减少|降低|降至|增至|升至|扩大|缩小|翻番|回落|由[^，]{1,20}(到|至|转向|转为)|从[^，]{1,24}(到|至))"
)
_DEFINE_ZH = lazy_pattern(r"^[^，]{2,24}(是指|是一种|指的是|即指|系指|，?是.{0,12}的(技术|方法|装置|过程|学科|行业))")
_OPINION_ZH = lazy_pattern(r"(认为|表示|指出|坦言|建议|呼吁|看来|强调|应当|应该|有必要)")
_POLICY_EN = lazy_pattern(
    r"\b(act|regulation|directive|policy|policies|law|ministry|commission|subsid\w+|legislation|mandate\w*|agency)\b",
    re.IGNORECASE,
)
_CAUSE_EN = lazy_pattern(
    r"\b(because|due to|owing to|as a result|therefore|led to|leads to|caused|driven by|results? in)\b", re.IGNORECASE
)
_COMPARE_EN = lazy_pattern(r"\b(than|compared (with|to)|whereas|relative to)\b", re.IGNORECASE)
_CHANGE_EN = lazy_pattern(
    r"\b(rose|rise|grew|grow\w*|increas\w+|fell|fall\w*|declin\w+|decreas\w+|doubl\w+|dropp?\w*)\b", re.IGNORECASE
)
_DEFINE_EN = lazy_pattern(
    r"\b(is|are) (a|an|the) (kind|type|form|class|process|technology|method) of\b|\brefers to\b", re.IGNORECASE
)
_OPINION_EN = lazy_pattern(
    r"\b(argue[sd]?|believe[sd]?|suggest\w*|contend\w*|should|must|according to)\b", re.IGNORECASE
)
_LIMIT_ZH = lazy_pattern(
    r"(^但|然而|不过|尽管|虽然|仍(然)?(处于|面临|存在|依赖|以|未|需|不)|尚(未|不|处|待)|不足|缺乏|缺少|短缺|依赖进口|瓶颈|制约|风险(?!程度|等级|评估|管理|分级|因素|预测)|挑战|隐患|难以|较弱|薄弱|不高(?!于)|不确定|滞后|有待)"
)
_OVERCOME = lazy_pattern(r"[^，]*(?:局面|格局|垄断|瓶颈)(?:正在|正|已|逐步|逐渐|被|得到)*(?:改变|改善|打破|扭转|突破)")
_LIMIT_EN = lazy_pattern(
    r"\b(however|although|despite|yet|but|still|remain\w*|lack\w*|shortage|limited|barrier\w*|risk\w*|challenge\w*|uncertain\w*|insufficient)\b",
    re.IGNORECASE,
)
_NEGATIVE_ZH = lazy_pattern(r"(不(?!断|仅|但|只|过|同|少|久|超过|足|等|乏)|未(?!来)|没有|并非|无法|难以|缺乏|尚未)")
_NEGATIVE_EN = lazy_pattern(r"\b(not|no|never|neither|without|cannot|hardly|n't)\b", re.IGNORECASE)
_HEDGE_ZH = lazy_pattern(r"(可能|预计|预期|有望|或将|或许|大概|估计|预测|似乎|也许|推测|未必)")
_PLAN_ZH = lazy_pattern(
    r"(拟(?!人|合|真|态)|计划(?![》”])(?=[\u4e00-\u9fff]{2})|将(?!近)|力争|目标是|规划(?=建设|新增|到20|在20)"
    # A level that is to be reached by a year: 到2027年国产化率要达到60%.
    r"|到20\d\d年[^，。；]{0,24}?(?:要|应当|应该|应|须|需)(?:达|占|超|实现|不低于|不少于|提高|降|建成|完成|控制))"
)
_HEDGE_EN = lazy_pattern(
    r"\b(may|might|could(?! not\b)|likely|expected|projected|forecast|estimate[sd]?|appears?|possibly|probably)\b",
    re.IGNORECASE,
)
_DATA = lazy_pattern(r"数据|统计|调查|报告|测算|结果|年报|财报|data|figures|survey|stud|report|estimate", re.IGNORECASE)
_PLAN_EN = lazy_pattern(r"\b(plans? to|will|intends? to|aims? to|target\w*)\b", re.IGNORECASE)


_HELD_BACK = lazy_pattern(r"但|却|[不未没无仅只]|难|还需|较[低少小差慢]|依靠")


def holds_back(text: str) -> bool:
    """Whether a reworded Chinese sentence can still be what limits: it turns, denies, restricts or names an obstacle."""
    return bool(_LIMIT_ZH.search(text) or _HELD_BACK.search(text))


def language_of(text: str) -> str:
    """ "zh" when there are more Han characters than words in Latin letters, else "en"."""
    han = len(re.findall(r"[\u3400-\u9fff]", text))
    words = len(re.findall(r"[A-Za-z]+", text))
    return "zh" if han > words else "en"


@lru_cache(maxsize=4096)
def units_of(excerpt: Excerpt) -> tuple[Unit, ...]:
    """The units of one excerpt, none for an empty one; the last year named before a sentence dates its figures that name none."""
    units = []
    for start, end in _statements(excerpt.text):
        raw = excerpt.text[start:end]
        lead = len(raw) - len(raw.lstrip())
        raw = raw.strip()
        if raw:
            unit = _unit(excerpt, start + lead, raw)
            behind = excerpt.text[:start].rstrip().endswith(("；", ";"))
            leans = behind and not unit.flaw and _LEANS_BACK.match(unit.text)
            units.append(replace(unit, flaw="subjectless") if leans else unit)
    return tuple(units)


#: Behind a semicolon a bare measure or 拒不…的 is of whoever the clause before names.
_LEANS_BACK = lazy_pattern(
    r"(?:首年|次年|第[一二三]年|当年|全年|同期|拒不|逾期|同比|环比|(?:超过|不足|未满|不满|满|高于|低于)\d[^，。]{0,8}的?，?(?:每[^，。]{1,4})?[补奖给按收减免]"
    r"|(?:利润|利税|净利润|营业?收入|营收|毛利率?|产量|产值|销量|销售额|出口[额量]?|进口[额量]?|均价|价格|面积|总量|增速|占比|人数|数量|金额)(?:总额)?(?:[约为达是共仅]|平均|的?\d|较|比))"
)


#: A first item or a part of a whole, which those behind the semicolons are told of as well.
_OPENS_LIST = lazy_pattern(r"[：，]?(?:一是|其一|首先|（一）|第一，|①)|其中")
_NEXT_ITEM = lazy_pattern(
    r"\s*(?:[二三四五六七八九十]是|其[二三四五]|其次|再次|最后，|（[二三四五六七八九十]）|第[二三四五六七八九十]，|[②③④⑤⑥⑦⑧⑨⑩])"
)
_NEXT_PART = lazy_pattern(r"\s*[^，；。：\d]{2,14}(?:约|近|超)?\d[^；。]{0,24}[；。]?\s*$")


def _statements(text: str) -> list[tuple[int, int]]:
    """[start, end) of each statement: a sentence, or a list whose items stand between semicolons (其中国债7.5亿元；维修资金2.7亿元):
    an item alone would lack what it is a part of."""
    found: list[tuple[int, int]] = []
    for start, end in split_sentences(text):
        last = text[slice(*found[-1])] if found else ""
        item = _NEXT_ITEM.match(text, start) or ("其中" in last and _NEXT_PART.match(text[start:end]))
        if last.rstrip().endswith(("；", ";")) and item and _OPENS_LIST.search(last):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _unit(excerpt: Excerpt, start: int, raw: str) -> Unit:
    language = language_of(raw)
    text = evidence_flaws.tidy(raw, language)
    attribution, body = evidence_flaws.split_attribution(text, language)
    facts = evidence_facts.facts_of(body, language)
    zh = language == "zh"
    first = facts[0] if facts else None
    subject = first.subject if first else evidence_facts.subject_of(body, language)
    hedge, plan = (_HEDGE_ZH, _PLAN_ZH) if zh else (_HEDGE_EN, _PLAN_EN)
    return Unit(
        excerpt_id=excerpt.id,
        source=excerpt.source,
        start=start,
        end=start + len(raw),
        raw=raw,
        text=text,
        language=language,
        kind=_kind(text, facts, zh, attribution),
        subject=subject,
        indicator=first.indicator if first else "",
        facts=facts,
        time=next((f.time for f in facts if f.time), evidence_facts.time_of(text)),
        place=place_of(body, language),
        actor=actor_of(body, language),
        polarity="negative" if (_NEGATIVE_ZH if zh else _NEGATIVE_EN).search(text) else "positive",
        modality=_modality(re.sub(r"《[^》]*》", "", text), hedge, plan),
        attribution=attribution,
        limiting=bool((_LIMIT_ZH if zh else _LIMIT_EN).search(_OVERCOME.sub("", text))),
        flaw=evidence_flaws.flaw_of(raw, text, language),
    )


def _modality(text: str, hedge: re.Pattern[str], plan: re.Pattern[str]) -> str:
    return "hedged" if hedge.search(text) else "planned" if plan.search(text) else "asserted"


def _kind(text: str, facts: tuple[Fact, ...], zh: bool, said: str) -> str:
    attributed = bool(said)
    rules = (
        ("policy", _POLICY_ZH if zh else _POLICY_EN, "《" in text or not facts),
        ("definition", _DEFINE_ZH if zh else _DEFINE_EN, True),
        ("change", _CHANGE_ZH if zh else _CHANGE_EN, bool(facts)),
        ("comparison", _COMPARE_ZH if zh else _COMPARE_EN, True),
    )
    for kind, pattern, allowed in rules:
        if allowed and pattern.search(text):
            return kind
    if facts:
        return "figure"
    if (attributed and not _DATA.search(said)) or (_OPINION_ZH if zh else _OPINION_EN).search(text):
        return "opinion"
    if (_CAUSE_ZH if zh else _CAUSE_EN).search(text):
        return "cause"
    if text.count("、") >= 2 or (not zh and text.count(",") >= 2 and " and " in text):
        return "list"
    if (_CHANGE_ZH if zh else _CHANGE_EN).search(text):
        return "change"
    return "quotation"
