"""English clauses said from the other side: active and passive of verbs known to take an object, adverbials of time in
front or last, which for that in relative clauses, say without that.

Verbs are those of `_BASES` and of the verb table's frames with an object, less `_NO_PASSIVE`; nothing else is inflected.
Each rule takes a sentence and returns wordings, none when its guard fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from synthesis.engine.drafting.rewriting.capitals_en import MONTHS, soft
from synthesis.engine.drafting.rewriting.inflect_en import past, third
from synthesis.engine.drafting.rewriting.parse_en import Clause, Parsed, Piece, one_clause
from synthesis.engine.drafting.rewriting.tagging_en import verb_rows
from synthesis.engine.drafting.rewriting.turning_en import (
    LATER,
    NONE,
    POINTS,
    TIME,
    ends_in_participle,
    many,
    opening,
    plain,
    turned_by,
)
from synthesis.engine.drafting.rewriting.verbs_known_en import verb_forms
from synthesis.engine.patterns import lazy_pattern

_BASES = (
    "store receive supply replace release adopt approve introduce publish launch build install delay open sign issue develop test ban reduce extend impose"
    " abolish cut close complete fund finance acquire sell buy pass reject raise increase lower support require use provide produce operate control"
    " limit restrict improve measure monitor track detect identify treat train recruit employ serve visit practise grow plant harvest collect process"
    " recycle transport deliver ship export import tax subsidise regulate inspect audit certify license register report record accept"
    " cover protect prevent shape drive dominate occupy hire organise coordinate maintain repair upgrade connect link trial design manufacture"
    " assemble distribute promote advertise market order book rent lease manage run attract host welcome oppose criticise warn exempt fine penalise"
    " stack guarantee reward sponsor donate vaccinate screen cultivate breed mount verify classify rank sort map digitise document archive scan exhibit explain clarify"
    " reimburse refund insure invest blend mix melt burn capture absorb emit filter pump drain irrigate recover retrieve reuse discard conserve preserve"
    " authorise ratify dispute contest challenge praise announce disclose circulate allocate assign administer arrange schedule initiate terminate"
    " discontinue suspend interrupt disrupt simplify automate integrate incorporate transmit encrypt edit translate simulate accelerate stimulate encourage hamper"
    " hinder impede facilitate undermine threaten endanger alter modify adjust adapt transform convert supersede remove abandon postpone cancel prohibit forbid"
    " secure create consider deliver prescribe withdraw divide perform settle grade reward compensate inherit admit deny exempt"
    " transpose amend draft enforce revise review assess evaluate estimate calculate analyse study compare double halve shorten lengthen strengthen weaken"
    " deter earmark demonstrate retain"
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
    if clause.voice != "active" or not clause.pieces or clause.pieces[0].kind != "NP":
        return
    thing, rest = clause.pieces[0], clause.pieces[1:]
    if _OFTEN.search(read.of(thing.low, thing.high)) and thing.high - thing.low > 3:
        thing = Piece("NP", thing.low, thing.high - 2)  # 30 tonnes every month: how often is the verb's
    head = thing
    placed = rest[0] if rest and not _WHEN.fullmatch(read.of(rest[0].low, rest[0].high)) else None
    if placed and _IN_NAMED.fullmatch(read.of(placed.low, placed.high)):
        thing, rest = Piece("NP", thing.low, placed.high), rest[1:]  # three projects in the North Sea were delayed
    described = [p.kind for p in rest][-1:] == ["THAT"] and read.tokens[rest[-1].low].low in {"that", "which", "who"}
    described = described and all(p.kind == "PP" and read.tokens[p.low].low in {"of", "for"} for p in rest[:-1])
    described = described and not re.search(
        rf"{TIME}$", read.of(thing.low, clause.high)
    )  # whose time would not be told
    if described and rest[-1].high == clause.high and clause.high - thing.low <= _DESCRIBED:
        thing, rest = Piece("NP", thing.low, clause.high), ()  # a sensor that detects broken rails was developed by …
    elif not plain(clause):
        return
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
    if NONE.match(subject) or NONE.match(what) or "," in subject or _two_objects(read, head):
        return
    if (clause.lead[0] < clause.lead[1] and read.tags[clause.lead[0]] in "GE") or read.tags[
        clause.lead[0] : clause.lead[0] + 2
    ] == "IG":
        return  # by bundling orders, the shop …
    if _attached(read, rest, thing.high):
        return  # replaced goods from India: the goods' own
    if re.match(r"(?:to|for|with|on|against|than)\b", behind) or re.search(r"\bby\b", behind):
        return
    verb = done_of(read, clause, many(read.of(head.low, head.high)))
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
    if re.fullmatch(r"[a-z]+ly", behind):
        orders = [f"{behind} by {doer}"]  # processed economically by lines tested: it says how of this verb alone
    for order in orders:
        yield f"{lead}{what} {verb} {order}"


_IN_NAMED = lazy_pattern(r"in (?:the (?:[a-z]+ of )?)?[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_OFTEN = lazy_pattern(r" (?:every|each) (?:year|month|week|day|quarter|season)$")
_DESCRIBED = 20  # words of an object with its relative clause that may become a subject


def _attached(read: Parsed, rest: Sequence[Piece], at: int) -> bool:
    """Whether straight behind a noun phrase that ends at `at` stands a phrase that may belong to it: no time."""
    following = next((p for p in rest if p.low == at and p.kind == "PP"), None)
    return (
        following is not None
        and bool(_PLACED.match(read.of(following.low, following.high)))
        and not _WHEN.fullmatch(read.of(following.low, following.high))
    )


def _two_objects(read: Parsed, thing: Piece) -> bool:
    """Fined the bank 5 million: a figure behind a noun is an object of its own; last year is none at all."""
    tags = read.tags[thing.low : thing.high]
    when = re.search(
        r"\b(?:last|next|this|each|every|a) (?:year|month|week|day|season|quarter|time)\b|\btimes\b|\bmore\b(?! than\b)",
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


def done_of(read: Parsed, clause: Clause, plural: bool) -> str:
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
    if shape == "BG" and words[0] in {"is", "are", "was", "were"}:
        past_tense = words[0] in {"was", "were"}
        be = ("were" if plural else "was") if past_tense else ("are" if plural else "is")
        return f"{be}{adverbs} being {done}"
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
    if not _doer(who, read.tags[agent.low + 1 : agent.high]) or _attached(read, clause.pieces, agent.high):
        return
    verb = _doing(read, clause, many(who))
    if not verb:
        return
    before = read.of(clause.group[1], agent.low)
    behind = read.of(agent.high, clause.high)
    yield " ".join(w for w in (who, verb, opening(read, clause), before, behind) if w)


def _doer(who: str, tags: str) -> bool:
    """Whether what follows by is who did it: with a determiner, a name, or people or bodies in the plural; no means, measure,
    place or time (by hand, by a third, by the sea, by May)."""
    head = re.split(r" (?:of|for|in|on|about|against|from|at) ", who)[0].split()[-1]
    if not re.match(r"[DPSA]", tags) or not re.search(r"[NSP]", tags) or tags[-1] == "E" or POINTS.search(who):
        return False
    if _NO_DOER.match(who) or _MEANS.fullmatch(head):
        return False
    return tags[0] in "DP" or bool(_BODIES.fullmatch(head))


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


_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Ramadan"
_NO_DOER = lazy_pattern(
    rf"(?:the end|early|late|mid|means|way|virtue|reason|dint|up to|as much|an average|(?:the )?(?:{MONTHS}|{_DAYS}))\b"
)
_MEANS = lazy_pattern(
    r"(?:hand|phone|telephone|post|mail|email|e-mail|letter|order|law|decree|vote|majority|margin|lot|ballot|force|accident|chance|mistake|default|design|contract|auction|lottery"
    r"|road|rail|sea|air|land|water|river|lake|coast|shore|roadside|side|harbour|gate|door|window|train|car|truck|bus|ship|boat|plane|bike|Zoom|Skype"
    r"|year|month|week|day|hour|minute|night|morning|evening|weekend|decade|century|spring|summer|autumn|winter|time|date|deadline|half|third|quarter|fifth|tenth|fraction|factor|amount|rate"
    r"|kilo|kilogram|gram|tonne|ton|litre|metre|mile|kilometre|dozen|hundred|thousand|million|number|point|percentage|name|weight|volume|method|process|technique|numbers|letters|offers|papers|containers)s?",
    re.IGNORECASE,
)
_BODIES = lazy_pattern(
    r"(?:[a-z-]{2,}(?:ers|ors|ists|ians|ees)|people|women|men|children|police|parliament|congress|residents|students|scientists|migrants|consultants|merchants|clients|patients|families"
    r"|households|companies|firms|banks|farms|schools|councils|cities|towns|villages|states|countries|nations|governments|ministries|agencies|authorities|regulators|courts|judges|unions"
    r"|universities|colleges|hospitals|clinics|museums|libraries|charities|shops|hotels|restaurants|groups|teams|crews|clubs|parties|churches|tribes|communities|cooperatives|start-ups|businesses|enterprises|institutes|laboratories|utilities|airlines|railways|factories|mills)",
    re.IGNORECASE,
)
_PLACED = lazy_pattern(
    r"(?:from|in|at|on|for|near|under|inside|outside|between|among|across|along|behind|above|beside|around|over|beyond|throughout|off|past|towards?|close|into|through|against|about|with)\b"
)

_WHEN = lazy_pattern(
    rf"{TIME}|(?:in|on|at|from|for) (?:the )?(?:early |late |mid-|same )?(?:\d{{1,2}} )?(?:{MONTHS}|{_DAYS}|spring|summer|autumn|winter|night|dawn|dusk|noon|weekends?|evening|morning"
    r"|future|past|year|month|week)(?: \d{1,2})?,?(?: (?:19|20)\d\d)?"
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
        and not ends_in_participle(text, match.end("m"))
        and not LATER.search(match.group("m"))
        and one_clause(text)
        and not re.search(r"\b(?:most|[a-z]+est)\b", match.group("m"))
        and not re.search(r"\b(?:than|from|between|compared|that|which|who)\b[^,]*$", match.group("m")[-40:])
        and not match.group("t").startswith("from ")  # a standard from the 1990s
    ):
        when = match.group("t")
        return [f"{when[:1].upper()}{when[1:]}, {soft(match.group('m'))}"]
    match = re.match(
        rf"(?P<t>{TIME}|{_EVERY}), (?P<m>[^,;]{{15,150}})(?P<rest>, (?:and|but|yet|while|whereas) .*)?$",
        text,
        re.IGNORECASE,
    )
    # Behind a clause that hangs on another the time would be that clause's.
    inside = match and re.search(
        r" (?:that|which|who|where|whose|because|although|while|since|after|before|until|unless|if|when) ",
        match.group("m"),
    )
    if match and text[0].isupper() and not match.group("rest") and not inside:
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
