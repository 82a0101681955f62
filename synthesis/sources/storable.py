"""What PostgreSQL can store: text without NUL and without halves of surrogate pairs. Lengths never change."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from synthesis.engine.text.model import SCRIPT, ReadingText
from synthesis.engine.text.script_runs import script_runs
from synthesis.sources import models

# U+FFFD says "a character was here that cannot be shown", which is the truth; and every offset stays right.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def storable_text(text: str) -> str:
    """`text` with every character that PostgreSQL refuses replaced by U+FFFD; as long as before."""
    return _UNSTORABLE.sub("\ufffd", text)


def storable(value: Any) -> Any:
    """JSON-able data with `storable_text` applied to every string and key in it."""
    match value:
        case str():
            return storable_text(value)
        case dict():
            return {storable_text(str(key)): storable(item) for key, item in value.items()}
        case list() | tuple():
            return [storable(item) for item in value]
    return value


_LONG = frozenset({"text", "written", "original"})
#: Numbers, and of blocks the names of their kinds.
_PLACES = frozenset({"blocks", "sentences", "offset_map"})


def _is_storable(data: dict[str, Any]) -> bool:
    """Whether nothing in a text's data needs replacing: long strings are searched, the rest as its JSON at once."""
    if any(_UNSTORABLE.search(data[name]) for name in _LONG):
        return False
    kinds = list({block["kind"] for block in data["blocks"]})
    short = [value for name, value in data.items() if name not in _LONG | _PLACES]
    rest = json.dumps([kinds, short], ensure_ascii=False)
    return "\\u0000" not in rest and not _SURROGATE.search(rest)


def columns_of(reading: ReadingText) -> dict[str, Any]:
    """The columns of `models.ReadingText` for a text from the engine, all of them storable."""
    data = reading.to_store()
    if not _is_storable(data):
        data = storable(data)
    text, written = data["text"], data["written"]
    return {
        "text": text,
        "written": "" if written == text else written,
        "original": "" if data["original"] == written else data["original"],
        "language": data["language"][:10],
        "length": len(text),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "blocks": data["blocks"],
        "sentences": data["sentences"],
        "repairs": data["repairs"],
        "damage": data["damage"],
        "warnings": data["warnings"],
        "offset_map": data["offset_map"],
        # Showing Traditional as Simplified mends nothing; counting it would hide how damaged a text really was.
        "repairs_count": sum(1 for repair in data["repairs"] if repair["kind"] != SCRIPT),
        "damage_count": len(data["damage"]),
        "reader_version": data["text_version"],
    }


def all_repairs(row: models.ReadingText) -> list[dict[str, Any]]:
    """The contract's repairs of a stored text, in its order: with those of kind "script", which `written` tells.

    Texts stored by earlier versions have them in their column.
    """
    stored: list[dict[str, Any]] = row.repairs
    if not row.written or any(one["kind"] == SCRIPT for one in stored):
        return stored
    told = [
        {"kind": SCRIPT, "start": a, "end": b, "before": row.written[a:b], "after": row.text[a:b], "confidence": 1.0}
        for a, b in script_runs(row.written, row.text)
    ]
    return sorted([*stored, *told], key=lambda one: (one["start"], one["end"], one["kind"]))
