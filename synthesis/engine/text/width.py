"""Characters of the wrong width or shape: full-width Latin letters and digits, half-width kana, radicals for characters.

Only letters and digits change by themselves; full-width punctuation is right in Chinese and changes only inside a figure
or a name made of full-width letters (`１２．５％`, `ＣＴ／ＭＲ`).
"""

from __future__ import annotations

import unicodedata

import regex

from synthesis.engine.text.pipeline import Mend

_DIGIT = r"\uff10-\uff19"
_WIDE = rf"{_DIGIT}\uff21-\uff3a\uff41-\uff5a"
#: A run of full-width letters and digits with what belongs to it: points, `／`, `－` between them, commas between groups
#: of three digits, colons of a time of day, a per cent sign at the end.
_WIDE_RUN = regex.compile(
    rf"[{_WIDE}](?:[{_WIDE}]|[．／－＋＆＿＠＃](?=[{_WIDE}])|(?<=[{_DIGIT}])，(?=[{_DIGIT}]{{3}}(?![{_DIGIT}]))"
    rf"|(?<=[{_DIGIT}]{{2}})：(?=[{_DIGIT}]{{2}}(?![{_DIGIT}]))|(?<=[{_DIGIT}])[％‰])*"
)
_HALF = regex.compile(r"[\uff61-\uff9f]+")
_RADICAL = regex.compile(r"[\u2e80-\u2fd5]")
_SHIFT = 0xFEE0
#: Radicals of the supplement that stand for whole characters in badly made PDF files (Unicode: EquivalentUnifiedIdeograph).
_SUPPLEMENT = str.maketrans(
    {
        "\u2e85": "亻", "\u2e8b": "㔾", "\u2e8c": "小", "\u2e8f": "尢", "\u2e90": "尣", "\u2e92": "巳", "\u2e93": "幺",
        "\u2e96": "忄", "\u2e98": "扌", "\u2e99": "攵", "\u2e9d": "月", "\u2e9e": "歹", "\u2ea0": "民", "\u2ea1": "氵",
        "\u2ea3": "灬", "\u2ea9": "王", "\u2eac": "示", "\u2ead": "礻", "\u2eae": "竹", "\u2eaf": "糸", "\u2eb6": "羊",
        "\u2eb9": "耂", "\u2eba": "肀", "\u2ebc": "月", "\u2ebe": "艹", "\u2ec1": "虎", "\u2ec2": "衤", "\u2ec3": "覀",
        "\u2ec4": "西", "\u2ec5": "见", "\u2ec6": "角", "\u2ec7": "角", "\u2ec8": "讠", "\u2ec9": "贝", "\u2eca": "足",
        "\u2ecb": "车", "\u2ecc": "辶", "\u2ecd": "辶", "\u2ecf": "阝", "\u2ed0": "钅", "\u2ed1": "長", "\u2ed3": "长",
        "\u2ed4": "门", "\u2ed6": "阝", "\u2ed7": "雨", "\u2ed8": "青", "\u2ed9": "韦", "\u2eda": "页", "\u2edb": "风",
        "\u2edc": "飞", "\u2edd": "食", "\u2edf": "飠", "\u2ee0": "饣", "\u2ee1": "首", "\u2ee2": "马", "\u2ee3": "骨",
        "\u2ee4": "鬼", "\u2ee5": "鱼", "\u2ee6": "鸟", "\u2ee7": "卤", "\u2ee8": "麦", "\u2ee9": "黄", "\u2eea": "黾",
        "\u2eeb": "斉", "\u2eec": "齐", "\u2eed": "歯", "\u2eee": "齿", "\u2eef": "竜", "\u2ef0": "龙", "\u2ef1": "龜",
        "\u2ef2": "亀", "\u2ef3": "龟",
    }
)  # fmt: skip


def width_mends(text: str) -> list[Mend]:
    """Repairs of kind "width" and "shape", ascending; each keeps the length or shortens it. Linear in the length."""
    if text.isascii():
        return []
    mends = [Mend(m.start(), m.end(), narrowed(m.group()), "width", 0.99) for m in _WIDE_RUN.finditer(text)]
    mends.extend(
        Mend(m.start(), m.end(), unicodedata.normalize("NFKC", m.group()), "width", 0.95) for m in _HALF.finditer(text)
    )
    for match in _RADICAL.finditer(text):
        whole = unified(match.group())
        if whole != match.group():
            mends.append(Mend(match.start(), match.end(), whole, "shape", 0.98))
    return sorted(mends, key=lambda m: m.start)


def narrowed(run: str) -> str:
    """Full-width characters as ASCII, all others as they are."""
    return "".join(chr(ord(c) - _SHIFT) if "\uff01" <= c <= "\uff5e" else c for c in run)


def unified(char: str) -> str:
    """The ordinary character that a radical code point (U+2E80 to U+2FD5) looks like, or the radical itself."""
    whole = unicodedata.normalize("NFKC", char).translate(_SUPPLEMENT)
    return whole if len(whole) == 1 else char
