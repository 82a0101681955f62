"""Predicates read as poles of broad classes, denials counted in: banned and not allowed are one reading, allowed the other.

A reading keeps what it is told of: the words around it, and apart from them the thing that moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.denied import denied
from synthesis.engine.drafting.guards.earlier import told_from_earlier
from synthesis.engine.drafting.guards.moved import moved
from synthesis.engine.drafting.guards.turns import Pole, courses
from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.drafting.guards.unreal import contrary
from synthesis.engine.drafting.lexicon.opposites import (
    ABOUT,
    DIRECTED,
    ENDS,
    MOVED,
    NO_POLE,
    RULES,
    SIDE,
    Hit,
    opposites_in,
)  # fmt: skip
from synthesis.engine.patterns import lazy_pattern

_NEAR = {"zh": 9, "en": 32}
_BEFORE = {"zh": 12, "en": 44}
#: What something is set beside to be compared.
SET_BESIDE = lazy_pattern(
    r"(?:相较于?|相比于?|相对于?|比起|与|和|同|跟|较)(?P<b>[^，。；]{2,24}?)(?:相比较?|相较|比较而言|比起来|而言)(?=，|$)|(?:相较于?|相比于?|相对于?|比起)(?P<d>[^，。；]{2,24}?)，"
    r"|\b(?:compared (?:with|to)|relative to|unlike|in contrast (?:to|with))\s+(?P<c>[^,.;]+)",
    re.IGNORECASE,
)
_DURATION = {"zh": 10, "en": 40}
_HAN = lazy_pattern(r"[一-鿿]+")
_FUNCTION = lazy_pattern(r"[的了在和与及为是也都将于其该对从到把被由所而且并中上下内外年月日]")
_DESPITE = lazy_pattern(
    r"(?:尽管|不顾)[^，。；]{0,10}$|\b(?:despite|notwithstanding|in spite of)\b[^.;,]{0,30}$", re.IGNORECASE
)
#: What is denied is that one thing brought the other about, not that this one came.
_UNTIED = lazy_pattern(
    r"(?:没有|并未|未|不|并非|非)(?:直接|必然)?(?:导致|造成|引起|引发|致使|因|由|是因)[^，。；]*$"
    r"|\b(?:not|never|neither|nor)\s(?:\w+\s){0,2}?(?:caus\w+|due|attribut\w+|because|trigger\w*|brought about|brought on|to blame|behind|responsible)\b[^.;,]*$",
    re.IGNORECASE,
)
#: What is only spoken about: 关于…的影响, regarding the effect of.
_TOPIC = lazy_pattern(
    r"^\s*(?:关于|有关|围绕)[^，。；]*$|\b(?:regarding|concerning|on the question of|as to)\b[^,.;]*$", re.IGNORECASE
)
#: What somebody only wants to bring about: 想让专利归于无效.
_WISHED = lazy_pattern(r"(?:想要?|企图|试图|力图|希望|诉请|请求)(?:让|使|把|将)[^，。；]{0,20}$")
#: An answer that is still to come; what is only subject to one may be a rule.
_STILL = lazy_pattern(r"待|still|yet|now|pending|await", re.IGNORECASE)
_AWAITED = lazy_pattern(
    r"(?:有待|尚待|仍待|等待|(?<![期对招优])待)[^，。；]{0,14}$|\b(?:still |yet |now )?(?:subject to|pending|awaiting|awaits?)\s(?:[\w'’-]+\s){0,5}$",
    re.IGNORECASE,
)
_THAN = lazy_pattern(
    r" than(?! (?:[\w'’]+ ){0,4}(?:planned|expected|scheduled|forecasts?|intended|usual|normal|promised|due|budgeted|predicted|target|plan|budget|limit|threshold)\b)"
)
_MODIFIES = lazy_pattern(r"的(?=[\u4e00-\u9fff]{2})(?!是|比例|可能|明显|影响|冲击)")
_VALUE = lazy_pattern(r"[约为达至是高]*\d")
_COMPARED = lazy_pattern(r"(?:er|less|fewer|better|worse|more)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A pole as told: class, +1 or −1 with denials counted in, word, offset, passage and clause, its surroundings by weight, and the
    words and pairs of characters of what it moves."""

    axis: str
    sign: int
    denied: bool
    word: str
    start: int
    text: Passage
    clause: Clause
    theme: tuple[tuple[str, float], ...]
    thing: frozenset[str]


