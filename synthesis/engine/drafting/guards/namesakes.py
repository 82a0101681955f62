"""Bodies whose names differ by one telling word: 南京大学 is not 南京师范大学, the Bank of China not the People's Bank.

A short form of a name leaves out other words than these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

_TELLING_ZH = (
    "师范 医科 理工 农业 科技 交通 财经 政法 外国语 中医药 工业 邮电 航空航天 民族 工商 林业 海洋 石油 矿业 地质 电力 体育 药科 传媒 工程 职业 开放 经贸 水利 铁道 艺术 "
    "人民 建设 民生 光大 进出口 邮政储蓄 农业发展 儿童 妇幼保健 肿瘤 中医 口腔 胸科 精神卫生"
).split()
_BODY_ZH = lazy_pattern(rf"(?P<telling>{'|'.join(_TELLING_ZH)})?(?P<head>大学|学院|银行|医院)")
_MAY_DROP_ZH = frozenset({("人民", "医院")})  # 市医院 for 市人民医院
_TELLING_EN = frozenset(
    (
        "normal technical technological agricultural medical polytechnic metropolitan state women's catholic christian methodist open maritime pedagogical people's "
        "children's central reserve industrial commercial development savings veterinary dental teaching technology"
    ).split()
)
_NAME = r"[A-ZÀ-Þ][\w'’&-]*"
_BODY_EN = lazy_pattern(
    rf"(?P<before>(?:{_NAME} (?:and )?)*)(?P<head>University|College|Bank|Hospital|Institute)(?P<after>(?: of (?:the )?{_NAME}(?: {_NAME})*)?)"
)


@lru_cache(maxsize=2048)
def _bodies(text: Passage) -> tuple[tuple[str, str, str], ...]:
    """Stem, telling word (or none) and wording of the universities, banks and hospitals a passage names."""
    found = []
    if text.language == "zh":
        for match in _BODY_ZH.finditer(text.text):
            stem = text.text[max(0, match.start() - 2) : match.start()]
            telling = match["telling"] or ""
            if (
                len(stem) == 2
                and re.fullmatch(r"[\u4e00-\u9fff]+", stem)
                and (telling, match["head"]) not in _MAY_DROP_ZH
            ):
                found.append((stem + match["head"], telling, stem + match.group()))
        return tuple(found)
    for match in _BODY_EN.finditer(text.text):
        words = f"{match['before']} {match['after']}".replace("’", "'").lower().split()
        words = [w for w in words if w not in {"the", "of", "and"}]
        plain = [w for w in words if w not in _TELLING_EN]
        telling = " ".join(sorted(w for w in words if w in _TELLING_EN))
        if plain:
            found.append((" ".join([*sorted(plain), match["head"]]), telling, match.group().strip()))
    return tuple(found)


def namesake_findings(case: Case) -> Iterator[Finding]:
    """An objection to a body that differs from all of the evidence by a telling word."""
    theirs: dict[str, set[str]] = {}
    for text in case.evidence:
        if text.language == case.sentence.language:
            for stem, telling, _ in _bodies(text):
                theirs.setdefault(stem, set()).add(telling)
    for stem, telling, wording in _bodies(case.sentence):
        if stem in theirs and telling not in theirs[stem]:
            yield Finding("entity", "fail", "name", (wording,))
            return
