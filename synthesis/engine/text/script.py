"""Chinese script: which one a text is written in, and Simplified forms of the same length. Not translation."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import opencc
import regex

#: Words in which 著 stays 著; everywhere else Traditional 著 is the aspect particle 着 or a verb written 着.
#: OpenCC's t2s keeps every 著 because Traditional spelling does not tell the two apart.
_ZHU_BEFORE = frozenset("显名专论原编译合巨拙卓昭土遗所撰新旧大自名共")
_ZHU_AFTER = frozenset("作名称述者书录")
#: After these a following 著 is certainly the particle even where the next character could build a 著 word.
_ZHE_BEFORE = frozenset("随看有带向沿接跟朝本顺凭靠拿说想走坐站听等执衣附沉胶")

#: Traditional or regional forms that t2s leaves as they are.
_VARIANTS = str.maketrans(
    {"囘": "回", "衞": "卫", "戸": "户", "竝": "并", "甯": "宁", "髪": "发", "両": "两", "亊": "事"}
)

_ENGLISH = frozenset(
    """
    the of and to in a is that for it as was with be by on not he his but at are this have from or had
    an they which one you were all we can her has there been if more when will would who so no our their
    its these into than
    """.split()
)
_HAN = regex.compile(r"\p{Script=Han}")
_WORD = regex.compile(r"[A-Za-z]+")


@lru_cache(maxsize=2)
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


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


@lru_cache(maxsize=32_768)
def is_simplified_only(char: str) -> bool:
    """Whether a character is written in Simplified text only, so that Traditional text does not hold it."""
    return bool(_converter("s2t").convert(char) != char and _converter("t2s").convert(char) == char)


@lru_cache(maxsize=32_768)
def has_other_form(char: str) -> bool:
    """Whether the character is written differently in the other script."""
    return bool(_converter("s2t").convert(char) != char or _converter("t2s").convert(char) != char)


def detect_language(text: str) -> str:
    """The language of a text as written: "zh-Hans", "zh-Hant", "ja", "ko", "en", or "und" when nothing tells.

    Chinese is Traditional when at least a fifth of the characters that differ between the scripts are Traditional
    ones: a page that mixes both is read as Traditional, because converting Simplified text changes nothing.
    """
    counts = Counter(text)
    han = sum(n for c, n in counts.items() if _HAN.match(c))
    kana = sum(n for c, n in counts.items() if "\u3041" <= c <= "\u30ff")
    hangul = sum(n for c, n in counts.items() if "\uac00" <= c <= "\ud7a3")
    latin = sum(n for c, n in counts.items() if c.isascii() and c.isalpha())
    if hangul > han and hangul * 4 > latin:
        return "ko"
    if kana * 12 > han and kana * 4 > latin and kana > 3:
        return "ja"
    # One Han character says about as much as four Latin letters.
    if han * 4 > latin and han:
        return "zh-Hant" if _is_traditional(counts) else "zh-Hans"
    words = [w.lower() for w in _WORD.findall(text[:20_000])]
    if words and (len(words) < 8 or sum(w in _ENGLISH for w in words) >= len(words) * 0.12):
        return "en"
    return "und"


def _is_traditional(counts: Counter[str]) -> bool:
    chars = [c for c in counts if _HAN.match(c)]
    traditional = _differing(chars, "t2s")
    simplified = _differing(chars, "s2t")
    t = sum(counts[c] for c in traditional - simplified)
    s = sum(counts[c] for c in simplified - traditional)
    return t * 4 >= s and t > 0


def _differing(chars: list[str], name: str) -> set[str]:
    # A line each, so that no phrase rule joins characters that never met in the text.
    converted = str(_converter(name).convert("\n".join(chars))).split("\n")
    return {c for c, other in zip(chars, converted, strict=True) if c != other}
