"""Blanks inside Chinese words: `本 文 研 究`, or a whole text cut into words with blanks. Blanks that part are kept."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from synthesis.engine.text.pipeline import Mend

_MARK = "，。、；：！？”’》）】"
_OPENING = "“‘《（【"
#: Five or more single characters with a blank between each two: letter-spaced type, never a list of names.
_SPREAD = regex.compile(r"(?<!\p{L} ?)\p{Han}(?:[ \u00a0]\p{Han}){4,}(?!\p{L})")
#: Two characters set apart to the width of four, alone on their line or before a colon: `摘　要`.
_PARTED = regex.compile(r"(?m)(?:^|(?<=^[\[【(（]))\p{Han}[ \u00a0\u3000]{1,4}\p{Han}(?=[ \u3000]*(?:[\]】)）:：]|$))")
_PARTED_WORDS = frozenset(
    {"摘要", "目录", "目次", "前言", "引言", "序言", "绪论", "结论", "结语", "附录", "致谢", "注释", "提要"}
)
_CHAPTER = regex.compile(r"^第[ \u3000]*(?:[一二三四五六七八九十百]{1,3}|\d{1,2})[ \u3000]*[章节编篇条]")
_BLANKS = regex.compile(r"[ \u00a0\u3000]+")
_JOINT = regex.compile(
    rf"(?<=\p{{Han}})[ \u00a0]+(?=[\p{{Han}}{_MARK}{_OPENING}])|(?<=[{_MARK}{_OPENING}])[ \u00a0]+(?=[\p{{Han}}{_OPENING}])"
)
_LINE = regex.compile(r"[^\n]+")
#: Words of one character that stand between blanks only where a text was cut into words.
_FUNCTION = regex.compile(
    rf"(?<=[\p{{Han}}{_MARK}][ \u00a0])[的了是在和与为有不也对从中上将被而就都更最及或等](?=[ \u00a0][\p{{Han}}{_MARK}])"
)
_SEGMENT = regex.compile(r"\p{Han}+")
#: A line was cut into words when at least so many blanks stand between characters, so many of these words among them, and
#: hardly any stretch without blanks is longer than a word.
_FEWEST_BLANKS, _FEWEST_WORDS, _LONGEST_WORD = 5, 2, 4


def spacing_mends(simplified: str) -> list[Mend]:
    """Repairs of kind "spacing", ascending: each takes out the blanks between two characters of Chinese.

    A blank next to a Latin letter or a digit stays, and so does every blank of a line that has only a few.
    """
    mends: list[Mend] = []
    for line in _LINE.finditer(simplified):
        body = line.group()
        if not body.isascii() and (" " in body or "\u00a0" in body or "\u3000" in body):
            spans = sorted(set(_line_spans(body)))
            mends.extend(Mend(line.start() + a, line.start() + b, "", "spacing", 0.9) for a, b in spans)
    return mends


def _line_spans(body: str) -> Iterator[tuple[int, int]]:
    if _cut_into_words(body):
        yield from (m.span() for m in _JOINT.finditer(body))
    chapter = _CHAPTER.match(body)
    if chapter:
        yield from (m.span() for m in _BLANKS.finditer(body, *chapter.span()))
    for spread in _SPREAD.finditer(body):
        yield from (m.span() for m in _BLANKS.finditer(body, *spread.span()))
    for parted in _PARTED.finditer(body):
        if "".join(parted.group().split()) in _PARTED_WORDS:
            yield from (m.span() for m in _BLANKS.finditer(body, *parted.span()))


def _cut_into_words(body: str) -> bool:
    if len(_JOINT.findall(body)) < _FEWEST_BLANKS or len(_FUNCTION.findall(body)) < _FEWEST_WORDS:
        return False
    lengths = [len(segment) for segment in _SEGMENT.findall(body)]
    return sum(n for n in lengths if n > _LONGEST_WORD) * 6 <= sum(lengths)
