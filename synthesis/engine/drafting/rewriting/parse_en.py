"""English sentences read as clauses: what leads in, subject, verb group with its voice, and what follows, piece by piece.

Deterministic and cautious: a sentence whose clauses do not each show a subject and a finite verb group is not read at all
(`parsed` returns none). Attachment is not decided beyond what stands with of. Tags come from `tags_en`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from synthesis.engine.drafting.rewriting.capitals_en import UNSURE
from synthesis.engine.drafting.rewriting.tagging_en import Token, tokens_of
from synthesis.engine.drafting.rewriting.tags_en import only_verb, tags_of

_FINITE = "VBMHO"
_OPENERS = "QWLCKTJ,;:E?"  # behind which another finite verb may stand
_NOMINAL = "DANSP#Y-'/"
_HEADS = "NSPY#G"
_SO = frozenset("so thus therefore hence then consequently accordingly".split())


class Piece(NamedTuple):
    """A stretch behind the verb, in tokens, half-open: NP, PP, ADV, ADJ, INF, THAT, ING, AND (a second predicate) or TAIL
    (what follows a comma)."""

    kind: str
    low: int
    high: int


class Clause(NamedTuple):
    """One clause, in tokens, half-open. `joint` is what stands before it (", but ", "; "), "" for the first; `lead` an
    adverbial with its comma; `voice` active, passive or be; `verb` the place of the lexical verb or of be."""

    joint: str
    low: int
    high: int
    lead: tuple[int, int]
    subject: tuple[int, int]
    group: tuple[int, int]
    verb: int
    voice: str
    pieces: tuple[Piece, ...]


class Parsed(NamedTuple):
    """A sentence with its tokens, their tags and its clauses in order."""

    text: str
    tokens: tuple[Token, ...]
    tags: str
    clauses: tuple[Clause, ...]

    def of(self, low: int, high: int) -> str:
        """The words from one token to before another as written."""
        return self.text[self.tokens[low].start : self.tokens[high - 1].end] if low < high else ""


@lru_cache(maxsize=4096)
def parsed(text: str) -> Parsed | None:
    """The clauses of a sentence without its full stop; None where one of them cannot be read."""
    tokens, tags = tokens_of(text), tags_of(text)
    if not tokens or set(tags) & set('.()"“”'):
        return None
    if any(t in "NS" and k.low[-1] != "s" and only_verb(k.low) for k, t in zip(tokens, tags, strict=True)):
        return None  # a verb that found no place
    clauses = []
    for joint, low, high in _segments(text, tokens, tags):
        clause = _clause(joint, tokens, tags, low, high)
        if clause is None:
            return None
        clauses.append(clause)
    return Parsed(text, tokens, tags, tuple(clauses))


def reads(text: str) -> bool:
    """Whether every clause of a sentence shows a subject and a finite verb; marks of `capitals_en` are passed over."""
    return parsed(text.replace(UNSURE, "")) is not None


def one_clause(text: str, *, near: bool = False) -> bool:
    """Whether a sentence is one clause without a clause, infinitive or second predicate inside, so that an adverbial that
    closes it may go in front; `near`: with no other phrase between it and the verb's object that it could belong to."""
    read = parsed(text.replace(UNSURE, ""))
    if read is None or len(read.clauses) != 1:
        return False
    pieces = read.clauses[0].pieces
    plain = all(piece.kind in {"NP", "PP", "ADV", "ADJ"} for piece in pieces)
    return plain and not (near and sum(piece.kind == "PP" for piece in pieces) > 1)


