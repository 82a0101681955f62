"""Who may what: the one table. Rows are roles of a workspace, entries are permissions; nothing else decides.

Ownership of single rows (one's own excerpt, one's own draft) is decided by the actions that write them,
with `…_any` permissions naming the people who are not bound by it.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Roles of a member, as in the product's description; the order is the order of trust."""

    READER = "reader"
    TAGGER = "tagger"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    OWNER = "owner"


class Permission(StrEnum):
    """What a page, an action or a stream can ask for."""

    READ_WORKSPACE = "read_workspace"
    MANAGE_WORKSPACE = "manage_workspace"  # brief, headings, name
    MANAGE_MEMBERS = "manage_members"  # invitations, roles, deletion
    READ_SOURCES = "read_sources"
    WRITE_SOURCES = "write_sources"
    READ_EXCERPTS = "read_excerpts"  # everybody's; without it only accepted ones
    WRITE_EXCERPTS = "write_excerpts"  # one's own
    WRITE_ANY_EXCERPT = "write_any_excerpt"
    READ_OUTLINE = "read_outline"
    WRITE_OUTLINE = "write_outline"
    READ_DRAFTS = "read_drafts"  # everybody's; without it only approved ones
    WRITE_DRAFTS = "write_drafts"  # one's own
    WRITE_ANY_DRAFT = "write_any_draft"
    READ_REPORTS = "read_reports"
    WRITE_REPORTS = "write_reports"
    COMMENT = "comment"
    REVIEW = "review"  # accept and return tags and drafts
    EXPORT = "export"
    READ_AUDIT = "read_audit"


_READER = frozenset({Permission.READ_WORKSPACE, Permission.READ_SOURCES, Permission.EXPORT})
_TAGGER = _READER | {
    Permission.READ_EXCERPTS,
    Permission.WRITE_EXCERPTS,
    Permission.READ_OUTLINE,
    Permission.READ_DRAFTS,
    Permission.WRITE_DRAFTS,
    Permission.READ_REPORTS,
    Permission.WRITE_REPORTS,
    Permission.COMMENT,
}
_REVIEWER = _TAGGER | {Permission.REVIEW, Permission.READ_AUDIT}
_EDITOR = _TAGGER | {
    Permission.WRITE_SOURCES,
    Permission.WRITE_ANY_EXCERPT,
    Permission.WRITE_OUTLINE,
    Permission.WRITE_ANY_DRAFT,
}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.READER: _READER,
    Role.TAGGER: _TAGGER,
    Role.REVIEWER: _REVIEWER,
    Role.EDITOR: _EDITOR,
    Role.OWNER: frozenset(Permission),
}


def allows(role: str, permission: Permission) -> bool:
    """Whether a member with `role` has `permission`; an unknown role has none."""
    return role in ROLE_PERMISSIONS and permission in ROLE_PERMISSIONS[Role(role)]
