"""Causes in the usual ways of telling them: who says so, the cause in front or behind, in the sentence before, unknown."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

#: (cause as a noun phrase, effect as a clause, effect as a noun phrase)
_ZH = [
    ("上游减产", "现货价格走高", "现货价格的走高"),
    ("门店租金上涨", "连锁药房关闭了部分网点", "连锁药房的部分关店"),
]
_SPEAKERS = ["", "协会分析，", "该公司在公告中披露，", "业内人士称，", "调研报告显示，", "负责人回应说，"]
_TOLD = [
    "由于{c}，{e}。",
    "{e}，主要原因是{c}。",
    "{e}。{s}根源在于{c}。",
    "{c}导致{e}。",
    "{e}，这是{c}造成的。",
    "{e}系{c}所致。",
    "{e}的背后，是{c}。",
    "{e}，{c}是主因。",
]
_RIGHT = ["受{c}影响，{e}。", "{n}源于{c}。", "之所以{e}，是因为{c}。"]
_TURNED = [
    "{n}引发了{c}。",
    "由于{e}，出现了{c}。",
    "之所以{c}，根子在于{e}。",
    "{c}是{n}造成的。",
    "{n}应是{c}的原因。",
]

_EN = [
    ("the shortage of drivers", "delivery times lengthened", "longer delivery times"),
    ("the cold spring", "ice-cream sales slumped", "the slump in ice-cream sales"),
]
_TOLD_EN = [
    "{E} because of {c}.",
    "{C} caused {n}.",
    "According to the chairman, {n} was due to {c}.",
    "{E}, and {c} was to blame.",
]
_RIGHT_EN = ["{N} resulted from {c}.", "Owing to {c}, {e}."]
_TURNED_EN = ["{N} led to {c}.", "{C} stemmed from {n}."]


def _codes(sentence: str, evidence: str) -> set[str]:
    return {reason.code for reason in verify_sentence(sentence, [evidence]).reasons if reason.guard == "cause"}


@pytest.mark.parametrize("speaker", _SPEAKERS)
@pytest.mark.parametrize("told", _TOLD)
@pytest.mark.parametrize(("cause", "effect", "noun"), _ZH)
def test_chinese(speaker: str, told: str, cause: str, effect: str, noun: str) -> None:
    lead = "" if "{s}" in told else speaker
    evidence = lead + told.format(c=cause, e=effect, s=speaker)
    for right in _RIGHT:
        assert not _codes(right.format(c=cause, e=effect, n=noun), evidence), right
    for turned in _TURNED:
        assert _codes(turned.format(c=cause, e=effect, n=noun), evidence), turned


@pytest.mark.parametrize("told", _TOLD_EN)
@pytest.mark.parametrize(("cause", "effect", "noun"), _EN)
def test_english(told: str, cause: str, effect: str, noun: str) -> None:
    def made(form: str) -> str:
        return form.format(c=cause, C=cause.capitalize(), e=effect, E=effect.capitalize(), n=noun, N=noun.capitalize())

    for right in _RIGHT_EN:
        assert not _codes(made(right), made(told)), right
    for turned in _TURNED_EN:
        assert _codes(made(turned), made(told)), turned


@pytest.mark.parametrize(
    "unknown",
    [
        "具体原因尚不清楚",
        "公司未说明原因",
        "目前没有查明原因",
        "至于二者是否有关，尚无定论",
        "下滑的原因有待进一步研究",
    ],
)
def test_a_cause_that_is_called_unknown_is_not_told(unknown: str) -> None:
    evidence = f"新版会员制度推出的当季，复购率下滑了4个百分点，{unknown}。"
    assert _codes("新版会员制度导致复购率下滑了4个百分点。", evidence)
    assert not _codes("新版会员制度推出的当季，复购率下滑了4个百分点。", evidence)


@pytest.mark.parametrize(
    "unknown",
    ["it has not said why", "the reasons are unclear", "the cause has not been established", "it gave no explanation"],
)
def test_an_unknown_cause_in_english(unknown: str) -> None:
    evidence = f"Repeat purchases fell by 4 points in the quarter when the new membership scheme started; {unknown}."
    assert _codes("The new membership scheme caused repeat purchases to fall by 4 points.", evidence)
    assert not _codes("Repeat purchases fell by 4 points in the quarter when the scheme started.", evidence)


#: Ways of telling that {a} brings about {b}; each must read as the plain cause does, and turned round be seen.
_WAYS = """{a}令{b}|{a}催生了{b}|{a}倒逼{b}|{a}换来了{b}|{a}造就了{b}|{a}为{b}埋下伏笔|{b}问题出在{a}|{b}，说到底是{a}|{b}，归根结底是因为{a}
{b}多亏了{a}|{b}全靠{a}|{b}拜{a}所赐|{b}的责任在于{a}|{b}有赖于{a}|{b}与{a}脱不开干系|{b}，究其原因，在于{a}|若不是{a}，便不会有{b}
{a}，随之而来的是{b}|{b}是对{a}的反应|{a}成为{b}的推手""".replace("\n", "|").split("|")
_WAYS_EN = """{a} paved the way for {b}|{a} precipitated {b}|{a} underpinned {b}|{a} can be blamed for {b}|{b} has its roots in {a}
{b} came on the back of {a}|responsibility for {b} lies with {a}|{b} grew out of {a}|{b} was a response to {a}|were it not for {a}, there would be no {b}
with {a} came {b}|{a} translated into {b}|{a} contributed to {b}|{a} touched off {b}|{a} ushered in {b}""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize("way", _WAYS)
def test_ways_of_telling_a_cause(way: str) -> None:
    evidence = "由于利率下调，房贷申请回升。"
    right, turned = way.format(a="利率下调", b="房贷申请回升"), way.format(a="房贷申请回升", b="利率下调")
    assert not _codes(f"{right}。", evidence)
    assert not _codes("房贷申请回升是由利率下调引起的。", f"{right}。")
    assert _codes(f"{turned}。", evidence)


