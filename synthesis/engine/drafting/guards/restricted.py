"""Figures of some told of others: of what is only set beside them, and of all where it is of those who did something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.types import Case, Finding
from synthesis.engine.drafting.quantities.likeness import alike, same_value
from synthesis.engine.patterns import lazy_pattern

_UNLIKE = {
    "zh": lazy_pattern(r"(?:与|和|同|不同于|有别于)(?P<x>[^，。；]{2,16}?)(?:不同|相反)?，(?P<y>[^，。；]{2,40})"),
    "en": lazy_pattern(
        r"\b(?:unlike|in contrast (?:to|with)|as opposed to) (?P<x>[^,.;]{3,50}), (?P<y>[^.;:]{3,60})", re.IGNORECASE
    ),
}
_CONTRAST = lazy_pattern(r"不同|相反|有别|\b(?:unlike|contrast|opposed)\b", re.IGNORECASE)


def unlike_findings(case: Case) -> Iterator[Finding]:
    """Objections to a figure told of what the evidence only sets beside its bearer (unlike smartphones, tablets lost 5%)."""
    said = case.sentence.content_keys(0, len(case.sentence.text))
    for text in case.evidence:
        match = _UNLIKE[text.language].search(text.text)
        if match is None or not _CONTRAST.search(match.group()) or text.language != case.sentence.language:
            continue
        other = text.content_keys(*match.span("x"))
        figures = [q for q in text.quantities if q.start > match.start("y")]
        told = [q for q in case.sentence.quantities if any(alike(q, o) and same_value(q, o) for o in figures)]
        bearer = next((w.key for w in text.words if w.start >= match.start("y") and w.content), "")
        if told and other and other <= said and bearer and bearer not in said:
            yield Finding("entity", "fail", "owner", (match["x"].strip(), match["y"].strip()))
            return


_DID_SO = lazy_pattern(r"\s(?:of|among) (?:the |those )?(?:\w+ )?who (?P<if>\w+) did so\b", re.IGNORECASE)
_IN_ALL = lazy_pattern(
    r"(?<!公)共(?!同|用|享|有制)|合计|总计|总共|累计|\b(?:in all|in total|altogether|a total of|overall)\b",
    re.IGNORECASE,
)
_A_TIME = lazy_pattern(
    r"(?:日|月|年|周|户|人|场|次|单店|单车)均|每[天日月年周户人场次]|\b(?:a|per|each|every) (?:day|week|month|year|head|person|household)\b|\b(?:daily|weekly|monthly|annually)\b|\bon average\b",
    re.IGNORECASE,
)


def total_for_rate_findings(case: Case) -> Iterator[Finding]:
    """Objections to so many a day told as so many in all."""
    for quantity in case.sentence.quantities:
        clause = clause_at(case.sentence, quantity.start)
        if clause is None or not _IN_ALL.search(clause.text) or _A_TIME.search(case.sentence.sentence_of(clause)):
            continue
        homes = [
            home
            for text in case.evidence
            for other in text.quantities
            if alike(quantity, other) and same_value(quantity, other) and (home := clause_at(text, other.start))
        ]
        if homes and all(_A_TIME.search(home.text) and not _IN_ALL.search(home.text) for home in homes):
            yield Finding(
                "number", "fail", "basis", (quantity.text.strip(), clause.text.strip(), homes[0].text.strip())
            )
            return


_RULING = lazy_pattern(
    r"判(?!断|别|定标准|明|读)|裁定|裁决|\b(?:court|judges?|tribunal|jury)\b[^.;,]{0,30}\b(?:ordered|ruled|sentenced|convicted|upheld|found|fined|awarded)\b",
    re.IGNORECASE,
)
_SUIT = lazy_pattern(
    r"起诉|诉讼|状告|索赔|告上法庭|开庭|\b(?:su(?:es|ed|ing)|lawsuit|demand(?:s|ed)|hearing|charged|prosecut\w+|alleg\w+|accus\w+)\b",
    re.IGNORECASE,
)


def ruling_findings(case: Case) -> Iterator[Finding]:
    """Objections to a ruling of a court where the evidence has only a suit."""
    told = _RULING.search(case.sentence.text)
    everything = " ".join(text.text for text in case.evidence)
    suit = _SUIT.search(everything)
    if told and suit and not _ANY_RULING.search(everything):
        yield Finding("hedge", "fail", "hedge_dropped", (suit.group(),))


_ANY_RULING = lazy_pattern(
    r"判(?!断|别|明|读)|裁定|裁决|获刑|罪名成立|\b(?:ordered|ruled?|ruling|sentenced?|convict\w*|upheld|found|fined|awarded|verdict|judge?ment|guilty|held)\b",
    re.IGNORECASE,
)
_OF_THOSE = lazy_pattern(
    r"\s(?:of|among) (?:those|people|the \w+|\w+s) (?:who|that) (?:had |have |has |were |are )?(?P<if>[^,.;]{3,60}?) "
    r"(?:were|was|are|is|said|say|would|will|rated|reported|felt|found)\b",
    re.IGNORECASE,
)
_LIMITS = lazy_pattern(r"\b(?:those|them|who|whose|whom|among|users?)\b", re.IGNORECASE)
_STEM = 3


def restricted_findings(case: Case) -> Iterator[Finding]:
    """Objections to a share of those who did something told of everybody: nine in ten of those who had used it. English only."""
    said = case.sentence.text.lower()
    if case.sentence.language != "en" or _LIMITS.search(said):
        return
    for text in case.evidence:
        for quantity in text.quantities:
            match = _OF_THOSE.match(text.text, quantity.end)
            match = match or _DID_SO.match(text.text, quantity.end)
            told = [q for q in case.sentence.quantities if match and alike(q, quantity) and same_value(q, quantity)]
            did_so = match is not None and match.group().lower().endswith("did so")
            if (
                match
                and told
                and (did_so or not any(key[:_STEM] in said for key in text.content_keys(*match.span("if"))))
            ):
                yield Finding("number", "fail", "basis", (told[0].text.strip(), "—", match.group().strip()))
                return
