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

from synthesis.engine.drafting.guards.coverage import covered, covered_by
from synthesis.engine.drafting.guards.entity_en import derived
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
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
    r"|though|although|may|might|could|likely|according|compared|instead|it|they|this|these|that"
)
#: What frames a statement, asks or denies, in the opening of a sentence.
_OPENS = lazy_pattern(
    rf"^[并且而但也]*(?:{_LEADS_ZH}|与|同|和|在|对|以|经|借助|通过|随着|作为)|{_FRAMES_ZH}|\b(?:{_FRAMES_EN}|than|so)\b|n't\b",
    re.IGNORECASE,
)
#: The same in what follows.
_FRAMES = lazy_pattern(
    rf"^[并且而但也]*(?:{_LEADS_ZH})|{_FRAMES_ZH}|\b(?:{_FRAMES_EN}|so(?! as to\b))\b|n't\b", re.IGNORECASE
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
_EDGES = " ，,。.;；"
#: New things an addition says at least; parts it runs over; words of the evidence looked past; letters that make
#: two words kin.
_LEAST, _SPAN, _REACH, _STEM = 2, 3, 3, 4
#: How much of the rest must stand in the evidence, a Chinese word by one of its characters; when it is the opening that
#: adds; beside what is put in between.
_CLOSE = {"zh": 0.6, "en": 0.7}
_CLOSER, _VERY_CLOSE = 0.8, 0.9


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
    told = next(chain(_appended(known), _inserted(known)), None)
    if told is not None:
        yield Finding("support", "check", "addition", (told,))


def _appended(known: _Known) -> Iterator[str]:
    """Parts of the sentence that add to it: one of them, or up to three side by side."""
    spoken = known.case.sentence
    said = [w for w in spoken.words if _says(w)]
    kept = {w.start: known.holds(w) or bool(known.shared(w)) for w in said}
    parts = list(_parts(spoken))
    for first in range(len(parts) if len(parts) > 1 else 0):
        for start, end in ((parts[first][0], parts[last][1]) for last in range(first, min(first + _SPAN, len(parts)))):
            told = spoken.text[start:end].strip(_EDGES)
            if (_FRAMES if first else _OPENS).search(told) or _figured(spoken, start, end):
                continue
            if not first and spoken.text[end : end + 1] in {":", "："}:
                continue  # what follows explains it
            rest = [kept[w.start] for w in said if not start <= w.start < end]
            if sum(rest) < (_CLOSE[spoken.language] if first else _CLOSER) * len(rest):
                continue  # the rest too free to tell an addition from another wording
            if _adds(known, [w for w in said if start <= w.start < end], start, end):
                yield told


def _adds(known: _Known, words: list[Word], start: int, end: int) -> bool:
    """Whether words of a part say two things or more that are new, and none that only they take from the evidence."""
    spoken = known.case.sentence
    rest = spoken.text[:start] + spoken.text[end:]
    again = {w.key for w in spoken.words if not start <= w.start < end}
    theirs = [w for text in known.case.evidence for w in text.words if w.text not in rest and w.key not in again]
    lost = frozenset("".join(w.text for w in theirs))
    begun = {w.text[:_STEM].lower() for w in theirs if w.content and len(w.text) > _STEM}
    new = alike = 0
    for word in words:
        if known.holds(word):
            if word.key not in again and word.text not in rest:
                return False
        elif word.tag == "en" and len(word.text) > _STEM and word.text[:_STEM].lower() in begun:
            return False  # decision, of decide
        elif not (shared := known.shared(word)):
            new += _size(word)
        elif shared & lost:
            return False  # another word for one of the evidence
        else:
            alike += 1
    return new >= _LEAST or (new > 0 and new + alike > _LEAST)


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
