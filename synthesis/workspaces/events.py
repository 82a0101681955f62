"""The audit log in words: one sentence for each verb, in the reader's language.

The words of the rooms above stand here too, since they are only words; `register_words` adds more.
A verb without a sentence is shown as it is, never hidden.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, pgettext, pgettext_lazy

from synthesis.infra.models import AuditEntry
from synthesis.workspaces.models import ROLE_CHOICES, Workspace

WORDS: dict[str, str] = {
    "workspace.created": gettext_noop("{actor} created the workspace"),
    "workspace.changed": gettext_noop("{actor} changed the brief: {fields}"),
    "workspace.deleted": gettext_noop("{actor} deleted the workspace"),
    "invitation.created": gettext_noop("{actor} created an invitation link for the role {role}"),
    "invitation.revoked": gettext_noop("{actor} revoked an invitation link"),
    "member.joined": gettext_noop("{actor} joined as {role}"),
    "member.added": gettext_noop("{actor} added {name} as {role}"),
    "member.role_changed": gettext_noop("{actor} changed the role of {name} from {role_before} to {role}"),
    "member.removed": gettext_noop("{actor} removed {name}"),
    "member.left": gettext_noop("{actor} left the workspace"),
    "job.cancelled": gettext_noop("{actor} stopped a job: {job}"),
    "job.retried": gettext_noop("{actor} restarted a job: {job}"),
    "source.added": gettext_noop("{actor} added the source {title}"),
    "source.renamed": gettext_noop("{actor} renamed the source {title_before} to {title}"),
    "source.cited": gettext_noop("{actor} changed the citation data of a source"),
    "source.deleted": gettext_noop("{actor} removed the source {title}"),
    "source.restored": gettext_noop("{actor} restored the source {title}"),
    "source.retried": gettext_noop("{actor} had a source read again"),
    "repair.reverted": gettext_noop("{actor} put a repair back in {title}"),
    "repair.restored": gettext_noop("{actor} took a decision about a repair back in {title}"),
    "repair.chosen": gettext_noop("{actor} chose what stands in a damaged place of {title}"),
    "repair.accepted": gettext_noop("{actor} found a place right as it stands in {title}"),
    "repair.kind_off": gettext_noop("{actor} switched off a kind of repair in {title}"),
    "repair.kind_on": gettext_noop("{actor} switched a kind of repair on again in {title}"),
    "source.version_added": gettext_noop("{actor} added a newer version of {title}"),
    "source.version_retried": gettext_noop("{actor} had a newer version of a source read again"),
    "source.version_dismissed": gettext_noop("{actor} dismissed the version {file_before}, which could not be read"),
    "source.version_failed": gettext_noop("A newer version could not be read: {file}"),
    "source.renewed": gettext_noop("{title} has a newer version"),
    "source.reanchored": gettext_noop(
        "Excerpts came along to the newer text of {title}: {exact} unchanged, {moved} moved, {fuzzy} similar, {orphan} not found"
    ),
    "source.kept_both": gettext_noop("{actor} keeps both {title} and {other}"),
    "excerpt.reanchored": gettext_noop("{actor} placed an excerpt in a newer text: “{quote}”"),
    "source.read": gettext_noop("A source has been read"),
    "source.failed": gettext_noop("A source could not be read"),
    "excerpt.created": gettext_noop("{actor} tagged “{quote}”"),
    "excerpt.retagged": gettext_noop("{actor} changed the tags of “{quote}”"),
    "excerpt.noted": gettext_noop("{actor} wrote a note on “{quote}”"),
    "excerpt.deleted": gettext_noop("{actor} removed the excerpt “{quote}”"),
    "excerpt.undone": gettext_noop("{actor} undid a change to “{quote}”"),
    "excerpt.redone": gettext_noop("{actor} redid a change to “{quote}”"),
    "excerpt.accepted": gettext_noop("{actor} accepted an excerpt"),
    "excerpt.returned": gettext_noop("{actor} returned an excerpt"),
    "excerpt.open": gettext_noop("{actor} withdrew the review of an excerpt"),
    "excerpt.placed": gettext_noop("{actor} placed an excerpt in the outline"),
    "suggestion.accepted": gettext_noop("{actor} accepted a suggestion"),
    "suggestion.dismissed": gettext_noop("{actor} dismissed a suggestion"),
    "suggestion.open": gettext_noop("{actor} brought a dismissed suggestion back"),
    "heading.created": gettext_noop("{actor} added the heading {name}"),
    "heading.changed": gettext_noop("{actor} changed the heading {name}"),
    "heading.deleted": gettext_noop("{actor} removed the heading {name}"),
    "comment.added": gettext_noop("{actor} commented"),
    "comment.deleted": gettext_noop("{actor} removed a comment"),
    "point.created": gettext_noop("{actor} added the point “{title}” to the outline"),
    "point.renamed": gettext_noop("{actor} renamed the point “{title_before}” to “{title}”"),
    "point.moved": gettext_noop("{actor} moved a point of the outline"),
    "point.deleted": gettext_noop("{actor} removed the point “{title}” from the outline"),
    "outline.arranged": gettext_noop("{actor} arranged the outline automatically"),
    "draft.created": gettext_noop("{actor} requested a draft"),
    "draft.retried": gettext_noop("{actor} requested a draft again"),
    "draft.written": gettext_noop("A draft has been written"),
    "draft.failed": gettext_noop("A draft could not be written"),
    "draft.renamed": gettext_noop("{actor} renamed the draft {title_before} to {title}"),
    "draft.deleted": gettext_noop("{actor} removed a draft"),
    "draft.restored": gettext_noop("{actor} restored revision {from} of a draft"),
    "draft.reopened": gettext_noop("{actor} reopened a draft by editing it"),
    "draft.submitted": gettext_noop("{actor} submitted a draft for review"),
    "draft.withdrawn": gettext_noop("{actor} withdrew a draft from review"),
    "draft.approved": gettext_noop("{actor} approved revision {revision} of a draft"),
    "draft.returned": gettext_noop("{actor} returned a draft"),
    "sentence.edited": gettext_noop("{actor} edited a sentence"),
    "sentence.added": gettext_noop("{actor} added a sentence"),
    "sentence.moved": gettext_noop("{actor} moved a sentence"),
    "sentence.removed": gettext_noop("{actor} removed a sentence"),
    "sentence.overruled": gettext_noop("{actor} let a sentence stand against the check"),
    "sentence.judged": gettext_noop("{actor} put a sentence under the check again"),
    "model.connected": gettext_noop("{actor} connected the model {name}"),
    "model.changed": gettext_noop("{actor} changed the connection to the model {name}"),
    "model.removed": gettext_noop("{actor} disconnected the model {name}"),
    "report.requested": gettext_noop("{actor} requested an overlap report"),
    "report.retried": gettext_noop("{actor} requested an overlap report again"),
    "report.finished": gettext_noop("An overlap report is ready"),
    "report.failed": gettext_noop("An overlap report could not be finished"),
    "comparison.requested": gettext_noop("{actor} had many texts compared with each other"),
    "comparison.repeated": gettext_noop("{actor} had many texts compared with each other again"),
    "given.added": gettext_noop("{actor} entered words that everybody was given: “{text}”"),
    "given.removed": gettext_noop("{actor} lets words count again that everybody was given: “{text}”"),
}
# What a job does, by its kind.
JOBS: dict[str, str] = {
    "sources.extract": gettext_noop("Reading a source"),
    "tagging.suggest": gettext_noop("Suggesting tags"),
    "sources.read_version": gettext_noop("Reading a newer version"),
    "sources.index": gettext_noop("Making a source searchable"),
    "sources.liken": gettext_noop("Looking for sources that are alike"),
    "tagging.reanchor": gettext_noop("Taking excerpts along to the newer text"),
    "drafting.write": gettext_noop("Writing a draft"),
    "drafting.rewrite": gettext_noop("Writing a draft again"),
    "drafting.try_model": gettext_noop("Trying the model"),
    "overlap.report": gettext_noop("Comparing a draft with the sources"),
    "overlap.translations": gettext_noop("Looking for translated passages"),
    "overlap.matrix": gettext_noop("Comparing many texts with each other"),
}
LONGEST = 60
NOBODY = pgettext_lazy("who did it", "Collate")


def register_words(verb: str, sentence: str) -> None:
    """`sentence` is an English msgid; `{actor}` and the keys of the entry's `before` and `after` may stand in it."""
    WORDS[verb] = sentence


