"""Figures under every choice equal a naive count, one character at a time, from the stored spans."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.overlap.apart import CITED_QUOTE, REFERENCES, TITLE, apart_spans
from synthesis.engine.overlap.figures import Choice, figures, term_places
from synthesis.engine.overlap.normalise import normalise
from synthesis.engine.overlap.recount import StoredMatch, recount
from tests.engine.overlap.recount import counted
from tests.engine.overlap.samples import TEA, text
from tests.engine.overlap.test_recount import KINDS, sample, stored

PIECES = [
    "茶園",
    "灯塔、",
    "车ab",
    "“海上灯火”[1]。",
    "《茶经》",
    "\n参考文献\n",
    "[1] 茶史。",
    "ｘ1 ",
    "㎡",
    "。\n",
    "茶",
]
DRAFTS = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)
spans = st.tuples(st.integers(0, 50), st.integers(1, 25)).map(lambda s: (s[0], s[0] + s[1]))


@st.composite
def matches(draw: st.DrawFn) -> list[StoredMatch]:
    def one(behind: list[StoredMatch]) -> StoredMatch:
        kind, run = draw(st.sampled_from(KINDS)), draw(st.integers(1, 30))
        same = draw(st.lists(spans, max_size=1))
        return StoredMatch(draw(spans), draw(st.sampled_from("xyz")), (0, 9), kind, 1.0, run, (), behind, same)

    return [one([one([]) for _ in range(draw(st.integers(0, 2)))]) for _ in range(draw(st.integers(0, 5)))]


CHOICES = st.builds(
    Choice,
    min_run=st.integers(0, 20),
    sources=st.frozensets(st.sampled_from("xyz"), max_size=2),
    kinds=st.frozensets(st.sampled_from(KINDS), max_size=2),
    min_share=st.sampled_from([0.0, 0.1, 0.3]),
    quotes=st.booleans(),
    references=st.booleans(),
    titles=st.booleans(),
    terms=st.lists(st.sampled_from(["茶", "茶园", "灯塔", "b", "ab", "海上"]), max_size=3).map(tuple),
    own=st.frozensets(st.sampled_from("xyz"), max_size=1),
    without_own=st.booleans(),
)


class Naive:
    """The draft as a list of counted characters with the code point each stands at, and the rules one by one."""

    def __init__(self, draft: str, choice: Choice) -> None:
        self.draft, self.choice = draft, choice
        self.at = [i for i, c in enumerate(draft) for _ in counted(c)]
        self.word = "".join(counted(c) for c in draft)
        asked = [(CITED_QUOTE, choice.quotes), (REFERENCES, choice.references), (TITLE, choice.titles)]
        kinds = {kind for kind, wanted in asked if wanted}
        within = lambda these: {i for k, a, b in apart_spans(draft) if k in these for i in range(a, b)}  # noqa: E731
        inside, listed = within(kinds), within(kinds & {REFERENCES})
        self.apart = {n for n, i in enumerate(self.at) if i in inside} | self.terms()
        self.total = [n for n, i in enumerate(self.at) if i not in listed]

    def terms(self) -> set[int]:
        found: set[int] = set()
        wanted = {"".join(counted(c) for c in term) for term in self.choice.terms}
        for term in sorted(wanted, key=len, reverse=True):
            for n in range(len(self.word) - len(term) + 1):
                here = set(range(n, n + len(term)))
                if self.word[n : n + len(term)] == term and not here & found and self.stands_alone(n, n + len(term)):
                    found |= here
        return found

    def stands_alone(self, low: int, high: int) -> bool:
        def letter(place: int) -> bool:
            return 0 <= place < len(self.draft) and self.draft[place].isalnum() and self.draft[place] < "\u2e80"

        first, last = self.at[low], self.at[high - 1]
        return not (letter(first) and letter(first - 1)) and not (letter(last) and letter(last + 1))

    def inside(self, span: tuple[int, int]) -> set[int]:
        return {n for n, i in enumerate(self.at) if span[0] <= i < span[1]}

    def keeps(self, match: StoredMatch, gone: frozenset[str]) -> bool:
        here = self.inside(match.draft)
        mostly = bool(here) and len(here & self.apart) >= 0.8 * len(here)
        left = match.longest_run < self.choice.min_run or match.kind in self.choice.kinds or match.source in gone
        return not left and not mostly

    def shown(self, found: list[StoredMatch], gone: frozenset[str]) -> list[tuple[StoredMatch, tuple[int, int]]]:
        rows = []
        for match in found:
            if self.keeps(match, gone):
                rows.append((match, match.draft))
            elif match.source in gone:
                clip = [
                    (m, (max(m.draft[0], match.draft[0]), min(m.draft[1], match.draft[1]))) for m in match.alternatives
                ]
                clip = [(m, span) for m, span in clip if self.keeps(m, gone) and span[1] > span[0]]
                best = sorted(clip, key=lambda row: (row[1][1] - row[1][0], row[0].longest_run), reverse=True)
                rows += best[:1]
        return rows

    def composition(self, found: list[StoredMatch], gone: frozenset[str]) -> dict[str, int]:
        made = {"verbatim": 0, "edited": 0, "similar": 0, "quoted": 0}
        names = {"verbatim": "verbatim", "paraphrase": "similar", "quoted": "quoted"}
        taken: set[int] = set()
        for match, span in sorted(self.shown(found, gone), key=lambda row: -row[0].longest_run):
            for n in self.inside(span) - taken:
                part = names.get(match.kind, "edited")
                same = part != "quoted" and any(n in self.inside(one) for one in match.same)
                made["verbatim" if same else part] += n not in self.apart
            taken |= self.inside(span)
        return made

    def count(self, found: list[StoredMatch], gone: frozenset[str]) -> tuple[set[int], set[int], dict[str, int]]:
        rows = self.shown(found, gone)
        owner: dict[int, str] = {}
        for match, span in sorted(rows, key=lambda row: -row[0].longest_run):
            for n in self.inside(span):
                owner.setdefault(n, match.source)
        kept = set(owner) - self.apart
        uncited = {n for m, span in rows if m.kind != "quoted" for n in self.inside(span)} & kept
        shares = {m.source: 0 for m, _ in rows}
        for n in kept:
            shares[owner[n]] += 1
        return kept, uncited, shares


@settings(max_examples=30, deadline=None)
@given(DRAFTS, matches(), CHOICES)
def test_every_figure_equals_a_naive_count(draft: str, found: list[StoredMatch], choice: Choice) -> None:
    naive = Naive(draft, choice)
    gone = choice.sources | (choice.own if choice.without_own else frozenset())
    if choice.min_share:
        shares = naive.count(found, gone)[2]
        gone |= {one for one in "xyz" if shares.get(one, 0) < choice.min_share * len(naive.total)}
    kept, uncited, shares = naive.count(found, gone)
    middle = len(draft) // 2
    got = figures(draft, found, choice, [(0, middle, "one"), (middle, len(draft), "two")])
    assert got.counted == len(naive.total)
    assert got.matched == len(kept) == sum(shares.values())
    assert got.uncited == len(uncited)
    assert got.shares == shares
    assert got.composition.to_json() == naive.composition(found, gone)
    assert got.others == len(naive.count(found, gone | choice.own)[0])
    assert got.largest == max(shares.values(), default=0)
    assert sum(len(naive.inside(span)) for p in got.passages for span in p.owned) == got.matched
    assert [(p.title, p.matched) for p in got.parts] == [
        ("one", len(kept & naive.inside((0, middle)))),
        ("two", len(kept & naive.inside((middle, len(draft))))),
    ]
    assert got.front.matched + got.back.matched == got.matched
    assert got.front.counted + got.back.counted == got.counted
    # A code point that stands for several characters (㎡) is never divided.
    assert 0 <= got.counted // 5 - got.front.counted <= 2


def test_without_a_choice_they_are_the_figures_of_the_report() -> None:
    draft, result = sample()
    got, old = figures(draft, stored(result)), recount(draft, stored(result))
    assert (got.counted, got.matched, got.uncited, got.shares) == (
        result.counted,
        result.matched,
        result.uncited,
        old.shares,
    )
    assert got.passages == old.passages
    assert got.composition == result.composition
    assert got.ratio == result.ratio
    assert got.others == got.matched


def test_own_earlier_work_is_told_and_left_out_only_when_asked() -> None:
    draft, result = sample()
    main = max(figures(draft, stored(result)).shares.items(), key=lambda row: row[1])[0]
    told = figures(draft, stored(result), Choice(own=frozenset({main})))
    assert told.matched == result.matched
    assert told.others < told.matched
    asked = figures(draft, stored(result), replace(Choice(own=frozenset({main})), without_own=True))
    assert asked.matched == asked.others == told.others


def test_the_longest_term_goes_first_and_no_word_is_cut() -> None:
    draft = "動態血壓計與血压计；start art，ART"
    norm = normalise(draft)
    words = [
        "".join(map(chr, norm.codes[a:b].tolist()))
        for a, b in term_places(draft, norm, ["血压计", "动态血压计", "art"])
    ]
    assert words == ["动态血压计", "血压计", "art", "art"]


def test_a_passage_that_is_a_term_vanishes_and_the_reference_list_leaves_the_total() -> None:
    tea = text(TEA)
    draft = f"{tea[:40]}\n参考文献\n[1] {tea[60:90]}"
    found = [
        StoredMatch((0, 40), "x", (0, 40), "verbatim", 1.0, 30),
        StoredMatch((50, 80), "y", (0, 9), "edited", 1.0, 9),
    ]
    whole, less = figures(draft, found), figures(draft, found, Choice(references=True))
    assert less.counted < whole.counted
    assert [p.match.source for p in less.passages] == ["x"]
    assert figures(draft, found, Choice(terms=(tea[:40],))).passages[0].match.source == "y"
