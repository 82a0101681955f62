"""Guard of support: how much of what the sentence says has a word for it in the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from synthesis.engine.drafting.guards.additions import addition_findings
from synthesis.engine.drafting.guards.alignment import aligned
from synthesis.engine.drafting.guards.coverage import covered
from synthesis.engine.drafting.guards.entity_en import derived
from synthesis.engine.drafting.guards.types import Case, Finding
from synthesis.engine.drafting.lexicon.stop import LIGHT_ZH
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.rewriting.fluency_zh import unfinished

_ENOUGH, _COPIED, _SHORT = 0.34, 0.6, 3


def support_findings(case: Case) -> Iterator[Finding]:
    """An objection when hardly anything of the sentence is in the evidence: few words, no figure, no turn of phrase.

    A free re-expression keeps some words, figures or pairs of characters; what keeps none of them says something else.
    """
    passive = re.search(r"由|被|所|“", case.sentence.text)
    copied = (
        any(a.score >= _COPIED for a in aligned(case)[case.sentence.clauses[-1].start])
        if case.sentence.clauses
        else False
    )
    why = unfinished(case.sentence.text) if case.sentence.language == "zh" and copied and not passive else ""
    if why and not any(re.search(re.escape(why) + r"(?:[。！；]|$)", text.text) for text in case.evidence):
        yield Finding("support", "check", "unfinished", (why,))
    yield from addition_findings(case)
    words = {w.text: w for w in case.sentence.words if w.content and w.text not in LIGHT_ZH}
    if len(words) < 2:
        return
    raw = frozenset(w.text.lower() for text in case.evidence for w in text.words)
    missing = [text for text, word in words.items() if not covered(word, case) and not derived(text, raw)]
    share = 1 - len(missing) / len(words)
    if _figures_shared(case) > (len(words) > _SHORT):
        return
    told = len(words) - len(missing)
    if share >= _ENOUGH or told >= 2 or (told and (len(words) <= 4 or _figures_shared(case) or _phrases_shared(case))):
        return
    yield Finding("support", "fail" if not told else "check", "support_low", (f"{share:.0%}", "、".join(missing[:6])))


def _figures_shared(case: Case) -> int:
    known = {_figure(q) for text in case.evidence for q in text.quantities}
    years = {d.year for text in case.evidence for d in text.dates if d.year}
    shared = {d.year for d in case.sentence.dates} & years
    figures = {_figure(q) for q in case.sentence.quantities} & known
    return len(figures) + (len(shared) if len(shared) > 1 else 0)


def _figure(quantity: Quantity) -> tuple[str, Decimal]:
    """A figure as it is told again: people are a count as bare numbers are."""
    kind = "number" if quantity.unit_class == "count" else quantity.unit_class
    return kind, abs(quantity.value)


def _phrases_shared(case: Case) -> bool:
    """Whether a third of the pairs of characters stand in the evidence."""
    runs = re.findall(r"[\u4e00-\u9fff]+", case.sentence.text)
    pairs = [run[i : i + 2] for run in runs for i in range(len(run) - 1)]
    everything = " ".join(text.text for text in case.evidence)
    return bool(pairs) and sum(pair in everything for pair in pairs) / len(pairs) >= 1 / 3
