"""Chinese script: which one a text is written in, and Simplified forms of the same length. Not translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

import opencc
import regex

from synthesis.engine import bundled
from synthesis.engine.text import data

#: Words in which 著 stays 著; everywhere else Traditional 著 is the aspect particle 着 or a verb written 着.
#: OpenCC's t2s keeps every 著 because Traditional spelling does not tell the two apart.
_ZHU_BEFORE = frozenset("显名专论原编译合巨拙卓昭土遗所撰新旧大自名共")
_ZHU_AFTER = frozenset("作名称述者书录")
#: After these a following 著 is certainly the particle even where the next character could build a 著 word.
_ZHE_BEFORE = frozenset("随看有带向沿接跟朝本顺凭靠拿说想走坐站听等执衣附沉胶")

#: Old, Japanese and vulgar forms of common characters that t2s leaves as they are, and after each the Simplified one.
#: Characters that are words of their own in Simplified text (沈, 余, 干, 猿, 脣 …) are not among them.
_VARIANTS = str.maketrans(
    {
        pair[0]: pair[1]
        for pair in """
        囘回 囬回 衞卫 戸户 竝并 甯宁 髪发 両两 亊事 値值 淸清 靑青 呉吴 歩步 歳岁 歴历 覇霸
        対对 図图 団团 経经 済济 鬪斗 闘斗 濶阔 彊强 徧遍 慙惭 敍叙 晧皓 朶朵 桮杯 槀稿 稾稿
        槪概 欝郁 毘毗 氷冰 潄漱 澁涩 煖暖 熖焰 燄焰 犂犁 珎珍 瑠琉 甎砖 甞尝 畆亩 畒亩 畧略
        疎疏 発发 睠眷 砲炮 硏研 硷碱 礆碱 稭秸 穅糠 粦磷 翶翱 耡锄 聼听 胷胸 脇胁 膓肠 艸草
        葢盖 蘂蕊 蟁蚊 覩睹 觧解 譌讹 讐仇 豊丰 賛赞 躰体 軆体 軰辈 辤辞 遯遁 鉄铁 鑛矿 関关
        陜陕 隣邻 霊灵 鞌鞍 飜翻 饝馍 髩鬓 鬂鬓 鵞鹅 鹸碱 黙默 鼇鳌 姉姊 媮偷 寃冤 崐昆 崘仑
        痲麻 瞇眯 拏拿 揹背 搥捶 竢俟 糭粽 虵蛇 栢柏 盇盍 邨村 酧酬 粧妆 揔总 緫总 縂总 囯国
        圡土 啇商 宻密 児儿 冩写 凖准 変变 壊坏 姫姬 実实 寛宽 専专 従从 徳德 応应 悪恶 戦战
        択择 拝拜 拡扩 掲揭 検检 権权 気气 沢泽 渋涩 県县 粛肃 継继 続续 総总 繊纤 縄绳 聴听
        薬药 観观 訳译 読读 転转 軽轻 辺边 逓递 鉱矿 銭钱 隠隐 雑杂 頼赖 顕显 験验 駅驿 黒黑
        齢龄 満满 労劳 営营 単单 厳严 囲围 圧压 売卖 帯带 帰归 広广 廃废 弾弹 抜拔 挙举 摂摄
        斉齐 暦历 栄荣 桜樱 様样 歯齿 浄净 涙泪 滝泷 焼烧 犠牺 獣兽 穂穗 窓窗 粋粹 絵绘 縦纵
        覚觉 酔醉 醸酿 釈释 険险 髄髓 竜龙 亀龟
        """.split()
    }
)

#: Traditional characters that are words of their own in Simplified text too, so that their other form was a choice:
#: 乾 (干, but 乾坤), 瞭 (了, but 瞭望), 藉 (借, but 慰藉), 覆 (复, but 覆盖).
_OWN_WORDS = frozenset("著乾徵瞭藉覆鍾餘夥摺祇閤昇拚麴讎")

_ENGLISH = frozenset(
    """
    the of and to in a is that for it as was with be by on not he his but at are this have from or had
    an they which one you were all we can her has there been if more when will would who so no our their
    its these into than
    """.split()
)
_HAN = regex.compile(r"\p{Script=Han}")
_KANA = regex.compile("[\u3041-\u30ff]")
_HANGUL = regex.compile("[\uac00-\ud7a3]")
_LATIN = regex.compile("[A-Za-z]")
_WORD = regex.compile(r"[A-Za-z]+")


@lru_cache(maxsize=8)
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


#: The conversions of the bundled table, in the order of its columns.
_COLUMNS = ("s2t", "s2tw", "s2hk", "t2s", "t2hk")


def single_forms(name: str) -> Mapping[str, str]:
    """What OpenCC's conversion `name` makes of each character alone; those that it leaves as they are, are left out.

    From a bundled table: OpenCC's own take 50 MB for it, which every forked parser would have to share.
    """
    return _single_forms()[name]


@lru_cache(maxsize=1)
def _single_forms() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {name: {} for name in _COLUMNS}
    for row in bundled.rows(data, "single_forms"):
        for name, form in zip(_COLUMNS, row[1:], strict=True):
            if form != row[0]:
                tables[name][row[0]] = form
    return tables


@lru_cache(maxsize=1)
def _of_one_script() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only Traditional text has, and those that only Simplified text has."""
    traditional, simplified = single_forms("t2s").keys(), single_forms("s2t").keys()
    return frozenset(traditional - simplified), frozenset(simplified - traditional)


