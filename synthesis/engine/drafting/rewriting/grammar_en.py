"""Words of grammar in an English sentence said otherwise: can as be able to, that as which, prepositions that stand for each
other behind certain nouns, small whole numbers written out, the joints of time.

Edits inside a sentence that leave every noun and verb of the matter alone. Not for words with a meaning of their own; see
`swaps_en`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.rows_en import edits_by, rows, spelled
from synthesis.engine.drafting.rewriting.tagging_en import (
    DETERMINERS,
    LINKS,
    PREPOSITIONS,
    Token,
    is_adjective,
    is_function,
    tokens_of,
    verb_forms,
)
from synthesis.engine.patterns import lazy_pattern

_NOT_RELATIVE = frozenset(
    "fact view claim evidence idea condition hope fear belief conclusion risk chance possibility likelihood assumption argument notion impression doubt extent grounds basis news rule"
    " requirement principle suggestion proposal promise assertion signs sign proof concern concerns guarantee estimate so such now given provided".split()
)
_PEOPLE = lazy_pattern(
    r"(?:people|women|men|children|adults|(?:ers|ors|ists|ants|ees|ents|ians)|parents|mothers|fathers|staff)$"
)
_ABOUT = frozenset(
    "verdict decision debate dispute discussion agreement information data report study research opinion view law rule guidance talk question conflict controversy disagreement advice"
    " directive statistic survey literature legislation negotiation consultation".split()
)
_WORDS = {
    13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty",
    50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
}  # fmt: skip
_COUNTED = r"(?:months|years|weeks|days|hours|minutes|seconds|countries|cities|towns|villages|companies|firms|schools|hospitals|clinics|farms|museums|libraries|people|participants|patients|volunteers|respondents|households|families|states|regions|provinces|municipalities|projects|pilots|sites|plants|stations|factories|shops|universities|sensors|machines|vehicles|ships|aircraft)"


def able_edits(text: str) -> Iterator[Edit]:
    """Drones can detect → drones are able to detect; only where the subject's number is plain."""
    tokens = tokens_of(text)
    for at, token in enumerate(tokens[:-1]):
        if (
            token.low != "can"
            or not at
            or tokens[at + 1].low in {"be", "not", "also", "only", "now", "then", "still", "even", "already"}
            or not tokens[at + 1].is_word
        ):
            continue
        many = _subject_many(tokens, at)
        if many is not None:
            yield Edit(token.start, token.end, "are able to" if many else "is able to", 2)


def _subject_many(tokens: tuple[Token, ...], at: int) -> bool | None:
    """Whether the subject before the verb at `at` is plural; None when it cannot be told."""
    low = at
    while low and tokens[low - 1].text not in {",", ";", ":"} and tokens[low - 1].low not in LINKS - {"and", "or"}:
        low -= 1
    end = low
    while end < at and not (
        tokens[end].low in PREPOSITIONS
        or tokens[end].low in {"and", "or", "to"}
        or any(f in {"participle", "gerund"} for _, f in verb_forms().get(tokens[end].text, ()) if end > low)
    ):
        end += 1
    if end == low or not tokens[end - 1].is_word or tokens[low].low in PREPOSITIONS:
        return None
    if end < at and tokens[end].low in {"and", "or"}:
        return None
    head, first = tokens[end - 1].low, tokens[low].low
    if first in {"a", "an", "every", "each", "this", "that", "one"}:
        return False
    if first in {"these", "those", "many", "several", "most", "few", "they", "we", "both"}:
        return True
    if head.endswith("s") and not head.endswith(("ss", "us", "is", "ics")):
        return True
    return None


_SPAN = lazy_pattern(r"(?:second|minute|hour|day|week|month|quarter|year|decade|time)s?$")


_SAYS = frozenset(
    "say says said state states stated announce announces announced report reports reported warn warns warned caution cautions cautioned note notes noted add adds added stress stresses stressed estimate estimates estimated find finds found show shows showed suggest suggests suggested argue argues argued".split()
)


def which_edits(text: str) -> Iterator[Edit]:
    """the premium that farmers obtain → the premium which farmers obtain, the premium farmers obtain; things only."""
    tokens = tokens_of(text)
    for at in range(2, len(tokens) - 2):
        token, prior, following = tokens[at], tokens[at - 1], tokens[at + 1]
        if (
            token.low != "that"
            or following.low in PREPOSITIONS
            or not re.fullmatch(r"[a-z]{3,}", prior.text)
            or is_function(prior.text)
            or prior.text in _NOT_RELATIVE
            or any(t.low in _SAYS for t in tokens[max(0, at - 5) : at])  # said on its website that
            or _SPAN.match(prior.text)  # it confirms every twelve months that they need it
        ):
            continue
        before = tokens[at - 2].low
        if verb_forms().get(prior.text) and not (before in DETERMINERS or is_adjective(before)):
            continue  # they say that: no relative
        if is_adjective(prior.text) or prior.text.endswith(("ly", "ing", "ed")) or _PEOPLE.search(prior.text):
            continue
        if not (
            before in DETERMINERS
            or before in PREPOSITIONS
            or before in {"and", "or"}
            or (re.fullmatch(r"[a-z]+", before) and prior.text.endswith("s"))
        ):
            continue
        yield Edit(token.start, token.end, "which", 1)
        if following.low in {"they", "we", "he", "she"} or (
            following.text.endswith("s") and not verb_forms().get(following.text) and not is_function(following.text)
        ):
            yield Edit(token.start, following.start, "", 1)


