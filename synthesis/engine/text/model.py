"""The reading text and its parts: immutable data that every other room points into. No algorithms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from synthesis.engine.text.offsets import OffsetMap
from synthesis.engine.text.script_runs import script_runs

#: The kind of repair that is not kept but told by comparing `text` with `written`.
SCRIPT = "script"

#: Raised whenever the same file would give another text; stored with each text. Texts of a lower one stay as they are:
#: people are told, and may have the file read again.
TEXT_VERSION = 6


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table row group … at `text[start:end]`; blocks ascend and never overlap."""

    start: int
    end: int
    kind: str
    level: int | None = None
    page: int | None = None


def whole_tables(text: str, blocks: Iterable[Block]) -> list[Block]:
    """The blocks with tables that go on over pages in one piece, on the page where they begin.

    Each page's rows are a block, so that every row knows its page; only of one table is the next block one line on.
    """
    whole: list[Block] = []
    for block in blocks:
        last = whole[-1] if whole else None
        if last is not None and last.kind == block.kind == "table" and text[last.end : block.start] == "\n":
            whole[-1] = Block(last.start, block.end, "table", last.level, last.page)
        else:
            whole.append(block)
    return whole


@dataclass(frozen=True, slots=True)
class Repair:
    """Something mended: `after == text[start:end]` stands where the source had `before`.

    A removal has `start == end`. For kind "script" `before == written[start:end]`.
    """

    kind: str
    start: int
    end: int
    before: str
    after: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Damage:
    """Something seen and not mended, at `text[start:end]`; `reason` is a code, `suggestions` are ranked."""

    start: int
    end: int
    text: str
    reason: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingText:
    """One canonical text of one source version.

    text: what is read, tagged and compared: NFC, LF, no BOM, repaired, Simplified.
    written: the same characters in the script as written; `len(written) == len(text)`, so one set of offsets serves both.
    original: what extraction gave. `offset_map` leads from text to original and back.
    repairs: without those of kind "script". A Traditional text has one every few characters, ten times as long as the
    text when written out; they follow from `written`, and `all_repairs` has them.
    language: of the written text ("zh-Hans", "zh-Hant", "en", "und").
    """

    title: str
    language: str
    text: str
    written: str
    original: str
    blocks: tuple[Block, ...]
    sentences: tuple[tuple[int, int], ...]
    repairs: tuple[Repair, ...]
    damage: tuple[Damage, ...]
    warnings: tuple[str, ...]
    offset_map: OffsetMap
    metadata: Mapping[str, str] = field(default_factory=dict)

    def script_repairs(self) -> list[Repair]:
        """One repair for each maximal run of characters whose script was changed, ascending."""
        text, written = self.text, self.written
        return [Repair(SCRIPT, a, b, written[a:b], text[a:b], 1.0) for a, b in script_runs(written, text)]

    def all_repairs(self) -> list[Repair]:
        """Every repair, changes of script among them, in the order of the text."""
        return sorted([*self.repairs, *self.script_repairs()], key=lambda r: (r.start, r.end, r.kind))

    def to_json(self) -> dict[str, Any]:
        """The answer of `manage.py read`, exactly the contract's keys."""
        return self._answer(self.all_repairs(), whole_tables(self.text, self.blocks))

    def _answer(self, repairs: Iterable[Repair], blocks: Iterable[Block]) -> dict[str, Any]:
        return {
            "title": self.title,
            "language": self.language,
            "text": self.text,
            "original": self.original,
            "blocks": [
                {"start": b.start, "end": b.end, "kind": b.kind, "level": b.level, "page": b.page} for b in blocks
            ],
            "sentences": [[s, e] for s, e in self.sentences],
            "repairs": [_repair_json(r) for r in repairs],
            "damage": [
                {
                    "start": d.start,
                    "end": d.end,
                    "text": d.text,
                    "reason": d.reason,
                    "suggestions": list(d.suggestions),
                }
                for d in self.damage
            ],
            "warnings": list(self.warnings),
        }

    def to_store(self) -> dict[str, Any]:
        """Everything, for a pipe or a database column: the contract's keys and `written`, `offset_map`, `metadata`.

        `repairs` are without those of kind "script": `written` tells them.
        """
        return {
            **self._answer(self.repairs, self.blocks),
            "written": self.written,
            "offset_map": [list(s) for s in self.offset_map.segments],
            "metadata": dict(self.metadata),
            "text_version": TEXT_VERSION,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> ReadingText:
        """From `to_store`, or from `to_json` (then its repairs tell `written`, and the offset map says the least it can).

        Raises KeyError, TypeError or ValueError on data of another shape, and when `written` has another length.
        """
        text, original = str(data["text"]), str(data["original"])
        repairs = [
            Repair(r["kind"], r["start"], r["end"], r["before"], r["after"], float(r["confidence"]))
            for r in data["repairs"]
        ]
        written = str(data["written"]) if "written" in data else _written_from(text, repairs)
        if len(written) != len(text):
            raise ValueError("written and text differ in length")
        # Without a stored map the whole text stands for the whole original: coarse, never wrong.
        segments = data.get("offset_map", [[0, len(text), 0, len(original)]] if text else [])
        return cls(
            title=str(data["title"]),
            language=str(data["language"]),
            text=text,
            written=written,
            original=original,
            blocks=tuple(Block(b["start"], b["end"], b["kind"], b["level"], b["page"]) for b in data["blocks"]),
            sentences=tuple((int(s), int(e)) for s, e in data["sentences"]),
            repairs=tuple(r for r in repairs if r.kind != SCRIPT),
            damage=tuple(
                Damage(d["start"], d["end"], d["text"], d["reason"], tuple(d["suggestions"])) for d in data["damage"]
            ),
            warnings=tuple(data["warnings"]),
            offset_map=OffsetMap([(a, b, c, d) for a, b, c, d in segments], len(text), len(original)),
            metadata={str(k): str(v) for k, v in dict(data.get("metadata") or {}).items()},
        )


def _repair_json(repair: Repair) -> dict[str, Any]:
    return {
        "kind": repair.kind,
        "start": repair.start,
        "end": repair.end,
        "before": repair.before,
        "after": repair.after,
        "confidence": repair.confidence,
    }


def _written_from(text: str, repairs: Iterable[Repair]) -> str:
    """The script as written, from repairs of kind "script" (ascending): the inverse of telling them."""
    pieces: list[str] = []
    at = 0
    for repair in repairs:
        if repair.kind == SCRIPT and repair.start >= at:
            pieces += [text[at : repair.start], repair.before]
            at = repair.end
    return "".join([*pieces, text[at:]])


def shown_language(language: str) -> str:
    """The tag of the language that a text of `language` is shown in: Chinese in Simplified characters, however it was written."""
    return "zh-Hans" if language.startswith("zh") else language
