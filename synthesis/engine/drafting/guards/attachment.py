"""Whom the evidence tells a thing of: what it says of one of two rivals must not be said of the other.

The sentence errs when the pieces about one thing tell what only facts about a rival hold, and next to nothing that
facts about the thing itself hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from synthesis.engine.drafting.guards.facts import POINTS_BACK, Fact, facts
from synthesis.engine.drafting.guards.mentions import Naming, comparable_texts, group_of, like_kinds, naming
from synthesis.engine.drafting.guards.nearness import agrees
from synthesis.engine.drafting.guards.types import Case, Finding, Mention, Passage
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH, PEOPLE, TITLES_EN
from synthesis.engine.drafting.lexicon.roles import ROLE_KEYS_EN
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_FIGURE = 2.0
_ENOUGH = 1.5
_CERTAIN = 2.0
#: For two things of different kinds, of which each has details of its own.
_UNLIKE_KINDS = 3.0
_SLIGHT = 0.34
_EACH = lazy_pattern(r"分别|依次|各自|均|两[家者地国方]|\b(?:both|each|two|respectively)\b", re.IGNORECASE)
_KIN = lazy_pattern(
    r"(?:的|之|旗下的?|下属的?|所属的?|附属的?|直属的?|子公司|全资子公司|控股子公司|\(|（|（下称“?|（简称“?|[·]|\s*(?:'s|’s)\s*|,? of (?:the )?|,? in (?:the )?| \(|, (?:a|an|the) (?:unit|subsidiary|part) of (?:the )?)?"
)


#: What one asks of the other is told of both.
_ASKED_OF = lazy_pattern(
    r"(?:要求|请求|责令|判令|命令|敦促)(?:后者|前者|对方)|\b(?:ask|order|requir|urg)\w* (?:the (?:latter|former)|it|them) to\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A fact with the things of the evidence it is about, by their first wording."""

    fact: Fact
    owners: frozenset[str]
    perhaps: frozenset[str]


def attachment_findings(case: Case) -> Iterator[Finding]:
    """An objection when a thing of the sentence is told what the evidence tells of a rival only."""
    named = naming(case)
    things, which, texts = named.things, named.which, comparable_texts(case)
    if len(things) < 2 or any(_ASKED_OF.search(text.text) for text in texts):
        return
    read = [(n, f) for n, text in enumerate(texts) for f in facts(text, named.told[n])]
    told = [_Read(f, _names(f.owners, which, n), _names(f.perhaps, which, n)) for n, f in read]
    kin = _kin(texts, named)
    acting = {which[n, m.start] for n, f in read for m in f.actors}
    groups = list(_groups(case, named))
    called = _called(texts, named)
    spoken = frozenset[str]().union(*named.meant.values())
    for names, details, figures in groups:
        for name in sorted(names):
            for rival in sorted(things.keys() - names):
                if (
                    not like_kinds(things[name].kind, things[rival].kind, case.sentence.language)
                    or frozenset({name, rival}) in kin
                ):
                    continue
                if (things[name].text.lower() in PEOPLE) != (things[rival].text.lower() in PEOPLE):
                    continue
                led = name in acting, rival in acting
                if (
                    led[0] != led[1]
                    or (not led[0] and things[name].kind != things[rival].kind)
                    or any(frozenset({rival, n}) in kin for n in names)
                ):
                    continue
                spare = called[name] | called[rival] | {k for k in details if len(k) > 1 and k in things[rival].text}
                able = {name} | {
                    n
                    for n in names
                    if group_of(things[n].kind) == group_of(things[name].kind) and (n in acting) == (rival in acting)
                }
                against, favour = _weighed(told, frozenset(able), rival, details - spare, figures)
                figured = _foreign_figures(told, frozenset(able), rival, figures) and rival not in spoken
                if not figured and (against < _ENOUGH or favour > _SLIGHT * against):
                    continue
                if (
                    _contrasted(case, named, rival)
                    or _contrasted(case, named, name)
                    or _akin(things[name], things[rival], called)
                ):
                    continue
                unlike = group_of(things[name].kind) != group_of(things[rival].kind)
                if against < (_UNLIKE_KINDS if unlike else _CERTAIN if _EACH.search(case.sentence.text) else _ENOUGH):
                    continue
                others = [g for g in groups if rival in g[0]]
                if (
                    any(_content(told, frozenset({rival}), name, g[1] - spare, g[2]) for g in others)
                    and against < _CERTAIN
                ):
                    continue
                yield Finding("entity", "fail", "owner", (things[name].text, things[rival].text))
                return


