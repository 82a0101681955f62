"""Which sentences may carry a statement of the draft, and the sentence made ready for rewording.

A damaged, cut, pointing ("该…", "这些…") or first-person sentence is kept as evidence but not reworded:
out of its place it would be wrong or unreadable. Not for repairing text; that is `engine.text`.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.facts import INDICATOR_ZH, noun_phrase_end
from synthesis.engine.drafting.evidence.words import words_of
from synthesis.engine.drafting.lexicon.folding import simplified
from synthesis.engine.patterns import lazy_pattern

_MARKUP = lazy_pattern(r"!\[[^\]]*\]\([^)]*\)|https?://\S+|\*\*|__|^#{1,6}\s*")
_LIST_MARK = lazy_pattern(
    r"^(?:[（(]\s*[\d一二三四五六七八九十]+\s*[)）]|[\d一二三四五六七八九十]{1,3}\s*[、.．)）]\s*(?!\d)|[-•·●▪◆■]\s*|[①-⑳]|第[一二三四五六七八九十]+[，,、]\s*|其[一二三四五六][，,]\s*|[一二三四五]是)\s*"
)
_LABEL = lazy_pattern(r"^[\u4e00-\u9fff]{2,8}(?:（[A-Za-z ]+）)?[：:]\s*(?=[\u4e00-\u9fffA-Za-z\d])")
_LEAD_ZH = lazy_pattern(
    r"^(?:与此同时|同时|此外|另外|因此|因而|所以|总之|综上(?:所述)?|总体(?:来看|而言|上|(?=，))|可见|事实上|实际上|其实|具体(?:来看|而言|(?=，))|例如|比如|如(?=\d{4}年)|一方面|另一方面|首先|其次|再次(?=，)|最后(?=，)|再者|并且|而且|而|也就是说|值得注意的是|需要指出的是|从[^，]{2,8}(?:角度|层面)?(?:看|来看)(?=，)|由此|于是|那么|当然)，?\s*"
)
_LEAD_EN = lazy_pattern(
    r"^(?:however|nevertheless|yet|still|in addition|moreover|furthermore|for example|for instance|meanwhile|at the same time|therefore|thus|hence|as a result|consequently|in fact|indeed|overall|in short|finally|first(?:ly)?|second(?:ly)?|also|additionally)\s*,\s*",
    re.IGNORECASE,
)
_NEWS_TIME = lazy_pattern(r"(?<!\d)(日前|近日|日前，|据悉，|据了解，)，?")  # not of 9月15日前
_DEICTIC_ZH = lazy_pattern(
    r"(请(?:下载|点击|联系|登录|参见)|版权|本文档|今年|(?:^|，)(?:截[至止])?(?:当年|同年)(?!应)|去年|明年|昨日|今日|今天|上月|本月|今明两年|本报|(?<![有据])记者|笔者|我们|本文|咱|下文|上文|见图|见表|如图|如表|上述|前述|如下|以上(?=问题|情况|分析|因素|数据)|以下(?=几|为|是|简称|方面))"
)
_POINT_ZH = lazy_pattern(
    r"^(?:(?:工作组|编写组|联盟|论坛|大会|会议|集团)(?=将|以|已|还|提出|要求|强调|明确|认为)|在此|对此|为此|因此|这|该(?![国市县省区镇])|其(?!他|余|中国)|此(?!外)|它|他|她|那|后者|前者|两者|二者|两家(?:机构|企业|公司|医院)?|双方|上面|如此|这些|以上|本次|此次|本轮|并|且|因其|凭其|以其|依托其|基于其|也|还|又|则|就|却|从而|进而|以便|使得|其中)"
)
_POINT_IN_ZH = lazy_pattern(
    r"(?:，|^|在|对|由|把|将|于|为|从)(这一|这种|这些|该(?![市县省区镇])(?=[\u4e00-\u9fff])|他们|她|他(?!山|国|汀)|它们?|那些|此举|此时)"
)
_THAT_ZH = lazy_pattern(
    r"(?<!应)该(政策|项目|产品|技术|系统|模式|措施|制度|办法|公司|企业|设备|行业|领域|机构|方案|计划|标准|地区|市场|指标|药品|疾病|方法)"
)
#: A cause of what an earlier sentence tells: 银行收紧抵押贷款是直接原因.
_BARE_CAUSE = lazy_pattern(
    r"^(?:[^，。]{2,16}(?:称|认为|表示|说|指出)，)?[^，。的]{4,24}(?:是|才是|成为)(?:直接|主要|根本|首要|最大|重要)?(?:的)?(?:原因|主因|导火索|诱因)(?:[，。]|$)"
)
_POINT_EN = lazy_pattern(
    r"^(this|that|these|those|it|its|they|their|he|she|his|her|such|the (?:former|latter)|both|which|and|or|so)\b",
    re.IGNORECASE,
)
_PERSON_EN = lazy_pattern(r"\b([Ww]e|[Oo]ur|us|I|[Mm]y|[Yy]ou|[Yy]our)\b")
_DEICTIC_EN = lazy_pattern(
    r"\b(this year|last year|next year|today|yesterday|recently|as shown in|the above|above-mentioned|see below|figure \d|table \d)\b",
    re.IGNORECASE,
)
_GARBLED = lazy_pattern(
    r"[\ufffd□■\x00-\x08\x0b-\x1f\ue000-\uf8ff]|[\u4e00-\u9fff]\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6}\)|(?:Ã|Â|â€|锟斤拷|烫烫)|\?{2,}"
)
_ODD = lazy_pattern(r"[·．][\u4e00-\u9fff]{2}.*[·．]|(\S{4,20})\1|^[)）」』”’、，。；：]")
_ATTRIB_ZH = lazy_pattern(
    r"^(?P<a>(?:据|根据|按照|依据)[^，。]{2,40}?(?:数据|统计|测算|预测|报告|介绍|显示|分析|梳理|披露|估算|调查|》)(?:显示|表明|指出)?|(?:[^，。]{0,28})(?:数据|统计|研究|报告|调查|结果|财报|年报|资料)(?:显示|表明|指出|预测|证实))，"
)
_SAID_ZH = lazy_pattern(
    r"^(?P<a>[^，。“”]{2,40}?)(?P<v>(?:在[^，。]{2,24}时)?(?:表示|认为|指出|强调|坦言|介绍|预计称|称))[，：:]"
)
_ATTRIB_EN = lazy_pattern(
    r"^(?P<a>according to [^,]{2,60}|(?:data|figures|estimates|surveys?|stud(?:y|ies)|reports?)[^,]{0,40}? (?:shows?|suggests?|indicates?|reveals?) that),?\s+",
    re.IGNORECASE,
)


def tidy(raw: str, language: str) -> str:
    """`raw` without markup, list marks and leading connectives; Chinese Simplified and with Chinese commas."""
    text = _MARKUP.sub("", raw).strip()
    text = " ".join(text.split())
    if language != "zh":
        text = _LEAD_EN.sub("", re.sub(r"^(?:\(?\d+[.)]|[-•])\s+", "", text))
        return text[:1].upper() + text[1:]
    text = simplified(text)
    text = re.sub(
        r"(?<=[\u3400-\u9fff）》”%\dA-Za-z)])\s*([,;:!?])\s*(?=[\u3400-\u9fff（《“])|(?<=[\u3400-\u9fff）》”%])\s*([,;:!?])\s*(?=[A-Za-z\d])",
        _wide,
        text,
    )
    text = re.sub(r"(?<=[\u3400-\u9fff）])\.$", "。", text)
    text = re.sub(r"(?<=[\u3400-\u9fff，。；：、（）《》“”]) +| +(?=[\u3400-\u9fff，。；：、（）《》“”%])", "", text)
    text = re.sub(r"(?<=\d),(?=\d{3}(?:\D|$))", "", text)
    text = re.sub(r"(?<=[^\d\s])\((?=[^)]*[\u3400-\u9fff])([^()]*)\)", r"（\1）", text)
    text = re.sub(r"^以(\d{4}年)为例，", r"\1，", text)
    text = _REPORTER.sub(_one_reporter, text)
    for pattern in (_LIST_MARK, _LABEL, _LEAD_ZH, _LEAD_ZH, _NEWS_TIME):
        text = pattern.sub("", text, count=1)
    return text.strip()


#: Who asked or counted, told by himself: 记者走访四个县发现, 我们根据各省数据汇总.
_REPORTER = lazy_pattern(
    r"^(?:记者从(?P<of>[^，。]{3,24}?)(?:了解到|获悉)，|(?P<who>记者|(?:我们|笔者)(?=根据|基于|通过|对\d|调查|采用|利用|比较|收集|分析|统计|抽取|选取|访谈|陪同|走访))(?=[\u4e00-\u9fff]{2,30}(?:发现|汇总|显示|统计|梳理|，)))"
)


def _one_reporter(match: re.Match[str]) -> str:
    """某…的消息显示, 有记者, 有研究者: what is told of somebody stands for what he tells of himself."""
    if match["of"]:
        return f"{match['of']}的消息显示，"
    return "有记者" if match["who"] == "记者" else "有研究者"


def _wide(match: re.Match[str]) -> str:
    return {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}[match.group(1) or match.group(2)]


_DOCUMENT = lazy_pattern(
    r"(?:规划|纲要|方案|通知|意见|办法|条例|制造\s?2025|计划|决定|法|政策|目录|细则)[^》]{0,12}》$"
)


def split_attribution(text: str, language: str) -> tuple[str, str]:
    """(who says so, what is said). The first is empty when nobody is named; both parts are slices of `text`."""
    patterns = (_ATTRIB_ZH, _SAID_ZH) if language == "zh" else (_ATTRIB_EN,)
    for pattern in patterns:
        match = pattern.match(text)
        if match:
            if _DOCUMENT.search(match.group("a")):
                return "", text  # a plan that demands is the actor, not a source of data
            body = text[match.end() :].strip("“” ")
            if len(body) >= 6:
                return match.group("a"), body
    return "", text


def flaw_of(raw: str, text: str, language: str) -> str:
    """ "" when the sentence stands alone and whole, else `garbled`, `cut`, `pointing`, `deictic`, `person`, `heading`, `speech`."""
    if _GARBLED.search(raw) or _ODD.search(text):
        return "garbled"
    zh = language == "zh"
    if "一方面" in text and text.count("一方面") < 2:
        return "cut"
    if "…" in text[-4:] or "..." in text[-4:]:
        return "cut"
    if raw.count("“") != raw.count("”") or raw.count("（") != raw.count("）") or raw.count("《") != raw.count("》"):
        return "cut"
    if not re.search(r"[。！；.!;…]['”’\")]*$", raw.strip()):
        return _cut_or_whole(text, zh) or (
            "heading"
            if len(text) < (18 if zh else 40)
            or (zh and len(text) < 24 and "，" not in text and not re.search(r"[是为有在将被已了达占]", text))
            else ""
        )
    if re.search(r"[？?]['”\")]*$", raw.strip()) or len(text) < (8 if zh else 25):
        return "heading"
    if (_POINT_ZH if zh else _POINT_EN).search(text) or (zh and _points_back(text)):
        return "pointing"
    if zh and re.match(r"\d{1,2}月(?:\d{1,2}日)?", text) and not re.search(r"\d{4}年", text):
        return "deictic"  # a day of which the year is not told
    if (_DEICTIC_ZH if zh else _DEICTIC_EN).search(text):
        return "deictic"
    if not zh and _PERSON_EN.search(text):
        return "person"
    if zh and subjectless(text):
        return "subjectless"
    if zh and raw.startswith("“"):
        return "speech"
    return ""


_BARE_VERB = lazy_pattern(
    r"^(?:助力|帮助|改革|允许|开放|制定|放宽|严格|规范|改进|积极|大力|进一步|着力|切实|继续|充分|全面|努力|要求|鼓励|支持|推动|推进|加强|强化|加快|加速|提高|提升|完善|健全|建立|构建|打造|实施|开展|坚持|促进|优化|引导|落实|深化|扩大"
    r"|整合|联合|将|把|打造|攻克|重点发展|重点支持|面向|瞄准|形成|组建|搭建|汇聚|引入|做好|做到|抓好|研制|主要包括|持续做好|用好|创建|营造|完成|填补|参与|组织|设立|聚焦|发挥|培育|加大|探索|确立|明确|利用|汇集|搭载|实现|降低|减少|缩短|增强|改善|确保|保障|得到|获得|使得?|令|导致|造成|带来|有助于|有利于|能够|可以|可|需要?|应当?|必须)"
)


def subjectless(text: str) -> bool:
    """Whether a Chinese sentence opens with a bare verb: as a point of a list it stands, in a paragraph it does not."""
    if re.match(r"(?:通过|利用|借助|依托|结合|参考|根据|按照|为了?|从(?!\d{4}年[^，。]{0,8}起))(?=[^，。]{4,})", text):
        clauses = re.split(r"[，；。]", text)
        means = re.match(r"从[^，。]{2,20}(?:走向|转向|迈向|到|向)", text) is not None
        return means or not any(map(names_subject, clauses[1:]))
    first, *others = re.split(r"[，；。]", text)
    if re.search(r"(?:之后|以后|后|时|过程中|期间|之前)$", first) and any(map(names_subject, others[:1])):
        return False  # 引入钝化层之后，电压从…: who does so is not asked
    if _no_thing(text) or _BARE_CHANGE.match(text):
        return True
    opening = words_of(text[:12])
    if len(opening) > 2 and opening[1].text == "地" and opening[2].tag[0] in "vp":
        return True  # 坚定地面向海外
    text = re.sub(r"^(?:在[^，]{4,40}(?:上|下|中|时|方面)|随着[^，]+|当前|目前|未来|今后|同时)，", "", text)
    return bool(_BARE_VERB.match(text)) and not re.match(r"[^，。]{2,24}(?:是|成为|为|已|有助于|有利于|需要|正)", text)


_HOW_MANY = lazy_pattern(
    r"\d{4}年(?:\d{1,2}月)?(?:[底末初]|[上下]半年|[春夏秋冬]季)?|[一二三四五六七八九十两几数]{1,3}[家个所座项名类种大]"
)


def names_subject(clause: str) -> bool:
    """Whether a clause opens with a noun phrase of its own, numbered and dated ones included (三家企业2024年…)."""
    return bool(noun_phrase_end(clause) or noun_phrase_end(_HOW_MANY.sub("", clause)))


_BARE_MEASURE = lazy_pattern(
    rf"^(?:尽管|虽然|但|不过|而)?(?:其中)?{INDICATOR_ZH}(?:也|却|则|都|均|在|已|仍|有所|持续|不断|快速|大幅|明显|逐年|为|达|下降|上升|增长|减少)"
)


# In 2023 fell to 29: of what, another sentence told.
_BARE_CHANGE = lazy_pattern(
    r"(?:截至)?\d{4}年(?:\d{1,2}月|[上下]半年|全年|[年月]?[底末初])?，?(?:则|又|再|已|也|仅|约|共|继续|进一步)?(?:[降升增减跌缩][至到]|为|达|约|占|(?:增加|减少|下降|上升|提高|增长|回落|扩大|缩短|升高|下滑|攀升)(?:了|到|至|约?\d))"
)


def _no_thing(text: str) -> bool:
    """Whether a sentence tells a measure of nothing named (尽管使用量在增加，但市场规模…) or opens with a row of verbs."""
    first = text.split("，", 1)[0]
    conceded = re.match(r"尽管|虽然", text) and any("的" in c[:12] and names_subject(c) for c in text.split("，")[1:])
    if _BARE_MEASURE.match(text) and not re.search(r"的", first) and not conceded:
        return True
    words = words_of(first)
    if re.match(r"在[^，]{2,24}上都?[要应需]", first):
        return True
    return len(words) > 2 and words[0].tag[0] == "v" and words[1].text == "、" and words[2].tag[0] == "v"


def _cut_or_whole(text: str, zh: bool) -> str:
    """A sentence without its full stop is whole when it ends as sentences end; else it was cut by the page."""
    if zh:
        return (
            "cut"
            if re.search(r"(?:[，、：（“《的和与及在对以从为是由将被其等并或到至约近达]|包括|例如|如|超过|不足)$", text)
            else ""
        )
    return "cut" if re.search(r"\b(the|a|an|of|and|or|to|in|with|for|by)$|,$", text) else ""


def _points_back(text: str) -> bool:
    """True when a pointing word comes before anything it could point to in the same sentence."""
    if re.search(r"(?<!应)该(?=[\u4e00-\u9fff])(?!国)|这[一些种个类套批项]|此[类种]", text.split("，", 1)[0]):
        return True
    if any(that.group(1) not in text[: that.start()] for that in _THAT_ZH.finditer(text)):
        return True
    if _BARE_CAUSE.search(text):
        return True
    other = re.search(r"另一([条种个类项方组家])", text)
    if other and not re.search(rf"一{other.group(1)}", text[: other.start()]):
        return True  # another route, where the first is not told
    match = _POINT_IN_ZH.search(text)
    return match is not None and match.start() < 12
