"""How far a thing has come: rumoured, suspected, proposed or planned on one side, decided, done or in force on the other.

The sentence must not move what the evidence reports up this ladder, nor tell a guess without any tentative word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at, features, similarity
from synthesis.engine.drafting.guards.charges import charge_findings, null_findings, unknown_findings
from synthesis.engine.drafting.guards.disclaimers import DISCLAIMS
from synthesis.engine.drafting.guards.hedging import led_in
from synthesis.engine.drafting.guards.opposition import explained
from synthesis.engine.drafting.guards.polarity import denials
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

# Tentative in any degree: enough to show that the writer does not state a plain fact.
_TENTATIVE = {
    "zh": lazy_pattern(
        r"或许|可能|或将|或可|也许|恐[将怕会难]?|疑似|怀疑|嫌疑(?!人|犯)|疑为|涉嫌|被指|被控|似(?=乎|有|为|已|将|是)|看似|貌似|大概|多半|估计|估算|推测|推断|猜测|假设|假定|设想|构想|原[本来先]?[定打]|本[来是]?定[在于]|意向|打算|拟|计划|规划|有望|可望|希望|期待|期望|寄望|盼|前提|必要条件|按照?[^，。；]{0,12}(?:方案|计划|规划|草案|安排)|预计|预期|预测|预估|预料|料(?=[将会想])|未来|争取|力争|力求"
        r"|尚[待在需]|未定|没定|待定|有待|仍待|待[^，。；]{1,10}(?:后|确认|核实|批准|审批)|视[^，。；]{1,14}而|取决|若|如果|如[能获果]|一旦|除非|仍在|正在?研究|讨论|商讨|商谈|磋商|洽谈|酝酿|考虑|倾向|初步|暂定|潜在|不排除|不确定|未必|难料"
        r"|只好|不得不|只得|被迫|传闻|传言|据传|据称|自称|声称|指控|指称|主张|争议|不无|是否|能否|目标|旨在|有意|(?<!同)意在|建议|呼吁|倡议|草案|征求意见|或(?![者多少])|概率|风险(?!准备|投资|管理|评估|资本|防控|等级|偏好|控制|防范|补偿|基金|敞口|权重)|担[心忧]|忧虑"
    ),
    "en": lazy_pattern(
        r"\b(?:suspicion|(?<!\bthe )suspect\w*|fear\w*|worr\w+|indications?|signs? (?:of|that)|possib\w+|initial(?= (?:count|tally|estimate|finding|result|figure)\w*)|provisional\w*|tentative\w*|prospect\w*|hop(?:e|es|ed|ing)|reckon\w*|believ\w+|thought|think\w*|would|might|(?-i:may)|could|slated"
        r"|intend\w*|intention|explor\w+|if|subject to|yet to|not yet|uncertain\w*|estimat\w+|appear\w*|seem\w*|suggest\w*|project(?:ed|ion)\w*|forecast\w*|fore(?:see[ns]?|saw)|predict\w*|expect\w*|likely|probab\w+|perhaps|alleg\w*|accus\w*|claim\w*|maybe"
        r"|doubt\w*|pending|await\w*|unclear|conceivabl\w+|aim\w*|plan(?:s|ned|ning)?|propos\w+|consider\w*|talks|negotiat\w+|potential\w*|given|target\w*|goal|scheduled|due to|set to|on course|on track|seek\w*|want\w*|wish\w*|rumou?r\w*|reportedly"
        r"|apparent\w*|presum\w+|should|must|whether|risk\w*|hypothes\w+|in (?:her|his|their|its|the) view|argu\w+|want\w*|anticipat\w+|in principle|under (?:discussion|review|study|consideration|negotiation|examination)|discuss\w*|early (?:results?|findings?|data|signs?|indications?|evidence|figures?)|point(?:s|ed|ing)? to|confirmation|eventual\w*|can|draft\w*|hing(?:e[sd]?|ing) (?:up)?on|precondition|reserved)\b|\bwere (?:the|it|they|he|she)\b",
        re.IGNORECASE,
    ),
}
#: Not yet so: guesses, charges, proposals, plans. Plain "will" and duties stand elsewhere.
_OPEN = {
    "zh": lazy_pattern(
        r"(?<![的不])可能(?!性)|或许|也许|或(?=[^者多少，。]{1,12}(?:出|源|将|会|因|由|受|与|需|可|达|为|是|于))|推测|猜测|推断|怀疑|估算|疑似|涉嫌|举报|传闻|传言|据传|坊间|自称|声称|辩称|指控|原告[^，。；]{0,4}(?:称|主张|指|诉称|认为)|未经证实|未获证实|不排除|有望|拟(?!合|人|态|声)|希望|设想|构想|酝酿|考虑|力争|争取|打算|意向"
        r"|征求(?:[^，。；]{0,8})意见|草案|修订稿|送审稿|讨论稿|内部讨论|受理|申请|优先审评|临床试验|尚在|尚待|有待|正在?研究|洽谈|(?<!竞争性)磋商|商谈|谈判|建议|主张|提议|倡议|呼吁|预计|(?<!行动)(?<!三年)(?<!五年)(?<!专项)(?<!振兴)(?<!培育)(?<!倍增)(?<!提升)(?<!扶持)计划(?!生育|经济|单列|》)|模型预测|模拟|动物实验|小鼠|斑马鱼|体外|如果|(?<![\u4e00-\u9fff])若(?!干)|一旦|前提是|(?<!同)意在|承诺|待[^，。；]{1,8}后"
    ),
    "en": lazy_pattern(
        r"\b(?:(?-i:may)(?! (?:also |only |then )?(?:request|claim|bid|vote|enrol|register|submit|appeal|apply(?! to))\b)|might|could|suspect\w*|possibl[ey]|perhaps|alleg\w+|accus\w+|lawsuit|according to the (?:lawsuit|complaint|plaintiff\w*|union)|rumou?r\w*|unconfirmed|reportedly|hop(?:e|es|ed)|propos\w+|consider(?:s|ed|ing)|explor(?:e|es|ed|ing)"
        r"|in talks|talks|negotiat\w+|draft|consultation|plan(?:s|ning)?(?![.,;]|$| (?:and|but|or|in|of|by|with|that|which|has|have|had|was|were)\b)|(?:is|are|was|were|been|has|have|had|also) planned|planned(?=\s+to\b|[.,;]|$)|intend\w*|aim(?:s|ed|ing)? to|seek\w* to|pending|awaiting|yet to|in mice|in rats|cell cultures?|in vitro|animal (?:tests?|studies|models?)|appear(?:s|ed)? to|suggest(?:s|ed)?"
        r"|hypothes\w+|speculat\w+|if|should the|unless|locals say|witness\w* said|claim(?:s|ed)?|recommend\w*|advis\w+|urg(?:ed|es)|under review|under consideration|mull\w*|believ\w+|thought to|said to be|(?<!\bas )(?<!more )(?<!less )likely|expect\w*|forecast\w*|predict\w*)\b",
        re.IGNORECASE,
    ),
}
#: Decided, done, in force or proved.
_CLOSED = {
    "zh": lazy_pattern(
        r"已(?!拟|计划|申请|受理|提交|提出)(?:经|于|在|被|正式|全面|获)?|正式|获批|批准|核准|签署|签订|签约|敲定|达成|通过了|表决通过|实施|施行|生效|落地|投产(?![\u4e00-\u9fff]{2})|建成|上市(?!申请|审批|公司|许可)|开通|启用|确认|证实|证明|认定|查明|查实|核实|坐实|经审计|判定|判决|裁定|公认|一致认可|定论|规定(?!的)|明文|承诺|保证|完成|出台|划为|划入|产自|系(?=[^统列数])"
    ),
    "en": lazy_pattern(
        r"\b(?:ha(?:s|ve) (?:been |already |now |also )*(?!yet\b|not\b|to\b)\w+(?:ed|en|t|de|ne|ld|wn)|established|verified|audited|settled|confirmed|proved|proven|found(?= that)|found$|court found|ruled|determined|approved|signed|launched|in force|took effect|entered into force|decided|finali[sz]ed|adopted|concluded(?= that| the)"
        r"|guarantee[sd]?|promis\w+|pledg\w+|in patients|in humans|demonstrated|definitive\w*|officially|formally|already|under the rules?|by law|mandatory|completed|opened|won)\b",
        re.IGNORECASE,
    ),
}
_NOT_CLOSED = lazy_pattern(r"(?:未|没有|没|不|尚|待|无|难以|难)[^，。；]{0,3}$|\b(?:not|yet to|never|no|nothing|nobody|none|neither|nor)\b[^,.;]{0,16}$|n't\b[^,.;]{0,10}$", re.I)  # fmt: skip

_EXPECTED = lazy_pattern(
    r"(?:预计|有望|拟|计划|力争|希望|争取|待|若|如|提交|申请|尚需|仍需|建议|主张)[^，。；已获]{0,10}$|\b(?:expected|hop(?:es?|ing)|plans?|planned|to be|could|may|might|would|if|until|before)\b[^,.;]{0,20}$",
    re.IGNORECASE,
)


def tentative(text: Passage, clause: Clause, other: Clause | None = None) -> bool:
    """Whether the sentence of a clause says anywhere that something is not settled; in a copy of `other` no word will do."""
    if other is not None and similarity(clause, other) >= _COPY and 4 * len(clause.keys) >= 3 * len(other.keys):
        return False
    pattern = _TENTATIVE[text.language]
    if _DONE_HERE[text.language].search(clause.text):  # what is told as done is not made open by what follows
        return bool(pattern.search(text.text, text.sentences[clause.sentence][0], clause.end))
    return bool(pattern.search(text.sentence_of(clause)))


_DONE_HERE = {
    "zh": lazy_pattern(r"(?<![为除])了(?=\d|$)|又?新增了|已(?:经|于|在)"),
    "en": lazy_pattern(r"\b(?:ha(?:s|ve) (?:already|now)|already)\b", re.IGNORECASE),
}


def standing_findings(case: Case) -> Iterator[Finding]:
    """Objections to guesses told as fact, and to open matters told as settled."""
    for clause in case.sentence.clauses:
        if _WHOSE_WORD.match(clause.text):
            continue
        found = (
            next(_undone(case, clause), None)
            or next(_advanced(case, clause), None)
            or next(_bare(case, clause), None)
            or next(_affirmed(case, clause), None)
            or next(_weakened(case, clause), None)
            or next(charge_findings(case, clause), None)
            or next(unknown_findings(case, clause), None)
            or next(null_findings(case, clause), None)
        )
        if found is not None:
            yield found
            return


_WHOSE_WORD = lazy_pattern(
    r"\s*(?:according to\b[^,]*|(?:the|a|an|its|his|her)?\s*[\w' -]{0,40}\b(?:said|says|reported|reports))\s*$|\s*(?:据|按照?)[^，。；]{2,14}(?:介绍|透露|说法|消息|报道)$",
    re.IGNORECASE,
)


def _undone(case: Case, clause: Clause) -> Iterator[Finding]:
    """Something told as done that the evidence says has not been done yet."""
    language = case.sentence.language
    if (
        explained(case, clause)
        or not _DONE[language].search(clause.text)
        or denials(clause.text, language)
        or _ASKS.search(clause.text)
    ):
        return
    for text, start, end in _homes(case, clause):
        if _DONE[language].search(text.text[start:end]) or DISCLAIMS.search(text.text, start, end):
            continue
        for mark in _UNDONE[language].finditer(text.text, start, end):
            if _governs(text, mark.start(), mark.end(), case.sentence, clause):
                told = text.text[start:end].strip()
                yield Finding("polarity", "fail", "negation_dropped", (clause.text.strip(), told))
                return


_ASKS = lazy_pattern(r"是否|能否|有无|\bwhether\b", re.IGNORECASE)
_DONE = {
    "zh": lazy_pattern(r"已(?![不未无])|业已|如期|顺利|(?<![为除])了(?=[\u4e00-\u9fff\d]{2})(?<!不了)"),
    "en": lazy_pattern(
        r"\b(?:already|now (?:been|has|have)|ha(?:s|ve) (?:been |now |already )*(?!yet\b|not\b)\w+(?:ed|en|t|de|ne|ld|wn))\b",
        re.IGNORECASE,
    ),
}
_UNDONE = {
    "zh": lazy_pattern(
        r"尚未|仍未|还未|还没|未能|(?<![尚仍还并从])未(?=[\u4e00-\u9fff]{2})(?![来知必成婚])|没有能|没能|尚无|无法|尚待|有待"
    ),
    "en": lazy_pattern(
        r"\b(?:(?:has|have) (?:not|never|yet to)|(?:has|have)n't|not (?:\w+ )?yet|yet to|unable to|failed to)\b",
        re.IGNORECASE,
    ),
}


def _advanced(case: Case, clause: Clause) -> Iterator[Finding]:
    """A word of settlement in a clause whose like in the evidence is open, and has none."""
    language = case.sentence.language
    closed = _closings(clause.text, language)
    if not closed or _TENTATIVE[language].search(clause.text):
        return
    home = _home(case, [clause]) or _home(case, case.sentence.clauses_of(clause.sentence))
    if home is None:
        return
    text, start, end = home
    there = text.text[start:end]
    opened = [
        m.group()
        for m in _OPEN[language].finditer(there)
        if m.group().lower()
        not in case.sentence.text[led_in(case.sentence, clause) : case.sentence.sentences[clause.sentence][1]].lower()
        and _governs(text, start + m.start(), start + m.end(), case.sentence, clause)
        and not (_SPEECH.match(m.group()) and attributed(case.sentence))
        and not (_FORESEES.match(m.group()) and _THINKS.search(case.sentence.sentence_of(clause)))
    ]
    if not opened or (re.match(r"yet|尚|有待", opened[0]) and denials(case.sentence.text, language)):
        return
    special = closed - _GENERIC
    if special <= _closings(text.text, language) if special else _closings(there, language):
        return
    yield Finding("hedge", "fail", "hedge_dropped", (opened[0],))


#: Who thinks it will be so expects it.
_FORESEES = lazy_pattern(r"预[计期测料估]|expect|forecast|anticipat|predict", re.IGNORECASE)
_THINKS = lazy_pattern(r"认为|觉得|看来|估计|料想|\b(?:believ\w+|thinks?|thought|reckons?|expects?)\b", re.IGNORECASE)
_SPEECH = lazy_pattern(
    r"自称|声称|辩称|指控|举报|主张|建议|alleg|accus|claim|believ|said|locals|suggest|recommend", re.IGNORECASE
)
_ATTRIBUTED = lazy_pattern(
    r"表示|认为|指出|看来|(?<![根依])据|称|所[说言]|说(?![明法服])|\b(?:according to|said|says|told|thinks?|believ\w+|in (?:the|his|her|its|their) (?:view|opinion)|prosecutors)\b",
    re.IGNORECASE,
)


def attributed(text: Passage) -> bool:
    """Whether a sentence gives what it tells as somebody's word."""
    return bool(_ATTRIBUTED.search(text.text))


