"""What holds for any texts: the recount, the mirror, a text against itself."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.overlap.diff import diff_runs
from synthesis.engine.overlap.report import OverlapSettings, SourceText, compare
from tests.engine.overlap.recount import check, counted
from tests.engine.overlap.samples import BICYCLES, LIGHTHOUSES, TEA

# Combining marks, emoji joined and flags, full and half width, ligatures and squares, two directions, scripts without
# spaces, Hangul in one and in parts, characters outside the plane, marks that nobody sees.
# fmt: off
ODD = st.sampled_from([
    "e\u0301", "a\u0300\u0301\u0302", "\u0301", "👩\u200d👩\u200d👧", "🇨🇳", "👍🏽", "ｶﾞ", "ＡＢ１２", "，．", "ﬁ", "㎡",
    "㍿", "①", "שלום", "مرحبا بكم", "\u202eabc\u202c", "ภาษาไทย", "한국어", "\u1112\u1161\u11ab", "𠮷野家", "𝒜𝒷",
    "İıß", "Ǆ", "豈〇", "\u200b", "\ufeff", "\ufe0f", "\x00", "\xad", "產(chǎn)業(yè)", "後(hòu)", "\r\n", "\u2028",
    "\u3000", "'", "_", "《》", "“”[1]",
])
# fmt: on
ANY = st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), st.lists(ODD, max_size=20).map("".join))
WHOLE = OverlapSettings(own_words=0)  # passages as they are found
SENTENCE = st.sampled_from(BICYCLES + TEA + LIGHTHOUSES)
PIECE = st.one_of(SENTENCE, SENTENCE.map(lambda s: s[5:40]), SENTENCE.map(lambda s: s[::2]), ANY)
TEXT = st.lists(PIECE, max_size=7).map(" ".join)
CLEAN = st.lists(st.one_of(SENTENCE, SENTENCE.map(lambda s: s[5:40]), SENTENCE.map(lambda s: s[::2])), max_size=7).map(
    " ".join
)
# The same sentences with marks, joiners and other writing strewn in.
STREWN = st.tuples(SENTENCE, ODD, st.integers(1, 30)).map(lambda t: t[0][: t[2]] + t[1] + t[0][t[2] :])
WILD = st.lists(st.one_of(SENTENCE, STREWN, ODD, ANY), max_size=6).map("".join)


@settings(deadline=None)
@given(CLEAN, st.lists(CLEAN, max_size=4))
def test_every_figure_can_be_counted_again(draft: str, sources: list[str]) -> None:
    named = {f"s{i}": source for i, source in enumerate(sources)}
    result = compare(draft, [SourceText(name, source) for name, source in named.items()])
    check(result.to_json(), draft, named)


@settings(deadline=None)
@given(WILD, st.lists(WILD, max_size=3))
def test_every_figure_can_be_counted_again_in_any_writing(draft: str, sources: list[str]) -> None:
    named = {f"s{i}": source for i, source in enumerate([*sources, draft[: len(draft) // 2], draft[7:]])}
    result = compare(draft, [SourceText(name, source) for name, source in named.items()])
    check(result.to_json(), draft, named)


@settings(deadline=None)
@given(TEXT, TEXT)
def test_the_passages_of_the_other_way_round_are_the_mirror(a: str, b: str) -> None:
    """Before they are divided at the own words of the side that is the draft: those of one side only divide it."""
    there = compare(a, [SourceText("x", b)], settings=WHOLE)
    back = compare(b, [SourceText("x", a)], settings=WHOLE)
    assert sorted((m.draft, m.span, m.similarity, m.longest_run) for m in there.matches) == sorted(
        (m.span, m.draft, m.similarity, m.longest_run) for m in back.matches
    )


@settings(deadline=None)
@given(TEXT, TEXT)
def test_every_match_lies_in_a_passage_of_the_other_way_round(a: str, b: str) -> None:
    back = compare(b, [SourceText("x", a)], settings=WHOLE)
    passages = [p for m in back.matches for p in (m, *m.alternatives)]
    for match in compare(a, [SourceText("x", b)]).matches:
        assert any(holds(a, p.span, match.draft) and holds(b, p.draft, match.span) for p in passages)


def holds(text: str, outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    """Closing marks aside, which a passage has when both sides have some."""
    return outer[0] <= inner[0] and not any(c.isalnum() for c in text[outer[1] : inner[1]])


@settings(deadline=None)
@given(st.one_of(TEXT, WILD), st.lists(WILD, max_size=2))
def test_a_text_against_itself_is_all_of_it(text: str, others: list[str]) -> None:
    result = compare(text, [SourceText(str(i), other) for i, other in enumerate([*others, text])])
    assert result.matched == result.counted
    assert (result.ratio == 1.0) == bool(result.counted)


@settings(deadline=None)
@given(TEXT, st.lists(TEXT, max_size=3))
def test_spans_lie_in_the_texts(draft: str, sources: list[str]) -> None:
    result = compare(draft, [SourceText(str(i), source) for i, source in enumerate(sources)])
    for match in result.matches:
        assert 0 <= match.draft[0] < match.draft[1] <= len(draft)
        assert 0 <= match.span[0] < match.span[1] <= len(sources[match.number])
    assert 0 <= result.uncited <= result.matched <= result.counted


@settings(deadline=None)
@given(TEXT, TEXT)
def test_runs_of_a_difference_cover_both_texts_and_equal_means_equal(a: str, b: str) -> None:
    runs = diff_runs(a, b)
    assert "".join(a[slice(*run.draft)] for run in runs) == a
    assert "".join(b[slice(*run.source)] for run in runs if run.kind != "moved") == b


@settings(deadline=None)
@given(CLEAN, CLEAN)
def test_equal_and_moved_runs_are_equal(a: str, b: str) -> None:
    for run in diff_runs(a, b):
        if run.kind != "changed":
            assert counted(a, *run.draft) == counted(b, *run.source)
