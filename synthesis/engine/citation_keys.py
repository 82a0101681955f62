"""Citation keys like `wang2024imaging`: first author's family name, year, first telling word of the title.

Chinese in pinyin without tones (ü as yu; surnames with their readings as names), other letters by their names;
lower-case ASCII only. The same item always gives the same key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from synthesis.engine.bibliography.dates import year_in
from synthesis.engine.bibliography.names import HAN, family_of
from synthesis.engine.bibliography.surnames import READINGS, is_person_name, surname_of
from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text import segment
from synthesis.engine.text.script import to_simplified

LONGEST = 60
KEY = lazy_pattern(r"[A-Za-z0-9][A-Za-z0-9_.:+/-]{0,79}")
_STOP = frozenset(
    """
    a an and are as at be by can do does for from has have how in into is it its new no not of on or our over some
    study that the their this to toward towards under upon use using via vs was we were what when where which who why
    will with your das der die den dem des ein eine einer im und von zur zum le la les un une du de et en el los las
    del y analysis research report review based case
    """.split()
)
_STOP_HAN = frozenset(
    """
    关于 对于 基于 我国 中国 全国 国内 国外 研究 分析 探讨 探析 探究 浅谈 浅析 浅论 试论 试析 论 略论 简论 初探 综述 述评 报告 年度
    背景 视角 视域 视野 角度 下 中 及 及其 与 和 的 在 对 从 为 以 当前 目前 最新 新 若干 有关 一种 一个 什么 如何 怎样 怎么 为何
    为什么 是否 我们 他们 这个 那些 思考 问题 年 月 日 第 期 版 上 十大 专题 系列 谈 看 让 将 使 用 被 把 印发 通知 意见 解读
    """.split()
)
_ORGANISATION = lazy_pattern(
    r"(?:公司|集团|委员会|委|部|局|厅|院|所|中心|大学|学院|学会|协会|联盟|银行|证券|日报|晚报|新闻|网|社|组|办公室|办|会|站|厂|馆)$"
)
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ŋ": "ng",
     "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
     "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
     "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu",
     "я": "ia", "і": "i", "ї": "i", "є": "ie", "ґ": "g",
     "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
     "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
     "χ": "ch", "ψ": "ps", "ω": "o"}
)  # fmt: skip
# Hangul syllables and kana are named after how they sound.
_SOUND = lazy_pattern(r"(?:HANGUL SYLLABLE|(?:HIRAGANA|KATAKANA) LETTER(?: SMALL)?) (\w+)")


def suffices(item: Mapping[str, Any]) -> bool:
    """Whether an item says enough for a key that will not be regretted: its title, and who or when."""
    return bool(item.get("title")) and bool(item.get("author") or item.get("editor") or year_in(item.get("issued")))


def base_key(item: Mapping[str, Any]) -> str:
    """The item's key before others are looked at: `[a-z0-9]{1,60}`; "" for an item that says nothing."""
    title = str(item.get("title") or "")
    first = _first_name(item)
    year = year_in(item.get("issued"))
    words = [*_title_words(title), *_words(title)]
    word = next((w for w in words if w and w != first), "")
    key = f"{first}{year or ''}{word}" if first else f"{word}{year or ''}"
    return key[:LONGEST]


def free_key(base: str, taken: Collection[str]) -> str:
    """`base`, or with the first of a, b, …, z, aa, … that nobody has; `taken` may be in any case."""
    used = {key.lower() for key in taken}
    if base.lower() not in used:
        return base
    return next(key for suffix in _suffixes() if (key := f"{base}{suffix}").lower() not in used)


def _suffixes() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        text, rest = "", number
        while rest:
            rest, digit = divmod(rest - 1, 26)
            text = chr(97 + digit) + text
        yield text


def _first_name(item: Mapping[str, Any]) -> str:
    """The first author's family name, else the first editor's, else who published it and where, in ASCII."""
    for role in ("author", "editor"):
        people = item.get(role)
        for person in people if isinstance(people, list) else []:
            if isinstance(person, Mapping) and (name := _family(person)):
                return name
    for member in ("container-title", "publisher"):
        if name := _institution(str(item.get(member) or "")):
            return name
    return ""


def _family(person: Mapping[str, Any]) -> str:
    family, given = family_of(person), str(person.get("given") or "")
    if family and (given or not person.get("literal")):
        simple = to_simplified(family)
        return READINGS.get(simple) or (_syllables(simple) if HAN.search(simple) else ascii_letters(family))
    whole = to_simplified(str(person.get("literal") or given))
    alone = re.sub(r"\s", "", whole)
    if is_person_name(alone) and not _ORGANISATION.search(alone):
        surname = surname_of(alone)
        return READINGS.get(surname) or _syllables(surname)
    if re.fullmatch("[가-힣]{2,4}", alone):
        return ascii_letters(alone[0])
    if re.fullmatch(r"[A-Z][\w'’-]+(?: [A-Z]\.?)* [A-Z][\w'’-]+", whole) and not HAN.search(whole):
        # "Ann Smith" that nobody has split; an institution of two words loses nothing by its last.
        return ascii_letters(whole.rsplit(" ", 1)[1])
    return _institution(whole)


def _institution(name: str) -> str:
    """WHO for the World Health Organization; the first telling word of a Chinese one."""
    capitals = [word[0] for word in re.findall(r"[A-Za-z][\w'’-]*", name) if word[0].isupper()]
    if not HAN.search(name) and 3 <= len(capitals) <= 8:
        return "".join(capitals).lower()
    return next(iter([*_title_words(name), *_words(name)]), "")


def _title_words(title: str) -> Iterator[str]:
    """Telling words of a title in its order: no function words, no numbers, no single characters."""
    for word in _pieces(title):
        if HAN.search(word):
            if len(word) > 1 and word not in _STOP_HAN and HAN.match(word):
                # Dictionaries know long compounds; the first half of one tells enough.
                yield _syllables(word[:2] if len(word) > 3 else word)
        else:
            plain = ascii_letters(word)
            if len(plain) > 1 and plain not in _STOP and not plain.isdigit():
                yield plain


def _words(title: str) -> Iterator[str]:
    """Any word at all, for titles made of nothing else."""
    return (key for word in _pieces(title) if (key := _syllables(word) if HAN.search(word) else ascii_letters(word)))


def _pieces(title: str) -> Iterator[str]:
    for run in re.findall(r"[^\W_]+(?:['’][^\W_]+)?", to_simplified(unicodedata.normalize("NFKC", title))):
        if HAN.search(run):
            yield from segment.cut(run)
        else:
            yield run


def _syllables(han: str) -> str:
    """Pinyin without tones and spaces: 医学 → yixue, 绿 → lyu."""
    from pypinyin import Style, lazy_pinyin  # reads its phrases, a fifth of a second

    syllables = lazy_pinyin(han, style=Style.NORMAL, v_to_u=True, errors="default")
    return ascii_letters("".join(s.replace("ü", "yu") if s[:1] in "ln" else s.replace("ü", "u") for s in syllables))


def ascii_letters(text: str) -> str:
    """Letters and digits of `text` in lower-case ASCII: accents dropped, Cyrillic, Greek, Hangul and kana by sound."""
    composed = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    sounds = "".join(found[1].lower() if (found := _SOUND.match(unicodedata.name(c, ""))) else c for c in composed)
    plain = unicodedata.normalize("NFKD", sounds).lower().translate(_LETTERS)
    return re.sub(r"[^a-z0-9]", "", plain)
