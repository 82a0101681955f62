from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.overlap.normalise import normalise
from synthesis.engine.overlap.places import PlaceIndex
from synthesis.engine.overlap.runs import RunIndex
from tests.engine.overlap.samples import BICYCLES, TEA, text

SMALL = st.text("甲乙a", max_size=40)
SOURCES = st.lists(st.text("甲乙a", min_size=6, max_size=40), max_size=3)
# Of random letters hardly two rows share a run.
TAKEN = SOURCES.flatmap(
    lambda sources: st.tuples(
        st.lists(st.sampled_from([*sources, "丙"]) | SMALL, max_size=4).map("".join), st.just(sources)
    )
)


def index(*sources: str, k: int = 13) -> PlaceIndex:
    return PlaceIndex([normalise(one).codes for one in sources], k)


@given(TAKEN, st.integers(6, 13))
def test_every_matched_character_has_a_named_place(texts: tuple[str, list[str]], k: int) -> None:
    query, sources = texts
    found = index(*sources, k=k).find(query)
    measured = RunIndex(sources, k).measure(query)
    assert (found.counted, found.matched, found.ratio) == (measured.counted, measured.matched, measured.ratio)
    assert found.longest_run == (measured.longest_run if measured.runs else 0)
    own = [place for one in found.places for place in range(*one.own)]
    assert own == [place for a, b in measured.runs for place in range(a, b)]
    for place in found.places:
        said = query[slice(*place.span)]
        assert said == sources[place.source][slice(*place.at)]
        assert place.length == len(said) >= k
        assert place.others == sum(said in source for source in sources) - 1


def test_a_run_is_named_whatever_its_script_and_width() -> None:
    draft = "据说，老師傅習慣用手背試溫，\n而新式機器 依賴紅外探頭，这很难。"
    (place,) = index(text(BICYCLES), text(TEA)).find(draft).places
    assert place.source == 1
    assert place.length == 21
    assert place.others == 0
    norm = normalise(text(TEA))
    start, end = norm.start[place.at[0]], norm.end[place.at[1] - 1]
    assert text(TEA)[start:end].startswith("老师傅习惯用手背试温")
    assert place.own == place.span


def test_the_longest_run_names_what_several_share() -> None:
    short, long = "甲乙丙丁戊己庚辛壬癸子丑寅", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"
    found = index(short, long, long + "午").find("起" + long + "止")
    assert [(one.source, one.length, one.others) for one in found.places] == [(1, 16, 1)]


def test_an_index_of_other_sources_takes_over_their_characters() -> None:
    first = index(text(TEA), text(BICYCLES))
    again = PlaceIndex([first.codes_of(1), first.codes_of(0)])
    there, here = first.find(text(TEA)), again.find(text(TEA))
    assert here.matched == there.matched == here.counted
    assert here.places[0].source == 1
    assert again.nbytes == first.nbytes


def test_awkward_texts() -> None:
    assert index().find("没有来源的时候什么也找不到就是这样").places == []
    assert index("").find("").counted == 0
    assert index("中" * 3000).find("中" * 2000).longest_run == 2000
    assert index("𠀀" * 20).find("𠀀" * 15).longest_run == 15
    with pytest.raises(ValueError, match="at least"):
        index("甲", k=3)
