"""Citation keys: surnames as they are read, ASCII only, the same for the same item, never twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.citation_keys import KEY, base_key, free_key, suffices


def key(author, title="医学影像的新进展", year=2024, **more):
    people = [{"literal": author}] if isinstance(author, str) else [author]
    return base_key({"author": people, "title": title, "issued": {"date-parts": [[year]]}, **more})


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("曾志伟", "zeng"), ("单田芳", "shan"), ("仇英", "qiu"), ("区健", "ou"), ("查良镛", "zha"), ("解晓东", "xie"),
        ("任明", "ren"), ("華國鋒", "hua"), ("尉迟恭", "yuchi"), ("欧阳修", "ouyang"), ("歐陽修", "ouyang"),
        ("吕布", "lyu"), ("盖叫天", "ge"), ("朴槿惠", "piao"), ("万俟卨", "moqi"), ("王 明", "wang"),
        ("World Health Organization", "who"), ("IDC", "idc"), ("Ann Smith", "smith"), ("Müller", "muller"),
        ("Łukasiewicz", "lukasiewicz"), ("김철수", "gim"), ("国家卫生健康委员会", "guojia"),
    ],
)  # fmt: skip
def test_first_names(name, first):
    assert key(name) == f"{first}2024yixue"


def test_names_in_parts():
    assert key({"family": "van der Berg", "given": "Jan"}, "The Imaging of Hearts") == "vanderberg2024imaging"
    assert key({"family": "曾", "given": "明"}) == "zeng2024yixue"
    assert key({"family": "O'Neil", "given": "A."}, "Über die Größe") == "oneil2024uber"


def test_without_an_author():
    item = {
        "title": "关于印发工作方案的通知",
        "issued": {"date-parts": [[2020]]},
        "publisher": "World Bank Group Press",
    }
    assert base_key(item) == "wbgp2020gongzuo"
    assert base_key({"title": "关于印发工作方案的通知"}) == "gongzuo"
    assert base_key({"title": "10"}) == "10"
    assert base_key({}) == ""


def test_what_suffices():
    assert suffices({"title": "A", "issued": {"date-parts": [[2020]]}})
    assert suffices({"title": "A", "author": [{"literal": "B"}]})
    assert not suffices({"title": "A"})
    assert not suffices({"author": [{"literal": "B"}]})


def test_the_next_free_one():
    assert free_key("a", []) == "a"
    assert free_key("a", ["A", "aa"]) == "ab"
    assert free_key("k", ["k", *(f"k{c}" for c in "abcdefghijklmnopqrstuvwxyz")]) == "kaa"


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=20), st.text(max_size=40), st.integers(1000, 2999))
def test_keys_are_plain_whatever_people_are_called(name, title, year):
    made = key(name, title, year)
    assert made == key(name, title, year)
    assert made == "" or KEY.fullmatch(made)
    assert made.isascii()
    assert made == made.lower()
