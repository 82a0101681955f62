"""A world whose every text is an attack."""

from __future__ import annotations

import itertools
from html.parser import HTMLParser
from typing import Any

from synthesis.accounts.models import User
from synthesis.drafting.models import Draft, Paragraph, Point, Sentence
from synthesis.infra import audit
from synthesis.overlap.models import OverlapReport
from synthesis.sources.models import Source
from synthesis.tagging.models import Excerpt, Heading
from synthesis.workspaces.models import Workspace
from tests.filled_world import SPARE, FilledWorld, fill, make_comment
from tests.world import make_excerpt, make_source, make_world

SCRIPT = "<script>window.hurt=1</script>"
IMAGE = '"><img src=x onerror=window.hurt=2>'
TEMPLATE = "{{7*7}}{% now %}"
ADDRESS = "javascript:window.hurt=3"
CLOSING = "</script></style></textarea></title><svg onload=window.hurt=4>"
QUOTES = "' onmouseover='window.hurt=5' x='"
ATTACKS = (SCRIPT, IMAGE, TEMPLATE, ADDRESS, CLOSING, QUOTES)
# Each attack in one text; short enough for a name of eighty characters or a title of two hundred.
SHORT = SCRIPT + IMAGE
LONG = "".join(ATTACKS)
TEXT = f"{SHORT}\n{LONG}销量达到420万台。{TEMPLATE}测量缩短到20秒。{QUOTES}更换意愿有限。{SPARE}老年用户的接受度高。\n"


def make_hostile_world() -> FilledWorld:
    """Names, titles, file names, notes, excerpts, comments, drafts, sentences and headings of somebody who means harm."""
    plain = make_world()
    number = itertools.count()
    for user in plain.people.values():
        User.objects.filter(pk=user.pk).update(name=f"{next(number)}{SHORT}"[:80])
        user.refresh_from_db()
    Workspace.objects.filter(pk=plain.workspace.pk).update(name=SHORT, topic=LONG)
    plain.workspace.refresh_from_db()
    for heading in plain.headings.values():
        Heading.objects.filter(pk=heading.pk).update(name=f"{heading.key}{SHORT}", description=LONG)
        heading.refresh_from_db()
    plain.source = make_source(plain.workspace, plain.bob, title=LONG, text=TEXT)
    citation = {"type": "report", "title": LONG, "URL": ADDRESS, "author": [{"literal": SHORT}], "publisher": IMAGE}
    Source.objects.filter(pk=plain.source.pk).update(file_name=f"{LONG}.txt"[:255], citation=citation)
    plain.source.refresh_from_db()
    repairs = [{"kind": "annotation", "start": 0, "end": 8, "before": LONG, "after": SHORT, "confidence": 0.9}]
    damage = [{"start": 3, "end": 9, "text": LONG, "reason": "byteshift", "suggestions": [SHORT]}]
    plain.text.__class__.objects.filter(pk=plain.text.pk).update(
        repairs=repairs, damage=damage, repairs_count=1, damage_count=1
    )
    quotes = [SCRIPT, f"{LONG}销量达到420万台。", "测量缩短到20秒。"]
    plain.excerpts = [
        make_excerpt(plain.source, quote, plain.headings[key], plain.tom, note=LONG)
        for quote, key in zip(quotes, "TEP", strict=True)
    ]
    world = fill(plain)
    Excerpt.objects.filter(pk=world.accepted.pk).update(note=LONG)
    _spoil_the_draft(world)
    OverlapReport.objects.filter(pk=world.report.pk).update(title=LONG[:200], draft_text=LONG + world.report.draft_text)
    for about in (world.accepted, world.draft):
        make_comment(world, about, world.tom, LONG)
    failed = world.failed_source()
    Source.objects.filter(pk=failed.pk).update(error="nobody knows this code", error_detail=LONG, title=SHORT)
    audit.record(
        "source.renamed",
        world.source,
        actor_id=world.bob.pk,
        workspace_id=world.workspace.pk,
        before={"title": LONG},
        after={"title": SHORT},
    )
    return world


def _spoil_the_draft(world: FilledWorld) -> None:
    Point.objects.filter(pk=world.point.pk).update(title=SHORT)
    findings: dict[str, Any] = {
        "conflicts": [
            {
                "subject": LONG,
                "indicator": SHORT,
                "values": [{"value": IMAGE, "cites": [str(world.accepted.pk)]}, {"value": SCRIPT, "cites": []}],
            }
        ],
        "advice": [{"kind": SHORT, "text": LONG, "excerpts": [str(world.accepted.pk)]}],
        "unused": [{"id": str(world.accepted.pk), "reason": SHORT}],
    }
    Draft.objects.filter(pk=world.draft.pk).update(title=LONG[:200], findings=findings)
    Paragraph.objects.filter(draft=world.draft).update(title=SHORT)
    reasons = [{"guard": "number", "code": SHORT, "detail": LONG}]
    Sentence.objects.filter(paragraph__draft=world.draft).update(
        text=LONG, state="check", verdict={"checks": {"number": "check"}, "reasons": reasons}
    )
    world.draft.refresh_from_db()


class Harm(HTMLParser):
    """What of the attacks became markup: elements, handlers, addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if (
            tag == "script"
            and not (values.get("nonce") and values.get("src"))
            and values.get("type") != "application/json"
        ):
            self.found.append(f"a script without address and nonce: {attrs}")
        if tag == "svg" and "onload" in values:
            self.found.append("an svg of the attack")
        self.found += [f"{tag} has {name}" for name in values if name.startswith("on") or name in {"style", "srcdoc"}]
        for name in ("href", "src", "action", "formaction", "hx-get", "hx-post"):
            if (values.get(name) or "").strip().lower().startswith(("javascript:", "vbscript:", "data:text")):
                self.found.append(f"{tag} leads to {values[name]}")

    handle_startendtag = handle_starttag


def harm_in(html: str) -> list[str]:
    """Everything in a page that an attack could have put there, and template syntax that was worked out."""
    parser = Harm()
    parser.feed(html)
    parser.close()
    if SCRIPT in html and "<html" in html:
        parser.found.append("the script stands there as it is")
    return parser.found
