"""English statements told anew from their slots: who changed what by how much, what a rule asks of whom, what made whom do
what, who expects what, what something had, two levels and their years. Subject, measure, value, time and the names are
carried over; verb, voice and order are the frame's own.

Each frame takes a clause read by `parse_en` and gives it as it stands inside a sentence; none where a slot is in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.rewriting.inflect_en import past, third
from synthesis.engine.drafting.rewriting.parse_en import Clause, Parsed, Piece
from synthesis.engine.drafting.rewriting.people_en import is_person
from synthesis.engine.drafting.rewriting.turning_en import NONE, POINTS, TIME, many, opening
from synthesis.engine.drafting.rewriting.verbs_known_en import verb_forms
from synthesis.engine.patterns import lazy_pattern

_MOVES = {"raise": "rise", "increase": "rise", "boost": "rise", "lift": "rise", "cut": "fall", "reduce": "fall", "lower": "fall", "double": "double", "triple": "triple", "halve": "halve"}  # fmt: skip
_INTRANSITIVE = frozenset(
    "rise fall drop climb grow shrink decline increase decrease narrow widen expand contract".split()
)
LAW = lazy_pattern(
    r"\b(?:acts?|laws?|directives?|regulations?|rules?|ordinances?|bills?|decrees?|codes?|statutes?|agreements?|treaty|treaties|contracts?|reforms?|guidelines|schemes?|programmes?|standards?|permits?|licences?|conventions?|protocols?|clauses?|conditions|amendments?|provisions?)\b"
    r"(?=$| (?:of|on|for|in|adopted|introduced|issued|signed|passed|from)\b)",
    re.IGNORECASE,
)
BODY = lazy_pattern(
    r"\b(?:government|ministry|parliament|commission|council|city|state|country|company|firm|bank|group|agency|authority|court|union|association|party|committee|board|team|university|hospital|school|museum|"
    r"governments|ministries|councils|cities|states|countries|companies|firms|banks|agencies|authorities|courts|unions|associations|schools|hospitals|universities|retailers|farms|shops|chains|utilities|minister|mayor|president)$",
    re.IGNORECASE,
)
TIMED = lazy_pattern(TIME)
_DENIED = lazy_pattern(r"(?:no|not|neither|none|few|little|hardly|nobody|nothing|both)\b", re.IGNORECASE)
_WON = frozenset("have report record post achieve generate reach".split())
_PURPOSE = frozenset(
    "earmark allocate reserve set use build install launch introduce create found spend invest employ hire train collect establish develop organise open form fund apply buy lease test raise increase reduce impose levy charge adapt redesign rebuild convert fit".split()
)


def base_of(read: Parsed, clause: Clause, among: frozenset[str] | dict[str, str]) -> str:
    """The listed base of the clause's verb, "" when it is none of them."""
    found = {b for b, _ in verb_forms().get(read.tokens[clause.verb].low, ())}
    return next(iter(sorted(found & set(among))), "")


def form_of(read: Parsed, clause: Clause, plural: bool) -> tuple[str, str, str]:
    """(tense, auxiliaries as they agree with the new subject, adverbs): past, present, perfect or a modal; "" when unsure."""
    words = [t.low for t in read.tokens[clause.group[0] : clause.group[1]]]
    tags = read.tags[clause.group[0] : clause.group[1]]
    adverbs = "".join(f"{w} " for w, t in zip(words, tags, strict=True) if t == "R")
    shape = tags.replace("R", "")
    if "X" in tags:
        return "", "", ""
    names = {n for b, n in verb_forms().get(words[-1], ())}
    if shape == "V":
        if "past" in names and "base" in names:  # cut, set: past behind a singular
            return ("past", "", adverbs) if not many(read.of(*clause.subject)) else ("", "", "")
        return ("past" if "past" in names else "present", "", adverbs)
    if shape == "H":
        return ("past" if words[-1] == "had" else "present"), "", adverbs
    if shape == "HE":
        have = "had" if "had" in words else "have" if plural else "has"
        return "perfect", f"{have} ", adverbs
    if shape == "MU":
        modal = next(w for w, t in zip(words, tags, strict=True) if t == "M")
        return (
            ("modal", f"{modal} ", adverbs)
            if modal in {"can", "could", "will", "would", "may", "might"}
            else ("", "", "")
        )
    return "", "", ""


def _verb(base: str, form: tuple[str, str, str], plural: bool) -> str:
    tense, auxiliaries, adverbs = form
    if tense == "past":
        return adverbs + past(base)[0]
    if tense == "perfect":
        return f"{auxiliaries}{adverbs}{past(base)[1]}"
    return f"{auxiliaries}{adverbs}{base}" if tense == "modal" else adverbs + (base if plural else third(base))


