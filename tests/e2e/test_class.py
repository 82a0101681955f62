"""A class in Chromium with real processes: workspaces of three owners, founded and joined, compared, template text given."""

from __future__ import annotations

from playwright.sync_api import expect

TASK = "本报告围绕城市公共自行车展开，请从政治、经济、社会与技术四个方面说明机遇与风险，并提出两条可以执行的建议。"
SHARED = "老街的修缮由住户先提方案，再由三方一起核算费用，最后贴在巷口公示七天，没有异议才动工，完工以后再由住户验收。"
OWN = (
    "渡口的班船改为半小时一班，末班推迟到夜里十点，码头边加了一排候船的长椅。",
    "社区食堂按年龄分三档收费，八十岁以上的老人午餐只收两元，饭菜由义工送上楼。",
    "小学把操场的围栏拆成矮墙，放学以后对街坊开放，器材由家长轮流照看。",
)


def workspaces_of_a_class(world):
    """Drafts of three owners: the first two share a passage, all three the task; alice reviews in all but the last."""
    from synthesis.infra.policy import Role
    from synthesis.tagging.models import Heading
    from synthesis.workspaces.models import Member, Workspace
    from tests.review.drafts import make_draft
    from tests.world import World

    elsewhere = Workspace.objects.get(name="Elsewhere")
    third = Workspace.objects.create(name="Third", created_by=world.tina)
    Member.objects.create(workspace=third, user=world.tina, role=Role.OWNER)
    Member.objects.create(workspace=elsewhere, user=world.alice, role=Role.REVIEWER)
    drafts = (
        (world.workspace, "alice", "第一篇", (TASK, OWN[0], SHARED)),
        (elsewhere, "dave", "第二篇", (SHARED, OWN[1], TASK)),
        (third, "tina", "第三篇", (OWN[2], TASK)),
    )
    for workspace, who, title, sentences in drafts:
        heading, _made = Heading.objects.get_or_create(
            workspace=workspace, key="E", defaults={"name": "经济", "position": 1}
        )
        here = World(workspace=workspace, people=world.people, headings={"E": heading}, source=world.source)
        make_draft(here, who, [(text, []) for text in sentences], title=title)
    return elsewhere, third


def test_a_class_is_founded_joined_compared_and_template_text_given(open_page, live_stack):
    from tests.world import make_world

    world = make_world()
    elsewhere, third = workspaces_of_a_class(world)

    def person(name, path, **options):
        return open_page(path, storage_state=world.storage_state(name, live_stack.url), **options)

    alice = person("alice", world.url("overlap-scopes/"))
    alice.locator("[name=name]").fill("二班")
    alice.get_by_role("button", name="Found a class").click()
    code = alice.locator(".class-code").text_content() or ""
    for name, workspace in (("dave", elsewhere), ("tina", third)):
        owner = person(name, f"/w/{workspace.pk}/overlap-scopes/")
        owner.locator("[name=code]").fill(code)
        owner.get_by_role("button", name="Join").click()
        expect(owner.locator("main")).to_contain_text("二班")
        expect(owner.locator("main")).not_to_contain_text("第一篇")
    alice.reload()
    alice.get_by_role("link", name="Compare the drafts of the class").click()
    expect(alice.locator("[value=class]")).to_be_checked()
    alice.get_by_role("button", name="Compare each with each").click()
    expect(alice.locator(".comparison-graph .edge")).to_have_count(3)
    expect(alice.locator(".comparison-table tbody th").filter(has_text="Draft 1 of the class")).to_have_count(1)
    expect(alice.locator("main")).to_contain_text("Elsewhere · 第二篇")
    expect(alice.locator("main")).not_to_contain_text("第三篇")
    comparison = alice.url

    # A line opens its pair; of the one whose other side may not be read only the own words are shown.
    alice.locator(".comparison-graph a", has_text="Elsewhere").first.locator(".edge-hit").dispatch_event("click")
    expect(alice.locator(".passage").first).to_be_visible()
    expect(alice.locator(".pair-of")).to_contain_text("Elsewhere · 第二篇")
    alice.goto(comparison)
    row = alice.locator(".comparison-pairs tbody tr").filter(has_text="Draft 1 of the class").filter(has_text="第一篇")
    row.get_by_role("link").click()
    expect(alice.locator(".compare").first).to_contain_text("shown to people who review in both workspaces")

    # The task alone is left of the passage, and counts for nobody; what two of them share stays.
    alice.goto(comparison)
    passage = alice.locator(".shared-passages > li").filter(has_text=TASK[:20]).first
    passage.locator("summary").click()
    passage.locator("textarea").fill(TASK)
    passage.get_by_role("button", name="Count for nobody and compare anew").click()
    expect(alice.locator(".comparison-graph .edge")).to_have_count(1)
    expect(alice.locator("header")).to_contain_text(["1 text given to all is not counted"])
    expect(alice.locator(".shared-passages > li")).to_contain_text([SHARED[:-1]])

    phone = person("alice", comparison, width=390, dark=True, language="zh-CN")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    expect(phone.locator(".comparison-graph .name").first).to_be_hidden()
    tina = person("tina", f"/w/{third.pk}/comparisons/")
    tina.get_by_role("button", name="Compare each with each").click()
    expect(tina.locator(".comparison-pairs")).to_contain_text("Draft 1 of the class")
    expect(tina.locator("main")).not_to_contain_text("第一篇")
    expect(tina.locator("main")).not_to_contain_text(SHARED[:12])
