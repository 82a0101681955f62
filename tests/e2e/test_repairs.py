"""Repairs in the reader: shown on demand, put back and taken back; damage gone through by keys; the page beside the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.test_reader import PAINTED, SELECT, read, world

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.world import World

__all__ = ["read", "world"]
BODY = "# 設備調查\n\n基層醫(yī)療機構的設(shè)備更新很慢。\n\n有一處文字損\ufffd\ufffd，還有一處不明\ue000情況。\n\n尾段沒有問題。"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


@pytest.fixture
def source(world: World) -> Any:
    from django.db import transaction

    from synthesis.engine.text.extraction import ExtractedBlock, Extraction
    from synthesis.engine.text.reading import build_reading_text
    from synthesis.sources.actions import store_read_text
    from synthesis.sources.models import Source

    row = Source.objects.get(pk=world.source.pk)
    with transaction.atomic():
        store_read_text(row, build_reading_text(Extraction(blocks=(ExtractedBlock(BODY),))), actor_id=None)
    row.refresh_from_db()
    return row


def text_of(source: Any) -> str:
    from synthesis.sources.models import Source

    return Source.objects.select_related("text").get(pk=source.pk).text.text


def test_damage_by_keys_and_repairs_put_back(read: Callable[..., Page], source: Any) -> None:
    page = read("bob", source)
    page.wait_for_function("() => CSS.highlights.get('damage')?.size === 2")
    assert page.evaluate("() => CSS.highlights.has('repair')") is False
    card = page.locator("#repair-card")
    page.keyboard.press(".")
    expect(card).to_be_visible()
    expect(card).to_contain_text("1 / 2")
    card.locator("input").fill("壞")
    page.keyboard.press("Enter")
    # Decided, the next one is there at once; both are sent together.
    expect(card).to_contain_text("‹E000›")
    card.get_by_role("button", name="It is right as it stands").click()
    expect(page.locator("#toasts")).to_contain_text("with your 2 decisions")
    assert "文字损坏，还有" in text_of(source)
    expect(page.locator("[data-damage-next]")).to_have_count(0)
    page.wait_for_function("() => CSS.highlights.has('damage') === false")

    page.keyboard.press("r")
    page.wait_for_function("() => CSS.highlights.get('repair')?.size === 3")
    assert page.evaluate(PAINTED, "repair") == ["医", "设", "坏"]
    page.get_by_text("设备更新").click(position={"x": 10, "y": 12})
    page.keyboard.press(".")
    card.get_by_role("button", name="Put back").click()
    # Beside the damage that was right as it stood.
    page.wait_for_function("() => CSS.highlights.get('put-back')?.size === 2")
    assert "(yī)" in text_of(source)
    assert "(shè)" not in text_of(source)
    page.locator("#toasts").get_by_role("button", name="Undo").first.click()
    expect(page.locator("[data-text]")).not_to_contain_text("(yī)")
    page.wait_for_function("() => CSS.highlights.get('repair')?.size === 3")


def test_readers_see_and_the_page_stands_beside(read: Callable[..., Page], source: Any) -> None:
    from synthesis.sources.models import ReadingText, Source

    Source.objects.filter(pk=source.pk).update(kind="pdf")
    blocks = [{**block, "page": n + 1} for n, block in enumerate(source.text.blocks)]
    ReadingText.objects.filter(pk=source.text_id).update(blocks=blocks)
    spot = source.text.text.index("医")
    page = read("cara", source, f"?start={spot}&end={spot + 1}&mark=1")
    expect(page.locator("#repair-card")).to_be_visible()
    expect(page.locator("#repair-card").get_by_role("button", name="Put back")).to_have_count(0)

    def answer(route: Route) -> None:
        number = int(route.request.url.split("/pages/")[1].split("/")[0].split(".")[0])
        if "/boxes" in route.request.url:
            route.fulfill(json={"page": number, "boxes": [[0.1, 0.2, 0.5, 0.25]], "width": 595, "height": 842})
        else:
            route.fulfill(body=PNG, content_type="image/png")

    page.route("**/pages/**", answer)
    page.keyboard.press("Escape")
    page.keyboard.press(";")
    expect(page.locator("#page-number")).to_have_value("1")
    last = blocks[-1]
    page.evaluate(SELECT, [last["start"], last["start"] + 3])
    expect(page.locator("#page-number")).to_have_value(str(len(blocks)))
    expect(page.locator("[data-page-boxes] rect")).to_have_count(1)
    page.locator("#page-number").fill("2")
    page.keyboard.press("Enter")
    expect(page.locator("[data-page-image]")).to_have_attribute("alt", "Page 2 as it looks")
    page.locator("[data-page-close]").click()
    expect(page.locator("#page-pane")).to_be_hidden()
