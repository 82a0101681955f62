"""Mentions of things in a text: names of people, bodies, places, works and products, and those who act.

A mention in the sentence stands for a thing of the evidence when it is its name, a part or a short form of it
(微生物所 for 中科院微生物所, Salas for Bruno Salas, RSPB for its expansion), and for no other thing as well as for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from synthesis.engine.drafting.guards.mentions_en import mentions_en
from synthesis.engine.drafting.guards.mentions_zh import TITLE, mentions_zh
from synthesis.engine.drafting.guards.spelling import occurrences, within
from synthesis.engine.drafting.guards.types import Case, Mention, Passage
from synthesis.engine.patterns import lazy_pattern


@lru_cache(maxsize=4096)
def mentions(text: Passage) -> tuple[Mention, ...]:
    """The mentions of a passage, in order, none inside another."""
    read = mentions_zh if text.language == "zh" else mentions_en
    return _apart([*_titled(text), *sorted(read(text), key=lambda m: m.start - m.end)])


def _apart(found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions that overlap none before them, in the order of the text."""
    kept: list[Mention] = []
    for mention in found:
        if not any(m.start < mention.end and mention.start < m.end for m in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start))


_QUOTED = lazy_pattern(r"[“「]([^“”「」]{1,12})[”」]")


def _titled(text: Passage) -> Iterator[Mention]:
    for match in TITLE.finditer(text.text):
        yield Mention(match.start(), match.end(), match.group(), "work", frozenset({match[1]}))
    for match in _QUOTED.finditer(text.text):
        yield Mention(match.start(), match.end(), match.group(), "quoted", frozenset({match[1]}))


def resolve(mine: Mention, theirs: Sequence[Mention], language: str, least: int = 1) -> frozenset[str]:
    """The wordings of the things of the evidence a mention stands for: those it fits best, empty when it fits none."""
    scored = [(_fit(mine, other, language), other.text) for other in theirs]
    best = max((score for score, _ in scored), default=0)
    return frozenset(text for score, text in scored if score == best) if best >= least else frozenset()


def _fit(mine: Mention, other: Mention, language: str) -> int:
    """3 the same, 2 one part of the other, 1 a short form, 0 another thing."""
    if mine.text == other.text or mine.keys == other.keys:
        return 3
    if language == "en":
        if mine.keys < other.keys or (other.keys < mine.keys and mine.kind == other.kind):
            return 2
        heads = "".join(w[0] for w in re.findall(r"[A-Za-z]+", other.text) if w[0].isupper())
        back = "".join(w[0] for w in re.findall(r"[A-Za-z]+", mine.text) if w[0].isupper())
        short = "".join(mine.keys).upper()
        return 1 if (len(short) > 1 and heads == short) or (len(other.text) > 1 and back == other.text) else 0
    short, long = sorted((mine.text, other.text), key=len)
    if len(short) >= 2 and (long.startswith(short) or long.endswith(short) or short in re.split("·", long)):
        return 2
    if len(short) >= 3 and short in long:
        return 2
    return 1 if 2 <= len(short) <= len(long) - 2 and within(short, long, len(long)) and short[0] == long[0] else 0


def _opening(text: Passage, known: Sequence[Mention]) -> Iterator[Mention]:
    """The first words of English sentences that are, with a capital, what elsewhere is a name."""
    for start, _ in text.sentences:
        word = next((w for w in text.words if w.start >= start), None)
        if word is None or not word.text[:1].isupper():
            continue
        bare = re.sub(r"['’]s$", "", word.text)
        for name in known:
            if bare.lower() in name.keys and name.text[:1].isupper() and bare in name.text.split():
                yield Mention(word.start, word.start + len(bare), bare, name.kind, frozenset({bare.lower()}))
                break


