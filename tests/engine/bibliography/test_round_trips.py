"""What is written can be read again: CSL → BibTeX, RIS, CSL-JSON → CSL keeps every field."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.bibliography.formats import WRITERS, read
from synthesis.engine.bibliography.item_types import NUMBERED, SERIALS
from synthesis.engine.bibliography.items import cleaned

TYPES = (
    "article-journal article-magazine article-newspaper book chapter paper-conference thesis report standard patent "
    "webpage dataset software map legislation manuscript document".split()
)
# Everything that people type, and everything that means something to LaTeX or to a line of tags.
CHARS = "abcXYZ 0189 äéñøßčŁ医学影像發展（）《》—“”‘’、，。：·$&%#_~^{}\\@\"'`!?*+-=<>|/,.;:()[]𠮷"
words = st.text(CHARS, min_size=1, max_size=30).map(lambda t: " ".join(t.split())).filter(bool)
plain = st.text("abcXYZäéñ中文研究 01", min_size=1, max_size=15).map(lambda t: " ".join(t.split())).filter(bool)
latin = st.text("abcdeéüXYZ'", min_size=1, max_size=8)
han = st.text("王李欧阳明红伟华", min_size=2, max_size=4)
names = st.one_of(
    han.map(lambda n: {"literal": n}),
    st.tuples(latin, latin).map(lambda n: {"family": n[0], "given": n[1]}),
    st.tuples(latin, latin).map(lambda n: {"family": f"van der {n[0]}", "given": f"{n[1]} J."}),
    st.sampled_from(["World Health Organization", "IDC", "国家卫生健康委员会", "AT&T Labs", "R and D Council", "Smith, Jones, Ltd"]).map(
        lambda n: {"literal": n}
    ),
)  # fmt: skip
dates = st.one_of(
    st.integers(1500, 2099).map(lambda y: [y]),
    st.tuples(st.integers(1500, 2099), st.integers(1, 12)).map(list),
    st.tuples(st.integers(1500, 2099), st.integers(1, 12), st.integers(1, 28)).map(list),
).map(lambda parts: {"date-parts": [parts]})
pages = st.one_of(st.integers(1, 999).map(str), st.tuples(st.integers(1, 99), st.integers(100, 999)).map(lambda p: f"{p[0]}-{p[1]}"), st.just("12-20, 33"), st.just("e1004"))  # fmt: skip


@st.composite
def items(draw):
    kind = draw(st.sampled_from(TYPES))
    raw = {"type": kind, "title": draw(words)}
    optional = {
        "author": st.lists(names, min_size=1, max_size=4),
        "editor": st.lists(names, min_size=1, max_size=2),
        "translator": st.lists(names, min_size=1, max_size=2),
        "issued": dates,
        "accessed": dates,
        "container-title": words,
        "publisher": words,
        "publisher-place": plain,
        "volume": st.integers(1, 99).map(str),
        "page": pages,
        "DOI": st.sampled_from(
            ["10.1000/xyz_123", "10.3760/cma.j.cn112149-20240101", "10.1002/(SICI)1097<1::AID>3.0%20"]
        ),
        "URL": st.sampled_from(["https://example.org/a_b?c=%E5%8C%BB&d=1#e~f", "http://例子.cn/路径"]),
        "language": st.sampled_from(["zh-CN", "en", "de"]),
        "abstract": words,
        "note": words,
        "edition": plain,
    }
    if kind in SERIALS:
        optional["issue"] = st.sampled_from(["5", "05", "S1", "Z2"])
    if kind in NUMBERED:
        optional["number"] = st.sampled_from(["GB/T 7714-2015", "CN112233445A", "WHO/12"])
    for name, values in optional.items():
        if draw(st.booleans()):
            raw[name] = draw(values)
    return cleaned(raw)


@pytest.mark.parametrize("name", list(WRITERS))
@settings(max_examples=12, deadline=None)
@given(entries=st.lists(items(), min_size=1, max_size=3))
def test_every_field_comes_back(name, entries):
    keyed = [(f"key{n}", item) for n, item in enumerate(entries)]
    back = read(WRITERS[name][0](keyed), name)
    assert back.problems == []
    assert [(entry.key, entry.item) for entry in back.entries] == keyed


@pytest.mark.parametrize("name", list(WRITERS))
@given(item=items())
@settings(max_examples=10, deadline=None)
def test_the_format_is_recognised(name, item):
    assert read(WRITERS[name][0]([("k", item)])).format == name


@settings(max_examples=20, deadline=None)
@given(text=st.text(), name=st.sampled_from(["bibtex", "ris", "csl", "endnote", "noteexpress", "refworks", ""]))
def test_no_text_is_an_accident(text, name):
    result = read(text, name)
    assert all(entry.item["title"] for entry in result.entries)
    assert all(1 <= problem.line <= text.count("\n") + len(text.splitlines()) + 1 for problem in result.problems)


@settings(max_examples=12, deadline=None)
@given(cut=st.integers(0, 10_000), name=st.sampled_from(list(WRITERS)))
def test_a_file_that_was_cut_keeps_what_is_whole(cut, name):
    item = cleaned({"type": "book", "title": "A whole one", "author": [{"literal": "王明"}]})
    whole = WRITERS[name][0]([("a", item), ("b", item)])
    result = read(whole[: len(whole) // 2 + cut % (len(whole) // 2)], name)
    assert result.entries[:1] == [result.entries[0]]
    assert result.entries[0].item == item
