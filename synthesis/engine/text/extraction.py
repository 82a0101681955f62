"""What a parser hands over: the text of a file in blocks, before any repair. Not the reading text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

BlockKind = Literal["heading", "paragraph", "list", "table", "caption", "footnote", "boilerplate"]
BLOCK_KINDS: frozenset[str] = frozenset({"heading", "paragraph", "list", "table", "caption", "footnote", "boilerplate"})


@dataclass(frozen=True, slots=True)
class ExtractedBlock:
    """One piece of the file.

    `kind` "paragraph" means "running text, not analysed": the engine looks for headings, lists and tables in it.
    `level` is a heading's (1 highest) or a list item's; `page` the physical page, from 1. `continued` says that by its
    place on the page it carries on the running text of the block before, which a page or column cut.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int | None = None
    page: int | None = None
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """A whole file as its parser saw it.

    `structured` is true when the format itself says what is a heading or a paragraph (Word, Markdown, HTML);
    false for plain text and PDF, where lines may be wrapped and pages cut. `laid_out` is true when each block is a whole
    paragraph, heading or table as its geometry tells, and line feeds in it are ends of lines. `encoding` is the decoder
    used for bytes.
    """

    blocks: tuple[ExtractedBlock, ...]
    title: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    kind: str = "txt"
    encoding: str | None = None
    structured: bool = False
    laid_out: bool = False

    def to_json(self) -> dict[str, Any]:
        """As JSON-able data, for the pipe between parser and caller."""
        return {
            "blocks": [[b.text, b.kind, b.level, b.page, b.continued] for b in self.blocks],
            "title": self.title,
            "metadata": dict(self.metadata),
            "warnings": list(self.warnings),
            "kind": self.kind,
            "encoding": self.encoding,
            "structured": self.structured,
            "laid_out": self.laid_out,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Extraction:
        """The inverse of `to_json`. Raises ValueError, KeyError or TypeError on data of another shape."""
        blocks = []
        for text, kind, level, page, continued in data["blocks"]:
            if kind not in BLOCK_KINDS or not isinstance(text, str):
                raise ValueError(f"bad block kind {kind!r}")
            blocks.append(ExtractedBlock(text, kind, level, page, bool(continued)))
        return cls(
            blocks=tuple(blocks),
            title=str(data.get("title") or ""),
            metadata={str(k): str(v) for k, v in dict(data.get("metadata") or {}).items()},
            warnings=tuple(str(w) for w in data.get("warnings") or ()),
            kind=str(data.get("kind") or "txt"),
            encoding=data.get("encoding"),
            structured=bool(data.get("structured")),
            laid_out=bool(data.get("laid_out")),
        )
