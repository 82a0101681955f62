"""English clauses said from the other side: active and passive for regular and listed verbs, relative clauses as
participles, adverbials of time in front.

Endings are made by rule from a closed list of verbs; nothing outside it is inflected. Each rule takes a sentence and
returns wordings, none when its guard fails.
"""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.rewriting.capitals_en import STOP_NP, soft
from synthesis.engine.drafting.rewriting.inflect_en import past, third
from synthesis.engine.drafting.rewriting.tagging_en import verb_forms, verb_rows

_BASES = (
    "store supply replace release adopt approve introduce publish launch build install fit delay open sign grant issue develop test ban reduce extend impose"
    " abolish cut close complete fund finance acquire sell buy pass reject raise increase lower support require use offer provide produce operate control"
    " limit restrict improve measure monitor track detect identify treat train recruit employ serve visit practise grow plant harvest collect process"
    " recycle transport deliver ship export import charge tax subsidise regulate inspect audit certify license register report record publish accept"
    " cover protect prevent shape drive dominate occupy hold hire organise coordinate maintain repair upgrade connect link test trial design manufacture"
    " assemble distribute promote advertise market order book rent lease own manage run attract host welcome oppose criticise warn exempt fine penalise"
    " transpose amend draft enforce revise review assess evaluate estimate calculate analyse study compare double halve shorten lengthen strengthen weaken"
)


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, str]]:
    """Each finite form with its base and tense (present, presents, past)."""
    forms: dict[str, tuple[str, str]] = {}
    listed = [base for base, rows in verb_rows().items() if any(frame == "t" for frame, _ in rows)]
    for base in dict.fromkeys([*_BASES.split(), *listed]):
        forms[third(base)] = (base, "presents")
        forms[past(base)[0]] = (base, "past")
        forms.setdefault(base, (base, "present"))
    return forms


_NP = r"(?:(?:the|a|an|its|their|some|many|most|more|several|about|around|\d[\d,.]*%?|\d[\d,.]* (?:million|billion)) )?(?:[a-z][\w-]* ){0,4}?[a-z][\w'-]*"
_PP = r" (?:in|on|at|for|with|by|from|to|as|of|into|across|within|before|after|during|between|until|since|every|when|where|if|because|through|under|over|per)\b"


def passive(text: str) -> list[str]:
    """Thermal batteries store electricity as heat → Electricity is stored by thermal batteries as heat; one clause, the
    object a plain noun phrase, a present plural subject ending in s."""
    match = re.match(
        rf"(?P<a>(?:[A-Z][\w'-]*|[A-Z][\w'-]*(?: [\w'-]+){{1,4}}?)) (?P<v>[a-z]+) (?P<o>{_NP})(?P<rest>(?:{_PP}[^,;]*)?)$",
        text,
    )
    if not match:
        return []
    verb = _forms().get(match.group("v"))
    subject, thing = match.group("a"), match.group("o")
    words = {w.lower() for w in subject.split()}
    if (
        verb is None
        or words & (STOP_NP - {"the", "a", "an", "and", "of", "in"})
        or re.search(r"\b(?:of|in|and|the|a)$", subject)
    ):
        return []
    if set(thing.split()[1:]) & STOP_NP or re.search(r"(?:ly|ing)$", thing) or thing.split()[-1] in STOP_NP:
        return []
    if re.search(r"\b(?:its|their|it|they|them)\b", thing + match.group("rest")) or match.group("rest").startswith(
        (" by", " of", " to")
    ):
        return []
    base, tense = verb
    if thing.split()[0] in STOP_NP - {"the", "a", "an", "its", "their", "some", "many", "most", "more", "several"}:
        return []
    if _forms().get(thing.split()[0], ("", ""))[1] == "past":
        return []  # Judicial reviews | delayed projects: the verb is the next word
    if tense == "present" and not re.search(
        r"(?:s|people|men|women|children)$", subject.split(" in ")[0].split(" of ")[0]
    ):
        return []
    head = thing.split()[-1]
    number = re.match(r"(\d[\d,.]*)(%?)", thing)
    plural = (
        (head.endswith("s") and not head.endswith(("ss", "us", "is", "ics")))
        or head in {"people", "women", "men", "children"}
        or (number is not None and not number.group(2) and number.group(1) != "1")
    )
    be = {"past": ("was", "were")}.get(tense, ("is", "are"))[int(plural)]
    return [f"{thing[:1].upper()}{thing[1:]} {be} {past(base)[1]} by {soft(subject)}{match.group('rest')}"]


_TIME = (
    r"(?:in|by|since|during|for|at the end of|at the start of|before|after|within|over|between|until|from) "
    r"(?:(?:the )?(?:early |late |mid-)?(?:19|20)\d\d(?:s)?(?: (?:and|to) (?:19|20)\d\d)?|the (?:end|start) of (?:19|20)\d\d|(?:\d+|two|three|four|five|six|ten|a) (?:years?|months?|weeks?|days?|decades?)|the (?:past|last|next|coming) (?:\w+ )?(?:years?|months?|decades?)|recent years|winter|summer)"
)
_EVERY = r"(?:every|each) (?:year|month|week|day|quarter)"


def time_first(text: str) -> list[str]:
    """X V O for 14 months → For 14 months, X V O; one clause, the adverbial last; every quarter likewise."""
    match = re.fullmatch(rf"(?P<m>[^,;]{{15,150}}?) (?P<t>{_TIME}|{_EVERY})", text)
    several = match and re.search(
        r" (?:and|or|but) (?:could|can|may|might|will|would|is|are|was|were|has|have|[a-z]+s|[a-z]+ed) ",
        match.group("m"),
    )
    if (
        match
        and not several
        and not re.search(r"\b(?:than|from|between|compared|that|which|who)\b[^,]*$", match.group("m")[-40:])
    ):
        when = match.group("t")
        return [f"{when[:1].upper()}{when[1:]}, {soft(match.group('m'))}"]
    match = re.match(
        rf"(?P<t>{_TIME}|{_EVERY}), (?P<m>[^,;]{{15,150}})(?P<rest>, (?:and|but|yet|while|whereas) .*)?$",
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
        or match.group("n").endswith(("ers", "ists"))
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


RULES = (passive, time_first, relative, without_that)
