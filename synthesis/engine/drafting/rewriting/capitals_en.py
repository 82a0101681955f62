"""First words of English sentences that move inside one: which capital is a name's and which the sentence's."""

from __future__ import annotations

import re

from synthesis.engine.drafting.rewriting.fluency_en import is_common
from synthesis.engine.drafting.rewriting.tagging_en import LINKS, PREPOSITIONS

#: As alternatives of a pattern.
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

UNSURE = "\ue000"  # stands before a first word whose capital may be a name's
STOP_NP = frozenset(
    "the a an and or but of in on for to by with from at as is are was were be been has have had that which who this these those their its his her not no only also more most less than when if because while can could may might will would should must".split()
)

_QUANTIFIERS = frozenset(
    "many some several few both each such there all every any half either neither more fewer less another very about around roughly nearly almost only over most one two three four five six".split()
)


def capital(text: str) -> str:
    """`text` as a sentence begins."""
    return text[:1].upper() + text[1:]


def soft(text: str) -> str:
    """`text` to stand inside a sentence: its first word lower-cased when it is a plain function word, marked when it
    may be a name, left alone when it is one by its shape."""
    first = re.match(r"[A-Za-z][\w'-]*", text)
    if not first:
        return text
    word = first.group(0)
    small = word.lower() in STOP_NP or word.lower() in PREPOSITIONS or word.lower() in LINKS
    if small:
        return text[:1].lower() + text[1:]
    if re.match(r" (?:of )?[A-Z][a-z]", text[first.end() :]):
        return text  # Yield Partners, Market Ledger: a name of several words
    if (word.isupper() and len(word) > 1) or re.search(r"[A-Z]", word[1:]) or word == "I":
        return text
    if word.lower() in _QUANTIFIERS:
        return text[:1].lower() + text[1:]
    if is_common(word, text[first.end() : first.end() + 30]):
        return text[:1].lower() + text[1:]
    return UNSURE + text
