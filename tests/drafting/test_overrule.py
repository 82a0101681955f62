"""A sentence that the verifier refuses keeps a draft from being ready, until it is mended or a person answers for it."""

from __future__ import annotations

from html import unescape

import pytest

from synthesis.drafting import actions_overrule, actions_sentences
from synthesis.drafting.models import Revision, Sentence
from synthesis.infra.errors import Conflict, Forbidden, Invalid
from synthesis.infra.models import AuditEntry
from synthesis.review import actions as review

REASON = "数字来自同一来源的附表，已核对。"


@pytest.fixture
def refused(world, written) -> Sentence:
    """A sentence whose figure is not in what it cites."""
    row = Sentence.objects.filter(paragraph__draft=written.draft, citations__isnull=False).first()
    return actions_sentences.edit_sentence(
        access=world.access("bob"), sentence=row, text="2023年销量达到910万台。", version=row.version
    )


def overrule(world, row, who="bob", reason=REASON, version=None):
    return actions_overrule.overrule_verdict(
        access=world.access(who), sentence=row, version=row.version if version is None else version, reason=reason
    )


def test_what_is_refused_is_not_ready_until_somebody_answers_for_it(world, written, refused):
    assert refused.state == "unsupported"
    with pytest.raises(Conflict):
        review.submit_draft(access=world.access("bob"), draft=written.draft)
    row = overrule(world, refused)
    assert row.state == "supported"
    assert row.verdict["overruled"]["reason"] == REASON
    assert row.verdict["reasons"]
    assert AuditEntry.objects.filter(verb="sentence.overruled", actor_id=world.bob.pk).exists()
    assert Revision.objects.filter(draft=written.draft, verb="overruled").exists()
    assert review.submit_draft(access=world.access("bob"), draft=written.draft)


def test_an_edit_makes_it_void(world, refused):
    row = overrule(world, refused)
    edited = actions_sentences.edit_sentence(
        access=world.access("bob"), sentence=row, text="2023年销量达到920万台。", version=row.version
    )
    assert edited.state == "unsupported"
    assert "overruled" not in edited.verdict


def test_it_can_be_taken_back(world, refused):
    row = actions_overrule.withdraw_overruling(access=world.access("bob"), sentence=overrule(world, refused))
    assert row.state == "unsupported"
    assert "overruled" not in row.verdict


@pytest.mark.parametrize("reason", ["", "  \n", "长" * 501])
def test_a_reason_is_needed(world, refused, reason):
    with pytest.raises(Invalid):
        overrule(world, refused, reason=reason)


def test_what_changed_meanwhile_and_what_is_fine_anyway(world, refused):
    with pytest.raises(Conflict):
        overrule(world, refused, version=refused.version - 1)
    row = overrule(world, refused)
    with pytest.raises(Invalid):
        overrule(world, row)


def test_somebody_elses_draft(world, refused):
    with pytest.raises(Forbidden):
        overrule(world, refused, who="tom")


def test_the_panel_offers_it_and_shows_who_answers(world, refused):
    client, url = world.client("bob"), world.url(f"sentences/{refused.pk}/")
    assert "It is right all the same" in client.get(url, headers={"hx-request": "true"}).content.decode()
    sent = {"reason": "<b>核对过</b>", "version": refused.version}
    answer = client.post(f"{url}overrule", sent, headers={"hx-request": "true"})
    assert answer.status_code == 204
    page = client.get(url, headers={"hx-request": "true"}).content.decode()
    assert "&lt;b&gt;核对过&lt;/b&gt;" in page
    client.post(f"{url}overrule", {"withdraw": "1"})
    refused.refresh_from_db()
    assert refused.state == "unsupported"


def test_the_revisions_tell_it_in_words(world, written, refused):
    actions_overrule.withdraw_overruling(access=world.access("bob"), sentence=overrule(world, refused))
    client = world.client("bob")
    client.cookies["collate_language"] = "zh-hans"
    page = client.get(written.url("revisions/")).content.decode()
    assert "决定保留一句" in page
    assert "收回保留一句的决定" in page


def test_what_was_answered_for_wants_attention_only_for_what_is_left(world, written, refused):
    Sentence.objects.filter(pk=refused.pk).update(overlap={"ratio": 0.7, "longest_run": 14, "runs": [[0, 14]]})
    refused.refresh_from_db()
    before = world.client("bob").get(written.url()).content.decode().partition('id="attention"')[2]
    assert "is not in the cited evidence" in before
    overrule(world, refused)
    after = world.client("bob").get(written.url()).content.decode().partition('id="attention"')[2]
    assert "14 characters in a row also stand in a source." in after
    assert "is not in the cited evidence" not in after.partition("</section>")[0]


def test_who_reads_the_draft_finds_what_was_let_stand_and_why(world, written, refused):
    overrule(world, refused)
    page = world.client("rita").get(written.url()).text
    assert '<a href="#let-stand">1 let stand</a>' in page
    listed = page.split('id="let-stand"')[1].split("</section>")[0]
    assert f'data-goto="{refused.pk}"' in listed
    assert REASON in listed
    assert "is not in the cited evidence" in unescape(listed)
    assert 'id="let-stand"' not in world.client("rita").get(written.url("revisions/")).text
