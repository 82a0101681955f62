"""English clauses said from the other side: active and passive for regular and listed verbs, relative clauses as
participles, adverbials of time in front.

Endings are made by rule from a closed list of verbs; nothing outside it is inflected. Each rule takes a sentence and
returns wordings, none when its guard fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.rewriting.capitals_en import capital, soft
from synthesis.engine.drafting.rewriting.inflect_en import past, third
from synthesis.engine.drafting.rewriting.parse_en import Clause, Parsed, Piece, one_clause
from synthesis.engine.drafting.rewriting.tagging_en import verb_forms, verb_rows
from synthesis.engine.drafting.rewriting.turning_en import NONE, POINTS, opening, plain, turned_by

_BASES = (
    "store supply replace release adopt approve introduce publish launch build install fit delay open sign grant issue develop test ban reduce extend impose"
    " abolish cut close complete fund finance acquire sell buy pass reject raise increase lower support require use offer provide produce operate control"
    " limit restrict improve measure monitor track detect identify treat train recruit employ serve visit practise grow plant harvest collect process"
    " recycle transport deliver ship export import charge tax subsidise regulate inspect audit certify license register report record publish accept"
    " cover protect prevent shape drive dominate occupy hold hire organise coordinate maintain repair upgrade connect link test trial design manufacture"
    " assemble distribute promote advertise market order book rent lease own manage run attract host welcome oppose criticise warn exempt fine penalise"
    " stack guarantee reward sponsor donate vaccinate screen cultivate breed mount assemble verify classify rank sort map digitise document archive scan exhibit explain clarify"
    " reimburse refund insure invest blend mix melt burn capture absorb emit filter pump drain irrigate harvest recover retrieve recycle reuse discard conserve preserve"
    " authorise ratify dispute contest challenge criticise praise announce disclose circulate allocate assign administer coordinate arrange schedule initiate terminate"
    " discontinue suspend interrupt disrupt simplify automate integrate incorporate capture transmit encrypt edit translate simulate accelerate stimulate encourage hamper"
    " hinder impede facilitate undermine threaten endanger alter modify adjust adapt transform convert replace supersede remove abandon postpone cancel prohibit forbid"
    " transpose amend draft enforce revise review assess evaluate estimate calculate analyse study compare double halve shorten lengthen strengthen weaken"
)


_NO_PASSIVE = frozenset(
    "give grant award offer cost pay tell teach send lend charge save earn have mean lack reach last exceed bring become weigh meet face resemble join enter want need like follow hit"
    " leave allow let make keep get take suit fit number total equal contain include comprise involve possess own hold want"
    " survive surpass undergo experience see".split()
)


@lru_cache(maxsize=1)
def transitive() -> frozenset[str]:
    listed = {base for base, rows in verb_rows().items() if any(frame == "t" for frame, _ in rows)}
    return frozenset({*_BASES.split(), *listed} - _NO_PASSIVE)


def passive(text: str) -> list[str]:
    """The shipyard received a letter of intent in May → A letter of intent was received by the shipyard in May."""
    return turned_by((_passive,), text)


def active(text: str) -> list[str]:
    """The sensor was tested in May by the university → The university tested the sensor in May."""
    return turned_by((_active,), text)


def _passive(read: Parsed, clause: Clause) -> Iterator[str]:
    """The shipyard received a letter of intent in May → a letter of intent was received by the shipyard in May, or in May by the
    shipyard; past, present, perfect and modals, objects that point back to nothing."""
    if clause.voice != "active" or not clause.pieces or clause.pieces[0].kind != "NP" or not plain(clause):
        return
    thing, rest = clause.pieces[0], clause.pieces[1:]
    subject, what = read.of(*clause.subject), read.of(thing.low, thing.high)
    behind = read.of(thing.high, clause.high)
    if any(p.kind in {"NP", "ADJ"} for p in rest) or POINTS.search(f"{what} {behind}") or POINTS.match(subject):
        return
    if (
        read.tags[clause.subject[1] - 1] == "S"
        and "I" in read.tags[clause.subject[0] : clause.subject[1]]
        and len(subject) > 60
    ):
        return
    if NONE.match(subject) or NONE.match(what) or "," in subject or _two_objects(read, thing):
        return
    if (clause.lead[0] < clause.lead[1] and read.tags[clause.lead[0]] in "GE") or read.tags[
        clause.lead[0] : clause.lead[0] + 2
    ] == "IG":
        return  # by bundling orders, the shop …
    if re.match(r"(?:to|for|with|on|against|than)\b", behind) or re.search(r"\bby\b", behind):
        return
    verb = _done(read, clause, many(what))
    if not verb:
        return
    lead = f"{read.of(*clause.lead)} " if clause.lead[0] < clause.lead[1] else ""
    doer = subject if lead or clause.subject[0] else soft(subject)
    lead = lead[:1].lower() + lead[1:] if clause.low == 0 and lead and read.tags[0] in "IR" else lead
    if clause.high < len(read.tags) and read.tags[clause.high] == "C":
        return  # … and file a report: of the same doer
    orders = [f"by {doer}{' ' if behind else ''}{behind}"]
    if behind and len(subject.split()) > 2:
        orders.append(f"{behind} by {doer}")
    for order in orders:
        yield f"{lead}{what} {verb} {order}"


def _two_objects(read: Parsed, thing: Piece) -> bool:
    """Fined the bank 5 million: a figure behind a noun is an object of its own; last year is none at all."""
    tags = read.tags[thing.low : thing.high]
    when = re.search(
        r"\b(?:last|next|this|each|every|a) (?:year|month|week|day|season|quarter|time)\b|\btimes\b|\bmore\b",
        read.of(thing.low, thing.high),
    )
    span = re.search(r"\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)$", read.of(thing.low, thing.high))
    return (
        tags[-1] in "ARE"
        or read.tokens[thing.low].text[0] in "$€£"
        or bool(span)
        or bool(re.search(r"[NSP][DA]*[#D]", tags))
        or bool(when)
        or not re.search(r"[NSP]", tags)
    )


def _done(read: Parsed, clause: Clause, plural: bool) -> str:
    """The verb group turned passive, "" where it has no passive: received → was received; will open → will be opened."""
    words = [t.low for t in read.tokens[clause.group[0] : clause.group[1]]]
    tags = read.tags[clause.group[0] : clause.group[1]]
    bases = {base for base, _ in verb_forms().get(words[-1], ())}
    base = next(iter(sorted(bases & transitive())), "")
    adverbs = "".join(f" {w}" for w, t in zip(words, tags, strict=True) if t == "R")
    shape = tags.replace("R", "")
    if not base or "X" in tags:
        return ""
    done = past(base)[1]
    forms = {form for b, form in verb_forms().get(words[-1], ()) if b == base}
    if shape == "V":
        be = ("were" if plural else "was") if "past" in forms else ("are" if plural else "is")
        return f"{be}{adverbs} {done}"
    if shape == "MU":
        modal = next(w for w, t in zip(words, tags, strict=True) if t == "M")
        return f"{modal}{adverbs} be {done}" if modal != "cannot" else ""
    if shape == "HE":
        have = "had" if "had" in words else "have" if plural else "has"
        return f"{have}{adverbs} been {done}"
    return ""


def _active(read: Parsed, clause: Clause) -> Iterator[str]:
    """The sensor was tested in May by the university → the university tested the sensor in May; a named doer."""
    if clause.voice != "passive" or not plain(clause) or clause.lead[0] < clause.lead[1]:
        return
    agent = next((p for p in clause.pieces if p.kind == "PP" and read.tokens[p.low].low == "by"), None)
    subject = read.of(*clause.subject)
    if agent is None or "," in subject or POINTS.match(subject) or NONE.match(subject):
        return
    who = read.of(agent.low + 1, agent.high)
    tags = read.tags[agent.low + 1 : agent.high]
    if (
        not re.match(r"[DPSNA]", tags)
        or not re.search(r"[NSP]", tags)
        or re.match(r"(?:the end|early|late|mid|means|way|virtue|reason|dint|up to|as much|an average)\b", who)
    ):
        return
    if re.search(r"E$", tags) or POINTS.search(who) or re.match(rf"(?:{_MONTHS})\b", who):
        return
    verb = _doing(read, clause, many(who))
    if not verb:
        return
    before = read.of(clause.group[1], agent.low)
    behind = read.of(agent.high, clause.high)
    yield " ".join(
        w for w in (soft(capital(who)) if clause.low == 0 else who, verb, opening(read, clause), before, behind) if w
    )


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def _doing(read: Parsed, clause: Clause, plural: bool) -> str:
    words = [t.low for t in read.tokens[clause.group[0] : clause.group[1]]]
    tags = read.tags[clause.group[0] : clause.group[1]]
    base = next((b for b, form in verb_forms().get(words[-1], ()) if form == "participle" and b in transitive()), "")
    adverbs = "".join(f"{w} " for w, t in zip(words, tags, strict=True) if t == "R")
    shape = tags.replace("R", "")
    if not base or "X" in tags:
        return ""
    if shape == "BE":
        return adverbs + (past(base)[0] if words[0] in {"was", "were"} else base if plural else third(base))
    if shape == "HbE":
        have = "had" if "had" in words else "have" if plural else "has"
        return f"{have} {adverbs}{past(base)[1]}"
    if shape == "MbE" and words[0] != "cannot":
        return f"{words[0]} {adverbs}{base}"
    return ""


def many(thing: str) -> bool:
    """Whether a noun phrase is plural, by its head's ending."""
    head = re.split(r" (?:of|for|in|on|about|against) ", thing)[0].split()[-1].lower()
    number = re.match(r"(?:about |around |roughly |over |more than )?(\d[\d.,]*)(?![\d.,])(?! ?(?:%|per cent))", thing)
    if number and number.group(1) != "1":
        return True
    if re.match(r"[\d.]+(?:%| per cent) of ", thing):
        head = thing.rsplit(maxsplit=1)[-1].lower()
    return (
        " and " in re.split(r" (?:of|for|in|on|about|against) ", thing)[0]
        or (head.endswith("s") and not head.endswith(("ss", "us", "is", "ics")))
        or head in {"people", "women", "men", "children"}
    )


