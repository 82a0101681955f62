"""Sentences that tell of two excerpts, one after the other: each part may be read by itself, against its own excerpt.

A part stands by itself when nearly all of it is in one excerpt, when it names what that excerpt is about, and when nothing
but a neutral joint (；, 而, while) leads from one part to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from synthesis.engine.drafting.guards.coverage import covered_by
from synthesis.engine.drafting.guards.mentions import mentions
from synthesis.engine.drafting.guards.types import Case, Passage, passage
from synthesis.engine.patterns import lazy_pattern

_JOINTS = {
    "zh": lazy_pattern(
        r"[；。](?:同时|另外)?，?|，(?:而(?![且后是今言])|与此同时，?|同时(?!也|还)|另外，|另一方面，|与[之此]相对，|相[比较形]之下，)"
    ),
    "en": lazy_pattern(r"(?:[;.]|,? while|,? whereas|, and)\s+(?=\w)"),
}
#: What points back to the part before, or needs it.
_NEEDS = lazy_pattern(
    r"^[^，,]{0,8}(?:该|其(?!中国|他|它)|此(?!前|外|次)|这|两者|二者|前者|后者|它|他|她|也|还|又|则|却|因此|从而)"
    r"|^(?:\W*)(?:it|its|they|their|this|these|that|those|both|he|she|his|her|the (?:former|latter|two|other|same)|also|so|thus|therefore|hence)\b",
)
_SAYS = lazy_pattern(
    r"[^，。；]{2,20}(?:显示|表明|称|介绍|指出|表示|统计|公告|通报|透露|披露|认为)，"
    r"|(?:The |An? )?[\w' -]{3,40}? (?:said|says|reported|reports|shows?|showed|found|noted|announced|estimates?)(?: that)? "
)
_SPOKEN, _EARLY = lazy_pattern(r"(?:显示|表明|称|介绍|指出|表示|统计|公告|通报|透露|披露|认为)，"), 24
#: How much of a part its excerpt holds.
_HELD = 0.8


def parts_of(case: Case) -> tuple[Case, ...]:
    """The parts with the excerpt each is told from; none when the sentence is not of that kind."""
    spoken = case.sentence
    texts = [text for text in case.evidence if text.language == spoken.language]
    if len(texts) < 2:
        return ()
    pieces = [(piece, _source(piece, texts)) for piece in _pieces(spoken)]
    if any(source is None for _, source in pieces):
        return ()
    grouped = [(source, [p for p, _ in run]) for source, run in groupby(pieces, key=lambda pair: pair[1])]
    sources = [source for source, _ in grouped]
    if len(grouped) < 2 or len(set(map(id, sources))) < len(sources):
        return ()
    parts: list[Case] = []
    for source, run in grouped:
        part = passage("；".join(run) if spoken.language == "zh" else "; ".join(run))
        if source is None or not _names(part, source, [s for s in sources if s is not None and s is not source]):
            return ()
        if parts and _NEEDS.search(part.text.lower()):
            return ()
        parts.append(Case(part, (source,), case.glossary))
    return tuple(parts)


def _pieces(text: Passage) -> Iterator[str]:
    """What stands between the joints."""
    joints = [m.span() for m in _JOINTS[text.language].finditer(text.text)]
    edges = [(0, 0), *joints, (len(text.text), len(text.text))]
    for (_, start), (end, _) in pairwise(edges):
        if piece := text.text[start:end].strip(" ，,；;。."):
            yield piece


def _source(piece: str, texts: list[Passage]) -> Passage | None:
    """The one excerpt that holds nearly all of a piece."""
    words = [w for w in passage(piece).words if w.content]
    shares = [sum(covered_by(w, text) for w in words) / max(1, len(words)) for text in texts]
    best = max(shares)
    return texts[shares.index(best)] if best >= _HELD and shares.count(best) == 1 else None


def _names(part: Passage, source: Passage, others: list[Passage]) -> bool:
    """Whether a part names what its excerpt begins with, so that no part before it lends it a subject, and nothing that
    only another excerpt has."""
    left_out = not _SPOKEN.search(part.text[:_EARLY]) and not part.words[0].tag.startswith(("p", "v", "d"))
    told = _told_first(part, source, 0) or (left_out and _told_first(part, source, _whose_word(source)))
    foreign = any(m.text not in source.text and any(m.text in other.text for other in others) for m in mentions(part))
    return told and not foreign


def _whose_word(source: Passage) -> int:
    """Where the statement begins behind those whose word it is: 公报显示，…."""
    match = _SAYS.match(source.text)
    return match.end() if match else 0


def _told_first(part: Passage, source: Passage, start: int) -> bool:
    """Whether a part has the first name, or else the first word, from `start` on."""
    first = next((w for w in source.words if w.content and w.start >= start), None)
    if first is None:
        return False
    heads = [m for m in mentions(source) if start <= m.start <= first.start]
    longest = max(heads, key=lambda m: m.end - m.start, default=None)
    if longest is None:
        return covered_by(first, part)
    return any(m.text in part.text for m in heads) or _named(longest.text, part)


def _named(name: str, part: Passage) -> bool:
    """Whether a mention of a part is a shorter or longer form of a name."""
    return any(m.text in name or name in m.text for m in mentions(part) if len(m.text) > 1)
