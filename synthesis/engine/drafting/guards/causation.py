"""Causes told by a verb (A推高了B, A makes B fall) or a noun (B是A的结果): read both ways round, compared as events.

A claim is upgraded when the evidence names both events but only that they went together or one after the other, or says
that no cause was shown; it is reversed when the evidence has its effect as cause and its cause as effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.forms import Forms
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH

_MOVERS_ZH = (
    "推高|拉高|抬高|推升|推动|带动|拉动|拖慢|拖累|拖延|拉低|压低|拉长|缩短|延长|提高|提升|增加|增强|扩大|加快|加速|加剧|加重|恶化|改善|降低|减少|减轻|减缓|放缓|缓解|削弱|抑制"
    "|遏制|阻碍|制约|促进|促成|促使|带来|造成|导致|致使|引发|引起|诱发|催生|激发|使得|使|令|让|迫使|逼迫|挤压|打击|刺激|推迟|触发|酿成|压缩|侵蚀|抵消"
)
_STEMS_EN = (
    "(?:rais|reduc|increas|cut|boost|depress|slow|speed|worsen|improv|push|shorten|lengthen|delay|hurt|harm|damag|widen|narrow|squeez|erod|halv|curb|fuel|spur|limit|strain|lift|weaken"
    "|strengthen|forc|caus|trigger|prompt|promot|mak|help|hinder|hamper|prevent|stimulat|encourag|discourag|inflat|dampen|dent|aggravat|accelerat|allow|enabl)"
)
_MOVERS_EN = (
    rf"(?:{_STEMS_EN}(?:ed|es|s)|lowered|lowers|drives|drove|made|eased|led to|leads to|brought about|brings about|resulted in|results in|gave rise to|set off"
    rf"|(?<=\bcan )(?:{_STEMS_EN}e?|lower)|(?<=\bmay )(?:{_STEMS_EN}e?|lower)|(?<=\bcould )(?:{_STEMS_EN}e?|lower)|(?<=\bwill )(?:{_STEMS_EN}e?|lower)|(?<=\bto )(?:{_STEMS_EN}e?|lower))(?!\s+by\b)"
)
_FORMS = {
    "zh": [
        rf"(?P<c>[^。；，]{{2,40}}?)(?:，)?(?:也|还|会|将|可|能|可能|已|正|进一步|明显|显著|大幅|直接|持续|反而|从而|进而|并|一度|最终)*(?:{_MOVERS_ZH})(?:了|着)?(?P<e>[^。；，]{{2,40}})",
        r"(?P<e>[^。；，]{2,40}?)，?(?:都|均|也|正)?(?:是|系|为|乃)(?P<c>[^。；，]{2,40}?)(?:的结果|带来的|造成的|导致的|引起的|引发的|所致|使然|的产物|的功劳)",
        r"(?P<e>[^。；，]{2,40}?)，?(?:之所以[^，。]{0,24}，)?(?:主要|正|更多)?(?:靠的?是|归功于|归因于|归咎于|得益于|受益于|源于|缘于|源自|起因于|出于)(?P<c>[^。；]{2,40})",
        r"(?P<c>[^。；，]{2,40}?)(?:是|系|为)(?P<e>[^。；，]{2,40}?)的?(?:直接|主要|根本|首要|重要|间接)?(?:原因|成因|诱因|根源|推手|动因)",
        r"(?:由于|因为|鉴于|随着|受|因)(?P<c>[^。；，]{2,40}?)(?:的?(?:影响|带动|推动|拖累))?，(?P<e>[^。；]{2,60})",
        r"(?P<e>[^。；，]{2,40}?)，?(?:其|主要)?(?:原因|成因|根源|理由)(?:主要)?(?:在于|是|为)(?P<c>[^。；]{2,40})",
        r"(?P<c>[^。；，]{2,40}?)，(?:因此|因而|所以|由此|故而|于是|从而|进而|致使|使得|导致|不得不)(?P<e>[^。；]{2,60})",
    ],
    "en": [
        rf"(?P<c>[^.;,]{{3,80}}?)\s+(?:has |have |had |will |would |may |could |can |also |thereby |sharply |further )*(?:{_MOVERS_EN})\s+(?P<e>[^.;]{{3,80}})",
        r"(?P<e>[^.;,]{3,80}?),?\s+(?:\w+ly )?(?:because of|because|due to|owing to|as a result of|thanks to|caused by|driven by|triggered by|prompted by|brought on by|attribut\w+ to|blamed on|stem\w* from|result\w* from)\s+(?P<c>[^.;]{3,80})",
        r"(?:because of|because|due to|owing to|as a result of|thanks to)\s+(?P<c>[^.;,]{3,80}),\s*(?P<e>[^.;]{3,80})",
        rf"(?P<e>[^.;,]{{3,80}}?)\s+(?:(?:was|were|is|are|been|being|be)\s+)?(?:\w+ly\s)?(?:{_STEMS_EN}(?:ed|d)|cut|set off|hurt|made|driven|lowered|followed)\s+by\s+(?P<c>[^.;]{{3,80}})",
        r"(?P<c>[^.;]{3,80}?)[,;.]\s+(?:and )?(?:therefore|thus|hence|consequently|as a result|so)\b,?\s*(?P<e>[^.;]{3,80})",
    ],
}  # fmt: skip
_COMPILED = {name: Forms(forms) for name, forms in _FORMS.items()}
# Together, one after the other, or expressly not shown.
_ONLY_BESIDE = {
    "zh": re.compile(
        r"同期|同时|同步|一致|相关|关联|有关|伴随|并存|相伴|之后|以后|此后|随后|后(?=，)|当年|当月|次月|次年|月份|未(?:能)?(?:分析|控制|检验|考察|证明|证实|发现|区分)|未予控制|不能说明|不能证明|不足以说明"
        r"|无法(?:证明|断定|判断|区分)|尚不清楚|混杂|先于|早于|出现在[^，。]*之前|无关|并非|无因果|高于|低于|更(?=[高低多少好差])|(?:越|愈)[^，。；]{1,12}，?[^，。；]{0,16}(?:越|愈)"
    ),
    "en": re.compile(
        r"\b(?:also|both|while|after|before|following|since|months? (?:after|later)|associat\w+|correlat\w+|linked|related|unrelated|coincid\w+|alongside|at the same time|meanwhile|not (?:show|prove|establish)\w*"
        r"|no (?:evidence|link|causal)|did not (?:control|examine|test)|confound\w*|younger|fitter|those who|users|firms that|people who|in a bid to|in order to|to attract|higher|lower|more|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
        re.IGNORECASE,
    ),
}
_CAUSAL = {
    "zh": re.compile(
        rf"由于|因为|(?<![原成病起诱])因(?![素此])|原因|结果(?!显示|表明)|得益|归功|归因|源于|缘于|因此|因而|由此|从而|进而|随着|影响|作用|通过|{_MOVERS_ZH}"
    ),
    "en": re.compile(
        rf"\b(?:because|due to|owing to|thanks to|as a result|result\w*|therefore|thus|hence|consequently|so that|by \w+ing|stem\w*|attribut\w+|blam\w+|reason\w*|{_MOVERS_EN})\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """Keys of what acts and what comes of it, and the wording."""

    cause: frozenset[str]
    effect: frozenset[str]
    text: str
    start: int


@lru_cache(maxsize=2048)
def claims(text: Passage) -> tuple[Claim, ...]:
    """The causes a passage tells, by verbs, nouns and conjunctions."""
    found = []
    for sentence in text.sentences:
        for match in _COMPILED[text.language].matches(text.text, *sentence):
            cause, effect = _keys(text, *match.span("c")), _keys(text, *match.span("e"))
            shared = cause & effect
            if cause - shared and effect - shared and not _PASSIVE.search(match["c"]):
                found.append(Claim(cause - shared, effect - shared, match.group().strip(), match.start()))
    return tuple(found)


_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be)\s*$|背后$", re.IGNORECASE)


def _keys(text: Passage, start: int, end: int) -> frozenset[str]:
    return frozenset(
        w.key
        for w in text.words
        if w.content and start <= w.start and w.end <= end and w.text not in GENERIC_ZH and not _plain(w.text)
    )


def _plain(word: str) -> bool:
    return word.islower() and word in COMMON_EN


def causation_findings(case: Case) -> Iterator[Finding]:
    """Objections to causes turned round, and to causes where things only went together."""
    texts = [text for text in case.evidence if text.language == case.sentence.language]
    theirs = [c for text in texts for c in claims(text)]
    for mine in claims(case.sentence):
        crossed = [c for c in theirs if mine.cause & c.effect and mine.effect & c.cause]
        straight = [c for c in theirs if mine.cause & c.cause and mine.effect & c.effect]
        if crossed and not straight and not _doubted(case.sentence.text, mine):
            yield Finding("cause", "fail", "cause_reversed", (mine.text,))
            return
        if straight or crossed or _doubted(case.sentence.text, mine):
            continue
        for text in texts:
            for start, end in text.sentences:
                here = text.text[start:end]
                keys = _keys(text, start, end)
                beside = _ONLY_BESIDE[text.language].search(here)
                if beside is None or not mine.cause & keys or not mine.effect & keys:
                    continue
                enough = 2 if _DENIED.search(here) else 3
                if len((mine.cause | mine.effect) & keys) >= enough and not _CAUSAL[text.language].search(here):
                    yield Finding("cause", "fail", "cause_upgrade", (mine.text[:30], beside.group()))
                    return


_DENIED = re.compile(
    r"无关|没有关联|并非|无因果|混杂|\bunrelated\b|\bno (?:link|evidence)\b|\bnot (?:caus|relat)", re.IGNORECASE
)
_DOUBT = re.compile(
    r"是否|未必|并非|不能|不足以|没有|无法|难以|相关|关联|可能|\b(?:not|whether|may|might|could|associat\w+|link\w*|correlat\w+|no)\b",
    re.IGNORECASE,
)


def _doubted(text: str, claim: Claim) -> bool:
    return bool(_DOUBT.search(claim.text))
