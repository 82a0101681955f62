"""Comparisons: which side is higher, better or more, whatever the wording.

`A高于B`, `B低于A`, `A比B高`, `与B相比，A更高`, `A is higher than B` give the same reading. A swap of the sides is a
role error, a swap of the word a direction error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.forms import Forms
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.likeness import same_value
from synthesis.engine.patterns import lazy_pattern

_UP = "高大多强快长早好深厚宽优贵重"
_DOWN = "低小少弱慢短晚差浅薄窄劣便廉轻"
_VERBS_ZH = {
    1: "高于|多于|大于|优于|强于|快于|超过|超出|领先于?|高出|好于|早于|长于|胜过|赶超|反超|压倒",
    -1: "低于|少于|小于|劣于|弱于|慢于|不及|落后于?|不如|差于|晚于|短于|逊于|逊色于",
}
_VERB_ZH = {sign: lazy_pattern(words) for sign, words in _VERBS_ZH.items()}
_FIGURE = r"(?!\s*(?:约|近)?[\d一二两三四五六七八九十百千万半数])"
_FIGURE_EN = r"(?:about |around |some |nearly |just |the |an? )?(?:\d|(?:half|twice|double|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|third|quarter)\b)"
_ZH = [
    rf"(?P<a>[^，。；：]*?)(?P<w>{_VERBS_ZH[1]}|{_VERBS_ZH[-1]}){_FIGURE}(?:了)?(?P<b>[^，。；：]+)",
    r"(?P<a>[^，。；：]+?)(?:比|较之?)(?P<b>(?![同上去前]|\d{4})[^，。；：]{2,24}?)(?:明显|普遍|略|稍|更为|更加|更|还要|要)?(?P<w>大(?!约)|便宜|廉价|[高多强快长早好深优贵重低小少弱慢短晚差浅劣轻]|(?<=更)[\u4e00-\u9fff]{1,4}|(?<=更为)[\u4e00-\u9fff]{2,4})(?=$|[，。；：出了些一约大近\d])",
    r"(?:与|和|同|跟|较|相较于?|相比于?|比起)(?P<b>[^，。；：]{2,24}?)(?:相比较?|相较|比较而言|比起来)?，(?P<a>[^，。；：]+?)(?:则|也|明显|普遍|相对)?(?:更为|更加|更|较为|较|偏)(?P<w>[\u4e00-\u9fff]{1,4}?)(?=$|[，。；：的（(])",
]
_EN = [
    rf"(?P<a>[^.;]+?)\b(?P<w>more|less|fewer|better|worse|(?!other|rather|never|over|under|after|number|whether|either|neither|together|however|further|former|latter|later|per|worker|member|power|water|paper|order|user|offer|consumer|farmer|teacher|driver|player|cancer|computer|september|october|november|december)[a-z]{{2,}}er|as\s+\w+)\b(?P<m>[^.;,]*?)\s+(?:than|as)\s+(?!{_FIGURE_EN})(?P<b>[^.;,]+)",
    r"(?P<a>[^.;,]+?)\s+(?P<w>(?:exceed|outperform|surpass|outstrip|overtak|overtook|outpac|outsell|outsold|eclips|underperform|trail|outnumber|lag)\w*)(?:\s+behind)?\s+(?P<by>by\s+)?(?P<b>[^.;,]+)",
    r"(?:compared with|compared to|relative to|in contrast to|unlike)\s+(?P<b>[^.;,]+),\s*(?P<a>[^.;,]+?)\b(?P<w>more|less|fewer|better|worse|higher|lower|larger|smaller|faster|slower|stronger|weaker|longer|shorter)\b(?P<m>[^.;,]*)",
]
_FORMS = {"zh": Forms(_ZH), "en": Forms(_EN)}
_DOWN_EN = lazy_pattern(
    r"(?:less|fewer|worse|lower|smaller|slower|weaker|shorter|younger|cheaper|earlier|sooner|thinner|lighter|narrower|poorer|milder|rarer|scarcer|quieter|nearer|softer|underperform\w*|trail\w*|lag\w*)$",
    re.IGNORECASE,
)
_SLOWLY = lazy_pattern(r"\s*(?:slowly|gradually|weakly|rarely|seldom|narrowly|modestly|cheaply|sluggish)")
_NEGATED = lazy_pattern(r"不比|并不|没有|未|\bnot\b|n't\b", re.IGNORECASE)


_DENIED = lazy_pattern(
    r"\b(?:not|without|never|none|no)\b|n't\b|(?<![^与和比较于])(?:不|未|没有|无)(?=[^，。]{1,8}者)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """First and second side (content keys), +1 when the first is the higher, the word, and the wording."""

    first: frozenset[str]
    second: frozenset[str]
    sign: int
    word: str
    text: str


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
    first = text.content_keys(*match.span("a"))
    if groups.get("m"):
        first |= text.content_keys(*match.span("m"))
    if not match["a"].strip("但而则且也并 "):  # the subject stands in the clause before
        start, _ = text.sentence_span(match.start())
        first = text.content_keys(start, match.start())
    second = text.content_keys(*match.span("b"))
    if not first and text.language == "en":
        first = text.content_keys(text.sentence_span(match.start())[0], match.start())
    sign, word = _sign(match["w"], text.language)
    if groups.get("m") and _SLOWLY.search(match["m"]):
        sign = -sign  # more slowly
    before = match["a"]
    if text.language == "zh" and "被" in before:
        sign = -sign
    if groups.get("by"):
        sign = -sign
    if _NEGATED.search(before[-4:] if text.language == "zh" else before[-8:]):
        sign = -sign
    shared = first & second
    first, second = first - shared, second - shared
    if not second:  # state firms: words that elsewhere tell nothing
        first, second = first | _names(text, *match.span("a")), _names(text, *match.span("b"))
        first, second = first - second, second - first
    denied = _DENIED.search(text.text[match.start("a") : match.end("a")]), _DENIED.search(match["b"])
    if denied[1] and not second:  # than those who did not
        second = frozenset({"—not"})
    if denied[0] and not denied[1]:
        first |= {"—not"}
    elif denied[1]:
        second |= {"—not"}
    if not first or not second:
        return None
    return Comparison(first, second, sign, word, match.group().strip())


def _names(text: Passage, start: int, end: int) -> frozenset[str]:
    """Keys of the words of a side that has only words which elsewhere tell nothing (state firms)."""
    return frozenset(w.key for w in text.words if start <= w.start and w.end <= end and len(w.text) > _ARTICLE)


_ARTICLE = 3


def _sign(word: str, language: str) -> tuple[int, str]:
    """+1 or −1 and the word that tells comparisons of different kinds apart ("" for plain high and low)."""
    if language == "en":
        return (-1 if _DOWN_EN.search(word) else 1), ""
    if _VERB_ZH[-1].fullmatch(word):
        return -1, ""
    if _VERB_ZH[1].fullmatch(word):
        return 1, ""
    if word[0] in _DOWN:
        return -1, ""
    return 1, "" if word[0] in _UP else word


def comparison_findings(case: Case) -> Iterator[Finding]:
    """Objections to comparisons the evidence makes the other way round."""
    yield from beside_findings(case)
    theirs = [c for text in case.evidence for c in comparisons(text)]
    for mine in comparisons(case.sentence):
        verdicts = [_verdict(mine, other) for other in theirs if other.word == mine.word]
        if "same" in verdicts:
            continue
        if "role" in verdicts:
            yield Finding("role", "fail", "role", (mine.text,))
            return
        if "direction" in verdicts:
            other = theirs[[_verdict(mine, o) if o.word == mine.word else "" for o in theirs].index("direction")]
            yield Finding("direction", "fail", "direction", (mine.text, other.text))
            return


def _verdict(mine: Comparison, other: Comparison) -> str:
    """same | role | direction, or "" when the two are about different things."""
    crossed = bool(mine.second & other.first - other.second) and bool(mine.first & other.second - other.first)
    if "—not" in mine.first | mine.second and "—not" in other.first | other.second:
        crossed = ("—not" in mine.first) != ("—not" in other.first)
        straight = not crossed
    else:
        straight = bool(mine.second & other.second) and not crossed
    if crossed == straight:
        return ""
    if crossed:
        return "role" if mine.sign == other.sign else "same"
    return "same" if mine.sign == other.sign else "direction"


_ABOVE = r"高于|超过|高出|多于|大于|超出|优于|好于|\b(?:above|exceed(?:s|ed|ing)?|beat(?:s|ing)?|ahead of|topp(?:ed|ing)|surpass(?:ed|es|ing)?|(?:higher|more|better|greater|larger) than)\b"
_BELOW = r"低于|少于|不及|小于|不到|逊于|落后于|\b(?:below|under|short of|miss(?:ed|es|ing)?|behind|(?:lower|less|fewer|worse|smaller) than)\b"
_BESIDE = lazy_pattern(rf"(?:(?P<up>{_ABOVE})|(?P<down>{_BELOW}))(?P<what>[^，。；,;]{{0,24}})$", re.IGNORECASE)


def beside_findings(case: Case) -> Iterator[Finding]:
    """Objections to a figure told as above another that the evidence has it below (高于三年前的29%)."""
    for quantity in case.sentence.quantities:
        mine = _side(case.sentence, quantity.start)
        if not mine:
            continue
        theirs = {
            _side(text, q.start)
            for text in case.evidence
            for q in text.quantities
            if q.unit_class == quantity.unit_class and same_value(q, quantity)
        }
        if theirs == {-mine}:
            yield Finding("direction", "fail", "direction", (quantity.text.strip(), "—"))
            return
    for date in case.sentence.dates:
        mine = _side(case.sentence, date.start)
        known = {
            _side(t, d.start) for t in case.evidence for d in t.dates if (d.year, d.month) == (date.year, date.month)
        }
        if mine and -mine in known and mine not in known:
            yield Finding("role", "fail", "role", (date.text.strip(),))
            return


def _side(text: Passage, start: int) -> int:
    match = _BESIDE.search(text.text[max(0, start - 40) : start])
    if match is None or any(
        q.end <= start and q.start >= max(0, start - 40) + match.start("what") and q.unit_class != "months"
        for q in text.quantities
    ):
        return 0
    return 1 if match["up"] else -1