def about_edits(text: str) -> Iterator[Edit]:
    """verdicts on the status of drivers → verdicts concerning the status of drivers."""
    for match in re.finditer(
        r"\b(?P<n>[a-z]+) (?P<p>on|about) (?=(?:the |how |whether |who |what )?[a-z])(?![a-z]+ing\b)", text
    ):
        if (
            match.group("n").removesuffix("s") not in _ABOUT
            and match.group("n").removesuffix("ies") + "y" not in _ABOUT
        ):
            continue
        follows = text[match.end() :].split(" ", 1)[0]
        if follows in {"average", "time", "servers", "computers", "paper", "site", "line"}:
            continue
        made = "over" if follows in {"how", "whether", "who", "what"} else "concerning"
        yield Edit(match.start("p"), match.end("p"), made, 1)


# For 14 months → for fourteen months: whole numbers of things, written out as a long text may.
_WHOLE = lazy_pattern(
    rf"(?<![\d.,$€£–-])(?<!to )(?<!and )(?<!from )\b(\d\d) (?=(?:[a-z]+ )?{_COUNTED}\b)(?!(?:per|to|and|or)\b)"
)
_ROWS = rows(
    (
        (r"\bby up to (?=[$€£a-z\d])", (("by as much as ", 1), ("by a maximum of ", 2))),
        (
            r"\bup to (?=(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:days|weeks|months|years|hours|minutes))",
            (("as long as ", 2),),
        ),
        (r"\bsee (?=(?:[a-z]+ ){1,4}as (?:a|an|the)\b)", (("regard ", 1), ("view ", 1))),
        (r"\bsees (?=(?:[a-z]+ ){1,4}as (?:a|an|the)\b)", (("regards ", 1), ("views ", 1))),
        (r"\bsaw (?=(?:[a-z]+ ){1,4}as (?:a|an|the)\b)", (("regarded ", 1), ("viewed ", 1))),
        (r"\bwhen it (?:is|becomes) (?=[a-z]+ed\b)", (("when ", 1),)),
        (r"\bbecause of their\b", (("owing to their", 1),)),
        (r"\bon average (\d[\d.,]*)", ((r"an average of \1", 1),)),
        (r"\ba further (?=(?:two|three|four|five|six|ten|\d))", (("another ", 1),)),
        (r"\banother (?=(?:two|three|four|five|six|ten|\d))", (("a further ", 1),)),
        (r"\bthe same (?=(?:number|amount|share|price|rate) (?:of|as)\b)", (("an equal ", 2),)),
        (r"\bin order to\b", (("so as to", 1), ("to", 1))),
        (r"\bso as to\b", (("in order to", 1),)),
        (r"\b(?:both )([a-z]+) and ([a-z]+)\b", ((r"\1 as well as \2", 1),)),
        (r"\beach of the (?=[a-z\d])", (("every one of the ", 2),)),
        (r"\bnone of the\b", (("not one of the", 2),)),
        (r"\bsome of the\b", (("a number of the", 2),)),
        (r"\bfor the most part\b", (("mostly", 1),)),
        (
            r"(?<!\d )(?<!one )(?<!two )(?<!three )(?<!four )(?<!five )(?<!six )(?<!seven )(?<!eight )(?<!nine )(?<!ten )(?<!eleven )\bin the (morning|evening|afternoon)\b",
            ((r"during the \1", 2),),
        ),
        (r"\bwithin (?=(?:minutes|hours|days|weeks|seconds)\b)", (("in a matter of ", 1),)),
        (r"\bwithout (?=the [a-z]+ (?:of|having)\b)", (("in the absence of ", 2),)),
        (r"\bby means of\b", (("using", 1), ("by using", 1))),
        (r"\bin the (?:case|event) of\b", (("with", 2),)),
        (r"\b(?:a|an) ([a-z]+) number of\b(?= [a-z]+s\b)", ((r"\1 numbers of", 2),)),
        (r"\bcame into force\b", (("took effect", 1),)),
        (r"\bcomes into force\b", (("takes effect", 1),)),
        (r"\bas early as (?=\d{4})", (("already in ", 1),)),
        (r"\b([a-z]+s) in which\b", ((r"\1 where", 1),)),
        (r"\ba ([a-z]+) where\b", ((r"a \1 in which", 1),)),
        (r"\bthe way in which\b", (("how", 1),)),
        (r"\bthe reason (?:why|that)\b", (("why", 2),)),
        (r"\bwhether or not\b", (("whether", 1),)),
        (r"\bregardless of\b", (("irrespective of", 1),)),
        (r"\birrespective of\b", (("regardless of", 1),)),
    )
)


def edits_of(text: str) -> Iterator[Edit]:
    """All of these."""
    yield from able_edits(text)
    yield from which_edits(text)
    yield from about_edits(text)
    yield from spelled(_WHOLE, _WORDS, text)
    yield from edits_by(_ROWS, text)
