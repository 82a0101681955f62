"""The part of speech of each word of an English sentence, as one letter a word, told from closed classes, listed verbs,
endings and neighbours; which words are the finite verbs of their clauses is settled clause by clause.

D determiner  A adjective  N noun  S plural noun  P name  # figure  I preposition  T to before a verb  V finite verb
U bare verb  E participle  G -ing form  M modal  B is, was  b be, been  H has, had  O do  R adverb  X not  C and, or
K but, so  L because, when …  Q that, whether  W which, who  Y pronoun  c closing particle; marks stand for themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.rewriting.finite_en import prior_tag, settled
from synthesis.engine.drafting.rewriting.tagging_en import (
    ADVERBS,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PARTICLES,
    PREPOSITIONS,
    Token,
    is_adjective,
    tokens_of,
)
from synthesis.engine.drafting.rewriting.verbs_known_en import forms_of, nouns_too, verb_forms
from synthesis.engine.patterns import lazy_pattern

_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
    " ninety dozen hundred thousand million billion trillion half third thirds quarter quarters fifth fifths tenth tenths percent cent twice double".split()
)
_PRONOUNS = frozenset(
    "it they he she we you i them him us itself themselves himself herself others everyone everything nobody nothing none".split()
)
_EITHER = frozenset("as since before after until than like once".split())  # before a noun phrase or before a clause
_LINK = frozenset(
    "because although though while whereas if unless when whenever wherever provided so-called lest".split()
)
_ASKS = frozenset("that whether how why what".split())
_POINTERS = frozenset("this these those some many most several few both all each another such more less".split())
_LY_ADJECTIVES = frozenset(
    "daily weekly monthly yearly quarterly hourly early likely unlikely costly elderly friendly lonely lively timely orderly deadly".split()
)
_LY_NOUNS = frozenset("supply family assembly anomaly monopoly ally reply poly".split())
_ING_NOUNS = frozenset(
    "building training housing funding spending planning banking shipping farming fishing mining manufacturing engineering marketing advertising lighting heating cooling bearing"
    " saving savings earnings meeting hearing opening finding findings testing monitoring processing recycling packaging financing lending borrowing pricing warning ruling"
    " clothing learning teaching nursing parking policing broadcasting screening offering setting settings evening morning beginning something anything nothing everything king"
    " spring string ring wing thing during sibling ceiling wedding pudding dwelling holding holdings proceeding proceedings rating ratings timing".split()
)
_ADVERBS = frozenset(
    "however moreover instead meanwhile therefore thus hence otherwise nevertheless nonetheless besides overall abroad together ahead apart back away ago altogether"
    " indeed perhaps maybe elsewhere everywhere nowhere here there today yesterday tomorrow tonight twofold threefold upwards onwards overnight".split()
)
_TOWARDS = lazy_pattern(r"(?:attribut|contribut|owing|due$|link|relat|respon|led$|leads?$|compar|amount|access)")


def only_verb(word: str) -> bool:
    """Whether a small word is the bare, third or past form of a verb and nothing else that is listed."""
    found = verb_forms().get(word, ())
    return (
        any(form in {"base", "third", "past"} for _, form in found)
        and not any(form == "participle" for _, form in found)
        and not any(base in nouns_too() for base, _ in found)
        and word not in DETERMINERS
        and word not in ADVERBS
        and not is_adjective(word)
    )


@lru_cache(maxsize=4096)
def tags_of(text: str) -> str:
    """One letter for each token of `text`, as `tokens_of` cuts it."""
    tokens = tokens_of(text)
    rough = [_rough(tokens, i) for i in range(len(tokens))]
    for at in range(len(tokens)):
        if rough[at] == "?":
            rough[at] = _verb_or_not(tokens, rough, at)
    return settled(tokens, rough)


def _rough(tokens: tuple[Token, ...], at: int) -> str:
    """The tag that the word alone tells, "?" for a form of a verb that needs its neighbours."""
    token, low = tokens[at], tokens[at].low
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    prior = tokens[at - 1].low if at else ""
    if not token.is_word:
        if token.text in "-–" and at and tokens[at - 1].end == token.start:
            return "-"
        return "#" if re.match(r"[$€£]?\d|%", token.text) else token.text
    closed = "P" if token.text == "US" else _closed(low, prior, following)
    if closed:
        return closed
    if at and token.text[0].isupper():
        return "P"
    if low == "to":
        return _to(tokens, at, prior)
    if low in _NUMBERS and not (low == "double" and (prior == "to" or prior in MODALS)):
        return "#"
    if low in DETERMINERS:
        return "Y" if low in _POINTERS and _verbal(following) else "D"
    if low in {"over", "under", "above", "below", "around", "about"} and (
        prior in {"and", "or"} or (prior in {"", ";"} and re.match(r"[$€£]?\d", following) and not _timed(tokens, at))
    ):
        return "R"
    if low in PREPOSITIONS or low == "per" or (low == "because" and following == "of"):
        return "I"
    if low in PARTICLES and verb_forms().get(prior):
        return "c"
    if low in ADVERBS or low in _ADVERBS:
        return "R"
    if following == "than" and low.endswith("er"):
        return "A"
    if low in verb_forms():
        return "?"
    return _by_ending(token, at)


def _closed(low: str, prior: str, following: str) -> str:
    """Words of closed classes; "" for others."""
    if low in {"not", "never"}:
        return "X"
    if low in BE:
        return "b" if low in {"be", "been", "being"} else "B"
    if low in HAVE:
        return "G" if low == "having" else "H"
    if low in MODALS and not (low == "may" and prior in PREPOSITIONS | DETERMINERS):
        return "M"
    if low in {"do", "does", "did"}:
        return "O"
    if low in {"and", "or", "nor"}:
        return "C"
    if low in {"but", "yet", "so"}:
        return "K" if prior in {",", ";"} or (low == "but" and prior) else "R"
    if low in {"since", "after", "before", "until"} and re.fullmatch(r"(?:19|20)\d\d", following):
        return "I"
    if low in _EITHER and not (low == "as" and following in {"well", "many", "much", "of"}):
        return "J"
    if low in _LINK and not (low == "because" and following == "of"):
        return "L"
    if low in _ASKS:
        return "D" if low == "that" and following in {"year", "month", "day", "period", "time", "same"} else "Q"
    if low in {"which", "who", "whom", "whose", "where"}:
        return "W"
    if low == "there":
        return "Y" if following in BE | MODALS else "R"
    return "Y" if low in _PRONOUNS else ""


def _to(tokens: tuple[Token, ...], at: int, prior: str) -> str:
    ahead = at + 1
    while ahead < len(tokens) and tokens[ahead].low.endswith("ly") and len(tokens[ahead].text) > 4:
        ahead += 1
    if ahead >= len(tokens) or not tokens[ahead].text[0].islower():
        return "I"
    low = tokens[ahead].low
    if low in {"be", "have", "do"}:
        return "T"
    base = any(form == "base" for _, form in verb_forms().get(low, ()))
    if not base or prior in {"according", "due", "owing", "compared", "contrary", "access", "response"}:
        return "I"
    if is_adjective(low) and any(_TOWARDS.match(t.low) for t in tokens[max(0, at - 8) : at]):
        return "I"  # attributed to lower limits
    if low in nouns_too() and ahead + 1 < len(tokens):
        after = tokens[ahead + 1]
        opens = after.low in DETERMINERS or after.low in PREPOSITIONS - {"of"} or not after.text[0].islower()
        return "T" if opens or after.low.endswith("s") or is_adjective(after.low) else "I"
    return "T"


def _timed(tokens: tuple[Token, ...], at: int) -> bool:
    """Over 14 months, …: a span of time, not an amount."""
    return any(
        re.match(r"(?:year|month|week|day|hour|minute|season|decade)s?$", t.low) for t in tokens[at + 2 : at + 4]
    )


def _verbal(word: str) -> bool:
    """Whether a word is a plain sign that a verb group begins."""
    return word in BE | HAVE | MODALS | {"do", "does", "did"}


def _by_ending(token: Token, at: int) -> str:
    low = token.low
    if low in _ING_NOUNS:
        return "S" if low.endswith("ings") else "N"
    if low.endswith("ly") and len(low) > 4 and low not in _LY_NOUNS:
        return "A" if low in _LY_ADJECTIVES else "R"
    if low.endswith("ing") and len(low) > 5:
        return "?"
    if "-" in low and re.search(r"-(?:[a-z]+ed|[a-z]+ing|led|made|built|run|held|owned)$", low):
        return "A"
    if low.endswith("ed") and len(low) > 4 and not low.endswith(("eed", "hundred")):
        return "?"
    if is_adjective(low):
        return "A"
    if re.search(r"-(?:based|led|old|wide|long|free|style|term|scale|speed|related|year|sized)$", low):
        return "A"
    plural = low.endswith("s") and not low.endswith(("ss", "us", "is", "'s"))
    return "S" if plural or low in {"people", "women", "men", "children", "data", "police"} else "N"


def _verb_or_not(tokens: tuple[Token, ...], rough: list[str], at: int) -> str:
    """The tag of a form of a verb by what stands before it; `v` (past) and `z` (third, base) where the clause decides."""
    names, prior, low = forms_of(tokens[at].low), prior_tag(rough, at), tokens[at].low
    straight = rough[at - 1] if at else ""
    if "gerund" in names:
        noun = low in _ING_NOUNS or straight in tuple("DA") or (straight == "#" and rough[at - 1 : at])
        return "N" if noun and prior not in tuple("Bb") else "G"
    if low == "aged":
        return "E"
    if names & {"past", "participle"} and names != {"past"}:
        noun = at + 1 < len(tokens) and rough[at + 1] in tuple("NSPA?")
        if straight == "#" and not noun:
            straight = "N"
        if prior in tuple("BbH"):
            return "E"
        if straight in {"", "D", "A", "#", "I", "T", ","} and not ("base" in names and straight == "T"):
            return "E" if straight in {",", ""} else "A"
        if "base" in names and prior in tuple("MTO"):
            return "U"
        return "v" if "past" in names else "E"
    if names == {"past"}:
        return "A" if straight in tuple("DA") else "V"
    if "base" in names:
        if prior in tuple("MTO"):
            return "U"
        if straight in tuple("DAI#") or prior in tuple("VUEGBbH") or not at:
            return "N" if low in nouns_too() or not is_adjective(low) else "A"
        return "z"
    if straight in tuple("DAI#") or (prior in tuple("VUGBb") and straight not in {"C", "R"}) or not at:
        return "S"
    return "z"
