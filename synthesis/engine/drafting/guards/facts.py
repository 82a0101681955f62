"""A text read as facts: each piece of it with the things it is about and its details.

No grammar beyond pieces, subjects, agents and what 前者, which or `according to` point to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from synthesis.engine.drafting.guards.mentions import like_kinds, mentions
from synthesis.engine.drafting.guards.types import Mention, Passage
from synthesis.engine.drafting.lexicon.entities import TITLES_EN, TITLES_ZH
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern


@dataclass(frozen=True, slots=True)
class Fact:
    """A stretch of a text: the things it is about, those it may be about, its content keys and figures."""

    owners: tuple[Mention, ...]
    perhaps: tuple[Mention, ...]
    actors: tuple[Mention, ...]
    bare: bool
    details: frozenset[str]
    figures: tuple[Quantity, ...]
    start: int
    end: int


_PIECE_EN = lazy_pattern(
    r",? and (?=\w+(?:ed|en|t|n) (?:[\w ]{0,40} )?by )|,? (?:and|or|as|after|before|which|who|whose|when|where) (?=[\w'’\"-])"
)
_VERB_EN = lazy_pattern(
    r"^(?:[a-z]+(?:ed|ies|es|s)|is|are|was|were|has|have|had|will|would|can|may|rose|fell|grew|won|lost|made|led|held|took|set|came|went|paid|sold|bought|saw|gave|ran|built|drew|wrote|sent|lent|kept|met|became|began|spent|chose|taught|sought|hold|own|have|lead|make|run|show|remain|become|give|take|use|include|face|need|sell|buy|pay|belong|account|rank|fell|written|given|taken|drawn|driven|chosen|known|brought|taught)$"
)


def _pieces(text: Passage) -> Iterator[tuple[int, int, int]]:
    """Clauses (start, end, sentence): English ones also cut before `and Oxford ran …`, those that say nothing of their
    own (an apposition, a member of a list) joined to the one before."""
    open_piece: tuple[int, int, int] | None = None
    for start, end, sentence in _cut(text):
        if (
            open_piece
            and open_piece[2] == sentence
            and (_says_nothing(text, start, end) or _says_nothing(text, *open_piece[:2]))
        ):
            open_piece = (open_piece[0], end, sentence)
            continue
        if open_piece:
            yield open_piece
        open_piece = (start, end, sentence)
    if open_piece:
        yield open_piece


def _cut(text: Passage) -> Iterator[tuple[int, int, int]]:
    for clause in text.clauses:
        start = clause.start
        if text.language == "en":
            for cut in _PIECE_EN.finditer(text.text, clause.start, clause.end):
                if _predicate(text, start, cut.start()) and _opens(text, cut.end(), clause.end):
                    yield start, cut.start(), clause.sentence
                    start = cut.end()
        yield start, clause.end, clause.sentence


def _says_nothing(text: Passage, start: int, end: int) -> bool:
    """Whether a piece names things without a verb or a figure."""
    if any(start <= q.start < end for q in text.quantities):
        return False
    if text.language == "zh":
        return not any(w.tag.startswith(("v", "p", "a")) for w in text.words if start <= w.start and w.end <= end)
    return not _predicate(text, start, end)


def _predicate(text: Passage, start: int, end: int) -> bool:
    return any(_VERB_EN.match(w.text) for w in text.words if start <= w.start and w.end <= end)


def _opens(text: Passage, start: int, end: int) -> bool:
    """Whether a name stands at the head of a piece, with something said of it."""
    if agent := re.match(r"\w+(?:ed|en|t|n) (?:[\w ]{0,40} )?by (?:the |a |an )?", text.text[start:end]):
        return any(start + agent.end() == m.start for m in mentions(text))
    return any(start <= m.start <= start + 5 for m in mentions(text)) and (
        _predicate(text, start, end) or any(0 < q.start - m.end < 12 for m in mentions(text) for q in text.quantities)
    )


_POINTING = lazy_pattern(
    r"其(?!中|余|他|它|实)|该|此(?!前|后|外)|\b(?:its?|they|their|them|who|which|whose|those|he|she|his|her)\b",
    re.IGNORECASE,
)
POINTS_BACK = lazy_pattern(r"(?P<first>前者|\bthe former\b)|(?P<last>后者|\bthe latter\b)", re.IGNORECASE)
_FRAME = lazy_pattern(r"\s*(?:按照?|根据|依据|依照|据|在|under\b|according to\b|for\b|at\b|in\b)", re.IGNORECASE)
_AGENT = lazy_pattern(r"(?:(?<![交转改])由|\bby (?:the |a |an )?)$")
_RELATIVE = lazy_pattern(r"\s*(?:which|who|whose|that)\b", re.IGNORECASE)
_ACTS = lazy_pattern(r"(?:[由是为]|\b(?:by|is|are|was|were) (?:the |a |an )?)$")
_WITH = lazy_pattern(r"\s*(?:with\b|会同|联合|携手|协同|连同)", re.IGNORECASE)
_COPULA_EN = lazy_pattern(r"\b(?:is|was|are|were) (?:the |a |an )?$")
_COPULA = lazy_pattern(r"(?:是|为|(?<![交转改])由|系)$")
_SPEAKS = lazy_pattern(
    r"(?:表示|认为|指出|称|说|介绍|预计|预测|显示|统计|测算|估算|调查|建议|主张|回应|证实|发现|宣布|透露|强调|判断|认定|\b(?:said|says|reported|found|confirmed|showed|announced|noted|estimated|argued)(?: that)?)\s*$"
)


@lru_cache(maxsize=2048)
def facts(text: Passage, named: tuple[Mention, ...], topical: bool = True) -> tuple[Fact, ...]:
    """The pieces of a passage; one without a subject goes on with that of the piece before."""
    found: list[Fact] = []
    last, waiting = -1, False
    topic, subject, frame = frozenset[str](), frozenset[str](), tuple[Mention, ...]()
    for start, end, sentence in _pieces(text):
        own = tuple(m for m in named if start <= m.start and m.end <= end)
        words = [w for w in text.words if start <= w.start and w.end <= end]
        before = found[-1] if found and sentence == last else None
        leaders = _leaders(text, words, own)
        details = _details(words)
        owners, perhaps = own, tuple[Mention, ...]()
        if back := _pointed(text, text.text[start:end], found):
            owners = (*own, *back)
        elif before is not None and _SPEAKS.search(text.text[before.start : before.end]):
            owners = (*own, *before.owners)
        elif before is not None and _WITH.match(text.text[start:end]):
            perhaps = before.owners
            found[-1] = replace(before, perhaps=(*before.perhaps, *own))
        elif before is not None and not leaders:
            owners, perhaps = _carried(text, (start, end), words, own, before)
        elif found and _POINTING.search(text.text[start:end]):
            perhaps = found[-1].owners
        if sentence != last:
            frame = own if _FRAME.match(text.text[start:end]) else ()
        elif frame:
            owners = (*owners, *frame)
        if before is not None and (not leaders or not any(_verbal(text, w) for w in words)):
            details |= (
                frozenset() if not topical else subject if any(_verbal(text, w) for w in words) else before.details
            )
        else:
            subject = _before_verb(text, words)
        if sentence != last or waiting:
            topic = (topic if sentence == last else frozenset()) | _details(
                [w for w in words if not own or frame or w.end <= own[0].start]
            )
            waiting = not own
        details |= topic if topical else frozenset()
        figures = tuple(q for q in text.quantities if start <= q.start < end and q.unit_class != "ordinal")
        agents = tuple(m for m in own if _ACTS.search(text.text[max(start, m.start - 12) : m.start]))
        found.append(Fact(owners, perhaps, leaders + agents, _bare(text, words), details, figures, start, end))
        last = sentence
    return tuple(found)


def _carried(
    text: Passage, piece: tuple[int, int], words: Sequence[Word], own: tuple[Mention, ...], before: Fact
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The things a piece without a leading thing is about, and those it may be about, by the piece before it."""
    bare, wording = _bare(text, words), text.text[piece[0] : piece[1]]
    opening = text.text[piece[0] : own[0].start] if own else ""
    identifies = _COPULA_EN.search(opening) and not re.match("['’]s", text.text[own[0].end :])
    if _AGENT.search(opening) or identifies or (own and _COPULA.search(opening)):
        return own, ()  # executed by B, 牵头行是乙: of that thing alone
    if own and _RELATIVE.match(wording):
        return own, before.owners
    if bare or not own or _POINTING.search(wording):
        return (*own, *(before.owners[:1] if own and bare else before.owners)), before.owners + before.perhaps
    return own, before.owners


