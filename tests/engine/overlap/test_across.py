"""Candidates for translated passages: what is found by words alone, with vectors, and what is left alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from synthesis.engine.overlap import across
from synthesis.engine.overlap.across import Candidate, translations
from synthesis.engine.overlap.across_units import Vocabulary, capitals, term_pair, units_of

ZH = (
    "2023年，成都市政府投入3.4亿元改造老旧小区的排水系统，约12万居民受益。"
    "志愿者的记录表明，雨季的投诉比上一年减少了三分之二。"
)
EN = (
    "In 2023 the Chengdu government invested 340 million yuan in renovating the drainage systems of old neighbourhoods, "
    "benefiting some 120,000 residents. Records kept by volunteers show that complaints in the rainy season fell by two thirds."
)
OWN_ZH = "本文访谈了十四位图书馆员，他们普遍认为，夜间开放比增加藏书更能吸引年轻读者。"
OWN_EN = "We asked fourteen bakers why they get up at three, and most of them said that nobody else would."


def one(draft: str, *sources: str, **more: object) -> Candidate:
    (found,) = translations(draft, sources, **more).candidates  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("draft", "own", "source", "other"), [(EN, OWN_EN, ZH, OWN_ZH), (ZH, OWN_ZH, EN, OWN_EN)], ids=["en", "zh"]
)
def test_a_translated_passage_is_found_with_its_place(draft: str, own: str, source: str, other: str) -> None:
    text = f"{own}\n{draft}\n{own}"
    found = one(text, other, f"{other}\n{source}")
    assert text[slice(*found.draft)] == draft
    assert found.number == 1
    assert f"{other}\n{source}"[slice(*found.span)] == source
    assert found.cosine is None


def test_what_answers_what_is_told() -> None:
    shared = dict(one(EN, ZH).shared)
    assert shared["340 million yuan"] == "3.4亿元"
    assert shared["120,000"] == "12万"
    assert shared["Chengdu"] == "成都"


def test_own_texts_on_other_subjects_are_no_candidates() -> None:
    assert not translations(OWN_ZH, [OWN_EN, EN]).candidates
    assert not translations(OWN_EN, [OWN_ZH, ZH]).candidates


def test_a_text_in_the_same_language_is_not_looked_at() -> None:
    found = translations(ZH, [ZH, OWN_ZH])
    assert not found.candidates
    assert found.looked == 0


def test_what_is_found_already_is_not_asked_for() -> None:
    assert not translations(EN, [ZH], explained=[(0, len(EN))]).candidates


def test_terms_in_both_languages_are_known() -> None:
    source = "甘氨双唑钠与泊洛沙姆水凝胶混合后，乳清酸钴的析出明显减慢。"
    draft = (
        "Once mixed with poloxamer hydrogel, sodium glycididazole lets cobalt orotate leach out markedly more slowly."
    )
    terms = [
        "甘氨双唑钠 = sodium glycididazole",
        "泊洛沙姆 poloxamer",
        "水凝胶（hydrogel）",
        "乳清酸钴 / cobalt orotate",
    ]
    assert not translations(draft, [source]).candidates
    assert one(draft, source, terms=terms).span == (0, len(source))
    assert term_pair("数字孪生") is None


def test_a_text_s_own_definitions_are_known() -> None:
    vocabulary = Vocabulary([("骨形态发生蛋白", "bone morphogenetic protein")])
    (unit,) = units_of("骨形态发生蛋白促进分化。", vocabulary)
    (other,) = units_of("Bone morphogenetic proteins promote differentiation.", vocabulary)
    assert unit.items[0].keys & other.items[0].keys


def test_names_are_read_in_pinyin() -> None:
    assert capitals("Visitors to Heilongjiang and London") == {"heilongjiang"}


class Encoder:
    """A sentence encoder that knows which sentences mean the same, and hears nothing of the rest."""

    def __init__(self, *same: str) -> None:
        self.same = same

    def __call__(self, texts: Sequence[str]) -> list[list[float]]:
        return [[1.0, 0.1] if text in self.same else [0.1, 1.0 + 0.01 * len(text)] for text in texts]


OTHERS = "他把三只篮子都放在桥头的老树下面，转身就走。村口的槐树去年被雷劈成了两半，今年又发了新芽。"


def test_vectors_find_what_words_leave_in_doubt() -> None:
    draft = "Nobody at all in that small village takes the ferryman and his endless stories of the river seriously these days."
    source = "那个村子里再也没有人把老艄公关于河水的话当真了。"
    text = OTHERS + source
    assert not translations(draft, [text]).candidates
    found = one(draft, text, embed=Encoder(draft, source))
    assert text[slice(*found.span)] == source
    assert found.cosine == pytest.approx(1.0)


def test_vectors_alone_decide_nothing() -> None:
    draft, source = (
        "Hush, said she, and blew on her porridge until dusk fell.",
        "甲乙丙丁戊己庚辛壬癸，子丑寅卯辰巳午未申酉戌亥。",
    )
    assert not translations(draft, [OTHERS + source], embed=Encoder(draft, source)).candidates


def test_texts_beyond_the_most_are_counted_as_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(across, "MOST_LENGTH", len(ZH) + 10)
    found = translations(EN, [ZH * 2, ZH])
    assert (found.looked, found.left) == (1, 1)


@pytest.mark.parametrize("text", ["", "。。。", "12% 34% 56%", "\x00\ud7ff", "A" * 5_000, "的" * 5_000])
def test_odd_texts_end_with_an_answer(text: str) -> None:
    assert translations(text, [EN, ZH, text]).candidates == []
    assert translations(EN, [text]).candidates == []


def test_one_sentence_for_two_is_shown_with_both() -> None:
    source = (
        f"{OWN_EN} In 2022 the regulator published a guideline for wearable blood pressure monitors. Manufacturers must submit "
        "a clinical comparison with at least 85 subjects, and state how often the device has to be calibrated."
    )
    draft = "2022年，监管部门为可穿戴血压计出台了指南，厂商须提交至少85名受试者的临床比对，并说明设备多久需要校准一次。"
    assert source[slice(*one(draft, source).span)] == source[len(OWN_EN) + 1 :]


def test_sentences_with_others_between_are_candidates_of_their_own() -> None:
    first, second = ZH.split("。")[:2]
    other = "她把账本藏在米缸后面，谁也没有告诉，直到第二年春天搬家。"
    draft = f"{first}。{other}{second}。"
    found = translations(draft, [EN], explained=[(len(first) + 1, len(first) + 1 + len(other))]).candidates
    assert [draft[slice(*each.draft)] for each in found] == [f"{first}。", f"{second}。"]
