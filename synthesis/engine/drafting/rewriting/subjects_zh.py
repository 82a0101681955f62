"""Where the subject of a Chinese clause ends, and what counts as one noun phrase to the clause rules."""

from __future__ import annotations

from functools import lru_cache

from synthesis.engine.drafting.evidence.words import words_of
from synthesis.engine.patterns import lazy_pattern

# Words no noun phrase holds: behind a noun they begin what is said of it.
_STRONG = frozenset(
    "在 于 被 由 已 已经 将 向 对 为 达 达到 约 约为 正 正在 仍 仍然 则 均 都 也 可 可达 可以 能够 需 需要 从 自 与 较 比 占 升至 降至 增至 超过 突破 不足"
    " 增长 下降 上升 减少 实现 成立 并网 接待 获得 成为 是 有 有望 可能 预计 尚未 尚 不 未 主要 普遍 基本 大多 大都 多数 全部 长期 逐步 不断 持续 明显 显著 大幅".split()
)


# A date as it stands in a sentence, with the part of the year, so that nothing of it stays behind when it moves.
DATE = r"\d{4}年(?:\d{1,2}月份?(?:\d{1,2}日)?)?(?:[底末初]|[上下]半年|[春夏秋冬][季天]|[第前]?[一二三四两]个?季度|前\d{1,2}个月|[上中下]旬|暑期|[寒暑]假|(?:春节|国庆|元旦|五一|中秋|端午)(?:假期|期间)?|全年)?"


_PREDICATES = frozenset(
    "支持 鼓励 推动 要求 提高 促进 提升 加强 加快 采用 使用 开展 进行 完善 优化 构建 建立 降低 减少 认为 表示 指出 希望 选择 通过 利用 依托 面临 存在 具有 拥有 覆盖 吸引 包括 印发 发布 出台".split()
)


_ADVERB_LAST = lazy_pattern(
    r"(?:逐年|逐步|逐渐|日益|不断|持续|普遍|大多|连年|明显|显著|仍然|仍|已经|已|也|都|均|将|则|才|往往)$"
)


def takes_setting(text: str, end: int) -> bool:
    """Whether 在… may stand behind a subject that ends at `end`: no other preposition follows, no adverb stands before."""
    return text[end : end + 1] not in tuple("在的于对向给把被由从与") and not _ADVERB_LAST.search(text[:end])


@lru_cache(maxsize=8192)
def subject_end(text: str) -> int:
    """Where the noun phrase a clause opens with ends, by the first word that none can hold; 0 when that is not
    certain. Numbers and attributive verbs inside are admitted (首座300兆瓦级压缩空气储能电站|在)."""
    nouns = 0
    for word in words_of(text):
        if word.text in _STRONG and nouns:
            left = text[: word.start]
            return word.start if 2 <= len(left) <= 30 and left[-1] not in "的和与及、" else 0
        if (
            word.text in _STRONG
            or word.text in _PREDICATES
            or (word.tag[0] in "pcrwxuy" and word.text not in "的、和与及")
        ):
            return 0
        nouns += word.tag[0] in "nj" or word.tag in {"vn", "eng"}
    return 0
