"""The whole way in Chromium, two people at once: from sign-up to the exported, approved draft; and a short way by phone."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import docx
import pytest
from playwright.sync_api import expect

from tests.e2e.journey_texts import FILES, OF_THE_GARBLED, PASSAGES
from tests.e2e.test_reader import PAINTED, SELECT

if TYPE_CHECKING:
    from playwright.sync_api import Page

WORK = 30_000  # milliseconds that a job may take on a busy machine
LIVE = 1_000  # milliseconds within which others must see a tag, counted from the server's answer
PASSWORD = "四个随便的词 cabinet 7"
OWN_WORDS = "统一接口之后，电池周转更快，换电网络才有扩大的可能。"
VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP report: ${event.violatedDirective} ${event.blockedURI}`));"""
STEPS = """addEventListener("DOMContentLoaded", () => document.body.addEventListener("live:job.changed", (event) => {
  const seen = JSON.parse(sessionStorage.getItem("steps") ?? "[]");
  sessionStorage.setItem("steps", JSON.stringify([...seen, event.detail.step]));
}));"""
# Finds a passage whatever the width of its punctuation, and answers where it lies: code points, half-open.
FIND = """(wanted) => {
  const plain = (text) => [...text.normalize("NFKC")].join("");
  for (const leaf of document.querySelectorAll("[data-start]")) {
    const text = [...leaf.textContent];
    const at = plain(text.join("")).indexOf(plain(wanted));
    if (at < 0) continue;
    const start = Number(leaf.dataset.start) + [...plain(text.join("")).slice(0, at)].length;
    return [start, start + [...plain(wanted)].length];
  }
  return null;
}"""


