"""The acts a passage tells: a predicate with its agent side and its patient side, voice and markers undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.participles import describes
from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.drafting.lexicon.entities import NAME_SUFFIX_ZH
from synthesis.engine.drafting.lexicon.roles import (
    BE_EN,
    BY_AGENT,
    NO_ROLE_ZH,
    ROLE_KEYS_EN,
    ROLE_STEMS_EN,
    TO_PATIENT,
    VERBAL_ZH,
)
from synthesis.engine.drafting.lexicon.words import Word, stem
from synthesis.engine.patterns import lazy_pattern

_NOMINAL = ("n", "j", "eng", "r", "s", "z", "l", "b", "x")


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate with the content words of its agent side and its patient side."""

    verb: str
    agents: frozenset[str]
    patients: frozenset[str]
    names: frozenset[str]
    text: str


_TIMES = ("期内", "年内", "短期", "期间", "时候")


@lru_cache(maxsize=2048)
def acts(text: Passage) -> tuple[Act, ...]:
    """The predicates of a passage that have something on both sides."""
    read = _chinese_acts if text.language == "zh" else _english_acts
    found = []
    for number in range(len(text.sentences)):
        subject: frozenset[str] = frozenset()
        for clause in text.clauses_of(number):
            for act in read(clause):
                # 并委托…, 但短期内难以…: the subject is that of the clause before
                agents = frozenset(a for a in act.agents if not a.endswith(_TIMES))
                agents = agents or (subject - act.patients)
                if agents and (act.patients or agents & act.names):
                    found.append(Act(act.verb, agents, act.patients, act.names, act.text))
            subject = _leading(clause) or subject
    return tuple(found)


def _leading(clause: Clause) -> frozenset[str]:
    """The nouns before the first verb or marker of a clause."""
    keys = set()
    for word in clause.words:
        if word.tag.startswith(("v", "p")) and word.tag != "vn":
            break
        if _nominal(word):
            keys.add(word.key)
    return frozenset(keys)


def _nominal(word: Word) -> bool:
    return word.content and word.text not in VERBAL_ZH and (word.tag.startswith(_NOMINAL) or word.tag == "vn")


def _predicate_zh(word: Word) -> bool:
    if word.text in VERBAL_ZH:
        return True
    if not word.tag.startswith("v") or len(word.text) < 2 or NO_ROLE_ZH & {word.text, word.key}:
        return False
    return word.tag != "vn"


# What a verbal noun before it describes: 评估费用, 委托方.
_HEADS = frozenset(
    (
        "机构 费用 服务 公司 平台 中心 部门 人员 工作 项目 系统 计划 方案 标准 协议 合同 报告 结果 体系 能力 机制 市场 产品 价格 资金 政策 措施 "
        "力度 水平 范围 对象 业务 行业 企业 基地 方 者 员 费 课程 学校 单位 制度 办法 条例 规定 权限 关系 方式 过程 经验 需求 成本 收入 规模"
    ).split()
)


def _within_noun(clause: Clause, position: int) -> bool:
    """Whether a verbal noun is part of a noun phrase (政策的影响, 投资的回报), not a predicate."""
    before = clause.words[position - 1] if position else None
    after = clause.words[position + 1] if position + 1 < len(clause.words) else None
    if after is not None and after.text == "由":
        return True  # 检测补贴由协会支付
    if after is not None and after.text in _HEADS and after.start == clause.words[position].end:
        return True  # 培训机构
    if before is not None and before.tag in {"j", "nz", "nr", "nt"} and before.end == clause.words[position].start:
        return any(w.tag == "v" and w.content for w in clause.words[position + 1 :])  # 鑫港投资接盘…
    return after is not None and (
        after.text == "的" or (before is not None and before.text == "的" and after.text != "了")
    )


_COPULA_AFTER = lazy_pattern(r"[\u4e00-\u9fff]{1,6}?(?:是|为|系)")
_CLEFT = lazy_pattern(r"的(?:只有|是|正是|则是|主要是|为)")


def _modifies(clause: Clause, verb: Word) -> bool:
    """Whether a verb only describes the subject of a copula (牵头银行是…, 负责此事的是…)."""
    after = clause.text[verb.end - clause.start :]
    if _CLEFT.search(after):
        return True
    match = _COPULA_AFTER.match(after)
    inside = [w for w in clause.words if match and verb.end <= w.start < verb.end + match.end() - 1]
    return bool(inside) and all(w.tag.startswith(("n", "vn")) for w in inside)


def _chinese_acts(clause: Clause) -> Iterator[Act]:
    passive_done = False
    for position, verb in enumerate(clause.words):
        if not _predicate_zh(verb) or (verb.text in VERBAL_ZH and _within_noun(clause, position)):
            continue
        if _modifies(clause, verb) or _headed(clause, position) or _in_subject(clause, position):
            continue
        sides: dict[str, set[str]] = {"left": set(), "patient": set(), "agent": set()}
        role = "left"
        for word in clause.words[:position]:
            if word.text in TO_PATIENT and word.tag in {"p", "d", "v", "c"}:
                role = "patient"
            elif word.text in BY_AGENT and word.tag in {"p", "v", "d"}:
                role = "agent"
            elif _nominal(word):
                sides[role].add(word.key)
        right = {w.key for w in clause.words[position + 1 :] if _nominal(w)}
        left, patients, agents = sides["left"], sides["patient"], sides["agent"]
        under = _under(clause, position)
        if not agents and not under and _agentless(clause, position):
            continue  # 申请被终止审核: who did it is not told
        if under:
            agents, patients = under, (left | right | patients) - under
        elif agents and passive_done:
            agents, patients = left - patients, patients | right
        elif agents:
            passive_done = True
            patients = patients | left | (right if not left else set())
        else:
            agents, patients = left, patients | right
        named = frozenset(
            w.key
            for w in clause.words
            if w.tag in {"nr", "ns", "nt", "nz", "nrt", "nrfg"} or NAME_SUFFIX_ZH.search(w.text)
        )
        yield Act(verb.key, frozenset(agents - patients), frozenset(patients - agents), named, clause.text.strip())


