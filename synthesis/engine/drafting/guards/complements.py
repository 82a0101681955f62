"""What a word takes behind its preposition: effective against severe disease is not effective against infection. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.lexicon.entities import COMMON_EN
from synthesis.engine.drafting.lexicon.kindred import groups_en
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_PREPOSITIONS = frozenset("against towards toward".split())
#: Words that take what they bear on behind `to`.
_TO = frozenset("resistant immune vulnerable exposed prone allergic susceptible exposure resistance immunity".split())
_FILL = frozenset("the a an its their this that these those any all most some such more other his her our".split())
_STOP = lazy_pattern(r"[,.;:()]")
_LONGEST = 4


@lru_cache(maxsize=2048)
def complements(text: Passage) -> dict[tuple[str, str], list[tuple[frozenset[str], str]]]:
    """(word, preposition) → keys and wording of each noun phrase behind them."""
    found: dict[tuple[str, str], list[tuple[frozenset[str], str]]] = {}
    words = text.words
    for number in range(len(words) - 2):
        head, preposition = words[number], words[number + 1].text.lower()
        takes = preposition in _PREPOSITIONS or (preposition == "to" and head.text.lower() in _TO)
        if not takes or not head.content or head.text.lower() in COMMON_EN:
            continue
        phrase: list[Word] = []
        for last, word in zip(words[number + 1 :], words[number + 2 :], strict=False):
            if _STOP.search(text.text, last.end, word.start) or len(phrase) == _LONGEST:
                break
            if word.text.lower() in _FILL and not phrase:
                continue
            if not word.content:
                break
            phrase.append(word)
        if phrase:
            keys = frozenset(w.key for w in phrase)
            wording = text.text[head.start : phrase[-1].end]
            found.setdefault((head.key, preposition), []).append((keys, wording))
    return found


def complement_findings(case: Case) -> Iterator[Finding]:
    """Objections to a word that has taken something else of the evidence behind the preposition it has there."""
    if case.sentence.language != "en":
        return
    texts = [text for text in case.evidence if text.language == "en"]
    known = frozenset(w.key for text in texts for w in text.words)
    said = frozenset(w.key for w in case.sentence.words)
    for head, phrases in complements(case.sentence).items():
        theirs = [one for text in texts for one in complements(text).get(head, [])]
        if len(theirs) != 1 or len(phrases) != 1:
            continue
        (mine, here), (other, there) = phrases[0], theirs[0]
        if mine & other or not mine <= known or other & said:
            continue
        if not _akin(here, there):
            yield Finding("entity", "fail", "owner", (here, there))
            return


_MOST = lazy_pattern(
    r"\b(?P<head>greatest|highest|lowest|largest|biggest|smallest|strongest|weakest|most common|least common|fewest|most|least|best|worst)\b"
    r"(?: \w+){0,2}? (?:among|in|at|for) (?P<x>[^,.;]{3,40}?)(?=[,.;]|$| (?:while|and|but|where|whereas|with)\b)",
    re.IGNORECASE,
)


def foremost_findings(case: Case) -> Iterator[Finding]:
    """Objections to a greatest or least placed with others of the evidence (greatest among under-30s). English only."""
    mine = _MOST.search(case.sentence.text) if case.sentence.language == "en" else None
    for text in case.evidence if mine else ():
        theirs = _MOST.search(text.text)
        if mine is None or theirs is None or mine["head"].lower() != theirs["head"].lower():
            continue
        here, there = _place(case.sentence, *mine.span("x")), _place(text, *theirs.span("x"))
        rest = _place(text, 0, theirs.start()) | _place(text, theirs.end(), len(text.text))
        if here and there and not here & there and here <= rest:
            yield Finding("entity", "fail", "owner", (mine["x"].strip(), theirs["x"].strip()))
            return


def _place(text: Passage, start: int, end: int) -> frozenset[str]:
    """The content words of a span, and the values of its figures."""
    return text.content_keys(start, end) | {f"{q.value:f}" for q in text.quantities if start <= q.start < end}


def _akin(here: str, there: str) -> bool:
    """Whether two wordings hold words of one group of kindred words."""
    groups = groups_en()
    one, other = (
        frozenset().union(
            *(groups.get(w.lower(), groups.get(w.lower().removesuffix("s"), frozenset())) for w in text.split()[2:])
        )
        for text in (here, there)
    )
    return bool(one & other)
