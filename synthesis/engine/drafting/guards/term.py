"""Terms altered inside a list, and multiples whose two sides have changed places.

A synonym inside a compound makes another thing (AI加速芯片 → AI加快芯片); word by word both look supported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

_TIMES = lazy_pattern(
    r"(?P<a>[^，。；：]{2,20}?)(?:大?约|近|超过)?(?:为|是|达到?|相当于)(?P<b>[^，。；：\d]{2,14}?)的(?:约|近)?[\d.一二两三四五六七八九十]+(?:倍|%|成)"
)


def term_findings(case: Case) -> Iterator[Finding]:
    """Objections to list items that differ from one of the evidence by a word in their middle, and to multiples read
    the wrong way round. Chinese only."""
    if case.sentence.language != "zh":
        return
    theirs = {item for text in case.evidence for item in _items(text)}
    whole = "".join(text.text for text in case.evidence)
    for item in sorted(_items(case.sentence) - theirs):
        if item not in whole and (other := next((t for t in sorted(theirs) if _altered(item, t)), "")):
            yield Finding("entity", "check", "term_altered", (item, other))
            return
    yield from _multiples(case)
    yield from several_times_findings(case)


def _items(text: Passage) -> set[str]:
    """Pieces of four to fourteen characters between list marks that hold a Latin term or an attribute before them."""
    if "、" not in text.text:
        return set()
    pieces = re.split(r"[，。；：、（）]|及|以及|和|与|等|均", text.text)
    return {p.strip() for p in pieces if 4 <= len(p.strip()) <= 14 and re.search(r"[A-Za-z]{2,}[\u4e00-\u9fff]{4}", p)}


def _altered(item: str, other: str) -> bool:
    """Same length, same beginning and end, two characters between replaced."""
    if len(item) != len(other) or item == other:
        return False
    low = next(i for i in range(len(item)) if item[i] != other[i])
    high = max(i for i in range(len(item)) if item[i] != other[i])
    return high - low <= 1 and low >= 2 and len(item) - high >= 3


def _multiples(case: Case) -> Iterator[Finding]:
    for match in _TIMES.finditer(case.sentence.text):
        for text in case.evidence:
            for known in _TIMES.finditer(text.text):
                a, b, c, d = match["a"], match["b"], known["a"], known["b"]
                if b != d and b in c and d in a and b not in a:
                    yield Finding("role", "fail", "swap", (a, b))
                    return


_SEVERAL_TIMES = lazy_pattern(
    r"(?:是|为|相当于|达到?)(?P<of>[^，。；\d]{2,12}?)的(?:约|近)?(?P<n>[\d.一二两三四五六七八九十]+)倍"
)


def several_times_findings(case: Case) -> Iterator[Finding]:
    """Objections to so many times the one told as so many times the other (…是平原地区的两倍). Chinese only."""
    mine = _SEVERAL_TIMES.search(case.sentence.text)
    for text in case.evidence if mine else ():
        for theirs in _SEVERAL_TIMES.finditer(text.text):
            if mine is None or mine["n"] != theirs["n"]:
                continue
            before, there = case.sentence.text[: mine.start()], text.text[: theirs.start()]
            if (
                theirs["of"] in before
                and mine["of"] in there
                and theirs["of"] not in there
                and mine["of"] not in before
            ):
                yield Finding("role", "fail", "swap", (mine["of"], theirs["of"]))
                return
