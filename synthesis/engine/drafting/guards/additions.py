"""A statement added to what the evidence says: words of a sentence for which no word of the evidence stands.

A re-expression keeps something of what it re-expresses, a word, a piece of a compound, a figure. Clauses and phrases that
say two things or more and keep nothing but what the rest of the sentence has already kept are an addition (…，并获得税收减免);
so is what stands between two words that stand side by side in the evidence. What only leads in, limits or denies is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.coverage import covered, covered_by
from synthesis.engine.drafting.guards.deals import deals_compared
from synthesis.engine.drafting.guards.entity_en import derived
from synthesis.engine.drafting.guards.links import links
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.lexicon.deals import DEALS_EN, DEALS_ZH
from synthesis.engine.drafting.lexicon.stop import LIGHT_EN, LIGHT_ZH
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_JOINT = lazy_pattern(
    r"而且|并且|以及|[并且](?=[^非不未且])|\b(?:and|while|but|which|who|because|as|with|where|when|in order to|so as to|to(?= [a-z]+ ))\b",
    re.IGNORECASE,
)
_LEADS_ZH = r"就|据|从|除|若|如|只要|一旦|至于|根据|按照|总的|总体|由此|可见"
_FRAMES_ZH = (
    r"(?:中|上|下|里|时|后|前|来看|来说|而言|之外|一事|的话|推测|认为|表示|指出|介绍|透露|坦言|披露|宣布|分析|显示|表明|回应|称|说)$"
    r"|不|未|无|没|非|难|否|尚|仅|只|可能|或许|预计|有望"
)
_FRAMES_EN = (
    r"no|not|nor|never|none|neither|nobody|nothing|nowhere|few|little|hardly|barely|unless|without|pending|unable|if|whether"
    r"|though|although|may|might|could|likely|according|compared|instead|stops? short|stopped short|rather"
)
_POINTS_EN = r"^(?:\W*(?:and|but|while|as|because|when|which|where|with) )?(?:it|they|this|these|that)\b"
#: What frames a statement, asks or denies, in the opening of a sentence.
_OPENS = lazy_pattern(
    rf"^[并且而但也]*(?:{_LEADS_ZH}|与|同|和|在|对|以|经|借助|通过|随着|作为)|{_FRAMES_ZH}|{_POINTS_EN}|\b(?:{_FRAMES_EN}|than|so)\b|n't\b",
    re.IGNORECASE,
)
#: The same in what follows.
_FRAMES = lazy_pattern(
    rf"^[并且而但也]*(?:{_LEADS_ZH})|{_FRAMES_ZH}|{_POINTS_EN}|\b(?:{_FRAMES_EN}|so(?! as to\b))\b|n't\b", re.IGNORECASE
)
#: What asks, denies, or says whose word it is; beside what is taken over, a forecast or a circumstance is no frame.
_HELD_BACK = lazy_pattern(
    rf"^[并且而但也]*(?:{_LEADS_ZH})|(?:认为|表示|指出|介绍|透露|坦言|披露|宣布|分析|显示|表明|回应|称|说|来看|来说|而言|之外|的话)$"
    rf"|不(?![足断少错菲同])|未(?!来)|没|无(?![疑数比人线])|非(?!常)|尚|否|仅|只|^[在与从至对就][此这那该]|{_POINTS_EN}"
    r"|(?<!whom had )\b(?:no|not|nor|never|none|neither|nobody|nothing|unable|if|whether|unless|without|according|compared|instead|rather|stops? short|stopped short)\b|n't\b",
    re.IGNORECASE,
)
#: What leads in a circumstance.
_LED = {
    "zh": lazy_pattern(
        r"(?:在|以|经|由|用|通过|利用|借助|依托|凭借|面向|针对|(?<![成作认称因视名])为|向|随着|历时|采用|使用|运用|基于|根据|按照|依照|依据|趁|借)[\u4e00-\u9fff]{0,6}$"
    ),
    "en": lazy_pattern(
        r"\b(?:with|through|after|before|under|by|for|across|from|using|via|amid|despite|during|over|following|alongside|without|against|in|on|at)"
        r"\s(?:(?:the|a|an|its|their|his|her)\s)?[\w'-]+$",
        re.IGNORECASE,
    ),
}
_ARTICLE = lazy_pattern(r"(?:\b(?:the|a|an|its|their|his|her)|[\d%])\s(?:[\w-]+\s)?$", re.IGNORECASE)
#: It is the growers who: what follows is all the sentence says; as a partner: an apposition.
_CLEFT = lazy_pattern(
    r"(?:.*[.;] )?It (?:is|was) [^.;,]*\b(?:who|which|that)\b[^.;,]*|.*\bas(?: an?)?(?: [\w-]+){1,2}[.\s]*",
    re.IGNORECASE,
)
_EDGES = " ，,。.;；"
#: New things an addition says at least; parts it runs over; words of the evidence looked past; letters that make
#: two words kin.
_LEAST, _SPAN, _REACH, _STEM = 2, 3, 3, 4
#: How much of the rest must stand in the evidence, a Chinese word by one of its characters; when it is the opening that
#: adds; beside what is put in between.
_CLOSE = {"zh": 0.6, "en": 0.7}
_CLOSER, _VERY_CLOSE = 0.8, 0.9
#: As much of it for a short part behind it, and as little for a long one.
_COPIED, _FREE = 0.95, 0.4
#: What leads in an effect.
_FOLLOWS = {
    "zh": lazy_pattern(
        r"因此|因而|由此(?!前)|从而|进而|于是|所以|结果(?=，)|使得|(?<=[，也还并且])(?:[大极显][大为著]|进一步|直接|间接|有效|明显)?(?:使(?!用)|令(?!人)|让(?![位与给])|带动|拉动|推动|促使|促进|致使|引发|导致|造成|催生|刺激|助推|倒逼|提振|拖累|缓解|加剧|增强|激发|推高|压低|摊薄|改善|削弱|提升|扩大|减轻|巩固)"
    ),
    "en": lazy_pattern(
        r"\b(?:therefore|thus|hence|thereby|consequently|as a result|which (?:has |have |had |in turn |also |then )*(?:made|left|led|helped|let|put|given|gave|brought|drove|pushed|allowed|enabled|sent|set|cost|earned|won|secured|improved|boosted|raised|lifted|cut|eased|hurt|sparked|spurred|prompted|fuelled|attracted)"
        r"|spurr(?:ed|ing)|spark(?:ed|ing)|prompt(?:ed|ing)|trigger(?:ed|ing)|fuell?(?:ed|ing)|unleash(?:ed|ing)|(?:leading|led) to|resulting in|resulted in|giving rise to|gave rise to|paving the way|paved the way|encourag(?:ed|ing)|attract(?:ed|ing)|boost(?:ed|ing)|driv(?:en|ing)|drove|(?<=, )(?:making|leaving|forcing|allowing|enabling|helping|creating|putting|pushing|bringing|improving|strengthening|easing|raising|saving|costing|causing|sending|earning))\b",
        re.IGNORECASE,
    ),
}
#: Of these, what may stand behind the subject.
_SO = lazy_pattern(
    r"因此|因而|由此|从而|进而|于是|therefore|thus|hence|thereby|consequently|as a result", re.IGNORECASE
)
_UNSURE = lazy_pattern(
    rf"{_FRAMES_ZH}|\b(?:not|no|never|may|might|could|would|whether|if|hop(?:e|es|ed|ing)|aim\w*)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the evidence of a case has: its words in small letters, its characters."""

    case: Case
    words: frozenset[str]
    letters: frozenset[str]

    def holds(self, word: Word) -> bool:
        """Whether the evidence has a word or one of its family."""
        return covered(word, self.case) or (word.tag == "en" and derived(word.text, self.words))

    def shared(self, word: Word) -> frozenset[str]:
        """The characters of a Chinese word that stand in the evidence."""
        return frozenset() if word.tag == "en" or word.text.isascii() else self.letters & frozenset(word.text)


