"""Names and actors of an English text: runs of capitals, and common nouns for those who act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.entity_en import COMMON_END
from synthesis.engine.drafting.guards.types import Mention, Passage
from synthesis.engine.drafting.lexicon.entities import ACRONYMS, COMMON_EN, TITLES_EN
from synthesis.engine.drafting.lexicon.kinds import members
from synthesis.engine.drafting.lexicon.roles import ROLE_KEYS_EN
from synthesis.engine.drafting.lexicon.stop import STOP_EN
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

_BODY_EN = lazy_pattern(
    r"(?:Universit(?:y|ies)|College|Institute|Bank|Council|Ministry|Commission|Agency|Authority|Company|Corporation|Corp|Inc|Ltd|plc|Group|Union|Association|Society|Foundation|Fund|Court|"
    r"Museum|School|Hospital|Board|Office|Bureau|Department|Service|Trust|Club|Laborator(?:y|ies)|Lab|Organi[sz]ation|Committee|Federation|Alliance|Airlines|Airways|Motors|Partners|Holdings|Orchestra|Studio|Party|Press)$"
)
_WORK_EN = lazy_pattern(
    r"(?:Act|Law|Convention|Treaty|Agreement|Protocol|Directive|Regulation|Code|Bill|Pact|Charter)$"
)
_ACTOR_EN = lazy_pattern(
    r"^(?:service|agency|council|company|firm|bank|ministry|government|authority|commission|union|court|board|department|university|school|hospital|team|fund|group|institute|committee|club|"
    r"party|airline|retailer|insurer|regulator|contractor|supplier|employer|tribunal|museum|parish|operator|landlord|tenant|plaintiff|defendant|buyer|seller|lender|borrower|publisher|author|envoy|"
    r"prosecutor|police|consortium|kingdom|navy|army|charity|foundation|orchestra|conductor|minister|president|director|broker|auditor|developer|manufacturer|distributor|wholesaler)s?$|^(?:agencies|companies|ministries|authorities|parties|universities|charities|executives|pilots|surveyors|shareholders|bondholders|creditors|unions|growers|farmers|nurses|doctors|teachers|pupils|students|patients|villagers|residents|workers|staff)$"
)
_CAPITAL = lazy_pattern(r"[A-ZÀ-ÖØ-Þ]|[a-z]+[A-Z]")


def mentions_en(text: Passage) -> Iterator[Mention]:
    """The mentions of a passage, overlapping ones included."""
    run: list[Word] = []
    for word in text.words:
        if not _fits_en(text, word):
            continue
        if run and not _adjoins(text, run[-1], word):
            yield from _mention_en(text, run)
            run = []
        run.append(word)
    if run:
        yield from _mention_en(text, run)
    yield from _actors_en(text)


def _fits_en(text: Passage, word: Word) -> bool:
    bare = word.text.removesuffix("'s").removesuffix("’s")
    if not _CAPITAL.match(bare) or any(d.start <= word.start < d.end for d in text.dates):
        return False
    low = bare.lower()
    if low in _DAYS:
        return False
    if word.start in _starts(text) and (low in STOP_EN or (low in COMMON_EN and bare[1:].islower())):
        return False
    return low not in TITLES_EN


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split()
)


def _starts(text: Passage) -> frozenset[int]:
    return frozenset(next((w.start for w in text.words if w.start >= s), s) for s, _ in text.sentences)


_LINK = lazy_pattern(r"[ -]|(?<!['’]s) (?:of|of the|for|for the|de|la|du|des|von|van|der|&) ")


def _adjoins(text: Passage, last: Word, word: Word) -> bool:
    between = text.text[last.end : word.start]
    return not last.text.endswith(("'s", "’s")) and _LINK.fullmatch(between) is not None


_ATTRIBUTE = lazy_pattern(
    r" (?!(?:is|was|are|were|has|had|have|will|would|can|may|must|and|or|in|on|at|to|for|from|by|with|said|says|which|that|who|while|whereas|but|"
    r"told|gave|gives|made|makes|took|takes|put|puts|set|sets|let|lets|found|finds|held|holds|kept|keeps|led|leads|paid|pays|sold|sells|bought|buys|won|wins|"
    r"lost|loses|sent|sends|saw|sees|built|builds|wants?|sought|seeks|thinks?|does|did|also|now|then|still|later|since|once)\b|\w+ed\b)[a-z]{3,}"
)


def _mention_en(text: Passage, run: list[Word]) -> Iterator[Mention]:
    first = run[0]
    alone = any(m.start == first.start and m.end >= run[-1].end - 2 for m in members(text.text, "en"))
    if (
        not alone
        and first.start in _starts(text)
        and len(run) == 1
        and first.text[1:].islower()
        and _plain_start(text, first)
    ):
        return
    start, end = first.start, run[-1].end - len(run[-1].text) + len(_caps(run[-1].text))
    if len(run) == 1 and (first.text in ACRONYMS or (first.text.isupper() and _ATTRIBUTE.match(text.text, end))):
        return  # LNG carriers
    wording = text.text[start:end].removesuffix("'s").removesuffix("’s")
    known = [m for m in members(text.text, "en") if start <= m.start < end]
    if (
        known
        and known[0].kind == "country"
        and known[0].text != known[0].thing
        and known[0].end >= end
        and _ATTRIBUTE.match(text.text, end)
    ):
        return  # Danish pension fund
    keys = frozenset(_bare(p) for w in run for p in w.text.split("-") if "-" not in w.text or not p.islower())
    if known and known[0].end - known[0].start >= len(wording) - 1:
        yield Mention(start, end, wording, known[0].kind, frozenset({known[0].thing.lower()}))
        return
    title = text.text[max(0, start - 24) : start].rstrip().rsplit(" ", 1)[-1].strip(",").lower()
    kind = (
        "person"
        if title in TITLES_EN
        else "body"
        if _BODY_EN.search(wording) or any(_BODY_EN.fullmatch(_caps(w.text)) for w in run)
        else "work"
        if _WORK_EN.search(wording)
        else "name"
    )
    yield Mention(start, end, wording, kind, keys)


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def _caps(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _plain_start(text: Passage, word: Word) -> bool:
    """Whether the capital of a sentence's first word tells nothing: the word also stands in small letters or is common."""
    low = word.text.lower()
    if (
        low in STOP_EN
        or low in COMMON_EN
        or low.endswith(("ing", "ly", "ers", "tion", "ment", "ity", "ness", "ors", "ists", "ants"))
    ):
        return True
    if any(w.text == low for w in text.words):
        return True
    after = text.text[word.end : word.end + 24]
    if word.text.endswith(("'s", "’s")) or re.match(r",|['’]s? | [A-ZÀ-Þ]| (?:and|or|of) [A-ZÀ-Þ]", after):
        return False
    return COMMON_END.search(low) is not None or not re.match(
        r" (?:has|is|was|will|would|had|can|may|also|last|first|now|then|never|once|still|[a-z]+(?:ed|s)|\w+ed|brought|won|lost|made|led|took|set|sold|bought|ran|built|gave|held|paid|sent|lent|sues?|drew|wrote|taught)\b",
        after,
    )


