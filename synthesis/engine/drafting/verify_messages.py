"""Plain sentences for what the guards found, in the language of the checked sentence or of who reads them.

`{0}`, `{1}`, `{2}` are pieces of the sentence and of the evidence. The contract wants text here, not codes.
"""

from __future__ import annotations

from collections.abc import Sequence

_ZH = {
    "figure": "句中的“{0}”在所引材料中找不到；材料中的数值为：{1}。",
    "figure_none": "句中的“{0}”没有依据：所引材料中没有任何数值。",
    "unit": "句中的“{0}”与材料的单位或性质不一致；材料中为：{1}。",
    "qualifier": "“{0}”的限定语（约、超、不足等）与材料不一致；材料中为：{1}。",
    "numbered": "材料中“{0}”说的是“{1}”，不是“{2}”。",
    "origin": "“{0}”是变化之前的数值；材料中变化后的数值为{1}。",
    "misbound": "“{0}”张冠李戴：材料中与“{2}”对应的数值是{1}。",
    "change_unit": "变化“{0}”的单位与所接的“{1}”不合：百分点只能说明比率的变化。",
    "change_bound": "变化“{0}”接错了指标：句中接在“{1}”之后，材料中说的是“{2}”。",
    "basis": "“{0}”的比较基期或计算口径与材料不一致：句中为“{1}”，材料中为“{2}”。",
    "threshold": "“{0}”在材料中只用来划定范围，句中却写成了数值本身。",
    "comparison_alone": "比较“{0}”之前没有交代被比较的数值。",
    "scope": "“{0}”缺少范围：材料中是在“{1}”之内说的。",
    "share_of": "占比“{0}”缺少所指：材料中说的是“{1}”的占比。",
    "permission": "“{0}”改变了语气：材料中是允许或建议，不是能力。",
    "term_altered": "“{0}”与材料中的“{1}”只差一词，可能已不是同一事物。",
    "unfinished": "句子不完整：{0}。",
    "date": "时间“{0}”在所引材料中找不到；材料中的时间为：{1}。",
    "date_bound": "“{0}”对应的时间与材料不一致；材料中为：{1}。",
    "order": "“{0}”的先后与材料相反；材料中为：{1}。",
    "owner": "这里说的是“{0}”，材料中说的却是“{1}”。",
    "subject": "“{0}”所说的主体与材料不符；材料中为“{1}”。",
    "date_coarser": "时间“{0}”比材料宽泛；材料中为：{1}。",
    "relative_date": "相对时间“{0}”在材料中找不到，请写明年份；材料中的时间为：{1}。",
    "title": "《》中的名称“{0}”在所引材料中找不到。",
    "latin": "名称“{0}”在所引材料和术语表中找不到。",
    "name": "专名“{0}”在所引材料和术语表中找不到。",
    "term": "“{0}”在所引材料中找不到，可能换成了别的事物。",
    "quoted": "引号中的“{0}”与材料原文不符。",
    "negation_added": "“{0}”在句中被否定，而材料中是肯定的：{1}",
    "negation_dropped": "材料中“{0}”是否定的，句中丢失了否定：{1}",
    "direction": "“{0}”与材料的方向相反；材料中为“{1}”。",
    "hedge_dropped": "材料中有“{0}”等推测语气，句中写成了确定的事实。",
    "hedge_added": "“{0}”改变了语气：材料中是确定的陈述。",
    "certainty": "“{0}”比材料更肯定；材料中没有这样的断言。",
    "role": "“{0}”的施受关系与材料相反。",
    "swap": "“{0}”与“{1}”的位置与材料相反。",
    "path": "“从…到…”的起点和终点与材料相反：{0}。",
    "quantifier_strengthened": "“{0}”超出了材料的范围；材料中为“{1}”。",
    "quantifier_new": "材料中没有“{0}”这样的限定。",
    "quantifier_dropped": "材料中限定为“{0}”，句中丢失了这一限定。",
    "cause_upgrade": "材料只说明相关（“{1}”），句中用“{0}”写成了因果。",
    "cause_other": "材料中这一结果的原因不同：“{0}”。",
    "cause_apart": "“{0}”：材料在不同处分别说到这两件事，没有说一件引起另一件。",
    "cause_reversed": "因果方向与材料相反：“{0}”。",
    "addition": "“{0}”在所引材料中找不到依据，可能是多出来的说法。",
    "support_low": "句中实词只有{0}能在所引材料中找到，缺少：{1}。",
    "no_evidence": "没有提供依据材料。",
    "empty": "句子为空。",
    "language": "句子与材料语言不同，词语无法逐一核对。",
}
_EN = {
    "figure": "“{0}” is not in the cited evidence, which has: {1}.",
    "figure_none": "“{0}” has no basis: the cited evidence has no figures.",
    "unit": "“{0}” differs from the evidence in its unit or kind; the evidence has: {1}.",
    "qualifier": "The qualifier of “{0}” (about, over, under …) differs from the evidence: {1}.",
    "numbered": "In the evidence “{0}” is of “{1}”, not of “{2}”.",
    "origin": "“{0}” is what it was before; the evidence says it came to {1}.",
    "misbound": "“{0}” belongs to something else: for “{2}” the evidence gives {1}.",
    "change_unit": "The change “{0}” does not fit “{1}”: percentage points measure rates only.",
    "change_bound": "The change “{0}” is tied to “{1}” here; the evidence says it of “{2}”.",
    "basis": "“{0}” has another base or unit of account: “{1}” here, “{2}” in the evidence.",
    "threshold": "“{0}” only marks off a part in the evidence; the sentence states it as the value.",
    "comparison_alone": "“{0}” compares before the compared figure has been told.",
    "scope": "“{0}” has lost its scope: the evidence says it within “{1}”.",
    "share_of": "The share “{0}” has lost what it is of: the evidence speaks of “{1}”.",
    "permission": "“{0}” changes the tone: the evidence permits or advises, it does not state an ability.",
    "term_altered": "“{0}” differs by one word from “{1}” of the evidence and may be another thing.",
    "unfinished": "The sentence is incomplete: {0}.",
    "date": "The date “{0}” is not in the cited evidence, which has: {1}.",
    "date_bound": "The date of “{0}” differs from the evidence: {1}.",
    "order": "The evidence has “{0}” in the other order: {1}.",
    "owner": "This is told of “{0}”; the evidence tells it of “{1}”.",
    "subject": "The evidence says this of “{1}”, not of “{0}”.",
    "date_coarser": "The date “{0}” is coarser than in the evidence: {1}.",
    "relative_date": "The relative date “{0}” is not in the evidence; write the year. The evidence has: {1}.",
    "title": "The title “{0}” is not in the cited evidence.",
    "latin": "The name “{0}” is neither in the cited evidence nor in the glossary.",
    "name": "The name “{0}” is neither in the cited evidence nor in the glossary.",
    "term": "“{0}” is not in the cited evidence; it may stand for something else.",
    "quoted": "The quoted words “{0}” differ from the evidence.",
    "negation_added": "“{0}” is denied here but affirmed in the evidence: {1}",
    "negation_dropped": "“{0}” is denied in the evidence; the negation is lost here: {1}",
    "direction": "“{0}” runs against the evidence, which says “{1}”.",
    "hedge_dropped": "The evidence is tentative (“{0}”); the sentence states it as fact.",
    "hedge_added": "“{0}” changes the tone: the evidence states it as fact.",
    "certainty": "“{0}” is more certain than the evidence.",
    "role": "Who does what to whom in “{0}” is reversed against the evidence.",
    "swap": "“{0}” and “{1}” have changed places against the evidence.",
    "path": "Start and end are reversed against the evidence: {0}.",
    "quantifier_strengthened": "“{0}” goes beyond the evidence, which says “{1}”.",
    "quantifier_new": "The evidence has no such restriction as “{0}”.",
    "quantifier_dropped": "The evidence says only “{0}”; the sentence lost this.",
    "cause_upgrade": "The evidence states only a relation (“{1}”); the sentence makes it a cause with “{0}”.",
    "cause_other": "The evidence gives this effect another cause: “{0}”.",
    "cause_apart": "“{0}”: the evidence tells the two things in different places and does not say that one led to the other.",
    "cause_reversed": "Cause and effect are reversed against the evidence: “{0}”.",
    "addition": "Nothing in the cited evidence says “{0}”; it seems to be added.",
    "support_low": "Only {0} of the content words are in the cited evidence; missing: {1}.",
    "no_evidence": "No evidence was given.",
    "empty": "The sentence is empty.",
    "language": "Sentence and evidence are in different languages; words cannot be compared.",
}


# What a guard gives for a piece that the other side does not have.
_LACKING = "—"
_UNSAID_ZH, _UNSAID_EN = "未写明", "not stated"


def message(code: str, parts: Sequence[str], language: str) -> str:
    """The sentence for a finding's code and parts; `language` is "zh" or "en". Raises KeyError, IndexError for what no
    guard finds."""
    words, unsaid = (_ZH, _UNSAID_ZH) if language == "zh" else (_EN, _UNSAID_EN)
    return words[code].format(*(unsaid if part == _LACKING else part for part in parts))
