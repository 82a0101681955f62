"""The list in Chromium with real processes: many files at once, live states, refusals, undo, a second person."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.world import make_world

WAIT = 20_000  # milliseconds; reading starts a process for each file


def signed_in(world, name, url):
    """What a browser brings whose owner has signed in."""
    key = world.client(name).cookies["sessionid"].value
    cookie = {"name": "sessionid", "value": key, "domain": urlsplit(url).hostname, "path": "/", "expires": -1}
    return {"cookies": [{**cookie, "httpOnly": True, "secure": False, "sameSite": "Lax"}], "origins": []}


def test_many_files_at_once_and_somebody_watching(open_page, live_stack, tmp_path):
    world = make_world()
    bob, cara = (
        open_page(world.url("sources/"), storage_state=signed_in(world, name, live_stack.url))
        for name in ("bob", "cara")
    )
    (tmp_path / "<b>eins<b>.txt").write_text("Erster Text.\n\nMit zwei Absätzen.")
    (tmp_path / "zwei.md").write_text("# Überschrift\n\nEin Absatz über Messgeräte.")
    (tmp_path / "drei.txt").write_bytes("第三份材料记录了用户的反馈。".encode("gb18030"))
    (tmp_path / "leer.txt").write_bytes(b"")
    files = sorted(str(path) for path in tmp_path.iterdir() if path.suffix in {".txt", ".md"})
    bob.set_input_files("input[type=file]", files)
    refused = bob.locator("#uploads li")
    expect(refused).to_have_count(1)
    expect(refused).to_contain_text("leer.txt")
    expect(refused).to_contain_text("The file is empty.")
    for page in (bob, cara):
        ready = page.locator("#source-list li[data-state=ready]")
        expect(ready).to_have_count(4, timeout=WAIT)
        expect(page.locator("#source-list")).to_contain_text("<b>eins<b>.txt")
    bob.set_input_files("input[type=file]", [files[-1]])
    expect(bob.locator("#uploads li").last).to_contain_text("Already here")

    row = bob.locator("#source-list li", has_text="drei")
    row.locator("summary").click()
    row.get_by_role("button", name="Delete").click()
    expect(row).to_have_count(0)
    expect(cara.locator("#source-list li", has_text="drei")).to_have_count(0)
    bob.get_by_role("button", name="Undo").click()
    expect(row).to_have_count(1)
    expect(cara.locator("#source-list li", has_text="drei")).to_have_count(1)
