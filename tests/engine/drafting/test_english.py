"""English told anew: verbs in their frames, phrases turned, other builds of a sentence, figures in one style."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.rewriting import (
    clauses_en,
    frames_en,
    grammar_en,
    lists_en,
    nouns_en,
    recast_en,
    search_en,
    swaps_en,
    voice_en,
)
from synthesis.engine.drafting.rewriting.capitals_en import UNSURE
from synthesis.engine.drafting.rewriting.figures_en import Style, in_style, style_of
from synthesis.engine.drafting.rewriting.search_en import wordings
from synthesis.engine.overlap.runs import RunIndex


def _applied(module: object, text: str) -> set[str]:
    edits = module.edits_of(text)  # type: ignore[attr-defined]
    return {text[: e.start] + e.text + text[e.end :] for e in edits}


@pytest.mark.parametrize(
    ("module", "text", "told"),
    [
        (swaps_en, "Tea growers increased their sales", "Tea growers raised their sales"),
        (swaps_en, "Tea sales increased by a fifth", "Tea sales rose by a fifth"),
        (swaps_en, "Growers depend on rain", "Growers rely on rain"),
        (swaps_en, "The share of green tea is small", "The proportion of green tea is small"),
        (swaps_en, "It is kept between 4 and 8 degrees", "It is kept from 4 to 8 degrees"),
        (nouns_en, "They cut the delivery cost", "They cut the cost of delivery"),
        (nouns_en, "It limits the power of small growers", "It limits small growers' power"),
        (nouns_en, "Money for the renovation of sheds is short", "Money for renovating sheds is short"),
        (lists_en, "Contracts for cleaning and catering have ended", "Contracts for catering and cleaning have ended"),
        (lists_en, "Growers supplying shops earn more", "Growers who supply shops earn more"),
        (swaps_en, "Cheap sheds require surplus tea", "Cheap sheds call for surplus tea"),  # the only verb there
        (recast_en, "Every returned chest is weighed", "Every chest that is returned is weighed"),
        (recast_en, "One in ten growers is insured", "One grower in ten is insured"),
        (grammar_en, "Dryers can save a day", "Dryers are able to save a day"),
        (grammar_en, "It limits the price that growers get", "It limits the price which growers get"),
    ],
)
def test_an_edit_keeps_form_and_frame(module: object, text: str, told: str) -> None:
    assert told in _applied(module, text)


@pytest.mark.parametrize(
    ("module", "text", "wrong"),
    [
        (swaps_en, "Tea sales increased by a fifth", "raised"),  # nothing was raised: no object
        (swaps_en, "The share price fell", "proportion"),  # inside a compound
        (swaps_en, "They accept paid help", "spent"),  # an adjective
        (swaps_en, "Trials over three seasons failed", "more than"),  # how long, not how many
        (nouns_en, "the operating costs of public hospitals", "operating public"),
        (nouns_en, "They lack battery storage", "storage of"),
        (recast_en, "A proposed levy on tea is disputed", "that is proposed"),  # the levy has more to it
        (grammar_en, "It costs twice that of coffee", "which of"),
        (grammar_en, "A levy on teas can help", "are able"),
        (lists_en, "The government raised prices and set limits", "limits and"),
    ],
)
def test_where_the_neighbours_leave_a_doubt_nothing_is_changed(module: object, text: str, wrong: str) -> None:
    assert not any(wrong in made for made in _applied(module, text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Leaf wages rose by 7% in 2023", "In 2023, there was a rise of 7% in leaf wages"),
        ("Trials showed that early pruning saved two weeks", "According to trials, early pruning saved two weeks"),
        (
            "Frost hit the hills, so growers lost the first harvest",
            "Because frost hit the hills, growers lost the first harvest",
        ),
        (
            "Auction prices fell by half, which limits the income of growers",
            "Auction prices fell by half; this limits the income of growers",
        ),
        ("Dry springs delayed the harvest in 2020", "The harvest was delayed by dry springs in 2020"),
        ("Tea chests can be stored for two years", "It is possible to store tea chests for two years"),
        ("Sorting a tonne by hand costs 90 euros", "It costs 90 euros to sort a tonne by hand"),
        ("Supply expanded faster than demand", "Supply outpaced demand"),
        ("Bad roads often cause delays", "Delays often result from bad roads"),
        ("Should frost return, prices will rise", "If frost returns, prices will rise"),
    ],
)
def test_another_build_says_the_same(text: str, told: str) -> None:
    made = [
        t.replace(UNSURE, "") for rule in (*frames_en.RULES, *clauses_en.RULES, voice_en.passive) for t in rule(text)
    ]
    assert told.lower() in [m.lower() for m in made], made


@pytest.mark.parametrize(
    "text",
    [
        "The fee reached 12 dollars in 2020",  # nothing is done to what is reached
        "The board raised the price and set a limit",  # a second verb of the same subject
        "Growers sold their own leaves in 2020",  # points back
    ],
)
def test_what_cannot_be_turned_stays(text: str) -> None:
    assert voice_en.passive(text) == []


def test_figures_are_written_in_one_style_and_keep_their_values() -> None:
    style = style_of(["Tea sales rose by 5% to 3 million euros."])
    assert style == Style(" per cent", symbols=True, signs=True)
    assert (
        in_style("It fell by 7.5% from 1.2 to 1.1 billion dollars.", style)
        == "It fell by 7.5 per cent from $1.2 to $1.1 billion."
    )
    assert in_style("In 2021 it was 14 euros.", style) == "In 2021 it was €14."
    assert (
        in_style("It rose 3 per cent to €14 million", Style("%", symbols=False, signs=True))
        == "It rose 3% to 14 million euros"
    )


def test_units_and_numbers_from_thirteen_are_written_in_one_style() -> None:
    style = style_of(["Eighteen plants dry 12 kg per square metre on 14 km of belts."])
    told = in_style("It cost 9 euros per square metre to lay fourteen km and 1 km of belts.", style)
    assert told == "It cost €9 per square metre to lay 14 kilometres and 1 kilometre of belts."


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The scheme pairs 4,300 volunteers with tea growers", "volunteers who have"),
        ("Growers prune their bushes at least once a week", "as soon as"),
        ("A grower near a neighbouring data centre saved heat", "centre for"),
        ("The obstacle is the high water demand of tea blends", "tea blend water demand"),
        ("Growers accounted for 57 per cent and traders for 12 per cent", "made up"),
        ("Growers keep their tools and one in four resells it", "resell in"),
        ("Buyers keep the tea for 26 months on average", "for on average"),
        ("A taster confirms every twelve months that the tea is fresh", "which"),
        ("Offers had to include three quotes from growers", "comprise"),
        ("It let growers leave two days earlier and save fuel", "previous"),
        ("The board forces growers to add up to 1.2 per cent of ash", "amount to"),
    ],
)
def test_what_would_say_something_else_is_not_put_in(text: str, never: str) -> None:
    made = [*wordings(text, RunIndex([text])), *search_en.edits_of(text)]
    assert not any(never in one.text for one in made)


def test_the_verb_behind_a_list_stays_where_it_is() -> None:
    text = "Meals arranged by shops, schools and tea clubs reach 85,000 people"
    assert not any("reach," in e.text for e in search_en.edits_of(text))


def test_the_least_copied_wording_comes_first_and_shares_less() -> None:
    text = "Tea growers in the hills depend on a small number of buyers, which limits the bargaining power of independent cooperatives"
    index = RunIndex([text])
    best = wordings(text, index)[0]
    assert index.measure(best.text).ratio < 0.75