@lru_cache(maxsize=2048)
def readings(text: Passage) -> tuple[Reading, ...]:
    """What the predicates of a passage say."""
    blind = [m.span() for m in NO_POLE.finditer(text.text)]
    hits = [h for h in opposites_in(text.text, text.language) if not any(s < h.end and h.start < e for s, e in blind)]
    found = []
    told = [h for h in hits if not h.axis.startswith(SIDE)]
    for hit in hits:
        clause = clause_at(text, hit.start)
        if clause is None or any(
            w.start <= hit.start
            and hit.end <= w.end
            and len(w.text) > hit.end - hit.start
            and w.tag.startswith("n")
            and not w.text.startswith("表示")
            and not (w.text == hit.word + "率" and _VALUE.match(text.text, w.end))
            for w in clause.words
        ):
            continue
        beside = [h for h in told if clause.start <= h.start < clause.end and h.start != hit.start]
        if _helps_another(text, hit, beside):
            continue
        named = _moves_another(text, hit, beside)  # growth that slowed is growth
        if hit.axis == "going" and _ends_rule(text, clause, hit):
            continue
        if (
            text.language == "en"
            and hit.axis != "time"
            and _COMPARED.search(hit.word)
            and _THAN.search(text.text, hit.end, clause.end)
        ):
            continue  # read as a whole by `guards.compare`
        if hit.axis not in DIRECTED and _MODIFIES.match(text.text, hit.end):
            continue
        before = text.text[clause.start : hit.start]
        if _TOPIC.search(before):
            continue
        awaited = _AWAITED.search(before) if hit.axis == "answer" else None
        if _WISHED.search(before):
            continue
        if _DESPITE.search(before) or _UNTIED.search(before) or (awaited and not _STILL.search(awaited.group())):
            continue
        turned = not hit.axis.startswith(SIDE) and denied(text, clause, hit, told) != contrary(text, clause, hit.start)
        turned = turned or bool(awaited)
        sign = -hit.sign if turned else hit.sign
        if hit.axis in _COMPARED_OVER_TIME and told_from_earlier(text, clause, hit.start, hit.end):
            sign = -sign
        theme, thing = theme_of(text, clause, hit, told), thing_of(text, clause, hit, told)
        for axis, turn in ((hit.axis, 1),) if named else _axes(text, clause, hit, beside):
            found.append(Reading(axis, sign * turn, turned, hit.word, hit.start, text, clause, theme, thing))
    return (*found, *_courses(text, found), *_elided(text, found))


_TAKEN = 0.5  # how much what an elided clause takes over from the one before it tells
_AUXILIARY = {
    "en": lazy_pattern(
        r"(?P<no>\b(?:none|nobody|neither|no|not one)\b[^.;]*)?\b(?P<at>had|did|was|were|has|have|do|does|could|would|will)(?P<not> not|n't)?\s*$",
        re.IGNORECASE,
    ),
    "zh": lazy_pattern(r"[则却就]?(?P<at>(?:并|还|仍)?(?:没有?|未|不会|不是))(?P<not>)(?P<no>)\s*$"),
}


