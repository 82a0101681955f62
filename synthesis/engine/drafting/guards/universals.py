"""When all, every or first may stand though the evidence has no such word: rules, named lists, what never was before."""

from __future__ import annotations

import re
from decimal import Decimal

from synthesis.engine.drafting.guards.listing import list_sizes
from synthesis.engine.drafting.guards.types import Case
from synthesis.engine.drafting.quantities.numerals import english
from synthesis.engine.patterns import lazy_pattern

NEVER_BEFORE = lazy_pattern(
    r"(?:此前|之前|以前|历史上|过去)[^，。；]{0,16}(?:从未|从来没有|没有|未曾|未有|尚无|并无)|从未(?:有|出现|发生)|前所未|史无前例|先例|先河"
    r"|\b(?:never|no|not|hitherto|unprecedented)\b[^.;]{0,60}\b(?:before|previously|until|ever|prior|precedent)\b|\bunprecedented\b",
    re.IGNORECASE,
)
BUT_ONE = lazy_pattern(r"[仅只]|唯|之外|除|\b(?:only|alone|except|apart|one|not|but|exception)\b|n't", re.IGNORECASE)
_RULE = lazy_pattern(
    r"应当?(?=[\u4e00-\u9fff])|必须|须|不得|禁止|有权|一律|规定|\b(?:must|shall|required?|entitled|obliged|prohibit\w*|banned|mandatory|eligible|grants?|guarantee\w*)\b",
    re.IGNORECASE,
)
_ONE_BY_ONE = lazy_pattern(r"每|各|任何|全面|\b(?:each|every|all)\b", re.IGNORECASE)
_ALL_OF = lazy_pattern(
    r"\b(?:all|each of|every one of|both|all of)(?: of)?(?: the| these| those| its| their)? (?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b",
    re.IGNORECASE,
)


def all_listed(case: Case, word: str) -> bool:
    """Whether all of them are as many as the evidence lists by name (in each of the three cities)."""
    match = _ALL_OF.search(case.sentence.text)
    if match is None or not match.group().lower().startswith(word.lower()[:3]):
        return False
    size = Decimal(match["n"]) if match["n"].isdigit() else english(match["n"])
    return any(size == n and not _of(match["n"], text.text) for text in case.evidence for n in list_sizes(text))


def _of(number: str, text: str) -> bool:
    """Whether a text tells of some of so many (of the four candidates, Ames and Boyle)."""
    return re.search(rf"\bof (?:the |its |their |these )?{number}\b", text, re.IGNORECASE) is not None


def granted(word: str, everything: str) -> bool:
    """Whether a rule of the evidence holds for everyone it names (members must pay: every member), or 全面 only tells of an act."""
    return word == "全面" or bool(
        _ONE_BY_ONE.match(word) and _RULE.search(everything) and not _SOME_OF.search(everything)
    )


_SOME_OF = lazy_pattern(
    r"[仅只]|除|试点|任[一意选]|之一|\b(?:any|either|one of|at least|only|except|unless|if|pilot|selected|larger|listed)\b|[\d一二三四五六七八九]+[家个名户所]以上|\bmore than\b",
    re.IGNORECASE,
)
