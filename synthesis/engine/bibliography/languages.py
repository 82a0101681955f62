"""What reference files call a language → its tag, by which reference lists choose between 等 and et al."""

from __future__ import annotations

import re

from synthesis.engine.patterns import lazy_pattern

_TAGS = {
    name: tag
    for tag, names in {
        "zh-CN": "zh chi zho cn chs ch zh-hans chinese schinese simplified-chinese chinese-simplified "
        "中文 汉语 汉文 简体 简体中文 中文简体",
        "zh-TW": "cht tc zh-hant tchinese traditional-chinese chinese-traditional 繁体 繁体中文 繁體中文 中文繁體",
        "en": "eng english 英文 英语 英語",
        "en-US": "american usenglish",
        "en-GB": "british ukenglish",
        "de": "ger deu german ngerman 德语 德文",
        "fr": "fre fra french francais 法语 法文",
        "ja": "jpn jp japanese 日语 日文 日語",
        "ko": "kor korean 韩语 韩文 朝鲜语",
        "ru": "rus russian 俄语 俄文",
        "es": "spa spanish 西班牙语 西班牙文",
    }.items()
    for name in names.split()
}
_SEVERAL = lazy_pattern(r"[;；,，/|]")


def language_tag(said: str) -> str:
    """The tag of the first language that `said` names ("中文;", "eng", "zh_CN"); any other word as it is."""
    first = next((part for word in _SEVERAL.split(said) if (part := word.strip())), "")
    name = re.sub(r"[\s_()（）]+", "-", first.lower()).strip("-")
    if name in _TAGS:
        return _TAGS[name]
    tag = re.fullmatch(r"([A-Za-z]{2})[-_]([A-Za-z]{2})", first)
    return f"{tag[1].lower()}-{tag[2].upper()}" if tag else first
