"""Relations of an English text: A pays B a fee, a fee goes from A to B, B was paid by A, it fell to A to lead B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from synthesis.engine.drafting.guards.relations import Relation
from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.drafting.lexicon.deals import DEALS_EN
from synthesis.engine.drafting.lexicon.roles import ROLE_STEMS_EN
from synthesis.engine.drafting.lexicon.words import Word, stem
from synthesis.engine.patterns import lazy_pattern

_MORE = """assess evaluate examine grade rate review test question interview survey tell show accompany escort guide drive
feed nurse treat marry adopt raise promote demote dismiss sack overrule outvote endorse certify accredit notify brief
bribe cheat deceive mislead contact visit follow chase attack arrest detain rescue save shelter host entertain
recommend refer nominate sponsor fund bankroll subsidise supervise oversee monitor manage lead chair head direct
compensate reimburse bail subcontract represent defend sue prosecute charge""".split()
_STEMS = ROLE_STEMS_EN | {stem(w) for w in _MORE}
_NO_VERB = frozenset("order cause make design head block charge visit cover rate show guide".split())
_BOUND = lazy_pattern(
    r"[.;:]|\b(?:that|because|when|while|whereas|after|before|although|though|since|if|so|but|until|and|or|where|as|than|whether)\b",
    re.IGNORECASE,
)
_STOP = lazy_pattern(
    r"[.;:,()]|\b(?:that|because|when|while|whereas|although|though|since|if|so|but|until|and|where|which|who|than|whether|after|before)\b",
    re.IGNORECASE,
)
_PREP = frozenset(
    "to from by for of in on at with over into under against through about during between among within as upon via without".split()
)
_BREAK = frozenset(
    "the a an its their his her this these those any some each every no our your all another more most".split()
)
_ARTICLES = frozenset("the a an its their".split())
_PRONOUN = frozenset("it they them he she him her who which whom us we i you that this these those one".split())
_BE = lazy_pattern(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s(?:\w+ly\s|not\s|also\s|then\s|later\s|first\s)*$", re.IGNORECASE
)
_NOUN_BEFORE = lazy_pattern(
    r"\b(?:a|an|the|of|in|no|any|its|their|this|that|his|her|each|every|for|with|on|under|new|by|from)\s(?P<w>[a-z-]+\s)?$",
    re.IGNORECASE,
)
_BY = lazy_pattern(r"\s(?:\w+ly\s)?by\b")
#: What follows a verb with an object, not a noun: an article, a name, a noun.
_OPENS = lazy_pattern(r"\s(?!(?:of|in|at|for|on|by|with|from|to|is|was|are|were|has|have|had|will|and|or)\b)[A-Za-z\d]")
_FLOW = lazy_pattern(
    r"\b(?:money|cash|funds?|fees?|payments?|sums?|amounts?|deposits?|rents?|compensation|commissions?|subsid\w+|grants?)\s(?:\w+\s){0,2}?(?:flow\w*|go(?:es|ing)?|went|pass\w*|mov(?:es|ed|ing)|travel\w*|paid)\sfrom\s(?P<a>[^.,;:]{2,60}?)\sto\s(?P<b>[^.,;:]{2,60})",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Phrases:
    direct: list[list[Word]] = field(default_factory=list)
    at: dict[str, list[Word]] = field(default_factory=dict)


@lru_cache(maxsize=1024)
def relations_en(text: Passage) -> tuple[Relation, ...]:
    """The relations of a passage whose two sides it names, or whose one side has a name."""
    return tuple(r for number in range(len(text.sentences)) for r in _sentence(text, number))


def _sentence(text: Passage, number: int) -> Iterator[Relation]:
    begin, stop = text.sentences[number]
    words = [w for w in text.words if begin <= w.start and w.end <= stop]
    lead: list[Word] = []
    for flow in _FLOW.finditer(text.text, begin, stop):
        yield _relation(
            text, "pay", "pay", _inside(words, *flow.span("a")), _inside(words, *flow.span("b")), flow.span()
        )
    for word in words:
        read = _verb(text, word, begin)
        if read is None:
            continue
        frame, kind = read
        left = text.text[begin : word.start]
        passive = _BE.search(left) is not None or _BY.match(text.text, word.end) is not None
        infinitive = left.endswith(" to ")
        subject = _subject(text, words, begin, word.start - (3 if infinitive else 0), infinitive=infinitive)
        if subject is None:
            continue
        subject = subject or lead
        if not infinitive and subject:
            lead = subject
        end = _end(text, word.end, stop)
        phrases = _phrases([w for w in words if word.end <= w.start < end])
        sides = _sided(frame, kind, subject, phrases, passive=passive)
        if sides is None or not sides[0]:
            continue
        clause = next((c for c in text.clauses if c.start <= word.start < c.end), None)
        span = (clause.start, clause.end) if clause else (word.start, end)
        wide = text.text.find(";", word.end, stop)
        yield _relation(text, frame, stem(word.text.lower()), *sides, span, until=wide if wide > 0 else stop)


def _relation(
    text: Passage, frame: str, verb: str, giver: list[Word], getter: list[Word], span: tuple[int, int], until: int = 0
) -> Relation:
    named = [w for w in giver if w.text[:1].isupper() and w.start not in {s for s, _ in text.sentences}]
    named = [w for w in named if w.text.lower() not in _TITLES]
    called = text.text[giver[0].start : giver[-1].end] if giver else ""
    theme = text.content_keys(span[0], max(span[1], until))
    return Relation(
        frame, verb, _keys(giver), _keys(getter), frozenset(w.key for w in named), called, theme, span[0], span[1]
    )


_TITLES = frozenset(
    "judge chief minister president director professor dr mr mrs ms chair general senator mayor".split()
)


def _keys(words: list[Word]) -> frozenset[str]:
    return frozenset(w.key for w in words if _tells(w))


def _tells(word: Word) -> bool:
    return word.content or word.text.lower() in _ACTORS


_ACTORS = frozenset("state states government people country city".split())


def _inside(words: list[Word], start: int, end: int) -> list[Word]:
    return [w for w in words if start <= w.start and w.end <= end]


def _verb(text: Passage, word: Word, begin: int) -> tuple[str, str] | None:
    """Frame and part of the subject when a word is a verb of two sides."""
    low = word.text.lower()
    if (
        word.text[:1].isupper()
        or text.text[word.end : word.end + 1] == "-"
        or text.text[word.start - 1 : word.start] == "-"
    ):
        return None
    frame, kind = DEALS_EN.get(low, ("", ""))
    if kind in {"#", "="}:
        return None
    if not frame and stem(low) not in _STEMS:
        return None
    if low.endswith(("er", "ers", "or", "ors", "ment", "ion", "ions")) and not frame:
        return None
    left = text.text[begin : word.start]
    noun = _NOUN_BEFORE.search(left)
    if noun and not _BE.search(left) and (noun["w"] is None or not _OPENS.match(text.text, word.end)):
        return None
    if low.endswith("ing") and not frame:
        return None
    return (frame, kind) if frame else (f"={stem(low)}", "+")


def _subject(text: Passage, words: list[Word], begin: int, end: int, *, infinitive: bool) -> list[Word] | None:
    """The noun phrase before a verb; empty when there is none (it goes on with the last), None when it is a pronoun."""
    bounds = [m.end() for m in _BOUND.finditer(text.text, begin, end)]
    since = bounds[-1] if bounds else begin
    comma = text.text.rfind(",", since, end)
    part = [w for w in words if since <= w.start and w.end <= end]
    if comma >= 0:
        last = [w for w in part if w.start > comma]
        part = last if any(_tells(w) or w.text.lower() in _PRONOUN for w in last) else part
    if infinitive:
        run: list[Word] = []
        for word in reversed(part):
            if word.text.lower() in _PREP | _BREAK or (run and run[0].text[:1].isupper() and word.text.endswith("ed")):
                if word.text.lower() == "by":
                    return None
                break
            run.insert(0, word)
        return [w for w in run if _tells(w)] or None
    kept: list[Word] = []
    for word in part:
        low = word.text.lower()
        if low in _PRONOUN:
            return None
        if low in _PREP and kept:
            break
        if low in _PREP:
            return None
        if _tells(word):
            kept.append(word)
    return kept


def _end(text: Passage, start: int, stop: int) -> int:
    match = _STOP.search(text.text, start, stop)
    return match.start() if match else stop


def _phrases(words: list[Word]) -> _Phrases:
    """The noun phrases after a verb: direct ones, and those after prepositions."""
    found = _Phrases()
    mark, run = "", list[Word]()

    def close() -> None:
        if run and mark:
            found.at.setdefault(mark, list(run))
        elif run:
            found.direct.append(list(run))
        run.clear()

    for word in words:
        low = word.text.lower()
        if low in _PREP:
            close()
            mark = low
        elif low in _BREAK:
            if mark == "to" and len(run) == 1 and run[0].text.islower() and low in _ARTICLES:
                return found  # for permission to use the images
            if run:
                close()
                mark = ""
        elif low in _PRONOUN:
            close()
            mark = ""
        else:
            run.append(word)
    close()
    return found


_GOODS_LIKE = frozenset("goods give loan rent right pay".split())


def _sided(
    frame: str, kind: str, subject: list[Word], found: _Phrases, *, passive: bool
) -> tuple[list[Word], list[Word]] | None:
    """Giver and getter."""
    to, source, by = found.at.get("to", []), found.at.get("from", []), found.at.get("by", [])
    direct = found.direct[0] if found.direct else []
    if kind == "?":
        if bool(to) == bool(source):
            return None
        kind = "+" if to else "-"
    if passive:
        if not by and not (frame in _GOODS_LIKE and (to or source)):
            return None
        if kind == "-":
            return (source or subject, by) if by else None
        return (by or source, to or subject)
    if kind == "-":
        giver = found.at.get("for", []) if frame == "hire" else source
        return (giver, subject) if giver else None
    if frame in _GOODS_LIKE:
        return subject, to or direct
    return subject, direct or to