def _details(words: Sequence[Word]) -> frozenset[str]:
    """Content keys but those of the titles of people, which name them."""
    titles = {i for i, w in enumerate(words) if w.text in TITLES_ZH or w.text.lower() in TITLES_EN}
    return frozenset(
        w.key
        for i, w in enumerate(words)
        if w.content and i not in titles and not (i + 1 in titles and w.tag == "en" and not w.text[:1].isupper())
    )


def _leaders(text: Passage, words: Sequence[Word], own: Sequence[Mention]) -> tuple[Mention, ...]:
    """The things that stand before the first verb of a piece."""
    verb = next((w.start for w in words if _verbal(text, w) and not any(m.start <= w.start < m.end for m in own)), None)
    return tuple(m for m in own if (verb is None or m.start < verb) and not _governed(text, words, m))


_PREPOSED = lazy_pattern(
    r"\b(?:in|at|of|for|from|by|to|with|on|under|among|near|off|along)\s(?:the\s|a\s|an\s)?(?:\w+\s)?$", re.IGNORECASE
)


def _governed(text: Passage, words: Sequence[Word], mention: Mention) -> bool:
    """Whether a thing stands after a preposition."""
    if text.language == "zh":
        return any(w.tag == "p" and w.end <= mention.start for w in words)
    return _PREPOSED.search(text.text[max(0, mention.start - 30) : mention.start]) is not None


