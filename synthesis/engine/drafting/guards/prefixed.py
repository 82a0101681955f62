"""What the evidence denies in the word itself told without it, and what it rules out told as so: non-exclusive rights as
exclusive ones, 非独家 as 独家, a cyber-attack that was ruled out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.negation import DENIAL, NO_DENIAL
from synthesis.engine.patterns import lazy_pattern

_DENIED_IN_WORD = {
    "zh": lazy_pattern(r"(?<![除并绝莫无若亚南北中东西])非(?P<word>独家|排他性?|营利性?|上市|国有|公开|标准|强制性?|现场|接触式?|经营性|流动|金融|农|住宅|居民|生产性|处方|全日制|学历|专利|转基因|永久|职业|法定|必需)"),
    "en": lazy_pattern(r"\b(?:non-?|un|in)(?P<word>[a-z]{5,})\b", re.IGNORECASE),
}  # fmt: skip
_RULED_OUT = lazy_pattern(
    r"\bruled? out (?:that |any |an? |the )?(?:possibility of |role of )?(?:an? |any )?(?P<thing>[a-z-]+(?: [a-z-]+)?)\b|\bno evidence of (?:an? |any )?(?P<other>[a-z-]+(?: [a-z-]+)?)\b",
    re.IGNORECASE,
)


_NOT_OF = lazy_pattern(r"(?<![除并绝莫无若亚南北中东西])非(?P<of>[\u4e00-\u9fff]{2})")


def _figure_of_the_others(case: Case) -> Iterator[Finding]:
    """居民用户上浮12%, where 12% is of 非居民用户. Chinese only."""
    for clause in case.sentence.clauses:
        here = [q for q in case.sentence.quantities if clause.start <= q.start < clause.end]
        for text in case.evidence if here else ():
            for other in text.clauses:
                match = _NOT_OF.search(other.text)
                there = [q for q in text.quantities if other.start <= q.start < other.end]
                same = match and any(a.unit == b.unit and a.value == b.value for a in here for b in there)
                if match and same and match["of"] in clause.text and match.group() not in case.sentence.text:
                    yield Finding("polarity", "fail", "negation_dropped", (match["of"], match.group()))
                    return


def prefixed_findings(case: Case) -> Iterator[Finding]:
    """An objection for a word told plainly that the evidence only has with a denial in it, or rules out."""
    language = case.sentence.language
    if language == "zh" and (found := next(_figure_of_the_others(case), None)):
        yield found
        return
    evidence = " ".join(text.text for text in case.evidence if text.language == language).lower()
    spoken = case.sentence.text.lower()
    for match in _DENIED_IN_WORD[language].finditer(evidence):
        word = match["word"].lower()
        if language == "en" and not _is_pair(match.group().lower(), word):
            continue
        told = _plain(spoken, word, language) and match.group() not in spoken and not _denied(spoken, language)
        if told and not _plain(evidence, word, language):
            yield Finding("polarity", "fail", "negation_dropped", (word, match.group()))
            return
    for match in _RULED_OUT.finditer(evidence) if language == "en" else ():
        thing = (match["thing"] or match["other"]).split()[-1]
        told = len(thing) > _SHORT and f" {thing}" in f" {spoken}" and not _denied(spoken, language)
        if told and len(re.findall(rf"\b{thing}", evidence)) == 1:
            yield Finding("polarity", "fail", "negation_dropped", (thing, match.group()))
            return


_SHORT = 4
#: Words of which in-, un- or non- is no part of another word's denial: income, union, under.
_PAIRED = lazy_pattern(
    r"non-?[a-z]+|un(?:able|available|changed|certain|clear|common|complete|controlled|covered|developed|documented|employed|equal|even|expected|fair|finished|healthy|insured|known|lawful|licensed|likely|limited|listed|married|necessary|official|paid|planned|profitable|protected|published|qualified|regulated|registered|related|reliable|resolved|restricted|safe|secured|skilled|stable|successful|suitable|supported|sustainable|tested|treated|usual|vaccinated|verified)"
    r"|in(?:accurate|active|adequate|capable|complete|consistent|correct|dependent|direct|effective|efficient|eligible|expensive|formal|frequent|secure|significant|sufficient|visible|voluntary|valid)",
    re.IGNORECASE,
)


def _is_pair(whole: str, word: str) -> bool:
    return bool(_PAIRED.fullmatch(whole)) and len(word) > _SHORT


def _plain(text: str, word: str, language: str) -> bool:
    """Whether a text has a word without a denial in it."""
    if language == "zh":
        return re.search(rf"(?<!非){re.escape(word)}", text) is not None
    return re.search(rf"(?<![\w-]){re.escape(word)}\b", text) is not None


def _denied(text: str, language: str) -> bool:
    return DENIAL[language].search(NO_DENIAL[language].sub("", text)) is not None


_PREFIX = lazy_pattern(r"\b(?:un|non-?|dis)(?=[a-z]{5,})", re.IGNORECASE)
_NOT_PREFIX = lazy_pattern(
    r"\b(?:under|unit|uni[a-z]|until|union|unless|disease|distribut|discuss|display|distinct|discover|district|disrupt|dispos|dispatch|discount|disorder|disclos|discipl|distan|disast|distress|discret|dissert|dismantl|disab|discharg|disinfect|distinguish|dislocat|dispens|disturb|disgrace|dissemin|dissolv|dissipat|disaggreg|disburs|unanim|unemploy|unload|unlock|unveil|unfortunat|unfold|unlead|unprecedent|unparallel|nonetheless|nonfiction|non-?profit|non-?stop|non-?resident|non-?executive)",
    re.IGNORECASE,
)


def denials_in_words(text: Passage, clause: Clause) -> int:
    """How many words of an English clause deny by how they begin."""
    if text.language != "en":
        return 0
    return sum(1 for m in _PREFIX.finditer(clause.text) if not _NOT_PREFIX.match(clause.text, m.start()))
