"""Two people in the reader at once: two strokes tag, the other sees it; offsets through the page; undo; addresses."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.world import World

SELECT = """([start, end]) => {
  const leaves = [...document.querySelectorAll("[data-start]")];
  const place = (point) => {
    const leaf = leaves.filter((one) => Number(one.dataset.start) <= point).at(-1);
    const units = [...leaf.textContent].slice(0, point - Number(leaf.dataset.start)).join("").length;
    return [leaf.firstChild, units];
  };
  getSelection().setBaseAndExtent(...place(start), ...place(end));
}"""
PAINTED = """(name) => [...(CSS.highlights.get(name) ?? [])].map((one) => {
  const range = document.createRange();
  range.setStart(one.startContainer, one.startOffset);
  range.setEnd(one.endContainer, one.endOffset);
  return range.toString();
})"""
NO_HIGHLIGHTS = "Object.defineProperty(window, 'Highlight', { value: undefined });"


@pytest.fixture
def world(live_stack: Any) -> World:
    from tests.world import make_world

    return make_world()


@pytest.fixture
def read(world: World, open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Opens the reader as one of the people of the world."""

    def open_reader(name: str, source: Any = None, tail: str = "", script: str = "", **options: Any) -> Page:
        page = open_page("/", **options)
        cookie = world.client(name).cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": page.url}])
        if script:
            page.add_init_script(script)
        page.goto(world.url(f"sources/{(source or world.source).pk}/{tail}"))
        expect(page.locator("[data-list]")).not_to_have_attribute("aria-busy", "true")
        return page

    return open_reader


def test_two_strokes_tag_and_the_other_sees_it(world: World, read: Callable[..., Page]) -> None:
    tom, tina = read("tom"), read("tina")
    text = world.text.text
    start = text.index("老年用户")
    tom.evaluate(SELECT, [start, start + 4])
    expect(tom.locator("#palette")).to_be_visible()
    began = time.monotonic()
    tom.keyboard.press("s")
    tina.wait_for_function("() => CSS.highlights.get('heading-3')?.size === 1")
    print(f"\nseen by the other after {time.monotonic() - began:.3f} s")
    assert tina.evaluate(PAINTED, "heading-3") == ["老年用户"]
    expect(tina.locator("[data-list] .excerpt")).to_have_count(4)
    expect(tom.locator("[data-list] .excerpt")).to_have_count(4)
    assert tom.evaluate(PAINTED, "heading-3") == ["老年用户"]

    # Undone and done again, it is what the next key is for.
    tom.keyboard.press("z")
    tina.wait_for_function("() => CSS.highlights.get('heading-3')?.size === 0")
    tom.keyboard.press("Shift+Z")
    tina.wait_for_function("() => CSS.highlights.get('heading-3')?.size === 1")
    expect(tom.locator("#toasts")).to_contain_text("Redone")

    # Another heading on the same excerpt, then both steps back, for both people.
    tom.keyboard.press("p")
    tina.wait_for_function("() => CSS.highlights.get('heading-1')?.size === 2")
    tom.keyboard.press("z")
    tina.wait_for_function("() => CSS.highlights.get('heading-1')?.size === 1")
    tom.keyboard.press("z")
    tina.wait_for_function("() => CSS.highlights.get('heading-3')?.size === 0")
    expect(tina.locator("[data-list] .excerpt")).to_have_count(3)
    expect(tom.locator("[data-list] .excerpt")).to_have_count(3)


@pytest.mark.parametrize("script", ["", NO_HIGHLIGHTS], ids=["highlights", "spans"])
def test_a_span_over_blocks_with_wide_characters(world: World, read: Callable[..., Page], script: str) -> None:
    from synthesis.tagging.models import Excerpt
    from tests.world import make_source

    text = "标题😀\n第一段𠮷野家的话。\n第二段也有😀。"
    source = make_source(world.workspace, world.people["bob"], title="t", text=text)
    page = read("tom", source, script=script)
    page.evaluate(SELECT, [7, 19])
    page.locator("#palette [data-tag=T]").click()
    expect(page.locator("[data-list] .excerpt:not([data-waiting])")).to_have_count(1)
    row = Excerpt.objects.get(source=source)
    assert (row.start, row.end, row.quote) == (7, 19, text[7:19])
    if script:
        expect(page.locator(".painted").first).to_be_visible()
        assert "".join(page.locator("[data-text] > *").all_text_contents()) == text.replace("\n", "")
        # Painted over, offsets still hold.
        page.evaluate("() => getSelection().selectAllChildren(document.querySelectorAll('[data-start]')[2])")
        page.locator("#palette [data-tag=P]").click()
        expect(page.locator("[data-list] .excerpt:not([data-waiting])")).to_have_count(2)
        assert Excerpt.objects.filter(source=source, quote="第二段也有😀。").count() == 1
    else:
        # What is selected is looked for elsewhere, without leaving the text.
        page.evaluate(SELECT, [7, 12])
        page.keyboard.press("=")
        expect(page.locator("#similar-dialog [data-passage]")).to_have_text(text[7:12])
        expect(page.locator("#similar-dialog #similar .empty")).to_be_visible()


def test_a_refused_tag_is_taken_away_and_told(world: World, read: Callable[..., Page], complaints: list[str]) -> None:
    from synthesis.tagging.models import Heading

    page = read("tom")
    Heading.objects.filter(pk=world.headings["S"].pk).update(key="Q")
    page.evaluate(SELECT, [12, 20])
    page.keyboard.press("s")
    expect(page.locator("#toasts")).to_contain_text("Not saved")
    expect(page.locator("[data-list] .excerpt")).to_have_count(3)
    assert page.evaluate(PAINTED, "heading-3") == []
    complaints.clear()