def _before_verb(text: Passage, words: Sequence[Word]) -> frozenset[str]:
    verb = next((i for i, w in enumerate(words) if _verbal(text, w)), 0)
    return _details(words[:verb])


def _verbal(text: Passage, word: Word) -> bool:
    if text.language == "zh":
        return word.tag.startswith("v") and word.tag != "vn" and word.content
    return bool(_VERB_EN.match(word.text))


def _bare(text: Passage, words: Sequence[Word]) -> bool:
    """Whether a piece has no subject: a verb, an adverb or a preposition comes first."""
    for word in words:
        if text.language == "zh":
            if word.tag.startswith(("v", "p")) and word.tag != "vn":
                return True
            if word.tag.startswith(("n", "j", "r", "vn", "l")):
                return False
        elif _VERB_EN.match(word.text):
            return True
        elif word.content:
            return False
    return True


def _pointed(text: Passage, words: str, before: Sequence[Fact]) -> tuple[Mention, ...]:
    """What 前者 or the latter stands for: the first or the last of the last two like things before."""
    match = POINTS_BACK.search(words)
    plain = [f for f in before if not POINTS_BACK.search(text.text[f.start : f.end])]
    named = [m for fact in plain[-2:] for m in sorted(fact.owners, key=lambda m: m.start)]
    if match is None or not named:
        return ()
    like = [m for m in dict.fromkeys(named) if like_kinds(m.kind, named[-1].kind, "")][-2:]
    return (like[0] if match["first"] else like[-1],)
