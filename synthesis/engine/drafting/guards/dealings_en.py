"""The dealings of an English clause: A sold it to B, B was sued by A, B faces a suit from A, A is the supplier of B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.dealings import Deal, Scene
from synthesis.engine.drafting.guards.parties import Party
from synthesis.engine.drafting.lexicon.deals import DEALS_EN, NOUNS_EN
from synthesis.engine.patterns import lazy_pattern

_SPECIAL = {
    "took over": ("replace", "+"),
    "takes over": ("replace", "+"),
    "lost": ("beat", "-"),
    "loses": ("beat", "-"),
    "turned down": ("answer", "+"),
    "put forward": ("answer", "-"),
    "ceded": ("replace", "-"),
    "cedes": ("replace", "-"),
    "turns down": ("answer", "+"),
    "offered": ("answer", "-"),
    "proposed": ("answer", "-"),
    "come": ("goods", "-"),
    "comes": ("goods", "-"),
    "came": ("goods", "-"),
}
_NOUNS_OF_PARTS = [f"{word}s" for word, (_, kind) in DEALS_EN.items() if kind in {"#", "="}]
_WORD = lazy_pattern(
    r"\b(?:"
    + "|".join(sorted({*_NOUNS_OF_PARTS, *DEALS_EN, *NOUNS_EN, *_SPECIAL}, key=len, reverse=True))
    + r"|t(?:ook|akes?|aken|aking)(?=\s[^,;.]{0,60}?\bto court\b))\b(?!-)",
    re.IGNORECASE,
)
_MARK = lazy_pattern(
    r"\b(by|from|to|of|for|on|upon|against|with|in|over|into|among|between|than|and|at|as)\s(?:the\s|a\s|an\s|its\s|their\s)?(?:[a-z-]+\s){0,2}$",
    re.IGNORECASE,
)
_BE = lazy_pattern(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s(?:\w+ly\s|not\s|also\s|then\s|later\s|\d[\d.]*%\s|jointly\s)*$",
    re.IGNORECASE,
)
_BEHALF = lazy_pattern(r"\b(?:on behalf of|at the request of|on the instructions of)\b", re.I)
_ARTICLE = lazy_pattern(
    r"\b(?:a|an|the|its|their|his|her|of|in|any|this|new|[\d.,%$]+|million|billion|"
    r"(?:receiv|fac|provid|offer|impos)(?:e[ds]?|ing)|g[eo]ts?|drew|draws?|g[ai]ves?|under|t(?:ook|akes?))\s(?:(?-i:[a-z-]+)\s)?$",
    re.I,
)
_GOT = lazy_pattern(
    r"\b(?:receiv\w+|carr(?:y|ies|ied)|g[eo]ts?|drew|draws?|drawn|fac(?:es|ed|ing)|suffer\w*|obtain\w*|secur\w+|attract\w*|t(?:ook|akes?) out|must pay|paid|pays?|met with|came under|under|incurred|accepted|w[io]ns?)\b[^,;]{0,45}$",
    re.IGNORECASE,
)
_DID = lazy_pattern(
    r"\b(?:impos\w+|fil(?:ed|es|ing)|voic\w+|launch\w*|grant\w*|ma[dk]es?|issu\w+|record\w*|ha[sd]|have|holds?|held|owns?|took|takes|open\w*|extend\w*|provid\w+|g[ai]ves?|brought|brings|hand\w+|levied|levies|mount\w+|bought|acquired|won|wins|offer\w*|put)\b[^,;]{0,45}$",
    re.IGNORECASE,
)
_IS = lazy_pattern(r"\s(?:is|was|are|were|became|becomes|remains|remained|acts as|as)\s(?:[^,;]{0,30}\s)?$", re.I)
_IS_AFTER = lazy_pattern(r"(?:\s(?:of|for|in)\s[^,;]{1,40})?\s(?:is|was|are|were)\s(?:the\s)?$|,\s(?:the\s)?$", re.I)
_AMONG = lazy_pattern(r"\bamong (?:its|their|the) (?:[\w-]+ ){0,2}$", re.I)
_GIVES_UP = frozenset("lost loses handed hands ceded cedes".split())
_PLACES = lazy_pattern(r"\b(?:place|position|lead|spot|rank|title|crown|chair(?:manship)?|post|job|reins|role)\b", re.I)
_ACTS = frozenset("suit fine urge hire teach blame praise answer report replace beat rule guard invite own".split())
_WITH_THAT = {"own": "in", "beat": "over"}


def dealings_en(scene: Scene) -> Iterator[Deal]:
    """The dealings of a clause; a word within the name of a party is none."""
    for match in _WORD.finditer(scene.text.text, scene.clause.start, scene.clause.end):
        start, end = match.span()
        word = match.group().lower()
        if any(p.start < end and start < p.end for p in scene.inside):
            continue
        if word == "paid" and scene.between(end, end + 4) == " for":
            continue
        court = word.startswith("t") and word in {"took", "take", "takes", "taken", "taking"}
        word = (
            word.removesuffix("s") if word not in DEALS_EN and word not in NOUNS_EN and word not in _SPECIAL else word
        )
        frame, kind = ("suit", "+") if court else _SPECIAL.get(word) or DEALS_EN.get(word) or (NOUNS_EN[word], "n")
        if frame == "give" and _money(scene, end):
            frame = "pay"
        read: Deal | None
        if kind in "#=":
            read = _named(scene, start, end, frame, kind)
        elif word in NOUNS_EN and (kind == "n" or _ARTICLE.search(scene.between(scene.clause.start, start))):
            read = _nominal(scene, start, end, NOUNS_EN[word])
        else:
            if word in {"come", "comes", "came"} and not scene.between(end, end + 6).startswith(" from"):
                continue
            if word in _GIVES_UP and _PLACES.search(scene.text.text, end, scene.clause.end):
                frame, kind = "replace", "-"
            read = _done(scene, start, end, frame, kind)
        if read is not None:
            yield read
    yield from _on_behalf(scene)


def _money(scene: Scene, end: int) -> bool:
    """Whether what is given or got is an amount: received £12m from."""
    return any(0 < q.start - end <= 12 and re.fullmatch(r"[A-Z]{3}", q.unit_class) for q in scene.text.quantities)


def _on_behalf(scene: Scene) -> Iterator[Deal]:
    for match in _BEHALF.finditer(scene.text.text, scene.clause.start, scene.clause.end):
        before, after = _around(scene, *match.span())
        subject = _subject(scene, before, {p.start: _mark(scene, p) for p in scene.inside}) or scene.lead
        read = scene.deal("hire", after[0], subject) if after and subject else None
        if read is not None:
            yield read


_JOINT = lazy_pattern(
    r"\b(?:when|while|whereas|after|before|because|since|if|which|who|that|where|so|although|though|until)\b", re.I
)


def _around(scene: Scene, start: int, end: int) -> tuple[list[Party], list[Party]]:
    """The parties before and after a word, up to the next word that joins clauses."""
    before = [p for p in scene.inside if p.end <= start]
    joints = [m.end() for m in _JOINT.finditer(scene.text.text, scene.clause.start, start)]
    since = [p for p in before if joints and p.start >= joints[-1]]
    stop = _JOINT.search(scene.text.text, end, scene.clause.end)
    after = [p for p in scene.inside if p.start >= end and (stop is None or p.start < stop.start())]
    return since or before, after


def _mark(scene: Scene, party: Party) -> str:
    since = max((p.end for p in scene.inside if p.end <= party.start), default=scene.clause.start)
    match = _MARK.search(scene.between(since, party.start))
    return match[1].lower() if match else ""


def _owner(scene: Scene, party: Party) -> bool:
    return scene.text.text[party.end : party.end + 2] in {"'s", "’s", "s'", "s’"} or scene.between(
        party.end - 2, party.end
    ) in {"'s", "’s"}


def _done(scene: Scene, start: int, end: int, frame: str, kind: str) -> Deal | None:
    """The dealing a verb tells."""
    before, after = _around(scene, start, end)
    marks = {p.start: _mark(scene, p) for p in scene.inside}
    by = next((p for p in after if marks[p.start] == "by"), None)
    to = next((p for p in after if marks[p.start] in {"to", "for"}), None)
    source = next((p for p in after if marks[p.start] == "from"), None)
    subject = _subject(scene, before, marks)
    passive = _BE.search(scene.between(scene.clause.start, start)) is not None
    if frame == "hire" and passive and subject is None:  # commissioned by A and carried out by B
        subject = next((p for p in after if p is not by and marks[p.start] == "by"), None)
    if passive or (by is not None and by.start - end <= 24):
        return _passive(scene, frame, kind, by, to, source, subject or scene.following)
    subject = subject or scene.lead
    if subject is None:
        return None
    direct = next((p for p in after if marks[p.start] in {"", "of"} and p.start - end <= 60), None)
    if frame in _ACTS:
        others = [p for p in after if marks[p.start] not in {"by", "with", "and", "than", "as"}]
        other = others[0] if others and marks[others[0].start] != "at" else None
        if len(others) > 1 and not _has_name(others[0]) and marks[others[1].start] in {"of", "from", "at"}:
            other = others[1]  # engineers from Acme
        if frame == "hire" and kind == "-":
            other = next((p for p in after if marks[p.start] == "for"), None)
        if frame == "own" and other is not None and marks[other.start] not in {"", "in", "of"}:
            return None
        return scene.deal(frame, *((subject, other) if kind == "+" else (other, subject)))
    if kind == "?":
        owned = direct is not None and (_owner(scene, direct) or marks[direct.start] == "of")
        kind = "-" if source is not None or (owned and to is None) else "+"
    if kind == "+":
        return scene.deal(frame, subject, to or (direct if direct and not _owner(scene, direct) else None))
    return scene.deal(frame, source or direct, subject)


def _has_name(party: Party) -> bool:
    return any("=" in k or ":" in k for k in party.keys)


def _subject(scene: Scene, before: list[Party], marks: dict[int, str]) -> Party | None:
    plain = [p for p in before if not marks[p.start] and not _owner(scene, p)]
    if plain:
        after = next((p for p in before if p.start > plain[-1].start), None)
        if after is not None and not _has_name(plain[-1]) and marks[after.start] in {"of", "from", "at"}:
            return after  # engineers from Acme
        return plain[-1]
    owning = [p for p in before if _owner(scene, p) or marks[p.start] in {"of", "in"}]
    return owning[-1] if owning else None


def _passive(
    scene: Scene,
    frame: str,
    kind: str,
    by: Party | None,
    to: Party | None,
    source: Party | None,
    subject: Party | None,
) -> Deal | None:
    if frame in _ACTS:
        if kind == "-":
            return scene.deal(frame, subject, by) if by else None
        return scene.deal(frame, by, subject) if by else None
    if kind == "-":
        return scene.deal(frame, source or subject, by) if by else None
    if kind == "?" and source is not None:
        return scene.deal(frame, source, by or subject)
    if by is not None:
        return scene.deal(frame, by, to or subject)
    if to is not None:
        return scene.deal(frame, source or subject, to)
    return scene.deal(frame, source, subject) if source is not None else None


def _nominal(scene: Scene, start: int, end: int, frame: str) -> Deal | None:
    """The dealing a noun tells beside a light verb: imposed a fine on B, received a loan from A."""
    left = scene.between(scene.clause.start, start)
    before, after = _around(scene, start, end)
    after = [p for p in after if p.start - end <= 60]
    marks = {p.start: _mark(scene, p) for p in scene.inside}
    subject = _subject(scene, before, marks) or scene.lead
    if subject is None:
        return None
    at = {m: p for p in reversed(after) for m in [marks[p.start]]}
    if frame == "win":
        other = at.get("over") or at.get("against")
        return scene.deal("beat", subject, other) if other else None
    agent = (
        at.get("from") or at.get("by") or (at.get("to") if frame in {"beat", "fine"} and _GOT.search(left) else None)
    )
    agent = agent or (at.get("with") if frame == "loan" else None)
    if agent is not None and (_GOT.search(left) or "from" in at):
        return scene.deal(frame, agent, subject)
    if _DID.search(left):
        other = next((at[m] for m in ("on", "against", "to", "for", "of", "in", "over", "into") if m in at), None)
        inner = [p for p in before if p is not subject and p.start > subject.start]
        other = other or (inner[-1] if inner else None)
        return scene.deal(frame, subject, other) if other else None
    return None


def _named(scene: Scene, start: int, end: int, frame: str, kind: str) -> Deal | None:
    """The dealing a noun for one of its parties tells: A is the supplier of B, the buyer was A."""
    before = [p for p in scene.inside if p.end <= start]
    after = [p for p in scene.inside if p.start >= end]
    holder = other = None
    if before and _AMONG.search(scene.between(before[-1].end, start)):
        holder, other = before[-1], before[0]
        return scene.deal(frame, holder, other) if kind == "#" else scene.deal(frame, other, holder)
    for party in before:
        if _IS.match(scene.between(party.end, start)) and not _owner(scene, party):
            holder = party
            other = next((p for p in before if p.start > party.start), None)
            other = other or next((p for p in after if _mark(scene, p) in {"of", "to", "for", "from"}), None)
            break
    else:
        late = next((p for p in after if _IS_AFTER.fullmatch(scene.between(end, p.start))), None)
        if late is not None:
            holder = late
            other = next((p for p in before if _owner(scene, p)), None)
    if holder is None:
        return None
    return scene.deal(frame, holder, other) if kind == "#" else scene.deal(frame, other, holder)