def what_follows(read: Parsed, low: int, high: int) -> str:
    """What follows from a token, with a blank before words and none before a comma; "" for nothing."""
    text = read.of(low, high) if low < high else ""
    return f" {text}" if text and text[0] not in ",;" else text


def free(read: Parsed, clause: Clause) -> str:
    """The subject where it may be told in another place: nothing that points back, denies or is cut by commas."""
    subject = read.of(*clause.subject)
    lead = clause.lead[0] < clause.lead[1]
    if (
        lead
        or POINTS.match(subject)
        or NONE.match(subject)
        or "," in subject
        or re.match(r"(?:there|one|who|what)\b", subject, re.IGNORECASE)
        or re.search(r"\b(?:says|said|believes|expects|hopes)\b", subject)  # whoever speaks is read into it
    ):
        return ""
    return subject


def head_of(phrase: str) -> str:
    """The noun a phrase is about: small merchants who accept payments → merchants."""
    plain = re.split(r" (?:of|for|in|on|at|from|with|about|against|who|that|which|by|to|under|without) ", f"{phrase} ")[
        0
    ]
    return (plain.split() or [""])[-1]


def change_moved(read: Parsed, clause: Clause) -> Iterator[str]:
    """Satellite links have cut failures by a third → owing to satellite links, failures have fallen by a third; people who act
    are told as among, a named firm as at."""
    base, subject = base_of(read, clause, _MOVES), free(read, clause)
    if not base or not subject or clause.voice != "active" or not clause.pieces or clause.pieces[0].kind != "NP":
        return
    thing, rest = clause.pieces[0], clause.pieces[1:]
    if any(p.kind not in {"PP", "ADV"} for p in rest) or read.tokens[clause.verb + 1].low == "up":
        return
    end = thing.high
    for piece in rest:  # failures in mountain villages: where they are goes with them
        told = read.of(piece.low, piece.high)
        if not re.match(r"(?:in|among|between|for|on) ", told) or re.search(r"\d", told) or TIMED.fullmatch(told):
            break
        end = piece.high
    what, behind = read.of(thing.low, end), what_follows(read, end, clause.high)
    amount = re.search(r"\b(?:by|from|to) .*\d|twofold|half|third", behind)
    if not amount and behind and not TIMED.fullmatch(behind.strip()):
        return
    if re.match(r"[\d$€£]|(?:it|them|this|that|by|to|both)\b", what):
        return
    owned = re.match(r"(?:its|their) ", what)
    if is_person(head_of(subject)):
        where = "among"
    elif re.match(r"(?:the )?[A-Z]", subject) and set(read.tags[slice(*clause.subject)]) <= set("PD") and owned:
        where = "at"
    elif BODY.search(head_of(subject)) or owned or POINTS.search(what):
        return
    else:
        where = "owing to"
    plural = many(what)
    form = form_of(read, clause, plural)
    if not form[0]:
        return
    if where == "owing to" and form[0] in {"present", "modal"}:
        where = "with"
    if where in {"among", "at"} and owned:
        what = what[owned.end() :]
    name = opening(read, clause)
    if where == "at" or (re.match(r"[A-Z]", subject) and set(read.tags[slice(*clause.subject)]) <= set("PD")):
        name = subject
    yield f"{where} {name}, {what} {_verb(_MOVES[base], form, plural)}{behind}"


def _asked(read: Parsed, clause: Clause) -> tuple[str, Piece] | None:
    """Whom, and the infinitive, of a clause that asks, lets or makes somebody do something."""
    pieces = [p for p in clause.pieces if p.kind != "TAIL"]
    if [p.kind for p in pieces[:2]] == ["NP", "INF"] and len(pieces) == 2 and clause.voice == "active":
        whom = read.of(pieces[0].low, pieces[0].high)
        return (whom, pieces[1]) if not POINTS.match(whom) and not _DENIED.match(whom) else None
    return None


def under_rule(read: Parsed, clause: Clause) -> Iterator[str]:
    """The Act requires farms to fit a meter → under the Act, farms must fit a meter; allows them to → they may."""
    subject, asked = free(read, clause), _asked(read, clause)
    base = base_of(read, clause, frozenset("require oblige compel allow permit entitle".split()))
    if not base or asked is None or not subject or not LAW.search(subject):
        return
    form = form_of(read, clause, many(asked[0]))
    duty = base in {"require", "oblige", "compel"}
    modals = {
        "present": "must" if duty else "may" if is_person(asked[0]) else "can",
        "past": "had to" if duty else "were allowed to" if many(asked[0]) else "was allowed to",
    }
    modals["modal"] = "would have to" if duty else "would be allowed to"
    if form[0] not in modals or (form[0] == "modal" and form[1].strip() != "would"):
        return
    whom, inf = asked
    yield f"under {opening(read, clause)}, {whom} {modals[form[0]]} {read.of(inf.low + 1, inf.high)}{what_follows(read, inf.high, clause.high)}"


