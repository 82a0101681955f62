"""What was found while drafting is told in the language of whoever reads it; what is quoted stays as it is."""

from __future__ import annotations

from html import unescape

import pytest

from synthesis.drafting import actions, actions_outline, selectors
from synthesis.drafting.models import Draft
from synthesis.infra import leases
from tests.world import make_excerpt, make_source

ENGLISH = "Volunteers delivered 38% of all meals in the pilot district."


def found_on(world, draft, language):
    page = world.client("bob").get(world.url(f"drafts/{draft.pk}/"), headers={"accept-language": language})
    return unescape(page.text.split('id="findings"')[1].split('id="comments')[0])


@pytest.fixture
def drafted(world):
    source = make_source(world.workspace, world.bob, title="Pilot", text=f"Pilot\n{ENGLISH}")
    make_excerpt(source, ENGLISH, world.headings["T"], world.bob)
    draft = actions.create_draft(access=world.access("bob"), keys=["T"])
    leases.run(draft.job_id)
    return Draft.objects.get(pk=draft.pk)


def test_advice_and_reasons_follow_the_readers_language(world, drafted):
    english, chinese = found_on(world, drafted, "en"), found_on(world, drafted, "zh-hans")
    title = drafted.paragraphs.first().title
    assert f"“{title}” rests on one source only ({world.source.title})" in english
    assert f"“{title}”只依据一个来源（{world.source.title}）" in chinese
    assert "its language differs from the draft's" in english
    assert "语言与草稿不同" in chinese
    assert "rests on one source" not in chinese
    assert "只依据一个来源" not in english
    assert ENGLISH in english
    assert ENGLISH in chinese


def test_an_excerpt_that_people_left_out_of_the_points_is_said_to_be(world):
    bob, heading = world.access("bob"), world.headings["T"]
    left = make_excerpt(world.source, "老年用户对无感测量的接受度高于预期。", heading, world.bob)
    point = actions_outline.create_point(access=bob, heading=heading, title="测量方式")
    actions_outline.place_excerpt(access=bob, excerpt=world.excerpts[0], heading=heading, point=point)
    draft = actions.create_draft(access=bob, keys=["T"])
    leases.run(draft.job_id)
    draft.refresh_from_db()
    assert [one["code"] for one in draft.findings["unused"] if one["id"] == str(left.pk)] == ["unplaced"]
    assert "it was put to no point" in found_on(world, draft, "en")
    assert "没有归入任何要点" in found_on(world, draft, "zh-hans")


def test_what_was_found_before_stays_as_it_was_written(world, written):
    page = found_on(world, written.draft, "en")
    assert '<span lang="zh-Hans">重复</span>' in page


def test_programs_get_the_texts_alone(drafted):
    answer = selectors.describe(drafted, selectors.sections_of(drafted))
    assert {frozenset(one) for one in answer["unused"]} == {frozenset({"heading", "id", "reason"})}
    assert {frozenset(one) for one in answer["advice"]} == {frozenset({"heading", "kind", "text", "excerpts"})}


def test_a_contradiction_is_named_where_it_has_no_subject_of_its_own(world):
    quotes = (
        "In 2023 some 84 community kitchens in the city served 1.2 million meals.",
        "Community kitchens in the city served 1.5 million meals in 2023.",
    )
    for n, quote in enumerate(quotes):
        source = make_source(world.workspace, world.bob, title=f"Kitchens {n}", text=f"Kitchens {n}\n{quote}")
        make_excerpt(source, quote, world.headings["S"], world.bob)
    type(world.workspace).objects.filter(pk=world.workspace.pk).update(language="en")
    draft = actions.create_draft(access=world.access("bob"), keys=["S"])
    leases.run(draft.job_id)
    draft.refresh_from_db()
    assert "the number of meals served" in found_on(world, draft, "en")
    assert "the number of meals served" in world.client("tom").get(world.url("evidence/?heading=S")).text
