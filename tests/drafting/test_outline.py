"""The outline: points, their order, what lies in them; the board that shows it."""

from __future__ import annotations

import json
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from synthesis.drafting import actions_outline as act
from synthesis.drafting import actions_proposing, selectors_outline
from synthesis.drafting.models import Point
from synthesis.infra.errors import Forbidden, Invalid
from synthesis.infra.models import AuditEntry, Event
from synthesis.tagging.models import Excerpt, Tag
from tests.world import make_excerpt, make_source

SCRIPT = "<script>alert('x')</script>"


@pytest.fixture
def more(world):
    """Three excerpts under T."""
    quotes = ["老年用户对无感测量的接受度高于预期。", "基层诊所仍以台式血压计为主"]
    extra = [make_excerpt(world.source, quote, world.headings["T"], world.tina) for quote in quotes]
    return [world.excerpts[0], *extra]


def shape(world, key="T"):
    """Titles with their excerpts, and the unassigned."""
    column = next(c for c in selectors_outline.outline_of(world.access("tom")) if c.heading.key == key)
    return [(p.point.title, [e.pk for e in p.excerpts]) for p in column.points], [e.pk for e in column.unassigned]


def post(world, who, tail, **data):
    return world.client(who).post(
        world.url(tail), json.dumps(data), content_type="application/json", headers={"accept": "application/json"}
    )


def make_point(world, title, key="T", **extra):
    return act.create_point(access=world.access("bob"), heading=world.headings[key], title=title, **extra)


def place(world, excerpt, point, position=10_000, key="T"):
    act.place_excerpt(
        access=world.access("bob"), excerpt=excerpt, heading=world.headings[key], point=point, position=position
    )


def test_points_in_order_with_what_they_hold(world, more):
    first, second = make_point(world, "一"), make_point(world, "二")
    for excerpt in more:
        place(world, excerpt, first)
    place(world, more[2], first, 0)
    assert shape(world) == ([("一", [more[2].pk, more[0].pk, more[1].pk]), ("二", [])], [])
    place(world, more[0], second)
    place(world, more[1], None)
    act.move_point(access=world.access("bob"), point=second, position=0)
    assert shape(world) == ([("二", [more[0].pk]), ("一", [more[2].pk])], [more[1].pk])
    assert AuditEntry.objects.filter(verb="excerpt.placed").count() == 6
    assert Event.objects.filter(kind="outline.changed").exists()


def test_a_deleted_point_comes_back_with_its_excerpts(world, more):
    first, _second = make_point(world, "一"), make_point(world, "二")
    for excerpt in reversed(more):
        place(world, excerpt, first)
    before = shape(world)
    gone = act.delete_point(access=world.access("bob"), point=first)
    assert shape(world)[0] == [("二", [])]
    make_point(world, gone["title"], position=gone["position"], excerpts=[uuid.UUID(one) for one in gone["excerpts"]])
    assert shape(world) == before


def test_what_lies_elsewhere_by_now_is_not_taken_back(world, more):
    first, second = make_point(world, "一"), make_point(world, "二")
    place(world, more[0], first)
    act.delete_point(access=world.access("bob"), point=first)
    place(world, more[0], second)
    make_point(world, "一", position=0, excerpts=[more[0].pk, uuid.uuid4()])
    assert shape(world)[0] == [("一", []), ("二", [more[0].pk])]


def test_an_excerpt_that_was_retagged_leaves_the_column(world, more):
    point = make_point(world, "一")
    place(world, more[0], point)
    Tag.objects.filter(excerpt=more[0]).update(heading=world.headings["S"])
    assert shape(world)[0] == [("一", [])]
    assert shape(world, "S") == ([], [more[0].pk])
    Tag.objects.filter(excerpt=more[0]).update(heading=world.headings["T"])
    assert shape(world)[0] == [("一", [more[0].pk])]


def test_what_is_refused(world, more):
    point = make_point(world, "一")
    with pytest.raises(Invalid):
        place(world, world.excerpts[1], point)
    with pytest.raises(Invalid):
        place(world, world.excerpts[1], point, key="E")
    with pytest.raises(Invalid):
        act.rename_point(access=world.access("bob"), point=point, title="x" * 201)
    for _ in range(act.MAX_POINTS - 1):
        make_point(world, "")
    with pytest.raises(Invalid):
        make_point(world, "zu viel")
    with pytest.raises(Forbidden):
        act.create_point(access=world.access("tom"), heading=world.headings["T"])


def test_a_proposal_fills_only_what_is_empty(world, more):
    make_point(world, "我的", key="E")
    made = actions_proposing.arrange(access=world.access("bob"), keys=["P", "E", "S", "T"])
    assert made == Point.objects.count() - 1
    assert shape(world, "E")[0] == [("我的", [])]
    assert {pk for _title, held in shape(world)[0] for pk in held} <= {e.pk for e in more}
    assert actions_proposing.arrange(access=world.access("bob"), keys=["P", "E", "S", "T"]) == 0
    assert AuditEntry.objects.filter(verb="outline.arranged").count() == 1


