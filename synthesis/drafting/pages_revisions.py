"""Revisions in words and differences."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from synthesis.drafting.models import Revision
from synthesis.drafting.pages import author_of
from synthesis.engine import revisions as engine

_VERBS = {
    "wrote": gettext_noop("wrote the draft"),
    "edited": gettext_noop("edited a sentence"),
    "added": gettext_noop("added a sentence"),
    "removed": gettext_noop("removed a sentence"),
    "moved": gettext_noop("moved a sentence"),
    "restored": gettext_noop("restored an earlier state"),
}


def row(revision: Revision) -> dict[str, Any]:
    """A revision for a list."""
    return {
        "number": revision.number,
        "created": revision.created,
        "author": author_of(revision.author_kind, revision.author),
        "machine": revision.author is None,
        "did": _(_VERBS.get(revision.verb, revision.verb)),
    }


def difference(before: Revision | None, after: Revision) -> list[engine.ParagraphChange]:
    """Paragraphs with the changes of their sentences; citations that changed make a sentence `edited`, too.

    The first revision is shown as it is: everything in it is new.
    """
    old = before.snapshot if before else after.snapshot
    parts = engine.compare(_paragraphs(old), _paragraphs(after.snapshot))
    recited = _cites(old).items() ^ _cites(after.snapshot).items()
    ids = {sid for sid, _cited in recited}
    for part in parts:
        part.sentences[:] = [
            engine.SentenceChange(s.id, "edited", s.pieces) if s.change == "same" and s.id in ids else s
            for s in part.sentences
        ]
    return parts


def _paragraphs(snapshot: dict[str, Any]) -> list[engine.Paragraph]:
    return [
        engine.Paragraph(part["id"], part["title"], tuple((s["id"], s["text"]) for s in part["sentences"]))
        for part in snapshot["paragraphs"]
    ]


def _cites(snapshot: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {
        s["id"]: tuple(c["excerpt_id"] for c in s["citations"])
        for part in snapshot["paragraphs"]
        for s in part["sentences"]
    }
