"""Both or neither told of two of which the evidence has one do it and the other not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.links import keys_between
from synthesis.engine.drafting.guards.polarity import denials
from synthesis.engine.drafting.guards.types import Case, Finding
from synthesis.engine.patterns import lazy_pattern

_PAIR = {
    "zh": lazy_pattern(
        r"[两二](?:家|期|个|地|者|种|国|省|市|县|款|条|人|方|所|座|项|名|处|院|校|厂|批|轮|组|区)[^，。；]{0,16}?(?:都|均|皆|全部|全都|无一)|(?:双方|二者|两者)(?:都|均|皆)"
    ),
    "en": lazy_pattern(
        r"\b(?:both(?! of which)|neither(?! here)|each of the two|either of the two)\b(?! (?:in|on|by|at|for|sides)\b)",
        re.IGNORECASE,
    ),
}
_BUT = lazy_pattern(
    r"并非|不是|只有|仅|但|而(?!且)|除|\b(?:not both|only|but|while|whereas|although|except|unlike)\b", re.IGNORECASE
)
_ALIKE = lazy_pattern(
    r"都|均|皆|也|同样|亦|双方|\b(?:both|neither|also|too|nor|likewise|either|each|all)\b", re.IGNORECASE
)
_TWO = 2


def both_findings(case: Case) -> Iterator[Finding]:
    """Objections to a pair told alike when a clause of the evidence affirms and another denies what it is told of."""
    language = case.sentence.language
    match = _PAIR[language].search(case.sentence.text)
    texts = [text for text in case.evidence if text.language == language] if match else []
    if match is None or _BUT.search(case.sentence.text) or any(_ALIKE.search(text.text) for text in texts):
        return
    mine = keys_between(case.sentence, 0, len(case.sentence.text))
    clauses = [(c.text, mine & keys_between(text, c.start, c.end)) for text in texts for c in text.clauses]
    told = [keys for clause, keys in clauses if not denials(clause, language)]
    for clause, keys in clauses:
        if len(denials(clause, language)) == 1:
            shared = max((len(keys & other) for other in told), default=0)
            if shared >= _TWO and 3 * shared >= len(mine):
                yield Finding("quantifier", "fail", "quantifier_strengthened", (match.group(), clause.strip()))
                return
