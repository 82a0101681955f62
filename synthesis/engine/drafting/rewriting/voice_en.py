"""English clauses said from the other side: active and passive for regular and listed verbs, relative clauses as
participles, adverbials of time in front.

Endings are made by rule from a closed list of verbs; nothing outside it is inflected. Each rule takes a sentence and
returns wordings, none when its guard fails.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from synthesis.engine.drafting.rewriting.capitals_en import soft
from synthesis.engine.drafting.rewriting.inflect_en import past
from synthesis.engine.drafting.rewriting.parse_en import one_clause
from synthesis.engine.drafting.rewriting.tagging_en import (
    ADVERBS,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    Token,
    before,
    form_at,
    takes_object,
    tokens_of,
    verb_forms,
    verb_rows,
)

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


_ENDS = frozenset(
    "because although though while whereas but so if when which that as who whose where unless once until and or".split()
)
_BACK = re.compile(r"\b(?:its|their|it|they|them|themselves|itself|him|her|us|each other|one another)\b")
_NO_PASSIVE = frozenset(
    "give grant award offer cost pay tell teach send lend charge save earn have mean lack reach last exceed bring become weigh meet face resemble join enter want need like follow hit"
    " leave allow let make keep get take suit fit number total equal contain include comprise involve possess own hold want"
    " survive surpass undergo experience see".split()
)
_TAIL = re.compile(
    r"$|, (?:and|but|which|while|whereas|although|yet|so) |; | (?:because|when|if|although|while|as|so that|where|unless|until|once) "
)


@lru_cache(maxsize=1)
def _transitive() -> frozenset[str]:
    listed = {base for base, rows in verb_rows().items() if any(frame == "t" for frame, _ in rows)}
    return frozenset({*_BASES.split(), *listed} - _NO_PASSIVE)


def passive(text: str) -> list[str]:
    """Judicial reviews delayed three projects in 2020 → Three projects were delayed by judicial reviews in 2020; the first
    clause, a plain subject, an object that does not point back; modals and the perfect kept."""
    lead = re.match(r"(?:In|By|Since|During|After|Before|Over|Within|Between|From) [^,;]{3,40}, ", text)
    head = lead.group(0) if lead else ""
    if re.match(r"\w+ (?:\w+ly )?\w+ing\b", head):
        return []  # by bundling orders, the shop …: who bundles stays the subject
    tokens = tokens_of(text[len(head) :])
    body = text[len(head) :]
    stop = next(
        (
            i
            for i, t in enumerate(tokens)
            if t.text in {",", ";", "(", ":"} or (t.low in _ENDS and t.low not in {"and", "or"})
        ),
        len(tokens),
    )
    found = next(((i, verb) for i in range(1, stop) if (verb := _verb_at(tokens, i))), None)
    if found is None:
        return []
    at, (base, form) = found
    low = at
    while low > 1 and (tokens[low - 1].low in MODALS | HAVE | ADVERBS or tokens[low - 1].low.endswith("ly")):
        low -= 1
    helpers = [t.low for t in tokens[low:at]]
    end = _object_end(tokens, at, stop)
    if not 1 <= low <= 7 or not 1 <= end - at - 1 <= 9 or end == at + 1:
        return []
    if any(_verb_before(tokens, i) for i in range(1, low)):
        return []
    subject, thing = body[: tokens[low - 1].end], body[tokens[at + 1].start : tokens[end - 1].end]
    if re.search(
        r"(?<!worth)(?<!than)(?<!about)[a-z]{3} (?:[$€£]\d|\d[\d.,]* (?:million|billion|euros|dollars|pounds|yuan))",
        thing,
    ):
        return []  # fined the bank 5 million: two objects
    rest, tail = body[tokens[end - 1].end : tokens[stop - 1].end], body[tokens[stop - 1].end :]
    if not _plain(tokens[:low]) or not _plain(tokens[at + 1 : end], inside=True) or _BACK.search(thing + rest):
        return []
    joined = re.search(r"\band ([a-z]+)\b", thing + rest + tail)
    if (
        not _TAIL.match(tail)
        or tokens[0].low in PREPOSITIONS
        or tokens[end - 1].low in ADVERBS | {"altogether", "back", "together", "twice"}
    ):
        return []
    if rest.startswith((" with ", " for ", " on ", " of ", " against ", " to ", " as much", " as many", " than ")):
        return []
    if joined and verb_forms().get(joined.group(1)):
        return []  # … and set aside: a second predicate of the same subject
    be = _be(helpers, form, _many(thing))
    if not be or (
        rest.startswith(" by ") and not re.match(r" by (?:up to |about |around |roughly |an average of )?\d", rest)
    ):
        return []
    agent = subject if head else soft(subject)
    first = thing if head else thing[:1].upper() + thing[1:]
    return [f"{head}{first} {be} {past(base)[1]} by {agent}{rest}{tail}"]


def _verb_at(tokens: Sequence[Token], at: int) -> tuple[str, str] | None:
    """(base, form) when the word is a finite transitive verb with its object behind it."""
    for base, name in verb_forms().get(tokens[at].text, ()):
        form = form_at(tokens, at, base, name) if base in _transitive() else ""
        if form in {"past", "third", "base", "participle"} and before(tokens, at) != "to" and takes_object(tokens, at):
            return base, form
    return None


def _object_end(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Where the object of the verb at `at` ends: before a preposition that is none of its own, an adverb, every day."""
    end = at + 1
    outer = (PREPOSITIONS - {"of", "for", "on", "about", "against"}) | {"to", "only", "every", "each", "when"}
    while end < stop:
        first = end == at + 1
        if tokens[end].low in outer and not first and not _percent(tokens, end):
            break
        if tokens[end].low.endswith("ly") and not first:
            break
        end += 1
    return end


