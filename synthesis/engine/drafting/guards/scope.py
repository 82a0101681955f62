"""Of what a first or greatest is one: of a town, a country, the world; another scope is another claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.types import Case, Clause, Finding
from synthesis.engine.patterns import lazy_pattern

_WORLD = lazy_pattern(
    r"全球|世界|国际(?=[上首最])|人类历史|(?<![历影])史上(?=[最首第])|\b(?:world|global(?:ly)?|worldwide|on earth|(?:the|this|our) planet)\b",
    re.IGNORECASE,
)
_EVER = lazy_pattern(r"史|[纪记]录|以来|\b(?:history|record|ever|all-time)\b", re.IGNORECASE)
_WITHIN = lazy_pattern(
    r"国内|全国|我国|中国|亚洲|欧洲|非洲|全省|全市|本省|本市"
    r"|\b(?:national(?:ly)?|domestic|Asian?|European?|African?|British|American|Chinese|country['’]s|nationwide|regional)\b"
)
_TOP = "first|largest|biggest|highest|fastest|oldest|tallest|longest|deepest|busiest|smallest|youngest|newest|earliest|richest|strongest|best|only|sole"
_RANKED = lazy_pattern(
    rf"首(?:次|个|家|款|例|创|台|批|位|座|部)|第一|最[大高多早快强长深重老]|居首|之最|\b(?:{_TOP}|most|only)\b",
    re.IGNORECASE,
)
_RANKED_WITHIN = lazy_pattern(_RANKED.pattern + r"[^，。；,;]{0,24}?(?:" + _WITHIN.pattern + ")")
_FIRST_OF = lazy_pattern(r"(?:面积|规模)?(?:首|第一|最)")


_OF_PLACE = lazy_pattern(
    r"(?P<zh>(?:(?![了的在是为于由])[\u4e00-\u9fff]){2,3}[省市县区州]|全国|我国|国内|全球|世界|全省|省内|全市|市内|全县|全区|亚洲|欧洲|非洲|本地|当地|业内|行业|[该本全][省市县区州镇])(?:内|范围内|的|中)?(?:首(?:次|度|个|家|款|例|创|台|批|位|座|部|条)|唯一|第一|最[大高多早快强长深重老])"
    rf"|(?P<own>[A-Z][a-z]+(?: [A-Z][a-z]+)?)['’]s (?:{_TOP})\b"
    rf"|\b(?:{_TOP})(?: [a-z-]+){{0,3}} (?:in|of|within|across) (?:the |all of )?(?P<where>[A-Z][a-z]+(?: [A-Z][a-z]+)?|country|nation|province|city|county|region|state|world|industry)\b"
)
_SAME_PLACE = (
    frozenset("全国 我国 国内 中国 china country nation".split()), frozenset("全球 世界 world".split()),
    frozenset("全省 省内 province state".split()), frozenset("全市 市内 city".split()), frozenset("业内 行业 industry".split()),
)  # fmt: skip


def _ranked_elsewhere(case: Case, clause: Clause, theirs: list[Clause]) -> tuple[str, str] | None:
    """The place of a first or greatest of the sentence and the other one, smaller or apart, that the evidence names for it."""
    mine = _OF_PLACE.search(clause.text)
    if mine is None:
        return None
    place = _place(mine)
    given = [m for c in theirs if len(c.keys & clause.keys) >= 2 and (m := _OF_PLACE.search(c.text))]
    everything = " ".join(text.text for text in case.evidence).lower()
    whole = place[-1] in "省市县区州" and place[:-1] in everything and any(place[-1] in _place(m) for m in given)
    if not given or whole or place in everything or any(_one_place(place, _place(m)) for m in given):
        return None
    return mine.group(), given[0].group()


def _place(match: re.Match[str]) -> str:
    return (match["zh"] or match["own"] or match["where"]).lower()


def _one_place(first: str, second: str) -> bool:
    if any(_DEICTIC.fullmatch(a) and a[1] == b[-1] for a, b in ((first, second), (second, first))):
        return True  # 该省, for 浙江省
    return first in second or second in first or any({first, second} <= group for group in _SAME_PLACE)


_DEICTIC = lazy_pattern(r"[该本全][省市县区州镇]")


def scope_findings(case: Case) -> Iterator[Finding]:
    """A first or greatest within a country told as one of the world, or of all."""
    mine = [c for c in case.sentence.clauses if _RANKED.search(c.text)]
    theirs = [c for text in case.evidence for c in text.clauses if _RANKED.search(c.text)]
    for clause in mine if theirs else []:
        if (found := _widened(case, clause, theirs)) is not None:
            yield found
            return


def _widened(case: Case, clause: Clause, theirs: list[Clause]) -> Finding | None:
    everything = " ".join(text.text for text in case.evidence)
    if (places := _ranked_elsewhere(case, clause, theirs)) is not None:
        return Finding("quantifier", "fail", "quantifier_strengthened", places)
    world = _WORLD.search(clause.text)
    same = world and (_EVER if "史" in world.group() else _WORLD).search(everything)
    if world and not same:
        return Finding("quantifier", "fail", "quantifier_strengthened", (world.group(), theirs[0].text.strip()))
    ranked = any(_RANKED_WITHIN.search(c.text) for c in theirs)
    if len(theirs) == 1 and not world and not (_WITHIN.search(case.sentence.text) or _OF_PLACE.search(clause.text)):
        limit = _WITHIN.search(theirs[0].text)
        bound = limit and _FIRST_OF.match(theirs[0].text, limit.end())
        if limit and (ranked or bound) and len(clause.keys & theirs[0].keys) >= 2:
            return Finding("quantifier", "check", "quantifier_dropped", (limit.group(),))
    return None