def _governs(text: Passage, start: int, end: int, sentence: Passage, clause: Clause) -> bool:
    """Whether an open word of the evidence bears on what the clause says: on words after it up to a turn, or just before."""
    home = next(c for c in text.clauses if c.start <= start < c.end)
    turn = _TURN_WITHIN.search(text.text, end, home.end)
    stop = turn.start() if turn else home.end
    if len(text.text[end:stop].strip()) <= (3 if text.language == "zh" else 12):
        following = [c for c in text.clauses_of(home.sentence) if c.start >= home.end]
        stop = following[0].end if following else stop
    before = [w for w in home.words if w.content and w.end <= start]
    since = before[-3].start if len(before) >= 3 else home.start
    scope = text.content_keys(end if _JOINED.search(text.text, home.start, start) else since, stop)
    open_too = (
        c for c in sentence.clauses_of(clause.sentence) if c is not clause and denials(c.text, sentence.language)
    )
    whole = (
        frozenset[str]()
        .union(*(c.keys for c in sentence.clauses_of(clause.sentence)))
        .difference(*(c.keys for c in open_too))
    )
    told = text.content_keys(*text.sentences[home.sentence])
    return 2 * len(scope & clause.keys) >= max(1, len(told & clause.keys)) or len(scope & whole) >= 3


