"""Words that name another thing where all around them is the same: 产量 for 销量, 本科 for 专科, 甲方案 for 乙方案.

Two Chinese nouns with one last character and another before it are two kinds of one thing; so are places with one
beginning (华东, 华南). Words that a lexicon gives as one, or of which one holds the other, are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from synthesis.engine.drafting.guards.coverage import covered, kin_en
from synthesis.engine.drafting.guards.types import Case, Clause
from synthesis.engine.drafting.lexicon.abbreviations import aliases, stands
from synthesis.engine.drafting.lexicon.entities import GENERIC_ZH
from synthesis.engine.drafting.lexicon.equivalents import EQUIVALENT_ZH, variants_zh
from synthesis.engine.drafting.lexicon.kindred import kindred_zh
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern

#: Words that tell one of several apart by their order.
_LABELS = frozenset("甲乙丙丁戊")
#: Compass points of the country: 华东, 西北.
_REGIONS = frozenset(
    "华东 华南 华北 华中 东北 西北 西南 东南 华东地区 华南地区 华北地区 华中地区 东北地区 西北地区 西南地区 东南地区".split()
)
#: Nouns of one head that name one thing, whatever stands before it.
_ONE_THING = tuple(
    frozenset(group.split())
    for group in (
        "员工 职工 雇员",
        "居民 市民 住户 百姓",
        "房屋 住房 用房",
        "商店 门店 店铺",
    )
)
#: Words of which one cannot stand for another, one group a line, however little each says by itself.
_EXCLUSIVE = tuple(
    frozenset(line.split())
    for line in (
        "以上 以下 以内 以外",
        "之前 之后 以前 以后",
        "年初 年中 年末 年底",
        "月初 月中 月末 月底",
        "今年 去年 前年 明年 上年",
        "本月 上月 下月",
        "上半年 下半年",
        "全国 全省 全市 全县 全区 全球 全球",
        "国家级 省级 市级 县级 区级",
        "每年 每月 每周 每天 每日 每季度",
        "占比 增速 增幅 增量 降幅",
        "数量 金额 面积 产量 销量 产能 产值 重量 价格 成本 收入 利润 投资 支出 余额 库存 需求 供给",
        "营收 利润 成本 净利润 毛利润 毛利 净利",
        "均价 最高价 最低价",
        "this last next previous following",
        "since until",
        "before after within",
        "start end middle beginning",
        "first second third fourth fifth last",
        "new used old",
        "largest smallest second-largest third-largest",
        "early late mid",
        "more fewer less",
        "most least",
        "over under",
        "above below",
        "with without",
        "minimum maximum average median",
        "revenue profit revenues profits sales costs",
    )
)
_NAME = ("nr", "ns", "nt", "nz")
_NOUN = ("n", "j", "b", "s", "l", "vn", "r", "an")
_LOOSE_HEAD = lazy_pattern(r"[性化度们等里中上下内外前后间时年月日人者方面子头儿地]$")


def replaced_zh(mine: Word, theirs: Word) -> bool:
    """Whether the word of a sentence names another thing than the one of the evidence in whose place it stands."""
    one, other = mine.text, theirs.text
    if one == other:
        return False
    if {one, other} <= _LABELS or {one, other} <= _REGIONS:
        return not one.startswith(other) and not other.startswith(one)
    if not (mine.tag.startswith(_NOUN) and theirs.tag.startswith(_NOUN)) or not 2 <= len(one) == len(other) <= 4:
        return False
    if one[-1] != other[-1] or _LOOSE_HEAD.search(one) or set(one) & set(other) != {one[-1]}:
        return False
    return not one_thing_zh(one, other)


def one_thing_zh(one: str, other: str) -> bool:
    """Whether a lexicon has two words as one or as kin."""
    if EQUIVALENT_ZH.get(one, one) == EQUIVALENT_ZH.get(other, other):
        return True
    kin = {*kindred_zh(one), *variants_zh(one)}
    return other in kin or any({one, other} <= group for group in _ONE_THING)


_NEAR = 5  # words that a sentence of one word exchanged has at least
_MOST = 3  # words put in
_NOTHING_MORE = frozenset("最晚 最迟 先后 同样 当地 实际 具体 同期 各自 真正 本身 在内 在列".split())
_PLAIN = 2  # characters of a measure without what describes it


def exchanged_words(case: Case) -> Iterator[tuple[Word, Word]]:
    """The word of the sentence, and of the evidence, in which a clause differs from one of the evidence, when the other
    clauses of the sentence stand there as they are."""
    for mine, theirs in _nearly_copied(case):
        pair = _one_apart(mine.words, theirs.words)
        if pair:
            yield pair
            return


#: 所有 put where the evidence says 均.
_EVERY, _THROUGHOUT = frozenset("所有 全部 全体 每个 各个".split()), lazy_pattern(r"[均都皆全]|一律|无不")


def inserted_words(case: Case) -> Iterator[Word]:
    """The words put into a clause that else stands in the evidence as it is, as do the others, when they tell more."""
    for mine, theirs in _nearly_copied(case):
        put = _put_in(mine.words, theirs.words)
        if put:
            whole = "".join(w.text for w in put)
            told = any(stands(name, text.text) for name in (whole, *aliases(whole)) for text in case.evidence)
            measured = any(q.start < put[-1].end and put[0].start < q.end for q in case.sentence.quantities)
            new = (w for w in put if w.content and w.text not in GENERIC_ZH | _NOTHING_MORE and not covered(w, case))
            throughout = whole in _EVERY and bool(_THROUGHOUT.search(theirs.text))
            yield from () if told or measured or throughout else new
            return


def _nearly_copied(case: Case) -> Iterator[tuple[Clause, Clause]]:
    """The only clause of the sentence that the evidence has not, with each of the evidence's."""
    told = [c for text in case.evidence if text.language == case.sentence.language for c in text.clauses]
    known = {_keys(clause) for clause in told}
    new = [clause for clause in case.sentence.clauses if _keys(clause) not in known]
    if len(new) == 1 and len(case.sentence.words) >= _NEAR:
        yield from ((new[0], clause) for clause in told)


