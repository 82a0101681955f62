"""Whose a detail is: what the evidence tells of one thing must not be told of a thing beside it.

The evidence is read as statements, each with the things it is about and its details: figures and content words. A thing
of the sentence is misplaced when the details told with it are those of a rival, a thing of the same kind that the
evidence treats beside it, and hardly one is its own. No grammar beyond clauses, subjects and 前者 / the latter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, permutations

from synthesis.engine.drafting.guards.commonness import composed
from synthesis.engine.drafting.guards.measured_alike import figure_of_other
from synthesis.engine.drafting.guards.nearness import agrees
from synthesis.engine.drafting.guards.spelling import within
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.lexicon.entities import COMMON_EN, GENERIC_ZH, PEOPLE
from synthesis.engine.drafting.lexicon.kinds import members
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_NOMINAL = ("n", "j", "eng", "b", "s", "l", "vn", "f")
_NAMES_ZH = frozenset("nr ns nt nz nrt nrfg eng".split())
_FIGURE, _ENOUGH = 2.0, 2.0
_BEFORE_IT, _AFTER_IT = lazy_pattern(r"前者|the former", re.IGNORECASE), lazy_pattern(r"后者|the latter", re.IGNORECASE)
_EACH = lazy_pattern(r"分别|依次|respectively|各[占为达]|两者|二者|\b(?:both|each)\b", re.IGNORECASE)
_IN_TURN = lazy_pattern(r"\brespectively\b", re.IGNORECASE)
_POINTS = lazy_pattern(
    r"其(?!中|余|他|它)|该|此(?!前|后|外)|\b(?:it|its|they|them|their|this|these|which|who)\b", re.IGNORECASE
)
_VERBAL_EN = lazy_pattern(
    r"^[a-z]+(?:ed|ing)$|^(?:said|says|rose|fell|grew|won|lost|made|led|held|took|set|came|went|paid|sold|bought|saw|gave|is|are|was|were|has|have|had)$"
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_WHEN = frozenset("earlier later before ago".split())
_SCALES = frozenset("instance season age degree case_kind layer flow direction north".split())
_MEASURES = frozenset("…润 …额 …入 …量 …率 …值 …价 …产 …profit …revenu …sell …incom".split())
_MOST_THINGS = 14


@dataclass(frozen=True, slots=True)
class Thing:
    """Something a text tells of: the texts or keys that name it, the classes it belongs to, where it stands first."""

    names: frozenset[str]
    words: frozenset[str]
    text: str
    kinds: frozenset[str]
    start: int
    leads: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause with the things it is about (its own and those carried on) and its details."""

    things: tuple[Thing, ...]
    details: frozenset[str]
    figures: tuple[Quantity, ...]
    clause: Clause
    text: Passage


@lru_cache(maxsize=4096)
def _things(text: Passage, clause: Clause) -> tuple[Thing, ...]:
    """The things named in a clause: members of closed classes, and noun phrases that lead it or hold a name."""
    known = [m for m in members(text.text, text.language) if clause.start <= m.start < clause.end]
    verb = next((w.start for w in clause.words if _verb(text, w)), clause.end)
    found = []
    for run in noun_runs(text, clause):
        run = [w for w in run if not any(q.start < w.end and w.start < q.end for q in text.quantities)]
        if not run or all(w.tag == "vn" for w in run):
            continue
        start, end = run[0].start, run[-1].end
        inside = [m for m in known if start <= m.start < end or m.start <= start < m.end]
        kinds = frozenset(m.kind for m in inside)
        specific = [w for w in run if w.content and not _general(w)]
        named = [w for w in specific if _name(text, w)]
        speaks = text.language == "zh" and _SPEAKS.match(text.text[clause.start : clause.end])
        leads = (
            not (speaks and end <= clause.start + speaks.end())
            and start <= verb
            and not _SAID.match(text.text, end)
            and not _BEFORE_VERB.search(text.text, 0, start)
        )
        words = frozenset(w.key for w in run)
        if any(a.kind == b.kind and a.thing != b.thing for a, b in pairwise(inside)):
            continue
        if inside and 2 * sum(m.end - m.start for m in {m.start: m for m in inside}.values()) >= end - start:
            found.append(Thing(frozenset(m.thing for m in inside), words, inside[0].text, kinds, start, leads))
        elif named or (leads and (specific or text.language == "en")):
            telling = [w for w in named if w.tag.startswith("nr")] or named or specific or run
            shape = {f"…{run[-1].text[-1]}"} if text.language == "zh" else {f"…{run[-1].key}"}
            kinds |= frozenset({"name"} if named else shape)
            found.append(Thing(frozenset(w.key for w in telling), words, text.text[start:end], kinds, start, leads))
    return tuple(found)


