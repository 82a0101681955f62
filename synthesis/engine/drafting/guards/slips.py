"""One slip in a sentence taken over: it is a sentence or a clause of the evidence in the same words but for a figure, a
direction, a denial, a hedge, a quantifier, an exchange, or a clause more.

The other guards read what sentences say and let pass what they cannot place; here the place is known, because all around it
is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import aligned
from synthesis.engine.drafting.guards.coverage import covered
from synthesis.engine.drafting.guards.hedging import HEDGES, MAYBE, MORE_HEDGES
from synthesis.engine.drafting.guards.opposition import judged
from synthesis.engine.drafting.guards.preconditions import precondition_told
from synthesis.engine.drafting.guards.rendered import STEADY
from synthesis.engine.drafting.guards.replaced import exchanged_words, inserted_words, is_exchange
from synthesis.engine.drafting.guards.restated import FIGURE, Restated, restated
from synthesis.engine.drafting.guards.types import Case, Finding
from synthesis.engine.drafting.lexicon.negation import DENIAL, NO_DENIAL, PLAIN
from synthesis.engine.drafting.lexicon.opposites import opposites_in
from synthesis.engine.drafting.lexicon.quantifiers import quantifiers_in
from synthesis.engine.patterns import lazy_pattern

_LONGEST = {"zh": 4, "en": 20}  # characters of what differs
_AROUND = {"zh": 3, "en": 14}  # characters beside it that are looked at with it
_LEAST = {"zh": 10, "en": 30}  # characters that clauses of different sentences have in common at least
_BOUNDS = (
    (1, lazy_pattern(r"超过|[高多大优]于|\b(?:over|more than|above|at least|exceed\w*)\b")),
    (-1, lazy_pattern(r"不足|[低少小劣]于|不及|\b(?:under|less than|below|at most|short of)\b")),
)
#: A clause that tells no more than whose word it is.
_SAYS_WHO = lazy_pattern(
    r"看来|来看|认为|表示|指出|介绍|称|显示|表明|而言|\b(?:according to|said|says|reported|in the (?:view|opinion) of)\b"
)
#: What stands between two things of which either may come first.
_JOINS = lazy_pattern(
    r"[和与及或同跟、是为即\s]*|\s*(?:and|or|nor|is|was|are|were|with|alongside|as well as|together with|plus|versus|equals?)\s*"
)
_STANDS_FOR = lazy_pattern(
    r"\s*(?:(?:and|but|while|although|as)\s+)?(?:it|they|he|she|this|these|that|which|who)\s*|[而但且并]?(?:其|它们?|该|此|这|这些|他们?|后者|前者)"
)
_WEAKER = frozenset({"most", "some", "few", "many", "mainly"})


def slip_findings(case: Case) -> Iterator[Finding]:
    """An objection for each clause that differs from one of the evidence in one such place alone."""
    for found in _slips(case):
        needed = any(precondition_told(case.sentence.text, text.text) for text in case.evidence)
        if found.guard not in _TURNED or not (needed or _denied_in_a_word(case)):
            yield found
            return
    for mine, theirs in exchanged_words(case):
        if is_exchange(mine, theirs, case):
            yield Finding("entity", "check", "term", (mine.text,))
    for word in inserted_words(case):
        yield Finding("support", "check", "addition", (word.text,))


def _denied_in_a_word(case: Case) -> bool:
    """Whether one side denies a word and the other says the same in another word: failed to reach, missed."""
    return any(
        same is not None and agree >= against and mine.denied != same.denied and mine.word.lower() != same.word.lower()
        for mine, same, _, agree, against in judged(case)
    )


_TURNED = frozenset({"polarity", "direction"})


def _slips(case: Case) -> Iterator[Finding]:
    language = case.sentence.language
    theirs = [told for text in case.evidence if text.language == language for told in restated(text)]
    known = {clause for told in theirs for clause in told}
    for number, mine in enumerate(restated(case.sentence)):
        added = _added(case, number, mine, theirs)
        if added:
            yield Finding("support", "check", "addition", (added,))
            continue
        turned = next((told for told in theirs if sorted(told) != sorted(mine) and _exchanged(mine, told)), None)
        if turned is not None:
            yield Finding("role", "fail", "swap", _exchanged(mine, turned) or ())
            continue
        copied = next((one for told in theirs if (one := _only_other(mine, told)) is not None), None)
        if copied is not None:
            yield from _slip(*copied, language)
            continue
        for clause in mine:
            near = (
                o for o in sorted(known - {clause}) if clause not in known and _common(clause, o) >= _LEAST[language]
            )
            yield from next((found for other in near if (found := list(_slip(clause, other, language)))), [])


def _added(case: Case, number: int, mine: Restated, theirs: list[Restated]) -> str:
    """The one clause that a sentence has besides those of a sentence of the evidence, when it says something new."""
    for told in theirs:
        more = [place for place, clause in enumerate(mine) if clause not in told]
        if len(mine) == len(told) + 1 and len(more) == 1 and set(told) <= set(mine):
            clause = case.sentence.clauses_of(number)[more[0]]
            figured = any(clause.start <= q.start < clause.end for q in case.sentence.quantities)  # read by others
            told_elsewhere = figured or aligned(case)[clause.start] or _SAYS_WHO.search(clause.text)
            new = any(w.content and not covered(w, case) for w in clause.words)
            return clause.text.strip() if new and not told_elsewhere else ""
    return ""


def _only_other(mine: Restated, told: Restated) -> tuple[str, str] | None:
    """The only clause of a sentence that is not the evidence's, and the one there."""
    other = [pair for pair in zip(mine, told, strict=False) if pair[0] != pair[1]]
    return other[0] if len(mine) == len(told) and len(other) == 1 and _common(*other[0]) > 1 else None