_UNLIKE = lazy_pattern(
    r"(?:,\s|\bbut )not (?:the |to |by |from |of |in |for )*[^,;.]*|(?:不是|并非)[^，。；]*|\b(?:unlike|in contrast (?:to|with)|as opposed to|rather than|instead of|other than)\b[^,;.]*|(?:不同于|有别于|不像|区别于|而非|而不是)[^，。；]*|[与和同跟][^，。；]{1,20}?(?:不同|相反|有别)",
    re.IGNORECASE,
)


def _akin(first: Mention, second: Mention, called: dict[str, frozenset[str]]) -> bool:
    """Whether the words of one thing are among those of the other (adolescents, non-anaemic adolescents; 临沧, 临沧市)."""
    words = first.keys, second.keys
    if first.text.isascii():
        return words[0] < words[1] or words[1] < words[0]
    return first.text[:2] == second.text[:2] and min(len(first.text), len(second.text)) <= 4


def _contrasted(case: Case, named: Naming, rival: str) -> bool:
    """Whether the sentence sets what it says against the rival (unlike those in Guangdong)."""
    spans = [m.span() for m in _UNLIKE.finditer(case.sentence.text)]
    return any(rival in named.meant[m.start] and s <= m.start < e for m in named.spoken for s, e in spans)


def _content(
    told: Sequence[_Read], names: frozenset[str], rival: str, details: frozenset[str], figures: Sequence[Quantity]
) -> bool:
    """Whether what the sentence tells of a thing is what the evidence tells of it."""
    against, favour = _weighed(told, names, rival, details, figures)
    return favour > against or against == 0


def _foreign_figures(told: Sequence[_Read], names: frozenset[str], rival: str, figures: Sequence[Quantity]) -> bool:
    """Whether all figures of a piece that the evidence has are those of the rival, which has figures of a kind with those
    of the thing itself."""
    mine = [q for r in told if names & (r.owners | r.perhaps) for q in r.fact.figures]
    theirs = [q for r in told if rival in r.owners and not names & (r.owners | r.perhaps) for q in r.fact.figures]
    others = [q for r in told for q in r.fact.figures]
    known = [q for q in figures if any(agrees(q, o) for o in others)]
    return bool(known) and all(
        any(agrees(q, t) for t in theirs)
        and not any(agrees(q, o) for o in mine)
        and any(o.unit_class == q.unit_class and o.unit == q.unit for o in mine)
        for q in known
    )


def _names(owners: Sequence[Mention], which: dict[tuple[int, int], str], number: int) -> frozenset[str]:
    return frozenset(which[number, m.start] for m in owners)


def _called(texts: Sequence[Passage], named: Naming) -> dict[str, frozenset[str]]:
    """Keys of the words that name each thing, and of those right before a name that say what it is: crop insurer Agrisure."""
    called: dict[str, frozenset[str]] = {}
    for number, text in enumerate(texts):
        for mention in named.told[number]:
            name = named.which[number, mention.start]
            start = _introduced_from(text, mention)
            called[name] = called.get(name, frozenset()) | text.content_keys(start, mention.end)
    return called


_MOST_WORDS = 4


def _introduced_from(text: Passage, mention: Mention) -> int:
    """Where the words begin that stand right before a mention and say what it is."""
    start = mention.start
    before = [w for w in text.words if w.end <= start]
    for word in reversed(before[-_MOST_WORDS:]):
        apart = start - word.end
        if text.language == "zh":
            fits = apart == 0 and word.tag.startswith(("n", "b", "j", "vn")) and word.content
        else:
            plain = word.text.islower() or word.start in {s for s, _ in text.sentences}
            fits = apart == 1 and word.content and plain and not _VERBAL_END.search(word.text)
        if not fits:
            break
        start = word.start
    return start


_VERBAL_END = lazy_pattern(r"(?:ed|ing|[^s]s)$")


def _kin(texts: Sequence[Passage], named: Naming) -> frozenset[frozenset[str]]:
    """Pairs of which one belongs to the other (甲旗下的乙, Sanofi's Dupixent): no rivals."""
    pairs = set()
    for number, text in enumerate(texts):
        for first, second in pairwise(named.told[number]):
            if _KIN.fullmatch(text.text[first.end : second.start]):
                pairs.add(frozenset({named.which[number, first.start], named.which[number, second.start]}))
    return frozenset(pairs)


