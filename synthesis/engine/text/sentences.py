"""Sentence boundaries in Chinese and English text. Knows nothing of blocks: callers split block by block."""

from __future__ import annotations

import re

import regex

from synthesis.engine.patterns import lazy_pattern

_OPEN = "《“「『（(〈【〔["
_CLOSE = "》”」』）)〉】〕]"
_PAIR = dict(zip(_CLOSE, _OPEN, strict=True))
#: A bracket or quotation longer than this is taken for an unbalanced one, and sentences end inside it.
_LONGEST_QUOTE = 300
_CLOSERS = "”’』」）)》〉】〕\"']"
# What every character is asked for: `re` finds plain sets in a third of the time.
_STOP = lazy_pattern(r"[。！？；｡]+|…+|[.!?;]+|\n")
_BRACKET = lazy_pattern(f"[{re.escape(_OPEN + _CLOSE)}]")
_HAN = regex.compile(r"[\p{Script=Han}，。、；：！？“”《》（）]")
#: Punctuation that carries a sentence on after a quotation that ended in a full stop.
_CONTINUES = "，,、；;。：:！？!?）)》」』"
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof sr jr st vs etc al fig figs eq eqs no nos vol ch sec inc ltd co corp dept univ
    approx e.g i.e cf ca pp ed eds jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k ph.d
    """.split()
)
#: Note marks that stand behind a stop belong to the sentence it ends: 。[3] and .¹²
_NOTES_FIRST = frozenset("[^¹²³⁰⁴⁵⁶⁷⁸⁹")
_NOTES = regex.compile(r"(?:\[\d{1,3}(?:\s?[-–,，]\s?\d{1,3})*\]|[¹²³⁰⁴-⁹]+|\^\d{1,3})+")
#: A raised number behind a full stop that lost its raising: `by 20%.1 Costs`.
_RAISED = regex.compile(r"(?<=[\p{Ll})\]”\"’%]\.)\d{1,2}(?=\s+\p{Lu})")
_ROW = regex.compile(r"[^\s][^\n]*(?<=\S)")
#: Of a word before a full stop so many characters are looked at.
_LONGEST_SHORT = 12


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as half-open spans into `text`, ascending, trimmed, never empty.

    A sentence ends at 。！？；…, at a line end, and at English full stops that are neither decimals, abbreviations nor
    initials; not inside 《》“”（） unless the pair is missing or more than 300 characters long. Linear in the length.
    """
    stop = len(text) if end is None else end
    inside = _quoted(text, start, stop)
    spans: list[tuple[int, int]] = []
    begin = start
    quote = 0
    at = start
    while (match := _STOP.search(text, at, stop)) is not None:
        at = match.end()
        while quote < len(inside) and inside[quote][1] <= match.start():
            quote += 1
        if match.group() == "\n":
            _add(spans, text, begin, match.start())
            begin = at
            continue
        closing = at
        while closing < stop and text[closing] in _CLOSERS:
            closing += 1
        closing = _behind_note(text, closing, stop)
        if quote < len(inside) and inside[quote][0] <= match.start():
            # The stop is the last thing in its quotation: the sentence may end with the closing mark.
            if closing < inside[quote][1] or text[inside[quote][1] - 1] not in "”」』":
                continue
            if closing < stop and text[closing] in _CONTINUES:
                continue
        if _ends(text, match.group(), match.start(), closing, stop):
            _add(spans, text, begin, closing)
            begin = at = closing
    _add(spans, text, begin, stop)
    return spans


def _behind_note(text: str, place: int, stop: int) -> int:
    """The place behind the note marks at `place`, or `place`."""
    following = text[place] if place < stop else ""
    if following.isdecimal():
        notes = _RAISED.match(text, place, stop)
    else:
        notes = _NOTES.match(text, place, stop) if following in _NOTES_FIRST else None
    return notes.end() if notes else place


def _ends(text: str, mark: str, place: int, after: int, stop: int) -> bool:
    """Whether `mark` at `place`, closed at `after`, ends a sentence."""
    if mark[0] in "。！？；｡…":
        return True
    following = text[after] if after < stop else ""
    before = text[place - 1] if place else ""
    if mark[0] in "!?" or len(mark) > 1:
        return not (following.isalnum() and following.isascii() and before.isascii())
    if mark == ";":
        return bool(_HAN.match(before) or _HAN.match(following))
    if _HAN.match(before):
        return not following or following.isspace() or bool(_HAN.match(following))
    if following and not following.isspace():
        return False
    if before.isdigit() and _is_enumeration(text, place):
        return False
    word = _last_word(text, place)
    if word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()):
        return False
    next_at = after
    while next_at < stop and text[next_at] in " \t\u00a0":
        next_at += 1
    return next_at >= stop or not text[next_at].islower()


def _last_word(text: str, end: int) -> str:
    """The letters and full stops before `end`, of a long word its end."""
    start, least = end, max(0, end - _LONGEST_SHORT)
    while start > least and (text[start - 1].isalpha() or text[start - 1] == "."):
        start -= 1
    return text[start:end]


def _is_enumeration(text: str, place: int) -> bool:
    """Whether the digits before the stop at `place` stand first on their line: `1. Introduction`."""
    at = place
    while at and text[at - 1].isdigit():
        at -= 1
    return place - at <= 3 and (at == 0 or text[at - 1] == "\n")


def _quoted(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Outermost balanced bracket or quote spans of at most `_LONGEST_QUOTE` characters, ascending, mark to mark."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text, start, stop):
        mark, place = match.group(), match.start()
        if mark in _OPEN:
            stack.append((mark, place))
            continue
        # An unmatched opening mark further up must not hide this pair: look a few levels down only.
        for depth in range(1, min(4, len(stack)) + 1):
            if stack[-depth][0] == _PAIR[mark]:
                opened = stack[-depth][1]
                del stack[-depth:]
                if place - opened <= _LONGEST_QUOTE and "\n" not in text[opened:place]:
                    while found and found[-1][0] >= opened:
                        found.pop()
                    found.append((opened, place + 1))
                break
    return found


def _add(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin == end:
        return
    if (
        spans
        and not text[begin].isalnum()
        and not any(c.isalnum() for c in text[begin:end])
        and "\n" not in text[spans[-1][1] : begin]
    ):
        spans[-1] = (spans[-1][0], end)
        return
    spans.append((begin, end))


def split_rows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The rows of a table as half-open spans, trimmed; rows without a letter or a digit (`|---|`) are left out."""
    rows = [(m.start(), m.end()) for m in _ROW.finditer(text, start, end)]
    return [(a, b) for a, b in rows if any(c.isalnum() for c in text[a:b])]
