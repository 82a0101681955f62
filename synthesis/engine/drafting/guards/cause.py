"""Guard of cause: no cause where the evidence has none, no cause from mere relation, no reversal.

A cause is read as (cause words, effect words) whatever the wording: 由于A，B; A导致B; B，其原因在于A; B because A.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import similarity
from synthesis.engine.drafting.guards.causation import causation_findings
from synthesis.engine.drafting.guards.forms import Forms
from synthesis.engine.drafting.guards.types import Case, Finding, Passage

_C, _E = "cause", "effect"
_ZH_FORMS = [
    rf"(?P<{_E}>[^。；]+?)，?(?:其|主要|根本|重要|直接)*(?:原因|成因|根源|症结|理由)(?:主要|就)?(?:在于|是|为)(?P<{_C}>[^。；]+)",
    rf"(?P<{_E}>[^。；]+?)，?(?:这)?(?:主要|部分|直接)?(?:是)?(?:源于|源自|缘于|归因于|归功于|归咎于|得益于|受益于|取决于|起因于)(?P<{_C}>[^。；]+)",
    rf"(?:由于|因为|鉴于|得益于|受益于|受(?=[^，。；]{{1,14}}影响)|(?<![原成病起诱])因(?=[^此而素果为，。；]{{2,}}，))(?P<{_C}>[^。；，]+?)(?:的?影响)?，(?:因此|所以|因而)?(?P<{_E}>[^。；]+)",
    rf"(?P<{_C}>[^。；，]+?)，?(?:从而|进而|并|直接|也|会|将|可能|极易|容易)*(?:导致|造成|致使|引起|引发|促成|促使|使得|使(?![用命])|诱发|催生|带来|令)(?:了)?(?P<{_E}>[^。；，]+)",
    rf"(?P<{_C}>[^。；]+?)(?:，|。|；)(?P<{_E}>[^，。；]{{0,24}}?(?:因此|因而|所以|由此|故而|为此|于是|从而|进而|以致|以至于)，?[^。；]+)",
    rf"(?:因|由于)(?P<{_C}>[^此素果为，。；]{{2,24}}?)而(?P<{_E}>[^。；，]+)",
    rf"(?P<{_E}>[^。；，]+?)(?:是)?由(?P<{_C}>[^。；，]+?)(?:所)?(?:导致|造成|引起|引发|带来)",
]
_ZH_WEAK = [
    rf"在(?P<{_C}>[^。；，]+?)的?(?:推动|带动|驱动|促进|拉动|作用|影响|支持|刺激|助推)下，?(?P<{_E}>[^。；]+)",
    rf"(?P<{_E}>[^。；，]+?)(?:主要|也)?(?:受|由)(?P<{_C}>[^。；，]+?)(?:的)?(?:推动|带动|驱动|拉动|影响|促进|刺激)",
    rf"(?P<{_C}>[^。；，]+?)，?(?:有效|显著|进一步|直接|持续|也|将|正|共同|大力|有力|能|可|会)*(?:推动|促进|带动|驱动|拉动|刺激|助推|加速)(?:了|着)?(?P<{_E}>[^。；]+)",
    rf"(?P<{_C}>[^。；，]+?)(?:有效|显著|进一步|大幅|持续|大大|明显)*(?:提高|降低|压缩|改善|提升|缩短|延长|减少|增加|扩大|缓解|加剧|削弱|增强|打破|改变|推高|拉低)了(?P<{_E}>[^。；]+)",
    rf"(?P<{_E}>[^。；，]+?)因(?P<{_C}>[^此而素果为，。；]{{2,}})(?=$|[。；，])",
    rf"随着(?P<{_C}>[^。；，]+?)，(?P<{_E}>[^。；]+)",
]
_EN_FORMS = [
    rf"\b(?:attribut\w+|ascrib\w+|credit\w+)\s+(?P<{_E}>[^.;]+?)\s+to\s+(?P<{_C}>[^.;]+)",
    rf"\bblam\w+\s+(?P<{_C}>[^.;]+?)\s+for\s+(?P<{_E}>[^.;]+)",
    rf"(?P<{_E}>[^.;,]+?)\s+(?:was |were |is |are |set off |brought on )*(?:blamed on|triggered by|set off by|brought on by|prompted by)\s+(?P<{_C}>[^.;]+)",
    rf"(?:because of|because|due to|owing to|as a result of|thanks to|since|on account of|driven by|given)\s+(?P<{_C}>[^.;,]+),\s*(?P<{_E}>[^.;]+)",
    rf"(?P<{_E}>[^.;]+?),?\s+(?:mainly |largely |partly |in part |primarily |chiefly )*(?:because of|because|(?:was |were |is |are )?due to|owing to|as a result of|thanks to|results? from|resulted from|stems? from|stemmed from|arises? from|(?:was |were |is |are )?caused by|(?:was |were |is |are |being )?driven by|(?:was |were |is |are )?attribut(?:ed|able) to|on account of)\s+(?P<{_C}>[^.;]+)",
    rf"(?P<{_C}>[^.;]+?)\s+(?:has |have |had |can |may |will |would |could |directly |also )*(?:led to|leads? to|leading to|caused|causes?|causing|resulted in|results? in|resulting in|brought about|brings about|triggered|triggers|gave rise to|prompted|prompting|forced|forcing|forces)\s+(?P<{_E}>[^.;]+)",
    rf"(?P<{_C}>[^.;]+?)[,;.]\s+(?:and )?(?:therefore|thus|hence|consequently|as a result|accordingly|so)\b,?\s*(?P<{_E}>[^.;]+)",
    rf"the (?:main |chief |primary )?(?:reason|cause) (?:for|of|behind) (?P<{_E}>[^.;]+?) (?:is|was|lies in|being) (?P<{_C}>[^.;]+)",
]
_EN_WEAK = [
    rf"(?P<{_C}>[^.;,]+?)\s+(?:has |have |had |helped |also )*(?:to )?(?:promot\w+|boost\w*|drove|driv(?:e|es|ing)|spur\w*|foster\w*|stimulat\w+|encourag\w+|fuel\w*|help(?:s|ed)?)\s+(?P<{_E}>[^.;]+)",
    rf"(?P<{_C}>[^.;,]+?)\s+(?:has |have |had |also |sharply |slightly |further )*(?:reduc|increas|rais|lower|improv|limit|squeez|widen|narrow|shorten|lengthen|erod|halv)(?:ed|es|s)\s+(?P<{_E}>(?:the|its|their|all|many|most|some|a|an)\s[^.;]+)",
    rf"with (?P<{_C}>[^.;,]+?),\s*(?P<{_E}>[^.;]+)",
]
_RELATION_ZH = re.compile(
    r"(?:密切|显著|高度|呈)?(?:正|负)?相关(?=[。，；性]|$|关系)|有关联|存在关联|关联性|伴随|同步|同时|随着|与[^，。；]{1,20}(?:有关|相伴)|并存"
)
_RELATION_EN = re.compile(
    r"\b(?:associated with|correlat\w+|linked to|related to|accompan\w+|coincid\w+|alongside|at the same time|meanwhile|while|as)\b",
    re.IGNORECASE,
)
# Verbs that already name a cause in the evidence, so that another causal wording adds nothing.
_CAUSAL_ZH = re.compile(
    r"由于|因为|因(?![素此而果])|导致|造成|致使|使得|使(?![用命])|引起|引发|源于|源自|缘于|得益于|受益于|归因|归功|原因|因此|因而|从而|进而|由此|所以|为此|推动|促进|带动|驱动|拉动|刺激|助推|助力|促使|催生|受[^，。；]{1,14}影响|影响|加速|制约|限制|阻碍|提升|降低|减少|增加|提高|改善|随着|通过|为[^，。；]{1,20}(?:提供|奠定)|带来|激发|压缩|迫使|以[^，。；]{1,12}为动力|取决于|在[^，。；]{1,20}下"
)
_CAUSAL_EN = re.compile(
    r"\b(?:because|due to(?! (?:start|begin|open|close|end|finish|take|be|come|launch|expire|report|decide|arrive|complete|go|hold|enter|become|meet|vote)\b)|owing to|result\w*|led to|lead\w* to|caus\w+|therefore|thus|hence|consequently|driv\w+|drove|promot\w+|boost\w*|spur\w*|stem\w*|attribut\w+|thanks to|since|trigger\w*|prompt\w*|foster\w*|stimulat\w+|encourag\w+|help\w*|enabl\w+|forc\w+|reason\w*|so that|by \w+ing|fuel\w*|allow\w*|enabl\w+|let|lets|threaten\w*|mean\w*|push\w*|force\w*|make|makes|made|accounts? for|(?<!a )(?<!the )(?<!of )(?<!with )(?<!had )(?<!have )(?<!to )(?:lower|reduc|cut|rais|improv|boost|prevent)(?:ed|es|s|e|ing)?\s+[a-z]+|hinder\w*|constrain\w*|(?:reduc|increas|rais|lower|improv|limit|squeez|widen|narrow|push|cut|erod|shorten|lengthen)(?:ed|es|s|e)?\s+(?:up |down )?(?:the|its|their|our|his|her|all|many|most|some|a|an|this|that|demand|cost\w*|price\w*|margin\w*))\b",
    re.IGNORECASE,
)
_STRICT_ZH = re.compile(
    r"由于|因为|(?<![原成病起诱])因(?=[^此而素果为，。；]{2,}，)|导致|造成|致使|使得|引起|引发|源于|源自|缘于|得益于|受益于|归因于|归功于|原因在于|因此|因而|从而|所以|故而|促使|催生"
)
_STRICT_EN = re.compile(
    r"\b(?:because|due to|owing to|led to|leads? to|leading to|caus(?:e|es|ed|ing)|therefore|thus|hence|consequently|as a result|result(?:s|ed|ing)? (?:in|from)|stem(?:s|med)? from|attributed to|attributable to|thanks to|triggered|prompted)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cause:
    """One stated cause: the words of cause and effect, and the wording it was read from."""

    cause: frozenset[str]
    effect: frozenset[str]
    text: str


_FORMS = {"zh": Forms(_ZH_FORMS + _ZH_WEAK), "en": Forms(_EN_FORMS + _EN_WEAK)}
_STRICT = {"zh": _STRICT_ZH, "en": _STRICT_EN}
_CAUSAL = {"zh": _CAUSAL_ZH, "en": _CAUSAL_EN}
_ONLY_RELATED = {
    "zh": re.compile(r"(?<!不)相关(?=[。，；性]|$|关系)|有关(?=[。，；]|$)|关联"),
    "en": re.compile(
        r"\b(?:associat(?:ed|ion)|correlat\w+|linked to|related to|coincid\w+|those who|(?:people|participants|patients|men|women|children|adults|students) who)\b",
        re.IGNORECASE,
    ),
}
_RELATION = {"zh": _RELATION_ZH, "en": _RELATION_EN}


@lru_cache(maxsize=2048)
def causes(text: Passage) -> tuple[Cause, ...]:
    """The causes a passage states."""
    found = []
    for match in _FORMS[text.language].matches(text.text):
        sides = tuple(text.content_keys(*match.span(name)) for name in (_C, _E))
        if all(sides):
            shared = sides[0] & sides[1]
            found.append(Cause(sides[0] - shared, sides[1] - shared, match.group().strip()))
    return tuple(found)


def cause_findings(case: Case) -> Iterator[Finding]:
    """Objections to causes invented, upgraded or reversed."""
    theirs = [c for text in case.evidence for c in causes(text)]
    for mine in causes(case.sentence):
        if _reversed(mine, theirs):
            yield Finding("cause", "fail", "cause_reversed", (mine.text,))
            return
        if _other_cause(mine, theirs):
            yield Finding("cause", "check", "cause_other", (mine.text,))
            return
    found = next(causation_findings(case), None)
    if found is not None:
        yield found
        return
    yield from _invented(case)
    yield from _asserted(case)


# A transitive verb that says one thing changes another, without saying "cause".
_ACTS = {
    "zh": re.compile(
        r"(?<![以所可])(?:降低|提高|增加|减少|改善|恶化|加重|加剧|缓解|延缓|抑制|促进|损害|提升|削弱|影响|预防|防止|导致|引发|引起|造成|诱发)(?:了)?(?=[\u4e00-\u9fff]{2})"
    ),
    "en": re.compile(
        r"\b(?:lowers|raises|reduces|increases|improves|worsens|cuts|boosts|prevents|harms|damages|protects against|leads to|causes|makes|slows|speeds|affects|shortens|prolongs"
        r"|lowered|raised|reduced|improved|worsened|boosted|prevented|harmed)\s+(?!by\b|in\b|from\b|to\b|\d)\w+",
        re.IGNORECASE,
    ),
}
_LINKED = {
    "zh": re.compile(r"相关|关联|有关|联系|伴随|者[^，。；]{0,12}(?:较|更|普遍)|人群"),
    "en": re.compile(
        r"associat|correlat|link|relat|tend|among|people who|those who|relationship|connect|predict", re.IGNORECASE
    ),
}


def _asserted(case: Case) -> Iterator[Finding]:
    """A plain transitive claim (coffee lowers the risk) where the evidence has only a relation."""
    language = case.sentence.language
    for clause in case.sentence.clauses:
        match = _ACTS[language].search(clause.text)
        if (
            match is None
            or _LINKED[language].search(clause.text)
            or _doubted(case.sentence.text, clause.start + match.start())
        ):
            continue
        for text in case.evidence:
            for start, end in text.sentences:
                here = text.text[start:end]
                relation = _ONLY_RELATED[language].search(here)
                keys = text.content_keys(start, end)
                plain = _ACTS[language].search(here) or _STRICT[language].search(here)
                if (
                    relation
                    and not plain
                    and len(keys & clause.keys) >= 2
                    and 2 * len(keys & clause.keys) >= len(clause.keys)
                ):
                    yield Finding("cause", "fail", "cause_upgrade", (match.group(), relation.group()))
                    return


_DOUBT = re.compile(
    r"(?:未能|无法|不能|尚未|没有|难以|未|不足以)(?:[\u4e00-\u9fff]{0,4})(?:证明|证实|表明|显示|说明|确定|确认|断定|认定)[^。；]*$|是否[^。；]*$"
    r"|\b(?:not|unable|fail\w*|no|cannot|n't|without)\b[^.;]*\b(?:show|prov\w+|establish\w*|demonstrat\w+|evidence|confirm\w*|find|found|say|conclud\w+)\b[^.;]*$|\bwhether\b[^.;]*$",
    re.IGNORECASE,
)


def _doubted(text: str, position: int) -> bool:
    """Whether the sentence itself says that this cause was not shown."""
    start = max(text.rfind(mark, 0, position) for mark in "。；;") + 1
    return bool(_DOUBT.search(text[start:position]))


def _reversed(mine: Cause, theirs: list[Cause]) -> bool:
    for other in theirs:
        cross = _share(mine.cause, other.effect), _share(mine.effect, other.cause)
        straight = _share(mine.cause, other.cause) + _share(mine.effect, other.effect)
        if min(cross) > 0 and sum(cross) > straight and sum(cross) >= 0.8:
            return not any(_share(mine.cause, c.cause) + _share(mine.effect, c.effect) >= sum(cross) for c in theirs)
    return False


def _other_cause(mine: Cause, theirs: list[Cause]) -> bool:
    """Whether the evidence gives the same effect, but only from other causes."""
    same_effect = [c for c in theirs if _share(mine.effect, c.effect) >= 0.6]
    return bool(same_effect) and not any(mine.cause & (c.cause | c.effect) for c in same_effect)


def _share(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _invented(case: Case) -> Iterator[Finding]:
    language = case.sentence.language
    for match in _STRICT[language].finditer(case.sentence.text):
        clause = next((c for c in case.sentence.clauses if c.start <= match.start() < c.end), None)
        if clause is None or _doubted(case.sentence.text, match.start()):
            continue
        near = _near_sentences(case, match.start())
        known = [(text, m.start()) for text in near for m in _STRICT[language].finditer(text)]
        if known and all(_doubted(text, at) for text, at in known):
            yield Finding("cause", "fail", "cause_upgrade", (match.group(), near[0].strip()[:40]))
            return
        if any(_STRICT[language].search(text) for text in near):
            continue
        relation = next((m.group() for text in near if (m := _RELATION[language].search(text))), None)
        strong = next((m.group() for text in near if (m := _ONLY_RELATED[language].search(text))), None)
        if strong is None and any(_CAUSAL[language].search(text) for text in near):
            continue
        relation = strong or relation
        if relation:
            yield Finding("cause", "fail", "cause_upgrade", (match.group(), relation))
        return


def _near_sentences(case: Case, offset: int) -> list[str]:
    """The evidence sentences most like the sentence that holds `offset` (its clauses may come from several)."""
    number = next(i for i, (s, e) in enumerate(case.sentence.sentences) if s <= offset < e)
    mine = case.sentence.clauses_of(number)
    scored = []
    for text in case.evidence:
        for index, (start, end) in enumerate(text.sentences):
            score = max((similarity(m, c) for m in mine for c in text.clauses_of(index)), default=0.0)
            scored.append((score, text.text[start:end]))
    best = max((score for score, _ in scored), default=0.0)
    if best < 0.3:
        return [text for _, text in scored]
    return [text for score, text in scored if score >= max(0.3, best - 0.35)]
