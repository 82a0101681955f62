"""Words around a figure that say it is not exact: 约, 超, 不足, nearly, at least."""

from __future__ import annotations

import re

from synthesis.engine.patterns import lazy_pattern

_BEFORE = {
    "at_least": "(?:不[得应能宜可准许]|不允许|不可以|禁止|严禁)(?:低于|少于|小于)|不低于|不少于|不小于|至少|最少|最低|起码|下限为?|年满|(?<![未不期])满|at least|no less than|no fewer than|not less than|a minimum of|≥|>=",
    "at_most": "(?:不[得应能宜可准许]|不允许|不可以|禁止|严禁)(?:超[过出]|突破|逾|高于|多于|大于)|不超[过出]|不突破|不逾|不高于|不多于|至多|最多|最高|上限为?|不大于|限[量流额购]为?|控制在|at most|no more than|not more than|up to|a maximum of|as (?:much|many|high|long) as|capped at|a ceiling of|a cap of|a limit of|≤|<=",
    "over": "超过|超出|冲过|超|逾(?!期)|突破|跨过|跨越|迈过|站上|冲破|越过|跃上|多于|高于|大于|more than|(?:a little|a bit|just|well|slightly|somewhat|far) over|over|above|beyond|exceeding|exceeded|exceeds|exceed|greater than|older than|longer than|larger than|heavier than|taller than"
    "|in excess of|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|(?:to|will|would|could|may|might|should) top|outstrip(?:s|ped|ping)?|higher than|upwards? of|north of|>",
    "under": "未能?达到?|没能?达到|没有达到|达不到|不足|不满|不及|不到|跌破|跌穿|低于|少于|未达|未到|未满|小于|not even|less than|fewer than|under|below|lower than|younger than|shorter than|beneath|smaller than|shy of|failed to reach|did not reach|missed|short of|south of|<",
    "near": "将近|接近|逼近|直逼|几近|几乎|差一?点儿?就?|差不多快|近|nearly|almost|close to|just under|just shy of|just short of|virtually|practically|approaching|not quite",
    "about": "大约|大概|差不多|大致|约莫|约为|约占|约合|约有|约|左右|around|about|perhaps|maybe|approximately|approx\\.|roughly|some|circa|in the (?:region|order) of|on the order of|an estimated|~|≈",
}
_AFTER = {
    "about": "左右|上下|前后|or so|or thereabouts",
    "at_least": "及以上|或以上|或更[多高大久长]|以上|上方|之上|(?:or|and) (?:more|above|over|older|longer|higher|greater|upwards?)(?! than\\b)(?![a-z])",
    "at_most": "及以下|或以下|或更[少低小短]|以下|下方|之下|以内|之内|(?:or|and) (?:less|fewer|below|under|younger|shorter|lower)(?! than\\b)(?![a-z])",
    "over": "还多|多|有余|出头|开外|挂零|\\+",
}
#: 四成不到: only where nothing follows that it could be told of.
_AFTER["under"] = "(?:还|都|也)?(?:不到|不足|未到|不满)(?=[，。；、,;）)]|的|$)"
_FILL = r"(?:占[到了]|达到|达|有|为|了|到|至|共|少|多|低|高|增|减|降|升|涨|跌|占|the|a|an|of)?\s*"
_BEFORE_RE = [
    (code, lazy_pattern(rf"(?:{words}){_FILL}(?:US|RMB)?$", re.IGNORECASE)) for code, words in _BEFORE.items()
]
_AFTER_RE = [(code, lazy_pattern(rf"\s?(?:{words})", re.IGNORECASE)) for code, words in _AFTER.items()]
_WORDY = lazy_pattern(r"[A-Za-z]")


