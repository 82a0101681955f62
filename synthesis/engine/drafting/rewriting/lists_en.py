"""English lists and what hangs on a noun, the other way round: cleaning and catering → catering and cleaning, operators
supplying homes → operators that supply homes, pipes developed by two laboratories → pipes that two laboratories developed.
Words and their endings only; not for compounds, which are `nouns_en`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.inflect_en import gerund
from synthesis.engine.drafting.rewriting.nouns_en import is_free
from synthesis.engine.drafting.rewriting.people_en import is_person
from synthesis.engine.drafting.rewriting.tagging_en import (
    DETERMINERS,
    PARTICLES,
    PREPOSITIONS,
    Token,
    is_adjective,
    is_function,
    tokens_of,
    verb_forms,
)
from synthesis.engine.drafting.rewriting.tags_en import tags_of
from synthesis.engine.patterns import lazy_pattern

_BY = lazy_pattern(
    r"(?<=[a-z] )(?P<v>[a-z]+) by (?P<n>(?:the |a |an |two |three |four |five |several |many )?(?:[a-z]+ ){0,2}[a-z]+)(?= (?:in|to|on|for|at|and|was|is|were|are|reduced|has|have|had|can|may|might|could)\b|[.;]|,(?![^.;]{0,60} (?:and|or) )|$)"
)


def pair_edits(text: str) -> Iterator[Edit]:
    """cleaning and catering → catering and cleaning: single nouns of one number behind a preposition, verb or article."""
    tokens = tokens_of(text)
    for at in range(2, len(tokens) - 1):
        if tokens[at].low not in {"and", "or"}:
            continue
        first, second, prior = tokens[at - 1], tokens[at + 1], tokens[at - 2]
        following = tokens[at + 2].low if at + 2 < len(tokens) else ""
        if any(t.low == "between" for t in tokens[max(0, at - 8) : at]):
            continue  # between plastics in water and disease: what it joins lies further back
        if following in {"of", "or", "and"} or first.low == "cent":
            continue  # 22 per cent and tilt or crack meters; chemistry and state of health: the second alone may be of it
        if not (is_free(first) and is_free(second)) or is_adjective(first.text) != is_adjective(second.text):
            continue
        if (
            first.text.endswith("s") != second.text.endswith("s")
            or re.search(r"ed$", first.text)
            or re.search(r"ed$", second.text)
        ):
            continue
        led = bool(verb_forms().get(prior.low)) and not prior.low.endswith("ing")
        opens = (
            led
            or prior.low in (PREPOSITIONS | {"the", "their", "its"}) - {"between"}
            or (is_adjective(first.text) and prior.low in DETERMINERS | PREPOSITIONS)
        )
        closes = (
            following in {"", ",", ".", ";"}
            or following in PREPOSITIONS
            or (is_function(following) and following not in DETERMINERS)
            or is_adjective(first.text)
        )
        if opens and closes:
            yield Edit(first.start, second.end, f"{second.text} {tokens[at].text} {first.text}", 1)


def list_edits(text: str) -> Iterator[Edit]:
    """satellite positioning, soil sensors and machinery → machinery, soil sensors and satellite positioning: plain items
    behind a verb, preposition or colon."""
    tokens, tags = tokens_of(text), tags_of(text)
    for at, token in enumerate(tokens):
        if token.low not in {"and", "or"}:
            continue
        last = _item(tokens, at + 1, 1)
        items: list[tuple[int, int]] = []
        low = at
        while True:
            first = low - 1
            while first >= 0 and _listable(tokens[first]) and low - first <= 3:
                first -= 1
            if first == low - 1 or first < 0:
                break
            items.insert(0, (first + 1, low))
            if tokens[first].text != ",":
                break
            low = first
        if last is None or not 2 <= len(items) <= 4 or first < 0 or tokens[first].text == ",":
            continue
        opener, closer = tokens[first].low, tokens[last].low if last < len(tokens) else ""
        led = opener in PREPOSITIONS or bool(verb_forms().get(opener)) or opener == ":"
        if not led or not (closer in {"", ",", ".", ";"} or is_function(closer)):
            continue
        spans = [*items, (at + 1, last)]
        if any("V" in tags[a:b] for a, b in spans):
            continue  # mosques and sports clubs reach 85,000 people: the verb is no part of an item
        words = [text[tokens[a].start : tokens[b - 1].end] for a, b in reversed(spans)]
        yield Edit(
            tokens[spans[0][0]].start, tokens[last - 1].end, f"{', '.join(words[:-1])} {token.text} {words[-1]}", 1
        )


def _listable(token: Token) -> bool:
    return (
        bool(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", token.text))
        and not is_function(token.text)
        and not token.text.endswith("ly")
        and token.text not in PARTICLES
    )


def _item(tokens: tuple[Token, ...], at: int, least: int) -> int | None:
    """The end of a plain list item at `at`; None when there is none."""
    end = at
    while end < len(tokens) and end - at < 3 and _listable(tokens[end]):
        end += 1
    return end if end - at >= least else None


def agent_edits(text: str) -> Iterator[Edit]:
    """pipes developed by two laboratories → pipes that two laboratories developed."""
    for match in _BY.finditer(text):
        before = text[: match.start()].rstrip().rsplit(" ", 1)[-1]
        forms = {form for _, form in verb_forms().get(match.group("v"), ())}
        if "participle" not in forms or is_function(before) or not before.endswith("s") or before.endswith("ss"):
            continue
        if re.search(r"ing$|ly$", match.group("n")) or any(is_function(w) for w in match.group("n").split()[1:]):
            continue
        yield Edit(match.start(), match.end(), f"that {match.group('n')} {match.group('v')}", 1)


#: Verbs under which a noun goes on doing something: keep smelters running, saw prices falling.
_KEPT = frozenset(
    "keep keeps kept keeping leave leaves left see sees saw seen have has had get gets got hear heard".split()
)


#: Forms in -ing that stand between phrases as prepositions do, or tell by what means.
_BETWEEN = frozenset(
    "using including following according regarding concerning excluding depending owing pending during reaching".split()
)


def relative_edits(text: str) -> Iterator[Edit]:
    """operators supplying homes → operators that supply homes, and back; a licence issued by → a licence that was issued by is left alone."""
    tokens = tokens_of(text)
    for at in range(1, len(tokens) - 1):
        word, prior = tokens[at], tokens[at - 1]
        plural_noun = (
            (is_free(prior) or (at == 1 and prior.text[1:].islower()))
            and prior.text.endswith("s")
            and not prior.text.endswith("ss")
        )
        people = is_person(prior.text)
        for base, form in verb_forms().get(word.text, ()):
            if (
                form == "gerund"
                and word.low not in _BETWEEN
                and not any(t.low == "with" for t in tokens[max(0, at - 4) : at])
                and (plural_noun or people)
                and not re.search(r"['’]s$", text[: prior.end])
                and (at < 2 or tokens[at - 2].low not in {"by", "of", "from", "for", "avoid", "with"} | _KEPT)
            ):
                yield Edit(word.start, word.end, f"{'who' if people else 'that'} {base}", 1)
        if (
            word.low in {"that", "which", "who"}
            and (plural_noun or people)
            and at + 1 < len(tokens)
            and text[prior.end : word.start] == " "
        ):
            for base, form in verb_forms().get(tokens[at + 1].text, ()):
                if form == "base" and not is_function(tokens[at + 1].text):
                    yield Edit(word.start, tokens[at + 1].end, gerund(base), 1)


def edits_of(text: str) -> Iterator[Edit]:
    """All of these."""
    yield from pair_edits(text)
    yield from list_edits(text)
    yield from agent_edits(text)
    yield from relative_edits(text)