#: A second predicate: what stands before the joint is told apart from it (launched it and plans to …).
_JOINED = lazy_pattern(r"(?:[并且而]|\b(?:and|but|or)\s(?:now |also |then |still )?)$", re.IGNORECASE)
_TURN_WITHIN = lazy_pattern(r"但|而(?!是)|\b(?:yet|but|although|though|while|whereas|which|who|and)\b", re.IGNORECASE)
_GENERIC = frozenset({"已", "已经", "已于", "已在", "已被", "正式", "already"})


def _closings(text: str, language: str) -> frozenset[str]:
    """The words of settlement that nothing denies."""
    return frozenset(
        m.group().lower()
        for m in _CLOSED[language].finditer(text)
        if not _NOT_CLOSED.search(text[: m.start()]) and not _EXPECTED.search(text[: m.start()])
    )


def _bare(case: Case, clause: Clause) -> Iterator[Finding]:
    """A clause whose only like in the evidence is a guess, in a sentence without any tentative word."""
    if tentative(case.sentence, clause) or len(clause.keys) < 2 or denials(clause.text, case.sentence.language):
        return
    scored = sorted(
        (
            (similarity(clause, other), number, other, text)
            for text in case.evidence
            if text.language == case.sentence.language
            for number, other in enumerate(text.clauses)
        ),
        key=lambda item: (-item[0], item[1]),
    )
    if not scored or scored[0][0] < _ALIKE:
        return
    best, _, other, text = scored[0]
    everything = frozenset[str]().union(*(c.keys for c in case.sentence.clauses))
    firm = _WILL.search(case.sentence.sentence_of(clause))
    opened = _opened(text, other, (case.sentence, clause)) or _condition(text, other, everything)
    if opened and _SPEECH.match(opened) and attributed(case.sentence):
        return
    if opened is None or (firm and _PLANNED.match(opened)):
        return
    if any(score >= best - 0.15 and _opened(t, c) is None for score, _, c, t in scored[1:]):
        return
    yield Finding("hedge", "fail", "hedge_dropped", (opened,))


