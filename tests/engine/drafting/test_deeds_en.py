"""Statements of what somebody did, let or has to do, told from the other side; none where a slot is in doubt."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.frames import deeds_en
from synthesis.engine.drafting.frames.text import conflict_sentence
from synthesis.engine.drafting.rewriting.frames_en import long_adjunct_last
from synthesis.engine.drafting.rewriting.nouns_en import compound_edits
from synthesis.engine.drafting.rewriting.recast_en import lacking_edits
from synthesis.engine.drafting.rewriting.swaps_en import phrase_edits
from synthesis.engine.drafting.rewriting.turning_en import many, turned_by
from synthesis.engine.drafting.rewriting.voice_en import passive, time_first

TOLD = {
    "The amendment would exempt small farms from the new tests": "Under the amendment, small farms would be exempted from the new tests",
    "The 2019 Act gave the regulator a duty to inspect mines": "Under the 2019 Act, the regulator was given a duty to inspect mines",
    "Judicial reviews delayed two tunnels by 14 months": "Owing to judicial reviews, two tunnels were delayed by 14 months",
    "A crew still has to confirm half of the spots": "Half of the spots still have to be confirmed by a crew",
    "The city of Lund requires riders to hold a permit": "In the city of Lund, riders must hold a permit",
    "Parliament has not yet released the money": "The money has not yet been released by parliament",
    "The number of fires fell by 12 per cent in 2023": "In 2023, there were 12 per cent fewer fires",
    "Analysts expect supply to grow, but prices will stay low": "Supply is expected by analysts to grow, but prices will stay low",
}
KEPT = (
    "The mayor gave the team a prize",  # no rule gives it
    "Parliament has not yet approved a law",  # some law may have been
    "The farm has to sell milk to shops in the town",  # in the town may be the shops' or where it is sold
    "The number of fires fell by 12 per cent between 2019 and 2023",  # fewer than when
    "The ministry delayed two tunnels by 14 months",  # a body acts, it is no cause
)


@pytest.mark.parametrize(("source", "told"), TOLD.items())
def test_told_from_the_other_side(source: str, told: str) -> None:
    assert told in [t.replace("\ue000", "") for t in turned_by(deeds_en.TURNS, source)]


@pytest.mark.parametrize("source", KEPT)
def test_kept_where_a_slot_is_in_doubt(source: str) -> None:
    assert not turned_by(deeds_en.TURNS, source)


def test_the_place_of_a_dispute_may_come_first() -> None:
    told = conflict_sentence("en", "the sales of pumps in Tarai", "2023", ["86 units", "97 units"], ["Guild", "Atlas"])
    assert "For Tarai, sources differ on the sales of pumps in 2023: Guild gives 86 units, Atlas 97 units" in told
    name = "the share of clinics in Norvik that offered consultations"
    told = conflict_sentence("en", name, "2023", ["86%", "97%"], ["Guild", "Atlas"])
    what = "the share of clinics that offered consultations in 2023"
    assert f"For Norvik, sources differ on {what}: Guild gives 86%, Atlas 97%" in told
    kept = conflict_sentence("en", "the sales of pumps", "2023", ["86 units", "97 units"], ["Guild", "Atlas"])
    assert not any(t.startswith("For ") for t in kept)


def test_a_part_of_many_is_many() -> None:
    assert many("more than half of all goods")
    assert not many("half of the money")


def test_what_belongs_to_a_thing_goes_with_it() -> None:
    made = passive("Judicial reviews hampered three projects in the North Sea in 2023")
    assert "Three projects in the North Sea were hampered by judicial reviews in 2023" in [
        t.replace("\ue000", "")[:1].upper() + t.replace("\ue000", "")[1:] for t in made
    ]
    assert "by farmers every month" in passive("Farmers sort some 30 tonnes of donated goods every month")[0]


def test_the_time_of_a_participle_is_its_own() -> None:
    assert not time_first("Inspectors have to check a third of the 900 permits issued in 2022")


def test_an_adjunct_is_not_put_behind_a_relative_clause() -> None:
    assert not long_adjunct_last("Under the law, councils may refuse permits where cover is low")


def test_people_without_something_have_none_now_only() -> None:
    assert [e.text for e in lacking_edits("Workers without a degree seldom have the choice")] == [
        "Workers who have no "
    ]
    assert not list(lacking_edits("Workers without a degree lost their jobs"))


def test_how_long_is_no_rate_and_what_capital_costs_is_no_capital_cost() -> None:
    assert "per day" not in [e.text for e in phrase_edits("A crew can fit a unit in a day and a half")]
    assert "per day" in [e.text for e in phrase_edits("A crew fits three units a day")]
    assert not list(compound_edits("announced capital costs fell"))
    assert not [e for e in compound_edits("Lines cut the stack manufacturing cost by half") if " of " in e.text]
