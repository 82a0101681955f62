"""Charges: what a prosecutor, plaintiff or critic says of somebody is not told as fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.polarity import denials
from synthesis.engine.drafting.guards.types import Case, Clause, Finding
from synthesis.engine.patterns import lazy_pattern

_TURN = lazy_pattern(r"；|但|\b(?:but|while|although|though|which)\b|;", re.IGNORECASE)
#: What one side of a dispute says of the other, and words that leave it so.
_CHARGED = {
    "zh": lazy_pattern(
        r"指控|控告|起诉书称|检方[^，。；]{0,4}(?:称|认为)|原告[^，。；]{0,4}(?:称|主张|诉称)|举报称|涉嫌|被指"
    ),
    "en": lazy_pattern(
        r"\b(?:alleg(?:es?|ed|ing)(?: that)?|accus\w+|charged with|according to (?:the )?(?:\w+ )?(?:prosecut\w+|plaintiffs?|complaint|lawsuit|indictment|union|opposition|critics)|(?:prosecutors?|plaintiffs?|critics|the (?:lawsuit|complaint|indictment)) (?:say|says|said|claims?|claimed))\b",
        re.IGNORECASE,
    ),
}
_LEFT_OPEN = {
    "zh": lazy_pattern(r"指控|控告|指称|检方|原告|举报|涉嫌|被指|据称|称|疑|嫌|诉|据|表示|认为|可能|或"),
    "en": lazy_pattern(
        r"\b(?:alleg\w+|accus(?:e[sd]?|ing)|charged|according to|prosecut\w+|plaintiffs?|complaint|lawsuit|indict\w+|suspect\w*|claim\w*|said|says?|critics|reportedly|(?-i:may)|might|could|supposed\w*|purported\w*|believ\w+|whether|if)\b",
        re.IGNORECASE,
    ),
}
_CHARGE = 4


def charge_findings(case: Case, clause: Clause) -> Iterator[Finding]:
    """An objection to what one side charges another with, told as fact in a sentence that leaves nothing open."""
    language = case.sentence.language
    mine = case.sentence.sentence_of(clause)
    told = case.sentence.content_keys(*case.sentence.sentences[clause.sentence])
    if _LEFT_OPEN[language].search(mine) or denials(clause.text, language):
        return
    for text in case.evidence:
        for match in _CHARGED[language].finditer(text.text) if text.language == language else ():
            where = clause_at(text, match.start())
            if where is None:
                continue
            begin, stop = text.sentences[where.sentence]
            turn = _TURN.search(text.text, match.end(), stop)
            charge = text.content_keys(match.end(), turn.start() if turn else stop) or text.content_keys(
                begin, match.start()
            )
            if len(charge & told) >= min(_CHARGE, max(3, len(charge) - 1)):
                yield Finding("hedge", "fail", "hedge_dropped", (match.group(),))
                return
