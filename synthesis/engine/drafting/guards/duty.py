"""Leave, advice, ability and duty: none told as another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import aligned
from synthesis.engine.drafting.guards.duty_items import duty_item_findings
from synthesis.engine.drafting.guards.types import Case, Clause, Finding
from synthesis.engine.patterns import lazy_pattern


def duty_findings(case: Case) -> Iterator[Finding]:
    """Objections to advice told as an order, a duty told as leave, and leave told as ability."""
    yield from _command(case)
    yield from _advice(case)
    yield from _permission(case)
    yield from duty_item_findings(case)


_MUST = lazy_pattern(
    r"强制|必须|一律|务必|有义务|(?<!不)得(?=履行|遵守)|\b(?:must|mandat\w+|forc(?:e|es|ed)|compel\w*|requir(?:e|es|ed)|oblig\w+|order(?:s|ed)?)\b",
    re.IGNORECASE,
)
DUTY = lazy_pattern(
    r"强制|必须|一律|务必|应当|应该|应|须|要求|规定|不得|禁止|前提|方可|才能|才可|条件是|\b(?:must|shall|offen[cs]es?|illegal|unlawful|prohibit\w*|forbid\w*|punishable|mandat\w+|forc\w+|compel\w*|requir\w+|oblig\w+|order(?:s|ed)?|have to|need(?:s)? to|ban\w*|until|unless|only|on (?:the )?condition|provided(?: that)?|providing|as long as|conditional|condition)\b",
    re.IGNORECASE,
)
_ADVICE = lazy_pattern(
    r"鼓励|建议|倡导|提倡|引导|支持|推荐|呼吁|可以|可(?=在|由|以|自|按)|允许|自愿|\b(?:encourag\w+|recommend\w*|advi[sc]\w+|propos\w+|urg\w+|suggest\w*|may|can|allow\w*|permit\w*|voluntar\w+|invit\w+|call(?:s|ed)? on)\b",
    re.IGNORECASE,
)
_MAY = lazy_pattern(
    r"可以|可(?=在|由|以|自|按|不)|允许|准许|无需|自愿|\b(?:may|can|allow\w*|permit\w*|optional|voluntar\w+)\b",
    re.IGNORECASE,
)


_BOUND = lazy_pattern(r"应当|必须|须|\bmust\b|\bshall\b|requir", re.IGNORECASE)
_RELEASED = lazy_pattern(r"\bnot\b|n't|no longer|不|无|optional")


def _command(case: Case) -> Iterator[Finding]:
    """Advice told as an order (鼓励 → 强制), or a duty told as leave (应当 → 可以)."""
    for clause in case.sentence.clauses:
        near = [a for a in aligned(case)[clause.start] if a.score >= 0.5][:1]
        for best in near:
            here, there = clause.text, best.clause.text
            order = _MUST.search(here)
            denied = order and re.search(
                r"\b(?:not|never|no)\b[^,.;]{0,12}$|n't[^,.;]{0,12}$|[不未非无]\s*$", here[: order.start()]
            )
            said = _NO_DUTY.sub("", best.text.sentence_of(best.clause))
            if order and not denied and not DUTY.search(said) and (_ADVICE.search(there) or _ADVISED.search(said)):
                yield Finding("hedge", "fail", "certainty", (order.group(),))
                return
            leave = None if re.match(r"\s*(?:no|neither|none)\b", here, re.IGNORECASE) else _MAY.search(here)
            eased = _MAY.search(there) or _RELEASED.search(there + here) or _opening(clause) != _opening(best.clause)
            if leave and not eased and _BOUND.search(there) and not _BOUND.search(here):
                yield Finding("hedge", "check", "permission", (leave.group(),))
                return


_ADVISES = lazy_pattern(
    r"(?<!被)(?:建议|鼓励|倡导|提倡|推荐)(?!书)|\b(?:recommends?|recommended|encourag\w+|advises?|advised|urg(?:es|ed))\b",
    re.IGNORECASE,
)
_ORDERS = lazy_pattern(
    r"强制|必须|一律|(?<!不)须|应当|不得|禁止|(?:规定|新规|办法|条例|通知)[^，。；]{0,4}要求|\b(?:must|shall|mandat\w+|oblig\w+|compulsory|forbid\w*|requires?|required to)\b",
    re.IGNORECASE,
)


def _advice(case: Case) -> Iterator[Finding]:
    """A duty of the evidence told as advice (须 → 建议)."""
    if any(_ADVISE_WORDS.search(text.text) for text in case.evidence):
        return
    for clause in case.sentence.clauses:
        told = _ADVISES.search(clause.text)
        near = [a for a in aligned(case)[clause.start] if _ORDERS.search(a.text.sentence_of(a.clause))]
        if told and near and not _ORDERS.search(case.sentence.sentence_of(clause)):
            yield Finding("hedge", "check", "permission", (told.group(),))
            return


_ADVISE_WORDS = lazy_pattern(
    r"建议|鼓励|倡导|提倡|推荐|引导|呼吁|\b(?:recommend\w*|advi[sc]\w+|propos\w+|urg\w+|suggest\w*|encourag\w+|guidance|guidelines?)\b",
    re.IGNORECASE,
)


_NO_DUTY = lazy_pattern(
    r"(?:不|无|非)[^，。；]{0,3}(?:强制|必须|要求)(?:要求|性)?|\bnot (?:\w+ )?(?:mandat\w+|requir\w+|oblig\w+|compulsory|binding)\b",
    re.IGNORECASE,
)
_ADVISED = lazy_pattern(
    r"建议|鼓励|倡导|提倡|推荐|呼吁|\b(?:recommend\w*|advis(?:es|ed|ory)|encourag\w+|guidance|guidelines? suggests?)\b",
    re.IGNORECASE,
)


def _opening(clause: Clause) -> str:
    """The key of the first content word: whom a duty or leave is told of."""
    return next((w.key for w in clause.words if w.content), "")


_PERMITTED = lazy_pattern(
    r"(?<![许认不无])可以?(?=(?:自愿|自行|酌情|依法|进一步|优先|适当|适度|考虑|借鉴|参考|参照|探索|尝试|申请|委托|选择|逐步|按照?规定))"
    r"|\bmay(?= (?:apply|request|choose|submit|appoint|consider|be granted))",
)
_ABLE = lazy_pattern(r"能够|(?<![智功性职机才潜技可不])能(?=[^，。；]{2})|有能力|\b(?:can|is able to|are able to)\b")


def _permission(case: Case) -> Iterator[Finding]:
    """Permission or advice (可进一步完善) told as ability (能够进一步完善)."""
    for clause in case.sentence.clauses:
        able = _ABLE.search(clause.text)
        if able is None or _PERMITTED.search(clause.text):
            continue
        near = aligned(case)[clause.start]
        if not near or near[0].score < 0.5 or _ABLE.search(near[0].clause.text):
            continue
        if _PERMITTED.search(near[0].clause.text):
            yield Finding("hedge", "check", "permission", (able.group(),))
            return