def to_simplified(text: str) -> str:
    """`text` in Simplified characters, with `len` unchanged, so that offsets hold in both.

    著 becomes 着 where it is not the word-building 著 (著作, 显著); where OpenCC would change a line's length, that
    line is converted character by character.
    """
    if text.isascii():
        return text
    converted = _converter("t2s").convert(text)
    if len(converted) != len(text):
        converted = "\n".join(_line_simplified(line) for line in text.split("\n"))
    converted = converted.translate(_VARIANTS)
    return _zhe(converted) if "著" in converted else converted


def is_choice(written: str, shown: str) -> bool:
    """Whether showing the character `written` as `shown` was a choice between words, or goes beyond OpenCC's table."""
    return written != shown and (written in _OWN_WORDS or _VARIANTS.get(ord(written)) == shown)


def _line_simplified(line: str) -> str:
    convert = _converter("t2s").convert
    converted = convert(line)
    if len(converted) == len(line):
        return str(converted)
    return "".join(one if len(one := convert(c)) == 1 else c for c in line)


def _zhe(text: str) -> str:
    chars = list(text)
    for i, c in enumerate(chars):
        if c != "著":
            continue
        before = chars[i - 1] if i else ""
        after = chars[i + 1] if i + 1 < len(chars) else ""
        keeps = before in _ZHU_BEFORE or (after in _ZHU_AFTER and before not in _ZHE_BEFORE)
        if not keeps:
            chars[i] = "着"
    return "".join(chars)


def is_simplified_only(char: str) -> bool:
    """Whether a character is written in Simplified text only, so that Traditional text does not hold it."""
    return char in single_forms("s2t") and char not in single_forms("t2s")


@lru_cache(maxsize=32_768)
def standard_forms(char: str) -> frozenset[str]:
    """How a character (Simplified) is written in Traditional text: OpenCC's, Taiwan's and Hong Kong's standard."""
    return frozenset(single_forms(name).get(char, char) for name in ("s2t", "s2tw", "s2hk"))


def has_other_form(char: str) -> bool:
    """Whether the character is written differently in the other script."""
    return char in single_forms("s2t") or char in single_forms("t2s")


def detect_language(text: str) -> str:
    """The language of a text as written: "zh-Hans", "zh-Hant", "ja", "ko", "en", or "und" when nothing tells.

    Chinese is Traditional when at least a fifth of the characters that differ between the scripts are Traditional
    ones: a page that mixes both is read as Traditional, because converting Simplified text changes nothing.
    """
    counts = Counter() if text.isascii() else Counter(text)
    distinct = "".join(counts)
    han, kana, hangul, latin = (
        sum(map(counts.__getitem__, kind.findall(distinct))) for kind in (_HAN, _KANA, _HANGUL, _LATIN)
    )
    if hangul > han and hangul * 4 > latin:
        return "ko"
    if kana * 12 > han and kana * 4 > latin and kana > 3:
        return "ja"
    # One Han character says about as much as four Latin letters.
    if han * 4 > latin and han:
        return "zh-Hant" if _is_traditional(counts) else "zh-Hans"
    words = _WORD.findall(text[:20_000].lower())
    if words and (len(words) < 8 or sum(w in _ENGLISH for w in words) >= len(words) * 0.12):
        return "en"
    return "und"


def _is_traditional(counts: Counter[str]) -> bool:
    traditional, simplified = _of_one_script()
    t = sum(map(counts.__getitem__, traditional.intersection(counts)))
    s = sum(map(counts.__getitem__, simplified.intersection(counts)))
    return t * 4 >= s and t > 0
