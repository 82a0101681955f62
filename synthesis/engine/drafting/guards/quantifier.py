"""Guard of quantifiers and degree: 部分 must not become 全部, 较大 not 最大, nor 首次 appear from nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from synthesis.engine.drafting.guards.alignment import Aligned, aligned
from synthesis.engine.drafting.guards.dropped import lost_limits
from synthesis.engine.drafting.guards.extremes import extreme_findings
from synthesis.engine.drafting.guards.limits import limit_findings
from synthesis.engine.drafting.guards.opposed import turned_quantity_findings
from synthesis.engine.drafting.guards.parted import parted_findings
from synthesis.engine.drafting.guards.portion import EXCEPT, NOT_ALL, portion_findings
from synthesis.engine.drafting.guards.ranks import agreed_places
from synthesis.engine.drafting.guards.records import record_findings
from synthesis.engine.drafting.guards.scope import scope_findings
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.guards.universals import (
    BEFOREHAND,
    BUT_ONE,
    CONTRARY,
    IN_ORDER,
    NEVER_BEFORE,
    NONE,
    again_after,
    all_listed,
    complement,
    granted,
    named_in_order,
    partly_denied,
)
from synthesis.engine.drafting.lexicon.quantifiers import QUANTIFIERS, quantifiers_in
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

# What each class of the sentence may rest on in the evidence.
_RESTS_ON = {
    "all": {"all", "all_soft"},
    "most": {"most", "all", "all_soft", "mainly"},
    "first": {"first"},
    "only": {"only", "few"},
    "superlative": {"superlative", "superlative_level", "first"},
    "superlative_level": {"superlative_level", "superlative"},
    "strong": {"strong", "marked", "superlative", "all"},
}
_WEAKER = ("most", "mainly", "some", "few", "many", "often", "sometimes", "weak")


def quantifier_findings(case: Case) -> Iterator[Finding]:
    """Objections to quantifiers strengthened, invented or lost."""
    for clause in case.sentence.clauses:
        near = aligned(case)[clause.start]
        mine = quantifiers_in(clause.text, case.sentence.language)
        theirs = _reach(case, near)
        if near and near[0].score >= 0.75:  # a near copy: its own words, not those of the clauses beside it
            theirs = quantifiers_in(near[0].clause.text, near[0].text.language) or theirs
        yield from _strengthened(case, clause, mine, theirs)
        if near and near[0].score >= 0.55:
            yield from lost_limits(case, clause, mine, near)
    yield from scope_findings(case)
    yield from portion_findings(case)
    yield from limit_findings(case)
    yield from extreme_findings(case)
    yield from parted_findings(case)
    yield from record_findings(case)
    yield from turned_quantity_findings(case)


def _needs_none(word: str, everything: str) -> bool:
    """Whether each only says what a unit costs, or 任何 stands in the evidence."""
    each = (word.lower() in {"each", "every"} or word.startswith("每")) and _PER.search(everything) is not None
    return each or (word == "任何" and word in everything)


_PER = lazy_pattern(r"\b(?:unit|per|average|apiece)\b|单[位台件套座人户车亩次]|平均|人均|户均|均")


def _reach(case: Case, near: list[Aligned]) -> dict[str, str]:
    """Quantifiers of the evidence clauses that match, or of all evidence where nothing matches."""
    texts = [a.text.sentence_of(a.clause) for a in near] or [p.text for p in case.evidence]
    languages = [a.text.language for a in near] or [p.language for p in case.evidence]
    found: dict[str, str] = {}
    for text, language in zip(texts, languages, strict=True):
        found |= quantifiers_in(text, language)
    return found


def _strengthened(case: Case, clause: Clause, mine: dict[str, str], theirs: dict[str, str]) -> Iterator[Finding]:
    everything = " ".join(text.text for text in case.evidence).lower()
    everywhere = {n for text in case.evidence for n in quantifiers_in(text.text, text.language)}
    for name, word in mine.items():
        if name == "all_soft":
            yield from _all_soft(case, clause, mine, theirs)
            continue
        said = (name != "all" or name in everywhere or word.lower() == "fully") and _said(_stem(word), everything)
        if said and (name not in quantifiers_near(case, clause) or _said(_stem(word), _nearest(case, clause))):
            continue  # said of something else in the evidence, near or far: the sentence may have joined the two
        if name == "all" and _BOUNDED.search(clause.text) and _none_near(case, clause):
            continue
        if name == "all" and (
            all_listed(case, word) or (EXCEPT.search(case.sentence.text) and BUT_ONE.search(everything))
        ):
            continue
        if _needs_none(word, everything) or (name == "first" and BEFOREHAND.search(clause.text)):
            continue
        if name == "all" and _BUT.match(case.sentence.text, clause.end):
            continue
        if name == "all" and NOT_ALL.search(case.sentence.text) and _in_part(case, theirs):
            continue
        if name in {"some", "all"} and partly_denied(case.sentence) and any(map(partly_denied, case.evidence)):
            continue  # not all do: some do not
        if name == "first" and (NEVER_BEFORE.search(everything) or again_after(clause.text, everything)):
            continue
        against = _against(case, clause, name, mine, theirs)
        if against is not None:
            level, other = against
            if level:
                yield Finding("quantifier", level, "quantifier_strengthened", (word, other))
            continue
        if name == "only" and _says_little(clause, word, everywhere, everything):
            continue
        weaker_said = any(w in theirs for w in _WEAKER if w != name)
        if name in {"all", "only"} and not weaker_said and NONE.search(everything):
            continue  # none failed: every one passed; all but one: the only one
        if name not in _RESTS_ON or _RESTS_ON[name] & set(theirs) or said:
            continue
        if name == "first" and (_ORIGINAL.search(everything) or ("superlative" in theirs and _RANK.match(word))):
            continue
        weaker = next((theirs[w] for w in _WEAKER if w in theirs and w != name), None)
        if name == "all" and not weaker and (_SUMMED.search(clause.text) or granted(case, word, everything)):
            continue  # 全部欠款合计11.4亿元
        if name in {"all", "strong"} and "全" in everything and not weaker:
            continue
        if not weaker and _RESTS_ON[name] & everywhere:
            continue  # said elsewhere in the evidence: nothing new
        if name in {"first", "superlative", "superlative_level"} and 1 in agreed_places(case):
            continue  # the evidence tells the order in other words
        at = case.sentence.text.find(word)
        if name == "most" and any(q.start < at + len(word) and at < q.end + 1 for q in case.sentence.quantities):
            continue  # more than half: the number guard has reckoned it
        if _numbers_say(case, name) or (name == "only" and case.sentence.quantities):
            continue
        if weaker and name in {"all", "most", "strong", "first", "superlative"}:
            yield Finding("quantifier", "fail", "quantifier_strengthened", (word, weaker))
        else:
            yield Finding("quantifier", "check" if name in {"strong", "only"} else "fail", "quantifier_new", (word,))


def _says_little(clause: Clause, word: str, everywhere: set[str], everything: str) -> bool:
    """Whether a word for only merely stresses, or says what a superlative of the evidence says (no other is as large)."""
    if word.lower() == "no other":
        return not {"superlative", "superlative_level"}.isdisjoint(everywhere) or "than any other" in everything
    return word in _PARTICLES and not _THE_ONLY.search(clause.text)


def _in_part(case: Case, theirs: dict[str, str]) -> bool:
    """Whether the evidence tells of a part, by a word or by figures."""
    return not {"most", "mainly", "some", "few"}.isdisjoint(theirs) or _numbers_say(case, "most")


_BUT = lazy_pattern(r"\s*(?:but|except)\b", re.IGNORECASE)
_ORIGINAL = lazy_pattern(r"最初|起初|\b(?:original\w*|initial\w*)\b", re.IGNORECASE)
_RANK = lazy_pattern(r"topp|rank", re.IGNORECASE)
_THE_ONLY = lazy_pattern(r"\bthe only (?:one|\w+)\b(?! \d)", re.IGNORECASE)
_PARTICLES = frozenset("只 仅 只有 仅有 仅仅 才 方 only alone Only Alone".split())


def _said(stem: str, text: str) -> bool:
    """Whether a stem begins a word of a text in lower case; a Chinese one may stand anywhere but after a letter."""
    at = text.find(stem)
    while at > 0 and "a" <= text[at - 1] <= "z":
        at = text.find(stem, at + 1)
    return at >= 0


def _stem(word: str) -> str:
    word = word.lower().strip().removeprefix("the ")
    return word[: max(4, len(word) - 3)] if word.isascii() else word


def quantifiers_near(case: Case, clause: Clause) -> frozenset[str]:
    """Classes that a near copy of the clause in the evidence lacks, so that a word said elsewhere does not count."""
    near = aligned(case)[clause.start]
    if not near or near[0].score < 0.75:
        return frozenset()
    there = quantifiers_in(near[0].clause.text, near[0].text.language)
    return frozenset(QUANTIFIERS[case.sentence.language]) - frozenset(there)


def _nearest(case: Case, clause: Clause) -> str:
    """The evidence clause most like one of the sentence, in lower case: fully for a full return."""
    near = aligned(case)[clause.start]
    return near[0].clause.text.lower() if near else ""


def _all_soft(case: Case, clause: Clause, mine: dict[str, str], theirs: dict[str, str]) -> Iterator[Finding]:
    """均, 都 over what the evidence says of a part only."""
    if partly_denied(case.sentence) or {"all_soft", "all"} & set(theirs) or {"some", "few", "most"} & set(mine):
        return
    counts = {q.value for q in case.sentence.quantities if clause.start <= q.start < clause.end}
    for one in aligned(case)[clause.start]:  # of the five, which all did
        start, end = one.text.sentences[one.clause.sentence]
        told = quantifiers_in(one.text.text[start:end], one.text.language)
        if {"all_soft", "all"} & set(told) and any(
            start <= q.start < end and q.value in counts for q in one.text.quantities
        ):
            return
    if re.search(r"[、和与及同]", clause.text.split(mine["all_soft"])[0]):
        return  # 收入与利润都有增长 counts what the clause names
    limit = next((theirs[w] for w in ("some", "few", "most") if w in theirs), None) or _part(case, clause)
    if limit:
        yield Finding("quantifier", "fail", "quantifier_strengthened", (mine["all_soft"], limit))


def _none_near(case: Case, clause: Clause) -> bool:
    """Whether an evidence clause of the same words says none, no or without."""
    return any(
        len(c.keys & clause.keys) >= 2 and _NOTHING.search(c.text) for text in case.evidence for c in text.clauses
    )


_BOUNDED = lazy_pattern(
    r"至少|至多|不[少多低高]于|\bat (?:least|most)\b|\bno (?:more|less|fewer) than\b", re.IGNORECASE
)
_MERELY = lazy_pattern(
    r"[只仅]是|\b(?:is|are|was|were) only\b|\bonly (?:a|an|the|when|if|after|because)\b", re.IGNORECASE
)
_SUMMED = lazy_pattern(r"合计|总计|共计|总额|总数|\b(?:total\w*|combined|in all|sum)\b", re.IGNORECASE)
_NOTHING = lazy_pattern(r"没有一|无一|\b(?:none|neither|not (?:a|one) single)\b", re.IGNORECASE)


def _counted(case: Case, clause: Clause, name: str) -> bool:
    """Whether figures carry a word for a part, those of a clause that says the word itself of all apart."""
    near = aligned(case)[clause.start]
    best = near[0] if near else None
    if best is not None and {"all", "all_soft"} & set(quantifiers_in(best.clause.text, best.text.language)):
        inside = [q for q in best.text.quantities if best.clause.start <= q.start < best.clause.end]
        return len(inside) > 1 or any(q.unit_class == "percent" for q in inside)
    return _numbers_say(case, name)


def _against(
    case: Case, clause: Clause, name: str, mine: dict[str, str], theirs: dict[str, str]
) -> tuple[str, str] | None:
    """Level and word of the evidence a quantifier runs against ("" when it may stand), None when that is not known."""
    large, small = {"all", "all_soft", "most"} & set(theirs), {"some", "few"} & set(theirs)
    told = {"all", "most"} & set(mine)
    if name in {"most", "many"} and "few" in theirs and not {"most", "many", "mainly"} & set(theirs):
        return None if _numbers_say(case, name) else ("fail", theirs["few"])
    if name == "few" and (large or "many" in theirs) and not small and not _numbers_say(case, name):
        return ("" if told else "check", theirs.get("most", theirs.get("all", theirs.get("many", ""))))
    if name == "some" and large and not {"some", "few", "many"} & set(theirs):
        return (
            "" if told or _counted(case, clause, name) else "check",
            theirs.get("all", theirs.get("most", theirs.get("all_soft", ""))),
        )
    near = aligned(case)[clause.start]
    alike = bool(near) and near[0].score >= _ALIKE and not EXCEPT.search(near[0].text.sentence_of(near[0].clause))
    if (
        name == "most"
        and large
        and alike
        and not {"most", "mainly", "some", "few"} & set(theirs)
        and not {"all", "all_soft"} & set(mine)
    ):
        return "" if _counted(case, clause, name) else "check", theirs.get("all", theirs.get("all_soft", ""))
    if name in {"last", "again"} and "first" in theirs and not {"last", "again"} & set(theirs):
        return "fail", theirs["first"]
    frequent = next((theirs[n] for n in ("mainly", "most") if n in theirs), "")
    if (
        name == "only"
        and frequent
        and (alike or "mainly" in theirs)
        and not {"mainly", "most"} & set(mine)
        and not {"only", "few"} & set(theirs)
    ):
        return None if _MERELY.search(clause.text) else ("fail", frequent)
    if name == "sometimes" and (large or "often" in theirs) and "sometimes" not in theirs:
        return "check", theirs.get("all", theirs.get("most", theirs.get("all_soft", theirs.get("often", ""))))
    firm = theirs.get("strong") or (theirs.get("marked") if alike and "marked" not in mine else None)
    if name == "weak" and firm and "weak" not in theirs and "strong" not in mine:
        return "check", firm
    if name == "marked" and "weak" in theirs and not {"marked", "strong"} & set(theirs):
        return "check", theirs["weak"]
    return None


_ALIKE = 0.6
_SHARE = lazy_pattern(r"占|share|accounted|made up|of (?:the|them|all)")


def _part(case: Case, clause: Clause) -> str:
    """A share below the whole that the evidence gives of what the clause calls all."""
    for text in case.evidence:
        for quantity in text.quantities:
            other = next((c for c in text.clauses if c.start <= quantity.start < c.end), None)
            near = other is not None and len(other.keys & clause.keys) >= 2
            if near and other and quantity.unit_class == "percent" and _SHARE.search(other.text):
                return quantity.text.strip()
    return ""


def _numbers_say(case: Case, name: str) -> bool:
    """Whether figures of the evidence carry a word for the larger or smaller part, or the greatest of a list."""
    shares = [
        q.value - (1 if q.qualifier in {"under", "near"} else 0)
        for text in case.evidence
        for q in text.quantities
        if q.unit_class == "percent"
    ]
    counts = [
        q.value
        for text in case.evidence
        for q in text.quantities
        if q.unit_class in {"count", "number"} and q.value > 0
    ]
    parts = [100 * a / b for i, b in enumerate(counts) for a in counts[i + 1 :] if a < b]
    parts += [100 * a / b for i, a in enumerate(counts) for b in counts[i + 1 :] if a < b]
    if name == "most":
        rest = any(re.search(r"其余|remaining|the rest|others", text.text) for text in case.evidence)
        limited = any(
            re.search(r"只有|仅|不足|不到|\b(?:only|fewer than|less than|just)\b", text.text, re.IGNORECASE)
            for text in case.evidence
        ) and re.search(r"没|未|不|\bnot\b|n't|fail|miss|\bno\b|\bun\w{4,}", case.sentence.text)
        contrary = CONTRARY.search(case.sentence.text) and not all(CONTRARY.search(t.text) for t in case.evidence)
        told_once = (bool(contrary) and len(shares) + bool(parts) == 1) or complement(case)
        return any(50 < s < 100 for s in (*shares, *parts)) or bool(
            (rest or limited or told_once) and any(s < 50 for s in (*parts, *shares))
        )
    if name == "strong":
        like = [
            (a.value, b.value)
            for t in case.evidence
            for a in t.quantities
            for b in t.quantities
            if a.unit_class == b.unit_class and a.value > 0 and a is not b
        ]
        return any(s >= 20 for s in shares) or any(b / a >= Decimal("1.4") for a, b in like)
    if name in {"few", "some"}:
        return any(0 < s < 50 for s in (*shares, *parts))
    if name in {"superlative", "superlative_level"}:
        return _extreme(case)
    return False


def _takes_share(text: Passage, quantity: Quantity) -> bool:
    clause = next((c for c in text.clauses if c.start <= quantity.start < c.end), None)
    return clause is not None and bool(_SHARE.search(clause.text))


def _extreme(case: Case) -> bool:
    """Whether the sentence tells the greatest or least of three or more like figures of the evidence, or a range's end."""
    if any(q.high is not None for t in case.evidence for q in t.quantities):
        return True
    if any(IN_ORDER.search(t.text) for t in case.evidence):
        return True  # whose place it is: `guards.ownership`
    ranked = any(q.unit_class == "ordinal" and q.value > 1 for t in case.evidence for q in t.quantities)
    if ranked and any(
        q.unit_class == "percent" and q.value > 50 and _takes_share(t, q) for t in case.evidence for q in t.quantities
    ):
        return True  # who has more than half before a second and third has most
    units = [(q.unit_class, q.unit) for t in case.evidence for q in t.quantities if q.unit_class != "ordinal"]
    if any(units.count(unit) >= 2 for unit in units) and named_in_order(case.sentence):
        return True  # cost came first (64%), followed by staff (41%)
    if any(units.count(unit) >= 3 for unit in units):
        return True  # whose figure it is: `guards.ownership`
    for quantity in case.sentence.quantities:
        like = sorted(q.value for t in case.evidence for q in t.quantities if q.unit_class == quantity.unit_class)
        if len(like) >= 3 and quantity.value in {like[0], like[-1]}:
            return True
    return False
