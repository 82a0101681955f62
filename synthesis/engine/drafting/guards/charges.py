"""What a sentence must leave open: charges of one side against another, and what the evidence says nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.nearness import agrees
from synthesis.engine.drafting.guards.polarity import denials
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
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
            enough = len(charge & told) >= min(_CHARGE, max(3, len(charge) - 1))
            if enough or (told <= charge and _figure_of(clause, case.sentence, text, match.end())):
                yield Finding("hedge", "fail", "hedge_dropped", (match.group(),))
                return


def _figure_of(clause: Clause, sentence: Passage, text: Passage, start: int) -> bool:
    """Whether a figure of a clause stands in a text from `start` on."""
    figures = [q for q in sentence.quantities if clause.start <= q.start < clause.end]
    return any(agrees(q, other) for q in figures for other in text.quantities if other.start >= start)


_UNKNOWN = {
    "zh": lazy_pattern(
        r"(?:无法|难以|不能|未能|尚不能|无从|很难)[^，。；]{0,4}(?:判断|确定|断定|得知|确认|认定|查明|说明|区分)|尚?不清楚|不得而知|尚?不确定(?!性)|(?:尚|仍|有)待(?:确认|查明|证实|考证|验证|论证|研究)|悬而未决|未有定论|尚无定论|(?:仍|尚|正)在[^，。；]{0,6}(?:鉴定|调查|核查|核实|审理|论证|评估|审查)"
    ),
    "en": lazy_pattern(
        r"\b(?:(?:could|can|did)(?: not|n['’]t) (?:\w+ )?(?:say|tell|determine|establish|judge|know|explain|rule out)|cannot (?:\w+ )?(?:say|tell|determine|establish|judge|know|explain)|(?:is|was|remains?|are|were) (?:un(?:clear|known|certain|resolved)|not (?:\w+ )?(?:clear|known|certain|established))"
        r"|unable to (?:say|tell|determine|establish)|(?:no one|nobody) knows|(?:ha(?:s|ve)|is|are) yet to (?:be )?(?:confirm|establish|determin|decid|prov|bear|show)\w*|remains to be seen|too (?:early|soon) to (?:say|tell|judge|know)|(?:is|are) (?:still )?(?:being examined|under (?:examination|investigation)))\b",
        re.IGNORECASE,
    ),
}
_STILL_OPEN = {
    "zh": lazy_pattern(r"不|未|无|难|待|究竟|尚|还需|才能|需要|是否|能否|或许|可能|也许|猜|疑|推测|估|似|若|如果|或"),
    "en": lazy_pattern(
        r"\b(?:not|no|never|nobody|un\w+|whether|if|(?-i:may)|might|could|would|perhaps|possibl\w+|probabl\w+|likely|yet|doubt\w*|open|question\w*|how|why|seem\w*|appear\w*|believ\w+|suspect\w*|expect\w*|remains?|cannot)\b|n['’]t\b",
        re.IGNORECASE,
    ),
}
_ASKED = lazy_pattern(r"是否|能否|有无|孰|何时|多少|\b(?:whether|if|how|why|when|what)\b", re.IGNORECASE)


def unknown_findings(case: Case, clause: Clause) -> Iterator[Finding]:
    """An objection to what the evidence says is not known (无法判断是否…) told as known."""
    language = case.sentence.language
    if _STILL_OPEN[language].search(case.sentence.sentence_of(clause)):
        return
    for text in case.evidence:
        for match in _UNKNOWN[language].finditer(text.text) if text.language == language else ():
            where = clause_at(text, match.start())
            if where is None:
                continue
            asked = _ASKED.search(where.text)
            scope = text.content_keys(match.end(), where.end) if asked or language == "zh" else frozenset()
            scope = scope if len(scope) > 1 else where.keys
            shared = scope & clause.keys
            if len(shared) >= min(3, max(2, len(scope) - 1)) and 2 * len(shared) >= len(scope):
                yield Finding("hedge", "fail", "hedge_dropped", (match.group(),))
                return


#: A test without a result, and a result of one.
_NULL = {
    "zh": lazy_pattern(
        r"无(?:统计学|显著)(?:意义|差异|影响|关联|效果|变化)|(?:差异|影响|效果|作用|关系|变化|相关性?)(?:并|均|都|也)?(?:不显著|不明显|无统计学意义|未达[^，。；]{0,6}显著)|(?:没有|未见|未发现|未观察到|未检出)(?:[^，。；]{0,12})(?:显著|明显)|不具有?(?:统计学|统计)"
    ),
    "en": lazy_pattern(
        r"\b(?:no (?:statistically )?(?:significant|measurable|detectable|discernible) (?:\w+ )?(?:difference|effect|change|impact|benefit|improvement|reduction|increase|association|link)s?|not (?:statistically )?significant|(?:did not|didn['’]t|failed to) (?:significantly|measurably) \w+|no (?:difference|effect|benefit|improvement) (?:was|were|on|in|between))\b",
        re.IGNORECASE,
    ),
}
_RESULT = {
    "zh": lazy_pattern(
        r"(?<![不无未])(?:显著|明显|有效)(?:地)?(?:降低|提高|减少|增加|改善|缩短|延长|抑制|促进|优于|高于|低于|提升|下降|上升|缓解)"
    ),
    "en": lazy_pattern(
        r"\b(?:(?:significant|marked|measurabl[ey]|considerabl[ey]|clear)(?:ly)? (?:\w+ )?(?:reduc\w+|improv\w+|increas\w+|rais\w+|lower\w*|declin\w+|fewer|less|more|better|shorten\w*|benefit\w*)|(?:reduced|improved|lowered|raised|shortened|cut|boosted|prevented) (?:the|their|its|patients|participants)\b)",
        re.IGNORECASE,
    ),
}


def null_findings(case: Case, clause: Clause) -> Iterator[Finding]:
    """An objection to an effect told where the evidence found none (差异无统计学意义 → 显著降低)."""
    language = case.sentence.language
    if not _RESULT[language].search(clause.text) or denials(clause.text, language):
        return
    for text in case.evidence:
        for start, end in text.sentences if text.language == language else ():
            null = _NULL[language].search(text.text, start, end)
            if null is None or _RESULT[language].search(_NULL[language].sub(" ", text.text)):
                continue
            if len(text.content_keys(start, end) & clause.keys) >= max(2, len(clause.keys) // 2):
                yield Finding("polarity", "fail", "negation_dropped", (clause.text.strip(), null.group()))
                return
