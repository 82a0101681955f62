"""Comparisons: which side is higher, better or more, whatever the wording.

`A高于B`, `B低于A`, `A比B高`, `与B相比，A更高`, `A is higher than B` give the same reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.forms import Forms
from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.patterns import lazy_pattern

_UP = "高大多强快长早好深厚宽优贵重远久"
_DOWN = "低小少弱慢短晚差浅薄窄劣便廉轻近迟"
_VERBS_ZH = {
    1: "[高多大长重贵远久宽深厚]于|优于|强于|快于|超过|超出|超越|(?:遥遥|大幅|明显)?领先于?|高出|好于|[早先]于|胜过|胜于|赛过|盖过|压过|赶超|反超|跑赢|压倒|[高多大快强长好重贵]过",
    -1: "[低少小短轻窄浅薄]于|劣于|弱于|慢于|不及|(?:大幅|明显)?落后于?|不如|差于|[晚迟]于|逊于|逊色于|跑输|不敌|[比赶追]不上|[低少慢差短]过",
}
_VERB_ZH = {sign: lazy_pattern(words) for sign, words in _VERBS_ZH.items()}
_MARK_ZH = r"(?:\d[\d.]*[\u4e00-\u9fff%]{0,4}?的)?[\u4e00-\u9fff]{1,6}(?:线|值|标准|门槛|目标|水平)"  # 100的荣枯线
_FIGURE = rf"(?:(?={_MARK_ZH})|(?!\s*(?:约|近)?(?:[一二三四]季度|\d|[一二两三四五六七八九十百千万半数](?![级线期甲类代轮届产手氧者]))))"
_FIGURE_EN = r"(?:about |around |some |nearly |just |the |an? )?(?:\d|(?:half|twice|double|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\b)"
_RANKED_ZH = {1: "之前|之上|前面|前头|上面|上方|以上", -1: "之后|之下|后面|身后|后头|下面|下方|以下|之内|以内"}
_EVEN_ZH = "持平|相同|相等|等同|齐平|一样[高多大快长重]?|同样[高多大快长重]|不相上下|旗鼓相当|不分伯仲|不分上下|难分高下|并驾齐驱"
_MORE_ZH = "更为|更加|更|较为|较|偏|相对|比较"
_ADJECTIVE_ZH = f"[{_UP}{_DOWN}]"
_ZH = [
    rf"(?P<a>[^，。；：]*?)(?P<w>{_VERBS_ZH[1]}|{_VERBS_ZH[-1]}){_FIGURE}(?:了)?(?P<b>[^，。；：]+)",
    r"(?P<a>[^，。；：]+?)(?:(?<![占对同环百相])比(?![例重率值])|较之?)(?P<b>(?![同上去]|前(?:一?[年月期]|值|两年|几)|\d{4})[^，。；：]{2,24}?)(?:明显|普遍|略|稍|更为|更加|更|还要|要)?(?P<w>大(?!约)|便宜|廉价|[高多强快长早好深优贵重低小少弱慢短晚差浅劣轻]|(?<=更)[\u4e00-\u9fff]{1,4}|(?<=更为)[\u4e00-\u9fff]{2,4})(?=$|[，。；：出了些一约大近得\d])",
    r"(?:与|和|同|跟|较|相较于?|相比于?|比起)(?P<b>[^，。；：]{2,24}?)(?:相比较?|相较|比较而言|比起来)?(?<![当之]中)，(?P<a>[^，。；：]+?)(?:则|也|明显|普遍|相对)?(?:更为|更加|更|较为|较|偏)(?P<w>[\u4e00-\u9fff]{1,4}?)(?=$|[，。；：（(]|的(?!是|为|当属|要数))",
    rf"(?P<a>[^，。；：]*?)(?P<not>没有|不如|不及|[赶比]不上)(?P<b>[^，。；：]{{2,24}}?)(?:那么|那样|这么|这样|来得)?(?P<w>{_ADJECTIVE_ZH})(?=$|[，。；])",
    rf"(?P<a>[^，。；：]*?)(?:排名|排位|位次|名次)?(?:[排位列居][在于]?|位[居列]|名列|处[于在]?|[站落]在|停留在|保持在|维持在|(?<![存所])在)(?P<b>(?!\d)[^，。；：]{{2,24}}?)(?P<w>{_RANKED_ZH[1]}|{_RANKED_ZH[-1]})(?=$|[，。；])",
    rf"(?P<m>[^，。；：]*?)更为?(?P<w>{_ADJECTIVE_ZH})的(?:一方|一个|那个)?(?:是|为|当属|要数)(?P<a>[^，。；：]+)，而?(?:不是|并非|非)(?P<b>[^，。；：]+)",
    rf"(?P<both>[^，。；：]{{4,40}}?)(?:当中|之中|两者相比|相比之下|二者相比|相比)，(?P<m>[^，。；：]*?)更为?(?P<w>{_ADJECTIVE_ZH})的(?:一方|一个|那个)?(?:是|为|当属|要数)(?P<a>[^，。；：]+)",
    rf"(?P<a>[^，。；：]+?)(?:{_MORE_ZH})(?P<w>{_ADJECTIVE_ZH})，(?:而|但)?(?P<b>[^，。；：]+?)(?:则|却|就)?(?:{_MORE_ZH})(?P<w2>{_ADJECTIVE_ZH})(?=$|[，。；])",
    rf"(?P<a>[^，。；：]+?)[与和同跟](?P<b>[^，。；：]{{2,24}}?)(?:基本|大致|完全|几乎|大体)?(?P<w>{_EVEN_ZH})(?=$|[，。；])",
]
_ER = (
    r"(?:high|low|larg|small|bigg|great|less|few|long|short|fast|slow|quick|swift|brisk|strong|weak|heav[iy]|light|wid|narrow|broad|deep|shallow|thick|thinn|tall|old|young|new|earli|lat|soon|cheap|dear|costli|prici|rich|wealthi|poor"
    r"|clean|dirti|saf|riski|easi|hard|simpl|tough|strict|loos|tight|warm|cool|hott|cold|bright|dark|loud|quiet|clos|near|farth|full|busi|health[iy]|happi|sharp|steep|flatt|smooth|rough|soft|firm|dens|spars|pur|fin|coars|fresh|dri"
    r"|wett|mild|harsh|scarc|rar|likeli|green|bold|calm|lean|livel[iy]|stiff|sturdi|tini|smart|wis|clear|nois[iy]|frail|grand|handi|icy|juici|kind|mean|neat|nic|odd|plain|prett[iy]|proud|quaint|sad|shini|sick|sour|spic[iy]|sweet|tast[iy]|ugl[iy]|young)i?er"
)
_STANDS = (
    r"(?:lag|f[ae]ll|c[ao]me?|rank|st(?:and|ood)|finish|s[ai]t|remain|r[au]n|stay|pull|plac|land)\w*|is|are|was|were"
)
_HAS = r"had|has|have|showed|shows?|recorded|posted|saw|reported|is|was|boasted|carried|enjoyed|incurred|drew|earned"
_EN = [
    rf"(?P<a>[^.;]+?)\b(?P<w>more|less|fewer|better|worse|{_ER})\b(?P<m>[^.;,]*?)\s+than\s+(?!{_FIGURE_EN})(?P<b>(?:(?!\s(?:but|while|whereas|though|although|yet)\s)[^.;,])+)",
    rf"(?P<a>[^.;]+?)\b(?P<w>as\s+\w+)\b(?P<m>[^.;,]*?)\s+as\s+(?!{_FIGURE_EN})(?P<b>[^.;,]+)",
    r"(?P<a>[^.;,]+?)\s+(?P<w>(?:exceed|outperform|surpass|outstrip|overtak|overtook|outpac|outsell|outsold|eclips|underperform|trail|outnumber|lag)\w*)(?:\s+behind)?\s+(?P<by>by\s+)?(?P<b>[^.;,]+)",
    r"(?:compared with|compared to|relative to|in contrast to|unlike)\s+(?P<b>[^.;,]+),\s*(?P<a>[^.;,]+?)\b(?P<w>more|less|fewer|better|worse|higher|lower|larger|smaller|bigger|faster|slower|stronger|weaker|longer|shorter)\b(?P<m>[^.;,]*)",
    r"(?P<a>[^.;,]+?)(?: in \d{4})?,\s(?P<w>overtaking|surpassing|exceeding)\s(?P<b>[^.;,]+)",
    rf"(?P<a>[^.;,]+?)\s(?:{_STANDS})\s+(?:out |in |well |far |slightly |just |still |[a-z]+ly )*(?P<w>ahead of|on top of|above|behind|below|beneath|short of)\s+(?!{_FIGURE_EN})(?P<b>[^.;,]+)",
    rf"\b(?:of|between)\s+(?P<both>[^.;,]+ and [^.;,]+),\s*(?P<a>[^.;,]+?)\s(?:{_HAS})\s+the\s+(?P<w>more|less|{_ER})\b(?P<m>[^.;,]*)",
    rf"(?P<a>[^.;,]+?)\s(?:{_HAS})\s+(?P<w>the same)\s(?P<m>[^.;,]*?)\s+as\s+(?P<b>[^.;,]+)",
    rf"(?P<a>[^.;,]+?)\sand\s(?P<b>[^.;,]+?)\s(?:{_HAS})\s+(?P<w>the same|(?:an )?(?:equal|identical))\s(?P<m>[^.;,]*)",
    r"(?P<a>[^.;,]+?)\s(?P<w>equal(?:s|led|ed)?|match(?:es|ed)|(?:is|are|was|were|stood) (?:on a par|level|identical|equal|the same)) (?:with |to |as )?(?P<b>[^.;,]+)",
]
_FORMS = {"zh": Forms(_ZH), "en": Forms(_EN)}
_DOWN_EN = lazy_pattern(
    r"(?:less|lesser|fewer|worse|lower|smaller|slower|weaker|shorter|younger|cheaper|earlier|sooner|thinner|lighter|narrower|poorer|milder|rarer|scarcer|quieter|nearer|softer|underperform\w*|trail\w*|lag\w*|behind|below|beneath|short of)$",
    re.IGNORECASE,
)
_SLOWLY = lazy_pattern(r"\s*(?:slowly|gradually|weakly|rarely|seldom|narrowly|modestly|cheaply|sluggish)")
_NEGATED = lazy_pattern(r"不比|并不|没有|未|\bnot\b|n't\b", re.IGNORECASE)


_DENIED = lazy_pattern(
    r"\b(?:not|without|never|none|no)\b|n't\b|(?<![^与和比较于])(?:不|未|没有|无)(?=[^，。]{1,8}者)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """First and second side (content keys), +1 when the first is the higher and 0 when they are even, the kind of the
    word, the wording with its half-open span, the word itself, and the spans of both sides."""

    first: frozenset[str]
    second: frozenset[str]
    sign: int
    word: str
    text: str
    span: tuple[int, int]
    told: str
    here: tuple[tuple[int, int], ...]
    there: tuple[int, int]


@lru_cache(maxsize=2048)
def comparisons(text: Passage) -> tuple[Comparison, ...]:
    """The comparisons a passage states."""
    found = []
    for match in _FORMS[text.language].matches(text.text):
        reading = _read(text, match)
        if reading is not None:
            found.append(reading)
    return tuple(found)


def _read(text: Passage, match: re.Match[str]) -> Comparison | None:
    groups = match.groupdict()
    if groups.get("w2") and not _opposite(match["w"], match["w2"]):
        return None
    spans = [match.span("a")]
    if groups.get("m"):
        spans.append(match.span("m"))
    if not match["a"].strip("但而则且也并 "):  # the subject stands in the clause before
        spans[0] = text.sentence_span(match.start())[0], match.start()
    other = match.span("both" if "both" in groups else "b")
    first = frozenset[str]().union(*(text.content_keys(*span) | lettered(text, span) for span in spans))
    second = text.content_keys(*other) | lettered(text, other)
    if "both" in groups:
        second -= text.content_keys(*match.span("a"))
    if not first and text.language == "en":
        first = text.content_keys(text.sentence_span(match.start())[0], match.start())
    sign, word = _sign(match["w"], text.language)
    if groups.get("not"):
        sign = -sign
    if groups.get("m") and _SLOWLY.search(match["m"]):
        sign = -sign  # more slowly
    before = match["a"]
    if text.language == "zh" and "被" in before:
        sign = -sign
    if groups.get("by"):
        sign = -sign
    if _NEGATED.search(before[-4:] if text.language == "zh" else before[-8:]):
        sign = -sign
    if sign > 0 and _AS_MANY.match(match["w"]) and not _TIMES_AS.search(before):
        sign = 0
    if sign > 0 and _PART_AS.search(before):
        sign = -1
    shared = first & second
    first, second = first - shared, second - shared
    if not second:  # state firms: words that elsewhere tell nothing
        first, second = first | _names(text, *match.span("a")), _names(text, *other)
        first, second = first - second, second - first
    denied = _DENIED.search(text.text[match.start("a") : match.end("a")]), _DENIED.search(text.text[slice(*other)])
    if denied[1] and not second:  # than those who did not
        second = frozenset({"—not"})
    if denied[0] and not denied[1]:
        first |= {"—not"}
    elif denied[1]:
        second |= {"—not"}
    if not first or not second:
        return None
    told = " ".join([match["w"], *(groups.get("m") or "").split()[:1]]) if match["w"] in _MORE else match["w"]
    return Comparison(first, second, sign, word, match.group().strip(), match.span(), told, tuple(spans), other)


def _opposite(one: str, other: str) -> bool:
    return any((one in pair[0] and other in pair[1]) or (other in pair[0] and one in pair[1]) for pair in _POLES_ZH)


_POLES_ZH = tuple(
    pair.split("|")
    for pair in "高|低 大|小 多|少 强|弱 快|慢 长|短 早|晚迟 好优|差劣 深|浅 厚|薄 宽|窄 贵|便廉低 重|轻 远|近 久|短".split()
)
_LETTERED = {
    "zh": lazy_pattern(r"(?<![A-Za-z])[A-Z](?=[组区座栋号班款型线类级方站点市厂队车机])|[甲乙丙丁](?=[组区座栋号班款型线类级方站点市厂队车机城县镇村乡校院店馆国省州港矿园库地])"),
    "en": lazy_pattern(r"\b[A-Za-z][a-z]+ (?P<l>[A-HJ-Z])\b(?!['’.])|\b(?:line|route|plant|phase|unit|model|group|site|zone|block|type|version|cohort|cell|ward) (?P<n>\d{1,2})\b"),
}  # fmt: skip


def lettered(text: Passage, span: tuple[int, int]) -> frozenset[str]:
    """The letters and numbers that tell things of one name apart: Battery A, B组."""
    return frozenset(
        "#" + (m.group() if text.language == "zh" else m["l"] or m["n"])
        for m in _LETTERED[text.language].finditer(text.text, *span)
    )


def _names(text: Passage, start: int, end: int) -> frozenset[str]:
    """The words of a side that has only words which elsewhere tell nothing or are held for one (state firms, clinics)."""
    return frozenset(
        word.key if not word.content else f"={word.text.lower()}"
        for word in text.words
        if start <= word.start and word.end <= end and len(word.text) > _ARTICLE
    )


_AS_MANY = lazy_pattern(r"as (?:many|much)$", re.IGNORECASE)
_TIMES_AS = lazy_pattern(
    r"\b(?:times|twice|half|double|third|quarter|least|almost|nearly|about|just)\s*$|[\d%]\s*$", re.IGNORECASE
)
_PART_AS = lazy_pattern(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?)\s*$|(?<![\d.])\d{1,2}(?:\.\d+)?(?:%| per ?cent)\s*$", re.IGNORECASE
)
_ARTICLE = 3
_MORE = frozenset({"more", "less"})


def _sign(word: str, language: str) -> tuple[int, str]:
    """+1, −1 or, where two are even, 0, and the word that tells comparisons of different kinds apart ("" for plain high
    and low)."""
    if _EVEN.fullmatch(word):
        return 0, ""
    if language == "en":
        return (-1 if _DOWN_EN.search(word) else 1), ""
    for sign in (-1, 1):
        if _VERB_ZH[sign].fullmatch(word) or word in _RANKED_ZH[sign].split("|"):
            return sign, ""
    if word[0] in _DOWN:
        return -1, ""
    return 1, "" if word[0] in _UP else word


_EVEN = lazy_pattern(
    rf"{_EVEN_ZH}|the same|(?:an )?(?:equal|identical)\w*|match\w+|(?:is|are|was|were|stood) (?:on a par|level|identical|equal|the same)",
    re.IGNORECASE,
)
