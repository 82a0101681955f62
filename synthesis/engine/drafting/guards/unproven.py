"""Causes that the evidence leaves unproven or sets aside, told as such: no link has been shown, 与质量无关."""

from __future__ import annotations

from collections.abc import Iterator

from synthesis.engine.drafting.guards.links import links
from synthesis.engine.drafting.guards.types import Case, Finding
from synthesis.engine.patterns import lazy_pattern

#: `x`: what is not shown to be a cause, or is none.
_OPEN = {
    "zh": (
        lazy_pattern(r"(?:与|跟|和|同)(?P<x>[^，。；]{2,18}?)(?:并?无关|没有关系|并?无关联|不相干|无直接关系)"),
        lazy_pattern(
            r"(?:与|跟|和|同)(?P<x>[^，。；]{2,18}?)(?:之间)?的?(?:因果)?(?:关系|关联|联系)[^，。；]{0,4}(?:尚未|未|没有|有待|尚待|仍待)[^，。；]{0,4}(?:证实|证明|确认|确定|明确|厘清|定论)"
        ),
    ),
    "en": (
        lazy_pattern(
            r"\b(?:link|connection|relationship|association|tie) (?:with|to|between) (?P<x>[^,.;]{3,40}?) (?:has|have|had|is|was|could|remains?)[^,.;]{0,12}(?:not|never|un)\s?(?:yet )?(?:been |be )?(?:proven|proved|established|shown|confirmed|demonstrated|clear)"
        ),
        lazy_pattern(r"\b(?:nothing to do with|unrelated to|not (?:because of|due to|caused by)) (?P<x>[^,.;]{3,40})"),
    ),
}
_LEAVES_OPEN = lazy_pattern(
    r"无关|没有关系|未必|可能|或许|尚未|未经|是否|不是|并非|而非"
    r"|\b(?:may|might|could|whether|not|never|unproven|unclear|possib\w+|suspect\w*|alleg\w*|unrelated|nothing)\b"
)
_MOST = 2 / 3


def unproven_findings(case: Case) -> Iterator[Finding]:
    """An objection to a cause that the evidence says is not shown, or is none."""
    language = case.sentence.language
    if _LEAVES_OPEN.search(case.sentence.text.lower()):
        return
    told = [link for link in links(case.sentence) if not link.denied]
    for text in case.evidence if told else ():
        for pattern in _OPEN[language] if text.language == language else ():
            for match in pattern.finditer(text.text.lower()):
                aside = text.content_keys(*match.span("x"))
                for link in told:
                    if aside and len(aside & link.cause) >= _MOST * len(aside):
                        yield Finding("cause", "fail", "cause_upgrade", (match.group().strip(), link.text))
                        return