def made_do(read: Parsed, clause: Clause) -> Iterator[str]:
    """The tax has led companies to postpone investments → because of the tax, companies have postponed investments; forced them
    to → they had to; allows them to → thanks to it, they can."""
    subject, asked = free(read, clause), _asked(read, clause)
    base = base_of(read, clause, frozenset("lead prompt cause drive force compel oblige allow enable".split()))
    if (
        not base
        or asked is None
        or not subject
        or BODY.search(head_of(subject))
        or is_person(head_of(subject))
        or LAW.search(subject)
    ):
        return
    whom, inf = asked
    plural = many(whom)
    form = form_of(read, clause, plural)
    do = read.tokens[inf.low + 1].low if inf.low + 1 < inf.high else ""
    behind = what_follows(read, inf.low + 2, inf.high) + what_follows(read, inf.high, clause.high)
    if form[0] not in {"past", "present", "perfect"} or "base" not in {n for _, n in verb_forms().get(do, ())}:
        return
    if re.search(r"\band (?:to )?[a-z]+\b", behind) and any(
        n == "base" for w in re.findall(r"\band (?:to )?([a-z]+)", behind) for _, n in verb_forms().get(w, ())
    ):
        return  # to close shops and lay off staff: the second verb would keep its bare form
    because, name = ("thanks to" if base in {"allow", "enable"} else "because of"), opening(read, clause)
    if base in {"allow", "enable"}:
        can = {"past": "could", "present": "can", "perfect": "have been able to" if plural else "has been able to"}[
            form[0]
        ]
        yield f"{because} {name}, {whom} {can} {do}{behind}"
    elif base in {"force", "compel", "oblige"}:
        must = {
            "past": "had to",
            "present": "have to" if plural else "has to",
            "perfect": "have had to" if plural else "has had to",
        }[form[0]]
        yield f"{because} {name}, {whom} {must} {do}{behind}"
    else:
        yield f"{because} {name}, {whom} {_verb(do, form, plural)}{behind}"


def foreseen(read: Parsed, clause: Clause) -> Iterator[str]:
    """Analysts expect supply to grow until 2028 → supply is expected to grow until 2028, according to analysts."""
    subject, asked = free(read, clause), _asked(read, clause)
    base = base_of(read, clause, frozenset("expect project forecast predict".split()))
    if (
        not base
        or asked is None
        or not subject
        or len(read.clauses) > 1
        or any(p.kind == "TAIL" for p in clause.pieces)
    ):
        return
    form = form_of(read, clause, many(asked[0]))
    if form[0] not in {"past", "present"}:
        return
    whom, inf = asked
    be = ("were" if many(whom) else "was") if form[0] == "past" else ("are" if many(whom) else "is")
    said = f"{whom} {be} {past(base)[1]} {read.of(inf.low, inf.high)}"
    yield f"according to {opening(read, clause)}, {said}"
    if "," not in said:
        yield f"{said}, according to {opening(read, clause)}"


def purpose_first(read: Parsed, clause: Clause) -> Iterator[str]:
    """The ministry has earmarked 95 million to buy back rights → to buy back rights, the ministry has earmarked 95 million."""
    subject, pieces = free(read, clause), clause.pieces
    if (
        not subject
        or not base_of(read, clause, _PURPOSE)
        or len(pieces) < 2
        or pieces[-1].kind != "INF"
        or clause.voice not in {"active", "passive"}
    ):
        return
    if any(p.kind not in {"NP", "PP", "ADV"} for p in pieces[:-1]) or clause.low or pieces[0].kind == "INF":
        return
    aim, head = read.of(pieces[-1].low, pieces[-1].high), read.of(clause.group[0], pieces[-1].low)
    before = read.tokens[pieces[-1].low - 1].low
    if POINTS.search(aim) or before in {
        "right",
        "rights",
        "duty",
        "power",
        "plan",
        "plans",
        "ability",
        "permission",
        "chance",
        "way",
        "enough",
        "used",
        "attempt",
        "attempts",
        "failure",
        "time",
    }:
        return
    if read.tokens[clause.verb].low in {"use", "used", "uses"} and clause.voice == "passive" and len(pieces) == 1:
        return
    yield f"{aim}, {opening(read, clause)} {head}"


