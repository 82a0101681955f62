"""Passages that say the same come before those that share a topic; what has nothing in common does not come at all."""

from __future__ import annotations

from synthesis.engine.similar import rank, shared_stretches, telling_terms

PASSAGE = "研究团队用柔性薄膜代替充气袖带，使单次测量时间缩短到二十秒。"
SAME = "他们改用柔性薄膜取代充气袖带，单次测量只要二十秒。"
TOPIC = "充气袖带仍是医院里最常见的血压计部件。"
OTHER = "今年的茶叶收成受到春季霜冻的影响。"


def test_the_same_comes_first_and_the_foreign_not_at_all():
    ranked = rank(PASSAGE, [OTHER, TOPIC, SAME])
    assert ranked[0].index == 2
    assert 0 not in [one.index for one in ranked]
    assert all(0 < one.score <= 1 for one in ranked)


def test_traditional_and_capital_letters_are_the_same():
    assert rank("The SENSOR film replaces cuffs", ["the sensor film replaced the cuffs"])[0].score > 0.5
    (one,) = rank("測量時間縮短", ["测量时间缩短"])
    assert one.score > 0.99


def test_vectors_bring_up_what_words_alone_rank_lower():
    def embed(texts):
        return [[1.0, 0.0] if text in {PASSAGE, TOPIC} else [0.0, 1.0] for text in texts]

    assert rank(PASSAGE, [SAME, TOPIC], embed=embed)[0].index == 1


def test_what_is_shared_is_told_exactly():
    marked = [SAME[a:b] for a, b in shared_stretches(PASSAGE, SAME)]
    assert marked == ["用柔性薄膜", "充气袖带", "单次测量", "二十秒"]
    assert shared_stretches("the film", "a film of the sea") == [(2, 6)]


def test_terms_to_look_for_have_content_and_a_limit():
    terms = telling_terms(PASSAGE * 3, 10)
    assert len(terms) == 10
    assert not any("的" in term or "一" in term for term in terms)
    assert telling_terms("的了，", 10) == []
    assert rank("的", []) == []
