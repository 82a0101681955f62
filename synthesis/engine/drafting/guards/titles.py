"""Who holds which office: a title beside a name must not be the one the evidence has beside another name."""

from __future__ import annotations

from collections.abc import Iterator

from synthesis.engine.drafting.guards.mentions import comparable_texts, naming
from synthesis.engine.drafting.guards.types import Case, Finding, Mention, Passage
from synthesis.engine.drafting.lexicon.entities import TITLES_EN, TITLES_ZH
from synthesis.engine.patterns import lazy_pattern

_BEFORE_EN = lazy_pattern(r"((?:[A-Za-z-]+ )?[A-Za-z]+),? $")
_AFTER_EN = lazy_pattern(r"^, (?:the |its |their |an? )?((?:[A-Za-z-]+ )?[A-Za-z]+)(?=[ ,.;]|$)")


def title_findings(case: Case) -> Iterator[Finding]:
    """An objection when a person of the sentence has the title of another person of the evidence."""
    named = naming(case)
    holders: dict[str, set[str]] = {}
    for number, text in enumerate(comparable_texts(case)):
        for mention in named.told[number]:
            for title in _titles(text, mention):
                holders.setdefault(title, set()).add(named.which[number, mention.start])
    for mention in named.spoken:
        meant = named.meant[mention.start]
        for title in _titles(case.sentence, mention):
            known = holders.get(title, set())
            if meant and known and not meant & known and any(meant <= h for h in ({m} for m in named.things)):
                yield Finding("entity", "fail", "owner", (f"{title} {mention.text}", "、".join(sorted(known))))
                return


def _titles(text: Passage, mention: Mention) -> Iterator[str]:
    """The titles right before or after a mention."""
    if mention.kind not in {"person", "name"}:
        return
    if text.language == "zh":
        end = mention.start
        for word in reversed([w for w in text.words if w.end <= mention.start]):
            if word.end != end or word.text not in TITLES_ZH | {"首席"}:
                break
            yield text.text[word.start : mention.start]
            end = word.start
        return
    before = _BEFORE_EN.search(text.text[max(0, mention.start - 40) : mention.start])
    after = _AFTER_EN.search(text.text[mention.end : mention.end + 40])
    for match in (before, after):
        words = match[1].lower().split() if match else []
        if words and words[-1] in TITLES_EN and len(words) == 2 and words[0] not in {"the", "a", "an", "and", "by"}:
            yield " ".join(words)
