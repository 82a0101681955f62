"""Newer versions of sources, sources that are alike, and excerpts that wait to be placed again."""

from __future__ import annotations

from typing import Any

from synthesis.sources.models import Likeness, NewVersion, Source, SourceState
from synthesis.tagging.models import Excerpt, Reanchoring
from tests.filled_world import FilledWorld
from tests.security.rows import EDITORS, MEMBERS, TEAM, fixed, get, of, post
from tests.world import TEXT, make_source, make_text

source = of(lambda w, _: w.source, "source")


def failed_version(world: FilledWorld, name: Any) -> dict[str, Any]:
    new = NewVersion.objects.create(
        source=world.source,
        file_name="n.txt",
        kind="txt",
        media_type="text/plain",
        size=1,
        sha256="0" * 64,
        stored=world.source.stored,
        state=SourceState.FAILED,
        error="unreadable",
        created_by=world.bob,
    )
    return {"source": world.source.pk, "version": new.pk}


def alike(world: FilledWorld, name: Any) -> dict[str, Any]:
    other = Source.objects.filter(title="alike").first() or make_source(
        world.workspace, world.bob, title="alike", text=TEXT + "又一句。"
    )
    first, second = sorted((world.source.pk, other.pk))
    Likeness.objects.get_or_create(source_id=first, other_id=second, defaults={"share": 0.9})
    return {"source": world.source.pk, "other": other.pk}


def left_behind(whose: str = "") -> Any:
    """An excerpt of that person on the older of two texts."""

    def find(world: FilledWorld, name: Any) -> dict[str, Any]:
        newer_text(world)
        excerpt = world.excerpt_by(whose or name or "tom")
        Excerpt.objects.filter(pk=excerpt.pk).update(text=world.source.texts.get(number=1))
        newer_text(world)
        return {"excerpt": excerpt.pk}

    return find


def newer_text(world: FilledWorld) -> None:
    """The source's text is its second; what stands on the first waits."""
    # A visit before this one may have been taken back; what is in memory is perhaps of it.
    world.source.refresh_from_db()
    if world.source.texts.count() == 1:
        world.source.text = make_text(world.source, "前面加了一句。" + TEXT.replace("420", "430"), number=2)
        world.source.save()
    for excerpt in Excerpt.objects.filter(source=world.source).exclude(text=world.source.text):
        values = {"from_text_id": excerpt.text_id, "state": "fuzzy", "score": 0.9, "start": 7, "end": 12}
        Reanchoring.objects.get_or_create(excerpt=excerpt, to_text=world.source.text, defaults=values)


def place(world: FilledWorld, name: Any) -> dict[str, Any]:
    world.source.refresh_from_db()
    text = world.source.text
    assert text is not None
    return {"text": str(text.pk), "start": 0, "end": 2, "quote": text.text[:2]}


def first_version(world: FilledWorld, name: Any) -> dict[str, Any]:
    newer_text(world)
    return {"source": world.source.pk, "number": 1}


def outdated(world: FilledWorld, name: Any) -> dict[str, Any]:
    world.source.texts.update(reader_version=1)
    return {"source": world.source.pk}


def other_file(world: FilledWorld, name: Any) -> dict[str, Any]:
    newer_text(world)
    stored = world.source.stored
    world.source.texts.filter(number=1).update(stored=stored, file_name="n.txt")
    return {"source": world.source.pk, "number": 1}


VERSIONS = [
    get("sources:versions", MEMBERS, source),
    post("sources:add_version", EDITORS, source, fixed(text="一个新的版本的正文。")),
    get("sources:version_file", MEMBERS, first_version),
    post("sources:read_again", EDITORS, outdated),
    post("sources:go_back", EDITORS, other_file),
    post("sources:retry_version", EDITORS, failed_version),
    post("sources:dismiss_version", EDITORS, failed_version),
    get("sources:likeness", MEMBERS, alike),
    post("sources:keep_both", EDITORS, alike),
    post("sources:renew_from", EDITORS, alike),
    get("tagging:version", MEMBERS, first_version),
    get("tagging:reanchoring", TEAM),
    get("tagging:place", TEAM, left_behind("tina")),
    post("tagging:take_place", TEAM, left_behind(), place, case="one's own"),
    post("tagging:take_place", EDITORS, left_behind("tina"), place, case="another's"),
    post("tagging:let_go", TEAM, left_behind(), case="one's own"),
    post("tagging:let_go", EDITORS, left_behind("tina"), case="another's"),
]
