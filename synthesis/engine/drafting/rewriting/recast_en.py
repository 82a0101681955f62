"""Phrases of an English sentence recast: participles as relative clauses and back, what people have, adjectives of a field as
its name, a place as owner, one in ten villages as one village in ten.

Edits inside a sentence; words keep their stems. Not for whole clauses (`clauses_en`), nor for compounds (`nouns_en`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.inflect_en import singular
from synthesis.engine.drafting.rewriting.people_en import is_person
from synthesis.engine.drafting.rewriting.rows_en import edits_by, rows
from synthesis.engine.drafting.rewriting.tagging_en import (
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    Token,
    is_adjective,
    is_function,
    tokens_of,
    verb_forms,
)
from synthesis.engine.patterns import lazy_pattern

# Participles that stand before a noun and can stand behind it as what is done to it; what they say of it is no quality.
_DONE = frozenset(
    "returned outsourced stacked imported exported recycled installed registered certified subsidised automated connected treated delivered abandoned published insured"
    " collected processed donated purchased rented leased planted harvested cultivated vaccinated screened digitised archived stored recorded reported financed funded"
    " licensed regulated inspected audited restored renovated refurbished converted irrigated discarded unsold repaired sorted tested monitored sponsored"
    " recruited employed trained invited interviewed surveyed examined affected injured displaced detained confiscated seized smuggled cancelled postponed completed planned"
    " proposed adopted approved rejected amended required requested ordered produced manufactured assembled packaged shipped transported consumed reused".split()
)
_FIELD = {
    "industrial": "in industry", "agricultural": "in agriculture", "residential": "in homes", "municipal": "at municipal level", "regional": "in the region",
    "European": "in Europe", "African": "in Africa", "Asian": "in Asia", "Chinese": "in China", "German": "in Germany", "French": "in France",
    "British": "in Britain", "Japanese": "in Japan", "Indian": "in India", "American": "in America", "rural": "in rural areas", "urban": "in urban areas",
    "coastal": "on the coast", "domestic": "at home", "foreign": "from abroad", "overseas": "from abroad", "worldwide": "around the world",
}  # fmt: skip
_FIELD_HEADS = frozenset(
    "communities residents households families schools hospitals clinics hotels villages districts roads libraries museums markets producers manufacturers makers companies firms"
    " farmers workers employees consumers customers retailers operators suppliers investors banks universities cities towns ports airports factories plants users buyers sellers"
    " growers drivers patients teachers pupils students women men children people customers visitors tourists competitors rivals owners dealers traders exporters importers".split()
)
_NUMBERS = "two three four five six seven eight nine ten eleven twelve twenty fifty hundred"


def _ends_phrase(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun phrase ends before the token at `at`."""
    if at >= len(tokens):
        return True
    word = tokens[at]
    low = word.low
    if not word.is_word:
        return word.text in {",", ";", ")", "."}
    if (
        low in BE
        or low in HAVE
        or low in MODALS
        or low in {"and", "or", "but", "because", "while", "although", "as", "when", "if"}
    ):
        return True
    return (low in PREPOSITIONS and low != "of") or any(
        form in {"past", "third"} for _, form in verb_forms().get(low, ())
    )


def is_many(noun: str) -> bool:
    return (noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics"))) or noun in {
        "people",
        "women",
        "men",
        "children",
    }


_QUALIFIES = frozenset("licensed qualified skilled trained registered certified experienced retired educated".split())