_VALUE = r"(?:(?:about|around|roughly|nearly|almost|over|more than|some|just over|just under) )?[$€£]?\d[\d.,\ue001]*(?: (?:million|billion|trillion))?(?: (?:per cent|[a-z]+))?|(?:\d[\d.,\ue001]*%)"
_RESULTS = r"(?:revenues?|turnover|profits?|loss|losses|earnings)"
_HELD = lazy_pattern(rf"(?:(?P<a>an?) )?(?P<m>(?:[a-z-]+ ){{0,3}}[a-z]+) of (?P<n>{_VALUE})")


def measure_of(read: Parsed, clause: Clause) -> Iterator[str]:
    """SwiftPost reported revenues of 2.8 billion in 2023 → revenues at SwiftPost came to 2.8 billion in 2023."""
    subject = free(read, clause)
    if (
        not subject
        or not base_of(read, clause, _WON)
        or clause.voice != "active"
        or not clause.pieces
        or clause.pieces[0].kind != "NP"
    ):
        return
    thing = clause.pieces[0]
    held = _HELD.fullmatch(read.of(thing.low, thing.high))
    if held is None or any(p.kind not in {"PP", "ADV", "TAIL"} for p in clause.pieces[1:]) or len(subject) > 50:
        return
    if held.group("m").split()[-1] in {
        "average",
        "total",
        "range",
        "number",
        "lack",
        "series",
        "kind",
        "history",
        "maximum",
        "minimum",
        "record",
        "level",
        "peak",
        "high",
        "low",
        "height",
    }:
        return
    if read.tokens[clause.verb].low.startswith("report") and not re.fullmatch(_RESULTS, held.group("m")):
        return  # what a survey reports is not its own
    form = form_of(read, clause, many(held.group("m")))
    tense = {
        "past": "came to",
        "present": "comes to" if held.group("a") or not many(held.group("m")) else "come to",
    }.get(form[0])
    if tense is None or form[2]:
        return
    if held.group("a"):
        tense = {"came to": "was", "comes to": "is"}[tense]
    if re.match(r" for\b", what_follows(read, thing.high, clause.high)):
        return  # a budget of 0.8 billion for wind: the budget's own
    article = "the " if held.group("a") else ""
    link = "of" if held.group("a") else "at"
    name = subject if re.match(r"[A-Z]", subject) and read.tags[clause.subject[0]] == "P" else opening(read, clause)
    yield f"{article}{held.group('m')} {link} {name} {tense} {held.group('n')}{what_follows(read, thing.high, clause.high)}"


_LEVEL = r"[$€£]?\d[\d.,\ue001]*(?:%| (?:per cent|million|billion|trillion|[a-z]+))?(?: (?:euros|dollars|pounds|kroner|[a-z]+))?(?: (?:an?|per) [a-z]+)?"
_SPAN = lazy_pattern(
    rf"from (?P<a>{_LEVEL}) (?:in (?P<s>(?:19|20)\d\d) )?to (?P<b>{_LEVEL})(?: in (?P<t>(?:19|20)\d\d))?(?: (?:between|from) (?P<s2>(?:19|20)\d\d) (?:and|to) (?P<t2>(?:19|20)\d\d))?"
)


def two_levels(read: Parsed, clause: Clause) -> Iterator[str]:
    """The share fell from 9% in 2016 to 5% in 2022 → in 2016, the share was 9%; by 2022 it had fallen to 5%."""
    base = base_of(read, clause, _INTRANSITIVE)
    subject = read.of(*clause.subject)
    lead = read.of(*clause.lead) if clause.lead[0] < clause.lead[1] else ""
    span = re.fullmatch(r"(?:Between|From|between|from) ((?:19|20)\d\d) (?:and|to) ((?:19|20)\d\d),", lead)
    if (
        not base
        or (lead and span is None)
        or POINTS.match(subject)
        or NONE.match(subject)
        or "," in subject
        or clause.voice != "active"
    ):
        return
    if form_of(read, clause, many(subject))[0] not in {"past", "perfect"}:
        return
    found = _SPAN.fullmatch(read.of(clause.group[1], clause.high).strip(" ,"))
    if found is None:
        return
    since = found.group("s") or found.group("s2") or (span.group(1) if span else "")
    until = found.group("t") or found.group("t2") or (span.group(2) if span else "")
    if not since or not until or since >= until:
        return
    several = many(subject)
    first, second = found.group("a"), found.group("b")
    if re.fullmatch(r"[$€£]?\d[\d.,\ue001]*", first):
        unit = re.sub(r"^[$€£]?\d[\d.,\ue001]*", "", second)
        first += unit if unit.strip() and unit != "%" else ""
    name = subject if lead else opening(read, clause)
    it = "they" if several else "it"
    yield f"in {since}, {name} {'were' if several else 'was'} {first}; by {until}, {it} had {past(base)[1]} to {second}"


TURNS = (change_moved, under_rule, made_do, foreseen, purpose_first, measure_of, two_levels)