def job_name(kind: str) -> str:
    """What a job of this kind does; the kind itself when it is not listed."""
    return _(JOBS[kind]) if kind in JOBS else kind


class _Values(dict[str, str]):
    """Old entries may lack what a newer sentence asks for."""

    def __missing__(self, key: str) -> str:
        return "–"


def in_words(entry: AuditEntry, actor: str | None) -> str:
    """One sentence about the entry, plain text in the current language."""
    who = actor or str(NOBODY)
    sentence = WORDS.get(entry.verb)
    if sentence is None:
        return f"{who} · {entry.verb}"
    values = _Values({key: _shown(key, value) for key, value in (entry.before | entry.after).items()})
    values |= {f"{key}_before": _shown(key, value) for key, value in entry.before.items()}
    values |= {"actor": who, "fields": _changed_fields(entry)}
    if "kind" in entry.after:
        values["job"] = job_name(str(entry.after["kind"]))
    return _(sentence).format_map(values)


def _shown(key: str, value: Any) -> str:
    if key == "role":
        return str(dict(ROLE_CHOICES).get(value, value))
    if isinstance(value, list):
        return pgettext("between the items of a list", ", ").join(str(one) for one in value)
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _changed_fields(entry: AuditEntry) -> str:
    """The names of the workspace's columns whose value differs."""
    known = {field.name: field for field in Workspace._meta.concrete_fields}  # noqa: SLF001 - documented API
    changed = [name for name, value in entry.after.items() if name in known and entry.before.get(name) != value]
    return pgettext("between the items of a list", ", ").join(str(known[name].verbose_name) for name in changed)
