"""Figures of a sentence as facts: of what, which measure, when, how much, how sure.

A fact is found by reading left from its quantity within the clause; a clause that names nothing inherits
subject and measure from the clause before it. Not for judging numbers; that is `verify`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from synthesis.engine.drafting.evidence.words import is_nominal, words_of
from synthesis.engine.drafting.quantities.find import DateMention, Quantity, find_dates, find_quantities
from synthesis.engine.patterns import lazy_pattern


@dataclass(frozen=True)
class Fact:
    """One figure. `name` is subject and measure as worded there; `phrase` is its wording with qualifier ("约1280亿元"); `low`/`high` are in the unit's own scale;
    `unit` and `unit_class` as in `quantities`; `time` is "" when undated, else "2024", "2024-11", "2015~2019";
    of two ends told of a span (2015年至2019年由3%升至5%) each has its own;
    `modal` the hedge before it (预计, 有望, expected …); `change` true when it tells a difference, not a level;
    `start`/`end` code points in the sentence body, half-open."""

    subject: str
    indicator: str
    name: str
    time: str
    time_text: str
    phrase: str
    verb: str
    modal: str
    qualifier: str
    value: Decimal
    high: Decimal | None
    unit: str
    unit_class: str
    change: bool
    start: int
    end: int

    @property
    def year(self) -> int:
        """The last year of its time, 0 when undated."""
        return max(map(int, re.findall(r"\d{4}", self.time)), default=0)

    @property
    def full_name(self) -> str:
        """Subject and measure as one phrase; 的 between them where the measure is one of the known Chinese ones."""
        known = re.fullmatch(INDICATOR_ZH + r"|[\u4e00-\u9fff]{1,4}[率量]", self.indicator)
        if self.subject and known and not re.search(r"[平年人]均$|[与和及、年总]$|的", self.subject):
            return f"{self.subject}的{self.indicator}"
        return self.name or f"{self.subject}{self.indicator}"


INDICATOR_ZH = (
    r"(?:终端|总体|整体)?(?:年均|年|平均|人均|累计|新增|在研|存量)?(?:市场(?:总)?规模|市场容量|行业规模|产业规模|市场份额|市场占有率|占有率|市占率|份额|占比|比重|比例|"
    r"国产化率|自给率|渗透率|普及率|覆盖率|准确率|发生率|死亡率|患病率|使用率|发病率|检出率|误诊率|增长率|增速|复合增长率|"
    r"中标价格|价格|均价|单价|费用|成本|销售额|营业收入|营收|收入|利润|支出|投入|投资额?|融资额?|产值|产量|销量|出货量|需求量|采购量|使用量|"
    r"患者(?:人数|总数)?|[\u4e00-\u9fff]{0,3}人数|例数|数量|总数|总额|规模|出口额|进口额|金额|时间|周期|人口|年龄|灵敏度|特异度|准确度|精度|辐射剂量)"
)
_INDICATOR_EN = r"(?:market (?:size|share|value)|revenues?|sales|shares?|prices?|costs?|rates?|spending|investment|output|production|demand|capacity|volume|number|proportion|growth|population|exports?|imports?|accuracy|sensitivity|penetration|adoption|consumption|emissions?|income|wages?)"
_TAIL_ZH = lazy_pattern(
    r"(?:已经|已|将|仍|仅|只|就|也|均|都|则|又|还|其中|预计|预期|有望|或将|或|可|需|会|(?<![产功性效动潜职节])能|约|大约|近|超过|超|逾|不足|突破|接近|高达|仅有|达到|达|为|是|占到|占据|占|有|在|到|至|了|维持|保持|介于|稳定|控制|共|共计|合计|以|由|从|自)+$"
)
_MODAL = lazy_pattern(
    r"(预计|预期|有望|可望|或将|可能|估计|预测|力争|计划|将(?!近)|expected|projected|forecast|could|may|might|likely|will|estimated)"
)
_BEFORE = lazy_pattern(
    r"(约为|约|大约|近|超过|超|逾|突破|不足|接近|至少|最高|高达|(?<!turned )(?<!turns )(?<!turn )(?<!handed )over |more than |about |around |nearly |almost |approximately |roughly |at least |less than |under |below |up to )$",
    re.IGNORECASE,
)
_AFTER = lazy_pattern(r"^(左右|上下|以上|以下|以内|以外|余(?:元|家|个|人|例|项|种)?|多(?:家|个|人|例|项|种)?| or more)")
_CHANGE = lazy_pattern(
    r"(同比|环比|降至|降到|跌至|跌到|增至|增到|升至|升到|回落至|增长|增加|上升|提高|提升|下降|减少|降低|下滑|下跌|上涨|增幅|降幅|涨幅|复合增长率|增长率|增速|grew|rose|increase\w*|fell|decreas\w*|declin\w*|growth|by )[^，,]{0,12}$"
)
_LEVEL_EN = lazy_pattern(
    r"\b(?:rose|fell|grew|climbed|dropped|increased|declined|decreased)(?: by [^,;]{1,30}?)? to (?:about |around |over )?$",
    re.IGNORECASE,
)
_SEASON = lazy_pattern(r"(?<!\d)(?:19|20)\d\d/\d\d(?!\d)")  # the 2022/23 season is a time
_LEADING = lazy_pattern(
    r"^(?:目前|当前|现阶段|截至|截止|至|到|其中|预计|而|但|据统计|有|在|自|从|近年来|仅|约|由|较|相较于|相比|与|同比|环比|达到|达|增长|下降)+"
)
_COUNTERS = frozenset(["", *"代维种类个项大点位度步级款名次层方面"])
_SPLIT = lazy_pattern(r"[，。；：！？]|,(?!\d)|;")


def clauses_of(text: str) -> list[tuple[int, int]]:
    """Spans of the clauses of a sentence, code points, half-open, punctuation excluded."""
    spans, at = [], 0
    for match in _SPLIT.finditer(text):
        if match.start() > at:
            spans.append((at, match.start()))
        at = match.end()
    if at < len(text):
        spans.append((at, len(text)))
    return spans


def time_of(text: str) -> str:
    """The first date of `text` as "2024" or "2024-11", "" when there is none."""
    dates = [d for d in find_dates(text) if d.year]
    return time_key(dates[0]) if dates else ""


def time_key(date: DateMention) -> str:
    """A date as a comparable key: year, year and month, or the years of a span."""
    if date.year and date.end_year and date.end_year > date.year:
        return f"{date.year}~{date.end_year}"
    return f"{date.year}-{date.month:02d}" if date.month else f"{date.year}"


def facts_of(body: str, language: str) -> tuple[Fact, ...]:
    """The figures of a sentence, in order. Ordinals and bare years are not figures (`find_quantities` decides)."""
    dates = [d for d in find_dates(body) if d.year]
    quantities = [q for q in _figures(body) if not any(d.start < q.end and q.start < d.end for d in dates)]
    facts: list[Fact] = []
    subject = indicator = name = ""
    measures: dict[str, str] = {}  # the last measure named with each class of unit: a share between two sums is no sum
    clauses = clauses_of(body)
    for quantity in quantities:
        if quantity.high is None and quantity.value <= 10 and quantity.unit in _COUNTERS and "." not in quantity.text:
            continue  # 两种, 三维, 第一代 are wording, not figures
        low = next((a for a, b in clauses if a <= quantity.start < b), 0)
        named = _named(body[low : quantity.start], dates, low, language)
        if named[0] or (named[1] and not facts):
            subject = named[0] or subject
        elif not named[1] and re.match(r"其中", body[low:]):
            subject = indicator = name = ""  # a part that could not be read is not the whole
            measures = {}
        name = named[2] or (name if not named[1] else "")
        indicator = named[1] or measures.get(quantity.unit_class, "" if measures else indicator)
        measures[quantity.unit_class] = indicator
        facts.append(_fact(body, quantity, dates, (low, subject, indicator, name)))
    return _at_ends(body, facts, dates, language)


_FROM = lazy_pattern(r"(?:[由从自]|\bfrom )(?:最初的?|原来的?|an? )?$", re.IGNORECASE)
_TO = lazy_pattern(r"[^，。；,;]{0,12}?[至到为成]了?$|,? (?:\w+ )?to $", re.IGNORECASE)


def _at_ends(body: str, facts: list[Fact], dates: list[DateMention], language: str) -> tuple[Fact, ...]:
    """The figures, the two that tell where something stood at the ends of a span each with the time of its end."""
    found = list(facts)
    for n, (first, last) in enumerate(pairwise(facts)):
        span = next((d for d in dates if d.text == last.time_text and (d.end_year or d.end_month)), None)
        ends = _FROM.search(body[: first.start]) and _TO.fullmatch(body[first.end : last.start])
        alike = first.unit_class == last.unit_class or not first.unit
        if span is None or not ends or not alike or first.time_text not in {"", span.text}:
            continue
        stop = replace(span, year=span.end_year or span.year, month=span.end_month, end_year=None)
        for at, date in ((n, replace(span, end_year=None)), (n + 1, stop)):
            key = time_key(date)
            found[at] = replace(found[at], time=key, time_text=_worded(date, language))
    return tuple(found)


def _worded(date: DateMention, language: str) -> str:
    """A year, or a month of it, as a sentence has it."""
    if language == "zh":
        return f"{date.year}年{f'{date.month}月' if date.month else ''}"
    return f"{_MONTHS[date.month - 1]} {date.year}" if date.month else f"{date.year}"


_MONTHS = "January February March April May June July August September October November December".split()


# Units the tables do not know, behind a number: 360Wh/kg, 0.6GWh, 120 mg/L. A model name opens with letters.
_MEASURED = lazy_pattern(
    r"(?<![A-Za-z\d.\-/])(\d[\d,]*(?:\.\d+)?) ?((?:[GMkTm]?W(?:h|p)?|[kMm]?Hz|[kKMGT]B|[mµμknc]?m[²³23]?|[mµμk]?[gLl]|[kM]?Pa|[kM]?V|A?h|d[bB]|°C|℃|TOPS|TFLOPS)"
    r"(?:[/·][A-Za-z]+[²³23]?)?)(?![A-Za-z])"
)


def _figures(body: str) -> list[Quantity]:
    """The figures of a sentence, those with units of measurement that the tables leave to model names included."""
    seasons = [m.span() for m in _SEASON.finditer(body)]
    found = [q for q in find_quantities(body) if not any(a <= q.start < b for a, b in seasons)]
    for match in _MEASURED.finditer(body):
        found = [q for q in found if q.unit or q.start != match.start()]
        if not any(q.start < match.end() and match.start() < q.end for q in found):
            value = Decimal(match.group(1).replace(",", ""))
            found.append(
                Quantity(match.start(), match.end(), match.group(0), value, None, match.group(2), "measure", "")
            )
    return sorted(found, key=lambda q: q.start)


def _fact(body: str, quantity: Quantity, dates: list[DateMention], where: tuple[int, str, str, str]) -> Fact:
    low, subject, indicator, name = where
    start, end = quantity.start, quantity.end
    clause = body[low:start]
    before = _BEFORE.search(clause)
    start -= len(before.group(1)) if before else 0
    if not quantity.unit:  # a unit the tables do not know: 22.24杯, 175Wh/kg
        unknown = re.match(r"[\u4e00-\u9fff]{1,2}(?=[，。、；]|$)|[A-Za-z/·]+", body[end:])
        end += len(unknown.group(0)) if unknown else 0
    after = _AFTER.match(body[end:])
    end += len(after.group(1)) if after else 0
    told = [d for d in dates if d.end <= start and _dates(body, d, start)]
    after_it = _date_after(body, dates, end)
    beside = after_it is not None and body[end : after_it.start] in {" in ", " by ", " during "}
    date = after_it if beside else max(told, key=lambda d: d.end, default=after_it)
    verb = re.search(
        r"(达到|达|为|占|突破|超过|降至|增至|升至|降到|增长到|reached|was|is|were|are|totall?ed)[约近超逾]?$",
        body[low:start].strip(),
    )
    modal = _MODAL.search(clause)
    return Fact(
        subject=subject,
        indicator=indicator,
        name=name,
        time=time_key(date) if date else "",
        time_text=date.text if date else "",
        phrase=body[start:end].strip().replace("约为", "约"),
        verb=verb.group(1) if verb else "",
        modal=modal.group(1) if modal else "",
        qualifier=quantity.qualifier,
        value=quantity.value,
        high=quantity.high,
        unit=quantity.unit,
        unit_class=quantity.unit_class,
        change=bool(_CHANGE.search(clause)) and not _LEVEL_EN.search(clause),
        start=start,
        end=end,
    )


def _date_after(body: str, dates: list[DateMention], end: int) -> DateMention | None:
    """The date an English clause closes with: 84,000 heat pumps in 2023."""
    for date in dates:
        if date.start >= end and date.year:
            gap = body[end : date.start]
            span = date.end_year and re.match(r"between|from", date.text, re.IGNORECASE) and gap.endswith(" ")
            near = span or (
                len(gap) <= 100 and re.search(r"\b(?:in|by|during|for|at the end of)(?: [A-Z][a-z]+)? $", gap)
            )
            return date if near and not re.search(r"[,;]|than|compared|from|\d", gap) else None
    return None


def _dates(body: str, date: DateMention, start: int) -> bool:
    """Whether a date before a figure is the figure's: not a beginning, and a date compared with only its own figure's."""
    if body[max(0, date.start - 1) : date.start] in {"(", "（"}:
        return False  # 2.7万亿日元（2015年） dates the figure before it
    if re.search(r"起$|以来$|开始$", date.text) or re.match(r"起|以来|开始|成立", body[date.end :]):
        return False
    compared = re.search(r"(?:较|比|相较于|相比于|与|than in |than )$", body[: date.start])
    return not compared or body[date.end : start] in {"", "的"}


def _named(left: str, dates: list[DateMention], offset: int, language: str) -> tuple[str, str, str]:
    """(subject, indicator, both as worded) named in the clause before a figure; "" for what is not named."""
    for date in sorted(dates, key=lambda d: -d.start):
        a, b = date.start - offset, date.end - offset
        if a >= 0 and b <= len(left):
            left = left[:a] + left[b:]
    return _named_zh(left) if language == "zh" else _named_en(left)


def _named_en(left: str) -> tuple[str, str, str]:
    match = re.search(
        rf"\b(?:the )?((?:[A-Za-z-]+ ){{0,5}}{_INDICATOR_EN})(?: (?:of|for|in) ((?:[A-Za-z-]+ ){{0,6}}?[A-Za-z-]+))?"
        r"(?= (?:reach|was|were|is|are|rose|fell|grew|stood|hit|total|increas|declin|account)|$)",
        left,
        re.IGNORECASE,
    )
    if not match:
        return "", "", ""
    return (match.group(2) or "").strip(), match.group(1).strip(), match.group(0).strip()


_MEASURE_LAST_ZH = lazy_pattern(rf"({INDICATOR_ZH})$")


def _named_zh(left: str) -> tuple[str, str, str]:
    left = re.sub(r"（[^）]*）", "", left).strip("“”")
    left = _TAIL_ZH.sub("", _MOVED.sub("", _TAIL_ZH.sub("", left)))
    left = re.sub(r"^[\u4e00-\u9fff]{2,12}?(?:统计|测算|估算|公布|披露|发布|监测|调查)的", "", left)
    left = re.sub(r"^我国(?=家)", "中国", _LEADING.sub("", left).lstrip("的"))  # 我国|家政, not 我|国家|政
    if not 2 <= len(left) <= 34:
        return "", "", ""
    match = _MEASURE_LAST_ZH.search(left)
    while (
        match
        and match.start()
        and match.start() not in {w.start for w in words_of(left)}
        and match.end() - match.start() > 2
    ):
        match = _MEASURE_LAST_ZH.search(left[match.start() + 1 :])
        left_of = len(left) - len(match.group(1)) if match else 0
        match = _MEASURE_LAST_ZH.search(left, left_of) if match else None
    if match:
        subject = left[: match.start()].rstrip("的")
        return subject, match.group(1), left if subject else ""
    words = words_of(left)
    if words[-1].text[-1] in "率量" and len(words[-1].text) > 1:
        subject = left[: words[-1].start].rstrip("的")
        return subject, words[-1].text, left if subject else ""
    if not all(is_nominal(w) or w.text in "的、和与" for w in words):
        return "", "", ""
    if "的" in left:
        subject, indicator = left.rsplit("的", 1)
        return (subject, indicator, left) if subject and indicator else ("", "", "")
    if len(words) > 2 and len(words[-1].text) > 1:
        return left[: words[-1].start], words[-1].text, left
    return left, "", ""


_MOVED = lazy_pattern(r"(?:同比|环比)?(?:增长|下降|上升|减少|增加|提高|降低|上涨|下滑)(?:了|到|至)?$")


def subject_of(body: str, language: str) -> str:
    """The noun phrase a sentence opens with, "" when it opens with something else."""
    if language != "zh":
        match = re.match(
            r"(?:the )?((?:[A-Za-z-]+ ){0,5}?[A-Za-z-]+) (?:is|are|was|were|has|have|can|may|will|reached)\b",
            body,
            re.IGNORECASE,
        )
        return match.group(1) if match else ""
    return body[: noun_phrase_end(body)]


# Verbs to the segmenter, the first half of a noun in 制造成本, 采购价格, 治疗方案.
_VERB_NOUNS = frozenset(
    "制造 生产 采购 运营 治疗 使用 种植 消费 管理 检测 加工 流通 销售 进口 出口 监管 审批 投资 研究".split()
)
# Never the head of a noun phrase, though a noun follows that can be a verb: 办公厅|印发通知.
_ISSUING = frozenset("印发 颁布 下发 出台 召开".split())
_UNSURE = _VERB_NOUNS | frozenset("诊断 检查 筛查 监测 识别 服务 应用 创新 合作 发展 建设 设计 开发 研发".split())


def noun_phrase_end(text: str) -> int:
    """Where the noun phrase `text` opens with ends (code points); 0 when it opens with none or is not bounded.

    的 joins two nominals; the phrase must be followed by a verb, an adverb or a preposition, so that it is whole, and
    not by a clause that only describes what comes later (AI识别病灶的过程由…)."""
    end, last = 0, ""
    if _NO_PHRASE.match(text):
        return 0
    for word in words_of(text):
        if end >= 2 and word.text in _ISSUING:
            return end if last not in _JOINS else 0
        if end == 0 and word.text in _VERB_NOUNS:
            end, last = word.end, word.text
            continue
        joins = word.text in {"的", "、", "和", "与", "及", "等"} and end > 0
        if is_nominal(word) or (word.tag[0] == "a" and last in {"", "的"}) or joins:
            end = word.end if not joins or word.text == "等" else end
            last = word.text
            continue
        if word.text in {"上", "中", "内"} and end and last not in _JOINS:
            end, last = word.end, word.text
            continue
        if word.text in _UNSURE and re.match(r"[\u4e00-\u9fff]{2}", text[word.end :]):
            return 0  # 影像|诊断|符合率 or 医院|诊断|患者: not to be told apart here
        if end and word.tag[0] == "v" and _HEADS_COMPOUND.match(text[word.start :]):
            return 0  # 设备的平均|更换周期已: the verb is part of a longer noun
        follows = (word.tag[0] in "vdpcz" and word.tag != "vn") or word.text == "基本"
        if last in _JOINS or not follows or last in _VERB_NOUNS or _DESCRIBES.match(text[end:]):
            return 0
        named = re.match(INDICATOR_ZH, text[end:])  # 门票|收入占: a measure that can be a verb
        if named and re.match(r"占|为|达|从|由|约|超|较|比|将|仍|增|降|下|上|在|有|的", text[end + named.end() :]):
            end += named.end()
        return end if end >= 2 else 0
    return 0


_HEADS_COMPOUND = lazy_pattern(
    r"[\u4e00-\u9fff]{2}(?:周期|时间|数量|比例|成本|能力|规模|水平|效率|质量|流程|耗时|费用|需求|率|量)(?:已|为|达|从|由|将|仍|在|不|较|比|持|明|显)"
)
_JOINS = frozenset("的、和与及")
_NO_PHRASE = lazy_pattern(
    r"(?:利用|提高|提升|加强|推动|促进|支持|采用|运用|开展|进行|加快|完善|优化|鼓励|构建|建立|实现|降低|减少|预计|有望|可能|预期|估计|据"
    r"|如|将|由|对|为|在|从|以|通过|随着|因)"
)
_DESCRIBES = lazy_pattern(r"[^，在是为]{1,10}的[^，的]{1,14}?(?:是|为|将|基本|已|通过|借助|由|可|需|仍|都|均|也)")