TIME = (
    r"(?:in|by|since|during|at the end of|at the start of|before|after|within|over|between|until|from) "
    r"(?:(?:the )?(?:early |late |mid-)?(?:19|20)\d\d(?:s)?(?: (?:and|to) (?:19|20)\d\d)?|the (?:end|start) of (?:19|20)\d\d|(?:\d+|two|three|four|five|six|ten|a) (?:years?|months?|weeks?|days?|decades?)|the (?:past|last|next|coming) (?:\w+ )?(?:years?|months?|decades?)|recent years|winter|summer)"
)
_EVERY = r"(?:every|each) (?:year|month|week|day|quarter)"


def time_first(text: str) -> list[str]:
    """X V O for 14 months → For 14 months, X V O; one clause, the adverbial last; every quarter likewise."""
    match = re.fullmatch(rf"(?P<m>[^,;]{{15,150}}?) (?P<t>{TIME}|{_EVERY})", text)
    several = match and re.search(
        r" (?:and|or|but) (?:could|can|may|might|will|would|is|are|was|were|has|have|[a-z]+s|[a-z]+ed) ",
        match.group("m"),
    )
    if (
        match
        and not several
        and one_clause(text)
        and not re.search(r"\b(?:most|[a-z]+est)\b", match.group("m"))
        and not re.search(r"\b(?:than|from|between|compared|that|which|who)\b[^,]*$", match.group("m")[-40:])
    ):
        when = match.group("t")
        return [f"{when[:1].upper()}{when[1:]}, {soft(match.group('m'))}"]
    match = re.match(
        rf"(?P<t>{TIME}|{_EVERY}), (?P<m>[^,;]{{15,150}})(?P<rest>, (?:and|but|yet|while|whereas) .*)?$",
        text,
        re.IGNORECASE,
    )
    if match and text[0].isupper() and not match.group("rest"):
        main = match.group("m")
        return [f"{main[:1].upper()}{main[1:]} {match.group('t')[:1].lower()}{match.group('t')[1:]}"]
    return []


def relative(text: str) -> list[str]:
    """cracks that shorten → cracks which shorten; rules that apply → rules which apply. Things only."""
    match = re.search(
        r"(?<=[a-z] )(?P<n>[a-z]+(?:s|ment|tion|ware|ity)) that (?P<v>[a-z]+)\b(?! (?:is|are|was|were)\b)", text
    )
    if (
        not match
        or match.group("n").endswith(("ers", "ors", "ists", "ants", "ents", "ees", "ians", "people", "men"))
        or match.group("n") in {"says", "shows", "argues", "means", "claims", "believes", "suggests", "is"}
    ):
        return []
    if match.group("v") not in verb_forms() or match.group("n") in {"grounds", "fact", "view", "condition", "basis"}:
        return []
    return [f"{text[: match.start('n')]}{match.group('n')} which {match.group('v')}{text[match.end() :]}"]


def without_that(text: str) -> list[str]:
    """say that they know → say they know; argue, expect and the like."""
    match = re.search(
        r"\b(say|says|said|think|believe|hope|report) that (?=(?:they|he|she|the|their|it|most|many) )", text
    )
    return [f"{text[: match.end(1)]} {text[match.end() :]}"] if match else []


RULES = (passive, active, time_first, relative, without_that)