_SAID = lazy_pattern(
    r"\s*(?:在[^，。；]{1,10}?[上中时里])?(?:表示|认为|指出|称|说|介绍|预计|预测|显示|提供的数据|统计|\b(?:said|says|reported|reports|estimate[sd]?|found|finds|show(?:s|ed)?|expects?|warned|told)\b)",
    re.IGNORECASE,
)


_SPEAKS = lazy_pattern(r"[^，。；\d]{2,14}?(?:预计|预测|表示|认为|指出|披露|通报|介绍|透露)")
#: What stands before a verb, so that what follows is no subject: already reimburse.
_BEFORE_VERB = lazy_pattern(
    r"\b(?:already|still|also|now|then|never|always|often|usually|soon|just|even)\s$", re.IGNORECASE
)
_JOINING = frozenset("会同 联合 携手 连同".split())


def _verb(text: Passage, word: Word) -> bool:
    if text.language == "zh":
        return (word.tag.startswith("v") and word.tag != "vn" and word.content) or word.text in _JOINING
    return bool(_VERBAL_EN.search(word.text.lower())) and not word.text[:1].isupper()


def _general(word: Word) -> bool:
    return word.text in GENERIC_ZH or (word.text.lower() in COMMON_EN and word.text.islower())


def _name(text: Passage, word: Word) -> bool:
    if text.language == "zh":
        return word.tag in _NAMES_ZH and (word.text.isascii() or not composed(word.text))
    return (
        word.text[:1].isupper()
        and word.text.lower() not in _DAYS
        and (word.start not in {s for s, _ in text.sentences} or word.text[1:] != word.text[1:].lower())
    )


def noun_runs(text: Passage, clause: Clause) -> Iterator[list[Word]]:
    """Neighbouring nominal words of a clause."""
    run: list[Word] = []
    for word in clause.words:
        if run and word.start - run[-1].end > (0 if text.language == "zh" else 1):
            yield run
            run = []
        if _noun(text, word):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _noun(text: Passage, word: Word) -> bool:
    if text.language == "zh":
        return word.tag.startswith(_NOMINAL) and word.text not in {"前者", "后者", *_JOINING}
    return word.content and not _verb(text, word) and word.text.lower() not in _WHEN


@lru_cache(maxsize=2048)
def statements(text: Passage) -> tuple[Statement, ...]:
    """The clauses of a passage; one that names nothing before its verb goes on with the things of those before it."""
    found: list[Statement] = []
    for clause in text.clauses:
        own = _things(text, clause)
        before = [s for s in found if s.clause.sentence == clause.sentence]
        details = clause.keys
        if pointed := _pointed(clause.text, found):
            own = (pointed, *own)
        elif before and not any(t.leads for t in own):
            led = next((s.things for s in reversed(before) if any(t.leads for t in s.things)), before[-1].things)
            own = (*own, *(t for t in led if t.leads or not own))
            if not own or _POINTS.search(clause.text):
                details |= before[-1].details
        elif found and _POINTS.search(clause.text):
            own = (*own, *found[-1].things)
            details |= found[-1].details
        figures = tuple(q for q in text.quantities if clause.start <= q.start < clause.end)
        pairs = _paired(text, own, figures)
        if pairs:
            found.extend(Statement((thing,), details, (figure,), clause, text) for thing, figure in pairs)
        else:
            found.append(Statement(own, details, figures, clause, text))
    return tuple(found)


_LISTED = lazy_pattern(r"(?:[、和与及]|,|\band)\s*(?:the\s)?$")


def _paired(text: Passage, own: tuple[Thing, ...], figures: tuple[Quantity, ...]) -> list[tuple[Thing, Quantity]]:
    """Things of one kind with the figures of one unit in their order: 14% in Sweden and 9% in Finland, 分别为96亿和47亿."""
    for kind in sorted({k for t in own for k in t.kinds}):
        like = sorted((t for t in own if kind in t.kinds), key=lambda t: t.start)
        for unit in sorted({(q.unit_class, q.unit) for q in figures if q.unit_class != "ordinal"}):
            counted = [q for q in figures if (q.unit_class, q.unit) == unit]
            if kind == "name" and not all(_LISTED.search(text.text, a.start, b.start) for a, b in pairwise(like)):
                continue
            if len(like) == len(counted) >= 2 and len({t.names for t in like}) == len(like):
                return list(zip(like, counted, strict=True))
    return []


