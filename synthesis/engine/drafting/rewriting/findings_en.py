"""English sentences of inspections, surveys and rules told another way: what part of those checked did what, who faces which
fine, what part of a sum has been paid, whose answer a share is.

Each rule takes a sentence without its full stop and returns wordings, none when its guard fails; figures stay with what
they are of. Not for who says so; see `frames_en`.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.rewriting.capitals_en import soft
from synthesis.engine.patterns import lazy_pattern

_AMOUNT = r"(?:(?:about|around|roughly|some|nearly|almost|over|more than|only|just) )?(?:[\d.,]*\d(?: ?%| per cent)?|half|(?:a|one) (?:third|quarter|fifth|tenth)|two[ -]thirds|three[ -]quarters|(?:one|two|three|four|five|six|seven|eight|nine) in (?:\w+))"
_CHECKED = lazy_pattern(
    r"(?P<who>(?:The )?[A-Z]?[a-z]+(?: [a-z]+){0,3}) (?P<v>checked|inspected|examined|tested|surveyed|visited|audited|analysed|interviewed|screened) "
    r"(?:about |some )?(?P<n>\d\S*) (?P<what>[a-z-]+(?: [a-z-]+){0,3}?)(?P<when> in (?:(?:early |late )?\d{4}|[A-Z][a-z]+ \d{4}))? and found that "
    rf"(?P<part>{_AMOUNT})(?: of (?:them|these))? (?P<rest>(?:did|do|had|have|has|were|was|are|is|lacked|failed|could|contained|exceeded|met|used|offered|showed)\b[^;]+)"
)
_FACED = lazy_pattern(
    r"(?P<who>(?:[A-Z][a-z]+|[A-Z]?[a-z]+ [a-z]+)) (?:that|who|which) (?P<do>(?:fail|refuse|neglect) to [^,;]{6,80}?|(?:violate|breach|break|ignore) [^,;]{6,80}?) (?P<may>may |can |could )?(?:face|risk) (?:a )?fines? of up to (?P<sum>[€$£]?\d\S*(?: [a-z]+){0,2})"
)
_OF_WHICH = lazy_pattern(
    rf", of which (?P<n>{_AMOUNT}|(?:[€$£]\d[\d.,]*(?: (?:million|billion))?|\d[\d.,]* (?:million|billion) [a-z]+)) (?P<r>(?:had|has|have|is|are|was|were|will|went|came|goes|comes)\b)"
)
_REPORTED = lazy_pattern(
    rf"(?P<what>[A-Z][a-z]+(?: [a-z]+){{0,4}}) (?P<be>was|were) (?P<v>reported|named|cited|mentioned|chosen|preferred|supported) by (?P<n>{_AMOUNT}) of (?P<g>(?:those|people|households|respondents|patients|workers|employees|firms|companies|women|men|families|parents|farmers|drivers|students)(?: [a-z0-9]+){{0,6}})(?P<r>, [^;]+)?"
)


def checked(text: str) -> list[str]:
    """Inspectors checked 1,240 shops in 2024 and found that 18% V → Of the 1,240 shops checked by inspectors in 2024, 18% V."""
    match = _CHECKED.fullmatch(text)
    if not match or re.search(r"\b(?:that|they|them|it)\b", match.group("rest")):
        return []
    when = match.group("when") or ""
    who = soft(match.group("who"))
    what = f"{match.group('n')} {match.group('what')} {match.group('v')} by {who}{when}"
    return [f"Of the {what}, {match.group('part')} {match.group('rest')}"]


def fined(text: str) -> list[str]:
    """Firms that fail to register face fines of up to N → If they fail to register, firms can be fined up to N; or the other
    way about."""
    match = _FACED.fullmatch(text)
    if not match:
        return []
    may = (match.group("may") or "can ").strip()
    who, do, most = match.group("who"), match.group("do"), match.group("sum")
    return [
        f"{who} {may} be fined up to {most} if they {do}",
        f"Fines of up to {most} {'' if may == 'can' else f'{may} '}await {soft(who)} that {do}",
    ]


def part_of_sum(text: str) -> list[str]:
    """A, of which 40 million had been paid → A, 40 million of which had been paid."""
    match = _OF_WHICH.search(text)
    if not match:
        return []
    return [f"{text[: match.start()]}, {match.group('n')} of which {text[match.start('r') :]}"]


def answered(text: str) -> list[str]:
    """Loneliness was reported by 22% of those living alone, … → Among those living alone, loneliness was reported by 22%, …."""
    match = _REPORTED.fullmatch(text)
    if not match:
        return []
    what, n, group, verb, be = (match.group(k) for k in ("what", "n", "g", "v", "be"))
    return [f"Among {group}, {soft(what)} {be} {verb} by {n}{match.group('r') or ''}"]


RULES = (checked, fined, part_of_sum, answered)
