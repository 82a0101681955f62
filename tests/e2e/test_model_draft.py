"""A draft by a language model in Chromium with real processes: connected, estimated, cancelled, written, restored, exported."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import docx
import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from tests.drafting.test_model_mode import WORDINGS
from tests.model_server import KEY, Asked, ModelServer, Reply, model_server


@pytest.fixture
def server(live_stack) -> Iterator[ModelServer]:
    """A model's server that web and worker may call; they are started anew, for they read whom when they start.

    A test names it first: it ends after the pages, which would complain of a web process that is gone."""
    with model_server(WORDINGS) as running:
        live_stack.environment["MODEL_ADDRESSES"] = running.address.removesuffix("/v1")
        for name in ("web", "worker"):
            live_stack.start(name)
        yield running
        running.over.set()
    del live_stack.environment["MODEL_ADDRESSES"]
    for name in ("web", "worker"):
        live_stack.kill(name)


def connect(alice: Page, server: ModelServer) -> None:
    """As an owner does it: first an address that is not allowed, then the right one, then a trial."""
    fields = {"name": "Ours", "key": KEY, "write_model": "m-write", "write_price_in": "2", "write_price_out": "8"}
    alice.locator("[name=monthly_limit]").fill("50")
    for address in ("http://127.0.0.1:1/v1", server.address):
        for name, value in {**fields, "address": address}.items():
            alice.locator(f"[name={name}]").fill(value)
        alice.get_by_role("button", name="Connect").click()
        if address != server.address:
            expect(alice.locator("form")).to_contain_text(["may not call that address"])
            expect(alice.locator("form")).to_contain_text(["Enter the key again"])
            expect(alice.locator("[name=key]")).to_have_value("")
    server.behave = lambda _asked: Reply('{"ready": true}')
    alice.get_by_role("button", name="Try the connection").click()
    expect(alice.locator("#model-trial")).to_contain_text("m-write answered in")
    expect(alice.locator(".facts")).to_contain_text("0.0028 CNY")


def test_a_draft_by_a_model_from_the_key_to_the_paper(server, open_page, live_stack, complaints):
    from tests.world import make_world

    world = make_world()

    def person(name: str, path: str, **options: object) -> Page:
        return open_page(world.url(path), storage_state=world.storage_state(name, live_stack.url), **options)

    alice = person("alice", "model/")
    connect(alice, server)
    complaints[:] = [one for one in complaints if "422" not in one]  # the refused form, as it should

    held: list[Asked] = []

    def hold_the_first(asked: Asked) -> Reply | None:
        """Its answer never comes: only the person who cancels ends it."""
        reply = server.good(asked)
        if reply and not held:
            held.append(asked)
            reply.before = lambda: server.over.wait(60) and None
        return reply

    server.behave = hold_the_first
    bob = person("bob", "drafts/")
    bob.locator("form[action$=create] [value=model]").check()
    expect(bob.locator("#draft-estimate")).to_contain_text(re.compile(r"About [\d,]+ tokens, 0\.\d+ CNY"))
    bob.get_by_role("button", name="Draft", exact=True).click()
    waiting = bob.locator("#draft-waiting")
    expect(waiting).to_contain_text(re.compile("the model is (planning|writing)"))
    expect(waiting).to_contain_text("Ours")
    bob.get_by_role("button", name="Cancel").click()
    expect(waiting).to_contain_text("Writing was stopped.")
    expect(waiting).to_contain_text("So far: 1 question")

    bob.get_by_role("button", name="Try again").click()
    expect(bob.locator(".sentence")).to_have_count(3)
    expect(bob.locator(".sentence[data-state=supported]")).to_have_count(3)
    expect(bob.locator("#desk-bar")).to_contain_text(re.compile(r"model: [\d,]+ tokens, 0\.\d+ CNY"))
    draft = bob.url
    alice.get_by_role("link", name="all calls").click()
    # Whoever asks again at once may find the stopped question still open, and closes it.
    stopped = re.compile("Stopped by a person|Broken off before the answer")
    expect(alice.locator(".calls tbody tr", has_text=stopped)).to_have_count(1)
    expect(alice.locator(".calls tbody tr")).to_have_count(len(server.asked))
    assert KEY not in alice.content()

    revise_and_restore(bob)
    mark_for_rewriting(bob)
    expect(bob).to_have_url(re.compile(r"#s-"))
    expect(bob.locator("#to-rewrite")).to_contain_text("In our own words, please.")
    bob.goto(draft)
    on_paper(bob)


def revise_and_restore(bob: Page) -> None:
    """A figure is made wrong, the check says so, and the wording of the model comes back."""
    first = bob.locator(".sentence .words").first
    wording = first.text_content() or ""
    bob.locator(".sentence").first.focus()
    bob.keyboard.press("Enter")
    bob.locator(".sentence-edit textarea").fill(re.sub(r"\d{4}年", "2019年", wording, count=1))
    bob.locator(".sentence-edit textarea").press("Control+Enter")
    expect(bob.locator(".sentence").first).to_have_attribute("data-state", "unsupported")
    bob.get_by_role("link", name="Revision 2").click()
    bob.get_by_role("link", name="Revision 2").click()
    expect(bob.locator(".revised ins")).to_contain_text(["2019"])
    bob.get_by_role("link", name="Earlier").click()
    bob.get_by_role("button", name="Restore this revision").click()
    bob.locator("#confirm-dialog [data-confirm-yes]").click()
    expect(first).to_have_text(wording)
    expect(bob.locator("#desk-bar")).to_contain_text("Revision 3")
    expect(bob.locator(".sentence[data-state=supported]")).to_have_count(3)


def mark_for_rewriting(bob: Page) -> None:
    """The report of the draft: a setting repaints it, a passage is marked, and leads to its sentence."""
    bob.get_by_role("button", name="Check overlap").click()
    total = bob.locator(".report-figures dd").first
    expect(total).to_be_visible()
    before = total.text_content() or ""
    passage = bob.locator(".passage").first
    kind = passage.locator(".kind").get_attribute("data-kind")
    bob.locator(f"[name=hide][value={kind}]").check()
    expect(total).not_to_have_text(before)
    bob.locator(f"[name=hide][value={kind}]").uncheck()
    expect(total).to_have_text(before)
    passage.locator(".mark-form summary").click()
    passage.locator("textarea").fill("In our own words, please.")
    passage.locator("button[value=rewrite]").click()
    marked = bob.locator(".passage[data-mark=rewrite]")
    expect(marked).to_contain_text("In our own words, please.")
    marked.get_by_role("link", name="Rewrite in the draft").click()


def on_paper(bob: Page) -> None:
    """The exported files say what the sheet says, and that nobody has approved it."""
    words = bob.locator(".sentence .words").all_text_contents()
    assert len(words) == 3
    for name in ("DOCX", "PDF"):
        bob.locator("#menu-export summary").click()
        with bob.expect_download() as download:
            bob.locator("#menu-export").get_by_role("link", name=name, exact=True).click()
        data = download.value.path().read_bytes()
        if name == "DOCX":
            text = "".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)
        else:
            paper = PdfDocument(data)
            text = "".join(page.get_textpage().get_text_range() for page in paper)
        plain = re.sub(r"\s|\[\d+\]", "", text)
        for sentence in words:
            assert re.sub(r"\s|。$", "", sentence) in plain
        bob.keyboard.press("Escape")
