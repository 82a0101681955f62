"""The figures of a report counted again from its spans: slowly, from the contract's words, without the engine."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

import opencc

_T2S = opencc.OpenCC("t2s")
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_MARKED = re.compile("xm+")
_ANNOTATION = re.compile(rf"(?<=[\u3400-\u9fff])[(（][a-zü{_TONED}]{{1,6}}[)）]")


@cache
def _simple(char: str) -> str:
    return char if unicodedata.category(char) == "Cs" else _T2S.convert(char)


@lru_cache(64)
def each(text: str) -> tuple[str, ...]:
    """What each code point of the text counts as: marks count with the letter before them, annotations not at all."""
    dropped = {i for found in _ANNOTATION.finditer(text) for i in range(*found.span())}
    out = ["" if i in dropped else _alone(char) for i, char in enumerate(text)]
    for found in _MARKED.finditer("".join("m" if unicodedata.combining(c) else "x" for c in text)):
        base = found.start()
        if len(out[base]) == 1 and len(found[0]) <= 9:
            out[base] = _alone(text[base : found.end()]) or out[base]
    return tuple(out)


def _alone(chars: str) -> str:
    wide = unicodedata.normalize("NFKC", chars)
    return "".join(c for one in wide for c in _simple(one).lower() if c.isalnum())


def counted(text: str, start: int = 0, end: int | None = None) -> str:
    """The counted characters of `text[start:end]`."""
    return "".join(each(text)[start : len(text) if end is None else end])


def longest_common(a: str, b: str) -> int:
    """Length of the longest equal stretch, by the textbook table."""
    best, row = 0, [0] * (len(b) + 1)
    for x in a:
        before = row
        row = [0] * (len(b) + 1)
        for j, y in enumerate(b):
            if x == y:
                row[j + 1] = before[j] + 1
                best = max(best, row[j + 1])
    return best


def in_long_runs(text: str, low: int, high: int, theirs: str, least: int = 13) -> set[int]:
    """The code points of `text[low:high]` all of whose characters lie in a stretch of `least` that `theirs` has, too."""
    at = [i for i in range(low, high) for _ in each(text)[i]]
    mine = counted(text, low, high)
    starts = [k for k in range(len(mine) - least + 1) if mine[k : k + least] in theirs]
    inside = {k for start in starts for k in range(start, start + least)}
    return set(at) - {i for k, i in enumerate(at) if k not in inside}


def pairs_alike(a: str, b: str) -> float:
    """Dice coefficient of the multisets of character pairs."""
    if a == b:
        return 1.0
    one = [a[i : i + 2] for i in range(len(a) - 1)]
    two = [b[i : i + 2] for i in range(len(b) - 1)]
    rest, shared = list(two), 0
    for pair in one:
        if pair in rest:
            rest.remove(pair)
            shared += 1
    return 2 * shared / (len(one) + len(two)) if one and two else 0.0


def check(report: dict[str, Any], draft: str, sources: dict[str, str]) -> None:
    """Assert that every figure of `report` follows from its spans."""
    total = len(counted(draft))
    assert report["counted"] == total
    covered: set[int] = set()
    uncited: set[int] = set()
    owned: dict[str, set[int]] = {name: set() for name in sources}
    passages = dict.fromkeys(sources, 0)
    made = dict.fromkeys(("verbatim", "edited", "similar", "quoted"), 0)
    for match in report["matches"]:
        (a, b), (c, d) = match["draft"], match["source"]["span"]
        name = match["source"]["file"]
        assert 0 <= a < b <= len(draft)
        assert 0 <= c < d <= len(sources[name])
        mine, theirs = counted(draft, a, b), counted(sources[name], c, d)
        covered |= set(range(a, b))
        if match["kind"] != "quoted":
            uncited |= set(range(a, b))
        if match["kind"] == "verbatim":
            assert mine == theirs
        assert match["longest_run"] == longest_common(mine, theirs)
        assert abs(match["similarity"] - pairs_alike(mine, theirs)) < 1e-3
        same = {i for low, high in match["same"] for i in range(low, high)}
        assert {i for i in same if each(draft)[i]} == in_long_runs(draft, a, b, theirs)
        stretches = {i for low, high in match["owned"] for i in range(low, high)}
        assert stretches <= set(range(a, b))
        owned[name] |= stretches
        part = {"verbatim": "verbatim", "paraphrase": "similar", "quoted": "quoted"}.get(match["kind"], "edited")
        same = stretches & same if part != "quoted" else set()
        made["verbatim"] += _size(draft, same)
        made[part] += _size(draft, stretches - same)
        passages[name] += 1
    size = {name: _size(draft, places) for name, places in owned.items()}
    assert report["matched"] == _size(draft, covered) == sum(size.values())
    assert report["composition"] == made
    assert sum(made.values()) == report["matched"]
    assert report["ratio"] == (report["matched"] / total if total else 0.0)
    assert report["ratio_uncited"] == (_size(draft, uncited) / total if total else 0.0)
    for source in report["sources"]:
        assert source["matched"] == size[source["file"]]
        assert source["ratio"] == (source["matched"] / total if total else 0.0)
        assert source["matches"] == passages[source["file"]]
    assert report["largest_source_ratio"] == max((s["ratio"] for s in report["sources"]), default=0.0)


def _size(text: str, places: set[int]) -> int:
    return sum(len(each(text)[i]) for i in places)
