"""Guard of support: how much of what the sentence says has a word for it in the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from synthesis.engine.drafting.guards.coverage import covered
from synthesis.engine.drafting.guards.types import Case, Finding
from synthesis.engine.drafting.lexicon.stop import LIGHT_ZH
from synthesis.engine.drafting.rewriting.fluency_zh import unfinished

_ENOUGH, _SOME = 0.34, 0.2


def support_findings(case: Case) -> Iterator[Finding]:
    """An objection when fewer than 60 % of the content words are covered ("fail" below 40 %)."""
    if case.sentence.language == "zh" and (why := unfinished(case.sentence.text)):
        yield Finding("support", "check", "unfinished", (why,))
    words = {w.text: w for w in case.sentence.words if w.content and w.text not in LIGHT_ZH}
    if len(words) < 2:
        return
    missing = [text for text, word in words.items() if not covered(word, case)]
    share = 1 - len(missing) / len(words)
    if share < _ENOUGH:
        level = "fail" if share < _SOME else "check"
        yield Finding("support", level, "support_low", (f"{share:.0%}", "、".join(missing[:6])))
