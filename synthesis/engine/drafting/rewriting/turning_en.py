"""What rules that regenerate a clause from its parse share: putting it back into its sentence, its subject as it stands there,
phrases of time, plurals, and words that forbid turning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from synthesis.engine.drafting.rewriting.capitals_en import UNSURE, capital, soft
from synthesis.engine.drafting.rewriting.parse_en import Clause, Parsed, parsed
from synthesis.engine.drafting.rewriting.tagging_en import tokens_of
from synthesis.engine.drafting.rewriting.tags_en import tags_of
from synthesis.engine.patterns import lazy_pattern

Turn = Callable[[Parsed, Clause], Iterator[str]]

POINTS = lazy_pattern(
    r"\b(?:its|their|it|they|them|he|she|his|her|this|these|those|such|each other|one another|itself|themselves)\b",
    re.IGNORECASE,
)
NONE = lazy_pattern(
    r"(?:no|not|neither|none|few|little|hardly|each|every|any|both|there|nobody|nothing)\b", re.IGNORECASE
)


#: A phrase of time, as a pattern.
#: Verbs whose time may be that of what is to come: promised access by 2022.
LATER = lazy_pattern(
    r"\b(?:promis|pledg|plan|intend|aim|want|expect|commit|vow|propos|agree|hop|target|allow|requir|ask|urg|forecast|predict)(?:e?[sd]|t?ted|ned|ing)?\b"
)
TIME = (
    r"(?:in|by|since|during|at the end of|at the start of|before|after|within|over|between|until|from) "
    r"(?:(?:the )?(?:early |late |mid-)?(?:19|20)\d\d(?:s)?(?: (?:and|to) (?:19|20)\d\d)?|the (?:end|start) of (?:19|20)\d\d|(?:\d+|two|three|four|five|six|ten|a) (?:years?|months?|weeks?|days?|decades?)|the (?:past|last|next|coming) (?:\w+ )?(?:years?|months?|decades?)|recent years|winter|summer)"
)
_PART = lazy_pattern(
    r"(?:more than |less than |fewer than |over |under |about |around |roughly |nearly |almost |only |just )?"
    r"(?:half|most|(?:an?|one|two|three)[ -](?:third|quarter|fifth|tenth)s?) of (?=[a-z])",
    re.IGNORECASE,
)
_LEANS = lazy_pattern(r"; (?:it|they)\b")


def turned_by(turns: tuple[Turn, ...], text: str) -> list[str]:
    """The sentence with one of its clauses turned by one of the rules. A first word marked as unsure is looked at anew; a
    mark inside would be lost, and what "; it" points to would change: such sentences stay."""
    text = text.removeprefix(UNSURE)
    read = parsed(text)
    if read is None or UNSURE in text or _LEANS.search(text):
        return []
    made = [_put(read, clause, new) for clause in read.clauses for turn in turns for new in turn(read, clause)]
    return list(dict.fromkeys(t for t in made if t != text))


def _put(read: Parsed, clause: Clause, made: str) -> str:
    """The sentence with the clause as `made`, which begins as inside a sentence."""
    start, end = read.tokens[clause.low].start, read.tokens[clause.high - 1].end
    return f"{read.text[:start]}{made}{read.text[end:]}" if start else f"{capital(made)}{read.text[end:]}"


def opening(read: Parsed, clause: Clause) -> str:
    """The subject as it stands inside a sentence."""
    subject = read.of(*clause.subject)
    return soft(subject) if clause.subject[0] == 0 else subject


def rest(read: Parsed, clause: Clause, low: int) -> str:
    """What follows from a token to the clause's end, with a blank before words and none before a comma."""
    text = read.of(low, clause.high)
    return f" {text}" if text and text[0] not in ",;" else text


def plain(clause: Clause) -> bool:
    return all(piece.kind in {"NP", "PP", "ADV", "ADJ"} for piece in clause.pieces)


def many(thing: str) -> bool:
    """Whether a noun phrase is plural, by its head's ending."""
    part = _PART.match(thing)
    if part:
        return many(thing[part.end() :])  # half of the goods are, half of the money is
    named = re.split(r" (?:of|for|in|on|about|against|per|from|with|among) ", thing)[0]
    head = named.split()[-1].lower()
    number = re.match(r"(?:about |around |roughly |over |more than )?(\d[\d.,]*)(?![\d.,])(?! ?(?:%|per cent))", thing)
    if number and number.group(1) != "1":
        return True
    if re.match(r"[\d.]+(?:%| per cent) of ", thing):
        head = thing.rsplit(maxsplit=1)[-1].lower()
    return (
        " and " in named
        or (head.endswith("s") and not head.endswith(("ss", "us", "is", "ics", "gas", "lens", "news")))
        or head in {"people", "women", "men", "children"}
    )


def ends_in_participle(text: str, end: int) -> bool:
    """Whether the word before `end` says what was done to a noun (the licences issued in 2022), so that its time is its own."""
    tokens, tags = tokens_of(text), tags_of(text)
    at = next((i for i, t in enumerate(tokens) if t.end == end), 0)
    return at > 0 and tags[at] in "EV" and tags[at - 1] in "NSP" and bool(re.search(r"[VBMHO]", tags[:at]))
