"""CSL-JSON files → items and back. A broken item stops no other."""

from __future__ import annotations

import json
from collections.abc import Iterable
from json import JSONDecodeError, JSONDecoder
from typing import Any

from synthesis.engine.bibliography.items import Bibliography, Entry, Item, Problem, cleaned
from synthesis.engine.patterns import lazy_pattern

_NEXT_OBJECT = lazy_pattern(r"\}\s*,?\s*(?=\{)")
_START = lazy_pattern(r'\s*(?:\{\s*"(?:items|references)"\s*:\s*)?\[\s*')
_BETWEEN = lazy_pattern(r"[\s,]*")


def read_csl(text: str) -> Bibliography:
    """The items of an array, of `{"items": […]}`, or one item alone; objects are read one by one."""
    result = Bibliography("csl")
    decoder = JSONDecoder()
    start = _START.match(text)
    at = start.end() if start else len(text) - len(text.lstrip())
    line, counted = 1, 0
    while at < len(text) and text[at] != "]":
        line, counted = line + text.count("\n", counted, at), at
        try:
            raw, end = decoder.raw_decode(text, at)
        except (JSONDecodeError, RecursionError) as error:
            result.problems.append(Problem(line, "json", getattr(error, "msg", "")[:80]))
            following = _NEXT_OBJECT.search(text, at)
            if following is None:
                break
            at = following.end()
            continue
        _take(raw, line, result)
        at = _BETWEEN.match(text, end).end()  # type: ignore[union-attr]
        if not start:
            break
    return result


def _take(raw: Any, line: int, result: Bibliography) -> None:
    if not isinstance(raw, dict):
        result.problems.append(Problem(line, "entry", str(raw)[:80]))
        return
    key = raw.get("citation-key") or raw.get("id")
    item = cleaned(raw)
    if "title" in item:
        result.entries.append(Entry(item, line, str(key or "")[:100]))
    else:
        result.problems.append(Problem(line, "no-title", str(key or "")[:80]))


def write_csl(entries: Iterable[tuple[str, Item]]) -> str:
    """A CSL-JSON array; each item's id is its key."""
    return json.dumps([{"id": key, **cleaned(item)} for key, item in entries], ensure_ascii=False, indent=2) + "\n"
