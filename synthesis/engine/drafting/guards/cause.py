"""Guard of cause: no cause where the evidence has none, no cause from mere relation, no reversal.

Links are compared by `guards.causation`; here, causal words where the evidence has none for the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import aligned, features, similarity
from synthesis.engine.drafting.guards.causation import link_findings
from synthesis.engine.drafting.guards.links import DUE, links
from synthesis.engine.drafting.guards.sequence import sequence_findings
from synthesis.engine.drafting.guards.types import Case, Clause, Finding
from synthesis.engine.drafting.guards.unproven import unproven_findings
from synthesis.engine.patterns import lazy_pattern

_RELATION_ZH = lazy_pattern(
    r"(?:密切|显著|高度|呈)?(?:正|负)?相关(?=[。，；性]|$|关系)|有关联|存在关联|关联性|伴随|同步|同时|随着|与[^，。；]{1,20}(?:有关|相伴)|并存"
)
_RELATION_EN = lazy_pattern(
    r"\b(?:associated with|correlat\w+|linked to|related to|accompan\w+|coincid\w+|alongside|at the same time)\b",
    re.IGNORECASE,
)
# Verbs that already name a cause in the evidence, so that another causal wording adds nothing.
_CAUSES_ZH = r"由于|因为|因(?![素此而果])|导致|造成|致使|使得|使(?![用命])|引起|引发|源于|源自|缘于|得益于|受益于|归因|归功|原因|因此|因而|从而|进而|由此|所以|为此|推动|促进|带动|驱动|拉动|刺激|助推|助力|促使|催生|受[^，。；]{1,14}影响|影响|加速|制约|限制|阻碍|随着|通过|为[^，。；]{1,20}(?:提供|奠定)|带来|激发|压缩|迫使|以[^，。；]{1,12}为动力|取决于|在[^，。；]{1,20}下"
_CAUSAL_ZH = lazy_pattern(_CAUSES_ZH + "|提升|降低|减少|增加|提高|改善")
_CAUSAL_EN = lazy_pattern(
    rf"\b(?:because|{DUE}|owing to|result\w*|led to|lead\w* to|caus\w+|therefore|thus|hence|consequently|driv\w+|drove|promot\w+|boost\w*|spur\w*|stem\w*|attribut\w+|thanks to|since|trigger\w*|prompt\w*|foster\w*|stimulat\w+|encourag\w+|help(?:s|ed|ing)?|enabl\w+|forc\w+|reason\w*|so that|by \w+ing|fuel\w*|allow(?:s|ed|ing)?|enabl\w+|let|lets|threaten\w*|mean(?:s|t)|push\w*|make|makes|made|accounts? for|(?<!a )(?<!the )(?<!of )(?<!with )(?<!had )(?<!have )(?<!to )(?:lower|reduc|cut|rais|improv|boost|prevent)(?:ed|es|s|e|ing)?\s+[a-z]+|hinder\w*|constrain\w*|(?:reduc|increas|rais|lower|improv|limit|squeez|widen|narrow|push|cut|erod|shorten|lengthen)(?:ed|es|s|e)?\s+(?:up |down )?(?:the|its|their|our|his|her|all|many|most|some|a|an|this|that|demand|cost\w*|price\w*|margin\w*))\b",
    re.IGNORECASE,
)
_STRICT_ZH = lazy_pattern(
    r"由于|因为|(?<![原成病起诱主基动死内外])因(?=[^此而素果为，。；]{2,}，)|导致|造成|致使|使得|引起|引发|源于|源自|缘于|得益于|受益于|归因于|归功于|原因在于|因此|因而|从而|所以|故而|促使|催生"
)
_STRICT_EN = lazy_pattern(
    r"\b(?:because|due to|owing to|led to|leads? to|leading to|caus(?:e|es|ed|ing)|therefore|thus|hence|consequently|as a result|result(?:s|ed|ing)? (?:in|from)|stem(?:s|med)? from|attributed to|attributable to|thanks to|triggered|prompted)\b",
    re.IGNORECASE,
)


_STRICT = {"zh": _STRICT_ZH, "en": _STRICT_EN}
_CAUSAL = {"zh": _CAUSAL_ZH, "en": _CAUSAL_EN}
#: The same without verbs that may also tell a mere change (频次提高).
_TIED = {"zh": lazy_pattern(_CAUSES_ZH), "en": _CAUSAL_EN}
_ONLY_RELATED = {
    "zh": lazy_pattern(r"(?<!不)相关(?=[。，；性]|$|关系)|有关(?=[。，；]|$)|关联"),
    "en": lazy_pattern(
        r"\b(?:associat(?:ed|ion)|correlat\w+|linked to|related to|coincid\w+|those who|(?:people|participants|patients|men|women|children|adults|students) who)\b",
        re.IGNORECASE,
    ),
}
_RELATION = {"zh": _RELATION_ZH, "en": _RELATION_EN}


def cause_findings(case: Case) -> Iterator[Finding]:
    """Objections to causes invented, upgraded or reversed."""
    found = next(link_findings(case), None)
    if found is not None:
        yield found
        return
    yield from sequence_findings(case)
    yield from unproven_findings(case)
    yield from _promoted(case)
    yield from _invented(case)
    yield from _asserted(case)
    yield from _inserted(case)
    yield from _across(case)


#: What only joins: with what follows it as the effect (True) or as the cause.
_JOINS = {
    "zh": lazy_pattern(r"(?P<front>由于|因为)|因此|因而|所以|于是|从而|故而"),
    "en": lazy_pattern(r"(?P<front>\bbecause\b)|(?<=, )so(?! that)\b|\b(?:therefore|thus|hence|as a result)\b", re.IGNORECASE),
}  # fmt: skip
_COPY = 0.85


def _inserted(case: Case) -> Iterator[Finding]:
    """A causal connective between two clauses that one sentence of the evidence tells side by side without any."""
    for match in _JOINS[case.sentence.language].finditer(case.sentence.text):
        here = next((c for c in case.sentence.clauses if c.start <= match.start() < c.end), None)
        if here is None or _doubted(case.sentence.text, match.start()):
            continue
        beside = [c for c in case.sentence.clauses_of(here.sentence) if c is not here]
        behind = bool(match["front"]) and not case.sentence.text[here.start : match.start()].strip()
        there = next((c for c in beside if c.start >= here.end), None) if behind else None
        there = there or next((c for c in reversed(beside) if c.end <= here.start), None)
        near = [aligned(case)[c.start][0] for c in (here, there) if c is not None and aligned(case)[c.start]]
        if len(near) < 2 or min(a.score for a in near) < _COPY:
            continue
        one, other = near
        if one.text is not other.text or one.clause is other.clause or one.clause.sentence != other.clause.sentence:
            continue
        told = one.text.sentence_of(one.clause)
        if links(one.text):
            continue
        if not _TIED[case.sentence.language].search(told) and not _JOINS[case.sentence.language].search(told):
            yield Finding("cause", "check", "cause_upgrade", (match.group(), other.clause.text.strip()))
            return


_MAIN = {
    "zh": lazy_pattern(r"主要|首要|直接(?=原因|导致|诱因|引发|造成)|最大|首位|首因|根本|主因|主导|决定性"),
    "en": lazy_pattern(
        r"\b(?:main(?:ly)?|chief(?:ly)?|primar(?:y|ily)|mostly|largely|direct(?:ly)?|principal(?:ly)?|biggest|largest|foremost|above all|predominant(?:ly)?|mainspring)\b",
        re.IGNORECASE,
    ),
}
_MINOR = {
    "zh": lazy_pattern(r"少数|次之|其次|次要|也有|另有|一定程度|间接|辅助|个别|部分"),
    "en": lazy_pattern(
        r"\b(?:partly|in part|indirect(?:ly)?|secondary|lesser|minor|also|a few|second|smaller|to some extent)\b",
        re.IGNORECASE,
    ),
}
_OF_CAUSE = {
    "zh": lazy_pattern(r"因|由于|所致|导致|造成|贡献|推手|作用|推动|归|来自|源于"),
    "en": lazy_pattern(
        r"\b(?:because|due to|owing to|caus\w+|reasons?|driv\w+|factors?|contribut\w+|attribut\w+|put down to|down to|thanks to|explain\w*|ascrib\w+|behind|result\w*)\b",
        re.IGNORECASE,
    ),
}


def _promoted(case: Case) -> Iterator[Finding]:
    """A lesser cause of the evidence told as the main one, where the evidence names another as that."""
    language = case.sentence.language
    main, minor, of_cause = _MAIN[language], _MINOR[language], _OF_CAUSE[language]
    for clause in case.sentence.clauses:
        match = main.search(clause.text)
        if match is None or not of_cause.search(clause.text):
            continue
        mine = _named(clause)
        for text in case.evidence:
            if of_cause.search(text.text):
                first = [c for c in text.clauses if main.search(c.text)]
                lesser = [c for c in text.clauses if minor.search(c.text) and not main.search(c.text)]
                top = frozenset[str]().union(*map(_named, first))
                if len(top - mine) >= 2 and any(_told_of(mine, _named(c) - top) for c in lesser):
                    yield Finding("cause", "fail", "cause_other", (first[0].text.strip(),))
                    return


def _across(case: Case) -> Iterator[Finding]:
    """A cause in one sentence or excerpt made of what another tells, where neither speaks of causes."""
    language = case.sentence.language
    texts = [text for text in case.evidence if text.language == language]
    parts = [(text, text.clauses_of(number)) for text in texts for number in range(len(text.sentences))]
    for link in links(case.sentence):
        if link.denied or _doubted(case.sentence.text, len(case.sentence.text)):
            continue
        if any(not o.denied and o.cause & link.cause and o.effect & link.effect for text in texts for o in links(text)):
            continue
        sides = [
            [(_held(clauses, keys), number) for number, (_, clauses) in enumerate(parts)]
            for keys in (link.cause - link.effect, link.effect - link.cause)
        ]
        (acts, first), (comes, second) = (max(side, default=(0, -1)) for side in sides)
        if first == second or acts < _MOST or comes < _HALF or min(sides[0][second][0], sides[1][first][0]) > _LITTLE:
            continue
        one, other = parts[first][1], parts[second][1]
        if parts[first][0] is parts[second][0] and (_WEAK.search(link.text) or _keys(one) & _keys(other)):
            continue
        spoken = (
            [text.text for text in texts]
            if parts[first][0] is parts[second][0]
            else [parts[n][0].text for n in (first, second)]
        )
        if not any(_TIED[language].search(text) or _OF_CAUSE[language].search(text) for text in spoken):
            yield Finding("cause", "check", "cause_apart", (link.text,))
            return


#: Connectives that often only follow on, or tell where something is from.
_WEAK = lazy_pattern(r"于是|结果|进而|\b(?:so|thus|c[oa]mes? from|left|makes?|made|meant|means)\b", re.IGNORECASE)
_MOST, _HALF, _LITTLE = 0.6, 0.4, 0.2


def _keys(clauses: tuple[Clause, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(c.keys for c in clauses))


def _held(clauses: tuple[Clause, ...], keys: frozenset[str]) -> float:
    """How much of some keys clauses have."""
    everything = frozenset[str]().union(*(features(c)[0] | features(c)[1] for c in clauses))
    return len(keys & everything) / len(keys) if len(keys) > 1 else 0.0


_SPOKEN = lazy_pattern(r"[主要首最大是由于因为所致其的了在和与及也有]")


def _named(clause: Clause) -> frozenset[str]:
    keys, pairs = features(clause)
    return keys | frozenset(pair for pair in pairs if not _SPOKEN.search(pair))


def _told_of(mine: frozenset[str], lesser: frozenset[str]) -> bool:
    """Whether a clause about a main cause has the words of a clause about a lesser one."""
    return len(mine & lesser) >= 2 and 5 * len(mine & lesser) >= 2 * len(lesser)


# A transitive verb that says one thing changes another, without saying "cause".
_ACTS = {
    "zh": lazy_pattern(
        r"(?<![以所可])(?:降低|提高|增加|减少|改善|恶化|加重|加剧|缓解|延缓|抑制|促进|损害|提升|削弱|影响|预防|防止|导致|引发|引起|造成|诱发)(?:了)?(?=[\u4e00-\u9fff]{2})"
    ),
    "en": lazy_pattern(
        r"\b(?:lowers|raises|reduces|increases|improves|worsens|cuts|boosts|prevents|harms|damages|protects against|leads to|causes|makes|slows|speeds|affects|shortens|prolongs"
        r"|lowered|raised|reduced|improved|worsened|boosted|prevented|harmed)\s+(?!by\b|in\b|from\b|to\b|\d)\w+",
        re.IGNORECASE,
    ),
}
_LINKED = {
    "zh": lazy_pattern(r"相关|关联|有关|联系|伴随|者[^，。；]{0,12}(?:较|更|普遍)|人群"),
    "en": lazy_pattern(
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


_DOUBT = lazy_pattern(
    r"(?:未能|没能|没法|无法|不能|尚未|没有|难以|未|不足以|不敢|不宜)(?:[\u4e00-\u9fff]{0,4})(?:证明|证实|表明|显示|说明|确定|确认|断定|认定)[^。；]*$|是否[^。；]*$"
    r"|\b(?:not|neither|nor|unable|fail\w*|no|cannot|n't|without)\b[^.;]*\b(?:show|prov\w+|establish\w*|demonstrat\w+|evidence|confirm\w*|find|found|say|conclud\w+)\b[^.;]*$|\bwhether\b[^.;]*$",
    re.IGNORECASE,
)


def _doubted(text: str, position: int) -> bool:
    """Whether the sentence itself says that this cause was not shown."""
    start = max(text.rfind(mark, 0, position) for mark in "。；;") + 1
    return bool(_DOUBT.search(text[start:position]))


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
