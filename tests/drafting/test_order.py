"""Points that are moved on the board afterwards: the draft offers to follow, changes no sentence, and can go back."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from synthesis.drafting import actions, actions_order, actions_outline, actions_sentences, selectors
from synthesis.drafting.models import AuthorKind, Draft, Paragraph, Revision
from synthesis.infra.errors import Forbidden
from tests.drafting.rewritten import check
from tests.drafting.written import FIRST, SECOND, Written, made

MINE = "无感测量比预想的更受年长者欢迎。"
OTHER = "这一段不属于任何一点。"


@pytest.fixture
def two(written) -> Written:
    """Under T: a point, a paragraph without a point, another point; the last sentence of the first is a person's."""
    access, heading = written.world.access("bob"), written.world.headings["T"]
    first, last = (actions_outline.create_point(access=access, heading=heading, title=t) for t in ("甲", "乙"))
    Paragraph.objects.filter(pk=written.paragraphs[1].pk).update(point=first)
    for position, (point, text) in enumerate([(None, OTHER), (last, "第二点的句子。")], start=2):
        paragraph = Paragraph.objects.create(draft=written.draft, heading=heading, point=point, position=position)
        actions.create_sentence(paragraph, 0, made(text, []), AuthorKind.RULE, [written.world.excerpts[0]])
    row = written.sentences[2]
    actions_sentences.edit_sentence(access=access, sentence=row, text=MINE, version=row.version)
    actions_outline.lock_point(access=access, point=first, locked=True)
    actions_outline.move_point(access=access, point=first, position=1)
    return written


def follow(written, who="bob"):
    return actions_order.follow_points(access=written.world.access(who), draft=written.draft)


def test_the_page_offers_it_and_following_moves_paragraphs_only(two):
    client = two.world.client("bob")
    before = two.texts()
    assert before[1:] == [[FIRST, MINE], [OTHER], ["第二点的句子。"]]
    assert b'id="desk-order"' in client.get(two.url()).content
    assert client.post(two.url("follow")).status_code == 302
    assert two.texts() == [before[0], before[3], before[2], before[1]]
    assert {s.text: s.author_kind for s in two.sentences}[MINE] == "person"
    assert b'id="desk-order"' not in client.get(two.url()).content
    check(two)


def test_it_is_a_revision_and_can_be_taken_back(two):
    before = two.texts()
    number = two.fresh().revision
    follow(two)
    assert Revision.objects.get(draft=two.draft, number=number + 1).verb == "followed"
    actions.restore_revision(access=two.world.access("bob"), draft=two.draft, number=number)
    assert two.texts() == before


def test_nothing_to_follow_makes_no_revision(two):
    number = follow(two).revision
    assert follow(two).revision == number


def test_it_is_not_offered_to_those_who_may_not_write(two):
    assert b'id="desk-order"' not in two.world.client("tina").get(two.url()).content
    with pytest.raises(Forbidden):
        follow(two, "tina")
    assert selectors.get_draft(two.world.access("tina"), two.draft.pk)
    assert SECOND not in str(two.texts())


@pytest.mark.parametrize(("state", "ends"), [("approved", "ends the approval"), ("in_review", "out of review")])
def test_what_following_ends_is_said_and_asked_before(two, state, ends):
    Draft.objects.filter(pk=two.draft.pk).update(state=state)
    page = lxml_html.fromstring(two.world.client("bob").get(two.url()).content)
    (offer,) = page.xpath("//*[@id='desk-order']")
    (form,) = offer.xpath(".//form")
    assert ends in offer.text_content()
    assert ends in form.get("data-confirm")
    assert ends in page.xpath("string(//*[@id='rewrite-dialog'])")


def test_a_draft_that_is_nobodys_yet_follows_without_a_question(two):
    page = lxml_html.fromstring(two.world.client("bob").get(two.url()).content)
    assert not page.xpath("//*[@id='desk-order']//form/@data-confirm")


def test_the_difference_shows_what_moved(two):
    number = follow(two).revision
    page = lxml_html.fromstring(two.world.client("bob").get(two.url(f"revisions/{number}/")).content)
    moved = page.xpath("//section[contains(string(.), 'Moved here')]")
    assert 0 < len(moved) < len(two.texts())
    assert not [one for one in moved if one.get("class") == "unchanged"]