def _pointed(words: str, before: list[Statement]) -> Thing | None:
    """What 前者 or the latter stands for: the first or second of the last two like things before."""
    if not (_BEFORE_IT.search(words) or _AFTER_IT.search(words)):
        return None
    named = [t for s in before[-3:] for t in sorted(s.things, key=lambda t: t.start)]
    pairs = [(a, b) for a, b in pairwise(named) if a.names != b.names and (a.kinds & b.kinds or a.leads)]
    if not pairs:
        return None
    return pairs[-1][0] if _BEFORE_IT.search(words) else pairs[-1][1]


def ownership_findings(case: Case) -> Iterator[Finding]:
    """Objections to things that were given the details of a rival."""
    texts = [text for text in case.evidence if text.language == case.sentence.language]
    told = [s for text in texts for s in statements(text) if not (_EACH.search(s.clause.text) and len(s.things) > 1)]
    told = [s for s in told if not _IN_TURN.search(s.text.sentence_of(s.clause))]
    mine = [s for s in statements(case.sentence) if not _EACH.search(s.clause.text)]
    if len(told) < 2 or not mine:
        return
    for own, other in permutations(_candidates(told), 2):
        if own.names <= other.names or other.names <= own.names:
            continue
        mixed = ("name" in own.kinds) != ("name" in other.kinds)
        if _akin(own, other) or (mixed and case.sentence.language == "zh"):
            continue  # a firm is no rival of a measure
        close = bool((own.kinds & other.kinds) - {"name"})
        if (not close and not other.leads) or _compared(told, own, other):
            continue
        if not own.kinds & other.kinds and (
            other.kinds & _SCALES or (own.kinds <= _MEASURES and "name" in other.kinds)
        ):
            continue  # 二审, 冬季 are no rivals of a firm, nor is a firm of 净利润
        if not close and not own.kinds & other.kinds and not _parallel(own, other, told):
            continue
        if wrong := _misplaced(case, told, mine, own, other, leading=not own.kinds & other.kinds):
            yield Finding(*wrong, (own.text, other.text))
            return


def _akin(own: Thing, other: Thing) -> bool:
    """Whether two wordings are likely of one thing: they begin alike (临沧市, 临沧选派) or one has all words of the other."""
    if not own.kinds & other.kinds and own.text[:2] == other.text[:2]:
        return True
    if (own.text.lower() in PEOPLE) != (other.text.lower() in PEOPLE):
        return True  # nurses are residents
    if own.text.isascii():
        return own.words < other.words or other.words < own.words
    if own.text in other.text or other.text in own.text:
        return True  # 示范田 is a 田
    return own.text[:2] == other.text[:2] and min(len(own.text), len(other.text)) <= 4


def _candidates(told: list[Statement]) -> list[Thing]:
    seen: dict[frozenset[str], Thing] = {}
    for thing in (t for s in told for t in s.things):
        if thing.names not in seen or (thing.leads and not seen[thing.names].leads):
            seen[thing.names] = thing
    return list(seen.values())[:_MOST_THINGS]


def _parallel(own: Thing, other: Thing, told: list[Statement]) -> bool:
    """Whether two things lead neighbouring clauses of one sentence that hold figures of a kind."""
    led = [(s, t) for s in told for t in s.things if t.leads and s.clause.start <= t.start < s.clause.end]
    mine, theirs = ([s for s, t in led if t.names == thing.names] for thing in (own, other))
    return any(
        a.text is b.text
        and a.clause.sentence == b.clause.sentence
        and a.clause != b.clause
        and any(p.unit_class == q.unit_class for p in a.figures for q in b.figures)
        for a in mine
        for b in theirs
    )


_COMPARES = lazy_pattern(
    r"相比|相较|高于|低于|多于|少于|[^同环]比(?!例|重|率|上|去|前)|\b(?:than|compared|versus|against)\b", re.IGNORECASE
)


def _compared(told: list[Statement], own: Thing, other: Thing) -> bool:
    """Whether the evidence compares the two in one sentence, so that its details are of both."""
    mine = [s for s in told if _about(s, own) and _COMPARES.search(s.clause.text)]
    return any(
        a.text is b.text and a.clause.sentence == b.clause.sentence for a in mine for b in told if _about(b, other)
    )


def _about(statement: Statement, thing: Thing) -> bool:
    return any(thing.names == t.names for t in statement.things)


