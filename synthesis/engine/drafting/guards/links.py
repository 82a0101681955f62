"""Causes as links between what acts and what comes of it, read from any connective, verb or noun; affirmed or denied.

A link of the sentence must be one of the evidence: not one turned round, not one that the evidence denies or gives
another cause, and none between things that the evidence only tells beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.disclaimers import DISCLAIMS
from synthesis.engine.drafting.guards.negations import marks_in
from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.drafting.lexicon.negation import PLAIN
from synthesis.engine.patterns import lazy_pattern

#: due to start: a date, no cause.
DUE = r"due to(?! (?:start|begin|open|close|end|finish|take|be|come|launch|expire|report|decide|arrive|complete|go|hold|enter|become|meet|vote)\b)"
_STEMS = (
    "rais|reduc|increas|boost|depress|slow|speed|worsen|improv|push|shorten|lengthen|delay|hurt|harm|damag|widen|narrow|squeez|erod|halv|curb|fuel|spur|limit|strain|lift|weaken|strengthen|forc|compel|oblig|caus"
    "|trigger|prompt|promot|help|hinder|hamper|prevent|stimulat|encourag|discourag|inflat|dampen|dent|aggravat|accelerat|allow|enabl|eas|attract|cut|drag|pull|spark|induc|driv|persuad|lower|protect|kill|destroy|wreck|ruin|sav|block"
)
_FORWARD = {
    "zh": lazy_pattern(
        r"(?<![由从])(?:推高|拉高|抬高|推升|推动|带动|拉动|带旺|拖慢|拖累|拖垮|压垮|拉低|压低|拉长|缩短|延长|提高(?=了)|提升(?=了)|增加(?=了)|增强(?=了)|扩大(?=了)|加快(?=了)|降低(?=了)|减少(?=了)|降低|加剧|加重|恶化(?=了)|改善(?=了)|减轻|减缓(?=了)|缓解|削弱|抑制|遏制|阻碍|制约|促进|促成|促使|带来(?!的)|造成|导致|致使|引发|引起|引爆|诱发|催生|激发"
        r"|使得|使(?![用命馆者])|(?<![责勒命下法禁指司政号敕明饬喝])令(?![人牌])|(?<![转出忍礼谦避])让(?![给步利渡与位出])|迫使|逼迫|逼得|挤压|打击|刺激|触发|酿成|引致|引来|引出|倒逼|换来|造就|铸就|铺就|促发|侵蚀|抵消|招致|殃及|助长|有损|损害|惠及|奠定|(?<=在)(?:提升|提高|降低|改善|增强|加快)|(?<=[可能会将])(?:增加|提高|减少|改善|延长|缩短))(?![，。；、]|$|变为|转为|作用|因素|效应|力[，。的度]|下[，。]|[^，。；]{1,12}的(?:因素|原因|主因)|(?:了|至|到)?(?:大?约|近|超过?|逾)?\d[\d.,]*[^，。；的\d]{0,6}(?:[，。；]|$))"
    ),
    "en": lazy_pattern(
        rf"\b(?!(?:pull|drag)\w*\s[^.;,]{{1,40}}?\s(?:out of|from)\b)(?:(?:(?:{_STEMS})(?:ed|es|s|ting|ing|led|ling)|cut|(?<=to )(?:{_STEMS})e?|(?<=will )(?:{_STEMS})e?|(?<=can )(?:{_STEMS})e?|(?<=could )(?:{_STEMS})e?|(?<=may )(?:{_STEMS})e?|(?<=helped )(?:{_STEMS})e?|(?<=s )(?<!\bas )(?<!\bits )(?<!\bthis )(?<!'s )(?:{_STEMS})e?(?=\s(?:the|its|their|a|an|\w+s)\b))"
        r"(?!\s+(?:slightly|sharply|markedly|steadily|strongly|rapidly|moderately|only|again|further|faster|slowly|significantly|substantially|considerably|marginally|modestly|while|whereas|but|when|by|of|in|on|at|for|from|and|or|was|were|is|are|has|have|had|will|who|that|which|as|after|since|than|with|to)\b)(?!\s+(?:about |around |nearly |over |almost |more than )?\d[\d.,]*\s?(?:%|per ?cent|percentage|points?))(?=\s+\w)|(?<=s )(?<!'s )cause(?=\s(?!of\b|for\b|and\b|or\b|to\b|is\b|was\b)\w)|drove|(?:made|makes|making)(?!\s(?:in|of|by|from|up|with|public|out|to|for|at|on|use|way)\b)|led\s(?:[\w' -]{1,50}?\s)?to(?=\s\w)(?!\s(?:conclude|believe|think|say|suggest|infer|expect|assume|argue|suspect|speculate|estimate|wonder)\b)|leads? to|leading to|(?:brought|brings|bringing)(?! (?:in|forward|together|back|home|out|it to|them to)\b)(?!\s[\w' -]{1,40}?\sto\s(?:\w+\s){0,3}(?:\d|a\s|an\s))|resulted in|results? in|resulting in|gave rise to|set off|left(?!\s[\w' -]{1,40}(?:unchanged|intact|untouched|alone))(?=\s(?:the|a|an|its|their|many|some|\w+s)\b[^.,;]{2,50}\s?\b(?:with(?:out)?|unable|facing|short|stranded|in|vulnerable|exposed|dependent|open|half|empty|idle|dry|dead|worse|poorer|weaker|\w+less|\w+ed|\w+ing)\b)"
        r"|(?:was|were|is|are|been) (?:responsible for|behind|to blame for)|lay behind|lies behind|explains?|explained|accounts? for|accounted for|meant that|means that|precipitated|underpinned|underpins|touched off|ushered in|culminated in|translate[sd]? into|contribut(?:ed|es|ing) to(?! \d)|paved the way for|sowed the seeds of|(?:is|was|are|were|be|been) (?:\w+ )?(?:blamed|credited|faulted) for)\b",
        re.IGNORECASE,
    ),
}
_SO = {
    "zh": lazy_pattern(r"因此|因而|(?<=，)(?:随之|接踵)而[来至]的是|(?<!之)所以|由此(?!前)|故而|为此|于是|从而|进而|以致|以至于|不得不|结果(?=，)"),
    "en": lazy_pattern(r"\b(?:therefore|thus|hence|consequently|as a result(?! of)|accordingly|thereby|(?:that|this|which)(?:['’]s| is| was| explains) (?:\w+ly )?why|(?<=, )so(?! that| far| as| long))\b", re.I),
}  # fmt: skip
_BACK = {
    "zh": lazy_pattern(
        r"(?:其|主要|根本|直接|首要|最大)*(?:原因|成因|起因|根源|根子|病根|缘由|症结|理由|诱因|推手|推力|动因|导火索|元凶|祸首|主因|功臣)(?:主要|就|则)?(?:在于|是|为|系)|(?:主要|部分|直接)?(?:源于|源自|缘于|归因于|归功于|归咎于|归结为|得益于|受益于|起因于|出自(?!同|[^，。；]{0,4}家)|起于|取决于)|(?:就|正|主要|还)?是(?:因为|由于|因)"
        r"|(?<=，)主要[是系](?!为|来自|面向|用于|针对|供|在)|靠的?是|背后，?(?:则|正|就)?是|问题(?:就|主要)?出在|说到底，?(?:还|就)?是(?:因为)?|归根(?:结底|到底|究底)，?(?:还|就)?(?:是|在于)(?:因为)?|多亏了?|全[靠赖](?:的是)?|有赖于|责任(?:主要)?在(?:于)?|(?:给出|提出|作出|做出)?的(?:解释|说法|判断|分析)是|究其原因，?(?:主要)?(?:是|在于)|(?:系|是)?由于|因为"
    ),
    "en": lazy_pattern(
        rf"\b(?:because of|because|{DUE}|owing to|citing|fearing(?! for\b)|wary of|point(?:s|ed|ing) to|thanks to|as a result of|(?:the|a) (?:result|product|consequence|effect) of|stem\w* from|result\w* from|aris\w+ from|arose from|came from|comes from|attribut\w+ (?:\w+ ){{0,1}}to|attribut\w+ by [\w ]{{2,30}}? to|ascrib\w+ to|blamed on|put down to|on account of"
        rf"|reflect(?:s|ed)?|follow(?:s|ed) from|(?:(?:{_STEMS})(?:ed|d|ted|ged|led)|cut|set off|hurt|made|driven|brought (?:on|about|down)) (?:(?:entirely|wholly|mainly|largely|mostly|chiefly|partly|solely|purely|primarily) )?by(?! (?:about |around |some |nearly |over |almost |more than |less than |well over |just over |more |a |an |up |as )*(?:\d|half|third|quarter|fifth|tenth))|(?:(?<=is )|(?<=are )|(?<=was )|(?<=were )|(?<=been )|(?<=mainly )|(?<=largely )|(?<=partly )|(?<=mostly )|(?<= put ))down to|(?:ha[sd]|have) (?:its|their) (?:roots|origins?) in|rooted in|on the back of|gr[eo]w(?:s|n)? out of|(?:a|in) (?:direct )?response to|(?:would|could) (?:not|never) have (?:\w+ ){1, 3}without|(?<!en )(?<!ed )by(?=\s(?:\w+ly\s)?(?!\w+thing\b|spring\b|evening\b|morning\b|being\b)\w{{3,}}ing\b))\b",
        re.IGNORECASE,
    ),
}
_FRONT = {
    "zh": lazy_pattern(r"由于|因为|鉴于|得益于|受益于|随着|(?<![因成认作称视])为了?(?=(?:缓解|应对|防范|预防|抵御|保障|提高|降低|加快|改善|实现|便于|吸引|争取|节省|节约|减少|增加|扩大|迎接|解决|满足|防止|避免|弥补|填补|适应|配合|化解|减轻|消化)[^，。；]{2,20}，)|(?<![未不没])受(?=[^，。；]{1,18}(?:影响|带动|推动|拖累|冲击))|(?<![原成病起诱基])因(?=[^此而素果为，。；]{2,24}[，而])"),
    "en": lazy_pattern(rf"\b(?:because of|because|{DUE}|owing to|citing|as a result of|thanks to|(?:prompted|driven|triggered|spurred|caused|forced|fuelled|fueled|encouraged|stung|alarmed|buoyed|pushed|induced) by)\b", re.I),
}  # fmt: skip
_TO_CAUSE = {
    "zh": lazy_pattern(r"(?P<e17>[^。；]{2,60}?)[把将](?:主要|大部分|头号)?(?:功劳|账|责任|原因)(?:主要|大部分)?(?:[记算归]在?了?|记到|推给)(?P<c17>[^，。；]{2,40}?)(?:上|头上|身上|(?=[，。；]|$))|(?<![原成病起诱基主动内外])因(?P<c16>[^此而素果为，。；]{2,16}?)(?P<e16>(?:下令|宣布|被|遭|停[飞产工运业牌课]|暂[停缓]|召回|推迟|延[期误]|取消|关[闭停]|下架|受[罚处]|获[刑罚]|[被处]罚|起诉|辞职|破产|倒闭|退市|中[止断]|终止|叫停|改道|绕行|减产|停摆)[^，。；]{2,40})|(?:让|使得?|令|导致|造成|促使|引发|引起|推动|拉动)(?P<e15>[^，。；]{2,30}?)的(?:正|恰恰|主要|就|直接|真正|根本)*(?:是|乃|系)(?P<c15>[^，。；]{2,40})|(?P<e14>[^，。；]{2,40}?)，?(?:主要|皆|都|全)?(?:系|是|乃|因|由)(?P<c14>[^。；]{2,60}?)(?:所致|使然)(?=[，。；]|$)|(?:若|如果|要|假如)?(?:不是|没有)(?P<c7>[^，。；]{2,30}?)，(?:便|就|也|恐怕|可能)*(?:不会|没|无)(?:有|出现|发生)?(?P<e7>[^，。；]{2,40})|(?P<e8>[^，。；]{2,40}?)(?:也|都|正)?(?:拜(?P<c8>[^，。；]{2,30}?)所赐|[与和](?P<c9>[^，。；]{2,30}?)脱不[开了]干系|(?:是|系)[对针]对?(?P<c10>[^，。；]{2,30}?)的(?:反应|回应|应对))|(?P<c11>[^，。；]{2,40}?)为(?P<e11>[^，。；]{2,30}?)(?:埋下|铺平|打开)了?(?:伏笔|隐患|道路|大门)|(?P<e6>[^。；，]{2,40})，(?P<c6>[^，。；]{2,30}?)(?:才|则|正|就|便)?(?<![不非未])(?:是|系|为)(?:其|主要的?|根本|直接|首要|关键|最大的?)*(?:原因|主因|成因|诱因|推手|推动力|动因|根源|元凶|症结)(?=[，。；]|$)|(?P<c5>[^。；，]{2,40}?)(?<!背后)(?:是|系|(?<![视认作成])为|成为了?|成了|构成了?|乃)(?P<e5>[^。；，]{2,40}?)的?(?:直接|主要|根本|首要|重要|间接|关键)*(?:原因|成因|诱因|根源|推手|主因|动因)(?!在于|是|为|之一)|在(?P<c4>[^，。；]{2,40}?)的?(?:推动|带动|驱动|促进|拉动|作用|影响|支持|刺激|助推)下，?(?P<e4>[^。；]{2,60})|(?:把|将)(?P<e>[^，。；]{2,40}?)(?:主要)?(?:归功于|归因于|归咎于|归结为|归之于)(?P<c>[^，。；]{2,40})|(?P<e2>[^，。；]{2,40}?)(?:系|是|乃)?(?<![理缘])由(?P<c2>[^，。；]{2,30}?)(?:所)?(?:引发|导致|造成|引起|带来|触发)|(?P<e3>[^，。；]{2,40}?)(?:，[^，。；]{0,4}?)?(?<!原因)(?<!主因)(?<!根源)(?:系|是|乃|皆|全是)(?P<c3>[^，。；]{2,30}?)(?:所致|使然|的结果|带来的|促成的|拉动的|推动的|换来的|惹的祸|造成的?|导致的?|引起的?|引发的?|之功|之故|的功劳)"),
    "en": lazy_pattern(r"\bit (?:was|is) (?:chiefly |mainly |largely |mostly |primarily |above all |simply |only )?(?!not\b)(?P<c18>[^.;,]{3,60}?) (?:that|which) (?=(?:let|lets|made|makes|allowed|enabled|caused|led|brought|drove|helped|kept|pushed|cut|raised|lowered|saved|sank|sent|spurred|prompted|forced|put)\b)(?P<e18>[^.;]+)|(?P<e17>[^.;]{0,60}\b(?:fin(?:e|ed|es|ing)|penalt(?:y|ies)|sanction(?:s|ed|ing)?|punish\w*|sued|su(?:es|ing)|prosecut\w+|charged|jailed|sentenced|suspended|expelled|sacked|dismissed|fired|reprimanded|blacklisted)\b[^.;,]{0,40}?) (?:for|over) (?:(?:allegedly|repeatedly|wrongly|illegally|having) )?(?P<c17>(?:failing to |not )?\w{3,}ing\b[^.;,]*)|(?P<e16>[^.;]{3,90}?) (?:after|when|once|following|as) (?P<c16>[^.;,]{3,90}), (?:which|something|a move|a step|a decision) [^.;,]{0,40}?\b(?:reason|cause|explanation|trigger)\b|(?P<e10>[^.;]{3,90}?),? (?:and|with) (?P<c10>[^.;,]{3,60}?)(?: (?:was|were|is|are|being))? (?:mainly |largely |partly |chiefly )?(?:to blame|responsible|the (?:\w+ )?(?:cause|reason|culprit))(?! (?:for|of|behind|why))\b|\b(?:responsibility|blame|credit|the fault) for (?P<e13>[^.;,]{3,80}?) (?:lie|lay|rest|fall|fell|go|went|belong)\w* (?:\w+ ){0,2}?(?:with|on|to) (?P<c13>[^.;,]+)|\b(?:were it not|had it not been|but) for (?P<c14>[^.;,]{3,80}), (?P<e14>[^.;]+)|\bwith (?P<c15>[^.;,]{3,80}?) (?:came|comes|has come) (?P<e15>[^.;,]+)|(?<=[,;:.] )(?:[\w'-]+ ){1,4}?(?:blame[sd]?|cite[sd]?|point(?:s|ed)? to|fault(?:s|ed)?) (?!on\b)(?P<c11>[^.;,]+?)(?= as (?:the|a) |[.;,]|$)|\b(?:attribut|ascrib)\w+\s+(?!by\b|to\b|\w+ to\b)(?P<e>[^.;,]+?)\s+to\s+(?P<c>[^.;,]+)|(?P<c12>[^.;,]{3,90}?)\s(?:was|were|is|are)\sthe (?:\w+ )?reason (?:why |that )?(?!for\b|behind\b|of\b)(?P<e12>[^.;,]+)|\b(?:the|its|their|one|a)\s(?:[\w-]+\s){0,2}?(?:(?:cause|causes|driver|drivers|explanation|culprit|trigger)\s(?:of|for|behind|why|that|in)|reasons?(?:\s(?:for|behind|why|that))?)\s(?P<e7>[^.;,]{3,90}?)\s(?:was|were|is|are|lay in|lies in|has been|being)\s(?!that\b)(?P<c7>[^.;]+)|(?P<c5>[^.;,]{3,90}?)(?:,[^.;,]{3,60},)?\s(?:was|were|is|are|be|been|being)\s(?:\w+\s){0,3}?(?:cause|causes|source|sources|reason|reasons|driver|drivers|culprit|trigger|driving force|factor|factors)\s(?:of|for|behind|why|in)\s(?P<e5>[^.;,]+)|\b(?:blam|pin)\w+\s(?P<e6>(?!on\b|for\b)[^.;,]{3,80}?)\son\s(?P<c6>[^.;,]+)|\btrac(?:ed|es|ing)\s(?P<e8>[^.;,]{3,80}?)\s(?:back\s)?to\s(?P<c8>[^.;,]+)|\bow(?:e[sd]?|ing)\s(?P<e9>[^.;,]{2,60}?)\sto\s(?P<c9>[^.;]+)|\bput\s+(?P<e4>[^.;,]+?)\s+down\s+(?:\w+\s)?to\s+(?P<c4>[^.;,]+)|\bblam\w+\s+(?P<c2>[^.;,]+?)\s+for\s+(?P<e2>[^.;,]+)|(?P<c3>[^.;,]+?)\s+(?:was |were |is |are )?credited\s+(?:\w+ ){0,3}with\s+(?P<e3>[^.;,]+)", re.I),
}  # fmt: skip
#: No cause: expressly, or of an effect that stayed as it was.
_UNTIED = lazy_pattern(
    r"(?:保持|维持)(?:不变|稳定)|(?:未|没有)(?:发生)?(?:变化|改变|变动|调整)|持平|无关|没有关联|无[^，。；]{0,4}(?:关系|影响)|并无[^，。；]{0,6}(?:关系|关联|影响)|没有[^，。；]{0,6}(?:关系|关联|影响)|关系不大|并非(?!唯一|全部|仅)[^，。；]{0,4}原因|不是(?!唯一|全部|仅)[^，。；]{0,4}原因|排除"
    r"|\b(?:unrelated to|no (?:\w+ )?(?:link|effect|relationship|connection|bearing)|not (?:\w+ )?(?:caus|relat|link|affect|attribut)\w*|ruled? out|unchanged|stayed (?:the same|flat)|independent of|had nothing to do with)\b",
    re.IGNORECASE,
)
_RATHER = lazy_pattern(
    r"而非|而不是|并非(?=[^，。；]{2,})|\brather than\b|(?<=, )not\b|\binstead of\b|\bnot(?= because\b| for\b| due\b)",
    re.I,
)
_BUT_BY = lazy_pattern(
    r"\bnot\b[^.;]*?\b(?:by|because of|due to|from|owing to|to)\s[^.;]*?,?\sbut\s(?:rather\s)?(?:by|because of|due to|from|owing to|to)\s(?P<c>[^.;,]+)",
    re.IGNORECASE,
)
#: What leads back to all that was told before: …, which in turn led to.
_RELATES = lazy_pattern(
    r"\s*(?:and\s)?(?:which|that|this|it)?\s*(?:has|have|had)?\s*(?:in turn|also|then|subsequently|eventually|ultimately|later)?\s*",
    re.IGNORECASE,
)
_BACKWARD = lazy_pattern(r"[将把][之其此]|这|此|\b(?:which|this|that|it)\b", re.IGNORECASE)
_ADDS = lazy_pattern(
    r"一是|一方面|二是|另一|以及|包括|叠加|加上|，[和与](?![^，。；]{1,16}(?:无关|不相干|没有?关系|关系不大))|，[及且并]"
)
_INNER = lazy_pattern(r"而|的?影响|的?带动|的?推动|的?拖累|的?冲击")
_WHEN = lazy_pattern(
    r"\b(?:after|before|since|when|following|during|until|because|owing to|due to|as)\b", re.IGNORECASE
)
#: A sentence that speaks of causes in words that are not read as a link.
SPEAKS = lazy_pattern(
    r", as\b|原因|因素|所致|导致|推动|贡献|作用|影响|效应|主因|归|随着|\b(?:cause[sd]?|because|reasons?|factors?|contribut\w+|drivers?|effects?|impacts?|thanks)\b",
    re.IGNORECASE,
)
_TURNS = lazy_pattern(r"但|不过|然而|；|\b(?:but|while|whereas|although|though)\b", re.IGNORECASE)
_HAN = lazy_pattern(r"[一-鿿]+")


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """What acts and what comes of it, as keys; whether the passage denies the link; its wording."""

    cause: frozenset[str]
    effect: frozenset[str]
    denied: bool
    text: str


@lru_cache(maxsize=2048)
def links(text: Passage) -> tuple[Link, ...]:
    """The causal links a passage tells or denies."""
    return tuple(link for link in _links(text) if link.cause and link.effect)


def _links(text: Passage) -> Iterator[Link]:
    language = text.language
    bodies = [_body(text, *span) for span in text.sentences]
    for number, (begin, stop) in enumerate(bodies):
        before = bodies[number - 1] if number else None
        taken: list[tuple[int, int]] = []
        for match in _TO_CAUSE[language].finditer(text.text, begin, stop):
            groups = {name[0]: name for name, value in match.groupdict().items() if value}
            taken.append(match.span())
            effect = match.span(groups["e"]) if "e" in groups else (match.start(), match.start())
            if not keys_between(text, *effect) or _NO_EFFECT.match(text.text[effect[0] : effect[1]]):
                effect = (begin, match.start()) if _says(text, begin, match.start()) or not before else before
            yield from _made(text, match.span(groups["c"]), effect, match.group())
        for kind, pattern in (("back", _BACK), ("front", _FRONT), ("so", _SO), ("forward", _FORWARD)):
            for match in pattern[language].finditer(text.text, begin, stop):
                if any(s < match.end() and match.start() < e for s, e in taken):
                    continue
                if kind == "forward" and (
                    _OWN.match(text.text, match.start())
                    or _WEIGHED.search(text.text[begin : match.start()])
                    or _ADJECTIVE.search(text.text[begin : match.end()])
                    or _ALONE.match(text.text, match.end())
                ):
                    continue
                since = max((e for s, e in taken if kind == "forward" and begin < e <= match.start()), default=begin)
                sides = _sides(text, since, stop, match, kind)
                if sides is None and kind == "back" and before and not _says(text, begin, match.start()):
                    sides = (match.end(), stop), before  # 销量下降。业内分析，原因是断货。
                if sides is not None:
                    taken.append(match.span())
                    yield from _made(text, *sides, match.group(), at=match.start())
        for match in _BUT_BY.finditer(text.text, begin, stop):
            yield from _made(text, match.span("c"), (begin, match.start()), match.group())
        yield from _rather_than(text, begin, stop)
        yield from _conceded(text, begin, stop)
        yield from _unknown(text, before, (begin, stop))
        for match in _UNTIED.finditer(text.text, begin, stop):
            clause, both = clause_at(text, match.start()), keys_between(text, begin, stop)
            beside = keys_between(text, clause.start, clause.end) if clause else both
            yield Link(beside, both, True, match.group())
            yield Link(both, beside, True, match.group())


_SAYS = r"(?:say|says|said|argue[sd]?|found|finds?|conclude[sd]?|believe[sd]?|thinks?|insist(?:s|ed)?|explain(?:s|ed)?|hold(?:s)?|report(?:s|ed)?|note[sd]?|claim(?:s|ed)?)"
#: Whose word it is, before or after what is told: no side of a link.
_OPENS = lazy_pattern(
    r"\s*(?:(?:据|按照?|根据)[^，。；]{2,20}(?:介绍|透露|消息|统计|分析|说法|解释|调查|报道|判断|数据|显示|披露|公告|通报)[^，。；]{0,4}，|在[^，。；]{2,14}看来，|[^，。；]{2,18}?(?<!被)(?:表示|认为|指出|介绍|解释|透露|坦言|强调|判断|披露|宣布|通报|公告|分析|显示|表明|提到|提及|反映|回应|承认|证实|声明|报道|写道|补充|发现|[一-鿿]{2}称|[一-鿿]{2}说|(?<=[方者局委厅部院司行会])[称说])[称说道]?[，：]"
    rf"|according to [^,.;]+,|in (?:the )?[^,.;]*?(?:view|opinion|account|eyes)(?: of [^,.;]+)?,|(?:the |an? |its )?(?:[\w'’-]+ ){{1,3}}{_SAYS} that )",
    re.IGNORECASE,
)
#: What stands where an effect would and is none: a pronoun, whose word it is.
_NO_EFFECT = lazy_pattern(r"[其此这]|[^，。；]{1,12}(?:称|说|表示|认为|指出|介绍|解释|分析|坦言)(?:主要|全|都)?$")
#: What somebody says beside: due to repairs and that demand had held up.
_BESIDES = lazy_pattern(r",? and that\b|, (?:adding|saying|noting|stressing)\b", re.IGNORECASE)
_CLOSES = lazy_pattern(
    rf",\s*(?:the |an? |its |his |her |their )?(?:[\w'’-]+ ){{0,4}}{_SAYS}[^,.;]{{0,20}}[.;]?\s*$", re.IGNORECASE
)


def _body(text: Passage, begin: int, stop: int) -> tuple[int, int]:
    """A sentence without the words that say whose word it is."""
    opening, closing = _OPENS.match(text.text, begin, stop), _CLOSES.search(text.text, begin, stop)
    return (opening.end() if opening else begin), (closing.start() if closing else stop)


#: improved lighting, a reduced rate: a participle that only describes.
_ADJECTIVE = lazy_pattern(
    r"(?:^\s*|\b(?:that|the|a|an|of|by|with|for|from|in|on|at|its|their|his|her|our|and|or|more|better)\s)(?!let\b)\w+ed$",
    re.IGNORECASE,
)
#: Who moves a measure of its own only tells that it moved: raised its profit.
_OWN = lazy_pattern(
    r"(?:rais|reduc|increas|boost|improv|widen|narrow|lift|lower|cut|doubl|halv)\w* (?:its|their|his|her) (?:\w+ )?(?:profits?|earnings|revenues?|sales|turnover|output|production|rates?|prices?|dividends?|stakes?|share|forecasts?|guidance|targets?|headcount|workforce|spending|budgets?|margins?|losses|income|exports|imports)\b",
    re.IGNORECASE,
)
#: An act that somebody speaks of, no effect: ruled out raising fares.
_WEIGHED = lazy_pattern(
    r"\b(?:rul(?:ed?|es|ing) out|den(?:y|ies|ied)|consider(?:s|ed|ing)?|propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|recommend(?:s|ed|ing)?|discuss(?:es|ed|ing)?)\s$",
    re.IGNORECASE,
)
#: What follows a verb that has no object: times lengthened because of …
_ALONE = lazy_pattern(
    r"\s*(?:[,.;]|$|\b(?:because|owing|due|thanks|amid|when|while|as|since|after|before|during|again|further)\b)",
    re.IGNORECASE,
)
#: What comes about against something: no cause of it.
CONCEDES = lazy_pattern(
    r"尽管|虽然|虽|不顾|\b(?:although|even though|though|despite|in spite of|notwithstanding)\b", re.IGNORECASE
)


def _conceded(text: Passage, begin: int, stop: int) -> Iterator[Link]:
    """A denied link from what is conceded (although X, …) to what is told in spite of it."""
    for match in CONCEDES.finditer(text.text, begin, stop):
        clause = clause_at(text, match.start())
        if clause is None:
            continue
        cause = keys_between(text, match.end(), clause.end)
        rest = keys_between(text, clause.start, match.start())
        if not rest:
            following = next((c for c in text.clauses if c.start >= clause.end and c.end <= stop), None)
            rest = keys_between(text, following.start, following.end) if following else frozenset()
        yield Link(cause - rest, rest - cause, True, match.group())


#: A cause that nobody has found or told.
_UNKNOWN = lazy_pattern(
    r"(?:原因|成因|起因|诱因|根源|关系|联系|关联)[^，。；]{0,6}?(?:不明|未明|不详|不清楚|未知|待查|待定|(?:有待|待)[^，。；]{0,4}(?:查|研究|确认|证实)|未(?:能)?(?:查明|确定|公布|披露|说明|证实)|没有(?:查明|公布|披露|说明|定论)|(?:未有|尚无|并无|无)定论|在?调查(?:之)?中)"
    r"|(?:未|没有|未能|无法|尚未|并未|不能|难以)[^，。；]{0,4}(?:查明|确定|说明|解释|公布|披露|透露|证实|证明|厘清|判断|给出)[^，。；]{0,16}?(?:原因|成因|起因|诱因|为何|为什么|何以|因果|是否[^，。；]{0,12}(?:引起|导致|造成|有关|所致))"
    r"|\b(?:cause|causes|reason|reasons|explanation|driver|drivers)\b[^.;,]{0,40}?\b(?:unknown|unclear|uncertain|under investigation|being investigated|(?:not|yet to be|n't been|never) (?:\w+ ){0,2}(?:known|established|determined|identified|found|disclosed|given|clear|explained))\b"
    r"|\b(?:not|n't|never|yet to|unable to|fail(?:ed|s) to|declined to|without|cannot)\b (?:\w+ ){0,2}?(?:establish|determin|identif|explain|say|said|know|disclos|work|find|found|clear|specif|show|test|examin)\w*\b (?:out )?(?:what|why|whether|how|(?:the|a|any) (?:\w+ )?(?:cause|reason|explanation))\b"
    r"|\b(?:gave|given|gives|offered|offers) no (?:reason|explanation|cause)\b",
    re.IGNORECASE,
)


def _unknown(text: Passage, before: tuple[int, int] | None, body: tuple[int, int]) -> Iterator[Link]:
    """Denied links of what a sentence and the one before it tell, where the cause is called unknown or none is claimed:
    an unknown one from all that the passage speaks of."""
    told = keys_between(text, before[0] if before else body[0], body[1])
    for match in _UNKNOWN.finditer(text.text, before[0] if before else body[0], body[1]):
        yield Link(keys_between(text, 0, len(text.text)), told, True, match.group())
    for match in DISCLAIMS.finditer(text.text, *body):
        yield Link(told, told, True, match.group())


def _rather_than(text: Passage, begin: int, stop: int) -> Iterator[Link]:
    """A denied link from what is set aside in a sentence about causes (而非出口管制所致) to what else it tells."""
    if not SPEAKS.search(text.text, begin, stop) and not _BACK[text.language].search(text.text, begin, stop):
        return
    for match in _RATHER.finditer(text.text, begin, stop):
        clause = clause_at(text, match.start())
        if clause is not None:
            aside = keys_between(text, match.end(), clause.end)
            yield Link(aside, keys_between(text, begin, match.start()) - aside, True, match.group())


def _sides(
    text: Passage, begin: int, stop: int, match: re.Match[str], kind: str
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The spans of cause and effect about a connective, or None where it has no two sides."""
    clause = clause_at(text, match.start())
    if clause is None:
        return None
    turn = list(_TURNS.finditer(text.text, begin, match.start()))
    begin = turn[-1].end() if turn else begin
    after = _TURNS.search(text.text, match.end(), stop)
    stop = after.start() if after else stop
    head = max(begin, clause.start)
    opens = not _says(text, head, match.start()) or bool(_RELATES.fullmatch(text.text, head, match.start()))
    rest = (match.end(), min(stop, clause.end))
    if kind == "front":
        inner = _INNER.search(text.text, *rest) if text.language == "zh" else None
        if inner and (not opens or _says(text, inner.end(), rest[1])):
            return (rest[0], inner.start()), (begin, rest[1])
        if not opens and _says(text, clause.end, stop) and _bare(text, head, match.start()):
            return rest, (head, stop)  # 评级机构因债务到期，下调评级
        return (rest, (clause.end, stop)) if opens and _says(text, clause.end, stop) else None
    if kind == "back":
        if not _says(text, begin, match.start()):
            return None
        told = (max(begin, clause.start), match.start())
        if match.group() in _BEFORE_EFFECT and _says(text, clause.end, stop) and (opens or _bare(text, *told)):
            return None  # in front of what comes of it: 该校说明，由于人口外流，生源减少
        following = text.text[clause.end : stop]
        wide = (
            text.language == "en"
            or not _says(text, *rest)
            or _ADDS.search(text.text[match.end() : clause.end] + following)
        )
        besides = _BESIDES.search(text.text, match.end(), stop)
        return (
            (match.end(), besides.start() if besides else stop) if wide else rest,
            told
            if text.content_keys(*told) - _DEGREES and not _BACKWARD.search(text.text, *told)
            else (begin, match.start()),
        )
    if kind == "so" and _says(text, begin, clause.start):
        return ((begin, clause.start), (clause.start, stop))
    if kind == "so":
        return ((begin, clause.start if opens else match.start()), (match.end(), stop))
    cut = _WHEN.search(text.text, rest[0], rest[1])
    rest = (rest[0], cut.start()) if cut and _says(text, rest[0], cut.start()) else rest
    opened = (m.end() for m in _WHEN.finditer(text.text, max(begin, clause.start), match.start()))
    since = max((at for at in opened if _says(text, at, match.start())), default=begin)
    begin = max(begin, since)
    left = (begin, match.start()) if opens else (max(begin, clause.start), match.start())
    return (left, rest if _says(text, *rest) else (match.end(), stop))


