"""Names and actors of a Chinese text: runs of nominal words with a name, or the ending of a body, among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from synthesis.engine.drafting.guards.commonness import unlisted
from synthesis.engine.drafting.guards.types import Mention, Passage
from synthesis.engine.drafting.lexicon.deals import DEALS_ZH
from synthesis.engine.drafting.lexicon.entities import ACRONYMS, GENERIC_ZH, NOT_NAMES_ZH, TITLES_ZH
from synthesis.engine.drafting.lexicon.kinds import members
from synthesis.engine.drafting.lexicon.words import Word
from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text import segment

_NAME_TAGS = frozenset("nr ns nt nz nrt nrfg".split())
_RUN_TAGS = ("n", "j", "eng", "b", "vn", "s", "g", "l")
_BODY_ZH = lazy_pattern(
    r"(?:公司|集团|股份|大学|学院|研究院|研究所|[院所局署厅委司]|(?<![东西南北中上下内外全大])部|中心|银行|协会|学会|联盟|法院|医院|基金会?|委员会|政府|俱乐部|团队|[球舰车船军]队|控股|科技|能源|药业|证券|保险|院线|影视|电力|重工|航空|出版社|合作社|工厂|商会|工会|企业|机构|平台|车企|厂商|教育厅|检察院|监委|实验室|博物馆|博物院|图书馆|旅行社|疾控|气象台|党|[银央][行])$"
)
_PLACE_ZH = lazy_pattern(
    r"(?:[省市县区州国岛湾河江湖山海港镇村乡站]|高原|平原|盆地|流域|地区|大桥|机场|遗址|公园|沙漠|水库|湿地|保护区|口岸|码头|油田|气田|煤矿|电站|冰川|古城|石窟|水道|运河|海峡|半岛|群岛)$"
)
_PERSON_ZH = frozenset("nr nrt nrfg".split())
TITLE = lazy_pattern(r"《([^《》]{1,60})》")


_EDGE = frozenset(
    "从为的与和在由对向等及是被将把从以而并则也都其该自还又于至同按据各每因使让给到会未仅只已曾拟经受无了有系称说"
)
_DEGREE = frozenset("很太最更较再过没难高低多少不日月年均总每一二两三四五六七八九十各单")


def _trimmed(word: Word) -> tuple[int, int]:
    """The span of a guessed word without the particles at its ends (赛力斯为)."""
    start, end = word.start, word.end
    if len(word.text) > 2 and len(segment.cut(word.text, guess=False)) > 1:
        if word.text[-1] in _EDGE:
            end -= 1
        if word.text[0] in _EDGE:
            start += 1
    return start, end


def _namelike(word: Word) -> bool:
    if word.text[0] in "一二两三四五六七八九十各全该某" or (len(word.text) > 4 and word.tag in _PERSON_ZH):
        return False
    if len(word.text) == 2 and word.text[1] == "里":
        return False  # 河里, 图里: where something is
    if word.text in GENERIC_ZH or word.text in NOT_NAMES_ZH or not word.text.strip("东南西北中上下左右内外前后"):
        return False
    if word.tag in _NAME_TAGS or (word.tag == "eng" and word.text[:1].isupper() and word.text not in ACRONYMS):
        return True
    if (
        len(word.text) > 2
        and word.tag.startswith(("n", "j", "a", "v"))
        and not word.text.isascii()
        and unlisted(word.text)
    ):
        return not any(c in _EDGE or c in _DEGREE for c in word.text)
    return word.tag == "j" and len(word.text) >= 2


def mentions_zh(text: Passage) -> Iterator[Mention]:
    """The mentions of a passage, overlapping ones included."""
    for run in _runs_zh(text):
        yield from _split(text, run)
    spans = [(q.start, q.end) for q in text.quantities]
    for member in members(text.text, "zh"):
        if len(member.text) > 1 and not any(s < member.end and member.start < e for s, e in spans):
            yield Mention(member.start, member.end, member.text, member.kind, frozenset({member.thing}))


def _runs_zh(text: Passage) -> Iterator[list[Word]]:
    """Neighbouring nominal words with a name or an actor among them."""
    run: list[Word] = []
    spans = [(q.start, q.end) for q in text.quantities if q.unit_class != "ordinal"]
    spans += [(d.start, d.end) for d in text.dates] + [m.span() for m in TITLE.finditer(text.text)]
    for word in (*text.words, None):
        fits = word is not None and (_runs_on(word) or _namelike(word) or _heads(text, word))
        fits = fits and word is not None and not any(s < word.end and word.start < e for s, e in spans)
        fits = fits and word is not None and not (run and _relates(text, word))
        if run and (not fits or (word is not None and word.start != run[-1].end)):
            yield run
            run = []
        if fits and word is not None:
            run.append(word)


def _runs_on(word: Word) -> bool:
    if word.text == "·":
        return True
    if word.text in {
        "后者",
        "前者",
        "双方",
        "会同",
        "联合",
        "携手",
        "交由",
        "交给",
        "转由",
        "改由",
        "手里",
        "手中",
        "手上",
        "名下",
        "旗下",
    }:
        return False
    return word.tag.startswith(_RUN_TAGS) or word.text in {"所", "局", "院", "部", "厅", "署", "委"}


def _relates(text: Passage, word: Word) -> bool:
    """Whether a word that could be a noun tells what one party does to the next: 华兴银行|委托|绿源科技."""
    if word.tag == "ns" and word.text[0] in "向对从由":
        return True  # 北辰能源|向海|澜
    if DEALS_ZH.get(word.text, ("", "#"))[1] not in {"+", "-"}:
        return False
    after = next((w for w in text.words if w.start == word.end), None)
    return after is not None and (after.tag in _NAME_TAGS or (len(after.text) > 1 and unlisted(after.text)))


def _heads(text: Passage, word: Word) -> bool:
    """Whether a word of two characters no dictionary has opens a clause and no noun follows it: 安踏则…."""
    if len(word.text) != 2 or word.start not in _openings(text) or word.text.isascii() or not unlisted(word.text):
        return False
    if any(c in _EDGE or c in _DEGREE for c in word.text):
        return False
    follows = next((w for w in text.words if w.start == word.end), None)
    return follows is not None and follows.tag.startswith(("d", "p", "c", "v")) and follows.tag != "vn"


@lru_cache(maxsize=2048)
def _openings(text: Passage) -> frozenset[int]:
    return frozenset(c.start for c in text.clauses)


def _split(text: Passage, run: list[Word]) -> Iterator[Mention]:
    """People of a run apart from the body before them; a title between the two belongs to neither."""
    part: list[Word] = []
    for position, word in enumerate((*run, None)):
        person = word is not None and _person(run, position)
        title = word is not None and word.text in TITLES_ZH
        ends = not person and _people(part) and not (word is not None and word.text in _FIRM)
        if part and (word is None or title or (person and not _joined(part)) or ends):
            yield from _mention_zh(text, part)
            part = []
        if word is not None and not title:
            part.append(word)


def _person(run: Sequence[Word], position: int) -> bool:
    word = run[position]
    if word.text == "·":
        return True
    if word.tag not in _PERSON_ZH or word.text in NOT_NAMES_ZH or len(word.text) < 2:
        return False
    following = run[position + 1] if position + 1 < len(run) else None
    return following is None or following.text == "·" or following.text in TITLES_ZH or following.tag in _PERSON_ZH


def _joined(part: Sequence[Word]) -> bool:
    return part[-1].text == "·" or _people(part)


def _people(part: Sequence[Word]) -> bool:
    return bool(part) and all(w.text == "·" or w.tag in _PERSON_ZH for w in part)


def _mention_zh(text: Passage, part: list[Word]) -> Iterator[Mention]:
    named = [w for w in part if _namelike(w) or _heads(text, w)]
    while (
        part
        and part[-1] not in named
        and not _place(text, part, named)
        and not _body(text, part)
        and not _firm(part)
        and not (len(part[-1].text) == 1 and part[-2:-1] and part[-2] in named)
    ):
        part = part[:-1]
    while len(part) > 1 and part[0].text in _PARTS_PLAYED:
        part = part[1:]  # 卖方日产
    while len(part) > 1 and part[0] not in named and part[1].tag in {"nt", "ns", "nr", "nrt"}:
        part = part[1:]  # 续约中国奥委会
    if not part:
        return
    start, end = _trimmed(part[0])[0], _trimmed(part[-1])[1]
    wording = text.text[start:end]
    body = _body(text, part) or _firm(part)
    if not named and not _firm(part) and (_GENERAL_BODY.search(wording) or wording[0] in "全各多该某本两三"):
        return
    if not (named or body) or len(wording) < 2 or wording in NOT_NAMES_ZH or wording in GENERIC_ZH:
        return
    known = [m for m in members(text.text, "zh") if start <= m.start and m.end <= end and len(m.text) > 1]
    whole = next((m for m in known if m.start == start and m.end == end), None)
    if whole is not None:
        yield Mention(start, end, wording, whole.kind, frozenset({whole.thing}))
        return
    if any(c.isdigit() for c in wording):
        kind = "code"
    elif _people(part):
        kind = "person"
    elif body:
        kind = "body" if named or _firm(part) else "actor"
    elif _PLACE_ZH.search(wording) and part[-1].tag in {"ns", "n", "s"}:
        kind = "place"
    else:
        kind = "name"
    yield Mention(start, end, wording, kind, frozenset({wording}))


_PARTS_PLAYED = frozenset(
    "卖方 买方 买家 卖家 原告 被告 甲方 乙方 业主 客户 供应商 对手 竞争对手 同行 创始人 发起人 出租人 承租人 出让方 受让方 承包商 分包商 总包方 运营方 投资方 出资方 开发商 "
    "代工厂 合作方 合作伙伴 股东 大股东 控股股东 母公司 子公司 全资子公司 控股子公司 旗下 新秀 老将 搭档 队友".split()
)
_GENERAL_BODY = lazy_pattern(r"(?:企业|机构|平台|厂商|车企|政府|团队)$")
_FIRM = frozenset(
    "海运 技术 科技 生物 控股 股份 医药 药业 制药 能源 电子 电力 重工 资本 置业 地产 集团 公司 物流 航运 建工 材料 智能 软件 信息 食品 乳业 锂能 电气 通信 通讯 "
    "种业 矿业 牧业 酒业 糖业 盐业 纸业 服饰 城投 交投 路桥 铁建 冷链 精机 精工 轴承 电缆 轮胎 装饰 园林 水务 燃气 律所 影视 文旅 游戏 动漫 餐饮 超市 租赁 信托 期货 "
    "汽车 证券 银行 保险 影业 传媒 教育 环保 新材 锂业 钴业 铝业 铜业 钢铁 水泥 化学 化工 石化 海能 轮船 造船 船舶 机械 精密 光电 半导体 电驱 动力".split()
)


def _firm(part: Sequence[Word]) -> bool:
    """Whether a name that no dictionary need have stands before what firms are called by: 先惠技术."""
    before = part[-2] if len(part) > 1 else None
    return before is not None and part[-1].text in _FIRM and (_namelike(before) or unlisted(before.text))


def _place(text: Passage, part: Sequence[Word], named: Sequence[Word]) -> bool:
    """Whether a part ends like a place and has a name before that: 金沙遗址."""
    wording = text.text[part[0].start : part[-1].end]
    return len(part) > 1 and part[-2] in named and _PLACE_ZH.search(wording) is not None


def _body(text: Passage, part: Sequence[Word]) -> bool:
    wording = text.text[part[0].start : part[-1].end]
    return len(wording) >= 3 and _BODY_ZH.search(wording) is not None
