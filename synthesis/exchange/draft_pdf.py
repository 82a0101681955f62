"""A draft as PDF, set by typst from plain data."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from synthesis.exchange.document import CitedSentence, ReportDocument, parted, parted_sentences, told
from synthesis.infra.pandoc import plain
from synthesis.infra.typesetting import typeset

_TEMPLATE = Path(__file__).parent / "typst" / "draft.typ"


def to_pdf(document: ReportDocument) -> bytes:
    """The file; an unapproved draft has its watermark on every page. Raises TypesettingFailed."""
    return typeset(_TEMPLATE.read_text("utf-8"), _data(document), made=document.made)


def _data(document: ReportDocument) -> dict[str, Any]:
    proofs = document.appendix.proofs if document.appendix else []
    let_stand = document.appendix.let_stand if document.appendix else []
    return {
        "language": document.language,
        "title": document.title,
        "author": document.author,
        "notices": list(document.notices),
        "watermark": document.watermark,
        "headings": [
            {
                "name": heading.name,
                "points": [
                    {
                        "title": point.title,
                        "runs": [
                            run
                            for before, sentence in parted_sentences(point, document.language)
                            for run in _runs(before, sentence)
                        ],
                    }
                    for point in heading.points
                    if point.sentences
                ],
            }
            for heading in document.headings
        ],
        "numbered": document.numbered,
        "references_title": document.references_title,
        "references": [list(_pieces(reference.inlines)) for reference in document.references],
        "proofs_title": document.appendix.title if document.appendix else "",
        "proofs": [{"sentence": p.sentence, "passages": [list(pair) for pair in p.passages]} for p in proofs],
        "let_stand_title": document.appendix.let_stand_title if document.appendix else "",
        "let_stand": [
            {"sentence": one.sentence, "facts": [told(fact, document.language) for fact in one.facts]}
            for one in let_stand
        ],
    }


def _runs(before: str, sentence: CitedSentence) -> list[dict[str, Any]]:
    text, mark, raised, closing = parted(sentence)
    runs: list[dict[str, Any]] = [{"text": before + text}]
    if mark:
        runs.append({"text": mark, "mark": True} if raised else {"text": mark})
    return [*runs, {"text": closing}]


def _pieces(inlines: Iterable[Any]) -> Iterable[dict[str, Any]]:
    """Runs of a reference: italics stay, everything else is words."""
    for node in inlines:
        if node["t"] == "Emph":
            yield {"text": plain(node["c"]), "italic": True}
        else:
            yield {"text": plain([node])}
