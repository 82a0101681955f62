"""The owner's pages of the model: connecting, changing, trying, disconnecting, the account, the estimate."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.template.defaultfilters import floatformat
from django.utils import translation

from synthesis.drafting import actions, actions_model, actions_rewrite, selectors_model
from synthesis.drafting.models import ModelCall, ModelConnection
from synthesis.infra import leases, model_client
from synthesis.infra.models import AuditEntry, Job
from tests.drafting.test_model_mode import KEY, WORDINGS
from tests.drafting.written import write
from tests.model_server import Reply, model_server
from tests.world import World


@pytest.fixture
def server(settings, monkeypatch):
    monkeypatch.setattr(model_client, "WAITS", (0.0, 0.0, 0.0))
    with model_server(WORDINGS) as running:
        settings.MODEL_ADDRESSES = [running.address.removesuffix("/v1"), "api.example.com"]
        yield running


def filled(server, **changed: str) -> dict[str, str]:
    sent = {"name": "我们的模型", "address": server.address, "key": KEY, "currency": "CNY", "write_model": "m"}
    return {**sent, "write_price_in": "2", "write_price_out": "8", "monthly_limit": "50", **changed}


def save(world: World, server, who="alice", **changed: str):
    return world.client(who).post(world.url("model/"), filled(server, **changed))


def row(world: World) -> ModelConnection:
    found = selectors_model.connection_of(world.workspace.pk)
    assert found
    return found


def test_connecting_keeps_the_key_and_never_shows_it(world, server):
    assert save(world, server).status_code == 302
    page = world.client("alice").get(world.url("model/")).content.decode()
    assert "我们的模型" in page
    assert KEY not in page
    assert "A key is saved" in page
    assert row(world).parts["plan"]["model"] == "m"
    assert KEY not in str(AuditEntry.objects.get(verb="model.connected").after)


def test_a_refused_form_asks_for_the_key_again(world, server):
    answer = save(world, server, name="")
    assert "Enter the key again" in answer.content.decode()
    assert "Enter the key again" not in save(world, server, name="", key="").content.decode()
    assert not ModelConnection.objects.exists()


def test_a_small_sum_is_not_shown_as_nothing(world, server):
    save(world, server)
    ModelCall.objects.create(
        workspace=world.workspace,
        part="write",
        model="m",
        address="x",
        prompt_hash="0" * 64,
        currency="CNY",
        cost=Decimal("0.0028"),
    )
    assert "0.0028 CNY" in world.client("alice").get(world.url("model/")).content.decode()


def test_an_empty_key_keeps_the_saved_one(world, server):
    save(world, server)
    sealed = bytes(row(world).sealed_key)
    save(world, server, key="", name="Other")
    assert (row(world).name, bytes(row(world).sealed_key)) == ("Other", sealed)


def test_the_saved_key_goes_to_no_other_address(world, server):
    save(world, server)
    answer = save(world, server, key="", address="https://api.example.com/v1")
    assert answer.status_code == 422
    assert "enter the key again" in answer.content.decode()
    assert row(world).address == server.address


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("http://127.0.0.1:9/v1", "may not call"),
        ("http://169.254.169.254/latest", "may not call"),
        ("http://api.example.com/v1", "Only https"),
        ("https://api.example.com:8443/v1", "Only https"),
        ("https://api.example.com.evil.test/v1", "may not call"),
        ("https://user:pass@api.example.com/v1", "no address of a model"),
        ("file:///etc/passwd", "no address of a model"),
        ("https://api.example.com/v1?x=1", "no address of a model"),
        ("https://api.example.com\\@evil.test/v1", "no address of a model"),
        ("https://[::1", "no address of a model"),
    ],
)
def test_addresses_that_are_not_allowed(world, server, address, word):
    answer = save(world, server, address=address)
    assert answer.status_code == 422
    assert word in answer.content.decode()
    assert not ModelConnection.objects.exists()


@pytest.mark.parametrize(
    ("changed", "saved"),
    [
        ({"write_price_in": "", "write_price_out": ""}, False),
        ({"write_price_in": "0", "write_price_out": "0"}, False),
        ({"judge_model": "m-judge"}, False),
        ({"write_price_in": ""}, True),
        ({"write_price_in": "", "write_price_out": "", "monthly_limit": ""}, True),
    ],
)
def test_a_limit_without_prices_would_never_hold_and_is_refused(world, server, changed, saved):
    answer = save(world, server, **changed)
    assert answer.status_code == (302 if saved else 422)
    assert ("A limit needs prices" in answer.content.decode()) is not saved


@pytest.mark.parametrize("changed", [{"write_model": ""}, {"name": ""}, {"monthly_limit": "-1"}, {"currency": "XXX"}])
def test_bad_input_keeps_what_was_typed(world, server, changed):
    answer = save(world, server, **{"name": "Typed", **changed})
    assert answer.status_code == 422
    assert server.address in answer.content.decode()
    assert KEY not in answer.content.decode()


@pytest.mark.parametrize(("reply", "word"), [(None, "answered in"), (Reply("no", status=401), "refused the key")])
def test_trying_the_connection(world, server, reply, word):
    save(world, server)
    server.behave = lambda _asked: reply or Reply('{"ready": true}')
    assert world.client("alice").post(world.url("model/try")).status_code == 302
    leases.run(Job.objects.get(kind="drafting.try_model").pk)
    assert word in world.client("alice").get(world.url("model/")).content.decode()
    if reply:
        account = world.client("alice").get(world.url("model/calls/")).content.decode()
        assert word in account
        assert "key: " in account


def test_disconnecting_forgets_the_key_and_keeps_the_account(world, server):
    save(world, server)
    ModelCall.objects.create(
        workspace=world.workspace, part="write", model="m", address="x", prompt_hash="0" * 64, currency="CNY"
    )
    assert world.client("alice").post(world.url("model/remove")).status_code == 302
    assert not ModelConnection.objects.exists()
    page = world.client("alice").get(world.url("model/calls/"))
    assert "no answer yet" in page.content.decode()


def test_the_order_form_offers_the_model_and_says_what_it_takes(world, server):
    page = world.client("bob").get(world.url("drafts/")).content.decode()
    assert 'value="model"' not in page
    save(world, server)
    page = world.client("bob").get(world.url("drafts/")).content.decode()
    assert 'value="model"' in page
    line = world.client("bob").get(world.url("drafts/estimate"), {"headings": ["E", "T"], "points": "2"})
    assert "tokens" in line.content.decode()
    made = world.client("bob").post(world.url("drafts/create"), {"headings": ["E"], "provider": "model"})
    assert made.status_code == 302
    assert world.workspace.drafts.get().provider == "model"


def test_an_estimate_is_near_what_is_then_asked(world, server):
    save(world, server)
    found = selectors_model.estimate_for(world.access("bob"), ["P", "E", "T"], 1)
    assert found
    assert found.cost == sum(
        selectors_model.cost_of(row(world).parts["write"], a, b) for a, b in [(found.tokens_in, found.tokens_out)]
    )


def test_where_no_prices_are_set_no_cost_is_told(world, server):
    save(world, server, write_price_in="", write_price_out="", monthly_limit="")
    told = world.client("bob").get(world.url("drafts/estimate") + "?headings=T&points=1").content.decode()
    assert "tokens;" in told
    assert "CNY" not in told
    page = world.client("alice").get(world.url("model/")).content.decode()
    assert "no prices are set" in page
    assert "0.00 CNY" not in page


def test_a_cost_below_a_hundredth_is_not_told_as_nothing():
    small = selectors_model.Spending(10, 5, Decimal("0.000400"), "CNY")
    assert floatformat(small.cost, small.places) == "0.0004"
    assert floatformat(selectors_model.Spending(10, 5, Decimal("1.5"), "CNY").cost, "2g") == "1.50"


def test_an_order_is_told_of_a_limit_that_is_reached(world, server):
    save(world, server)
    estimate = world.url("drafts/estimate") + "?headings=T&points=1"
    told = "limit for the model is reached"
    assert told not in world.client("bob").get(estimate).content.decode()
    connection = row(world)
    connection.monthly_limit = 0
    connection.save()
    assert told in world.client("bob").get(estimate).content.decode()
    assert told not in world.client("bob").get(estimate + "&provider=rules").content.decode()


@pytest.mark.parametrize("code", ["cancelled", "stopped"])
def test_a_call_that_was_broken_off_is_told_in_words(code):
    call = ModelCall(error=code)
    with translation.override("en"):
        assert "may have been charged" in call.fault
    assert call.said == ""
    assert ModelCall(error="server: 500").said == "server: 500"


def test_what_the_model_could_not_write_the_rules_may(world, server):
    save(world, server)
    server.behave = lambda _asked: Reply("no", status=402)
    draft = actions.create_draft(access=world.access("bob"), keys=["T"], points=1, provider="model")
    leases.run(draft.job_id)
    url = world.url(f"drafts/{draft.pk}/")
    page = world.client("bob").get(url).content.decode()
    assert "Top it up there" in page
    assert "Have it written by rules" in page
    assert world.client("bob").post(f"{url}retry", {"provider": "rules"}).status_code == 302
    asked = len(server.asked)
    draft.refresh_from_db()
    leases.run(draft.job_id)
    draft.refresh_from_db()
    assert (draft.state, draft.provider, len(server.asked)) == ("draft", "rules", asked)


def test_a_lost_server_key_is_told(world, server, settings):
    save(world, server)
    settings.SECRET_KEY = "another"
    settings.SECRET_KEY_FALLBACKS = []
    actions_model.try_connection(access=world.access("alice"))
    job = Job.objects.get(kind="drafting.try_model")
    leases.run(job.pk)
    job.refresh_from_db()
    assert "Enter it again" in job.error


def test_who_waits_for_a_model_is_told_whom_it_asks_and_how_often(world, server, settings):
    save(world, server)
    settings.MODEL_STALL_SECONDS = 7
    draft = actions.create_draft(access=world.access("bob"), keys=["T"], points=1, provider="model")
    host = server.address.removeprefix("http://").removesuffix("/v1")
    for who, may_cancel in (("bob", True), ("tina", False)):
        page = world.client(who).get(world.url(f"drafts/{draft.pk}/")).text
        assert "我们的模型" in page
        assert host in page
        assert "nothing for 7 seconds, it is asked a second and last time" in page
        assert ("You can cancel at any time" in page) is may_cancel
        assert KEY not in page
    server.behave = lambda _asked: Reply("no such model", status=404)
    leases.run(Job.objects.get(pk=draft.job_id).pk)
    failed = world.client("bob").get(world.url(f"drafts/{draft.pk}/")).text
    assert "does not know this model" in failed
    assert host in failed


def test_a_draft_by_rules_names_no_server(world, server):
    save(world, server)
    draft = actions.create_draft(access=world.access("bob"), keys=["T"], points=1)
    assert "我们的模型" not in world.client("bob").get(world.url(f"drafts/{draft.pk}/")).text


def test_a_rewriting_tells_whom_it_asks_and_what_to_do_when_it_fails(world, server):
    written = write(world)
    save(world, server)
    job = actions_rewrite.rewrite_draft(access=world.access("bob"), draft=written.draft, provider="model").job_id

    def note(who: str) -> str:
        return world.client(who).get(written.url()).text.split('id="desk-rewriting"')[1].split("</header>")[0]

    assert "我们的模型" in note("bob")
    assert "second and last time" in note("tom")
    server.behave = lambda _asked: Reply("no such model", status=404)
    leases.run(job)
    assert "it stands as it was" in note("bob")
    assert 'data-dialog-open="rewrite-dialog"' in note("bob")
    assert 'data-dialog-open="rewrite-dialog"' not in note("tom")
