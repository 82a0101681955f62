"""Guard of hedges: what the evidence expects, plans or thinks possible must not become fact, nor fact a maybe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import Aligned, aligned
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage

_FUTURE_ZH = r"将(?=会|有|于|进一步|继续|持续|达|超|成为|突破|增|升|降|保持|迎来|逐步|不断|大幅|显著|在|从|由|以|是|实现|形成|迈|步入|进入|扩大|面临|带来|推动|促进|提|加|带动|获|[^，。；]{0,3}至)"
_ZH = {
    "possible": r"可能(?!性)|或许|也许|或将|或有|或(?=[会可能需成面受导影使])|大概率|似乎|疑似|未必|估计(?=[将会为在有])|推测|潜在|不排除|初步|倾向于|理论上",
    "expected": r"预计|预期(?![寿目])|预测|有望|可望|料将|预估|展望|前景|看好|(?:乐观|保守|初步)?估计(?=，)|据估计|据估算|"
    + _FUTURE_ZH
    + r"|即将|未来(?=[^，。；]{0,12}(?:将|会|达|成为))",
    "planned": r"(?<![模虚])拟(?!合|人|态|制|定|声)|(?<![该此项本一])计划(?!书|经济|生育|》|的|性|单列|指标|[，。；：])|打算|力争|争取|旨在|目标是|希望|有意|意在|筹划|酝酿|提议|考虑",
    "should": r"应当|应该|(?<![供反适相对响呼感效])应(?=[在以加尽将把按由与向从对建]|[^用对急收有变，。；]{2}(?!器))|须|务必|亟需|亟待|建议|呼吁",
    "conditional": r"(?<![\u4e00-\u9fff])若|如果|假如|假设|倘若|一旦|(?<![例譬])如(?=能|果|期)|在[^，。；]{2,12}的情况下|前提是",
    "ability": r"(?<![智功性职机才潜技可不])能够|可以|能(?=[有在够将使让帮显大降提减缩支])|可(?!见|谓|靠|持续|贵|观|行|穿戴|降解|视|控|再生|及|惜|口|吸收|支配|能)|有助于|有利于|有潜力",
    "reported": r"看来|据称|据说|据报道|声称|宣称|被认为|被视为|被看作|被誉为|视为|一般认为|普遍认为",
    "limited": r"一定程度上?|在某种程度上|某种意义上|相对而言",
}
_EN = {
    "possible": r"may(?! \d)|might|could|possibl[ey]|perhaps|potential(?:ly)?|appears? to|seems? to|suggests?|apparently|preliminary|presumably",
    "expected": r"expect(?:s|ed|ation)?|forecasts?|project(?:ed|ions?)(?=\s+(?:to|that|at|of|for|growth|by))|predict(?:s|ed)?|likely|probably|estimate[sd]?|anticipate[sd]?|will|would|set to|on track to|poised to|is to",
    "should": r"should|must|ought to|needs? to|recommend(?:s|ed)?(?= that|\s+\w+ing)|calls? for|urged?|obliged to",
    "conditional": r"if|unless|provided that|in case|assuming",
    "planned": r"plan(?:s|ned|ning)?(?:\s+to)?|intend(?:s|ed)?(?:\s+to)?|aim(?:s|ed)?(?:\s+to)?|seeks?\s+to|hopes?\s+to|propos(?:e|es|ed|al)|targets?|consider(?:s|ing|ed)|aspires?\s+to",
    "ability": r"can(?!not)|able\s+to|capable\s+of|helps?\s+to",
    "reported": r"reportedly|allegedly|said\s+to\s+be|is\s+believed\s+to|are\s+believed\s+to|claims?",
    "limited": r"to\s+some\s+extent|partly|in\s+part|somewhat|relatively",
}
_SURE_ZH = re.compile(
    r"必将|必然|必定|一定(?=会|能|要|将|可以)|肯定|毫无疑问|无疑|显然|势必|注定|毋庸置疑|确定无疑|完全能够|证明了?|证实了?|确保了"
)
_SURE_EN = re.compile(
    r"\b(?:certainly|definitely|undoubtedly|inevitabl[ey]|clearly|obviously|surely|without doubt|proves?|proven|guarantees?|guaranteed|must|always)\b",
    re.IGNORECASE,
)
# Weaker classes count as hedges only beside each other; ability is lost without harm when the verb is a purpose.
_STRONG = {"possible", "expected", "planned", "reported", "limited", "should", "conditional"}
_SPREADING = {"expected", "planned", "reported", "conditional"}

_TURNS = re.compile(
    r"\s*(?:但|而|不过|然而|同时|目前|当前|but\b|while\b|whereas\b|although\b|though\b|and\b|currently\b)",
    re.IGNORECASE,
)

_FRONTED = re.compile(
    r"\s*(?:为|为了|若|如果|随着|由于|因|据|根据|在|按照|通过|与|同|对|从|到|截至|作为|以|凭借|依托"
    r"|(?:for|with|in|because|although|though|after|before|when|if|by|to|as|under|during|since|while|given|according|compared|despite|from|on|at)\b)",
    re.IGNORECASE,
)
_DONE_ZH = re.compile(r"已于|已经|已在|已(?=[^，。；]{1,8}$)|(?<![为除])了(?=$|[^解])")

_HEDGES = {
    "zh": {name: re.compile(pattern) for name, pattern in _ZH.items()},
    "en": {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in _EN.items()},
}


@lru_cache(maxsize=4096)
def hedges_in(text: Passage, clause: Clause) -> dict[str, str]:
    """The hedges that hold for a clause: class → word; those of earlier clauses spread to the end of the sentence."""
    found: dict[str, str] = {}
    for other in text.clauses_of(clause.sentence):
        if other.start > clause.start:
            break
        if _TURNS.match(other.text):
            found.clear()
        for name, pattern in _HEDGES[text.language].items():
            match = pattern.search(other.text)
            if match and (other.start == clause.start or name in _SPREADING):
                found[name] = match.group()
    return found


def _own(text: Passage, clause: Clause) -> dict[str, str]:
    return {name: m.group() for name, pattern in _HEDGES[text.language].items() if (m := pattern.search(clause.text))}


def hedge_findings(case: Case) -> Iterator[Finding]:
    """Objections to hedges dropped, added or turned into certainty."""
    for clause in case.sentence.clauses:
        near = aligned(case)[clause.start]
        if near and (len(clause.keys) >= 2 or (clause.keys and near[0].score >= 0.7)):
            yield from _clause(case, clause, [a for a in near if a.score >= near[0].score - 0.08])
    yield from _permission(case)
    yield from _certainty(case)


def _clause(case: Case, clause: Clause, near: list[Aligned]) -> Iterator[Finding]:
    mine = hedges_in(case.sentence, clause)
    if _FRONTED.match(clause.text):  # a clause of purpose or circumstance shares the hedge of its main clause
        for other in case.sentence.clauses_of(clause.sentence):
            mine = mine | _own(case.sentence, other)
    options = [(a, hedges_in(a.text, a.clause)) for a in near]
    if all(_dropped(mine, _own(a.text, a.clause), theirs, a, clause) for a, theirs in options):
        words = _own(near[0].text, near[0].clause) or options[0][1]
        yield Finding("hedge", "fail", "hedge_dropped", ("、".join(dict.fromkeys(words.values())),))
        return
    own = _own(case.sentence, clause)
    if own and all(not theirs for _, theirs in options) and set(own) & {"possible", "expected", "planned", "reported"}:
        if near[0].score >= 0.6 and not _sentence_hedged(near):
            word = next(w for name, w in own.items() if name != "limited")
            yield Finding("hedge", "check", "hedge_added", (word,))
        return
    yield from _swapped(own, options)


def _sentence_hedged(near: list[Aligned]) -> bool:
    return any(_own(a.text, c) for a in near for c in a.text.clauses_of(a.clause.sentence))


def _dropped(mine: dict[str, str], own: dict[str, str], theirs: dict[str, str], near: Aligned, clause: Clause) -> bool:
    """Whether the evidence hedges and the sentence does not, at all or in a weaker class only."""
    strong = set(theirs) & _STRONG
    tentative = (strong or "ability" in theirs) and not set(mine) & set(theirs) and near.score >= 0.5
    if tentative and _DONE_ZH.search(clause.text) and not _DONE_ZH.search(near.clause.text):
        return True
    if strong and not set(mine) & (_STRONG | {"ability"}):
        return bool(set(own) & _STRONG) or _same_claim(near, clause)
    return "ability" in own and not mine and near.score >= 0.75 and _verb_kept(near, clause)


def _same_claim(near: Aligned, clause: Clause) -> bool:
    return near.score >= 0.6 and len(near.clause.keys & clause.keys) >= 2


def _verb_kept(near: Aligned, clause: Clause) -> bool:
    return len(near.clause.keys & clause.keys) >= 2


def _swapped(own: dict[str, str], options: list[tuple[Aligned, dict[str, str]]]) -> Iterator[Finding]:
    """A possibility made an expectation, or a plan made an expectation."""
    mine = set(own) & {"possible", "expected", "planned"}
    for _, theirs in options:
        classes = set(theirs) & {"possible", "expected", "planned"}
        if not mine or not classes or mine & classes:
            return
    if mine and options and ("expected" in mine or "planned" in mine):
        word = own["expected"] if "expected" in mine else own["planned"]
        if not re.fullmatch(r"将|未来|will|would|should", word):
            yield Finding("hedge", "check", "hedge_added", (word,))


_PERMITTED = re.compile(
    r"(?<![许认不无])可以?(?=(?:自愿|自行|酌情|依法|进一步|优先|适当|适度|考虑|借鉴|参考|参照|探索|尝试|申请|委托|选择|逐步|按照?规定))"
    r"|\bmay(?= (?:apply|request|choose|submit|appoint|consider|be granted))",
)
_ABLE = re.compile(r"能够|(?<![智功性职机才潜技可不])能(?=[^，。；]{2})|有能力|\b(?:can|is able to|are able to)\b")


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


def _certainty(case: Case) -> Iterator[Finding]:
    pattern = _SURE_ZH if case.sentence.language == "zh" else _SURE_EN
    for match in pattern.finditer(case.sentence.text):
        if not any(pattern.search(text.text) for text in case.evidence):
            yield Finding("hedge", "fail", "certainty", (match.group(),))
