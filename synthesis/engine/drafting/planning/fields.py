"""Fields of life that no heading is about, by words that hardly stand outside them: to notice an excerpt that strayed in.

A sorter for `plan._stands_apart` alone; headings have their vocabulary in `planning.fit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from synthesis.engine.patterns import lazy_pattern

_FIELDS: Mapping[str, str] = {
    "plants": "兰花 苔藓 种群 物种 植物园 花粉 树种 古树 野生植物 标本 真菌 orchid orchids moss mosses botanist botanists herbarium pollen lichen fungi shrub shrubs wildflower wildflowers",
    "animals": "候鸟 鸟类 昆虫 野生动物 两栖 哺乳动物 大熊猫 迁徙 bird birds insect insects beetle beetles mammal mammals nest nests wolves deer butterflies",
    "fields": "稻田 水稻 小麦 育种 茶树 春茶 采摘 果园 播种 土壤酸度 灌溉 化肥 病虫害 rice wheat barley harvest orchard orchards vineyard vineyards breeders sowing topsoil fertiliser",
    "stars": "流星雨 天顶 meteor meteors 行星 恒星 星系 望远镜 小行星 彗星 黑洞 陨石 planet planets galaxy galaxies telescope comet asteroid asteroids orbit orbits eclipse",
    "rocks": "岩石 地震 火山 板块 化石 断层 沉积 冰川 volcano volcanic earthquake earthquakes fossil fossils sediment glacier glaciers tectonic basalt granite crater craters eruption eruptions 玄武岩 火山口",
    "past": "出土 墓葬 考古 青铜器 遗址 朝代 陶器 碑刻 archaeologist archaeologists excavation excavated pottery medieval bronze tomb tombs dynasty ruins",
    "music": "合唱 乐团 交响 音乐会 专辑 钢琴 歌剧 choir choirs concert concerts orchestra symphony album albums pianist violin opera conductor",
    "arts": "油画 雕塑 画展 诗集 小说 书法 话剧 舞蹈 novel novels poem poems poet poets painter painters painting paintings sculpture sculptures ballet theatre exhibition",
    "sport": "联赛 足球 篮球 马拉松 冠军 球员 决赛 游泳队 football basketball tournament champion champions goalkeeper league striker marathon swimmers cyclist",
    "school": "宿舍 食堂 菜价 课间 校服 校庆 操场 dormitory dormitories canteen schoolyard prom",
    "travel": "开渔节 庙会 灯会 节庆 民宿 花海 赏花 游客 景区 古镇 carnival festivities guesthouse guesthouses sightseers souvenir souvenirs lighthouse museum 城墙 环游 登山 游船",
    "garden": "月季 修剪 萌芽 盆栽 花卉 扦插 嫁接 tulip tulips bulbs pruned pruning seedlings hedge hedges lawn lawns",
    "kitchen": "菜谱 烹饪 火锅 糕点 酱料 recipe recipes sourdough oven baking dessert simmer",
    "weather": "台风 暴雨 降雪 寒潮 气温骤降 rainfall drizzle thunderstorm snowfall hailstorm hurricane",
    "faith": "寺庙 佛经 教堂 朝圣 礼拜 cathedral monastery pilgrimage sermon abbey temple temples",
}


@lru_cache(maxsize=4096)
def fields_of(text: str) -> frozenset[str]:
    """The fields of which a text uses two words; one may stand for something else."""
    return frozenset(name for name in _FIELDS if len(set(_pattern(name).findall(text))) > 1)


@lru_cache(maxsize=32)
def _pattern(name: str) -> re.Pattern[str]:
    words = _FIELDS[name].split()
    plain = "|".join(w for w in words if not w.isascii())
    latin = "|".join(w for w in words if w.isascii())
    return lazy_pattern(rf"{plain}|\b(?:{latin})\b")


def strays(text: str, others: Iterable[str]) -> bool:
    """Whether a text speaks of a field of which none of `others` (what the section is about among them) does."""
    mine = fields_of(text)
    return bool(mine) and not any(_pattern(name).search(other) for other in others for name in mine)