def _in_subject(clause: Clause, position: int) -> bool:
    """Whether a verb stands in the subject of one that is done by somebody: 配送业务由甲承担."""
    for at, word in enumerate(clause.words[position + 1 :]):
        if word.text in {"由", "被"}:
            return at > 0
        if not _nominal(word) or word.start != clause.words[position + at].end:
            return False
    return False


def _agentless(clause: Clause, position: int) -> bool:
    """Whether 被 stands before a verb with nothing but adverbs and verbs between."""
    for word in reversed(clause.words[:position]):
        if word.text == "被":
            return True
        if not word.tag.startswith(("d", "v", "a")):
            return False
    return False


def _under(clause: Clause, position: int) -> set[str]:
    """The agents in 在甲推动下, empty elsewhere."""
    after = clause.words[position + 1] if position + 1 < len(clause.words) else None
    opened = next((i for i in range(position - 1, -1, -1) if clause.words[i].text == "在"), None)
    if after is None or after.text != "下" or opened is None:
        return set()
    return {w.key for w in clause.words[opened + 1 : position] if _nominal(w)}


_EITHER = frozenset(
    "要求 规定 计划 安排 决定 建议 调查 研究 评估 申请 限制 审查 控制 管理 服务 支持 处罚 补贴 投资 采购 培训 考核 监督 保护 批评 指控 判决".split()
)


def _headed(clause: Clause, position: int) -> bool:
    """Whether a word that may be a verb is the head of a noun phrase: 提出的出口许可要求遭到…."""
    word, low = clause.words[position], position
    if word.text not in _EITHER:
        return False
    while (
        low
        and clause.words[low - 1].end == clause.words[low].start
        and clause.words[low - 1].tag[:1] in {"n", "b", "j"}
    ):
        low -= 1
    while low and clause.words[low - 1].tag in {"vn", "nr"}:
        low -= 1
    return low < position and low > 0 and clause.words[low - 1].text == "的"


_ARTICLES = frozenset("a an the of its his her their this that no any".split())


def _english_acts(clause: Clause) -> Iterator[Act]:
    words = clause.words
    for position, verb in enumerate(words):
        low = verb.text.lower()
        before = words[position - 1].text.lower() if position else ""
        if verb.key not in ROLE_KEYS_EN or stem(low) not in ROLE_STEMS_EN or before in _ARTICLES:
            continue
        if _noun_en(words, position) or describes(clause, verb.start, verb.end):
            continue
        left = {w.key for w in words[:position] if w.content}
        right_words = words[position + 1 :]
        by = next((i for i, w in enumerate(right_words) if w.text.lower() == "by"), None)
        participle = low.endswith(("ed", "en", "wn", "ought", "old", "aid", "uilt", "ld", "lt", "de", "ent"))
        passive = by is not None and participle
        if passive and by is not None:
            agents = {w.key for w in right_words[by + 1 :] if w.content}
            patients = left | {w.key for w in right_words[:by] if w.content}
        elif participle and any(w.text.lower() in BE_EN for w in words[max(0, position - 2) : position]):
            continue
        else:
            agents, patients = left, {w.key for w in right_words if w.content}
        named = frozenset(w.key for w in words if w.text[:1].isupper() and w.start > clause.start)
        yield Act(verb.key, frozenset(agents - patients), frozenset(patients - agents), named, clause.text.strip())


def _with_article(words: tuple[Word, ...], position: int) -> bool:
    """Whether an article stands before a word, only what can describe a noun between them."""
    for word in reversed(words[max(0, position - 3) : position]):
        if word.text.lower() in _ARTICLES:
            return True
        if not word.content or word.text.lower().endswith(("ly", "s", "er", "or")):
            return False
    return False


_BEFORE_NOUN = frozenset("with of in for by from under without through on no more some any much".split())
_AFTER_NOUN = frozenset("for of and or is are was were has have".split())


def _noun_en(words: tuple[Word, ...], position: int) -> bool:
    """Whether a word that can be a verb is used as a noun: direct export and, an order for, received training from."""
    low = words[position].text.lower()
    after = words[position + 1].text.lower() if position + 1 < len(words) else ""
    before = words[position - 1].text.lower() if position else ""
    if low.endswith("ing"):
        return after in {*_AFTER_NOUN, "from", "in", "by", "to"} and before not in BE_EN
    if not low.endswith(("ed", "s")) and _with_article(words, position):
        return True  # the Danish fund that
    if before in _BEFORE_NOUN and not low.endswith(("ed", "ing")):
        return True  # with help from
    return (
        not low.endswith(("ed", "s")) and after in _AFTER_NOUN and before not in {"to", "will", "would", "can", "may"}
    )
