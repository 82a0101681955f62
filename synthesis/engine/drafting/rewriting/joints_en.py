"""What joins the parts of an English phrase, put otherwise: relative words put in or left out, and as as well as, owners with
of, shares as so many in so many, at least one as one or more. Rests on the tags of `tags_en`; words keep their stems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.inflect_en import past, plural
from synthesis.engine.drafting.rewriting.parse_en import parsed
from synthesis.engine.drafting.rewriting.people_en import is_person
from synthesis.engine.drafting.rewriting.recast_en import is_many
from synthesis.engine.drafting.rewriting.rows_en import edits_by, rows
from synthesis.engine.drafting.rewriting.tagging_en import Token, tokens_of
from synthesis.engine.drafting.rewriting.tags_en import tags_of
from synthesis.engine.drafting.rewriting.turning_en import many
from synthesis.engine.drafting.rewriting.verbs_known_en import forms_of, verb_forms
from synthesis.engine.drafting.rewriting.voice_en import transitive
from synthesis.engine.patterns import lazy_pattern

_FINITE = "VBMHO"
# Participles that stand behind a noun without being said of it.
_LOOSE = frozenset(
    "compared followed provided combined coupled given according depending including owing due led supposed aged unveiled broken born left regarding concerning ground".split()
)
# What is done once: of the present nobody says it with are.
_ONCE = frozenset(
    "introduced adopted launched opened founded passed signed concluded established created invented discovered announced unveiled elected appointed".split()
)
_SAYS = frozenset(
    "suggest suggests suggested show shows say says said believe believes claim claims report reports think indicate indicates".split()
)
_PAST = lazy_pattern(
    r"(?:[a-z]+ )?(?:in|on|by|before|after|during|last|since|of)? ?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\b|last "
)


def _present(tokens: tuple[Token, ...], tags: str) -> bool | None:
    """Whether the sentence's first finite verb is of the present; None when that cannot be told."""
    for at, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
        if tag == "B":
            return token.low in {"is", "are"}
        if tag == "H":
            done = any(name == "participle" for t in tokens[at + 1 : at + 3] for name in forms_of(t.low))
            return None if done else token.low in {"has", "have"}  # has restored reels discovered long ago
        if tag == "M":
            return token.low not in {"would", "could", "might", "should"} or None
        if tag == "V":
            names = forms_of(token.low)
            return None if "past" in names and names & {"base", "third"} else "past" not in names
    return None


def participle_edits(text: str) -> Iterator[Edit]:
    """loggers attached to hydrants → loggers that are attached to hydrants, in the tense of the sentence."""
    tokens, tags = tokens_of(text), tags_of(text)
    present = _present(tokens, tags)
    for at in range(1, len(tags) - 1):
        token, noun = tokens[at], tokens[at - 1]
        if tags[at] != "E" or tags[at - 1] not in "NS" or tags[at + 1] != "I" or token.low in _LOOSE:
            continue
        if [t.low for t in tokens[at + 1 : at + 3]] == ["on", "average"]:
            continue  # the plant consumed on average 2.9
        if "base" in forms_of(token.low) or any(t.low in _SAYS for t in tokens[:at]):
            continue  # the cost of; suggest that 1,800 vultures wintered
        if not any(tag in _FINITE for tag in tags) or tokens[at + 1].low in {"than", "as", "per", "until"}:
            continue
        verb = max((i for i in range(at) if tags[i] in "VBHMGEU"), default=-1)
        if verb >= 0 and tokens[verb].low in {"had", "has", "have", "having", "get", "gets", "got"}:
            continue  # had the pages digitised
        start = max((i for i in range(at) if tags[i] in ",;:KLQW"), default=-1)
        if tags[at - 1] == "N" and start == at - 2:
            continue  # a phrase without its article may be another clause
        told = _PAST.match(text[tokens[at + 1].start :])
        now = False if told else present
        if now is None:
            continue
        if now and token.low in _ONCE:
            continue  # rules introduced by the council: that they are introduced would happen again and again
        many = tags[at - 1] == "S" or is_many(noun.low)
        be = ("are" if many else "is") if now else ("were" if many else "was")
        which = "who" if is_person(noun.low) else "that"
        yield Edit(token.start, token.end, f"{which} {be} {token.text}", 1)


def reduced_edits(text: str) -> Iterator[Edit]:
    """people who are employed in shops → people employed in shops."""
    tokens, tags = tokens_of(text), tags_of(text)
    for at in range(1, len(tags) - 3):
        word, be, done = tokens[at], tokens[at + 1], tokens[at + 2]
        if word.low not in {"that", "which", "who"} or tags[at + 1] != "B" or tags[at - 1] not in "NS":
            continue
        straight = text[tokens[at - 1].end : word.start] == " " and be.low in {"is", "are", "was", "were"}
        if straight and tags[at + 2 : at + 4] == "EI" and done.low not in _LOOSE:
            yield Edit(word.start, done.end, done.text, 1)