_BEFORE_EFFECT = frozenset({"由于", "因为"})
#: A subject of a few characters, which a cause follows.
_NAMED = lazy_pattern(r"[\u4e00-\u9fffA-Za-z0-9]{2,10}(?<![是系就正都全乃皆均])")
#: mainly, partly: how far something is a cause.
_DEGREES = frozenset("main part big primary simp most just precise sol entire".split())


def _bare(text: Passage, start: int, end: int) -> bool:
    """Whether nothing but a name stands between two offsets: no predicate, so that what comes of it follows."""
    words = [w for w in text.words if start <= w.start and w.end <= end]
    named = _NAMED.fullmatch(text.text, start, end)
    return bool(named) and not any(
        w.tag.startswith(("v", "a", "i", "l", "d")) and w.tag not in {"vn", "an"} for w in words
    )


def _says(text: Passage, start: int, end: int) -> bool:
    return bool(text.content_keys(start, end))


def _made(
    text: Passage, cause: tuple[int, int], effect: tuple[int, int], wording: str, at: int | None = None
) -> Iterator[Link]:
    """The link of two spans; what a cause names as not acting (而非, rather than) is a link denied."""
    rather = _RATHER.search(text.text, cause[0], cause[1])
    denied = at is not None and _denied(text, at)
    result = keys_between(text, *effect)
    if rather:
        yield Link(keys_between(text, rather.end(), cause[1]) - result, result, True, wording)
        cause = (cause[0], rather.start())
    acting = keys_between(text, *cause)
    shared = acting & result
    if effect[0] <= cause[0] < cause[1] <= effect[1]:  # the effect is told around its cause
        yield Link(acting, result - acting, denied, wording)
        return
    yield Link(acting - shared, result - shared, denied, wording)


