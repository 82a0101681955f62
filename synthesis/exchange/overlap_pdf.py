"""The overlap report as PDF: a page that a supervisor signs, then every passage beside its source, then the draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from synthesis.exchange.overlap_page import ReportPage, shown_of
from synthesis.infra.typesetting import typeset
from synthesis.overlap.painting import Piece, Stretch

_TEMPLATE = Path(__file__).parent / "typst" / "overlap_report.typ"
# Code points of both sides together from which a passage may be divided between two pages.
_LONG = 900


def overlap_pdf(page: ReportPage, *, author: str, made: datetime) -> bytes:
    """The file. Raises TypesettingFailed."""
    return typeset(_TEMPLATE.read_text("utf-8"), report_data(page, author), made=made)


def report_data(page: ReportPage, author: str) -> dict[str, Any]:
    """What the template shows, as plain strings and numbers."""
    shown = shown_of(page)
    words: dict[str, str] = shown["words"]
    title = f"{words['title']} · {page.title}" if page.title else words["title"]
    left_out = [f"{words['left_out']} {' · '.join(page.left_out)} · {words['as_made']} {shown['as_made']}"]
    return {
        "language": page.language,
        "words": words,
        "title": title,
        "author": author,
        "foot": title,
        "about": list(page.subtitle),
        "figures": shown["figures"],
        "plainly": shown["plainly"],
        "made": shown["made"],
        "settings": left_out if page.left_out else [words["nothing_left_out"]],
        "parts": shown["parts"],
        "sources": [(line.name, percent, str(line.matched), str(line.passages)) for line, percent in shown["sources"]],
        "method": [words[name] for name in ("counted", "matched_means", "made_means", "uncited_means", "promise")],
        "key": [_piece(Piece(words[f"key_{how}"], how)) for how in ("same", "moved", "changed")],
        "passages": [_passage(row, words) for row in shown["passages"]],
        "translations": page.candidates is not None,
        "candidates": [_candidate(row) for row in shown["candidates"]],
        "paragraphs": [list(_stretches(row)) for row in shown["paragraphs"]],
    }


def _passage(row: dict[str, Any], words: dict[str, str]) -> dict[str, Any]:
    found, sides = row["found"], row["sides"]
    match = found.match
    return {
        "number": row["number"],
        "head": [
            row["kind"],
            f"{words['longest_run']}: {match.longest_run}",
            f"{words['alike']}: {row['percent']}",
            *([] if found.withheld else [f"{words['place']}: {match.span[0]}–{match.span[1]}"]),
        ],
        "long": len(found.passage) + match.draft[1] - match.draft[0] > _LONG,
        "draft": [_piece(one) for one in sides.draft],
        "source": found.source,
        "before": f"…{found.before}" if found.before else "",
        "found": [_piece(one) for one in sides.source],
        "after": f"{found.after}…" if found.after else "",
        "also": f"{words['also']} {' · '.join(found.also)}" if found.also else "",
        "mark": [row["verdict"], found.mark.comment, found.mark.said] if found.mark else [],
    }


def _candidate(row: dict[str, Any]) -> dict[str, Any]:
    line = row["line"]
    return {
        "number": row["number"],
        "long": len(line.draft) + len(line.passage) > _LONG,
        "draft": line.draft,
        "source": line.source,
        "before": f"…{line.before}" if line.before else "",
        "found": row["passage"],
        "after": f"{line.after}…" if line.after else "",
        "answers": row["answers"],
        "mark": [row["verdict"], line.mark.comment, line.mark.said] if line.mark else [],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    return {"text": piece.text, "how": piece.how, "run": piece.run}


def _stretches(row: Sequence[Stretch]) -> Iterable[dict[str, Any]]:
    for one in row:
        yield {"number": one.number, "first": one.first, "text": "".join(piece.text for piece in one.pieces)}