def _segments(text: str, tokens: tuple[Token, ...], tags: str) -> list[tuple[str, int, int]]:
    """(joint, first token, end) of each clause on the sentence's own level."""
    cuts: list[tuple[int, int]] = []  # a joint's tokens
    at = since = 0
    if tags[0] == "L":
        comma = next(
            (i for i in range(1, len(tags)) if tags[i] == "," and _has(tags, 1, i) and _has(tags, i, len(tags))), 0
        )
        cuts.append((0, 1))
        if comma:
            cuts.append((comma, comma + 1))
            at = comma + 1
        else:
            at = len(tags)
    while at < len(tags):
        tag = tags[at]
        if tag in ";:" and at + 1 < len(tags):
            end = at + 1
            if tokens[end].low in {"however", "moreover"} and tags[end + 1 : end + 2] == ",":
                end += 2
            cuts.append((at, end))
        elif tag == "," and (link := re.match(r"R{0,2}[KL]", tags[at + 1 :])) and _has(tags, at + 2, len(tags)):
            cuts.append((at, at + 1 + link.end()))
        elif tag == "," and tags[at + 1 : at + 2] == "C" and _opens_clause(tags, at + 2):
            cuts.append((at, at + 2))
        elif (tag == "C" and _finite_of(tags, since, at) is not None and _opens_clause(tags, at + 1)) or (
            tag == "L" and at and _has(tags, at + 1, len(tags)) and not tokens[at - 1].low.endswith("ly")
        ):
            cuts.append((at, at + 1))
        since = cuts[-1][1] if cuts else 0
        at = max(at + 1, since)
    out, low, joint = [], 0, ""
    for a, b in [*cuts, (len(tags), len(tags))]:
        if a > low:
            out.append((joint, low, a))
        if b < len(tokens):
            joint = text[tokens[a - 1].end if a else 0 : tokens[b].start]
        low = b
    return out


def _has(tags: str, low: int, high: int) -> bool:
    return any(tag in _FINITE for tag in tags[low:high])


def _opens_clause(tags: str, at: int) -> bool:
    """Whether a subject and then a finite verb follow, before the next mark."""
    end = next((i for i in range(at, len(tags)) if tags[i] in ",;"), len(tags))
    first = next((i for i in range(at, end) if tags[i] in _FINITE), None)
    if tags[at : at + 1] in ("Q", "W", "L"):
        return False
    return first is not None and any(tag in _HEADS for tag in tags[at:first])


def _clause(joint: str, tokens: tuple[Token, ...], tags: str, low: int, high: int) -> Clause | None:
    lead = _lead(tags, low, high, tokens[low].low)
    start = lead[1]
    verb_at = _finite_of(tags, start, high)
    if verb_at is None:
        return None
    begin = verb_at
    while begin > start and tags[begin - 1] in "RX":
        begin -= 1
    if begin > start and tags[begin - 1] == "I":
        begin += 1  # recruitment from abroad
    if begin == start or tags[start] in "ITKLC" or not any(tag in _HEADS for tag in tags[start:begin]):
        return None
    if tags[begin - 1] in "DICT-" or (tags[begin - 1] == "," and "," not in tags[start : begin - 1]):
        return None
    commas = [i for i in range(start, begin) if tags[i] == ","]
    if len(commas) == 1 and "C" not in tags[commas[0] : begin]:
        return None  # a comma inside a subject comes with another, or in a list
    found = _group(tokens, tags, verb_at, high)
    if found is None:
        return None
    verb, voice = found
    if re.match(rf"[^{_OPENERS}]*[{_FINITE}]", tags[verb + 1 : high]):
        return None  # patents filed since 2019 belong to …: the first was none
    pieces = _pieces(tags, tokens, verb + 1, high)
    if pieces is None:
        return None
    return Clause(joint, low, high, lead, (start, begin), (begin, verb + 1), verb, voice, tuple(pieces))


def _lead(tags: str, low: int, high: int, word: str) -> tuple[int, int]:
    """The adverbial before the subject with its comma; empty where there is none."""
    if tags[low] in "IGERTJ" or word == "thanks":
        comma = next((i for i in range(low + 1, high) if tags[i] == ","), None)
        if (
            comma is not None
            and (not _has(tags, low, comma) or _told_of(tags, low, comma))
            and _has(tags, comma, high)
            and tags[comma + 1 : comma + 2] != "W"
        ):
            return (low, comma + 1)
    if tags[low] == "R" and low + 1 < high and (tags[low + 1] in "YS" or word in _SO):
        return (low, low + 1)
    return (low, low)


def _told_of(tags: str, low: int, comma: int) -> bool:
    """Whether what is finite in an adverbial stands in a relative clause: among people who rent, …."""
    finite = sum(tag in _FINITE for tag in tags[low:comma])
    return tags[low] in "IT" and finite == tags[low:comma].count("W")