def _elided(text: Passage, found: list[Reading]) -> Iterator[Reading]:
    """Readings of a clause that only takes up the predicate of the one before: but none in the control group had."""
    for clause in text.clauses:
        match = _AUXILIARY[text.language].search(clause.text)
        before = [c for c in text.clauses_of(clause.sentence) if c.end <= clause.start]
        if match is None or not before or any(r.clause is clause and not r.axis.startswith(SIDE) for r in found):
            continue
        denies = -1 if text.language == "zh" or match["no"] or match["not"] else 1
        start, end = (clause.start + at for at in match.span("at"))
        for told in [r for r in found if r.clause is before[-1] and r.axis in DIRECTED]:
            hit = Hit(told.axis, told.sign, text.text[start:end], start, end)
            own = theme_of(text, clause, hit, [])
            theme = (*((key, _TAKEN * weight) for key, weight in told.theme if key not in dict(own)), *own)
            thing = text.content_keys(clause.start, start) | told.thing
            sign = told.sign * (-1 if told.denied else 1) * denies
            yield Reading(told.axis, sign, denies < 0, told.word, start, text, clause, theme, thing)


#: Classes of what may be set beside itself at another time.
_COMPARED_OVER_TIME = frozenset("amount gap time speed rule state level reference price pace length".split())


def _courses(text: Passage, found: list[Reading]) -> Iterator[Reading]:
    """Readings of what rose and then fell, or fell and then rose."""
    for pole in courses(text, [Pole(r.axis, r.sign, r.start, r.start + len(r.word), r.thing) for r in found]):
        clause = clause_at(text, pole.start)
        if clause is not None:
            hit = Hit(pole.axis, pole.sign, text.text[pole.start : pole.end], pole.start, pole.end)
            theme = theme_of(text, clause, hit, [])
            yield Reading(pole.axis, pole.sign, False, hit.word, hit.start, text, clause, theme, frozenset())


def _moves_another(text: Passage, hit: Hit, beside: list[Hit]) -> bool:
    """Whether the word names the rise or fall that another word of the clause moves."""
    reach = 7 if text.language == "zh" else 30
    return bool(MOVED.search(hit.word)) and any(
        h.axis in {"amount", "speed", "gap"}
        and 0 <= h.start - hit.end <= reach
        and h.word != hit.word
        and not _THEN.search(text.text[hit.end : h.start])
        for h in beside
    )


def _helps_another(text: Passage, hit: Hit, beside: list[Hit]) -> bool:
    """Whether a word of effect only passes on to the next, which says what comes of it (有助于抑制, helps to prevent)."""
    return hit.axis == "effect" and any(
        h.axis == "effect" and h.start >= hit.end and _PASSES_ON.fullmatch(text.text, hit.end, h.start) for h in beside
    )


_PASSES_ON = lazy_pattern(r"[于了]?(?:更好地?|有效地?|进一步)?|\s(?:to\s)?(?:\w+ly\s)?", re.IGNORECASE)
#: What tells of one move after another, not of one that moves the other: 下降之后又上升.
_THEN = lazy_pattern(r"[后又再转，,]|\b(?:then|and|before|after)\b", re.IGNORECASE)


def _ends_rule(text: Passage, clause: Clause, hit: Hit) -> bool:
    """Whether a word ends a rule of the clause, which is then read as turned."""
    return bool(ENDS.fullmatch(hit.word)) and bool(RULES.search(clause.text))