def participle_edits(text: str) -> Iterator[Edit]:
    """every returned parcel → every parcel that is returned."""
    tokens = tokens_of(text)
    for at, token in enumerate(tokens[:-1]):
        if token.text not in _DONE or (at and tokens[at - 1].low in BE | HAVE | {"to"}):
            continue
        end = at + 1
        while (
            end < len(tokens)
            and end - at <= 2
            and re.fullmatch(r"[a-z]+", tokens[end].text)
            and not is_function(tokens[end].text)
        ):
            end += 1
        prior = tokens[at - 1].low if at else ""
        noun = tokens[end - 1].text
        led = (
            prior in DETERMINERS
            or prior in PREPOSITIONS
            or prior[:1].isdigit()
            or prior in {"", "and", "or", "per"}
            or (at and is_adjective(prior))
        )
        # imported handsets and servers: both may be; a proposed levy on fuel: the levy has more to it
        joined = end < len(tokens) and (tokens[end].low in {"and", "or"} or tokens[end].low in PREPOSITIONS)
        if joined or end == at + 1 or not led or not _ends_phrase(tokens, end) or noun.endswith(("ly", "ing")):
            continue
        if noun in {"terms", "amounts", "figures", "time"} or token.text in _QUALIFIES:
            continue  # in reported terms; licensed officers are a kind of officers
        one = prior in {"a", "an", "every", "each", "one", "per", "another"}
        if not one and not is_many(noun):
            continue
        phrase = text[tokens[at + 1].start : tokens[end - 1].end]
        which = "who" if is_person(noun) else "that"
        yield Edit(token.start, tokens[end - 1].end, f"{phrase} {which} {'is' if one else 'are'} {token.text}", 2)


def whiz_edits(text: str) -> Iterator[Edit]:
    """the material collected in containers is … → the material that is collected in containers; in the tense of the sentence."""
    tokens = tokens_of(text)
    past = any(t.low in {"was", "were"} for t in tokens)
    now = any(t.low in {"is", "are", "has", "have", "can", "may", "will"} for t in tokens)
    if past == now:
        return
    for at in range(1, len(tokens) - 1):
        token, prior, following = tokens[at], tokens[at - 1], tokens[at + 1]
        if [t.low for t in tokens[at + 1 : at + 3]] == ["on", "average"]:
            continue  # the plant consumed on average 2.9
        if not any(form == "participle" for _, form in verb_forms().get(token.text, ())) or following.low not in {
            "in",
            "by",
            "at",
            "on",
            "for",
            "under",
            "from",
        }:
            continue
        if (
            not re.fullmatch(r"[a-z]+", prior.text)
            or is_function(prior.text)
            or prior.text.endswith(("ly", "ing", "ed"))
            or verb_forms().get(prior.text, (("", ""),))[0][1] in {"past", "third"}
        ):
            continue
        rest = tokens[at + 1 :]
        later = next(
            (i for i, t in enumerate(rest) if t.low in BE | HAVE | MODALS and t.low not in {"be", "been", "being"}),
            None,
        )
        if later is None or any(
            t.text in {",", ";"} or t.low in {"and", "but", "that", "which", "who", "because", "while", "although"}
            for t in rest[:later]
        ):
            continue
        which = "who" if is_person(prior.text) else "that"
        be = ("were" if past else "are") if is_many(prior.text) else ("was" if past else "is")
        yield Edit(token.start, token.end, f"{which} {be} {token.text}", 1)


_TAKES_WITH = lazy_pattern(
    r"\b(?:pair|match|mix|combin|link|connect|provid|equip|shar|compar|replac|suppl|fit|reward|charg|entrust|associat|integrat|align|partner|cooperat|compet|fill|load|coat|treat|present|serv)(?:e|es|ed|s|y|ies|ied|ing|ted|ting|ched|ches)?\b"
)


def having_edits(text: str) -> Iterator[Edit]:
    """visitors with reduced mobility → visitors who have reduced mobility; patients without insurance → who have no insurance is left alone."""
    for match in re.finditer(r"\b(?P<n>[A-Za-z]+) with (?=(?:(?:a|an) )?(?:[a-z-]+ ){0,2}(?P<h>[a-z]{4,}))", text):
        noun = match.group("n")
        if not is_many(noun) or noun.lower() in {
            "deals",
            "trades",
            "contracts",
            "agreements",
            "links",
            "ties",
            "problems",
            "partnerships",
            "experiments",
            "treaties",
            "talks",
            "contacts",
        }:
            continue
        before = text[: match.start()].rstrip().rsplit(" ", 1)[-1].lower()
        if re.match(r"(?:\w+ing|\w+ed|each|one|up|of|to|its|their|the) ", text[match.end() :]) or verb_forms().get(
            before
        ):
            continue
        if _TAKES_WITH.search(re.split(r"[,.;:] ", text[: match.start()])[-1]):
            continue  # pairs volunteers with patients
        which = "who" if is_person(noun) else "that"
        if which == "that" and not re.search(
            r"(?:companies|firms|countries|cities|schools|villages|regions|hospitals|houses|homes|farms|museums|municipalities|households|communities|clinics|hotels|shops|towns|districts)$",
            noun.lower(),
        ):
            continue
        yield Edit(match.start(), match.end(), f"{noun} {which} have ", 1)


