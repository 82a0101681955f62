"""Revisions in words and differences."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from synthesis.drafting import selectors
from synthesis.drafting.models import AuthorKind, Draft, Revision
from synthesis.drafting.selectors import Section, heading_names
from synthesis.engine import revisions as engine
from synthesis.infra.policy import Permission
from synthesis.workspaces.policy import Access

_VERBS = {
    "wrote": gettext_noop("wrote the draft"),
    "rewrote": gettext_noop("wrote the open points again"),
    "edited": gettext_noop("edited a sentence"),
    "added": gettext_noop("added a sentence"),
    "removed": gettext_noop("removed a sentence"),
    "moved": gettext_noop("moved a sentence"),
    "followed": gettext_noop("put the points into the order of the board"),
    "restored": gettext_noop("restored an earlier state"),
    "overruled": gettext_noop("let a sentence stand"),
    "judged": gettext_noop("took back that a sentence may stand"),
}


_PUT_BACK = gettext_noop("put back a sentence that had been removed")


def author_in_words(kind: str, author: Any) -> str:
    """Who wrote it."""
    return str(author) if kind == AuthorKind.PERSON and author else str(AuthorKind(kind).label)


def row(revision: Revision) -> dict[str, Any]:
    """A revision for a list."""
    put_back = revision.verb == "restored" and revision.sentence_id
    return {
        "number": revision.number,
        "created": revision.created,
        "author": author_in_words(revision.author_kind, revision.author),
        "machine": revision.author is None,
        "did": _(_PUT_BACK if put_back else _VERBS.get(revision.verb, revision.verb)),
    }


def earlier(access: Access, draft: Draft, number: int) -> list[dict[str, Any]]:
    """The revisions that this one can be compared with, newest first."""
    return [row(one) for one in selectors.revisions_of(access, draft).filter(number__lt=number)]


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


def shown_difference(access: Access, before: Revision | None, after: Revision) -> list[dict[str, Any]]:
    """`difference` for the page: each paragraph with the `heading` it opens ("" under the one before it), whether it
    `changed` or only `moved`, and its sentences as `(change, cited, dropped)`: quotations that the later revision cites and the earlier
    did not, and the other way round, of sentences that stand in both."""
    now, was = _cites(after.snapshot), _cites(before.snapshot if before else after.snapshot)
    keys = {part["id"]: part["heading"] for side in (before, after) if side for part in side.snapshot["paragraphs"]}
    names = heading_names(access, keys.values())
    rows: list[dict[str, Any]] = []
    above = ""
    for part in difference(before, after):
        key = keys.get(part.id, "")
        sentences = []
        for one in part.sentences:
            old, new = was.get(one.id, ()), now.get(one.id, ())
            both = one.id in was and one.id in now
            cited = [quote for pk, quote in new if (pk, quote) not in old] if both else []
            dropped = [quote for pk, quote in old if (pk, quote) not in new] if both else []
            sentences.append({"change": one, "cited": cited, "dropped": dropped})
        heading = names.get(key, key) if key != above else ""
        shown = {"title": part.title, "changed": part.changed, "moved": part.moved, "sentences": sentences}
        rows.append({"heading": heading, **shown})
        above = key
    return rows


def approved_before(access: Access, draft: Draft) -> Revision | None:
    """The approved revision, when the draft has changed since and the person may see how."""
    number = draft.approved_revision
    if number is None or number == draft.revision or not access.has(Permission.READ_DRAFTS):
        return None
    return Revision.objects.filter(draft=draft, number=number).first()


def since_approval(approved: Revision, sections: list[Section]) -> dict[str, Any]:
    """What differs from the approved revision: `changes` (sentence id → added or edited) and how many are `gone`."""
    changes = changed_since(approved, sections)
    return {
        "number": approved.number,
        "changes": changes,
        "changed": len(changes),
        "gone": gone_since(approved, sections),
    }


def changed_since(before: Revision, sections: list[Section]) -> dict[str, str]:
    """Sentences that differ from a revision by text or citations: id → "added" or "edited"."""
    was = {s["id"]: (s["text"], _cited(s)) for part in before.snapshot["paragraphs"] for s in part["sentences"]}
    now = {
        str(s.pk): (s.text, tuple((str(c.excerpt_id), c.quote) for c in s.cited))
        for section in sections
        for paragraph in section.paragraphs
        for s in paragraph.shown  # type: ignore[attr-defined]
    }
    return {sid: "edited" if sid in was else "added" for sid, said in now.items() if was.get(sid) != said}


def gone_since(before: Revision, sections: list[Section]) -> int:
    """How many sentences of a revision stand in the draft no more."""
    was = {s["id"] for part in before.snapshot["paragraphs"] for s in part["sentences"]}
    now = {str(s.pk) for section in sections for p in section.paragraphs for s in p.shown}  # type: ignore[attr-defined]
    return len(was - now)


def _paragraphs(snapshot: dict[str, Any]) -> list[engine.Paragraph]:
    return [
        engine.Paragraph(part["id"], part["title"], tuple((s["id"], s["text"]) for s in part["sentences"]))
        for part in snapshot["paragraphs"]
    ]


def _cites(snapshot: dict[str, Any]) -> dict[str, tuple[tuple[str, str], ...]]:
    return {s["id"]: _cited(s) for part in snapshot["paragraphs"] for s in part["sentences"]}


def _cited(sentence: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Excerpt and quotation of each citation in a snapshot; an excerpt cited as it reads now is another citation."""
    return tuple((c["excerpt_id"], c["quote"]) for c in sentence["citations"])
