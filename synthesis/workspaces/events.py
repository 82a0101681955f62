"""The audit log in words: one sentence for each verb, in the reader's language.

Rooms above add theirs with `register_words`; a verb without a sentence is shown as it is, never hidden.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, pgettext_lazy

from synthesis.infra.models import AuditEntry
from synthesis.workspaces.models import ROLE_CHOICES, Workspace

WORDS: dict[str, str] = {
    "workspace.created": gettext_noop("{actor} created the workspace"),
    "workspace.changed": gettext_noop("{actor} changed the brief: {fields}"),
    "workspace.deleted": gettext_noop("{actor} deleted the workspace"),
    "invitation.created": gettext_noop("{actor} made an invitation link for the role {role}"),
    "invitation.revoked": gettext_noop("{actor} revoked an invitation link"),
    "member.joined": gettext_noop("{actor} joined as {role}"),
    "member.added": gettext_noop("{actor} added {name} as {role}"),
    "member.role_changed": gettext_noop("{actor} changed the role of {name} from {role_before} to {role}"),
    "member.removed": gettext_noop("{actor} removed {name}"),
    "member.left": gettext_noop("{actor} left the workspace"),
    "job.cancelled": gettext_noop("{actor} stopped a job: {job}"),
    "job.retried": gettext_noop("{actor} started a job again: {job}"),
}
# What a job is about, by its kind.
JOBS: dict[str, str] = {}
NOBODY = pgettext_lazy("who did it", "Collate")


def register_words(verb: str, sentence: str) -> None:
    """`sentence` is an English msgid; `{actor}` and the keys of the entry's `before` and `after` may stand in it."""
    WORDS[verb] = sentence


def register_job(kind: str, name: str) -> None:
    """`name` is an English msgid that says what a job of this kind does, e.g. "Reading a source"."""
    JOBS[kind] = name


def job_name(kind: str) -> str:
    """What a job of this kind does; the kind itself when no room has said."""
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
        return ", ".join(str(one) for one in value)
    return str(value)


def _changed_fields(entry: AuditEntry) -> str:
    """The names of the workspace's columns whose value differs."""
    known = {field.name: field for field in Workspace._meta.concrete_fields}
    changed = [name for name, value in entry.after.items() if name in known and entry.before.get(name) != value]
    return ", ".join(str(known[name].verbose_name) for name in changed)
