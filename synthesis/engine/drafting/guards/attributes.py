"""Whose country a thing is of: a Turkish yard and a Scottish operator must not become a Scottish yard."""

from __future__ import annotations

from collections.abc import Iterator

from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.lexicon.kinds import members

_KINDS = frozenset({"country", "region"})


def attribute_findings(case: Case) -> Iterator[Finding]:
    """An objection when two nouns have exchanged the countries that the evidence gives them."""
    mine = _attributes(case.sentence)
    theirs: dict[str, set[str]] = {}
    for text in case.evidence:
        if text.language == case.sentence.language:
            for noun, places in _attributes(text).items():
                theirs.setdefault(noun, set()).update(places)
    for noun, places in mine.items():
        own = theirs.get(noun, set())
        if len(own) != 1 or own & places:
            continue
        givers = {n for n, given in theirs.items() if given == places and n != noun}
        if any(mine.get(n, set()) == own for n in givers):
            yield Finding("entity", "fail", "subject", ("、".join(sorted(places)), "、".join(sorted(own))))
            return


def _attributes(text: Passage) -> dict[str, set[str]]:
    """Keys of nouns with the countries named right before them (Turkish yard, 德国车企)."""
    found: dict[str, set[str]] = {}
    for member in members(text.text, text.language):
        if member.kind not in _KINDS or len(member.text) < 2:
            continue
        if text.language == "en":
            if member.text == member.thing or text.text[member.end : member.end + 1] != " ":
                continue
            head = next((w for w in text.words if w.start == member.end + 1), None)
            if head is None or not head.content or not head.text.islower():
                continue
            found.setdefault(head.key, set()).add(member.thing)
            continue
        heads = [w for w in text.words if w.start == member.end and w.tag.startswith("n") and len(w.text) > 1]
        for head in heads:
            found.setdefault(head.key, set()).add(member.thing)
    return found
