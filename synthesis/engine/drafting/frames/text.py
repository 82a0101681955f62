"""Words the composer itself says, by language: connectives, conflict and indicative sentences, attributions.

Chosen so that they add no claim. Not for advice; see `advice`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from synthesis.engine.patterns import lazy_pattern

CONNECTIVES: dict[str, dict[str, tuple[str, ...]]] = {
    "zh": {
        "figure": ("从数据看，", "从数字上看，", "就具体数字而言，"),
        "add": ("同时，", "此外，", "另外，"),
        "contrast": ("不过，", "但也应看到，", "然而，"),
        "policy": ("政策层面，",),
    },
    "en": {
        "figure": (),
        "add": ("In addition, ", "Moreover, ", "Furthermore, "),
        "contrast": ("However, ", "Yet ", "Even so, "),
        "policy": (),
    },
}
# Whose statement it is, said before it (English); `SAYING_FORM` finds such a lead, its group's number the form's.
SAYING = ("According to {}, ", "{} reports that ", "As {} notes, ", "{} states that ")
SAYING_FORM = lazy_pattern(r"^(?:According to (.+), |(.+) reports that |As (.+) notes, |(.+) states that )$")
# What a figure is about, said before it; words without a claim of their own.
_LEADS: tuple[tuple[str, str], ...] = (
    ("从规模看，", r"规模(?!以上|化)|容量|产量|装机|保有量|产值|出游人次"),
    ("价格方面，", r"价格|均价|租金|房价|单价|运价"),
    ("成本方面，", r"成本|费用|电费"),
    ("经营方面，", r"利润|毛利|营收|营业收入|亏损|盈利|净利"),
    ("融资方面，", r"融资|贷款|募资|授信"),
    ("投资方面，", r"投资|投入|基金"),
    ("贸易方面，", r"出口|进口"),
    ("研发方面，", r"专利|研发|临床试验"),
    ("从结构看，", r"占比|份额|比重|占"),
)


def lead_of(text: str, language: str) -> str:
    """The words that say what a figure is about, for a sentence that names it late; "" when none fit."""
    if language != "zh":
        return ""
    found, at = _lead(text)
    return "" if at < _EARLY or found.removeprefix("从")[:2] in text.split("，", 1)[0] else found


_OPENS_ZH = lazy_pattern(r"(?:截至|自|从|到|在|于)?\d{4}年[^，]{0,12}，")

_DATED_ZH = lazy_pattern(r"[^，]{2,16}[在于]\d{4}年")


def opening(text: str, language: str) -> str:
    """How a sentence begins, alike for sentences that a reader hears begin alike: a date is a date, figures are figures."""
    if language == "zh":
        return "date" if _OPENS_ZH.match(text) else "dated" if _DATED_ZH.match(text) else text[:2]
    return re.sub(r"\d+", "0", " ".join(text.split()[:2]).lower())


def names_its_matter(text: str, language: str) -> bool:
    """Whether a sentence says early what its figure is about, so that no words before it need to."""
    return language == "zh" and bool(_lead(text)[0]) and not lead_of(text, language)


_EARLY = 8  # characters within which a sentence has said what it is about


def _lead(text: str) -> tuple[str, int]:
    """The lead of the matter that the first clause names first and where it names it, code points; "" when it names none."""
    first = text.split("，", 1)[0]
    found = [(m.start(), n) for n, (_, pattern) in enumerate(_LEADS) if (m := re.search(pattern, first))]
    return (_LEADS[min(found)[1]][0], min(found)[0]) if found else ("", 0)


NO_CONNECTIVE_BEFORE: dict[str, tuple[str, ...]] = {
    "zh": (
        "尽管",
        "虽然",
        "不过",
        "但",
        "然而",
        "同时",
        "此外",
        "另外",
        "与此",
        "近年来",
        "目前",
        "当前",
        "现阶段",
        "未来",
        "今后",
        "从",
        "就",
        "在",
        "作为",
        "随着",
        "伴随",
        "受",
        "由于",
        "因",
        "按照",
        "据",
        "关于",
        "对于",
        "截至",
        "对",
        "至",
        "自",
        "相较",
        "较",
        "与",
        "20",
        "19",
    ),
    "en": (
        "However",
        "Although",
        "Though",
        "While",
        "Moreover",
        "In addition",
        "In ",
        "By ",
        "Since",
        "Because",
        "As ",
        "According",
        "Despite",
        "Over ",
        "Compared",
        "During",
        "Even",
        "On ",
        "At ",
    ),
}


OWN_WORDS = (
    "来源",
    "数值",
    "口径",
    "差异",
    "数量",
    "人数",
    "分别",
    "材料",
    "所收",
    "论及",
    "各来源",
    "不同来源",
    "存在差异",
    "口径有别",
    "给出",
    "sources",
    "differ",
    "respectively",
    "material",
    "discusses",
    "giving",
    "give",
    "gives",
    "disagree",
    "两者",
    "口径",
)


_MEASURE = lazy_pattern(
    r"(?:量|率|额|值|数|度|比例|比重|规模|收入|支出|成本|费用|价格|人口|面积|产能|营收|利润|投资|投入|总额|里程|速度|时间)$"
)


def _counted(value: str) -> str:
    """The noun behind the counter of a value: 41个城市 → 城市."""
    match = re.search(r"\d[万亿余多]*[个家座条项名]([\u4e00-\u9fff]{2,})$", value)
    return match.group(1) if match else ""


def _levelled(value: str) -> str:
    """A value behind its verb: 约为2000万人, 超过20万架, 为3亿元."""
    match = re.match(r"(最高|约|大约|突破|超过|逾|超|不足|不到|接近|近)(?=\d)", value)
    if match is None:
        return f"为{value}"
    verb = {
        "最高": "最高为",
        "约": "约为",
        "大约": "约为",
        "突破": "超过",
        "逾": "超过",
        "超": "超过",
        "近": "接近",
    }.get(match.group(1), match.group(1))
    return f"{verb}{value[match.end() :]}"


def _side_by_side(values: Sequence[str]) -> str:
    """Values behind 分别为: 超过800亿元和约1280亿元."""
    told = [re.sub(r"^(?:突破|逾|超)(?=\d)", "超过", v) for v in values]
    return f"{'、'.join(told[:-1])}和{told[-1]}"


_IN_PLACE = lazy_pattern(
    r"(?P<x>the (?:[a-z][a-z-]* ){1,8}?[a-z][a-z-]*) in (?P<p>(?:the )?[A-Z][a-z]+(?: (?:of )?[A-Z][a-z]+)*)(?P<r> (?:who|that) .+)?"
)


def conflict_sentence(
    language: str, name: str, time: str, values: Sequence[str], sources: Sequence[str] = ()
) -> list[str]:
    """Sentences (without full stop) that set values that differ side by side; `sources` names who gives each, in the
    same order, empty where the names are no names of publishers."""
    if language == "zh":
        when = f"{time}年" if re.search(r"\d{4}$", time) else time
        values = [
            v.removesuffix(_counted(v)) if name.removesuffix("数量").endswith(_counted(v) or "\n") else v
            for v in values
        ]
        told = _side_by_side(values)
        values = [_levelled(v) for v in values]
        named = []
        if len(sources) == len(values) == 2:
            named = [
                f"关于{name}，{sources[0]}给出的{when}数值{values[0]}，{sources[1]}则{values[1]}，两者存在差异",
                f"关于{when}{name}，{sources[0]}给出的数值{values[0]}，{sources[1]}则{values[1]}，两者存在差异",
            ]
            whose, _, measure = name.rpartition("的")
            if (
                len(whose) > 2 and _MEASURE.search(measure) and not measure.endswith(("数量", "人数"))
            ):  # a long name told in two parts
                named.append(
                    f"关于{whose}，{sources[0]}给出的{when}{measure}{values[0]}，{sources[1]}则{values[1]}，两者存在差异"
                )
        return [
            *named,
            f"关于{name}，材料给出的{when}数值存在差异，分别为{told}",
            f"关于{when}{name}，材料给出的数值存在差异，分别为{told}",
            f"{when}{name}在不同材料中口径有别，分别为{told}",
        ]
    name = name if re.match(r"(?:the|this|how many) ", name, re.IGNORECASE) else f"the {name}"
    told = ", ".join(values[:-1]) + " and " + values[-1]
    when = f" for {time.strip()}" if time.strip() and time.strip() not in name else ""
    when = re.sub(r"^ for (?=(?:end|beginning|start|middle|close) of )", " for the ", when)
    if re.match(r"how many |the number of ", name):
        when = re.sub(r"^ for the (?=(?:end|beginning|start|middle|close) of )", " at the ", when)
    if re.search(r" (?:who|that|which) |^how many |^the number of |ed$", name):
        when = re.sub(r"^ for (?=(?:19|20)\d\d$)", " in ", when)  # … who worked from home in 2023
    named = []
    if len(sources) == len(values) == 2:
        given = f"{sources[0]} gives {values[0]}, {sources[1]} {values[1]}"
        named = [f"Sources differ on {name}{when}: {given}"]
        place = _IN_PLACE.fullmatch(name)
        if place:  # where it is, told before what it is
            inside = when.replace(" for ", " in ", 1) if re.search(r" (?:19|20)\d\d$", when) else when
            what = f"{place['x']}{place['r'] or ''}{inside}"
            named.append(f"For {place['p']}, sources differ on {what}: {given}")
    return [
        *named,
        f"Sources differ on {name}{when}, giving {told}",
        f"The sources differ on {name}{when}: they give {told} respectively",
    ]


def conflicts_sentence(language: str, name: str, times: Sequence[str], values: Sequence[Sequence[str]]) -> list[str]:
    """Sentences (without full stop) that set the values that differ for one measure at several times side by side;
    `values` holds those of each of `times`."""
    if language == "zh":
        whens = [f"{time}年" if re.search(r"\d{4}$", time) else time for time in times]
        each = [f"{when}分别为{_side_by_side(given)}" for when, given in zip(whens, values, strict=True)]
        return [
            f"关于{name}，各份材料给出的数值并不一致，{'，'.join(each)}",
            f"{name}在不同材料中口径有别，{'，'.join(each)}",
        ]
    name = name if re.match(r"(?:the|this|how many) ", name, re.IGNORECASE) else f"the {name}"
    at = "in" if re.match(r"how many |the number of ", name) else "for"
    each = [f"{', '.join(v[:-1])} and {v[-1]} {at} {t.strip()}" for t, v in zip(times, values, strict=True)]
    return [
        f"Sources differ on {name}, giving {', '.join(each[:-1])}, and {each[-1]}",
        f"The sources differ on {name}: they give {', '.join(each[:-1])}, and {each[-1]}",
    ]


_PUBLISHER = lazy_pattern(r"[\u4e00-\u9fff]{2,14}|[A-Z][A-Za-z&'-]*(?: (?:of |and |the )?[A-Z][A-Za-z&'-]*){0,4}")
_NO_PUBLISHER = lazy_pattern(
    r"扫描|文件|材料|附件|未命名|文档|参考|来源|\.(?:txt|pdf|docx?|md)$|^(?:Scan|File|Source|Document|Untitled)",
    re.IGNORECASE,
)


def publisher(source: str) -> str:
    """The name of a source when it can be told in a sentence as who says so, else ""."""
    name = source.strip()
    return name if _PUBLISHER.fullmatch(name) and not _NO_PUBLISHER.search(name) and len(name) <= 40 else ""


def indicative_sentence(language: str, topics: Sequence[str]) -> str:
    """What the material also speaks of, without saying what it says."""
    if language == "zh":
        told = topics[0] if len(topics) == 1 else "、".join(topics[:-1]) + "与" + topics[-1]
        return f"所收材料还论及{told}"
    told = topics[0] if len(topics) == 1 else ", ".join(topics[:-1]) + " and " + topics[-1]
    return f"The material also discusses {told}"


def attributed(language: str, who: str, body: str, verb: str = "") -> list[str]:
    """What somebody named says, as theirs. `who` is the speaker without the verb of saying, `verb` the Chinese one of who
    tells facts (介绍, 表示, 称), which are no opinion."""
    if language == "zh" and verb:
        paper = re.search(r"(?:公告|通报|年报|报告|声明)$", who)
        if re.search(r"(?:答复|回应|透露|解释|补充|坦言)$", who):
            return [f"{who}称，{body}"]
        return [f"据{who}，{body}" if paper else f"据{who}介绍，{body}" if verb == "介绍" else f"{who}表示，{body}"]
    if language == "zh":
        # 希望 further on is theirs: they must stay the subject.
        person = re.search(r"[人者家员士长师会院所局部厅委署司]$|(?:专家|机构|人士|公司|协会|企业|团队|组|方)$", who)
        wishes = not person or re.search(r"，(?:希望|期望|盼望|呼吁|建议|期待|期盼|主张|要求|担心|反对|愿意)", body)
        return [f"{who}认为，{body}", *([] if wishes else [f"在{who}看来，{body}"])]
    return [
        f"{body}, {who[:1].lower()}{who[1:]}"
        if who.lower().startswith("according")
        else f"{who}, {body[:1].lower()}{body[1:]}"
    ]


_QUOTE = 25  # characters; more than that is no short quotation
_DOCUMENT = lazy_pattern(
    r"^(?P<who>[^，。；“”]{0,40}《[^》]+》(?:[（(][^）)]*[）)])?)(?:已|中)?(?:明确)?(?P<verb>提出|要求|强调|指出)，?"
    r"(?:要)?(?P<said>[^，。；“”]{8,25})(?=[，。；]|$)"
)
_SPEAKER = lazy_pattern(
    r"^(?P<who>[^，。；“”]{2,24}?)(?:在[^，。]{2,24}时)?(?P<verb>表示|认为|指出|强调)[，：]“?(?P<said>[^，。；“”]{10,25})(?=[。；”]|$)"
)


_WHEN_ONLY = lazy_pattern(r"(?:到|自|从|截至|在)?[^，]{0,14}(?:起|底|末|前|后|时|期间|年|月|以来)")


def quoted(text: str) -> list[str]:
    """A document's or speaker's own words, at most 25 characters, whole clauses, in “”; none when nobody is named."""
    out = []
    for pattern in (_DOCUMENT, _SPEAKER):
        match = pattern.match(text)
        if (
            match
            and re.match(r"[对在将向为与由按](?!应)", match.group("said"))
            and text[match.end() : match.end() + 1] == "，"
        ):
            continue  # a phrase that only prepares what is asked
        if match and _WHEN_ONLY.fullmatch(match.group("said")):
            continue  # “2026年秋季学期起” says nothing
        if match and len(match.group("said")) <= _QUOTE:
            comma = "，" if pattern is _SPEAKER else ""
            out.append(f"{match.group('who')}{match.group('verb')}{comma}“{match.group('said')}”")
    return out


def end_mark(language: str) -> str:
    """The full stop of the language."""
    return "。" if language == "zh" else "."