@pytest.mark.parametrize("way", _WAYS_EN)
def test_english_ways_of_telling_a_cause(way: str) -> None:
    evidence = "The plant closure happened because of the export ban."
    right, turned = (
        way.format(a="the export ban", b="the plant closure"),
        way.format(a="the plant closure", b="the export ban"),
    )
    assert not _codes(f"{right.capitalize()}.", evidence)
    assert not _codes("The plant closure was caused by the export ban.", f"{right.capitalize()}.")
    assert _codes(f"{turned.capitalize()}.", evidence)


#: What follows from causes told together, in a chain, guessed, related only, denied, set aside or called so by somebody.
_FAITHFUL = [
    ("由于{c}和{d}，{e}。", ["{c}是{e}的原因之一。", "{c}、{d}共同导致{e}。", "受{c}、{d}双重影响，{e}。"]),
    ("{c}使{e}，进而引发{f}。", ["{c}最终引发了{f}。", "{f}的源头是{c}。", "{e}带来了{f}。"]),
    ("专家认为，{c}可能导致{e}。", ["专家推测，{e}或许与{c}有关。", "{c}或会导致{e}，专家如此判断。"]),
    ("研究发现，{c}与{e}呈正相关，但未证明因果关系。", ["研究只发现{c}与{e}相关，没有证明前者引起后者。"]),
    ("{e}并非由{c}引起，而是{d}所致。", ["导致{e}的是{d}，而不是{c}。", "{c}不是{e}的原因，{d}才是。"]),
    ("{c}没有导致{e}。", ["{e}并未因{c}而出现。", "{c}未引发{e}。"]),
    ("{e}，公司归因于{c}。", ["公司把{e}归咎于{c}。", "公司解释说，{e}是{c}造成的。"]),
]
_FAITHFUL_EN = [
    ("because of {c} and {d}, {e}.", ["{c} was one reason why {e}.", "{n} was partly the result of {c}."]),
    ("{c} meant that {e}, which in turn led to {m}.", ["{c} ultimately led to {m}.", "{n} resulted in {m}."]),
    (
        "the study found {c} to be associated with {n} but could not establish causation.",
        ["{c} and {n} were correlated, though neither was proved to cause the other."],
    ),
    (
        "{n} was not caused by {c} but by {d}.",
        ["{d} rather than {c} was behind {n}.", "{c} did not cause {n}; {d} did."],
    ),
    (
        "the company attributed {n} to {c}.",
        ["the company blamed {c} for {n}.", "according to the company, {n} stemmed from {c}."],
    ),
]


@pytest.mark.parametrize(("told", "faithful"), _FAITHFUL)
def test_faithful_wordings_of_causes(told: str, faithful: list[str]) -> None:
    for c, d, e, f in (
        ("国际油价上涨", "汇率走低", "航空公司燃油支出增加", "机票均价上调"),
        ("平台调整抽成规则", "雨天增多", "骑手平均接单量下降", "骑手流失加快"),
    ):
        evidence = told.format(c=c, d=d, e=e, f=f)
        for sentence in (one.format(c=c, d=d, e=e, f=f) for one in faithful):
            assert verify_sentence(sentence, [evidence]).state == "supported", sentence


@pytest.mark.parametrize(("told", "faithful"), _FAITHFUL_EN)
def test_faithful_english_wordings_of_causes(told: str, faithful: list[str]) -> None:
    words = {
        "c": "higher oil prices", "d": "a weaker currency", "e": "fuel bills rose", "n": "rising fuel bills", "m": "the increase in air fares",
    }  # fmt: skip
    evidence = told.format(**words)
    for sentence in (one.format(**words) for one in faithful):
        assert (
            verify_sentence(sentence[0].upper() + sentence[1:], [evidence[0].upper() + evidence[1:]]).state
            == "supported"
        ), sentence