def _put_in(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> tuple[Word, ...]:
    """One word or two that a clause has besides those of another, in one place; empty when that is not all."""
    more = len(mine) - len(theirs)
    if not 1 <= more <= _MOST or len(theirs) < _NEAR:
        return ()
    keys, told = [w.key for w in mine], [w.key for w in theirs]
    at = next((i for i, (a, b) in enumerate(zip(keys, told, strict=False)) if a != b), len(told))
    return mine[at : at + more] if keys[at + more :] == told[at:] else ()


def _keys(clause: Clause) -> tuple[str, ...]:
    return tuple(w.key for w in clause.words)


def _one_apart(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> tuple[Word, Word] | None:
    """The words in which two clauses differ, when it is one in each and the rest is equal; of Chinese ones one may be
    two to the segmenter when both begin or end alike (对照组, 试验|组; 总收入, 总|投资)."""
    keys, told = [w.key for w in mine], [w.key for w in theirs]
    if keys == told or min(len(keys), len(told)) < 2:
        return None
    head = next(i for i, (a, b) in enumerate(zip([*keys, ""], [*told, ""], strict=False)) if a != b)
    tail = 0
    while tail < min(len(keys), len(told)) - head and keys[-1 - tail] == told[-1 - tail]:
        tail += 1
    one, other = mine[head : len(mine) - tail], theirs[head : len(theirs) - tail]
    if len(one) == len(other) == 1:
        return one[0], other[0]
    if {len(one), len(other)} == {1, 2} and one[-1].tag != "en":
        first, last = one[0].text[0] == other[0].text[0], one[-1].text[-1] == other[-1].text[-1]
        return (one[-1], other[-1]) if first else (one[0], other[0]) if last else None
    return None


_GRADE = lazy_pattern(r"[一二三四五六七八九十]+[级类线档代]")


def is_exchange(mine: Word, theirs: Word, case: Case) -> bool:
    """Whether a word in which alone a clause differs names something that the evidence does not."""
    if _GRADE.fullmatch(mine.text) and _GRADE.fullmatch(theirs.text):
        return not any(mine.text in text.text for text in case.evidence)
    if _excludes(mine, theirs, case):
        return True
    measured = any(
        q.start <= mine.start < q.end for q in case.sentence.quantities
    )  # another unit: read with its figure
    if not (mine.content and theirs.content) or measured:
        return False
    if covered(mine, case):  # the other one of two that the evidence names
        spoken = {w.key for w in case.sentence.words}
        given = mine.key in {w.key for text in case.evidence for w in text.words} or _begins(mine, theirs, case)
        return given and theirs.key not in spoken and not _kin(mine, theirs)
    return True


def _excludes(mine: Word, theirs: Word, case: Case) -> bool:
    one, other = mine.text.lower(), theirs.text.lower()
    if {one, other} == {"by", "to"}:  # rose by 25 points, rose to 25 points
        return any(0 <= q.start - mine.end <= 1 for q in case.sentence.quantities)
    if mine.tag != "en":  # 总|投资, 总收入
        one, other = (w[1:] if len(w) > _PLAIN else w for w in (one, other))
    return any({one, other} <= group for group in _EXCLUSIVE) and not one_thing_zh(one, other)


def _begins(mine: Word, theirs: Word, case: Case) -> bool:
    """Whether the evidence has what tells two Chinese names of one ending apart: 匈牙利|政府, 波兰|政府."""
    end = next((i for i, (a, b) in enumerate(zip(mine.text[::-1], theirs.text[::-1], strict=False)) if a != b), 0)
    which = mine.text[: len(mine.text) - end]
    return mine.tag.startswith(_NAME) and len(which) > 1 and any(which in text.text for text in case.evidence)


def _kin(mine: Word, theirs: Word) -> bool:
    if mine.tag == "en":
        return theirs.text.lower().startswith(mine.text.lower()[:4]) or bool(kin_en(mine.text) & kin_en(theirs.text))
    if mine.tag.startswith(_NAME) and theirs.tag.startswith(_NAME):
        return mine.text in theirs.text or theirs.text in mine.text
    return one_thing_zh(mine.text, theirs.text) or bool(set(mine.text) & set(theirs.text))
