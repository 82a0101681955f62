"""The demonstration's accounts, one for each role; shown at the end of `make run`."""

from __future__ import annotations

from typing import NamedTuple

from synthesis.infra.policy import Role

DEMO_PASSWORD = "collate-demo"  # noqa: S105 - printed on purpose, for a workspace of invented material


class DemoPerson(NamedTuple):
    key: str
    name: str
    email: str
    role: Role


DEMO_PEOPLE = (
    DemoPerson("alice", "Alice", "alice@demo.invalid", Role.OWNER),
    DemoPerson("bob", "Bob", "bob@demo.invalid", Role.EDITOR),
    DemoPerson("rita", "Rita", "rita@demo.invalid", Role.REVIEWER),
    DemoPerson("tom", "Tom", "tom@demo.invalid", Role.TAGGER),
    DemoPerson("tina", "Tina", "tina@demo.invalid", Role.TAGGER),
    DemoPerson("cara", "Cara", "cara@demo.invalid", Role.READER),
)
