"""A citation follows its excerpt into a newer text of the source; while that waits, it leads to the older one."""

from __future__ import annotations

from synthesis.drafting import pages, selectors
from synthesis.drafting.models import Citation
from tests.tagging.test_reanchoring import renew


def test_a_citation_leads_to_where_its_words_stand_now(written):
    world = written.world
    old = world.source.text
    (moved, *_rest) = [c for c in Citation.objects.select_related("excerpt", "source") if c.excerpt.deleted is None]
    gone = next(c for c in _rest if c.quote != moved.quote)
    text = renew(world, "新写的开头一句。" + old.text.replace(gone.quote, "此处另写。"))
    moved = Citation.objects.select_related("excerpt", "source").get(pk=moved.pk)
    start = text.text.index(moved.quote)
    assert not selectors.is_stale(moved)
    assert not selectors.is_unplaced(moved)
    assert f"?start={start}&end={start + len(moved.quote)}#e-" in pages.cite_url(world.workspace.pk, moved)
    waits = Citation.objects.select_related("excerpt", "source").get(pk=gone.pk)
    assert selectors.is_unplaced(waits)
    address = pages.cite_url(world.workspace.pk, waits)
    to = world.client("alice").get(address)["Location"]
    assert f"versions/1/?start={waits.start}&end={waits.end}" in to
    type(waits.excerpt).objects.filter(pk=waits.excerpt_id).update(text=text, start=0, end=4, quote=text.text[:4])
    taken = Citation.objects.select_related("excerpt", "source").get(pk=gone.pk)
    assert selectors.is_stale(taken)
    assert pages.cite_url(world.workspace.pk, taken).endswith(f"/#e-{taken.excerpt_id}")
