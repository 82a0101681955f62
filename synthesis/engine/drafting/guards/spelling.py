"""Names seen in their characters alone: where they stand, and the short and long forms of Chinese ones."""

from __future__ import annotations

from collections.abc import Iterator

_GAP = 6
_MARKS = frozenset("，。；：、")


def occurrences(name: str, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where `name` begins in `text[start:end]`, left to right, none inside another (code points of `text`)."""
    stop = len(text) if end is None else end
    at = text.find(name, start, stop) if name else -1
    while at >= 0:
        yield at
        at = text.find(name, at + len(name), stop)


def within(short: str, text: str, reach: int) -> bool:
    """Whether the characters of `short` stand in this order in some stretch of at most `reach` characters of a text,
    at most six characters and no mark between two of them."""
    if not all(char in text for char in short):
        return False
    return any(_spelt(short, text, first, first + reach) for first in occurrences(short[:1], text))


def _spelt(short: str, text: str, first: int, stop: int) -> bool:
    places = [first]
    for char in short[1:]:
        places = sorted({at for place in places for at in _next(char, text, place, stop)})
        if not places:
            return False
    return places[0] < stop


def _next(char: str, text: str, place: int, stop: int) -> Iterator[int]:
    """Where a character follows a place, nothing but letters between."""
    for at in range(place + 1, min(place + _GAP + 2, len(text), stop)):
        if text[at] == char:
            yield at
        if text[at] in _MARKS or text[at].isspace():
            return


def stretched(name: str, text: str) -> bool:
    """Whether a text has a shorter form of `name`: begins alike, keeps three characters or more in order (京沪高铁)."""
    for start in occurrences(name[:2], text):
        at, kept = 2, 2
        for char in text[start + 2 : start + 2 + len(name)]:
            found = name.find(char, at)
            if found < 0:
                break
            at, kept = found + 1, kept + 1
        if kept >= 3 and len(name) > kept:
            return True
    return False


_LINKS = frozenset("归由教欠借租罚买卖吃赢输告让请给被把将向对从到与和同令是为在")


def linked(text: str, start: int, end: int, evidence: str) -> bool:
    """Whether a Chinese word only arises from a cut across a verb or preposition of one character: the two characters
    before that and the two after it stand in the evidence (阅览|车归县|图书馆, 周|三教|社区)."""
    for i in range(start, end):
        before, after = text[max(0, i - 2) : i], text[i + 1 : i + 3]
        if text[i] in _LINKS and len(before) == len(after) == 2 and before in evidence and after in evidence:
            return True
    return False