def recognised(text: Passage, known: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of a text, first those that have a known wording or its first or last three characters or more."""
    if text.language != "zh":
        return _apart([*mentions(text), *_opening(text, known)])
    edges = {w.start for w in text.words}, {w.end for w in text.words}
    hits = []
    for mention in known:
        name = mention.text
        forms = {name} | {name[i:] for i in range(1, len(name) - 2)} | {name[:i] for i in range(3, len(name))}
        for form in forms:
            hits += [
                Mention(at, at + len(form), name, mention.kind, mention.keys)
                for at in occurrences(form, text.text)
                if form == name or (at in edges[0] and at + len(form) in edges[1])
            ]
    hits += _short_forms(text, known)
    hits.sort(key=lambda m: (m.start - m.end, m.start - m.end != -len(m.text)))
    sure = [
        h
        for h in hits
        if sum((o.start, o.end) == (h.start, h.end) for o in hits) == 1 or len(h.text) == h.end - h.start
    ]
    return _apart([*sure, *mentions(text)])


_PREFIX = lazy_pattern(r"^(?:中国|全国|国家|亚洲|世界|国际|[\u4e00-\u9fff]{2,3}[省市])")


def _short_forms(text: Passage, known: Sequence[Mention]) -> Iterator[Mention]:
    """Words of two to four characters that take from a longer name its first and one of its last two, in order: 农行,
    亚投行, 钢协."""
    starts = {w.start for w in text.words}
    tokens = {(w.start, w.end) for w in text.words}
    for name in known:
        if len(name.text) < 4 or name.kind in {"work", "quoted", "code"}:
            continue
        bases = {name.text, _PREFIX.sub("", name.text)}
        for start in sorted(starts):
            for end in range(start + 2, min(start + 5, len(text.text)) + 1):
                short = text.text[start:end]
                if end - start < 3 and (start, end) not in tokens:
                    continue
                if any(
                    len(b) > len(short) + 1 and short[0] == b[0] and short[-1] in b[-2:] and _taken(short, b)
                    for b in bases
                ):
                    yield Mention(start, end, name.text, name.kind, name.keys)


def _taken(short: str, name: str) -> bool:
    """Whether the characters of a short form stand in a name in this order."""
    rest = iter(name)
    return all(char in rest for char in short)


_GROUPS = {
    **dict.fromkeys(
        ("body", "actor", "company", "agency", "university", "museum", "world_body", "exchange", "court"), "body"
    ),
    **dict.fromkeys(("country", "region", "city", "river", "place", "us_state", "navigation"), "place"),
    **dict.fromkeys(("person", "name"), "name"),
}


def group_of(kind: str) -> str:
    """The kind that several kinds of things make up: body, place, name."""
    return _GROUPS.get(kind, kind)


def like_kinds(first: str, second: str, language: str) -> bool:
    a, b = group_of(first), group_of(second)
    return (
        a == b
        or ({a, b} <= {"name", "body"})
        or ({a, b} <= {"name", "place"} and ({first, second} <= {"name", "place"} or language == "en"))
    )


@dataclass(frozen=True, slots=True)
class Naming:
    """The things of the evidence by their first wording; its mentions, text by text, with the thing each stands for;
    the mentions of the sentence with the things each may stand for."""

    things: dict[str, Mention]
    told: tuple[tuple[Mention, ...], ...]
    which: dict[tuple[int, int], str]
    spoken: tuple[Mention, ...]
    meant: dict[int, frozenset[str]]


@lru_cache(maxsize=64)
def naming(case: Case) -> Naming:
    """Who is who in a sentence and its evidence."""
    texts = comparable_texts(case)
    all_texts = (case.sentence, *texts)
    own = _bare(case.sentence, all_texts)
    found_in = [_bare(text, all_texts) for text in texts]
    pool = [*own, *(m for found in found_in for m in found)]
    told = tuple(
        _apart([*found, *_literal(text, own), *_opening_of(text, pool)])
        for text, found in zip(texts, found_in, strict=True)
    )
    things: dict[str, Mention] = {}
    which: dict[tuple[int, int], str] = {}
    for number, (text, found) in enumerate(zip(texts, told, strict=True)):
        introduced = _introduced(text, found)
        for mention in sorted(found, key=lambda m: -len(m.text)):
            like = [t for t in things.values() if like_kinds(t.kind, mention.kind, text.language)]
            least = 1 if text.language == "zh" and len(mention.text) > 3 else 2
            known = resolve(mention, like, text.language, least)
            name = next(iter(known)) if len(known) == 1 else introduced.get(mention.start, mention.text)
            things.setdefault(name, mention)
            which[number, mention.start] = name
    language = case.sentence.language
    first = {m.text: name for name, m in things.items()}
    spoken = recognised(case.sentence, list(things.values()))
    meant = {m.start: frozenset(first[t] for t in resolve(m, list(things.values()), language)) for m in spoken}
    return Naming(things, told, which, spoken, meant)


_PREPOSITIONS = frozenset("向对由被给从据以受与获经同")


def _bare(text: Passage, texts: Sequence[Passage]) -> tuple[Mention, ...]:
    """The mentions of a text, without a preposition that the cut left on them: another place has them without it."""
    if text.language != "zh":
        return mentions(text)
    found = []
    for mention in mentions(text):
        head, rest = mention.text[0], mention.text[1:]
        if head in _PREPOSITIONS and len(rest) > 1 and any(_without(head, rest, other.text) for other in texts):
            mention = replace(mention, start=mention.start + 1, text=rest, keys=frozenset({rest}))
        found.append(mention)
    return tuple(found)


def _without(head: str, rest: str, text: str) -> bool:
    return any(text[at - 1 : at] != head for at in occurrences(rest, text))


_INTRODUCES = lazy_pattern(
    r"\s?\((?:hereafter |the |known as |or )*[“\"']?|（?(?:以下|下文|后文|下)?(?:简称|称|或称|又称|亦称)(?:为)?[“「]?|（[“「]?"
)


def _introduced(text: Passage, found: Sequence[Mention]) -> dict[int, str]:
    """Where a short name is brought in (the Food Authority (FSA), 澜沧机械（下称“澜机”）) → the name it is short for."""
    pairs: dict[int, str] = {}
    for first, second in pairwise(found):
        closes = text.text[second.end : second.end + 2].lstrip("”」\"'")[:1] in {")", "）"}
        if closes and _INTRODUCES.fullmatch(text.text[first.end : second.start]):
            pairs[second.start] = first.text
    return pairs


def _opening_of(text: Passage, pool: Sequence[Mention]) -> Iterator[Mention]:
    return _opening(text, pool) if text.language == "en" else iter(())


def comparable_texts(case: Case) -> list[Passage]:
    """The evidence in the language of the sentence."""
    return [text for text in case.evidence if text.language == case.sentence.language]


def _literal(text: Passage, names: Sequence[Mention]) -> Iterator[Mention]:
    """The names of the sentence where a Chinese text has them letter by letter."""
    if text.language == "zh":
        for name in sorted(names, key=lambda m: -len(m.text)):
            for at in occurrences(name.text, text.text):
                yield Mention(at, at + len(name.text), name.text, name.kind, name.keys)