def _groups(case: Case, named: Naming) -> Iterator[tuple[frozenset[str], frozenset[str], tuple[Quantity, ...]]]:
    """The pieces of the sentence, those without a thing joined to their neighbour: things, details, figures."""

    def meant(found: Sequence[Mention]) -> set[str]:
        return {t for m in found for t in named.meant[m.start]}

    spoken = named.spoken
    read = [(f, meant([m for m in spoken if f.start <= m.start < f.end])) for f in facts(case.sentence, spoken, False)]
    single = sum(bool(own) for _, own in read) == 1
    merged: list[tuple[set[str], set[str], list[Quantity]]] = []
    waiting: tuple[set[str], list[Quantity]] = set(), []
    for fact, own in read:
        if own or POINTS_BACK.search(case.sentence.text[fact.start : fact.end]):
            said = {
                k
                for m in spoken
                if fact.start <= m.start < fact.end
                for k in case.sentence.content_keys(m.start, m.end)
            }
            owners = set() if _unowned(case, fact, named) else meant(fact.owners)
            merged.append((owners, (set(fact.details) - said) | waiting[0], [*fact.figures, *waiting[1]]))
            waiting = set(), []
            continue
        if _unowned(case, fact, named):
            continue
        target = waiting if not merged else merged[-1][1:] if single or fact.bare else None
        if target is not None:
            target[0].update(fact.details)
            target[1].extend(fact.figures)
    for names, details, figures in merged:
        yield frozenset(names), frozenset(details), tuple(figures)


_THEIRS = lazy_pattern(r"\s*(?:that|and|but|while|whereas)?\s*(?:their|its|his|her|the latter's) [a-z]", re.IGNORECASE)
_BESIDE = lazy_pattern(
    r"[快慢大小优强弱早晚好差高低多少胜逊劣长短先后]于|不及|不如|领先|落后|赶超|超过|相比|\bthan\b|\bcompared\b", re.I
)


def _unowned(case: Case, fact: Fact, named: Naming) -> bool:
    """Whether a piece of the sentence is about a thing that is not told by its name (the outgoing chief, their union),
    or compares."""
    text = case.sentence
    piece = text.text[fact.start : fact.end]
    if any(not named.meant[m.start] for m in fact.actors) or _BESIDE.search(piece):
        return True
    if text.language == "zh":
        return False
    first = next((m.start for m in fact.owners if fact.start <= m.start < fact.end), fact.end)
    title = any(
        w.text.lower() in TITLES_EN and w.text.lower() not in {"chief", "general"}
        for w in text.words
        if fact.start <= w.start and w.end < first
    )
    return bool(_THEIRS.match(piece)) or title


_FEW = 10
_COUNTED_TOGETHER = frozenset("市 省 县 区 国 地 家 方 州 城 校 院 行".split())


def _weighed(
    told: Sequence[_Read], names: frozenset[str], rival: str, details: frozenset[str], figures: Sequence[Quantity]
) -> tuple[float, float]:
    """How much of the details only facts about the rival hold, and how much only facts about the thing itself."""
    mine = [r.fact for r in told if names & (r.owners | r.perhaps)]
    theirs = [r.fact for r in told if rival in r.owners and not names & (r.owners | r.perhaps)]
    if not mine or not theirs:
        return 0.0, 0.0
    alone = [r.fact for r in told if names & (r.owners | r.perhaps) and rival not in r.owners]
    here = frozenset[str]().union(*(f.details for f in mine))
    only = frozenset[str]().union(*(f.details for f in alone))
    there = frozenset[str]().union(*(f.details for f in theirs))
    against = sum(_worth(k) for k in details & there - here)
    favour = sum(_worth(k) for k in details & only - there)
    for figure in figures:
        if abs(figure.value) <= _FEW and figure.unit in _COUNTED_TOGETHER:
            continue  # 三市合计 is of all of them
        in_mine, in_only, in_theirs = (
            any(agrees(figure, q) for f in side for q in f.figures) for side in (mine, alone, theirs)
        )
        against += _FIGURE * (in_theirs and not in_mine)
        favour += _FIGURE * (in_only and not in_theirs)
    return against, favour


def _worth(key: str) -> float:
    if key in ROLE_KEYS_EN:
        return 1.0
    return 0.5 if key in GENERIC_ZH or key.lower() in COMMON_EN else 1.0