_LENGTH = lazy_pattern(
    r"(?:years?|months?|weeks?|decades?|days?|hours?|nights?|seasons?|rounds?|sessions?|stages?|phases?|instal?ments?)$",
    re.IGNORECASE,
)
# Spread over five sites: no more than five.
_LAID = lazy_pattern(
    r"\b(?:spread\w*|scatter\w*|distribut\w+|divid\w+|split|stagger\w*|extend\w*|stretch\w*|phased|spaced|presid\w+|control|rights?|power|authority|lead|advantage|victory|preference|turn(?:s|ed|ing)?|hand(?:s|ed|ing))\s+(?:out\s+)?over\s*$",
    re.IGNORECASE,
)
_AGO = lazy_pattern(r"前(?!后)|之前|以前|\s*(?:ago|earlier|before)\b")
_LENGTH_BOUND = lazy_pattern(r"(?:more|less|fewer) than|over|under", re.IGNORECASE)  # over two years ago
_ONCE_OVER = lazy_pattern(r"[之以]?后|时(?!间|长)")
_MOVED = lazy_pattern(
    r"\b(?:edg|tick|inch|mov|climb|jump|push|bump|bounc|stepp?|nudg|lift|pull|mark|ramp)(?:ed|es|ing|s)? up to\s*$|\b(?:went|goes|shot|crept|came|got|driven|drove|taken|brought) up to\s*$",
    re.IGNORECASE,
)
# 至少运动3次, 大约需要投入800万元: what the least or most is of, or what is done with it, may stand between.
_APART = [
    (
        "about",
        lazy_pattern(
            r"(?:大约|大概|差不多|大致)(?:需要?|要|得|可|能|会)?(?:再|共|一共)?(?:投入|投资|花费?|耗资|耗费|支付|付出|用时?|消耗|产生)了?$"
        ),
    ),
    ("over", lazy_pattern(r"(?:超过|高于|逾|多于|突破)每[\u4e00-\u9fff]{1,3}$")),
    ("under", lazy_pattern(r"(?:不足|不到|低于|少于)每[\u4e00-\u9fff]{1,3}$")),
    ("at_least", lazy_pattern(r"(?:至少|最少|最低|不少于)[\u4e00-\u9fff]{1,4}$")),
    (
        "at_most",
        lazy_pattern(
            r"(?:(?:至多|最多|最高|不超过|不多于)(?!的|时(?![速长间效])|[\u4e00-\u9fff]{0,2}[幅值额者])[\u4e00-\u9fff]{1,4}|(?:至多|最多)[\u4e00-\u9fff]{1,9}的)$"
        ),
    ),
]


#: What a figure is compared with, not what it is a part of: 超过五年前的21%.
_COMPARED = r"(?![\u4e00-\u9fff]*(?:[年月周]前|前[年期]|[去上]年|同期|预期|预计|此前|以?往年?|上一?[届次月周期季年]|前一[年月周季日天期]|平均|均值|对照|当时|原[先来定]))"
# 超过全国人口的五分之一: of what the part is may stand between.
_BEFORE_PART = [
    ("at_most", lazy_pattern(r"(?:不[得应能可]?超过|至多|最多|不高于|不多于|不大于)[\u4e00-\u9fff]{1,10}的$")),
    ("at_least", lazy_pattern(r"(?:不[得应能可]?低于|至少|最少|不少于|不小于)[\u4e00-\u9fff]{1,10}的$")),
    ("over", lazy_pattern(rf"(?:超过|超出|逾(?!期)|突破){_COMPARED}[\u4e00-\u9fff]{{1,10}}的$")),
    ("under", lazy_pattern(rf"(?:不足|不到|不及|不满|达不到|未达到?|未到){_COMPARED}[\u4e00-\u9fff]{{1,10}}的$")),
    (
        "about",
        lazy_pattern(
            r"(?:(?:大约|差不多|大概|大致)(?:[占是为]|相当于)?|约占?)[\u4e00-\u9fff]{1,10}的$|(?<![节合条契公预履违签缔制集邀续解立婚])约[\u4e00-\u9fff]{1,3}$"
        ),
    ),
    # Short of covering half, close to making up a third: what the part does may stand between.
    (
        "under",
        lazy_pattern(
            r"\b(?:short|shy) of (?:[a-z]+ing|a|the) (?:for )?$|\b(?:less|fewer) than (?:[a-z]+ing )$", re.IGNORECASE
        ),
    ),
    ("near", lazy_pattern(r"\b(?:close to|approaching|nearly|almost) (?:[a-z]+ing|the) (?:for |up )?$", re.IGNORECASE)),
    ("near", lazy_pattern(r"(?:接近|将近|逼近|几乎|近)[是为]?[\u4e00-\u9fff“”]{1,12}的$")),
]
# 高于对照组的5.8% only compares, 高于全国的一半 bounds.
_BEFORE_FRACTION = [
    ("over", lazy_pattern(r"(?:高于|多于|大于)[\u4e00-\u9fff]{1,10}的$")),
    ("under", lazy_pattern(r"(?:低于|少于|小于)[\u4e00-\u9fff]{1,10}的$")),
]
_PART = lazy_pattern(r".*(?:分之|成|半|%|倍|half|third|quarter|fifth|tenth|per ?cent)", re.IGNORECASE)
_FRACTION = lazy_pattern(r".*(?:分之|成|半)")
# 未低于90% is at least 90 %, no station may have fewer than two at least two.
_DENIED = lazy_pattern(
    r"(?:[未没]有?|从未|不[曾会能得应可]?|无一|无)(?:[曾会能得应可有])?$|(?:没有一|无一|均[未不]|都[没不])[^，。；]{0,8}$"
    r"|(?:\b(?:not|never|no|nor|cannot|without)\b|n't\b)(?![^,.;]{0,14}\b(?:appl|exten|cover|concern|includ|affect|bind|exempt|exclud|spar(?:e|ing)|admit|accept|oblig|requir|target|hit|tax|serv(?:e|ing))\w*)[^,.;]{0,30}$|\b(?:none|nobody|neither|no one)\b[^,.;]{0,90}$",
    re.IGNORECASE,
)
_TURNED = {"over": "at_most", "under": "at_least"}