def addition_findings(case: Case) -> Iterator[Finding]:
    """An objection to the first part that states something of its own, else to the first words put in between."""
    known = _Known(
        case,
        frozenset(w.text.lower() for text in case.evidence for w in text.words),
        frozenset("".join(text.text for text in case.evidence)),
    )
    told = next(chain(_appended(known), _caused(known), _inserted(known)), None)
    if told is not None and not _of_the_dealing(case, told):
        yield Finding("support", "check", "addition", (told,))


def _of_the_dealing(case: Case, told: str) -> bool:
    """Whether words only tell a dealing the evidence has alike from its other side: 采购的鲜奶 of what is supplied."""
    table = DEALS_ZH if case.sentence.language == "zh" else DEALS_EN
    start = case.sentence.text.find(told)
    inside = [w for w in case.sentence.words if w.content and start <= w.start and w.end <= start + len(told)]
    return all(w.text.lower() in table or w.text in _POINTING for w in inside) and any(
        low <= start and start + len(told) <= high for low, high in deals_compared(case).alike
    )


_POINTING = frozenset("后者 前者 对方 旗下 其".split())


def _appended(known: _Known) -> Iterator[str]:
    """Parts of the sentence that add to it: one of them, or up to three side by side."""
    spoken = known.case.sentence
    said = [w for w in spoken.words if _says(w)]
    kept = {w.start: known.holds(w) or bool(known.shared(w)) for w in said}
    parts = list(_parts(spoken))
    for first in range(len(parts) if len(parts) > 1 else 0):
        for start, end in ((parts[first][0], parts[last][1]) for last in range(first, min(first + _SPAN, len(parts)))):
            told = spoken.text[start:end].strip(_EDGES)
            rest = [kept[w.start] for w in said if not start <= w.start < end]
            share = sum(rest) / len(rest) if rest else 1.0
            near = share >= _COPIED and len(rest) > _LEAST
            framed = (_HELD_BACK if near else _FRAMES if first else _OPENS).search(told)
            if (framed and not first) or _figured(spoken, start, end) or _CLEFT.fullmatch(spoken.text, 0, end):
                continue
            if not first and spoken.text[end : end + 1] in {":", "："}:
                continue  # what follows explains it
            found = _said_of(known, [w for w in said if start <= w.start < end], start, end)
            if (not framed or (found.foreign and spoken.language == "zh")) and found.adds(
                share, _CLOSE[spoken.language] if first else _CLOSER, free=first > 0, near=near
            ):
                yield told


