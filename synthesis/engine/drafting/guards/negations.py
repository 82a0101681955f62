"""Negations of a clause and the words they bear on."""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.drafting.lexicon.negation import KINDS
from synthesis.engine.patterns import lazy_pattern

_LIGHT_ZH = "发现|检出|检测到|观察到|看到|见到|找到|出现|显示出?|表现出|获得|取得|得到|造成|导致|带来|产生|引起|引发|形成|构成|遇到|发生"
_ZH = lazy_pattern(
    rf"(?:没有|未能|尚未|并未|未曾|从未|没能|没|未)(?:{_LIGHT_ZH})"
    r"|别再|并未|并不是|并不|并非|绝非|绝不|尚未|还未|仍未|从未|未能|未曾|未予|未见|还没有|没有|没能|无法|无从|无需|无须|不足以|不能够|不能|不会|不是|不再|不可能|不得|不应|不宜|不必|不存在|不具备"
    r"|难以|难于|缺乏|缺少|欠缺|[很较]难(?![度点题])|不易(?!于)|不用|拒绝|否认|杜绝|禁止|停止|有待|尚待|尚需|亟待|仍待"
    r"|不(?!断|仅|但|只|过|同(?!意)|少(?!见)|管|论|久|妨|惜|锈|良|乏|一而足|低于|少于|超过|高于|大于|小于|多于|到|足|及|如|等|尽|料|动产|晚于|早于|迟于|亚于|逊|劣于|堪|慎|幸|错|凡|俗|符|当|法|便|止|孕|休|振|景气|约而同|谋而合|合格|达标|合规|得不|可或缺|可忽视|容忽视|可避免|利|易于|难)"
    r"|未(?!来|知|必|成年|婚|遂)|没(?!收)|无(?!论|线|人[机车驾值]|菌|创|缝|疑|障碍|损|源|限(?!制|期)|极|纺|辐射|形|数|锡|偿|机|轨|不)"
    r"|(?<=[并而绝决实皆均亦])非(?!常)|(?<![并而绝决实皆均亦除])非(?=由|因|为|是(?!非)|源|来自|出[于自]|在(?!编|职|校|册|线)|属)"
)
_EN = lazy_pattern(
    r"\b(?:not(?!\s+only|\s+(?:less|more|fewer)\s+than|\s+just|\s+merely)|no(?!-|\s+(?:other|less|more|fewer|later|longer\s+than)\b|\.\s?\d)|never|neither|nor|without|none|nobody|nothing|nowhere|cannot"
    r"|(?:lack|lacks|lacked|lacking)(?:\s+of)?|unless|fail(?:s|ed)?\s+to|unable|hardly|scarcely|barely|refus(?:e|es|ed)\s+to|declin(?:e|es|ed|ing)\s+to(?!\s(?:(?:about|around|roughly|just|only|nearly|almost|some|over|under|below|an?|estimated|average|record|low|of)\s){0,3}[\d$€£¥])|refrain(?:s|ed|ing)?\s+from|yet\s+to|still\s+(?:has|have|had)\s+to|free\s+of)\b|n[’']t\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def _marks(text: Passage) -> tuple[re.Match[str], ...]:
    if text.language == "en":
        return tuple(_EN.finditer(text.text))
    return tuple(_ZH.finditer(KINDS.sub(lambda m: "＿" * len(m.group()), text.text)))


def marks_in(text: Passage, clause: Clause) -> list[re.Match[str]]:
    """The negations of one clause."""
    return [m for m in _marks(text) if clause.start <= m.start() < clause.end]


_LIGHT_EN = frozenset(
    "find found see seen show shown detect observe report record lead led result experience make made bring brought produce cause caused the its their this such statistically statistical evidence evident sign signs in to of win won winning gain gained secure secured obtain obtained receive received get got be been being to have has had yet any a an the significantly clearly really further necessarily fully always also only so for due from because merely going about likely set expected by followed accompanied met greeted wave rush spate flood round series string".split()
)


def broken(text: Passage, start: int, end: int) -> bool:
    """Whether another predicate or noun stands between a negation and a word: it denies that one, not this."""
    between = text.text[start:end]
    if re.search(r"[的而但、把]|\b(?:and|but|that|which|when|whether|how|why)\b", between):
        return True
    words = [w for w in text.words if start <= w.start and w.end <= end]
    if text.language == "en":
        return any(w.text.lower() not in _LIGHT_EN and not w.text.lower().endswith("ly") for w in words)
    return any(w.tag.startswith(("v", "n")) and len(w.text) > 1 and w.content for w in words)


_STAYS_SHUT = lazy_pattern(r"\b(?:stay|remain|keep|kept)(?:s|ed)? (?:closed|shut)\b|保持关闭|继续关闭", re.IGNORECASE)
_NOT_REOPENED = lazy_pattern(
    r"\b(?:not|never|n['’]t)\b[^.;]{0,20}\b(?:re-?)?open|不再?(?:重新)?(?:开放|开业|启用)", re.IGNORECASE
)


def left_closed(here: str, there: str) -> bool:
    """Whether one of two clauses says that a thing stays closed and the other that it will not open again."""
    both = ((here, there), (there, here))
    return any(_STAYS_SHUT.search(one) and _NOT_REOPENED.search(other) for one, other in both)
