"""The same hostile world in Chromium: nothing runs, nothing is reported, whatever the pages' scripts do with the texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from tests.security.hostile import make_hostile_world

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.filled_world import FilledWorld
    from tests.live_stack import LiveStack

# Scripts that hold data for the page or the browser and run nothing.
DATA = ["application/json", "speculationrules"]
WATCH = """addEventListener("securitypolicyviolation", e => console.error("CSP: " + e.violatedDirective + " " + e.blockedURI))"""


def addresses(world: FilledWorld) -> list[str]:
    w, source, draft = world.workspace.pk, world.source.pk, world.draft.pk
    named = {
        "workspaces:detail": [w],
        "workspaces:settings": [w],
        "workspaces:members": [w],
        "workspaces:audit": [w],
        "sources:list": [w],
        "sources:info": [w, source],
        "tagging:overview": [w],
        "tagging:headings": [w],
        "tagging:reader": [w, source],
        "drafting:outline": [w],
        "drafting:list": [w],
        "drafting:detail": [w, draft],
        "drafting:revisions": [w, draft],
        "drafting:revision": [w, draft, 1],
        "overlap:list": [w],
        "overlap:report": [w, world.report.pk],
        "review:queue": [w],
        "accounts:profile": [],
    }
    return ["/", *(reverse(name, args=arguments) for name, arguments in named.items())]


def test_nothing_runs(live_stack: LiveStack, open_page: Callable[..., Page]) -> None:
    with transaction.atomic():
        world = make_hostile_world()
    page = open_page("/")
    cookie = world.client("alice").cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_stack.url}])
    page.context.add_init_script(WATCH)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for path in addresses(world):
        answer = page.goto(path)
        assert answer is not None
        assert answer.ok, (path, answer.status)
        if path.endswith(f"sources/{world.source.pk}/"):
            # The pane's cards are made by the page's script out of JSON.
            page.get_by_text("{{7*7}}").last.wait_for(state="attached")
        assert page.evaluate("window.hurt") is None, path
        foreign = f"[...document.scripts].filter(s => !s.src && !{DATA}.includes(s.type)).map(s => s.textContent)"
        assert page.evaluate(foreign) == [], path
        assert page.evaluate("document.querySelectorAll('img[src=x], [onerror], [onload], [onmouseover]').length") == 0
    assert not dialogs