@dataclass(frozen=True, slots=True)
class _Counted:
    """Words of a part: new ones, those that share a character with what the rest keeps or with what it lost, those that
    are the evidence's; and new words that say little by themselves."""

    new: int
    alike: int
    kin: int
    own: int
    light: int

    @property
    def foreign(self) -> bool:
        """Whether it has so much that is new that it says it of its own, framed or denied."""
        return self.new > _LEAST + 1 and self.own + self.kin <= 1

    def adds(self, share: float, close: float, *, free: bool, near: bool) -> bool:
        """Whether a part adds to a sentence of which so much stands in the evidence; the more that is new, the freer the
        rest may be worded."""
        if self.own:
            return free and self.own == 1 and self.new > _LEAST + 1 and share >= close
        if near and free and self.new and self.new + self.alike + self.kin + self.light >= _LEAST:
            return True
        if near and not free and self.new >= _LEAST and not self.kin:
            return True
        if share >= close:
            return (self.new >= _LEAST and self.kin < _LEAST) or (
                self.new > 0 and not self.kin and self.new + self.alike > _LEAST
            )
        return free and self.foreign and share >= _FREE


def _said_of(known: _Known, words: list[Word], start: int, end: int) -> _Counted:
    """How many of the words of a part are new, and how many the part alone takes from the evidence or re-expresses."""
    spoken = known.case.sentence
    rest = spoken.text[:start] + spoken.text[end:]
    again = {w.key for w in spoken.words if not start <= w.start < end}
    theirs = [w for text in known.case.evidence for w in text.words if w.text not in rest and w.key not in again]
    lost = frozenset("".join(w.text for w in theirs))
    begun = {w.text[:_STEM].lower() for w in theirs if w.content and len(w.text) > _STEM}
    new = alike = kin = own = 0
    for word in words:
        if known.holds(word):
            own += word.key not in again and word.text not in rest
        elif word.tag == "en" and len(word.text) > _STEM and word.text[:_STEM].lower() in begun:
            own += 1  # decision, of decide
        elif not (shared := known.shared(word)):
            new += _size(word)
        elif shared & lost:
            one = len(shared & lost) == 1
            kin, own = kin + one, own + (not one)  # perhaps, or surely, another word for one of the evidence
        else:
            alike += 1
    light = [w for w in spoken.words if start <= w.start < end and w.content and not _says(w) and not known.holds(w)]
    return _Counted(new, alike, kin, own, len(light))


