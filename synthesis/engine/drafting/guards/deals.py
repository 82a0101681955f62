"""Who has which part in a dealing: seller and buyer, lender and borrower, plaintiff and defendant.

Both texts are read into dealings of a frame with a giver and a getter, whatever verb, voice or noun tells them
(`lexicon.deals`). One that the evidence has the other way round is reversed; one it has alike is settled, so that
guards that only guess from word order need not look at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, zip_longest

from synthesis.engine.drafting.guards.constructions import constructed
from synthesis.engine.drafting.guards.dealings import Deal, Scene, same
from synthesis.engine.drafting.guards.dealings_en import dealings_en
from synthesis.engine.drafting.guards.dealings_zh import dealings_zh
from synthesis.engine.drafting.guards.mentions import comparable_texts
from synthesis.engine.drafting.guards.parties import Party, acting_parties, parties, shared_names
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.deals import DEALS_EN, DEALS_ZH
from synthesis.engine.drafting.lexicon.entities import TITLES_ZH
from synthesis.engine.patterns import lazy_pattern

_LATTER = lazy_pattern(r"前者|后者|\bthe (?:former|latter)\b", re.IGNORECASE)


#: Frames in which many things pass between the same two, either way.
_EXCHANGED = frozenset("goods give loan rent right invest pay".split())
#: Frames in which the word for one side is the opposite of that for the other: buy and sell, beat and lose.
_CONVERSE = frozenset("goods give loan rent pay hire replace beat".split())
_MANY = frozenset("goods give pay".split())


_THINGS = lazy_pattern(r"(?:资产|股份|技术|资金|业务|费|款|方案|合同|\bstakes?|shares|assets)$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The dealing of a sentence that is reversed, if any; where the clauses start whose dealings the evidence has alike
    and may tell from the other side; whether it has those of all clauses alike that name two parties; and the spans of the
    clauses of those that a construction tells and that are alike."""

    reversed: Deal | None
    clauses: frozenset[int]
    settled: bool
    alike: tuple[tuple[int, int], ...]


@lru_cache(maxsize=64)
def deals_compared(case: Case) -> Verdict:
    """The dealings of a sentence against those of its evidence."""
    texts = tuple(comparable_texts(case))
    known = shared_names(case.sentence, texts) if case.sentence.language == "zh" else frozenset[str]()
    spoken, told = acting_parties(case)
    theirs = [d for text, named in zip(texts, told, strict=True) for d in _deals(text, known, named)]
    settled: set[int] = set()
    converse: set[int] = set()
    alike: list[tuple[int, int]] = []
    wrong: Deal | None = None
    for mine in _deals(case.sentence, known, spoken):
        verdict = _against(mine, theirs)
        if verdict > 0:
            settled.add(mine.clause.start)
            alike += [(mine.clause.start, mine.clause.end)] if mine.sure else []
            converse |= {mine.clause.start} if mine.frame in _CONVERSE else set()
        elif verdict < 0:
            wrong = wrong or mine
    told_of_two = {c.start for c in case.sentence.clauses if len(_who(case.sentence, c, known, spoken)) > 1}
    return Verdict(wrong, frozenset(converse), wrong is None and bool(settled) and told_of_two <= settled, tuple(alike))


def deal_findings(case: Case) -> Iterator[Finding]:
    """An objection to a dealing whose parties have changed places."""
    wrong = deals_compared(case).reversed
    if wrong is not None:
        yield Finding("role", "fail", "role", (wrong.clause.text.strip(),))


def _deals(text: Passage, known: frozenset[str], named: tuple[Party, ...]) -> list[Deal]:
    read = dealings_zh if text.language == "zh" else dealings_en
    found: list[Deal] = []
    lead: Party | None = None
    sentence = -1
    scenes = [(c, _who(text, c, known, named)) for c in text.clauses]
    seen: list[Party] = []
    for number, (clause, inside) in enumerate(scenes):
        if clause.sentence != sentence:
            lead, sentence, seen = None, clause.sentence, []
        inside = tuple(sorted((*inside, *_pointed(text, clause, seen)), key=lambda p: p.start))
        after = scenes[number + 1] if number + 1 < len(scenes) else None
        following = after[1][0] if after and after[0].sentence == sentence and after[1] else None
        found += read(Scene(text, clause, inside, lead, following))
        seen += [p for p in inside if p.text not in {"前者", "后者"}]
        if inside and inside[0].start - clause.start <= (6 if text.language == "zh" else 12):
            lead = inside[0]
    surer = list(constructed(text, scenes))
    return [*surer, *_merged([d for d in found if not any(_of_the_same(d, s) for s in surer)])]


def _of_the_same(deal: Deal, surer: Deal) -> bool:
    """Whether a dealing is of the parties and the sentence of one that a construction tells."""
    if deal.clause.sentence != surer.clause.sentence:
        return False
    told = [p for p in (surer.giver, surer.getter) if p is not None]
    return all(any(same(p, q) for q in told) for p in (deal.giver, deal.getter) if p is not None)