def _exchanged(mine: Restated, told: Restated) -> tuple[str, str] | None:
    """The two pieces of a sentence that stand in each other's place, when nothing else is different."""
    spoken, given = " ".join(mine), " ".join(told)
    if spoken == given or len(spoken) != len(given) or sorted(spoken) != sorted(given):
        return None
    head = _alike(spoken, given)
    tail = _alike(spoken[head:][::-1], given[head:][::-1])
    before, after = given[:head], given[len(given) - tail :]
    spoken, given = spoken[head : len(spoken) - tail], given[head : len(given) - tail]
    for one in range(1, len(given)):
        if spoken.endswith(given[:one]):
            for other in range(1, len(given) - one):
                between = given[one : len(given) - other]
                if spoken == given[-other:] + between + given[:one]:
                    return None if _joined(before, between, after) else (given[-other:], given[:one])
    return None


def _joined(before: str, between: str, after: str) -> bool:
    """Whether two pieces only stand side by side. They may begin or end alike, which then is no part of them."""
    return any(
        _JOINS.fullmatch(between[first:last]) and before.endswith(between[last:]) and after.startswith(between[:first])
        for first in range(len(between) + 1)
        for last in range(first, len(between) + 1)
    )


def _common(one: str, two: str) -> int:
    head = _alike(one, two)
    return head + _alike(one[head:][::-1], two[head:][::-1])


