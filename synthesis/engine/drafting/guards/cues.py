"""The words that tell an operation on figures: 合计 a sum, 相差 a difference, of them a share."""

from __future__ import annotations

import re

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.nearness import COARSE
from synthesis.engine.drafting.guards.reckoning import COUNTED, Result, near
from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_CUES: dict[str, re.Pattern[str]] = {
    "moved": lazy_pattern(
        r"缩短|压缩|减|(?<![新])增(?!值税)|降(?!雨|水|解)|升(?!级)|提高|扩大|收窄|[上下]调|涨|跌|加快|放慢|提[前早]|推迟|延长|超[出额]|超(?=上年|去年|前|目标|计划)|领先|落后|攀|进步|后退|节省|节约|便宜|更?贵|相差|之差|差[距额值异]|缺口|[高低多少快慢早晚胜]出"
        r"|(?:[多少高低快慢早晚大小短长差贵]|不[足到])(?:出|了|于|过)?(?:约|近|将近|超过?|逾|大约|整整)?(?=[0-9一二两三四五六七八九十百千半数])|[较比].{1,16}[多少高低快慢早晚大小短长贵](?!数)"
        r"|\b(?:more|less|fewer|higher|lower|increas\w*|decreas\w*|ris\w+|rose|fell|fall\w*|cut\w*|gap|differ\w*|by|reduc\w*|up|down|extra|additional|"
        r"ahead|behind|longer|shorter|than|exceed\w*|gain\w*|los\w+|improv\w*|add\w*|drop\w*|gr[eo]w\w*|widen\w*|narrow\w*|margin|above|below|climb\w*|sav\w+|"
        r"(?:over|under|beyond) (?:budget|targets?|plan\w*|estimates?|quota|schedule)|surpass\w*|outpac\w*|beat\w*|shr[aiu]nk\w*|declin\w*|disappear\w*|faster|slower|cheaper|expand\w*|premium|discount|majority|lead|short of|vanish\w*|halv\w+)\b",
        re.IGNORECASE,
    ),
    "rest": lazy_pattern(
        r"留下|余额|盈余|扣除|净|余[约近]?(?=[0-9一二三四五六七八九十百千])|其余|余下|剩余|剩下|其他|另外|另有|其中|仍有|尚有|还有|[没未不无非]"
        r"|\b(?:remain\w*|rest|others?|balance|leav\w+|left|not|no|never|without|un\w{4,}|neither|none|fail\w*|outstanding|still|net|minus|surplus|deficit|deduct\w*|profit|out of (?:operation|order|service|use|action))\b|n't\b",
        re.IGNORECASE,
    ),
    "sum": lazy_pattern(
        r"合计|总计|共计|全年|合共|累计|总共|一共|总|共|全部|两者|二者|三者|[两二三四五六七八九]\S|加起来|相加|合|并|或|[例人名家项户位件份][^，。；]{0,6}(?<!其)中(?=[，有占]|[^，。；\d]{0,8}占)"
        r"|\b(?:together|combined|joint\w*|between them|all|altogether|sum|total\w*|overall|both|in all|across|either|or|whole|with|(?:out )?of (?:the |these |those )?\d[\d,]*|over the (?:\w+ )?(?:years|months|quarters|period))\b",
        re.IGNORECASE,
    ),
    "each": lazy_pattern(r"每|平均|均|/|(?:dollars?|euros?|pounds|yuan|yen|[$€£][\d.,]+) an? [a-z]+|\ban? (?:square|cubic|kilo\w*|tonne|ton|litre|liter|hectare|acre|mile)\b|\b(?:per|each|every|average\w*|mean|apiece|a (?:head|piece|day|week|month|year))\b", re.IGNORECASE),
    "before": lazy_pattern(
        r"去年|上年|前|此前|原|以前|曾|当时|基期|同期|上一|上个?[月季]|年的|期|初"
        r"|\b(?:year|quarter|month|decade|week|before|earlier|previous\w*|last|prior|from|then|had|was|were|once|ago|originally|initial\w*)\b",
        re.IGNORECASE,
    ),
    "after": lazy_pattern(
        r"将|会|可|预计|至|到|达|后|现|已|如今|目前|\b(?:will|would|to|now|reach\w*|after|bring\w*|become\w*|today|current\w*|has|have|is|are)\b",
        re.IGNORECASE,
    ),
    "whole": lazy_pattern(r"共|总|全|\b(?:out of|of the|in all|all|altogether|total\w*)\b", re.IGNORECASE),
    "yearly": lazy_pattern(r"年|\b(?:annual\w*|yearly|years?)\b", re.IGNORECASE),
    "monthly": lazy_pattern(r"月|\bmonth\w*\b", re.IGNORECASE),
    "pace": lazy_pattern(r"增速|涨幅|增幅|快|\b(?:fast\w*|quick\w*|pace|growth|rate)\b", re.IGNORECASE),
    "share": lazy_pattern(
        r"占|比重|比例|份额|之中|其中|中|里|率|约为|相当于|只有|仅|不足|近|超|的|来自|过"
        r"|\b(?:of|shares?|proportion|account\w*|percent\w*|rates?|out|among|make\w* up|contribut\w*|from|in|only|equals?|just)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
_CUE_OF = {
    "difference": ("moved", "rest"), "moved": ("moved",), "rise": ("moved",), "fall": ("moved",), "sum": ("sum",),
    "rest": ("rest", "share"), "each": ("each",), "before": ("before",), "after": ("after",), "share": ("share",),
    "part": ("share", "sum"), "pace": ("pace",), "ratio": ("share",),
    "yearly": ("yearly",), "monthly": ("monthly",),
}  # fmt: skip


def cued_each(words: str) -> bool:
    """Whether words tell of something per head, per piece or on average."""
    return bool(_CUES["each"].search(words))


def cued(quantity: Quantity, result: Result, words: str) -> bool:
    """Whether the wording of a figure or around it tells the operation; products, multiples and greater wholes need no word."""
    coarse = quantity.unit_class == "percent" and COARSE.search(quantity.text)
    if coarse and result.operation in {"share", "part", "ratio"}:
        return True
    if result.operation == "whole" and quantity.unit_class in COUNTED and quantity.value < 10:
        return _CUES["whole"].search(words) is not None
    families = _CUE_OF.get(result.operation)
    if result.operation == "whole" and result.value != abs(quantity.value) and not quantity.qualifier:
        return _CUES["whole"].search(words) is not None
    if result.operation == "sum" and quantity.unit_class == "percent":
        words = words.replace(quantity.text, "")  # the 三 of 三成 sums up nothing
    return families is None or any(_CUES[name].search(words) for name in families)


def both_named(sentence: Passage, quantity: Quantity, result: Result) -> bool:
    """Whether the clause of a figure names what both operands of a sum are of: 九成以上来自巴西和美国."""
    clause = clause_at(sentence, quantity.start)
    if clause is None or result.operation != "sum" or len(result.operands) != 2 or not _AND.search(clause.text):
        return False
    one, two = (near(v) for v in result.operands)
    return bool((one - two) & clause.keys and (two - one) & clause.keys)


_AND = lazy_pattern(r"[和与及、]|\band\b", re.IGNORECASE)
