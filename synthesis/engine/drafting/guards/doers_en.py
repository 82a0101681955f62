"""The acts of an English passage with who does them: `A ran the stadium`, `the stadium was run by A`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.mentions import mentions
from synthesis.engine.drafting.guards.types import Clause, Mention, Passage
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_BY = lazy_pattern(r"(?:\bby (?:the |a |an |its |their )?(?:[a-z-]+ ){0,2})$")
_AUXILIARY = frozenset(
    "has have had will would can could may might must shall should is are was were be been being also then later now once only already still never not "
    "first jointly together reportedly since long recently".split()
)
_BE = frozenset("is are was were be been being gets got".split())
_FINITE = lazy_pattern(
    r"^(?:[a-z]+(?:ed|s)|run|ran|won|lost|made|led|held|took|set|paid|sold|bought|gave|built|drew|wrote|sent|lent|kept|met|taught|own|put|bore|spent|chose|sought|brought|drove|fed|lay|told|beat|shut|cut|struck|fought)$"
)
_PARTICIPLE = lazy_pattern(
    r"^(?:[a-z]+ed|run|won|lost|made|led|held|taken|set|paid|sold|bought|given|built|drawn|written|sent|lent|kept|met|taught|put|borne|spent|chosen|sought|brought|driven|fed|laid|told|beaten|done|known|thrown|overseen|undertaken)$"
)
_NO_VERB = frozenset(
    "is has was says its this as plus series news perhaps towards besides times years months days".split()
)
_POINTS = lazy_pattern(r"\b(?:this|that|it|them|these|those)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DoingEn:
    """An agent, the key of what it does, the keys of the other content words of the clause, and the clause."""

    agent: Mention
    verb: str
    things: frozenset[str]
    clause: Clause


@lru_cache(maxsize=2048)
def doings_en(text: Passage) -> tuple[DoingEn, ...]:
    """The acts of an English passage whose agent is a name or a common noun for one who acts."""
    found: list[DoingEn] = []
    named = mentions(text)
    for number in range(len(text.sentences)):
        before: frozenset[str] = frozenset()
        for clause in text.clauses_of(number):
            inside = [m for m in named if clause.start <= m.start and m.end <= clause.end]
            bare = bool(clause.words) and clause.words[0].text.lower() in _AUXILIARY
            things = clause.keys | (before if bare or _POINTS.search(clause.text) else frozenset())
            for mention in inside:
                for verb in _verbs(text, clause, mention):
                    own = text.content_keys(mention.start, mention.end)
                    found.append(DoingEn(mention, verb.key, things - own - {verb.key}, clause))
            before = before | clause.keys
    return tuple(found)


def _verbs(text: Passage, clause: Clause, mention: Mention) -> Iterator[Word]:
    if _BY.search(text.text[clause.start : mention.start]):
        words = [w for w in clause.words if w.end <= mention.start]
        passive = _passive(words)
        if passive is not None:
            yield passive
        return
    following = [w for w in clause.words if w.start >= mention.end]
    if text.text[mention.end : mention.end + 2] in {"'s", "’s"} or _governed(text.text[clause.start : mention.start]):
        return
    if following and following[0].text.lower() in _RELATIVE and _CLEFT.search(text.text[clause.start : mention.start]):
        following = following[1:]
    voice = False
    for word in following:
        low = word.text.lower()
        voice |= low in _BE
        if low in _AUXILIARY or low.endswith("ly"):
            continue
        if not voice and _FINITE.match(low) and low not in _NO_VERB and word.content | (low in _SHORT):
            yield word
        return


_RELATIVE = frozenset({"that", "who", "which"})
_CLEFT = lazy_pattern(r"\bit (?:was|is) (?:the |a |an |its )?$", re.IGNORECASE)


def finite_en(word: str) -> bool:
    """Whether a word in small letters may be a finite verb."""
    return bool(_FINITE.match(word)) and word not in _NO_VERB


_SHORT = frozenset("run ran won lost made led held took set paid sold bought gave built put met".split())


def _passive(words: Sequence[Word]) -> Word | None:
    """The last participle before `by` with a form of `be` before it, joined to such a one, or right before `by`."""
    low = [word.text.lower() for word in words]
    by = max((i for i, word in enumerate(low) if word == "by"), default=len(low))
    for position in range(by - 1, -1, -1):
        before = position - 1
        while before >= 0 and low[before] not in _BE and (low[before] in _AUXILIARY or low[before].endswith("ly")):
            before -= 1
        if _PARTICIPLE.match(low[position]) and (
            position == by - 1 or before < 0 or low[before] in _BE or low[before] in {"and", "or"}
        ):
            return words[position]
    return None


def _governed(before: str) -> bool:
    """Whether a name after these words stands after a preposition, or joined to another by `and`."""
    before = re.sub(r"^\s*(?:and|but|or|while|whereas|that|which)\b", "", before)
    return (
        re.search(
            r"\b(?:of|in|at|on|for|from|to|with|by|under|among|between|and|or|than|that|which|against|as)\s(?:the\s|a\s|an\s)?$",
            before,
        )
        is not None
    )
