"""How many of one thing there are to how many of another (one nurse to four patients; 护患比为1:4), and that the two keep their
places. Not for a whole and its share; see `portion`. Not for what one act brings; see `for_each`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.numerals import any_numeral
from synthesis.engine.patterns import lazy_pattern


class Ratio(NamedTuple):
    """`many` of what `first` names to `others` of what `second` names; the names as words (English) or characters."""

    first: frozenset[str]
    second: frozenset[str]
    many: Decimal
    others: Decimal
    wording: str


_N = r"(?:\d[\d.]*|[一二两三四五六七八九十百]+)"
_TO = r"[比:：∶]"
_CLASSIFIER = r"(?:多?(?:名|位|个|张|台|头|只|辆|亩|户|人|间|座|家|套|根|株|棵|艘|架|条|件))"
_THING = r"[\u4e00-\u9fff]{1,8}?"
_SAYS = r"(?:(?:大约|大致|大体|约|仅|只)?(?:是|为|达到?|在|至|到|呈|降至|升至|提高到|下降到|定为|设为|维持在|保持在){0,2}约?)"
_SERVES = r"(?:需要?|要|可|能|须|应|平均|同时|至少|最多|大约|约|只|仅)*(?:对应|对|负责|服务|照顾|照料|照看|照护|看管|带教|指导|看护|护理|管理|承担|配备?|配置|配有|带|覆盖|供)"
_WORDS_EN = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a|an|a single)"
_NAME_EN = r"[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,2}?"
_BETWEEN_EN = r"(?: (?!(?:and|but|while|whereas)\b)[\w'-]+){0,9}?"

_FORMS = {
    "zh": (
        lazy_pattern(rf"(?P<a>{_THING})[与和同跟对](?P<b>{_THING})(?:的)?(?:人数|数量)?(?:之比|比例|比率|比值|配比|配置比){_SAYS}(?P<x>{_N}){_TO}(?P<y>{_N})"),
        lazy_pattern(rf"(?P<a>[\u4e00-\u9fff])(?P<b>[\u4e00-\u9fff])(?:配置|配备|人数)?比(?:例)?{_SAYS}(?P<x>{_N}){_TO}(?P<y>{_N})"),
        lazy_pattern(rf"每?(?P<x>{_N}){_CLASSIFIER}(?P<a>{_THING}){_SERVES}(?P<y>{_N}){_CLASSIFIER}(?P<b>[\u4e00-\u9fff]{{1,6}})"),
        lazy_pattern(rf"每(?P<x>){_CLASSIFIER}(?P<a>{_THING}){_SERVES}(?P<y>{_N}){_CLASSIFIER}(?P<b>[\u4e00-\u9fff]{{1,6}})"),
        lazy_pattern(rf"(?P<a>[\u4e00-\u9fff]{{2,8}}?)(?:平均|须|应)?每(?P<x>)[人位名个家台]{_SERVES}(?P<y>{_N}){_CLASSIFIER}(?P<b>[\u4e00-\u9fff]{{1,6}})"),
    ),
    "en": (
        lazy_pattern(rf"\bratio of (?P<a>{_NAME_EN}) to (?P<b>{_NAME_EN}){_BETWEEN_EN} (?P<x>{_WORDS_EN})(?: to |:)(?P<y>{_WORDS_EN})\b", re.IGNORECASE),
        lazy_pattern(rf"\b(?P<a>[a-z]+)[- ]to[- ](?P<b>[a-z]+) ratio{_BETWEEN_EN} (?P<x>{_WORDS_EN})(?: to |:)(?P<y>{_WORDS_EN})\b", re.IGNORECASE),
        lazy_pattern(rf"\b(?P<x>{_WORDS_EN}) (?P<a>{_NAME_EN}) (?:to|per|for|to every|to each|for every|for each) (?P<y>{_WORDS_EN}) (?P<b>[a-z]+)\b", re.IGNORECASE),
        lazy_pattern(rf"\b(?P<x>{_WORDS_EN}) (?P<a>{_NAME_EN}) (?:to|for|to every|for) (?:every|each)(?P<y>) (?P<b>[a-z]+)\b", re.IGNORECASE),
        lazy_pattern(rf"\b(?P<x>{_WORDS_EN}) (?P<a>{_NAME_EN}) per(?P<y>) (?P<b>[a-z]+)\b", re.IGNORECASE),
        lazy_pattern(rf"\b(?:each|every)(?P<x>) (?P<a>[a-z]+) (?:now |already |must |will )?(?:has|have|serves?|covers?|handles?|teach(?:es)?|supervises?|looks? after|cares? for|deals? with|is responsible for) (?P<y>{_WORDS_EN}) (?P<b>[a-z]+)\b", re.IGNORECASE),
    ),
}  # fmt: skip
_VAGUE = frozenset("人数量的每名位个家所之")
_SMALL = frozenset("of the a an in on at and for to parts part".split())


def _names(named: str, language: str) -> frozenset[str]:
    """The characters of a Chinese name, the words of an English one without the ending of the plural."""
    if language == "zh":
        return frozenset(named) - _VAGUE
    return (
        frozenset(re.sub(r"(?<=[a-z]{3})(?:(?<=i)es|s)$", "", w) for w in re.findall(r"[a-z]+", named.lower())) - _SMALL
    )


def _count(written: str) -> Decimal | None:
    if written.lower() in {"", "a", "an", "a single"}:
        return Decimal(1)
    return any_numeral(written.lower().replace(",", ""))


@lru_cache(maxsize=1024)
def _told(text: Passage) -> tuple[Ratio, ...]:
    found: list[Ratio] = []
    taken: list[tuple[int, int]] = []
    for pattern in _FORMS[text.language]:
        for match in pattern.finditer(text.text):
            if any(low < match.end() and match.start() < high for low, high in taken):
                continue
            many, others = _count(match["x"]), _count(match["y"])
            first, second = (_names(match[name], text.language) for name in "ab")
            if many and others and first - second and second - first:
                found.append(Ratio(first - second, second - first, many, others, match.group()))
                taken.append(match.span())
    return tuple(found)


def ratio_findings(case: Case) -> Iterator[Finding]:
    """An objection where the figures of a ratio stand with the other thing than in the evidence."""
    wrong = next((ratio.wording for ratio, verdict in _judged(case) if verdict < 0), None)
    if wrong is not None:
        yield Finding("role", "fail", "role", (wrong,))


def ratios_alike(case: Case) -> tuple[str, ...]:
    """The ratios of a sentence that the evidence has alike, in its words."""
    return tuple(ratio.wording for ratio, verdict in _judged(case) if verdict > 0)


def _judged(case: Case) -> Iterator[tuple[Ratio, int]]:
    """The ratios of a sentence with 1 when the evidence has them alike, −1 when it has them only the other way, else 0."""
    theirs = [r for text in case.evidence if text.language == case.sentence.language for r in _told(text)]
    for mine in _told(case.sentence):
        agreed = turned = False
        for other in theirs:
            straight = len(mine.first & other.first) + len(mine.second & other.second)
            crossed = len(mine.first & other.second) + len(mine.second & other.first)
            if straight == crossed:
                continue
            many, others = (other.many, other.others) if straight > crossed else (other.others, other.many)
            agreed |= mine.many * others == mine.others * many
            turned |= mine.many * many == mine.others * others
        yield mine, 1 if agreed else -1 if turned else 0