def _actors_en(text: Passage) -> Iterator[Mention]:
    """Common nouns for those who act, with the words before them (the regional extension service)."""
    words = text.words
    for position, word in enumerate(words):
        bare = _bare(word.text)
        if (word.text[:1].isupper() and word.start not in _starts(text)) or not _ACTOR_EN.match(bare):
            continue
        follows = words[position + 1] if position + 1 < len(words) else None
        if follows is not None and follows.start == word.end + 1 and _ACTOR_EN.match(_bare(follows.text)):
            continue
        low = position
        while low and words[low - 1].content and words[low].start == words[low - 1].end + 1 and position - low < 3:
            if (
                words[low - 1].text.lower().endswith(("ed", "ly"))
                or words[low - 1].text.lower() in _VERBS_BEFORE
                or words[low - 1].key in ROLE_KEYS_EN
                or (_ACTOR_EN.match(_bare(words[low - 1].text)) and words[low - 1].text.lower().endswith("s"))
            ):
                break
            low -= 1
        alone = low == position and position and words[position - 1].end + 1 == word.start
        if alone and words[position - 1].text.lower() in _BARE_AFTER:
            continue  # won in court
        if words[low].text.lower() in _ORDINALS or (low == position and bare in COMMON_EN | _ANAPHORS):
            continue
        keys = frozenset(w.key for w in words[low : position + 1])
        end = word.start + len(_caps(word.text))
        yield Mention(words[low].start, end, text.text[words[low].start : end], "body", keys)


_ANAPHORS = frozenset("company firm group agency authority government body party team service board bank fund".split())
_BARE_AFTER = frozenset("in at to from into out of".split())
_ORDINALS = frozenset("first second third fourth fifth last other next".split())
_VERBS_BEFORE = frozenset(
    "told gave paid made took led sued beat held sold bought sent lent won lost say says said found".split()
)
