"""A stored report counted again equals the report; leaving out never raises it; a naive count agrees to the character."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.overlap.recount import LeftOut, StoredMatch, counted_length, recount
from synthesis.engine.overlap.report import SourceText, compare
from synthesis.engine.overlap.result import OverlapResult
from tests.engine.overlap.recount import counted
from tests.engine.overlap.samples import BICYCLES, LIGHTHOUSES, TEA, text

KINDS = ("verbatim", "edited", "reordered", "paraphrase", "quoted", "common")


def stored(result: OverlapResult) -> list[StoredMatch]:
    return [
        StoredMatch(
            m.draft,
            m.name,
            m.span,
            m.kind,
            m.similarity,
            m.longest_run,
            m.owned,
            [
                StoredMatch(a.draft, a.name, a.span, a.kind, a.similarity, a.longest_run, same=a.same)
                for a in m.alternatives
            ],
            m.same,
        )
        for m in result.matches
    ]


def sample() -> tuple[str, OverlapResult]:
    tea, bicycles = text(TEA), text(BICYCLES)
    draft = tea[:120] + text(LIGHTHOUSES)[:80] + bicycles[40:150] + "“" + tea[150:190] + "”[1]。" + tea[30:90]
    sources = [SourceText("tea", tea), SourceText("bicycles", bicycles), SourceText("both", tea[20:100] + bicycles)]
    return draft, compare(draft, sources)


def test_nothing_left_out_equals_the_report() -> None:
    draft, result = sample()
    again = recount(draft, stored(result))
    assert (again.counted, again.matched, again.uncited) == (result.counted, result.matched, result.uncited)
    assert again.ratio == result.ratio
    assert again.largest_source_ratio == result.largest_source_ratio
    for share in result.sources:
        assert again.shares.get(share.name, 0) == share.matched
    assert [p.owned for p in again.passages] == [m.owned for m in result.matches]


def test_leaving_out_a_source_brings_up_what_stands_behind_it() -> None:
    tea = text(TEA)
    draft = tea[:100]
    result = compare(draft, [SourceText("a", tea), SourceText("b", "序言。" + tea)])
    main = result.matches[0].name
    without = recount(draft, stored(result), LeftOut(sources=frozenset({main})))
    assert without.matched == result.matched
    assert [p.instead for p in without.passages] == [True]
    none = recount(draft, stored(result), LeftOut(sources=frozenset({"a", "b"})))
    assert (none.matched, none.uncited, none.passages) == (0, 0, [])


def test_figures_with_a_least_run() -> None:
    draft, result = sample()
    assert recount(draft, stored(result), LeftOut(min_run=10_000)).matched == 0
    assert recount(draft, stored(result), LeftOut(min_run=13)).matched <= result.matched


def test_length_is_of_counted_characters() -> None:
    assert counted_length("產(chǎn)業(yè) ,ＡＢ。") == 4


spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1]))


@st.composite
def matches(draw: st.DrawFn) -> list[StoredMatch]:
    def one(alternatives: list[StoredMatch]) -> StoredMatch:
        return StoredMatch(
            draw(spans),
            draw(st.sampled_from("xyz")),
            draw(spans),
            draw(st.sampled_from(KINDS)),
            1.0,
            draw(st.integers(1, 30)),
            (),
            alternatives,
        )

    return [one([one([]) for _ in range(draw(st.integers(0, 2)))]) for _ in range(draw(st.integers(0, 6)))]


DRAFTS = st.text(alphabet="茶车灯塔海aB，。\n 產ｘ㎡", min_size=0, max_size=80)
LEFT_OUT = st.builds(
    LeftOut, st.integers(0, 30), st.frozensets(st.sampled_from("xyz")), st.frozensets(st.sampled_from(KINDS))
)


def naive(draft: str, spans: list[tuple[int, int]]) -> int:
    inside = {i for a, b in spans for i in range(a, min(b, len(draft)))}
    return sum(len(counted(draft[i])) for i in inside)


@settings(max_examples=60, deadline=None)
@given(DRAFTS, matches(), LEFT_OUT)
def test_a_naive_count_agrees_and_less_is_never_more(draft: str, found: list[StoredMatch], left_out: LeftOut) -> None:
    whole, part = recount(draft, found), recount(draft, found, left_out)
    assert whole.counted == len(counted(draft))
    assert whole.matched == naive(draft, [m.draft for m in found])
    assert whole.uncited == naive(draft, [m.draft for m in found if m.kind != "quoted"])
    assert part.matched <= whole.matched
    for one in (whole, part):
        assert sum(one.shares.values()) == one.matched
        assert sum(naive(draft, p.owned) for p in one.passages) == one.matched
        assert one.uncited <= one.matched
