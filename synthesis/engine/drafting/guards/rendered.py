"""Denials that the other side renders without one: not until by only when, unchanged by stable, hardly anyone by a count."""

from __future__ import annotations

import re

from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.drafting.lexicon.negation import DENIAL
from synthesis.engine.patterns import lazy_pattern

_ONLY_THEN = lazy_pattern(r"\bonly (?:when|after|once|if|as|then)\b|才", re.IGNORECASE)
_NOT_UNTIL = lazy_pattern(
    r"(?:\b(?:not|never|no|nobody|none|neither|no one)\b|n't\b)[^.;]*\b(?:until|before|till)\b|之前[^。；]*[没未不]|[没未不][^。；]*之前",
    re.IGNORECASE,
)
_SCARCELY = lazy_pattern(r"几乎没|寥寥|鲜有|少有|\b(?:hardly|scarcely|barely|few|next to no)\b", re.IGNORECASE)
STEADY = lazy_pattern(
    r"不变|维持|保持|冻结|[未没]变|没有变化|变[化动]不大|无明显变化|变化[甚很较]小|平稳|稳定|持平|如旧|依旧|照旧"
    r"|\b(?:unchanged|stable|steady|flat|constant|level|the same|hardly (?:chang|mov)\w+|(?:not|n't|no) chang\w+|barely (?:chang|mov)\w+|held|little changed|ke(?:pt|eps?|eping)|left|maintain\w*|fr(?:ee|o)z\w+|froze|stay(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
#: What sets two findings against each other says of neither that it is so.
_DIVERGE = lazy_pattern(
    r"(?:不同|相反|相左|不一|相悖|矛盾)的?(?:结论|结果|看法|答案|观点|意见)|(?:结论|结果|看法|观点|意见)(?:不一|不同|相反|相左|各异|迥异)"
    r"|\b(?:opposite|different|differing|conflicting|contradictory|diverging|divergent) (?:conclusions?|results?|findings|views|answers|paths?|pictures?)\b",
    re.IGNORECASE,
)
_ABOUT = lazy_pattern(
    r"\s*(?:关于|有关|对于|围绕|在[^，。；]*(?:上|方面)$)|\s*(?:as to|regarding|concerning|on)\b", re.IGNORECASE
)
_SAME = lazy_pattern(
    r"一样|相同|同等|相等|持平|\b(?:same|equal\w*|alike|identical\w*|just as|as \w+ as)\b", re.IGNORECASE
)
_NO_DIFFERENCE = lazy_pattern(
    r"(?:没有?|无|未见)(?:明显|显著|任何)?(?:差[别异距]|区别|不同|分别)|\b(?:no|not|n't|neither)\b[^.;,]{0,30}\b(?:differ\w*|gap|better|worse|higher|lower)\b",
    re.IGNORECASE,
)
_TENTH = 10


def only_then(one: str, other: str) -> bool:
    """Whether of two wordings one says not until and the other only when."""
    return any(_ONLY_THEN.search(a) and _NOT_UNTIL.search(b) for a, b in ((one, other), (other, one)))


def rendered(here: str, there: str, told: str, text: Passage, best: Clause) -> bool:
    """Whether a difference of denial between a sentence `here` with its clause `told` and one `there` of the evidence with
    its clause `best` is one of wording."""
    if only_then(here, there) or (STEADY.search(told) and STEADY.search(best.text)):
        return True
    if _DIVERGE.search(told) or (_ABOUT.match(told) and _DIVERGE.search(here)):
        return True
    if any(_SAME.search(a) and _NO_DIFFERENCE.search(b) for a, b in ((told, best.text), (best.text, told))):
        return True
    if _MISSED.search(told) and _short_of_it(text.sentence_of(best)):
        return True
    if _NOT_UNTIL.search(here) and not DENIAL[text.language].search(there):
        return True  # nobody knew before it was in the papers: they learned it from them
    return bool(_SCARCELY.search(told)) and _small_part(text, best)


_MISSED = lazy_pattern(
    r"[没未][能有]?[^，。；]{0,3}(?:完成|达到|实现|达成|兑现)[^，。；]*(?:目标|任务|计划|指标)|(?:目标|任务|计划|指标)[^，。；]{0,6}(?:未能?|没有?)(?:完成|达到|实现)"
    r"|\b(?:missed|fell short of|failed to (?:reach|meet|hit)|did not (?:reach|meet|hit))\b[^.;]*\b(?:target|goal|plan)",
    re.IGNORECASE,
)
_REACHED = lazy_pattern(
    r"(?:完成率|完成(?:了)?(?:年度|全年|年初)?(?:目标|任务|计划)的?)[^，。；\d]{0,4}(?P<zh>\d+(?:\.\d+)?)[%％]|\b(?P<en>\d+(?:\.\d+)?) ?(?:%|per ?cent) of (?:its|the|their) (?:[\w-]+ ){0,2}(?:target|goal|plan)",
    re.IGNORECASE,
)
_WHOLE = 100


def _short_of_it(told: str) -> bool:
    """Whether a sentence says that less than all of what was aimed at was reached."""
    return any(float(m["zh"] or m["en"]) < _WHOLE for m in _REACHED.finditer(told))


def _small_part(text: Passage, clause: Clause) -> bool:
    """Whether the sentence of a clause counts a tenth of something at most."""
    start, end = text.sentences[clause.sentence]
    told = [q for q in text.quantities if start <= q.start < end and q.value > 0]
    counts = [q.value for q in told if q.unit_class in {"count", "number"}]
    return any(q.unit_class == "percent" and q.value <= _TENTH for q in told) or (
        len(counts) > 1 and _TENTH * min(counts) <= max(counts)
    )
