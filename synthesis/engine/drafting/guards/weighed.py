"""What somebody only considers, told as settled: is weighing a ban, will ban."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.links import keys_between
from synthesis.engine.drafting.guards.negations import marks_in
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

_WEIGHS = {
    "zh": lazy_pattern(r"考虑(?![到了因周欠])|(?:正在?|仍在|还在)(?:研究|讨论|探讨|商议|权衡|评估)|酝酿|权衡|斟酌"),
    "en": lazy_pattern(
        r"\b(?:(?:is|are|was|were|been|be|still|now|also|currently) (?:considering|weighing|mulling|debating|discussing|studying|exploring|contemplating|thinking (?:about|of)|toying with|looking (?:at|into))|(?:considers|weighs|mulls|contemplates))(?: up)?(?= \w)",
        re.IGNORECASE,
    ),
}
_SETTLED = {
    "zh": lazy_pattern(r"(?<![即或料亦拟可望有])将(?![考研讨信其视审])|决定(?!是否|权|因)|定于|敲定|会(?=[在于])"),
    "en": lazy_pattern(
        r"\b(?:will(?! (?:consider|weigh|decide|discuss|study|look|examine|debate))|(?:is|are) (?:going )?to(?= (?!consider|weigh|decide|discuss|study)\w)|(?:has|have)? ?decided to|(?:has|have) (?=\w+(?:ed|en)\b)(?!been|considered|discussed))\b",
        re.IGNORECASE,
    ),
}
_OPEN = lazy_pattern(
    r"可能|或[将许会]|有意|拟|计划|打算|是否|若|如果|探讨|\b(?:may|might|could|would|if|whether|possib\w+|plan\w*|propos\w+|option\w*|expect\w*|likely|intend\w*|reportedly|perhaps)\b",
    re.IGNORECASE,
)
_ENOUGH = 0.6
_TWO = 2


def weighed_findings(case: Case) -> Iterator[Finding]:
    """Objections to an act told as coming that the evidence has only under consideration."""
    language = case.sentence.language
    if _WEIGHS[language].search(case.sentence.text) or _OPEN.search(case.sentence.text):
        return
    told = list(_borne(case.sentence, _SETTLED[language]))
    texts = [text for text in case.evidence if text.language == language] if told else []
    theirs = [item for text in texts for item in _borne(text, _WEIGHS[language])]
    settled = [item for text in texts for item in _borne(text, _SETTLED[language])]
    for mine, _ in told:
        weighed = next((w for keys, w in theirs if _part(mine, keys) >= _ENOUGH), None)
        if weighed and not any(_part(mine, keys) >= _ENOUGH for keys, _ in settled):
            yield Finding("hedge", "fail", "hedge_dropped", (weighed,))
            return


def _borne(text: Passage, pattern: re.Pattern[str]) -> Iterator[tuple[frozenset[str], str]]:
    """(keys of what it bears on, wording) of each word of a pattern that nothing denies."""
    for hit in pattern.finditer(text.text):
        clause = clause_at(text, hit.start())
        if clause is not None and not any(m.start() <= hit.start() < m.end() + _TWO for m in marks_in(text, clause)):
            keys = keys_between(text, hit.end(), clause.end)
            if len(keys) >= _TWO:
                yield keys, hit.group()


def _part(mine: frozenset[str], other: frozenset[str]) -> float:
    return len(mine & other) / len(mine)