def test_addresses_lead_to_the_place(world: World, read: Callable[..., Page]) -> None:
    page = read("cara", tail="?start=12&end=18")
    assert page.evaluate(PAINTED, "active") == [world.text.text[12:18]]
    other = read("tom", tail=f"#e-{world.excerpts[1].pk}")
    expect(other.locator(f"#excerpt-{world.excerpts[1].pk}")).to_have_attribute("aria-current", "true")
    expect(other.locator(f"#excerpt-{world.excerpts[1].pk} [data-note-form]")).to_be_visible()
    assert other.evaluate(PAINTED, "active") == [world.excerpts[1].quote]


def test_keys_in_a_note_are_letters(world: World, read: Callable[..., Page]) -> None:
    from synthesis.tagging.models import Excerpt

    page = read("tom")
    page.evaluate(SELECT, [12, 20])
    page.keyboard.press("n")
    page.locator("#palette textarea").press_sequentially("pest z")
    page.keyboard.press("Enter")
    page.keyboard.press("e")
    expect(page.locator("[data-list] .excerpt:not([data-waiting])")).to_have_count(4)
    row = Excerpt.objects.get(start=12, end=20)
    assert row.note == "pest z"
    assert [tag.heading.key for tag in row.tags.all()] == ["E"]


def test_a_comment_arrives_in_the_open_card(world: World, read: Callable[..., Page]) -> None:
    tail = f"#e-{world.excerpts[0].pk}"
    tom, rita = read("tom", tail=tail), read("rita", tail=tail)
    card = f"#excerpt-{world.excerpts[0].pk}"
    tom.locator(f"{card} [name=body]").fill("half a sentence")
    said = ["please widen it", "to the whole clause"]
    for number, body in enumerate(said, 1):
        rita.locator(f"{card} [name=body]").fill(body)
        rita.locator(f"{card} .thread form button", has_text="Comment").click()
        for page in (rita, tom):
            expect(page.locator(f"{card} .comment-body")).to_have_text(said[:number])
    expect(tom.locator(f"{card} [name=body]")).to_have_value("half a sentence")


def suggest(world: World) -> None:
    from synthesis.tagging.models import Suggestion

    for (start, end), key in zip(world.text.sentences[1:4], "PES", strict=True):
        Suggestion.objects.create(
            source=world.source,
            text=world.text,
            heading=world.headings[key],
            start=start,
            end=end,
            score=0.4,
            provider="tfidf",
        )


def test_keys_faster_than_the_server(world: World, read: Callable[..., Page]) -> None:
    from synthesis.tagging.models import Excerpt

    suggest(world)
    page = read("tom")
    page.keyboard.press("u")
    expect(page.locator(".suggested")).to_have_count(3)
    page.keyboard.press("j")
    for _ in range(3):
        page.keyboard.press("Enter")
    expect(page.locator(".suggested")).to_have_count(0)
    page.keyboard.press("u")
    expect(page.locator("[data-list] .excerpt:not([data-waiting])")).to_have_count(6)
    assert Excerpt.objects.count() == 6


def test_suggestions_by_keys(world: World, read: Callable[..., Page]) -> None:
    from synthesis.tagging.models import Excerpt

    suggest(world)
    page = read("tom")
    page.keyboard.press("u")
    expect(page.locator(".suggested")).to_have_count(3)
    page.locator("#filter-heading").select_option("E")
    expect(page.locator(".suggested")).to_have_count(1)
    page.locator("#filter-heading").select_option("")
    expect(page.locator(".suggested")).to_have_count(3)
    page.locator("#filter-heading").blur()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".suggested")).to_have_count(2)
    page.keyboard.press("x")
    expect(page.locator(".suggested")).to_have_count(1)
    page.locator("#toasts button", has_text="Undo").click()
    expect(page.locator(".suggested")).to_have_count(2)
    page.keyboard.press("u")
    expect(page.locator("[data-list] .excerpt:not([data-waiting])")).to_have_count(4)
    assert Excerpt.objects.count() == 4


def test_a_key_counts_while_a_chinese_input_method_is_on(world: World, read: Callable[..., Page]) -> None:
    page = read("tom")
    page.evaluate(SELECT, [12, 20])
    stroke = "{key: 'Process', code: 'KeyE', keyCode: 229, bubbles: true, cancelable: true}"
    page.evaluate(f"() => document.body.dispatchEvent(new KeyboardEvent('keydown', {stroke}))")
    expect(page.locator("[data-list] .excerpt:not([data-waiting])")).to_have_count(4)


def test_a_broken_stream_misses_nothing(
    world: World, read: Callable[..., Page], live_stack: Any, complaints: list[str]
) -> None:
    from synthesis.tagging import actions

    page = read("tina")
    expect(page.locator("body")).to_have_attribute("data-live", "open")
    live_stack.kill("web")
    expect(page.locator("body")).to_have_attribute("data-live", "waiting")
    text = world.text
    actions.create_excerpt(
        access=world.access("tom"),
        source=world.source,
        text_id=text.pk,
        start=12,
        end=20,
        quote=text.text[12:20],
        headings=["S"],
    )
    live_stack.start("web")
    page.wait_for_function("() => CSS.highlights.get('heading-3')?.size === 1")
    expect(page.locator("[data-list] .excerpt")).to_have_count(4)
    complaints.clear()
