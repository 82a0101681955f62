"""Page furniture: running heads and page numbers, in texts that have pages and in texts copied out of pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

import regex

from synthesis.engine.text.lines import Line
from synthesis.engine.text.marks import is_bullet, is_page_number

_DIGITS = regex.compile(r"\d+")
_LETTERS = regex.compile(r"\p{L}")
_NUMBER = regex.compile(r"[-—–·•\s]*(\d{1,4})[-—–·•\s]*")
_HEAD = regex.compile(
    r"(?P<left>\d{1,4})(?:\s{2,}|\s*[|｜]\s*)(?P<name>\S.{2,60})|(?P<title>\S.{2,60}?)(?:\s{2,}|\s*[|｜]\s*)(?P<right>\d{1,4})"
)
_STOPS = frozenset("。！？；…!?;:：.”’』」》】")
#: How many lines at a page's top and bottom can be furniture.
_EDGE = 2
_LONGEST = 70
#: Page numbers of a text without pages: at least so many, of so many lines on average.
_FEWEST_PAGES = 3
_SHORTEST_PAGE = 5


def mark_furniture(text: str, lines: Sequence[Line]) -> list[Line]:
    """`lines` with `furniture` set on page numbers and on heads and feet that recur on at least three pages, and a third.

    Digits are ignored when two heads are compared. In a text without pages, bare numbers that count up are page numbers
    and lines that recur beside them are heads; so are lines that recur evenly in the middle of sentences.
    """
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    if len(pages) == 1:
        printed = _printed(text, lines)
        found = printed | _beside(text, lines, printed) | _numbered_heads(text, lines) | _interrupting(text, lines)
        return [
            replace(line, furniture=True) if i in found or is_page_number(text[line.start : line.end]) else line
            for i, line in enumerate(lines)
        ]
    recurring = _recurring(text, pages)
    marked: list[Line] = []
    for page in pages:
        for index, line in enumerate(page):
            edge = index < _EDGE or index >= len(page) - _EDGE
            body = text[line.start : line.end]
            if is_page_number(body, edge) or (edge and _key(body) in recurring):
                line = replace(line, furniture=True)
            marked.append(line)
    return marked


def _recurring(text: str, pages: Sequence[Sequence[Line]]) -> set[str]:
    if len(pages) < 3:
        return set()
    seen: Counter[str] = Counter()
    for page in pages:
        edges = {*page[:_EDGE], *page[-_EDGE:]}
        seen.update({_key(text[line.start : line.end]) for line in edges if line.end - line.start <= _LONGEST})
    return {key for key, n in seen.items() if key and n >= 3 and n * 3 >= len(pages)}


def _printed(text: str, lines: Sequence[Line]) -> set[int]:
    """Lines (indices) that are nothing but a number, one more than the last such line, some lines apart."""
    numbers = [
        (i, int(match[1]))
        for i, line in enumerate(lines)
        if (match := _NUMBER.fullmatch(text, line.start, line.end)) is not None
    ]
    best = _longest_count(numbers)
    if len(best) < _FEWEST_PAGES or best[-1] - best[0] < _SHORTEST_PAGE * (len(best) - 1):
        return set()
    # Numbers of sections stand above a title and after a full stop; a page ends anywhere.
    cuts = sum(1 for i in best if i and text[lines[i - 1].end - 1] not in _STOPS)
    heads = _beside(text, lines, set(best))
    return set(best) if cuts * 3 >= len(best) or len(heads) >= _FEWEST_PAGES else set()


def _longest_count(numbers: Sequence[tuple[int, int]]) -> list[int]:
    """The lines of the longest run among `(line, number)` in which each number is one more and not in the next line."""
    last: dict[int, tuple[int, int]] = {}
    before: dict[int, int] = {}
    longest = (0, -1)
    for index, number in numbers:
        length, place = last.get(number - 1, (0, -1))
        goes_on = length > 0 and index - place > 1
        last[number] = (length + 1 if goes_on else 1, index)
        if goes_on:
            before[index] = place
        longest = max(longest, last[number])
    run = [longest[1]] if longest[0] else []
    while run and run[-1] in before:
        run.append(before[run[-1]])
    return run[::-1]


def _beside(text: str, lines: Sequence[Line], printed: set[int]) -> set[int]:
    """Lines next to a page number that recur beside other page numbers."""
    places: dict[str, set[int]] = defaultdict(set)
    for number in printed:
        for index in (number - 2, number - 1, number + 1, number + 2):
            if 0 <= index < len(lines) and index not in printed:
                key = _head_key(text, lines[index])
                if key:
                    places[key].add(index)
    heads = {key for key, indices in places.items() if len(indices) >= _FEWEST_PAGES - 1}
    found = [(i, key) for i, line in enumerate(lines) if (key := _head_key(text, line)) in heads] if heads else []
    # The first page has no number above its head: it counts, but beside no number.
    counts = Counter(key for _, key in found)
    return {i for i, key in found if counts[key] >= _FEWEST_PAGES}


def _numbered_heads(text: str, lines: Sequence[Line]) -> set[int]:
    """Heads that hold the page number, set apart by blanks (`LATE OPENING      5`), left and right pages alternating."""
    numbered: list[tuple[int, int, str]] = []
    for index, line in enumerate(lines):
        match = _HEAD.fullmatch(text, line.start, line.end)
        if match is not None:
            number = int(match["left"] or match["right"])
            numbered.append((index, number, _key(match["name"] or match["title"])))
    run: list[tuple[int, int, str]] = []
    for one in numbered:
        if run and not (run[-1][1] < one[1] <= run[-1][1] + 2 and one[0] - run[-1][0] >= 3):
            continue
        run.append(one)
    names = Counter(name for _, _, name in run)
    # Entries of a table of contents count up as well, each with a name of its own.
    return {i for i, _, _ in run} if len(run) >= _FEWEST_PAGES and len(names) * 3 <= len(run) * 2 else set()


def _interrupting(text: str, lines: Sequence[Line]) -> set[int]:
    """Lines that recur at even distances, as pages do, and mostly stand between two halves of a sentence."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        key = _head_key(text, line)
        if key:
            places[key].append(index)
    found: set[int] = set()
    for indices in places.values():
        if len(indices) < _FEWEST_PAGES + 1 or not _even([b - a for a, b in pairwise(indices)]):
            continue
        cuts = sum(1 for i in indices if 0 < i < len(lines) - 1 and _cut(text, lines[i - 1], lines[i + 1]))
        if cuts * 2 >= len(indices):
            found.update(indices)
    return found


def _even(distances: Sequence[int]) -> bool:
    return min(distances) >= _SHORTEST_PAGE and max(distances) <= 2 * min(distances)


def _cut(text: str, above: Line, below: Line) -> bool:
    """Whether running text breaks off in `above` and goes on in `below`."""
    here, ahead = text[above.start : above.end], text[below.start : below.end]
    long = len(here) >= 25 and ("，" in here or "。" in here or len(here.split()) >= 6)
    return long and here[-1] not in _STOPS and not ahead[0].isupper() and "\t" not in here


def _head_key(text: str, line: Line) -> str:
    body = text[line.start : line.end]
    if len(body) > _LONGEST or body[-1] in "。！？；.!?;:：" or "\t" in body or is_bullet(body):
        return ""
    key = _key(body)
    return key if len(_LETTERS.findall(key)) >= 4 else ""


def _key(body: str) -> str:
    return "".join(_DIGITS.sub("#", body).split())
