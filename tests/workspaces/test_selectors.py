"""The steps of the overview, and the audit log in words."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest
from django.utils import translation

from synthesis.infra import audit
from synthesis.infra.errors import Forbidden
from synthesis.infra.models import AuditEntry
from synthesis.tagging.codebooks import TEMPLATES
from synthesis.workspaces import actions, events, selectors
from synthesis.workspaces.forms import PREVIEWS
from synthesis.workspaces.models import Member, Template
from synthesis.workspaces.selectors import StepCount
from tests.world import World


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> dict[str, StepCount]:
    """Numbers that a test sets, in place of the rooms' own."""
    numbers: dict[str, StepCount] = {}
    registry = {name: (lambda access, name=name: numbers.get(name, StepCount(0))) for name in selectors.STEPS}
    monkeypatch.setattr(selectors, "STEP_COUNTS", registry)
    return numbers


def next_for(world: World, who: str) -> str | None:
    step = selectors.next_step(selectors.steps_of(world.access(who)))
    return step.name if step else None


def test_the_next_step_is_the_first_empty_one_that_is_mine(world: World, counts: dict[str, StepCount]) -> None:
    assert next_for(world, "bob") == "sources"
    assert next_for(world, "tom") == "tagging"
    assert next_for(world, "cara") is None
    counts |= {"sources": StepCount(4), "tagging": StepCount(9), "arrange": StepCount(3)}
    assert next_for(world, "alice") == "draft"


def test_then_the_first_with_work_left_then_nothing(world: World, counts: dict[str, StepCount]) -> None:
    counts |= {name: StepCount(1) for name in selectors.STEPS}
    assert next_for(world, "alice") is None
    counts["tagging"] = StepCount(5, waiting=2)
    assert next_for(world, "alice") == "tagging"
    states = [step.state for step in selectors.steps_of(world.access("alice"))]
    assert states == ["done", "open", "done", "done", "done", "done"]


def test_without_numbers_steps_are_shown_plainly(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selectors, "STEP_COUNTS", {})
    assert {step.state for step in selectors.steps_of(world.access("bob"))} == {"unknown"}
    assert next_for(world, "bob") == "sources"


def test_a_step_without_numbers_before_an_empty_one_comes_first(
    world: World, counts: dict[str, StepCount], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(selectors.STEP_COUNTS, "sources")
    assert next_for(world, "bob") == "sources"
    counts["tagging"] = StepCount(3)
    assert next_for(world, "bob") == "arrange"


def test_a_step_that_does_not_exist_cannot_be_registered() -> None:
    with pytest.raises(ValueError, match="knitting"):
        selectors.register_step("knitting", lambda access: StepCount(0))


def test_the_previews_are_what_the_templates_bring() -> None:
    for template, headings in PREVIEWS.items():
        if template != Template.OWN:
            assert [key for key, _ in headings] == [heading.key for heading in TEMPLATES[template]]


def test_deeds_are_told_in_words(world: World) -> None:
    alice = world.access("alice")
    actions.change_role(access=alice, member=Member.objects.get(user=world.tina), role="reviewer")
    actions.change_brief(access=alice, points_per_heading=2, topic=world.workspace.topic)
    actions.create_invitation(access=alice, role="reader")
    with translation.override("en"):
        words = [row["words"] for row in selectors.audit_log(alice)]
    assert words == [
        "Alice created an invitation link for the role reader",
        "Alice changed the brief: points per heading",
        "Alice changed the role of Tina from tagger to reviewer",
    ]


def test_every_deed_and_every_job_has_its_words() -> None:
    """The literal names in the calls that record and enqueue."""
    import_module("synthesis.urls")  # the rooms bring words of their own
    names = {
        one.value
        for path in Path(events.__file__).parents[1].glob("*/actions*.py")
        if path.parent.name != "accounts"  # what people do to their own account stands in no workspace's log
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and re.search("record|_publish|_say|enqueue", ast.unparse(call.func))
        for one in (part for argument in call.args for part in ast.walk(argument))
        if isinstance(one, ast.Constant) and re.fullmatch(r"[a-z]+\.[a-z_]+", str(one.value))
    }
    assert len(names) > 50
    assert names <= events.WORDS.keys() | events.JOBS.keys()


def test_braces_in_a_name_are_only_braces(world: World) -> None:
    world.tina.name = "{actor.password} {0}"
    world.tina.save()
    actions.remove_member(access=world.access("alice"), member=Member.objects.get(user=world.tina))
    with translation.override("en"):
        assert selectors.audit_log(world.access("alice"))[0]["words"] == "Alice removed {actor.password} {0}"


def test_an_unknown_verb_is_shown_as_it_is(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    audit.record("thing.done", world.source, actor_id=None, workspace_id=world.workspace.pk, after={"n": 3})
    entry = AuditEntry.objects.get(verb="thing.done")
    assert events.in_words(entry, None) == "Collate · thing.done"
    monkeypatch.setitem(events.WORDS, "thing.done", "{actor} did {n} of {what}")
    assert events.in_words(entry, "Bob") == "Bob did 3 of –"


@pytest.mark.parametrize("who", ["bob", "tom", "cara"])
def test_the_log_is_not_for_everybody(world: World, who: str) -> None:
    with pytest.raises(Forbidden):
        selectors.audit_log(world.access(who))