def object_edits(text: str) -> Iterator[Edit]:
    """the water they treated → the water that they treated; said they would → said that they would."""
    tokens, tags = tokens_of(text), tags_of(text)
    for at in range(2, len(tags) - 1):
        word, prior = tokens[at], tokens[at - 1]
        if word.low not in {"they", "it", "we", "he", "she"} or tags[at + 1] not in _FINITE + "R":
            continue
        if text[prior.end : word.start] != " ":
            continue
        start = max((i for i in range(at) if tags[i] in ",;:K"), default=-1)
        before = tags[start + 1 : at]
        if (tags[at - 1] in "NS" and any(t in _FINITE for t in before) and not set(before) & set("LWQ")) or (
            prior.low in {"said", "says", "say", "believe", "believes", "think", "thinks"} and tags[at - 1] == "V"
        ):
            yield Edit(word.start, word.end, f"that {word.text}", 1)


def and_edits(text: str) -> Iterator[Edit]:
    """draws power and water → draws power as well as water: the last of what stands behind the verb."""
    tokens, tags = tokens_of(text), tags_of(text)
    if re.search(
        r"\b(?:both|between|as well as|either|same|twice|each|respectively|together|combined|total|per|not|no|without|neither|nor)\b",
        text,
    ):
        return  # a rent per square metre and month is one rate
    for at in range(3, len(tags) - 1):
        if tags[at] != "C" or tokens[at].low != "and" or tags[at - 1] not in "NS":
            continue
        start = max((i for i in range(at) if tags[i] in ";:KLQWC"), default=-1)
        if not any(t in _FINITE for t in tags[start + 1 : at]):
            continue
        if not re.match(r"[DA]*[NSP](?:$|[,;.I])", tags[at + 1 :]) or re.search(
            r"[NSP#],[DANSP#-]*$", tags[start + 1 : at]
        ):
            continue
        if any(t in _FINITE + "." for t in tags[at + 1 :].partition(",")[0]):
            continue  # it may open another clause; a point stands for what may be its verb
        yield Edit(tokens[at].start, tokens[at].end, "as well as", 2)


_TIMES = frozenset(
    "year month week day today yesterday tomorrow decade century season spring summer autumn winter quarter hour morning evening night weekend it that what who let there here one other".split()
)
_OWNER = lazy_pattern(
    r"\b(?P<d>the|this|a|an) (?P<o>(?:[a-z]+ )?(?P<h>[a-z]{3,}))(?:'|’)s (?P<n>(?:[a-z]+ )?[a-z]{3,})(?=[,.;]|$| (?:in|was|is|were|are|by|from|to|at|on|has|have|had|can|could|may|but|because|through|and|for|with|fell|rose|while|which)\b)"
)
_MOST = r"(?P<m>(?:second-|third-)?(?:largest|biggest|oldest|smallest|leading|first|busiest|poorest|richest|highest|longest|most [a-z]+) (?:[a-z-]+ ){0,2}[a-z]+)"
_REALM = lazy_pattern(
    rf"\bthe (?P<w>world|country|city|region|state|continent|province|island)(?:'|’)s {_MOST}(?=[,.;]|$| (?:in|was|is|were|are|by|from|to|at|on|has|have|had|with)\b)"
)


def owner_edits(text: str) -> Iterator[Edit]:
    """the company's workforce → the workforce of the company; the world's largest port → the largest port in the world."""
    for match in _OWNER.finditer(text):
        words = match.group("n").split()
        if (
            match.group("h") in _TIMES
            or re.search(r"(?:est|ing|ly|ed)$", words[0])
            or any(form in {"past", "third"} for _, form in verb_forms().get(words[-1], ()))
            or words[0] in {"own", "most", "first", "only"}
        ):
            continue
        yield Edit(match.start(), match.end(), f"the {match.group('n')} of {match.group('d')} {match.group('o')}", 1)
    for match in _REALM.finditer(text):
        where = {"island": "on", "continent": "on"}.get(match.group("w"), "in")
        yield Edit(match.start(), match.end(), f"the {match.group('m')} {where} the {match.group('w')}", 1)


_PARTS = {"half": "two", "third": "three", "quarter": "four", "fifth": "five", "sixth": "six", "tenth": "ten"}
_PERSONS = r"(?:those|people|households|families|workers|employees|patients|women|men|adults|children|pupils|students|residents|tenants|farmers|companies|firms|schools|hospitals|parents|drivers|users|customers|consumers|teachers|nurses|doctors|applicants|visitors|members|respondents)"
_PART = lazy_pattern(
    rf"\b(?:a|one) (?P<p>third|quarter|fifth|sixth|tenth) of (?P<w>(?:the |all |its |their )?{_PERSONS})\b"
)
_LEAST = lazy_pattern(
    r"\bat least one (?P<n>(?:[a-z]+ )?[a-z]+)(?! in (?:\d|two|three|four|five|ten))(?=[,.;]|$| (?:in|was|is|by|from|to|at|on|for|per|a|each|every|during|before)\b)"
)