def test_a_second_proposal_leaves_what_people_did(world, more):
    access = world.access("bob")
    actions_proposing.arrange(access=access, keys=["T"])
    first = Point.objects.filter(heading=world.headings["T"])[0]
    act.claim_point(access=access, point=first, claim="测量越来越快。")
    act.rename_point(access=access, point=make_point(world, "我的"), title="我的点")
    place(world, more[2], Point.objects.get(title="我的点"))
    held = dict(shape(world)[0])
    new = make_excerpt(world.source, "监管部门在2022年发布了动态血压计注册指南", world.headings["T"], world.tina)
    actions_proposing.arrange(access=access, keys=["T"], again=True)
    points, rest = shape(world)
    now = dict(points)
    assert now["我的点"] == [more[2].pk]
    assert now[first.title] == held[first.title]
    assert Point.objects.get(pk=first.pk).claim == "测量越来越快。"
    every = [pk for _title, excerpts in points for pk in excerpts] + rest
    assert sorted(every) == sorted([e.pk for e in more] + [new.pk])


def test_a_locked_point_stays_when_all_is_proposed_again(world, more):
    access = world.access("bob")
    actions_proposing.arrange(access=access, keys=["T"])
    for point in Point.objects.filter(heading=world.headings["T"]):
        act.lock_point(access=access, point=point, locked=True)
    before = shape(world)
    actions_proposing.arrange(access=access, keys=["T"], again=True)
    assert shape(world)[0][: len(before[0])] == before[0]


# --- the board --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "status"), [("bob", 200), ("tom", 200), ("rita", 200), ("cara", 403), ("dave", 404), (None, 302)]
)
def test_who_sees_the_board(world, who, status):
    assert world.client(who).get(world.url("outline/")).status_code == status


@pytest.mark.parametrize(("who", "may"), [("bob", True), ("tom", False)])
def test_only_editors_get_its_tools(world, who, may):
    html = world.client(who).get(world.url("outline/")).content.decode()
    assert ("data-new-point" in html) is may
    assert ('draggable="true"' in html) is may


def test_the_board_shows_gaps_where_they_are(world, more):
    point = make_point(world, "一")
    place(world, more[0], point)
    make_point(world, "空")
    html = world.client("bob").get(world.url("outline/")).content.decode()
    assert "One source only." in html
    assert "No excerpt under this heading." in html
    assert html.count("Propose points") == 3


def test_an_empty_workspace_leads_to_reading(world):
    Excerpt.objects.update(deleted="2026-01-01T00:00:00Z")
    html = world.client("bob").get(world.url("outline/")).content.decode()
    assert "Nothing to arrange yet" in html
    assert world.url("sources/") in html


def test_commands_by_script(world, more):
    point = post(world, "bob", "points/create", heading="T", title="新").json()["point"]
    assert post(world, "bob", f"points/{point}/rename", title="改").json()["title"] == "改"
    answer = post(world, "bob", "outline/place", excerpt=str(more[0].pk), heading="T", point=point, position=0)
    assert answer.status_code == 200
    assert post(world, "bob", f"points/{point}/move", position=0).status_code == 200
    assert post(world, "bob", f"points/{point}/claim", claim=" 更快了。 ").json()["claim"] == "更快了。"
    assert post(world, "bob", f"points/{point}/lock", locked=True).json()["locked"] is True
    gone = post(world, "bob", f"points/{point}/delete").json()
    assert gone == {
        "heading": "T",
        "title": "改",
        "claim": "更快了。",
        "locked": True,
        "position": 0,
        "excerpts": [str(more[0].pk)],
    }
    assert post(world, "bob", "points/create", **gone).status_code == 201
    assert post(world, "bob", "outline/arrange", headings=["P"]).json() == {"points": 1}


@pytest.mark.parametrize(
    ("tail", "data"),
    [
        ("points/create", {"heading": "X"}),
        ("points/create", {"heading": 7}),
        ("points/create", {"heading": "T", "position": -1}),
        ("points/create", {"heading": "T", "excerpts": ["nonsense"]}),
        ("outline/place", {"excerpt": "nonsense", "heading": "T"}),
        ("outline/place", {"heading": "T"}),
        ("outline/arrange", {"headings": "T"}),
    ],
)
def test_bad_input(world, tail, data):
    assert post(world, "bob", tail, **data).status_code == 400


@pytest.mark.parametrize(("who", "status"), [("tom", 403), ("cara", 403), ("dave", 404), (None, 401)])
def test_who_may_not_command(world, who, status):
    point = make_point(world, "一")
    for tail in ("points/create", "outline/place", "outline/arrange", f"points/{point.pk}/delete"):
        assert post(world, who, tail, heading="T").status_code == status
    assert Point.objects.count() == 1


def test_points_of_another_workspace_are_not_there(world):
    assert post(world, "bob", f"points/{uuid.uuid4()}/rename", title="x").status_code == 404


def test_script_is_text(world):
    point = make_point(world, SCRIPT)
    source = make_source(world.workspace, world.bob, title=SCRIPT, text="标题\n恶意<b>内容</b>在此。")
    place(world, make_excerpt(source, "恶意<b>内容</b>", world.headings["T"], world.bob), point)
    html = world.client("bob").get(world.url("outline/")).content.decode()
    assert "<script>alert" not in html
    assert "恶意<b>" not in html
    assert "&lt;script&gt;alert" in html


def test_queries_do_not_grow(world):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert world.client("bob").get(world.url("outline/")).status_code == 200
        return len(queries)

    make_point(world, "一")
    few = count()
    for number in range(11):
        point = make_point(world, f"{number}")
        source = make_source(world.workspace, world.bob, title=f"S{number}", text=f"标题\n第{number}条材料的内容。")
        place(world, make_excerpt(source, f"第{number}条", world.headings["T"], world.tom), point)
    assert count() == few