def _who(text: Passage, clause: Clause, known: frozenset[str], named: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties of a clause but those only called by their part (the supplier)."""
    table = DEALS_ZH if text.language == "zh" else DEALS_EN
    found = [
        p
        for p in parties(text, clause, known, named)
        if table.get(p.text.lower().removesuffix("s"), ("", ""))[1] not in {"#", "="}
        and not _THINGS.search(p.text)
        and p.text not in TITLES_ZH
    ]
    return tuple(p for p, after in zip_longest(found, found[1:]) if not _introduces(text, p, after))


def _introduces(text: Passage, party: Party, after: Party | None) -> bool:
    """Whether a common noun only says what the party after it is (the Danish operator Orsund, 国资平台鑫港投资)."""
    if after is None or (text.language == "zh" and any("=" in k or ":" in k for k in party.keys)):
        return False
    plain = text.language == "zh" or party.text.split()[-1].islower()
    return plain and text.text[party.end : after.start] == ("" if text.language == "zh" else " ")


def _merged(found: list[Deal]) -> list[Deal]:
    """The dealings, two halves of one sentence made one: 甲为买方，卖方为乙."""
    whole = list(found)
    for first, second in pairwise(found):
        if first.frame != second.frame or first.clause.sentence != second.clause.sentence:
            continue
        giver, getter = first.giver or second.giver, first.getter or second.getter
        halves = (first.giver is None) != (first.getter is None) and (second.giver is None) != (second.getter is None)
        if halves and giver is not None and getter is not None and not same(giver, getter):
            whole += [replace(d, giver=giver, getter=getter, theme=first.theme | second.theme) for d in (first, second)]
    return whole


def _pointed(text: Passage, clause: Clause, seen: Sequence[Party]) -> Iterator[Party]:
    """What 前者 and the latter stand for: the first and the second of the last two parties before."""
    if len(seen) < 2:
        return
    first, second = seen[-2:]
    for match in _LATTER.finditer(text.text, clause.start, clause.end):
        meant = second if match.group().lower() in {"后者", "the latter"} else first
        yield Party(meant.keys, match.group(), match.start(), match.end())


def _against(mine: Deal, theirs: Sequence[Deal]) -> int:
    """1 when the evidence has a dealing alike, −1 when it has it only the other way round, else 0."""
    like = [d for d in (*theirs, *(_answering(mine, d) for d in theirs)) if _comparable(mine, d)]
    straight = [d for d in like if _fits(mine.giver, d.giver) and _fits(mine.getter, d.getter) and _shared(mine, d)]
    crossed = [d for d in like if _turned(mine, d)]
    if not crossed and not straight and any(_half_turned(mine, d) for d in like):
        return -1
    whole = [d for d in straight if mine.giver and mine.getter and d.giver and d.getter]
    if not crossed:
        return 1 if any(mine.frame not in _MANY or mine.theme & d.theme for d in whole) else 0
    half, far = (max((len(mine.theme & d.theme) for d in found), default=0) for found in (straight, crossed))
    if straight and not whole and half >= far:
        return 0  # it buys back what it had not sold
    if not whole:
        told = len(like) == 1 or mine.frame not in _EXCHANGED or any(mine.theme & d.theme for d in crossed)
        return -1 if told else 0
    near, far = (max(len(mine.theme & d.theme) for d in found) for found in (whole, crossed))
    return -1 if far > near == 0 else 1 if near >= far else 0


#: Frames of which one tells the other from its other side: who sells is paid, who is bought is owned.
_ANSWERING = frozenset({frozenset({"goods", "own"}), frozenset({"goods", "pay"}), frozenset({"goods", "replace"})})


def _answering(mine: Deal, theirs: Deal) -> Deal:
    """A dealing of an answering frame as one of the frame of another, its parties exchanged."""
    whole = theirs.giver is not None and theirs.getter is not None
    sure = mine.sure and theirs.sure if "own" in (mine.frame, theirs.frame) else mine.sure or theirs.sure
    if whole and sure and frozenset({mine.frame, theirs.frame}) in _ANSWERING and (mine.theme & theirs.theme):
        return replace(theirs, frame=mine.frame, giver=theirs.getter, getter=theirs.giver)
    return theirs


def _comparable(mine: Deal, theirs: Deal) -> bool:
    if mine.frame == theirs.frame:
        return True
    return (
        "give" in (mine.frame, theirs.frame)
        and {mine.frame, theirs.frame} <= _EXCHANGED
        and bool(mine.theme & theirs.theme)
    )


def _fits(mine: Party | None, theirs: Party | None) -> bool:
    return mine is None or theirs is None or same(mine, theirs)


def _shared(mine: Deal, theirs: Deal) -> bool:
    return any(a and b and same(a, b) for a, b in ((mine.giver, theirs.giver), (mine.getter, theirs.getter)))


def _half_turned(mine: Deal, theirs: Deal) -> bool:
    """Whether the one party that is named gets in the evidence what it gives here, and that very thing."""
    one = mine.giver and not mine.getter and theirs.getter and theirs.giver and same(mine.giver, theirs.getter)
    return bool(one) and mine.frame in _MANY and len(mine.theme & theirs.theme) > 1


def _turned(mine: Deal, theirs: Deal) -> bool:
    """Whether two parties have each the part of the other."""
    one = bool(mine.giver and theirs.getter and same(mine.giver, theirs.getter))
    two = bool(mine.getter and theirs.giver and same(mine.getter, theirs.giver))
    return one and two
