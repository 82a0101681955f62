"""What cannot be without another thing, and what needs it: one thing told with two denials and told with none."""

from __future__ import annotations

import re

from synthesis.engine.patterns import lazy_pattern

_WITHOUT = lazy_pattern(
    r"(?:如果|如|若|倘若|假如|一旦|要是)?(?:没有|缺乏|缺少|离开|无|未|不(?=[先解具完改加提做采实推增降建修]))[^。；]*?(?:难以|不得|不准|不许|不可|无法|不能|不会|不可能|很难|难于|无从)"
    r"|(?:难以|无法|不能|不会|不可能|很难)[^。；]*?(?:除非|没有|离开)"
    r"|\b(?:cannot|can't|could not|couldn't|will not|won't|would not|wouldn't|unable to|impossible|no)\b[^.;]*?\b(?:without|unless|until)\b"
    r"|\b(?:without|unless|until|if (?:\w+ ){1,4}?not)\b[^.;]*?\b(?:cannot|can't|could not|will not|won't|would not|unable to|impossible|no)\b",
)
_NEEDS = lazy_pattern(
    r"前提|先决条件|离不开|有赖于|依赖于?|取决于|必须|须先|先要|才[能会可]|方[能可]|关键在于|[要想][^，。；]{2,24}，[^，。；]{0,12}?(?:就|便)?(?:得|须|必须|需要?)(?=[\u4e00-\u9fff])"
    r"|\b(?:requires?|required|depends? on|depended on|hinges? on|precondition|prerequisite|needs?|needed|only (?:if|with|when|once|after)|provided|as long as)\b",
)


_NOT_YET = lazy_pattern(
    r"尚未|还未|仍未|还没有?|尚无|\b(?:ha(?:s|ve|d) yet to|yet to be|(?:has|have|had|is|are) not yet|not yet|still not)\b",
    re.IGNORECASE,
)
_AWAITS = lazy_pattern(
    r"仍需|尚需|还需|有待|尚待|仍待|须经"
    r"|\b(?:still (?:needs?|requires?|awaits?|subject to|to be)|awaits?|awaiting|pending|remains? (?:subject to|to be)|subject to)\b",
    re.IGNORECASE,
)


def precondition_told(here: str, there: str) -> bool:
    """Whether of two sentences one says that a thing cannot be without another, and the other that it needs it."""
    one = bool(_WITHOUT.search(here)), bool(_NEEDS.search(here))
    two = bool(_WITHOUT.search(there)), bool(_NEEDS.search(there))
    if (_NOT_YET.search(here) and _AWAITS.search(there)) or (_AWAITS.search(here) and _NOT_YET.search(there)):
        return True  # it still needs their approval: they have yet to approve it
    return (one[0] and not two[0] and two[1]) or (two[0] and not one[0] and one[1])


#: Who has none may all the same, where only who has one may.
_LET = lazy_pattern(
    r"(?:没有|未(?:取得|获得|持有?|经)?|无(?![论法]))[^，。；不]{1,16}?(?<!不)(?:可以|可(?![不能])|能够?|允许|准许)"
    r"|\bwithout\b[^.;,]{2,40}\b(?:may|can|are allowed|is allowed)\b(?! not)",
    re.IGNORECASE,
)
_ONLY_WITH = lazy_pattern(
    r"只有[^，。；]{2,30}才(?:能|可|会|允许)|\bonly\b[^.;]{2,50}\bwith\b[^.;]{2,40}\b(?:may|can)\b", re.IGNORECASE
)


def let_without(here: str, there: str) -> bool:
    """Whether one sentence lets somebody do without a thing what by the other only those who have it may."""
    return bool(_LET.search(here) and _ONLY_WITH.search(there))