def _affirmed(case: Case, clause: Clause) -> Iterator[Finding]:
    """What somebody guesses told with a word that it is indeed so."""
    language = case.sentence.language
    match = _INDEED[language].search(clause.text)
    home = _home(case, [clause]) if match else None
    if match is None or home is None:
        return
    told = home[0].text[home[1] : home[2]]
    guess = _GUESSED[language].search(told)
    if guess and not _INDEED[language].search(told) and not _GUESSED[language].search(case.sentence.text):
        yield Finding("hedge", "fail", "certainty", (match.group(),))


def _weakened(case: Case, clause: Clause) -> Iterator[Finding]:
    """What the evidence has established told as suspected, disputed or possible."""
    language = case.sentence.language
    match = _DOUBTED[language].search(clause.text)
    home = _home(case, [clause]) if match else None
    if match is None or home is None:
        return
    text, start, end = home
    sure = _ESTABLISHED[language].search(text.text, start, end)
    where = clause_at(text, sure.start()) if sure else None
    if where is None or denials(where.text, language) or _ASKS.search(text.text, start, end):
        return
    if not _TENTATIVE[language].search(text.text, start, end) and match.group() not in text.text:
        yield Finding("hedge", "fail", "hedge_added", (match.group(),))


_INDEED = {
    "zh": lazy_pattern(r"(?<![明的准正精])确(?:已|实|为|系|属|有)|的确|属实|千真万确"),
    "en": lazy_pattern(r"\b(?:indeed|in fact|as a matter of fact|it is true that|undeniabl[ey])\b", re.IGNORECASE),
}
_GUESSED = {
    "zh": lazy_pattern(r"估计|推测|猜测|推断|怀疑|传闻|据传|可能|或许|有人|有观点|分析人士|声称|指控|认为|预计|估算"),
    "en": lazy_pattern(
        r"\b(?:estimat\w+|guess\w*|suspect\w*|alleg\w+|claim\w*|believ\w+|thought|rumou?r\w*|(?-i:may)|might|could|perhaps|possibly|probably|(?<!\bas )(?<!more )(?<!less )likely|expect\w*|according to some|argu\w+)\b",
        re.IGNORECASE,
    ),
}
_DOUBTED = {
    "zh": lazy_pattern(
        r"疑似|疑为|猜测|猜想|推测|正?在考虑|有意|酝酿|打算|或许|(?:尚|仍)?(?:存在?|有)(?:较大|不小)?争议|存疑|(?:尚|并)?(?:无|未有|没有|未得出)定论|有待(?:证实|验证|确认|核实)|未经证实|据传|传闻|说法不一"
    ),
    "en": lazy_pattern(
        r"\b(?:(?-i:may)|might|perhaps|possibly|suspect(?:s|ed)?|alleged(?:ly)?|unconfirmed|disputed|contested|in doubt|doubtful|rumou?red|reportedly|unclear|uncertain|unproven|could(?! not| no\b)|allegations?|alleges?|(?:has|have) yet to|is yet to|may yet|open question|undecided|(?:is|are|was|were) (?:considering|weighing|mulling|exploring)|hopes? to|in talks)\b",
        re.IGNORECASE,
    ),
}
_ESTABLISHED = {
    "zh": lazy_pattern(
        r"(?<![未待需要不])(?:已|最终|正式)?(?:确认|证实|查明|查实|核实|认定|证明)(?!是否)|一致(?:表明|显示|认为|证明)|确凿|公认|(?<![未待需要不])(?:获批|批准了|已批准|核准|已开工|已签署|已完成|已通过|写入)"
    ),
    "en": lazy_pattern(
        r"\b(?:established|confirmed|proved|proven|verified|determined|found that|concluded that|ascertained|demonstrated|consistently|(?:has|have|had) (?:been )?(?:approved|signed|adopted|committed|completed|agreed|passed|decided|ordered|opened|begun)|approved (?:the|a|an|its)|(?:construction|tunnelling|work|building) (?:began|started))\b",
        re.IGNORECASE,
    ),
}
_ALIKE, _COPY = 0.5, 0.85
_WILL = lazy_pattern(r"[将会](?![议员计])|\b(?:will|is to|are to|shall)\b", re.IGNORECASE)
_PLANNED = lazy_pattern(r"拟|打算|计划|plan|intend|aim", re.IGNORECASE)
_GUESS = {
    "zh": lazy_pattern(
        r"(?<![的不])可能(?!性)|或许|也许|推测|猜测|怀疑|疑似|涉嫌|举报|传闻|传言|据传|声称|指控|原告[^，。；]{0,4}(?:称|主张|指|诉称|认为)|未经证实|拟(?!合|人|态|声)|希望|设想|酝酿|考虑|打算|或(?=[^者多少，。]{1,8}[出源将会因由受])"
    ),
    "en": lazy_pattern(
        r"\b(?:(?-i:may)(?! not| no\b| only| be (?:made|used|paid|taken|granted|submitted|sold|held|kept))|might|could(?! not| no\b)|suspect\w*|possibl[ey]|perhaps|alleg\w+|rumou?r\w*|unconfirmed|reportedly|hopes?|hoped|considering|exploring|in talks|(?:is|are|was|were|been|stands?|stood) accused|accus(?:es|ed) (?:\w+ ){1,5}of|plans? to|intends?|aims? to|appear(?:s|ed)? to|speculat\w+|locals say)\b",
        re.IGNORECASE,
    ),
}
#: Conditions: what they open is told without them only when the sentence has nothing of them.
_IF = lazy_pattern(
    r"(?<![\u4e00-\u9fff])若(?!干)|如果|一旦|倘若|假如|\b(?:if|should the|provided that|assuming)\b", re.IGNORECASE
)
_RULE = lazy_pattern(r"\b(?:only|any|either|no|every)\b[^.;]*\bmay\b|\bpermi\w+|\brules?\b", re.IGNORECASE)
_TURN = lazy_pattern(
    r"\s*(?:但|而|不过|然而|同时|目前|but\b|while\b|whereas\b|although\b|though\b|and\b)", re.IGNORECASE
)