def _mentions(case: Case, statement: Statement, thing: Thing) -> bool:
    """Whether a clause of the sentence names a thing of the evidence, by its names, its class or a short form."""
    clause = statement.clause
    if thing.names <= {w.key for w in clause.words} or thing.names <= {
        m.thing for m in members(case.sentence.text, case.sentence.language) if clause.start <= m.start < clause.end
    }:
        return True
    if case.sentence.language != "zh" or len(thing.text) < 4:
        return False
    return any(
        2 <= len(w.text) <= 4
        and w.tag.startswith("n")
        and not any(w.text in text.text for text in case.evidence)
        and within(w.text, thing.text, len(thing.text))
        for w in clause.words
    )


def _misplaced(
    case: Case, told: list[Statement], mine: list[Statement], own: Thing, other: Thing, *, leading: bool
) -> tuple[str, str, str] | None:
    """Guard, level and code when clauses that name `own` tell what the evidence tells of `other`."""
    here = [s for s in told if _about(s, own)]
    there = [s for s in told if _about(s, other) and not _about(s, own)]
    here = [s for s in here if not _about(s, other)] or here
    if not here or not there or any(_ELIDED.search(s.clause.text) for s in here):
        return None
    absent = not any(_mentions(case, s, other) for s in mine)
    carried = False
    for statement in mine:
        clause = statement.clause
        direct = _mentions(case, statement, own)
        led = _things(case.sentence, clause)
        goes_on = (
            not any(t.leads for t in led) and not _POINTS.search(clause.text) and not _OWN_SUBJECT.match(clause.text)
        ) and not (own.kinds <= _MEASURES and clause.words and clause.words[0].tag == "n")
        carried = direct or (carried and goes_on)
        if direct and _mentions(case, statement, other):
            carried = False
        if not carried or _mentions(case, statement, other):
            continue
        if _COMPARES.search(clause.text) and _reckoned(statement, here + there):
            continue
        if leading and direct and not any(t.leads and own.names & t.words for t in led):
            continue
        if direct:
            statement = _after_agent(case, statement, own)
        ours, theirs = ([(s.text, q) for s in side for q in s.figures] for side in (here, there))
        if direct and any(figure_of_other(case, q, ours, theirs) for q in statement.figures):
            return "number", "fail", "owner"
        against, figure = _weight(statement, own.names | other.names, there, here)
        favour, _ = _weight(statement, own.names | other.names, here, there)
        if against >= _ENOUGH and favour < 0.5 * against and (absent or favour == 0):
            return ("number" if figure else "entity", "fail" if figure else "check", "owner")
    return None


#: A clause that takes its predicate from the one before: those in the north did not.
_ELIDED = lazy_pattern(
    r"\b(?:did|had|was|were|has|have|do|does|is|are)(?: not|n't)?\s*$|(?:没有|则否|不然)$", re.IGNORECASE
)


def _reckoned(statement: Statement, told: list[Statement]) -> bool:
    """Whether no figure of a statement is one of the evidence: 40 more than the old ones."""
    known = [q for s in told for q in s.figures]
    return bool(statement.figures) and not any(agrees(mine, q) for mine in statement.figures for q in known)


_OWN_SUBJECT = lazy_pattern(r"\s*(?:and |but |while |whereas )?(?:an?|another|the|some|further) ", re.IGNORECASE)
_AGENT = lazy_pattern(r"(?:由|被|\bby (?:the |an? )?)$")


def _after_agent(case: Case, statement: Statement, thing: Thing) -> Statement:
    """The statement without the figures before a thing that is only its agent (3纳米芯片由台积电代工)."""
    text, clause = case.sentence.text, statement.clause
    found = [t for t in _things(case.sentence, clause) if thing.names & t.names]
    if not found or not all(_AGENT.search(text[clause.start : t.start]) for t in found):
        return statement
    return replace(statement, figures=tuple(q for q in statement.figures if q.start > found[0].start))


def _weight(
    statement: Statement, names: frozenset[str], side: list[Statement], opposite: list[Statement]
) -> tuple[float, bool]:
    """How much of a clause one side of the evidence has and the other has not; whether a figure is among it."""
    there = frozenset[str]().union(*(s.details for s in side))
    here = frozenset[str]().union(*(s.details for s in opposite))
    only = (statement.clause.keys & there) - here - names
    weight = sum(0.3 if k in GENERIC_ZH or k.lower() in COMMON_EN else 1.0 for k in only)
    figure = False
    for quantity in statement.figures:
        if quantity.unit_class == "ordinal":
            continue
        if any(agrees(quantity, q) for s in side for q in s.figures) and not any(
            agrees(quantity, q) for s in opposite for q in s.figures
        ):
            weight += _FIGURE
            figure = True
    return weight, figure
