"""Causes made of what the evidence only tells side by side: two clauses, each kept nearly whole, with a word of cause put
between them."""

from __future__ import annotations

from collections.abc import Iterator

from synthesis.engine.drafting.guards.links import Link, keys_between, links
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

#: Words by which a text brings one thing about by another, however loosely; where it has one, nothing is invented.
_BRINGS_ABOUT = {
    "zh": lazy_pattern(
        r"因|由于|导致|造成|致使|使|令|让|引[起发]|源[于自]|缘|[得受]益|归[因功]|原因|从而|进而|由此|所以|为此|于是|故|[推带驱拉]动|促|刺激|助[推力]|催|受[^，。；]{1,16}[影响]|影响|[加减]速|制约|限制|阻碍|随着|伴随|通过"
        r"|带来|激发|迫|动力|取决|在[^，。；]{1,20}下|为了?[^，。；\d]{2,20}[，而]|以(?=[减降提保确缓防促满推应])|以便|旨在|目的|依靠|凭借|借助|依托|靠|[贡献]献|拖累|支撑|推[升高]|抬[升高]|压[低缩]|拉[升低高]"
        r"|解释|归咎|反映|意味|表明|说明|显示出|据此|鉴于|如果|若|只要|一旦|否则|以致|才|就[会能]|便|即可|之后|以后|后(?=，)|[^，。]后，|结果|后果|效果|作用|带"
    ),
    "en": lazy_pattern(
        r"\b(?:because|due|owing|result\w*|le[ad]d?s?|leading|caus\w+|therefore|thus|hence|so|consequen\w+|driv\w+|drove|promot\w+|boost\w*|spur\w*|stem\w*|attribut\w+|thanks|since|trigger\w*|prompt\w*|foster\w*|stimulat\w+"
        r"|encourag\w+|help\w*|enabl\w+|forc\w+|reason\w*|by \w+ing|fuel\w*|allow\w*|let|lets|mean(?:s|t|ing)|push\w*|make\w*|made|making|account\w*|contribut\w+|reflect\w*|explain\w*|blam\w+|cit\w+|after|following|follow\w*"
        r"|amid|when|once|if|until|on the back|in response|helped|weigh\w*|hit|hurt|support\w*|affect\w*|impact\w*|effect\w*|influenc\w+)\b"
    ),
}
_MOST = 0.7  # of a side that its clause must hold
_LITTLE = 0.34  # of a side that the other clause may hold


def juxtaposed_findings(case: Case) -> Iterator[Finding]:
    """An objection to a link between what two clauses of one evidence sentence tell without any word of cause."""
    texts = [text for text in case.evidence if text.language == case.sentence.language]
    if any(links(text) for text in texts):
        return
    for link in links(case.sentence):
        if not link.denied and any(
            _beside(link, text, number) for text in texts for number in range(len(text.sentences))
        ):
            yield Finding("cause", "check", "cause_apart", (link.text,))
            return


def _beside(link: Link, text: Passage, number: int) -> bool:
    start, end = text.sentences[number]
    if _BRINGS_ABOUT[text.language].search(text.text, start, end):
        return False
    clauses = text.clauses_of(number)
    cause, effect = link.cause - link.effect, link.effect - link.cause
    return any(
        _held(text, one, cause) >= _MOST
        and _held(text, two, effect) >= _MOST
        and _held(text, one, effect) <= _LITTLE
        and _held(text, two, cause) <= _LITTLE
        for one in clauses
        for two in clauses
        if one is not two
    )


def _held(text: Passage, clause: Clause, keys: frozenset[str]) -> float:
    return len(keys & keys_between(text, clause.start, clause.end)) / len(keys) if len(keys) > 1 else 0.0
