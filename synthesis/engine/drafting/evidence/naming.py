"""Which place and which body a sentence names first, by the shape of the name. Not a gazetteer and not a judge of names;
that is `guards.entity`."""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.words import words_of
from synthesis.engine.patterns import lazy_pattern

_WIDE_ZH = (
    "全球 全世界 世界 国际 我国 中国 全国 国内 海外 国外 欧洲 欧盟 亚洲 东南亚 亚太 北美 拉美 拉丁美洲 中东 非洲 华东 华中 华南 华北 西南 西北 东北 "
    "长三角 珠三角 京津冀 粤港澳大湾区 成渝 中西部 东部 中部 西部 美国 日本 韩国 德国 法国 英国 印度 俄罗斯 巴西 加拿大 澳大利亚 越南 泰国 新加坡 意大利 西班牙 荷兰 瑞士 瑞典 丹麦 挪威 芬兰"
)
_WIDE_EN = (
    "China Europe|European Union|EU|United States|US|United Kingdom|UK|Japan|Germany|France|India|Italy|Spain|Canada|"
    "Australia|Brazil|Korea|Asia|Africa|North America|Latin America|Southeast Asia|Middle East"
).replace("China ", "China|")
_GLOBAL_EN = lazy_pattern(r"\b(global(?:ly)?|worldwide|nationwide|nationally)\b", re.IGNORECASE)
_IN_EN = lazy_pattern(
    rf"\b(?:in|across|throughout|within|of) (?:the )?((?:{_WIDE_EN})\b|(?:[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}))"
)
_KNOWN_EN = lazy_pattern(rf"\b(?:{_WIDE_EN})\b")
_NO_PLACE_EN = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday Spring Summer Autumn Winter".split()
)
_REGION_ZH = lazy_pattern(r"[省市县区州镇乡岛港湾]$")
_BODY_ZH = lazy_pattern(
    r"(?:委员会|[卫发]健?改?委|委|局|国务院|办公室|部|厅|院|署|政府|集团|公司|股份|医疗|科技|能源|证券|银行|大学|学院|医院|研究所|中心|协会"
    r"|学会|联盟|组织|基金会|交易所|联合会|商会|智库|研究组|课题组|实验室)$"
)
_NO_BODY_ZH = frozenset(
    "中心 医院 公司 集团 大学 学院 医疗 科技 能源 政府 全部 内部 外部 大部 东部 西部 中部 南部 北部 总部 局部 头部 格局 布局 结局 组织 干部"
    " 法院 部 院 局 银行 协会 办公室 联盟 实验室 委 局部 医疗 股份 背部 面部 腰部 底部 顶部 一部 部署 研究中心".split()
)
_BODY_EN = lazy_pattern(
    r"\b((?:[A-Z][\w&-]+ (?:of |for |and |the )*){0,5}(?:Commission|Ministry|Agency|Inc|Corp|Ltd|Company|Group|University"
    r"|Administration|Council|Institute|Association|Department|Authority|Bank|Office|Board|Union|Federation|Laborator(?:y|ies)"
    r"|Foundation|Society|Centre|Center|Committee|Bureau)(?: (?:of|for|on) (?:the )?[A-Z][\w-]+(?:(?: and| of)? [A-Z][\w-]+){0,3})?)"
)


def place_of(text: str, language: str) -> str:
    """The first place `text` names, as written there; "" when it names none."""
    if language != "zh":
        found = [(m.start(), m.group(0)) for m in (_KNOWN_EN.search(text), _GLOBAL_EN.search(text)) if m]
        found += [(m.start(1), m.group(1)) for m in _IN_EN.finditer(text) if _is_place(m.group(1), text[: m.start(1)])]
        return min(found, default=(0, ""))[1]
    wide = set(_WIDE_ZH.split())
    words = words_of(text)
    for at, word in enumerate(words):
        if word.text in wide or (word.tag == "ns" and len(word.text) > 1):
            if word.text in _NO_PLACE_ZH or (word.text not in wide and re.fullmatch(r"..+度", word.text)):
                continue
            following = words[at + 1].text if at + 1 < len(words) else ""
            return word.text.lstrip("年月日") + (
                following if _REGION_ZH.fullmatch(following) and not _REGION_ZH.search(word.text) else ""
            )
        if at and len(word.text) == 1 and _REGION_ZH.match(word.text) and words[at - 1].tag[0] in "nj":
            return words[at - 1].text + word.text
    return ""


def _is_place(name: str, before: str) -> bool:
    return name.split(maxsplit=1)[0] not in _NO_PLACE_EN and not re.search(r"[A-Z][a-z]+ (?:of|for)(?: the)? $", before)


def actor_of(text: str, language: str) -> str:
    """The organisation named first, by the shape of its name, as written; "" when there is none."""
    if language != "zh":
        match = _BODY_EN.search(text)
        return match.group(1).strip().removeprefix("The ") if match else ""
    words = words_of(text)
    for at, word in enumerate(words):
        if word.tag == "nt" and len(word.text) > 2:
            return word.text
        if not _BODY_ZH.search(word.text) or word.tag[0] not in "nj":
            continue
        low = at
        while low and at - low < 4 and words[low - 1].tag[0] in "njbvaz" and words[low - 1].text not in _STARTS:
            if words[low - 1].tag[0] == "v" and words[low - 1].tag != "vn":
                break
            low -= 1
        name = text[words[low].start : word.end]
        if name not in _NO_BODY_ZH and (low < at or len(word.text) > 2):
            return name
    return ""


_NO_PLACE_ZH = frozenset(
    "深度 高度 长度 温度 速度 平均 高原 平原 山区 海上 高山 大同 和平 高新 新建 城市 地方 普及".split()
)
_STARTS = frozenset("是 为 在 由 被 对 向 把 将 与 和 及 据 的".split())


_SAYS_ZH = lazy_pattern(r"(?:显示|表明|指出|预测|证实|介绍|披露|预计称|称|表示|认为|强调|坦言)$")
_BODY_SAYS_ZH = lazy_pattern(
    r"(?<=[院局部会所委署处行社组网厅府团])(?:测算|估算|统计|分析|调查|梳理)(?:数据)?$|(?<=中心|公司|机构)(?:测算|估算|统计|分析|调查|梳理)$"
)
_SAYS_EN = lazy_pattern(r" (?:shows?|suggests?|indicates?|reveals?) that$", re.IGNORECASE)


def speaker_of(attribution: str, language: str) -> str:
    """Who says so, without the words that say that it is said: 据省统计局测算 is 省统计局."""
    if language != "zh":
        return re.sub(r"^according to ", "", _SAYS_EN.sub("", attribution), flags=re.IGNORECASE)
    name = re.sub(r"^(?:根据|按照|依据|据)", "", attribution)
    return _BODY_SAYS_ZH.sub("", _SAYS_ZH.sub("", name)) or attribution
