"""Lines that state nothing and get no suggestion: headings, contents, captions, boilerplate, fragments."""

from __future__ import annotations

import re

from synthesis.engine.patterns import lazy_pattern

_HAN = lazy_pattern(r"[一-鿿]")
_WORD = lazy_pattern(r"[A-Za-z]{2,}")
_CONTENTS = lazy_pattern(r"(?:\.{3,}|…{1,}|·{3,}|\s{2,}|\t|[^\d\s,，.。%年月日第])\s*[PＰ]?\d{1,3}\s*$")
_NUMBERED = lazy_pattern(
    r"^\s*(?:第?[一二三四五六七八九十\d]+[章节篇部]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+(?:\.\d+)*[.、\s]|#+\s|chapter\s+\d+|\d+\.\d+)",
    re.IGNORECASE,
)
_END = lazy_pattern(r"[。！？!?；;.…][”’」』）)\]]*\s*$")
_BOILERPLATE = lazy_pattern(
    r"版权|转载|免责声明|扫码|二维码|关注公众号|点击|阅读原文|责任编辑|编辑[:：]|作者[:：]|来源[:：]|图片来源|资料来源|收益归|举报|认领|用户上传|"
    r"https?://|www\.|@[\w.]+\.\w+|all rights reserved|copyright|click here|subscribe|cookie|photo:|source:|image:|isbn|issn|doi:",
    re.IGNORECASE,
)
_CAPTION = lazy_pattern(r"^\s*(?:图|表|figure|fig\.|table)\s*\d+", re.IGNORECASE)


def not_a_statement(text: str) -> bool:
    """Whether a line is no sentence that could be evidence for a heading."""
    line = text.strip()
    han, words = len(_HAN.findall(line)), len(_WORD.findall(line))
    if han < 8 and words < 5:
        return True
    if _CAPTION.match(line) or line.startswith(("!", "|", "<")):
        return True
    short = han <= 45 and words <= 20
    ended = bool(_END.search(line))
    if _BOILERPLATE.search(line) and (short or not ended):
        return True
    if ended:
        return False
    return bool(_CONTENTS.search(line)) or bool(_NUMBERED.match(line) and short) or (han <= 24 and words <= 9)
