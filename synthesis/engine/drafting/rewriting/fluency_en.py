"""Whether an English sentence of the composer reads as one: articles, doubled words, ends, capitals.

Looks at the sentence alone. Not for meaning; that is `verify`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.lexicon.geography import parts_of
from synthesis.engine.drafting.rewriting import stock_en, terms_en, vocabulary_en
from synthesis.engine.drafting.rewriting.inflect_en import plural
from synthesis.engine.drafting.rewriting.nouns_en import COUNTED, UNCOUNTED
from synthesis.engine.drafting.rewriting.tagging_en import is_adjective, verb_forms
from synthesis.engine.patterns import lazy_pattern

SHORTEST, LONGEST = 5, 55  # words of a sentence of a draft
_SMALL = "of in on for to by with from at as than into about per the a an and or but that which who whose if because while although though since"
_DOUBLED = lazy_pattern(r"\b(\w+) \1\b", re.IGNORECASE)
_PREPOSITIONS = r"(?:of|in|on|for|by|with|from|at|as|into|than)"
_CLASH = lazy_pattern(
    rf"\b{_PREPOSITIONS} (?:of|by|for|with|into|at|as)\b(?! (?:\w+ing|much|many|least|most|well))|\bthe (?:the|a|an)\b|\ban? (?:the|an?)\b"
    r"|\b(?:to|can|could|may|might|will|would|must) (?:is|are|was|were|has|had|does|must|can|may|will)\b|\bmore (?:harder|easier|costlier|dearer|cheaper)\b"
    r"|\b(?:while|although|though|as|because|since|if|when) owing to\b|\beven provided that\b|\bhave to to\b|\bis (?:are|was|were)\b|\bare (?:is|was|were)\b|\bnumber of of\b|\bmajority of of\b",
    re.IGNORECASE,
)
_ADVERBS = lazy_pattern(
    r"\b(?:consequently|therefore|thus|accordingly|typically|usually|normally|frequently|often|largely|mainly|chiefly|considerably|markedly) (?:[a-z]{4,}ly|often|seldom)\b(?! \w+ly\b)"
)
_ENDS = lazy_pattern(rf"\b(?:{_SMALL.replace(' ', '|')})$", re.IGNORECASE)
_ARTICLE = lazy_pattern(r"(?<!['’-])\b([Aa]n?) (?=([A-Za-z]+|\d+))")
_VOWEL = lazy_pattern(r"[aeiou]|hour|honest|honour|heir|8|11(?!\d)|18(?!\d)", re.IGNORECASE)
_GLIDE = lazy_pattern(
    r"eu|one\b|one-|once|ewe|uni(?!m|n)|us(?:e|a|u)|ut(?:i|e|r)|u[kb]", re.IGNORECASE
)  # a unit, a European, a one-off


def with_articles(text: str) -> str:
    """`text` with a and an as the next word wants them."""

    def one(match: re.Match[str]) -> str:
        word = match.group(2)
        wants = bool(_VOWEL.match(word)) and not _GLIDE.match(word)
        if word.isupper() and 1 < len(word) < 5:
            wants = word[0] in "AEFHILMNORSX"
        return f"{match.group(1)[0]}{'n' if wants else ''} "

    return _ARTICLE.sub(one, text)


_ENDINGS = lazy_pattern(
    r"(?:tion|sion|ment|ness|ance|ence|ity|ship|ings?|ers|ors|ists|ants|ents|ies|ves|ial|ical|ional|ive|ous|ful|less|able|ible|ed|ary|ics|age|ages|ures?|ways|hips)$"
)
_NAMES = frozenset(
    "Netherlands States Emirates Philippines Wales Paris Texas Nations Kingdom Union Beijing Illinois".split()
)
_KNOWN = frozenset(
    "people women men workers drivers families farmers children students older younger elderly rural urban mobile digital online wireless solar wind"
    " heat energy power water food farm crop soil glass steel plastic paper yield price cost wage labour driver parcel market retail bank credit trade"
    " tax public private local national global foreign domestic new large small high low long short local research care home health city street car bus"
    " train ship freight cargo port air road rail fuel gas oil coal data cloud chip test thermal hybrid smart remote machine field trial pilot volunteer"
    " migrant community school university teacher student patient hospital nurse doctor currency venture merchant agent lender investor developer analyst"
    " minister regulator judge court law rule standard permit licence grid network cable battery storage plant factory plane hotel tourist visitor guest"
    " advanced precise average annual monthly daily total nearly almost roughly congestion insurance household consumer customer user buyer seller"
    " material product process tool device sensor robot drone camera satellite software hardware platform service system model method cross-border"
    " third-party first second third last early late higher lower rising falling growing open closed final main key major minor common".split()
)


@lru_cache(maxsize=1)
def _stock() -> frozenset[str]:
    """General nouns and adjectives of the tables of exchanges, singular and plural: no names."""
    rows = "\n".join(table.NOUNS + table.OTHERS for table in (terms_en, vocabulary_en, stock_en))
    keys = (key for row in re.split(r"\n+| \| ", rows) for key in row.partition(" = ")[0].split())
    words = {w for w in keys if re.fullmatch(r"[a-z]{3,}", w)} | {*UNCOUNTED, *COUNTED}
    return frozenset({*words, *map(plural, words)})


def is_common(word: str, following: str) -> bool:
    """Whether a sentence's first word is a common one, by its ending, a short list, or a plural before a verb."""
    low = word.lower()
    if word in _NAMES or parts_of(word):
        return False  # France, by its ending, would be a quality
    if low in _KNOWN or low.removesuffix("s") in _KNOWN or low in _stock() or ("-" in word and word[1:].islower()):
        return True
    if (_ENDINGS.search(low) and len(low) > 4) or (is_adjective(low) and re.match(r" [a-z]", following)):
        return True
    plain = re.match(r" ([a-z]+)", following)
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and plain:  # Experts hold; Conflicts over
        forms = {form for _, form in verb_forms().get(plain.group(1), ())}
        if plain.group(1) in {"over", "about", "between", "on", "for", "from", "among"} or (
            "base" in forms and not forms & {"past", "third"}
        ):
            return True
    return (
        low.endswith("s")
        and not low.endswith(("ss", "us", "is"))
        and bool(re.match(r"(?: [a-z]+)? (?:are|were|have|can|may|often|that|who|in|of|with)\b", following))
    )


