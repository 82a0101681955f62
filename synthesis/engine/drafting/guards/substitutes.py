"""One of the evidence's things in the place of another: a clause taken over word for word but for one name.

Words that no evidence has are read elsewhere; here both are known, and only their place tells that it is the wrong one.
Also what the evidence sets aside (rather than to the update, 而非由条例规定) told as if it were so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.broader import broadens
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH
from synthesis.engine.drafting.lexicon.negation import DENIAL
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_LONGEST = 4
#: Content words, or characters of Chinese, that the two clauses have in common at least.
_COMMON = {"zh": 4, "en": 3}
_NOUN = ("n", "j", "eng", "b", "x", "s")
_POINTS = lazy_pattern(
    r"^(?:其|该|此|这|那|前者|后者|双方|对方|它|他|她|the (?:former|latter)|it|its|they|their|he|she|his|her|this|these|those)",
    re.IGNORECASE,
)


def substitute_findings(case: Case) -> Iterator[Finding]:
    """An objection to a known thing in another's place, else to what the evidence sets aside."""
    language = case.sentence.language
    texts = [text for text in case.evidence if text.language == language]
    for clause in case.sentence.clauses:
        for text in texts:
            for other in text.clauses:
                if (pair := _exchanged(case, texts, clause, other)) is not None:
                    yield Finding("role", "fail", "subject", pair)
                    return
    yield from _set_aside(case, texts)


def _exchanged(case: Case, texts: Sequence[Passage], mine: Clause, other: Clause) -> tuple[str, str] | None:
    """The wordings of the two things when nothing else of two clauses differs."""
    a, b = _kept(mine), _kept(other)
    head = 0
    while head < min(len(a), len(b)) and a[head].key == b[head].key:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail].key == b[-1 - tail].key:
        tail += 1
    one, two = a[head : len(a) - tail], b[head : len(b) - tail]
    language = case.sentence.language
    if not (0 < len(one) <= _LONGEST and 0 < len(two) <= _LONGEST) or not (
        _names(one, language) and _names(two, language)
    ):
        return None
    same = [w for w in (*a[:head], *a[len(a) - tail :]) if w.content]
    size = sum(len(w.text) for w in same) if language == "zh" else len(same)
    if size < _COMMON[language] or len(same) < 2:
        return None
    told, lost = _wording(one, language), _wording(two, language)
    if _alike(told, lost) or told in other.text or not any(told in text.text for text in texts):
        return None
    if any(_said_of(clause, one, same) for text in texts for clause in text.clauses if clause is not other):
        return None
    return told, lost


def _kept(clause: Clause) -> list[Word]:
    return [w for w in clause.words if w.text.lower() not in _LINKS and (w.content or w.text.isalnum())]


_LINKS = frozenset("而 但 则 其中 并 也 and but while whereas the a an".split())


def _names(words: Sequence[Word], language: str) -> bool:
    """Whether words name a thing of their own: nouns that are more than a class word."""
    text = _wording(words, language)
    if _POINTS.match(text) or any(a.end + (language == "en") < b.start for a, b in pairwise(words)):
        return False
    if language == "zh":
        nouns = all(w.tag.startswith(_NOUN) or w.tag == "vn" for w in words)
        return nouns and len(text) > 2 and not all(w.text in GENERIC_ZH for w in words)
    return any(w.text[:1].isupper() for w in words) and all(w.text.lower() not in COMMON_EN for w in words)


def _wording(words: Sequence[Word], language: str) -> str:
    return ("" if language == "zh" else " ").join(w.text for w in words)


def _alike(one: str, other: str) -> bool:
    """Whether two wordings may be of one thing: a part, a short form, a broader word."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return (
        short in long
        or (not short.isascii() and (set(short) <= set(long) or short[:2] == long[:2]))
        or bool(set(short.split()) & set(long.split()))
        or broadens(one, other)
        or broadens(other, one)
    )


def _said_of(clause: Clause, thing: Sequence[Word], same: Sequence[Word]) -> bool:
    """Whether another clause says most of the same of the thing itself."""
    keys = {w.key for w in clause.words}
    told = {w.key for w in same}
    return bool({w.key for w in thing} & keys) and 2 * len(told & keys) > len(told)


_ASIDE = {
    "zh": lazy_pattern(r"(?P<a>，?)(?:而非|而不是)(?P<x>[^，。；]{3,30})"),
    "en": lazy_pattern(r"(?P<a>,? ?)(?:\b(?:rather than|instead of|as opposed to)|(?<=, )not) (?P<x>[^.,;]{3,60})"),
}
_CONTRAST = lazy_pattern(
    r"而非|而不是|不同于|有别于|与[^，。；]*不同|并非|\b(?:rather|instead|unlike|opposed|not)\b", re.IGNORECASE
)


def _set_aside(case: Case, texts: Sequence[Passage]) -> Iterator[Finding]:
    """An objection to a sentence that names what the evidence sets aside, and nothing that it has in its place."""
    spoken = case.sentence
    if _CONTRAST.search(spoken.text) or DENIAL[spoken.language].search(spoken.text):
        return
    mine = {w.key for w in spoken.words if w.content}
    for text in texts:
        for match in _ASIDE[spoken.language].finditer(text.text):
            begin, _ = text.sentence_span(match.start())
            before = text.content_keys(begin, match.start("x"))
            head = match.start("x") + match["x"].rfind("的") + 1
            aside = text.content_keys(head, match.end()) - before
            instead = _instead(text, begin, match.start("a"))
            named = bool(aside) and 3 * len(aside & mine) >= 2 * len(aside)
            beside = not instead & mine or _listed_with(spoken, aside, instead)
            if named and len(before & mine) > 1 and instead and beside:
                yield Finding("entity", "fail", "owner", (match["x"].strip(), text.text[begin : match.start()].strip()))
                return


_AND = lazy_pattern(r"\s?(?:and|as well as)\s(?:an? |the )?(?:[a-z]+ )?|、|和|与|及|以及", re.IGNORECASE)


def _listed_with(text: Passage, aside: frozenset[str], instead: frozenset[str]) -> bool:
    """Whether what was set aside stands in one list with what stands in its place."""
    one = [w for w in text.words if w.key in aside]
    other = [w for w in text.words if w.key in instead]
    return any(
        _AND.fullmatch(text.text, a.end, b.start) is not None for a, b in (*product(one, other), *product(other, one))
    )


def _instead(text: Passage, begin: int, end: int) -> frozenset[str]:
    """The keys of what stands before a mark of setting aside: those of the clause before it alone, or its last words."""
    clause = next((c for c in text.clauses if c.start < end <= c.end), None)
    if clause is not None and clause.end == end:
        others = (text.content_keys(c.start, c.end) for c in text.clauses if c != clause and c.start >= begin)
        own = clause.keys - frozenset[str]().union(*others)
        mark = [m.end() for m in _MARK.finditer(text.text, clause.start, end)]
        return (own & text.content_keys(mark[-1], end) if mark else own) or own
    words = [w for w in text.words if begin <= w.start and w.end <= end and w.content]
    return frozenset(w.key for w in words[-_LAST:])


_MARK = lazy_pattern(r"[是由为]|在于|\b(?:by|to|for|from|on|with)\b", re.IGNORECASE)
_LAST = 2