@pytest.fixture
def person(open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Opens a page as somebody new, whose browser also reports what the content security policy forbade."""

    def open_(path: str = "/", **options: Any) -> Page:
        page = open_page(language="zh-CN", **options)
        page.add_init_script(VIOLATIONS)
        page.add_init_script(STEPS)
        page.goto(path)
        return page

    return open_


def sign_up(page: Page, name: str) -> None:
    page.locator("[name=name]").fill(name)
    page.locator("[name=email]").fill(f"{name}@example.org")
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("#account-form button").click()


def create_workspace(page: Page, name: str) -> str:
    """Fills the form of a new workspace; answers its address, ending with a slash."""
    page.goto("/w/new")
    page.locator("main [name=name]").fill(name)
    page.locator("[name=topic]").fill("外卖骑手换电网络的技术环境")
    page.locator("main form .button.primary").click()
    expect(page).to_have_url(re.compile(r"/w/[0-9a-f-]{36}/"))
    return re.sub(r"(/w/[0-9a-f-]{36}/).*", r"\1", page.url)


def invitation(page: Page, workspace: str, role: str) -> str:
    page.goto(f"{workspace}members/")
    page.locator(".invite-form [name=role]").select_option(role)
    page.locator(".invite-form button").click()
    return page.locator(".invitation-list [data-copy-source]").first.input_value()


def upload(page: Page, workspace: str, names: list[str]) -> None:
    page.goto(f"{workspace}sources/")
    files = [{"name": name, "mimeType": "text/plain", "buffer": FILES[name].encode()} for name in names]
    page.locator("[data-dropzone] input[type=file]").set_input_files(files)
    expect(page.locator("#source-list .file[data-state=ready]")).to_have_count(len(names), timeout=WORK)


def read(page: Page, workspace: str, title: str) -> None:
    """From the list into the reader, as one does."""
    page.goto(f"{workspace}sources/")
    page.locator("#source-list a.item-title", has_text=title).click()
    expect(page.locator("[data-list]")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator("body")).to_have_attribute("data-live", "open")


def tag(page: Page, passage: str, key: str) -> float:
    """Selects a passage and presses the key of a heading; the time at which the server had answered."""
    place = page.evaluate(FIND, passage)
    assert place, f"the reading text does not hold {passage}"
    page.evaluate(SELECT, place)
    expect(page.locator("#palette")).to_be_visible()
    with page.expect_response(lambda one: one.request.method == "POST" and one.url.endswith("/excerpts/")) as answer:
        page.keyboard.press(key)
    assert answer.value.ok
    return time.monotonic()


def sees(page: Page, hue: int, count: int, answered: float) -> None:
    """The tag of somebody else is painted within a second."""
    page.wait_for_function(f"() => CSS.highlights.get('heading-{hue}')?.size === {count}", polling=20, timeout=LIVE)
    print(f"\nseen by the other {time.monotonic() - answered:.3f} s after the answer")


def give_verdict(page: Page, name: str, comment: str) -> None:
    page.locator(f"#desk-bar [data-dialog-open={name}-dialog]").click()
    page.locator(f"#{name}-comment").fill(comment)
    page.locator(f"#{name}-dialog .button.primary").click()


def edit_first(page: Page, text: str) -> None:
    first = page.locator(".sentence").first
    first.focus()
    first.press("Enter")
    page.locator(".sentence-edit textarea").fill(text)
    page.locator(".sentence-edit textarea").press("Control+Enter")
    expect(page.locator(".sentence .words").first).to_have_text(text)


def answer_for_first(page: Page) -> None:
    """What the guards refuse is not ready until a person says why it may stand."""
    page.locator(".sentence .words").first.click(position={"x": 6, "y": 6})  # its middle may lie outside: it wraps
    page.locator(".overrule summary").click()
    page.locator(".overrule textarea").fill("与访谈记录核对过。")
    page.locator(".overrule button").click()
    expect(page.locator(".sentence").first).to_have_attribute("data-state", "supported")


def download(page: Page, name: str) -> bytes:
    page.locator("#menu-export summary").click()
    with page.expect_download() as coming:
        page.locator("#menu-export a", has_text=name).first.click()
    return coming.value.path().read_bytes()


def test_the_whole_way(person: Callable[..., Page], live_stack: Any) -> None:
    ada = person("/account/signup/")
    sign_up(ada, "ada")
    workspace = create_workspace(ada, "换电网络")
    link = invitation(ada, workspace, "reviewer")
    rui = person(link)
    rui.get_by_role("link", name="注册并加入").click()
    sign_up(rui, "rui")
    rui.locator("main form .button.primary").click()
    expect(rui).to_have_url(re.compile(re.escape(workspace)))

    upload(ada, workspace, list(FILES))
    expect(ada.locator("#source-list .file", has_text="换电网络调查")).to_contain_text("处修复")
    tag_together(ada, rui, workspace)
    arrange(ada, workspace)
    draft_with_live_steps(ada, workspace, live_stack)
    follow_a_citation(ada)
    edit_first(ada, OWN_WORDS)
    expect(ada.locator("#desk-bar")).to_contain_text("第 2 版")
    order_a_report(ada)
    go_through_review(ada, rui, workspace)
    open_the_exports(ada)


def tag_together(ada: Page, rui: Page, workspace: str) -> None:
    for page in (ada, rui):
        read(page, workspace, "换电网络调查")
    expect(ada.locator("[data-text]")).not_to_contain_text(re.compile("[(][a-zāáǎàēéěèōóǒò]+[)]"))
    sees(rui, 4, 1, tag(ada, OF_THE_GARBLED, "t"))
    sees(ada, 2, 1, tag(rui, "平均每座每天完成换电84次", "e"))
    expect(ada.locator("[data-list] .excerpt")).to_have_count(2)
    ada.keyboard.press("z")
    rui.wait_for_function("() => !CSS.highlights.get('heading-4')?.size")
    tag(ada, OF_THE_GARBLED, "t")
    for title, passages in PASSAGES.items():
        read(ada, workspace, title)
        for passage in passages:
            tag(ada, passage, "t")


def arrange(page: Page, workspace: str) -> None:
    page.goto(f"{workspace}outline/")
    column = page.locator(".column[data-heading=T]")
    column.locator("form[action$=arrange] button").click()
    expect(page.locator(".column[data-heading=T] [data-point]").nth(1)).to_be_visible(timeout=WORK)
    title = page.locator(".column[data-heading=T] [data-point-title]").first
    page.locator(".column[data-heading=T] .point-head").first.focus()
    page.keyboard.press("r")
    page.keyboard.press("Control+a")
    page.keyboard.type("接口与电池")
    page.keyboard.press("Enter")
    expect(title).to_have_text("接口与电池")


def draft_with_live_steps(page: Page, workspace: str, live_stack: Any) -> None:
    """The worker is away until the page of the waiting draft follows it, so that no step is over before it is seen."""
    live_stack.stop("worker")
    page.goto(f"{workspace}drafts/")
    page.locator("[name=headings][value=E]").uncheck()
    page.locator("#new-draft .button.primary").click()
    expect(page.locator("#draft-waiting .job")).to_be_visible()
    expect(page.locator("body")).to_have_attribute("data-live", "open")
    live_stack.start("worker")
    expect(page.locator("#sheet")).to_be_visible(timeout=WORK)
    steps = set(page.evaluate("() => JSON.parse(sessionStorage.getItem('steps') ?? '[]')")) - {"", None}
    # A quick worker does several between two looks of the page.
    assert steps, "no step was shown while it was written"
    expect(page.locator(".point-text h3", has_text="接口与电池")).to_be_visible()
    assert page.locator(".sentence").count() >= 2
    expect(page.locator(".statement:not(:has(.cite))")).to_have_count(0)


def follow_a_citation(page: Page) -> None:
    """A citation leads to the reader, which shows exactly the cited characters."""
    cite = page.locator(".cite").first
    quote = cite.get_attribute("data-quote")
    cite.click()
    expect(page.locator("[data-list]")).not_to_have_attribute("aria-busy", "true")
    page.wait_for_function("() => CSS.highlights.get('active')?.size === 1")
    assert page.evaluate(PAINTED, "active") == [quote]
    page.go_back()
    expect(page.locator("#sheet")).to_be_visible()


def order_a_report(page: Page) -> None:
    draft = page.url
    page.locator("#desk-bar form[action$=check-overlap] button").click()
    total = page.locator(".report-figures dd").first
    expect(total).to_be_visible(timeout=WORK)
    expect(total).to_contain_text(re.compile(r"\d+(\.\d+)?\s*%"))
    counted = re.findall(r"[\d,]+", page.locator(".report-figures dd").nth(3).text_content() or "")
    matched, all_counted = (int(number.replace(",", "")) for number in counted)
    share = float(re.findall(r"[\d.]+", total.text_content() or "")[0])
    assert share == pytest.approx(100 * matched / all_counted, abs=0.06)
    page.goto(draft)


def submit(page: Page, draft: str) -> None:
    page.locator("#desk-bar form[action$=submit] button").click()
    page.goto(draft)
    expect(page.locator("#desk")).to_have_attribute("data-state", "in_review")
    expect(page.locator("body")).to_have_attribute("data-live", "open")


def go_through_review(ada: Page, rui: Page, workspace: str) -> None:
    draft = ada.url
    answer_for_first(ada)
    submit(ada, draft)
    rui.goto(f"{workspace}review/?show=drafts")
    rui.locator(".draft-card .item-title").click()
    give_verdict(rui, "return", "第一句请写明提高了多少。")
    # The author's page follows without a reload.
    expect(ada.locator("#desk")).to_have_attribute("data-state", "returned")
    expect(ada.locator("#desk-comments")).to_contain_text("第一句请写明提高了多少。")
    edit_first(ada, "接口统一之后，电池周转率提高31%，换电网络才有扩大的可能。")
    answer_for_first(ada)
    rui.goto(draft)
    submit(ada, draft)
    expect(rui.locator("#desk")).to_have_attribute("data-state", "in_review")
    give_verdict(rui, "approve", "")
    expect(ada.locator("#desk")).to_have_attribute("data-state", "approved")


def open_the_exports(page: Page) -> None:
    """What was approved stands in both files: headings, every sentence, and one reference for each number."""
    sentences = [text.strip() for text in page.locator(".sentence .words").all_text_contents()]
    # A source cited at two places by one sentence is 1a and 1b on the page, and [1] in print.
    numbers = {int(number.rstrip("abcdefgh")) for number in page.locator(".cite").all_text_contents()}
    document = docx.Document(io.BytesIO(download(page, "DOCX")))
    whole = "\n".join(paragraph.text for paragraph in document.paragraphs)
    headings = [one.text for one in document.paragraphs if (one.style.name or "").startswith(("Heading", "Title"))]
    assert "接口与电池" in "".join(headings)
    markdown = download(page, "Markdown").decode()
    assert re.search(r"^#+ .*接口与电池", markdown, re.M)
    for text in sentences:
        # Numbers of citations stand before the full stop in a printed text.
        assert text.rstrip("。") in whole
        assert text.rstrip("。") in markdown.replace("\\", "")
    for number in numbers:
        assert f"[{number}]" in whole
        assert f"[{number}]" in markdown.replace("\\", "")
    for source in {one.split(".")[0] for one in FILES if one.split(".")[0] in page.locator(".references").inner_text()}:
        assert source in whole
        assert source in markdown


def test_a_short_way_by_phone(person: Callable[..., Page]) -> None:
    phone = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
    page = person("/account/signup/", **phone)
    sign_up(page, "mei")
    workspace = create_workspace(page, "手机上的工作区")
    upload(page, workspace, ["运行技术简报.md"])
    page.locator("#source-list a.item-title").click()
    expect(page.locator("[data-list]")).not_to_have_attribute("aria-busy", "true")
    for passage in PASSAGES["运行技术简报"]:
        page.evaluate(SELECT, page.evaluate(FIND, passage))
        page.locator("#palette [data-tag=T]").tap()
        expect(page.locator("#palette")).to_be_hidden()
    page.locator("[data-pane-show=side]").tap()
    expect(page.locator("[data-list] .excerpt:not([data-waiting])")).to_have_count(4)
    page.goto(f"{workspace}drafts/")
    page.locator("#new-draft .button.primary").tap()
    expect(page.locator("#sheet")).to_be_visible(timeout=WORK)
    # On its first line: the middle of a sentence that wraps may lie between two lines.
    page.locator(".sentence").first.tap(position={"x": 160, "y": 10})
    expect(page.locator("[data-panel]")).to_be_visible()
    page.locator("[data-panel] [data-act=edit]").tap()
    page.locator(".sentence-edit textarea").fill(OWN_WORDS)
    page.locator(".sentence-edit .button.primary").tap()
    expect(page.locator(".sentence .words").first).to_have_text(OWN_WORDS)
    for place in ("", "sources/", "excerpts/", "outline/", "drafts/", "overlap-reports/", "review/", "members/"):
        page.goto(workspace + place)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, place