def _alike(one: str, other: str) -> int:
    """How many characters two strings begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _slip(mine: str, other: str, language: str) -> Iterator[Finding]:
    """What is wrong where two clauses in one form differ in one place."""
    if FIGURE.sub("⟨⟩", mine) == FIGURE.sub("⟨⟩", other):
        pairs = zip(FIGURE.findall(mine), FIGURE.findall(other), strict=True)
        changed = [(_shown(a), _shown(b)) for a, b in pairs if a != b and _differ(a, b)]
        if len(changed) == 1:  # of several, one may make up for the other: 22 of 1,000, 2.2 of 100
            yield Finding("number", "fail", "figure", changed[0])
        return
    head = _alike(mine, other)
    tail = _alike(mine[head:][::-1], other[head:][::-1])
    inside = (head, len(mine) - tail), (head, len(other) - tail)
    if max(high - low for low, high in inside) > _LONGEST[language]:
        return
    if any(_STANDS_FOR.fullmatch(text[low:high]) for text, (low, high) in zip((mine, other), inside, strict=True)):
        return  # it took effect: the ban took effect
    one, two = (_poles(text, *span, language) for text, span in zip((mine, other), inside, strict=True))
    turned = next((pole for pole in two if (pole[0], -pole[1]) in one and pole not in one), None)
    reach = _AROUND[language]
    a, b = (text[max(0, low - reach) : high + reach] for text, (low, high) in zip((mine, other), inside, strict=True))
    if turned is not None:
        if _denials(a, language, PLAIN[language]) == _denials(b, language, PLAIN[language]):
            yield Finding("direction", "fail", "direction", (one[turned[0], -turned[1]], two[turned]))
        return  # not approved: rejected
    if _said_alike(one, two) and _denials(a, language, PLAIN[language]) == _denials(b, language, PLAIN[language]):
        return  # missed, fell short of
    denied = _denials(a, language)
    if STEADY.search(a) and STEADY.search(b):
        return  # will be frozen, will stay unchanged
    if denied != _denials(b, language):
        yield Finding("polarity", "fail", "negation_added" if denied else "negation_dropped", (mine, other))
        return
    given, left = ({n: m.group() for n in MAYBE if (m := HEDGES[language][n].search(text))} for text in (b, a))
    lost = {name: word for name, word in given.items() if not _hedged(mine, name, language)}
    if (
        lost
        and len(other[slice(*inside[1])].strip()) <= max(map(len, lost.values())) + 1
        and (not left or ("possible" in lost and set(left) == {"expected"}))
    ):
        yield Finding("hedge", "fail", "hedge_dropped", (next(iter(lost.values())),))
    told, weak = quantifiers_in(a, language), quantifiers_in(b, language)
    weaker = next((weak[name] for name in weak if name in _WEAKER), None)
    if weaker is not None and "all" in told and "all" not in weak:
        yield Finding("quantifier", "fail", "quantifier_strengthened", (told["all"], weaker))


def _hedged(text: str, name: str, language: str) -> bool:
    more = MORE_HEDGES[language].get(name)
    return bool(HEDGES[language][name].search(text) or (more and more.search(text)))


def _said_alike(one: dict[tuple[str, int], str], two: dict[tuple[str, int], str]) -> bool:
    """Whether two words are of one pole."""
    return any(two.get(pole, word) != word for pole, word in one.items())


def _denials(text: str, language: str, kind: re.Pattern[str] | None = None) -> bool:
    """Whether a text denies, denials of denials counted out; by words of a kind alone."""
    told = DENIAL[language].finditer(NO_DENIAL[language].sub("", text))
    return sum(kind is None or bool(kind.search(m.group())) for m in told) % 2 == 1


def _differ(one: str, other: str) -> bool:
    """Whether two figures of one kind differ: in one unit, no range, qualified alike; or two numbers of a date."""
    (value, *rest), (theirs, *others) = (figure.strip("⟨⟩").split("|") for figure in (one, other))
    return value != theirs and rest == others and not (rest and rest[0])


def _shown(figure: str) -> str:
    value, _, unit, *_ = [*figure.strip("⟨⟩").split("|"), "", ""]
    return value.replace("·", ".") + unit


def _poles(text: str, low: int, high: int, language: str) -> dict[tuple[str, int], str]:
    """The poles that reach into `low:high`: axis and sign, and their words."""
    hits = [(h.axis, h.sign, h.word, h.start, h.end) for h in opposites_in(text, language)]
    hits += [("bound", sign, m.group(), *m.span()) for sign, pattern in _BOUNDS for m in pattern.finditer(text)]
    return {(axis, sign): word for axis, sign, word, start, end in hits if start < high and low < end}