def lacking_edits(text: str) -> Iterator[Edit]:
    """workers without a degree → workers who have no degree; people only, where nothing tells of the past."""
    if re.search(r"\b(?:was|were|had|did|[a-z]{3,}ed|fell|rose|grew|lost|left|took|made|found)\b", text):
        return
    for match in re.finditer(r"\b(?P<n>[A-Za-z]+) without (?:an? |any )?(?=(?:[a-z-]+ ){0,2}[a-z]{4,})", text):
        follows = text[match.end() :].split(" ", 1)[0]
        if is_many(match["n"]) and is_person(match["n"]) and not follows.endswith("ing") and not is_function(follows):
            before = text[: match.start()].rstrip().rsplit(" ", 1)[-1].lower()
            if not before or is_function(before) or is_adjective(before) or before[:1].isdigit():
                yield Edit(match.start(), match.end(), f"{match['n']} who have no ", 1)


def field_edits(text: str) -> Iterator[Edit]:
    """rural communities → communities in rural areas; European producers → producers in Europe."""
    for match in re.finditer(
        r"\b(?P<a>[A-Z]?[a-z]+) (?P<n>[a-z]+)(?=[,.;]|$| (?:are|were|have|had|can|could|may|might|will|must|and|but|to|by|from|because|while|with|at|who)\b)",
        text,
    ):
        where = _FIELD.get(match.group("a"))
        if where is None or match.group("n") not in _FIELD_HEADS:
            continue
        prior = text[: match.start()].rstrip().rsplit(" ", 1)[-1].lower()
        if (
            match.group("a") in {"domestic", "municipal"}
            or prior in {"and", "or", "most"}
            or (match.group("a") == "foreign" and not match.group("n").endswith("ers"))
        ):
            continue
        if not prior or prior in DETERMINERS or prior in PREPOSITIONS or prior[:1].isdigit() or prior.endswith(","):
            yield Edit(match.start(), match.end(), f"{match.group('n')} {where}", 2)
    for match in re.finditer(
        r"^(?P<a>Industrial|Agricultural|Rural|Urban|Coastal) (?P<n>[a-z]+)(?= (?:are|were|have|had|can|could|may|might|will|must|with|who)\b)",
        text,
    ):
        if match.group("n") in _FIELD_HEADS:
            yield Edit(
                match.start(), match.end(), f"{match.group('n').capitalize()} {_FIELD[match.group('a').lower()]}", 2
            )


def place_edits(text: str) -> Iterator[Edit]:
    """the population of Westmark → Westmark's population, and back; only one plain noun."""
    for match in re.finditer(
        r"\bthe (?P<x>(?:[a-z]+ )?(?:population|economy|government|parliament|capital|market|coast|exports|imports|budget|workforce|households|residents|industry|output|grid|network|farmers|hospitals|schools|cities|regions)) of (?P<p>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?![\w'])(?! (?:[A-Z]|and [A-Z]))",
        text,
    ):
        yield Edit(match.start(), match.end(), f"{match.group('p')}'s {match.group('x')}", 1)
    for match in re.finditer(
        r"(?<![\w'] )\b(?P<p>[A-Z][a-z]+)'s (?P<x>(?:population|economy|parliament|capital|exports|imports|budget|workforce|industry|output))\b(?= [a-z]|[,.;]|$)",
        text,
    ):
        yield Edit(match.start(), match.end(), f"the {match.group('x')} of {match.group('p')}", 1)