def _opened(text: Passage, clause: Clause, mine: tuple[Passage, Clause] | None = None) -> str | None:
    """The guess that governs a clause: in it, or before it in its sentence up to a turn."""
    found = None
    for other in text.clauses_of(clause.sentence):
        if other.start > clause.start:
            break
        if _TURN.match(other.text):
            found = None
        match = _GUESS[text.language].search(other.text)
        if match and other is clause and mine is not None:
            inside = clause.start + match.start(), clause.start + match.end()
            match = match if _governs(text, *inside, *mine) else None
        if match and not (match.group().lower() == "may" and _RULE.search(other.text)):
            ends = other is clause or len(other.text.rstrip()) - match.end() <= 4 or len(other.keys) <= 2
            found = match.group() if ends else found  # a guess with its own predicate holds for that alone
    return found


def _condition(text: Passage, clause: Clause, sentence: frozenset[str]) -> str | None:
    """The condition a clause stands under, when the sentence has nothing of it."""
    for other in text.clauses_of(clause.sentence):
        match = _IF.search(other.text)
        if match and other is not clause and not (other.keys & sentence):
            return match.group()
    return None


def _home(case: Case, clauses: Sequence[Clause]) -> tuple[Passage, int, int] | None:
    """The sentence of the evidence that clauses restate: the one with most of what tells the sentences apart."""
    mine = frozenset[str]().union(*(keys | pairs for keys, pairs in map(features, clauses)))
    rows = _rows(case.evidence, case.sentence.language)
    counted = Counter(key for _, _, _, known in rows for key in known)
    scored = [(sum(1 / counted[k] for k in mine & known), text, s, e) for text, s, e, known in rows]
    score, text, start, end = max(scored, key=lambda row: row[0], default=(0.0, case.sentence, 0, 0))
    return (text, start, end) if score >= 2 else None


def _homes(case: Case, clause: Clause) -> Iterator[tuple[Passage, int, int]]:
    """The sentence of the evidence that a clause restates, and the others that have two of its content words."""
    home = _home(case, [clause])
    if home is not None:
        yield home
    for text, start, end, _ in _rows(case.evidence, case.sentence.language):
        if (text, start, end) != home and len(text.content_keys(start, end) & clause.keys) >= _TWO:
            yield text, start, end


_TWO = 2


@lru_cache(maxsize=256)
def _rows(evidence: tuple[Passage, ...], language: str) -> tuple[tuple[Passage, int, int, frozenset[str]], ...]:
    rows = []
    for text in evidence:
        if text.language != language:
            continue
        for number, (start, end) in enumerate(text.sentences):
            known = frozenset[str]().union(*(k | p for k, p in map(features, text.clauses_of(number))))
            rows.append((text, start, end, known))
    return tuple(rows)
