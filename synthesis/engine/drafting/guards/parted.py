"""All told of what the evidence counts as a part (37 of 214, 43 of the 61, the other 18), and rivals nobody named.

A universal of the sentence is held against the clause of the evidence that counts the part; it stands when the sentence
tells a count itself, or the evidence says all of just this. A comparison with others needs some comparison there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.both import both_findings
from synthesis.engine.drafting.guards.portion import EXCEPT, NOT_ALL
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.quantifiers import quantifiers_in
from synthesis.engine.patterns import lazy_pattern

_EVERY_ONE = lazy_pattern(
    r"无一(?:遗漏|例外|缺席|落下|掉队)|一个(?:不|没有?)(?:落|少|漏|剩|缺)|毫无例外|\b(?:one and all|across the board|to a (?:man|woman)|every single|every last|without (?:a single )?exception)\b",
    re.IGNORECASE,
)
_PART = lazy_pattern(
    r"其中|其余|余下|剩余|剩下|另外?(?=[\d一二三四五六七八九十两])"
    r"|\b(?:[\d,]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) of (?:the |its |their |all )?(?:[\d,]+|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b"
    r"|\b(?:the other|the remaining|remaining|another) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)",
    re.IGNORECASE,
)
_HEDGED = ("some", "few", "most", "many", "mainly", "only")
_SHARED = 2


def parted_findings(case: Case) -> Iterator[Finding]:
    """Objections to a universal over a part, and to being better than those the evidence does not speak of."""
    for number, (start, end) in enumerate(case.sentence.sentences):
        told = case.sentence.text[start:end]
        known = quantifiers_in(told, case.sentence.language)
        every = _EVERY_ONE.search(told)
        word = every.group() if every else known.get("all", "")
        counted = any(start <= q.start < end for q in case.sentence.quantities)
        if not word or counted or any(name in known for name in _HEDGED) or NOT_ALL.search(told) or EXCEPT.search(told):
            continue
        keys = frozenset[str]().union(*(c.keys for c in case.sentence.clauses_of(number)))
        part = _counted_part(case, keys)
        if part is not None:
            yield Finding("quantifier", "fail", "quantifier_strengthened", (word, part))
            return
    yield from both_findings(case)
    yield from _unnamed(case)
    yield from _placed(case)


def _counted_part(case: Case, keys: frozenset[str]) -> str | None:
    """The clause of the evidence that shares most with a sentence, when it counts a part and says nothing of all."""
    best: tuple[int, Clause, Passage] | None = None
    for text in case.evidence:
        for clause in text.clauses:
            shared = len(clause.keys & keys)
            if shared >= _SHARED and (best is None or shared > best[0]):
                best = (shared, clause, text)
    if best is None:
        return None
    _, clause, text = best
    if not _PART.search(clause.text) and not _rest_follows(text, clause):
        return None
    if {"all", "all_soft"} & set(quantifiers_in(_DAILY.sub("", clause.text), text.language)):
        return None
    figures = [q for q in text.quantities if clause.start <= q.start < clause.end and q.unit_class in _COUNTS]
    return clause.text.strip() if figures else None


_COUNTS = frozenset({"count", "number"})
_DAILY = lazy_pattern(r"\bevery (?:day|week|month|year|hour|night|morning)\b|每[天日周月年]", re.IGNORECASE)
_REST = lazy_pattern(
    r"其余|余下|剩余|剩下|\bthe (?:other|remaining) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)|\bthe rest\b",
    re.IGNORECASE,
)


def _rest_follows(text: Passage, clause: Clause) -> bool:
    """Whether what comes after a clause counts the others."""
    return _REST.search(text.text, clause.end) is not None


_RIVALS = {
    "zh": lazy_pattern(
        r"居[^，。；]{0,10}(?:之首|之冠|榜首)|拔得头筹|独占鳌头|独领风骚|首屈一指|无出其右|遥遥领先|一骑绝尘|独步[^，。；]{0,4}|冠绝[^，。；]{0,4}|傲视[^，。；]{0,4}|无人能[及敌]|无可匹敌|名列前茅|领跑|数一数二"
        r"|(?:优于|好于|胜过|强于|超越|赶超|领先于?|高于|不输|媲美|比肩)[^，。；\d]{0,8}?(?:同类|同行|同业|竞品|对手|业内|业界|行业平均|全国平均|友商|海外|国外|国际)"
    ),
    "en": lazy_pattern(
        r"\b(?:outperform\w*|outshin\w+|outclass\w*|second to none|unrival\w+|unmatched|unparalleled|peerless|best-in-class|world-(?:leading|beating)|head and shoulders above"
        r"|ahead of (?:its|all|their|the|other|most) (?:\w+ )?(?:rivals?|peers?|competitors?|competition|pack|field)|(?:\w+er|more \w+|less \w+) than (?:its |their |any |all |other |most |those of (?:its |their )?)*(?:\w+ )?(?:rivals?|peers?|competitors?|competing|the competition|the (?:industry|national|sector) average)"
        r"|lead(?:s|ing)? the (?:field|pack|market|industry|world)|tops? (?:its|the) (?:class|field|league|market|list|ranking\w*))\b",
        re.IGNORECASE,
    ),
}
_COMPARED = lazy_pattern(
    r"最|首[位个家屈]|第[一二三]|居|冠|榜|领[先跑]|优于|好于|强于|胜|高于|低于|超|不及|比|平均|排名|位列|名列|前列|前[三五十]|佼佼|领军|龙头|差距"
    r"|\b(?:than|most|best|first|top\w*|rank\w*|lead\w*|ahead|average|out\w+ed|beat\w*|exceed\w*|surpass\w*|second|rivals?|peers?|competitors?|highest|lowest|\w{3,}est|compar\w+|record|gap|behind)\b",
    re.IGNORECASE,
)


def _unnamed(case: Case) -> Iterator[Finding]:
    """Being ahead of others, where the evidence compares nothing and gives no figures to compare."""
    match = _RIVALS[case.sentence.language].search(case.sentence.text)
    texts = [text for text in case.evidence if text.language == case.sentence.language]
    if match is None or any(_COMPARED.search(_SINCE.sub("", text.text)) for text in texts):
        return
    units = [(q.unit_class, q.unit) for text in texts for q in text.quantities if q.unit_class != "ordinal"]
    if any(units.count(unit) > 1 for unit in units):
        return
    yield Finding("quantifier", "fail", "quantifier_new", (match.group(),))


#: A comparison with the year before is none with others.
_SINCE = lazy_pattern(r"[同环]比|(?:上年|去年)同期|占比|比例|比重|百分比|居民|居住|居家|居者")


_PLACES = lazy_pattern(
    r"(?:[居列排]前|前[二三四五六])[^。；，]{0,24}?(?:依次|分别)(?:为|是)(?P<list>[^。；，]{3,60})", re.IGNORECASE
)
_TOP = lazy_pattern(r"最[多大高](?:的)?[^，。；、和与及]{0,12}?(?:是|为|属|当属|数)(?P<who>[^，。；、和与及]{2,12})")


def _placed(case: Case) -> Iterator[Finding]:
    """The greatest that is not the first of an ordered list: 居前三位的依次为甲、乙和丙."""
    mine = _TOP.search(case.sentence.text)
    for text in case.evidence if mine else ():
        for match in _PLACES.finditer(text.text):
            first, *others = [name for name in re.split(r"[、和与及]", match["list"]) if name]
            if mine and first not in mine["who"] and any(name in mine["who"] for name in others):
                yield Finding("quantifier", "fail", "quantifier_strengthened", (mine.group(), match.group()))
                return
