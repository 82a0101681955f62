"""Short and roundabout English forms in one wording, before any guard looks: didn't is did not, hardly any is few."""

from __future__ import annotations

import re

from synthesis.engine.patterns import lazy_pattern

_SHORT = lazy_pattern(
    r"\b(?:(?P<be>ca|wo|sha)n['’]t|(?P<verb>is|are|was|were|do|does|did|has|have|had|could|would|should|must|need|might)n['’]t"
    r"|(?P<who>I|we|you|they|he|she|it|that|there|who|what)['’](?P<short>re|ve|ll))(?![\w'’])",
    re.IGNORECASE,
)
_WHOLE = {"ca": "cannot", "wo": "will not", "sha": "shall not", "re": "are", "ve": "have", "ll": "will"}


#: Roundabout for few and for except.
_FEW = lazy_pattern(r"\b(?:hardly|scarcely|barely) any\b", re.IGNORECASE)
_EXCEPT = lazy_pattern(r"(\b(?:every|each|all)\b(?: [\w'’-]+){1,4}) other than\b", re.IGNORECASE)


#: Speeds by their signs (5 m/s, 90 km/h, 60 mph), and a fraction of a unit with its hyphen.
_SPEED = lazy_pattern(r"(?<=\d)\s?(?:(?P<of>k?m)/(?P<per>s|h|min)|(?P<k>km|m)ph|kph)\b")
_SPEEDS = {"m": "metres", "km": "kilometres", "s": "second", "h": "hour", "min": "minute"}
_FRACTION = lazy_pattern(r"\b(three|two|four)-(quarters|thirds|fifths) (?=of an? )", re.IGNORECASE)


#: The ends of a year told as days: 2024年的第一天, the last day of 2024.
_DAY_ZH = lazy_pattern(r"(?<=\d{4}年)的?(第一|首|最后一)[天日](?!.{0,2}[产均])")
_DAY_EN = lazy_pattern(r"\bthe (first|last) day of (\d{4})\b", re.IGNORECASE)


#: To take a firm over is to acquire it.
_OVER = lazy_pattern(
    r"\b(?P<form>took|taken|takes) over(?= by [A-Za-z]| (?:(?:the|a|an|its|their) (?:[\w-]+ ){0,3})?[A-Z])"
)
_ACQUIRED = {"took": "acquired", "taken": "acquired", "takes": "acquires"}


def _speed(match: re.Match[str]) -> str:
    if match["of"]:
        return f" {_SPEEDS[match['of']]} per {_SPEEDS[match['per']]}"
    return " miles per hour" if match["k"] == "m" else " kilometres per hour"


#: Speeds and ranges told in words: 每小时行驶120公里, 最低8.7%，最高19.3%.
_SPEED_ZH = lazy_pattern(
    r"(?:最[快高](?:可达|可|达|能)?)?每小时(?:能|可)?(?:行驶|跑|运行|行进)(?=(?:约|近|超过)?\d[\d.]*(?:公里|千米))"
)
_NOT_NOW = lazy_pattern(r"(?:先|暂时|暂且)不(?=[批开建发推实执启上恢征收调][\u4e00-\u9fff])")
_LOW_HIGH = lazy_pattern(
    r"最低为?(\d[\d.]*)([%％]|[万亿]?元|万?吨|万?人|摄氏度|度|天|年)[，、]?最高为?(?=(\d[\d.]*)\2)"
)


_LATE = lazy_pattern(r"\b(?:towards?|near) the (end|start|beginning) of (?=\d{4}\b)")


def written_out(text: str) -> str:
    """`text` with its contractions in full, those of ’s and ’d apart, which may stand for two words each; few and except
    in one word; speeds in words, taken over as acquired, the first and the last day of a year by their dates."""
    if "/" in text or "ph" in text:
        text = _SPEED.sub(_speed, text)
    if "-" in text:
        text = _FRACTION.sub(r"\1 \2 ", text)
    if "年" in text:
        text = _DAY_ZH.sub(lambda m: "12月31日" if m[1] == "最后一" else "1月1日", text)
    if "不" in text:
        text = _NOT_NOW.sub("暂缓", text)
    if "每小时" in text:
        text = _SPEED_ZH.sub(lambda m: "最高时速" if m.group().startswith("最") else "时速", text)
    if "最低" in text:
        text = _LOW_HIGH.sub(r"\1\2至", text)
    if " day of " in text:
        text = _DAY_EN.sub(lambda m: f"{'1 January' if m[1].lower() == 'first' else '31 December'} {m[2]}", text)
    if " of 2" in text:
        text = _LATE.sub(lambda m: "late " if m[1] == "end" else "early ", text)
    if " over " in text:
        text = _OVER.sub(lambda m: _ACQUIRED[m["form"]], text)
    if "'" in text or "’" in text:
        text = _SHORT.sub(_in_full, text)
    if " any" in text:
        text = _FEW.sub(lambda m: "Few" if m.group()[0].isupper() else "few", text)
    return _EXCEPT.sub(r"\1 except", text) if " other than" in text else text


def _in_full(match: re.Match[str]) -> str:
    if match["who"]:
        return f"{match['who']} {_WHOLE[match['short'].lower()]}"
    told = f"{match['verb']} not" if match["verb"] else _WHOLE[match["be"].lower()]
    return told[:1].upper() + told[1:] if match.group()[0].isupper() else told
