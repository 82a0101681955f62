"""English statements of counts, shares and qualities told anew: how many did it for the number that did, who puts what at
how much, with what accuracy a thing works, and what is said of it in an apposition as a statement of its own.

Frames as in `statements_en`; `apposed` takes a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.rewriting.capitals_en import UNSURE, capital, soft
from synthesis.engine.drafting.rewriting.inflect_en import gerund, past
from synthesis.engine.drafting.rewriting.parse_en import Clause, Parsed, parsed
from synthesis.engine.drafting.rewriting.turning_en import NONE, POINTS, TIME, many, opening
from synthesis.engine.drafting.rewriting.verbs_known_en import verb_forms
from synthesis.engine.patterns import lazy_pattern

_BEING = frozenset("is are was were reached stood came amounted totalled".split())
_NUMBER = r"(?P<n>(?:(?:about|around|roughly|nearly|almost|over|more than|some|just over|just under) )?\d[\d.,\ue001]*(?:%| per cent| million| billion)?)"
_WHEN = rf"(?P<t> {TIME}| (?:at|by) the (?:end|start|beginning|close) of (?:19|20)\d\d)?"
_TOLD = lazy_pattern(rf"(?:at |to )?{_NUMBER}{_WHEN}")
_COUNTED = lazy_pattern(r"the (?P<k>number|share|proportion) of (?P<x>.+)", re.IGNORECASE)
_RELATIVE = lazy_pattern(r" (?:that|who|which) ")


def how_many_did(read: Parsed, clause: Clause) -> Iterator[str]:
    """The number of homes that use wood was 400 in 2023 → in 2023, 400 homes used wood; the share of them likewise."""
    counted = _COUNTED.fullmatch(read.of(*clause.subject))
    told = _TOLD.fullmatch(read.of(clause.group[1], clause.high))
    if (
        counted is None
        or told is None
        or read.tokens[clause.group[0]].low not in _BEING
        or clause.group[1] - clause.group[0] != 1
    ):
        return
    things, number = counted.group("x"), told.group("n")
    parts = _RELATIVE.split(things, maxsplit=1)
    if (
        len(parts) != 2
        or "," in things
        or POINTS.search(parts[0])
        or (clause.lead[0] < clause.lead[1] and told.group("t"))
    ):
        return
    verb = parts[1].split()[0]
    forms = {name for _, name in verb_forms().get(verb, ())} | (
        {"past"} if verb in {"was", "were", "had"} else {"base"} if verb in {"are", "have"} else set()
    )
    if not forms & {"past", "base"} or re.search(r"\b(?:and|or)\b", things):
        return
    when = (told.group("t") or "").strip() or (
        read.of(*clause.lead).rstrip(",") if clause.lead[0] < clause.lead[1] else ""
    )
    rate = "%" in number or "per cent" in number
    if rate == (counted.group("k") == "number"):
        return
    when = when[:1].lower() + when[1:]
    did = f"{parts[0]} {parts[1]}"
    if when:
        yield f"{when}, {number} of {did}" if rate else f"{when}, {number} {did}"
    if rate:
        yield f"among {parts[0]}, {number} {parts[1]}{' ' + when if when else ''}"


_HAD = frozenset("have count register".split())
_PLACE = lazy_pattern(
    r"(?:the )?(?:city|town|village|country|region|province|state|district|county|island|city centre|capital)\b.*|[A-Z][a-z]+",
    re.IGNORECASE,
)


def there_were(read: Parsed, clause: Clause) -> Iterator[str]:
    """In 2023, the city of Harlow had 368 gardens → in 2023 there were 368 gardens in the city of Harlow."""
    subject, bases = (
        read.of(*clause.subject),
        {b for b, _ in verb_forms().get(read.tokens[clause.verb].low, ())}
        | {"have" if read.tags[clause.verb] == "H" else ""},
    )
    if not bases & _HAD or clause.group[1] - clause.group[0] != 1 or not clause.pieces or clause.pieces[0].kind != "NP":
        return
    if not _PLACE.fullmatch(subject) or not subject[0].isalpha() or not re.search(r"[A-Z]", subject):
        return
    thing = clause.pieces[0]
    what, behind = read.of(thing.low, thing.high), read.of(thing.high, clause.high)
    number = re.match(rf"{_NUMBER} (?!per\b|%|euros|dollars|pounds|million|billion)[a-z]", what)
    if number is None or (behind and not re.fullmatch(TIME, behind)) or re.search(r"[%€£$]", number.group("n")):
        return
    was = read.tokens[clause.verb].low in {"had", "counted", "registered"}
    lead = read.of(*clause.lead).rstrip(",") if clause.lead[0] < clause.lead[1] else ""
    lead = f"{lead[:1].lower()}{lead[1:]}, " if lead else ""
    yield f"{lead}there {'were' if was else 'are'} {what} in {opening(read, clause)}{' ' + behind if behind else ''}"


_PUT = lazy_pattern(
    r"(?P<x>(?:the |its )?[A-Za-z].+?) at (?P<n>(?:about |around |roughly |nearly |almost |over |more than |under )?[$€£]?\d.*)"
)


def _in_year(text: str) -> str:
    """What a source gives for 2023 was so in 2023."""
    return re.sub(r" for (?=(?:19|20)\d\d$)", " in ", text)


_MOMENT = lazy_pattern(
    r"\b(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:first|second|third|fourth|last|previous) (?:quarter|half|year|month|week)|spring|summer|autumn|winter)\b"
)


def put_at(read: Parsed, clause: Clause) -> Iterator[str]:
    """The Cost Monitor puts the share at 51% → according to the Cost Monitor, the share is 51%."""
    bases = {b for b, _ in verb_forms().get(read.tokens[clause.verb].low, ())}
    if (
        not bases & {"put", "estimate"}
        or clause.voice != "active"
        or clause.group[1] - clause.group[0] != 1
        or len(read.clauses) > 1
    ):
        return
    subject, put = read.of(*clause.subject), _PUT.fullmatch(read.of(clause.group[1], clause.high))
    if (
        put is None
        or clause.lead[0] < clause.lead[1]
        or "," in subject
        or POINTS.match(subject)
        or POINTS.match(put.group("x"))
    ):
        return
    several = many(put.group("x"))
    be = ("were" if several else "was") if _MOMENT.search(put.group(0)) else ("are" if several else "is")
    who = subject if read.tags[clause.subject[0]] == "P" else opening(read, clause)
    by = f"an estimate by {who}" if "estimate" in bases else who
    yield f"according to {by}, {put.group('x')} {be} {_in_year(put.group('n'))}"


_MADE = lazy_pattern(
    r"(?P<n>\d[\d,\ue001]*) (?P<x>(?:[a-z]+ ){0,5}?[a-z]+) (?P<v>[a-z]+ed|found|built|sold|bought|lost)(?P<r> .+)"
)
_WORTH = lazy_pattern(
    r"(?P<m>(?:[a-z-]+ ){0,3}[a-z]+) of (?P<n>[$€£]?\d[\d.,\ue001]*(?: (?:million|billion))?(?: [a-z]+)?)(?P<r> (?:in|for|on|at) .+)?"
)


def on_record(read: Parsed, clause: Clause) -> Iterator[str]:
    """The Gazette reports 312 shipments stopped in 2023 → according to the Gazette, 312 shipments were stopped in 2023; sales of
    3 million → sales came to 3 million."""
    bases = {b for b, _ in verb_forms().get(read.tokens[clause.verb].low, ())}
    if (
        not bases & {"report", "count", "record", "register", "list", "document", "show", "give"}
        or clause.voice != "active"
        or len(read.clauses) > 1
    ):
        return
    subject, behind = read.of(*clause.subject), read.of(clause.group[1], clause.high)
    if (
        clause.lead[0] < clause.lead[1]
        or "," in subject
        or POINTS.match(subject)
        or clause.group[1] - clause.group[0] != 1
        or "," in behind
    ):
        return
    if not re.match(r"(?:the )?[A-Z]", subject) or not re.search(r"[A-Z]", subject[1:]):
        return
    who = subject if read.tags[clause.subject[0]] == "P" else opening(read, clause)
    made, worth = _MADE.fullmatch(behind), _WORTH.fullmatch(behind)
    if made and any(name == "participle" for _, name in verb_forms().get(made.group("v"), ())):
        yield f"according to {who}, {made.group('n')} {made.group('x')} were {made.group('v')}{made.group('r')}"
    elif worth and re.search(r"\b(?:19|20)\d\d\b", behind):
        yield f"according to {who}, {worth.group('m')} came to {_in_year(worth.group('n') + (worth.group('r') or ''))}"


_QUALITY = lazy_pattern(
    r"with (?P<q>an? (?:[a-z-]+ )?(?:accuracy|precision|sensitivity|specificity|efficiency|resolution|error rate|success rate|reliability|error) of (?:[a-z]+ )*[\d.]+(?:%| per cent| [a-z]+)?)"
)


def achieved_when(read: Parsed, clause: Clause) -> Iterator[str]:
    """The network tells leaks from noise with an accuracy of 92% → in telling leaks from noise, the network achieves an accuracy of
    92%."""
    pieces, subject = clause.pieces, read.of(*clause.subject)
    at = next((p for p in pieces if p.kind == "PP" and read.tokens[p.low].low == "with"), None)
    if (
        at is None
        or clause.voice != "active"
        or clause.lead[0] < clause.lead[1]
        or "," in subject
        or POINTS.match(subject)
        or NONE.match(subject)
    ):
        return
    quality = _QUALITY.fullmatch(read.of(at.low, at.high))
    bases = sorted(b for b, name in verb_forms().get(read.tokens[clause.verb].low, ()))
    tags = read.tags[clause.group[0] : clause.group[1]].replace("R", "")
    if quality is None or at.high != clause.high or not bases or tags not in {"V", "MU"} or pieces[0].kind != "NP":
        return
    names = {name for _, name in verb_forms()[read.tokens[clause.verb].low]}
    reach = (
        f"{read.tokens[clause.group[0]].low} achieve"
        if tags == "MU"
        else past("achieve")[0]
        if "past" in names
        else "achieve"
        if many(subject)
        else "achieves"
    )
    doing = f"{gerund(bases[0])} {read.of(clause.group[1], at.low)}"
    if POINTS.search(doing):
        return
    yield f"in {doing}, {opening(read, clause)} {reach} {quality.group('q')}"


_LET = lazy_pattern(r"(?P<x>[A-Z][^,;]{3,50}?) (?P<l>lets?) (?P<r>[a-z][^;]{10,150})")


def let_do(text: str) -> list[str]:
    """Digital control lets trains follow each other closely → with digital control, trains can follow each other closely."""
    match = _LET.fullmatch(text)
    words = match.group("r").split() if match else []
    at = next((i for i, w in enumerate(words[1:5], 1) if any(n == "base" for _, n in verb_forms().get(w, ()))), 0)
    if (
        match is None
        or not at
        or not words[at - 1].endswith("s")
        or re.search(r" (?:to|not|and) ", f" {match.group('x')} ")
    ):
        return []
    return [f"With {soft(match.group('x'))}, {' '.join(words[:at])} can {' '.join(words[at:])}"]


TURNS = (how_many_did, there_were, put_at, on_record, achieved_when)
_APPOSED = lazy_pattern(r"(?P<a>[^;]{20,}), an? (?P<n>[a-z]+(?: [a-z]+)?) (?:that|which) (?P<c>[^,;]{8,120})")


_WHICH = lazy_pattern(
    r"(?P<a>[^;]{15,}\b(?:an?|the) (?:[a-z-]+ ){0,2}(?P<n>[a-z]+[^s\W])), which (?P<c>(?!is|was|has|had|can|may|will)[^,;]{8,120})"
)


def apposed(text: str) -> list[str]:
    """A, a decision that lawyers have challenged in court → A; lawyers have challenged this decision in court; need a number,
    which they must display in X → need a number; they must display this number in X."""
    match = _APPOSED.fullmatch(text)
    object_only = match is None
    match = match or _WHICH.fullmatch(text)
    if match is None or UNSURE in text or parsed(match.group("a")) is None:
        return []
    head, noun, said = match.group("a"), match.group("n"), match.group("c")
    alone = parsed(capital(f"this {noun} {said}"))
    first = said.split()[0]
    if first in {"is", "was", "has", "had", "can", "could", "will", "would", "may", "might"} or any(
        n in {"past", "third"} for _, n in verb_forms().get(first, ())
    ):
        whole = alone is not None and len(alone.clauses) == 1 and not object_only
        return [f"{head}; this {noun} {said}"] if whole else []
    read = parsed(capital(said))
    if read is None or len(read.clauses) != 1:
        return []
    clause = read.clauses[0]
    if (
        clause.voice != "active"
        or (clause.pieces and clause.pieces[0].kind in {"NP", "THAT", "INF"})
        or clause.lead[0] < clause.lead[1]
    ):
        return []
    subject = said[: read.tokens[clause.subject[1] - 1].end]
    behind = read.of(clause.group[1], clause.high)
    return [f"{head}; {subject} {read.of(*clause.group)} this {noun}{' ' + behind if behind else ''}"]
