"""The one table: what the product says of the roles."""

from __future__ import annotations

import pytest

from synthesis.infra.policy import ROLE_PERMISSIONS, Permission, Role, allows


def test_owners_may_everything() -> None:
    assert ROLE_PERMISSIONS[Role.OWNER] == set(Permission)


def test_every_role_is_in_the_table_and_everybody_reads_the_workspace() -> None:
    assert set(ROLE_PERMISSIONS) == set(Role)
    assert all(allows(role, Permission.READ_WORKSPACE) for role in Role)


def test_readers_write_nothing() -> None:
    assert not [p for p in ROLE_PERMISSIONS[Role.READER] if p.startswith(("write", "manage", "review", "comment"))]


@pytest.mark.parametrize("permission", [Permission.MANAGE_WORKSPACE, Permission.MANAGE_MEMBERS])
def test_only_owners_manage(permission: Permission) -> None:
    assert [role for role in Role if allows(role, permission)] == [Role.OWNER]


def test_reviewers_judge_and_editors_do_not() -> None:
    assert {role for role in Role if allows(role, Permission.REVIEW)} == {Role.REVIEWER, Role.OWNER}
    assert {role for role in Role if allows(role, Permission.WRITE_ANY_DRAFT)} == {Role.EDITOR, Role.OWNER}


def test_an_unknown_role_has_nothing() -> None:
    assert not any(allows("king", permission) for permission in Permission)
    assert not any(allows("", permission) for permission in Permission)