# 6,000标箱以下: behind a noun that is no unit known.
_BARE = lazy_pattern(r"[\d万亿]$")
_BEYOND = lazy_pattern(r"[\u4e00-\u9fff]{1,3}?(?P<word>以上|以下|以内|左右|上下)")
_BEYOND_EN = lazy_pattern(
    r"\s(?!per\b|of\b|in\b|to\b|and\b|or\b)[a-z]+ or (?:(?P<less>less|fewer|under)|more|over|above|older|longer|upwards?)(?! than\b)\b"
)
_OR_MORE = lazy_pattern(
    r"\s(?:as|than|what)\b[^.;,\d]{0,20}(?:\b(?:19|20)\d\d)?, or (?:even )?more(?=[.,;]|$)", re.IGNORECASE
)
_BEYOND_CODES = {"以上": "at_least", "以下": "at_most", "以内": "at_most", "左右": "about", "上下": "about"}


def qualifier_around(text: str, start: int, end: int) -> str:
    """The qualifier code of the figure at [start, end) of a folded text, "" when it is stated exactly."""
    before = text[max(0, start - 24) : start]
    wide = text[max(0, start - 110) : start]
    reach = len(wide) - len(before)
    for code, pattern in _BEFORE_RE:
        match = pattern.search(before)
        if match and code == "over" and match.group().strip().lower() == "over" and _LENGTH.search(text[start:end]):
            continue  # over 24 years: during them
        if match and code == "over" and _LAID.search(before):
            continue
        if match and code in {"over", "under"} and _AGO.match(text, end) and not _LENGTH_BOUND.match(match.group()):
            continue  # 高于三年前的29%
        if match and match.group().startswith("满") and _ONCE_OVER.match(text, end):
            continue  # 满四小时后: after four hours
        if match and _MOVED.search(before[: match.end()]):
            continue  # edged up to 4.3 percent
        if match and not (match.start() and _WORDY.match(match.group()) and _WORDY.match(before[match.start() - 1])):
            return _TURNED[code] if code in _TURNED and _DENIED.search(wide[: match.start() + reach]) else code
    for code, pattern in _AFTER_RE:
        match = pattern.match(text, end)
        if match and not (match.group() == "多" and text[match.end() : match.end() + 1] in tuple("于年种元样重")):
            return code
    if _BARE.search(text[start:end]) and (beyond := _BEYOND.match(text, end)):
        return _BEYOND_CODES[beyond["word"]]
    if _OR_MORE.match(text, end):
        return "at_least"
    if beyond := _BEYOND_EN.match(text, end):
        return "at_most" if beyond["less"] else "at_least"
    apart = [*_APART, *_BEFORE_PART] if _PART.match(text[start:end]) else _APART
    apart = [*apart, *_BEFORE_FRACTION] if _FRACTION.match(text[start:end]) else apart
    return next((code for code, pattern in apart if pattern.search(before)), "")