def _finite_of(tags: str, start: int, high: int) -> int | None:
    """The main finite verb: the first that is not a relative clause's own."""
    at, skip = start, 0
    while at < high:
        tag = tags[at]
        if tag in "WQ" or (tag == "Y" and tags[at - 1 : at] in ("N", "S") and at > start):
            skip += 1
        elif tag in _FINITE:
            if not skip:
                return at
            skip -= 1
            at = _group_end(tags, at, high) - 1
        at += 1
    return None


def _group_end(tags: str, at: int, high: int) -> int:
    end = at + 1
    if tags[at] != "V":
        while end < high and tags[end] in "RXbEUGH":
            end += 1
            if tags[end - 1] in "EUG":
                break
    return end


def _group(tokens: tuple[Token, ...], tags: str, at: int, high: int) -> tuple[int, str] | None:
    """(place of the lexical verb or of be, voice); None for a group of no known shape."""
    if tags[at] == "V":
        return at, "active"
    chain, i = [at], at + 1
    while i < high and tags[i] in "RXbEUGH":
        if tags[i] not in "RX":
            chain.append(i)
        if tags[i] in "EUG":
            break
        i += 1
    shape = "".join(tags[j] for j in chain)
    last = chain[-1]
    if re.fullmatch(r"M?U|OU|[MH]?H?E|H|MH|BG|M?Hb?G|MbG", shape) and not re.search(r"bE$", shape):
        return last, "active"
    if re.fullmatch(r"BE|BbE|MbE|HbE|MHbE", shape):
        return last, "passive"
    return (last, "be") if re.fullmatch(r"B|Mb|Hb|MHb", shape) else None


def _pieces(tags: str, tokens: tuple[Token, ...], low: int, high: int) -> list[Piece] | None:
    """What stands behind the verb in order; None for what cannot be read."""
    out: list[Piece] = []
    at = low
    while at < high:
        tag = tags[at]
        if tag == ",":
            out.append(Piece("TAIL", at, high))
            return out
        kind = {"T": "INF", "Q": "THAT", "W": "THAT", "G": "ING"}.get(tag)
        if kind is None and tag == "C" and at + 1 < high and tags[at + 1] in _FINITE + "UEGRXT":
            kind = "AND"
        if kind is None and tag in _FINITE:
            return None  # a finite verb that belongs nowhere
        if kind:
            end = next((i for i in range(at, high) if tags[i] == ","), high)
            out.append(Piece(kind, at, end))
            at = end
            continue
        if tag in "RXc":
            out.append(Piece("ADV", at, at + 1))
            at += 1
        elif tag == "I":
            at_noun = at + 2 if tags[at + 1 : at + 2] in ("I", "R") else at + 1
            end = _phrase(tags, tokens, at_noun, high, between=tokens[at].low in {"between", "from"})
            if end == at + 1 and not (end < high and tags[end] in "RIG"):
                return None
            out.append(Piece("PP", at, max(end, at + 1)))
            at = max(end, at + 1)
        elif tag in _NOMINAL or tag in "CE":
            end = _phrase(tags, tokens, at, high)
            if end == at:
                end = at + 1
            adjective = set(tags[at:end]) <= set("AR")
            out.append(Piece("ADJ" if adjective else "NP", at, end))
            at = end
        else:
            return None
    return out


def _phrase(tags: str, tokens: tuple[Token, ...], at: int, high: int, *, between: bool = False) -> int:
    """Where the noun phrase from `at` ends: of-phrases, and between nominals and participles behind them are its own."""
    end = at
    while end < high:
        tag = tags[end]
        if (
            tag in _NOMINAL
            or (tag == "R" and end + 1 < high and tags[end + 1] in "A#D")
            or (tag == "G" and end == at)
            or (tag == "I" and tokens[end].low in {"of", "per"} and end > at)
            or (
                tag == "I"
                and tokens[end].low == "than"
                and end > at
                and tags[end - 1] in "DA"
                and tags[end + 1 : end + 2] in ("#", "R")
            )
            or (tag == "C" and end > at and end + 1 < high and tags[end + 1] in _NOMINAL)
            or (between and tag == "I" and tokens[end].low == "to")
        ):
            end += 1
        elif tag == "E" and end > at and tags[end - 1] in "NSP" and tags[end + 1 : end + 2] in ("I", ""):
            end += 1
            break
        else:
            break
    return end