def portion_edits(text: str) -> Iterator[Edit]:
    """a third of those who → one in three of those who; at least one parcel → one or more parcels."""
    for match in _PART.finditer(text):
        yield Edit(match.start(), match.end(), f"one in {_PARTS[match.group('p')]} of {match.group('w')}", 1)
    for match in _LEAST.finditer(text):
        yield Edit(match.start(), match.end(), f"one or more {plural(match.group('n'))}", 1)


def prescribed_edits(text: str) -> Iterator[Edit]:
    """the entry point that the regulation prescribes → the entry point prescribed by the regulation; the clause's end."""
    tokens, tags = tokens_of(text), tags_of(text)
    for at in range(1, len(tokens) - 2):
        if tokens[at].low not in {"that", "which"} or tags[at - 1] not in "NS" or tokens[at - 1].text == ",":
            continue
        found = re.match(r"D?A*[NSP]+(?:I[DA]*[NSP#]+)?(?=V)", tags[at + 1 :])
        if found is None:
            continue
        verb = at + 1 + found.end()
        after = tokens[verb + 1].text if verb + 1 < len(tokens) else "."
        bases = {b for b, _ in verb_forms().get(tokens[verb].low, ())} & transitive()
        who = text[tokens[at + 1].start : tokens[verb - 1].end]
        if bases and after in ".,;" and not re.match(r"(?:it|they|he|she|this|these|those|most|many|few|no)\b", who):
            yield Edit(tokens[at].start, tokens[verb].end, f"{past(min(bases))[1]} by {who}", 1)


def _described(tags: str, at: int, start: int) -> bool:
    """Whether a participle behind a noun begins what is said of it: operators | supplying dwellings."""
    return at > start and tags[at] in "GE" and tags[at - 1] in "NS"


def duty_edits(text: str) -> Iterator[Edit]:
    """anyone who flies a drone must register → has to register: by the number of the subject, where it can be read."""
    read = parsed(text)
    if read is None:
        return
    for clause in read.clauses:
        must, start = read.tokens[clause.group[0]], clause.subject[0]
        if must.low != "must" or clause.verb != clause.group[0] + 1 or clause.voice != "active":
            continue
        joint = next((i for i in range(start, clause.subject[1]) if read.tags[i] in "QW"), clause.subject[1])
        if joint < clause.subject[1] and not set(read.tags[joint : clause.subject[1]]) & set("VBMHO"):
            continue  # the distance which loads must travel: whose number counts is not told
        if clause.subject[1] - joint == 2 and read.tokens[joint].low in {"which", "that"}:
            continue  # the distance which signals must travel: a noun, though it may be a verb
        ends = (i for i in range(start, clause.subject[1]) if read.tags[i] in "QWI" or _described(read.tags, i, start))
        end = next(ends, clause.subject[1])
        if end > start:
            several = many(read.of(start, end))
            yield Edit(must.start, must.end, "have to" if several else "has to", 2)
            yield Edit(must.start, must.end, "are obliged to" if several else "is obliged to", 2)


_ROWS = rows(
    (
        (
            r", ((?:most|many|some|half|all|a few|several|two|three) of) (?:whom|which) (?:are|were) (?=[a-z]+(?:ed|al|ic|ive|ous|en)\b)",
            ((r", \1 them ", 1),),
        ),
        (r"(?<=[a-z]), (?:all|each) of which (?:are|is|were|was) (?=[a-z]+ed\b)", ((", all of them ", 1),)),
        (r"(?<=, )((?:the |a |its )?[a-zA-Z' -]{3,40}) said(?=$|[,.;])", ((r"\1 stated", 1), (r"\1 reported", 2))),
        (r"(?<=, )((?:the |a |its )?[a-zA-Z' -]{3,40}) says(?=$|[,.;])", ((r"\1 states", 1), (r"\1 reports", 2))),
        (r"\b([Tt])hose who\b", ((r"\1he people who", 1),)),
        (r"\bpeople living alone\b", (("people who live on their own", 1), ("those who live alone", 1))),
        (r"\ban? (?:large|high) share of\b", (("a large proportion of", 1),)),
        (r"\ba proportion that\b", (("a share that", 1),)),
    )
)


def edits_of(text: str) -> Iterator[Edit]:
    """All of these."""
    yield from participle_edits(text)
    yield from reduced_edits(text)
    yield from object_edits(text)
    yield from and_edits(text)
    yield from owner_edits(text)
    yield from portion_edits(text)
    yield from duty_edits(text)
    yield from prescribed_edits(text)
    yield from edits_by(_ROWS, text)