# What a word put for another can make where it stands: verbs without a passive or an object, a bound, a number.
_MADE = lazy_pattern(
    r"\b(?:was|were|been|being|is|are|be) (?:climbed|risen|fallen|declined|soared|surged|plunged|slumped)\b"
    r"|\bamount(?:s|ed|ing)? to \d[\d.]*(?: per cent|%)|\bwork(?:s|ed|ing)? \d|\ball of the (?:[a-z-]+ ){1,4}(?:was|is|has) "
    r"|\bby only [A-Z]|\b(?:aims?|targets?|goals?|limits?|ceilings?|thresholds?|quotas?) (?:[a-z]+ ){0,5}(?:came|comes|amounted|amounts) to\b"
    r"|; (?:includes?|covers?|follows?|leaves|leads) |\bcame of the\b|\bwhen (?:it|they|this) came to \d|\b(?:each|every) \w+ got\b"
)


def strange(text: str) -> str:
    """Why `text` is no sentence a supervisor would leave standing, "" when nothing is found."""
    body = text.rstrip(".")
    words = body.split()
    if not SHORTEST <= len(words) <= LONGEST:
        return "length"
    if not re.match(r"[A-Z\d$€£“\"]", body):
        return "capital"
    doubled = _DOUBLED.search(body)
    if doubled and not re.fullmatch(r"that|had|\d+", doubled.group(1).lower()):
        return "doubled"
    if _CLASH.search(body) or _ADVERBS.search(body):
        return "clash"
    if _ENDS.search(body):
        return "end"
    if _MADE.search(body):
        return "made"
    if (
        body.count("(") != body.count(")")
        or body.count("“") != body.count("”")
        or re.search(r"[,;]{2}|^[,;]|[,;]$| ,", body)
    ):
        return "marks"
    if re.search(r"\b(?:are|were) \w+ed by [a-z]+s? (?:is|are|was|were)\b", body):
        return "clash"
    if re.match(r"(?!.*\b(?:instead of|[Rr]ather)\b)(?:[^,;]|,(?=\d))* instead[,;]", body):
        return "instead of nothing"  # what it stands in place of comes behind it, or not at all
    if len(re.findall(r"\b(?:however|yet|whereas|although|though|but)\b", body, re.IGNORECASE)) > 1:
        return "turned twice"
    return ""
