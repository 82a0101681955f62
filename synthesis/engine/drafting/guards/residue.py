"""One thing put in the place of another, seen in what is left over.

Where a sentence has one noun phrase that its evidence has not, and has lost one of the evidence, while all else of the
two is shared, the new one stands in the place of the lost one, however the sentence is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from synthesis.engine.drafting.guards.commonness import common_word, unlisted
from synthesis.engine.drafting.guards.coverage import covered, covered_by
from synthesis.engine.drafting.guards.entity_en import derived
from synthesis.engine.drafting.guards.spelling import linked
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.lexicon.abbreviations import aliases, known_spans, stands
from synthesis.engine.drafting.lexicon.broader import broadens
from synthesis.engine.drafting.lexicon.deals import DEALS_ZH
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH, NOT_NAMES_ZH
from synthesis.engine.drafting.lexicon.sides import SIDES_EN, SIDES_ZH
from synthesis.engine.drafting.lexicon.stop import LIGHT_ZH
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_NOUNS = ("n", "s", "eng", "j")
_SHARED, _LONGEST = 2, 16


def residue_findings(case: Case) -> Iterator[Finding]:
    """An objection to a noun phrase left over that stands where the evidence has another, which the sentence lost."""
    spoken = case.sentence
    if len(spoken.sentences) != 1:
        return
    named = known_spans(spoken.text, tuple(text.text for text in case.evidence))
    new = [w for w in _things(spoken) if not _known(w, case) and not any(s < w.end and w.start < e for s, e in named)]
    run = _one_run(spoken, new)
    rest = [w for w in spoken.words if w.content and w not in run]
    if not run or not _nominal(spoken, run) or not all(_known(w, case) for w in rest):
        return
    for text in case.evidence:
        if text.language != spoken.language:
            continue
        for start, end in text.sentences:
            told = [w for w in text.words if start <= w.start and w.end <= end and w.content]
            lost = [w for w in _things(text) if start <= w.start < end and not _said(w, spoken)]
            shared = [w for w in told if _said(w, spoken)]
            gone = _one_run(text, lost)
            if not gone or len(told) > _LONGEST or len({w.key for w in shared}) < _SHARED:
                continue
            if len(shared) + len(gone) + 1 < len(told) or _akin(run, gone, case):
                continue
            yield Finding("entity", "check", "term", (spoken.text[run[0].start : run[-1].end],))
            return


def _things(text: Passage) -> list[Word]:
    """The words of a text that name things."""
    figures = [(q.start, q.end) for q in text.quantities] + [(d.start, d.end) for d in text.dates]
    words = [w for w in text.words if w.content and not any(s < w.end and w.start < e for s, e in figures)]
    if text.language == "zh":
        return [
            w
            for w in words
            if w.tag.startswith(_NOUNS)
            and len(w.text) > 1
            and w.text not in GENERIC_ZH
            and w.text not in NOT_NAMES_ZH
            and w.text not in LIGHT_ZH
        ]
    return [w for w in words if w.text.lower() not in COMMON_EN and not _no_noun(w.text)]


def _no_noun(word: str) -> bool:
    return (
        word.lower().endswith(("ly", "ed", "ing", "ous", "ful", "able", "ible", "ive", "er", "est")) and word.islower()
    )


_BEFORE_NOUN = lazy_pattern(
    r"\b(?:the|a|an|its|their|his|her|of|in|from|by|for|with|to|at|on|into|against|between|and|or)\s$", re.IGNORECASE
)


def _nominal(text: Passage, run: list[Word]) -> bool:
    """Whether a run can be nothing but a noun: it follows an article or preposition, or has several words or a capital."""
    if text.language == "zh":
        return run[0].text[0] not in "供向对从由被把将给为与和受获因" and not any(w.text in DEALS_ZH for w in run)
    if SIDES_EN.get(run[0].text, ("", ""))[1] in {"+", "-", "?"} and text.text[: run[0].start].endswith("to "):
        return False  # to sell
    named = run[0].text[:1].isupper() and run[0].start not in {s for s, _ in text.sentences}
    return len(run) > 1 or named or bool(_BEFORE_NOUN.search(text.text, 0, run[0].start))


def _known(word: Word, case: Case) -> bool:
    if covered(word, case) or any(stands(a, text.text) for a in aliases(word.text) for text in case.evidence):
        return True
    if word.tag == "en":
        if SIDES_EN.get(word.text.lower().removesuffix("s"), ("", ""))[1] in {"#", "="}:
            return True  # read by `guards.sides`
        return derived(word.text, frozenset(w.text.lower() for text in case.evidence for w in text.words))
    everything = "".join(text.text for text in case.evidence)
    if word.text in SIDES_ZH or linked(case.sentence.text, word.start, word.end, everything):
        return True
    if any(word.text[i : i + 2] in everything for i in range(len(word.text) - 1)):
        return True  # 发电量 of 发电
    return unlisted(word.text) and common_word(word.text, everything)


def _said(word: Word, text: Passage) -> bool:
    return covered_by(word, text) or (
        word.tag == "en" and derived(word.text, frozenset(w.text.lower() for w in text.words))
    )


def _one_run(text: Passage, words: list[Word]) -> list[Word]:
    """The words when they stand side by side, else nothing."""
    gap = 0 if text.language == "zh" else 1
    whole = all(b.start - a.end <= gap for a, b in pairwise(words))
    return words if whole and len(words) <= 3 else []


def _akin(run: list[Word], gone: list[Word], case: Case) -> bool:
    """Whether the two may be wordings of one thing: letters shared, one broader, one an alias."""
    mine, theirs = ("".join(w.text for w in words) for words in (run, gone))
    if run[0].tag != "en":
        if set(mine) & set(theirs):
            return True
    elif {w.key[:4] for w in run} & {w.key[:4] for w in gone}:
        return True
    return any(broadens(w.text, text.text) for w in run for text in case.evidence) or any(
        broadens(w.text, case.sentence.text) for w in gone
    )