def portion_edits(text: str) -> Iterator[Edit]:
    """one in ten museums → one museum in ten; four in five parents → four out of five parents."""
    for match in re.finditer(
        rf"\b(?P<one>[Oo]ne) in (?P<n>{_NUMBERS.replace(' ', '|')}) (?P<x>[a-z]+s)\b(?= (?!(?:of|it|them|this|that|the|an?|its|their|his|her|to)\b)[a-z]|[,.;]|$)",
        text,
    ):
        if is_many(match.group("x")) and not is_adjective(match.group("x")) and not verb_forms().get(match.group("x")):
            yield Edit(
                match.start(),
                match.end(),
                f"{match.group('one')} {singular(match.group('x'))} in {match.group('n')}",
                1,
            )
    for match in re.finditer(
        rf"\b(?P<m>two|three|four|five|six|seven|eight|nine) in (?P<n>{_NUMBERS.replace(' ', '|')})\b", text
    ):
        yield Edit(match.start(), match.end(), f"{match.group('m')} out of {match.group('n')}", 1)


# Set turns of phrase, ages, comparisons of years.
_ROWS = rows(
    (
        (r"\b[Dd]isabled people\b", (("people with disabilities", 1),)),
        (r"\bpeople with disabilities\b", (("disabled people", 1),)),
        (r"\baged over (\d\d)\b", ((r"over the age of \1", 1), (r"older than \1", 1))),
        (r"\baged under (\d\d)\b", ((r"under the age of \1", 1), (r"younger than \1", 1))),
        (r"\brather than(?= (?:the|an?|its|their|his|her|this|these|those|any|[a-z]+ing)\b)", (("instead of", 1),)),
        (
            r"\bthe ((?:two|three|four|five|six|seven|eight|nine|ten|\d+)) (largest|biggest|smallest|leading|top|main|richest|poorest) ([a-z]+s|[a-z]+ [a-z]+s)\b",
            ((r"the \2 \1 \3", 1),),
        ),
        (r"\bcompared with ((?:19|20)\d\d)\b", ((r"against \1", 1),)),
        (r"\ba year earlier\b", (("the year before", 1), ("one year earlier", 1))),
        (r"\bin the previous year\b", (("the year before", 1),)),
        (r"\bin the same (year|month|period)\b", ((r"that same \1", 1),)),
        (
            r"\b(\d+|two|three|four|five|six|ten|twelve)-(year|month|day|week|hour) (agreements?|contracts?|plans?|programmes?|licences?|leases?|terms?|warrant(?:y|ies)|bans?|projects?|periods?|courses?|loans?|delays?|trials?|stud(?:y|ies))\b(?=[,.;]|$| (?:in|of|for|with|and|was|is)\b)",
            ((r"\3 of \1 \2s", 2),),
        ),
        (r"\bonly (?=\d[\d.,]*(?: per cent|%| (?:of|[a-z]+s)\b))", (("no more than ", 1), ("just ", 1))),
        (r"\bjust (?=\d[\d.,]*(?: per cent|%| (?:of|[a-z]+s)\b))", (("only ", 1),)),
        (r"\bmore than half of\b", (("over half of", 1),)),
        (r"\bmore than half of(?= (?:the|its|their|these|those)\b)", (("more than half", 1),)),
        (r"\bnot yet been\b", (("still not been", 2),)),
        (r"\bas well\b(?=[:,.;]|$)", (("too", 1),)),
        (r"\bin the long run\b", (("over the long term", 1),)),
        (r"\b([Hh])alf of the\b", ((r"\1alf the", 1),)),
        (r"\bmore confident in\b", (("more at ease in", 2),)),
        (r"\bmost of the(?= (?:[a-z]+ )?[a-z]+[^sui]s\b)", (("the majority of the", 2),)),
        (r"\bper tonne\b", (("a tonne", 1),)),
        (r"\bper kilogram\b", (("a kilogram", 1),)),
        (r"\bper hectare\b", (("a hectare", 1),)),
    )
)


def edits_of(text: str) -> Iterator[Edit]:
    """All of these."""
    yield from participle_edits(text)
    yield from whiz_edits(text)
    yield from having_edits(text)
    yield from lacking_edits(text)
    yield from field_edits(text)
    yield from place_edits(text)
    yield from portion_edits(text)
    yield from edits_by(_ROWS, text)