def _denied(text: Passage, at: int) -> bool:
    clause = clause_at(text, at)
    if clause is None:
        return False
    gap = 4 if text.language == "zh" else 12
    plain = PLAIN[text.language]
    near = (m for m in marks_in(text, clause) if 0 <= at - m.end() <= gap and plain.search(m.group()))
    return (
        any("的" not in text.text[m.end() : at] for m in near)
        or bool(  # 不改种的原因是: a cause, not denied
            _RATHER.search(text.text[max(clause.start, at - 6) : at])
        )
    )


@lru_cache(maxsize=16384)
def keys_between(text: Passage, start: int, end: int) -> frozenset[str]:
    """Content words and, in Chinese, pairs of characters between two offsets."""
    keys = text.content_keys(start, end) - _MOVES
    if text.language == "en" or end <= start:
        return keys
    pairs = {
        run.group()[i : i + 2] for run in _HAN.finditer(text.text, start, end) for i in range(len(run.group()) - 1)
    }
    return keys | {p for p in pairs if not _FUNCTION.search(p)}


#: Words of rise and fall: who moves, not that it moves, tells links apart.
_MOVES = frozenset("ris fall high chang grow 增长 下降 上升 提高 降低 减少 增加 变化".split())
_FUNCTION = lazy_pattern(r"[的了在和与及为是也都将于其该对从到把被由所而且并中使令让致导引起因造成系]")