def _caused(known: _Known) -> Iterator[str]:
    """What is said to come of what the evidence tells, when the evidence has none of it and leaves no effect untold."""
    spoken = known.case.sentence
    said = [w for w in spoken.words if _says(w)]
    mine = frozenset(w.key for w in said)
    if any(not link.denied and not link.effect & mine for text in known.case.evidence for link in links(text)):
        return
    for match in _FOLLOWS[spoken.language].finditer(spoken.text):
        clause = clause_at(spoken, match.start()) or spoken.clauses[-1]
        start = clause.start if clause.start and _SO.fullmatch(match.group()) else match.start()
        end = clause.end
        part = [w for w in said if start <= w.start < end]
        if _UNSURE.search(spoken.text, start, end):
            continue
        rest = [w for w in said if not start <= w.start < end]
        share = sum(known.holds(w) or bool(known.shared(w)) for w in rest) / len(rest) if rest else 0.0
        found = _said_of(known, part, start, end)
        if share >= _CLOSE[spoken.language] and found.new >= _LEAST and found.new >= _LEAST * (found.own + found.kin):
            yield spoken.text[start:end].strip(_EDGES)


def _inserted(known: _Known) -> Iterator[str]:
    """Attributes and phrases of circumstance put between two words that the evidence has side by side, in a near copy."""
    case = known.case
    spoken = case.sentence
    words = [w for w in spoken.words if w.content]
    held = [at for at, word in enumerate(words) if known.holds(word)]
    own = frozenset(w.key for w in words)
    rows = [[(w.key, w.key in own or covered_by(w, spoken)) for w in t.words if w.content] for t in case.evidence]
    for before, after in pairwise(held):
        run, following = words[before + 1 : after], words[after]
        new = [w for w in run if _says(w)]
        if not new or not all(_strange(known, w) for w in new):
            continue
        start, end = run[0].start, run[-1].end
        if _OPENS.search(spoken.text[start:end]) or _figured(spoken, start, end):
            continue
        others = [known.holds(w) for w in words if _says(w) and not start <= w.start < end]
        if sum(others) < _VERY_CLOSE * len(others):
            continue
        led = sum(map(_size, new)) >= _LEAST and _LED[spoken.language].search(spoken.text, 0, run[0].end)
        if (led or _attribute(spoken, run, following)) and any(
            _side_by_side(row, words[before].key, following.key) for row in rows
        ):
            yield spoken.text[start:end]


def _size(word: Word) -> int:
    """How many things a word says: a Chinese one of four characters is made of two, a name of a place is not."""
    return 1 if word.tag in {"en", "ns"} or len(word.text) < 4 else 2


def _strange(known: _Known, word: Word) -> bool:
    """Whether a word, no name, has nothing in the evidence."""
    return len(word.text) > 1 and not word.text[0].isupper() and not known.shared(word)


def _attribute(text: Passage, run: list[Word], noun: Word) -> bool:
    """Whether words stand before a noun and tell which."""
    between = text.text[run[-1].end : noun.start]
    if text.language == "zh":
        kinds = ("n", "b", "s", "a", "v") if between else ("n", "b", "s")
        return between in {"", "的"} and noun.tag.startswith(("n", "j")) and run[-1].tag.startswith(kinds)
    plain = " ".join(w.text for w in run) in text.text
    return plain and between.isspace() and bool(_ARTICLE.search(text.text, 0, run[0].start))


def _side_by_side(row: list[tuple[str, bool]], left: str, right: str) -> bool:
    """Whether one word follows another in a row of keys, with none between them that the sentence lost."""
    for at, (key, _) in enumerate(row):
        if key == left:
            for other, said in row[at + 1 : at + 1 + _REACH]:
                if other == right:
                    return True
                if not said:
                    break
    return False


def _figured(text: Passage, start: int, end: int) -> bool:
    """Whether a figure or a date stands in a span."""
    spans = [(q.start, q.end) for q in text.quantities] + [(d.start, d.end) for d in text.dates]
    return any(first < end and start < last for first, last in spans)


def _parts(text: Passage) -> Iterator[tuple[int, int]]:
    """The clauses, divided where a conjunction joins two predicates: half-open spans."""
    for clause in text.clauses:
        edges = [0, *(m.start() for m in _JOINT.finditer(clause.text)), len(clause.text)]
        for low, high in pairwise(edges):
            if low < high:
                yield clause.start + low, clause.start + high


def _says(word: Word) -> bool:
    return word.content and word.text not in LIGHT_ZH and word.text.lower() not in LIGHT_EN
