"""Chinese names of firms and bodies that no dictionary has, found because a sentence and its evidence share them: 恒嘉置业, 启衡锂电.

A name is two to four characters that are no common word, and what such bodies are called by. Without it the cutter makes persons
and verbs of them (从宁远|银行, 获铭泰|汽配). Not for persons, places or products.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from synthesis.engine import bundled
from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text import data, segment

_CALLED = (
    "集团 公司 股份 控股 银行 医疗 医药 制药 药业 生物 基因 诊断 器械 科技 电子 光电 微电子 半导体 芯片 软件 信息 网络 通信 数码 智能 数据 "
    "云计算 互动 游戏 影业 影像 影城 传媒 文化 文旅 出版 教育 体育 娱乐 置业 地产 房产 物业 建工 建设 建筑 建材 水泥 玻璃 物流 快递 快运 速运 航运 航空 "
    "海运 港务 铁路 客运 货运 出行 租车 汽车 车业 汽配 机电 机械 重工 装备 机器人 仪器 光学 精密 动力 电力 电气 电器 电机 电源 电池 锂电 储能 "
    "新能源 能源 光伏 风电 核电 热电 燃气 石化 化工 化学 新材 材料 钢铁 冶金 矿业 有色 铝业 铜业 稀土 纸业 包装 纺织 服饰 服装 家纺 家居 家电 照明 "
    "水务 环保 环境 农业 农牧 牧业 牧场 种业 渔业 粮油 食品 饮料 乳业 酒业 茶业 餐饮 零售 超市 百货 商贸 贸易 商业 便利 母婴 美妆 日化 "
    "证券 保险 人寿 财险 再保险 信托 基金 资本 金服 金融 支付 担保 租赁 咨询 研究院 实验室 医院 大学 学院 养老 健康 医美 眼科 口腔 酒店 旅游 景区"
).split()
_BEFORE = frozenset("从由向被给对把将为与和跟同的在于获经受以是系及并而让请使至到了、，。；：（“”·《》 　,;:(") | {""}
_NAME = lazy_pattern(
    rf"(?=(?P<stem>[\u4e00-\u9fff]{{2,4}}?)(?P<called>{'|'.join(sorted(_CALLED, key=len, reverse=True))}))"
)
#: What may stand before the name of a body's kind without being its name.
_GENERAL = frozenset("n v vn a ad an b d m q r t f s i l j p c u uj y z".split())


#: From this level on (a half power of two, of 60 million words: some 250 times) a word is a common one.
_USUAL = 16


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """The common words of two characters."""
    runs = (run for level, run in bundled.levels(data, "zh_words_2") if level >= _USUAL)
    return frozenset(run[i : i + 2] for run in runs for i in range(0, len(run), 2))


@lru_cache(maxsize=4096)
def _own(stem: str) -> bool:
    """Whether a stem is no word of the dictionary but a name, or pieces of one character."""
    parts = segment.tag(stem, guess=False)
    if len(parts) == 1:
        return parts[0][1] not in _GENERAL or (len(stem) == 2 and stem not in _common())
    return all(len(piece) == 1 for piece, _ in parts) or (
        len(stem) > 3 and any(t in {"nr", "nz", "ns"} for _, t in parts)
    )


@lru_cache(maxsize=64)
def _starts(text: str) -> frozenset[int]:
    """Where the words of a text begin."""
    return frozenset(accumulate(map(len, segment.cut(text)), initial=0))


def _named(text: str) -> Iterator[str]:
    taken = 0
    for match in _NAME.finditer(text):
        start = match.start()
        led = text[start - 1 : start] in _BEFORE and text[start - 1 : start + 1] not in _common()  # 获|得
        if start < taken or not (led or start in _starts(text)):
            continue
        stem, name = match["stem"], match["stem"] + match["called"]
        if stem[0] not in _BEFORE and _own(stem):
            yield name
            taken = start + len(name)


@lru_cache(maxsize=256)
def shared_firms(sentence: str, evidence: tuple[str, ...]) -> tuple[str, ...]:
    """The names both a sentence and its evidence hold, the longest first."""
    everything = "\n".join(evidence)
    found = {name for text in (sentence, *evidence) for name in _named(text)}
    return tuple(sorted((n for n in found if n in sentence and n in everything), key=lambda n: (-len(n), n)))


def places(text: str, names: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where the names stand in a text, half-open, none inside another."""
    found: list[tuple[int, int]] = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            if not any(a < at + len(name) and at < b for a, b in found):
                found.append((at, at + len(name)))
            at = text.find(name, at + 1)
    return tuple(sorted(found))
