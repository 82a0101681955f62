"""English clauses regenerated from their parse: an adverbial of time in front, the whole before its part, the standard of a
comparison first, who says it last, the role before who fills it, a second predicate apart, phrases and joined names swapped.

Words stay; nothing is made where the parse leaves a doubt. Active and passive are in `voice_en`; what needs no parse is in
`frames_en` and `clauses_en`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.frames import counts_en, deeds_en, statements_en
from synthesis.engine.drafting.rewriting.capitals_en import UNSURE
from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.parse_en import Clause, Parsed, parsed
from synthesis.engine.drafting.rewriting.turning_en import (
    LATER,
    NONE,
    POINTS,
    TIME,
    Turn,
    many,
    opening,
    plain,
    rest,
    turned_by,
)
from synthesis.engine.drafting.rewriting.verbs_known_en import verb_forms
from synthesis.engine.patterns import lazy_pattern

_SPAN = lazy_pattern(rf"{TIME}$", re.IGNORECASE)


def _simple(clause: Clause) -> bool:
    """No adverbial ahead, nothing behind the verb but phrases and perhaps what a comma sets off."""
    kinds = [piece.kind for piece in clause.pieces]
    return clause.lead[0] == clause.lead[1] and all(
        k in {"NP", "PP", "ADV", "ADJ"} for k in (kinds[:-1] if kinds[-1:] == ["TAIL"] else kinds)
    )


def _subordinate(clause: Clause) -> bool:
    """Because, compared with Y, X …: behind such a word no adverbial opens the clause."""
    return bool(
        re.search(
            r"\b(?:because|although|though|if|when|since|as|after|before|until|unless|once)\s*$",
            clause.joint,
            re.IGNORECASE,
        )
    )


def time_ahead(read: Parsed, clause: Clause) -> Iterator[str]:
    """X rose by a tenth in 2023, freeing Y → in 2023, X rose by a tenth, freeing Y."""
    phrases = [p for p in clause.pieces if p.kind != "TAIL"]
    if (
        _subordinate(clause)
        or not _simple(clause)
        or not phrases
        or phrases[-1].kind != "PP"
        or clause.pieces == tuple(phrases)
    ):
        return
    when = phrases[-1]
    if not _SPAN.fullmatch(read.of(when.low, when.high)) or len(phrases) == 1:
        return
    before = read.of(clause.group[0], when.low)
    if read.of(when.low, when.high).lower().startswith("from "):
        return  # a standard from the 1990s: it is the thing's
    if re.search(
        r"^(?:said|says|say|reported|reports|noted|stated|found|estimated|expects?|warned|added|told|believes?) ",
        before,
    ):
        return  # when it was, not when it was said
    if LATER.search(before):
        return  # by when it is to be done, not when it was promised
    if re.search(r"\b(?:than|compared|from|between|since|most|[a-z]+est)\b", before):
        return
    yield f"{read.of(when.low, when.high)}, {opening(read, clause)} {before}{rest(read, clause, when.high)}"


_SHARE = lazy_pattern(
    r"(?P<n>(?:(?:about|around|roughly|nearly|almost|only|just|some|more than|over|at least|fewer than|less than) )?(?:\d[\d.,]*(?:%| per ?cent)?|half|most|many|some|several|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth)s?)) of (?P<x>(?P<d>the |these |those |all )?.+)",
    re.IGNORECASE,
)


_ASKED = frozenset(
    "surveyed interviewed asked questioned polled examined studied sampled tested analysed affected".split()
)


def whole_first(read: Parsed, clause: Clause) -> Iterator[str]:
    """Three of the five reactors have been refuelled → of the five reactors, three have been refuelled."""
    found = _SHARE.fullmatch(read.of(*clause.subject))
    if not found or clause.lead[0] < clause.lead[1] or POINTS.search(found.group("x")) or "," in found.group("x"):
        return
    if read.tokens[clause.verb].low in _ASKED and clause.voice == "active":
        return  # two thirds of the cleaners surveyed travel by car: the verb comes later
    if re.search(r" (?:and|or) ", found.group("x")):
        return  # two of the reactors at the plant and one at the port: two counts, not one whole
    tags = read.tags[clause.subject[0] : clause.subject[1]]
    counted = read.tags[clause.subject[1] - 1] in "SE" and "S" in tags and not found.group("x").startswith("all ")
    if found.group("d") or counted:
        link = "of" if found.group("d") else "among"
        number = found.group("n")
        yield f"{link} {found.group('x')}, {number[:1].lower()}{number[1:]} {read.of(clause.group[0], clause.high)}"


def standard_first(read: Parsed, clause: Clause) -> Iterator[str]:
    """X is cheaper than Y → compared with Y, X is cheaper; a plain Y, nothing behind it."""
    pieces = [p for p in clause.pieces if p.kind != "TAIL"]
    if _subordinate(clause) or not _simple(clause) or len(pieces) < 2:
        return
    low = next((i for i in range(clause.group[1], clause.high) if read.tokens[i].low == "than"), 0)
    if not low or pieces[-1].high <= low or low + 1 >= clause.high:
        return
    end = pieces[-1].high
    what, tags = read.of(low + 1, end), read.tags[low + 1 : end]
    if (
        not re.fullmatch(r"D?A*[NSP]+(?:I[DA]*[NSP]+)?", tags)
        or POINTS.search(what)
        or re.match(r"(?:average|expected|usual|before|ever|half|that|those)\b", what)
    ):
        return
    quality = read.tokens[low - 1].low
    if not re.search(r"(?:er|more|less|fewer|worse)$", quality) and read.tokens[low - 2].low not in {"more", "less"}:
        return
    yield f"compared with {what}, {opening(read, clause)} {read.of(clause.group[0], low)}{rest(read, clause, end)}"


_SAYING = "say says said report reports reported note notes noted state states stated warn warns warned caution cautions cautioned argue argues argued claim claims claimed estimate estimates estimated predict predicts predicted forecast forecasts expect expects conclude concludes concluded suggest suggests suggested find finds found believe believes stress stresses stressed calculate calculates calculated explain explains explained complain complains complained".split()  # fmt: skip


def speaker_last(read: Parsed, clause: Clause) -> Iterator[str]:
    """The committee cautioned that S → S, the committee cautioned; the only clause, a plain speaker."""
    if len(read.clauses) != 1 or clause.voice != "active" or [p.kind for p in clause.pieces] != ["THAT"]:
        return
    said, subject = clause.pieces[0], read.of(*clause.subject)
    verb = read.of(*clause.group)
    if read.tokens[said.low].low != "that" or verb not in _SAYING or clause.lead[0] < clause.lead[1]:
        return
    what = read.of(said.low + 1, said.high)
    if (
        "," in what
        or "," in subject
        or POINTS.match(what)
        or len(subject) > 60
        or POINTS.match(subject)
        or NONE.match(subject)
        or " that " in what
    ):
        return
    yield f"{what}, {opening(read, clause)} {verb}"


_ROLE = lazy_pattern(
    r"(?:the|its|their) (?:[\w-]+ )?(?:[a-z]+est|most [a-z]+|main|chief|principal|key|leading|first|last|only|sole|primary|dominant|prime|second|third)\b",
    re.IGNORECASE,
)


def role_first(read: Parsed, clause: Clause) -> Iterator[str]:
    """Fear is the main reason for this → the main reason for this is fear, and back."""
    if clause.voice != "be" or not plain(clause) or not clause.pieces or clause.lead[0] < clause.lead[1]:
        return
    be, subject = read.of(*clause.group), read.of(*clause.subject)
    other = read.of(clause.group[1], clause.high)
    if (
        be not in {"is", "are", "was", "were"}
        or clause.pieces[0].kind != "NP"
        or POINTS.search(f"{subject} {other}")
        or "," in subject
    ):
        return
    if not (_ROLE.match(other) or (_ROLE.match(subject) and re.match(r"(?:the|a|an) ", other))) or re.search(
        r"\d", subject + other
    ):
        return
    verb = {"is": ("is", "are"), "are": ("is", "are"), "was": ("was", "were"), "were": ("was", "were")}[be][many(other)]
    yield f"{other} {verb} {opening(read, clause)}"


def second_apart(read: Parsed, clause: Clause) -> Iterator[str]:
    """The line has seven stations and cuts the journey → the line has seven stations; it also cuts the journey."""
    second = clause.pieces[-1] if clause.pieces else None
    if second is None or second.kind != "AND" or len(read.clauses) != 1 or clause.lead[0] < clause.lead[1]:
        return
    first = second.low + 1
    group = read.tags[clause.group[0] : clause.group[1]]
    if clause.voice != "active" or re.search(r"H.*E|[MO]", group):
        return  # has bought and sold: both are of the perfect
    while first < second.high and read.tags[first] == "R":
        first += 1
    if (
        read.tokens[second.low].low != "and"
        or first >= second.high
        or read.tags[first] not in "VBMH"
        or second.high != clause.high
    ):
        return
    subject, tags = read.of(*clause.subject), read.tags[clause.subject[0] : clause.subject[1]]
    if NONE.match(subject) or re.search(r"[WQ,]", tags) or not re.match(r"D?A*[NS]", tags) or _people(subject):
        return
    it = "they" if many(subject) else "it"
    rest = read.of(second.low + 1, second.high)
    if re.search(r"\b(?:also|then|thus|therefore|so|thereby|hence|subsequently)\b", rest) or _clashes(it, read, clause):
        return
    yield (
        f"{read.of(clause.low, second.low)}; {it} also {rest}"
        if read.tags[first] == "V"
        else f"{read.of(clause.low, second.low)}; {it} {rest}"
    )


_PERSON = lazy_pattern(
    r"(?:[a-z-]+(?:er|or|ist|ian|ee|man|woman|men|women)|people|resident|agent|tenant|applicant|consultant|assistant|accountant|merchant|client|migrant|president|judge|king|queen|prince|pope|bishop|chief|coach|guide|nurse|cook|pilot|captain|student|patient"
    r"|team|crew|staff|police|couple|family|families|child|children|boy|girl|mother|father|son|guest|clerk|monk|nun|poet|artist|host|heir|head|chair|boss|spouse|wife|husband|youth|citizen)s?",
    re.IGNORECASE,
)


def _people(subject: str) -> bool:
    """Whether the head is a person or a body of them, for which it may be the wrong word."""
    head = re.split(r" (?:of|for|in|on|at|from|with|about|against) ", subject)[0].split()[-1]
    return bool(_PERSON.fullmatch(head))


def _clashes(it: str, read: Parsed, clause: Clause) -> bool:
    """Whether the pronoun could be read as something else than the subject: an object of its number stands between."""
    things = [read.of(p.low, p.high) for p in clause.pieces[:-1] if p.kind == "NP"]
    return any(many(t) == (it == "they") for t in things)


_AMOUNT = lazy_pattern(r"(?:by|to|from|at) .*\d")


def phrases_swapped(read: Parsed, clause: Clause) -> Iterator[str]:
    """Fell to 3% from 12% → fell from 12% to 3%; rose by 12% in 2023 → rose in 2023 by 12%; in Europe in 2022 → in 2022 in Europe."""
    phrases = [p for p in clause.pieces if p.kind != "TAIL"]
    if (
        len(phrases) < 2
        or [p.kind for p in phrases[-2:]] != ["PP", "PP"]
        or any(p.kind in {"AND", "INF", "THAT", "ING"} for p in phrases)
    ):
        return
    one, two = phrases[-2:]
    first, second = read.of(one.low, one.high), read.of(two.low, two.high)
    if read.tokens[clause.verb].low in {
        "come",
        "came",
        "comes",
        "amount",
        "amounts",
        "amounted",
        "add",
        "adds",
        "added",
    }:
        return  # came to 2.9 billion
    levels = first.startswith("to ") and second.startswith("from ") and _AMOUNT.match(first) and _AMOUNT.match(second)
    timed = (
        _SPAN.fullmatch(second)
        and not _SPAN.fullmatch(first)
        and not re.search(r"(?:19|20)\d\d", read.of(clause.low, two.low))
        and (_AMOUNT.match(first) or re.match(r"(?:in|at|across|throughout) (?:the )?[A-Z]", first))
    )
    if (levels or timed) and not POINTS.search(first + second):
        head = read.of(clause.low, one.low)
        if clause.low == 0 and clause.subject[0] == 0:
            head = f"{opening(read, clause)} {read.of(clause.group[0], one.low)}"
        yield f"{head} {second} {first}{rest(read, clause, two.high)}"


def apposition(read: Parsed, clause: Clause) -> Iterator[str]:
    """Kaiser, a group based in Oakland, will open … → a group based in Oakland, Kaiser, will open …: a name and what it is."""
    found = re.fullmatch(r"(?P<x>[A-Z][^,]{2,40}), (?P<y>(?:a|an|the) [^,]{6,70}),?", read.of(*clause.subject))
    if found is None or clause.low or not re.fullmatch(r"P*N?P*", read.tags[: found.group("x").count(" ") + 1]):
        return
    name = found.group("x")
    if not re.search(r"[A-Z]", name[1:]) and " " not in name and read.tokens[0].low in verb_forms():
        return
    yield f"{found.group('y')}, {name}, {read.of(clause.group[0], clause.high)}"


def pair_edits(text: str) -> Iterator[Edit]:
    """Kyushu and Hokkaido → Hokkaido and Kyushu: names, or phrases of one shape, joined where nothing tells their order."""
    read = parsed(text)
    if (
        read is None
        or UNSURE in text
        or re.search(r"\b(?:respectively|order|former|latter|between|first|then|one another|each other)\b", text)
    ):
        return
    for at in range(1, len(read.tags) - 1):
        if read.tags[at] != "C" or read.tokens[at].low == "nor":
            continue
        for shape in ("DAN", "DN", "DAS", "DS", "AS", "AN", "PP", "P"):
            low, high = at - len(shape), at + 1 + len(shape)
            if low < 0 or read.tags[low:at] != shape or read.tags[at + 1 : high] != shape:
                continue
            before = read.tags[low - 1] if low else ""
            after = read.tags[high] if high < len(read.tags) else ""
            if high < len(read.tokens) and read.tokens[high].low == "of":
                break  # chemistry and state of health: the second alone may be of it
            if after in tuple("NSPCE-'G") or before in tuple("NSPA,CD-#'") or (before == "" and shape[0] != "P"):
                break
            if shape == "P" and low == 0 and not read.tokens[0].text[0].isupper():
                break
            yield Edit(
                read.tokens[low].start,
                read.tokens[high - 1].end,
                f"{read.of(at + 1, high)} {read.tokens[at].text} {read.of(low, at)}",
                1,
            )
            break


_TURNS: tuple[Turn, ...] = (
    phrases_swapped,
    apposition,
    time_ahead,
    whole_first,
    standard_first,
    speaker_last,
    role_first,
    second_apart,
)


def turned(text: str) -> list[str]:
    """The sentence with one of its clauses turned by one of the rules, or told anew by one of the frames for statements."""
    return turned_by((*_TURNS, *statements_en.TURNS, *counts_en.TURNS, *deeds_en.TURNS), text)
