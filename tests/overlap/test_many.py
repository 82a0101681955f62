"""Many texts against each other: who shares what, what is given to all, and whose words are told to whom."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from synthesis.infra import leases
from synthesis.infra.errors import Invalid, NotFound
from synthesis.infra.models import AuditEntry, Job, JobState
from synthesis.infra.policy import Role
from synthesis.overlap import actions_matrix, pages_matrix, selectors_matrix
from synthesis.overlap.models import Course, CourseWorkspace, ReportState, TextComparison
from synthesis.sources.models import Source
from synthesis.tagging.models import Heading
from synthesis.workspaces.models import Member, Workspace
from tests.overlap.test_scopes import write_draft
from tests.world import World, make_excerpt, make_source

SHARED = "老街的修缮由住户先提方案，再由三方一起核算费用，最后贴在巷口公示七天，没有异议才动工。"
OWN = (
    "渡口的班船改为半小时一班，末班推迟到夜里十点，码头边加了一排候船的长椅。",
    "社区食堂按年龄分三档收费，八十岁以上的老人午餐只收两元，饭菜由义工送上楼。",
    "小学把操场的围栏拆成矮墙，放学以后对街坊开放，器材由家长轮流照看。",
)


def compared(world: World, *scopes: str, who: str = "bob") -> TextComparison:
    row = actions_matrix.request_comparison(access=world.access(who), scopes=scopes)
    leases.run(row.job_id)
    row.refresh_from_db()
    return row


def drafts(world: World, count: int = 3) -> None:
    """`count` drafts, the first two with a sentence in common."""
    for number in range(count):
        text = f"{OWN[number]}\n{SHARED if number < 2 else ''}"
        write_draft(world.workspace, world.bob, text, f"第{number + 1}组")


def page(world: World, row: TextComparison, tail: str = "", who: str = "bob") -> str:
    answer = world.client(who).get(world.url(f"comparisons/{row.pk}/{tail}"))
    assert answer.status_code == 200
    return answer.content.decode()


def test_two_drafts_that_share_a_sentence_are_found(world):
    drafts(world)
    row = compared(world, "drafts")
    assert row.state == ReportState.READY
    (pair,) = row.result["pairs"]
    assert pair[:2] == [0, 1]
    shown = page(world, row)
    assert "第1组" in shown
    assert SHARED[:-1] in shown
    side_by_side = page(world, row, "pairs/0/1/")
    assert side_by_side.count(SHARED[:-1]) == 2
    assert side_by_side.count('class="same"') == 2
    assert world.client("bob").get(world.url(f"comparisons/{row.pk}/pairs/0/2/")).status_code == 404


def test_what_is_given_to_all_counts_for_nobody(world):
    drafts(world)
    row = compared(world, "drafts")
    assert world.client("bob").post(world.url(f"comparisons/{row.pk}/passages/0/given")).status_code == 302
    row.refresh_from_db()
    assert row.state == ReportState.QUEUED
    leases.run(row.job_id)
    row.refresh_from_db()
    assert row.result["pairs"] == []
    assert "Nobody shares anything" in page(world, row)
    (given,) = selectors_matrix.given_texts(world.access("bob"))
    assert SHARED[:20] in given.text
    assert AuditEntry.objects.filter(verb="given.added").exists()
    world.client("bob").post(world.url(f"comparisons/given/{given.pk}/remove"))
    actions_matrix.repeat_comparison(access=world.access("bob"), comparison=row)
    row.refresh_from_db()
    leases.run(row.job_id)
    row.refresh_from_db()
    assert len(row.result["pairs"]) == 1


def test_only_the_words_that_a_person_left_are_given(world):
    for number in range(2):
        write_draft(world.workspace, world.bob, f"{SHARED}{OWN[1]}{OWN[2]}", f"第{number + 1}组")
    row = compared(world, "drafts")
    url = world.url(f"comparisons/{row.pk}/passages/0/given")
    assert world.client("bob").post(url, {"text": " "}).status_code == 400
    assert world.client("bob").post(url, {"text": SHARED}).status_code == 302
    row.refresh_from_db()
    leases.run(row.job_id)
    row.refresh_from_db()
    (given,) = selectors_matrix.given_texts(world.access("bob"))
    assert given.text == SHARED
    assert row.result["given"] == [row.result["given"][0]] * 2
    assert row.result["given"][0] > 30
    (pair,) = row.result["pairs"]
    assert OWN[2][:-1] in page(world, row, "pairs/0/1/")
    assert pair[2][0] <= len(OWN[1] + OWN[2])


def test_what_was_compared_last_is_chosen_again(world, in_class):
    def chosen() -> list[str]:
        shown = world.client("bob").get(world.url("comparisons/")).content.decode()
        return re.findall(r'name="scopes" value="([a-z-]+)" checked', shown)

    assert chosen() == ["drafts", "class", "sources"]
    actions_matrix.request_comparison(access=world.access("bob"), scopes=["essays", "class-sources"])
    assert chosen() == ["essays", "class-sources"]


def test_of_a_large_class_the_heaviest_lines_are_drawn_and_the_first_rows_shown(world):
    for number in range(16):
        write_draft(world.workspace, world.bob, f"{SHARED}\n{number}{OWN[number % 3]}", f"第{number + 1}组")
    row = compared(world, "drafts")
    shown = pages_matrix.matrix_page(world.access("bob"), row)
    assert len(shown.edges) == 3 * 16
    assert shown.left_edges == 16 * 15 // 2 - 3 * 16
    assert min(edge.share for edge in shown.edges) >= row.result["pairs"][3 * 16][3][0]
    assert len(shown.pairs) == pages_matrix.FEW_PAIRS
    assert len(shown.folded_pairs) == pages_matrix.MOST_PAIRS - pages_matrix.FEW_PAIRS
    html = page(world, row)
    assert "80 more pairs" in html
    assert "rotate(" in html


def test_sources_are_only_looked_for_and_essays_are_compared_with_each_other(world):
    for number in range(2):
        make_source(world.workspace, world.bob, title=f"作文{number}", text=f"{OWN[number]}\n{SHARED}")
    write_draft(world.workspace, world.bob, SHARED, "草稿")
    against_sources = compared(world, "drafts", "sources")
    assert {tuple(pair[:2]) for pair in against_sources.result["pairs"]} == {(0, 2), (0, 3)}
    essays = compared(world, "essays")
    assert len(essays.result["pairs"]) == 1
    assert sorted(essays.result["clusters"][0]) == sorted(essays.result["pairs"][0][:2])


@pytest.fixture
def in_class(world) -> Workspace:
    """Another workspace of the class, in which dave wrote a draft that shares a sentence with one here."""
    elsewhere = Workspace.objects.get(name="Elsewhere")
    course = Course.objects.create(name="Class", code="c" * 16, created_by=world.alice)
    for workspace in (world.workspace, elsewhere):
        CourseWorkspace.objects.create(course=course, workspace=workspace, created_by=world.alice)
    write_draft(world.workspace, world.bob, f"{OWN[0]}\n{SHARED}", "这里的题目")
    source = make_source(elsewhere, world.dave, title="那边的来源", text=OWN[2])
    heading = Heading.objects.create(workspace=elsewhere, key="T", name="技术", position=0)
    make_excerpt(source, OWN[2], heading, world.dave)
    write_draft(elsewhere, world.dave, f"{SHARED}\n{OWN[1]}", "别人的题目")
    return elsewhere


def test_a_draft_of_another_workspace_is_counted_and_not_told(world, in_class):
    row = compared(world, "drafts", "class", who="alice")
    assert len(row.result["pairs"]) == 1
    for who in ("tom", "bob", "alice", "rita"):
        for tail in ("", "pairs/0/1/"):
            shown = page(world, row, tail, who)
            assert "别人的题目" not in shown
            assert "Elsewhere" not in shown
            assert OWN[1] not in shown
            assert "Draft 1 of the class" in shown
    Member.objects.create(workspace=in_class, user=world.rita, role=Role.REVIEWER)
    assert "别人的题目" in page(world, row, "", "rita")
    assert page(world, row, "pairs/0/1/", "rita").count(SHARED[:-1]) == 2


def test_a_source_of_another_workspace_is_counted_and_told_to_who_may_read_it_there(world, in_class):
    write_draft(world.workspace, world.bob, OWN[2], "抄来的")
    row = compared(world, "drafts", "class-sources", who="alice")
    (pair,) = row.result["pairs"]
    tail = f"pairs/{pair[0]}/{pair[1]}/"
    for who in ("tom", "alice", "rita"):
        shown = page(world, row, "", who) + page(world, row, tail, who)
        assert "那边的来源" not in shown
        assert "Elsewhere" not in shown
        assert "Source 1 of the class" in shown
    Member.objects.create(workspace=in_class, user=world.rita, role=Role.READER)
    assert "Elsewhere · 那边的来源" in page(world, row, "", "rita")
    assert page(world, row, tail, "rita").count(OWN[2][:-1]) == 2
    Source.objects.filter(title="那边的来源").update(deleted=timezone.now())
    assert "那边的来源" not in page(world, row, "", "rita") + page(world, row, tail, "rita")


def test_scopes_of_a_class_need_one(world):
    for scopes in (("drafts", "class"), ("drafts", "class-sources")):
        with pytest.raises(Invalid):
            actions_matrix.request_comparison(access=world.access("bob"), scopes=scopes)
    assert "class-sources" not in world.client("bob").get(world.url("comparisons/")).content.decode()


@pytest.mark.parametrize("scopes", [[], ["sources"], ["class"], ["nonsense"]])
def test_bad_choices_are_refused_with_a_word(world, scopes):
    with pytest.raises(Invalid):
        actions_matrix.request_comparison(access=world.access("bob"), scopes=scopes)
    answer = world.client("bob").post(world.url("comparisons/compare"), {"scopes": scopes})
    assert answer.status_code == 400


def test_too_little_is_said(world):
    row = compared(world, "drafts")
    assert row.state == ReportState.FAILED
    assert Job.objects.get(pk=row.job_id).state == JobState.FAILED
    assert "at least two" in page(world, row)


def test_words_can_be_given_before_anything_is_compared(world):
    client = world.client("bob")
    assert client.post(world.url("comparisons/given/add"), {"text": "<b>任务</b>"}).status_code == 302
    assert "&lt;b&gt;任务&lt;/b&gt;" in client.get(world.url("comparisons/")).content.decode()
    assert client.post(world.url("comparisons/given/add"), {"text": " "}).status_code == 400


def test_a_passage_that_is_not_there(world):
    drafts(world)
    row = compared(world, "drafts")
    with pytest.raises(NotFound):
        actions_matrix.mark_given(access=world.access("bob"), comparison=row, passage=99)
