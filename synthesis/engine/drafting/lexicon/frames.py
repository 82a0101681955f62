"""What opens a sentence without saying anything: turns of phrase that lead from one statement to the next."""

from __future__ import annotations

from synthesis.engine.patterns import lazy_pattern

_SEEN_ZH = r"(?:来看|看来|来讲|来说|而言|出发|看)"
_TEXTS_EN = (
    r"(?:the )?(?:available |present |cited )?(?:material|data|evidence|sources?|figures|numbers|findings|excerpts?)"
)
_FRAME = lazy_pattern(
    r"(?:"
    r"(?:此外|另外|除此之外|同时|与此同时|与之相对|[与和]此相对|相[比较]之下|相形之下|对照之下|另一方面|在(?:这|此)(?:一)?方面|就此而言|(?:数据|资料|材料)方面"
    r"|(?:现有|相关|有关|上述|以上)?(?:资料|材料|数据|证据|文献|摘录|来源)(?:都|均)?(?:显示|表明)|平均(?:下来|而言|来看|来说|算下来)|算下来|首先|其次|再次|最后|再者|换言之|换句话说|也就是说|简言之|简而言之|综上(?:所述)?|总(?:的)?来[看说]|总而言之|总之"
    rf"|(?:总体|整体|具体|一般|综合)(?:{_SEEN_ZH}|上)?|(?:从|就)(?:[^，。；\d]{{0,4}}(?:材料|资料|数据|证据|整体|总体|全局|长远|现有情况|实际情况|结果|内容)){_SEEN_ZH}"
    r"|(?:需要|应当|应该|必须|还需|尤其|特别)?(?:值得|需要|应当|应|须|需)(?:特别|进一步)?(?:注意|指出|关注|强调|说明|一提|提及|补充|看到)的是"
    r"|(?:不难|可以|由此可以|应当|应该|我们可以)(?:看到|看出|发现|注意到)|由此可见|可见|在(?:这|此)(?:一)?背景下|在此(?:基础|前提)上|事实上|实际上)，"
    r"|(?:(?:in addition|additionally|moreover|furthermore|besides|notably|overall|specifically|more specifically|in particular|in other words|that is to say|in short"
    r"|in sum|to sum up|in summary|at the same time|meanwhile|by way of illustration|in this context|against this background|in fact|taken together|broadly speaking"
    r"|(?:in|by) (?:contrast|comparison)|conversely|on the other hand|on the one hand|for (?:its|their|his|her) part|here too|here again|likewise|similarly|indeed"
    r"|in (?:this|that) (?:respect|regard|connection|area)|by the same token|all in all|on the whole|by and large|in general|generally speaking|in essence|importantly|interestingly"
    rf"|(?:as (?:for|to|regards)|turning (?:now )?to|regarding|concerning|with (?:regard|respect) to|in terms of|looking at|when it comes to|according to) {_TEXTS_EN}"
    r"|finally|first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly),"
    r"|(?:it (?:is|should be|must be|may be) (?:also )?(?:worth (?:noting|mentioning|pointing out)|noted|stressed|emphasi[sz]ed|recalled|noteworthy|notable|important to note)"
    rf"|(?:as )?{_TEXTS_EN} (?:also )?(?:shows?|indicates?|reveals?|makes? (?:it )?clear|tells? us)) that|as {_TEXTS_EN} (?:also )?(?:shows?|indicates?|makes? clear),)\s"
    r")\s*"
)

#: Where a statement may begin within a sentence.
_STARTS = lazy_pattern(r"[；。！？;.!?](?:\s+|(?=[\u4e00-\u9fff]))")


def without_frame(sentence: str) -> str:
    """A sentence without what opens it and says nothing; as it is where nothing else is left."""
    text = sentence.lstrip()
    while (match := _FRAME.match(text[:1].lower() + text[1:])) and text[match.end() :].strip():
        text = text[match.end() :].lstrip()
        text = text[:1].upper() + text[1:]
    return text or sentence


def without_frames(sentence: str) -> str:
    """A sentence without what opens it or a later statement of it and says nothing."""
    text, at = without_frame(sentence), 0
    while (start := _STARTS.search(text, at)) is not None:
        at = start.end()
        match = _FRAME.match(text[at : at + 1].lower() + text[at + 1 :])
        if match is not None and text[at + match.end() :].strip():
            text = text[:at] + text[at + match.end() :]
    return text
