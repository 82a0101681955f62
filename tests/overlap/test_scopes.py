"""Reports against other drafts, a class and the library: what is counted, who is told what, and that nothing leaks."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from django.utils import timezone
from pypdfium2 import PdfDocument

from synthesis.exchange.overlap_words import WORDS
from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.models import Job, JobState
from synthesis.infra.policy import Role
from synthesis.overlap import actions_marks, actions_scopes
from synthesis.overlap.models import Course, OverlapReport, PassageMark, ReportState, Scope, SharedSource
from synthesis.workspaces.models import Member, Workspace
from synthesis.workspaces.policy import access_to
from tests.overlap.reports import OWN, made, order
from tests.world import World, make_source

SHARED = "老街的修缮由住户先提方案，再由三方一起核算费用，最后贴在巷口公示七天。"
BEFORE, AFTER = "这一句只写在另一份草稿里，谁也不该看到。", "后面的这一句同样不能给外人看。"
TITLE, PLACE = "别人的题目", "别人的工作区"


@dataclass
class Class:
    """`world` and another workspace of its class, in which dave wrote a draft that shares a sentence."""

    world: World
    elsewhere: Workspace

    def report(self, who: str = "tom", against: list[str] | None = None) -> OverlapReport:
        return made(self.world, who, f"{OWN}\n{SHARED}", against=against or [Scope.CLASS])


def write_draft(workspace: Workspace, person: Any, text: str, title: str) -> Any:
    from synthesis.drafting import actions
    from synthesis.tagging.models import Heading
    from tests.drafting.written import made as sentence

    heading, _made = Heading.objects.get_or_create(
        workspace=workspace, key="T", defaults={"name": "技术", "position": 0}
    )
    access = access_to(person, workspace.pk)
    draft = actions.create_draft(access=access, keys=["T"], points=1, title=title)
    Job.objects.filter(pk=draft.job_id).update(state=JobState.DONE)
    written = [{"heading_id": heading.pk, "title": "", "sentences": [sentence(text, [])]}]
    actions.write_draft(draft_id=draft.pk, written=written, findings={"conflicts": [], "advice": [], "unused": []})
    return draft


@pytest.fixture
def written(world) -> Any:
    from tests.drafting.written import write

    return write(world)


@pytest.fixture
def course(world) -> Class:
    elsewhere = Workspace.objects.get(name="Elsewhere")
    Workspace.objects.filter(pk=elsewhere.pk).update(name=PLACE)
    founded = actions_scopes.found_class(access=world.access("alice"), name="二班")
    actions_scopes.join_class(access=access_to(world.dave, elsewhere.pk), code=f" {founded.code.upper()} ")
    source = make_source(elsewhere, world.dave, title="那边的来源", text=f"{BEFORE}{AFTER}")
    from synthesis.tagging.models import Heading
    from tests.world import make_excerpt

    heading = Heading.objects.create(workspace=elsewhere, key="T", name="技术", position=0)
    make_excerpt(source, BEFORE, heading, world.dave)
    write_draft(elsewhere, world.dave, f"{BEFORE}{SHARED}{AFTER}", TITLE)
    return Class(world, elsewhere)


def everything_told(world: World, report: OverlapReport, who: str, *, paper: bool = True) -> str:
    """All that a person can get of a report, as one text. The PDF shows what the HTML does, and takes a second."""
    client, at = world.client(who), world.url(f"overlap-reports/{report.pk}/")
    said = [client.get(world.url("overlap-reports/")), client.get(at), client.get(f"{at}?min=8&hide=common")]
    said += [client.get(f"{at}export/html"), client.get(f"{at}export/json")]
    from synthesis.accounts import actions as accounts

    token = accounts.create_token(world.people[who], "test")[1]
    said.append(
        client.get(
            f"/api/v1/workspaces/{world.workspace.pk}/overlap-reports/{report.pk}",
            headers={"authorization": f"Bearer {token}"},
        )
    )
    assert [one.status_code for one in said] == [200] * len(said)
    if not paper:
        return "\n".join(one.content.decode() for one in said)
    with PdfDocument(client.get(f"{at}export/pdf").content) as document:
        paper = "".join(page.get_textpage().get_text_range() for page in document)
    return "\n".join([*(one.content.decode() for one in said), re.sub(r"\s", "", paper)])


def test_a_class_is_counted_and_its_words_are_withheld(course):
    world = course.world
    report = course.report()
    # One draft and one source.
    assert (report.state, report.result["compared"]) == (ReportState.READY, {"class": 2})
    (match,) = report.matches.all()
    assert SHARED[:-1] in report.draft_text[match.draft_start : match.draft_end]
    assert report.result["matched"] > 25
    other = report.compared_drafts.get()
    # alice owns this workspace, rita reviews in it, tom writes: none of them is a member of the other.
    for who in ("alice", "rita", "tom"):
        told = everything_told(world, report, who, paper=who == "tom")
        assert SHARED[:-1] in told
        for secret in (BEFORE[:8], AFTER[:8], TITLE, PLACE, "Dave", str(other.draft_id), str(course.elsewhere.pk)):
            assert secret not in told, (who, secret)
        assert "of the class" in told or "班级" in told
    data = json.loads(world.client("tom").get(world.url(f"overlap-reports/{report.pk}/export/json")).content)
    assert data["matches"][0]["source"]["span"] is None
    assert data["against"] == ["class"]


THEIRS, THERE = "摊位按季度续约以后，转租的现象几乎绝迹，卫生评分也提高了。", "她把账本藏在米缸后面，谁也没有告诉。"


def class_source(course: Class) -> Any:
    return make_source(course.elsewhere, course.world.dave, title="绝密的标题", text=f"{THERE}{THEIRS}")


def test_sources_of_the_class_are_counted_and_told_to_members_of_their_workspace(course):
    world, source = course.world, class_source(course)
    report = made(world, "tom", f"{OWN}\n{THEIRS}", against=[Scope.SOURCES, Scope.CLASS])
    (match,) = report.matches.all()
    assert (match.source_id, report.result["compared"]) == (source.pk, {"sources": 1, "class": 3})
    secrets = (THERE[:8], source.title, PLACE, "Dave", str(source.pk), str(course.elsewhere.pk))
    told = everything_told(world, report, "tom")
    assert THEIRS[:-1] in told
    assert not [secret for secret in secrets if secret in told]
    assert WORDS["zh"]["withheld_class"] in told
    data = json.loads(world.client("tom").get(world.url(f"overlap-reports/{report.pk}/export/json")).content)
    start, end = match.start, match.end
    assert f"{start}–{end}" not in told
    assert data["matches"][0]["source"] == {"file": "Source 1 of the class", "id": match.counterpart, "span": None}
    # Whoever may read the source in its own workspace is told, as long as that is so.
    Member.objects.create(workspace=course.elsewhere, user=world.tom, role=Role.READER)
    told = everything_told(world, report, "tom", paper=False)
    assert not [secret for secret in (THERE[:8], source.title, PLACE) if secret not in told]
    assert f"/w/{course.elsewhere.pk}/sources/{source.pk}/?start=" in told
    at = world.url(f"overlap-reports/{report.pk}/")
    assert source.title not in world.client("alice").get(at).content.decode()
    type(source).objects.filter(pk=source.pk).update(deleted=timezone.now())
    assert THERE[:8] not in world.client("tom").get(at).content.decode()


def test_settings_and_marks_reach_a_source_of_the_class(course):
    world = course.world
    class_source(course)
    report = made(world, "tom", f"{OWN}\n{THEIRS}", against=[Scope.CLASS])
    (match,) = report.matches.all()
    at = world.url(f"overlap-reports/{report.pk}/")
    assert world.client("tom").get(f"{at}?without={match.counterpart}").context["counted"].matched == 0
    place = {"draft": (match.draft_start, match.draft_end), "source": match.counterpart}
    actions_marks.mark_passage(access=world.access("tom"), report=report, **place, verdict="fine", comment="同一份资料")
    assert PassageMark.objects.get().source is None


def test_a_file_that_this_workspace_has_too_is_not_taken_from_the_class(course):
    world, source = course.world, class_source(course)
    make_source(world.workspace, world.bob, title="发给大家的", text=source.text.text)
    own, theirs = (world.workspace.sources.get(title="发给大家的"), source)
    type(source).objects.filter(pk=theirs.pk).update(sha256=own.sha256)
    report = made(world, "tom", f"{OWN}\n{THEIRS}", against=[Scope.CLASS])
    assert (report.matches.count(), report.result["compared"]["class"]) == (0, 2)


def test_reviewers_of_both_workspaces_see_both_sides(course):
    world = course.world
    report = course.report()
    secret = BEFORE[:8]
    for role, sees in ((Role.TAGGER, False), (Role.EDITOR, False), (Role.REVIEWER, True), (Role.OWNER, True)):
        Member.objects.update_or_create(workspace=course.elsewhere, user=world.rita, defaults={"role": role})
        told = everything_told(world, report, "rita", paper=role == Role.EDITOR)
        assert (secret in told, TITLE in told) == (sees, sees), role
    # tom may not review here, whatever he may there; and what was allowed ends with the membership.
    Member.objects.create(workspace=course.elsewhere, user=world.tom, role=Role.OWNER)
    assert TITLE not in everything_told(world, report, "tom", paper=False)
    Member.objects.filter(workspace=course.elsewhere, user=world.rita).delete()
    assert TITLE not in everything_told(world, report, "rita", paper=False)


def test_a_workspace_out_of_the_class_is_compared_with_no_more(course):
    world = course.world
    actions_scopes.remove_from_class(access=world.access("alice"), workspace_id=course.elsewhere.pk)
    assert course.report().state == ReportState.FAILED
    report = course.report(against=[Scope.SOURCES, Scope.CLASS])
    assert (report.result["compared"], report.matches.count()) == ({"sources": 1, "class": 0}, 0)
    actions_scopes.leave_class(access=world.access("alice"))
    assert not Course.objects.exists()
    with pytest.raises(Invalid):
        course.report()
    # A check without a choice is against what the last one was against, as far as that is open.
    assert made(world, text=SHARED, draft_id=report.draft_id).against == ["sources"]


def test_other_drafts_of_the_workspace_are_shown(written):
    world = written.world
    text = written.sentences[0].text
    report = made(world, "tom", f"{OWN}\n{text}", against=[Scope.DRAFTS])
    (match,) = report.matches.all()
    assert match.counterpart == str(written.draft.pk)
    told = everything_told(world, report, "tom", paper=False)
    assert written.draft.title in told
    assert f"drafts/{written.draft.pk}/" in told
    # The draft itself is not among them.
    same = made(world, "bob", text, draft_id=written.draft.pk, against=[Scope.SOURCES, Scope.DRAFTS])
    assert same.result["compared"]["drafts"] == 0
    place = {"draft": (match.draft_start, match.draft_end), "source": match.counterpart}
    actions_marks.mark_passage(access=world.access("tom"), report=report, **place, verdict="rewrite", comment="")
    assert PassageMark.objects.get().source is None
    assert "To rewrite" in world.client("tom").get(world.url(f"overlap-reports/{report.pk}/")).content.decode()


def test_figures_and_settings_hold_for_drafts_and_sources_together(course):
    world = course.world
    make_source(world.workspace, world.bob, title="自己的来源", text=f"题目\n{SHARED}")
    report = course.report(against=[Scope.SOURCES, Scope.CLASS])
    (match,) = report.matches.all()
    first, (other,) = match.counterpart, [e["id"] for e in report.result["sources"] if e["scope"] == "class"]
    assert first != other
    alternatives = report.result["passages"][0]["alternatives"]
    assert [one["source"] for one in alternatives] == [other]
    # With the source left out the draft stands for it, with nothing of it shown.
    page = world.client("tom").get(world.url(f"overlap-reports/{report.pk}/?without={first}")).content.decode()
    assert "Stands for a source that is left out." in page
    assert BEFORE[:8] not in page
    assert f"{100 * report.result['ratio']:.1f}" in page
    assert TITLE not in page


def test_the_library_is_what_owners_share(course):
    world, dave = course.world, access_to(course.world.dave, course.elsewhere.pk)
    source = make_source(course.elsewhere, world.dave, title="别处的馆藏", text=f"{BEFORE}{SHARED}{AFTER}")
    report = made(world, "tom", f"{OWN}\n{SHARED}", against=[Scope.SOURCES, Scope.LIBRARY])
    assert (report.matches.count(), report.result["compared"]["library"]) == (0, 0)
    actions_scopes.share_source(access=dave, source_id=source.pk)
    actions_scopes.share_source(access=dave, source_id=source.pk)
    report = made(world, "tom", f"{OWN}\n{SHARED}", against=[Scope.SOURCES, Scope.LIBRARY])
    assert report.result["compared"]["library"] == 1
    told = everything_told(world, report, "tom", paper=False)
    assert BEFORE[:8] in told
    assert source.title in told
    assert str(course.elsewhere.pk) not in told
    actions_scopes.unshare_source(access=dave, source_id=source.pk)
    told = everything_told(world, report, "tom")
    assert BEFORE[:8] not in told
    assert source.title not in told
    assert WORDS["zh"]["withheld_source"] in told
    assert not SharedSource.objects.exists()


def test_only_owners_change_what_is_shared(course):
    world = course.world
    for who in ("bob", "rita", "tom", "cara"):
        with pytest.raises(Forbidden):
            actions_scopes.found_class(access=world.access(who), name="x")
        with pytest.raises(Forbidden):
            actions_scopes.share_source(access=world.access(who), source_id=world.source.pk)
    alice = world.access("alice")
    with pytest.raises(Conflict):
        actions_scopes.found_class(access=alice, name="又一个")
    with pytest.raises(Invalid):
        actions_scopes.join_class(access=alice, code="no such code")
    with pytest.raises(NotFound):
        actions_scopes.share_source(access=access_to(world.dave, course.elsewhere.pk), source_id=world.source.pk)
    # Whoever did not found the class takes nobody else out of it.
    with pytest.raises(Forbidden):
        actions_scopes.remove_from_class(
            access=access_to(world.dave, course.elsewhere.pk), workspace_id=world.workspace.pk
        )


def test_a_code_of_no_class_is_told_at_its_field(world):
    page = world.client("alice").post(world.url("overlap-scopes/class/join"), {"code": "abc<"})
    assert page.status_code == 400
    told = page.content.decode()
    assert "No class has this code." in told
    assert 'value="abc&lt;"' in told


def test_the_page_of_scopes_tells_the_code_to_the_founder_alone(course):
    world, code = course.world, Course.objects.get().code
    assert code in world.client("alice").get(world.url("overlap-scopes/")).content.decode()
    for who in ("bob", "tom"):
        shown = world.client(who).get(world.url("overlap-scopes/")).content.decode()
        assert "二班" in shown
        assert code not in shown
        assert PLACE not in shown
    assert PLACE in world.client("alice").get(world.url("overlap-scopes/")).content.decode()


def test_the_choice_offers_what_is_open(course):
    world = course.world
    report = order(world, "tom", SHARED, against=[Scope.DRAFTS, Scope.CLASS])
    shown = world.client("tom").get(world.url(f"overlap-choices/?draft={report.draft_id}")).content.decode()
    ticked = re.findall(r'value="(\w+)" checked', shown)
    assert ticked == ["drafts", "class"]
    assert "二班" in shown
    assert "library" not in re.findall(r'name="against" id="[^"]+" value="(\w+)"', shown)
    assert world.client("tom").get(world.url("overlap-choices/?draft=x")).status_code == 404


def test_deleted_drafts_and_workspaces_are_left_out(course):
    from synthesis.drafting.models import Draft

    Draft.objects.filter(workspace=course.elsewhere).update(deleted=timezone.now())
    course.elsewhere.sources.update(deleted=timezone.now())
    assert course.report(against=[Scope.SOURCES, Scope.CLASS]).result["compared"]["class"] == 0
    course.elsewhere.sources.update(deleted=None)
    Draft.objects.filter(workspace=course.elsewhere).update(deleted=None)
    Workspace.objects.filter(pk=course.elsewhere.pk).update(deleted=timezone.now())
    assert course.report(against=[Scope.SOURCES, Scope.CLASS]).result["compared"]["class"] == 0