def _axes(text: Passage, clause: Clause, hit: Hit, beside: list[Hit]) -> Iterator[tuple[str, int]]:
    """The classes of a hit with −1 where it turns: a smaller gap, a higher threshold, a faster growth."""
    if hit.axis != "amount":
        yield hit.axis, 1
        return
    before = text.text[clause.start : hit.start]
    moved = any(
        MOVED.search(h.word) and 0 <= hit.start - h.end <= 30 and not _THEN.search(text.text[h.end : hit.start])
        for h in beside
        if h.axis == "amount"
    )
    around = text.text[max(clause.start, hit.start - _BEFORE[text.language]) : min(clause.end, hit.end + 24)]
    if text.language == "zh":
        around = text.text[max(clause.start, hit.start - 12) : min(clause.end, hit.end + 6)]
    if moved or ABOUT["speed"].search(before + text.text[hit.end : min(clause.end, hit.end + 24)]):
        yield "speed", 1
        return
    if ABOUT["gap"].search(before + around):
        yield "gap", 1
        return
    yield "amount", 1
    if ABOUT["ease"].search(around):
        yield "ease", -1
    if ABOUT["state"].search(before[-_DURATION[text.language] :] + text.text[hit.end : min(clause.end, hit.end + 32)]):
        yield "state", 1
    if ABOUT["price"].search(before[-_DURATION[text.language] :]):
        yield "price", 1
    if ABOUT["warm"].search(before[-_DURATION[text.language] :]):
        yield "warm", 1
    if ABOUT["age"].search(before[-_DURATION[text.language] :]):
        yield "age", 1
    if hit.word[0] in "更较" and SET_BESIDE.search(text.sentence_of(clause)):
        yield "reference", 1
    if ABOUT["duration"].search(before[-_DURATION[text.language] :]):
        yield "speed", -1  # fewer days are a quicker pace
    if ABOUT["ceiling"].search(around):
        yield "rule", 1
    elif ABOUT["rule"].search(around):
        yield "rule", -1


def thing_of(text: Passage, clause: Clause, hit: Hit, hits: list[Hit]) -> frozenset[str]:
    """Words, and in Chinese pairs of characters, of what a hit moves; no other hit of the clause among them."""
    keys: set[str] = set()
    others = [h for h in hits if h.start != hit.start]
    for start, end in moved(text, clause, hit.start, hit.end):
        if any(h.axis == hit.axis and h.start < end and start < h.end for h in others):
            continue
        if any(hit.end <= h.start < start for h in others):
            break
        keys |= text.content_keys(start, end)
        if text.language == "zh":
            keys |= {text.text[i : i + 2] for i in range(start, end - 1)}
    return frozenset(keys)


def theme_of(text: Passage, clause: Clause, hit: Hit, hits: list[Hit]) -> tuple[tuple[str, float], ...]:
    """What a hit is told of: words, pairs of characters and figures of its clause, the nearest before it most."""
    near = _NEAR[text.language]
    found: dict[str, float] = {}

    def put(key: str, start: int, end: int, weight: float) -> None:
        close = min(abs(hit.start - end), abs(start - hit.end)) <= near
        touching = 0 <= hit.start - end <= 2
        found[key] = max(found.get(key, 0.0), weight * (1.5 if touching else 1.0 if close else 0.6))

    masked = text.text
    for h in hits:
        if clause.start <= h.start < clause.end and not MOVED.search(h.word):
            masked = masked[: h.start] + "，" * (h.end - h.start) + masked[h.end :]
    scopes = [(clause, 1.0)]
    if not any(
        w.content and w.end <= hit.start and "，" not in masked[w.start : w.end] and not MOVED.search(w.text)
        for w in clause.words
    ):
        scopes += [(c, 0.5) for c in text.clauses_of(clause.sentence) if c.end <= clause.start][-1:]
    for scope, weight in scopes:
        for word in scope.words:
            if word.content and masked[word.start : word.end] == text.text[word.start : word.end]:
                put(word.key, word.start, word.end, weight)
        for run in _HAN.finditer(masked, scope.start, scope.end):
            for at in range(run.start(), run.end() - 1):
                pair = masked[at : at + 2]
                if not _FUNCTION.search(pair):
                    put(pair, at, at + 2, 0.5 * weight)
        for quantity in text.quantities:
            if scope.start <= quantity.start < scope.end:
                put(f"#{quantity.unit_class}{abs(quantity.value)}", quantity.start, quantity.end, 1.5 * weight)
        for date in text.dates:
            if scope.start <= date.start < scope.end:
                put(f"@{date.year}-{date.month}", date.start, date.end, 0.75 * weight)
    return tuple(found.items())
