"""English statements of what somebody did, let or has to do, told from the other side: what a rule exempts or gives, what
held something up, what is still to be done and by whom, what becomes possible, what was not done, so many per cent fewer.

Frames as in `statements_en`: a clause read by `parse_en` as it stands inside a sentence; none where a slot is in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.frames.statements_en import (
    BODY,
    LAW,
    TIMED,
    base_of,
    form_of,
    free,
    head_of,
    what_follows,
)
from synthesis.engine.drafting.rewriting.inflect_en import past
from synthesis.engine.drafting.rewriting.parse_en import Clause, Parsed
from synthesis.engine.drafting.rewriting.people_en import is_person
from synthesis.engine.drafting.rewriting.turning_en import NONE, POINTS, Turn, many, opening
from synthesis.engine.drafting.rewriting.verbs_known_en import verb_forms
from synthesis.engine.drafting.rewriting.voice_en import done_of, transitive
from synthesis.engine.patterns import lazy_pattern

_PLAIN = {"NP", "PP", "ADV"}
_PLACE = lazy_pattern(
    r"the (?:city|town|province|state|region|district|canton|municipality|county|island|republic|kingdom) of (?:the )?[A-Z][\w -]+",
    re.IGNORECASE,
)
_BY = lazy_pattern(r"by .*(?:\d|half|third|quarter)")
_RATE = r"(?:(?:about|around|roughly|nearly|almost|over|more than|some) )?\d[\d.]*(?:%| per cent)"
_NUMBER_OF = lazy_pattern(r"the number of (?P<x>(?:[a-z-]+ ){0,3}[a-z-]+s)", re.IGNORECASE)


def _be(form: tuple[str, str, str], plural: bool) -> str:
    """To be in the tense of a verb group; "" for a group of another shape."""
    if form[0] == "modal":
        return f"{form[1]}{form[2]}be"
    be = {"past": ("was", "were"), "present": ("is", "are")}.get(form[0])
    return f"{be[plural]} {form[2]}".strip() if be else ""


def exempted(read: Parsed, clause: Clause) -> Iterator[str]:
    """The amendment would exempt farms from the tests → under the amendment, farms would be exempted from them."""
    subject, pieces = free(read, clause), clause.pieces
    if not subject or not LAW.search(subject) or not base_of(read, clause, frozenset(("exempt",))):
        return
    if (
        clause.voice != "active"
        or len(pieces) < 2
        or pieces[0].kind != "NP"
        or any(p.kind not in _PLAIN for p in pieces)
    ):
        return
    source = next((p for p in pieces if read.tokens[p.low].low == "from"), None)
    what = read.of(pieces[0].low, source.low) if source else ""
    be = _be(form_of(read, clause, many(what)), many(what)) if what else ""
    if source and be and not POINTS.search(what) and not NONE.match(what):
        yield f"under {opening(read, clause)}, {what} {be} exempted {read.of(source.low, clause.high)}"


def given_by(read: Parsed, clause: Clause) -> Iterator[str]:
    """The Act gave the regulator a duty to inspect → under the Act, the regulator was given a duty to inspect."""
    subject = free(read, clause)
    base = base_of(read, clause, frozenset(("give", "grant", "guarantee", "assign")))
    if not subject or not base or clause.voice != "active" or not clause.pieces or clause.pieces[0].kind != "NP":
        return
    both = clause.pieces[0]
    split = [i for i in range(both.low + 1, both.high) if read.tags[i] == "D" and read.tags[i - 1] in "NSP"]
    if len(split) != 1 or not LAW.search(subject):
        return
    whom, what = read.of(both.low, split[0]), read.of(split[0], clause.high)
    be = _be(form_of(read, clause, many(whom)), many(whom))
    if be and not POINTS.search(whom) and not NONE.match(whom) and not re.search(r"[,;]", what):
        yield f"under {opening(read, clause)}, {whom} {be} {past(base)[1]} {what}"


def held_up(read: Parsed, clause: Clause) -> Iterator[str]:
    """Reviews delayed three projects by 22 months → owing to reviews, three projects were delayed by 22 months."""
    subject, pieces = free(read, clause), clause.pieces
    base = base_of(read, clause, frozenset(("delay", "postpone", "shorten", "lengthen", "extend", "prolong")))
    if not subject or not base or clause.voice != "active" or len(pieces) < 2 or pieces[0].kind != "NP":
        return
    if any(p.kind not in _PLAIN for p in pieces) or is_person(head_of(subject)) or BODY.search(head_of(subject)):
        return
    if not _BY.match(read.of(pieces[-1].low, pieces[-1].high)) or re.match(r"(?:the )?[A-Z]", subject[1:]):
        return
    what = read.of(pieces[0].low, pieces[-1].low)
    verb = done_of(read, clause, many(read.of(pieces[0].low, pieces[0].high)))
    if verb and not POINTS.search(what) and not NONE.match(what):
        yield f"owing to {opening(read, clause)}, {what} {verb} {read.of(pieces[-1].low, clause.high)}"


def to_be_done(read: Parsed, clause: Clause) -> Iterator[str]:
    """A crew still has to confirm half of the spots → half of the spots still have to be confirmed by a crew."""
    subject, pieces = free(read, clause), clause.pieces
    words = [t.low for t in read.tokens[clause.group[0] : clause.group[1]]]
    if not subject or words[-1:] not in (["has"], ["have"], ["had"]) or [p.kind for p in pieces] != ["INF"]:
        return
    if len(words) > 2 or (len(words) == 2 and words[0] != "still") or len(subject.split()) > 4:
        return
    low = pieces[0].low + 1
    base, tags = read.tokens[low].low, read.tags[low + 1 : pieces[0].high]
    if base not in transitive() or not re.fullmatch(r"[DANSP#R]+(?:I[DANSP#]+){0,3}E?", tags):
        return
    prepositions = {t.low for t, g in zip(read.tokens[low + 1 : pieces[0].high], tags, strict=True) if g == "I"}
    what = read.of(low + 1, pieces[0].high)
    if prepositions - {"of", "in"} or ("in" in prepositions and " in every " not in what and " out of " not in what):
        return  # what hangs on the verb would go with the thing
    if POINTS.search(what) or NONE.match(what) or not re.search(r"[NSP]", tags):
        return
    plural = many(what) or bool(re.search(r"S", tags))
    have = "had" if words[-1] == "had" else "have" if plural else "has"
    yield f"{what} {'still ' if len(words) == 2 else ''}{have} to be {past(base)[1]} by {opening(read, clause)}"


def made_possible(read: Parsed, clause: Clause) -> Iterator[str]:
    """Bonding allows connections at a pitch of … → with bonding, connections at a pitch of … are possible."""
    subject, pieces = free(read, clause), clause.pieces
    if not subject or not base_of(read, clause, frozenset(("allow", "permit", "enable"))) or clause.voice != "active":
        return
    if not pieces or pieces[0].kind != "NP" or any(p.kind not in _PLAIN for p in pieces):
        return
    what, head = read.of(pieces[0].low, clause.high), head_of(read.of(pieces[0].low, pieces[0].high))
    if is_person(head) or is_person(head_of(subject)) or BODY.search(head_of(subject)) or LAW.search(subject):
        return
    be = _be(form_of(read, clause, many(read.of(pieces[0].low, pieces[0].high))), many(head))
    if be and not POINTS.search(what) and not NONE.match(what) and "," not in what and len(what.split()) > 1:
        yield f"with {opening(read, clause)}, {what} {be} possible"


def required_in(read: Parsed, clause: Clause) -> Iterator[str]:
    """The city of Lund requires riders to hold a permit → in the city of Lund, riders must hold a permit."""
    subject, pieces = free(read, clause), clause.pieces
    if not subject or not _PLACE.fullmatch(subject) or [p.kind for p in pieces][:2] != ["NP", "INF"]:
        return
    if len(pieces) > 2 and not re.match(r", (?:but|yet|although|while)\b", read.of(pieces[2].low, clause.high)):
        return
    whom, inf = read.of(pieces[0].low, pieces[0].high), pieces[1]
    form = form_of(read, clause, many(whom))
    must = {"present": "must", "past": "had to"}.get(form[0])
    if base_of(read, clause, frozenset(("require", "oblige"))) and must and not form[2] and not POINTS.match(whom):
        yield f"in {opening(read, clause)}, {whom} {must} {read.of(inf.low + 1, inf.high)}{what_follows(read, inf.high, clause.high)}"


def not_done(read: Parsed, clause: Clause) -> Iterator[str]:
    """Parliament has not yet released the money → the money has not yet been released by parliament."""
    subject, pieces = free(read, clause), clause.pieces
    words = [t.low for t in read.tokens[clause.group[0] : clause.group[1]]]
    if not subject or [p.kind for p in pieces] != ["NP"] or len(subject.split()) > 5 or clause.voice != "active":
        return
    if (
        words[:1] not in (["has"], ["have"])
        or "not" not in words[1:3]
        or not set(words[1:-1]) <= {"not", "yet", "so", "far", "still"}
    ):
        return
    what = read.of(pieces[0].low, pieces[0].high)
    bases = {b for b, name in verb_forms().get(words[-1], ()) if name == "participle"} & transitive()
    if not bases or POINTS.search(what) or not re.match(r"the ", what) or NONE.match(subject):
        return  # a plan has not been approved by …: some plan may have been
    have = "have" if many(what) else "has"
    yield f"{what} {have} {' '.join(words[1:-1])} been {words[-1]} by {opening(read, clause)}"


def so_many_fewer(read: Parsed, clause: Clause) -> Iterator[str]:
    """The number of bursts fell by 37 per cent in 2023 → in 2023, there were 37 per cent fewer bursts."""
    counted = _NUMBER_OF.fullmatch(read.of(*clause.subject))
    base = base_of(read, clause, frozenset("fall drop decline decrease rise increase grow".split()))
    if counted is None or not base or clause.lead[0] < clause.lead[1] or POINTS.search(counted.group("x")):
        return
    told = re.fullmatch(rf"by (?P<n>{_RATE})(?P<t> .+)?", read.of(clause.group[1], clause.high))
    if told is None or form_of(read, clause, True)[0] != "past":
        return
    when = (told.group("t") or "").strip()
    if when and not re.fullmatch(r"in (?:19|20)\d\d", when):
        return  # between two years: fewer than when
    way = "fewer" if base in {"fall", "drop", "decline", "decrease"} else "more"
    yield f"{when + ', ' if when else ''}there were {told.group('n')} {way} {counted.group('x')}"


def expected_by(read: Parsed, clause: Clause) -> Iterator[str]:
    """Analysts expect supply to grow, and … → supply is expected by analysts to grow, and …."""
    subject, pieces = free(read, clause), clause.pieces
    if not subject or len(read.clauses) < 2 or [p.kind for p in pieces] != ["NP", "INF"] or clause.voice != "active":
        return
    whom, form = (
        read.of(pieces[0].low, pieces[0].high),
        form_of(read, clause, many(read.of(pieces[0].low, pieces[0].high))),
    )
    base = base_of(read, clause, frozenset(("expect", "forecast", "predict")))
    be = _be(form, many(whom)) if form[0] in {"present", "past"} else ""
    if base and be and not POINTS.match(whom) and not NONE.match(whom) and len(subject.split()) < 4:
        yield f"{whom} {be} {past(base)[1]} by {opening(read, clause)} {read.of(pieces[1].low, clause.high)}"


def feared(read: Parsed, clause: Clause) -> Iterator[str]:
    """Critics fear that S → there are fears among critics that S."""
    subject, pieces = free(read, clause), clause.pieces
    if not subject or [p.kind for p in pieces] != ["THAT"] or not is_person(head_of(subject)) or not many(subject):
        return
    if read.of(*clause.group) in {"fear", "worry"} and len(subject.split()) < 4 and not re.search(r"\d", subject):
        said = {"fear": "fears", "worry": "worries"}[read.of(*clause.group)]
        yield f"there are {said} among {opening(read, clause)} {read.of(pieces[0].low, clause.high)}"


def spending(read: Parsed, clause: Clause) -> Iterator[str]:
    """Consumers spent an average of 83 euros on coffee in 2023 → among consumers, spending on coffee averaged 83 euros in 2023."""
    subject, pieces = free(read, clause), clause.pieces
    if not subject or not base_of(read, clause, frozenset(("spend",))) or not is_person(head_of(subject)):
        return
    told = re.fullmatch(
        r"an average of (?P<n>[^,;]*?\d[^,;]*?) on (?P<y>(?:[a-z-]+ ){0,3}[a-z-]+)(?P<t> .+)?",
        read.of(clause.group[1], clause.high),
    )
    if told is None or any(p.kind not in _PLAIN for p in pieces) or POINTS.search(told.group("y")):
        return
    if told.group("t") and not TIMED.fullmatch(told.group("t").strip()):
        return
    form = form_of(read, clause, False)
    verb = {"past": "averaged", "present": "averages"}.get(form[0])
    if verb and not form[2]:
        yield f"among {opening(read, clause)}, spending on {told.group('y')} {verb} {told.group('n')}{told.group('t') or ''}"


TURNS: tuple[Turn, ...] = (
    exempted,
    given_by,
    held_up,
    to_be_done,
    made_possible,
    required_in,
    not_done,
    so_many_fewer,
    expected_by,
    feared,
    spending,
)