def _verb_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of what was taken for the subject is a finite verb: the subject ends before it."""
    forms = verb_forms().get(tokens[at].text, ())
    return any(form_at(tokens, at, base, name) in {"past", "third", "base"} for base, name in forms)


def _percent(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low == "per" and at + 1 < len(tokens) and tokens[at + 1].low == "cent"


def _plain(tokens: Sequence[Token], *, inside: bool = False) -> bool:
    """Whether words are one noun phrase: no verb but a participle before a noun, no pronoun; of and and may join it."""
    if not tokens or tokens[-1].low in DETERMINERS | PREPOSITIONS | {"and", "or"}:
        return False
    for token in tokens:
        low = token.low
        if (
            low in BE
            or low in HAVE
            or low in MODALS
            or low in {"it", "they", "he", "she", "we", "this", "these", "that", "who", "to", "not", "no", "there"}
        ):
            return False
        if inside and low in PREPOSITIONS - {"of", "for", "on", "about", "against", "per"}:
            return False
        if inside and low in {"times", "fold", "twice"}:
            return False  # three times as fast: how much, not what
    return True


def _many(thing: str) -> bool:
    """Whether a noun phrase is plural, by its head's ending."""
    head = re.split(r" (?:of|for|in|on|about|against) ", thing)[0].split()[-1].lower()
    number = re.match(r"(?:about |around |roughly |over |more than )?(\d[\d.,]*)(?!\d)(?! ?(?:%|per cent))", thing)
    if number and number.group(1) != "1":
        return True
    if re.match(r"[\d.]+(?:%| per cent) of ", thing):
        head = thing.rsplit(maxsplit=1)[-1].lower()
    return (
        " and " in re.split(r" (?:of|for|in|on|about|against) ", thing)[0]
        or (head.endswith("s") and not head.endswith(("ss", "us", "is", "ics")))
        or head in {"people", "women", "men", "children"}
    )


def _be(helpers: Sequence[str], form: str, many: bool) -> str:
    """The auxiliary before the participle, adverbs kept; "" when the verb group is of another kind."""
    adverbs = " ".join(w for w in helpers if w not in MODALS | HAVE)
    shown = f" {adverbs}" if adverbs else ""
    modal = next((w for w in helpers if w in MODALS), "")
    if modal == "cannot" or "not" in helpers or "never" in helpers or "no" in helpers:
        return ""
    if modal:
        return f"{modal}{shown} be" if form == "base" else ""
    if any(w in HAVE for w in helpers):
        return f"{'have' if many else 'has'}{shown} been" if "had" not in helpers else f"had{shown} been"
    if form == "past":
        return ("were" if many else "was") + shown
    return ("are" if many else "is") + shown if form in {"third", "base"} else ""


_TIME = (
    r"(?:in|by|since|during|at the end of|at the start of|before|after|within|over|between|until|from) "
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
        and one_clause(text)
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
