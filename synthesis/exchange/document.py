"""A report section as a document: the plain data every export format is made from, and its pandoc tree.

Text goes into the tree as text; nothing a person wrote is ever read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from synthesis.engine.citations import mark as citation_mark

Node = dict[str, Any]
# The full stop of a sentence, and a short note to the reader after it: 。（需核）
_CLOSING = re.compile(r"[。！？.!?]+(?:（[^（）]{1,12}）| \([^()]{1,24}\))?$")
API_VERSION = [1, 23, 1]


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence and the numbers of its references, ascending."""

    text: str
    references: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PointText:
    title: str
    sentences: Sequence[CitedSentence]


@dataclass(frozen=True, slots=True)
class HeadingText:
    name: str
    points: Sequence[PointText]


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """`notices` stand under the title (not approved, written by rules); `references` are finished lines, the first is [1]."""

    title: str
    language: str
    headings: Sequence[HeadingText]
    references: Sequence[str]
    references_title: str
    notices: Sequence[str] = field(default_factory=tuple)


def pandoc_tree(document: ReportDocument, *, superscript: bool) -> Node:
    """The document as pandoc's JSON tree. `superscript` raises the reference numbers, as printed papers do."""
    gap = [] if document.language == "zh" else [_space()]
    blocks = [_header(1, document.title)]
    blocks += [_paragraph([{"t": "Emph", "c": _words(notice)}]) for notice in document.notices]
    for heading in document.headings:
        blocks.append(_header(2, heading.name))
        for point in heading.points:
            if point.title:
                blocks.append(_header(3, point.title))
            inlines: list[Node] = []
            for sentence in point.sentences:
                inlines += [*_cited(sentence, superscript=superscript), *gap]
            if inlines:
                blocks.append(_paragraph(inlines))
    if document.references:
        blocks.append(_header(2, document.references_title))
        blocks += [
            _paragraph([_raw(f"[{number}] "), *_words(line)])
            for number, line in enumerate(document.references, start=1)
        ]
    meta = {
        "lang": {"t": "MetaString", "c": "zh-CN" if document.language == "zh" else "en-GB"},
        # Word shows it as the document's property; without a title block the heading is not doubled.
        "pagetitle": {"t": "MetaString", "c": document.title},
    }
    return {"pandoc-api-version": API_VERSION, "meta": meta, "blocks": blocks}


def _cited(sentence: CitedSentence, *, superscript: bool) -> list[Node]:
    """The sentence with its mark before the closing full stop, as GB/T 7714 has it."""
    text = sentence.text.rstrip()
    if not sentence.references:
        return _words(text)
    mark = _raw(citation_mark(sentence.references))
    raised: Node = {"t": "Superscript", "c": [mark]} if superscript else mark
    end = _CLOSING.search(text)
    closing = end.group() if end else ""
    text = text.removesuffix(closing)
    return [*_words(text), raised, *(_words(closing) if closing else [])]


def _header(level: int, text: str) -> Node:
    return {"t": "Header", "c": [level, ["", [], []], _words(text)]}


def _paragraph(inlines: list[Node]) -> Node:
    return {"t": "Para", "c": inlines}


def _words(text: str) -> list[Node]:
    """Pandoc's inlines of a text: words with spaces between them."""
    inlines: list[Node] = []
    for word in text.split():
        inlines += [{"t": "Str", "c": word}, _space()]
    return inlines[:-1]


def _space() -> Node:
    return {"t": "Space"}


def _raw(mark: str) -> Node:
    """A reference mark; a code point that Markdown would escape stays readable as it is."""
    return {"t": "Str", "c": mark}
