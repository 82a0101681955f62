"""Script in any text that people give is shown as text on every page."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.security.hostile import ADDRESS, ATTACKS, SCRIPT, SHORT, TEMPLATE, harm_in, make_hostile_world
from tests.security.matrix import MATRIX
from tests.security.rows import OWNER, Row
from tests.security.walk import client_for, let_go, path_of

if TYPE_CHECKING:
    from tests.filled_world import FilledWorld

# Pages that must show each of these texts, or the test would prove nothing.
SHOWN_ON = {
    "home": SCRIPT,
    "workspaces:detail": SCRIPT,
    "workspaces:settings": TEMPLATE,
    "workspaces:members": SCRIPT,
    "workspaces:join": SCRIPT,
    "workspaces:audit": SCRIPT,
    "sources:list": TEMPLATE,
    "sources:info": ADDRESS,
    "tagging:reader": TEMPLATE,
    "tagging:overview": TEMPLATE,
    "tagging:excerpt": TEMPLATE,
    "tagging:headings": TEMPLATE,
    "discussion:comments": ADDRESS,
    "drafting:outline": SCRIPT,
    "drafting:list": TEMPLATE,
    "drafting:detail": TEMPLATE,
    "drafting:revisions": SCRIPT,
    "overlap:list": SCRIPT,
    "overlap:report": TEMPLATE,
    "review:queue": SCRIPT,
}
# There is no page of it, only the open card.
PARTS = {"tagging:excerpt"}
# Help texts are ours and Django's (a list of rules for passwords), never a person's.
SAFE_WITH_REASON = {"templates/components/_field.html": "{{ field.help_text|safe }}"}


@pytest.fixture
def hostile(db: None) -> FilledWorld:
    return make_hostile_world()


def pages() -> list[Row]:
    return [row for row in MATRIX if row.method == "GET" and not row.committed]


@pytest.mark.parametrize("part", [False, True], ids=["page", "part"])
def test_shown_as_text(hostile: FilledWorld, part: bool) -> None:
    wrong: list[str] = []
    shown: set[str] = set()
    for row in pages():
        query = {**row.query, "draft": str(hostile.draft.pk)} if "export" in row.name else row.query
        headers: Any = {"HX-Request": "true"} if part else {}
        response = client_for(hostile, row, OWNER).get(path_of(hostile, row, OWNER), query, headers=headers)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            let_go(response)
            continue
        body = response.content.decode()
        wrong += [f"{row.label}: {said}" for said in harm_in(body)]
        shown |= {row.name for text in [SHOWN_ON.get(row.name)] if text and text in html.unescape(body)}
        if TEMPLATE.startswith("{{") and "49{% now" in body:
            wrong.append(f"{row.label}: a template in a text was worked out")
    assert not wrong, "\n".join(wrong)
    wanted = PARTS if part else set(SHOWN_ON) - PARTS
    assert wanted - shown == set(), "these pages do not show what they should be tested with"


def test_the_test_sees_harm() -> None:
    assert all(harm_in(f"<html><p>{attack}</p>") for attack in (SCRIPT, SHORT, "<a href=' JavaScript:x'>", ATTACKS[4]))
    assert not harm_in(f"<html><p>{html.escape(SCRIPT)}</p><script nonce=a src=/b></script>")


def test_forms_show_again_what_was_refused(hostile: FilledWorld) -> None:
    owner = hostile.client(OWNER)
    for path, body in (
        (hostile.url("settings/"), {"name": "", "topic": ATTACKS[1] + SCRIPT}),
        (hostile.url("sources/paste"), {"text": "", "title": ATTACKS[1] + SCRIPT}),
        (hostile.url("headings/save"), {"key": SCRIPT, "name": ATTACKS[1]}),
        ("/account/tokens/create", {"name": SCRIPT * 9}),
        ("/account/login/", {"login": SCRIPT, "password": "x"}),
    ):
        answer = owner.post(path, body)
        assert not harm_in(answer.content.decode()), path


def test_addresses_show_nothing_of_themselves(hostile: FilledWorld) -> None:
    owner = hostile.client(OWNER)
    for path in (
        "sources/?q=",
        "excerpts/?q=",
        "excerpts/?heading=",
        "review/?show=",
        "audit/?before=",
        "drafts/?page=",
    ):
        answer = owner.get(hostile.url(path) + "%22%3E%3Cscript%3Ewindow.hurt=1%3C/script%3E")
        assert answer.status_code < 500, path
        assert not harm_in(answer.content.decode()), path


def test_exports_are_data(hostile: FilledWorld) -> None:
    answer = hostile.client(OWNER).get(hostile.url("exports/md"), {"draft": str(hostile.draft.pk)})
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_json_in_pages_closes_no_script(hostile: FilledWorld) -> None:
    """JSON scripts of pages carry `<` escaped: `</script>` in a text must not end them."""
    body = hostile.client(OWNER).get(hostile.url(f"sources/{hostile.source.pk}/")).content.decode()
    pieces = body.split('type="application/json"')[1:]
    assert pieces
    for piece in pieces:
        data = piece.split(">", 1)[1].split("</script>", 1)[0]
        assert json.loads(data) is not None


def test_templates_never_mark_texts_as_safe() -> None:
    root = Path(__file__).resolve().parents[2]
    found = []
    for path in (root / "templates").rglob("*.html"):
        name = path.relative_to(root).as_posix()
        text = path.read_text("utf-8").replace(SAFE_WITH_REASON.get(name, "|safe }} is nowhere"), "")
        found += [name] if "|safe" in text or "autoescape off" in text else []
    found += [
        path.relative_to(root).as_posix()
        for path in (root / "synthesis").rglob("*.py")
        if "mark_safe" in path.read_text("utf-8")
    ]
    assert not found
