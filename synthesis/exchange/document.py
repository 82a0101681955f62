"""A report section as a document: the plain data every export format is made from, and its pandoc tree.

Text goes into the tree as text; nothing a person wrote is ever read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from synthesis.engine.citations import mark as citation_mark
from synthesis.infra import pandoc
from synthesis.infra.pandoc import Node, inlines_of, space, word
from synthesis.infra.references import Reference

UNDATED = datetime.fromtimestamp(0, UTC)
# The full stop of a sentence, and a short note to the reader after it: 。（需核）
_CLOSING = re.compile(r"[。！？.!?]+(?:（[^（）]{1,12}）| \([^()]{1,24}\))?$")


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence and the numbers of its references, ascending; `mark` stands in place of the numbers where the style
    cites by author and date."""

    text: str
    references: tuple[int, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PointText:
    title: str
    sentences: Sequence[CitedSentence]


@dataclass(frozen=True, slots=True)
class HeadingText:
    name: str
    points: Sequence[PointText]


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence of the draft and the passages it rests on: `(quotation, where it stands)`."""

    sentence: str
    passages: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class LetStand:
    """A sentence that stands although the check objected: `(what, said)` of who answers for it, why, and the objections."""

    sentence: str
    facts: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Appendix:
    """The evidence behind the sentences, in their order; `let_stand`, under its own title, those that a person let stand."""

    title: str
    proofs: Sequence[Proof]
    let_stand_title: str = ""
    let_stand: Sequence[LetStand] = ()


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """`notices` stand under the title (not approved, written by rules); `references` are finished, the first is [1] when
    they are `numbered`. `watermark` lies behind every page of a paged format. `appendix`: the evidence of each sentence.
    `author` and `made` are for formats that keep such things."""

    title: str
    language: str
    headings: Sequence[HeadingText]
    references: Sequence[Reference]
    references_title: str
    notices: Sequence[str] = field(default_factory=tuple)
    numbered: bool = True
    watermark: str = ""
    appendix: Appendix | None = None
    author: str = ""
    made: datetime = UNDATED


def pandoc_tree(document: ReportDocument, *, superscript: bool) -> Node:
    """The document as pandoc's JSON tree. `superscript` raises the reference numbers, as printed papers do."""
    blocks = [_header(1, document.title)]
    blocks += [_paragraph([{"t": "Emph", "c": inlines_of(notice)}]) for notice in document.notices]
    for heading in document.headings:
        blocks.append(_header(2, heading.name))
        for point in heading.points:
            if point.title:
                blocks.append(_header(3, point.title))
            inlines: list[Node] = []
            for before, sentence in parted_sentences(point, document.language):
                inlines += [*inlines_of(before), *_cited(sentence, superscript=superscript)]
            if inlines:
                blocks.append(_paragraph(inlines))
    if document.references:
        blocks.append(_header(2, document.references_title))
        for number, reference in enumerate(document.references, start=1):
            begin = [word(f"[{number}] ")] if document.numbered else []
            blocks.append(_paragraph([*begin, *reference.inlines]))
    if document.appendix:
        blocks.append(_header(2, document.appendix.title))
        blocks.append(_numbered([_proof(proof) for proof in document.appendix.proofs]))
        if document.appendix.let_stand:
            blocks.append(_header(2, document.appendix.let_stand_title))
            blocks.append(_numbered([_answered(one, document.language) for one in document.appendix.let_stand]))
    # Word shows the title as the document's property; without a title block the heading is not doubled.
    facts = {"lang": "zh-CN" if document.language == "zh" else "en-GB", "pagetitle": document.title}
    return pandoc.document(blocks, facts)


def parted(sentence: CitedSentence) -> tuple[str, str, bool, str]:
    """The sentence's words, its mark, whether that is a number to be raised, and the closing stop, which stands behind the
    mark, as GB/T 7714 has it. A mark in words begins with a space where one belongs."""
    text = sentence.text.strip()
    if not sentence.references:
        return text, "", False, ""
    end = _CLOSING.search(text)
    closing = end.group() if end else ""
    text = text.removesuffix(closing)
    if sentence.mark:
        return text, sentence.mark if sentence.mark.startswith("（") else f" {sentence.mark}", False, closing
    return text, citation_mark(sentence.references), True, closing


def parted_sentences(point: PointText, language: str) -> Iterator[tuple[str, CitedSentence]]:
    """Each sentence, and before it what parts it from the one before: nothing behind a Chinese stop in a Chinese document,
    else a space."""
    last = ""
    for sentence in point.sentences:
        yield " " if last and (language != "zh" or last.isascii()) else "", sentence
        last = sentence.text.strip()[-1:]


def _cited(sentence: CitedSentence, *, superscript: bool) -> list[Node]:
    text, mark, number, closing = parted(sentence)
    nodes = inlines_of(text)
    if number:
        nodes.append({"t": "Superscript", "c": [word(mark)]} if superscript else word(mark))
    elif mark:
        nodes += inlines_of(mark)
    return [*nodes, *inlines_of(closing)]


def _proof(proof: Proof) -> list[Node]:
    """The sentence, then its passages as quotations with their places."""
    passages = [
        [_paragraph([*inlines_of(f"“{quotation}”"), space(), {"t": "Emph", "c": inlines_of(place)}])]
        for quotation, place in proof.passages
    ]
    return [_paragraph(inlines_of(proof.sentence)), {"t": "BulletList", "c": passages}]


def _answered(one: LetStand, language: str) -> list[Node]:
    facts = [[_paragraph(inlines_of(told(fact, language)))] for fact in one.facts]
    return [_paragraph(inlines_of(one.sentence)), {"t": "BulletList", "c": facts}]


def told(fact: tuple[str, str], language: str) -> str:
    """What is said of a sentence that was let stand, as a line."""
    return f"{fact[0]}: {fact[1]}" if language == "en" else f"{fact[0]}：{fact[1]}"


def _numbered(items: list[list[Node]]) -> Node:
    return {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], items]}


def _header(level: int, text: str) -> Node:
    return {"t": "Header", "c": [level, ["", [], []], inlines_of(text)]}


def _paragraph(inlines: list[Node]) -> Node:
    return {"t": "Para", "c": inlines}
